"""What claims are compared by: words that say the same of what is counted, done or denied (`comparable.yml`)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple, cast

from according.knowledge.fold import fold, load_data

_ANY = r"\w*"
_NOT = "not"


class Met(NamedTuple):
    """A word of a class in a folded text: where it begins and ends, and its class."""

    start: int
    end: int
    name: str


class Classes:
    """Words in classes, found in folded texts as whole words: a listed word, else the longest beginning listed.

    Phrases of the class `not` keep the words in them out of all others ("shell companies").
    """

    def __init__(self, classes: Mapping[str, Iterable[str]]) -> None:
        """Take the words of each class; a * stands for any letters."""
        self._names: dict[str, str] = {}
        self._begins: list[tuple[str, str]] = []
        phrases: list[_Phrase] = []
        for name, words in classes.items():
            for word in words:
                folded = fold(word).text
                if " " in folded or "'" in folded:
                    phrases.append(_phrase(name, folded))
                elif folded.endswith("*"):
                    self._begins.append((folded[:-1], name))
                else:
                    self._names.setdefault(folded, name)
        self._begins.sort()
        self._starts = [begin for begin, _ in self._begins]
        self._shortest = min(map(len, self._starts), default=0)
        self._anywhere = [each for each in phrases if not each.opening]
        self._opened = [each for each in phrases if each.opening]
        # What is known of words: most are in no list, and of a text those alone are looked at that are in one.
        self._nothing: set[str] = set()
        self._known: dict[str, tuple[str | None, list[_Phrase]]] = {}

    def of(self, word: str) -> str | None:
        """Return the class of a folded word."""
        if word in self._names:
            return self._names[word]
        # The longest beginning that is listed: the lists are short, the words are, too.
        for length in range(len(word), self._shortest - 1, -1):
            at = bisect_right(self._starts, word[:length]) - 1
            if at >= 0 and self._starts[at] == word[:length]:
                return self._begins[at][1]
        return None

    def _tell(self, word: str) -> tuple[str | None, list[_Phrase]]:
        """Return the class of a word, and the phrases that may begin with it."""
        if (known := self._known.get(word)) is not None:
            return known
        told = self.of(word), [each for each in self._opened if each.may_begin(word)]
        for some in (self._nothing, self._known):
            if len(some) >= _REMEMBERED:
                some.clear()
        if any(told):
            self._known[word] = told
        else:
            self._nothing.add(word)
        return told

    def find(self, folded: str) -> Iterator[Met]:
        """Yield the words of classes in a folded text in their order."""
        words, different = _words(folded)
        telling = different - self._nothing
        found, ends = list[Met](), dict[int, int]()
        for start, end, word in words if telling else ():
            if word not in telling:
                continue
            name, begun = self._tell(word)
            if name is not None:
                found.append(Met(start, end, name))
            for each in begun:
                match = each.pattern.match(folded, start) if start >= ends.get(id(each), 0) else None
                if match is not None:
                    ends[id(each)] = match.end()
                    found.append(Met(start, match.end(), each.name))
        for each in self._anywhere if words else ():
            found += [Met(match.start(), match.end(), each.name) for match in each.pattern.finditer(folded)]
        if not found:
            return
        out = [met for met in found if met.name == _NOT]
        yield from sorted(
            (met for met in found if not any(met.start < end and start < met.end for start, end, _ in out)),
            key=lambda met: (met.start, -met.end),
        )

    def first(self, folded: str) -> str | None:
        """Return the class of the first word in a folded text that has one."""
        return next((met.name for met in self.find(folded)), None)


_WORD = re.compile(r"[^\W_]+")
_REMEMBERED, _TEXTS = 1 << 15, 256
"""Words of which a list knows whether they are in it, and texts whose words are kept in mind: many lists see one."""


class _Phrase(NamedTuple):
    """Several words of a class, with the first of them: "" where they begin with a star or a sign.

    `open`: the first goes on with any letters.
    """

    name: str
    pattern: re.Pattern[str]
    opening: str
    open: bool

    def may_begin(self, word: str) -> bool:
        """Whether it may begin with a word."""
        return word.startswith(self.opening) if self.open else word == self.opening


def _phrase(name: str, folded: str) -> _Phrase:
    pattern = re.compile(rf"(?<!\w){re.escape(folded).replace(re.escape('*'), _ANY)}(?!\w)")
    first = _WORD.match(folded)
    if first is None:
        return _Phrase(name, pattern, "", True)
    return _Phrase(name, pattern, first.group(), folded[first.end() :].startswith("*"))


@lru_cache(maxsize=_TEXTS)
def _words(folded: str) -> tuple[tuple[tuple[int, int, str], ...], frozenset[str]]:
    found = tuple((match.start(), match.end(), match.group()) for match in _WORD.finditer(folded))
    return found, frozenset(word for _, _, word in found)


@dataclass(frozen=True, slots=True)
class Comparable:
    """The lists of `comparable.yml`; its head says what each holds."""

    things: Classes
    people: str
    persons: frozenset[str]
    acts: Classes
    within: Mapping[str, str]
    lost: Mapping[str, str]
    parts: Classes
    few: Classes
    nay: Classes
    undoes: Classes
    denies: Classes
    by: Classes
    lasting: frozenset[str]
    among: Classes
    nobody: Classes
    spells: Classes
    again: Classes
    labels: Classes
    excludes: Mapping[str, int]
    lives: frozenset[str]
    verbs: Classes
    copulas: Classes
    but: Classes
    alone: Classes
    several: Classes
    plural: Mapping[str, str]
    told: Mapping[str, str]
    joins: Classes
    where: Classes
    sites: Classes
    whose: Classes
    numbers: Classes
    untrue: Classes
    charges: Classes
    faults: Classes
    mutual: Classes
    then: Classes
    rates: frozenset[str]
    rising: Classes
    means: Classes
    own: Classes
    measures: Mapping[str, tuple[str, float]]
    ignored: frozenset[str]


@cache
def comparable() -> Comparable:
    """Return what claims are compared by."""
    raw = cast(dict[str, Any], load_data("comparable.yml"))
    lists = {
        name: Classes({name: raw[name]})
        for name in (
            "among",
            "nobody",
            "spells",
            "again",
            "nay",
            "undoes",
            "denies",
            "by",
            "copulas",
            "but",
            "alone",
            "several",
            "joins",
            "where",
            "sites",
            "whose",
            "numbers",
            "charges",
            "mutual",
            "verbs",
            "own",
            "rising",
        )
    }
    classes = {
        name: Classes(raw[name])
        for name in ("things", "acts", "labels", "few", "means", "then", "parts", "faults")
    }
    classes["untrue"] = Classes({name: raw[name] for name in ("denies", "rejects")})
    return Comparable(
        people=raw["people"],
        persons=frozenset(raw["persons"]),
        within=raw["within"],
        lost=raw["lost"],
        lasting=frozenset(raw["lasting"]),
        plural=raw["plural"],
        told=raw["told"],
        excludes={label: number for number, some in enumerate(raw["excludes"]) for label in some},
        lives=frozenset(raw["lives"]),
        rates=frozenset(raw["rates"]),
        measures={unit: (str(whole), float(factor)) for unit, (whole, factor) in raw["measures"].items()},
        ignored=frozenset(raw["ignored"]),
        **lists,
        **classes,
    )
