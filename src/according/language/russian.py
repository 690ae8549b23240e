"""The Russian engine: natasha, small models trained on news (Kukushkin, https://github.com/natasha).

slovnet tags, parses and finds names; pymorphy2 knows the forms of words.
"""

from __future__ import annotations

import unicodedata
import warnings
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from according.knowledge.capitals import calmed
from according.language.cuts import Cut, cuts
from according.language.lemmas import Lemmas, Tag
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
_Tree = tuple[Sequence[str], Sequence[str], Sequence[str]]
"""Numbers of the words from 1, of their heads (0 for a root), and their relations."""
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
        from slovnet.bio import bio_spans

        from according.language.layers import quicken

        embedding = natasha.NewsEmbedding()
        self._tag = natasha.NewsMorphTagger(embedding)
        self._parse = natasha.NewsSyntaxParser(embedding)
        self._name = natasha.NewsNERTagger(embedding)
        quicken([model.infer.model for model in (self._tag, self._parse, self._name)])
        with warnings.catch_warnings():
            # pymorphy2 finds its dictionaries through pkg_resources, which warns everybody of its end.
            warnings.filterwarnings("ignore", "pkg_resources is deprecated", UserWarning)
            self._forms = natasha.MorphVocab()
            self._lemmas = Lemmas(self._forms)
        self._spans = bio_spans
        self._nominative = Nominative(self._forms)

    def annotate(self, text: str) -> list[Sentence]:
        """Return the sentences of a text with their tokens and names; positions are those of `text`."""
        ready = plain(text)
        spans = sentences(ready.text, self.language)
        parsed = calmed(straight(ready.text), self.language)
        rows = [cuts(parsed[start:end]) for start, end in spans]
        # The models' own doors cut and encode a text three times and make an object of every tag.
        inputs = list(self._tag.infer.encoder([[cut.text for cut in row] for row in rows]))
        tagged, trees, named = (
            model.infer.decoder(model.infer.process(inputs)) for model in (self._tag, self._parse, self._name)
        )
        found = []
        for span, row, tags, tree, marks in zip(spans, rows, tagged, trees, named, strict=True):
            read = [_tag(tag) for tag in tags]
            words = self._words(span, row, read, tree)
            rooted(words)
            marked = self._names(words, span, self._spans(row, marks))
            taken = {index for name in marked for index in range(name.first, name.last + 1)}
            names = clean(words, marked, self.language)
            names = with_overlooked(words, names, taken, self.language)
            names = [each for name in names for each in self._nominative.of(words, read, name)]
            settle_names(words, names)
            found.append(sentence(ready, text, span, words, names))
        return found

    def _words(self, span: Span, cut: Sequence[Cut], tags: Sequence[Tag], tree: _Tree) -> list[Word]:
        words = []
        for index, ((start, end, text), tag, head, label) in enumerate(
            zip(cut, tags, *tree[1:], strict=True)
        ):
            relation = from_ud(label)
            small = text.lower()
            if relation == "modifier" and small in _NEGATIONS:
                relation = "negation"
            # The dictionary asks for the Unicode names of letters, which those of Tangut and the like have not.
            inflected = tag.pos not in _UNINFLECTED and text.replace("-", "").isalpha()
            if inflected and (max(text) < _CYRILLIC_END or all(unicodedata.name(char, "") for char in text)):
                small = self._lemmas.of(text, tag)
            words.append(
                Word(
                    span.start + start,
                    span.start + end,
                    text,
                    small,
                    tag.pos,
                    int(head) - 1 if int(head) else index,
                    relation,
                    tag.feats.get("Case", ""),
                    tag.feats.get("Tense", ""),
                )
            )
        _find_agents(words)
        return words

    def _names(self, words: Sequence[Word], sentence: Span, marked: Iterable[Any]) -> list[Name]:
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


@lru_cache(maxsize=1 << 12)
def _tag(written: str) -> Tag:
    """Read a tag of the model: "NOUN|Case=Nom|Gender=Masc"."""
    pos, *feats = written.split("|")
    return Tag(written, pos, dict(feat.split("=", 1) for feat in feats))


def _find_agents(words: Sequence[Word]) -> None:
    """Mark who does it in a passive: in the instrumental, without a preposition, on a verb with a passive subject."""
    passive = {word.head for word in words if word.relation == "passive subject"}
    cased = {word.head for word in words if word.relation == "case"}
    for index, word in enumerate(words):
        if word.relation == "oblique" and word.form == "Ins" and word.head in passive and index not in cased:
            word.relation = "agent"
