"""The codebook as an analyst looks at it: kinds of events, and the words that tell of them."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from according.errors import NotFoundError
from according.knowledge.codebook import Codebook, codebook, languages, own_words
from according.knowledge.event_kinds import ontology
from according.knowledge.fold import fold_name
from according.knowledge.lexicon import Entry
from according.model import Root
from according.views import CodeEntry, Word


def code(name: str, *, language: str = "en", own: Path | None = None) -> list[CodeEntry]:
    """Return the entries of the codebook that `name` means.

    Args:
        name: A root of PLOVER, upper and lower case aside: its entry with all words of the language. Else a word: the
            roots that it tells of, each with the constructions that it does so in.
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
        return [_entry(root, book, book.of(root))]
    asked = fold_name(name)
    found = [
        (root, entries)
        for root in ontology().roots
        if (entries := [entry for entry in book.of(root) if asked in map(fold_name, _forms(entry))])
    ]
    if not found or not asked:
        raise NotFoundError(
            f"{name!r} is no root ({', '.join(ontology().roots)}) and no word of the codebook in {language!r}. Give a "
            "verb or a noun as a dictionary has it, or add it to a codebook of your own."
        )
    return [_entry(root, book, entries) for root, entries in found]


def _forms(entry: Entry) -> tuple[str, ...]:
    """Return what an entry is asked for by: its words, or the first of them."""
    return " ".join(entry.words), entry.words[0]


def _entry(root: str, book: Codebook, entries: tuple[Entry, ...] | list[Entry]) -> CodeEntry:
    kind = ontology().roots[root]
    return CodeEntry(
        root=cast(Root, root),
        says=kind.says,
        quad=kind.quad,
        cameo=kind.cameo,
        acled=kind.acled,
        modes=tuple((mode.name, mode.says) for mode in kind.modes.values()),
        language=book.language,
        words=tuple(
            Word(" ".join(each.words), each.mode, each.construction.text)
            for each in sorted(
                entries, key=lambda each: (each.mode or "", each.construction.text, each.words)
            )
        ),
    )
