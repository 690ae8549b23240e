"""Names where no model sees them: runs of capitalised words, judged by what they are made of and what stands beside.

A run is a person when an office stands before it, or a known given name opens it, or it ends like a surname; an
organization when it ends with "ministry", "party" ...; a place when it ends with "river", "district" ... or has an
ending that only places take. Other runs are no names here: what is known by name, knowledge finds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from typing import cast

from according.knowledge.fold import fold, load_data, texts
from according.knowledge.inflection import bases, key
from according.language.names import NameCues, name_cues
from according.language.tree import Name, Word
from according.language.words import capitals_tell, locative_endings
from according.model import Kind

_SHOUTED = 0.6
"""Share of words all in capitals from which capitals tell nothing."""

_TITLED = 0.7
"""Share of capitalised words from which a sentence is a title in capitals, where runs tell nothing."""

_ACRONYM = range(2, 7)
"""Letters of an abbreviation in capitals that is taken for an organization."""


@dataclass(frozen=True, slots=True)
class _Persons:
    """See `knowledge/persons.yml`; all keyed as `bases` does."""

    particle: frozenset[str]
    surname: tuple[str, ...]
    given: frozenset[str]


@cache
def _persons() -> _Persons:
    raw = cast(dict[str, object], load_data("persons.yml"))
    surnames = [texts(row) for row in cast(list[object], raw["surname"])]
    given = cast(dict[str, object], raw["given"])
    return _Persons(
        frozenset(key(word) for word in texts(raw["particle"])),
        tuple(sorted({key(ending) for row in surnames for ending in row}, key=lambda end: (-len(end), end))),
        frozenset(key(word) for row in given.values() for word in texts(row)),
    )


@dataclass(frozen=True, slots=True)
class Seen:
    """What the rest of the text shows: capitalised words inside sentences, and last names of its persons (keys)."""

    capitalised: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()
    language: str | None = None
    cues: NameCues = field(default_factory=lambda: name_cues(None))


def survey(sentences: Sequence[Sequence[Word]], language: str | None) -> Seen:
    """Return what all sentences of a text together show of its names."""
    inside = {key(word.text) for words in sentences for word in words[1:] if _capital(word.text)}
    seen = Seen(frozenset(inside), frozenset(), language, name_cues(language))
    surnames = set()
    for words in sentences:
        for name in guess(words, seen):
            if name.kind == "person" and name.last > name.first:
                surnames.add(key(name.base.rpartition(" ")[2]))
    return replace(seen, surnames=frozenset(surnames))


def guess(words: Sequence[Word], seen: Seen) -> list[Name]:
    """Return the names in one sentence."""
    letters = [word.text for word in words if word.text[0].isalpha()]
    shouted = sum(text.isupper() and len(text) > 1 for text in letters)
    if not letters or (shouted > _SHOUTED * len(letters) and len(letters) > 1):
        return []
    titled = len(letters) > 4 and sum(map(_capital, letters)) > _TITLED * len(letters)
    names = []
    for first, last in _runs(words, seen):
        name = _pair(words, first, last, seen) if titled else _judge(words, first, last, seen)
        if name is not None:
            names.append(name)
    return names


def _runs(words: Sequence[Word], seen: Seen) -> Iterator[tuple[int, int]]:
    """Yield the maximal stretches of capitalised words, without offices and forms of address."""
    first: int | None = None
    last = 0
    for index, word in enumerate(words):
        if _capital(word.text) and not _is(word.text, seen.cues.office | seen.cues.courtesy, seen.language):
            if first is None:
                first = index
            elif _dot_of_no_initial(words, index - 1):
                yield first, last
                first = index
            last = index
        elif first is not None and not _inside(words, index):
            yield first, last
            first = None
    if first is not None:
        yield first, last


def _inside(words: Sequence[Word], index: int) -> bool:
    """Return whether a word that is not capitalised may go on a name: a particle, the dot of an initial."""
    word = words[index]
    following = index + 1 < len(words) and _capital(words[index + 1].text)
    if word.text == ".":
        return following and len(words[index - 1].text) <= 2
    return following and key(word.text) in _persons().particle


def _dot_of_no_initial(words: Sequence[Word], index: int) -> bool:
    return words[index].text == "." and len(words[index - 1].text) > 2


def _judge(words: Sequence[Word], first: int, last: int, seen: Seen) -> Name | None:
    """Return the name that a run is; None when nothing speaks for one."""
    cues, language = seen.cues, seen.language
    following = words[last + 1].text if last + 1 < len(words) else ""
    if last > first and _is(words[last].text, cues.body, language):
        return Name(first, last, "organization", _written(words, first, last, seen))
    if _is(words[last].text, cues.land, language) and last > first:
        return Name(first, last, "place", _written(words, first, last, seen))
    if following.islower() and _is(following, cues.land, language):
        return Name(first, last, "place", _written(words, first, last, seen))
    if _is(following, cues.office, language) or _fielded(words, first, last, seen):
        last = _without_field(words, first, last, seen)
    if last < first:
        return None
    if (person := _person(words, first, last, seen)) is not None:
        return person
    alone = first == last and words[first].text
    if alone and alone.isupper() and alone.isalpha() and len(alone) in _ACRONYM:
        return Name(first, last, "organization", alone)
    if _located(words, last, language) and (first > 0 or key(words[first].text) in seen.capitalised):
        return Name(first, last, "place", _written(words, first, last, seen))
    return None


def _person(words: Sequence[Word], first: int, last: int, seen: Seen) -> Name | None:
    """Return the person that a run is, if it is one."""
    titled = first > 0 and _is(
        words[first - 1].text.rstrip("."), seen.cues.office | seen.cues.courtesy, seen.language
    )
    if first > 1 and words[first - 1].text == ".":
        titled = _is(words[first - 2].text, seen.cues.courtesy, seen.language)
    opened = next((i for i in range(first, last + 1) if _given(words[i].text, seen.language)), None)
    if last > first and opened is not None and opened < last:
        return _named(words, first if titled else opened, last, seen)
    surname = _surname(words[last].text, seen.language)
    initialled = last > first and len(words[first].text) <= 2
    if titled or (last > first and surname and last - first < 4) or initialled:
        # Behind an office a German noun or an adjective may stand: there the name needs a sign of its own.
        plain_noun = not capitals_tell(seen.language) and not surname and last == first and first > 1
        return None if plain_noun and initialled else _named(words, first, last, seen)
    known = seen.surnames.intersection(bases(words[last].text, seen.language))
    return _named(words, first, last, seen) if known and first == last else None


def _named(words: Sequence[Word], first: int, last: int, seen: Seen) -> Name:
    return Name(first, last, "person", _written(words, first, last, seen, "person"))


def _pair(words: Sequence[Word], first: int, last: int, seen: Seen) -> Name | None:
    """Return the first given name with a surname in a run of a title where every word has a capital."""
    for index in range(first, last):
        if _given(words[index].text, seen.language) and _surname(words[index + 1].text, seen.language):
            return _named(words, index, index + 1, seen)
    return None


def _fielded(words: Sequence[Word], first: int, last: int, seen: Seen) -> bool:
    """Return whether a run runs into an office ("Türkiye Dışişleri" before "Bakanı")."""
    after = words[last + 1].text if last + 1 < len(words) else ""
    return _capital(after) and _is(after, seen.cues.office, seen.language)


def _without_field(words: Sequence[Word], first: int, last: int, seen: Seen) -> int:
    """Return the last word of a run without the words of an office at its end."""
    while last >= first and _is(words[last].text, seen.cues.field, seen.language):
        last -= 1
    return last


def _located(words: Sequence[Word], last: int, language: str | None) -> bool:
    """Return whether a name has an ending that only places take, of its own or behind an apostrophe."""
    endings = locative_endings(language)
    after = fold(words[last + 1].text).text if last + 1 < len(words) else ""
    if after.startswith(("'", "-")):
        return after[1:] in endings
    text = fold(words[last].text).text
    return any(text.endswith(ending) and len(text) > len(ending) + 2 for ending in endings) and (
        len(bases(words[last].text, language)) > 1
    )


def _written(words: Sequence[Word], first: int, last: int, seen: Seen, kind: Kind = "other") -> str:
    """Return a name in the nominative: its last word without an ending; of a person's name every word."""
    parts, end = [], words[first].start
    oblique = False
    for index in range(first, last + 1):
        word = words[index]
        text = word.text
        if kind == "person" or index == last:
            text = _base(text, seen, oblique)
            oblique = oblique or text != word.text
        parts.append(" " if word.start > end else "")
        parts.append(text)
        end = word.end
    return "".join(parts)


