"""Dictionary forms of Russian words, as natasha chooses them by their tags, in less time.

natasha asks pymorphy2 for all that a word can be, weighs it by corpus counts and takes what fits the tag best; the
counts take most of the time, and matter only where several dictionary forms fit a tag equally well.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple


class Tag(NamedTuple):
    """What a word is in its sentence (Universal Dependencies); `written` is the whole as the model writes it."""

    written: str
    pos: str
    feats: dict[str, str]


class Lemmas:
    """Finds dictionary forms with a `natasha.MorphVocab`."""

    def __init__(self, forms: Any) -> None:
        from natasha.morph.lemma import grams_sim, normal_word
        from natasha.morph.vocab import ud_feats, ud_pos
        from pymorphy2 import MorphAnalyzer

        self._forms = forms
        self._bare = MorphAnalyzer(result_type=None, probability_estimator_cls=None)
        self._normal, self._likeness = normal_word, grams_sim
        self._kind = lru_cache(maxsize=1 << 12)(lambda tag: (ud_pos(tag), dict(ud_feats(tag))))
        self._tags: dict[str, Tag] = {}
        self._found = lru_cache(maxsize=1 << 16)(self._find)

    def of(self, word: str, tag: Tag) -> str:
        """Return the dictionary form of a word, in small letters and without ё, as `natasha.MorphVocab.lemmatize`."""
        self._tags[tag.written] = tag
        return self._found(self._normal(word), tag.written)

    def _find(self, word: str, written: str) -> str:
        _, pos, feats = self._tags[written]
        exact: set[str] = set()
        near: dict[str, int] = {}
        for _, tag, normal, *_ in self._bare.parse(word):
            form_pos, form_feats = self._kind(tag)
            if form_pos == pos and form_feats == feats:
                exact.add(normal)
            near[normal] = max(near.get(normal, 0), self._likeness(form_pos, form_feats, pos, feats))
        best = exact or {normal for normal, likeness in near.items() if likeness == max(near.values()) > 0}
        if len(best) > 1:
            return str(self._forms.lemmatize(word, pos, feats))
        return self._normal(best.pop()) if best else word
