"""Days and places of what takes place once: a death, a meeting of a day, the making of an agreement."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from according.knowledge.comparable import comparable
from according.knowledge.fold import fold, fold_name
from according.link.days import Days, apart, days
from according.link.discrepancies.account import Account, beside, one_voice, shown
from according.link.discrepancies.blocks import pairs
from according.link.discrepancies.deeds import Deed, stems
from according.link.discrepancies.groups import Groups, Verdict
from according.link.discrepancies.page import Page
from according.link.discrepancies.positions import Found, discrepancy, leading
from according.link.names import keys, likeness
from according.link.world import World
from according.model import Instrument, Span
from according.views import Difference

_NUMBER = re.compile(r"\d+")
_ALIKE, _BOTH_ALIKE = 0.75, 0.55
"""Likeness from which two names are taken for one person's; surnames alone, where two who meet are alike."""
_APART = 7
"""Days that lie at most between two dates of one agreement."""
_MONTH = 31
"""Days within which two tell of one death where only names that are alike tell that it is one person's."""
_SHARED, _SURE = 2, 0.4
"""How many entities two articles name, or words for it they have in common, when they write of one agreement; and the
score from which it is one."""


class Once(NamedTuple):
    """What takes place once: a death or a meeting of persons by their names, or an agreement by its words.

    `who` are the entities of those persons, or the agreement as it was linked. `own` are proper words of an agreement
    and its parties, `words` stems of what it is called.
    `day` is EDTF, a whole day. `among` are the entities that the article names.
    """

    account: Account
    kind: str
    people: tuple[str, ...]
    who: tuple[str, ...]
    own: frozenset[str]
    words: frozenset[str]
    place: str | None
    days: Days | None
    day: str | None
    among: frozenset[str]
    about: str


def once(page: Page, told: Iterable[Deed], names: Mapping[str, str]) -> Iterator[Once]:
    """Yield what an article tells of that takes place once, where a day or a place is told."""
    for deed in told:
        kind = None if deed.denied else _kind(deed)
        if kind is None:
            continue
        chains = (
            deed.event.target.chains
            if kind == "death"
            else deed.event.source.chains + deed.event.target.chains
        )
        who = tuple(dict.fromkeys(each for each in chains if _is_somebody(each, page.world, names)))
        people = tuple(names[each] for each in who)
        if len(people) >= (1 if kind == "death" else 2):
            whom = people[0] if kind == "death" else " and ".join(people[:2])
            yield Once(
                deed.account, kind, people, who, frozenset(), frozenset(), deed.place, _day(deed.days), deed.event.date,
                page.entities, f"{'the death of' if kind == 'death' else 'the meeting of'} {whom}",
            )  # fmt: skip
    for each in page.read.instruments:
        span = _dated(page, each)
        statement = page.statement(span.start)
        by, words = (statement.speaker, statement.speaker_text) if statement is not None else (None, None)
        parties = frozenset((*each.parties, *each.mediators))
        linked = page.read.agreements.get(each.id)
        yield Once(
            page.account(each.id, span, shown(each.name), by, words), "agreement", (),
            () if linked is None else (linked,), frozenset(each.own) | parties, stems(each.name), each.place,
            _day(days(each.date)), each.date, page.lifted(page.entities), shown(each.name),
        )  # fmt: skip


def _dated(page: Page, agreement: Instrument) -> Span:
    """Return the mention of an agreement in the first sentence that names its day, else the first."""
    day = (agreement.date or "")[-2:].lstrip("0")
    naming = (
        span
        for span in agreement.mentions
        if day and day in _NUMBER.findall(page.sentence(span.start)[1].text)
    )
    return next(naming, agreement.mentions[0])


def _is_somebody(entity: str, world: World, names: Mapping[str, str]) -> bool:
    return entity in names and world.kinds.get(entity) == "person"


def _kind(deed: Deed) -> str | None:
    if deed.family == "ASSAULT":
        dies = (
            deed.event.mode == "assassinate"
            or comparable().acts.first(fold(deed.event.text).text) == "killed"
        )
        return "death" if dies else None
    return "meeting" if deed.event.root == "CONSULT" else None


def _day(when: Days | None) -> Days | None:
    return when if when is not None and when[0] == when[1] else None


