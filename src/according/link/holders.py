"""Who is only described ("the French president"), across articles: the one who is called so in others.

A description with a state that its own article explains by no name means the one person named there whom other
articles of the record call so; when the article names nobody of the kind, the only one who is called so within a
year, if of that office a state has one. Descriptions never shape entities: they are linked to those that names made.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from according.knowledge.general_roles import is_general, is_sole, may_be_one
from according.link.bare import NEARER, TERM
from according.link.days import Days, year_of, years_apart
from according.link.units import Unit
from according.model import Chain, Link

NAMED_HERE = 0.8
"""Score of a description whose article names the one who is called so elsewhere."""
IN_GENERAL = 0.7
"""The same for one who is called so in general: "the Turkish leader" is who is Turkey's president elsewhere."""
ONLY_HOLDER = 0.55
"""Score of the only one called so in articles within a year, whom the article does not name: likelier than not, and
no more, since the record may lack the other holder of that year."""
_WITHIN = 1
"""Years around an article in which the only holder is looked for."""
_RARE = 0.1
"""Share of the offices that articles give somebody from which on one is believed: the rest are mistakes of one."""


@dataclass(slots=True)
class _Held:
    """In which years and how often somebody, a cluster of units, is called by an office."""

    years: set[int] = field(default_factory=set)
    count: int = 0


class Holders:
    """Who holds which office of which state, as articles call them; `of` is the cluster of each unit in `found`."""

    def __init__(self, found: Sequence[Unit], of: Sequence[int]) -> None:
        self._held: dict[int, dict[str, _Held]] = defaultdict(dict)
        self._named: dict[str, set[int]] = defaultdict(set)
        self._called: dict[tuple[int, str], set[str]] = defaultdict(set)
        for number, unit in enumerate(found):
            if unit.kind != "person":
                continue
            root = of[number]
            for article in unit.articles:
                self._named[article].add(root)
            for article, offices in unit.called.items():
                self._called[root, article].update(offices)
                for office in offices:
                    held = self._held[root].setdefault(office, _Held())
                    held.count += 1
            for office, known in unit.years.items():
                self._held[root][office].years |= known
        self._drop_rare()
        self._by_state: dict[str, list[int]] = defaultdict(list)
        for root, everything in self._held.items():
            for state in sorted({office.partition("@")[2] for office in everything} - {""}):
                self._by_state[state].append(root)

    def _drop_rare(self) -> None:
        for offices in self._held.values():
            most = max(held.count for held in offices.values())
            for office in [each for each, held in offices.items() if held.count < _RARE * most]:
                del offices[office]

    def links(
        self, described: Iterable[Chain], ids: Mapping[int, str], days: Mapping[str, Days | None]
    ) -> Iterator[Link]:
        """Yield the links of chains that only describe somebody; `ids` are those of the clusters' entities."""
        for chain in described:
            year = year_of(days.get(chain.article))
            for office in chain.offices:
                found = self._meant(chain.article, office, year)
                if found is not None:
                    root, score, reason = found
                    yield Link(chain.id, ids[root], score, reason)
                    break

    def _meant(self, article: str, office: str, year: int | None) -> tuple[int, float, str] | None:
        role, _, state = office.partition("@")
        if not state:
            return None
        holders = self._by_state.get(state, ())
        here = [root for root in holders if root in self._named[article]]
        for exact, score in ((True, NAMED_HERE), (False, IN_GENERAL)):
            fitting = self._fitting(here, role, state, year, exact=exact)
            able = {root: apart for root, apart in fitting.items() if self._is_able(root, article, office)}
            if able:
                meant = _nearest(able)
                reason = f"named here, and {office} in other articles"
                return None if meant is None else (meant, score, reason)
        if year is None or not is_sole(role):
            return None
        near = self._fitting(holders, role, state, year, exact=True)
        near = {root: apart for root, apart in near.items() if apart is not None and apart <= _WITHIN}
        if len(near) != 1 or next(iter(near)) in here:
            return None
        return next(iter(near)), ONLY_HOLDER, f"the only {office} in articles within a year"

    def _fitting(
        self, roots: Iterable[int], role: str, state: str, year: int | None, *, exact: bool
    ) -> dict[int, int | None]:
        """Those who hold an office, or one that is called so in general, and how many years away; none too far."""
        found: dict[int, int | None] = {}
        for root in roots:
            for office, held in self._held[root].items():
                known, _, of = office.partition("@")
                if of != state or not (known == role if exact else is_general(role, known)):
                    continue
                apart = years_apart({year} if year is not None else set(), held.years)
                if apart is not None and apart > TERM:
                    continue
                before = found.get(root, apart)
                found[root] = apart if before is None else before if apart is None else min(apart, before)
        return found

    def _is_able(self, root: int, article: str, office: str) -> bool:
        """Whether nothing that the article itself calls somebody speaks against an office."""
        role, _, state = office.partition("@")
        for called in self._called.get((root, article), ()):
            known, _, of = called.partition("@")
            if (of and of != state) or not may_be_one(role, known):
                return False
        return True


def _nearest(fitting: Mapping[int, int | None]) -> int | None:
    """The only one, or the one who is called so clearly nearest in time."""
    if len(fitting) == 1:
        return next(iter(fitting))
    years = sorted((apart, root) for root, apart in fitting.items() if apart is not None)
    if len(years) != len(fitting) or years[1][0] - years[0][0] < NEARER:
        return None
    return years[0][1]
