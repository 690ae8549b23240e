"""Figures of one quantity that cannot all be right, and those that follow one another in time."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping

from according.knowledge.comparable import comparable
from according.knowledge.fold import fold_name
from according.link.days import apart
from according.link.discrepancies.account import Account, beside, one_voice
from according.link.discrepancies.blocks import pairs
from according.link.discrepancies.counted import Counted
from according.link.discrepancies.groups import Verdict, grouped
from according.link.discrepancies.numbers import can_be_one
from according.link.discrepancies.positions import Found, Sort, discrepancy, leading
from according.link.world import World

SURE = 0.5
"""Score from which two figures are of one thing: the same act and place or day in one story, or much in one article."""
_MONTH, _WEEK, _NEWS = 31, 7, 1
"""Days beyond which a date tells nothing; within which what happened is told, and a toll rises; and within which two
who name no day speak of one."""
_BUCKET = 4
_NIGHT = 0.1
"""How much it tells that attacks were a day apart: they go on through a night, or are told the next day."""
_TWO = 2
_SETTLED = 4
"""Days after which a toll hardly rises any more."""
_SAME, _ANSWER = 0.2, 0.1
"""How much it tells that those counted are of the same states, and that one speaker's number stands in the sentence of
another one's, or in the next."""
_LENT = 0.6
"""How much a place and a day tell that were taken over from another sentence, of what their own do."""


def differences(some: Iterable[Counted], world: World, names: Mapping[str, str]) -> Iterator[Found]:
    """Yield where figures of one thing differ, and series of them."""
    for members, verdicts in grouped(pairs(some, _blocks), lambda one, other: _verdict(one, other, world)):
        yield discrepancy(
            "figure", _about(leading(members), names), members, verdicts, _alike, _sort, far=_far
        )


def _sort(each: Counted) -> Sort:
    """Return the value, and what it is of as far as no word of one language tells."""
    thing = "person" if each.dimension == "person" else each.thing
    return Sort(each.range, (each.dimension, thing, each.act), each.spots)


def _alike(one: Counted, other: Counted) -> bool:
    """Return whether two figures can both be right; who says "at least" leaves all above open."""
    return can_be_one(one.range, other.range)


def _far(one: Counted, other: Counted) -> float:
    """Return how far the least values are apart: "at least 14" goes with 14 rather than with 30."""
    return abs(one.range[0] - other.range[0])


def _blocks(each: Counted) -> Iterator[Hashable]:
    """Yield what figures that may be of one thing share; that nobody was killed is told of whoever others count."""
    yield from _of_one(each, each.key)
    lists = comparable()
    if each.thing in lists.persons and (each.thing != lists.people or each.is_none):
        yield from _of_one(each, (each.dimension, "nobody", each.act))


