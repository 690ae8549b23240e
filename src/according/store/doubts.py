"""Articles and events of which it is not sure that they are one: what linking leaves for a person to judge."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, delete, insert

from according.model import BondKind, Suggestion
from according.store import tables
from according.views import Descent, Happening, Story


def save(
    connection: Connection, come: Iterable[Descent], told: Iterable[Story], found: Iterable[Happening]
) -> None:
    """Replace what is not sure."""
    descents, stories, happenings = list(come), list(told), list(found)
    origin = {each.article: each.origin for each in descents}
    story = {each.article: one.id for one in stories for each in one.articles}
    happening = {each.event: one.id for one in happenings for each in one.accounts}
    values = {
        **_values("origin", [each.doubt for each in descents if each.doubt is not None], origin),
        **_values("story", [doubt for each in stories for doubt in each.doubts], story),
        **_values("happening", [doubt for each in happenings for doubt in each.doubts], happening),
    }
    connection.execute(delete(tables.doubts))
    if values:
        connection.execute(insert(tables.doubts), list(values.values()))


def _values(
    kind: BondKind, doubts: Iterable[Suggestion], of: Mapping[str, str]
) -> dict[tuple[str, str, str], dict[str, Any]]:
    """Return the rows of doubts of one kind by what they are of, whichever of both was named first."""
    rows: dict[tuple[str, str, str], dict[str, Any]] = {}
    for each in doubts:
        first, second = sorted((each.first, each.second))
        rows[kind, first, second] = {
            "kind": kind,
            "first": first,
            "second": second,
            "joined": int(of[first] == of[second]),
            "score": each.score,
            "reason": each.reason,
        }
    return rows
