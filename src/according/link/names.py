"""Whether two names can be one: across scripts, transliterations, spellings and the order of their words.

The words of two names are paired by their sound; a name is as alike as its least alike pair, so that a surname alone
never makes two people one. What only one of them has (a father's name, a middle name) costs a little; what each
has and the other lacks keeps them apart. Knowledge of names (`knowledge/names.yml`) joins what sounds apart (Volodymyr,
Vladimir) and parts what sounds alike (Armen, Arman).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from according.link.sounds import alike, begins_alike, onsets, skeletons
from according.link.words import (
    Word,
    groups_of,
    is_common,
    is_familiar,
    is_given,
    plain,
    relatives_of,
    words_of,
)
from according.model import Kind

SAME = 0.84
"""From here on two full names are taken for one."""
MAYBE = 0.68
"""From here on they are worth a person's look."""

# The scale is that of `alike`: a pair of words below SAME keeps two names apart whatever the others say.
_LISTED = 0.97  # spellings of one name by the list
_FAMILIAR = 0.9  # Joe, Joseph
_INITIAL = 0.9
_TWO_NAMES = 0.6  # the list knows both, as two
_PAIRED = 0.35  # less alike words are not paired
_ALONE = 0.6  # single words, which name too many people
_EQUAL = 0.97  # shown as "=" to people

_CONTRADICTED = 0.45  # each has a word that the other lacks
_CROSSED = 0.02  # Pashinyan Nikol
_CROSSED_GIVEN = 0.2  # Ali Hassan is not Hassan Ali

_ANY_INITIAL = "."  # the key of full names with an initial, which may be of any name

_UNPAIRED = {"word": 0.04, "initial": 0.02, "father": 0.01, "particle": 0.005}
_COMMON = 0.1  # an initial or a missing word beside a surname that many bear


@dataclass(frozen=True, slots=True)
class Likeness:
    """How far two names can be one, 0 to 1, and what speaks for and against it, for people."""

    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class _Pair:
    """A word of each name, where they stand, and how alike they are."""

    score: float
    a: int
    b: int


@dataclass(frozen=True, slots=True)
class _Alignment:
    """The words of two names in pairs, and how alike the names are so."""

    score: float
    first: tuple[Word, ...]
    second: tuple[Word, ...]
    pairs: list[_Pair]


def likeness(a: str, b: str, kind: Kind = "person") -> float:
    """Return how far two full names can be one, 0 to 1: `SAME` and `MAYBE` are its thresholds.

    Symmetric, and 1 for a name and itself. A person's name of one word never reaches `MAYBE` otherwise: too many
    people share a word (`surname_agrees` is for those).
    """
    return compare(a, b, kind).score


def compare(a: str, b: str, kind: Kind = "person") -> Likeness:
    """Return how far two names can be one and why. Words of a person's name may change places and be left out."""
    if a == b:
        return Likeness(1.0, f"{a} = {b}")
    if b < a:
        return _compare(b, a, kind == "person", True)
    return _compare(a, b, kind == "person", False)


@lru_cache(maxsize=1 << 14)
def _compare(a: str, b: str, person: bool, swapped: bool) -> Likeness:
    first, second = words_of(a), words_of(b)
    if person:
        first, second = person_words(first), person_words(second)
    best = _aligned(first, second, person)
    if best.score < SAME:
        joined = [] if person else [(person_words(first), person_words(second))]  # Der Zor, Deir ez-Zor
        joined += [(words, second) for words in (merged(first) if _is_longer(first, second) else ())]
        joined += [(first, words) for words in (merged(second) if _is_longer(second, first) else ())]
        best = max([best, *(_aligned(*pair, person) for pair in joined)], key=lambda found: found.score)
    return Likeness(best.score, _reason(best.first, best.second, best.pairs, swapped))


