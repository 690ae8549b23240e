"""Persons that a model overlooks: proper nouns beside an office, with a given name, or before a verb of saying."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from according.knowledge.fold import fold
from according.knowledge.inflection import bases
from according.language.evidence import is_given, is_state, is_surname
from according.language.names import NameCues, name_cues
from according.language.speech import speech_verbs
from according.language.tree import Name, Word, top

_INITIAL = re.compile(r"[^\W\d_]\.?")


def with_overlooked(
    words: Sequence[Word], names: Sequence[Name], taken: set[int], language: str
) -> list[Name]:
    """Return the names of a sentence together with the persons that the model did not see.

    Args:
        words: The sentence.
        names: The names that the model sees, cleaned.
        taken: The words of everything that the model marks: of these names, and of dates and the like.
        language: BCP 47 primary subtag.
    """
    cues = name_cues(language)
    found = [_with_initials(words, name, taken) for name in names if not _is_state(words, name, language)]
    for first, last in _runs(words, taken, cues, language):
        name = _with_initials(words, Name(first, last, "person"), taken)
        if _is_person(words, name.first, last, cues, language):
            found.append(name)
    return sorted(found, key=lambda name: name.first)


def _runs(words: Sequence[Word], taken: set[int], cues: NameCues, language: str) -> Iterator[tuple[int, int]]:
    """Yield stretches of proper nouns that the model did not mark and that are no offices."""
    apart = (cues.office, cues.courtesy, cues.article)
    first: int | None = None
    for index, word in enumerate(words):
        free = index not in taken and word.pos == "PROPN" and len(word.text) > 1 and word.text[0].isupper()
        if free and not word.text.endswith(".") and _is_none_of(apart, bases(word.text, language)):
            first = index if first is None else first
        elif first is not None:
            yield first, index - 1
            first = None
    if first is not None:
        yield first, len(words) - 1


def _is_state(words: Sequence[Word], name: Name, language: str) -> bool:
    """Return whether a model takes a state or its adjective ("Azerbaijani soldiers") for a person."""
    return name.kind == "person" and name.first == name.last and is_state(words[name.first].text, language)


def _is_person(words: Sequence[Word], first: int, last: int, cues: NameCues, language: str) -> bool:
    """Return whether something in or beside a run of proper nouns shows a person."""
    texts = [word.text for word in words[first : last + 1]]
    if all(text.isupper() or is_state(text, language) for text in texts):
        return False
    if any(fold(text).text in cues.body | cues.land for text in texts):
        return False
    before = words[first - 1 : first]
    told = {form for word in before for form in bases(word.text.rstrip("."), language)}
    if not _is_none_of((cues.office, cues.courtesy), told) or _INITIAL.fullmatch(texts[0]):
        return True
    if is_surname(texts[-1], language) or (last > first and is_given(texts[0], language)):
        return True
    head = words[top(words, first, last)]
    verb = words[head.head]
    return head.relation == "subject" and verb.pos == "VERB" and verb.lemma in speech_verbs(language)


def _is_none_of(lists: Iterable[frozenset[str]], forms: Collection[str]) -> bool:
    return all(each.isdisjoint(forms) for each in lists)


def _with_initials(words: Sequence[Word], name: Name, taken: set[int]) -> Name:
    """Return a person's name with the initials before it ("Н. В. Пашинян")."""
    first = name.first
    while name.kind == "person" and first > 0 and first - 1 not in taken:
        dotted = words[first - 1].text == "." and first > 1
        initial = words[first - 1 - dotted]
        capital = initial.text[0].isupper() and _INITIAL.fullmatch(initial.text)
        if not capital or not (dotted or initial.text.endswith(".")) or first - 1 - dotted in taken:
            break
        first -= 1 + dotted
    return replace(name, first=first)
