"""What the knowledge knows, found in a text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from according.extract.mentions.known import Sight, sights
from according.knowledge.own_actors import OwnActor
from tests.texts import ANY


def own(name: str, key: str = "one", language: str | None = None) -> OwnActor:
    return OwnActor(key, "organization", name, ((name, language),), None, None, None, None, ())


def keys(text: str, language: str | None = "en", *actors: OwnActor) -> dict[str, str]:
    return {text[slice(*each.span)]: each.known.key for each in sights(text, language, actors)}


def sight(text: str, written: str, language: str = "en") -> Sight:
    (found,) = [each for each in sights(text, language, ()) if text[slice(*each.span)] == written]
    return found


@pytest.mark.parametrize(
    ("text", "language", "written", "key", "role"),
    [
        ("Guards left Sudan on Friday.", "en", "Sudan", "state:SD", "name"),
        ("Les soldats ont quitté le Tchad.", "fr", "Tchad", "state:TD", "name"),
        ("Войска покинули Сирию.", "ru", "Сирию", "state:SY", "name"),
        ("Войска вернулись из Сирии.", "ru", "Сирии", "state:SY", "name"),
        ("Ankara reddetti.", "tr", "Ankara", "state:TR", "capital"),
        ("A Kenyan officer spoke.", "en", "Kenyan", "state:KE", "adjective"),
        ("The Kremlin spoke.", "en", "Kremlin", "state:RU", "seat"),
        ("The Council of Europe spoke.", "en", "Council of Europe", "organization:council-of-europe", "name"),
        ("Le Conseil de l’Europe a parlé.", "fr", "Conseil de l’Europe", "organization:council-of-europe", "name"),
        ("The African Union spoke.", "en", "African Union", "organization:african-union", "name"),
    ],
)  # fmt: skip
def test_what_a_phrase_stands_for(text: str, language: str, written: str, key: str, role: str) -> None:
    found = sight(text, written, language)
    assert (found.known.key, found.known.role) == (key, role)


def test_nothing_is_known_in_ordinary_words() -> None:
    assert sights("The bridge was closed for a week, and nobody knew why.", "en", ()) == []


def test_one_name_in_another_language_gives_the_dictionary_form() -> None:
    assert sight("Войска вернулись из Сирии.", "Сирии", "ru").phrase == "Сирия"


def test_a_name_that_is_something_else_as_well_is_doubtful_until_the_text_speaks_for_it() -> None:
    assert sight("Georgia won.", "Georgia").known.doubtful
    backed = "Tbilisi is the capital of the country. Georgia won, and Georgian voters cheered."
    assert not sight(backed, "Georgia").known.doubtful


class TestOwnActors:
    TEXT = "The United Nations and the Red Moon Fund spoke to the Council of Europe."

    def test_they_are_found_by_their_names(self) -> None:
        assert keys(self.TEXT, "en", own("Red Moon Fund"))["Red Moon Fund"] == "own:one"
        assert "Red Moon Fund" not in keys(self.TEXT)

    def test_they_count_before_what_all_know(self) -> None:
        before = keys(self.TEXT)
        after = keys(self.TEXT, "en", own("United Nations"))
        assert before["United Nations"] == "organization:un"
        assert after["United Nations"] == "own:one"
        assert after["Council of Europe"] == before["Council of Europe"]

    def test_a_part_of_a_known_name_takes_all_of_it(self) -> None:
        found = keys(self.TEXT, "en", own("Council"))
        assert found["Council"] == "own:one"
        assert "Council of Europe" not in found

    def test_the_longer_of_two_wins(self) -> None:
        found = keys(self.TEXT, "en", own("Red Moon", "short"), own("Red Moon Fund", "long"))
        assert found["Red Moon Fund"] == "own:long"
        assert "Red Moon" not in found


@settings(max_examples=60)
@given(ANY, st.sampled_from(["en", "fr", "ru", "tr", "hy", "zh", None]))
def test_any_text_gives_sights_inside_it_in_order(text: str, language: str | None) -> None:
    found = sights(text, language, (own("Related"),))
    assert [each.span for each in found] == sorted({each.span for each in found})
    assert all(0 <= each.span.start < each.span.end <= len(text) for each in found)
    ours = [each.span for each in found if each.known.key == "own:one"]
    assert len(ours) == sum(text[slice(*span)].casefold() == "related" for span in ours)
    assert not any(each.span != mine and each.span.overlap(mine) for each in found for mine in ours)
