"""Names as a language's model sees them, its usual mistakes mended: halves joined, kinds made one, noise dropped."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from according.extract.mentions import edges, toponyms
from according.extract.mentions.addressed import addressed
from according.extract.mentions.personal import beside_people, completed, holder, overlooked, rightly, runs
from according.extract.mentions.scene import Scene
from according.extract.mentions.taken import taken, words_at
from according.knowledge.calendar import is_month_or_weekday
from according.knowledge.fold import fold_name
from according.knowledge.given_names import is_given, is_given_before
from according.knowledge.offices import Description
from according.knowledge.ordinary import is_ordinary, is_proper
from according.model import Kind, Named, Span

_DESIGNATION = re.compile(r"[A-ZА-Я]{1,4}[- ]?\d+\w{0,2}|\d.*")
"""A type of aircraft, a road, a resolution: F-35, С-400, M4."""
_ELIDED = re.compile(r"(?:(?<=[ -])|\A)[^\W\d_]{1,2}['’]")
_HYPHENATED = re.compile(r"(?:-[^\W\d_]+)+(?<=[^\W\d_]{3})")
_LIKELIEST: tuple[Kind, ...] = ("person", "organization", "place", "state", "other")
"""Of kinds that a model gives one name equally often, the first counts."""


def names(
    scene: Scene, peoples: Iterable[Span], known: Iterable[Span], described: Sequence[Description]
) -> tuple[list[Named], list[Named]]:
    """Return the names that models see in a text, in order, mended; and those of them that are people for certain.

    `peoples` are no names ("Armenian"); `known` is where the knowledge knows something; `described` are the offices,
    institutions and forms of address in the text.
    """
    text = scene.text
    ends = {each.span.end for each in described}
    titles = {each.span.start: each.span.end for each in described if each.kind == "title"}
    offices = {each.span.start for each in described if each.kind != "title"}
    barred = set(peoples)
    sentences = scene.sentences
    found = [_whole(text, name) for each in sentences for name in each.named if name.span not in barred]
    found = [name for name in edges.trimmed(scene, found) if name.span not in barred]
    seen = _without_offices(scene, found, described)
    certain = list(addressed(scene, seen, titles, offices))
    called = taken(name.span for name in certain)
    rest = list(runs(scene))
    by_start = {run.start: run for run in rest}
    seen = [completed(scene, name, by_start) for name in seen if not called.overlaps(name.span)]
    things = (name.span for name in seen if name.kind != "person")
    other = taken((*barred, *known, *(each.span for each in described), *things))
    by_end = {run.end: run for run in rest}
    seen = edges.outermost(edges.whole(scene, name, by_end, other) for name in seen)
    borne = _borne(text, seen)
    found = [
        replace(name, kind="person") if words_at(text, name.span) in borne and noise else name
        for name in seen
        for noise in [_is_noise(scene, name, ends)]
        if name.kind != "other" and (not noise or words_at(text, name.span) in borne)
    ]
    occupied = [
        *map(_place, found),
        *map(_place, certain),
        *barred,
        *(Span(*title) for title in titles.items()),
    ]
    found = sorted((*found, *overlooked(scene, rest, occupied)), key=_place)
    joined = _joined(text, found, scene.language)
    described_too = [_after_office(text, name, ends) for name in joined]
    # Without a parser the engine has judged by the same signs and more of them.
    flat = any(each.tokens for each in sentences) and not scene.parsed
    mended = described_too if flat else [rightly(scene, name) for name in described_too]
    mended = [name for name in mended if name.kind != "other"]
    together = beside_people(scene, sorted((*mended, *certain), key=_place), rest)
    return _consistent(text, together), certain


def _borne(text: str, found: Iterable[Named]) -> frozenset[str]:
    """The surnames, first or last, of people who are seen with a full name: of "Ri Yong Ho" both Ri and Ho."""
    full = [words_at(text, name.span).split() for name in found if name.kind == "person"]
    words = {word for each in full if len(each) > 1 for word in (each[0], each[-1])}
    return frozenset(word for word in words if not is_given(word) and not is_month_or_weekday(word))


def _whole(text: str, name: Named) -> Named:
    """A name with all of the hyphenated word that it ends in: Ouham-Pendé is not Ouham; in small letters."""
    if name.base.isupper() and not words_at(text, name.span).isupper():
        name = replace(name, base=words_at(text, name.span))
    rest = _HYPHENATED.match(text, name.span.end)
    if rest is None or not toponyms.is_capital(rest.group().rpartition("-")[2]):
        return name  # "Miami-based"
    span = Span(name.span.start, rest.end())
    return replace(name, span=span, base=text[span.start : span.end])


def _without_offices(scene: Scene, seen: Iterable[Named], described: Sequence[Description]) -> list[Named]:
    """What a model sees but for the words of offices, and with those who hold them, whatever it takes them for.

    Neither "National Security" nor "МИД" is named by an adviser's or a minister's office.
    """
    offices = [each.span for each in described if each.kind == "office"]
    starts = {each.span.start for each in described}
    held = [span for office in offices if (span := holder(scene, office.end)) and span.start not in starts]
    index, people = taken(offices), taken(held)
    kept, whole = [], set()
    for name in seen:
        over = people.over(name.span)
        if name.kind == "person":
            kept.append(name)
            whole.update(over)
        elif not over and not any(office.contains(name.span) for office in index.over(name.span)):
            kept.append(name)
    more = [Named(span, "person", words_at(scene.text, span)) for span in held if span not in whole]
    return sorted((*kept, *more), key=_place)


def _written(text: str, name: Named) -> str:
    return words_at(text, name.span)


def _is_noise(scene: Scene, name: Named, ends: Container[int]) -> bool:
    """Whether what a model sees is no name: a type of aircraft, a day, words that have a capital for another reason."""
    text, language = scene.text, scene.language
    written = _written(text, name)
    capital = any(toponyms.is_capital(word) for word in re.split(r"[ -]", _ELIDED.sub("", written)))
    if not capital or _DESIGNATION.fullmatch(written) or written.casefold() in scene.cues.nobody:
        return True
    if name.kind != "person" and is_month_or_weekday(written):
        return True
    words = written.split()
    held = text[name.span.start - 1 : name.span.start] == " " and name.span.start - 1 in ends
    if name.kind == "person" and len(words) > 1 and not held and not any(map(is_given, words)):
        # "Budget Office", "Sunday Special": a heading's words, none of them a name's.
        ordinary = all(
            word.isupper() or (is_ordinary(word, language) and not is_proper(word, language))
            for word in words
        )
        somebody = len(words) == 2 and is_given_before(words[0]) and scene.is_proper(name.span.start)
        return ordinary and not (somebody and not scene.is_titled(name.span.start))
    single = " " not in written and "-" not in written
    if not single or not is_ordinary(written, language) or toponyms.is_known(written, language):
        return False
    # Dictionaries hold Texas and Trump as well as the centre: the parser tells which of them is a name here.
    if not scene.is_proper(name.span.start):
        return True
    at = name.span.start
    free = name.kind == "person" and not (scene.is_titled(at) or scene.is_small(written))
    somebody = free and (scene.acts(at) or scene.is_met(at))
    return not somebody and not toponyms.is_named_place(written, language)


def _place(name: Named) -> Span:
    return name.span


def _joined(text: str, found: list[Named], language: str | None) -> list[Named]:
    """Halves of one name put together: "Mohammad Javad" and "Zarif", seen as a man and a town."""
    joined: list[Named] = []
    for name in found:
        last = joined[-1] if joined else None
        if last is not None and _are_halves(text, last, name, language):
            span = Span(last.span.start, name.span.end)
            joined[-1] = Named(span, "person", f"{last.base} {name.base}")
        else:
            joined.append(name)
    return joined


_HALVES = 2
"""Words of a name that is broken in the middle."""


def _are_halves(text: str, one: Named, other: Named, language: str | None) -> bool:
    gap, kinds = text[one.span.end : other.span.start], (one.kind, other.kind)
    words = len(_written(text, one).split()) + len(_written(text, other).split())
    # Over the end of a paragraph only two single words that are both somebody's: a title ends with a name, too.
    over = gap == "\n" and kinds == ("person", "person") and words == _HALVES
    if not over and not (gap == " " and "person" in kinds):
        return False
    known = any(
        name.kind != "person" and toponyms.is_known(_written(text, name), language) for name in (one, other)
    )
    return words <= 4 and not known


def _after_office(text: str, name: Named, descriptions: Container[int]) -> Named:
    """A name right behind an office is a person's, whatever the model took it for: "Prime Minister Nikol …"."""
    unknown = name.kind == "organization" or (name.kind == "place" and " " in _written(text, name))
    gap = text[name.span.start - 1 : name.span.start]
    beside = gap in (" ", "\n") and name.span.start - 1 in descriptions
    return replace(name, kind="person") if unknown and beside else name


def _consistent(text: str, found: list[Named]) -> list[Named]:
    """One kind for all mentions of one name: the one that it was seen as most often."""
    by_name = sorted(range(len(found)), key=lambda n: (fold_name(_written(text, found[n])), n))
    mended = list(found)
    for _, numbers in groupby(by_name, key=lambda n: fold_name(_written(text, found[n]))):
        same = list(numbers)
        counts = Counter(found[n].kind for n in same)
        kind = min(counts, key=lambda each: (-counts[each], _LIKELIEST.index(each)))
        for n in same:
            mended[n] = replace(found[n], kind=kind)
    return mended
