"""A large record, composed: every article of a small one many times over, each time some days later.

Reading a hundred thousand articles takes hours; what a server or a list takes on a record of that size does not
depend on how it came about. Most entities are shared by all copies, so that some are named in very many articles, as in
an archive; what lists grow by (some names, counted things, outlets) is a copy's own (`benchmarks.own`), and so is all
else: articles, findings, happenings, stories, differences, of which some are judged.
"""

from __future__ import annotations

import argparse
import shutil
import sqlite3
from pathlib import Path

from according.model import content_id
from according.store import actors, facets, places, tables, timeline
from according.store.database import Database
from according.store.fold import fold
from benchmarks.own import distinguish, judge

IDS = {
    "documents": ("id",),
    "locations": ("document",),
    "articles": ("id", "document"),
    "chains": ("id", "article"),
    "mentions": ("id", "chain"),
    "sentences": ("article",),
    "dates": ("id", "article"),
    "statements": ("id", "article", "speaker", "addressee", "within"),
    "figures": ("id", "article", "claimant", "place"),
    "events": ("article", "place", "reported_by", "happening"),
    "event_parties": ("chain",),
    "instruments": ("id", "article", "place", "agreement"),
    "commitments": ("id", "article", "instrument", "reported_by"),
    "commitment_reports": ("commitment", "report"),
    "happenings": ("id",),
    "sketches": ("article",),
    "origins": ("article", "origin"),
    "copies": ("article", "other"),
    "stories": ("id",),
    "story_articles": ("article", "story"),
    "discrepancies": ("id", "story", "happening"),
    "discrepancy_accounts": ("discrepancy", "finding", "article"),
}
"""The columns of each table that hold an id of something that each copy has of its own."""
MADE_OF = {
    "events": ("event", "start", "stop", "root"),
    "statements": ("statement", "cue_start", "cue_stop", "start", "stop"),
    "figures": ("figure", "start", "stop"),
    "dates": ("date", "start", "stop"),
}
"""What the ids of findings are made of, besides the article: a kind and columns. They are looked up by that."""
MEANT = {
    ("event_parties", "event"): ("events",),
    ("statements", "within"): ("statements",),
    ("discrepancy_accounts", "finding"): ("events", "statements", "figures"),
    ("commitment_reports", "report"): ("events",),
}
"""The columns that hold such an id, and of which tables it can be."""
DAYS = ("published", "date", "value", "earliest", "latest", "told")
NUMBERED = ("articles", "statements")
INDEXES = (
    ("article_index", "SELECT number, title, body, byline FROM small_article_index"),
    ("statement_index", "SELECT number, said FROM small_statement_index"),
)
APART = 3
"""Days from one copy to the next."""


def compose(small: Path, large: Path, articles: int) -> int:
    """Write a record of at least `articles` articles, made of those of another; return how many it has."""
    shutil.copy(small, large)
    with sqlite3.connect(large) as connection:
        connection.create_function("fold", 1, fold, deterministic=True)
        connection.create_function("content_id", -1, content_id, deterministic=True)
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        held: int = connection.execute("SELECT count(*) FROM articles").fetchone()[0]
        steps = {
            each: connection.execute(f"SELECT coalesce(max(number), 0) FROM {each}").fetchone()[0]  # noqa: S608
            for each in NUMBERED
        }
        for table in IDS:
            connection.execute(f"CREATE TEMP TABLE small_{table} AS SELECT * FROM {table}")  # noqa: S608
        for index in ("article_index", "statement_index"):
            connection.execute(f"CREATE TEMP TABLE small_{index} AS SELECT rowid AS number, * FROM {index}")  # noqa: S608
        for table in MADE_OF:
            connection.execute(f"CREATE INDEX temp.small_{table}_by_id ON small_{table} (id)")
        copies = -(-articles // held) - 1
        for copy in range(1, copies + 1):
            for table, ids in IDS.items():
                connection.execute(
                    _copying(table, ids),
                    {"copy": f":{copy}", "days": f"+{copy * APART} days", "step": copy * steps.get(table, 0)},
                )
            for (index, wanted), table in zip(INDEXES, NUMBERED, strict=True):
                columns = wanted.removeprefix("SELECT number, ").partition(" FROM")[0]
                connection.execute(
                    f"INSERT INTO {index} (rowid, {columns}) SELECT number + ?, {columns} FROM small_{index}",  # noqa: S608
                    (copy * steps[table],),
                )
            connection.commit()
        connection.execute(
            "UPDATE entities SET articles = articles * ?, mentions = mentions * ?", (copies + 1, copies + 1)
        )
        distinguish(connection, copies)
        connection.commit()
        connection.execute("PRAGMA journal_mode = WAL")
    with Database(large) as database, database.writing() as writing:
        for view in (places, actors, timeline, facets):
            view.save(writing)
        judge(writing)
        writing.exec_driver_sql("ANALYZE")
    return held * (copies + 1)


def _copying(table: str, ids: tuple[str, ...]) -> str:
    """Return the statement that inserts a copy of all rows of a table."""
    values = []
    columns = [column.name for column in tables.articles.metadata.tables[table].columns]
    for name in columns:
        if (table, name) in MEANT:
            values.append(_meant(table, name))
        elif name == "id" and table in MADE_OF:
            values.append(_made(table, f"small_{table}"))
        elif name in ids:
            values.append(f"{name} || :copy")
        elif name == "number":
            values.append("number + :step")
        elif name in DAYS:
            values.append(f"CASE WHEN length({name}) = 10 THEN date({name}, :days) ELSE {name} END")
        else:
            values.append(name)
    return f"INSERT INTO {table} ({', '.join(columns)}) SELECT {', '.join(values)} FROM small_{table}"  # noqa: S608


def _made(table: str, row: str) -> str:
    """Return the id of the copy of a finding."""
    kind, *columns = MADE_OF[table]
    return f"content_id('{kind}', {row}.article || :copy, {', '.join(f'{row}.{name}' for name in columns)})"


def _meant(table: str, name: str) -> str:
    """Return the id of the copy of what a column means."""
    meant = f"small_{table}.{name}"
    found = (
        f"(SELECT {_made(of, 'each')} FROM small_{of} AS each WHERE each.id = {meant})"  # noqa: S608
        for of in MEANT[table, name]
    )
    return f"coalesce({', '.join(found)}, {meant} || :copy)"


def main() -> None:
    """Compose one by hand: `python -m benchmarks.large SMALL LARGE ARTICLES`."""
    parser = argparse.ArgumentParser(description="Compose a large record of a small one.")
    parser.add_argument("small", type=Path)
    parser.add_argument("large", type=Path)
    parser.add_argument("articles", type=int)
    given = parser.parse_args()
    print(f"{compose(given.small, given.large, given.articles)} articles in {given.large}")


if __name__ == "__main__":
    main()
