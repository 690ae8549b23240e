"""What findings come to, in a few words: how they are called where they are judged."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row

from according.model import Layer
from according.store import events
from according.store.shown import who, whose
from according.views import ArticleRow, EventRow


def labels(
    connection: Connection, layer: Layer, rows: Sequence[Row[Any]], articles: Mapping[str, ArticleRow]
) -> dict[str, str]:
    """Return what findings come to, by their ids; `articles` are theirs."""
    if layer == "event":
        shown = events.shown(connection, rows, articles)
        return {row.id: event(each) for row, each in zip(rows, shown, strict=True)}
    if layer == "statement":
        told = whose(connection, [(row.speaker, row.speaker_text) for row in rows])
        return {row.id: f"{told[row.speaker, row.speaker_text].name or '?'} · {row.manner}" for row in rows}
    if layer == "mention":
        named = who(connection, [row.chain for row in rows])
        return {
            row.id: f"{_line(row.text)} = {found.name if (found := named.get(row.chain)) else '?'} · {row.kind}"
            for row in rows
        }
    if layer == "commitment":
        return _commitments(connection, rows)
    if layer == "date":
        return {row.id: f"{_line(row.text)} = {row.value or '?'}" for row in rows}
    return {
        row.id: _line(" ".join(part for part in (row.qualifier, row.text, row.what) if part)) for row in rows
    }


def _commitments(connection: Connection, rows: Sequence[Row[Any]]) -> dict[str, str]:
    parties = {row.id: [json.loads(side) for side in (row.by_party, row.to_party)] for row in rows}
    named = who(
        connection, [chain for sides in parties.values() for side in sides for chain in side["chains"]]
    )

    def called(side: dict[str, Any]) -> str:
        names = [found.name for chain in side["chains"] if (found := named.get(chain)) and found.name]
        return ", ".join(names) or _line(side["text"] or "?")

    return {
        row.id: f"{' → '.join(map(called, parties[row.id]))} · {row.status}{f' · {row.due}' if row.due else ''}"
        for row in rows
    }


def _line(text: str) -> str:
    return " ".join(text.split())


def event(each: EventRow) -> str:
    """Return what an event comes to, in a few words."""
    source, target = (
        ", ".join(who.name or "?" for who in side) or "?" for side in (each.source, each.target)
    )
    return f"{source} → {target} · {each.event.root} · {each.event.status}"
