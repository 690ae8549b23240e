"""Which place a name means, for all place names of an article together.

Every candidate of the gazetteer gets a score: a weighted sum of what speaks for it (how many live there, how good the
name is, the countries that the article speaks of, what is said beside the name, how near the other places of the
article are). A name's probabilities are the softmax of its scores and of "none of these"; as the places depend on each
other, they are worked out in a few rounds, each with the probabilities of the last (mean field). The weights were
fitted by `python -m benchmarks.toponyms --fit` (conditional logistic regression, McFadden 1974).

    >>> paris = PlaceName("Paris", within=frozenset({"US.TX"}))
    >>> resolve([paris], Context())[0].place.admin
    'US.TX'
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import cast

from according.knowledge.fold import load_data
from according.knowledge.gazetteer import Match, Place, lookup
from according.knowledge.gazetteer_build import DERIVED, KNOWN, MAIN
from according.knowledge.inflection import bases
from according.knowledge.states import state_by_code, state_words
from according.knowledge.toponymy import place_key
from according.link.place_context import PlaceName
from according.link.sounding import sounding
from according.model import Location

SURE = 0.6
"""Probability from which a place has a point. Even odds with a margin for what no corpus has: on the odd articles of
TR-News it keeps 0.896 of the names, 0.960 of them right, as even odds do; from 0.7 on it costs more than it gains."""

_ROUNDS = 3
_MOST_CANDIDATES = 12
"""Candidates a name keeps after a first look at each by itself."""
_REACH_KM = 200
"""Distance at which nearness has fallen to 1/e: an hour or three by road, a region in most countries."""
_MOST_NEAR = 100
"""Likeliest places of an article that others are measured against: more say nothing new."""
_SEAT_KM = 100
"""Up to this distance a region and its seat of the same name are one place to a reader who asks where."""
_EARTH_KM = 6371.0
_STATE_PROMINENCE = 7.0
"""As of ten million inhabitants: the middle of the world's states."""
_STATE_RENOWN = 100
"""Names of a state, as many as those of a large capital."""

