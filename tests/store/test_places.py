"""Where things are: counted by place, asked for by who, when, and who tells of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from according import Record
from according.errors import NotFoundError, SettingsError
from according.views import Sought, Whereabouts

TEXTS = {
    "one.txt": "Attack in Timbuktu\n\nTIMBUKTU, May 6, 2021 (Reuters) - In Timbuktu, soldiers of Mali attacked "
    "protesters on 5 May 2021. Ghana condemned Mali.\n",
    "two.txt": "Rencontre à Accra\n\nLe 9 mai 2021\n\nLe président du Ghana a rencontré le président du Mali à "
    "Accra le 8 mai 2021. Timbuktu est calme.\n",
}


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    folder = tmp_path_factory.mktemp("placed")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, "utf-8")
    with Record.open(folder / "record.according", create=True) as made:
        made.read([str(folder / name) for name in TEXTS])
        yield made


def named(found: Whereabouts) -> dict[str, int]:
    return {each.name: each.count for each in found.places}


class TestHappenings:
    def test_are_counted_where_they_were(self, record: Record) -> None:
        found = record.whereabouts()
        assert named(found) == {"Timbuktu": 1, "Accra": 1}
        assert {each.precision for each in found.places} == {"town"}
        assert found.days == (("2021-05-05", 1), ("2021-05-08", 1))

    def test_without_a_place_are_said_to_be_nowhere(self, record: Record) -> None:
        everything = list(record.happenings())
        assert record.whereabouts().elsewhere == len(everything) - 2 > 0

    @pytest.mark.parametrize(
        ("sought", "places"),
        [
            (Sought(since="2021-05-08"), {"Accra"}),
            (Sought(until="2021-05-07"), {"Timbuktu"}),
            (Sought(since="2021-05", until="2021-05"), {"Timbuktu", "Accra"}),
            (Sought(until="2020"), set()),
            (Sought(root="ASSAULT"), {"Timbuktu"}),
            (Sought(root="CONSULT", statuses=("happened",)), {"Accra"}),
            (Sought(statuses=("denied",)), set()),
            (Sought(language="fr"), {"Accra"}),
            (Sought(language="en"), {"Timbuktu"}),
            (Sought(outlet="REUTERS"), {"Timbuktu"}),
            (Sought(outlet="Nobody's Paper"), set()),
            (Sought(actor="Ghana"), {"Accra"}),
            (Sought(actor="Nobody"), set()),
        ],
    )
    def test_are_filtered(self, record: Record, sought: Sought, places: set[str]) -> None:
        assert set(named(record.whereabouts(sought))) == places

    def test_days_are_those_of_all_days(self, record: Record) -> None:
        assert record.whereabouts(Sought(since="2021-05-08")).days == record.whereabouts().days

    def test_are_told_at_their_place(self, record: Record) -> None:
        (met,) = record.happened_at("Accra")
        assert met.happening.root == "CONSULT"
        assert record.happened_at("Accra", Sought(until="2021-05-07")) == []
        assert record.happened_at("Accra", offset=1) == []


class TestMentions:
    def test_are_counted_by_article(self, record: Record) -> None:
        found = record.whereabouts(Sought("mentions"))
        assert named(found) == {"Timbuktu": 2, "Ghana": 2, "Mali": 2, "Accra": 1}
        assert {each.name: each.precision for each in found.places}["Mali"] == "country"

    def test_are_filtered(self, record: Record) -> None:
        assert named(record.whereabouts(Sought("mentions", language="en"))) == {
            "Timbuktu": 1,
            "Ghana": 1,
            "Mali": 1,
        }
        assert "Accra" not in named(record.whereabouts(Sought("mentions", until="2021-05-08")))
        assert set(named(record.whereabouts(Sought("mentions", actor="Accra")))) == {
            "Accra",
            "Ghana",
            "Mali",
            "Timbuktu",
        }
        assert named(record.whereabouts(Sought("mentions", actor="Nobody"))) == {}

    def test_are_shown_in_their_sentences_the_latest_first(self, record: Record) -> None:
        found = record.sightings("Timbuktu")
        assert [each.row.article.language for each in found] == ["fr", "en"]
        assert found[0].sentence == "Timbuktu est calme."
        for each in found:
            assert each.text in each.sentence
        assert [
            each.row.article.language
            for each in record.sightings("Timbuktu", Sought("mentions", outlet="Reuters"))
        ] == ["en"]


def test_a_place_has_its_names_in_other_scripts(record: Record) -> None:
    names = dict(record.place("Mali").names)
    assert "en" in names
    with pytest.raises(NotFoundError):
        record.place("Nobody")


def test_what_is_no_date_is_refused(record: Record) -> None:
    with pytest.raises(SettingsError):
        record.whereabouts(Sought(since="May"))
