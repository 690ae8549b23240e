"""What all tests share: where data outside the repository is, and how hypothesis runs."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import settings

from according import Record
from according.cli import main
from according.store.database import sqlite
from tests.texts import AGREED, CLAIMED, FOUGHT, NAMED

REPOSITORY = Path(__file__).resolve().parent.parent
SHARED = REPOSITORY.parent / "shared"

# No deadline: a busy machine is no failure. CI tries the same examples every time: red means new code.
settings.register_profile("default", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "default")

# Shells start what runs in the background deaf to interrupts, and so would be all that tests start and interrupt.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with real input and gold annotations beside the repository; skips the test without it."""
    if not SHARED.is_dir():
        pytest.skip(f"needs the data folder {SHARED.name}/ beside the repository")
    return SHARED


def record_of(folder: Path, texts: dict[str, str]) -> Path:
    """Make a record of texts in `folder`, and the folder `news` with them beside it."""
    (folder / "news").mkdir()
    for name, text in texts.items():
        (folder / "news" / name).write_text(text, "utf-8")
    with Record.open(folder / "record.according", create=True) as record:
        record.read([str(folder / "news")])
    return folder


def read_again(folder: Path) -> None:
    """Read everything in the folder `news` anew, as a newer pipeline would."""
    with closing(sqlite.connect(folder / "record.according")) as connection, connection:
        connection.execute("UPDATE documents SET run = 'older'")
        connection.execute("UPDATE inputs SET run = 'older'")
    with Record.open(folder / "record.according") as record:
        assert record.read([str(folder / "news")]).new == len(list((folder / "news").iterdir()))


# A test module that changes a record makes it in a fixture `made`; each of its tests has a copy.


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """A copy of the folder that the module has made."""
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    return tmp_path


@pytest.fixture
def record(folder: Path) -> Iterator[Record]:
    """The record in that copy."""
    with Record.open(folder / "record.according") as record:
        yield record


# Only to be read: who changes such a record takes a copy. Models take seconds to load, so that it is made once.


@pytest.fixture(scope="session")
def named(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of `tests.texts.NAMED` with all who are named in it, and the folder `news` beside it."""
    return record_of(tmp_path_factory.mktemp("named"), NAMED)


@pytest.fixture(scope="session")
def claimed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of `tests.texts.CLAIMED` with all that is said in it, and the folder `news` beside it."""
    return record_of(tmp_path_factory.mktemp("claimed"), CLAIMED)


@pytest.fixture(scope="session")
def fought(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of `tests.texts.FOUGHT` with what happened, and the folder `news` beside it."""
    return record_of(tmp_path_factory.mktemp("fought"), FOUGHT)


@pytest.fixture(scope="session")
def agreed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of `tests.texts.AGREED` with agreements and commitments, and the folder `news` beside it."""
    return record_of(tmp_path_factory.mktemp("agreed"), AGREED)


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, str, str]]:
    """Run the command line as if nothing were set around it; return its exit code, output and errors."""
    for name in (
        "ACCORDING_RECORD",
        "ACCORDING_ACTORS",
        "ACCORDING_CODEBOOK",
        "COLUMNS",
        "NO_COLOR",
        "FORCE_COLOR",
    ):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["according", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        output = capsys.readouterr()
        return int(ended.value.code or 0), output.out, output.err

    return run
