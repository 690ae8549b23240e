"""Words that are told to be far from each other are; most that are far are told."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from according.link.alike import DISTANT
from according.link.far import Far
from according.link.near import NEAR, can_be_alike, forms
from according.link.sounds import are_near
from according.link.spellings import compare_spellings
from according.link.words import groups_of, plain
from according.model import Kind
from tests.link.test_near import KINDS, LANGUAGES, NAMES

WORDS = st.sampled_from(
    (
        "zelensky",
        "зеленский",
        "petrosyan",
        "պետրոսյան",
        "karimov",
        "каримов",
        "محمد",
        "hasanov",
        "2",
        "kyi",
        "o",
        "bagratunyantskakabadze",
        "bagratunyantskakabadzeyan",
    )
) | st.text(max_size=24)


@given(
    st.lists(WORDS, min_size=1, max_size=4), st.lists(WORDS, max_size=8), st.sampled_from((NEAR, 0.3, 0.97))
)
def test_what_is_far_is_not_near(some: list[str], others: list[str], least: float) -> None:
    words, among = list(dict.fromkeys(some)), list(dict.fromkeys(others))
    far = Far([*words, *among]).of(words, among, least)
    assert list(far) == words
    for word, found in far.items():
        assert found <= set(among)
        for other in found:
            assert not are_near(word, other, least)
            assert plain(word) != plain(other)
            assert not (groups_of(word) and groups_of(other))


def test_words_with_other_sounds_are_far_whatever_their_script() -> None:
    words = ["manukyan", "манукян", "dzhabrailov", "brzezicki"]
    far = Far(words).of(words, words, NEAR)
    assert far["manukyan"] == {"dzhabrailov", "brzezicki"}
    assert far["манукян"] == {"dzhabrailov", "brzezicki"}


@given(NAMES, LANGUAGES, NAMES, LANGUAGES, KINDS)
def test_names_that_are_alike_stay_so(
    a: str, language: str | None, b: str, other: str | None, kind: Kind
) -> None:
    one, two = forms(a, language, kind == "person"), forms(b, other, kind == "person")
    far = Far(one.words | two.words).of(two.words, one.words, NEAR)
    if compare_spellings(a, language, b, other, kind).score >= DISTANT:
        assert can_be_alike(one, two, kind, far)
