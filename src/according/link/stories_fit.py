"""How sure it is that two articles tell one piece of news."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import date
from math import exp, fsum, sqrt
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from according.link.days import Days, apart, days
from according.link.rarity import WINDOW, Rarity, Token
from according.model import content_id
from according.views import Item, Referent

Key = TypeVar("Key")
Vector = npt.NDArray[np.float32]
Weights = Mapping[str, float]
"""What an article has, with how rare it is."""

SPAN = 8
"""Days between two articles beyond which they tell of different news, however alike they are."""
_EXACT = 3
"""Days that a publication date may mean and still say when an article appeared: a month is none."""
_TELLING = 12.0
"""Figures above this are seldom equal by chance."""
_LONG_AGO = 40
"""Days between all that two articles name and when they appeared from which they are about different times."""
_NEXT = 1
"""Days between those that two leads name up to which they may mean one: it happened in the night."""
_APART = 0.3
"""Cosine below which beginnings speak against one story, the more the less alike: 24 of 25 pairs of blurbs on one event
in two languages reach it. Those of translations into languages that the encoder hardly knows do as well."""
_EVEN = 0.15
"""Added to what a share is taken of: one common name that is all that two leads have says little."""
_MOST = 3.0
"""Words in common, by their rarity, that count."""

# Log-odds. From a logistic regression on pairs of news blurbs that were written independently in four languages and on
# pairs of news articles with their translations into five, of which half each were looked at; for days and for articles
# of one language, of which these have few about one thing, set by hand.
_ALIKE = {
    "base": -6.4, "vector": 7.5, "apart": -12.0, "one language": -1.2, "names": 2.0, "background": 4.0, "stems": 2.0,
    "stems of one language": -1.0, "elsewhere": -3.0, "figures": 1.3, "figures behind": 0.8, "days": 4.0,
    "other days": -2.5, "another time": -2.0, "one undated": -3.5,
}  # fmt: skip
_UNKNOWN = {
    "base": -4.7, "vector": 0.0, "apart": 0.0, "one language": 0.0, "names": 3.0, "background": 7.5, "stems": 2.0,
    "stems of one language": 0.0, "elsewhere": -1.8, "figures": 0.2, "figures behind": 2.0, "days": 2.0,
    "other days": -2.5, "another time": -2.0, "one undated": -3.5,
}  # fmt: skip
"""Where the encoder does not know the language of one of them, so that names have to say it."""


@dataclass(frozen=True, slots=True)
class Told:
    """What an article is about, as far as it is compared.

    `when` are the days that it may have been published, None where that may be any of many; `window` that for which
    rarity is counted; `times` when it was published or, where that is not known, the days that it names. `vector`
    consists of whole numbers, so that sums of their products are exact, and has the length `length`. `names`, `stems`
    and `days` are those of its lead, `actors` and `figures` those of all of it; `size` and `whole` the lengths of
    `names` and `actors` as vectors; `dated` are the days that all of it names. `drawn` is a hash of the vector.
    """

    item: Item
    when: Days | None
    window: int | None
    published: Days | None
    times: tuple[Days, ...]
    vector: Vector | None
    length: float
    names: Weights
    stems: Weights
    actors: Weights
    days: Weights
    figures: Mapping[tuple[float, str], float]
    size: float
    whole: float
    dated: frozenset[str]
    drawn: str

    @property
    def mark(self) -> str:
        """A hash of all that likeness depends on."""
        lead = self.item.lead
        held = (self.names, self.stems, self.actors, self.days, self.figures)
        return content_id(
            self.drawn, self.item.language or "", repr(self.item.published),
            repr((self.when, self.times)), repr(sorted(self.dated)),
            *(repr(sorted(each.items())) for each in held),
            *(repr(sorted(each)) for each in (lead.lands, lead.days, lead.figures)),
            repr(sorted(map(repr, lead.spelled))),
        )  # fmt: skip


def when(item: Item) -> Days | None:
    """Return the days on which an article may have been published, None where they are too many to tell."""
    known = days(item.published)
    return known if known is not None and known[1] - known[0] < _EXACT else None


def window(item: Item) -> int | None:
    """Return the window of time that an article is in."""
    known = when(item)
    return known[0] // WINDOW if known is not None else None


def tokens(item: Item) -> Iterator[Token]:
    """Yield what an article may have in common with others."""
    yield from (entity for entity, _ in item.actors)
    yield from (("stem", stem) for stem in item.lead.stems)
    yield from (("day", day) for day in item.days)
    yield from (("figure", figure) for figure in item.figures)


def told(item: Item, rare: Rarity) -> Told:
    """Return an article as it is compared with others."""
    of = window(item)
    actors = {each: rare.of(each, of) for each, _ in item.actors}
    names = {each: rare.of(each, of) for each in item.lead.actors}
    raw = item.sketch.vector
    vector = np.frombuffer(raw, np.int8).astype(np.float32) if raw is not None and any(raw) else None
    return Told(
        item=item,
        when=when(item),
        window=of,
        published=days(item.published),
        times=_times(item),
        vector=vector,
        length=sqrt(float(vector @ vector)) if vector is not None else 0.0,
        names=names,
        stems={each: rare.of(("stem", each), of) for each in item.lead.stems},
        actors=actors,
        # That an article names the day on which it appears says nothing.
        days={each: rare.of(("day", each), of) for each in item.lead.days if each != item.published},
        figures={each: rare.of(("figure", each), of) for each in item.figures if each[0] > _TELLING},
        size=_length(names.values()),
        whole=_length(actors.values()),
        dated=item.days - {item.published},
        drawn=content_id((raw or b"").hex()),
    )


def _length(weights: Iterable[float]) -> float:
    # Exact sums: the order in which a set yields its members must not show.
    return sqrt(fsum(each * each for each in weights))


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two articles have in common: how sure it is, 0 to 1, that they tell one piece of news, and why."""

    score: float
    vector: float | None
    names: int
    days: int
    figures: int
    apart: int | None

    @property
    def reason(self) -> str:
        """In words for people."""
        named = (
            f"{self.names} names in common" if self.names > 1 else "a name in common" if self.names else ""
        )
        alike = f"title and beginning alike ({self.vector:.2f})" if self.vector is not None else ""
        time = (
            "" if self.apart is None else f"{self.apart} days apart" if self.apart > 1 else "of the same days"
        )
        days, figures = "about one day" * bool(self.days), "equal figures" * bool(self.figures)
        return ", ".join(filter(None, (named, alike, days, figures, time))) or "words in common"


