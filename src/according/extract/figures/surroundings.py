"""An article as the extractor of figures looks around numbers in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from according.extract.tree import Tree
from according.knowledge.fold import Folded, fold
from according.knowledge.inflection import bases
from according.knowledge.units import UnitWords, unit_words
from according.model import Date, Sentence, Span, Text, Token

_VERBS = ("VERB", "AUX")
_MANY = 3
"""Numbers from which on one to two words makes a table's line, whatever the tagger calls a verb in it."""


class Surroundings:
    """An article's text with what is needed to look around numbers in it."""

    def __init__(self, text: Text, dates: Sequence[Date] = ()) -> None:
        self.text = text.text
        self.language = text.language
        self.words: UnitWords = unit_words(text.language)
        self.folded: Folded = fold(text.text)
        self.plain = self.folded.text
        self.sentences = text.sentences
        self.starts = [sentence.span.start for sentence in text.sentences]
        self.openings = frozenset(self.starts)
        self._dates = sorted(date.span for date in dates)
        self._persons = [
            actor.span for actor in text.actors if actor.kind == "person" and actor.form == "name"
        ]
        self._title_end = text.title.end
        self._lists: dict[int, bool] = {}
        self._hearsay: dict[int, bool] = {}
        self._trees: dict[int, tuple[Tree, list[int]]] = {}

    def sentence(self, at: int) -> int | None:
        """Return which sentence a character stands in."""
        index = bisect_left(self.starts, at + 1) - 1
        if index < 0 or self.sentences[index].span.end <= at:
            return None
        return index

    def begins_date(self, at: int) -> bool:
        """Return whether a date begins at a character."""
        index = bisect_left(self._dates, Span(at, at))
        return index < len(self._dates) and self._dates[index].start == at

    def in_date(self, span: Span) -> bool:
        """Return whether a stretch stands in a date."""
        index = bisect_left(self._dates, Span(span.end, span.end)) - 1
        return index >= 0 and self._dates[index].overlap(span) > 0

    def in_person(self, span: Span) -> bool:
        """Return whether a stretch stands in the name of a person."""
        index = bisect_left(self._persons, Span(span.end, span.end)) - 1
        return index >= 0 and self._persons[index].overlap(span) > 0

    def tree(self, index: int) -> tuple[Tree, list[int]]:
        """Return a sentence's tree and where its tokens start."""
        if index not in self._trees:
            sentence: Sentence = self.sentences[index]
            self._trees[index] = Tree(sentence), [token.span.start for token in sentence.tokens]
        return self._trees[index]

    def is_list(self, index: int) -> bool:
        """Return whether a sentence has no verb but several numbers: a recipe, a line of results. A title is none."""
        if index not in self._lists:
            tokens = self.sentences[index].tokens
            verb = any(token.pos in _VERBS for token in tokens) or not self.tree(index)[0].parsed
            numbers = sum(token.pos == "NUM" for token in tokens)
            dense = numbers >= _MANY and 2 * numbers >= sum(token.text.isalpha() for token in tokens)
            self._lists[index] = self.sentences[index].span.start >= self._title_end and (
                dense or (numbers > 1 and not verb)
            )
        return self._lists[index]

    def is_running(self, token: Token) -> bool:
        """Return whether a word stands in running text, where a capital says something; a title may be all capitals."""
        return token.span.start >= self._title_end and not token.text.isupper()

    def written(self, index: int) -> str:
        """Return the text of a sentence."""
        span = self.sentences[index].span
        return self.text[span.start : span.end]

    def is_hearsay(self, index: int) -> bool:
        """Return whether a sentence's own verb, or a particle, says that it is told after somebody else's words."""
        if index not in self._hearsay:
            self._hearsay[index] = self._is_told(index)
        return self._hearsay[index]

    def _is_told(self, index: int) -> bool:
        tree, _ = self.tree(index)
        ends = self.words.phrases("hearsay_ends")
        for token in tree.tokens:
            word = fold(token.text).text
            if self.words.has("hearsay_particles", word):
                return True
            above = tree.tokens[token.head]
            main = token.pos in _VERBS and (token.relation == "root" or above.relation == "root")
            if main and (self.words.has("hearsay", word) or (ends and word.endswith(ends))):
                return True
        return False

    def keys(self, token: Token) -> tuple[str, ...]:
        """Return what a word may be in a dictionary, folded: as written, its lemma, what its endings allow."""
        written = fold(token.text).text
        found = (written, fold(token.lemma).text, *bases(token.text, self.language))
        return tuple(dict.fromkeys(key.rstrip(".") for key in found))

    def before(self, at: int, length: int = 40) -> str:
        """Return the folded text that ends before a character of the article."""
        end = self.folded.position(at)
        return self.plain[max(0, end - length) : end]

    def after(self, at: int, length: int = 40) -> str:
        """Return the folded text from a character of the article on."""
        start = self._plain_end(at)
        return self.plain[start : start + length]

    def _plain_end(self, at: int) -> int:
        return 0 if at <= 0 else self.folded.position(at - 1) + 1

    def back(self, at: int, length: int) -> int:
        """Return where the last `length` folded characters before `at` begin in the article."""
        return self.folded.span(self.folded.position(at) - length, self.folded.position(at)).start

    def onward(self, at: int, length: int) -> int:
        """Return where the first `length` folded characters from `at` on end in the article."""
        start = self._plain_end(at)
        return self.folded.span(start, start + length).end
