"""What people add that the machine has not found: as rows of the tables of findings."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple, cast, get_args
from unicodedata import category

from sqlalchemy import Connection, Row, Table, select

from according.errors import JudgementError, NotFoundError
from according.knowledge.fold import fold_name
from according.model import (
    Change,
    Commitment,
    Correction,
    Date,
    Event,
    Figure,
    Kept,
    Kind,
    Layer,
    Manner,
    Party,
    Qualifier,
    Root,
    Span,
    Statement,
    Status,
    content_id,
)
from according.store import agreements, amending, found, meant, sayable, tables
from according.store.layers import TABLES

ADDED = "added by a person"
"""Reason of findings that people have added."""
_QUOTES = {"Pi", "Pf"}
"""Unicode's categories of quotation marks that open and close, beside the straight one."""


class Made(NamedTuple):
    """Rows of an article with their tables, the finding's own first but for a chain that it needs, and its parties."""

    article: str
    rows: tuple[tuple[Table, dict[str, Any]], ...]
    parties: tuple[dict[str, Any], ...] = ()


def meant_by(connection: Connection, layer: Layer, article: Row[Any], span: Span, change: Change) -> Change:
    """Return what a person adds with what it means in its article, and nothing in it that is not of its layer.

    Raises:
        NotFoundError: nothing goes by a name that is given.
        JudgementError: something is missing, or that cannot be said of such a finding.
    """
    sayable.inside(connection, article.id, article.document, span)
    if layer == "statement":
        return Change(**_who(connection, article.id, change), manner=change.manner or "say")
    if layer == "figure":
        return _counted(connection, article.id, change)
    if layer == "event":
        return _done(connection, article.id, change)
    if layer == "commitment":
        return _promised(connection, article.id, change)
    if layer == "date" and change.date is not None:
        _check(layer, change)
        return Change(date=change.date)
    if layer == "mention" and change.name:
        return _named(connection, article.id, change.name, change.kind)
    raise JudgementError(f"A {layer} cannot be added, or nothing is said of it.")


def _counted(connection: Connection, article: str, change: Change) -> Change:
    if change.value is None and change.low is None:
        raise JudgementError("A figure needs a number. Give what the words come to.")
    said = {name: getattr(change, name) for name in ("value", "low", "high", "qualifier", "unit", "what")}
    counted = sayable.counted(change, said)
    return Change(**{**counted.as_json(), **_who(connection, article, change)})


def _done(connection: Connection, article: str, change: Change) -> Change:
    if change.root is None:
        raise JudgementError("An event needs a kind. Give what is done.")
    _check("event", change)
    source, target = (sayable.named(connection, article, side) for side in (change.source, change.target))
    status = change.status or "happened"
    return Change(root=change.root, status=status, date=change.date, source=source, target=target)


def _promised(connection: Connection, article: str, change: Change) -> Change:
    source, target = (sayable.named(connection, article, side) for side in (change.source, change.target))
    if not source:
        raise JudgementError("A commitment needs somebody who binds himself. Give who promises.")
    _check("commitment", change)
    if change.agreement is not None and _instrument(connection, article, change.agreement) is None:
        raise NotFoundError(
            f"The article names no agreement {change.agreement!r}. Give one that it names, as it is called there."
        )
    status = change.status or "promised"
    return Change(
        **_who(connection, article, change),
        status=status,
        date=change.date,
        source=source,
        target=target,
        agreement=change.agreement,
    )


def _instrument(connection: Connection, article: str, name: str) -> str | None:
    """Return the agreement of an article that a name means there; None where it names none so."""
    known = agreements.called(connection, article).items()
    # What is the fullest name of one may be another name of a second one.
    found = {fold_name(each): id for id, names in reversed(known) for each in names}
    found |= {fold_name(names[0]): id for id, names in reversed(known)}
    return found.get(fold_name(name))


def _check(layer: Layer, change: Change) -> None:
    if change.date is not None or change.status is not None:
        sayable.value(layer, Change(date=change.date, status=change.status))


def _who(connection: Connection, article: str, change: Change) -> dict[str, Any]:
    if not change.name:
        return {}
    return {"name": change.name, "chain": amending.called(connection, article, change.name)}


def _named(connection: Connection, article: str, name: str, kind: str | None) -> Change:
    """Return whom or what a name means: somebody of the article, of the record, or a place of the gazetteer."""
    chain = amending.called(connection, article, name)
    if chain is not None:
        # With what is needed to put him there anew: who added him may take that back.
        return Change(name=name, chain=chain, **_known(connection, chain))
    table = tables.entities.c
    known = select(table.name, table.kind, table.key).where(table.id.in_(meant.named(connection, name)))
    if kind is not None:
        known = known.where(table.kind == kind)
    entity = connection.execute(known.order_by(table.articles.desc(), table.id).limit(1)).one_or_none()
    if (entity is not None and entity.kind == "place") or kind == "place":
        place = sayable.located(connection, name)
        if place is None:
            raise NotFoundError(f"No place is called {name!r}. Give another of its names.")
        return Change(**{**place.as_json(), "kind": "place"})
    if entity is not None:
        return Change(name=entity.name, key=entity.key, kind=entity.kind)
    if kind not in get_args(Kind) or kind == "state":
        raise JudgementError(
            f"Nobody is called {name!r} yet. Say what it is: a person, an organization or a place."
        )
    return Change(name=name, kind=kind)


