"""Happenings in a record: what linking leaves behind, and what can be asked about it."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, false, insert, or_, select, text, update

from according.errors import NotFoundError
from according.knowledge.edtf import bounds
from according.model import ASSERTED, Root, Status
from according.store import tables
from according.store.discrepancies import origins
from according.store.events import conditions, shown
from according.store.query import CHUNK, ArticleFilter
from according.store.shown import among, articles_of, who
from according.views import EventRow, Happening, HappeningRow, Joined, Who

_PART = text("UPDATE events SET happening = NULL, account = NULL, score = NULL, because = NULL")


def save(connection: Connection, happenings: Iterable[Happening]) -> None:
    """Replace happenings and what joins events to them."""
    connection.execute(delete(tables.happenings))
    connection.execute(_PART)
    some = list(happenings)
    if not some:
        return
    connection.execute(insert(tables.happenings), [_values(each) for each in some])
    column = tables.events.c
    connection.execute(
        update(tables.events)
        .where(column.id == bindparam("event"))
        .values(
            happening=bindparam("of"),
            account=bindparam("number"),
            score=bindparam("how"),
            because=bindparam("why"),
        ),
        [
            {"event": each.event, "of": one.id, "number": number, "how": each.score, "why": each.reason}
            for one in some
            for number, each in enumerate(one.accounts)
        ],
    )


def _values(happening: Happening) -> dict[str, Any]:
    when = happening.date or happening.told
    earliest, latest = (when and bounds(when)) or (None, None)
    return {
        "earliest": earliest,
        "latest": latest,
        "source": json.dumps(happening.source),
        "target": json.dumps(happening.target),
        **{
            name: getattr(happening, name)
            for name in ("id", "root", "mode", "status", "place", "date", "told", "origins")
        },
    }


def happenings(
    connection: Connection,
    *,
    root: Root | None = None,
    by: str | None = None,
    to: str | None = None,
    statuses: Sequence[Status] = (),
    since: str | None = None,
    until: str | None = None,
    sure: float = 0.0,
    limit: int | None = None,
) -> Iterator[HappeningRow]:
    """Yield happenings in the order of their days, those that reach further later, those without any last.

    Args:
        connection: To the record.
        root: Only those of which an account has this root.
        by: Only those that an account says are done by this one, as in `events`.
        to: Only those that an account says are done to this one.
        statuses: Only those of one of these statuses; none for all.
        since: Only those that reach to this day, month or year or beyond it (ISO 8601).
        until: Only those that begin on or before it.
        sure: Only those that an account tells with at least this confidence, 0 to 1.
        limit: At most this many.

    Raises:
        SettingsError: `since` or `until` is no date.
    """
    ArticleFilter(since=since, until=until)  # says what is wrong with them
    table, event = tables.happenings.c, tables.events.c
    wanted = select(tables.happenings)
    asked = list(conditions(connection, root=root, by=by, to=to, status=None))
    if sure:
        asked.append(event.confidence >= sure)
    if asked:
        wanted = wanted.where(table.id.in_(select(event.happening).where(*asked)))
    if statuses:
        wanted = wanted.where(table.status.in_(statuses))
    if since is not None:
        wanted = wanted.where(table.latest >= since)
    if until is not None:
        wanted = wanted.where(table.earliest <= f"{until}~")
    order = (table.earliest.is_(None), table.earliest, table.latest, table.root, table.id)
    rows = connection.execute(wanted.order_by(*order).limit(limit).execution_options(yield_per=CHUNK))
    for some in rows.partitions():
        yield from told(connection, some)


def happening(connection: Connection, name: str) -> HappeningRow:
    """Return the happening whose id begins so, or that an event of this id is an account of.

    Raises:
        NotFoundError: there is none, or there are several.
    """
    table, event = tables.happenings.c, tables.events.c
    of_event = select(event.happening).where(event.id == name)
    begins = table.id.startswith(name.lower(), autoescape=True) if name else false()
    some = connection.execute(
        select(tables.happenings).where(or_(begins, table.id.in_(of_event))).limit(2)
    ).all()
    if len(some) != 1:
        what = "No happening has" if not some else "Several happenings have"
        raise NotFoundError(
            f"{what} an id that begins with {name!r}. `according timeline --json` has their ids."
        )
    return next(told(connection, some))


def exported(connection: Connection) -> Iterator[Happening]:
    """Yield all happenings by their ids."""
    wanted = select(tables.happenings).order_by(tables.happenings.c.id)
    for some in connection.execute(wanted.execution_options(yield_per=CHUNK)).partitions():
        held = _accounts(connection, [row.id for row in some])
        voices = _voices(connection, held)
        yield from (_happening(row, held.get(row.id, ()), voices[row.id]) for row in some)


def told(connection: Connection, some: Sequence[Row[Any]]) -> Iterator[HappeningRow]:
    """Yield rows of happenings as views, in their order."""
    held = _accounts(connection, [row.id for row in some])
    told = [row for rows in held.values() for row in rows]
    views = {each.event.id: each for each in shown(connection, told, articles_of(connection, told))}
    voices = _voices(connection, held)
    made = [_happening(row, held.get(row.id, ()), voices[row.id]) for row in some]
    names = _names(connection, made)
    for each in made:
        accounts = tuple(views[account.event] for account in each.accounts)
        yield HappeningRow(
            each,
            _whom(each.source, accounts, names, "source"),
            _whom(each.target, accounts, names, "target"),
            names.get(each.place, Who(None, None)),
            accounts,
        )


def _whom(
    entities: Sequence[str], accounts: Iterable[EventRow], names: Mapping[str | None, Who], side: str
) -> tuple[Who, ...]:
    """Return who takes part: the entities, else those whom the first account that has somebody only describes."""
    if entities:
        return tuple(names[each] for each in entities if each in names)
    return next((some for each in accounts if (some := getattr(each, side))), ())


def _accounts(connection: Connection, happenings: Sequence[str]) -> dict[str, list[Row[Any]]]:
    """The events of some happenings in their order."""
    event = tables.events.c
    wanted = select(tables.events).where(event.happening.in_(among(happenings))).order_by(event.account)
    found: dict[str, list[Row[Any]]] = {}
    for row in connection.execute(wanted):
        found.setdefault(row.happening, []).append(row)
    return found


def _voices(connection: Connection, happenings: Mapping[str, Iterable[Row[Any]]]) -> Counter[str]:
    """Return on how many one's word happenings are told, by their ids.

    Whom an original cites for it is the voice of all that it tells of it, its headline, too; else it is one itself.
    """
    told = [row for rows in happenings.values() for row in rows if row.status in ASSERTED]
    original = origins(connection, (row.article for row in told))
    speakers = who(connection, {row.reported_by for row in told if row.reported_by is not None})
    cited: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in told:
        speaker = speakers.get(row.reported_by)
        entity = None if speaker is None else speaker.entity
        cited[row.happening, original[row.article]].update([] if entity is None else [entity])
    voices = {(happening, voice) for (happening, own), some in cited.items() for voice in some or {own}}
    return Counter(happening for happening, _ in voices)


def _happening(row: Row[Any], accounts: Iterable[Row[Any]], voices: int) -> Happening:
    return Happening(
        row.id,
        row.root,
        row.mode,
        tuple(json.loads(row.source)),
        tuple(json.loads(row.target)),
        row.place,
        row.date,
        row.told,
        row.status,
        tuple(Joined(each.id, each.article, each.status, each.score, each.because) for each in accounts),
        row.origins,
        voices=voices,
    )


def _names(connection: Connection, some: Iterable[Happening]) -> dict[str | None, Who]:
    entity = tables.entities.c
    wanted = among(each for one in some for each in (*one.source, *one.target, one.place))
    rows = connection.execute(select(entity.id, entity.name).where(entity.id.in_(wanted)))
    return {row.id: Who(row.id, row.name) for row in rows}
