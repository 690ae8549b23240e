"""Corrections in a document of several articles: only the article of the corrected finding is done anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, event, select

from according import Record
from according.model import Change
from according.store import audit, judged, tables
from according.store.database import Database

DIGEST = """Fire in Accra

The Accra Herald, 3 March 2021

Twelve people died in a fire in Accra, the mayor said on Wednesday. 40 people were injured and 300 houses burned down.
The fire broke out at the market before dawn and went on for six hours, officials said.


Flood in Lagos

The Daily Post, 9 March 2021

At least 25 people drowned in Lagos, the police said on Tuesday. 900 people lost their homes.
The water rose by two metres after a night of rain, residents said.
"""


@pytest.fixture
def digest(tmp_path: Path) -> Iterator[Database]:
    (tmp_path / "digest.txt").write_text(DIGEST, "utf-8")
    with Record.open(tmp_path / "record.according", create=True) as record:
        record.read([str(tmp_path / "digest.txt")])
    with Database(tmp_path / "record.according") as database:
        yield database


def figures(connection: Connection) -> list[list[tuple[str, float | None]]]:
    """The figures of each article with their values."""
    figure, article = tables.figures.c, tables.articles.c
    articles = connection.execute(select(article.id).order_by(article.start)).scalars().all()
    wanted = [
        select(figure.id, figure.value).where(figure.article == each, figure.value.is_not(None))
        for each in articles
    ]
    return [
        [(row.id, row.value) for row in connection.execute(each.order_by(figure.start))] for each in wanted
    ]


def put(connection: Connection, finding: str, value: float) -> tuple[str, int]:
    """Put a figure right: the id of the correction, and how many questions it took."""
    asked: list[str] = []

    def count(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    event.listen(connection, "before_cursor_execute", count)
    said = judged.correct(connection, "value", "figure", finding, Change(value=value), "Ama", None)
    event.remove(connection, "before_cursor_execute", count)
    return said.id, len(asked)


def test_what_was_said_of_other_articles_stays_and_costs_nothing(digest: Database) -> None:
    with digest.writing() as connection:
        fire, flood = before = figures(connection)
        first, alone = put(connection, flood[0][0], 26)
        audit.revoke(connection, first, "Ama", None)
        assert figures(connection) == before
        ids = [put(connection, id, 1000 + number)[0] for number, (id, _) in enumerate(fire)]
        assert len(ids) > 1
        _, among_others = put(connection, flood[0][0], 27)
        assert among_others == alone
        now = figures(connection)
        assert [value for _, value in now[0]] == [1000 + number for number in range(len(fire))]
        assert [value for _, value in now[1]] == [27, *(value for _, value in flood[1:])]
        audit.revoke(connection, ids[0], "Ama", None)
        now = figures(connection)
        assert [value for _, value in now[0]][:2] == [fire[0][1], 1001]
        assert now[1][0][1] == 27
