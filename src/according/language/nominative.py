"""Russian names in the nominative: "Никола Пашиняна" is Никол Пашинян, "Марии Захаровой" Мария Захарова.

The tagger tells case and gender from the context, pymorphy2 the forms; where they disagree, the forms of surnames,
given names and places weigh more than those of other words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from according.language.tree import Name, Word, top
from according.model import Kind

_WANTED: dict[Kind, tuple[str, ...]] = {
    "person": ("Surn", "Name", "Patr"),
    "place": ("Geox",),
    "organization": ("Orgn", "Abbr"),
}
"""Grammemes of OpenCorpora that the forms of names have."""

_INFLECTED = frozenset({"NOUN", "ADJ", "VERB"})  # participles are verbs to pymorphy2
_GUESS = 0.15  # least score of a form that pymorphy2 knows
_VOWELS = "аеёиоуыэюяьй"
_NOMINATIVE = "Nom"
_STEADY = ("оглу", "заде", "дзе", "швили", "кызы")
"""Endings of surnames that do not change; pymorphy2 does not know all of them."""

_GUESSED = frozenset({"Fixd", "neut"})  # what pymorphy2 takes every unknown word in -е for


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
        if any(words[index].pos == "NUM" for index in inside):  # a number changes the case of what it counts
            return replace(name, base=" ".join(words[index].text for index in inside))
        gender = self._gender(words, tags, name)
        case = self._case([words[index].text for index in inside], tags[head], name.kind)
        parts, end = [], words[name.first].start
        for index in inside:
            word, tag = words[index], tags[index]
            agrees = index == head or (
                word.head == head and word.pos in ("ADJ", "DET", "VERB") and index < head
            )
            moves = name.kind == "person" or agrees
            parts.append(" " if word.start > end else "")
            parts.append(self._word(word.text, tag, name.kind, gender, case) if moves else word.text)
            end = word.end
        return replace(name, base="".join(parts))

    def _case(self, parts: Sequence[str], tag: Any, kind: Kind) -> str:
        """Return the case of a name: the tagger's, unless a word of the name has no form in that case."""
        case = str(tag.feats.get("Case", _NOMINATIVE))
        for word in parts if kind == "person" else ():
            forms = self._forms(word.lower())
            cases = [
                form.feats.get("Case") for form in forms if any(gram in form.tag for gram in _WANTED[kind])
            ]
            if case == _NOMINATIVE and cases and case not in cases and not word.lower().endswith(_STEADY):
                return str(cases[0])
        return case

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

    def _word(self, word: str, tag: Any, kind: Kind, gender: str, case: str) -> str:
        """Return one word in the nominative; as it stands when no form of it fits its case."""
        inflected = word[-1].lower() in _VOWELS or (case == "Ins" and word[-1].lower() == "м")
        steady = kind == "person" and not inflected
        if word.isupper() or not word[-1].isalpha() or steady or word.lower().endswith(_STEADY):
            return word
        forms = [form for form in self._forms(word.lower()) if form.pos in _INFLECTED]
        cases = ("Acc", "Gen") if case == "Acc" and kind == "person" else (case,)
        fitting = [form for form in forms if form.feats.get("Case") in cases]
        fitting = [form for form in fitting if form.feats.get("Number") == "Sing" or form.is_known]
        if any(
            _is_name(form, kind) and form.feats.get("Case") == _NOMINATIVE and form.is_known for form in forms
        ):
            fitting = [form for form in fitting if form.is_known]
        if kind == "person" and gender:
            fitting = [form for form in fitting if form.feats.get("Gender", gender) == gender]
        if tag.feats.get("Number") == "Sing":
            fitting = [form for form in fitting if form.feats.get("Number") == "Sing"]
        if not fitting and all(form.feats.get("Case") != _NOMINATIVE for form in forms):
            fitting = forms  # the tagger errs: the word has other forms only
        best = max(fitting, key=lambda form: _fit(form, tag, kind, gender), default=None)
        if best is None or best.feats.get("Case") == _NOMINATIVE:
            return word
        if kind == "place" and _GUESSED & best.tag.grammemes == _GUESSED and case == "Loc":
            return word.removesuffix("е")
        nominative = best.inflect({_NOMINATIVE})
        return _like(word, nominative.word) if nominative else word


def _is_name(form: Any, kind: Kind) -> bool:
    return any(gram in form.tag for gram in _WANTED.get(kind, ()))


def _fit(form: Any, tag: Any, kind: Kind, gender: str) -> float:
    """Return how well a form of a word fits a name of this kind, number and gender."""
    score: float = form.score
    score += 2.0 * _is_name(form, kind)
    score += 1.5 * (form.feats.get("Number") == tag.feats.get("Number"))
    score += 1.5 * (bool(gender) and form.feats.get("Gender") == gender)
    score += 1.0 * (form.pos == tag.pos)
    score -= 2.5 * ("Fixd" in form.tag and form.score < _GUESS)
    score -= 1.0 * (kind == "person" and form.feats.get("Animacy") == "Inan")
    return score


def _like(word: str, other: str) -> str:
    """Return `other` with the capitals of `word`, part by part: Салтыкова-Щедрина."""
    parts = (other if "ё" in word.lower() else other.replace("ё", "е")).split("-")
    models = word.split("-")
    if len(parts) != len(models):
        return word if len(models) > 1 else other.capitalize()
    return "-".join(_with_capitals(part, model) for part, model in zip(parts, models, strict=True))


def _with_capitals(part: str, model: str) -> str:
    if len(model) > 1 and model.isupper():
        return model
    return part.capitalize() if model[:1].isupper() else part