def _known(connection: Connection, chain: str) -> dict[str, Any]:
    """Return what a chain is: its kind, its key, and where that is."""
    table = tables.chains.c
    columns = (table.kind, table.key, table.latitude, table.longitude, table.country, table.precision)
    return dict(connection.execute(select(*columns).where(table.id == chain)).one()._mapping)


def made(connection: Connection, said: Correction) -> Made | None:
    """Return what a person has added as rows of the article in which it stands now; None where there is none."""
    article, table = tables.articles.c, tables.articles
    there = select(table).where(article.document == said.document)
    row = connection.execute(there.where(article.id == said.article)).one_or_none()
    if row is None:
        around = there.where(article.start <= said.span.start, article.stop >= said.span.end)
        row = connection.execute(around.order_by(article.start.desc()).limit(1)).one_or_none()
    return None if row is None else rows_of(connection, said.layer, row, said.span, said.text, said.change)


def rows_of(
    connection: Connection, layer: Layer, article: Row[Any], span: Span, text: str, change: Change
) -> Made:
    """Return what a person adds to an article as rows; `change` is as `meant_by` returns it."""
    chain = amending.chain_of(connection, article.id, change) if change.name else None
    words = None if chain else change.name
    if layer == "mention":
        kind = change.kind if chain is None else _known(connection, chain)["kind"]
        return _mention(article, span, text, replace(change, kind=kind), chain)
    if layer == "event":
        return _event(connection, article, span, text, change)
    values: dict[str, Any]
    if layer == "commitment":
        promised = _commitment(connection, article.id, span, text, change)
        values = agreements.commitment_values(replace(promised, reported_by=chain, reported_text=words))
    elif layer == "statement":
        values = found.statement_values(_statement(article.id, span, text, change, chain, words), 0)
        del values["number"]
    elif layer == "figure":
        values = found.figure_values(
            Figure(
                article.id, span, text, change.value, change.low, change.high,
                cast("Qualifier", change.qualifier or "exact"), change.unit, change.what, chain, words, None, None, 1.0,
                ADDED,
            )
        )  # fmt: skip
    else:
        values = found.date_values(Date(article.id, span, text, change.date, 1.0, ADDED))
    return Made(article.id, ((TABLES[layer], values),))


def _statement(
    article: str, span: Span, text: str, change: Change, chain: str | None, words: str | None
) -> Statement:
    """No word says that it is said, as far as the person told: the cue is empty, where the statement begins."""
    stripped = text.strip()
    quoted = stripped[0] == '"' or category(stripped[0]) in _QUOTES
    cue = Span(span.start, span.start)
    manner = cast("Manner", change.manner or "say")
    return Statement(
        article, chain, None, words, None, cue, (span,), "direct" if quoted else "indirect", manner, "certain", 1.0,
        ADDED, text,
    )  # fmt: skip


def _commitment(connection: Connection, article: str, span: Span, text: str, change: Change) -> Commitment:
    by, to = (_party(connection, article, side) for side in (change.source, change.target))
    instrument = None if change.agreement is None else _instrument(connection, article, change.agreement)
    return Commitment(
        article, span, text, by, to, text, span, change.date, None, instrument, cast("Kept", change.status), None, None,
        None, 1.0, ADDED,
    )  # fmt: skip


def _event(connection: Connection, article: Row[Any], span: Span, text: str, change: Change) -> Made:
    table = tables.sentences.c
    around = select(table.start, table.stop).where(
        table.article == article.id, table.start <= span.start, table.stop >= span.end
    )
    sentence = connection.execute(around.order_by(table.start.desc()).limit(1)).one_or_none()
    whole = span if sentence is None else Span(sentence.start, sentence.stop)
    source, target = (_party(connection, article.id, side) for side in (change.source, change.target))
    event = Event(
        article.id, span, whole, text, cast("Root", change.root), None, source, target, None, change.date,
        cast("Status", change.status), None, None, (), 1.0, ADDED,
    )  # fmt: skip
    return Made(article.id, ((tables.events, found.event_values(event)),), tuple(found.party_values(event)))


def _party(connection: Connection, article: str, side: tuple[tuple[str, str | None], ...] | None) -> Party:
    some = [
        (name, amending.chain_of(connection, article, Change(name=name, chain=chain)))
        for name, chain in side or ()
    ]
    # All of them: where one is named no more, the words still tell who they were.
    words = ", ".join(name for name, _ in some) if any(chain is None for _, chain in some) else None
    return Party(tuple(dict.fromkeys(chain for _, chain in some if chain is not None)), None, words)


def _mention(article: Row[Any], span: Span, text: str, change: Change, chain: str | None) -> Made:
    """A mention of somebody whom the article names already, or of somebody else, who is a chain then."""
    id = content_id("mention", article.id, *span, "added")
    kind = change.kind or "other"
    mention: dict[str, Any] = {
        "id": id, "chain": chain, "start": span.start, "stop": span.end, "text": text, "kind": kind, "form": "name",
        "confidence": 1.0, "reason": ADDED,
    }  # fmt: skip
    if chain is not None:
        return Made(article.id, ((tables.mentions, mention),))
    own: dict[str, Any] = {
        "id": content_id("chain", article.id, *span, "added"), "article": article.id, "kind": kind,
        "name": change.name or text, "language": article.language, "key": change.key, "offices": "[]",
        "latitude": change.latitude, "longitude": change.longitude, "country": change.country,
        "precision": change.precision, "probability": None if change.latitude is None else 1.0, "named": 1,
    }  # fmt: skip
    return Made(article.id, ((tables.chains, own), (tables.mentions, {**mention, "chain": own["id"]})))
