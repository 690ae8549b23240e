"""The codebook as an analyst looks at it: kinds of events, and the words that tell of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import cast

from according.errors import NotFoundError
from according.knowledge.codebook import Codebook, codebook, languages, own_words
from according.knowledge.event_kinds import ontology
from according.knowledge.fold import fold_name
from according.knowledge.lexicon import GAP, Entry, Stem
from according.model import Root
from according.views import CodeEntry, Word

STEM = "word that begins so"
"""Stands for a construction where no grammar is known."""
_LEAST = 3
"""Letters by which stems are found that begin so."""


def code(name: str, *, language: str = "en", own: Path | None = None) -> list[CodeEntry]:
    """Return the entries of the codebook that `name` means.

    Args:
        name: A root of PLOVER, upper and lower case aside: its entry with all words of the language. Else a word: the
            roots that it tells of, each with the constructions that it does so in. Without a grammar, what begins as
            one of the codebook's stems does.
        language: Of the words (BCP 47).
        own: The user's own codebook, whose words are looked at beside ours.

    Raises:
        NotFoundError: there are no words of this language, or no root and no word is called so.
        SettingsError: the own codebook is missing or wrong.
    """
    book = codebook(language, own_words(own) if own is not None else None)
    if book is None:
        raise NotFoundError(f"There are no words in {language!r}. Languages are {', '.join(languages())}.")
    root = name.strip().upper()
    if root in ontology().roots:
        return [_entry(root, book, book.of(root), book.stems_of(root))]
    asked = fold_name(name)
    found = []
    for root in ontology().roots if asked else ():
        entries = [entry for entry in book.of(root) if asked in map(fold_name, _forms(entry))]
        stems = [stem for stem in book.stems_of(root) if _begins(stem, asked.split())]
        if entries or stems:
            found.append(_entry(root, book, entries, stems))
    if not found:
        raise NotFoundError(
            f"The codebook has no word {name!r} in {book.language!r}. Give a verb or a noun as a dictionary has it, "
            "a kind of event such as ASSAULT, or add the word to a codebook of your own (docs/codebook.md)."
        )
    return found


def _begins(stem: Stem, asked: Sequence[str]) -> bool:
    """Return whether words begin as a stem does, or are the beginning of one of its words."""
    parts = [fold_name(word) for word in stem.words if word != GAP]
    if len(asked) == 1 and len(asked[0]) >= _LEAST and any(part.startswith(asked[0]) for part in parts):
        return True
    at = 0
    for word in asked:
        at += at < len(parts) and word.startswith(parts[at])
    return at == len(parts)


def _forms(entry: Entry) -> tuple[str, ...]:
    """Return what an entry is asked for by: its words, or the first of them."""
    return " ".join(entry.words), entry.words[0]


def _entry(root: str, book: Codebook, entries: Iterable[Entry], stems: Iterable[Stem]) -> CodeEntry:
    kind = ontology().roots[root]
    words = [Word(" ".join(each.words), each.mode, each.construction.text) for each in entries]
    words += [Word(" ".join(each.words), each.mode, STEM) for each in stems]
    return CodeEntry(
        root=cast(Root, root),
        says=kind.says,
        quad=kind.quad,
        cameo=kind.cameo,
        acled=kind.acled,
        modes=tuple((mode.name, mode.says) for mode in kind.modes.values()),
        language=book.language,
        words=tuple(sorted(words, key=lambda each: (each.mode or "", each.construction, each.text))),
    )
