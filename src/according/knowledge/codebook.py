"""The codebook: the words of a language that tell of events (`codebook/<language>.yml`), and a user's own beside them.

What kinds of events there are stands in `event_kinds.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import cast

import yaml

from according.errors import SettingsError
from according.knowledge.fold import load_data
from according.knowledge.lexicon import MARKS, Entry, Lexicon, Part, Stem, lexicon, mapping, refuse_clashes

MOST_BYTES = 4 * 1024 * 1024
"""Size of the largest file of a user."""
MOST_LEVELS = 12
"""How deep such a file may nest: language, part, root, mode, construction, list, word; and some to spare."""
_FOLDER = Path(__file__).with_name("codebook")


@dataclass(frozen=True, slots=True)
class Codebook:
    """The words of a language. Entries lie under their first word, those that ask for most first.

    `light` are verbs that only say that an event noun is done or takes place; `idioms` are rows of words that tell of
    no event, whatever their words do alone. `stems` come the longest first. `marks` are the words beside actors that
    tell their role, by role. `classes` are sets of words by name.
    """

    language: str
    verbs: Mapping[str, tuple[Entry, ...]]
    nouns: Mapping[str, tuple[Entry, ...]]
    light: Mapping[str, tuple[Entry, ...]]
    idioms: frozenset[tuple[str, ...]]
    stems: tuple[Stem, ...]
    marks: Mapping[str, tuple[str, ...]]
    classes: Mapping[str, frozenset[str]]
    _among: dict[tuple[str, ...], frozenset[str]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def among(self, *names: str) -> frozenset[str]:
        """Return the words of some classes together; of those that there are."""
        if names not in self._among:
            self._among[names] = frozenset[str]().union(*(self.classes.get(name, ()) for name in names))
        return self._among[names]

    def of(self, root: str) -> tuple[Entry, ...]:
        """Return the entries of a root: verbs before nouns, by mode and alphabet."""
        found: list[Entry] = []
        for part in (self.verbs, self.nouns):
            rows = dict.fromkeys(
                entry for entries in part.values() for entry in entries if entry.root == root
            )
            found += sorted(rows, key=lambda entry: (entry.mode or "", entry.words, entry.construction.text))
        return tuple(found)

    def stems_of(self, root: str) -> tuple[Stem, ...]:
        """Return the stems of a root, by mode and alphabet."""
        found = (stem for stem in self.stems if stem.root == root)
        return tuple(sorted(found, key=lambda stem: (stem.mode or "", stem.words)))


@dataclass(frozen=True, slots=True)
class OwnWords:
    """A user's own codebook as it lies in a file: the file's name, for messages, and its bytes."""

    name: str
    data: bytes


def languages() -> tuple[str, ...]:
    """Return the languages that have words, by the alphabet."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.yml")))


@cache
def codebook(language: str | None, own: OwnWords | None = None) -> Codebook | None:
    """Return the words of a language (BCP 47), with a user's own where she has some; None where there are none."""
    name = (language or "").partition("-")[0]
    if own is not None and name in (hers := extended(own)):
        return hers[name]
    return _book(name, _ours(name)) if name in languages() else None


