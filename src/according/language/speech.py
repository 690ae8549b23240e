"""Verbs of saying that stand before who speaks: "a affirmé Pachinian", which parsers take for verb and object."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import cast

from according.knowledge.fold import fold, load_data, texts
from according.language.names import name_cues
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


@cache
def nouns_of_time(language: str) -> frozenset[str]:
    """Return the lemmas of a language's nouns of time; none for a language without data."""
    raw = cast(dict[str, dict[str, object]], load_data("speech.yml"))
    return frozenset(texts(raw["times"].get(language)))


def right_inversions(words: Sequence[Word], language: str) -> None:
    """Make the speaker after an inverted verb of saying its subject.

    The verb must open the sentence or stand, with its auxiliaries, behind a comma or a quotation mark (or behind
    "comme", "que"), have no subject, and be followed by a noun without a preposition.
    """
    verbs = speech_verbs(language)
    for index, word in enumerate(words):
        if word.pos not in ("VERB", "AUX") or word.lemma not in verbs or not _finite(words, index):
            continue
        speaker = _speaker(words, index, language) if _introduced(words, index) else None
        if speaker is not None:
            words[speaker].relation = "subject"


def _finite(words: Sequence[Word], verb: int) -> bool:
    """Return whether a verb is finite, or a participle with its auxiliary: no infinitive, no "espérant"."""
    if words[verb].form != "Part":
        return words[verb].form not in ("Inf", "Ger")
    return any(word.head == verb and word.relation == "auxiliary" for word in words)


def _introduced(words: Sequence[Word], verb: int) -> bool:
    """Return whether a verb, looking back over its clitics and auxiliaries, begins a clause that reports."""
    at = verb - 1
    while at >= 0 and words[at].pos in _CLITICS and words[at].head in (verb, at + 1):
        if words[at].relation in ("subject", "passive subject"):
            return False
        at -= 1
    return at < 0 or words[at].text in _BEFORE or words[at].relation == "marker" or words[at].pos == "SCONJ"


def _speaker(words: Sequence[Word], verb: int, language: str) -> int | None:
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
        if _can_speak(words, index, language):
            return index
    return None


def _can_speak(words: Sequence[Word], index: int, language: str) -> bool:
    """Return whether a noun can speak: a name or a pronoun, an office or a body, a noun with a name beside it."""
    word = words[index]
    if word.pos != "NOUN":
        return True
    cues = name_cues(language)
    if {fold(word.text).text, fold(word.lemma).text} & (cues.office | cues.body | cues.speaker):
        return True
    return any(other.head == index and other.relation in ("apposition", "name") for other in words)
