"""How linking of entities grows with the articles: 500 and 5,000 of them, and what reading some more costs then.

Chains are composed without running the analysis, as many for an article as news has. Somebody new is called by a given
name of the knowledge and by a surname put together of the halves of two that it knows, so that names share their sounds
as the surnames of a country do; the others are whom earlier articles name, the more often the likelier. A third of the
articles is in Cyrillic letters. Each size runs in a process of its own.

`python -m benchmarks.linking SIZE` prints one size.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import cache
from random import Random
from typing import cast

from according.knowledge.fold import load_data, texts
from according.link.entities import link
from according.link.kept import Kept
from according.model import Chain, Kind

SIZES = (500, 5_000)
PEOPLE, BODIES, PLACES = 6, 4, 6
NEW = 0.45
"""Share of names that no earlier article has: what English and French news of many topics has."""
FULL = 0.85
"""Share of people who are given their full name."""
KNOWN_PLACES = 20_000
ADDED = 50
"""Articles that are read after the others."""
VOWELS = frozenset("aeiouyəıöü")
CYRILLIC = str.maketrans("abcdefghijklmnopqrstuvwxyzəğıöüşçäéñ", "абкдефгхижклмнопкрстуввкйзагыоюшчеен")


class Composer:
    """Composes chains: the same for the same seed."""

    def __init__(self, seed: int) -> None:
        """Take the names that the knowledge has."""
        data = cast(dict[str, list[object]], load_data("names.yml"))
        self._random = Random(seed)
        self._given = _latin(data["given"])
        halves = [_halves(name) for part in ("family", "common", "apart") for name in _latin(data[part])]
        self._halves = [half for half in halves if all(half)]
        self._people: list[str] = []
        self._bodies: list[str] = []

    def chains(self, size: int) -> Iterator[Chain]:
        """Yield the chains of so many articles."""
        for number in range(size):
            language = self._random.choice(("en", "fr", "ru"))
            people = [self.person() for _ in range(PEOPLE)]
            called = [
                name if self._random.random() < FULL else name.rpartition(" ")[2]
                for name in dict.fromkeys(people)
            ]
            bodies = list(dict.fromkeys(self.body() for _ in range(BODIES)))
            places = {f"place:geonames:{self._random.randrange(KNOWN_PLACES)}" for _ in range(PLACES)}
            named: list[tuple[Kind, str, str | None]] = [
                *(("person", name, None) for name in called),
                *(("organization", name, None) for name in bodies),
                *(("place", key, key) for key in sorted(places)),
            ]
            for count, (kind, name, key) in enumerate(named):
                written = name.translate(CYRILLIC).title() if language == "ru" else name.title()
                yield Chain(
                    f"{number:06}/{count:02}",
                    f"{number:06}",
                    kind,
                    written,
                    language,
                    key,
                    (),
                    None,
                    True,
                    (),
                )

    def person(self) -> str:
        """Return the name of somebody new, or of one whom earlier articles name."""
        if self._people and self._random.random() > NEW:
            name = self._random.choice(self._people)
        else:
            name = f"{self._random.choice(self._given)} {self._surname()}"
        self._people.append(name)
        return name

    def body(self) -> str:
        """Return the name of an organization, as `person` does."""
        if self._bodies and self._random.random() > NEW:
            name = self._random.choice(self._bodies)
        else:
            name = " ".join(self._surname() for _ in range(self._random.choice((1, 2, 2, 3, 3, 4))))
        self._bodies.append(name)
        return name

    def _surname(self) -> str:
        return self._random.choice(self._halves)[0] + self._random.choice(self._halves)[1]


def _latin(groups: list[object]) -> list[str]:
    names = [name for group in groups for name in (texts(group) if isinstance(group, list) else [group])]
    return [name for name in map(str, names) if name[:1].isascii() and name.isalpha()]


def _halves(name: str) -> tuple[str, str]:
    """Return a name cut behind a vowel near its middle."""
    cuts = [at + 1 for at in range(1, len(name) - 2) if name[at] in VOWELS]
    at = cuts[len(cuts) // 2] if cuts else 0
    return name[:at], name[at:]


def linked(size: int) -> dict[str, float]:
    """Link the chains of so many articles, and again when `ADDED` are read; return the milliseconds a chain."""
    chains = list(Composer(size).chains(size + ADDED))
    first = [chain for chain in chains if int(chain.article) < size]
    kept = Kept()
    begun = time.process_time()
    found = link(first, [], kept=kept)
    linked = time.process_time()
    link(chains, [], kept=Kept(kept.used))
    again = time.process_time()
    return {
        "ms": 1000 * (linked - begun) / len(first),
        "again_ms": 1000 * (again - linked) / len(chains),
        "chains": len(first),
        "entities": len(found.entities),
    }


@cache
def measured(size: int) -> dict[str, float]:
    """Return what `linked` says in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.linking", str(size)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def measure() -> dict[str, float]:
    """Return the figures of each size, and how much longer a chain takes among most than among fewest."""
    figures = {f"linking.{name}.{size}": value for size in SIZES for name, value in measured(size).items()}
    figures["linking.ms.ratio"] = measured(SIZES[-1])["ms"] / measured(SIZES[0])["ms"]
    return figures


if __name__ == "__main__":
    print(json.dumps(linked(int(sys.argv[1]))))
