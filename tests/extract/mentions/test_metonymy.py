"""A capital's name: the town or the government."""

from __future__ import annotations

import pytest

from according.extract.mentions.metonymy import Sense, place_prepositions, sense
from according.model import Sentence, Span
from tests.chains import parsed, told


def asked(text: str, name: str, sentence: Sentence, language: str = "en") -> Sense | None:
    start = text.index(name)
    return sense(Span(start, start + len(name)), name, sentence, language)


class TestOneSentence:
    """By the relations of a parse, made by hand: what a parser gets wrong is another matter."""

    def test_who_acts_is_a_government(self) -> None:
        text = "Nairobi protested"
        tree = parsed(text, ("Nairobi", "PROPN", 1, "subject"), ("protested", "VERB", 1, "root"))
        assert asked(text, "Nairobi", tree) == "government"

    def test_who_is_acted_on_is_a_government_but_towns_are_shelled(self) -> None:
        text = "They blame Nairobi"
        words = [
            ("They", "PRON", 1, "subject"),
            ("blame", "VERB", 1, "root"),
            ("Nairobi", "PROPN", 1, "object"),
        ]
        assert asked(text, "Nairobi", parsed(text, *words)) == "government"  # type: ignore[arg-type]
        text = "They shell Nairobi"
        words[1] = ("shell", "VERB", 1, "root")
        assert asked(text, "Nairobi", parsed(text, *words)) == "place"  # type: ignore[arg-type]

    @pytest.mark.parametrize(
        ("preposition", "expected"), [("in", "place"), ("near", "place"), ("with", "government")]
    )
    def test_prepositions(self, preposition: str, expected: Sense) -> None:
        text = f"talked {preposition} Nairobi"
        tree = parsed(
            text,
            ("talked", "VERB", 0, "root"), (preposition, "ADP", 2, "case"), ("Nairobi", "PROPN", 0, "oblique"),
        )  # fmt: skip
        assert asked(text, "Nairobi", tree) == expected

    def test_a_list_shares_what_its_first_member_says(self) -> None:
        text = "met in Nairobi and Kampala"
        tree = parsed(
            text,
            ("met", "VERB", 0, "root"), ("in", "ADP", 2, "case"), ("Nairobi", "PROPN", 0, "oblique"),
            ("and", "CCONJ", 4, "other"), ("Kampala", "PROPN", 2, "conjunct"),
        )  # fmt: skip
        assert asked(text, "Kampala", tree) == "place"

    def test_nothing_is_told_by_a_bare_name(self) -> None:
        assert asked("Nairobi", "Nairobi", parsed("Nairobi", ("Nairobi", "PROPN", 0, "root"))) is None

    def test_heads_that_go_in_circles_end(self) -> None:
        text = "Nairobi and Kampala"
        tree = parsed(text, ("Nairobi", "PROPN", 1, "conjunct"), ("Kampala", "PROPN", 0, "conjunct"))
        assert asked(text, "Nairobi", tree) is None

    @pytest.mark.parametrize(
        ("text", "name", "language", "expected"),
        [
            ("Ankara'da görüştüler", "Ankara", "tr", "place"),
            ("Ankara’dan geldiler", "Ankara", "tr", "place"),
            ("Ankara'nın tavrı", "Ankara", "tr", None),
            ("Bakıda görüşdülər", "Bakı", "az", "place"),
            ("Bakı etiraz etdi", "Bakı", "az", None),
            ("Երևանում հանդիպեցին", "Երևան", "hy", "place"),
        ],
    )
    def test_endings_tell_where_there_is_no_parser(
        self, text: str, name: str, language: str, expected: Sense | None
    ) -> None:
        (sentence,) = told(text, language).sentences
        assert asked(text, name, sentence, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "written", "kinds"),
    [
        ("Washington said that it would not sell the aircraft. He arrived in Washington on Monday.", "en",
            "Washington", ["state", "place"]),
        ("Damas a accusé Ankara de violer la trêve. Il est arrivé à Damas lundi.", "fr", "Damas", ["state", "place"]),
        ("Вашингтон заявил, что не продаст самолеты. Он прибыл в Вашингтон в понедельник.", "ru", "Вашингтон",
            ["state", "place"]),
        ("Paris a rappelé son ambassadeur. Il habite à Paris. Les rues de Paris sont vides.", "fr", "Paris",
            ["state", "place", "place"]),
        ("Embassies in Washington and Moscow closed. Washington and Moscow blame each other.", "en", "Moscow",
            ["place", "state"]),
        ("Flights between Saint Petersburg and Yerevan will resume in June.", "en", "Yerevan", ["place"]),
        ("Рейсы между Санкт-Петербургом и Ереваном возобновятся в июне.", "ru", "Ереваном", ["place"]),
        ("Les vols entre Saint-Pétersbourg et Erevan reprendront en juin.", "fr", "Erevan", ["place"]),
        ("Khartoum, Addis Ababa and Cairo agreed to resume talks on the dam.", "en", "Cairo", ["state"]),
        ("Khartoum, Addis Ababa and Cairo agreed to resume talks on the dam.", "en", "Addis Ababa", ["state"]),
        ("Les gouvernements se taisent. Entre Bamako et Niamey, le ton monte.", "fr", "Niamey", ["state"]),
        ("Talks between Seoul and Pyongyang failed.", "en", "Pyongyang", ["state"]),
        ("The Kremlin denied the report. They walked near the Kremlin.", "en", "Kremlin", ["state", "place"]),
        ("The Elysee Palace did not comment.", "en", "Elysee Palace", ["state"]),
        ("Кремль опроверг сообщение.", "ru", "Кремль", ["state"]),
        ("Елисейский дворец промолчал.", "ru", "Елисейский дворец", ["state"]),
        ("Ankara'da görüşmeler yapıldı.", "tr", "Ankara", ["place"]),
    ],
)  # fmt: skip
def test_in_an_article(text: str, language: str, written: str, kinds: list[str]) -> None:
    found = told(text, language)
    assert [found.seen(written, n) for n in range(len(kinds))] == [{kind} for kind in kinds]
    assert found.seen(written, len(kinds)) == set()


def test_the_government_and_the_town_are_two_chains() -> None:
    found = told("Washington said that it would not sell the aircraft. He arrived in Washington on Monday.")
    state, town = found.chain("Washington"), found.chain("Washington", 1)
    assert (state.kind, state.key, state.name) == ("state", "state:US", "United States")
    assert town.kind == "place"
    assert town.location is not None
    assert town.location.country == "US"
    assert town.location.precision == "town"


def test_what_nothing_tells_goes_with_the_rest() -> None:
    government = told("Cairo protested. Cairo refused. Answer of Cairo.")
    assert government.seen("Cairo", 2) == {"state"}
    town = told("He lives in Cairo. She works in Cairo. Answer of Cairo.")
    assert town.seen("Cairo", 2) == {"place"}


def test_prepositions_of_places_are_by_language() -> None:
    assert "near" in place_prepositions("en-GB")
    assert "near" not in place_prepositions("fr")
    assert place_prepositions(None) == frozenset()
