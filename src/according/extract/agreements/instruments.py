"""Agreements of an article: which phrases mean one, and what they tell of it together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from according.extract.agreements.namings import TELLING, Naming
from according.model import Instrument, InstrumentKind

_LOOSE: frozenset[InstrumentKind] = frozenset(("ceasefire", "accord", "statement"))
"""Kinds that are names for the same thing."""
_BACK = 20
"""Agreements before a phrase that it may mean."""

Place = tuple[int, int]
"""Where a phrase stands: its sentence and the token of its head."""


def instruments(
    article: str, namings: Sequence[Naming], used: set[Place]
) -> tuple[tuple[Instrument, ...], Mapping[Place, Instrument]]:
    """Return the agreements of an article, and which one each phrase means.

    Args:
        article: Its id.
        namings: The phrases in order.
        used: Phrases under which something is promised: they count even where nothing tells which they are.
    """
    groups: list[_Group] = []
    for each in namings:
        if not each.is_one:
            continue
        group = next((group for group in groups[: -_BACK - 1 : -1] if group.may_be(each)), None)
        if group is None:
            if each.open and not each.telling and (each.sentence, each.head) not in used:
                continue
            group = _Group()
            groups.append(group)
        group.add(each)
    groups = _announced(groups)
    kept = [
        group
        for group in groups
        if any(each.telling or (each.sentence, each.head) in used for each in group.namings)
    ]
    made = [(group.instrument(article), group) for group in kept]
    return tuple(one for one, _ in made), {
        (each.sentence, each.head): one for one, group in made for each in group.namings
    }


def _announced(groups: list[_Group]) -> list[_Group]:
    """Return the groups of phrases, those of a bare phrase within the only agreement that it may announce.

    A headline has "the truce", and the text below tells which it is.
    """
    told = [group for group in groups if any(each.telling for each in group.namings)]
    kept = []
    for group in groups:
        first = group.namings[0]
        meant = [
            other for other in told if other.namings[0].sentence > first.sentence and other.may_be(first)
        ]
        if group in told or len(meant) != 1 or len(told) > 1:
            kept.append(group)
            continue
        for each in group.namings:
            meant[0].add(each)
    return kept


class _Group:
    """Phrases that mean one agreement."""

    def __init__(self) -> None:
        self.namings: list[Naming] = []
        self._kinds: set[InstrumentKind] = set()
        self._dates: dict[str, None] = {}
        self._places: Counter[str] = Counter()
        self._parties: dict[str, None] = {}
        self._mediators: dict[str, None] = {}
        self._own: set[str] = set()
        self._topic: set[str] = set()

    def add(self, naming: Naming) -> None:
        self.namings.append(naming)
        self._kinds.add(naming.kind)
        self._dates |= dict.fromkeys([naming.date] if naming.date is not None else [])
        self._places.update([naming.place] if naming.place is not None else [])
        self._parties |= dict.fromkeys(naming.parties)
        self._mediators |= dict.fromkeys(naming.mediators)
        self._own |= naming.own
        self._topic |= naming.topic

    def may_be(self, naming: Naming) -> bool:
        """Return whether a phrase means this agreement: nothing in it differs, and it says no more or the same."""
        if naming.open or not self._alike(naming.kind, naming.telling):
            return False
        pairs: tuple[tuple[set[str], set[str]], ...] = (
            (set(filter(None, [naming.date])), set(self._dates)),
            (set(filter(None, [naming.place])), set(self._places)),
            (set(naming.own), self._own),
            (set(naming.parties), set(self._parties)),
        )
        if any(told and known and not told & known for told, known in pairs):
            return False
        if naming.topic and not naming.topic & self._topic:
            return any(told & known for told, known in pairs[:1])
        return not any(told and not known for told, known in pairs[:3]) or any(
            told & known for told, known in pairs[:3]
        )

    def _alike(self, kind: InstrumentKind, telling: bool) -> bool:
        loose = (
            kind in _LOOSE
            and bool(self._kinds & _LOOSE)
            and (not telling or kind == "ceasefire" or "ceasefire" in self._kinds)
        )
        return (
            kind in self._kinds
            or loose
            or (kind == "accord" and not telling and "resolution" not in self._kinds)
        )

    def instrument(self, article: str) -> Instrument:
        fullest = max(
            self.namings,
            key=lambda each: (
                each.telling,
                len(each.own) + len(each.parties) + 2 * bool(each.date),
                len(each.topic),
            ),
        )
        namings = sorted(self.namings, key=lambda each: each.span)
        return Instrument(
            article=article,
            kind=min(self._kinds, key=TELLING.index),
            name=fullest.text,
            mentions=tuple(each.span for each in namings),
            texts=tuple(each.text for each in namings),
            date=next(iter(self._dates), None),
            place=max(self._places, key=lambda place: self._places[place], default=None),
            parties=tuple(self._parties),
            mediators=tuple(self._mediators),
            own=tuple(sorted(self._own)),
            named=any(each.telling for each in self.namings),
        )
