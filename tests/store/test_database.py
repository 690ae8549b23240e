from __future__ import annotations

import os
import resource
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from according.errors import RecordBusyError, RecordError
from according.store.database import Database
from according.store.entities import due, entities
from according.store.query import document, documents, status
from according.store.search import search
from according.store.tables import SCHEMA, VERSION
from according.store.write import Writer
from tests.store.conftest import Save


def test_missing_record_is_not_made_by_looking(tmp_path: Path) -> None:
    path = tmp_path / "none.according"
    with pytest.raises(RecordError, match="There is no record at"):
        Database(path)
    assert not path.exists()


@pytest.mark.parametrize("name", ["x" * 5000, "a\0b"])
def test_name_that_cannot_be(tmp_path: Path, name: str) -> None:
    with pytest.raises(RecordError):
        Database(tmp_path / name)


def test_folder_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="folder exists"):
        Database(tmp_path / "nowhere" / "record.according", create=True)


@pytest.mark.parametrize("create", [False, True])
def test_other_kinds_of_file_are_left_alone(tmp_path: Path, create: bool) -> None:
    text, other = tmp_path / "notes.txt", tmp_path / "other.db"
    text.write_text("Not a database, but long enough to look like one to a careless program. " * 30)
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE mine (x)")
    connection.close()
    before = text.read_bytes(), other.read_bytes()
    for path in (text, other):
        with pytest.raises(RecordError, match="no record but some other kind of file"):
            Database(path, create=create)
    assert (text.read_bytes(), other.read_bytes()) == before


def test_empty_file_becomes_a_record_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "record.according"
    path.touch()
    with pytest.raises(RecordError, match="is empty, not a record"):
        Database(path)
    with Database(path, create=True) as database, database.reading() as connection:
        assert status(connection, "", 0).documents == 0


def test_newer_record_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "record.according"
    Database(path, create=True).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 9999")
    connection.close()
    with pytest.raises(RecordError, match="newer According"):
        Database(path)


def test_migrations_run_in_order_and_once(tmp_path: Path) -> None:
    folder = tmp_path / "migrations"
    folder.mkdir()
    (folder / "9001_first.sql").write_text("CREATE TABLE later (x);\nINSERT INTO later VALUES ('a;b');\n")
    (folder / "9002_second.sql").write_text("-- a comment;\nINSERT INTO later VALUES (2);\n")
    with Database(tmp_path / "record.according", create=True) as database:
        database.migrate(folder)
        database.migrate(folder)
        with database.reading() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM later").scalar() == 2
            assert connection.exec_driver_sql("PRAGMA user_version").scalar() == 9002


SECOND_SCHEMA = SCHEMA.partition("-- Who and what an article names.")[0].replace(
    f"PRAGMA user_version = {VERSION};", "PRAGMA user_version = 2;"
)
"""What schema.sql was in version 2."""
FIRST_SCHEMA = (
    ("PRAGMA user_version = 2;", "PRAGMA user_version = 1;"),
    ("fts5 (title, body, byline,", "fts5 (title, body,"),
    ("    sha256  TEXT NOT NULL,        -- of the input; empty when it could not be opened\n", ""),
    ("    run     TEXT NOT NULL,        -- as in documents; empty when it could not be opened\n", ""),
)
"""What schema.sql had otherwise in version 1."""


def test_a_record_of_version_1_is_searched_by_outlet_and_has_its_notices(tmp_path: Path) -> None:
    path, schema = tmp_path / "record.according", SECOND_SCHEMA
    for now, then in FIRST_SCHEMA:
        assert now in schema
        schema = schema.replace(now, then)
    with sqlite3.connect(path) as connection:
        connection.executescript(schema)
        connection.executescript("""
            INSERT INTO documents VALUES ('d', 'h', 'a.zip!/a', 'text/plain', 'utf-8', 4, '{}', NULL, NULL, '[]', 'r',
                'v', 'Text');
            INSERT INTO originals VALUES ('h', x'');
            INSERT INTO locations VALUES ('d', 'a.zip!/a', 'a.zip', 'z', 'r', 'now'), ('d', 'b', 'b', 'h', 'r', 'now');
            INSERT INTO articles VALUES (7, 'a', 'd', 0, 4, NULL, NULL, NULL, 'Échos', NULL, NULL, NULL, NULL, NULL,
                NULL, NULL, 0, NULL, '[]', '[]', '[]');
            INSERT INTO article_index (rowid, title, body) VALUES (7, '', 'text');
            INSERT INTO inputs VALUES ('b', 'h', 'r', 1);
            INSERT INTO notices VALUES ('n', 'b', 'b', 'encoding', 'By guess.', 0);
        """)
    connection.close()
    with Database(path) as database, database.reading() as connection:
        for query in ("echos", "text"):
            assert [(hit.row.number, hit.row.uri) for hit in search(connection, query, 9)] == [(7, "b")]
        writer = Writer(database, "r")
        assert writer.skip("b", "h")
        assert writer.commit().total.notices == 1


def layout(connection: sqlite3.Connection) -> set[tuple[str, ...]]:
    """Every table with its columns, and every index with its own, as SQLite understands them."""
    names = connection.execute(
        "SELECT type, name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'"
    ).fetchall()
    return {
        (kind, name, *map(str, column))
        for kind, name in names
        for column in connection.execute(f"PRAGMA {kind}_info({name})").fetchall()
    }


