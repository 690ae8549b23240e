"""The swapped texts: every name is where the file says, and nothing but the parties differs."""

from __future__ import annotations

from collections import Counter

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from according.model import Span
from benchmarks import swaps
from benchmarks.swaps import FILE, Swap

SWAPS = swaps.load(FILE.read_text(encoding="utf-8"))


def entry(a: str, b: str, pairs: list[list[str]], **more: str) -> str:
    row = {"language": "en", "parties": ["Mali", "Chad"], "a": a, "b": b, "pairs": pairs, **more}
    return yaml.safe_dump([row], allow_unicode=True)


def names(swap: Swap) -> tuple[list[str], list[str]]:
    return [swap.a[a.start : a.end] for a, _ in swap.spans], [swap.b[b.start : b.end] for _, b in swap.spans]


def test_the_file_is_as_large_as_promised() -> None:
    assert Counter(swap.language for swap in SWAPS) == {"en": 74, "fr": 72, "ru": 62}
    assert len({swap.a for swap in SWAPS}) == len({swap.b for swap in SWAPS}) == len(SWAPS)
    for language in ("en", "fr", "ru"):
        assert len({frozenset(swap.parties) for swap in SWAPS if swap.language == language}) >= 8


def test_either_party_comes_first_about_as_often() -> None:
    for language in ("en", "fr", "ru"):
        mine = [swap.parties for swap in SWAPS if swap.language == language]
        ordered = sum(one < other for one, other in mine)
        assert len(mine) / 3 <= ordered <= 2 * len(mine) / 3


def test_no_name_stands_for_itself() -> None:
    for swap in SWAPS:
        for a, b in zip(*names(swap), strict=True):
            assert a != b, swap.a


def test_exchanging_twice_gives_the_first_names_again() -> None:
    """Where names have no case endings, each stands for one other, and that one for it."""
    for swap in SWAPS:
        if swap.language != "ru":
            pairs = set(zip(*names(swap), strict=True))
            exchanged = pairs | {(b, a) for a, b in pairs}
            assert len({a for a, _ in exchanged}) == len(exchanged), swap.a


def test_spans_are_those_of_whole_words_in_order() -> None:
    text = entry(
        "Malian Mali, then Chad: Mali.",
        "Chadian Chad, then Mali: Chad.",
        [["Mali", "Chad"], ["Chad", "Mali"], ["Mali", "Chad"]],
    )
    (swap,) = swaps.load(text)
    assert names(swap) == (["Mali", "Chad", "Mali"], ["Chad", "Mali", "Chad"])
    assert swap.spans[0][0].start == len("Malian ")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (entry("Mali left.", "Chad left.", [["Mali", "Mali"]]), "no 'Mali' after character 0"),
        (entry("Mali hit Chad.", "Chad hit Mali.", [["Chad", "Mali"], ["Mali", "Chad"]]), "no 'Mali' after"),
        (entry("Malian aid.", "Chadian aid.", [["Mali", "Chad"]]), "no 'Mali'"),
        (entry("Mali hit Mali.", "Chad hit Chad.", [["Mali", "Chad"]]), "without being listed: Mali"),
        (entry("Mali hit Chad.", "Chad hit us.", [["Mali", "Chad"]]), "without being listed: Chad"),
        ("- {language: en, a: Mali left., b: Chad left., pairs: [[Mali, Chad]]}", "missing or malformed"),
        (entry("Mali left.", "Chad left.", []), "no pairs"),
        (entry("Mali left.", "Chad left.", [["Mali", "Chad"]], note="x"), "unknown fields"),
        (entry("Mali left.", "Chad left.", [["Mali"]]), "nothing is exchanged"),
        (entry("Mali left.", "Chad left.", [["", "Chad"]]), "nothing is exchanged"),
        (entry("Mali left.", "Mali left.", [["Mali", "Mali"]]), "nothing is exchanged"),
    ],
)
def test_a_bad_file_is_refused(text: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        swaps.load(text)


@given(st.lists(st.sampled_from(["Mali", "Chad", "Malian", "(", ". ", "é", "Bamako"]), min_size=1))
def test_any_text_is_read_or_refused_and_what_is_read_lies_where_it_says(words: list[str]) -> None:
    listed = [word for word in words if word in ("Mali", "Chad")]
    other = {"Mali": "Chad", "Chad": "Mali"}
    a, b = " ".join(words), " ".join(other.get(word, word) for word in words)
    text = entry(a, b, [[word, other[word]] for word in listed])
    if not listed:
        with pytest.raises(ValueError, match="no pairs"):
            swaps.load(text)
    else:
        (swap,) = swaps.load(text)
        assert names(swap) == (listed, [other[word] for word in listed])


def exchange(a: str, b: str) -> Swap:
    places = tuple(
        (Span(a.index(one), a.index(one) + 4), Span(b.index(other), b.index(other) + 4))
        for one, other in (("Mali", "Chad"), ("Chad", "Mali"))
    )
    return Swap("en", ("Mali", "Chad"), a, b, places)


def test_who_says_what_and_counts_what_is_compared() -> None:
    alike = exchange("Mali says Chad lost 12 tanks.", "Chad says Mali lost 12 tanks.")
    coding = swaps.coded(alike.a, "en", [one for one, _ in alike.spans])
    assert coding.claims == (
        ("say", "certain", "indirect", 0),
        (12.0, None, None, "tank", "exact", 0),
    )
    assert not list(swaps.differing([alike]))


@pytest.mark.parametrize(
    "b",
    ["Chad denies Mali lost 12 tanks.", "Chad says Mali lost 13 tanks.", "Chad says Mali may lose 12 tanks."],
)
def test_another_claim_of_the_other_side_is_a_difference(b: str) -> None:
    ((_, one, other),) = swaps.differing([exchange("Mali says Chad lost 12 tanks.", b)])
    assert one.names == other.names
    assert one.claims != other.claims
