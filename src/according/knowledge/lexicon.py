"""Words that tell of events, as a file of them is read. The head of `codebook/en.yml` tells its format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Literal, cast

from according.errors import SettingsError
from according.knowledge.constructions import Construction, construction
from according.knowledge.event_kinds import ontology
from according.knowledge.fold import texts

Part = Literal["verbs", "nouns", "light"]
Key = tuple[object, ...]

ANY = "any"
"""The mode of words that do not tell it."""
MARKS = ("source", "target", "both")
"""Roles that words beside an actor mark in languages that no engine parses."""
_HEADS: dict[Part, Literal["V", "N"]] = {"verbs": "V", "nouns": "N", "light": "V"}
_KEYS = ("classes", "verbs", "nouns", "light", "idioms", "stems", "marks", "without")
_REFLEXIVE = ("se ", "s'")
GAP = "…"
"""In a stem: other words may stand between ("griff … an")."""
SHORTEST = 2
"""Letters of the first word of a stem, by which it is looked up."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A word that tells of an event, in one construction.

    `words` are its dictionary form: of a verb with the particles behind it, of a noun all words, side by side. `mode`
    is None where the word does not tell it; light verbs have no root either (""). `reflexive` verbs have their pronoun.
    """

    words: tuple[str, ...]
    root: str
    mode: str | None
    construction: Construction
    reflexive: bool = False

    @property
    def rank(self) -> tuple[int, int]:
        """How much it asks for, as `Construction.rank`. A reflexive pronoun makes another verb and comes first."""
        asked, nouns = self.construction.rank
        return 2 * len(self.words) + 4 * self.reflexive + asked, nouns

    def keys(self) -> frozenset[Key]:
        """Return all that it can be met as; two entries that share a key of the same rank cannot be told apart."""
        return frozenset((self.words, self.reflexive, key) for key in self.construction.asked())


@dataclass(frozen=True, slots=True)
class Stem:
    """Beginnings of words in a row that tell of an event in a language that no engine parses."""

    words: tuple[str, ...]
    root: str
    mode: str | None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one file: classes of nouns, entries by part, idioms, stems, marks by role, and words to drop."""

    classes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    entries: Mapping[Part, tuple[Entry, ...]] = field(default_factory=dict)
    idioms: frozenset[tuple[str, ...]] = frozenset()
    stems: tuple[Stem, ...] = ()
    marks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    without: Mapping[str, frozenset[str]] = field(default_factory=dict)


def lexicon(where: str, value: object, known: Mapping[str, frozenset[str]] | None = None) -> Lexicon:
    """Return the words of a file, `value` being what YAML makes of it and `known` classes that it may use.

    Words that the file has in a class that is known stand beside those known. Raises SettingsError, which says in
    `where` and what is wrong, for what is not understood.
    """
    raw = mapping(value, where)
    for key in raw:
        if key not in _KEYS:
            raise SettingsError(f"{where}: {key!r} is none of {', '.join(_KEYS)}.")
    classes = dict(known or {})
    for name, more in _lists(raw, "classes", where).items():
        classes[name] = frozenset((*classes.get(name, ()), *more))
    marks = _lists(raw, "marks", where, MARKS)
    without = _lists(raw, "without", where, tuple(_HEADS))
    entries: dict[Part, tuple[Entry, ...]] = {
        part: tuple(_entries(raw.get(part), part, classes, f"{where}: {part}")) for part in _HEADS
    }
    return Lexicon(
        classes,
        entries,
        frozenset(tuple(phrase.split()) for phrase in _words(raw.get("idioms", []), f"{where}: idioms")),
        tuple(_stems(raw.get("stems"), f"{where}: stems")),
        {role: tuple(words) for role, words in marks.items()},
        {part: frozenset(" ".join(word.split()) for word in words) for part, words in without.items()},
    )


