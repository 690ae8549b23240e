"""Russian names in the nominative: "Никола Пашиняна" is Никол Пашинян, "Марии Захаровой" Мария Захарова.

The tagger tells case and gender from the context, pymorphy2 the forms; where they disagree, the forms of surnames,
given names and places weigh more than those of other words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from according.knowledge.gazetteer import is_place_word
from according.knowledge.inflection import bases, key
from according.language.declension import SPLIT, Explained, explain
from according.language.tree import Name, Word, top
from according.model import Kind

_WANTED: dict[Kind, tuple[str, ...]] = {
    "place": ("Geox",),
    "organization": ("Orgn", "Abbr"),
}
"""Grammemes of OpenCorpora that the forms of names have."""

_INFLECTED = frozenset({"NOUN", "ADJ", "VERB"})  # participles are verbs to pymorphy2
_GUESS = 0.15  # least score of a form that pymorphy2 knows
_NOMINATIVE = "Nom"
_GUESSED = frozenset({"Fixd", "neut"})  # what pymorphy2 takes every unknown word in -е for


class Nominative:
    """Puts names into the nominative with the forms of a `natasha.MorphVocab`."""

    def __init__(self, forms: Any) -> None:
        self._forms = forms

    def of(self, words: Sequence[Word], tags: Sequence[Any], name: Name) -> list[Name]:
        """Return a name with its base; two names where somebody else's follows without a comma.

        Of a person's name every word is inflected, of others only the word that heads it and what agrees with that:
        in "Министерства обороны" the second word stays.
        """
        inside = range(name.first, name.last + 1)
        if any(words[index].pos == "NUM" for index in inside):  # a number changes the case of what it counts
            return [replace(name, base=" ".join(words[index].text for index in inside))]
        if name.kind == "person":
            return self._person(words, tags, name)
        head = top(words, name.first, name.last)
        case = str(tags[head].feats.get("Case", _NOMINATIVE))
        parts = []
        for index in inside:
            word, tag = words[index], tags[index]
            agrees = index == head or (
                word.head == head and word.pos in ("ADJ", "DET", "VERB") and index < head
            )
            parts.append(self._word(word.text, tag, name.kind, case) if agrees else word.text)
        if name.kind == "place" and name.first == name.last:
            parts = [self._known(words[head].text, parts[0])]
        return [replace(name, base=_joined(words, name.first, parts))]

    def _known(self, word: str, base: str) -> str:
        """Return the base of a place's name, or the nominative that some place bears when none bears that.

        Beside a word for its kind ("в штатах Невада и Юта") a name keeps its nominative, which the tagger takes for
        another case; and of an unknown name the dictionary guesses forms.
        """
        if base == word or is_place_word(base):
            return base
        nominatives = (
            form.inflect({_NOMINATIVE}) for form in self._forms(word.lower()) if form.pos == "NOUN"
        )
        others = (word, *(_like(word, each.word) for each in nominatives if each), *_by_ending(word))
        return next(filter(is_place_word, others), base)

    def _person(self, words: Sequence[Word], tags: Sequence[Any], name: Name) -> list[Name]:
        """Return a person's name, or the names of two."""
        cost, forms = self._explained(words, tags, name.first, name.last)
        if name.last - name.first > 1:
            less, fewer = self._explained(words, tags, name.first, name.last - 1)
            if cost - less >= SPLIT:
                _, other = self._explained(words, tags, name.last, name.last)
                first = replace(name, last=name.last - 1, base=_joined(words, name.first, fewer))
                return [first, replace(name, first=name.last, base=other[0])]
        return [replace(name, base=_joined(words, name.first, forms))]

    def _explained(self, words: Sequence[Word], tags: Sequence[Any], first: int, last: int) -> Explained:
        """Return the words of a person's name in the nominative and what speaks against that."""
        inside = range(first, last + 1)
        # The tagger sees each word for itself, and the nominative in what has no endings: any other case tells more.
        cases = Counter(str(tags[index].feats.get("Case", _NOMINATIVE)) for index in inside)
        del cases[_NOMINATIVE]
        case = max(cases, key=lambda each: cases[each], default=_NOMINATIVE)
        genders = [str(tags[index].feats["Gender"]) for index in inside if tags[index].feats.get("Gender")]
        gender = genders[0] if genders else ""
        return explain([words[index].text for index in inside], case, gender, self._forms)

    def _word(self, word: str, tag: Any, kind: Kind, case: str) -> str:
        """Return one word in the nominative; as it stands when no form of it fits its case."""
        if word.isupper() or not word[-1].isalpha():
            return word
        forms = [form for form in self._forms(word.lower()) if form.pos in _INFLECTED]
        fitting = [form for form in forms if form.feats.get("Case") == case]
        fitting = [form for form in fitting if form.feats.get("Number") == "Sing" or form.is_known]
        if any(
            _is_name(form, kind) and form.feats.get("Case") == _NOMINATIVE and form.is_known for form in forms
        ):
            fitting = [form for form in fitting if form.is_known]
        if tag.feats.get("Number") == "Sing":
            fitting = [form for form in fitting if form.feats.get("Number") == "Sing"]
        if not fitting and all(form.feats.get("Case") != _NOMINATIVE for form in forms):
            fitting = forms  # the tagger errs: the word has other forms only
        best = max(fitting, key=lambda form: _fit(form, tag, kind), default=None)
        if best is None or best.feats.get("Case") == _NOMINATIVE:
            return word
        if kind == "place" and _GUESSED & best.tag.grammemes == _GUESSED and case == "Loc":
            return word.removesuffix("е")
        nominative = best.inflect({_NOMINATIVE})
        return _like(word, nominative.word) if nominative else word


def _joined(words: Sequence[Word], first: int, forms: Sequence[str]) -> str:
    """Return the words of a name in the nominative, with the gaps that they have in the text."""
    parts, end = [], words[first].start
    for word, base in zip(words[first : first + len(forms)], forms, strict=True):
        parts.append(" " if word.start > end else "")
        parts.append(base)
        end = word.end
    return "".join(parts)


def _by_ending(word: str) -> Iterator[str]:
    """Yield what else a word may be by its ending alone."""
    for base in bases(word, "ru")[1:]:
        same = next((at for at, (a, b) in enumerate(zip(base, key(word), strict=False)) if a != b), len(base))
        if "и" not in base[same:]:  # which may be й
            yield word[:same] + base[same:]


def _is_name(form: Any, kind: Kind) -> bool:
    return any(gram in form.tag for gram in _WANTED.get(kind, ()))


def _fit(form: Any, tag: Any, kind: Kind) -> float:
    """Return how well a form of a word fits a name of this kind and number."""
    score: float = form.score
    score += 2.0 * _is_name(form, kind)
    score += 1.5 * (form.feats.get("Number") == tag.feats.get("Number"))
    gender = tag.feats.get("Gender")
    score += 1.5 * (bool(gender) and form.feats.get("Gender") == gender)
    score += 1.0 * (form.pos == tag.pos)
    score -= 2.5 * ("Fixd" in form.tag and form.score < _GUESS)
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
