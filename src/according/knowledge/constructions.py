"""Constructions: what stands around a word that tells of an event, and who of it does what to whom.

They are written as rows of signs ("S V (@troops) from|out_of T"), which the head of `codebook/en.yml` describes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, get_args

Role = Literal["source", "target", "both", "event"]
"""Who does it, to whom; one of several who do it to each other; the noun of the event itself beside a light verb."""

Where = Literal["subject", "object", "behind", "case", "possessive", "clause", "infinitive"]
"""Where something stands: `behind` a preposition, in a `case` without one; a `clause` stands for its subject."""

Case = Literal["dat", "gen", "ins"]

_SIGNS = re.compile(r"\[|\]|(?:[STB]!?)?\([^()]*\)(?:\.\w+)?|[^\s\[\]()]+|[()]")
_SLOT = re.compile(r"([STBN])?(!?)(?:\((.+)\))?(?:\.(dat|gen|ins)|('s))?")
_ROLES: dict[str, Role] = {"S": "source", "T": "target", "B": "both", "N": "event"}
_LEADS = re.compile(r"[^\W\d]+(?:['_|-][^\W\d]+)*'?")
_CLAUSE, _INFINITIVE = "that", "inf"
_HEADS = ("V", "N")


@dataclass(frozen=True, slots=True)
class Place:
    """One thing that stands around a word.

    `role` is None for what only has to be there. `leads` are prepositions of which one must stand before it; `nouns`
    the lemmas of which it must be one (empty: any). `actor` says that an actor must stand there, `required` that the
    construction is not met without it.
    """

    where: Where
    role: Role | None = None
    leads: tuple[str, ...] = ()
    case: Case | None = None
    nouns: frozenset[str] = frozenset()
    actor: bool = False
    required: bool = True


@dataclass(frozen=True, slots=True)
class Construction:
    """A row of places in the order of the sentence, without the word itself. `text` is how it is written.

    `rank` is how much it asks for: of two that fit, the one that asks for more, or the same of fewer nouns, says more.
    `chosen` are the places as they choose what fills them: those that ask for nouns before those that anything can
    fill. `needs` are sets of words of which each must have one in the sentence, else the construction is not met.
    """

    text: str
    places: tuple[Place, ...]
    rank: tuple[int, int] = field(init=False, repr=False, compare=False)
    chosen: tuple[Place, ...] = field(init=False, repr=False, compare=False)
    needs: tuple[frozenset[str], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Derive once what is asked for with every sentence."""
        asked = [place for place in self.places if place.required]
        rank = (
            sum((place.where != "subject") + 2 * bool(place.nouns) + place.actor for place in asked),
            -sum(len(place.nouns) for place in asked),
        )
        chosen = tuple(sorted(self.places, key=lambda place: (not place.nouns, not place.required)))
        leads = (place.leads for place in asked if place.where == "behind")
        needs = (*(place.nouns for place in asked), *(_first_words(each) for each in leads))
        object.__setattr__(self, "rank", rank)
        object.__setattr__(self, "chosen", chosen)
        object.__setattr__(self, "needs", tuple(need for need in needs if need))

    def asked(self) -> frozenset[tuple[tuple[str, ...], ...]]:
        """Return all that the required places can be met by, each preposition and noun spelled out."""
        rows: list[tuple[tuple[str, ...], ...]] = [()]
        for place in self.places:
            if place.required and (place.where != "subject" or place.nouns or place.actor):
                rows = [(*row, key) for row in rows for key in _keys(place)]
        return frozenset(rows)


def _first_words(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(phrase.partition(" ")[0] for phrase in phrases)


def _keys(place: Place) -> list[tuple[str, ...]]:
    fixed = place.where, place.case or "", "!" if place.actor else ""
    return [(*fixed, lead, noun) for lead in place.leads or ("",) for noun in sorted(place.nouns) or ("",)]


def construction(text: str, head: Literal["V", "N"], classes: Mapping[str, frozenset[str]]) -> Construction:
    """Return what a row of signs means for a verb (`head` "V") or a noun ("N").

    `classes` are the nouns that "@name" stands for. Raises ValueError, saying what is wrong, for a row without meaning.
    """
    places: list[Place] = []
    before, optional = True, False
    leads: tuple[str, ...] = ()
    for sign in _signs(text):
        place = None
        if sign in "[]":
            if optional is (sign == "[") or (optional and leads):
                raise ValueError(f"the brackets of {text!r} do not match")
            places.extend(_nothing_but(leads))
            optional, leads = sign == "[", ()
        elif before and sign == head:
            before = False
        elif sign == _INFINITIVE:
            place = Place("infinitive", None, _spaced(leads))
        elif match := _SLOT.fullmatch(sign):
            place = _slot(match, before, leads, classes)
        elif before or sign != sign.lower() or not _LEADS.fullmatch(sign):
            raise ValueError(f"{sign!r} in {text!r} is no sign of a construction")
        else:
            places.extend(_nothing_but(leads))
            leads = _choice(sign)
        if place is not None:
            if optional and place.role is None and not place.nouns:
                raise ValueError(f"{sign!r} in {text!r} says nothing where it may be missing")
            places.append(replace(place, required=not optional))
            leads = ()
    if before or optional:
        raise ValueError(f"{text!r} needs one {head} and matching brackets")
    return Construction(text, (*places, *_nothing_but(leads)))


def _signs(text: str) -> Iterator[str]:
    """Yield the signs of a row; a parenthesis without its pair is a sign that nothing knows."""
    return (match.group() for match in _SIGNS.finditer(text))


def _choice(sign: str) -> tuple[str, ...]:
    leads = tuple(sign.split("|"))
    if len(leads) > 1 and {_CLAUSE, _INFINITIVE} & {*leads}:
        raise ValueError(f"{sign!r} offers a choice that needs a construction for each")
    return leads


def _bare(before: bool, leads: tuple[str, ...]) -> Where:
    if before:
        return "subject"
    return "behind" if leads else "object"


def _spaced(leads: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(lead.replace("_", " ") for lead in leads)


def _slot(
    match: re.Match[str], before: bool, leads: tuple[str, ...], classes: Mapping[str, frozenset[str]]
) -> Place:
    letter, actor, listed, case, possessive = match.groups()
    if letter is None and (actor or listed is None):
        raise ValueError(f"{match.group()!r} is nobody and nothing")
    where = _bare(before, leads)
    if leads == (_CLAUSE,):
        where, leads = "clause", ()
    elif possessive:
        where = "possessive"
    elif case and not leads:
        where = "case"
    known = next((each for each in get_args(Case) if each == case), None)
    nouns = frozenset() if listed is None else _nouns(listed, classes)
    return Place(where, _ROLES.get(letter or ""), _spaced(leads), known, nouns, bool(actor))


def _nothing_but(leads: tuple[str, ...]) -> Iterator[Place]:
    """Yield the place of prepositions behind which anything may stand ("accuse T of")."""
    if leads == (_CLAUSE,):
        yield Place("clause")
    elif leads:
        yield Place("behind", None, _spaced(leads))


def _nouns(written: str, classes: Mapping[str, frozenset[str]]) -> frozenset[str]:
    found: set[str] = set()
    for word in written.split():
        if word.startswith("@"):
            if word[1:] not in classes:
                raise ValueError(f"no class of nouns is called {word[1:]!r}")
            found |= classes[word[1:]]
        else:
            found.add(word.replace("_", " ").lower())
    if not found:
        raise ValueError("a pair of parentheses needs nouns")
    return frozenset(found)
