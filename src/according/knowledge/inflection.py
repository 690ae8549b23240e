"""Inflection: from a word as it stands in a text to the dictionary forms that it may belong to.

No dictionary is used: `inflection.yml` says for each language which endings can stand in for which. Whoever asks has a
list of known names and sees which of the candidates are in it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Any, cast

from according.knowledge.fold import fold, load_data

MOST_BASES = 8
"""As many candidates are returned at most: beyond these, the unlikely ones make more wrong names than right ones."""
_MOST_PARTS = 4
"""Words with more hyphens than names have are no words: they stay as they are."""

_Endings = dict[str, tuple[tuple[str, frozenset[str]], ...]]


@dataclass(frozen=True, slots=True)
class _Rules:
    """The endings of one language: what may stand for an ending, and after which letters (none named: after any)."""

    endings: _Endings
    heads: _Endings
    lengths: dict[str, tuple[int, ...]]
    """How long the endings are that end with a letter, the longest first."""
    no_ending: tuple[int, ...]
    """The same for all other letters: nothing, or no ending where that stands for something."""
    stem: int
    elided: frozenset[str]
    apostrophe: bool
    names: str
    women: re.Pattern[str] | None


def key(word: str) -> str:
    """Return the folded form under which words are compared.

    As `fold`, and the three spellings of the Armenian ew (Երևան, Երեւան, ԵՐԵՎԱՆ) become one.
    """
    folded = fold(word).text
    return folded if folded.isascii() else folded.replace("եւ", "ե").replace("եվ", "ե")


@lru_cache(maxsize=1 << 16)
def bases(word: str, language: str | None) -> tuple[str, ...]:
    """Return the folded dictionary forms that a written word may be a form of, at most `MOST_BASES`.

    The folded word itself comes first, then the others, the likeliest first. `language` is BCP 47; None tries the
    most frequent language of the word's script, and one without rules gives the folded word alone. Of a word with
    hyphens every part may be inflected; an elided article before an apostrophe and an ending after one come off.
    """
    folded = key(word)
    rules = _rules_of(language, folded)
    if rules is None:
        return (folded,)
    candidates = _of_compound(folded, rules) if "'" in folded or "-" in folded else _of_word(folded, rules)
    return tuple(dict.fromkeys((folded, *candidates)))[:MOST_BASES]


def names_are_fixed(language: str | None) -> bool:
    """Whether words that a language writes with a capital in the dictionary have one form only, as in French."""
    rules = _rules()[1].get((language or "").partition("-")[0])
    return rules is not None and rules.names == "fixed"


def names_are_declined(name: str, language: str | None) -> bool:
    """Return whether a person's name may stand in a case.

    Not in English; nor what may well be a woman's in the nominative (Александра Иванова, for a man's genitive).
    """
    rules = _rules()[1].get((language or "").partition("-")[0])
    if rules is None or rules.names != "declined":
        return False
    return rules.women is None or rules.women.fullmatch(name) is None


def _women(given: str, surnames: str) -> re.Pattern[str]:
    """Return the pattern of a name whose first word ends as women's do, and whose last word does so too."""
    first, last = (given.replace(" ", "|"), surnames.replace(" ", "|"))
    return re.compile(rf"\w*(?:{first})\s(?:.*\s)?\w*(?:{last})", re.IGNORECASE)


def _of_word(word: str, rules: _Rules) -> list[str]:
    """Return the dictionary forms of a word in one piece."""
    found = _by_ending(word, rules)
    for head, stands_for in rules.heads.items():
        if word.startswith(head) and len(word) - len(head) >= rules.stem:
            for base, _ in stands_for:
                rest = base + word[len(head) :]
                found += (rest, *_by_ending(rest, rules))
    return found


def _by_ending(word: str, rules: _Rules) -> list[str]:
    """Return what a word is with other endings, by the longest ending first."""
    found = []
    for length in rules.lengths.get(word[-1:], rules.no_ending):
        cut = len(word) - length
        if cut >= rules.stem:
            for base, after in rules.endings.get(word[cut:], ()):
                if not after or word[cut - 1] in after:
                    found.append(word[:cut] + base)
    return found


def _of_compound(word: str, rules: _Rules) -> Iterator[str]:
    """Yield the dictionary forms of a word with apostrophes or hyphens."""
    before, mark, after = word.partition("'")
    if mark and before in rules.elided:
        word = after
        yield word
    before, mark, after = word.rpartition("'")
    if mark and rules.apostrophe:
        word = before
        yield word
    parts = word.split("-")
    if len(parts) > _MOST_PARTS:
        return
    options = [(part, *_of_word(part, rules)) for part in parts]
    # One inflected part is the rule (Нью-Йорке, Ростове-на-Дону), all of them the exception (Гори-Цхинвали).
    for index in range(len(parts) - 1, -1, -1):
        for option in options[index][1 : 5 if index == len(parts) - 1 else 3]:
            yield "-".join((*parts[:index], option, *parts[index + 1 :]))
    for chosen in product(*(option[:2] for option in options)):
        yield "-".join(chosen)


def _rules_of(language: str | None, folded: str) -> _Rules | None:
    scripts, languages = _rules()
    if language is None:
        first = next((char for char in folded if char.isalpha()), "")
        language = scripts.get(unicodedata.name(first, "").partition(" ")[0]) if first else None
    return languages.get((language or "").partition("-")[0])


@lru_cache(maxsize=1)
def _rules() -> tuple[dict[str, str], dict[str, _Rules]]:
    data = cast(dict[str, dict[str, Any]], load_data("inflection.yml"))
    return data["scripts"], {
        language: _language_rules(entry) for language, entry in data["languages"].items()
    }


def _language_rules(entry: dict[str, Any]) -> _Rules:
    classes: dict[str, str] = entry.get("classes", {})
    endings = _table(entry["paradigms"], classes)
    heads = _table(entry.get("heads", []), classes)
    heads = {head: heads[head] for head in sorted(heads, key=lambda head: (-len(head), head))}
    return _Rules(
        endings=endings,
        heads=heads,
        lengths=_lengths(endings),
        no_ending=(0,) if "" in endings else (),
        stem=entry.get("stem", 3),
        elided=frozenset(entry.get("elided", "").split()),
        apostrophe=entry.get("apostrophe", False),
        names=entry.get("names", ""),
        women=_women(*entry["women"]) if "women" in entry else None,
    )


def _lengths(endings: _Endings) -> dict[str, tuple[int, ...]]:
    lengths: dict[str, set[int]] = {}
    for ending in filter(None, endings):
        lengths.setdefault(ending[-1], {0} if "" in endings else set()).add(len(ending))
    return {letter: tuple(sorted(found, reverse=True)) for letter, found in lengths.items()}


def _table(paradigms: list[dict[str, str]], classes: dict[str, str]) -> _Endings:
    """Turn paradigms round: from an ending to the endings of the dictionary forms it may stand for."""
    table: dict[str, dict[tuple[str, frozenset[str]], None]] = {}
    for paradigm in paradigms:
        after = frozenset(key("".join(classes.get(char, char) for char in paradigm.get("after", ""))))
        for base in map(_ending, paradigm["base"].split()):
            for form in paradigm["forms"].split():
                for ending in product(*(classes.get(char, char) for char in _written(form))):
                    table.setdefault(key("".join(ending)), {})[base, after] = None
    return {ending: tuple(stands_for) for ending, stands_for in table.items()}


def _written(ending: str) -> str:
    return "" if ending == "-" else ending


def _ending(ending: str) -> str:
    return key(_written(ending))
