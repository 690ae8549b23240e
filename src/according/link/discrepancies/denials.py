"""What one says took place and another one denies."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import NamedTuple

from according.knowledge.acts import acts
from according.knowledge.comparable import comparable
from according.link.discrepancies.account import NEAR, Account, beside, one_voice, shown
from according.link.discrepancies.blocks import opposed
from according.link.discrepancies.deeds import Deed, blocks, line, place_agrees, stems, time_agrees
from according.link.discrepancies.groups import Verdict, grouped
from according.link.discrepancies.page import Page
from according.link.discrepancies.positions import Found, Sort, discrepancy, leading
from according.link.world import World

_NUMBER = re.compile(r"\d+")
SURE = 0.5
"""Score from which what is denied is what another one tells."""
_SHARED, _FEWEST = 0.6, 3
"""Share of the words of a denial that another's words hold, and how many they are at least; of one story, one fewer."""

_SAID, _LEAST = 0.15, 2
"""What it tells that two events of one article are told in the same words, and how many those are at least."""
_TOGETHER, _ANYWHERE = 0.15, 0.05
"""What `beside` says of two accounts of one story, and of two of which nothing tells that they are of one time."""


class Said(NamedTuple):
    """A statement by its words: whether it denies them, and what it is found by."""

    account: Account
    denied: bool
    words: frozenset[str]
    places: frozenset[str]
    numbers: frozenset[str]


def said(page: Page) -> Iterator[Said]:
    """Yield what an article's speakers deny, and what others say, by their words alone."""
    nay = comparable().nay
    for each in page.read.statements:
        words = stems(each.text)
        if len(words) < _FEWEST or len(each.text) > NEAR:
            continue
        _, text = page.sentence(each.cue.start)
        denied = each.manner == "deny"
        if denied and page.negates(each.cue):
            continue
        if not denied and (
            nay.first(text.text) is not None or each.manner not in ("say", "confirm", "accuse")
        ):
            continue
        says = f"not so: {each.text}" if denied else each.text
        account = page.account(each.id, each.content_span, shown(says), each.speaker, each.speaker_text)
        places = frozenset(
            name for name in page.named(each.content_span) if page.world.kinds.get(name) == "place"
        )
        yield Said(account, denied, words, places, frozenset(_NUMBER.findall(each.text)))


def differences(some: Iterable[Deed], world: World, names: Mapping[str, str]) -> Iterator[Found]:
    """Yield what is told by some and denied by others."""
    for members, verdicts in grouped(
        opposed(some, blocks, lambda each: each.denied),
        lambda one, other: _verdict(one, other, world),
    ):
        told = next(each for each in leading(members) if not each.denied)
        about = f"Whether it took place: {line(told, dict(names))}"
        yield discrepancy("denial", about, members, verdicts, _alike, _sort, told.happening)


def _alike(one: Deed | Said, other: Deed | Said) -> bool:
    """Return whether two tell the same: all who deny are of one position."""
    return one.denied == other.denied


def _sort(each: Deed | Said) -> Sort:
    """Return what tells of what an account is: where two are denied by one, their place or sentence."""
    places = each.places if isinstance(each, Said) else frozenset(filter(None, [each.place]))
    stance = ("denied", each.account.side) if each.denied else "told"
    return Sort(stance, each.account.says.finding, places, each.words)


def _verdict(one: Deed, other: Deed, world: World) -> Verdict | None:
    a, b = one.account, other.account
    if one_voice(a, b) or (a.side is not None and a.side == b.side):
        return None
    if (one if one.denied else other).account.who is None:
        return None
    many = [set(_NUMBER.findall(each.event.target.text or "")) for each in (one, other)]
    if all(many) and not many[0] & many[1]:
        return None
    if not acts().can_be_one((one.event.root, None), (other.event.root, None)):
        return None
    time, place = time_agrees(one.days, other.days, a, b), place_agrees(one.place, other.place, world)
    source, target = _sides(one.source, other.source), _sides(one.target, other.target)
    if None in (time, place, source) or (target is None and not one.words & other.words):
        return None
    words = 0.2 if one.words & other.words else _SAID if _in_one(one, other) else 0.0
    doing = 0.1 if one.doing & other.doing else 0.0
    score = (
        0.15
        + (time or 0)
        + (place or 0)
        + max(target or 0.0, words)
        + max(source or 0.0, doing)
        + beside(a, b)
    )
    together = one.happening is not None and one.happening == other.happening
    score += 0.15 if together else 0.0
    if not (place or target or words or (together and (source or doing))) or score < SURE:
        return None
    if not (place or time or source or doing) and a.article != b.article:
        return None
    return Verdict(True, False, score, "told by one, denied by another")


def _in_one(one: Deed, other: Deed) -> bool:
    """Return whether two sentences of one article tell of them in the same words: at least half of those of one."""
    a, b = one.account, other.account
    if a.article != b.article or a.sentence == b.sentence:
        return False
    shared = len(one.telling & other.telling)
    return shared >= _LEAST and 2 * shared >= min(len(one.telling), len(other.telling))


def _sides(one: frozenset[str], other: frozenset[str]) -> float | None:
    if not one or not other:
        return 0.0
    return 0.25 if one & other else None


def by_words(some: Iterable[Said]) -> Iterator[Found]:
    """Yield what one denies in the words in which another one tells it."""
    for members, verdicts in grouped(opposed(some, _by_words_keys, lambda each: each.denied), _in_words):
        told = next(each for each in leading(members) if not each.denied)
        about = f"Whether it is so: {told.account.says.says}"
        yield discrepancy("denial", about, members, verdicts, _alike, _sort)


def _in_words(one: Said, other: Said) -> Verdict | None:
    """Return whether the first of two denies what the second tells, by their words."""
    if one_voice(one.account, other.account) or _is_inside(one.account, other.account):
        return None
    named = (one.places, other.places), (one.numbers, other.numbers)
    if any(mine and its and not mine & its for mine, its in named):
        return None
    shared, near = one.words & other.words, beside(one.account, other.account)
    share = len(shared) / len(one.words)
    if share < _SHARED or len(shared) < _FEWEST - (near >= _TOGETHER) or near <= _ANYWHERE:
        return None
    return Verdict(True, False, 0.5 + share / 4, "denied in the same words")


def _is_inside(one: Account, other: Account) -> bool:
    """Return whether what one says is part of what another one says: "they recall that he denies it"."""
    here, there = one.says.span, other.says.span
    return one.article == other.article and here.start < there.end and there.start < here.end


def _by_words_keys(each: Said) -> Iterator[Hashable]:
    yield each.account.article
    if each.account.story is not None:
        yield each.account.story
    if each.account.told is not None:
        for word in sorted(each.words):
            yield word, each.account.told[0] // 3
