"""Names that were seen once in an article, wherever else they stand in it: titles and captions have no grammar."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from according.extract.mentions.taken import taken
from according.knowledge.calendar import is_month_or_weekday
from according.knowledge.fold import fold_name
from according.model import Candidate, Span

AGAIN = 0.75
"""Confidence in a name that stands again where neither model nor knowledge saw one."""
_PIECE = re.compile(r"\w+|\S")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_SHORTEST = 3
"""Letters of the shortest surname that is looked for on its own: Li and Kim's neighbours are words."""


def everywhere(text: str, names: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return `names` and the further places in `text` where one of them stands, written in the same way.

    A single word that is the last name of somebody who is named in full is that person, whatever a model took it
    for; what the knowledge knows stays.
    """
    full = [name for name in names if name.kind == "person" and len(name.name.split()) > 1]
    surnames = {_surname(text, name): name for name in reversed(full)}
    names = tuple(_corrected(text, name, surnames) for name in names)
    index = taken(name.span for name in names)
    more: list[Candidate] = []
    forms = _forms(text, names, surnames)
    # The longest first: what stands in a longer name is that.
    for span in sorted(_found(text, forms), key=lambda each: (each.start - each.end, each)):
        if not index.overlaps(span):
            index.add(span, span)
            form = text[span.start : span.end]
            name = forms[form]
            single = " " not in form and name.kind == "person" and len(name.name.split()) > 1
            base = form if single else name.name
            more.append(replace(name, span=span, name=base, confidence=AGAIN, basis="named elsewhere"))
    return tuple(sorted((*names, *more), key=lambda each: each.span))


def _found(text: str, forms: Iterable[str]) -> Iterator[Span]:
    """Yield where one of `forms` stands as whole words: one look at the text, however many there are."""
    lengths: dict[str, set[int]] = {}
    for form in forms:
        lengths.setdefault(_PIECE.findall(form)[0], set()).add(len(form))
    wanted = frozenset(forms)
    for piece in _PIECE.finditer(text):
        for length in lengths.get(piece.group(), ()):
            span = Span(piece.start(), piece.start() + length)
            behind = text[span.end : span.end + 1]
            if text[span.start : span.end] in wanted and not _is_of_word(behind):
                yield span


def _is_of_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def _surname(text: str, name: Candidate) -> str:
    words = _WORD.findall(text[name.span.start : name.span.end])
    return words[-1] if words else name.name


def _corrected(text: str, name: Candidate, surnames: dict[str, Candidate]) -> Candidate:
    written = text[name.span.start : name.span.end]
    if name.kind in ("place", "organization") and name.basis == "model" and written in surnames:
        return replace(name, kind="person", basis="surname of somebody named in full")
    return name


def _forms(text: str, names: Iterable[Candidate], surnames: dict[str, Candidate]) -> dict[str, Candidate]:
    """The written forms to look for, each with the name that it stands for."""
    forms: dict[str, Candidate] = {}
    for name in names:
        written = text[name.span.start : name.span.end]
        known = name.basis in ("known", "capital", "capital as government", "institution", "seat")
        if (
            name.form == "name"
            and not known
            and written[:1].isupper()
            and len(fold_name(written)) > _SHORTEST
        ):
            forms.setdefault(written, name)
    for surname, name in surnames.items():
        # Theresa May is not meant by "in May".
        if len(surname) > _SHORTEST and surname[:1].isupper() and not is_month_or_weekday(surname):
            forms.setdefault(surname, name)
    return forms