def own_words(path: Path) -> OwnWords:
    """Return a user's own codebook, read and found to be understood.

    Raises SettingsError, saying where and what, for a file that cannot be read or is not understood.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise SettingsError(f"{path} cannot be read: {error.strerror or error}.") from None
    if len(data) > MOST_BYTES:
        raise SettingsError(f"{path} is larger than {MOST_BYTES // 1024**2} MiB: leave words out.")
    own = OwnWords(f"{path}", data)
    extended(own)
    return own


@cache
def extended(own: OwnWords) -> Mapping[str, Codebook]:
    """Return the codebooks of the languages that a user's file names, her words beside ours.

    Below each language the file has the keys of `codebook/<language>.yml`, and `without`: words of ours to leave out,
    as `verbs`, `nouns` or `light`. Where a word stands in the same construction in both, hers wins. Her words of a
    class of ours are of that class in our entries, too. Raises SettingsError, saying where and what, for a file that is
    not understood.
    """
    found = {}
    for language, cell in mapping(_parsed(own), own.name).items():
        where = f"{own.name}: {language}"
        if language not in languages():
            raise SettingsError(
                f"{own.name}: {language!r} is none of the languages {', '.join(languages())}."
            )
        ours = _ours(language)
        hers = lexicon(where, cell, ours.classes)
        if hers.classes != ours.classes:
            ours = lexicon(_file(language), _data(language), hers.classes)
        _refuse_unknown(hers.without, ours, where)
        for rows in hers.entries.values():
            refuse_clashes(rows, where)
        found[language] = _book(language, _joined(ours, hers))
    return found


def _refuse_unknown(without: Mapping[str, frozenset[str]], ours: Lexicon, where: str) -> None:
    """Raise SettingsError for words to leave out that we do not have."""
    for part, words in without.items():
        known = {" ".join(entry.words) for entry in ours.entries.get(cast(Part, part), ())}
        for word in sorted(words - known):
            raise SettingsError(
                f"{where}: without: {part}: we have no {word!r} to leave out. Write it as `according code` prints it."
            )


@cache
def _ours(language: str) -> Lexicon:
    return lexicon(_file(language), _data(language))


def _file(language: str) -> str:
    return f"codebook/{language}.yml"


def _data(language: str) -> object:
    return load_data("codebook", f"{language}.yml")


def _parsed(own: OwnWords) -> object:
    try:
        _refuse_tricks(own)
        return yaml.load(own.data, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, ValueError) as error:
        raise SettingsError(
            f"{own.name} is no YAML that can be read: {' '.join(str(error).split())}."
        ) from None


def _refuse_tricks(own: OwnWords) -> None:
    """Raise SettingsError for aliases, which make a small file huge, and for nesting without end."""
    level = 0
    for event in yaml.parse(own.data, Loader=yaml.CSafeLoader):
        level += isinstance(event, yaml.CollectionStartEvent)
        level -= isinstance(event, yaml.CollectionEndEvent)
        if level > MOST_LEVELS:
            raise SettingsError(f"{own.name} nests deeper than any codebook does.")
        if isinstance(event, yaml.AliasEvent):
            raise SettingsError(f"{own.name} uses an alias (*{event.anchor}): write the words out.")


def _joined(ours: Lexicon, hers: Lexicon) -> Lexicon:
    entries: dict[Part, tuple[Entry, ...]] = {}
    for part, rows in hers.entries.items():
        taken = frozenset(key for entry in rows for key in entry.keys())  # noqa: SIM118 - no mapping
        gone = hers.without.get(part, frozenset())
        kept = (
            entry
            for entry in ours.entries.get(part, ())
            if " ".join(entry.words) not in gone and not entry.keys() & taken
        )
        entries[part] = (*kept, *rows)
    marks = {role: (*ours.marks.get(role, ()), *hers.marks.get(role, ())) for role in MARKS}
    stems = (*hers.stems, *ours.stems)
    return Lexicon(hers.classes, entries, ours.idioms | hers.idioms, stems, marks)


def _book(language: str, words: Lexicon) -> Codebook:
    stems: dict[tuple[str, ...], Stem] = {}
    for stem in words.stems:
        stems.setdefault(stem.words, stem)
    return Codebook(
        language,
        _by_first_word(words.entries.get("verbs", ())),
        _by_first_word(words.entries.get("nouns", ())),
        _by_first_word(words.entries.get("light", ())),
        words.idioms,
        tuple(sorted(stems.values(), key=lambda stem: (-sum(map(len, stem.words)), stem.words))),
        {role: words.marks.get(role, ()) for role in MARKS},
        words.classes,
    )


def _by_first_word(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    table: dict[str, list[Entry]] = {}
    for entry in entries:
        first = entry.words[0]
        for word in dict.fromkeys(
            (first, first.partition("-")[0] or first)
        ):  # engines part some words at hyphens
            table.setdefault(word, []).append(entry)
    return {word: tuple(sorted(rows, key=_order)) for word, rows in table.items()}


def _order(entry: Entry) -> tuple[object, ...]:
    asked, nouns = entry.rank
    return -asked, -nouns, entry.words, entry.construction.text
