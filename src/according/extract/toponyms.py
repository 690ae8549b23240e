"""Places that only the gazetteer knows: capitalised words that nothing else has taken, told by their surroundings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from according.extract.metonymy import place_prepositions
from according.knowledge.gazetteer import lookup
from according.knowledge.gazetteer_build import MAIN
from according.model import Candidate, Sentence, Span

SEEN = 0.7
"""Confidence in a place that is known by this very name and stands where places stand."""
LARGE = 50_000
"""Inhabitants from which on a town is believed without a preposition before it, inside a sentence."""
_NAME = re.compile(
    r"[^\W\d_a-zа-яёա-և][^\W\d_]*(?:['’-][^\W\d_]+)*"
    r"(?:[ -](?:(?:de|du|la|le|les|el|al|of|sur|am|ob|na|на|über)[ -])?[^\W\d_a-zа-яёա-և][^\W\d_]*(?:['’-][^\W\d_]+)*)*"
)
_MOST_WORDS = 4


def unseen(
    text: str, names: Sequence[Candidate], sentences: Sequence[Sentence], language: str | None
) -> tuple[Candidate, ...]:
    """Return the places in `text` that are none of `names`, in order."""
    taken = sorted(name.span for name in names)
    starts = {sentence.span.start for sentence in sentences}
    found = []
    for match in _NAME.finditer(text):
        for span in _parts(match):
            if any(span.overlap(other) for other in taken):
                continue
            if _is_place(text, span, span.start in starts, language):
                taken.append(span)
                written = " ".join(text[span.start : span.end].split())
                found.append(Candidate(span, "place", "name", written, None, None, None, SEEN, "gazetteer"))
                break
    return tuple(found)


def _parts(match: re.Match[str]) -> Iterator[Span]:
    """The whole run of capitalised words; its parts are left alone, for they are most likely of a longer name."""
    if len(match.group().split()) <= _MOST_WORDS:
        yield Span(*match.span())


def _is_place(text: str, span: Span, opens: bool, language: str | None) -> bool:
    written = " ".join(text[span.start : span.end].split())
    best = _best(written, language)
    if best is None:
        return False
    evidence, population = best
    words = re.findall(r"[^\W\d_]+['’]?", text[max(0, span.start - 24) : span.start])
    if words and words[-1].lower() in place_prepositions(language) and text[span.start - 1] in " '’":
        return True
    return evidence >= MAIN and not opens and population >= LARGE


@lru_cache(maxsize=1 << 14)
def _best(written: str, language: str | None) -> tuple[int, int] | None:
    found = lookup(written, language)
    if not found:
        return None
    evidence = found[0].evidence
    return evidence, max(each.place.population for each in found if each.evidence == evidence)
