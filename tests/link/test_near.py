"""Names that cannot be alike: never one that is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.link.alike import DISTANT
from according.link.near import can_be_alike, forms
from according.link.spellings import compare_spellings
from according.model import Kind

PARTS = (
    "Volodymyr", "Vladimir", "Владимира", "Zelensky", "Zelenskyy", "Зеленского", "V.", "J", "al", "el-Sisi", "Ali",
    "Hassan", "Hasan", "Ван", "И", "Deir", "ez-Zor", "Der", "Zor", "Gregory", "Joe", "Joseph", "Biden", "Байден", "2",
    "Suu", "Kyi", "Hovhannes", "Ованес", "Петрович", "oğlu", "محمد", "G7", "Group",
)  # fmt: skip
NAMES = st.lists(st.sampled_from(PARTS) | st.text(max_size=6), min_size=1, max_size=4).map(" ".join)
LANGUAGES = st.sampled_from(("en", "ru", None))
KINDS: st.SearchStrategy[Kind] = st.sampled_from(("person", "organization"))


def can(
    a: str, b: str, kind: Kind = "person", languages: tuple[str | None, str | None] = ("en", "en")
) -> bool:
    one, other = (
        forms(name, language, kind == "person") for name, language in zip((a, b), languages, strict=True)
    )
    return can_be_alike(one, other, kind)


@given(NAMES, LANGUAGES, NAMES, LANGUAGES, KINDS)
def test_what_is_alike_can_be(a: str, language: str | None, b: str, other: str | None, kind: Kind) -> None:
    if compare_spellings(a, language, b, other, kind).score >= DISTANT:
        assert can(a, b, kind, (language, other))


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("Ali Hassan", "Ali Karimov", "person"),
        ("Anna Petrosyan", "Hasmik Petrosyan", "person"),
        ("National Party", "National Congress", "organization"),
        ("National Party", "National Party of Work", "organization"),
    ],
)
def test_one_word_that_is_like_no_other_is_enough(a: str, b: str, kind: Kind) -> None:
    assert not can(a, b, kind)


def test_two_neighbours_may_be_one_word() -> None:
    assert can("Deir ez-Zor", "Deirezzor", "organization")
    assert can("Kim Jong Un", "Kim Jongun")
