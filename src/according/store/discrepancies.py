"""Discrepancies in a record: what linking leaves behind, what people ruled on them, and what can be asked."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, delete, insert, select

from according.errors import NotFoundError
from according.model import Span, content_id
from according.store import tables
from according.store.moment import now
from according.store.query import CHUNK
from according.store.shown import among, articles_of, sentences
from according.views import AccountRow, Difference, Discrepancy, DiscrepancyRow, Ruling, Says, Who

_SHORTEST, _LONG, _SHOWN = 4, 8, 3
"""Characters of an id that say which is meant; how many are shown; how many are named that begin alike."""
_TWO = 2
"""Positions that a ruling is on at least: one alone contradicts nothing."""


def save(connection: Connection, found: Iterable[Discrepancy]) -> None:
    """Replace discrepancies and their accounts; rulings stay."""
    connection.execute(delete(tables.discrepancy_accounts))
    connection.execute(delete(tables.discrepancies))
    some = list(found)
    if not some:
        return
    connection.execute(insert(tables.discrepancies), [_values(each) for each in some])
    accounts = [values for each in some for values in _account_values(each)]
    connection.execute(insert(tables.discrepancy_accounts), accounts)


def _values(each: Discrepancy) -> dict[str, Any]:
    told = {
        name: getattr(each, name) for name in ("id", "kind", "about", "story", "happening", "score", "reason")
    }
    return {**told, "series": int(each.series)}


def _account_values(each: Discrepancy) -> Iterator[dict[str, Any]]:
    numbered = [(place, says) for place, position in enumerate(each.positions) for says in position]
    for number, (place, says) in enumerate(numbered):
        yield {
            "discrepancy": each.id,
            "number": number,
            "position": place,
            "start": says.span.start,
            "stop": says.span.end,
            **{
                name: getattr(says, name)
                for name in ("finding", "article", "says", "claimant", "claimant_text")
            },
        }


def exported(connection: Connection) -> Iterator[Discrepancy]:
    """Yield all discrepancies by their ids, as people ruled on them."""
    wanted = select(tables.discrepancies).order_by(tables.discrepancies.c.id)
    ruled = _rulings(connection)
    for some in connection.execute(wanted.execution_options(yield_per=CHUNK)).partitions():
        yield from _made(connection, some, ruled)


def listed(
    connection: Connection,
    *,
    kind: Difference | None = None,
    story: str | None = None,
    series: bool = False,
    dismissed: bool = False,
    ids: Iterable[str] | None = None,
) -> Iterator[DiscrepancyRow]:
    """Yield discrepancies with their accounts, the surest first.

    Args:
        connection: To the record.
        kind: Only those of this kind.
        story: Only those with an account in an article of this story.
        series: Whether series are listed as well.
        dismissed: Whether those are listed as well that somebody has dismissed.
        ids: Only those of these ids.
    """
    table, account = tables.discrepancies.c, tables.discrepancy_accounts.c
    wanted = select(tables.discrepancies)
    if ids is not None:
        wanted = wanted.where(table.id.in_(among(ids)))
    if kind is not None:
        wanted = wanted.where(table.kind == kind)
    if not series:
        wanted = wanted.where(table.series == 0)
    if story is not None:
        member = tables.story_articles.c
        within = select(account.discrepancy).join(tables.story_articles, member.article == account.article)
        wanted = wanted.where(table.id.in_(within.where(member.story == story)))
    ruled = _rulings(connection)
    rows = connection.execute(wanted.order_by(table.series, table.score.desc(), table.kind, table.id))
    for some in rows.partitions(CHUNK):
        made = [each for each in _made(connection, some, ruled) if dismissed or each.verdict != "dismiss"]
        yield from _shown(connection, made)


def verdicts(connection: Connection) -> dict[str, str]:
    """Return what was ruled on discrepancies as a whole, by their ids; those that nobody ruled on are not in it."""
    ruled, account = _rulings(connection), tables.discrepancy_accounts.c
    touched = select(account.discrepancy).where(account.finding.in_(among(ruled.of)))
    wanted = select(tables.discrepancies).where(tables.discrepancies.c.id.in_(touched))
    return {
        each.id: each.verdict
        for some in connection.execute(wanted).partitions(CHUNK)
        for each in _made(connection, some, ruled)
        if each.verdict is not None
    }


def counting(connection: Connection) -> ColumnElement[bool]:
    """Return the condition on discrepancies that are counted: those that are listed unless more is asked for."""
    gone = [id for id, verdict in verdicts(connection).items() if verdict == "dismiss"]
    table = tables.discrepancies.c
    return (table.series == 0) & table.id.not_in(among(gone))


def _made(connection: Connection, some: Sequence[Row[Any]], ruled: Rulings) -> Iterator[Discrepancy]:
    account = tables.discrepancy_accounts.c
    held: dict[str, dict[int, list[Says]]] = defaultdict(lambda: defaultdict(list))
    wanted = select(tables.discrepancy_accounts).where(account.discrepancy.in_(among(row.id for row in some)))
    for row in connection.execute(wanted.order_by(account.discrepancy, account.number)):
        span = Span(row.start, row.stop)
        held[row.discrepancy][row.position].append(
            Says(row.finding, row.article, span, row.says, row.claimant, row.claimant_text)
        )
    for row in some:
        positions = tuple(tuple(held[row.id][at]) for at in sorted(held[row.id]))
        yield Discrepancy(
            row.id,
            row.kind,
            bool(row.series),
            row.about,
            positions,
            row.story,
            row.happening,
            row.score,
            row.reason,
            *_verdict(row.kind, positions, ruled),
        )


def _verdict(kind: str, positions: Sequence[Sequence[Says]], ruled: Rulings) -> tuple[Any, Any]:
    """Return what was last ruled on a discrepancy, as a whole and, where it holds for some positions only, in part.

    A ruling is on it when it is of its kind and findings of two positions that the person saw are in two of its own. It
    holds for the whole while each position has an account that the person saw, in a position of its own: further
    accounts may join, further positions were never ruled on.
    """
    of = {says.finding: at for at, position in enumerate(positions) for says in position}
    whole = part = None
    for number in sorted({number for finding in of for number in ruled.of.get(finding, ())}):
        ruling = ruled.all[number]
        seen: dict[int, set[int]] = defaultdict(set)
        for its, findings in enumerate(ruling.findings):
            for at in {of[finding] for finding in findings if finding in of}:
                seen[at].add(its)
        told = [its for some in seen.values() for its in some]
        if ruling.kind != kind or len(seen) < _TWO or len(set(told)) < _TWO:
            continue
        covers = len(seen) == len(positions) and len(told) == len(set(told))
        whole, part = (ruling.verdict, None) if covers else (None, ruling.verdict)
    return whole, part


def _shown(connection: Connection, some: Sequence[Discrepancy]) -> Iterator[DiscrepancyRow]:
    table, entity = tables.discrepancy_accounts.c, tables.entities.c
    rows = connection.execute(
        select(tables.discrepancy_accounts).where(table.discrepancy.in_(among(each.id for each in some)))
    ).all()
    articles = articles_of(connection, rows)
    texts = sentences(connection, [(row.article, row.start) for row in rows])
    names = {
        row.id: row.name
        for row in connection.execute(
            select(entity.id, entity.name).where(entity.id.in_(among(row.claimant for row in rows)))
        )
    }
    of = origins(connection, articles)
    for each in some:
        yield DiscrepancyRow(
            each,
            tuple(
                tuple(
                    AccountRow(
                        says,
                        articles[says.article],
                        Who(says.claimant, names.get(says.claimant or "", says.claimant_text)),
                        texts.get((says.article, says.span.start), says.says),
                        of[says.article],
                    )
                    for says in position
                )
                for position in each.positions
            ),
        )


def origins(connection: Connection, articles: Iterable[str]) -> dict[str, str]:
    """Return the originals that articles come from, by their ids; an article that copies none is its own."""
    origin = tables.origins.c
    ids = set(articles)
    known = connection.execute(select(origin.article, origin.origin).where(origin.article.in_(among(ids))))
    return {each: each for each in ids} | {row.article: row.origin for row in known}


def meant(connection: Connection, name: str) -> DiscrepancyRow:
    """Return the discrepancy whose id begins so.

    Raises:
        NotFoundError: there is none, or there are several, or the beginning is so short that a number of something else
            may have been typed.
    """
    table = tables.discrepancies.c
    wanted = select(table.id).where(table.id.startswith(name.lower(), autoescape=True)).order_by(table.id)
    ids = [row.id for row in connection.execute(wanted.limit(_SHOWN + 1))] if name else []
    if not ids:
        raise NotFoundError(
            f"No discrepancy has an id that begins with {name!r}. `according differences` lists them."
        )
    if len(ids) > 1:
        some = ", ".join(each[:_LONG] for each in ids[:_SHOWN]) + (" …" if len(ids) > _SHOWN else "")
        raise NotFoundError(
            f"Several discrepancies have an id that begins with {name!r}: {some}. Give more of it."
        )
    if len(name) < _SHORTEST:
        raise NotFoundError(
            f"{name!r} is too short for an id of a discrepancy. Give at least {_SHORTEST} characters of it, such as "
            f"{ids[0][:_LONG]}."
        )
    return next(listed(connection, series=True, dismissed=True, ids=ids))


def rule(
    connection: Connection,
    verdict: str,
    found: Discrepancy,
    author: str | None = None,
    note: str | None = None,
) -> Ruling:
    """Keep a person's verdict on a discrepancy; it holds for what becomes of it when it is worked out anew."""
    findings = tuple(tuple(says.finding for says in position) for position in found.positions)
    made_at = now()
    ruling = Ruling(
        content_id("ruling", verdict, found.kind, repr(findings), made_at),
        verdict,
        found.kind,
        findings,
        made_at,
        author,
        note,
    )
    connection.execute(
        insert(tables.rulings).values(
            id=ruling.id,
            verdict=verdict,
            kind=found.kind,
            findings=json.dumps(findings),
            made_at=made_at,
            author=author,
            note=note,
        )
    )
    return ruling


@dataclass(frozen=True)
class Rulings:
    """The rulings that nobody has taken back, the first first, and which of them are on a finding."""

    all: Sequence[Ruling]
    of: Mapping[str, Sequence[int]]


def _rulings(connection: Connection) -> Rulings:
    table = tables.rulings.c
    revoked = select(tables.revocations.c.judged)
    rows = connection.execute(select(tables.rulings).where(table.id.not_in(revoked)).order_by(table.number))
    some = [to_ruling(row) for row in rows]
    of: dict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(some):
        for finding in {finding for position in each.findings for finding in position}:
            of[finding].append(number)
    return Rulings(some, of)


def to_ruling(row: Row[Any]) -> Ruling:
    """Return the ruling of a row of rulings."""
    findings = tuple(map(tuple, json.loads(row.findings)))
    return Ruling(row.id, row.verdict, row.kind, findings, row.made_at, row.author, row.note)
