"""Whether an article reads as machine-translated, from which language, and what gives it away.

Machine translation leaves the source language's habits standing: its quotation marks and times of day, its order of
quotation, verb and speaker, its spelling of foreign names, its turns of phrase. Each habit is a clue with a weight in
log-odds, kept per target language in `knowledge/translationese/`. One habit alone proves nothing (authors have
theirs), so an article counts as translated only when clues of two different families agree. What stands in another
language inside the article, such as a communiqué quoted in the original, is no clue at all.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from ahocorasick_rs import AhoCorasick

from according.language.foreign import foreign_passages, outside
from according.model import Evidence, Span

_PRIOR = -2.4
"""Log-odds that an article is machine-translated before anything is read: about one in twelve."""

_FAMILY = 0.7
"""Least log-odds for a family of clues to count as one of the two that must agree."""

_DECLARED = "note"
"""The family that needs no second one: the article says that a machine translated it."""

_SUPPORTING = "names"
"""The family that is never one of the two: papers of a diaspora spell names as their readers do."""

_WORDS = 350
"""Length from which clues are discounted: a text twice as long has twice the chances of a slip."""

_SOURCE = 0.8
"""Least log-odds for a source language to be named; it must lead the next one by half as much."""

_WORD = re.compile(r"\w+(?:-\w+)*")
_SURROGATE = re.compile("[\ud800-\udfff]")
_QUOTED = re.compile(r'"([^"\n]+)"')
_NAME_LENGTH = 5
"""Fewest letters of a name whose spellings are compared; in shorter ones two names look alike by chance."""

_ARTICLES = (" the ", " a ", " an ", "\nthe ")
_FEW_ARTICLES = 0.04
"""Share of words that are the, a, an under which English lacks them: 98 of 100 edited news articles have more."""
_ENOUGH_WORDS = 80

# What transliterations into English, French, German and Spanish do differently, undone in this order. Written down
# from the systems in use in the press; German and Spanish names that need more are in the lists of names.
_TRANSLITERATION = (
    ("tsch", "ch"), ("tch", "ch"), ("sh", "ch"), ("ou", "u"), ("kh", "h"), ("iy", "i"), ("y", "i"), ("ï", "i"),
    ("ff", "v"), ("w", "v"), ("ii", "i"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Translation:
    """An article that reads as machine-translated.

    `source` is the likeliest language it was written in (BCP 47), None when the clues do not tell. `score` is the
    probability, above 0.5. `evidence` holds what gave it away, in text order; its spans index the text that was given.
    """

    source: str | None
    score: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class _Page:
    """An article's text, prepared once for all clues.

    `lowered` is as long as `text`. `words` are its words with where each first stands. `marks` are those of the
    strings that some clue cannot do without and that the text has, each with the spans of the paragraphs that have it;
    under "" are all paragraphs.
    """

    text: str
    lowered: str
    words: Mapping[str, int]
    marks: Mapping[str, Sequence[Span]]


@dataclass(frozen=True, slots=True)
class _Clue:
    """One habit of machine translation; the keys are explained in `knowledge/translationese/any.yml`."""

    kind: str
    reason: str
    weight: float
    most: int
    sources: tuple[tuple[str, float], ...]
    marks: frozenset[str]
    find: Callable[[_Page], Iterator[Span]]


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A regular expression and its marks: letters (lower case) one of which every match must have."""

    regex: re.Pattern[str]
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Habits:
    """The clues of one target language, and an automaton that finds all their marks in one pass over a text."""

    clues: tuple[_Clue, ...]
    marks: tuple[str, ...]
    automaton: AhoCorasick


def translation(text: str, language: str) -> Translation | None:
    """Return whether an article reads as machine-translated, None when it does not.

    Args:
        text: The article's running text, its title first, paragraphs on lines of their own.
        language: The language of `text` (BCP 47 primary subtag). Languages without a file of clues are judged by
            what is odd in any language.
    """
    habits = _habits(language)
    page = _page(text, habits)
    # Passages in another language are looked for only where they could matter: that takes longer than all the rest.
    suspected = _judged(page, habits, language, ())
    return suspected and _judged(page, habits, language, foreign_passages(text, language))


