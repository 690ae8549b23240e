"""How much memory `according read --articles-only` takes at its highest, over 100,000 articles.

They lie in tables, digests and archives. What models take beside it does not grow with the articles.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks import SkippedError
from benchmarks.synthetic import texts

ARTICLES = 100_000
IN_A_DIGEST = 25
RULE = "\n\n________________\n\n"


def generate(folder: Path, count: int) -> None:
    """Write half of the articles as one table, a quarter as digests, a quarter as digests in an archive."""
    half, quarter = count // 2, count // 4
    with (folder / "table.jsonl").open("w", encoding="utf-8") as table:
        for title, body in texts(half, "table"):
            table.write(json.dumps({"title": title, "text": body, "date": "2021-01-15"}) + "\n")
    digests = folder / "digests"
    digests.mkdir()
    for number, digest in enumerate(_digests(quarter, "files")):
        (digests / f"{number:05}.txt").write_text(digest, "utf-8")
    with zipfile.ZipFile(folder / "archive.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for number, digest in enumerate(_digests(count - half - quarter, "archive")):
            archive.writestr(f"{number:05}.txt", digest)


def _digests(count: int, seed: str) -> Iterator[str]:
    waiting: list[str] = []
    for title, body in texts(count, seed):
        waiting.append(f"{title}\n\n{body}")
        if len(waiting) == IN_A_DIGEST:
            yield RULE.join(waiting)
            waiting.clear()
    if waiting:
        yield RULE.join(waiting)


def peak(folder: Path, record: Path) -> tuple[float, int]:
    """Read a folder in a process of its own; return its highest resident memory (MB) and the articles it found."""
    # Not resource.getrusage: a child begins there with what its parent has.
    program = (
        "import sys; from pathlib import Path; from according.cli import main\n"
        "try: main()\n"
        "finally: print(Path('/proc/self/status').read_text().split('VmHWM:')[1].split()[0], file=sys.stderr)"
    )
    command = [sys.executable, "-c", program, "read", str(folder), "--articles-only"]
    command += ["--record", str(record), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    # The kernel counts in kibibytes.
    return int(done.stderr.split()[-1]) * 1024 / 1e6, json.loads(done.stdout.splitlines()[-1])["total"][
        "articles"
    ]


def measure() -> dict[str, float]:
    """Return the highest resident memory in megabytes, and how many articles were read meanwhile."""
    if not Path("/proc/self/status").exists():
        raise SkippedError("needs Linux, which tells the highest memory of a process in /proc")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "news"
        folder.mkdir()
        generate(folder, ARTICLES)
        megabytes, articles = peak(folder, Path(name) / "memory.according")
    return {"memory.peak_mb": megabytes, "memory.articles": float(articles)}
