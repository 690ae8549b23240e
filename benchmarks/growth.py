"""How time and memory grow with the articles: 1,000, 10,000 and 100,000 of them, at a steady 50 a day.

News of wars is composed (`composed.py`) and written to a record; what is timed is all that joins articles and is worked
out and saved after a read: entities, origins, happenings, stories, agreements, discrepancies. What is loaded once,
models and tables, is loaded before. Each size runs in a process of its own, so that its highest memory is its own.

Then how long it takes to link a hundred articles more, with all that was kept of those before, and which share that is
of what linking all anew would take. And what an article takes when 2,000 come on one day, as in the first
month of a war.

`python -m benchmarks.growth SIZE [A_DAY]` prints one size.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Table, func, select

from according.pipeline import link
from according.store import tables
from according.store.database import Database
from according.store.write import Writer
from benchmarks import shared
from benchmarks.composed import Composed, Composer

SIZES = (1_000, 10_000, 100_000)
A_DAY = 50
BUSY, BUSY_DAY = 10_000, 2_000
"""Articles of a month in which so many come on one day."""
MORE = 100
"""Articles that are added to those before."""
WARM = 40
"""Articles that are linked before anything is timed."""
COUNTED = (tables.stories, tables.happenings, tables.discrepancies)


def linked(size: int, a_day: int) -> dict[str, float]:
    """Link articles; return the processor's milliseconds for each, and the most memory in MB."""
    with TemporaryDirectory() as folder:
        _link(Path(folder) / "warm", Composer(0).articles(WARM, a_day), WARM)
        articles = Composer(size).articles(size + MORE, a_day)
        record = Path(folder) / "record"
        written, spent = _link(record, articles, size)
        figures = {"written_ms": written / size, "ms": spent / size, "peak_mb": _most()}
        figures |= {table.name: _count(record, table) for table in COUNTED}
        _, spent = _link(record, articles, MORE)
        return figures | {
            "added_ms": spent / MORE,
            "added_share": spent / (figures["ms"] * (size + MORE)),
            "record_mb": record.stat().st_size / 2**20,
        }


def _link(record: Path, articles: Iterator[Composed], count: int) -> tuple[float, float]:
    """Write so many of some articles to a record and link all of its; return the processor's milliseconds of both."""
    with Database(record, create=True) as database:
        writer, spent = Writer(database, "composed"), 0.0
        for document, article, found in islice(articles, count):
            begun = time.process_time()
            writer.add(document, [(article, document.text)])
            writer.found(article.id, found)
            if writer.is_full:
                writer.commit()
            spent += time.process_time() - begun
        begun = time.process_time()
        writer.commit()
        then = time.process_time()
        link(database)
        return 1000 * (spent + then - begun), 1000 * (time.process_time() - then)


def _count(record: Path, table: Table) -> int:
    with Database(record, create=False) as database, database.reading() as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()


def _most() -> float:
    """Return the highest resident memory of this process so far (MB)."""
    return int(Path("/proc/self/status").read_text("utf-8").split("VmHWM:")[1].split()[0]) / 1024


@cache
def measured(size: int, a_day: int) -> dict[str, float]:
    """Return what `linked` says in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.growth", str(size), str(a_day)]
    # As in the program: threads that wait for one another count as time of the processor.
    single = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=single)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def measure() -> dict[str, float]:
    """Return the figures of each size, and how much longer an article takes among most than among fewest."""
    shared("eval/data/ntrex-stories")
    figures = {
        f"growth.{name}.{size}": value for size in SIZES for name, value in measured(size, A_DAY).items()
    }
    figures["growth.ms.ratio"] = measured(SIZES[-1], A_DAY)["ms"] / measured(SIZES[0], A_DAY)["ms"]
    figures["growth.busy.ms"] = measured(BUSY, BUSY_DAY)["ms"]
    figures["growth.busy.ratio"] = measured(BUSY, BUSY_DAY)["ms"] / measured(BUSY, A_DAY)["ms"]
    return figures


if __name__ == "__main__":
    print(json.dumps(linked(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else A_DAY)))
