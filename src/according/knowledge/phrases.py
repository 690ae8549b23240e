"""Phrases: known names found in running text, in whatever form the grammar of its language puts them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Generic, TypeVar

from according.knowledge.fold import Folded, fold
from according.knowledge.inflection import bases, key, names_are_declined, names_are_fixed
from according.model import Span

T = TypeVar("T")

# Chinese, Japanese, Thai, Lao, Burmese and Khmer write no spaces: there every character counts as a word.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")
# What may stand between two words of a phrase: a space or a line end, a hyphen (also one at a line end), an
# apostrophe, an ampersand, a dot without a space, a quotation mark around a part of the name.
_GAP = re.compile(r""" ?\n ?|-\n?|['.·&]| & | ["'«»“”„]|["'«»“”] |""")
_LONGEST_SPELT_OUT = 5
"""Acronyms up to as many letters are also found with dots between them: U.N., С.Ш.А."""
_SHORTEST_TITLE_CASE = 4
"""Acronyms of as many letters are words that papers also write Otan, Nato; shorter ones would be us, who, un."""


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """A phrase in a text. `span` covers its words in the text; `phrase` is it in its dictionary form."""

    span: Span
    phrase: str
    payload: T


@dataclass(frozen=True, slots=True)
class _Entry(Generic[T]):
    """A phrase with what it asks of the text."""

    order: int
    phrase: str
    payload: T
    language: str | None
    lengths: tuple[int, ...]
    """How many letters each word has."""
    capitals: tuple[int, ...]
    """Which words begin with a capital; one of them must do so in the text."""
    acronym: bool
    """Written in capitals: all its letters must be capitals in the text."""
    name: bool
    """Not a word in small letters: it may stand unchanged in a text of any language."""

    def fits(self, text: _Text, first: int, inflected: tuple[int, ...]) -> bool:
        """Whether the words from `first`, which are the words of the phrase, are written as it asks.

        `inflected` are those that stand in another form than in the phrase.
        """
        foreign = self.language is not None and text.language is not None and self.language != text.language
        if foreign and (inflected or not self.name):
            return False
        if inflected and text.names_fixed and not set(inflected).isdisjoint(self.capitals):
            return False
        if self.acronym:
            return self._in_capitals(text, first)
        return not self.capitals or any(_is_capital(text.written(first + index)) for index in self.capitals)

    def _in_capitals(self, text: _Text, first: int) -> bool:
        """Whether an acronym stands in capitals, be it with an ending in small letters (МИДа), or as a word (Nato).

        One more capital makes it another acronym, ISIS is not the plural of ISI, unless names stand in cases (МИДА).
        """
        written = [text.written(first + index) for index in range(len(self.lengths))]
        cut = [(word[:length], word[length:]) for word, length in zip(written, self.lengths, strict=True)]
        declined = any(names_are_declined(word, text.language) for word in written)
        if all(stem == stem.upper() and (declined or not ending.isupper()) for stem, ending in cut):
            return True
        word = written[0]
        as_word = len(written) == 1 and self.lengths[0] >= _SHORTEST_TITLE_CASE
        return as_word and _is_capital(word) and word[1:] == word[1:].lower()


class _Node(Generic[T]):
    """A step in the tree of phrases: the words that may follow, and the phrases that end here."""

    __slots__ = ("ends", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node[T]] = {}
        self.ends: tuple[_Entry[T], ...] = ()


@dataclass(frozen=True, slots=True)
class _Found(Generic[T]):
    """A phrase that ends with the word `last`; `cost` counts how unlikely the forms are that it was read in."""

    last: int
    cost: int
    entry: _Entry[T]


class _Text:
    """A text taken apart into folded words that know where they come from."""

    __slots__ = ("folded", "language", "names_fixed", "original", "words")

    def __init__(self, original: str, language: str | None = None) -> None:
        self.original = original
        self.language = language.partition("-")[0] if language else None
        self.names_fixed = names_are_fixed(self.language)
        self.folded: Folded = fold(original)
        self.words = [(found.group(), *found.span()) for found in _WORD.finditer(self.folded.text)]

    def span(self, first: int, last: int) -> Span:
        """Return where the words lie in the original; the last dot of U.S. belongs to it."""
        start, end = self.words[first][1], self.words[last][2]
        if (
            first < last
            and end - self.words[last][1] == 1
            and self.folded.text[end - 2 : end + 1 : 2] == ".."
        ):
            end += 1
        return self.folded.span(start, end)

    def written(self, index: int) -> str:
        """Return a word as it is written in the original."""
        span = self.folded.span(*self.words[index][1:])
        return self.original[span.start : span.end]

    def runs_on(self, index: int) -> bool:
        """Whether nothing between a word and the next keeps them from being of one phrase."""
        if index + 1 >= len(self.words):
            return False
        gap = self.folded.text[self.words[index][2] : self.words[index + 1][1]]
        if gap == ". ":
            # An abbreviation, not the end of a sentence: J. Smith, St. Petersburg, but not "in the EU. Council".
            written = self.written(index)
            return len(written) == 1 or (len(written) <= 3 and not written.isupper())
        return gap == " " or _GAP.fullmatch(gap) is not None