def _judged(page: _Page, habits: _Habits, language: str, foreign: Sequence[Span]) -> Translation | None:
    """The verdict on a text when nothing inside the passages `foreign` counts."""
    long = max(1.0, len(page.text.split()) / _WORDS) ** 0.5
    families: dict[str, float] = {}
    sources: dict[str, float] = {}
    found: list[Evidence] = []
    for clue in habits.clues:
        there = set(clue.find(page))
        spans = outside(sorted(there), foreign)[: clue.most] if there else []
        if not spans:
            continue
        points = clue.weight * (2 - 0.5 ** (len(spans) - 1)) / (1.0 if clue.kind == _DECLARED else long)
        families[clue.kind] = families.get(clue.kind, 0.0) + points
        for code, share in clue.sources:
            sources[code] = sources.get(code, 0.0) + share * points
        found.extend(Evidence("translated", span, clue.reason) for span in spans)
    log_odds = _PRIOR + sum(families.values())
    agree = _DECLARED in families or _agreeing(families) >= 2
    if log_odds <= 0 or not agree:
        return None
    evidence = tuple(sorted(found, key=lambda item: (item.span or Span(0, 0), item.reason)))
    return Translation(_source(sources, language), round(1 / (1 + math.exp(-log_odds)), 3), evidence)


def _agreeing(families: Mapping[str, float]) -> int:
    """Return how many families of clues speak clearly enough to be one of the two that must agree."""
    return sum(points >= _FAMILY for kind, points in families.items() if kind != _SUPPORTING)


def _page(text: str, habits: _Habits) -> _Page:
    lowered = text.lower()
    if len(lowered) != len(text):  # a few letters, such as İ, become two
        lowered = "".join(letter.lower()[0] for letter in text)
    lowered = _SURROGATE.sub("\ufffd", lowered)  # the automaton reads UTF-8
    lines: list[Span] = []
    start = 0
    for line in text.split("\n"):
        lines.append(Span(start, start + len(line)))
        start += len(line) + 1
    marks: dict[str, list[Span]] = {"": lines}
    ends = [span.end for span in lines]
    for number, at, _ in habits.automaton.find_matches_as_indexes(lowered, overlapping=True):
        holders = marks.setdefault(habits.marks[number], [])
        paragraph = lines[bisect_left(ends, at)]
        if not holders or holders[-1] != paragraph:
            holders.append(paragraph)
    words: dict[str, int] = {}
    for match in _WORD.finditer(text):
        words.setdefault(match.group(), match.start())
    return _Page(text, lowered, words, marks)


def _source(sources: Mapping[str, float], language: str) -> str | None:
    """Return the source language that the clues speak for, if one leads clearly."""
    ranked = sorted(((points, code) for code, points in sources.items() if code != language), reverse=True)
    if not ranked or ranked[0][0] < _SOURCE:
        return None
    second = ranked[1][0] if len(ranked) > 1 else 0.0
    return ranked[0][1] if ranked[0][0] - second >= _SOURCE / 2 else None


def _glued_quotes(page: _Page) -> Iterator[Span]:
    """Yield straight quotation marks that stick to the word outside them."""
    text = page.text
    for start, end in _quoted(text):
        if text[end : end + 2].isalpha() and len(text[end : end + 2]) == 2:
            yield Span(end - 1, end + 2)
        if text[max(0, start - 2) : start].isalpha() and start >= 2:
            yield Span(start - 2, start + 1)


def _spaced_quotes(page: _Page) -> Iterator[Span]:
    """Yield straight quotation marks with a space between them and what they quote."""
    text = page.text
    for start, end in _quoted(text):
        if text[start + 1] in " \u00a0":
            yield Span(start, start + 2)
        if text[end - 2] in " \u00a0":
            yield Span(end - 2, end)


def _quoted(text: str) -> Iterator[Span]:
    """Yield what stands between straight quotation marks, in paragraphs where they pair off."""
    start = 0
    for line in text.split("\n"):
        if line.count('"') % 2 == 0:
            for match in _QUOTED.finditer(line):
                yield Span(start + match.start(), start + match.end())
        start += len(line) + 1


def _name_variants(page: _Page) -> Iterator[Span]:
    """Yield names that the text also has in another language's transliteration (Poutine beside Putin)."""
    variants: dict[str, list[Span]] = {}
    for name, at in page.words.items():
        if len(name) >= _NAME_LENGTH and name[0].isupper() and name[1].islower():
            variants.setdefault(_plain(name), []).append(Span(at, at + len(name)))
    for spellings in variants.values():
        if len(spellings) > 1:
            yield from spellings


def _plain(name: str) -> str:
    """Return what is left of a name when the habits of transliteration are undone."""
    plain = name.lower()
    for theirs, ours in _TRANSLITERATION:
        plain = plain.replace(theirs, ours)
    return plain.removesuffix("e") if plain.endswith("ine") else plain


