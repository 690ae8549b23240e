"""Figures that nobody is said to give, and yet may be somebody's whose words were not found."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from according.knowledge.speech_cues import SpeechCues, speech_cues
from according.model import Figure, Sentence, Span, Statement, Text


def are_told(text: Text, statements: Sequence[Statement], figures: Sequence[Figure]) -> list[bool]:
    """Return for each figure whether its sentence has the words of somebody other than the author.

    That is a verb or phrase for saying that none of `statements` is made of, or a noun for a paper ("report", "study")
    in a sentence without a statement. Spans are in `text.text`.
    """
    cues = speech_cues(text.language)
    if cues is None:
        return [False] * len(figures)
    starts = [sentence.span.start for sentence in text.sentences]
    used = sorted(statement.cue for statement in statements)
    known: dict[int, bool] = {}
    told: list[bool] = []
    for figure in figures:
        index = bisect_right(starts, figure.span.start) - 1
        if index >= 0 and index not in known:
            known[index] = _is_told(text.sentences[index], cues, _within(used, text.sentences[index].span))
        told.append(known.get(index, False))
    return told


def _within(cues: Sequence[Span], sentence: Span) -> Sequence[Span]:
    first = bisect_left(cues, Span(sentence.start, sentence.start))
    return cues[first : bisect_left(cues, Span(sentence.end, sentence.end))]


def _is_told(sentence: Sentence, cues: SpeechCues, used: Sequence[Span]) -> bool:
    taken = {at for cue in used for at in range(cue.start, cue.end)}
    words = [token.text.casefold() for token in sentence.tokens]
    for at, token in enumerate(sentence.tokens):
        if token.span.start in taken:
            continue
        lemma = cues.lemma(token.lemma.casefold(), words[at], token.pos)
        if token.pos == "VERB" and cues.says(lemma):
            return True
        if token.pos == "X" and cues.form(words[at]) is not None:
            return True
        if not used and token.pos == "NOUN" and (lemma in cues.papers or lemma in cues.nouns):
            return True
        if not used and any(
            words[at] == phrase[0] and tuple(words[at : at + len(phrase)]) == phrase
            for phrase, _ in cues.sources
        ):
            return True
    return False
