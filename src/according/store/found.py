"""What was found in articles, as it is written into a record and taken out when its article goes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, text
from sqlalchemy.dialects.sqlite import insert as insert_or

from according.knowledge.edtf import bounds
from according.model import Date, Event, Figure, Findings, Statement
from according.store import agreements, rows, sketches, tables
from according.store.fold import fold


def cleared(articles: str) -> tuple[str, ...]:
    """Return the statements that take out what was found in some articles: `articles` is an SQL list of their ids."""
    numbers = f"(SELECT number FROM statements WHERE article IN {articles})"  # noqa: S608 - our own words
    chains = f"(SELECT id FROM chains WHERE article IN {articles})"  # noqa: S608
    events = f"(SELECT id FROM events WHERE article IN {articles})"  # noqa: S608
    return (
        f"DELETE FROM mentions WHERE chain IN {chains}",  # noqa: S608
        f"DELETE FROM statement_index WHERE rowid IN {numbers}",  # noqa: S608
        f"DELETE FROM event_parties WHERE event IN {events}",  # noqa: S608
        *(
            f"DELETE FROM {table} WHERE article IN {articles}"  # noqa: S608
            for table in (
                "chains", "sentences", "dates", "statements", "figures", "events", "instruments", "commitments",
                "sketches", "corrected",
            )
        ),
    )  # fmt: skip


# One stretch of text found twice in one article is one finding: the first is kept.
(
    _WRITE_CHAIN, _WRITE_MENTION, _WRITE_SENTENCE, _WRITE_DATE, _WRITE_STATEMENT, _WRITE_FIGURE, _WRITE_EVENT,
    _WRITE_PARTY,
) = (
    insert_or(table).on_conflict_do_nothing()
    for table in (
        tables.chains, tables.mentions, tables.sentences, tables.dates, tables.statements, tables.figures,
        tables.events, tables.event_parties,
    )
)  # fmt: skip
_WRITE_SAID = text("INSERT INTO statement_index (rowid, said) VALUES (:number, :said)")
_LAST = text("SELECT coalesce(max(number), 0) FROM statements")


def write(connection: Connection, found: Mapping[str, Findings]) -> None:
    """Write what was found in articles that the record holds, by their ids."""
    chains = [chain for each in found.values() for chain in each.chains]
    statements = {each.id: each for one in found.values() for each in reversed(one.statements)}
    first = connection.execute(_LAST).scalar_one() + 1
    said = [statement_values(each, number) for number, each in enumerate(statements.values(), start=first)]
    events = {each.id: each for one in found.values() for each in reversed(one.events)}.values()
    sentences = [
        {"article": article, "start": start, "stop": stop}
        for article, each in found.items()
        for start, stop in each.sentences
    ]
    for statement, values in (
        (_WRITE_CHAIN, [rows.chain_values(chain) for chain in chains]),
        (
            _WRITE_MENTION,
            [rows.mention_values(each, chain.id) for chain in chains for each in chain.mentions],
        ),
        (_WRITE_SENTENCE, sentences),
        (_WRITE_DATE, [date_values(date) for each in found.values() for date in each.dates]),
        (_WRITE_STATEMENT, said),
        (_WRITE_SAID, [{"number": each["number"], "said": fold(each["said"])} for each in said]),
        (_WRITE_FIGURE, [figure_values(figure) for each in found.values() for figure in each.figures]),
        (_WRITE_EVENT, [event_values(event) for event in events]),
        (_WRITE_PARTY, [values for event in events for values in party_values(event)]),
    ):
        if values:
            connection.execute(statement, values)
    agreements.write(connection, found)
    sketches.write(connection, found)


def date_values(date: Date) -> dict[str, Any]:
    """Return the columns of `dates`."""
    earliest, latest = (date.value and bounds(date.value)) or (None, None)
    return {
        "id": date.id,
        "article": date.article,
        "start": date.span.start,
        "stop": date.span.end,
        "text": date.text,
        "value": date.value,
        "earliest": earliest,
        "latest": latest,
        "confidence": date.confidence,
        "reason": date.reason,
        "time": date.time,
    }


def statement_values(statement: Statement, number: int) -> dict[str, Any]:
    """Return the columns of `statements`."""
    speaker_start, speaker_stop = statement.speaker_span or (None, None)
    return {
        "number": number,
        "id": statement.id,
        "article": statement.article,
        "speaker": statement.speaker,
        "speaker_start": speaker_start,
        "speaker_stop": speaker_stop,
        "speaker_text": statement.speaker_text,
        "addressee": statement.addressee,
        "cue_start": statement.cue.start,
        "cue_stop": statement.cue.end,
        "start": statement.content_span.start,
        "stop": statement.content_span.end,
        "content": json.dumps([list(span) for span in statement.content]),
        "said": statement.text,
        "kind": statement.kind,
        "manner": statement.manner,
        "certainty": statement.certainty,
        "confidence": statement.confidence,
        "reason": statement.reason,
        "within": statement.within,
    }


def figure_values(figure: Figure) -> dict[str, Any]:
    """Return the columns of `figures`."""
    return {
        "id": figure.id,
        "start": figure.span.start,
        "stop": figure.span.end,
        **{
            name: getattr(figure, name)
            for name in (
                "article", "text", "value", "low", "high", "qualifier", "unit", "what", "claimant",
                "claimant_text", "date", "place", "confidence", "reason",
            )
        },
    }  # fmt: skip


def event_values(event: Event) -> dict[str, Any]:
    """Return the columns of `events`."""
    earliest, latest = (event.date and bounds(event.date)) or (None, None)
    source_start, source_stop = event.source.span or (None, None)
    target_start, target_stop = event.target.span or (None, None)
    return {
        "id": event.id,
        "start": event.trigger.start,
        "stop": event.trigger.end,
        "sentence_start": event.sentence.start,
        "sentence_stop": event.sentence.end,
        "source_start": source_start,
        "source_stop": source_stop,
        "source_text": event.source.text,
        "target_start": target_start,
        "target_stop": target_stop,
        "target_text": event.target.text,
        "earliest": earliest,
        "latest": latest,
        "measures": json.dumps([list(span) for span in event.measures]),
        **{
            name: getattr(event, name)
            for name in (
                "article", "text", "root", "mode", "place", "date", "status", "reported_by", "reported_text",
                "confidence", "reason",
            )
        },
    }  # fmt: skip


def party_values(event: Event) -> Iterator[dict[str, Any]]:
    """Yield the rows of `event_parties` of an event."""
    for side, party in (("source", event.source), ("target", event.target)):
        for position, chain in enumerate(party.chains):
            yield {"event": event.id, "side": side, "position": position, "chain": chain}
