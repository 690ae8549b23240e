"""Denials of what another article tells: "Sudan denied bombing Tine" where Chad said the day before that it did.

Who denies is he who is said to have done it, at a place that both name, within days or in one story; it is told in the
same words, in two languages as an event of the same kind.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple

from according.knowledge.acts import acts
from according.link.days import apart
from according.link.discrepancies.account import Account, one_voice
from according.link.discrepancies.answers import Denial, told_by
from according.link.discrepancies.blame import Charge
from according.link.discrepancies.blocks import opposed
from according.link.discrepancies.deeds import Deed, stems
from according.link.discrepancies.groups import Verdict, grouped
from according.link.discrepancies.page import Page
from according.link.discrepancies.positions import Found, Sort, discrepancy, leading
from according.model import Span

_NEWS = 2
"""Days after a charge in which it is answered."""
_SCORE, _SURER = 0.6, 0.1
"""How sure it is that a denial is of a charge, and how much surer in one story."""
_STEM = 4
"""Letters by which a verb is known in its noun."""


class Rebuttal(NamedTuple):
    """What somebody is said to have done, or denies: `sides` are states or whoever it is, `spots` the places named.

    `kinds` are families of events, `words` stems of the words besides names.
    """

    account: Account
    denied: bool
    sides: frozenset[str]
    spots: frozenset[str]
    kinds: frozenset[str]
    words: frozenset[str]


def rebuttals(
    page: Page, told: Iterable[Deed], charged: Iterable[Charge], denied: Iterable[Sequence[Denial]]
) -> Iterator[Rebuttal]:
    """Yield what an article's speakers lay at others' doors at a place, and what they deny of one; as `answers`."""
    for deed in told:
        if not deed.denied:
            yield from _claim(page, deed.account, deed.source, deed.family, deed.place)
    for charge in charged:
        yield from _claim(page, charge.account, charge.accused, charge.kind, charge.place)
    kinds = _kinds(page)
    for some in denied:
        sentence, _ = page.sentence(some[0].cue.start)
        spots = _spots(page, sentence)
        denial = next((each for each in some if each.named and (each.who or each.text)), None)
        if spots and denial is not None:
            words = _words(page, Span(denial.cue.end, sentence.end))
            account = told_by(page, denial, "rebuttal")
            yield Rebuttal(account, True, denial.named, spots, frozenset(kinds[account.sentence]), words)


def _claim(
    page: Page, account: Account, done: frozenset[str], kind: str | None, place: str | None
) -> Iterator[Rebuttal]:
    """Yield what somebody says that others did, where a place is named."""
    span = account.says.span
    spots = _spots(page, span) | frozenset(filter(None, [place]))
    if done and spots and account.who is not None:
        kinds = frozenset() if kind is None else frozenset([kind])
        yield Rebuttal(account, False, done, spots, kinds, _words(page, span))


def _spots(page: Page, span: Span) -> frozenset[str]:
    world = page.world
    return frozenset(each for each in page.named(span) if world.is_place(each) and not world.is_country(each))


def _words(page: Page, span: Span) -> frozenset[str]:
    """Return stems of what stands in a span besides names."""
    names = " ".join(page.written(each) for each, _ in page.spans(span))
    return frozenset(word[:_STEM] for word in stems(page.written(span)) - stems(names))


def _kinds(page: Page) -> dict[int, set[str]]:
    """Return the families of what sentences tell of, by their numbers, as something that took place or did not."""
    found: dict[int, set[str]] = defaultdict(set)
    for each in page.read.events:
        if each.root not in ("REJECT", "ACCUSE"):
            found[page.number(each.trigger.start)].add(acts().families[each.root])
    return found


def differences(some: Iterable[Rebuttal]) -> Iterator[Found]:
    """Yield what is laid at somebody's door in one article, and denied by him in another."""
    for members, verdicts in grouped(opposed(some, _blocks, lambda each: each.denied), _verdict):
        told = next(each for each in leading(members) if not each.denied)
        about = f"Whether it is so: {told.account.says.says}"
        yield discrepancy(
            "denial", about, members, verdicts, lambda one, other: one.denied == other.denied, _sort
        )


def _sort(each: Rebuttal) -> Sort:
    stance = ("denied", each.account.side) if each.denied else "told"
    return Sort(stance, each.account.says.finding, each.spots, each.words)


def _blocks(each: Rebuttal) -> Iterator[Hashable]:
    told = each.account.told
    for side in sorted(each.sides):
        for spot in sorted(each.spots):
            if each.account.story is not None:
                yield side, spot, each.account.story
            for bucket in () if told is None else range((told[0] - _NEWS) // 4, (told[1] + _NEWS) // 4 + 1):
                yield side, spot, bucket


def _verdict(denial: Rebuttal, claim: Rebuttal) -> Verdict | None:
    a, b = denial.account, claim.account
    if a.article == b.article or one_voice(a, b) or b.side in denial.sides:
        return None
    story = a.story is not None and a.story == b.story
    if not story and (apart(a.told, b.told) is None or (apart(a.told, b.told) or 0) > _NEWS):
        return None
    same = denial.words & claim.words if a.language == b.language else denial.kinds & claim.kinds
    if not same or not denial.sides & claim.sides:
        return None
    return Verdict(True, False, _SCORE + (_SURER if story else 0.0), "told by one, denied by another")
