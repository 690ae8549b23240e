"""One agreement for all articles that name it, and for each commitment what was told of it later.

Agreements are brought together by their proper name, their day, where and by whom they were made; what differs keeps
them apart. A later report is of the same party, of the same kind of act, in words that the promise has, too; in another
language, of the same places, persons or numbers.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain

from according.knowledge.edtf import bounds
from according.knowledge.fold import fold_name
from according.model import Kept
from according.views import Agreed, Deed, Followed, Named

_LOOSE = frozenset(("ceasefire", "accord", "statement"))
"""Kinds that are names for the same thing: a truce is agreed in a statement."""
_NEAR = 1
"""Days that accounts of one agreement may differ by: it was signed at midnight, or is dated by where it was."""
_LONGER = (len("2021"), len("2021-03"))
"""Characters of a day's year and month (ISO 8601)."""
_NEWS = 30
"""Days within which articles on an agreement of the same parties, undated, are about one."""
_MOST = 40
"""Agreements, or promises in one word, that one is compared with."""
_Key = tuple[str, str | float]
_STEM = 5
"""Letters by which words are compared, so that inflected forms agree."""
_SHORTEST = 4
_ACTED: dict[str, Kept] = {
    "happened": "reported done",
    "ongoing": "reported done",
    "denied": "reported broken",
}
"""What an event's status says of a promise to do it."""


def link(named: Iterable[Named], promises: Iterable[Deed], acts: Iterable[Deed]) -> Agreed:
    """Bring agreements together, and later reports to their commitments.

    Args:
        named: The agreements of all articles, in any order.
        promises: All commitments.
        acts: Events that may be what was promised.
    """
    return Agreed(tuple(sorted(_agreements(named))), tuple(_followed(list(promises), acts)))


class _Agreement:
    """Namings of one agreement, and what they tell together."""

    def __init__(self, first: Named) -> None:
        self.id, self.kinds = first.instrument, {first.kind}
        self.days = {day} if (day := _day(first.date)) is not None else set[date]()
        self.places = {first.place} - {None}
        self.own, self.parties, self.mediators = set(first.own), set(first.parties), set(first.mediators)
        self.published, self.about = [first.published], first.about

    def take(self, other: Named) -> None:
        self.kinds.add(other.kind)
        self.days |= {day} if (day := _day(other.date)) is not None else set()
        self.places |= {other.place} - {None}
        self.own |= other.own
        self.parties |= other.parties
        self.mediators |= other.mediators
        self.published.append(other.published)

    def is_one(self, other: Named) -> bool:
        """Return whether a naming means this agreement."""
        loose = other.kind in _LOOSE and self.kinds <= _LOOSE
        if other.kind not in self.kinds and not loose:
            return False
        day = _day(other.date)
        dated = day is not None and any(abs((day - each).days) <= _NEAR for each in self.days)
        if (day is not None and self.days and not dated) or (
            self.own and other.own and not self.own & other.own
        ):
            return False
        who = (self.parties | self.mediators) & (other.parties | other.mediators)
        if self.parties and other.parties and not who:
            return False
        exact = day is not None and day in self.days
        if (
            self.own & other.own
            or (exact and (who or not (self.parties and other.parties)))
            or (dated and who)
        ):
            return True
        if other.place is not None and other.place in self.places:
            return bool(who) or not (self.parties and other.parties)
        return len(self.parties & other.parties) > 1 and self._in_the_news(other)

    def is_the_only(self, other: Named, time: tuple[str, str]) -> bool:
        """Return whether a naming by a longer time can mean this agreement: of the same, made within it, told since."""
        who = self.parties | self.mediators
        told = other.parties | other.mediators
        alike = bool(who & told) or other.place in self.places or bool(self.own & other.own)
        if not self.days or (other.kind not in self.kinds and not {other.kind, *self.kinds} <= _LOOSE):
            return False
        if not all(time[0] <= day.isoformat() <= time[1] for day in self.days):
            return False
        if (other.own and self.own and not self.own & other.own) or (who and told and not who & told):
            return False
        month = time[0][:7] == time[1][:7]
        told_by = bounds(other.published) if other.published is not None else None
        since = told_by is not None and told_by[1] >= min(self.days).isoformat()
        return since and (alike or (bool(self.about & other.about) and (month or other.kind in self.kinds)))

    def _in_the_news(self, other: Named) -> bool:
        told = _day(other.published)
        days = [day for day in map(_day, self.published) if day is not None]
        return told is not None and any(abs((told - day).days) <= _NEWS for day in days)


def _agreements(named: Iterable[Named]) -> Iterator[tuple[str, str]]:
    """Yield the agreement that each naming means: those that tell most open one."""
    blocks: dict[object, list[_Agreement]] = defaultdict(list)
    for each in sorted(named, key=_order):
        keys = list(_keys(each))
        near = {id(one): one for one in chain.from_iterable(blocks[key] for key in keys)}
        found = next((one for one in near.values() if one.is_one(each)), None) if each.named else None
        # Of more agreements than are compared nobody knows which is the only one.
        if found is None and each.named and all(len(blocks[key]) < _MOST for key in keys):
            found = _only(each, near.values())
        if found is None:
            found = _Agreement(each)
        else:
            found.take(each)
        yield each.instrument, found.id
        for key in keys:
            if each.named and len(blocks[key]) < _MOST and all(one is not found for one in blocks[key]):
                blocks[key].append(found)