def _few_articles(page: _Page) -> Iterator[Span]:
    """Yield the whole text when it is of some length and has hardly any articles."""
    words = len(page.text.split())
    if words >= _ENOUGH_WORDS and sum(map(page.lowered.count, _ARTICLES)) < _FEW_ARTICLES * words:
        yield Span(0, len(page.text))


# For `_literal`: a piece of a regular expression's source (escape, class, set, character), what makes the piece before
# it optional, and the plain runs that are left.
_PIECE = re.compile(r"\\.|\[\^?\]?[^\]]*\]|<\w+>|.", re.DOTALL)
_OPTIONAL = re.compile(r".[?*]|.\{[^}]*\}|[+.^$]", re.DOTALL)
_ALTERNATIVE = re.compile(r"\|")
_RUN = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)* ?")
_LITERAL = 5

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_FINDERS: Mapping[str, Callable[[_Page], Iterator[Span]]] = {
    "glued-quotes": _glued_quotes,
    "spaced-quotes": _spaced_quotes,
    "name-variants": _name_variants,
    "few-articles": _few_articles,
}


@cache
def _habits(language: str) -> _Habits:
    """Load the clues of a target language: its own and those of any language."""
    folder = files("according.knowledge") / "translationese"
    sets: dict[str, str] = {}
    clues: list[_Clue] = []
    for name in ("any", language):
        file = folder / f"{name}.yml"
        if not name.isalpha() or not file.is_file():
            continue
        raw = yaml.load(file.read_text("utf-8"), _Loader)  # noqa: S506 - a safe loader, in C where there is one
        sets |= {key: f"(?:{'|'.join(items)})" for key, items in raw["sets"].items()}
        clues.extend(_clue(item, sets) for item in raw["clues"])
    marks = tuple(sorted(frozenset[str]().union(*(clue.marks for clue in clues))))
    return _Habits(tuple(clues), marks, AhoCorasick(marks))


def _clue(item: Mapping[str, Any], sets: Mapping[str, str]) -> _Clue:
    sources = tuple(sorted(item.get("sources", {}).items()))
    marks: frozenset[str] = frozenset()
    if "finder" in item:
        find = _FINDERS[item["finder"]]
    elif "words" in item:
        find = _named(frozenset(item["words"]))
    else:
        patterns = [_pattern(source, item.get("needs", ()), sets) for source in item["patterns"]]
        find = _searcher(patterns)
        marks = frozenset(mark for pattern in patterns for mark in pattern.marks if mark)
    return _Clue(
        item["kind"], item["reason"], float(item["weight"]), item.get("most", 2), sources, marks, find
    )


def _named(words: frozenset[str]) -> Callable[[_Page], Iterator[Span]]:
    """Return a function that yields where `words` first stand in a page."""

    def find(page: _Page) -> Iterator[Span]:
        for word in words & page.words.keys():
            yield Span(page.words[word], page.words[word] + len(word))

    return find


def _pattern(source: str, needs: Sequence[str], sets: Mapping[str, str]) -> _Pattern:
    """Compile a pattern of a clue. Its marks are its own literal, else what the clue needs, else nothing."""
    literal = _literal(source)
    for name, alternatives in sets.items():
        source = source.replace(f"<{name}>", alternatives)
    return _Pattern(re.compile(source), (literal,) if len(literal) >= _LITERAL else tuple(needs) or ("",))


def _searcher(patterns: Sequence[_Pattern]) -> Callable[[_Page], Iterator[Span]]:
    """Return a function that yields where patterns match a page, looking only at paragraphs that have their marks."""

    def find(page: _Page) -> Iterator[Span]:
        for pattern in patterns:
            for start, end in {line for mark in pattern.marks for line in page.marks.get(mark, ())}:
                for match in pattern.regex.finditer(page.text, start, end):
                    yield Span(match.start(), match.end())

    return find


def _literal(source: str) -> str:
    """Return the longest run of letters and spaces that every match of a regular expression must have, lowered."""
    if _ALTERNATIVE.search(source := _without_groups(source)):
        return ""
    return max(_RUN.findall(_OPTIONAL.sub("\0", source)), key=len, default="").lower()


def _without_groups(source: str) -> str:
    """Return a regular expression with a NUL for everything in it that is not a plain character."""
    plain, depth = [], 0
    for piece in _PIECE.findall(source):
        depth += piece == "("
        if depth == 0:
            plain.append(piece if len(piece) == 1 else "\0")
        elif piece == ")":
            depth -= 1
            if depth == 0:
                plain.append("\0")
    return "".join(plain)
