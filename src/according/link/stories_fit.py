"""How sure it is that two articles tell one piece of news."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import exp, fsum, sqrt

import numpy as np
import numpy.typing as npt

from according.link.days import Days, apart, days
from according.link.rarity import WINDOW, Rarity, Token
from according.views import Item

Vector = npt.NDArray[np.float32]

SPAN = 8
"""Days between two articles beyond which they tell of different news, however alike they are."""
_EXACT = 3
"""Days that a publication date may mean and still say when an article appeared: a month is none."""
_TELLING = 12.0
"""Figures above this are seldom equal by chance."""
_MOST = 2
"""Equal figures, or days named by both, that count."""

# Log-odds, from a logistic regression on pairs of articles of which half are about one thing: news blurbs written
# independently in four languages, and news articles with their translations into five.
_ALIKE = {
    "base": -6.5, "vector": 7.0, "names": 4.5, "stems": 2.4, "stems of one language": -2.8, "one language": -0.7,
    "elsewhere": -3.0, "figures": 1.4, "days": 0.5, "day apart": -0.15,
}  # fmt: skip
_UNKNOWN = {
    "base": -5.1, "vector": 0.0, "names": 5.5, "stems": 2.4, "stems of one language": 0.0, "one language": 0.0,
    "elsewhere": -2.0, "figures": 2.0, "days": 0.5, "day apart": -0.15,
}  # fmt: skip
"""Where the encoder does not know the language of one of them, so that names have to say it."""


@dataclass(frozen=True, slots=True)
class Told:
    """What an article is about, as far as it is compared: its lead's names and stems with how rare they are.

    `when` are the days that it may have been published, None where that may be any of many; `window` that for which
    rarity is counted. `vector` consists of whole numbers, so that sums of their products are exact, and has the length
    `length`; `size` is the length of `names` as a vector.
    """

    item: Item
    when: Days | None
    window: int | None
    vector: Vector | None
    length: float
    names: Mapping[str, float]
    stems: Mapping[str, float]
    size: float


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
    yield from item.lead
    yield from (("stem", stem) for stem in item.stems)


def told(item: Item, rare: Rarity) -> Told:
    """Return an article as it is compared with others."""
    of = window(item)
    names = {each: rare.of(each, of) for each in item.lead}
    stems = {each: rare.of(("stem", each), of) for each in item.stems}
    raw = item.sketch.vector
    vector = np.frombuffer(raw, np.int8).astype(np.float32) if raw is not None and any(raw) else None
    length = sqrt(float(vector @ vector)) if vector is not None else 0.0
    return Told(item, when(item), of, vector, length, names, stems, _length(names.values()))


def _length(weights: Iterable[float]) -> float:
    # Exact sums: the order in which a set yields its members must not show.
    return sqrt(fsum(each * each for each in weights))


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two articles have in common: how sure it is, 0 to 1, that they tell one piece of news, and why."""

    score: float
    vector: float | None
    names: int
    figures: int
    apart: int | None

    @property
    def reason(self) -> str:
        """In words for people."""
        alike = f"title and beginning alike ({self.vector:.2f})" if self.vector is not None else ""
        named = (
            f"{self.names} names in common" if self.names > 1 else "a name in common" if self.names else ""
        )
        figures = "equal figures" if self.figures else ""
        time = (
            "" if self.apart is None else f"{self.apart} days apart" if self.apart > 1 else "of the same days"
        )
        return ", ".join(filter(None, (named, alike, figures, time))) or "words in common"


def likeness(one: Told, other: Told) -> Likeness | None:
    """Compare two articles; None where too much time lies between them."""
    gap = apart(days(one.item.published), days(other.item.published))
    if gap is not None and gap > SPAN:
        return None
    cosine = None
    if one.vector is not None and other.vector is not None:
        cosine = float(one.vector @ other.vector) / (one.length * other.length)
    weights = _UNKNOWN if cosine is None else _ALIKE
    named = one.names.keys() & other.names.keys()
    common = fsum(min(one.names[each], other.names[each]) ** 2 for each in named)
    size = one.size * other.size
    words = fsum(
        min(one.stems[each], other.stems[each]) ** 2 for each in one.stems.keys() & other.stems.keys()
    )
    figures = min(_MOST, sum(value > _TELLING for value, _ in one.item.figures & other.item.figures))
    same = one.item.language == other.item.language
    lands = one.item.lands, other.item.lands
    odds = (
        weights["base"]
        + weights["vector"] * (cosine or 0.0)
        + weights["names"] * (common / size if size else 0.0)
        + (weights["stems"] + weights["stems of one language"] * same) * words
        + weights["one language"] * same
        + weights["elsewhere"] * (all(lands) and lands[0].isdisjoint(lands[1]))
        + weights["figures"] * figures
        + weights["days"] * min(_MOST, len(one.item.days & other.item.days))
        + weights["day apart"] * (gap or 0)
    )
    return Likeness(1 / (1 + exp(-odds)), cosine, len(named), figures, gap)
