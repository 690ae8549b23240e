"""People whom a model overlooks or takes for something else, told by their names' make and by what they do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from according.extract.mentions import toponyms
from according.extract.mentions.scene import Scene, is_parsed
from according.extract.mentions.taken import taken
from according.knowledge.calendar import is_month_or_weekday
from according.knowledge.given_names import ends_like_surname, is_common_surname, is_given, is_given_before
from according.knowledge.ordinary import is_ordinary
from according.model import Named, Span

_TWO = re.compile(
    r" ([^\W\d_]{2,30}(?:-[^\W\d_]{1,30})? [^\W\d_]{2,30}(?:-[^\W\d_]{1,30})?)(?![\w-])(?! [A-ZА-ЯЁ])"
)
"""Two words and no more behind an office, on one line."""
_DIGIT = re.compile(r"\d")
_SPEAKS = re.compile(r"\s?:\s")
_LINE_LOOKED_AT = 80
"""Characters before a name among which the beginning of its line is looked for."""
_LOOKED_BACK = 12
"""Characters before a name among which what lists it with another one is looked for."""


def runs(scene: Scene) -> Iterator[Span]:
    """Yield the runs of capitalised words that a parser takes for proper nouns or that no dictionary has."""
    for sentence in scene.sentences:
        if not is_parsed(sentence):
            continue  # where there is no parser, the engine knows best
        last: Span | None = None
        for token in sentence.tokens:
            word = scene.text[token.span.start : token.span.end]
            proper = token.pos == "PROPN" or (word.isalpha() and not is_ordinary(word, scene.language))
            if not proper or not toponyms.is_capital(word):
                continue
            if last is not None and scene.text[last.end : token.span.start] == " ":
                last = Span(last.start, token.span.end)
                continue
            if last is not None:
                yield last
            last = token.span
        if last is not None:
            yield last


def completed(scene: Scene, name: Named, by_start: Mapping[int, Span]) -> Named:
    """A name with the proper nouns right behind it, where all of it is made like a person's: "Ararat" of two words."""
    words = _words(scene, name.span)
    if name.kind == "person" or toponyms.is_known(" ".join(words), scene.language):
        return name
    run = by_start.get(name.span.start)
    if run is not None and run.end > name.span.end and is_personal(scene, run):
        return replace(name, kind="person", span=run, base=scene.text[run.start : run.end])
    if name.kind == "other" and len(words) > 1 and is_personal(scene, name.span):
        return replace(name, kind="person")
    return name


def overlooked(scene: Scene, found: Iterable[Span], occupied: Iterable[Span]) -> Iterator[Named]:
    """Yield people whom the model did not see: runs of proper nouns that are made like a person's name."""
    index = taken(occupied)
    for run in found:
        if not index.overlaps(run) and (is_personal(scene, run) or _acts_alone(scene, run)):
            yield Named(run, "person", scene.text[run.start : run.end])


def rightly(scene: Scene, name: Named) -> Named:
    """A name whose kind its words or the gazetteer tell better than the model."""
    words = _words(scene, name.span)
    last = words[-1].casefold()
    if len(words) > 1 and (last in scene.cues.unborne or not is_given(words[0])):
        if last in scene.cues.press:
            return replace(name, kind="organization")
        happens = name.kind in ("person", "place") and last in scene.cues.event
        if happens or last in scene.cues.law:
            return replace(name, kind="other")
        if name.kind == "person" and last in scene.cues.things:
            return replace(name, kind="place" if last in scene.cues.land else "organization")
    if toponyms.is_known(" ".join(words), scene.language):
        somebody = name.kind == "person" and _lives(scene, name.span)
        wrong = name.kind in ("person", "organization") and not somebody
        return replace(name, kind="place") if wrong else name
    alone = name.kind == "place" or is_given(words[0])
    if name.kind in ("place", "organization") and (
        is_personal(scene, name.span) or (alone and _lives(scene, name.span))
    ):
        return replace(name, kind="person")
    return name


def is_full_name(scene: Scene, span: Span) -> bool:
    """Return whether two words behind a body are somebody: capitalised, and neither is what bodies have."""
    words = _words(scene, span)
    unknown = not any(is_ordinary(word, scene.language) for word in words)
    return _are_two(scene, words) and (is_given(words[0]) or unknown)


def holder(scene: Scene, end: int) -> Span | None:
    """Return where somebody stands whose office ends at a position: two capitalised words that no body has."""
    words = _TWO.match(scene.text, end)
    if words is None or scene.is_titled(words.start(1)) or not _are_two(scene, words[1].split(" ")):
        return None
    first, _ = words[1].split(" ")
    free = is_given(first) or not (is_month_or_weekday(first) or toponyms.is_known(first, scene.language))
    return Span(*words.span(1)) if free else None


