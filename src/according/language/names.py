"""Names as models mark them, cleaned: without articles, titles and quotation marks, no verb swallowed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

from according.knowledge.fold import fold, load_data, texts
from according.knowledge.inflection import bases
from according.language.tree import Name, Word

_NO_NAMES = frozenset({"VERB", "AUX", "ADV", "DET", "ADP", "PRON", "CCONJ", "SCONJ", "INTJ"})


@dataclass(frozen=True, slots=True)
class NameCues:
    """Words beside names in one language, folded. See `knowledge/name_cues.yml`."""

    article: frozenset[str]
    courtesy: frozenset[str]
    office: frozenset[str]
    body: frozenset[str]
    field: frozenset[str]
    land: frozenset[str]
    speaker: frozenset[str]
    town: frozenset[str]


@cache
def name_cues(language: str | None) -> NameCues:
    """Return the cues of a language together with those of all languages."""
    raw = cast(dict[str, dict[str, object]], load_data("name_cues.yml"))
    entries = (raw["any"], raw.get(language or "", {}))

    def union(key: str) -> frozenset[str]:
        return frozenset(fold(word).text for entry in entries for word in texts(entry.get(key)))

    return NameCues(
        *(union(key) for key in ("article", "courtesy", "office", "body", "field", "land", "speaker", "town"))
    )


def clean(words: Sequence[Word], names: Sequence[Name], language: str) -> list[Name]:
    """Return names without what models wrongly take into them; those of which nothing is left are dropped.

    Dropped as well: offices that a model takes for an organization ("ministre de la Défense").
    """
    cues = name_cues(language)
    cleaned: list[Name] = []
    for name in names:
        for first, last in _parts(words, name):
            trimmed = _trim(words, first, last, name, language)
            if trimmed is not None and not _is_none(words, trimmed, cues):
                cleaned.append(trimmed)
    return cleaned


def _parts(words: Sequence[Word], name: Name) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a name between small verbs and brackets: all of it when it has none."""
    first = name.first
    for index in range(name.first, name.last + 1):
        word = words[index]
        if (word.pos in ("VERB", "AUX") and word.text.islower()) or word.text in ("(", ")", ";", ":"):
            if first < index:
                yield first, index - 1
            first = index + 1
    if first <= name.last:
        yield first, name.last


def _trim(words: Sequence[Word], first: int, last: int, name: Name, language: str) -> Name | None:
    """Return a name without articles, titles and signs around it; None when no name is left."""
    while first <= last and _before(words, first, last, name, language):
        first += 1
    while first <= last and _after(words[last], name):
        last -= 1
    if last + 1 < len(words) and _open_quotation(words, first, last) and words[last + 1].text in ('"', "»"):
        last += 1
    if first > last or not any(_is_capital(words[index].text) for index in range(first, last + 1)):
        return None
    return Name(first, last, name.kind, name.base if (first, last) == (name.first, name.last) else "")


def _open_quotation(words: Sequence[Word], first: int, last: int) -> bool:
    """Return whether a quotation begins in a name and does not end there."""
    texts = [word.text for word in words[first : last + 1]]
    return texts.count('"') % 2 == 1 or texts.count("«") > texts.count("»")


def _before(words: Sequence[Word], index: int, last: int, name: Name, language: str) -> bool:
    """Return whether the first word of a name is none."""
    word, cues = words[index], name_cues(language)
    small = fold(word.text).text.rstrip(".")
    if not any(char.isalnum() for char in word.text):
        return True
    if small in cues.article and (word.pos in ("DET", "ADP") or word.text.islower()):
        return True
    if name.kind != "person":
        return word.pos in ("ADP", "CCONJ", "SCONJ") and word.text.islower()
    if index == last:
        return False
    forms = bases(word.text.rstrip("."), language)
    title = not (cues.courtesy.isdisjoint(forms) and cues.office.isdisjoint(forms))
    before_office = word.pos in ("ADJ", "NOUN", "PROPN") and fold(words[index + 1].text).text in cues.office
    return title or (word.text.islower() and word.pos != "ADP") or before_office


def _after(word: Word, name: Name) -> bool:
    """Return whether the last word of a name is none: a possessive ending or a sign, but for the dot of an initial."""
    if word.text.lower() in ("'s", "'") or (name.kind == "person" and word.text[0].isdigit()):
        return True
    if word.text[-1:].isalnum():
        return (
            name.kind == "person"
            and word.text.islower()
            and word.pos in ("ADP", "DET", "CCONJ", "ADV", "PRON")
        )
    return not (word.text.endswith(".") and len(word.text) > 1)


def _is_none(words: Sequence[Word], name: Name, cues: NameCues) -> bool:
    """Return whether a name is none: an office, with its portfolio or alone, or a verb that opens the sentence."""
    first = words[name.first]
    folded = fold(first.text).text
    office = folded in cues.office or folded in cues.courtesy
    if name.first == name.last:
        return office or (name.first == 0 and first.pos in _NO_NAMES)
    return office and first.text.islower()


def _is_capital(text: str) -> bool:
    """Return whether a text has a letter that is no small one (scripts without capitals have only such)."""
    return any(char.isalpha() and (not char.islower() or "\u10d0" <= char <= "\u10ff") for char in text)
