"""Verbs of saying that stand before who speaks: "a affirmé Pachinian", which parsers take for verb and object."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import cast

from according.knowledge.fold import load_data, texts
from according.language.tree import Word

_BEFORE = frozenset({",", '"', "«", "»", "-", "–", "—", "?", "!", "…", "..."})
_CLITICS = frozenset({"PRON", "AUX", "ADV", "PART"})
_SPEAKERS = frozenset({"PROPN", "NOUN", "PRON"})
_MISREAD = frozenset({"object", "apposition", "other", "modifier", "oblique", "clause", "conjunct", "name"})


@cache
def speech_verbs(language: str) -> frozenset[str]:
    """Return the lemmas of a language's verbs of saying; none for a language without data."""
    raw = cast(dict[str, object], load_data("speech.yml"))
    return frozenset(texts(raw.get(language)))


def right_inversions(words: Sequence[Word], language: str) -> None:
    """Make the speaker after an inverted verb of saying its subject.

    The verb must open the sentence or stand, with its auxiliaries, behind a comma or a quotation mark (or behind
    "comme", "que"), have no subject, and be followed by a noun without a preposition.
    """
    verbs = speech_verbs(language)
    for index, word in enumerate(words):
        if word.pos not in ("VERB", "AUX") or word.lemma not in verbs or not _introduced(words, index):
            continue
        speaker = _speaker(words, index)
        if speaker is not None:
            words[speaker].relation = "subject"


def _introduced(words: Sequence[Word], verb: int) -> bool:
    """Return whether a verb, looking back over its clitics and auxiliaries, begins a clause that reports."""
    at = verb - 1
    while at >= 0 and words[at].pos in _CLITICS and words[at].head in (verb, at + 1):
        if words[at].relation in ("subject", "passive subject"):
            return False
        at -= 1
    return at < 0 or words[at].text in _BEFORE or words[at].relation == "marker" or words[at].pos == "SCONJ"


def _speaker(words: Sequence[Word], verb: int) -> int | None:
    """Return the noun after a verb that has no subject, when it hangs on the verb without a preposition."""
    below = [index for index, word in enumerate(words) if word.head == verb != index]
    if any(words[index].relation in ("subject", "passive subject") for index in below):
        return None
    if words[verb].relation == "conjunct" and verb and words[verb - 1].text == "et":
        return None
    cased = {word.head for word in words if word.relation in ("case", "marker")}
    for index in below:
        word = words[index]
        if index < verb or word.pos not in _SPEAKERS or word.relation not in _MISREAD or index in cased:
            continue
        if any(words[between].text in (":", "»", '"') for between in range(verb, index)):
            return None
        if _person(words, index):
            return index
    return None


def _person(words: Sequence[Word], index: int) -> bool:
    """Return whether a noun can speak: a name, a pronoun, a noun with a definite article or a name beside it."""
    word = words[index]
    if word.pos != "NOUN":
        return True
    below = [other for place, other in enumerate(words) if other.head == index != place]
    definite = any(other.relation == "determiner" and other.lemma in _DEFINITE for other in below)
    return definite or any(other.relation in ("apposition", "name") for other in below)


_DEFINITE = frozenset({"le", "la", "les", "l'", "son", "sa", "leur", "the", "ce", "un", "une"})
