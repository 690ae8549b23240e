"""Russian names of people in the nominative: all words of a name stand in one case, which explains them best together.

What pymorphy2 knows as a name it inflects; a foreign name is taken back by the endings of Russian grammar, and one that
ends in a vowel that no case changes stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from according.knowledge.given_names import is_given

_CASES = ("Nom", "Gen", "Dat", "Ins", "Loc")
_NAME_GRAMMEMES = ("Name", "Surn", "Patr")
_NOMINATIVE = ("ская", "цкая", "ски", "цки")
"""Endings of surnames that stand in the nominative, or change in none."""
_SHORT = 3
_HUSHED = "гкхжчшщ"
_VOWELS = "аеёиоуыэюя"
_UNCHANGED = "еиоуэюы"
_STEADY = ("оглу", "заде", "дзе", "швили", "кызы")
"""Endings of surnames that do not change; pymorphy2 does not know all of them."""
_SLAVIC = (
    "ов", "ова", "ев", "ева", "ин", "ина", "ский", "ская", "цкий", "цкая", "ый", "ая", "ой", "ий", "ович", "овна",
    "евич", "евна",
)  # fmt: skip
"""Endings, in the nominative, of surnames and patronymics that have forms of their own: pymorphy2 guesses them well."""

# Endings of a case, what the nominative has in their place, and the letters that must or must not stand before them.
_ENDINGS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "Gen": (
        ("а", "", "C"),
        ("я", "й", "V"),
        ("я", "ь", "C"),
        ("ы", "а", "C"),
        ("и", "а", "H"),
        ("ии", "ия", "C"),
    ),
    "Acc": (("у", "а", "C"), ("ю", "я", "CV")),
    "Dat": (("у", "", "C"), ("ю", "й", "V"), ("ю", "ь", "C"), ("е", "а", "C"), ("ии", "ия", "C")),
    "Ins": (
        ("ом", "", "C"),
        ("ем", "", "H"),
        ("ем", "й", "V"),
        ("ем", "ь", "C"),
        ("ой", "а", "C"),
        ("ей", "я", "CV"),
    ),
    "Loc": (("е", "", "C"), ("е", "й", "V"), ("е", "а", "C"), ("ии", "ия", "C")),
}

# What speaks against an explanation. Scale: 1 is a word that has no such form.
_NO_FORM = 1.0
_OTHER_CASE = 0.45  # the tagger sees another
_UNGIVEN = 0.5  # the first word in the nominative is no given name that is listed
_INDECLINABLE = 0.15  # beside an ending that could be the case's
_MAN_IN_A = 0.4  # a man's foreign name in -а
_RARE_MAN = 0.1  # likewise, where an ending shows it
_WOMAN_IN_A = 0.25  # a woman's foreign surname in -а
_LIKE_DATIVE = 0.2  # a nominative that ends like one
_LIKE_INSTRUMENTAL = 0.5
_WRONG_GENDER = 0.8
SPLIT = 0.6
"""So much more speaks against three words than against the first two when the third is somebody else."""

Explained = tuple[float, tuple[str, ...]]
"""What speaks against it, and the words in the nominative."""


def explain(words: Sequence[str], case: str, gender: str, forms: Any) -> Explained:
    """Return the best explanation of the words of a person's name.

    Args:
        words: As they stand.
        case: The case that the tagger sees (Universal Dependencies).
        gender: Likewise; empty when it sees none.
        forms: A `natasha.MorphVocab`.
    """
    found = [_in_case(words, tried, sex, case, gender, forms) for tried in _CASES for sex in ("Masc", "Fem")]
    return min(found, key=lambda each: round(each[0], 3))


def _in_case(words: Sequence[str], tried: str, sex: str, case: str, gender: str, forms: Any) -> Explained:
    seen = "Gen" if case == "Acc" else case
    cost = _OTHER_CASE * (seen != tried) + 0.1 * (bool(gender) and gender != sex)
    bases = []
    for number, word in enumerate(words):
        price, base = _word(word, tried, sex, number > 0, forms)
        cost += price
        bases.append(base)
    return cost + _UNGIVEN * (not is_given(bases[0])), tuple(bases)


class _Reading(NamedTuple):
    """What a word can be as a name in the singular. `gender` is empty where the name has none."""

    cases: tuple[str, ...]
    gender: str
    fixed: bool
    nominative: str


@lru_cache(maxsize=1 << 15)
def _readings(word: str, forms: Any) -> tuple[bool, tuple[_Reading, ...]]:
    """Return whether the dictionary has a small-letter word as a name, and its readings as one."""
    names = [form for form in forms(word) if any(gram in form.tag for gram in _NAME_GRAMMEMES)]
    names = [form for form in names if form.feats.get("Number", "Sing") == "Sing"]
    return bool(names) and names[0].is_known, tuple(_reading(form) for form in names)


def _reading(form: Any) -> _Reading:
    case = form.feats.get("Case")
    cases = ("Gen", case) if case == "Acc" else (case,)
    nominative = form.inflect({"Nom"})
    return _Reading(
        cases,
        form.feats.get("Gender", ""),
        "Fixd" in form.tag,
        nominative.word if nominative else form.normal,
    )


@lru_cache(maxsize=1 << 16)  # of one word all cases are tried, and names come again
def _word(word: str, case: str, sex: str, last: bool, forms: Any) -> tuple[float, str]:
    """Return what speaks against a word being in a case, and its nominative."""
    if "-" in word.strip("-"):
        parts = [_word(part, case, sex, last, forms) for part in word.split("-") if part]
        return max(price for price, _ in parts), "-".join(part for _, part in parts)
    small = word.lower().replace("ё", "е")
    if not small.isalpha() or word.isupper() or small.endswith(_STEADY):
        return 0.0, word
    known, readings = _readings(small, forms)
    if known:
        options = [_known(reading, case, sex) for reading in readings]
    else:
        options = [_guessed(reading, case, sex) for reading in readings]
        options += _by_ending(small, case, sex, last)
    best = min((option for option in options if option), default=(_NO_FORM, small))
    return best[0], _like(word, best[1])


def _known(reading: _Reading, case: str, sex: str) -> tuple[float, str] | None:
    """The nominative of a form that the dictionary has as a name."""
    if case not in reading.cases and not reading.fixed:
        return None
    return _WRONG_GENDER * (reading.gender not in ("", sex)), reading.nominative


def _guessed(reading: _Reading, case: str, sex: str) -> tuple[float, str] | None:
    """The same of a form that the dictionary guesses, where it does so well."""
    found = None if reading.fixed else _known(reading, case, sex)
    return found if found and found[1].endswith(_SLAVIC) else None


def _by_ending(word: str, case: str, sex: str, last: bool) -> Iterator[tuple[float, str]]:
    """Yield what a word that no dictionary has can be by its ending alone."""
    if case == "Nom":
        woman = sex == "Fem"
        in_a = word.endswith(("а", "я")) * (_WOMAN_IN_A * last if woman else _MAN_IN_A)
        instrumental = len(word) > _SHORT and word.endswith(("ом", "ем")) and not is_given(word)
        dative = word[-1] == "у" and word[-2:-1] not in _VOWELS
        yield in_a + _LIKE_DATIVE * dative + _LIKE_INSTRUMENTAL * instrumental, word
        return
    if word.endswith(_NOMINATIVE):
        yield (0.0 if word[-1] == "и" else _NO_FORM), word
        return
    endings = _ENDINGS[case] + (_ENDINGS["Acc"] if case == "Gen" else ())
    declined = False
    for ending, nominative, after in endings:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 1 and _fits(stem[-1], after):
            bare = nominative in ("", "й", "ь")
            if not (bare and sex == "Fem"):
                declined = True
                rare = _RARE_MAN if not bare and sex == "Masc" else 0.0
                yield max(rare, 2 * _INDECLINABLE * (last and ending == "е")), stem + nominative
    if word[-1] in _UNCHANGED:
        yield _INDECLINABLE * declined, word
    elif sex == "Fem" and word[-1] not in _VOWELS:
        yield 0.0, word


def _fits(letter: str, classes: str) -> bool:
    if letter in _HUSHED and "H" in classes:
        return True
    return ("V" if letter in _VOWELS else "C") in classes


def _like(word: str, other: str) -> str:
    """Return `other` with the capitals of `word`."""
    if word.lower().replace("ё", "е") == other.replace("ё", "е"):
        return word
    if "ё" not in word.lower():
        other = other.replace("ё", "е")
    same = 0
    while same < min(len(word), len(other)) and word[same].lower() == other[same]:
        same += 1
    return word[:same] + other[same:]
