"""How long the desk's server takes with 100,000 articles: what each screen asks first, filters, and searches.

The record is composed of the examples (`benchmarks.large`); a server of its own is asked over HTTP, one question at a
time, as the page asks it: from the request to the last byte of the answer. `python -m benchmarks.desk RECORD` prints
every question of a record that there is already, with its longest and its median time.
"""

from __future__ import annotations

import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote

from according.record import Record
from benchmarks.large import compose

ARTICLES = 100_000
EXAMPLES = Path(__file__).parent.parent / "examples"
TIMES = 5
"""How often a question is asked: the first view counts as the first, too, when nothing is at hand yet."""
TASKS = "/proc/{}/task"
"""Where Linux tells how long each thread of a process has been computing: ns, the first number in its `schedstat`."""
SEARCHES = (
    "United", "Nations", "government", "the", "ceasefire", "Bangui", "election", "soldiers", "agreement", "peace",
    "statement", "Tuesday", "zeppelin", "pineapple", "Genève", "президент", "совет", "MINUSCA", "president",
    "security council", "armed groups", "peace talks Bangui", "government of national unity", "attack killed",
    '"United Nations"', '"Central African Republic"', '"Security Council"', '"said on"', '"peace agreement"',
    "govern*", "cease*", "Ban*", "pres*", "th*", "secur* force*", "a*",
    "troops OR soldiers", "Bangui -government", '"armed groups" OR rebels', "minister NOT president",
)  # fmt: skip
"""Common and rare words, several, phrases, beginnings, alternatives."""
FIRST = {
    "overview": "overview", "timeline": "chronology?limit=50", "density": "density", "map": "places",
    "mentions": "places?what=mentions", "stories": "stories?limit=50", "story": "stories/{story}",
    "article": "articles/{article}", "actors": "actors", "actor": "actors/{actor}", "ties": "actors/{actor}/ties",
    "between": "actors/{actor}/happenings", "sayings": "actors/{actor}/statements",
    "about": "actors/{actor}/statements?about=true", "things": "things", "counted": "things/{thing}",
    "agreements": "agreements?limit=50", "review": "queue",
}  # fmt: skip
"""What each screen asks when it is opened."""
FILTERED = {
    "timeline": ("chronology?actor={actor}", "chronology?root=ASSAULT", "chronology?status=denied&language=fr",
                 "chronology?since=2022&until=2022-06", "chronology?limit=50&offset=1000",
                 "chronology?outlet={outlet}", "chronology?place={place}"),
    "density": ("density?actor={actor}", "density?root=ASSAULT", "density?language=fr", "density?since=2022",
                "density?outlet={outlet}", "density?place={place}"),
    "map": ("places?actor={actor}", "places?root=ASSAULT", "places?language=fr&status=happened",
            "places?since=2022-01&until=2022-06", "places?what=mentions&language=en",
            "places?outlet={outlet}", "places?what=mentions&outlet={outlet}"),
    "stories": ("stories?actor={actor}", "stories?words=peace", "stories?since=2022&until=2022-06",
                "stories?single=true", "stories?offset=500"),
    "actors": ("actors?kind=person", "actors?words=ban", "actors?offset=100"),
    "actor": ("actors/{actor}/happenings?root=ASSAULT", "actors/{actor}/statements?offset=50",
              "actors/{actor}/happenings?offset=100"),
    "figures": ("things?words=sol", "things/{thing}?since=2022"),
    "agreements": ("agreements?limit=50&by={actor}", "agreements?limit=50&status=promised",
                   "agreements?limit=50&since=2022", "agreements?limit=50&until=2022-06",
                   "agreements?limit=50&offset=1000"),
    "search": ("find?q=government&language=fr", "find?q=Bangui&kind=ASSAULT", "find?q=the&offset=40",
               "find?q=peace&names=true"),
}  # fmt: skip
"""What each screen asks when something is filtered, or another page is turned to."""


class Asker:
    """One who has entered a desk and asks it one thing at a time."""

    def __init__(self, link: str, server: int) -> None:
        """Enter by the link that lets in once; `server` is the number of the process that answers."""
        self._tasks = Path(TASKS.format(server))
        self._connection = HTTPConnection("127.0.0.1", int(link.split(":")[2].split("/")[0]), timeout=120)
        self._cookie = ""
        self._connection.request("GET", "/?" + link.partition("/?")[2])
        answer = self._connection.getresponse()
        answer.read()
        self._cookie = (answer.getheader("Set-Cookie") or "").partition(";")[0]

    def computed(self) -> float:
        """Return how many milliseconds the server has been computing, which others on the machine do not lengthen."""
        return sum(int(each.read_text().split()[0]) for each in self._tasks.glob("*/schedstat")) / 1e6

    def ask(self, path: str) -> tuple[float, str]:
        """Return how many milliseconds an answer took, and its text."""
        begun = time.perf_counter()
        self._connection.request("GET", f"/api/{path}", headers={"Cookie": self._cookie})
        answer = self._connection.getresponse()
        text = answer.read().decode("utf-8")
        taken = (time.perf_counter() - begun) * 1000
        if answer.status != 200:
            raise RuntimeError(f"{path}: {answer.status} {text}")
        return taken, text