def _are_two(scene: Scene, words: Sequence[str]) -> bool:
    if len(words) != 2 or any(not toponyms.is_capital(word) or word.isupper() for word in words):
        return False
    return not any(word.casefold() in scene.cues.things for word in words)


def is_personal(scene: Scene, span: Span) -> bool:
    """Whether a name is more likely somebody's: by its given name or surname, by its make, or by what it does.

    Two or three words of which none is an ordinary one, without an article before them, are a person in news far more
    often than a body or a village that no gazetteer has.
    """
    words = _words(scene, span)
    if len(words) == 1:
        return _is_single_person(scene, span, words[0])
    if len(words) > 3 or any(not toponyms.is_capital(word) or word.isupper() for word in words):
        return False
    if words[-1].casefold() in scene.cues.unborne or any(map(_DIGIT.search, words)):
        return False
    if is_given(words[0]) or ends_like_surname(words[-1]):
        return True
    if any(word.casefold() in scene.cues.things for word in words):
        return False
    strange = [word.isalpha() and not is_ordinary(word, scene.language) for word in words]
    told = len(words) == 2 and is_given_before(words[0]) and (strange[1] or is_common_surname(words[1]))
    if told and scene.is_proper(span.start) and not scene.is_titled(span.start):
        return not toponyms.is_named_place(" ".join(words), scene.language)
    return all(strange) and not scene.has_article(span.start)


def _is_single_person(scene: Scene, span: Span, word: str) -> bool:
    if word.isupper() or toponyms.is_named_place(word, scene.language):
        return False
    if ends_like_surname(word):
        return True
    if is_ordinary(word, scene.language):
        return False
    speaks = _opens_line(scene.text, span.start) and _SPEAKS.match(scene.text, span.end)
    return bool(speaks) or scene.is_met(span.start)


def _lives(scene: Scene, span: Span) -> bool:
    """Whether a single name that no large place has is used as people's are: it acts, or is met."""
    word = scene.text[span.start : span.end]
    if not word.isalpha() or word.isupper() or is_ordinary(word, scene.language):
        return False
    if toponyms.is_large(word, scene.language) or scene.has_article(span.start):
        return False
    return scene.acts(span.start) or scene.is_met(span.start)


def _acts_alone(scene: Scene, span: Span) -> bool:
    """Whether a name that the model does not see at all is used as people's are, in a sentence with small words."""
    return (
        not scene.is_titled(span.start)
        and not scene.is_small(scene.text[span.start : span.end])
        and _lives(scene, span)
    )


def beside_people(scene: Scene, found: list[Named], more: Iterable[Span]) -> list[Named]:
    """Single names that nothing knows, people when they are listed with one: "Erdogan and Pashinyan"."""
    people = {name.span for name in found if name.kind == "person"}
    ends, starts = {span.end for span in people}, {span.start for span in people}
    text, beside = scene.text, scene.cues.beside

    def listed(span: Span) -> bool:
        before = beside.finditer(text, max(0, span.start - _LOOKED_BACK), span.start)
        after = beside.match(text, span.end)
        return any(match.end() == span.start and match.start() in ends for match in before) or (
            after is not None and after.end() in starts
        )

    mended = [
        replace(name, kind="person")
        if name.kind in ("place", "organization") and listed(name.span) and _is_unknown(scene, name.span)
        else name
        for name in found
    ]
    index = taken(name.span for name in found)
    others = [
        Named(run, "person", text[run.start : run.end])
        for run in more
        if listed(run) and not index.overlaps(run) and _is_unknown(scene, run)
    ]
    return sorted((*mended, *others), key=lambda name: name.span)


def _is_unknown(scene: Scene, span: Span) -> bool:
    word = scene.text[span.start : span.end]
    plain = word.isalpha() and not word.isupper() and toponyms.is_capital(word)
    ordinary = is_ordinary(word, scene.language) and (
        not scene.is_proper(span.start) or scene.is_small(word) or scene.is_titled(span.start)
    )
    return plain and not ordinary and not toponyms.is_known(word, scene.language)


def _words(scene: Scene, span: Span) -> list[str]:
    return scene.text[span.start : span.end].split()


def _opens_line(text: str, at: int) -> bool:
    line = text[max(0, at - _LINE_LOOKED_AT) : at].rpartition("\n")[2]
    return not line.strip("«»“”\"' ")
