"""What is left for a person to judge: names that may be one, accounts that may differ, findings in doubt."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Exists,
    Row,
    Select,
    exists,
    func,
    literal_column,
    select,
    union_all,
)

from according.model import LAYERS, Layer, Side
from according.store import discrepancies, entities, review_labels, review_links, tables
from according.store.layers import DOUBTFUL, TABLES, rows
from according.store.shown import among, articles_of, sentences
from according.views import Aspect, Context, Judged, Queue, Task

_CONTEXTS = 3
"""Sentences that an entity is shown in."""
_Pair = tuple[str | None, str | None]
"""Two entities."""


class _Left(NamedTuple):
    """What is left to judge: pairs of entities of which somebody has spoken, what of differences and links is open."""

    told: set[_Pair]
    differences: Select[Any]
    links: Select[Any]


def queue(connection: Connection, what: Judged | None, *, limit: int, offset: int) -> Queue:
    """Return what is left to judge, of all kinds in turn or of one: names and differences the likeliest first.

    Findings that are least sure come first.
    """
    found = _left(connection)
    counts = _counts(connection, found)
    left = offset
    tasks: list[Task] = []
    for kind, count in counts:
        if what in (None, kind) and len(tasks) < limit:
            wanted, first = limit - len(tasks), min(left, count)
            if kind == "names":
                tasks += _names(connection, _undecided(connection, found.told, wanted, first))
            else:
                tasks += _tasks(connection, kind, found, wanted, first)
            left -= first
    return Queue(counts, tuple(tasks))


def _tasks(connection: Connection, kind: Judged, found: _Left, limit: int, offset: int) -> Iterator[Task]:
    if kind == "link":
        yield from review_links.tasks(connection, found.links, limit, offset)
    elif kind == "difference":
        wanted = found.differences.limit(limit).offset(offset)
        yield from _differing(connection, connection.execute(wanted).scalars().all())
    else:
        yield from _findings(connection, limit, offset)


def waiting(connection: Connection) -> tuple[tuple[Judged, int], ...]:
    """Return how many of each kind are left to judge."""
    return _counts(connection, _left(connection))


def _left(connection: Connection) -> _Left:
    return _Left(_told(connection), _open_differences(connection), review_links.open_(connection))


def _counts(connection: Connection, found: _Left) -> tuple[tuple[Judged, int], ...]:
    pairs = select(func.count()).select_from(tables.suggestions).where(_unspoken(found.told))
    return (
        ("names", connection.execute(pairs).scalar_one()),
        ("difference", _number(connection, found.differences)),
        ("link", _number(connection, found.links)),
        ("finding", sum(_count(connection, layer) for layer in LAYERS)),
    )


def _number(connection: Connection, wanted: Select[Any]) -> int:
    return connection.execute(select(func.count()).select_from(wanted.subquery())).scalar_one()


def undecided(connection: Connection, limit: int) -> Sequence[Row[Any]]:
    """Return the first suggestions on which nobody has said anything, the likeliest first."""
    return _undecided(connection, _told(connection), limit, 0)


def _undecided(connection: Connection, told: Iterable[_Pair], limit: int, offset: int) -> Sequence[Row[Any]]:
    doubt = tables.suggestions.c
    wanted = select(tables.suggestions).where(_unspoken(told))
    wanted = wanted.order_by(doubt.score.desc(), doubt.first, doubt.second)
    return connection.execute(wanted.limit(limit).offset(offset)).all()


def _unspoken(told: Iterable[_Pair]) -> ColumnElement[bool]:
    """Return the condition on suggestions that they are of none of some pairs."""
    doubt = tables.suggestions.c
    either = (f"{one} {other}" for one, other in told)
    return doubt.first.concat(" ").concat(doubt.second).not_in(among(either))


def _told(connection: Connection) -> set[_Pair]:
    """Return the pairs of entities on which somebody has said something, in either order."""
    judged = entities.judgements(connection)
    sides = [side for each in judged for side in (each.first, each.second)]
    chain = tables.chains.c
    wanted = select(chain.id, chain.entity).where(
        chain.id.in_(among(id for side in sides for id in side.chains))
    )
    of = {row.id: row.entity for row in connection.execute(wanted)}

    def meant(side: Side) -> set[str | None]:
        return {side.id, *(of.get(each) for each in side.chains)}

    pairs = {(a, b) for each in judged for a in meant(each.first) for b in meant(each.second)}
    return pairs | {(other, one) for one, other in pairs}


def _names(connection: Connection, pairs: Sequence[Row[Any]]) -> Iterator[Task]:
    entity = tables.entities.c
    ids = among(id for row in pairs for id in (row.first, row.second))
    known = {row.id: row for row in connection.execute(select(tables.entities).where(entity.id.in_(ids)))}
    for row in pairs:
        if row.first in known and row.second in known:
            one, other = (_entity(connection, known[id]) for id in (row.first, row.second))
            about = f"{one.label} – {other.label}"
            yield Task(
                f"{one.id}.{other.id}",
                "names",
                known[row.first].kind,
                about,
                row.score,
                row.reason,
                (one, other),
            )


def _entity(connection: Connection, row: Row[Any]) -> Aspect:
    chain, mention = tables.chains.c, tables.mentions.c
    wanted = (
        select(chain.article, mention.start, mention.text)
        .join_from(tables.chains, tables.mentions, mention.chain == chain.id)
        .where(chain.entity == row.id, mention.form == "name")
        .order_by(chain.article, mention.start)
        .limit(_CONTEXTS * _CONTEXTS)
    )
    found = connection.execute(wanted).all()
    first = list({each.article: each for each in reversed(found)}.values())[::-1][:_CONTEXTS]
    detail = ", ".join(dict.fromkeys(name for some in json.loads(row.names).values() for name in some[:1]))
    return Aspect(row.id, row.name, detail, tuple(_contexts(connection, first)))


def _contexts(connection: Connection, some: Sequence[Row[Any]]) -> Iterator[Context]:
    articles = articles_of(connection, some)
    texts = sentences(connection, [(row.article, row.start) for row in some])
    for row in some:
        said = texts.get((row.article, row.start), row.text)
        yield Context(articles[row.article], said, " ".join(row.text.split()), None)


def _open_differences(connection: Connection) -> Select[Any]:
    """Return the query for the discrepancies that nobody has ruled on, the surest first."""
    differ, ruled = tables.discrepancies.c, discrepancies.verdicts(connection)
    open_ = select(differ.id).where(differ.series == 0, differ.id.not_in(among(ruled)))
    return open_.order_by(differ.score.desc(), differ.kind, differ.id)


def _differing(connection: Connection, ids: Sequence[str]) -> Iterator[Task]:
    for row in discrepancies.listed(connection, dismissed=True, ids=ids):
        found = row.discrepancy
        sides = tuple(
            Aspect(
                position[0].says.finding,
                position[0].says.says,
                position[0].claimant.name or "",
                tuple(
                    Context(each.row, each.sentence, each.says.says, each.says.finding)
                    for each in position[:_CONTEXTS]
                ),
            )
            for position in row.positions
        )
        yield Task(found.id, "difference", found.kind, found.about, found.score, found.reason, sides)


def _doubtful(layer: Layer) -> Select[Any]:
    table = TABLES[layer].c
    # The bound stands in the statement itself: only then the partial index is taken.
    return select(table.id, table.confidence).where(table.confidence < literal_column(str(DOUBTFUL[layer])))


def _judged(finding: ColumnElement[str]) -> Exists:
    said = tables.corrections.c
    return exists().where(said.finding == finding, said.id.not_in(select(tables.revocations.c.judged)))


def _count(connection: Connection, layer: Layer) -> int:
    every = connection.execute(select(func.count()).select_from(_doubtful(layer).subquery())).scalar_one()
    said = tables.corrections.c
    spoken = select(said.finding).where(said.id.not_in(select(tables.revocations.c.judged)))
    table = TABLES[layer].c
    done = _doubtful(layer).where(table.id.in_(spoken)).subquery()
    return int(every) - int(connection.execute(select(func.count()).select_from(done)).scalar_one())


def _findings(connection: Connection, limit: int, offset: int) -> Iterator[Task]:
    # The first of each layer, by the index; then the first of all.
    some = []
    for layer in LAYERS:
        table = TABLES[layer].c
        wanted = _doubtful(layer).where(~_judged(table.id)).order_by(table.confidence, table.id)
        some.append(select(wanted.limit(offset + limit).subquery()))
    every = union_all(*some).subquery()
    first = select(every.c.id).order_by(every.c.confidence, every.c.id).limit(limit).offset(offset)
    ids = list(connection.execute(first).scalars())
    found = {task.id: task for layer in LAYERS for task in _of_layer(connection, layer, ids)}
    yield from (found[id] for id in ids)


def _of_layer(connection: Connection, layer: Layer, ids: Iterable[str]) -> Iterator[Task]:
    found = connection.execute(rows(layer).where(TABLES[layer].c.id.in_(among(ids)))).all()
    articles = articles_of(connection, found)
    texts = sentences(connection, [(row.article, row.start) for row in found])
    labels = review_labels.labels(connection, layer, found, articles)
    for row in found:
        words = row.said if layer == "statement" else row.text
        sentence = texts.get((row.article, row.start), words)
        context = Context(articles[row.article], sentence, " ".join(words.split()), row.id)
        side = Aspect(row.id, labels[row.id], "", (context,))
        yield Task(row.id, "finding", layer, labels[row.id], row.confidence, row.reason, (side,))
