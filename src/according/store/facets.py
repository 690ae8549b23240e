"""Searching by language, outlet, year and kind of event, with counts, and under all names that somebody has.

All that a query finds is counted over an index that holds what is counted, and apart from the list of the best, which
need not wait for it.
"""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, delete, func, select, text

from according.errors import NotFoundError
from according.store import tables
from according.store.fold import words
from according.store.meant import entity
from according.store.search import Query, Term, best, hits, parse
from according.views import Facets, Found, OtherNames, Tally

MOST_FORMS = 40
"""Names of one entity that are searched for."""
_LONGEST = 5
"""Words of a name in a query."""
_SHORTEST = 3
"""Characters of a form of one word: shorter ones are initials, which everybody has."""
_ALIKE = text(
    "CREATE TEMP TABLE alike AS SELECT a.number, coalesce(a.language, '') AS language, "
    "coalesce(a.outlet, '') AS outlet, coalesce(substr(a.published, 1, 4), '') AS year, "
    "coalesce(k.roots, '') AS roots FROM articles a LEFT JOIN ("
    "SELECT article, group_concat(root, ' ') AS roots FROM (SELECT DISTINCT article, root FROM events "
    "ORDER BY article, root) GROUP BY article) k ON k.article = a.id"
)
_WAYS = text(
    "INSERT INTO facets (language, outlet, year, roots) SELECT DISTINCT language, outlet, year, roots FROM alike"
)
_WHICH = text(
    "INSERT INTO article_facets SELECT a.number, f.id FROM alike a JOIN facets f ON f.language = a.language "
    "AND f.outlet = a.outlet AND f.year = a.year AND f.roots = a.roots"
)
_COUNTED = text(
    "SELECT n.facets, f.language, f.outlet, f.year, f.roots, n.number FROM ("
    "WITH found AS MATERIALIZED (SELECT rowid AS number FROM article_index WHERE article_index MATCH :query) "
    "SELECT a.facets, count(*) AS number FROM found LEFT JOIN article_facets a ON a.article = found.number "
    "GROUP BY a.facets) n LEFT JOIN facets f ON f.id = n.facets"
)
_FACETS = ("language", "outlet", "year", "kind")


def save(connection: Connection) -> None:
    """Work out anew what articles are counted by."""
    connection.execute(delete(tables.article_facets))
    connection.execute(delete(tables.facets))
    connection.execute(_ALIKE)
    connection.execute(_WAYS)
    connection.execute(_WHICH)
    connection.execute(text("DROP TABLE alike"))


def found(
    connection: Connection, asked: str, facets: Facets, *, names: bool, limit: int, offset: int
) -> Found:
    """Return what answers a query, the best first, from the `offset`th on.

    With `names`, who is named in the query is searched for under all other names, too.

    Raises:
        QueryError: there is no word to search for.
    """
    query, others = _meant(connection, asked, names)
    within = None if facets == Facets() else json.dumps(_ways(connection, facets))
    scores = best(connection, query.expression(), limit + offset, within)
    return Found(tuple(hits(connection, query, dict(list(scores.items())[offset:]))), others)


def tally(connection: Connection, asked: str, facets: Facets, *, names: bool) -> Tally:
    """Return how many articles answer a query, and of what kind all those are that do but for one facet.

    Raises:
        QueryError: there is no word to search for.
    """
    query, _ = _meant(connection, asked, names)
    rows = connection.execute(_COUNTED, {"query": query.expression()}).all()
    # Those that nothing was worked out of yet are found, but counted nowhere.
    known = [row for row in rows if row.facets is not None]
    counted = {each: _counts(known, replace(facets, **{each: None}), each) for each in _FACETS}
    asked_for = rows if facets == Facets() else [row for row in known if _passes(row, facets)]
    return Tally(
        sum(row.number for row in asked_for),
        counted["language"],
        counted["outlet"],
        tuple(sorted(counted["year"], reverse=True)),
        counted["kind"],
    )


def _meant(connection: Connection, asked: str, names: bool) -> tuple[Query, tuple[OtherNames, ...]]:
    """Return the query that is asked, widened by other names if these are wanted, and who is named in it."""
    query = parse(asked)
    others = tuple(_named(connection, query))
    return (_widened(query, others) if names else query), others


