"""Whose a figure is where no statement holds it: told again with a source, gone on with, planned, in an own text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from according.extract.figures.givers import Givers, Mentions
from according.extract.figures.surroundings import Surroundings
from according.knowledge.fold import fold
from according.knowledge.units import unit_words
from according.model import Figure, Statement, Text

_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 5
"""Letters by which two forms of a word are held for one."""
_ALIKE = 0.5
"""Share of the words of the shorter sentence that the other must have."""
_SAME_WHAT = 2
"""Words for what is counted that say enough by themselves when they are the same."""
_COMPARED = 30
_GOES_ON = 5
"""Sentences for which somebody's words are gone on with without naming him again."""
_LABEL = "label"
"""The reason of statements in the form "Name: words"."""
_WRITES, _PER_WRITER = 2, 1500
"""How often, and in how many characters once, an article says "I" that is its author's own text."""

Key = tuple[float | None, float | None, float | None, str | None]
Speaker = tuple[str | None, str | None]
"""A chain, and the words for it."""


def with_claimants(
    text: Text, scene: Surroundings, figures: Sequence[Figure], statements: Sequence[Statement]
) -> tuple[Figure, ...]:
    """Return figures with the claimants that the sentences around them tell.

    What somebody plans or expects is his ("the bank plans to lend $5m"), and so is what goes on in the mood of hearsay
    after that or after a statement ("It would cost …"). A figure that is told twice, in a title or a lead without a
    source and in the article with one, is the same source's.
    """
    known = Givers(text, scene)
    figures = [known.given(figure) for figure in figures]
    if all(map(_is_claimed, figures)):
        return tuple(figures)
    return _repeated(text, scene, _continued(text, scene, figures, statements))


def _is_claimed(figure: Figure) -> bool:
    return figure.claimant is not None or figure.claimant_text is not None


def _continued(
    text: Text, scene: Surroundings, figures: Sequence[Figure], statements: Sequence[Statement]
) -> list[Figure]:
    """Give figures to the one who plans them, and to the speaker of the sentence before that theirs goes on with."""
    speakers = _speakers(scene, statements)
    planners = _Planners(text, scene)
    made: list[Figure] = []
    for figure in figures:
        index = None if _is_claimed(figure) else scene.sentence(figure.span.start)
        if index is not None:
            planned = None if index in speakers else planners.of(index)
            if planned is not None and planned[0] <= figure.span.start:
                said: Speaker | None = planned[1]
            else:
                said = _before(scene, speakers, planners, index)
            if said is not None:
                figure = replace(figure, claimant=said[0], claimant_text=said[1])
        made.append(figure)
    return made


def _speakers(scene: Surroundings, statements: Sequence[Statement]) -> dict[int, set[Speaker]]:
    """Return who speaks in each sentence that holds a cue or a beginning of what is said."""
    speakers: dict[int, set[Speaker]] = defaultdict(set)
    for statement in statements:
        places = {
            scene.sentence(statement.cue.start),
            *(scene.sentence(part.start) for part in statement.content),
        }
        for place in places:
            if place is not None:
                speakers[place].add((statement.speaker, statement.speaker_text))
    return speakers


class _Planners:
    """Who is said to plan, intend or expect something in a sentence."""

    def __init__(self, text: Text, scene: Surroundings) -> None:
        self._scene = scene
        self._mentions = Mentions(text)
        self._known: dict[int, tuple[int, Speaker] | None] = {}

    def of(self, index: int) -> tuple[int, Speaker] | None:
        """Return where a sentence's verb of planning ends and the actor that is its subject; None without both."""
        if index not in self._known:
            self._known[index] = self._found(index)
        return self._known[index]

    def _found(self, index: int) -> tuple[int, Speaker] | None:
        tree, _ = self._scene.tree(index)
        for place, token in enumerate(tree.tokens):
            if token.relation == "root" and self._scene.words.has("intends", fold(token.lemma).text):
                subject = tree.child(place, "subject")
                actor = None if subject is None else self._mentions.around(tree.tokens[subject].span)
                if actor is not None:
                    written = self._scene.text[actor.span.start : actor.span.end]
                    return token.span.end, (actor.chain, written)
        return None


