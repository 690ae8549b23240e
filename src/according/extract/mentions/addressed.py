"""People behind a form of address: whoever is called Mr or г-жа is somebody, whatever else bears the name."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence

from according.extract.mentions import toponyms
from according.extract.mentions.scene import Scene
from according.extract.mentions.taken import Taken
from according.knowledge.ordinary import is_ordinary, is_proper
from according.model import Named, Span

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|-(?=[^\W\d_])|['’](?=[^\W\d_]{2}))*")
_GAP = re.compile(r"[.\s]{1,3}")
_COMMA = re.compile(r", (?=[^\W\d_])")
_MOST_TOGETHER = 6
"""People that one form of address is for, at most."""
_MOST_WORDS = 4
"""Words of a name behind a form of address, at most."""


def addressed(
    scene: Scene, named: Sequence[Named], titles: Mapping[int, int], offices: Container[int]
) -> Iterator[Named]:
    """Yield whoever is addressed.

    Args:
        scene: The text.
        named: What the model sees, which knows best how far the name goes.
        titles: Where forms of address begin, with where they end.
        offices: Where offices begin: "Mr President" is nobody's name.
    """
    seen = Taken((name.span, name) for name in named)
    for begin, end in sorted(titles.items()):
        gap = _GAP.match(scene.text, end)
        start = gap.end() if gap else end
        several = scene.text[begin:end].rstrip(".").casefold() in scene.cues.several
        for _ in range(_MOST_TOGETHER if several else 1):
            name = None if start in offices or start in titles else _name(scene, start, seen)
            if name is None:
                break
            yield name
            link = _COMMA.match(scene.text, name.span.end) or scene.cues.beside.match(
                scene.text, name.span.end
            )
            start = link.end() if link else len(scene.text)


def _name(scene: Scene, start: int, seen: Taken[Named]) -> Named | None:
    """The name that begins at a position; None where no capitalised word does."""
    word = _WORD.match(scene.text, start)
    if word is None or not toponyms.is_capital(word.group()):
        return None
    whole = [name for name in seen.over(Span(start, word.end())) if name.kind == "person"]
    if whole and whole[0].span.start == start:
        return whole[0]
    span = Span(start, whole[0].span.end if whole else _end(scene, Span(start, word.end())))
    return Named(span, "person", " ".join(scene.text[span.start : span.end].split()))


def _end(scene: Scene, first: Span) -> int:
    """Where a name ends that begins with a word: with the last of the capitalised words that are no others."""
    end = first.end
    for _ in range(_MOST_WORDS - 1):
        word = _WORD.match(scene.text, end + 1) if scene.text[end : end + 1] == " " else None
        if word is None or not toponyms.is_capital(word.group()):
            break
        ordinary = is_ordinary(word.group(), scene.language) and not is_proper(word.group(), scene.language)
        if ordinary or toponyms.is_known(word.group(), scene.language):
            break
        end = word.end()
    return end
