"""Which accounts are of one thing although their words are not: of places that nobody knows, of several languages."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.link.discrepancies.page import Page
from according.link.discrepancies.spots import spots
from according.model import Span, Statement
from according.views import Compared
from tests.link.test_discrepancies import WORLD, article, figure, found, killed


def told(id: str, value: float, who: str | None, what: str, where: str, language: str = "en") -> Compared:
    """An article in which somebody tells how many were killed at a place that no list knows."""
    text = f"{value:.0f} {what} were killed {where}."
    words = f"{value:.0f} {what}"
    some = figure(
        id,
        words,
        value,
        span=Span(0, len(words)),
        what=what,
        claimant=who,
        claimant_text=who,
        date="2021-03-02",
    )
    return article(id, text, figures=(some,), language=language)


def page(text: str) -> Page:
    return Page(article("a", text), WORLD, {})


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A shell fell near Laiza.", 1),
        ("Снаряд упал у Лайзы.", 1),
        ("Cerca de Laiza cayeron proyectiles.", 1),
        ("It was in the north.", 0),
        ("It was in March.", 0),
        ("It was in Ghanaian hands.", 0),
        ("Laiza was quiet.", 0),
    ],
)
def test_places_by_the_words_before_them(text: str, names: int) -> None:
    found = spots(page(text), Span(0, len(text)))
    assert len(found) == names
    assert found <= spots(page("It was at Laiza."), Span(0, 16))


@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 200))
def test_any_text_has_places_or_none(text: str, start: int, end: int) -> None:
    assert isinstance(spots(page(text), Span(min(start, end), max(start, end))), frozenset)


def test_a_place_that_nobody_knows_is_the_same_in_both() -> None:
    one = told("a", 24, "mali", "people", "near Laiza")
    (differ,) = found(one, replace(told("b", 39, "ghana", "people", "in Laiza"), story=None))
    assert "same place" in differ.reason
    assert found(one, told("b", 39, "ghana", "people", "in Mongkoe")) == []


@pytest.mark.parametrize("who", ["mali", None])
def test_at_least_leaves_all_above_open(who: str | None) -> None:
    least = killed("a", 26, who, qualifier="at least")
    assert found(least, killed("b", 50, "ghana")) == []
    assert found(least, killed("b", 50, "ghana", qualifier="more than")) == []
    assert len(found(least, killed("b", 25, "ghana"))) == 1
    assert len(found(least, killed("b", 20, "ghana", qualifier="at most"))) == 1


@pytest.mark.parametrize(
    ("words", "series"),
    [
        ("13 soldiers were killed.", False),
        ("The toll has risen to 13 soldiers killed.", True),
        ("13 soldiers are now known to have been killed.", True),
        ("Le bilan s'est alourdi : 13 soldiers killed.", True),
    ],
)
def test_a_copy_of_the_next_day_with_another_number(words: str, series: bool) -> None:
    one, at = killed("a", 12, "mali"), words.index("13")
    some = figure("b", "13 soldiers", 13, span=Span(at, at + 11), claimant="mali", place="kati")
    copy = replace(article("b", words, figures=(some,)), published="2021-03-04", origin=one.origin)
    (differ,) = found(one, copy)
    assert differ.series == series
    # What is no copy is news.
    (news,) = found(one, replace(copy, origin="b"))
    assert news.series


@pytest.mark.parametrize("who", ["mali", None])
def test_a_copy_with_another_number(who: str | None) -> None:
    one, copy = killed("a", 12, who), killed("b", 13, who)
    assert len(found(one, copy)) == (who is None)  # one voice on one day; two papers
    (differ,) = found(one, replace(copy, origin=one.origin))
    assert (differ.series, "copies of one original" in differ.reason) == (False, True)
    assert found(one, replace(killed("b", 12, who), origin=one.origin)) == []


def test_soldiers_are_not_those_whom_they_fight() -> None:
    assert (
        found(told("a", 24, "mali", "soldiers", "near Laiza"), told("b", 39, "ghana", "rebels", "near Laiza"))
        == []
    )
    assert (
        found(told("a", 24, "mali", "rebels", "near Laiza"), told("b", 39, "ghana", "gunmen", "near Laiza"))
        != []
    )


def test_one_difference_of_two_languages_is_one() -> None:
    (one,) = found(
        told("a", 24, "mali", "people", "near Laiza"),
        told("b", 39, "ghana", "people", "near Laiza"),
        told("c", 24, "mali", "gens de la mine", "à Laiza", "fr"),
        told("d", 39, "ghana", "gens de la mine", "à Laiza", "fr"),
        told("e", 24, "mali", "пастухи", "у Лайзы", "ru"),
        told("f", 39, "ghana", "пастухи", "у Лайзы", "ru"),
    )
    assert [{says.article for says in position} for position in one.positions] == [
        {"a", "c", "e"}, {"b", "d", "f"},
    ]  # fmt: skip
    assert one.about == "How many people were killed (2021-03-02)"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("hy", "{} զինվոր սպանվել է։"),
        ("az", "{} əsgər həlak olub."),
        ("tr", "{} asker öldürüldü."),
        ("uk", "{} військових загинули."),
    ],
)
def test_tolls_of_any_language_are_compared(language: str, text: str) -> None:
    def toll(id: str, value: float, who: str) -> Compared:
        said = text.format(f"{value:.0f}")
        words = " ".join(said.split()[:2])
        some = figure(
            id, words, value, span=Span(0, len(words)), what=words.split()[1], claimant=who, place="kati"
        )
        return article(id, said, figures=(some,), language=language)

    (differ,) = found(toll("a", 24, "mali"), toll("b", 39, "ghana"))
    assert differ.about == "How many soldiers were killed in Kati"
    # Told in two languages it is the same.
    assert len(found(toll("a", 24, "mali"), killed("b", 39, "ghana"))) == 1


def test_two_differences_of_one_day_are_two() -> None:
    some = (
        told("a", 24, "mali", "people", "near Laiza"),
        told("b", 39, "ghana", "people", "near Laiza"),
        told("c", 24, "mali", "пастухи", "у Котлы", "ru"),
        told("d", 39, "ghana", "пастухи", "у Котлы", "ru"),
    )
    assert len(found(*some)) == 2


def test_a_headline_says_it_again() -> None:
    def twice(id: str, value: float, who: str) -> Compared:
        head, lead = f"{value:.0f} people dead near Gao", f"{value:.0f} people were killed in Kati."
        words = f"{value:.0f} people"
        at = len(head) + 1
        first = figure(f"{id}0", words, value, span=Span(0, 9), what="people dead", claimant=who, place="gao")
        second = figure(
            f"{id}1",
            words,
            value,
            span=Span(at, at + 9),
            what="people",
            claimant=who,
            place="kati",
            date="2021-03-02",
        )
        sentences = (Span(0, len(head)), head), (Span(at, at + len(lead)), lead)
        return article(id, f"{head} {lead}", sentences=sentences, figures=(first, second))

    (one,) = found(twice("a", 24, "mali"), twice("b", 39, "ghana"))
    assert one.about == "How many people were killed in Kati (2021-03-02)"
    assert [len(position) for position in one.positions] == [2, 2]


def accusing(words: str) -> Compared:
    text = f"Mali and Ghana accused {words} shelling the town first."
    start = text.index(words)
    some = Statement(
        "s", None, Span(0, 14), "Mali and Ghana", None, Span(15, 22), (Span(start, len(text) - 1),), "indirect",
        "accuse", "certain", 1.0, "", text[start:-1],
    )  # fmt: skip
    return article("a", text, statements=(some,), named=((Span(0, 4), "mali"), (Span(9, 14), "ghana")))


def test_two_who_accuse_each_other_in_one_sentence() -> None:
    (one,) = found(accusing("each other of"))
    assert one.kind == "blame"
    assert sorted(says.claimant or "" for position in one.positions for says in position) == ["ghana", "mali"]
    assert found(accusing("the rebels of")) == []


@pytest.mark.parametrize(
    ("first", "second", "differ"),
    [
        ("was killed on Monday", "was alive and safe", True),
        ("убит в понедельник", "жив и здоров", True),
        ("was killed on Monday", "was a civilian of Kati", False),
        ("was killed on Monday", "was not alive", False),
        ("was killed on Monday", "was killed by rebels", False),
    ],
)
def test_nobody_is_alive_and_dead(first: str, second: str, differ: bool) -> None:
    text = f"The army said the chief {first}. Radio said the chief {second}."
    starts = [text.index("the chief"), text.rindex("the chief")]
    ends = [text.index("."), len(text) - 1]
    said = tuple(
        Statement(
            str(at), who, None, who, None, Span(start - 5, start - 1), (Span(start, end),), "indirect", "say",
            "certain", 1.0, "", text[start:end],
        )
        for at, (start, end, who) in enumerate(zip(starts, ends, ("army", "radio"), strict=True))
    )  # fmt: skip
    sentences = (
        (Span(0, ends[0] + 1), text[: ends[0] + 1]),
        (Span(ends[0] + 2, len(text)), text[ends[0] + 2 :]),
    )
    named = tuple((Span(start, start + 9), "chief") for start in starts)
    differences = found(article("a", text, sentences=sentences, statements=said, named=named))
    assert [each.about for each in differences] == (["What Chief is: dead or alive"] if differ else [])


def test_what_is_told_of_a_denial_does_not_contradict_it() -> None:
    text = "They recall that soldiers deny having shelled the hospital of the town."
    inner, outer = text.index("having"), text.index("soldiers")
    said = Statement(
        "s", "mali", None, "They", None, Span(5, 11), (Span(outer, len(text) - 1),), "indirect", "say", "certain",
        1.0, "", text[outer:-1],
    )  # fmt: skip
    denied = Statement(
        "d", "ghana", None, "soldiers", None, Span(26, 30), (Span(inner, len(text) - 1),), "indirect", "deny",
        "certain", 1.0, "", text[inner:-1],
    )  # fmt: skip
    assert found(article("a", text, statements=(said, denied))) == []
