"""One SQLite file: opened, checked, brought up to date; its failures put into words."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from types import ModuleType, TracebackType
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from according.errors import RecordBusyError, RecordError
from according.store import tables
from according.store.fold import fold

try:  # releases of SQLite up to 3.51.2 can corrupt a WAL when it is reset; the wheel carries a newer one
    import pysqlite3

    sqlite: ModuleType = pysqlite3
except ImportError:
    sqlite = sqlite3

BUSY_SECONDS = 10.0
"""How long a writer waits for another one. Writers hold the file for one batch only, well under a second."""

_ADVICE = {
    sqlite3.SQLITE_FULL: "the disk is full. What was reported as saved is safe; free some space and run it again.",
    sqlite3.SQLITE_READONLY: "the record or its folder may not be written. Change their permissions or use --record "
    "with a file elsewhere.",
    sqlite3.SQLITE_PERM: "the system denies access to it. Change its permissions or use another --record.",
    sqlite3.SQLITE_NOTADB: "this is no record but some other kind of file. Use --record with another name.",
    sqlite3.SQLITE_CORRUPT: "the file is damaged. Restore it from a backup, or read the input again into a new record.",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened. Check that its folder exists and may be written.",
    sqlite3.SQLITE_IOERR: "the system reports an input/output error. Check the disk (space, quota, connection); what "
    "was reported as saved is safe.",
}


class Database:
    """The file of a record and its connections.

    Each connection sees one state of the record from its first to its last statement, whatever is written beside it.
    """

    def __init__(self, path: Path, *, create: bool = False, busy_seconds: float = BUSY_SECONDS) -> None:
        """Open the record at `path`; with `create`, make it when there is none.

        Raises:
            RecordError: it is missing, no record, made by a newer According, or the system refuses.
            RecordBusyError: another process is changing the schema and did not finish in time.
        """
        self.path = path
        self._busy_seconds = busy_seconds
        try:
            missing = not create and not path.exists()
        except OSError as error:  # a folder above it may not be searched, or the name is too long
            raise RecordError(
                f"{path}: {error.strerror}. Check its folder's permissions or use another --record."
            ) from error
        if missing:
            raise RecordError(f"There is no record at {path}. `according read PATH` makes one.")
        self._engine = self._open_engine("rwc" if create else "rw")
        try:
            self._prepare(create)
        except BaseException:  # an interrupt as well
            self.close()
            raise

    def _open_engine(self, mode: str) -> Engine:
        address = f"{self.path.absolute().as_uri()}?mode={mode}"
        if mode == "rw" and self._is_still():
            # A reader of a WAL file makes two small files beside it. Where it may not, and nobody can be writing,
            # SQLite can do without.
            address += "&immutable=1"

        def connect() -> Any:
            connection = sqlite.connect(
                address, uri=True, timeout=self._busy_seconds, isolation_level=None, check_same_thread=False
            )
            connection.create_function("fold", 1, _fold_or_null, deterministic=True)
            # FULL, not NORMAL: after NORMAL a power failure may take back a commit that was reported as saved. With
            # commits in batches it costs one flush to disk a second.
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            return connection

        engine = create_engine("sqlite+pysqlite://", module=sqlite, creator=connect, poolclass=QueuePool)

        @event.listens_for(engine, "begin")
        def begin(connection: Connection) -> None:
            # The driver is in autocommit mode: transactions begin where SQLAlchemy says so, schema changes included.
            writes = connection.get_execution_options().get("writes", False)
            connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

        return engine

    def _is_still(self) -> bool:
        return not os.access(self.path.parent, os.W_OK) and not Path(f"{self.path}-wal").exists()

    def _prepare(self, create: bool) -> None:
        with self.reading() as connection:
            application = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
            version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
            empty = not connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema").scalar_one()
        if empty and not application:
            if not create:
                raise RecordError(f"{self.path} is empty, not a record. `according read PATH` makes it one.")
            self._create()
        elif application != tables.APPLICATION_ID:
            raise RecordError(f"{self.path}: {_ADVICE[sqlite3.SQLITE_NOTADB]}")
        elif version > tables.VERSION:
            raise RecordError(
                f"{self.path} was made by a newer According (record version {version}, this one knows "
                f"{tables.VERSION}). Upgrade According to open it."
            )
        elif version < tables.VERSION:
            self.migrate(Path(str(files("according.store").joinpath("migrations"))))

    def _create(self) -> None:
        with self._put_into_words(), self._engine.connect() as connection:
            raw = connection.connection.driver_connection
            # The types doubt that there is a connection behind an open one.
            raw.execute("PRAGMA journal_mode = WAL")  # type: ignore[union-attr]
        with self.writing() as connection:
            # Another process may have come first while we waited for the lock.
            if not connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema").scalar_one():
                _run_script(connection, tables.SCHEMA)

    def migrate(self, folder: Path) -> None:
        """Run the migrations in `folder` whose number is higher than the record's version, each all or nothing."""
        for file in sorted(folder.glob("[0-9][0-9][0-9][0-9]_*.sql")):
            number = int(file.name[:4])
            with self.writing() as connection:
                if connection.exec_driver_sql("PRAGMA user_version").scalar_one() < number:
                    _run_script(connection, file.read_text("utf-8"))
                    connection.exec_driver_sql(f"PRAGMA user_version = {number}")

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the record. Raises RecordError when the file cannot be read."""
        with self._put_into_words(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give the connection of the one writer; all of what it does is committed at the end, or nothing.

        Raises:
            RecordBusyError: another process writes and did not finish in time.
            RecordError: the system refuses (full disk, permissions).
        """
        with (
            self._put_into_words(),
            self._engine.connect() as connection,
            connection.execution_options(writes=True).begin(),
        ):
            yield connection

    @contextmanager
    def _put_into_words(self) -> Iterator[None]:
        try:
            yield
        except (DBAPIError, sqlite.Error) as error:
            cause = error.orig if isinstance(error, DBAPIError) else error
            code = getattr(cause, "sqlite_errorcode", None)
            if code is None:
                raise
            if code & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise RecordBusyError(
                    f"{self.path}: another process is writing to it and did not finish within "
                    f"{self._busy_seconds:g} seconds. Wait for it, then run this again."
                ) from error
            advice = _ADVICE.get(code & 0xFF)
            if advice is None:
                raise
            raise RecordError(f"{self.path}: {advice}") from error

    def size(self) -> int:
        """Return the bytes on disk, what waits to be merged into the file included."""
        files = (self.path, Path(f"{self.path}-wal"))
        return sum(file.stat().st_size for file in files if file.exists())

    def close(self) -> None:
        """Close all connections. The last one to close tidies the files that WAL mode keeps beside the record."""
        self._engine.dispose()

    def __enter__(self) -> Database:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _fold_or_null(text: str | None) -> str | None:
    return None if text is None else fold(text)


def _run_script(connection: Connection, script: str) -> None:
    """Run SQL statements one by one: the driver's own `executescript` would commit before them."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            connection.exec_driver_sql(statement)
            statement = ""
