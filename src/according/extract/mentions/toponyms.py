"""Places that only the gazetteer knows: capitalised words that nothing else has taken, told by their surroundings."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache
from itertools import dropwhile, groupby

from according.extract.mentions.metonymy import place_prepositions
from according.extract.mentions.taken import taken, words_at
from according.knowledge.calendar import is_month_or_weekday
from according.knowledge.gazetteer import Match, lookup
from according.knowledge.gazetteer_build import KNOWN, MAIN
from according.knowledge.given_names import is_given
from according.knowledge.inflection import bases
from according.knowledge.ordinary import is_ordinary, is_proper
from according.knowledge.toponymy import place_key
from according.model import Candidate, Sentence, Span

SEEN = 0.7
"""Confidence in a place that is known by this very name and stands where places stand."""
SMALL = 3.7
"""Prominence (decimal logarithm of inhabitants) of a town from which on a model that saw no town was wrong."""
LARGE = 4.7
"""Prominence from which on a town is believed without a preposition before it, inside a sentence."""
_WORD = r"[^\W\d_]+(?:['’-][^\W\d_]+)*"
_NAME = re.compile(rf"{_WORD}(?:[ -]{_WORD})*")
_LINKS = frozenset(("de", "du", "la", "le", "les", "el", "al", "of", "sur", "am", "ob", "na", "на", "über"))
"""Small words inside a name: Palma de Mallorca, Frankfurt am Main."""
_MOST_WORDS = 4
_SHORTEST = 3
"""Letters up to which a capitalised word is left to those who know it otherwise: La, Mon, Van."""


def unseen(
    text: str, names: Sequence[Candidate], sentences: Sequence[Sentence], language: str | None
) -> tuple[Candidate, ...]:
    """Return the places in `text` that are none of `names`, in order."""
    index = taken(name.span for name in names)
    starts = {sentence.span.start for sentence in sentences}
    found = []
    for match in _NAME.finditer(text):
        for span in _parts(match):
            if not index.overlaps(span) and _is_place(text, span, span.start in starts, language):
                index.add(span, span)
                written = words_at(text, span)
                found.append(Candidate(span, "place", "name", written, None, None, None, SEEN, "gazetteer"))
    return tuple(found)


def _parts(match: re.Match[str]) -> Iterator[Span]:
    """The whole run of capitalised words; its parts are left alone, for they are most likely of a longer name."""
    words = list(re.finditer(_WORD, match.group()))
    runs = [
        list(run)
        for capital, run in groupby(
            words, key=lambda word: is_capital(word.group()) or word.group() in _LINKS
        )
        if capital
    ]
    for run in runs:
        run = list(dropwhile(lambda word: word.group() in _LINKS, run))
        while run and run[-1].group() in _LINKS:
            run.pop()
        if run and len(run) <= _MOST_WORDS:
            yield Span(match.start() + run[0].start(), match.start() + run[-1].end())


def is_capital(word: str) -> bool:
    """Return whether a word begins with a capital, or with a letter of a script that has none."""
    # Georgian letters have capitals for Unicode, and none in use: their title case is themselves.
    return word[:1].isalpha() and word[:1].title() == word[:1]


def _is_place(text: str, span: Span, opens: bool, language: str | None) -> bool:
    written = words_at(text, span)
    best = _best(written, language)
    if best is None or is_month_or_weekday(written):
        return False
    if len(written) <= _SHORTEST or _is_torn(
        text[max(0, span.start - 1) : span.start] + text[span.end : span.end + 1]
    ):
        return False
    words = re.findall(r"[^\W\d_]+['’]?", text[max(0, span.start - 24) : span.start])
    if words and words[-1].lower() in place_prepositions(language) and text[span.start - 1] in " '’":
        return True
    prominent = best.prominence >= LARGE and (best.evidence >= MAIN or _is_own(written, best, language))
    ordinary = _is_ordinary(written, language)
    return prominent and not opens and not ordinary


def _is_torn(around: str) -> bool:
    """Whether a word goes on behind a control character: of a torn "Ber-lin" no half is a place."""
    return any(not char.isprintable() and not char.isspace() for char in around)


def is_named_place(written: str, language: str | None) -> bool:
    """Return whether some place, however small, bears the name."""
    return _best(written, language) is not None


def is_region_of(written: str, countries: Container[str]) -> bool:
    """Return whether one of `countries` has a region of that name: Georgia in an article about the United States."""
    return any(
        match.place.precision == "region" and match.place.country in countries for match in lookup(written)
    )


def _is_own(written: str, match: Match, language: str | None) -> bool:
    """Whether a language has the name for the place, or a script that few languages share."""
    if match.evidence < KNOWN:
        return False
    forms = set(map(place_key, bases(written, language)))
    names = dict(match.place.names).get((language or "").partition("-")[0], ())
    return not forms.isdisjoint(map(place_key, names)) or "\u0530" <= written[0] < "\u1e00"


def _is_ordinary(written: str, language: str | None) -> bool:
    return is_ordinary(written, language) and not is_proper(written, language)


def is_known(written: str, language: str | None) -> bool:
    """Return whether a name is that of a town of some size, or of a place that news speaks of, and no given name."""
    best = _best(written, language)
    if best is None or best.evidence < KNOWN or best.prominence < SMALL:
        return False
    if " " in written:
        return True
    # Centre, Nord and Est are regions, but words first.
    large_town = best.place.precision == "town" and best.prominence >= LARGE
    return not is_given(written) and (large_town or not _is_ordinary(written, language))


def is_large(written: str, language: str | None) -> bool:
    """Return whether a name is that of a large town or of a region that news speaks of."""
    best = _best(written, language)
    return best is not None and best.evidence >= KNOWN and best.prominence >= LARGE


@lru_cache(maxsize=1 << 14)
def _best(written: str, language: str | None) -> Match | None:
    """The most prominent of the places that bear the name best."""
    found = lookup(written, language)
    return max(found, key=lambda match: (match.evidence, match.prominence), default=None)
