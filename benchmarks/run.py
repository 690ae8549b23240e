"""Runs the benchmarks and holds their figures against `floors.toml`.

`python -m benchmarks.run [NAME…] [--json]`. A benchmark is a module of this folder with
`measure() -> dict[str, float]`, the names of its figures beginning with its own name. Exit status 1 when a figure
is on the wrong side of its floor or was not measured. A benchmark whose material is absent is skipped, visibly.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from dataclasses import dataclass
from fnmatch import fnmatchcase
from importlib import import_module
from pathlib import Path

from benchmarks import SkippedError

BENCHMARKS = (
    "digests", "gold", "pages",
    "names", "toponyms", "translations", "swaps",
    "dates", "statements", "other_languages", "figures",
    "events", "happenings", "labelled", "commitments",
    "origins", "contradictions", "stories", "differences", "archives", "growth", "linking",
    "speed", "annotate", "analysis", "search", "desk", "memory", "crash",
)  # fmt: skip


@dataclass(frozen=True)
class Floor:
    """What a figure must reach (`floor`) and is meant to reach (`target`); `better` is `more` or `less`."""

    floor: float
    target: float
    better: str

    def holds(self, value: float) -> bool:
        """Return whether a value is on the right side; a value that is no number never is."""
        return value >= self.floor if self.better == "more" else value <= self.floor


@dataclass(frozen=True)
class Figure:
    """One measured figure, or one that should have been measured (`value` None)."""

    name: str
    value: float | None
    floor: Floor | None

    @property
    def good(self) -> bool:
        """Whether the figure keeps its floor. A figure without one is printed for information."""
        return self.floor is None or (self.value is not None and self.floor.holds(self.value))


def floors() -> dict[str, Floor]:
    """Return the floors of `floors.toml` by name; a name may be a pattern (`digests.boundaries_f1.*`)."""
    table = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))
    return {name: Floor(row["floor"], row["target"], row["better"]) for name, row in table.items()}


def judge(benchmark: str, measured: dict[str, float], limits: dict[str, Floor]) -> list[Figure]:
    """Set each figure of a benchmark beside its floor: its own, else that of the first pattern it fits."""
    figures = []
    for name, value in measured.items():
        pattern = name if name in limits else next((p for p in limits if fnmatchcase(name, p)), None)
        figures.append(Figure(name, value, limits[pattern] if pattern else None))
    for name, floor in limits.items():
        if name.startswith(f"{benchmark}.") and not any(fnmatchcase(found, name) for found in measured):
            figures.append(Figure(name, None, floor))
    return figures


def _row(figure: Figure) -> str:
    value = "missing" if figure.value is None else f"{figure.value:.3f}"
    if figure.floor is None:
        return f"{figure.name:45} {value:>10}"
    sign = "≥" if figure.floor.better == "more" else "≤"
    verdict = "" if figure.good else "  FAILS"
    return f"{figure.name:45} {value:>10} {sign} {figure.floor.floor:>9g} {figure.floor.target:>9g}{verdict}"


def main() -> int:
    """Measure, print, and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run", description=__doc__)
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=f"any of {', '.join(BENCHMARKS)}; all when omitted"
    )
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if unknown := sorted(set(options.names) - set(BENCHMARKS)):
        parser.error(f"no benchmark called {', '.join(unknown)}")
    limits, figures, skipped = floors(), list[Figure](), dict[str, str]()
    if not options.json:
        print(f"{'name':45} {'value':>10}   {'floor':>9} {'target':>9}", flush=True)
    for name in options.names or BENCHMARKS:
        try:
            judged = judge(name, import_module(f"benchmarks.{name}").measure(), limits)
        except SkippedError as reason:
            skipped[name] = str(reason)
            print(f"{name}: skipped, {reason}", file=sys.stderr)
            continue
        figures += judged
        if not options.json:
            print("\n".join(_row(figure) for figure in judged), flush=True)
    if options.json:
        values = {f.name: {"value": f.value, "good": f.good} for f in figures}
        print(json.dumps({"figures": values, "skipped": skipped}, indent=1))
    return 0 if all(figure.good for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
