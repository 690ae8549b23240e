"""Place names of English news against GeoNames: the TR-News corpus (Kamalloo and Rafiei 2018), 118 articles.

Measured as Gritta and others propose (A Pragmatic Guide to Geoparsing Evaluation, 2020): a name is right when its point
lies within 161 km (100 miles) of the annotated one, or when it is the very entry of GeoNames: for Russia, Queensland
or Europe any point does. States, and nationalities that stand for them ("Turkish"), are
settled by `knowledge/states.py`, all other names by `link/places.py`. Odd articles were used to fit the weights, even
ones never.

    python -m benchmarks.toponyms            the figures
    python -m benchmarks.toponyms --show     what is wrong in the odd articles
    python -m benchmarks.toponyms --fit      weights fitted to the odd articles, for resolution.yml
"""

from __future__ import annotations

import math
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from according.knowledge.gazetteer import Place, lookup, place
from according.knowledge.phrases import Phrases
from according.knowledge.states import StateWord, location, state_by_code, state_words
from according.link.place_context import PlaceName, place_name
from according.link.places import SURE, Context, Features, observations, resolve, softmax, weights
from according.model import Span
from benchmarks import shared
from benchmarks.articles import analysed, reading
from benchmarks.hosts import country_of_host

NEAR_KM = 161
FARTHEST_KM = 20_039
"""Half of the equator: the error that the area under the curve takes for its worst."""

AREAS = ("CONT", "OCN", "RGN")
"""Feature codes of GeoNames for continents, oceans and regions without borders."""

Point = tuple[float, float]


@dataclass(frozen=True)
class Toponym:
    """A name in a text with the point that an annotator chose, None where GeoNames has none; `id` is GeoNames'.

    `area` is the name of a continent, ocean or region of the world, whose entries no gazetteer shares.
    """

    span: Span
    text: str
    point: Point | None
    id: int | None
    area: str | None = None


@dataclass(frozen=True)
class News:
    """An article with its place names."""

    text: str
    domain: str
    toponyms: tuple[Toponym, ...]


@dataclass(frozen=True)
class Answer:
    """What we make of a toponym: a point (None: unknown to us), its probability, and whether it is a state."""

    toponym: Toponym
    point: Point | None
    probability: float
    state: bool
    id: int | None = None
    name: str | None = None

    @property
    def error_km(self) -> float:
        """Distance from the annotated point; the farthest there is without an answer."""
        if self.point is None or self.toponym.point is None:
            return FARTHEST_KM
        return kilometres(self.point, self.toponym.point)

    @property
    def right(self) -> bool:
        """Whether it is the same entry, or within 161 km."""
        same = self.id is not None and self.id == self.toponym.id
        area = self.name is not None and self.name == self.toponym.area
        return same or area or self.error_km <= NEAR_KM


def kilometres(first: Point, second: Point) -> float:
    """Return the distance along the globe (haversine formula)."""
    (a, b), (c, d) = (tuple(map(math.radians, point)) for point in (first, second))
    half = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(min(1.0, half)))


def articles() -> list[News]:
    """Return the corpus in its order. Annotations whose span is not the name are left out (none are today)."""
    root = ElementTree.parse(shared("eval/data/tr-news/TR-News.xml")).getroot()  # noqa: S314 - a file we chose
    return [_article(each) for each in root]


def _article(element: ElementTree.Element) -> News:
    text = element.findtext("text", "")
    toponyms = []
    for each in element.iterfind("toponyms/toponym"):
        phrase, start = each.findtext("phrase", ""), int(each.findtext("start", "0"))
        span = Span(start, start + len(phrase))
        if text[span.start : span.end] == phrase:
            toponyms.append(_toponym(span, phrase, each.find("gaztag")))
    return News(text, element.findtext("domain", ""), tuple(toponyms))


def _toponym(span: Span, phrase: str, entry: ElementTree.Element | None) -> Toponym:
    if entry is None:
        return Toponym(span, phrase, None, None)
    point = (float(entry.findtext("lat", "")), float(entry.findtext("lon", "")))
    area = entry.findtext("name") if entry.findtext("fcode") in AREAS else None
    return Toponym(span, phrase, point, int(entry.get("geonameid") or 0) or None, area)


@cache
def _states() -> Phrases[StateWord]:
    return Phrases(state_words())


def _state(name: str) -> str | None:
    """Return the state that a whole name stands for; capitals and doubtful names are places first."""
    for match in _states().find(name, "en"):
        word = match.payload
        if match.span == Span(0, len(name)) and not word.ambiguous and word.role not in ("capital", "seat"):
            return word.code
    return None


