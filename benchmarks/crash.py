"""Kills `according read` at random moments and looks whether anything that was reported as saved is lost."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from according.record import Record
from benchmarks import SkippedError, synthetic

KILLS = 200
KILLS_OF_A_RECORD = 10
"""A record is killed at most so often before its read may finish."""
DOCUMENTS = 600
MOST_POLLS = 3_000
"""Some 30 ms: longer than a commit, so that kills fall inside commits and between them."""
LOOKS = 0.001
"""Seconds between looks at a process that has not yet written what it is let write: without them, looking takes as much
of the machine as what is looked at."""
WORDS = (
    "after ambassador army bridge capital border city coast council country court day delegation doctor door east "
    "election evening farmer food forest garden government harbour hospital house island judge lake law letter market "
    "meeting minister morning mountain night north office parliament people police president price rain river road "
    "school sea ship soldier south station street summer teacher town train truce valley village visit water week "
    "west winter witness year"
)
"""What most of the news is made of: words of one language, for which a process need not load all that it has."""
SCRIPTS = 10
"""One article of so many is of 60 to 600 invented words in several scripts, which is decoded and folded otherwise."""


@dataclass
class Outcome:
    """What came of a number of kills. `lost` and `differences` name what is wrong."""

    kills: int = 0
    lost: list[str] = field(default_factory=list)
    differences: list[str] = field(default_factory=list)


def generate(folder: Path, count: int) -> None:
    """Write a folder of news: a third single files, a third rows of a table, a third members of an archive."""
    folder.mkdir(parents=True)
    rows = []
    with zipfile.ZipFile(folder / "archive.zip", "w") as archive:
        for number, (title, body) in enumerate(_news(count)):
            text = f"{title}\n\n{body}\n"
            if number % 3 == 0:
                (folder / f"{number:05}.txt").write_text(text, "utf-8")
            elif number % 3 == 1:
                rows.append(json.dumps({"title": title, "text": body}))
            else:
                archive.writestr(f"{number:05}.txt", text)
    (folder / "table.jsonl").write_text("\n".join(rows), "utf-8")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 cut short")


def _news(count: int) -> Iterator[tuple[str, str]]:
    """Yield title and text of articles, a share of them in several scripts."""
    rng, words = Random("news"), WORDS.split()
    strange = synthetic.texts(count // SCRIPTS + 1)
    for number in range(count):
        if number % SCRIPTS == SCRIPTS - 1:
            yield next(strange)
            continue
        # The body repeats the title: what lies in it is then known without a dictionary.
        title = f"The {' '.join(rng.choices(words, k=8))} {number}"
        yield title, f"{title} and the {' '.join(rng.choices(words, k=35))}."


def start(news: Path, record: Path, output: Path) -> subprocess.Popen[bytes]:
    """Begin to read the news; events go to the file `output`.

    Articles only: what is found in them is saved in the same transactions, and models would take most of the time.
    """
    command = [sys.executable, "-m", "according", "read", str(news), "--articles-only"]
    command += ["--record", str(record), "--json"]
    with output.open("wb") as out:
        return subprocess.Popen(command, stdout=out)


def written(process: subprocess.Popen[bytes]) -> int:
    """Return how many bytes a process has written so far, to whatever files; 0 when it has just ended."""
    try:
        counters = Path(f"/proc/{process.pid}/io").read_text()
    except OSError:
        return 0
    return int(counters.split("wchar:")[1].split()[0])


def kill_after(process: subprocess.Popen[bytes], size: int, polls: int) -> bool:
    """Kill a process once it has written `size` bytes and then some; return False when it ended before."""
    while process.poll() is None:
        if written(process) >= size:
            polls -= 1
            if polls < 0:
                process.kill()
                break
        else:
            time.sleep(LOOKS)
    return process.wait() < 0


def reported(output: Path) -> set[str]:
    """Return the ids of the documents that a read reported as saved, up to the last whole line."""
    lines = output.read_bytes().split(b"\n")[:-1]
    events = [json.loads(line) for line in lines]
    return {id for event in events if event["event"] == "saved" for id in event["documents"]}


def exported(record: Path, folder: Path) -> dict[str, bytes]:
    """Return the files of an export of the record."""
    with Record.open(record) as opened:
        opened.export(folder, format="jsonl", text=True)
    files = {file.name: file.read_bytes() for file in folder.iterdir()}
    shutil.rmtree(folder)
    return files


def run(
    folder: Path, kills: int, *, documents: int = DOCUMENTS, kills_of_a_record: int = KILLS_OF_A_RECORD
) -> Outcome:
    """Kill reads `kills` times, let each record be finished in the end, and compare it with an undisturbed one."""
    if not Path("/proc/self/io").exists():
        raise SkippedError("needs Linux, which tells in /proc how much a process has written")
    rng, outcome = Random("crash"), Outcome()
    news, output = folder / "news", folder / "events"
    generate(news, documents)
    undisturbed = folder / "undisturbed.according"
    process = start(news, undisturbed, output)
    # Not `wait` yet: until it is waited for, a process that has ended tells how much it has written.
    os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
    size = written(process)
    process.wait()
    expected = exported(undisturbed, folder / "export")
    while outcome.kills < kills:
        record = folder / f"killed-{outcome.kills}.according"
        saved: set[str] = set()
        for _ in range(min(kills_of_a_record, kills - outcome.kills)):
            process = start(news, record, output)
            killed = kill_after(process, rng.randrange(size // 3), rng.randrange(MOST_POLLS))
            saved |= reported(output)
            if not killed:
                break
            outcome.kills += 1
            # Not after each kill: to look is to tidy up, and the next read should also find what a kill leaves.
            if rng.random() < 1 / 2:
                outcome.lost += sorted(saved - stored(record))
        start(news, record, output).wait()
        saved |= reported(output)
        outcome.lost += sorted(saved - stored(record))
        found = exported(record, folder / "export")
        outcome.differences += [name for name in expected if found.get(name) != expected[name]]
        for file in folder.glob(f"{record.name}*"):
            file.unlink()
    return outcome


def stored(record: Path) -> set[str]:
    """Return the ids of the documents in a record; a record that was not even begun has none."""
    if not record.exists() or not record.stat().st_size:
        return set()
    with Record.open(record) as opened:
        return {row.article.document for row in opened.articles()}


def measure() -> dict[str, float]:
    """Return how many documents that were reported as saved were lost, and how many files of exports differ."""
    with tempfile.TemporaryDirectory() as name:
        outcome = run(Path(name), KILLS)
    return {
        "crash.kills": float(outcome.kills),
        "crash.lost": float(len(outcome.lost)),
        "crash.differences": float(len(outcome.differences)),
    }
