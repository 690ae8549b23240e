"""Which finding a correction is of, when ids have changed since it was made.

It is the one of the id that the person saw, or what later corrections have made of that. When a newer extractor gives
other ids it is what stands in the same place and is told by the same: never a neighbour that the person saw beside it,
nor one of which people have said something of its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, or_, select

from according.knowledge.fold import fold_name
from according.model import Correction, Layer, Span
from according.store import agreements, tables
from according.store.added import Made
from according.store.amending import SIDES, chain_of
from according.store.bonds import SAME_PLACE, share
from according.store.layers import TABLES, rows

_TOLD_BY: dict[Layer, tuple[str, ...]] = {
    "statement": ("cue_start", "cue_stop"),
    "event": ("root",),
    "commitment": ("root",),
    "mention": ("form",),
}
"""Columns by which findings of a layer at one place are told from one another."""

_TELLS: dict[Layer, tuple[str, ...]] = {
    "figure": ("value", "low", "high"),
    "event": ("root",),
    "date": ("value",),
    "mention": ("chain",),
}
"""Columns in which two findings of a layer at one place differ when they do not tell the same."""


class _Party(NamedTuple):
    """Who takes part: the chains of whoever is named, and the words for them, folded."""

    chains: frozenset[str]
    words: str


def lineage(connection: Connection, layer: Layer, id: str) -> str:
    """Return under which id people judge a finding: its own, or that of what a correction has changed."""
    kept = tables.corrected.c
    wanted = select(kept.judged_as).where(kept.place == TABLES[layer].name, kept.is_now == id)
    return str(connection.execute(wanted).scalar() or id)


def is_changed(connection: Connection, layer: Layer, id: str) -> bool:
    """Return whether corrections have made something else of the finding that people judge under an id."""
    kept = tables.corrected.c
    changed = select(kept.was).where(
        kept.place == TABLES[layer].name, or_(kept.was == id, kept.judged_as == id), kept.is_now.is_not(None)
    )
    return connection.execute(changed).first() is not None


def traits(connection: Connection, layer: Layer, row: Row[Any]) -> dict[str, Any]:
    """Return by what a finding is told, as the machine had it, and what else stands beside it."""
    kept = tables.corrected.c
    wanted = select(kept.machine).where(kept.place == TABLES[layer].name, kept.is_now == row.id)
    machine = json.loads(connection.execute(wanted).scalar() or "null") or row._mapping
    return {
        **{name: machine[name] for name in _TOLD_BY.get(layer, ())},
        "beside": beside(connection, layer, row.document, Span(row.start, row.stop), but=row.id),
    }


def beside(
    connection: Connection, layer: Layer, document: str, span: Span, *, but: str = ""
) -> list[dict[str, Any]]:
    """Return where the findings of a layer stand that have characters of a stretch of a document, and what tells them.

    Their ids would not do: whatever gives a finding another one gives its neighbours others, too.
    """
    names = ("start", "stop", *_TOLD_BY.get(layer, ()))
    found = around(connection, layer, document, span)
    return [{name: getattr(row, name) for name in names} for row in found if row.id != but]


def around(connection: Connection, layer: Layer, document: str, span: Span) -> list[Row[Any]]:
    """Return the findings of a layer that have characters of a stretch of a document."""
    table = TABLES[layer].c
    there = (tables.articles.c.document == document, table.start < span.end, table.stop > span.start)
    return list(connection.execute(rows(layer).where(*there).order_by(table.start, table.id)).all())


def is_found(connection: Connection, layer: Layer, document: str, span: Span, made: Made) -> bool:
    """Return whether a finding that has characters of a stretch tells what another one there would tell, `made`."""
    return any(
        _tells_same(connection, layer, span, made, row) for row in around(connection, layer, document, span)
    )


def _tells_same(connection: Connection, layer: Layer, span: Span, made: Made, row: Row[Any]) -> bool:
    cells, there = made.rows[-1][1], Span(row.start, row.stop)
    near = share(span, there)
    if layer == "statement":
        speakers = [
            each["speaker"] or fold_name(each["speaker_text"] or "") for each in (cells, row._mapping)
        ]
        # What somebody says may hold what another one says; of words without a speaker only the place tells.
        return speakers[0] == speakers[1] if all(speakers) else near >= SAME_PLACE
    if layer == "commitment":
        stretches = [Span(each["what_start"], each["what_stop"]) for each in (cells, row._mapping)]
        return share(*stretches) >= SAME_PLACE and _may_be(
            _binding(cells["by_party"]), _binding(row.by_party)
        )
    if any(getattr(row, name) != cells[name] for name in _TELLS[layer]):
        return False
    if layer != "event":
        return True
    # The machine's stretch is the word that tells it, a person's may be the sentence.
    is_there = near >= SAME_PLACE or span.overlap(there) == there.end - there.start
    return is_there and all(map(_may_be, _parts(cells, made.parties), _held(connection, row)))


def _may_be(one: _Party, other: _Party) -> bool:
    """Return whether two parties may be one: not where chains tell them apart, or the words for both of them do."""
    if one.chains and other.chains:
        return not one.chains.isdisjoint(other.chains)
    words = [f" {each.words} " for each in (one, other) if each.words]
    return len(words) < 2 or words[0] in words[1] or words[1] in words[0]


def _binding(by: str) -> _Party:
    """Return who binds himself in a commitment, from its cell."""
    party = agreements.party(by)
    return _Party(frozenset(party.chains), fold_name(party.text or ""))


def _held(connection: Connection, row: Row[Any]) -> list[_Party]:
    """Return who takes part in an event of the record, by `SIDES`."""
    part = tables.event_parties.c
    held = connection.execute(select(part.side, part.chain).where(part.event == row.id)).all()
    return _parts(row._asdict(), [each._asdict() for each in held])


def _parts(cells: dict[str, Any], parties: Iterable[dict[str, Any]]) -> list[_Party]:
    """Return who takes part in an event, by `SIDES`, from its columns and its rows of `event_parties`."""
    chains = [(each["side"], each["chain"]) for each in parties]
    return [
        _Party(
            frozenset(chain for its, chain in chains if its == side), fold_name(cells[f"{side}_text"] or "")
        )
        for side in SIDES
    ]


def kept_of(connection: Connection, said: Correction) -> Row[Any] | None:
    """Return what is kept of the finding that a correction is of, where corrections have changed it."""
    kept = tables.corrected.c
    places = {TABLES[said.layer].name, tables.chains.name if said.layer == "mention" else ""}
    wanted = select(tables.corrected).where(kept.judged_as == said.lineage, kept.place.in_(places))
    return connection.execute(wanted.order_by(kept.place.desc()).limit(1)).one_or_none()


def meant(connection: Connection, said: Correction) -> Row[Any] | None:
    """Return the finding that a correction is of; None where it is not there, or somebody has rejected it."""
    kept = kept_of(connection, said)
    changed = None if kept is None or kept.place == tables.chains.name else kept
    if changed is not None and changed.is_now is None:
        return None
    table = TABLES[said.layer].c
    here = rows(said.layer).where(tables.articles.c.document == said.document)
    for id in (said.finding, changed.is_now if changed is not None else said.lineage, said.lineage):
        row = connection.execute(here.where(table.id == id)).one_or_none()
        if row is not None:
            return row
    near = [
        (share(said.span, Span(row.start, row.stop)), row)
        for row in around(connection, said.layer, said.document, said.span)
    ]
    alike = [each for each in near if each[0] >= SAME_PLACE and _is_same(connection, said, each[1])]
    spoken = _spoken(connection, said) if alike else set()
    return next((row for _, row in sorted(alike, key=lambda each: -each[0]) if row.id not in spoken), None)


def _is_same(connection: Connection, said: Correction, row: Row[Any]) -> bool:
    told = said.traits
    if said.verdict == "added" and said.layer == "mention":
        # Whoever says who is meant by some words says nothing of a pronoun, or of somebody else, among them.
        there = Span(row.start, row.stop) == said.span
        return there and row.chain == chain_of(connection, row.article, said.change)
    if told is None:
        return True
    return _is_told_by(said.layer, told, row) and not _is_neighbour(said, told, row)


def _is_told_by(layer: Layer, told: Mapping[str, Any], row: Row[Any]) -> bool:
    """Return whether a finding has what another one is told by, as far as that is known."""
    if "cue_start" in told and (row.cue_start >= told["cue_stop"] or row.cue_stop <= told["cue_start"]):
        return False
    by = (name for name in _TOLD_BY.get(layer, ()) if name in told and not name.startswith("cue"))
    return all(getattr(row, name) == told[name] for name in by)


def _is_neighbour(said: Correction, told: Mapping[str, Any], row: Row[Any]) -> bool:
    """Return whether a finding is one that the person saw beside the one meant: it stands at least as near to that."""
    here = Span(row.start, row.stop)
    own = share(said.span, here)
    # What a person has added may be told by nothing of the machine's: then by its place alone.
    is_told = any(name in told for name in _TOLD_BY.get(said.layer, ()))
    return any(
        share(Span(each["start"], each["stop"]), here) >= own
        for each in told.get("beside", ())
        if not is_told or _is_told_by(said.layer, each, row)
    )


def _spoken(connection: Connection, said: Correction) -> set[str]:
    """Return the ids of findings of which people have said something of their own."""
    table, kept = tables.corrections.c, tables.corrected.c
    revoked = select(tables.revocations.c.judged)
    others = select(table.finding, table.was).where(
        table.document == said.document, table.layer == said.layer, table.id.not_in(revoked)
    )
    others = others.where(or_(table.was.is_(None), table.was != said.lineage), table.finding != said.lineage)
    here = select(tables.articles.c.id).where(tables.articles.c.document == said.document)
    changed = select(kept.was, kept.is_now).where(
        kept.article.in_(here),
        kept.place == TABLES[said.layer].name,
        kept.judged_as.is_not(None),
        kept.judged_as != said.lineage,
    )
    ids = {id for row in connection.execute(others) for id in row}
    return ids | {id for row in connection.execute(changed) for id in row} - {None}
