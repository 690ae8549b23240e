"""Names as a language's model sees them, its usual mistakes mended: halves joined, kinds made one, noise dropped."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from according.extract import toponyms
from according.extract.taken import taken
from according.knowledge.calendar import is_month_or_weekday
from according.knowledge.fold import fold_name
from according.knowledge.given_names import ends_like_surname, is_given
from according.knowledge.ordinary import is_ordinary, is_proper
from according.model import Kind, Named, Sentence, Span

_DESIGNATION = re.compile(r"[A-ZА-Я]{1,4}[- ]?\d+\w{0,2}|\d.*")
"""A type of aircraft, a road, a resolution: F-35, С-400, M4."""
_ARTICLE = re.compile(r"(?:\bthe |\bl[ae] |\bl['’]|\bdu |\bdes |\bles |\bau |\baux )\Z")
_HYPHENATED = re.compile(r"(?:-[^\W\d_]+)+(?<=[^\W\d_]{3})")
_SPEAKS = re.compile(r"\s?:\s")
_LINE_LOOKED_AT = 80
"""Characters before a name among which the beginning of its line is looked for."""
_AND = re.compile(r" (?:and|et|и|та|und|y|e|with|avec|с) ")
_LIKELIEST: tuple[Kind, ...] = ("person", "organization", "place", "state", "other")
"""Of kinds that a model gives one name equally often, the first counts."""


def names(
    text: str,
    sentences: Sequence[Sentence],
    peoples: Iterable[Span],
    descriptions: Container[int],
    titles: Mapping[int, int],
    language: str | None,
) -> list[Named]:
    """Return the names that models see in `text`, in order, mended.

    `peoples` are no names ("Armenian"); `descriptions` are where descriptions of people end, `titles` where forms of
    address begin, with where they end.
    """
    proper = {token.span.start for sentence in sentences for token in sentence.tokens if token.pos == "PROPN"}
    barred = set(peoples)
    seen = [
        _whole(text, name) for sentence in sentences for name in sentence.named if name.span not in barred
    ]
    runs = list(_runs(text, sentences, language))
    by_start = {run.start: run for run in runs}
    seen = [_untitled(text, _completed(text, name, by_start, language), titles) for name in seen]
    found = [name for name in seen if name.kind != "other" and not _is_noise(text, name, proper, language)]
    occupied = [*map(_place, found), *barred, *(Span(*title) for title in titles.items())]
    found = sorted((*found, *_overlooked(text, runs, occupied, language)), key=_place)
    joined = _joined(text, found, language)
    described = [_after_office(text, name, descriptions) for name in joined]
    # Without a parser the engine has judged by the same signs and more of them.
    flat = any(each.tokens for each in sentences) and not any(map(_is_parsed, sentences))
    mended = described if flat else [_rightly(text, name, language) for name in described]
    return _consistent(text, _beside_people(text, mended, runs, language))


def _is_parsed(sentence: Sentence) -> bool:
    """Whether a parser has seen a sentence: engines without one leave its words side by side."""
    return any(token.relation not in ("root", "other", "punctuation", "name") for token in sentence.tokens)


def _whole(text: str, name: Named) -> Named:
    """A name with all of the hyphenated word that it ends in: Ouham-Pendé is not Ouham."""
    rest = _HYPHENATED.match(text, name.span.end)
    if rest is None:
        return name
    span = Span(name.span.start, rest.end())
    return replace(name, span=span, base=text[span.start : span.end])


def _written(text: str, name: Named) -> str:
    return " ".join(text[name.span.start : name.span.end].split())


def _is_noise(text: str, name: Named, proper: Container[int], language: str | None) -> bool:
    written = _written(text, name)
    if not any(toponyms.is_capital(word) for word in re.split(r"[ '’-]", written)) or _DESIGNATION.fullmatch(
        written
    ):
        return True
    if name.kind != "person" and is_month_or_weekday(written):
        return True
    words = written.split()
    if name.kind == "person" and len(words) > 1 and not any(map(is_given, words)):
        # "Budget Office", "Sunday Special": a heading's words, none of them a name's.
        return all(
            word.isupper() or (is_ordinary(word, language) and not is_proper(word, language))
            for word in words
        )
    single = " " not in written and "-" not in written
    if not single or not is_ordinary(written, language) or toponyms.is_known(written, language):
        return False
    # Dictionaries hold Texas as well as the centre: the parser tells which of them is a name here.
    return name.span.start not in proper or not toponyms.is_named_place(written, language)


def _untitled(text: str, name: Named, titles: Mapping[int, int]) -> Named:
    """A name without the form of address that the model took for a part of it: of "Mr. Trump" the second word."""
    end = titles.get(name.span.start, name.span.end)
    rest = re.compile(r"[.\s]*").match(text, end)
    if end >= name.span.end or rest is None or rest.end() >= name.span.end:
        return name
    span = Span(rest.end(), name.span.end)
    return Named(span, "person", text[span.start : span.end])


def _place(name: Named) -> Span:
    return name.span


def _runs(text: str, sentences: Iterable[Sentence], language: str | None) -> Iterator[Span]:
    """Yield the runs of capitalised words that a parser takes for proper nouns or that no dictionary has."""
    for sentence in sentences:
        if not _is_parsed(sentence):
            continue  # where there is no parser, the engine knows best
        last: Span | None = None
        for token in sentence.tokens:
            proper = token.pos == "PROPN" or (token.text.isalpha() and not is_ordinary(token.text, language))
            if not proper or not toponyms.is_capital(token.text):
                continue
            if last is not None and text[last.end : token.span.start] == " ":
                last = Span(last.start, token.span.end)
                continue
            if last is not None:
                yield last
            last = token.span
        if last is not None:
            yield last


def _completed(text: str, name: Named, runs: Mapping[int, Span], language: str | None) -> Named:
    """A name with the proper nouns right behind it, where all of it is made like a person's: "Ararat" of two words."""
    words = _written(text, name).split()
    if name.kind == "person" or toponyms.is_known(" ".join(words), language):
        return name
    run = runs.get(name.span.start)
    if run is not None and run.end > name.span.end:
        whole = replace(name, kind="person", span=run, base=text[run.start : run.end])
        if _is_personal(text, whole, _written(text, whole).split(), language):
            return whole
    if name.kind == "other" and len(words) > 1 and _is_personal(text, name, words, language):
        return replace(name, kind="person")
    return name


