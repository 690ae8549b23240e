"""Units: what figures are counted in, and the words around them that say how they are meant.

`units/<language>.yml` holds, in dictionary forms or in any form that stands in texts:

measures: unit → phrases. Units are ISO 4217 codes for money, SI signs or English names for the others. Names of money
  that CLDR has need not stand there; money_noun: whether the noun is the first or last word of them; no_money: nouns of
  them that are other words.
times: the units that are lengths of time. things: unit → nouns that are counted in it. stems: unit → how adjectives
  that are joined to a number begin (20-летний). unit_before: unit → phrases before a number. percent_before: words
  before a number that make it a percentage.
lasting: nouns after an adjective of years that are not persons with an age. reached: how verbs begin after which
  "up to" a number is the number. partitive: words for "of" between any number and what is counted.
casualties: words after a bare number that make it persons. harming: the same before it, verbs in forms whose object or
  subject the number is. feared: words between a number in digits and those. hurting: casualties that only people are.
  persons: number words that count nothing but persons. among: words before those of whom the next number is a part.
peopled: words after a number with an m ("3m") that make it millions of people. named: names that begin with a number.
compared: words before a date that something of another date is compared with.
counts: words before a noun whose number is then told; tolls: those of them that are of persons without a noun.
tells, sums: verbs and nouns after which a bare number is another of the casualties that a figure before counts; the
  subject of such a verb gives the number. reckonings: nouns for what is made by the one who gives its number.
between: words between a number and what is counted. whole: words between a share and what it is of.
of_whom: words after which a number is of what was counted before. before, after: qualifier → phrases beside a number.
forecast: words of a clause that make its figures forecasts. ranges: words inside and before two numbers of a range.
per: words after which a unit is no figure. age_before, age_after, age_of, age_units: of ages. past_before, past_after:
  of moments in the past. clock_before, clock_after: of times of the day. names_before: words whose number is a name.
pronoun_one: phrases with a one that counts nothing; elided_one: what is written onto it before it; elided_of: "of" so
  written, after which a one of a measure counts. streets: what an address is in.
one_before: words before a one of a length of time that counts. hollow: nouns that say nothing of what is measured.
clock_of: words after an hour of the day.
doubtful: unit of money → what its name also means; that is meant when words near it begin like `doubtful_near`, or by
  a noun after it that is not in `money`; not in texts with a sign of `doubtless`.
hearsay, hearsay_ends, hearsay_particles: auxiliaries and ends of verbs in a mood that goes on with what somebody said,
  and words that say so. writer: words of who writes for himself.
intends: verbs whose subject plans or expects what comes after them.
during: qualifiers that before a length of time say that it lasted so long, unless a word of `during_unless` stands
  before them.
change_by: words between a verb and the share by which something changes; articles: may stand between a qualifier and a
  number; share_of: after a share like `whole`, before persons or one of `wholes`.
adjective_ends: how adjectives end where no tagger tells them from nouns; capital_nouns: all nouns have a capital.
plurals: nouns have another form after numbers above one; invariant: those that have not.
definite: words that make "the two" those who were named before.
`units/symbols.yml` holds what all languages write: signs, currency codes, letters after digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, cast, get_args

from according.knowledge.currencies import currencies
from according.knowledge.fold import fold, load_data, texts
from according.knowledge.inflection import bases
from according.knowledge.states import state_words
from according.model import Qualifier

_FOLDER = Path(__file__).with_name("units")
_WORDS = re.compile(r"[^\W_]+")
_LONGEST_WORD = 24
_PEOPLES = ("demonym", "adjective")
"""Where a capital makes an adjective a people, both are one word."""


@dataclass(frozen=True, slots=True)
class Symbols:
    """What all languages write: signs before and after numbers, codes of currencies, letters after digits."""

    signs: tuple[tuple[str, str], ...]
    """Sign and unit, the longest first."""
    codes: frozenset[str]
    dollars: dict[str, str]
    """Whose dollars they are, by the letters beside the sign."""
    letters: dict[str, str]


@dataclass(frozen=True, slots=True)
class UnitWords:
    """The words around the figures of one language, folded."""

    measures: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = field(default_factory=dict)
    """By their first word: the words of a phrase, the longest phrase first, and its unit."""
    things: dict[str, str] = field(default_factory=dict)
    peoples: frozenset[str] = frozenset()
    """Words for a people, which begin with a capital where they are not in `things`."""
    nationals: frozenset[str] = frozenset()
    """Nouns for a people that begin with a small letter."""
    stems: tuple[tuple[str, str], ...] = ()
    unit_before: tuple[tuple[str, str], ...] = ()
    times: frozenset[str] = frozenset()
    before: dict[str, tuple[tuple[str, Qualifier], ...]] = field(default_factory=dict)
    """By their last word, letters alone; the longest first."""
    after: tuple[tuple[str, Qualifier], ...] = ()
    lists: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The other lists, by their name; the longest phrases first."""
    shared_money: frozenset[str] = frozenset()
    """Nouns that several currencies have."""
    doubtful: dict[str, str] = field(default_factory=dict)
    plurals: bool = False
    """Whether nouns stand in a plural of their own after numbers."""
    capital_nouns: bool = False
    """Whether all nouns begin with a capital."""
    sets: dict[str, frozenset[str]] = field(default_factory=dict)
    """The same, for looking up single words."""

    def phrases(self, name: str) -> tuple[str, ...]:
        """Return the phrases of a list, the longest first; none when the language has no such list."""
        return self.lists.get(name, ())

    def has(self, name: str, word: str) -> bool:
        """Return whether a folded word is in a list."""
        return word in self.sets.get(name, ())