def _base(word: str, seen: Seen, oblique: bool) -> str:
    """Return the nominative of a word, as far as given names, surnames and the rest of the text show it."""
    known = _persons()
    forms = bases(word, seen.language)
    first, others = forms[0], forms[1:]
    if first in known.given and not oblique:
        return word
    given = next((form for form in others if form in known.given), None)
    if given is not None:
        return _spelled(word, given)
    if not oblique and (first.endswith(known.surname) and first not in known.given):
        return word
    for form in others:
        if form.endswith(known.surname) and len(form) > 4:
            return _spelled(word, form)
    bare = [form for form in others if form in seen.capitalised]
    return _spelled(word, min(bare, key=lambda form: (len(form), form))) if bare else word


def _spelled(word: str, base: str) -> str:
    """Return a folded dictionary form in the letters of the word that it is a form of."""
    folded = key(word)
    if folded.startswith(base):
        return word[: len(word) - (len(folded) - len(base))]
    common = 0
    while common < min(len(folded), len(base)) and folded[common] == base[common]:
        common += 1
    if len(folded) != len(word):
        return word
    rest = base[common:]
    return word[:common] + (rest[:-2] + "ий" if base.endswith("ии") else rest)


@lru_cache(maxsize=1 << 14)
def _is(word: str, cues: frozenset[str], language: str | None) -> bool:
    """Return whether a word, or a dictionary form of it, is among some cue words."""
    return bool(word) and word[0].isalpha() and not cues.isdisjoint(bases(word, language))


def _given(word: str, language: str | None) -> bool:
    return not _persons().given.isdisjoint(bases(word, language))


def _surname(word: str, language: str | None) -> bool:
    return any(len(form) > 4 and form.endswith(_persons().surname) for form in bases(word, language))


def _capital(text: str) -> bool:
    """Return whether a word begins with a capital, in a script that has capitals, or an apostrophe before one."""
    return text[:1].isupper() or text[:1].istitle()
