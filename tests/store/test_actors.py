"""What is said about somebody who is named in more articles than are looked through at once."""

from __future__ import annotations

import pytest
from sqlalchemy import select, text, update

from according.store import actors, tables
from according.store.claims import to_statement
from according.store.database import Database
from tests.store.conftest import Save

MANY = 750
_FILL = (
    "CREATE TEMP TABLE n AS WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < :many) "
    "SELECT i FROM n",
    "INSERT INTO articles (id, document, start, stop, translated, marks, passages, evidence) "
    "SELECT 'a' || i, document, start, stop, translated, marks, passages, evidence FROM articles, n",
    "INSERT INTO entities (id, kind, name, contested, names, articles, mentions) "
    "VALUES ('e', 'person', 'Otto Klemp', 0, '{}', 1, 1)",
    "INSERT INTO entity_names (name, entity) VALUES ('otto klemp', 'e')",
    "INSERT INTO chains (id, article, kind, name, offices, named, entity) "
    "SELECT 'c' || i, 'a' || i, 'person', 'Otto Klemp', '[]', 1, 'e' FROM n "
    "UNION ALL SELECT 'd' || i, 'a' || i, 'person', 'Otto Klemp', '[]', 1, 'e' FROM n",
    "INSERT INTO mentions (id, chain, start, stop, text, kind, form, confidence, reason) "
    "SELECT 'm' || i, 'c' || i, 14, 24, 'Otto Klemp', 'person', 'name', 0.9, 'r' FROM n",
    # The first of them are by himself.
    "INSERT INTO statements (number, id, article, speaker, cue_start, cue_stop, start, stop, content, said, kind, "
    "manner, certainty, confidence, reason) SELECT i, 's' || i, 'a' || i, CASE WHEN i <= :own THEN 'd' || i END, "
    "4, 8, 9, 30, '[[9, 30]]', 'said', 'indirect', 'say', 'certain', 0.9, 'r' FROM n",
)


@pytest.mark.parametrize("own", [0, 700])
def test_what_others_say_goes_on_beyond_the_latest_articles(database: Database, save: Save, own: int) -> None:
    save("She said that Otto Klemp leaves.")
    with database.writing() as connection:
        for into in _FILL:
            values = {":many": MANY, ":own": own}
            asked = {name[1:]: value for name, value in values.items() if name in into}
            connection.execute(text(into), asked)
        for row in connection.execute(select(tables.statements)).all():
            said = update(tables.statements).where(tables.statements.c.number == row.number)
            connection.execute(said.values(id=to_statement(row).id))
    with database.reading() as connection:
        pages = [
            [
                each.row.article.id
                for each in actors.sayings(connection, "Otto Klemp", about=True, limit=100, offset=at)
            ]
            for at in range(0, MANY + 100, 100)
        ]
    assert [id for page in pages for id in page] == [f"a{i}" for i in range(own + 1, MANY + 1)]