@lru_cache(maxsize=2)
def _text(original: str, language: str | None) -> _Text:
    """Return a text taken apart; all lists of phrases are looked for in one text before the next."""
    return _Text(original, language)


class Phrases(Generic[T]):
    """Finds many phrases in one pass over a text, word by word, each word in its dictionary forms.

    A phrase of one language is found in texts of that language and of unknown language in any inflected form, in
    others only unchanged and only when it is a name. Written in capitals (EU, НАТО) it is found in capitals only,
    from four letters also as a word (Nato); with a capital, only where one of its capitals stands in the text;
    in small letters, in any case.
    """

    def __init__(self, phrases: Iterable[tuple[str, str | None, T]]) -> None:
        """Take phrase in its dictionary form, language (BCP 47, None for any) and what it stands for.

        Raises ValueError for a phrase without a word.
        """
        self._root: _Node[T] = _Node()
        for order, (phrase, language, payload) in enumerate(phrases):
            self._add(order, phrase, language, payload)

    def _add(self, order: int, phrase: str, language: str | None, payload: T) -> None:
        text = _Text(phrase, language)
        if not text.words:
            raise ValueError(f"a phrase needs at least one word: {phrase!r}")
        written = [text.written(index) for index in range(len(text.words))]
        entry = _Entry(
            order=order,
            phrase=phrase,
            payload=payload,
            language=text.language,
            lengths=tuple(map(len, written)),
            capitals=tuple(index for index, word in enumerate(written) if _is_capital(word)),
            acronym=phrase.isupper() and sum(map(str.isalpha, phrase)) > 1,
            name=not phrase.islower(),
        )
        self._insert(text, entry)
        if entry.acronym and phrase.isalpha() and len(phrase) <= _LONGEST_SPELT_OUT:
            letters = range(len(phrase))
            self._insert(
                _Text(".".join(phrase)), replace(entry, lengths=(1,) * len(phrase), capitals=tuple(letters))
            )

    def _insert(self, text: _Text, entry: _Entry[T]) -> None:
        node = self._root
        for word, _, _ in text.words:
            node = node.next.setdefault(key(word), _Node())
        node.ends += (entry,)

    def find(self, text: str, language: str | None, *, nested: bool = False) -> list[Match[T]]:
        """Return the phrases in `text`, a text in `language` (BCP 47, None when unknown), in order.

        From each word the longest phrase, with all that it can stand for, the likelier first; what can be read
        without inflection is not also read with it. Phrases inside a longer one are left out unless `nested`.
        """
        parts = _text(text, language)
        root = self._root.next
        matches: list[Match[T]] = []
        reach = -1
        for index, (word, _, _) in enumerate(parts.words):
            found: list[_Found[T]] = []
            for cost, base in enumerate(bases(word, parts.language)):
                node = root.get(base)
                if node is not None:
                    found += self._follow(node, parts, index, cost, (0,) if cost else ())
            if found:
                chosen = _choose(found, nested=nested)
                if nested or chosen[0].last > reach:
                    reach = chosen[0].last
                    matches += [
                        Match(parts.span(index, item.last), item.entry.phrase, item.entry.payload)
                        for item in chosen
                    ]
        return matches

    def _follow(
        self, node: _Node[T], text: _Text, first: int, cost: int, inflected: tuple[int, ...], length: int = 1
    ) -> Iterator[_Found[T]]:
        """Yield the phrases that go on from `node`, to which `length` words from `first` led."""
        for entry in node.ends:
            if entry.fits(text, first, inflected):
                yield _Found(first + length - 1, cost, entry)
        if node.next and text.runs_on(first + length - 1):
            for more, base in enumerate(bases(text.words[first + length][0], text.language)):
                after = node.next.get(base)
                if after is not None:
                    changed = (*inflected, length) if more else inflected
                    yield from self._follow(after, text, first, cost + more, changed, length + 1)


def _choose(found: list[_Found[T]], *, nested: bool) -> list[_Found[T]]:
    """Return the longest of the phrases that begin with one word (all when `nested`), longest and likeliest first."""
    longest = max(item.last for item in found)
    unchanged = {item.last for item in found if item.cost == 0}
    chosen = [
        item
        for item in found
        if (nested or item.last == longest) and (item.cost == 0 or item.last not in unchanged)
    ]
    return sorted(chosen, key=lambda item: (-item.last, item.cost, item.entry.order))


def _is_capital(word: str) -> bool:
    return word[:1] != word[:1].lower()
