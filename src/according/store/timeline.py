"""Happenings in the order of their days: how many when, and some of them at a time.

Counted over a table of what a chronology is filtered by, made when things are linked: a row for each happening, which
begins on its day, however long it goes on or however little is known of when it was. What may have been within the
days that are asked for is found, and counted on the first of them when it may have begun before.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, NamedTuple, get_args

from sqlalchemy import ColumnElement, Connection, Select, delete, false, func, or_, select, text

from according.model import Root, Status
from according.store import tables
from according.store.fold import fold
from according.store.happenings import told
from according.store.meant import named
from according.store.query import ArticleFilter
from according.views import Bin, Density, HappeningRow, Sought, Unit

UNDATED = "~"
"""Sorts after every day."""
MOST_BY_DAY, MOST_BY_MONTH = 4, 120
"""The longest span that is counted by day and by month, in months."""
KINDS = 4
"""Kinds of happenings that are said of a month or year."""
_MONTH, _DAY = 7, 10
"""Characters of a month and of a day (ISO 8601)."""
_FAR, _MUCH = 0.05, 3
"""The share of happenings at either end that may lie far from the others, and how many times their span that is."""
_ROWS = text(
    "INSERT INTO chronicle "
    "SELECT coalesce(h.earliest, :undated), h.id, coalesce(substr(h.earliest, 1, 7), :undated), "
    "coalesce(substr(h.latest, 1, 7) <> substr(h.earliest, 1, 7), 0), coalesce(h.latest, :undated), h.status, h.root, "
    "h.place, h.source || h.target, json_group_array(DISTINCT a.language), "
    "json_group_array(DISTINCT a.outlet) || json_group_array(DISTINCT a.agency) "
    "FROM happenings h JOIN events e ON e.happening = h.id JOIN articles a ON a.id = e.article GROUP BY h.id"
)


class _Counted(NamedTuple):
    """How many happenings of a status, of months also of a kind, begin then, and whether it is known so exactly."""

    bin: str
    status: str
    wide: int
    number: int
    root: str | None = None


def save(connection: Connection) -> None:
    """Work out the chronology anew from the happenings that are kept."""
    connection.execute(delete(tables.chronicle))
    connection.execute(_ROWS, {"undated": UNDATED})


def density(connection: Connection, sought: Sought) -> Density:
    """Return how many happenings there are when.

    Raises:
        SettingsError: `since` or `until` is no date.
    """
    ArticleFilter(since=sought.since, until=sought.until)  # says what is wrong with them
    table = tables.chronicle.c
    number = func.count().label("number")
    anything = replace(sought, root=None, statuses=())
    rows = connection.execute(
        _from(anything)
        .with_only_columns(table.month.label("bin"), table.status, table.root, table.wide, number)
        .where(*_wanted(connection, anything))
        .group_by(table.month, table.status, table.root, table.wide)
    ).all()
    roots = Counter[str]()
    statuses = Counter[str]()
    for row in rows:
        if not sought.statuses or row.status in sought.statuses:
            roots[row.root] += row.number
        if sought.root in (None, row.root):
            statuses[row.status] += row.number
    asked = [
        row
        for row in rows
        if sought.root in (None, row.root) and (not sought.statuses or row.status in sought.statuses)
    ]
    dated = _begun([row for row in asked if row.bin != UNDATED], sought, _MONTH)
    first, last = _extent(dated, sought)
    unit: Unit = _unit(first, last)
    months = [each for each in dated if first <= each.bin <= last]
    within = _days(connection, sought, first, last) if unit == "day" else months
    size = {"year": 4, "month": _MONTH, "day": _DAY}[unit]
    bins: dict[str, Counter[str]] = {}
    kinds: dict[str, Counter[str]] = {}
    for each in within:
        bins.setdefault(each.bin[:size], Counter())[each.status] += each.number
        if each.root is not None:
            kinds.setdefault(each.bin[:size], Counter())[each.root] += each.number
    return Density(
        unit,
        first or None,
        last or None,
        tuple(
            Bin(start, _in_order(bins[start], get_args(Status)), _commonest(kinds.get(start, Counter())))
            for start in sorted(bins)
        ),
        sum(row.number for row in asked),
        sum(each.number for each in dated if each.bin < first),
        sum(each.number for each in dated if each.bin > last),
        sum(row.number for row in asked if row.bin == UNDATED),
        sum(each.number for each in within if each.wide),
        _in_order(roots, get_args(Root)),
        _in_order(statuses, get_args(Status)),
    )


def _from(sought: Sought) -> Select[Any]:
    """Return a query for rows of the chronicle, by the index in whose order they are counted where it has all it needs.

    SQLite does not find out by itself that sorting takes longer than all else.
    """
    rows = select(tables.chronicle)
    if sought.actor is None and sought.place is None and sought.outlet is None:
        return rows.with_hint(tables.chronicle, "INDEXED BY chronicle_by_month", "sqlite")
    return rows


def _in_order(counts: Counter[str], order: Iterable[Any]) -> tuple[tuple[Any, int], ...]:
    return tuple((each, counts[each]) for each in order if counts[each])


def _commonest(counts: Counter[str]) -> tuple[tuple[Any, int], ...]:
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:KINDS])


def _extent(rows: Iterable[Any], sought: Sought) -> tuple[str, str]:
    """Return the first and the last month to show, empty where there is none: those asked for, else where most lies."""
    months = Counter[str]()
    for row in rows:
        months[row.bin] += row.number
    if not months:
        return "", ""
    order, total, passed, core = sorted(months), months.total(), 0, []
    for each in order:
        passed += months[each]
        if passed > total * _FAR and passed - months[each] < total * (1 - _FAR):
            core.append(each)
    span = _months(core[0], core[-1])
    far = _months(order[0], order[-1]) > _MUCH * span + 1
    shown = [
        each
        for each in order
        if not far or (_months(each, core[0]) <= span + 1 and _months(core[-1], each) <= span + 1)
    ]
    return (
        f"{sought.since}-01"[:_MONTH] if sought.since else shown[0],
        f"{sought.until}-12"[:_MONTH] if sought.until else shown[-1],
    )


def _months(first: str, last: str) -> int:
    """Return how many months it is from one to another."""
    return (int(last[:4]) - int(first[:4])) * 12 + int(last[5:7]) - int(first[5:7]) + 1


def _unit(first: str, last: str) -> Unit:
    if not first:
        return "month"
    months = _months(first, last)
    return "day" if months <= MOST_BY_DAY else "month" if months <= MOST_BY_MONTH else "year"


def _begun(rows: Iterable[Any], sought: Sought, size: int) -> list[_Counted]:
    """Return counts of months or days, those before what is asked for at its beginning."""
    start = f"{sought.since}-01-01"[:size] if sought.since else ""
    return [
        _Counted(max(row.bin, start), row.status, row.wide, row.number, getattr(row, "root", None))
        for row in rows
    ]


def _days(connection: Connection, sought: Sought, first: str, last: str) -> list[_Counted]:
    table = tables.chronicle.c
    wide = table.latest != table.earliest
    wanted = (  # what begins before the first month that is shown is counted as before it, unless that is asked for
        select(table.earliest.label("bin"), table.status, wide.label("wide"), func.count().label("number"))
        .where(*_wanted(connection, sought), table.earliest <= f"{last}~")
        .where(table.earliest >= ("" if sought.since else first))
        .group_by(table.earliest, table.status, wide)
    )
    return _begun(connection.execute(wanted), sought, _DAY)


def listed(connection: Connection, sought: Sought, *, limit: int, offset: int) -> Iterator[HappeningRow]:
    """Yield happenings in the order of their days, those without one last."""
    ArticleFilter(since=sought.since, until=sought.until)
    table, happening = tables.chronicle.c, tables.happenings.c
    those = (
        select(table.happening)
        .where(*_wanted(connection, sought))
        .order_by(table.earliest, table.happening)
        .limit(limit)
        .offset(offset)
    )
    ids = list(connection.execute(those).scalars())
    held = {row.id: row for row in connection.execute(select(tables.happenings).where(happening.id.in_(ids)))}
    yield from told(connection, [held[each] for each in ids])


def _wanted(connection: Connection, sought: Sought) -> Iterator[ColumnElement[bool]]:
    """Yield what a row of the chronicle must be."""
    table = tables.chronicle.c
    # Days, months and years compare as text: `~` sorts after every digit and hyphen.
    if sought.since is not None:
        yield table.latest >= sought.since
        yield table.earliest < UNDATED
    if sought.until is not None:
        yield table.earliest <= f"{sought.until}~"
        yield table.month <= f"{sought.until[:_MONTH]}~"
    if sought.root is not None:
        yield table.root == sought.root
    if sought.statuses:
        yield table.status.in_(sought.statuses)
    if sought.place is not None:
        yield table.place.in_(connection.execute(named(connection, sought.place)).scalars().all())
    if sought.actor is not None:
        yield _any_of(table.parties, connection.execute(named(connection, sought.actor)).scalars())
    if sought.language is not None:
        language = sought.language.lower()
        own = func.lower(table.languages)
        yield or_(func.instr(own, f'"{language}"') > 0, func.instr(own, f'"{language}-') > 0)
    if sought.outlet is not None:
        wanted, article = fold(sought.outlet), tables.articles.c
        known: set[str | None] = set()
        for column in (article.outlet, article.agency):
            known.update(connection.execute(select(column).distinct()).scalars())
        yield _any_of(table.outlets, sorted(each for each in known if each and fold(each) == wanted))


def _any_of(column: ColumnElement[str], values: Iterable[str]) -> ColumnElement[bool]:
    """Return that JSON has one of some strings in it; nobody known by a name finds nothing."""
    quoted = (json.dumps(each, ensure_ascii=False) for each in values)
    return or_(false(), *(func.instr(column, each) > 0 for each in quoted))