def _ways(connection: Connection, facets: Facets) -> list[int]:
    """Return the ways of being alike that pass: there are few, compared with articles."""
    return [row.id for row in connection.execute(select(tables.facets)) if _passes(row, facets)]


def _passes(row: Any, facets: Facets) -> bool:
    return (
        facets.language in (None, row.language)
        and facets.outlet in (None, row.outlet)
        and facets.year in (None, row.year)
        and (facets.kind is None or facets.kind in row.roots.split())
    )


def _counts(rows: Any, facets: Facets, of: str) -> tuple[tuple[str, int], ...]:
    counts = Counter[str]()
    for row in rows:
        if _passes(row, facets):
            for value in row.roots.split() if of == "kind" else (getattr(row, of),):
                counts[value] += row.number
    return tuple(sorted(counts.items(), key=lambda each: (-each[1], each[0])))


def _named(connection: Connection, query: Query) -> Iterator[OtherNames]:
    """Yield who is named by words of the query that stand side by side, longest names first from left to right."""
    at = 0
    while at < len(query.groups):
        length, found = next(_called(connection, query, at), (1, None))
        if found is not None:
            yield found
        at += length


def _called(connection: Connection, query: Query, at: int) -> Iterator[tuple[int, OtherNames]]:
    table = tables.entity_names.c
    for length in range(min(_LONGEST, len(query.groups) - at), 0, -1):
        groups = query.groups[at : at + length]
        if any(len(group) > 1 or group[0].prefix for group in groups):
            continue
        name = " ".join(word for group in groups for word in group[0].words)
        if connection.execute(select(table.entity).where(table.name == name).limit(1)).first() is None:
            continue
        try:
            who = entity(connection, name, leading=True)
        except NotFoundError:  # several go by it: which one is meant is not for us to say
            continue
        some = [each for each in _forms(connection, who.id) if each != name]
        if some:
            yield length, OtherNames(who.id, who.name, who.kind, name, tuple(some[:MOST_FORMS]))


def _forms(connection: Connection, id: str) -> list[str]:
    """Return the forms of an entity's names as they are searched: the commonest of every script in turn."""
    table, chain, mention = tables.entity_names.c, tables.chains.c, tables.mentions.c
    counts = Counter[str]()
    for written in connection.execute(select(table.name).where(table.entity == id)).scalars():
        counts[" ".join(words(written))] += 0
    if len(counts) <= MOST_FORMS:
        # None is left out, and counting the mentions of somebody who is in every article takes long.
        return sorted(form for form in counts if len(form) >= _SHORTEST)
    mentioned = (
        select(mention.text, func.count())
        .join_from(tables.chains, tables.mentions, mention.chain == chain.id)
        .where(chain.entity == id, mention.form == "name")
        .group_by(mention.text)
    )
    for written, count in connection.execute(mentioned):
        counts[" ".join(words(written))] += count
    ranks = Counter[str]()
    turns: list[tuple[int, int, str]] = []
    for form, count in sorted(counts.items(), key=lambda each: (-each[1], each[0])):
        if len(form) >= _SHORTEST:
            script = unicodedata.name(form[0], "").partition(" ")[0]
            turns.append((ranks[script], -count, form))
            ranks[script] += 1
    return [form for _, _, form in sorted(turns)]


def _widened(query: Query, names: tuple[OtherNames, ...]) -> Query:
    """Return the query with every name in it as one group, in which any form of it will do."""
    groups = list(query.groups)
    for each in names:
        for at in range(len(groups)):
            run = next((n for n in range(1, _LONGEST + 1) if _words(groups[at : at + n]) == each.words), None)
            if run is not None:
                forms = (each.words, *each.forms)
                groups[at : at + run] = [tuple(Term(tuple(form.split()), prefix=False) for form in forms)]
                break
    return Query(tuple(groups), query.without)


def _words(groups: list[tuple[Term, ...]]) -> str:
    if any(len(group) > 1 for group in groups):
        return ""
    return " ".join(word for group in groups for word in group[0].words)