def _only(each: Named, near: Iterable[_Agreement]) -> _Agreement | None:
    """Return the agreement made in the month or year by which a naming tells it, if it is the only one of then."""
    time = bounds(each.date) if each.date is not None else None
    if time is None or _day(each.date) is not None:
        return None
    meant = [one for one in near if one.is_the_only(each, time)]
    return meant[0] if len(meant) == 1 else None


def _order(each: Named) -> tuple[object, ...]:
    return (
        _day(each.date) is None,
        not each.own,
        -len(each.parties),
        each.place is None,
        each.published or "",
        each.article,
        each.instrument,
    )


def _keys(each: Named) -> Iterator[object]:
    """Yield what agreements that may be one share."""
    kind = "agreement" if each.kind in _LOOSE else each.kind
    yield from ((kind, word) for word in sorted(each.own))
    day = _day(each.date)
    if day is not None:
        yield from ((kind, day.toordinal() + shift) for shift in range(-_NEAR, _NEAR + 1))
        yield from ((kind, day.isoformat()[:length]) for length in _LONGER)
    elif each.date is not None:
        yield kind, each.date
    if each.place is not None:
        yield kind, each.place
    if len(each.parties) > 1:
        yield kind, tuple(sorted(each.parties)[:2])


def _day(value: str | None) -> date | None:
    """Return the day that an EDTF date names, None for a longer time."""
    ends = bounds(value) if value is not None else None
    return date.fromisoformat(ends[0]) if ends is not None and ends[0] == ends[1] else None


def _followed(promises: Sequence[Deed], acts: Iterable[Deed]) -> Iterator[Followed]:
    """Yield what was told of each promise after it, in order."""
    known: dict[_Key, list[Deed]] = defaultdict(list)
    for each in sorted(promises, key=_when):
        if each.status == "promised":
            for key in _doing(each):
                known[key].append(each)
    reports = [each for each in promises if each.status != "promised"]
    for report in sorted(chain(reports, acts), key=_when):
        status = _told(report)
        if status is None:
            continue
        before = ((known[key], bisect_right(known[key], _when(report), key=_when)) for key in _doing(report))
        near = {each.id: each for some, end in before for each in some[max(0, end - _MOST) : end]}
        for each in sorted(near.values(), key=_when):
            reason = _same_act(each, report)
            if reason is not None and _after(each, report) and not _too_early(each, report):
                yield Followed(each.id, report.id, status, reason)


def _doing(each: Deed) -> Iterator[_Key]:
    """Yield who does something with the words and marks by which it is told: a promise and its report share one."""
    for who in sorted(each.by):
        yield from ((who, stem) for stem in sorted(_stems(each.words)))
        yield from ((who, mark) for mark in sorted(each.marks, key=str))


def _told(report: Deed) -> Kept | None:
    kept: Kept | None = _ACTED.get(report.status)
    return kept or next((each for each in _REPORTS if each == report.status), None)


_REPORTS: tuple[Kept, ...] = ("reported done", "reported broken", "disputed", "unclear")


def _when(each: Deed) -> tuple[str, str, int, str]:
    return each.published or "", each.article, each.start, each.id


def _after(promise: Deed, report: Deed) -> bool:
    """Return whether a report came after a promise: farther on in its article, or in a later one."""
    if promise.article == report.article:
        return report.start > promise.start
    earlier, later = _day(promise.published), _day(report.published)
    return earlier is not None and later is not None and later > earlier


def _too_early(promise: Deed, report: Deed) -> bool:
    """Return whether what was promised was not done yet when it was not due either."""
    due, told = bounds(promise.due) if promise.due else None, _day(report.published)
    return report.status == "denied" and due is not None and told is not None and told.isoformat() <= due[1]


def _same_act(promise: Deed, report: Deed) -> str | None:
    """Return why a report is of what was promised, None when it is not."""
    shared = _stems(promise.words) & _stems(report.words)
    kind = promise.root is not None and promise.root == report.root
    marks = (promise.marks & report.marks) - promise.by
    # Whom a promise is made to and where it is kept are both what is acted on: "withdraw from the town".
    whom = bool(promise.to & report.to or report.to & promise.marks)
    if promise.to and report.to and not whom:
        return None
    if kind and (len(shared) > 1 or (shared and (whom or marks))):
        return "the same party, kind of act and words"
    if kind and marks and promise.language != report.language:
        return "the same party, kind of act, and places, persons or numbers"
    if not kind and (promise.root is None or report.root is None) and len(shared) > 2:
        return "the same party and words"
    return None


def _stems(words: str) -> set[str]:
    return {word[:_STEM] for word in fold_name(words).split() if len(word) >= _SHORTEST}
