"""Which country an address on the web speaks for."""

from __future__ import annotations

from according.knowledge.outlets import outlet_by_domain
from according.knowledge.states import state_by_code

_OUTSIDE = {"uk": "GB"}
"""Domains of countries that are not the country's code. Domains sold all over the world (tv, me, co) tell nothing."""
_SOLD = frozenset({"ai", "cc", "co", "fm", "io", "me", "tv", "ws"})


def country_of_host(host: str) -> str | None:
    """Return the country (ISO 3166-1 alpha-2) that an outlet's address speaks for: the outlet's, else its domain's."""
    outlet = outlet_by_domain(host)
    if outlet is not None:
        return outlet.country
    last = host.rstrip(".").rpartition(".")[2].lower()
    code = _OUTSIDE.get(last, last.upper())
    return code if last not in _SOLD and state_by_code(code) else None
