"""What people are called by one and not by another: a civilian or a fighter, a prisoner of war or a saboteur."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from according.knowledge.comparable import Met, comparable
from according.link.discrepancies.account import Account, beside, one_voice, shown
from according.link.discrepancies.blocks import pairs
from according.link.discrepancies.groups import Verdict, grouped
from according.link.discrepancies.page import Page
from according.link.discrepancies.positions import Found, discrepancy
from according.model import Span

_QUOTES = " \"'“”«»„"
_BESIDE = 14
"""Characters at most between a copula and the label ("was a so-called ...")."""
_BEFORE = 40
"""Characters before a label in which a word can deny it."""
_WHO = 60
"""Characters before "killed" or "alive" in which the person stands that it is told of."""
_NEAR = 4
"""Sentences that lie at most between two labels of the same people."""


class Called(NamedTuple):
    """What somebody is called, by whose word. `whom` are persons it may be, none for several people.

    `said`: it stands in a statement.
    """

    account: Account
    label: str
    alone: bool
    whom: frozenset[str]
    said: bool


def labels(page: Page) -> Iterator[Called]:
    """Yield what an article's sentences call people, where it is said that they are it."""
    for number, (sentence, _) in enumerate(page.read.sentences):
        _, text = page.sentence(sentence.start)
        for met in _met(text.text):
            at = Span(*(sentence.start + each for each in text.span(met.start, met.end)))
            before = text.text[: met.start].rstrip(_QUOTES).rpartition(" ")[2]
            group = comparable().several.first(text.text[max(0, met.start - _BESIDE) : met.start])
            alone = comparable().alone.first(before) is not None and group is None
            alone = alone or met.name in comparable().lives
            yield _called(page, number, at, met.name, alone)


def _met(text: str) -> Iterator[Met]:
    lists = comparable()
    copulas = sorted(each.end for each in lists.copulas.find(text))
    for met in lists.labels.find(text):
        before = text[max(0, met.start - _BEFORE) : met.start]
        last = max((each.end for each in lists.but.find(before)), default=0)
        last_is = bisect_right(copulas, met.start) - 1
        is_it = last_is >= 0 and met.start - copulas[last_is] <= _BESIDE
        if lists.nay.first(before[last:]) is None and (is_it or lists.verbs.first(text[met.start : met.end])):
            yield met


def _called(page: Page, number: int, at: Span, label: str, alone: bool) -> Called:
    statement = page.statement(at.start)
    sentence = page.read.sentences[number][0]
    who, words = (None, None) if statement is None else (statement.speaker, statement.speaker_text)
    whom: frozenset[str] = frozenset()
    if alone:
        before = (
            Span(max(sentence.start, at.start - _WHO), at.start),
            page.read.sentences[max(0, number - 1)][0],
        )
        for first in before[:1] if label in comparable().lives else (sentence, before[1]):
            named = page.named(Span(first.start, at.start))
            whom = whom or frozenset(each for each in named if page.world.kinds.get(each) == "person") - {
                who or ""
            }
    account = page.account(
        f"{page.read.article}:{at.start}" if statement is None else statement.id,
        sentence if statement is None else statement.content_span,
        label,
        who,
        words,
    )
    # A statement may hold several, each at its own place.
    return Called(account._replace(at=at.start), label, alone, whom, statement is not None)


def differences(some: Iterable[Called], names: Mapping[str, str]) -> Iterator[Found]:
    """Yield people who are called one thing by some and another by others."""
    for members, verdicts in grouped(pairs(some, lambda each: [each.account.article]), _verdict):
        shared = frozenset.intersection(*(each.whom for each in members))
        whom = next((names[each] for each in sorted(shared) if each in names), None)
        either = " or ".join(dict.fromkeys(each.label for each in members))
        about = f"What {whom} is: {either}" if whom is not None else f"What they are: {either}"
        yield discrepancy("denial", shown(about), members, verdicts, _alike)


def _verdict(one: Called, other: Called) -> Verdict | None:
    a, b = one.account, other.account
    if one_voice(a, b) or abs(a.sentence - b.sentence) > _NEAR or not (one.said or other.said):
        return None
    if one.alone != other.alone or (one.alone and not one.whom & other.whom):
        return None
    if comparable().excludes[one.label] != comparable().excludes[other.label]:
        return None
    return Verdict(one.label != other.label, False, 0.5 + beside(a, b) / 2, "called by two names")


def _alike(one: Called, other: Called) -> bool:
    return one.label == other.label
