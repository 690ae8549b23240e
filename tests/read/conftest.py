"""Reading bytes as a user's file would be read."""

import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
import pytest

from according.model import Document, Notice
from according.read import documents
from according.read.source import Source
from according.settings import Settings


@dataclass(frozen=True)
class Outcome:
    """What came out of one source."""

    documents: list[Document]
    notices: list[Notice]

    @property
    def texts(self) -> list[str]:
        return [document.text for document in self.documents]

    @property
    def uris(self) -> list[str]:
        return [document.uri for document in self.documents]

    @property
    def kinds(self) -> list[str]:
        return [notice.kind for notice in self.notices]


Read = Callable[..., Outcome]


def zipped(entries: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip archive of these members."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return target.getvalue()


def parquet(query: str) -> bytes:
    """Return what an SQL query answers as a Parquet file."""
    with TemporaryDirectory() as folder, duckdb.connect(":memory:") as connection:
        path = Path(folder, "t.parquet")
        connection.execute(f"COPY ({query}) TO $path (FORMAT parquet)", {"path": str(path)})
        return path.read_bytes()


@pytest.fixture
def read() -> Read:
    """Read `data` under a name with the given limits: `read("a.txt", b"…", nesting=1)`."""

    def run(name: str, data: bytes, declared: str | None = None, **limits: Any) -> Outcome:
        outcome = Outcome([], [])
        for item in documents(Source(name, BytesIO(data), len(data), declared), Settings(**limits)):
            if isinstance(item, Document):
                outcome.documents.append(item)
            else:
                outcome.notices.append(item)
        return outcome

    return run