@cache
def symbols() -> Symbols:
    """Return the signs and abbreviations of units."""
    entry = cast(dict[str, Any], load_data("units", "symbols.yml"))
    signs = sorted(entry["signs"].items(), key=lambda pair: (-len(pair[0]), pair[0]))
    dollars = {word: unit for unit, cell in entry["dollars"].items() for word in cell.split()}
    return Symbols(tuple(signs), frozenset(entry["codes"]), dollars, entry["letters"])


@cache
def unit_words(language: str | None) -> UnitWords:
    """Return the words around figures in a language (BCP 47); none where it has no file."""
    name = (language or "").partition("-")[0]
    if not name.isalpha() or name == "symbols" or not (_FOLDER / f"{name}.yml").is_file():
        return UnitWords()
    entry = cast(dict[str, Any], load_data("units", f"{name}.yml"))
    lists = {key: _longest_first(cell) for key, cell in entry.items() if isinstance(cell, list)}
    for key, cell in entry.get("ranges", {}).items():
        lists[f"range {key}"] = _longest_first(cell)
    stems = (
        (stem, unit) for unit, cell in entry.get("stems", {}).items() for stem in fold(cell).text.split()
    )
    return UnitWords(
        measures=_measures(_with_money(name, entry)),
        shared_money=currencies(name, entry.get("money_noun")).shared,
        things=_things(entry["things"]),
        peoples=_peoples(name, small=False),
        nationals=_peoples(name, small=True),
        stems=tuple(sorted(stems, key=lambda pair: (-len(pair[0]), pair[0]))),
        unit_before=_units_before(entry.get("unit_before", {})),
        times=frozenset(entry["times"]),
        before=_by_last_word(_qualifiers(entry.get("before", {}))),
        after=_qualifiers(entry.get("after", {})),
        lists=lists,
        doubtful=entry.get("doubtful", {}),
        plurals=entry.get("plurals", False),
        capital_nouns=entry.get("capital_nouns", False),
        sets={key: frozenset(phrases) for key, phrases in lists.items()},
    )


def _longest_first(phrases: Iterable[object]) -> tuple[str, ...]:
    folded = {fold(str(phrase)).text for phrase in phrases}
    return tuple(sorted(folded, key=lambda phrase: (-len(phrase), phrase)))


def _measures(cells: dict[str, list[str]]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for unit, phrases in cells.items():
        for phrase in _longest_first(phrases):
            words = tuple(word.rstrip(".") for word in phrase.split())
            table.setdefault(words[0], []).append((words, unit))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in table.items()}


def _with_money(language: str, entry: dict[str, Any]) -> dict[str, list[str]]:
    """Return the measures of a language and the names of all currencies that are neither there nor among the things."""
    measures = {unit: [str(phrase) for phrase in phrases] for unit, phrases in entry["measures"].items()}
    taken = {fold(phrase).text for phrases in measures.values() for phrase in phrases} | set(
        _things(entry["things"])
    )
    taken |= {fold(str(phrase)).text for phrase in entry.get("no_money", ())}
    for phrase, code in currencies(language, entry.get("money_noun")).codes.items():
        if phrase not in taken:
            measures.setdefault(code, []).append(phrase)
    return measures


def _peoples(language: str, *, small: bool) -> frozenset[str]:
    """Return the words for peoples, of states and of none, in all forms that lead to one another.

    With `small` those that are nouns though they have no capital: what has none and is an adjective is none by itself.
    """
    words = {
        phrase: word.role
        for phrase, spoken, word in state_words()
        if spoken == language and word.role in _PEOPLES
    }
    named = texts(cast(dict[str, object], load_data("peoples.yml")).get(language))
    rows = [*words.items(), *((name, "demonym") for name in named)]
    return frozenset(
        form
        for phrase, role in rows
        if " " not in phrase and (not small or (role == "demonym" and phrase[:1].islower()))
        for form in bases(phrase, language)
    )


def _units_before(cells: dict[str, list[str]]) -> tuple[tuple[str, str], ...]:
    rows = [(phrase, unit) for unit, phrases in cells.items() for phrase in _longest_first(phrases)]
    return tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0])))


def _things(cells: dict[str, str]) -> dict[str, str]:
    things: dict[str, str] = {}
    for unit, cell in cells.items():
        things.update(dict.fromkeys(fold(cell).text.split(), unit))
    return things


def last_word(written: str) -> str:
    """Return the last letters and digits of a text: "d" of "plus d'"."""
    words = _WORDS.findall(written[-_LONGEST_WORD:])
    return words[-1] if words else ""


def _by_last_word(rows: Iterable[tuple[str, Qualifier]]) -> dict[str, tuple[tuple[str, Qualifier], ...]]:
    table: dict[str, list[tuple[str, Qualifier]]] = {}
    for phrase, qualifier in rows:
        table.setdefault(last_word(phrase), []).append((phrase, qualifier))
    return {word: tuple(found) for word, found in table.items()}


def _qualifiers(cells: dict[str, list[str]]) -> tuple[tuple[str, Qualifier], ...]:
    known = get_args(Qualifier)
    rows: list[tuple[str, Qualifier]] = []
    for name, phrases in cells.items():
        if name not in known:
            raise ValueError(f"no qualifier: {name}")
        rows += ((phrase, cast(Qualifier, name)) for phrase in _longest_first(phrases))
    return tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0])))
