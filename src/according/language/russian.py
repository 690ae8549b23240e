"""The Russian engine: natasha, small models trained on news (Kukushkin, https://github.com/natasha).

slovnet tags, parses and finds names; pymorphy2 knows the forms of words.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Any

from according.language.names import clean
from according.language.nominative import Nominative
from according.language.overlooked import with_overlooked
from according.language.plain import plain, straight
from according.language.sentences import sentences
from according.language.tree import Name, Word, from_ud, rooted, sentence, settle_names
from according.model import Kind, Sentence, Span

PACKAGES = ("natasha",)

_KINDS: dict[str, Kind] = {"PER": "person", "ORG": "organization", "LOC": "place"}
_NAMES = ("Geox", "Orgn", "Name", "Surn", "Patr", "Abbr")  # grammemes of OpenCorpora that names have
_UNINFLECTED = frozenset(("PUNCT", "SYM", "NUM", "ADP", "CCONJ", "SCONJ", "PART", "INTJ", "ADV", "X"))
"""Parts of speech whose words are their own lemmas: looking them up takes half of the time that lemmas take."""
_CYRILLIC_END = "\u0530"
_NEGATIONS = frozenset({"не", "ни", "нет"})


def load(package: str) -> RussianEngine:
    """Return the engine."""
    return RussianEngine()


class RussianEngine:
    """An engine on natasha's models for news."""

    language = "ru"

    def __init__(self) -> None:
        import natasha
        import razdel

        embedding = natasha.NewsEmbedding()
        self._tokenize = razdel.tokenize
        self._tag = natasha.NewsMorphTagger(embedding)
        self._parse = natasha.NewsSyntaxParser(embedding)
        self._name = natasha.NewsNERTagger(embedding)
        self._forms = natasha.MorphVocab()
        self._nominative = Nominative(self._forms)

    def annotate(self, text: str) -> list[Sentence]:
        """Return the sentences of a text with their tokens and names; positions are those of `text`."""
        ready = plain(text)
        spans = sentences(ready.text, self.language)
        parsed = straight(ready.text)
        cuts = [list(self._tokenize(parsed[start:end])) for start, end in spans]
        texts = [[cut.text for cut in row] for row in cuts]
        tagged = self._tag.map(texts)
        trees = self._parse.map(texts)
        named = self._name.map([parsed[start:end] for start, end in spans])
        found = []
        for span, row, tags, tree, markup in zip(spans, cuts, tagged, trees, named, strict=True):
            words = self._words(span, row, tags.tokens, tree.tokens)
            rooted(words)
            marked = self._names(words, span, markup.spans)
            taken = {index for name in marked for index in range(name.first, name.last + 1)}
            names = clean(words, marked, self.language)
            names = with_overlooked(words, names, taken, self.language)
            names = [each for name in names for each in self._nominative.of(words, tags.tokens, name)]
            settle_names(words, names)
            found.append(sentence(ready, text, span, words, names))
        return found

    def _words(self, span: Span, cuts: Sequence[Any], tags: Sequence[Any], tree: Sequence[Any]) -> list[Word]:
        words = []
        for index, (cut, tag, node) in enumerate(zip(cuts, tags, tree, strict=True)):
            relation = from_ud(node.rel)
            if relation == "modifier" and cut.text.lower() in _NEGATIONS:
                relation = "negation"
            head = int(node.head_id) - 1
            lemma = cut.text.lower()
            # The dictionary asks for the Unicode names of letters, which those of Tangut and the like have not.
            inflected = tag.pos not in _UNINFLECTED and cut.text.replace("-", "").isalpha()
            if inflected and (
                max(cut.text) < _CYRILLIC_END or all(unicodedata.name(char, "") for char in cut.text)
            ):
                lemma = self._forms.lemmatize(cut.text, tag.pos, tag.feats)
            start, end = span.start + cut.start, span.start + cut.stop
            words.append(
                Word(
                    start,
                    end,
                    cut.text,
                    lemma,
                    tag.pos,
                    index if head < 0 else head,
                    relation,
                    tag.feats.get("Case", ""),
                )
            )
        _find_agents(words)
        return words

    def _names(self, words: Sequence[Word], sentence: Span, marked: Sequence[Any]) -> list[Name]:
        """Return the names of the model as ranges of words."""
        names = []
        for mark in marked:
            start, end = sentence.start + mark.start, sentence.start + mark.stop
            inside = [i for i, word in enumerate(words) if word.start < end and start < word.end]
            if inside and not (len(inside) == 1 and self._common(words, inside[0])):
                names.append(Name(inside[0], inside[-1], _KINDS[mark.type]))
        return names

    def _common(self, words: Sequence[Word], index: int) -> bool:
        """Return whether a word is a common noun of the dictionary, with a capital because it opens a sentence."""
        word = words[index].text.lower()
        if index > 0 and words[index].pos != "NOUN":
            return False
        named = any(gram in form.tag for form in self._forms(word) for gram in _NAMES)
        return not named and bool(self._forms.word_is_known(word))


def _find_agents(words: Sequence[Word]) -> None:
    """Mark who does it in a passive: in the instrumental, without a preposition, on a verb with a passive subject."""
    passive = {word.head for word in words if word.relation == "passive subject"}
    cased = {word.head for word in words if word.relation == "case"}
    for index, word in enumerate(words):
        if word.relation == "oblique" and word.form == "Ins" and word.head in passive and index not in cased:
            word.relation = "agent"