def differences(some: Iterable[Once], world: World, names: Mapping[str, str]) -> Iterator[Found]:
    """Yield where days or places of one thing differ."""
    groups: dict[Difference, Groups[Once]] = {"date": Groups(lasting=True), "place": Groups(lasting=True)}
    for one, other in pairs(some, _blocks):
        if one.kind != other.kind or one_voice(one.account, other.account):
            continue
        for kind, verdict in _verdicts(one, other, world):
            groups[kind].add(one, other, verdict)
    for kind, joined in groups.items():
        for members, verdicts in joined:
            lead = "Date of" if kind == "date" else "Place of"
            about = f"{lead} {leading(members)[0].about}"
            yield discrepancy(kind, about, [_shown(each, kind, names) for each in members], verdicts, _alike)


def _shown(each: Once, kind: Difference, names: Mapping[str, str]) -> Once:
    """Return what takes place once with an account that says when or where."""
    value = each.day if kind == "date" else names.get(each.place or "")
    says = replace(each.account.says, says=value or each.account.says.says)
    return each._replace(account=each.account._replace(says=says))


def _alike(one: Once, other: Once) -> bool:
    return one.account.says.says == other.account.says.says


def _blocks(each: Once) -> Iterator[Hashable]:
    if each.kind == "agreement":
        if each.days is not None:
            yield from (
                (each.kind, bucket) for bucket in range((each.days[0] - 3) // 4, (each.days[0] + 3) // 4 + 1)
            )
        return
    for name in each.people:
        for key in sorted(keys(name)):
            if each.kind == "death":
                yield each.kind, key
            elif each.days is not None:
                yield each.kind, key, each.days[0]


def _verdicts(one: Once, other: Once, world: World) -> Iterator[tuple[Difference, Verdict]]:
    if one.kind == "agreement":
        verdict = _agreement(one, other)
        if verdict is not None:
            yield "date", verdict
        return
    least = _ALIKE if one.kind == "death" else _BOTH_ALIKE
    near = _near(one.account, other.account)
    alike = [
        any(_is_one(mine, its, near, least) for its in zip(other.who, other.people, strict=True))
        for mine in zip(one.who, one.people, strict=True)
    ]
    if sum(alike) < (1 if one.kind == "death" else 2):
        return
    score = 0.6 + beside(one.account, other.account)
    if one.kind == "death" and one.days is not None and other.days is not None:
        yield "date", Verdict(one.days != other.days, False, score, "one dies once")
    if one.place is not None and other.place is not None:
        spots = world.spot(one.place) is not None and world.spot(other.place) is not None
        elsewhere = spots and one.place != other.place and world.near(one.place, other.place) is None
        day = one.days == other.days or one.kind == "death"
        if day and (elsewhere or one.place == other.place):
            yield "place", Verdict(elsewhere, False, score, "one is in one place at a time")


def _near(one: Account, other: Account) -> bool:
    """Return whether two are of one story, or tell of days within a month."""
    if one.story is not None and one.story == other.story:
        return True
    return (apart(one.days, other.days) or 0) <= _MONTH


def _is_one(mine: tuple[str, str], its: tuple[str, str], near: bool, least: float) -> bool:
    """Return whether two persons, by entity and name, are one.

    Those of one name that are kept apart are two. Others may be one whose name is spelt in two ways, or given in a
    fuller form, where accounts are `near` each other: two persons of like names do not often die at once.
    """
    (who, name), (other, called) = mine, its
    if who == other:
        return True
    known, known_too = fold_name(name), fold_name(called)
    if known == known_too or not near:
        return False
    words, others = set(known.split()), set(known_too.split())
    fuller = min(len(words), len(others)) > 1 and (words <= others or others <= words)
    return fuller or likeness(name, called) >= least


def _made_again(one: Once, other: Once) -> bool:
    """Return whether the one was told before the other was made: a truce is often broken, and made again."""
    return any(
        first.account.told is not None and second.days is not None and first.account.told[1] < second.days[0]
        for first, second in ((one, other), (other, one))
    )


def _agreement(one: Once, other: Once) -> Verdict | None:
    """Return whether two agreements are one that two days are told of."""
    if one.days is None or other.days is None or abs(one.days[0] - other.days[0]) > _APART:
        return None
    if one.who and other.who and one.who != other.who and _made_again(one, other):
        return None
    shared, among = one.own & other.own, one.among & other.among
    if one.own and other.own and not shared:
        return None
    where = 0.2 if one.place is not None and one.place == other.place else 0.0
    if one.place and other.place and not where:
        return None
    score = (
        0.25
        + where
        + (0.2 if shared else 0.0)
        + 0.05 * min(len(among), 4)
        + beside(one.account, other.account)
    )
    words = min(len(one.words & other.words), _SHARED)
    score += 0.05 * words
    if not (shared or where or (among and len(among) + words > _SHARED)) or score < _SURE:
        return None
    return Verdict(
        one.days != other.days, False, score, "agreements of the same parties or place, few days apart"
    )