@contextmanager
def opened(record: Path, *options: str) -> Iterator[tuple[str, int]]:
    """Serve a record by a process of its own; yield the link that lets in once, and the number of the process."""
    command = [sys.executable, "-m", "according", "serve", "--no-open", "--port", "0"]
    whole = [*command, "--record", str(record), *options]
    with subprocess.Popen(whole, stdout=subprocess.PIPE, text=True) as process:
        try:
            found = re.search(r"http://\S+", process.stdout.readline() if process.stdout is not None else "")
            if found is None:
                raise RuntimeError("the desk did not open")
            yield found[0], process.pid
        finally:
            process.terminate()


def meant(asker: Asker) -> dict[str, str]:
    """Return what is asked for by name: the busiest actor and place, the commonest thing, a story, an article."""
    asked = {
        "actor": "actors?limit=1",
        "place": "actors?kind=place&limit=1",
        "thing": "things?limit=1",
        "story": "stories?limit=1",
    }
    found = {name: json.loads(asker.ask(path)[1]) for name, path in asked.items()}
    outlet = next((each for each, _ in json.loads(asker.ask("status")[1])["outlets"] if each), "")
    named = {name: quote(rows[0]["id"], safe="") for name, rows in found.items() if rows}
    return {"article": "1", "outlet": quote(outlet, safe=""), **named}


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, of which sort and screen; each time it was, how many milliseconds it took and were computed.

    Where the system does not tell what was computed, that is all the time that it took.
    """

    sort: str
    screen: str
    path: str
    taken: tuple[float, ...]
    computed: tuple[float, ...]


def questions(record: Path, times: int = TIMES) -> Iterator[Question]:
    """Yield everything that is asked, in order."""
    with opened(record) as (link, process):
        asker = Asker(link, process)
        names = meant(asker)
        searches = [quote(query) for query in SEARCHES]
        asked = [("first_view", screen, path) for screen, path in FIRST.items()]
        asked += [("filter", screen, path) for screen, paths in FILTERED.items() for path in paths]
        asked += [("search", "search", f"find?q={query}") for query in searches]
        asked += [("counts", "search", f"find/counts?q={query}") for query in searches]
        for sort, screen, path in asked:
            whole = path.format_map(names)
            taken, computed = [], []
            for _ in range(times):
                before = asker.computed()
                taken.append(asker.ask(whole)[0])
                computed.append(asker.computed() - before or taken[-1])
            yield Question(sort, screen, whole, tuple(taken), tuple(computed))


def figures(record: Path, times: int = TIMES) -> dict[str, float]:
    """Return of each sort the 95th percentile or, of first views, the slowest one; and so for each screen.

    Also the median of what is computed for the question that takes longest.
    """
    found: dict[str, float] = {}
    asked = list(questions(record, times))
    for sort, name, whole in MEASURES:
        some = [each for each in asked if each.sort == sort]
        found[f"{name}_ms"] = whole([each for one in some for each in one.taken])
        found[f"{name}.computed_ms"] = whole([each for one in some for each in one.computed])
        # A percentile over all questions does not show one that always takes long.
        found[f"desk.{sort}.slowest.computed_ms"] = max(statistics.median(one.computed) for one in some)
        screens = sorted({each.screen for each in some})
        for screen in screens if len(screens) > 1 else ():
            found[f"{name}_ms.{screen}"] = whole(
                [each for one in some if one.screen == screen for each in one.taken]
            )
    return found


def _p95(taken: Sequence[float]) -> float:
    return statistics.quantiles(taken, n=20, method="inclusive")[-1]


MEASURES: tuple[tuple[str, str, Callable[[Sequence[float]], float]], ...] = (
    ("first_view", "desk.first_view", max),
    ("filter", "desk.filter.p95", _p95),
    ("search", "desk.search.p95", _p95),
    ("counts", "desk.counts.p95", _p95),
)
"""Of each sort of questions the name of its measure, and how many times become one."""


def made(folder: Path, articles: int = ARTICLES) -> Path:
    """Compose a record of the examples in a folder and return its path."""
    small, large = folder / "small.according", folder / "large.according"
    with Record.open(small, create=True) as record:
        record.read([str(EXAMPLES)])
    compose(small, large, articles)
    return large


def measure(articles: int = ARTICLES) -> dict[str, float]:
    """Return how long what is asked takes, in milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        return figures(made(Path(folder), articles))


def main() -> None:
    """Print every question with its times."""
    print(f"{'':10} {'':10} {'taken':>8} {'median':>8} {'computed':>8} {'median':>8}")
    for each in questions(Path(sys.argv[1])):
        times = (some(of) for of in (each.taken, each.computed) for some in (max, statistics.median))
        print(
            f"{each.sort:10} {each.screen:10} {' '.join(f'{time:8.0f}' for time in times)}  {each.path}",
            flush=True,
        )


if __name__ == "__main__":
    main()