def _of_one(each: Counted, key: Hashable) -> Iterator[Hashable]:
    account = each.account
    yield key, account.article
    if account.story is not None:
        yield key, account.story
    wheres = {each.place, *each.of, *each.spots} - {None}
    spans = [span for span in (each.days, account.told) if span is not None and span[1] - span[0] <= _MONTH]
    for where in sorted(filter(None, wheres)):
        for first, last in spans:
            yield from ((key, where, day) for day in range((first - 2) // _BUCKET, (last + 2) // _BUCKET + 1))
        if each.day is not None or each.forecast or each.dimension == "percent":
            yield key, where, each.day


def _verdict(one: Counted, other: Counted, world: World) -> Verdict | None:
    """Return whether two figures of one class are of one thing and differ; None where they may be of two."""
    a, b = one.account, other.account
    if (a.article, a.sentence, a.who) == (b.article, b.sentence, b.who):
        return None
    place, time = _place_agrees(one, other, world), _time_agrees(one, other)
    if (
        place is None
        or time is None
        or _of_others(one, other)
        or _in_total(one, other)
        or _in_total(other, one)
    ):
        return None
    answers = _answers(one, other, world)
    if comparable().people in (one.thing, other.thing) and not (
        place or time or one.of & other.of or answers
    ):
        return None
    lent, same = one.lent or other.lent, bool(one.of & other.of)
    score = 0.3 + (place + time) * (_LENT if lent else 1.0) + beside(a, b)
    score += (_SAME if same else 0.0) + (_ANSWER if answers else 0.0)
    if score < SURE:
        return None
    reason = _reasons(one, place, time, lent, same, answers)
    rises = _rises(one, other, world)
    if one.forecast == other.forecast and not _one_time(one, other, _WEEK if rises else _NEWS):
        return None
    if _alike(one, other):
        return Verdict(False, False, round(score, 2), reason)
    if one.forecast != other.forecast:
        return Verdict(True, True, score, f"{reason}; a forecast and what came of it")
    copies = a.article != b.article and a.origin == b.origin
    if one_voice(a, b) and (copies or a.told == b.told):
        # Who copies a number changes it by mistake, or because he knows better.
        if not copies:
            return None
        reason += "; copies of one original"
    # A copy that only has another number tells of no rise.
    if rises and (not copies or _later(one, other).risen):
        return Verdict(True, True, score, f"{reason}; later and more")
    return Verdict(True, False, score, reason)


def _answers(one: Counted, other: Counted, world: World) -> bool:
    """Return whether the number of a second speaker stands right behind the first one's, and neither is of more.

    What two states say without a word on whose people they count are the losses of each.
    """
    a, b = one.account, other.account
    if a.article != b.article or abs(a.sentence - b.sentence) > 1 or None in (a.who, b.who) or a.who == b.who:
        return False
    return one.scope == other.scope and not (_two_sides(a, b, world) and not one.of and not other.of)


def _in_total(one: Counted, other: Counted) -> bool:
    """Return whether the first is more, and of a longer time that no day tells: the dead of a war, and of a raid."""
    return one.scope[0] and not other.scope[0] and one.days is None and one.range[0] > other.range[1]


def _of_others(one: Counted, other: Counted) -> bool:
    """Return whether two figures are of two things, of people of two states, or of two kinds of attack."""
    if one.thing != other.thing and not (one.is_none or other.is_none):
        return True
    return any(
        mine and its and not mine & its for mine, its in ((one.of, other.of), (one.means, other.means))
    )


def _reasons(one: Counted, place: float, time: float, lent: bool, same: bool, answers: bool) -> str:
    whys = (
        ("same place", place >= 0.2),
        ("same days", time >= 0.2),
        ("place or day of the only attack told", lent),
        ("of the same", same),
        ("one number beside the other", answers),
    )
    return ", ".join([f"{one.thing} {one.act or ''}".strip(), *(why for why, holds in whys if holds)])


def _one_time(one: Counted, other: Counted, most: int) -> bool:
    """Return whether two figures without days can be of one time: told few days apart."""
    if one.days is not None or other.days is not None:
        return True
    return (apart(one.account.told, other.account.told) or 0) <= most


def _rises(one: Counted, other: Counted, world: World) -> bool:
    """Return whether what was told later is more: news of the same, not another account.

    Two states do not tell the same news: whichever of them speaks first, they contradict each other. Nor do two
    speakers when the news has settled.
    """
    first, second = one.account.told, other.account.told
    if first is None or second is None or one.forecast or _two_sides(one.account, other.account, world):
        return False
    late = _later(one, other)
    early = one if late is other else other
    if _settled(early) and _two_voices(one.account, other.account):
        return False
    between = max(0, first[0] - second[1], second[0] - first[1])
    return between > 0 and early.range[1] < late.range[0]


def _later(one: Counted, other: Counted) -> Counted:
    first, second = one.account.told, other.account.told
    return other if first is not None and second is not None and first[1] < second[0] else one


def _two_voices(one: Account, other: Account) -> bool:
    """Return whether two are known to be told by two: those whom the same words tell may be one."""
    words = {fold_name(each.says.claimant_text or "") for each in (one, other)}
    return None not in (one.who, other.who) and one.who != other.who and len(words) == _TWO


def _settled(each: Counted) -> bool:
    """Return whether a day was told of so long after it that tolls hardly rise any more."""
    told = each.account.told
    return each.days is not None and told is not None and told[0] - each.days[1] >= _SETTLED


def _two_sides(one: Account, other: Account, world: World) -> bool:
    return one.side != other.side and all(
        world.kinds.get(each.side or "") == "state" for each in (one, other)
    )


def _place_agrees(one: Counted, other: Counted, world: World) -> float | None:
    """Return what it says that two are of the same place; None where they are not."""
    if one.place is not None and one.place == other.place:
        return 0.25
    if None not in (one.place, other.place) and (near := world.near(one.place or "", other.place or "")):
        if near == "places near each other":
            return 0.15
    elif world.is_small(one.place) and world.is_small(other.place):
        return None
    if one.spots & other.spots:
        return 0.2
    if one.spots and other.spots and not (one.lent or other.lent):
        return None
    return 0.0 if one.place is None or other.place is None else None


def _time_agrees(one: Counted, other: Counted) -> float | None:
    """Return what it says that two are of the same days; None where they are not."""
    if one.days is None and other.days is None:
        return 0.0
    if one.days is None or other.days is None:
        day = one.days or other.days or (0, 0)
        late = apart(day, one.account.told if one.days is None else other.account.told) or 0
        near = day[1] - day[0] <= _MONTH and late <= _WEEK
        return 0.0 if near or one.account.article == other.account.article else None
    if one.days == other.days:
        return 0.25
    if (one.lent or other.lent) and apart(one.days, other.days) == 1:
        return _NIGHT
    inside = one.days[0] <= other.days[1] and other.days[0] <= one.days[1]
    return 0.1 if inside and max(one.days[1] - one.days[0], other.days[1] - other.days[0]) <= 3 else None


def _about(some: list[Counted], names: Mapping[str, str]) -> str:
    lists = comparable()
    first = next((each for each in some if each.thing in lists.plural), some[0])
    thing = lists.plural.get(first.thing, lists.people if first.dimension == "person" else first.thing)
    of = next((names[each] for one in some for each in sorted(one.of) if each in names), None)
    place = next((names[one.place] for one in some if one.place is not None and one.place in names), None)
    day = next((one.day for one in some if one.day is not None), None)
    told = lists.told.get(first.act or "")
    if first.dimension == "percent":
        line = f"By how much {thing}{f' of {of}' if of else ''} {told or 'changed'}"
    else:
        line = f"How many {thing}{f' of {of}' if of else ''} {told or 'there are'}"
    line += f" in {place}" if place else ""
    return line + (f" ({day})" if day else "")
