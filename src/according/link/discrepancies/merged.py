"""One difference that is told in several languages, or found in two ways, is one discrepancy.

What pairs of accounts are compared by stands in words, and those of two languages need not be known as the same. Two
discrepancies of one kind are one where they are of one class, place or story and time, and at least two of their
positions say the same: the same numbers, the same accused. What is denied must be told in the same article, too, and of
the same: a denial in other words may be of anything.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from according.link.discrepancies.account import Account, key
from according.link.discrepancies.blocks import MOST
from according.link.discrepancies.positions import Found
from according.link.discrepancies.spans import hull, is_narrow, length
from according.model import content_id
from according.views import Discrepancy

_TWO = 2
"""Positions in which two discrepancies say the same when they are one."""


def merged(found: Iterable[Found]) -> Iterator[Found]:
    """Yield discrepancies, those that are one as one."""
    some = sorted(found, key=lambda each: (-each.discrepancy.score, each.discrepancy.id))
    common = Counter(each.language for found in some for each in found.accounts)
    groups: list[list[Found]] = []
    blocks: dict[Hashable, deque[list[Found]]] = defaultdict(lambda: deque(maxlen=MOST))
    for each in some:
        keys = list(_blocks(each))
        near = chain.from_iterable(blocks[block] for block in keys)
        mine = next((group for group in near if _is_one(each, group[0]) and _fits(group, each)), None)
        if mine is None:
            groups.append(mine := [])
        mine.append(each)
        for block in keys:
            if not any(group is mine for group in blocks[block]):
                blocks[block].append(mine)
    for group in groups:
        yield group[0] if len(group) == 1 else _joined(group, common)


def _blocks(found: Found) -> Iterator[Hashable]:
    told = found.discrepancy.kind, found.discrepancy.series
    accounts = found.accounts
    yield from ((*told, each.article, each.sentence) for each in accounts)
    yield from ((*told, story) for story in sorted({each.story or "" for each in accounts} - {""}))
    yield from ((*told, spot) for spot in sorted(found.spots))
    on = hull(each.on for each in accounts)
    if on is not None and on[0] == on[1]:
        yield (*told, on)


def _is_one(one: Found, other: Found) -> bool:
    """Return whether two of one block are one.

    What is denied or laid at somebody's door has no value that tells it from the next: two are of one only where their
    places and words do not tell of two.
    """
    if len(set(one.stances) & set(other.stances)) < _TWO:
        return False
    valued = one.discrepancy.kind == "figure"
    if not valued and (apart(one.spots, other.spots) or apart(one.words, other.words)):
        return False
    of_one = one.sort == other.sort or None in (one.sort, other.sort)
    if not of_one and one.discrepancy.kind == "blame":
        return False
    if _sentences(one) & _sentences(other) or len(_voices(one) & _voices(other)) >= _TWO:
        return True
    return of_one and not apart(one.spots, other.spots)


def apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether two that both tell something have nothing in common."""
    return bool(one) and bool(other) and not one & other


def _voices(found: Found) -> set[tuple[Hashable, str, str]]:
    """Return who says what in which article: a headline says it again."""
    return {
        (stance, each.article, each.who)
        for stance, position in zip(found.stances, found.positions, strict=True)
        for each in position
        if each.who is not None
    }


def _sentences(found: Found) -> set[tuple[str, int]]:
    return {(each.article, each.sentence) for each in found.accounts}


def _fits(group: Sequence[Found], other: Found) -> bool:
    """Return whether what several tell lies within a week beyond the longest of their dates, and they are no crowd."""
    if len(group) == MOST:
        return False
    spans = [each.days for found in (*group, other) for each in found.accounts]
    return is_narrow(hull(spans), max(map(length, spans), default=0))


def _joined(group: Sequence[Found], common: Mapping[str | None, int]) -> Found:
    """Return several as one: the surest of them, in the language of most accounts, of equal ones the most common."""
    stances: dict[Hashable, list[Account]] = defaultdict(list)
    for found in group:
        for stance, position in zip(found.stances, found.positions, strict=True):
            held = stances[stance]
            held += [each for each in position if not any(_is_same(each, other) for other in held)]
    ordered = sorted(
        ((sorted(some, key=lambda each: each.rank), stance) for stance, some in stances.items()),
        key=lambda each: each[0][0].rank,
    )
    positions = [position for position, _ in ordered]
    accounts = [each for position in positions for each in position]
    languages = Counter(each.language for each in accounts)
    said = max(group, key=lambda each: (languages[each.language], common[each.language]))
    stories = {each.story for each in accounts}
    best = group[0].discrepancy
    one = Discrepancy(
        id=content_id("discrepancy", best.kind, *sorted(map(key, accounts))),
        kind=best.kind,
        series=best.series,
        about=said.discrepancy.about,
        positions=tuple(tuple(each.says for each in position) for position in positions),
        story=next(iter(stories)) if len(stories) == 1 else None,
        happening=next((each.discrepancy.happening for each in group if each.discrepancy.happening), None),
        score=best.score,
        reason=best.reason,
    )
    return Found(
        one,
        tuple(map(tuple, positions)),
        tuple(stance for _, stance in ordered),
        group[0].sort,
        frozenset[str]().union(*(each.spots for each in group)),
        frozenset[str]().union(*(each.words for each in group)),
        said.language,
    )


def _is_same(one: Account, other: Account) -> bool:
    """Return whether two accounts are one, found in two ways: in one sentence, of one speaker."""
    return (one.article, one.sentence, one.who) == (other.article, other.sentence, other.who)
