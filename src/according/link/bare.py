"""Bare surnames, across articles: whose they are, by an office or by the story that both articles tell.

A surname never links alone. With an office it means who bears both, of several the one named so nearest in time;
without one, the only bearer in another article on the same story. What is not sure is an edge to suggest, no link.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from according.knowledge.fold import fold_name
from according.link.cluster import Edge
from according.link.company import Company
from according.link.days import years_apart
from according.link.names import full_keys, surname_agrees, surname_keys
from according.link.units import Unit

BY_OFFICE = 0.85
"""Score of a bare surname that is linked by its office and state."""
BY_ROLE = 0.7
"""Score of the same without the state, when only one fits."""
BY_STORY = 0.7
"""Score of a bare surname without an office that only one person bears in articles on the same story."""
LONG_AGO = 0.5
"""Score of a holder who was named so more than `TERM` years before or after: worth a person's look only."""
TERM = 10
"""Years after which somebody else of that name may hold an office: two terms of most constitutions."""
NEARER = 2
"""Years by which the nearest of several holders must be nearer than the next: a year of change has both."""
_CROWD = 60
"""Bearers of a surname from which on it is not asked who of them is in the same story: too many to look at."""
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Fitting:
    """Who may be meant by a bare surname: an edge to each, the best first, and the one that is sure, if any."""

    edges: tuple[Edge, ...]
    sure: Edge | None


@dataclass(slots=True)
class _Holder:
    """One who bears the surname and the office: with which edge, and how many years away (None: not known)."""

    edge: Edge
    years: int | None

    @property
    def is_far(self) -> bool:
        return self.years is not None and self.years > TERM


def by_office(found: Sequence[Unit], of: Sequence[int]) -> dict[int, Fitting]:
    """Return for each bare surname with an office who bears both, one for each cluster `of` full names."""
    holders: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, unit in enumerate(found):
        if unit.kind == "person" and not unit.alone:
            offices = {form for office in unit.offices for form in (office, _role(office))}
            for held in product(sorted(offices), full_keys(unit.name)):
                holders[held].append(number)
    fitting: dict[int, Fitting] = {}
    for number, unit in enumerate(found):
        if unit.kind == "person" and unit.alone and unit.offices:
            fitting[number] = _decided(found, _holders(found, of, holders, number))
    return fitting


def _role(office: str) -> str:
    return office.partition("@")[0] + "@"


def _holders(
    found: Sequence[Unit], of: Sequence[int], holders: dict[tuple[str, str], list[int]], number: int
) -> list[_Holder]:
    unit = found[number]
    fitting: dict[int, _Holder] = {}
    for office in sorted(unit.offices, key=lambda office: (office.endswith("@"), office)):
        score = BY_ROLE if office.endswith("@") else BY_OFFICE
        near = {n for key in surname_keys(unit.name) for n in holders.get((office, key), ())}
        for holder in sorted(near):
            if not surname_agrees(unit.name, found[holder].name):
                continue
            first, second = sorted((number, holder))
            reason = f"office {office} and surname {unit.name}"
            years = _years(unit, found[holder], office)
            known = fitting.setdefault(of[holder], _Holder(Edge(score, first, second, reason), years))
            if (
                known.edge.score == score
                and years is not None
                and (known.years is None or years < known.years)
            ):
                fitting[of[holder]] = _Holder(Edge(score, first, second, reason), years)
    return list(fitting.values())


def _years(unit: Unit, holder: Unit, office: str) -> int | None:
    if not office.endswith("@"):
        return unit.apart(holder, office)
    theirs = {year for held, years in holder.years.items() if _role(held) == office for year in years}
    return years_apart(unit.years.get(office, set()), theirs)


def _decided(found: Sequence[Unit], holders: list[_Holder]) -> Fitting:
    """Decide by the office with its state before one without, then by time, if at all."""
    near = sorted(
        (holder for holder in holders if not holder.is_far),
        key=lambda holder: (-holder.edge.score, holder.years or 0, holder.edge[1:]),
    )
    far = [
        holder.edge._replace(
            score=LONG_AGO, reason=f"{holder.edge.reason}, {holder.years} years before or after"
        )
        for holder in holders
        if holder.is_far
    ]
    sure: Edge | None = None
    if near:
        best = [holder for holder in near if holder.edge.score == near[0].edge.score]
        sure = best[0].edge if len(best) == 1 else _nearest(best)
    return Fitting((*(holder.edge for holder in near), *sorted(far)), sure)


def _nearest(holders: list[_Holder]) -> Edge | None:
    """The edge to the one of several who is named so clearly nearest in time; None when nobody is."""
    first, second = holders[0].years, holders[1].years
    if first is None or second is None or any(holder.years is None for holder in holders):
        return None
    if second - first < NEARER:
        return None
    when = {0: "the same year", 1: "a year before or after"}.get(first, f"{first} years before or after")
    return holders[0].edge._replace(
        reason=f"{holders[0].edge.reason}; of {len(holders)} the one named so in {when}, the next {second} years away"
    )


def of_one_office(found: Sequence[Unit], fitting: dict[int, Fitting]) -> Iterator[Edge]:
    """Yield edges between the years of one surname with one office that no full name fits.

    Articles without a date are with them only when all the others lie within one `TERM`.
    """
    alike: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    undated: dict[tuple[str, ...], int] = {}
    for number, unit in enumerate(found):
        offices = sorted(office for office in unit.offices if not office.endswith("@"))
        if number not in fitting or fitting[number].edges or not offices:
            continue
        which = (fold_name(unit.name), *offices)
        years = unit.years.get(offices[0])
        if years:
            alike[which].append((min(years), number))
        else:
            undated[which] = number
    for which, dated in alike.items():
        dated.sort()
        pairs = [(one, other) for (year, one), (next_, other) in pairwise(dated) if next_ - year <= TERM]
        if which in undated and dated[-1][0] - dated[0][0] <= TERM:
            pairs.append((dated[0][1], undated[which]))
        for one, other in pairs:
            reason = f"office {which[1]} and surname {found[one].name} in articles of years near each other"
            yield Edge(BY_ROLE, min(one, other), max(one, other), reason)


def by_story(
    found: Sequence[Unit], of: Sequence[int], company: Company, fitting: dict[int, Fitting]
) -> Iterator[Edge]:
    """Yield edges from surnames that no office explains to the one who bears it in articles on the same story."""
    bearers: dict[str, list[int]] = defaultdict(list)
    for number, unit in enumerate(found):
        if unit.kind == "person" and not unit.alone:
            for key in full_keys(unit.name):
                bearers[key].append(number)
    for number, unit in enumerate(found):
        if unit.kind != "person" or not unit.alone or (number in fitting and fitting[number].edges):
            continue
        near = {n for key in surname_keys(unit.name) for n in bearers.get(key, ())}
        if len(near) > _CROWD:
            continue
        told: dict[int, Edge] = {}
        for bearer in sorted(near):
            if not surname_agrees(unit.name, found[bearer].name) or unit.articles & found[bearer].articles:
                continue
            shared = company.shared(number, bearer)
            if shared:
                others = ", ".join(found[each].name for each in shared[:_NAMED])
                first, second = sorted((number, bearer))
                reason = f"the only {unit.name} in articles on one story; both named with {others}"
                told.setdefault(of[bearer], Edge(BY_STORY, first, second, reason))
        if len(told) == 1:
            yield from told.values()