def context(news: News) -> Context:
    """Return what the text says of states, and where its outlet is at home."""
    counts: Counter[str] = Counter()
    for match in _states().find(news.text, "en"):
        if match.payload.role != "capital" and not match.payload.ambiguous:
            counts[match.payload.code] += 1
    return Context(counts, country_of_host(news.domain))


def names(news: News, spans: Iterable[Span]) -> dict[str, PlaceName]:
    """Return the names at the spans as the resolver takes them, by their text, each with all that its uses say."""
    found: dict[str, PlaceName] = {}
    for span in spans:
        here = place_name(news.text, *span, "en")
        before = found.get(here.text, PlaceName(here.text, "en", 0))
        found[here.text] = PlaceName(
            here.text, "en", before.count + 1, before.within | here.within, before.level or here.level
        )
    return found


def answers(news: News, toponyms: Sequence[Toponym]) -> list[Answer]:
    """Return what we make of the toponyms, given their spans only."""
    states = {each.text: _state(each.text) for each in toponyms}
    places = names(news, (each.span for each in toponyms if not states[each.text]))
    resolved = dict(zip(places, resolve(list(places.values()), context(news)), strict=True))
    found = []
    for each in toponyms:
        code, best = states[each.text], resolved.get(each.text)
        if code and (where := location(code)):
            id_ = known.geonames if (known := state_by_code(code)) else None
            found.append(Answer(each, (where.latitude, where.longitude), 1.0, state=True, id=id_))
        elif best:
            point = (best.place.latitude, best.place.longitude)
            answer = Answer(each, point, best.probability, False, best.place.geonames, best.place.name)
            found.append(answer)
        else:
            found.append(Answer(each, None, 0.0, state=False))
    return found


def figures(found: Sequence[Answer]) -> dict[str, float]:
    """Return the share within 161 km, the area under the curve of errors, and what abstaining gains and costs."""
    known = [each for each in found if each.toponym.point]
    kept = [each for each in known if each.probability >= SURE]
    logs = [math.log(each.error_km + 1) / math.log(FARTHEST_KM + 1) for each in known]
    return {
        "names": float(len(known)),
        "accuracy": sum(each.right for each in known) / len(known),
        "accuracy_161": sum(each.error_km <= NEAR_KM for each in known) / len(known),
        "auc": sum(logs) / len(logs),
        "kept": len(kept) / len(known),
        "accuracy_kept": sum(each.right for each in kept) / len(kept),
        "calibration_error": calibration_error([each for each in known if not each.state]),
    }


def calibration_error(found: Sequence[Answer]) -> float:
    """Return by how much probability and share of right answers differ, over ten bins (Naeini and others 2015)."""
    bins: dict[int, list[Answer]] = defaultdict(list)
    for each in found:
        bins[min(9, int(each.probability * 10))].append(each)
    gaps = (abs(sum(each.probability - each.right for each in group)) for group in bins.values())
    return sum(gaps) / max(1, len(found))


def absent(toponyms: Iterable[Toponym]) -> float:
    """Return the share of names for which the gazetteer and the states have nothing within 161 km by that name."""
    missing = total = 0
    for each in toponyms:
        if each.point and not _state(each.text):
            total += 1
            places = [match.place for match in lookup(each.text, "en")]
            missing += not any(_right(place, each) for place in places)
    return missing / max(1, total)


def end_to_end(corpus: Sequence[News]) -> dict[str, float]:
    """Return F1 of finding names (spans that overlap) and of finding and placing them, by the whole pipeline.

    Nationalities ("Turkish") are annotated as places and are none for us: they count as missed.
    """
    given = true = found = right = 0
    for news in corpus:
        ours = list(placed(news))
        given, true = given + len(ours), true + sum(each.point is not None for each in news.toponyms)
        for each in ours:
            gold = [one for one in news.toponyms if one.point and one.span.overlap(each.toponym.span)]
            found += bool(gold)
            right += any(replace(each, toponym=one).right for one in gold)
    return {"found_f1": 2 * found / (given + true), "placed_f1": 2 * right / (given + true)}


