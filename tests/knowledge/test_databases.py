import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.knowledge.databases import database_fields, ends_record


@pytest.mark.parametrize(
    ("line", "database", "role", "value"),
    [
        ("HD  Talks resume in Geneva", "factiva", "title", "Talks resume in Geneva"),
        ("HD", "factiva", "title", ""),
        ("AN Document X0001", "factiva", "end", "Document X0001"),
        ("HEADLINE: Talks: day two", "lexisnexis", "title", "Talks: day two"),
        ("LOAD-DATE: December 8, 2023", "lexisnexis", "updated", "December 8, 2023"),
        ("Numéro de document : news·20210115", "europresse", "end", "news·20210115"),
    ],
)
def test_fields(line: str, database: str, role: str, value: str) -> None:
    [found] = database_fields(line)
    assert (found.database, found.role, line[slice(*found.value)]) == (database, role, value)


def test_a_label_that_two_databases_share() -> None:
    assert [found.database for found in database_fields("Source : Le Monde")] == ["lexisnexis", "europresse"]


@pytest.mark.parametrize("line", ["", "hd lower case", "HDTV arrives", "Moscow: talks resume", "XX  nothing"])
def test_no_fields(line: str) -> None:
    assert database_fields(line) == ()


@pytest.mark.parametrize(
    ("line", "database"),
    [
        ("Document AFPR000020231208ejc8001xy", "factiva"),
        ("2 of 25 DOCUMENTS", "lexisnexis"),
        ("The document of 2023", None),
    ],
)
def test_ends(line: str, database: str | None) -> None:
    assert ends_record(line) == database


@given(st.text() | st.text(alphabet="HD: \n\tSource"))
def test_values_lie_in_the_line(line: str) -> None:
    for found in database_fields(line):
        assert 0 <= found.value.start <= found.value.end <= len(line)
    ends_record(line)
