"""What a text and the knowledge show of its names: given names, surnames, and the dictionary form of each word.

`according.knowledge.inflection.bases` offers the forms that a word may come from; here one of them is chosen.
"""

from __future__ import annotations

import math
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import cast

from according.knowledge.cues import cue_languages, cues
from according.knowledge.fold import load_data, texts
from according.knowledge.gazetteer import lookup
from according.knowledge.gazetteer_build import KNOWN
from according.knowledge.inflection import bases, key
from according.knowledge.states import state_words
from according.language.names import NameCues
from according.language.words import definite_endings, endings_stand_apart

_STEM = 2
"""Letters that a surname has before its ending, at least."""

_WITHOUT_CAPITALS = ("\u10d0", "\u10ff")
"""Georgian letters: Unicode has capitals for them, which news do not use."""


@dataclass(frozen=True, slots=True)
class _Persons:
    """See `knowledge/persons.yml`; all keyed as `bases` does."""

    particle: frozenset[str]
    surname: tuple[str, ...]
    given: dict[str, frozenset[str]]
    all_given: frozenset[str]


@cache
def _persons() -> _Persons:
    raw = cast(dict[str, object], load_data("persons.yml"))
    endings = {key(ending) for row in cast(list[object], raw["surname"]) for ending in texts(row)}
    given = {
        language: frozenset(map(key, texts(row)))
        for language, row in cast(dict[str, object], raw["given"]).items()
    }
    particles = frozenset(map(key, texts(raw["particle"])))
    return _Persons(particles, tuple(sorted(endings)), given, frozenset().union(*given.values()))


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the whole text shows.

    `capitalised` are words inside sentences, `forms` how many of them each dictionary form may stand behind, `small`
    those in small letters, `surnames` the last names of persons found so far; all keyed as `bases` does.
    """

    language: str | None
    cues: NameCues
    capitalised: frozenset[str]
    forms: Counter[str]
    small: frozenset[str]
    surnames: frozenset[str]


@cache
def _states(language: str | None) -> frozenset[str]:
    return frozenset(
        key(phrase)
        for phrase, code, word in state_words()
        if code == language
        and word.role in ("name", "adjective")
        and " " not in phrase
        and not word.ambiguous
    )


def gather(words: Iterable[str], language: str | None, cues: NameCues) -> Evidence:
    """Return the evidence that the words inside a text's sentences make."""
    written = set(words)
    distinct = {key(word): word for word in sorted(written) if is_capital(word, language)}
    forms = Counter(form for word in distinct.values() for form in bases(word, language))
    small = frozenset(key(word) for word in written if word.islower())
    return Evidence(language, cues, frozenset(distinct), forms, small, frozenset())


@cache
def starters(language: str | None) -> frozenset[str]:
    """Return frequent words, folded, that have a capital only because they open a sentence."""
    return cues(language).function_words if language in cue_languages() else frozenset()


@lru_cache(maxsize=1 << 14)
def is_state(word: str, language: str | None) -> bool:
    """Return whether a word is the name of a state or its adjective, in any case."""
    return not _states(language).isdisjoint(bases(word, language))


@lru_cache(maxsize=1 << 14)
def is_town(name: str, language: str | None, inhabitants: int) -> bool:
    """Return whether a name is that of a place with so many inhabitants, or of one that news speaks of."""
    least = math.log10(inhabitants)
    return any(
        found.evidence >= KNOWN and found.prominence >= least and not found.inflected
        for found in lookup(name, language)
    )


def is_particle(word: str) -> bool:
    """Return whether a small word may stand inside a name."""
    return key(word) in _persons().particle


@lru_cache(maxsize=1 << 14)
def is_given(word: str, language: str | None) -> bool:
    """Return whether a word is a given name, in any case."""
    return not _persons().all_given.isdisjoint(bases(word, language))


@lru_cache(maxsize=1 << 14)
def is_surname(word: str, language: str | None) -> bool:
    """Return whether a word ends like a surname, in any case."""
    return any(map(_ends_like_surname, bases(word, language)))


