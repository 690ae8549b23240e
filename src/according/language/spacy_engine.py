"""What the engines that run on spaCy have in common (Honnibal and others, https://spacy.io).

Each sentence of our own splitter is a document of its own to spaCy: its parser then needs no view on where sentences
end, and memory is bounded by the longest sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, cast

from according.knowledge.capitals import calmed
from according.language.names import clean
from according.language.overlooked import with_overlooked
from according.language.plain import plain, straight
from according.language.ruled import quicken
from according.language.sentences import sentences
from according.language.tree import Name, Word, rooted, sentence, settle_names
from according.model import Kind, Sentence

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import AttributeRuler, Lemmatizer
    from spacy.tokens import Doc

_BATCH = 256
"""Sentences that go through the model together."""
_KEPT = 50_000
"""Words that a model keeps in mind, some 20 MB: working them out anew for each text takes as long as cutting it."""


class SpacyEngine:
    """An engine on a spaCy model.

    Args:
        language: BCP 47 primary subtag.
        package: The model's package.
        kinds: What the model's entity labels are called here; entities with other labels are left out.
        words: Turns a parsed sentence, which starts at a position, into words of our relations.
    """

    def __init__(
        self,
        language: str,
        package: str,
        kinds: Mapping[str, Kind],
        words: Callable[[Doc, int], list[Word]],
    ) -> None:
        self.language = language
        self._kinds = kinds
        self._words = words
        self._model: Language = import_module(package).load()
        _look_up_at_once(self._model)
        quicken(cast("AttributeRuler", self._model.get_pipe("attribute_ruler")))

    def annotate(self, text: str) -> list[Sentence]:
        """Return the sentences of a text with their tokens and names; positions are those of `text`."""
        ready = plain(text)
        spans = sentences(ready.text, self.language)
        parsed = calmed(straight(ready.text), self.language)
        found = []
        with self._memory():
            docs = (self._model.make_doc(parsed[start:end]) for start, end in spans)
            for span, doc in zip(spans, self._model.pipe(docs, batch_size=_BATCH), strict=True):
                words, names = self._read(doc, span.start)
                found.append(sentence(ready, text, span, words, names))
        return found

    def _memory(self) -> AbstractContextManager[object]:
        """Keep the words of a text in mind until there are many; later ones would pile up in the model for ever."""
        return nullcontext() if len(self._model.vocab) < _KEPT else self._model.memory_zone()

    def _read(self, doc: Doc, start: int) -> tuple[list[Word], list[Name]]:
        """Return the words and names of a parsed sentence that begins at a position of the plain text."""
        words = self._words(doc, start)
        rooted(words)
        taken = {index for entity in doc.ents for index in range(entity.start, entity.end)}
        names = clean(words, self._names(doc), self.language)
        names = with_overlooked(words, names, taken, self.language)
        settle_names(words, names)
        return words, names

    def _names(self, doc: Doc) -> list[Name]:
        return [
            Name(entity.start, entity.end - 1, self._kinds[entity.label_])
            for entity in doc.ents
            if entity.label_ in self._kinds
        ]


@lru_cache(maxsize=1 << 12)
def features_of(written: str) -> Mapping[str, str]:
    """Return the features of a token by their names, as they are written: "Tense=Past|VerbForm=Fin"."""
    features = (feature.partition("=") for feature in written.split("|"))
    return {name: value.replace(",", "") for name, _, value in features}


def _look_up_at_once(model: Language) -> None:
    """Give the lemmatizer sets of the dictionary forms that it has in lists: searching those takes most of its time."""
    lookups = cast("Lemmatizer", model.get_pipe("lemmatizer")).lookups
    if lookups.has_table("lemma_index"):
        table = lookups.get_table("lemma_index")
        for pos, forms in table.items():
            table[pos] = frozenset(forms)
