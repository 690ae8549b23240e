"""Where the names that a model sees begin and end: its usual mistakes at their edges, mended."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from according.extract.mentions import toponyms
from according.extract.mentions.personal import is_personal
from according.extract.mentions.scene import Scene
from according.extract.mentions.taken import Taken, words_at
from according.knowledge.given_names import is_given
from according.knowledge.ordinary import is_ordinary
from according.model import Named, Span

_TWO_WORDS = re.compile(r"([^\W\d_][\w’'-]*), ([^\W\d_][\w’'-]*)")
_WORD = re.compile(r"\S+")
_MIXED = re.compile(r"(?=\w*[^\W\d_])(?=\w*\d)\w+")
_MOST_BEFORE = 2
"""Words that may be missing before a name as a model sees it."""


def trimmed(scene: Scene, found: Iterable[Named]) -> Iterator[Named]:
    """Yield names without what is none of them: small words at their ends, a verb before, what a comma parts."""
    for name in found:
        parted = _TWO_WORDS.fullmatch(scene.text, *name.span)
        if parted is not None:  # "Mayer, Disney's chairman"
            yield from (_cut(scene, name, Span(*parted.span(part))) for part in (1, 2))
            continue
        words = list(_WORD.finditer(scene.text, *name.span))
        while len(words) > 1 and _is_verb(scene, words[0].start()):
            words.pop(0)
        while len(words) > 1 and _is_small(scene, words[-1].start()):
            words.pop()
        span = Span(words[0].start(), words[-1].end()) if words else name.span
        if name.kind == "person" and any(_MIXED.fullmatch(word.group()) for word in words):
            continue  # "Brent LCOc1": a code
        yield name if span == name.span else _cut(scene, name, span)


def _cut(scene: Scene, name: Named, span: Span) -> Named:
    return replace(name, span=span, base=words_at(scene.text, span))


def _is_verb(scene: Scene, at: int) -> bool:
    """Whether a name begins with the verb of a question: "Will Obama play?"."""
    token = scene.token(at)
    return token is not None and token.pos == "AUX"


def _is_small(scene: Scene, at: int) -> bool:
    token = scene.token(at)
    return token is not None and token.pos in ("ADP", "DET", "CCONJ") and token.text.islower()


def whole(scene: Scene, name: Named, by_end: Mapping[int, Span], other: Taken[Span]) -> Named:
    """A name with the given names before it that a model overlooks: "Abdelrahim" of "Abdelrahim Hamdan Dagalo".

    Args:
        scene: The text.
        name: As the model sees it.
        by_end: Runs of proper nouns by where they end.
        other: What is something else: peoples, offices, states, bodies.
    """
    run = by_end.get(name.span.end)
    if run is None or run.start >= name.span.start or scene.is_titled(name.span.start):
        return name
    before = [Span(*word.span()) for word in _WORD.finditer(scene.text, run.start, name.span.start)]
    one = " " not in scene.text[name.span.start : name.span.end]
    if (
        name.kind == "organization"
        and one
        and len(before) <= _MOST_BEFORE
        and not any(map(other.overlaps, before))
    ):
        somebody = is_personal(scene, run) and not toponyms.is_known(
            words_at(scene.text, run), scene.language
        )
        return replace(_cut(scene, name, run), kind="person") if somebody else name
    start = name.span.start
    for word in reversed(before[-_MOST_BEFORE:]):
        if name.kind != "person" or other.overlaps(word) or not _may_be_given(scene, word):
            break
        start = word.start
    return name if start == name.span.start else _cut(scene, name, Span(start, name.span.end))


def outermost(found: Iterable[Named]) -> list[Named]:
    """Return the names, in order, that lie in no other one."""
    kept: list[Named] = []
    for name in sorted(found, key=lambda each: (each.span.start, -each.span.end)):
        if not (kept and kept[-1].span.contains(name.span)):
            kept.append(name)
    return kept


def _may_be_given(scene: Scene, span: Span) -> bool:
    word = words_at(scene.text, span)
    if not word.isalpha() or word.isupper() or len(word) == 1:
        return False
    strange = not is_ordinary(word, scene.language) and not toponyms.is_named_place(word, scene.language)
    return is_given(word) or (strange and not scene.has_article(span.start))