_SEVERAL = re.compile(r"\w[ \-’'‐]\w")
"""Within a name of several words, which few places share."""

Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of an article before its places are. Countries are ISO 3166-1 alpha-2.

    `countries` says how often the article speaks of each, as states, nationalities or capitals; `outlet` is the country
    of its outlet; `near` are places that are certain: its date line, what a person has confirmed.
    """

    countries: Mapping[str, float] = field(default_factory=dict)
    outlet: str | None = None
    near: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolved:
    """The likeliest place for a name, and how likely it is that an article means it.

    `others` are further candidates with theirs; what is missing to 1 is the probability of a place that the gazetteer
    does not have. `capital` is the country whose capital the place is, so that the caller can ask whether the town or
    its government is meant.
    """

    place: Place
    probability: float
    others: tuple[tuple[Place, float], ...]
    capital: str | None

    @property
    def sure(self) -> bool:
        """Whether the place may be taken as the one meant."""
        return self.probability >= SURE


@dataclass(slots=True)
class _Open:
    """A name that is being decided: candidates, what speaks for each by itself, and the present probabilities."""

    name: PlaceName
    key: str
    matches: list[Match]
    own: list[Features]
    probabilities: list[float]


@cache
def weights() -> dict[str, float]:
    """Return the weights of the features, by name."""
    return cast(dict[str, float], load_data("resolution.yml"))


def resolve(names: Sequence[PlaceName], context: Context) -> list[Resolved | None]:
    """Return the place that each name of one article means, in their order; None where no place has such a name.

    A name should be given once, with its count. A state that bears the name is a candidate too (key `state:GE`), for
    names like Georgia; names that can only be a state need not be given.
    """
    return [_resolved(each) for each in _settled(names, context)]


def observations(names: Sequence[PlaceName], context: Context) -> list[list[tuple[Place | None, Features]]]:
    """Return the candidates of each name with their features, as the last round of `resolve` sees them.

    The last candidate, None, is a place that the gazetteer does not have.
    """
    opened = _settled(names, context)
    article = _Article(opened, context)
    return [
        [
            *zip((match.place for match in each.matches), _all(each, article), strict=True),
            (None, none(each.matches)),
        ]
        for each in opened
    ]


def _settled(names: Sequence[PlaceName], context: Context) -> list[_Open]:
    """Return the names with their probabilities after the last round."""
    opened = [_open(name, context) for name in _told(names)]
    opened = _with_sounding(opened, context)
    for _ in range(_ROUNDS):
        article = _Article(opened, context)
        scored = [[_dot(features) for features in _all(each, article)] for each in opened]
        for each, scores in zip(opened, scored, strict=True):
            each.probabilities = softmax([*scores, _dot(none(each.matches))])[:-1]
    return opened


def _told(names: Sequence[PlaceName]) -> list[PlaceName]:
    """Return the names, with what is said beside another spelling ("LONDON, Ky.") where nothing stands beside them."""
    said: dict[str, list[PlaceName]] = defaultdict(list)
    for name in names:
        said[place_key(name.text)].append(name)
    return [
        replace(
            name,
            within=name.within or frozenset().union(*(each.within for each in said[place_key(name.text)])),
            level=name.level or next((each.level for each in said[place_key(name.text)] if each.level), None),
        )
        for name in names
    ]


def softmax(scores: Sequence[float]) -> list[float]:
    """Return probabilities in proportion to the exponentials of `scores`, which are not empty."""
    highest = max(scores)
    powers = [math.exp(score - highest) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


def distance_km(first: Place | Location, second: Place | Location) -> float:
    """Return the distance along the globe in kilometres (haversine formula)."""
    north, south = math.radians(first.latitude), math.radians(second.latitude)
    east = math.radians(second.longitude - first.longitude)
    half = math.sin((south - north) / 2) ** 2 + math.cos(north) * math.cos(south) * math.sin(east / 2) ** 2
    return 2 * _EARTH_KM * math.asin(math.sqrt(min(1.0, half)))


@cache
def _state_names() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for phrase, _, word in state_words():
        if word.role == "name" and word.code not in found[place_key(phrase)]:
            found[place_key(phrase)].append(word.code)
    return {key: tuple(codes) for key, codes in found.items()}


def _states(name: PlaceName) -> Iterator[Match]:
    """Yield the states that bear the name, as places: Georgia is one of two kinds, and the article shows which."""
    exact = place_key(name.text)
    forms = dict.fromkeys((exact, *map(place_key, bases(name.text, name.language))))
    codes = {code: form == exact for form in reversed(forms) for code in _state_names().get(form, ())}
    for code, written in codes.items():
        state = state_by_code(code)
        if state is not None:
            place = Place(
                f"state:{code}", state.name, (), state.latitude, state.longitude, state.country, None, 0, "country",
                contested=False, wikidata=state.wikidata, geonames=state.geonames, capital=False, renown=_STATE_RENOWN,
            )  # fmt: skip
            yield Match(place, MAIN, 1, _STATE_PROMINENCE, inflected=not written)


def _with_sounding(opened: list[_Open], context: Context) -> list[_Open]:
    """Return the names, the doubtful ones with places that sound so in a country that the article speaks of."""
    sure = [each for each in opened if max(each.probabilities, default=0.0) >= SURE]
    if len(sure) == len(opened):
        return opened
    likely = (
        each.matches[max(range(len(each.matches)), key=each.probabilities.__getitem__)] for each in sure
    )
    spoken = {place.country for place in (*context.near, *(match.place for match in likely))}
    countries = [each for each in {*spoken, context.outlet, *context.countries} if each]
    known = {each.key for each in sure}
    return [each if each.key in known else _also(each, countries, context) for each in opened]


def _also(each: _Open, countries: Sequence[str], context: Context) -> _Open:
    """Return a name with the places that sound like it as further candidates."""
    known = {match.place.key for match in each.matches}
    others = [match for match in sounding(each.name, countries) if match.place.key not in known]
    return _scored(each.name, [*each.matches, *others], context) if others else each


def _open(name: PlaceName, context: Context) -> _Open:
    return _scored(name, [*_states(name), *lookup(name.text, name.language)], context)


def _scored(name: PlaceName, matches: list[Match], context: Context) -> _Open:
    """Return a name with its likeliest candidates."""
    own = [_own(name, match, matches, context) for match in matches]
    ranked = sorted(zip(matches, own, strict=True), key=lambda each: (-_dot(each[1]), each[0].place.key))
    kept = ranked[:_MOST_CANDIDATES]
    found = [match for match, _ in kept]
    scores = [*(_dot(features) for _, features in kept), _dot(none(found))]
    return _Open(name, place_key(name.text), found, [features for _, features in kept], softmax(scores)[:-1])


def none(matches: Sequence[Match]) -> Features:
    """Return what speaks for a place that the gazetteer does not have, less when it has a famous one of that name."""
    return {
        "none": 1.0,
        "none of the famous": math.log(max((each.place.renown for each in matches), default=0) + 1),
    }


def _own(name: PlaceName, match: Match, matches: Sequence[Match], context: Context) -> Features:
    """Return what speaks for a candidate without regard to the other names."""
    place = match.place
    level = name.level or match.level
    region = place.precision == "region"
    found: Features = {
        "prominence": match.prominence,
        "renown": math.log(place.renown + 1),
        "spellings": math.log(match.spellings),
        "main": float(match.evidence == MAIN),
        "known": float(match.evidence == KNOWN),
        "several words": float(match.evidence != DERIVED and bool(_SEVERAL.search(name.text))),
        "derived": float(match.evidence == DERIVED),
        "inflected": float(match.inflected and any(not each.inflected for each in matches)),
        "state": float(place.precision == "country"),
        "region": float(region and level is None),
        "as asked": float(level is not None and region == (level == "region")),
        "not asked": float(level is not None and region != (level == "region")),
        "within": float(bool(name.within) and (place.country in name.within or place.admin in name.within)),
        "capital": float(place.capital),
        "outlet": float(place.country is not None and place.country == context.outlet),
        "seat": float(region and level is None and _has_namesake(match, matches)),
    }
    return {feature: value for feature, value in found.items() if value}


def _has_namesake(match: Match, matches: Sequence[Match]) -> bool:
    """Whether a region has a large town of the same name: Aleppo the city is meant more often than its governorate."""
    return any(
        each.place.admin == match.place.admin
        and each.place.precision == "town"
        and each.place.population >= match.place.population / 4
        for each in matches
    )


class _Tally:
    """How much an article speaks of each area: by itself, and through each of its names."""

    def __init__(self, given: Mapping[str, float]) -> None:
        self._given = dict(given)
        self._all = dict(given)
        self._of: dict[str, dict[str, float]] = defaultdict(dict)
        self._names: Counter[str] = Counter()

    def add(self, key: str, area: str | None, amount: float) -> None:
        """Count an area as spoken of by the name of that key."""
        if area:
            own = self._of[key]
            self._names[area] += area not in own
            own[area] = own.get(area, 0.0) + amount
            self._all[area] = self._all.get(area, 0.0) + amount

    def without(self, key: str, area: str | None) -> float:
        """Return how much the article speaks of an area, the name of that key left out."""
        own = self._of.get(key, {})
        if not area or area not in own:
            return self._all.get(area or "", 0.0)
        if self._names[area] == 1:  # without the rounding errors of a subtraction
            return self._given.get(area, 0.0)
        return max(0.0, self._all[area] - own[area])

    def total(self, key: str) -> float:
        """Return how much it speaks of all areas, the name of that key left out."""
        own = self._of.get(key, {})
        rest = sum(amount for area, amount in self._all.items() if area not in own)
        return rest + sum(self.without(key, area) for area in own)


class _Article:
    """What an article speaks of and its likeliest places, by the present probabilities of its names."""

    def __init__(self, opened: Sequence[_Open], context: Context) -> None:
        countries, regions = Counter[str](), Counter[str]()
        for place in context.near:
            countries[place.country or ""] += 1
            regions[place.admin or ""] += 1
        spoken = {
            code: countries[code] + context.countries.get(code, 0.0)
            for code in {**context.countries, **countries}
        }
        self.countries = _Tally({code: amount for code, amount in spoken.items() if code})
        self.regions = _Tally({code: float(count) for code, count in regions.items() if code})
        likely: list[tuple[float, str | None, Place]] = [(1.0, None, place) for place in context.near]
        for each in opened:
            for match, probability in zip(each.matches, each.probabilities, strict=True):
                self.countries.add(each.key, match.place.country, probability * each.name.count)
                self.regions.add(each.key, match.place.admin, probability)
            if each.matches:
                best = max(range(len(each.matches)), key=each.probabilities.__getitem__)
                likely.append((each.probabilities[best], each.key, each.matches[best].place))
        self._likely = sorted(likely, key=lambda found: -found[0])[:_MOST_NEAR]

    def nearness(self, key: str, place: Place) -> float:
        """Return how near a likely place is, 0 to 1, the name of that key left out."""
        nearest = 0.0
        for weight, name, other in self._likely:
            if weight <= nearest:
                break
            if name != key:
                nearest = max(nearest, weight * math.exp(-distance_km(place, other) / _REACH_KM))
        return nearest


def _all(each: _Open, article: _Article) -> list[Features]:
    """Return all features of a name's candidates, those that depend on the other names included."""
    total = article.countries.total(each.key)
    found = []
    for match, own in zip(each.matches, each.own, strict=True):
        spoken = article.countries.without(each.key, match.place.country)
        features = {
            "country share": spoken / total if total else 0.0,
            "country": min(1.0, spoken),
            "elsewhere": 0.0 if spoken or "within" in own else min(1.0, total),
            "same region": min(1.0, article.regions.without(each.key, match.place.admin)),
            "near": article.nearness(each.key, match.place),
        }
        found.append(own | {feature: value for feature, value in features.items() if value})
    return found


def _dot(features: Features) -> float:
    known = weights()
    return sum(known[feature] * value for feature, value in features.items())


def _resolved(each: _Open) -> Resolved | None:
    if not each.matches:
        return None
    ranked = sorted(
        zip((match.place for match in each.matches), each.probabilities, strict=True),
        key=lambda pair: (-pair[1], pair[0].key),
    )
    (best, probability), *others = ranked
    # The doubt is not between a region and its seat.
    same = [other for other in others if _is_seat(other[0], best)]
    return Resolved(
        best,
        min(1.0, probability + sum(share for _, share in same)),
        tuple(other for other in others if other not in same),
        best.country if best.capital else None,
    )


def _is_seat(first: Place, second: Place) -> bool:
    """Whether one of two places of one name is a region and the other lies in it, not far from its middle."""
    return (
        first.admin == second.admin is not None
        and "region" in (first.precision, second.precision)
        and distance_km(first, second) <= _SEAT_KM
    )
