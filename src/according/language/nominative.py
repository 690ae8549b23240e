"""Russian names in the nominative: "Никола Пашиняна" is Никол Пашинян, "Марии Захаровой" Мария Захарова.

The tagger tells case and gender from the context, pymorphy2 the forms; where they disagree, the forms of surnames,
given names and places weigh more than those of other words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from according.language.tree import Name, Word, top

_WANTED = {
    "person": ("Surn", "Name", "Patr"),
    "place": ("Geox",),
    "organization": ("Orgn", "Abbr"),
    "other": (),
}
_VOWELS = "аеёиоуыэюяьй"
_NOMINATIVE = "Nom"
_FEMALE = "Fem"


class Nominative:
    """Puts names into the nominative with the forms of a `natasha.MorphVocab`."""

    def __init__(self, forms: Any) -> None:
        self._forms = forms

    def of(self, words: Sequence[Word], tags: Sequence[Any], name: Name) -> Name:
        """Return a name with its base.

        Of a person's name every word is inflected, of others only the word that heads it and what agrees with that:
        in "Министерства обороны" the second word stays.
        """
        inside = range(name.first, name.last + 1)
        head = top(words, name.first, name.last)
        gender = self._gender(words, tags, name)
        parts, end = [], words[name.first].start
        for index in inside:
            word, tag = words[index], tags[index]
            agrees = index == head or (word.head == head and word.pos in ("ADJ", "DET") and index < head)
            moves = name.kind == "person" or agrees
            parts.append(" " if word.start > end else "")
            parts.append(self._word(word.text, tag, name.kind, gender) if moves else word.text)
            end = word.end
        return replace(name, base="".join(parts))

    def _gender(self, words: Sequence[Word], tags: Sequence[Any], name: Name) -> str:
        """Return the gender of a person, as her given name or patronymic has it, else as the tagger sees it."""
        if name.kind == "person":
            for index in range(name.first, name.last + 1):
                for form in self._forms(words[index].text.lower()):
                    if (
                        ("Name" in form.tag or "Patr" in form.tag)
                        and form.score > 0.3
                        and form.feats.get("Gender")
                    ):
                        return str(form.feats["Gender"])
        return str(tags[name.last].feats.get("Gender", ""))

    def _word(self, word: str, tag: Any, kind: str, gender: str) -> str:
        if not word[-1:].isalpha() or word.isupper() or (word[-1].lower() not in _VOWELS and kind == "person"):
            return self._consonant(word, tag, kind)
        forms = [form for form in self._forms(word.lower()) if form.pos in ("NOUN", "ADJ")]
        best = max(forms, key=lambda form: _fit(form, tag, kind, gender), default=None)
        if best is None or best.feats.get("Case") == _NOMINATIVE:
            return word
        # The instrumental, for one, may belong to a word in the plural ("Арабских Эмиратов"), which it keeps.
        nominative = best.inflect({_NOMINATIVE})
        return _like(word, nominative.word) if nominative else word

    def _consonant(self, word: str, tag: Any, kind: str) -> str:
        """Return a name that ends in a consonant: mostly its nominative, but for the instrumental ("Алиевым")."""
        if kind != "person" or not word[-1:].isalpha() or word.isupper() or tag.feats.get("Case") != "Ins":
            return word
        if tag.feats.get("Gender") == _FEMALE or word[-1].lower() != "м":
            return word
        return self._word(word + "", tag, "instrumental", "Masc")


def _fit(form: Any, tag: Any, kind: str, gender: str) -> float:
    """Return how well a form of a word fits what the tagger says and what a name of its kind would be."""
    wanted = _WANTED.get(kind, _WANTED["person"])
    score = float(form.score)
    score += 2.0 * any(gram in form.tag for gram in wanted)
    score += 2.0 * (form.feats.get("Case") == tag.feats.get("Case"))
    score += 1.5 * (form.feats.get("Number") == tag.feats.get("Number"))
    score += 1.5 * (bool(gender) and form.feats.get("Gender") == gender)
    return score - 1.0 * (kind == "person" and form.feats.get("Animacy") == "Inan")


def _like(word: str, other: str) -> str:
    """Return `other` with the capitals of `word`, part by part: Салтыкова-Щедрина."""
    parts = other.split("-")
    models = word.split("-")
    if len(parts) != len(models):
        return other.capitalize()
    return "-".join(
        part.capitalize() if model[:1].isupper() else part for part, model in zip(parts, models, strict=True)
    )