def _before(
    scene: Surroundings, speakers: dict[int, set[Speaker]], planners: _Planners, index: int
) -> Speaker | None:
    """Return the one speaker of the last sentence with one, if all from there on are in the mood of hearsay."""
    for here in range(index, max(0, index - _GOES_ON), -1):
        if here in speakers or not scene.is_hearsay(here):
            return None
        if "\n" in scene.text[scene.sentences[here - 1].span.end : scene.sentences[here].span.start]:
            return None
        said = speakers.get(here - 1)
        if said is not None:
            chains = {chain for chain, _ in said}
            chain = min((each or "" for each in chains), default="")
            return (
                (chain, min(each or "" for _, each in said) or None) if len(chains) == 1 and chain else None
            )
        planned = planners.of(here - 1)
        if planned is not None:
            return planned[1]
    return None


def _repeated(text: Text, scene: Surroundings, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """Give figures without a source to the source of the same figure elsewhere in the article."""
    told: dict[Key, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.claimant_text is not None:
            told[_key(figure)].append(figure)
    words: dict[int | None, frozenset[str]] = {}

    def said_of(figure: Figure) -> frozenset[str]:
        index = scene.sentence(figure.span.start)
        if index not in words:
            words[index] = _stems(scene.written(index)) if index is not None else frozenset()
        return words[index] - _stems(figure.text)

    made: list[Figure] = []
    for figure in figures:
        others = [] if _is_claimed(figure) else told.get(_key(figure), [])[:_COMPARED]
        # A title has one topic, that of the article; but two days are not always the same two days.
        titled = text.title.contains(figure.span) and figure.unit not in scene.words.times
        same = [
            each
            for each in others
            if titled or _share(said_of(figure), said_of(each)) >= _ALIKE or _same_what(figure, each)
        ]
        if same and len({each.claimant or each.claimant_text for each in same}) == 1:
            figure = replace(figure, claimant=same[0].claimant, claimant_text=same[0].claimant_text)
        made.append(figure)
    return tuple(made)


def _key(figure: Figure) -> Key:
    return figure.value, figure.low, figure.high, figure.unit


def _stems(written: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _WORD.findall(fold(written).text))


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    """Return which share of the words of the shorter sentence the other has."""
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter else 0.0


def _same_what(one: Figure, other: Figure) -> bool:
    """Whether the words for what is counted say enough and are the same."""
    first, second = _stems(one.what or ""), _stems(other.what or "")
    return first == second and len(first) >= _SAME_WHAT


def own_text(text: Text, statements: Sequence[Statement]) -> str | None:
    """Return the chain of the person whose own words an article is: "Name: …" is its title, never its text.

    Where a sentence tells that Name said something, the article is a report of it.
    """
    titled = [
        each
        for each in statements
        if each.reason == _LABEL and each.speaker is not None and text.title.contains(each.cue)
    ]
    if len({each.speaker for each in titled}) != 1:
        return None
    speaker = titled[0].speaker
    persons = {actor.chain for actor in text.actors if actor.kind == "person"}
    later = any(each.speaker == speaker and each.cue.start >= text.title.end for each in statements)
    return None if later or speaker not in persons else speaker


def is_written_by_one(text: Text, statements: Sequence[Statement]) -> bool:
    """Return whether an article says "I" of its author: outside of quotations and of what others are said to say."""
    words = unit_words(text.language)
    said = [each.content_span for each in statements]
    covered = sorted(said)
    count, reach, at = 0, 0, 0
    for match in re.finditer(r"[^\W\d_]+", text.text):
        if not words.has("writer", fold(match.group()).text):
            continue
        while at < len(covered) and covered[at].start <= match.start():
            reach = max(reach, covered[at].end)
            at += 1
        count += match.start() >= reach and not _is_quoted(text.text, match.start())
    return count >= max(_WRITES, len(text.text) / _PER_WRITER)


def _is_quoted(written: str, at: int) -> bool:
    """Whether more quotation marks open than close before a character in its line."""
    line = written[max(written.rfind("\n", 0, at), at - 2000) + 1 : at]
    opened = sum(line.count(sign) for sign in "«“„") - sum(line.count(sign) for sign in "»”")
    return opened > 0 or line.count('"') % 2 == 1