def likeness(one: Told, other: Told) -> Likeness | None:
    """Compare two articles; None where too much time lies between them."""
    gap = apart(one.published, other.published)
    if gap is not None and gap > SPAN:
        return None
    cosine = None
    if one.vector is not None and other.vector is not None:
        cosine = float(one.vector @ other.vector) / (one.length * other.length)
    weights = _UNKNOWN if cosine is None else _ALIKE
    named = one.names.keys() & other.names.keys()
    figures = one.figures.keys() & other.figures.keys()
    first = figures & one.item.lead.figures & other.item.lead.figures
    same = one.item.language == other.item.language
    lands = one.item.lead.lands, other.item.lead.lands
    dated = one.days.keys() & other.days.keys()
    words = min(_MOST, _common(one.stems, other.stems, _words(one, other, {*named, *dated, *first})))
    odds = fsum(
        (
            weights["base"],
            weights["vector"] * (cosine or 0.0),
            weights["apart"] * max(0.0, _APART - (cosine or 0.0)),
            weights["one language"] * same,
            weights["names"] * _common(one.names, other.names, named) / (one.size * other.size + _EVEN),
            weights["background"] * _background(one, other),
            (weights["stems"] + weights["stems of one language"] * same) * words,
            weights["elsewhere"] * (all(lands) and lands[0].isdisjoint(lands[1])),
            weights["figures"] * min(1.0, _common(one.figures, other.figures, first)),
            weights["figures behind"] * min(1.0, _common(one.figures, other.figures, figures)),
            weights["days"] * _about(one, other, dated),
            weights["other days"] * _other_days(one.item.lead.days, other.item.lead.days),
            weights["another time"] * _another_time(one, other),
            weights["one undated"] * _one_undated(one, other, bool(dated)),
        )
    )
    return Likeness(1 / (1 + exp(-odds)), cosine, len(named), len(dated), len(figures), gap)


def _common(one: Mapping[Key, float], other: Mapping[Key, float], both: Set[Key]) -> float:
    """Return how much it says that two articles have something in common."""
    return fsum(min(one[each], other[each]) ** 2 for each in both)


def _words(one: Told, other: Told, both: Set[Referent]) -> Set[str]:
    """Return the words that two leads have in common beside those for what both name: nothing counts twice."""
    said = {stem for each in (one, other) for what, stem in each.item.lead.spelled if what in both}
    return (one.stems.keys() & other.stems.keys()) - said


def _background(one: Told, other: Told) -> float:
    """Return the share of all that they name that two articles have in common."""
    both = one.actors.keys() & other.actors.keys()
    return _common(one.actors, other.actors, both) / (one.whole * other.whole + _EVEN)


def _about(one: Told, other: Told, dated: Set[str]) -> float:
    """Return how much two articles are about days that both leads name, 0 to 1.

    What is one of many days that an article tells of is not its news: it may only begin with it.
    """
    both = len(one.dated & other.dated)
    share = both / sqrt(len(one.dated) * len(other.dated)) if both else 1.0
    return min(1.0, _common(one.days, other.days, dated)) * share


def _one_undated(one: Told, other: Told, dated: bool) -> bool:
    """Whether the time of one of two articles is unknown, and no day that both name makes up for it."""
    return (one.item.published is None) != (other.item.published is None) and not dated


def _other_days(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether both leads name days, and none of the one is near one of the other."""
    one, other = ([date.fromisoformat(each).toordinal() for each in leads] for leads in (some, others))
    return bool(one and other) and all(abs(here - there) > _NEXT for here in one for there in other)


def _another_time(one: Told, other: Told) -> bool:
    """Whether long times lie between when two articles appeared or, where that is not known, the days they name."""
    if not one.times or not other.times:
        return False
    return all((apart(here, there) or 0) > _LONG_AGO for here in one.times for there in other.times)


def _times(item: Item) -> tuple[Days, ...]:
    published = days(item.published)
    if published is not None:
        return (published,)
    # What a lead names is the news; what follows may be the background of any time.
    named = item.lead.days or item.days
    return tuple((day, day) for day in (date.fromisoformat(each).toordinal() for each in sorted(named)))