def _ends_like_surname(form: str) -> bool:
    return form[_STEM:].endswith(_persons().surname)


@lru_cache(maxsize=1 << 14)
def is_among(word: str, cues: frozenset[str], language: str | None) -> bool:
    """Return whether a word, or a dictionary form of it, is one of some cue words."""
    return word[:1].isalpha() and not cues.isdisjoint(bases(word, language))


def script(word: str) -> str:
    """Return the script of a word's first letter, as its Unicode name begins."""
    return unicodedata.name(next(filter(str.isalpha, word), "."), "").partition(" ")[0]


def is_capital(word: str, language: str | None) -> bool:
    """Return whether a word is written like a name; in a script without capitals, whether it sounds like one."""
    first, last = _WITHOUT_CAPITALS
    if first <= word[0] <= last:
        return is_given(word, language) or is_surname(word, language)
    return word[0].isupper() or word[0].istitle()


def person_word(word: str, evidence: Evidence, lost: str | None, female: bool) -> str:
    """Return a word of a person's name in the nominative, as far as given names, surnames and the text show it.

    Args:
        word: The word as it stands.
        evidence: What the text shows.
        lost: The ending, folded, that a word before it in the name had for another case, which this one is in, too;
            empty when that changed otherwise, None when none did.
        female: Whether the given name is a woman's, where surnames show it.
    """
    known = _persons()
    if endings_stand_apart(evidence.language):
        return word
    form, *others = bases(word, evidence.language)
    if form in known.all_given and lost is None:
        return word
    own = known.given.get(evidence.language or "", frozenset())
    for names in (own, known.all_given):
        if found := [other for other in others if other in names]:
            return _spelled(word, found[0])
    if _ends_like_surname(form) and lost is None:
        return word
    found = list(filter(_ends_like_surname, others))
    found.sort(key=lambda other: other.endswith("а") is not female)
    if found:
        return _spelled(word, found[0])
    bare = form.removesuffix(lost or "")
    return _spelled(word, bare) if lost and bare in others else other_word(word, evidence)


def lost_ending(word: str, base: str) -> str:
    """Return the ending, folded, that a word has and its dictionary form has not; empty when they differ otherwise."""
    return key(word).removeprefix(key(base)) if key(word).startswith(key(base)) else ""


def other_word(word: str, evidence: Evidence, ending: str = "") -> str:
    """Return a word without its ending where the text has it in another form, too, or where the ending is known."""
    form, *others = bases(word, evidence.language)
    definite = next((each for each in definite_endings(evidence.language) if form.endswith(each)), "")
    ending = definite or ending
    if ending and others and form.endswith(ending):
        exact = form.removesuffix(ending)
        return _spelled(word, exact if exact in others else others[0])
    shown = [other for other in others if evidence.forms[other] > (form in evidence.capitalised)]
    bare = [other for other in shown if other in evidence.capitalised] or shown
    return _spelled(word, max(bare, key=lambda other: (evidence.forms[other], other))) if bare else word


def cue_word(word: str, cues: frozenset[str], language: str | None) -> str:
    """Return a cue word without its ending: the form of it that is nearest to it and among the cues."""
    found = [form for form in bases(word, language) if form in cues]
    return _spelled(word, max(found, key=len)) if found else word


def _spelled(word: str, base: str) -> str:
    """Return a folded dictionary form in the letters of the word that it is a form of."""
    folded = key(word)
    if folded.startswith(base):
        return word[: len(word) - (len(folded) - len(base))]
    if len(folded) != len(word):
        return word
    common = 0
    while common < min(len(folded), len(base)) and folded[common] == base[common]:
        common += 1
    rest = base[common:]
    if base[-1:] == "и" and base[-2:-1] in "аеиіїоуюяє":  # folding took the mark from й
        rest = rest[:-1] + "й"
    return word[:common] + rest
