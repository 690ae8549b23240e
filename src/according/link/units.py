"""Units: the chains of all articles that are one thing beyond question, such as all that bear one full name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from according.knowledge.fold import fold_name
from according.link.days import Days, year_of, years_apart
from according.link.verdicts import Verdicts
from according.model import Chain, Kind

_NEVER: frozenset[int] = frozenset()


@dataclass(slots=True)
class Unit:
    """Chains with one key, or with one name and nothing that tells them apart.

    `alone` says that the name does not identify anybody: a bare surname, a ministry of nobody knows which state.
    """

    kind: Kind
    name: str
    key: str | None
    alone: bool
    chains: list[str] = field(default_factory=list)
    articles: set[str] = field(default_factory=set)
    offices: Counter[str] = field(default_factory=Counter)
    years: dict[str, set[int]] = field(default_factory=dict)
    """For each of its offices the years of the articles that call it so, as far as they are known."""
    called: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Its offices by the articles that call it so."""
    countries: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    languages: dict[str, str | None] = field(default_factory=dict)
    sides: list[tuple[int, int]] = field(default_factory=list)
    """The sides of judgements that its chains are on (`Verdicts.sides`)."""
    acronyms: set[str] = field(default_factory=set)
    """What it is called for short in articles that also give its name."""
    example: Chain | None = None
    """The chain with the most certain location, else the first."""

    @property
    def language(self) -> str | None:
        """Language of an article that has the name as it is shown."""
        return self.languages.get(self.name)

    def take(self, chain: Chain, year: int | None = None) -> None:
        """Count a chain in, of an article of that year."""
        self.chains.append(chain.id)
        self.articles.add(chain.article)
        self.offices.update(chain.offices)
        if chain.offices:
            self.called[chain.article] = (*self.called.get(chain.article, ()), *chain.offices)
        if year is not None:
            for office in chain.offices:
                self.years.setdefault(office, set()).add(year)
        self.names[chain.name] += 1
        self.languages.setdefault(chain.name, chain.language)
        if chain.location and chain.location.country:
            self.countries[chain.location.country] += 1
        if self.example is None or _certainty(chain) > _certainty(self.example):
            self.example = chain

    def apart(self, other: Unit, office: str) -> int | None:
        """Return how many years lie between articles that call both by an office; None when that is not known."""
        return years_apart(self.years.get(office, _NEVER), other.years.get(office, _NEVER))


def _certainty(chain: Chain) -> float:
    return chain.location.probability if chain.location else -1.0


def identifies(key: str) -> bool:
    """Return whether a key names one thing: `institution:parliament@` is the parliament of nobody knows whom."""
    return not key.endswith("@")


def units(
    chains: Iterable[Chain],
    verdicts: Verdicts,
    days: Mapping[str, Days | None] = MappingProxyType({}),
    acronyms: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> list[Unit]:
    """Group chains into units, in the order of their first chains; never those that were judged to be different.

    Args:
        chains: All of them.
        verdicts: What people judged.
        days: When articles appeared, as far as that is known.
        acronyms: What chains are also called for short, by their ids.
    """
    found: dict[tuple[str, ...], Unit] = {}
    for chain in chains:
        year = year_of(days.get(chain.article))
        key = chain.key if chain.key and identifies(chain.key) else None
        alone = _is_alone(chain, key)
        name = fold_name(chain.name)
        identity: tuple[str, ...]
        if key:
            identity = (chain.kind, "key", key)
        elif alone:
            stated = sorted(office for office in chain.offices if not office.endswith("@"))
            # An office is held for a time: who is meant by its name is asked for each year.
            identity = (chain.kind, "bare", name, *((*stated, f"{year}") if stated else (chain.id,)))
        elif chain.kind == "place":
            identity = (chain.kind, "name", name, chain.location.country or "" if chain.location else "")
        else:
            identity = (chain.kind, "name", name)
        identity += (verdicts.apart(chain),)
        unit = found.get(identity)
        if unit is None:
            unit = found[identity] = Unit(chain.kind, chain.name, key, alone)
        unit.take(chain, year)
        unit.acronyms.update(acronyms.get(chain.id, ()))
        unit.sides += verdicts.sides(chain)
    for unit in found.values():
        # Of equally frequent names the fullest, and of those the shortest: endings of cases make longer ones.
        unit.name = min(unit.names, key=lambda name: (-unit.names[name], -len(name.split()), len(name), name))
    return list(found.values())


def _is_alone(chain: Chain, key: str | None) -> bool:
    if key:
        return False
    if chain.kind == "person":
        return len(fold_name(chain.name).split()) < 2
    return chain.key is not None