def refuse_clashes(entries: Iterable[Entry], where: str) -> None:
    """Raise SettingsError for a word that would be two kinds of event in one construction."""
    seen: dict[Key, Entry] = {}
    for entry in entries:
        for key in entry.keys():  # noqa: SIM118 - no mapping
            other = seen.setdefault((key, entry.rank), entry)
            if (other.root, other.mode) != (entry.root, entry.mode):
                raise SettingsError(
                    f"{where}: nothing tells {_described(entry)} from {_described(other)}: take one away, "
                    "or say in its construction what else must stand there."
                )


def _described(entry: Entry) -> str:
    return f"{' '.join(entry.words)!r} as {entry.root} {entry.mode or ANY} ({entry.construction.text})"


def mapping(value: object, where: str) -> dict[str, Any]:
    """Return a value of YAML that holds names and what belongs to each. Raises SettingsError for any other."""
    if value is None:
        return {}
    if not isinstance(value, dict) or not all(isinstance(key, str) for key in value):
        raise SettingsError(f"{where} must hold names and what belongs to each.")
    return cast(dict[str, Any], value)


def _words(value: object, where: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise SettingsError(f"{where} must hold a list of words: put those like 'on' and 'no' in quotes.")
    found = tuple(word.lower() for word in texts(value))
    if not all(word.strip() for word in found):
        raise SettingsError(f"{where} holds an empty word.")
    return found


def _lists(
    raw: Mapping[str, Any], key: str, where: str, names: tuple[str, ...] | None = None
) -> dict[str, tuple[str, ...]]:
    cells = mapping(raw.get(key), f"{where}: {key}")
    for name in cells:
        if names is not None and name not in names:
            raise SettingsError(f"{where}: {key}: {name!r} is none of {', '.join(names)}.")
    return {name: _words(cell, f"{where}: {key}: {name}") for name, cell in cells.items()}


def _kinds(value: object, where: str) -> Iterator[tuple[str, str | None, Any]]:
    """Yield root, mode and what stands below; raises SettingsError for those that there are not."""
    for root, modes in mapping(value, where).items():
        if root not in ontology().roots:
            raise SettingsError(f"{where}: {root!r} is no root: {', '.join(ontology().roots)}.")
        known = (ANY, *ontology().roots[root].modes)
        for mode, cell in mapping(modes, f"{where}: {root}").items():
            if mode not in known:
                raise SettingsError(f"{where}: {root} has no mode {mode!r}: {', '.join(known)}.")
            yield root, None if mode == ANY else mode, cell


def _entries(value: object, part: Part, classes: Mapping[str, Iterable[str]], where: str) -> Iterator[Entry]:
    kinds = [("", None, value)] if part == "light" else _kinds(value, where)
    nouns = {name: frozenset(words) for name, words in classes.items()}
    for root, mode, cells in kinds:
        place = f"{where}: {root} {mode or ANY}" if root else where
        for text, cell in mapping(cells, place).items():
            try:
                built = construction(text, _HEADS[part], nouns)
            except ValueError as error:
                raise SettingsError(f"{place}: {error}.") from None
            for written in _words(cell, f"{place}: {text}"):
                bare = written if part == "nouns" else _bare(written)
                yield Entry(tuple(bare.split()), root, mode, built, bare != written)


def _bare(written: str) -> str:
    """Return a verb without the pronoun of a reflexive one, which parsers do not keep in its lemma."""
    for pronoun in _REFLEXIVE:
        written = written.removeprefix(pronoun)
    return written


def _stems(value: object, where: str) -> Iterator[Stem]:
    for root, mode, cell in _kinds(value, where):
        place = f"{where}: {root} {mode or ANY}"
        for written in _words(cell, place):
            words = tuple(written.split())
            if GAP in (words[0], words[-1]) or (GAP, GAP) in pairwise(words):
                raise SettingsError(f"{place}: {written!r}: words must stand on both sides of {GAP!r}.")
            if len(words[0]) < SHORTEST:
                raise SettingsError(f"{place}: {written!r} must begin with {SHORTEST} letters or more.")
            yield Stem(words, root, mode)
