"""News outlets of the world, found by name or by web address. Wire agencies have their own file, `agencies.py`.

>>> outlet_by_domain("www.lemonde.fr").name
'Le Monde'
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast, get_args

from according.knowledge.fold import fold_name, load_data, parent_domains, texts

OutletKind = Literal["newspaper", "broadcaster", "site", "magazine", "institution", "blog"]


@dataclass(frozen=True, slots=True)
class Outlet:
    """Whoever publishes articles. `country` is ISO 3166-1 alpha-2 ("EU", "UN", "XX" for bodies of no one country)."""

    name: str
    kind: OutletKind
    country: str
    languages: tuple[str, ...]
    domains: tuple[str, ...]
    aliases: tuple[str, ...]


@cache
def outlets() -> tuple[Outlet, ...]:
    """Return all outlets in the order of the file. Raises ValueError for an unknown kind."""
    found: list[Outlet] = []
    data = cast(dict[str, dict[str, dict[str, Any]]], load_data("outlets.yml"))
    for country, entries in data.items():
        for name, entry in entries.items():
            if entry["kind"] not in get_args(OutletKind):
                raise ValueError(f"{name}: unknown kind of outlet: {entry['kind']}")
            languages = tuple(entry["languages"].split())
            domains = tuple(entry.get("domains", "").split())
            found.append(
                Outlet(name, entry["kind"], country, languages, domains, texts(entry.get("aliases")))
            )
    return tuple(found)


@cache
def _outlets_by_name() -> dict[str, Outlet]:
    index: dict[str, Outlet] = {}
    for outlet in outlets():
        for name in (outlet.name, *outlet.aliases, *outlet.domains):
            index.setdefault(fold_name(name), outlet)
    return index


@cache
def _outlets_by_domain() -> dict[str, Outlet]:
    return {domain: outlet for outlet in reversed(outlets()) for domain in outlet.domains}


def outlet_by_name(name: str) -> Outlet | None:
    """Return the outlet of that name, alias or domain, however it is written (see `fold_name`)."""
    return _outlets_by_name().get(fold_name(name))


def outlet_by_domain(host: str) -> Outlet | None:
    """Return the outlet that publishes at `host` or at a domain above it (www.lemonde.fr, lemonde.fr)."""
    index = _outlets_by_domain()
    return next((index[domain] for domain in parent_domains(host) if domain in index), None)