def _overlooked(
    text: str, runs: Iterable[Span], occupied: Iterable[Span], language: str | None
) -> Iterator[Named]:
    """Yield people whom the model did not see: runs of proper nouns that are made like a person's name."""
    index = taken(occupied)
    for run in runs:
        name = Named(run, "person", text[run.start : run.end])
        if not index.overlaps(run) and _is_personal(text, name, _written(text, name).split(), language):
            yield name


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


def _are_halves(text: str, one: Named, other: Named, language: str | None) -> bool:
    gap, kinds = text[one.span.end : other.span.start], (one.kind, other.kind)
    # Over the end of a paragraph only two halves that are both somebody's: a title ends with a place, too.
    if not (gap == " " and "person" in kinds) and not (gap == "\n" and kinds == ("person", "person")):
        return False
    words = len(_written(text, one).split()) + len(_written(text, other).split())
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


def _rightly(text: str, name: Named, language: str | None) -> Named:
    """A name whose kind its words or the gazetteer tell better than the model."""
    written = _written(text, name)
    if toponyms.is_known(written, language):
        return replace(name, kind="place") if name.kind in ("person", "organization") else name
    if name.kind in ("place", "organization") and _is_personal(text, name, written.split(), language):
        return replace(name, kind="person")
    return name


def _is_personal(text: str, name: Named, words: list[str], language: str | None) -> bool:
    """Whether a name is more likely somebody's: by its given name or surname, or by its make.

    Two or three words of which none is an ordinary one, without an article before them, are a person in news far more
    often than a body or a village that no gazetteer has.
    """
    if len(words) == 1:
        speaks = _opens_line(text, name.span.start) and _SPEAKS.match(text, name.span.end)
        made = ends_like_surname(words[0]) or (speaks and not is_ordinary(words[0], language))
        return bool(made) and not words[0].isupper() and not toponyms.is_named_place(words[0], language)
    if len(words) > 3 or any(not toponyms.is_capital(word) or word.isupper() for word in words):
        return False
    if is_given(words[0]) or ends_like_surname(words[-1]):
        return True
    before = text[max(0, name.span.start - 5) : name.span.start].lower()
    plain = all(word.isalpha() and not is_ordinary(word, language) for word in words)
    return plain and not _ARTICLE.search(before)


def _opens_line(text: str, at: int) -> bool:
    line = text[max(0, at - _LINE_LOOKED_AT) : at].rpartition("\n")[2]
    return not line.strip("«»“”\"' ")


def _beside_people(text: str, found: list[Named], runs: Iterable[Span], language: str | None) -> list[Named]:
    """Single names that nothing knows, people when they are listed with one: "Erdogan and Pashinyan"."""
    people = {name.span for name in found if name.kind == "person"}
    ends, starts = {span.end for span in people}, {span.start for span in people}

    def listed(span: Span) -> bool:
        before = next(
            (m for m in _AND.finditer(text, max(0, span.start - 7), span.start) if m.end() == span.start),
            None,
        )
        after = _AND.match(text, span.end)
        return (before is not None and before.start() in ends) or (
            after is not None and after.end() in starts
        )

    mended = [
        replace(name, kind="person")
        if name.kind in ("place", "organization")
        and listed(name.span)
        and _is_unknown(text, name.span, language)
        else name
        for name in found
    ]
    index = taken(map(_place, found))
    more = [
        Named(run, "person", text[run.start : run.end])
        for run in runs
        if listed(run) and not index.overlaps(run) and _is_unknown(text, run, language)
    ]
    return sorted((*mended, *more), key=_place)


def _is_unknown(text: str, span: Span, language: str | None) -> bool:
    word = text[span.start : span.end]
    plain = word.isalpha() and not word.isupper() and toponyms.is_capital(word)
    return plain and not is_ordinary(word, language) and not toponyms.is_known(word, language)


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