def person_words(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return a person's words; beside one other word a particle is a name: Ed Miliband, Al Gore, Ван И."""
    if len(essential(words)) > 1:
        return words
    return tuple(replace(word, part="word") if word.part == "particle" else word for word in words)


def _is_longer(words: tuple[Word, ...], than: tuple[Word, ...]) -> bool:
    return len(words) > len(than) or len(essential(words)) > len(essential(than))


def essential(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the words that are no particles."""
    return tuple(word for word in words if word.part != "particle")


def merged(words: tuple[Word, ...]) -> Iterator[tuple[Word, ...]]:
    """Yield the name with two neighbours written as one word, a particle between them included."""
    for start in range(len(words) - 1):
        for end in range(start + 2, min(start + 4, len(words) + 1)):
            part = words[start:end]
            if all(word.part != "initial" for word in part) and (
                end - start == 2 or part[1].part == "particle"
            ):
                yield (*words[:start], Word("".join(word.text for word in part), "word"), *words[end:])


def _aligned(first: tuple[Word, ...], second: tuple[Word, ...], person: bool) -> _Alignment:
    """Return how alike two names are when their words are paired as well as they can be."""
    first, second = essential(first), essential(second)
    pairs = _paired(first, second, fathers=min(len(first), len(second)) > 2)
    left = [
        *(word for index, word in enumerate(first) if all(pair.a != index for pair in pairs)),
        *(word for index, word in enumerate(second) if all(pair.b != index for pair in pairs)),
    ]
    contradict = len(pairs) < min(len(first), len(second))
    score = min((pair.score for pair in pairs), default=0.0)
    if contradict:
        score = min(score, _CONTRADICTED)
    elif person:
        score = _of_person(score, first, second, pairs, left)
    elif left:
        score = min(score, _TWO_NAMES)
    return _Alignment(round(max(0.0, score), 4), first, second, pairs)


def _of_person(
    score: float, first: tuple[Word, ...], second: tuple[Word, ...], pairs: list[_Pair], left: list[Word]
) -> float:
    """Return the score of two persons' names of which one has all the words of the other."""
    whole = [pair for pair in pairs if "initial" not in (first[pair.a].part, second[pair.b].part)]
    if len(pairs) < 2 or not whole:
        return min(score, _ALONE)
    weak = len(pairs) - len(whole) + sum(word.part == "word" for word in left)
    if weak and all(any(map(_is_frequent, (first[pair.a].text, second[pair.b].text))) for pair in whole):
        score -= _COMMON
    crossed = any(earlier.b > later.b for earlier, later in pairwise(sorted(pairs, key=lambda pair: pair.a)))
    if crossed:
        both_given = all(is_given(first[pair.a].text) for pair in whole)
        score -= _CROSSED_GIVEN if both_given else _CROSSED
    return score - sum(_UNPAIRED[word.part] for word in left)


def _is_frequent(word: str) -> bool:
    return is_common(word) or is_given(word)


def _paired(first: tuple[Word, ...], second: tuple[Word, ...], fathers: bool) -> list[_Pair]:
    """Return the pairs of words, the most alike first taken; initials after whole words.

    `fathers` says whether a father's name may be paired with a word not marked as one.
    """
    candidates = []
    for a, one in enumerate(first):
        for b, other in enumerate(second):
            score = _pair_alike(one, other, fathers)
            if score >= _PAIRED:
                candidates.append(("initial" in (one.part, other.part), -score, abs(a - b), a, b))
    pairs: list[_Pair] = []
    for _, score, _, a, b in sorted(candidates):
        if all(a != pair.a and b != pair.b for pair in pairs):
            pairs.append(_Pair(-score, a, b))
    return pairs


def _pair_alike(one: Word, other: Word, fathers: bool) -> float:
    if not fathers and one.part != other.part and "father" in (one.part, other.part):
        return 0.0
    score = _words_alike(one.text, other.text)
    if score < _INITIAL and "initial" in (one.part, other.part):
        return _INITIAL if begins_alike(one.text, other.text) else 0.0
    return score


@lru_cache(maxsize=1 << 17)
def _words_alike(a: str, b: str) -> float:
    """Return how far two words can be one name, by their sound and by the list."""
    if plain(a) == plain(b):
        return 1.0
    if any(map(str.isdigit, a + b)):
        return 0.0
    sound = alike(a, b)
    groups_a, groups_b = groups_of(a), groups_of(b)
    if not groups_a or not groups_b:
        return sound
    if groups_a & groups_b:
        return max(sound, _LISTED)
    return _FAMILIAR if is_familiar(groups_a, groups_b) else min(sound, _TWO_NAMES)


def _reason(first: tuple[Word, ...], second: tuple[Word, ...], pairs: list[_Pair], swapped: bool) -> str:
    said = []
    for pair in sorted(pairs, key=lambda pair: (pair.score, pair.a)):
        one, other = first[pair.a].text, second[pair.b].text
        if swapped:
            one, other = other, one
        sign = "=" if pair.score >= _EQUAL else "~" if pair.score >= MAYBE else "≠"
        said.append(f"{one} {sign} {other}")
    for words, used in ((first, {pair.a for pair in pairs}), (second, {pair.b for pair in pairs})):
        said.extend(f"{word.text} unpaired" for index, word in enumerate(words) if index not in used)
    return "; ".join(said)


@lru_cache(maxsize=1 << 14)
def whole_words(name: str) -> int:
    """Return how many words of a person's name are written out: neither initials nor particles."""
    return sum(word.part != "initial" for word in essential(person_words(words_of(name))))


@lru_cache(maxsize=1 << 14)
def keys(name: str) -> frozenset[str]:
    """Return blocking keys: names whose likeness reaches `MAYBE` share one, other names rarely do.

    A key is a word's first consonants by kind, or the listed name it is, with how another word of the name begins;
    a name of one word has keys without the second part. Any script gives the same keys.
    """
    words = words_of(name)
    spellings = dict.fromkeys([words, person_words(words), *merged(words)])
    return frozenset(key for spelling in spellings for key in _keys(essential(spelling)))


def _keys(words: tuple[Word, ...]) -> Iterator[str]:
    if len(words) == 1:
        yield from (f"{skeleton}/" for skeleton in skeletons(words[0].text))
    for index, word in enumerate(words):
        for at, other in enumerate(words):
            if index != at and word.part != "initial":
                yield from _pair_keys(word.text, other.text)


@lru_cache(maxsize=1 << 16)
def _pair_keys(word: str, other: str) -> tuple[str, ...]:
    starts = dict.fromkeys(skeleton[:2] for skeleton in skeletons(other))
    if is_given(word):
        # Many bear a given name: more of the other word belongs to its keys.
        return tuple(
            f"{lead}/{start}" for lead in (*relatives_of(word), *skeletons(word)) for start in starts
        )
    ends = (*starts, *onsets(other), *relatives_of(other))
    return tuple(f"{skeleton}/{end}" for skeleton in skeletons(word) for end in ends)


@lru_cache(maxsize=1 << 14)
def full_keys(name: str) -> frozenset[str]:
    """Return blocking keys of a full name: surnames for which `surname_agrees` share one, bar the odd far-off pair."""
    words = words_of(name)
    initials = {_ANY_INITIAL for word in words if word.part == "initial"}
    return _parts_keys(name) | initials | _part_keys("".join(word.text for word in words[-2:]))


@lru_cache(maxsize=1 << 14)
def surname_keys(name: str) -> frozenset[str]:
    """Return blocking keys of a shorter name, to look up among `full_keys`."""
    return _parts_keys(name) | {_ANY_INITIAL}


def _parts_keys(name: str) -> frozenset[str]:
    whole = [word for word in words_of(name) if word.part != "initial"]
    return frozenset().union(*(_part_keys(word.text) for word in whole))


def _part_keys(part: str) -> frozenset[str]:
    """Return how a word may begin, with a V and, as it may be a vowel elsewhere (West, Уэст), without."""
    starts = (start[:2] for each in skeletons(part) for start in (each, each.replace("F", "")))
    return frozenset((plain(part), *starts, *map(str, relatives_of(part))))


@lru_cache(maxsize=1 << 16)
def surname_agrees(surname: str, full: str) -> bool:
    """Whether a shorter name fits a full one: its surname, a given name, initials and surname, in any spelling.

    For use inside one article, where a name is first given in full. Says nothing of a name in an oblique case.
    """
    short, long = essential(words_of(surname)), essential(words_of(full))
    pairs = _paired(short, long, fathers=True)
    whole = any("initial" not in (short[pair.a].part, long[pair.b].part) for pair in pairs)
    if len(pairs) == len(short) and whole and all(pair.score >= SAME for pair in pairs):
        return True
    ending = "".join(word.text for word in words_of(full)[-2:])
    return len(long) > 1 and len(short) == 1 and _words_alike(short[0].text, ending) >= SAME
