"""Units: the chains of all articles that are one thing beyond question, such as all that bear one full name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from according.knowledge.fold import fold_name
from according.link.verdicts import Verdicts
from according.model import Chain, Kind


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
    countries: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    languages: dict[str, str | None] = field(default_factory=dict)
    sides: list[tuple[int, int]] = field(default_factory=list)
    """The sides of judgements that its chains are on (`Verdicts.sides`)."""
    example: Chain | None = None
    """The chain with the most certain location, else the first."""

    @property
    def language(self) -> str | None:
        """Language of an article that has the name as it is shown."""
        return self.languages.get(self.name)

    def take(self, chain: Chain) -> None:
        """Count a chain in."""
        self.chains.append(chain.id)
        self.articles.add(chain.article)
        self.offices.update(chain.offices)
        self.names[chain.name] += 1
        self.languages.setdefault(chain.name, chain.language)
        if chain.location and chain.location.country:
            self.countries[chain.location.country] += 1
        if self.example is None or _certainty(chain) > _certainty(self.example):
            self.example = chain


def _certainty(chain: Chain) -> float:
    return chain.location.probability if chain.location else -1.0


def identifies(key: str) -> bool:
    """Return whether a key names one thing: `institution:parliament@` is the parliament of nobody knows whom."""
    return not key.endswith("@")


def units(chains: Iterable[Chain], verdicts: Verdicts) -> list[Unit]:
    """Group chains into units, in the order of their first chains; never those that were judged to be different."""
    found: dict[tuple[str, ...], Unit] = {}
    for chain in chains:
        key = chain.key if chain.key and identifies(chain.key) else None
        alone = _is_alone(chain, key)
        name = fold_name(chain.name)
        identity: tuple[str, ...]
        if key:
            identity = (chain.kind, "key", key)
        elif alone:
            stated = sorted(office for office in chain.offices if not office.endswith("@"))
            identity = (chain.kind, "bare", name, *(stated or (chain.id,)))
        elif chain.kind == "place":
            identity = (chain.kind, "name", name, chain.location.country or "" if chain.location else "")
        else:
            identity = (chain.kind, "name", name)
        identity += (verdicts.apart(chain),)
        unit = found.get(identity)
        if unit is None:
            unit = found[identity] = Unit(chain.kind, chain.name, key, alone)
        unit.take(chain)
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