def placed(news: News) -> Iterator[Answer]:
    """Yield the names of states and of places that the pipeline finds and dares to place."""
    for chain in analysed(reading(news.text, "en", news.text)).chains:
        if chain.kind not in ("state", "place"):
            continue
        state = (chain.key or "").startswith("state:")
        where = location((chain.key or "").removeprefix("state:")) if state else chain.location
        known = place(chain.key) if chain.key and not state else None
        code = state_by_code((chain.key or "").removeprefix("state:")) if state else None
        if where is None:
            continue
        for mention in chain.mentions:
            toponym = Toponym(mention.span, mention.text, None, None)
            point = (where.latitude, where.longitude)
            id_, name = (known.geonames, known.name) if known else (code.geonames if code else None, None)
            yield Answer(toponym, point, where.probability, state, id_, name)


def measure() -> dict[str, float]:
    """Return the figures of both halves, and those of finding and placing names by the pipeline."""
    corpus = articles()
    result: dict[str, float] = {}
    for half, part in (("tune", corpus[::2]), ("held", corpus[1::2])):
        found = [answer for news in part for answer in answers(news, news.toponyms)]
        for group, some in (("all", found), ("places", [each for each in found if not each.state])):
            result |= {f"toponyms.{half}.{group}.{name}": value for name, value in figures(some).items()}
        result[f"toponyms.{half}.absent"] = absent(each for news in part for each in news.toponyms)
        result |= {f"toponyms.{half}.{name}": value for name, value in end_to_end(part).items()}
    return result


Example = list[tuple[Features, bool]]
"""The candidates of a name, the last one a place that the gazetteer does not have, each with whether it is right."""


def examples(corpus: Iterable[News]) -> list[Example]:
    """Return one example a name and article: what is right is the annotated entry, else what is within 161 km of it."""
    found: list[Example] = []
    for news in corpus:
        gold = {each.text: each for each in news.toponyms}
        asked = names(news, [each.span for each in news.toponyms if not _state(each.text)])
        for text, seen in zip(asked, observations(list(asked.values()), context(news)), strict=True):
            # The annotated entry alone where we have it, so that Aleppo the town and its governorate are told apart.
            same = {place.key for place, _ in seen if place and place.geonames == gold[text].id}
            rows = [
                (features, place.key in same if same else _right(place, gold[text]))
                for place, features in seen
                if place
            ]
            if rows:
                found.append([*rows, (seen[-1][1], not any(right for _, right in rows))])
    return found


def _right(candidate: Place, gold: Toponym) -> bool:
    point = (candidate.latitude, candidate.longitude)
    return Answer(gold, point, 1.0, False, candidate.geonames, candidate.name).right


def fit(corpus: Sequence[News], pull: float = 4, rate: float = 0.05, rounds: int = 4) -> dict[str, float]:
    """Return the weights that make the right candidates likeliest, without leaving the present ones more than it pays.

    Conditional logistic regression by gradient steps, with a Gaussian prior around the weights of the file (`pull`).
    The features that depend on the other names are worked out anew in each round.
    """
    prior = dict(weights())
    for _ in range(rounds):
        material = examples(corpus)
        for _ in range(300):
            slope = {name: pull * (prior[name] - value) for name, value in weights().items()}
            for rows in material:
                for name, value in gradient(rows).items():
                    slope[name] += value
            for name, value in slope.items():
                weights()[name] += rate * value / math.sqrt(len(material))
    return weights()


def gradient(rows: Example) -> dict[str, float]:
    """Return the slope of the logarithm of the right candidates' probability."""
    chances = softmax(
        [sum(weights()[name] * value for name, value in features.items()) for features, _ in rows]
    )
    mass = sum(chance for chance, (_, right) in zip(chances, rows, strict=True) if right)
    slope: dict[str, float] = defaultdict(float)
    for chance, (features, right) in zip(chances, rows, strict=True):
        for name, value in features.items():
            slope[name] += value * (chance / mass * right - chance)
    return slope


def show(corpus: Iterable[News]) -> None:
    """Print what is wrong: name, error in kilometres, probability, what we took and what was meant."""
    for news in corpus:
        for each in answers(news, news.toponyms):
            if each.toponym.point and not each.right:
                meant = place(f"place:geonames:{each.toponym.id}")
                points = f"{each.point} {each.toponym.point} {meant.name if meant else each.toponym.id}"
                print(f"{each.toponym.text:30} {each.error_km:6.0f} {each.probability:.2f} {points}")


def main(arguments: Sequence[str]) -> None:
    """Print what is asked for."""
    if "--fit" in arguments:
        for name, value in fit(articles()[::2]).items():
            print(f"{name}: {value:.2f}")
    elif "--show" in arguments:
        show(articles()[::2])
    else:
        for name, value in measure().items():
            print(f"{name:40} {value:.4f}")


if __name__ == "__main__":
    main(sys.argv[1:])
