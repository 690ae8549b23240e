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
        openings = []
        phrases = []
        for name, words in classes.items():
            for word in words:
                folded = fold(word).text
                if " " in folded or "'" in folded:
                    openings.append(folded)
                    phrases.append((name, rf"(?<!\w){re.escape(folded).replace(re.escape('*'), _ANY)}(?!\w)"))
                elif folded.endswith("*"):
                    self._begins.append((folded[:-1], name))
                else:
                    self._names.setdefault(folded, name)
        self._begins.sort()
        self._starts = [begin for begin, _ in self._begins]
        self._shortest = min(map(len, self._starts), default=0)
        self._phrases = [(name, re.compile(phrase)) for name, phrase in phrases]
        # Most texts have no phrase: one look for any of them is several times quicker than one for each, and none is
        # needed where no word may begin one.
        self._any = re.compile("|".join(phrase for _, phrase in phrases) or _NEVER)
        self._opening = re.compile("|".join(sorted(set(map(_opening, openings)))) or _NEVER)
        self._told = lru_cache(maxsize=_REMEMBERED)(self._tell)

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

    def _tell(self, word: str) -> tuple[str | None, bool]:
        """Return the class of a word, and whether a phrase may begin with it."""
        return self.of(word), self._opening.fullmatch(word) is not None

    def find(self, folded: str) -> Iterator[Met]:
        """Yield the words of classes in a folded text in their order."""
        words = _words(folded)
        told = [self._told(word) for _, _, word in words]
        found = [
            Met(start, end, name)
            for (start, end, _), (name, _) in zip(words, told, strict=True)
            if name is not None
        ]
        opens = any(may for _, may in told)
        for name, phrase in self._phrases if opens and self._any.search(folded) else ():
            found += [Met(match.start(), match.end(), name) for match in phrase.finditer(folded)]
        out = [met for met in found if met.name == _NOT]
        yield from sorted(
            (met for met in found if not any(met.start < end and start < met.end for start, end, _ in out)),
            key=lambda met: (met.start, -met.end),
        )

    def first(self, folded: str) -> str | None:
        """Return the class of the first word in a folded text that has one."""
        return next((met.name for met in self.find(folded)), None)


_WORD = re.compile(r"[^\W_]+")
_NEVER = r"(?!)"
_REMEMBERED, _TEXTS = 1 << 14, 256
"""Words whose class is kept in mind, and texts whose words are: one text is looked through by many lists in turn."""


@lru_cache(maxsize=_TEXTS)
def _words(folded: str) -> tuple[tuple[int, int, str], ...]:
    return tuple((match.start(), match.end(), match.group()) for match in _WORD.finditer(folded))


def _opening(phrase: str) -> str:
    """Return a pattern of the words that a phrase may begin with; of any where it begins with a star or a sign."""
    first = _WORD.match(phrase)
    if first is None:
        return _ANY
    return re.escape(first.group()) + (_ANY if phrase[first.end() :].startswith("*") else "")


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
