"""Questions to a record of many findings: none of them grows with what it finds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, event, text

from according.errors import NotFoundError
from according.store import claims, meant
from according.store.database import Database
from according.store.query import ArticleFilter
from tests.store.conftest import Save

MANY = 40_000
MOST = 1_000
"""Parameters that a question may have: SQLite takes at least 999, as a rule 32,766."""
_FILL = (
    "CREATE TEMP TABLE n AS WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < :many) "
    "SELECT i, id AS article FROM n, articles",
    "INSERT INTO chains (id, article, kind, name, offices, named, entity) "
    "SELECT 'c' || i, article, 'person', 'Otto Klemp', '[]', 1, 'e' || i FROM n",
    "INSERT INTO entities (id, kind, name, contested, names, articles, mentions) "
    "SELECT 'e' || i, 'person', 'Otto Klemp', 0, '{}', 1, 1 FROM n",
    "INSERT INTO entity_names (name, entity) SELECT 'otto klemp', 'e' || i FROM n",
    "INSERT INTO statements (number, id, article, speaker, cue_start, cue_stop, start, stop, content, said, kind, "
    "manner, certainty, confidence, reason) SELECT i, 's' || i, article, 'c' || i, 4, 10, 4, 35, '[[4, 35]]', "
    "'bridge', 'indirect', 'say', 'certain', 0.9, 'r' FROM n",
    "INSERT INTO statement_index (rowid, said) SELECT number, said FROM statements",
)


@pytest.fixture
def large(database: Database, save: Save) -> Database:
    """A record with many statements in one sentence, each by another of as many people of one name."""
    save("The bridge over the Senne is closed.")
    with database.writing() as connection:
        for into in _FILL:
            connection.execute(text(into), {"many": MANY} if ":many" in into else {})
    return database


@pytest.fixture
def connection(large: Database) -> Iterator[Connection]:
    with large.reading() as connection:
        yield connection


def test_a_question_is_as_short_as_it_was_asked_whatever_it_finds(connection: Connection) -> None:
    asked: list[int] = []

    @event.listens_for(connection, "before_cursor_execute")
    def count(_connection: object, _cursor: object, _statement: str, values: object, *_: object) -> None:
        asked.append(len(values) if isinstance(values, tuple | dict) else 0)

    for about, by in (("bridge", None), ("Klemp", None), (None, "Otto Klemp")):
        found = list(claims.statements(connection, ArticleFilter(), about=about, by=by, limit=5))
        assert len(found) == (0 if about == "Klemp" else 5), (about, by)
    assert asked
    assert max(asked) <= MOST


def test_of_many_of_one_name_the_first_are_offered(connection: Connection) -> None:
    with pytest.raises(NotFoundError, match="e1; Otto Klemp, person: e10; "):
        meant.entity(connection, "Otto Klemp")
    assert len(list(connection.execute(meant.named(connection, "otto  klemp")))) == MANY
