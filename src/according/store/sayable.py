"""What people can say of a finding, and what their words mean in its article."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from sqlalchemy import Connection, Row, select

from according.errors import JudgementError, NotFoundError
from according.knowledge.edtf import bounds
from according.knowledge.gazetteer import candidates
from according.model import Called, Change, Correcting, Kept, Layer, Span, Status
from according.store import amending, meant, tables

_VALUES: Mapping[Layer, tuple[str, ...]] = {
    "statement": ("manner",),
    "figure": ("value", "low", "high", "qualifier", "unit", "what"),
    "event": ("root", "status", "date"),
    "date": ("date",),
    "commitment": ("status", "date"),
}
"""What the value of a finding consists of."""
_STATUSES: Mapping[Layer, tuple[str, ...]] = {"event": get_args(Status), "commitment": get_args(Kept)}
_SPOKEN = {"statement", "figure", "event", "commitment"}
_PLACED = {"event", "mention"}
_BETWEEN = {"event", "commitment"}
_BOUNDED = {"statement", "figure", "event", "date", "mention"}


def meant_by(
    connection: Connection, verdict: Correcting, layer: Layer, row: Row[Any], change: Change
) -> Change:
    """Return a change with what it means in the article, and nothing in it that is not its verdict's.

    Raises:
        NotFoundError: nothing goes by the name that is given.
        JudgementError: that cannot be said of such a finding.
    """
    if verdict == "speaker" and layer in _SPOKEN and change.name:
        return Change(name=change.name, chain=amending.called(connection, row.article, change.name))
    if verdict == "place" and layer in _PLACED and change.name:
        return _place(connection, layer, row, change.name)
    if (
        verdict == "parties"
        and layer in _BETWEEN
        and (change.source is not None or change.target is not None)
    ):
        source, target = (named(connection, row.article, side) for side in (change.source, change.target))
        return Change(source=source, target=target)
    if verdict == "boundary" and layer in _BOUNDED and change.span is not None:
        return Change(span=inside(connection, row.article, row.document, change.span))
    if verdict == "value" and layer in _VALUES:
        return value(layer, change)
    if verdict in ("right", "wrong", "unsure"):
        return Change()
    raise JudgementError(
        f"{verdict.capitalize()} of a {layer}: that cannot be corrected, or nothing is said instead."
    )


def _place(connection: Connection, layer: Layer, row: Row[Any], name: str) -> Change:
    if layer == "event":
        chain = amending.called(connection, row.article, name)
        if chain is None:
            raise NotFoundError(f"The article does not name {name!r}. Give a place that it names.")
        return Change(name=name, chain=chain)
    found = located(connection, name)
    if found is None:
        raise NotFoundError(f"No place is called {name!r}. Give another of its names.")
    return found


def located(connection: Connection, name: str) -> Change | None:
    """Return the place that goes by a name, of the record or a gazetteer; None where none does."""
    table = tables.entities.c
    known = select(tables.entities).where(
        table.id.in_(meant.named(connection, name)), table.latitude.is_not(None)
    )
    found: Any = connection.execute(known.order_by(table.articles.desc(), table.id).limit(1)).one_or_none()
    if found is None:
        found = next(iter(candidates(name)), None)
    if found is None:
        return None
    fields = {
        each: getattr(found, each)
        for each in ("name", "key", "latitude", "longitude", "country", "precision")
    }
    return Change(**fields)


def inside(connection: Connection, article: str, document: str, span: Span) -> Span:
    """Return a stretch of an article; raise JudgementError when it is none."""
    table = tables.articles.c
    whole = connection.execute(select(table.start, table.stop).where(table.id == article)).one()
    inside = whole.start <= span.start < span.end <= whole.stop
    if not inside or not amending.written_at(connection, document, span).strip():
        raise JudgementError("A finding begins and ends inside its article, and has words in it.")
    return span


def named(connection: Connection, article: str, side: tuple[Called, ...] | None) -> tuple[Called, ...] | None:
    """Return those who take part with their chains: several must be named in the article, one may be described."""
    if side is None:
        return None
    names = [" ".join(name.split()) for name, _ in side]
    found = tuple((name, amending.called(connection, article, name)) for name in names if name)
    unknown = [name for name, chain in found if chain is None]
    if unknown and len(found) > 1:
        raise NotFoundError(f"The article does not name {unknown[0]!r}. Give parties that it names.")
    return found


def value(layer: Layer, change: Change) -> Change:
    """Return what is said of the value of a finding; raise JudgementError where that cannot be."""
    if change.date is not None and bounds(change.date) is None:
        raise JudgementError(f"{change.date!r} is no date. Write it as 2020-10-09, 2020-10 or 2020.")
    statuses = _STATUSES.get(layer, ())
    if change.status is not None and change.status not in statuses:
        raise JudgementError(f"{change.status!r} is no status of a {layer}. It can be {', '.join(statuses)}.")
    said = {name: getattr(change, name) for name in _VALUES[layer]}
    if all(each is None for each in said.values()):
        raise JudgementError("Nothing is said instead. Give what is right.")
    if layer == "figure":
        return counted(change, said)
    return Change(**said)


def counted(change: Change, said: dict[str, Any]) -> Change:
    """Return what is said of a figure: a number or a range, if anything is said of that, its unit and its thing."""
    is_range = change.low is not None and change.high is not None and change.low <= change.high
    number = (change.value, change.low, change.high)
    if any(each is not None for each in number) and (change.value is not None) == is_range:
        raise JudgementError("A figure is a number, or goes from one to another that is no less.")
    words = {name: " ".join(said[name].split()) for name in ("unit", "what") if said[name] is not None}
    return Change(**{**said, **words})
