"""What copies of a composed record have of their own: names, counted things, outlets, and what people judged.

An archive of a hundred thousand articles has tens of thousands of names, things and outlets, and somebody has judged
some thousand of its doubts. Lists of names, of things and of outlets are as long as that only where copies differ in
them.
"""

from __future__ import annotations

import json
import sqlite3
from functools import partial

from sqlalchemy import Connection, insert, select

from according.model import Judgement, Side, content_id
from according.store import discrepancies, rows, tables

OUTLETS = 200
"""Outlets that come of one."""
THINGS_OF = 4
"""Of so many copies one has counted things of its own."""
NAMES_OF = 2
"""Of so many copies one has persons and organizations of its own, those of `_OWN`."""
JUDGED = 1000
"""Pairs of names that somebody has judged."""
_COPY = "CAST(substr({0}, instr({0}, ':') + 1) AS INTEGER)"
_OWN = (
    "CREATE TEMP TABLE own AS SELECT * FROM entities WHERE kind IN ('person', 'organization') AND (rowid % 3 = 0 "
    "OR id IN (SELECT first FROM suggestions UNION SELECT second FROM suggestions))"
)
"""A third of the persons and organizations, and all of whom it is not known whether they are one."""
_NAMED = (
    "INSERT INTO entities SELECT id || :copy, kind, name || :number, NULL, NULL, geonames, latitude, longitude, "
    "country, precision, contested, names, articles, mentions FROM own",
    "INSERT INTO entity_names SELECT name || :number, entity || :copy FROM small_names",
    "INSERT INTO suggestions SELECT first || :copy, second || :copy, score, reason FROM small_suggestions",
)


def distinguish(connection: sqlite3.Connection, copies: int) -> None:
    """Give copies 1 to `copies`, whose articles' ids end in their number behind a colon, what is their own."""
    copy = _COPY.format("id")
    connection.execute(
        f"UPDATE articles SET outlet = outlet || ' ' || ({copy} % {OUTLETS}) WHERE outlet IS NOT NULL AND id LIKE '%:%'"  # noqa: S608
    )
    copy = _COPY.format("article")
    mine = f"article LIKE '%:%' AND {copy} % "
    connection.execute(
        f"UPDATE figures SET what = what || ' ' || {copy} WHERE what IS NOT NULL AND {mine} {THINGS_OF} = 0"  # noqa: S608
    )
    connection.execute(_OWN)
    connection.execute("CREATE UNIQUE INDEX temp.own_ids ON own (id)")
    connection.execute(
        "CREATE TEMP TABLE small_names AS SELECT * FROM entity_names WHERE entity IN (SELECT id FROM own)"
    )
    connection.execute(
        "CREATE TEMP TABLE small_suggestions AS SELECT * FROM suggestions "
        "WHERE first IN (SELECT id FROM own) AND second IN (SELECT id FROM own)"
    )
    for number in range(NAMES_OF, copies + 1, NAMES_OF):
        for insertion in _NAMED:
            connection.execute(insertion, {"copy": f":{number}", "number": f" {number}"})
    for table, column in (("chains", "entity"), ("discrepancy_accounts", "claimant")):
        connection.execute(
            f"UPDATE {table} SET {column} = {column} || substr(article, instr(article, ':')) "  # noqa: S608
            f"WHERE {column} IN (SELECT id FROM own) AND {mine} {NAMES_OF} = 0"
        )
    own = {row[0] for row in connection.execute("SELECT id FROM own")}
    connection.create_function("of_own", 2, partial(_of_own, own), deterministic=True)
    connection.execute(
        "UPDATE happenings SET source = of_own(source, id), target = of_own(target, id) "  # noqa: S608
        f"WHERE id LIKE '%:%' AND {_COPY.format('id')} % {NAMES_OF} = 0"
    )


def _of_own(own: set[str], parties: str, happening: str) -> str:
    """Return the parties of a copy's happening (JSON), those by their own ids who have one in that copy."""
    copy = happening[happening.index(":") :]
    return json.dumps([f"{each}{copy}" if each in own else each for each in json.loads(parties)])


def judge(connection: Connection) -> None:
    """Say of pairs of names that they are two, and of every second difference that it is one or none."""
    entity, chain = tables.entities.c, tables.chains.c
    wanted = select(entity.id, entity.name, entity.kind).where(entity.id.contains(":")).order_by(entity.id)
    some = connection.execute(wanted.limit(2 * JUDGED)).all()
    of = {
        row.entity: row.id
        for row in connection.execute(
            select(chain.entity, chain.id).where(chain.entity.in_([each.id for each in some]))
        )
    }
    sides = [Side(each.name, each.kind, (of[each.id],), each.id) for each in some if each.id in of]
    for number, (one, other) in enumerate(zip(sides[::2], sides[1::2], strict=False)):
        made_at = f"2024-01-01T00:00:00.{number:06}+00:00"
        said = Judgement(content_id("judgement", str(number)), "different", one, other, made_at)
        connection.execute(insert(tables.judgements), [rows.judgement_values(said)])
    differences = [row.discrepancy for row in discrepancies.listed(connection, series=True)]
    for number, each in enumerate(differences[::2]):
        discrepancies.rule(connection, "confirm" if number % 2 else "dismiss", each)
