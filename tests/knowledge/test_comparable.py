from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.knowledge.comparable import Classes, comparable
from according.knowledge.fold import fold
from according.knowledge.nationalities import nationalities


@pytest.mark.parametrize(
    ("words", "thing"),
    [
        ("Ghanaian prisoners of war", "captive"),
        ("военнопленных", "captive"),
        ("soldats tués", "soldier"),
        ("мирных жителей", "civilian"),
        ("villagers", "people"),
        ("camions", "truck"),
        ("bananas", None),
    ],
)
def test_what_is_counted_has_one_class_in_all_languages(words: str, thing: str | None) -> None:
    assert comparable().things.first(fold(words).text) == thing


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("were killed", "killed"),
        ("ont été tuées", "killed"),
        ("погибли", "killed"),
        ("s'est contractée", "shrank"),
        ("were wounded", "wounded"),
        ("met", None),
    ],
)
def test_what_happened_has_one_class_in_all_languages(words: str, act: str | None) -> None:
    assert comparable().acts.first(fold(words).text) == act


@pytest.mark.parametrize(
    "words",
    [
        "minority leaders", "minor injuries", "civil servants", "planetary", "shipments", "5 мин", "3 детали",
        "3 детектива", "army officers", "strikes by teachers", "shell companies", "tankers of milk",
    ],
)  # fmt: skip
def test_words_that_only_begin_alike_are_of_no_class(words: str) -> None:
    assert comparable().things.first(fold(words).text) is None


@pytest.mark.parametrize(
    "words", ["plus tôt", "die 50 Personen", "üye oldu", "held talks", "left the party", "left homeless"]
)
def test_words_of_another_language_and_sense_tell_no_act(words: str) -> None:
    assert comparable().acts.first(fold(words).text) is None


def test_of_two_beginnings_the_longer_decides_and_phrases_are_found() -> None:
    classes = Classes({"short": ["kill*"], "long": ["killjoy*"], "phrase": ["not a single", "*n't"]})
    assert [(met.name, met.start) for met in classes.find("killjoys killed not a single, didn't")] == [
        ("long", 0),
        ("short", 9),
        ("phrase", 16),
        ("phrase", 30),
    ]
    assert classes.of("skill") is None


@given(st.text())
def test_any_text_is_searched(text: str) -> None:
    folded = fold(text).text
    for met in comparable().acts.find(folded):
        assert 0 <= met.start < met.end <= len(folded)


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("three Azerbaijani prisoners", ("AZ",)),
        ("soldats français", ("FR",)),
        ("российских солдат", ("RU",)),
        ("Ghanaians and Malians", ("GH", "ML")),
        ("prisoners", ()),
    ],
)
def test_states_are_told_by_their_adjectives(words: str, codes: tuple[str, ...]) -> None:
    assert nationalities(words) == codes


_PHRASES = ("air force", "air* force", "l'air de", "air air", "*line pilot", "'s air")


@given(
    st.lists(
        st.sampled_from(["air", "airline", "force", "l'air", "de", "pilot", "'s", "_air", ",", "x"]),
        max_size=12,
    )
)
def test_phrases_stand_where_a_plain_search_finds_them(words: list[str]) -> None:
    text = fold(" ".join(words)).text
    for phrase in _PHRASES:
        letters = re.escape(phrase).replace(r"\*", r"\w*")
        pattern = re.compile(rf"(?<!\w){letters}(?!\w)")
        expected = [(match.start(), match.end(), "is") for match in pattern.finditer(text)]
        # Any word lets a phrase be looked for that begins with none.
        assert list(Classes({"is": [phrase]}).find(text)) == (expected if re.search(r"[^\W_]", text) else [])
