import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.knowledge.fold import PhraseIndex, fold, fold_name, parent_domains


@given(st.text())
def test_folded_positions_lie_in_the_text_and_in_order(text: str) -> None:
    folded = fold(text)
    spans = [folded.span(index, index + 1) for index in range(len(folded.text))]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(before.end <= after.start for before, after in itertools.pairwise(spans))


@given(st.text())
def test_each_folded_character_stands_for_its_original(text: str) -> None:
    folded = fold(text)
    for index, char in enumerate(folded.text):
        span = folded.span(index, index + 1)
        assert char in fold(text[span.start : span.end]).text


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("FÉVRIER", "fevrier"),
        ("Fe\u0301vrier", "fevrier"),
        ("İSTANBUL", "istanbul"),
        ("Kasım", "kasim"),
        ("çərşənbə", "cersenbe"),
        ("l’été", "l'ete"),
        ("a \u00a0\u202f b", "a b"),
        ("سه\u200cشنبه", "سهشنبه"),
    ],
)
def test_one_spelling(written: str, plain: str) -> None:
    assert fold(written).text == plain


def test_the_marks_of_a_letter_belong_to_its_span() -> None:
    text = "le Fe\u0301vrier"
    folded = fold(text)
    start = folded.text.index("fe")
    assert text[slice(*folded.span(start, start + 2))] == "Fe\u0301"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Guardian", "GUARDIAN"),
        ("U.S. Department of State", "US Department of State"),
        ("Barron's", "BARRON’S"),
        ("L’Orient-Le Jour", "L'Orient Le Jour"),
        ("Hürriyet", "HURRIYET"),
        ("Коммерсантъ", "КОММЕРСАНТЪ"),
        ("Œuvre", "OEUVRE"),
        ("News.am", "news am"),
    ],
)
def test_names_that_are_the_same(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)


def test_names_that_differ() -> None:
    assert fold_name("The Nation") != fold_name("The National")


@given(st.text())
def test_a_folded_name_has_no_outer_or_double_spaces(text: str) -> None:
    name = fold_name(text)
    assert name == " ".join(name.split())


def test_phrases_are_found_as_whole_words_with_their_signs() -> None:
    index = PhraseIndex([("see also", 1), ("/ тасс", 2), ("(l) and", 3)])
    assert [found[2] for found in index.find(fold("See also: x").text)] == [1]
    assert [found[2] for found in index.find(fold("oversee alsoran").text)] == []
    assert [found[2] for found in index.find(fold("Имя / ТАСС").text)] == [2]
    assert [found[2] for found in index.find(fold("сообщает ТАСС").text)] == []
    assert [found[2] for found in index.find("aliev (l) and putin (r)")] == [3]


def test_a_phrase_without_a_word_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one word"):
        PhraseIndex([("—", None)])


def test_parent_domains_end_above_the_top() -> None:
    assert list(parent_domains("www.bbc.co.uk")) == ["www.bbc.co.uk", "bbc.co.uk", "co.uk"]
    assert list(parent_domains("localhost")) == []