def test_a_record_of_version_2_has_nobody_in_it_until_it_is_read_again(tmp_path: Path) -> None:
    old, new = tmp_path / "old.according", tmp_path / "new.according"
    with sqlite3.connect(old) as connection:
        connection.executescript(SECOND_SCHEMA)
        connection.executescript("""
            INSERT INTO documents VALUES ('d', 'h', 'b', 'text/plain', 'utf-8', 4, '{}', NULL, NULL, '[]', 'r', 'v',
                'Text');
            INSERT INTO originals VALUES ('h', x'');
            INSERT INTO locations VALUES ('d', 'b', 'b', 'h', 'r', 'now');
            INSERT INTO inputs VALUES ('b', 'h', 'r', 1);
        """)
    connection.close()
    with Database(old) as database, database.reading() as reader:
        assert list(entities(reader)) == []
        assert due(reader) is None
        assert [row.uri for row in documents(reader, with_text=False)] == ["b"]
    Database(new, create=True).close()
    layouts = []
    for path in (old, new):
        with sqlite3.connect(path) as connection:
            layouts.append(layout(connection))
            assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
        connection.close()
    assert layouts[0] == layouts[1]
    assert {"chains", "entities", "judgements", "statements", "figures"} <= {
        name for _, name, *_ in layouts[0]
    }


def test_migration_that_fails_changes_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "migrations"
    folder.mkdir()
    (folder / "9001_broken.sql").write_text("CREATE TABLE later (x);\nINSERT INTO nowhere VALUES (1);\n")
    with Database(tmp_path / "record.according", create=True) as database:
        with pytest.raises(Exception, match="nowhere"):
            database.migrate(folder)
        with database.reading() as connection:
            assert connection.exec_driver_sql("PRAGMA user_version").scalar() == VERSION
            assert not connection.exec_driver_sql("SELECT 1 FROM sqlite_schema WHERE name = 'later'").first()


def test_name_with_signs_that_mean_something_in_addresses(tmp_path: Path) -> None:
    path = tmp_path / "a?b#c%41 d.according"
    Database(path, create=True).close()
    Database(path).close()
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_second_writer_waits_and_then_gives_up(tmp_path: Path) -> None:
    path = tmp_path / "record.according"
    with Database(path, create=True) as first, Database(path, busy_seconds=0.01) as second:
        with first.writing() as connection:
            connection.exec_driver_sql("DELETE FROM notices")
            with pytest.raises(RecordBusyError, match="another process is writing"), second.writing():
                pytest.fail("two writers at once")
            with second.reading() as reader:
                assert status(reader, "", 0).documents == 0
        with second.writing() as connection:
            connection.exec_driver_sql("DELETE FROM notices")


def test_a_reader_sees_one_state_while_another_writes(database: Database, save: Save) -> None:
    save("one", "1.txt")
    with database.reading() as connection:
        assert status(connection, "", 0).documents == 1
        save("two", "2.txt")
        assert status(connection, "", 0).documents == 1
    with database.reading() as connection:
        assert status(connection, "", 0).documents == 2


def test_full_disk_keeps_what_was_saved(database: Database, save: Save) -> None:
    saved = save("first")
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (database.size() + 50_000, limit[1]))
    try:
        with pytest.raises(RecordError, match=r"disk is full|input/output error"):
            save(os.urandom(400_000).hex(), "2.txt")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
    with database.reading() as connection:
        assert [row.id for row in documents(connection, with_text=False)] == [saved.id]
    second = save("second", "2.txt")
    with database.reading() as connection:
        assert document(connection, second.id).text == "second"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody who may not write")
def test_folder_that_may_not_be_written_can_be_read(database: Database, save: Save, tmp_path: Path) -> None:
    save("text")
    database.close()
    program = """
import os, pathlib, sys
from according.errors import RecordError
from according.store.database import Database
from according.store.entities import due, entities
from according.store.query import documents
try:
    os.setgid(65534), os.setuid(65534)
    os.stat(sys.argv[1]), os.stat(documents.__code__.co_filename)
except OSError as error:
    sys.exit(f"cannot be simulated here: {error}")
with Database(pathlib.Path(sys.argv[1])) as record:
    with record.reading() as connection:
        print(len(list(documents(connection, with_text=True))))
    try:
        with record.writing() as connection:
            connection.exec_driver_sql("DELETE FROM notices")
    except RecordError as error:
        print(error)
"""
    # Pytest's own folders are closed to others: the one of this test, of this run, of this user. What lies above
    # them is not ours to open.
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)
    command = [sys.executable, "-c", program, str(database.path)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if "cannot be simulated here" in result.stderr:
        pytest.skip(result.stderr.strip())
    assert result.stdout.startswith("1\n"), result.stderr
    assert "may not be written" in result.stdout


def test_works_with_the_sqlite_of_the_standard_library(tmp_path: Path) -> None:
    program = """
import sys
sys.modules["pysqlite3"] = None  # as where it has no wheel
from according import Record, Settings
from according.store.database import sqlite
assert sqlite.__name__ == "sqlite3"
with Record.open("r.according", create=True) as record:
    for text in ("Talks open\\n\\nThe delegations met in Erévan.", "Talks end\\n\\nThe delegations left Erévan."):
        open("a.txt", "w", encoding="utf-8").write(text)
        record.read(["a.txt"], Settings(articles_only=True))
    print(len(record.search("EREVAN")), len(list(record.articles())))
"""
    command = [sys.executable, "-c", program]
    result = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert (result.stdout, result.stderr) == ("2 2\n", "")
