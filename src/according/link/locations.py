"""The places of one article: one group for each place, with where it is and how sure that is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from according.knowledge.gazetteer import Place
from according.knowledge.gazetteer import candidates as places_named
from according.knowledge.inflection import bases
from according.knowledge.outlets import outlet_by_name
from according.link.group import Group
from according.link.place_context import PlaceName, place_name
from according.link.places import Context, Resolved, resolve
from according.model import Article, Candidate, Location

CAPITAL = 0.95
"""Probability that the name of a capital means that town, when it does not mean the government."""
_MOST_OF_A_NAME = 6
"""Places of one name that an article may tell apart."""
DESCRIBED = 0.5
"""Weight of an adjective ("Armenian") beside a state's name when it is asked which countries an article is about."""


def places(article: Article, text: str, candidates: Sequence[Candidate]) -> list[Group]:
    """Return the places that `candidates` name, one group each; without location where the gazetteer is in doubt."""
    named: dict[str, list[Candidate]] = {}
    for each in candidates:
        if each.kind == "place" and each.form == "name":
            named.setdefault(each.key or _key(each.name, article.language), []).append(each)
    found = {
        f"{name} {number}": members
        for name, some in named.items()
        for number, members in enumerate(_parted(text, some, article.language))
    }
    names = [_asked(text, members, article.language) for members in found.values()]
    resolved = resolve(names, _context(article, candidates))
    groups: dict[str, Group] = {}
    for (name, members), asked, guessed in zip(found.items(), names, resolved, strict=True):
        place = _capital(members, asked) or guessed
        sure = place if place is not None and place.sure else None
        key = members[0].key or (sure.place.key if sure else None)
        group = groups.setdefault(key or name, Group("place", key=key))
        group.location = group.location or (_location(sure) if sure else None)
        for each in members:
            group.take(each, _reason(place))
    return list(groups.values())


def _parted(text: str, named: Sequence[Candidate], language: str | None) -> list[list[Candidate]]:
    """Return those of one name apart that lie apart by what stands beside them: Hyderabad in Sindh and in Telangana.

    Where nothing does, the one named last is meant, at the beginning the first.
    """
    parts: list[tuple[frozenset[str], list[Candidate]]] = [(frozenset(), [])]
    _, last = parts[0]
    for each in named:
        within = _container(text, each, language)
        same = next((number for number, part in enumerate(parts) if _overlap(within, part[0])), None)
        if same is None and not parts[0][0]:
            same = 0
        if within and same is not None:
            known, last = parts[same]
            parts[same] = (known or within, last)
        elif within and len(parts) < _MOST_OF_A_NAME:
            last = []
            parts.append((within, last))
        last.append(each)
    return [members for _, members in parts]


def _container(text: str, named: Candidate, language: str | None) -> frozenset[str]:
    """The countries and regions that a name is said to lie in, if some place of the name lies there."""
    within = place_name(text, named.span.start, named.span.end, language).within
    bears = places_named(named.name, language) if within else ()
    return (
        within
        if any(_overlap(within, {place.admin or place.country or ""}) for place in bears)
        else frozenset()
    )


def _overlap(one: Collection[str], other: Collection[str]) -> bool:
    """Whether an area of the one is one of the other or lies in it: US.TX in US."""
    return any(a == b or a == b.partition(".")[0] or b == a.partition(".")[0] for a in one for b in other)


def _key(name: str, language: str | None) -> str:
    """What the forms of one name share: Ереване and Ереван."""
    return " ".join(bases(word, language)[-1] for word in name.replace("-", " ").split())


def _capital(members: Sequence[Candidate], asked: PlaceName) -> Resolved | None:
    """The capital by whose name the place was found, unless the text says that it lies elsewhere: Paris, Texas."""
    states = {each.state for each in members}
    if len(states) != 1 or states == {None} or asked.within != states:
        return None
    towns = [
        place
        for place in places_named(members[0].name)
        if {place.country} == states and place.precision == "town"
    ]
    largest = max(towns, key=lambda place: place.population, default=None)
    return Resolved(largest, CAPITAL, (), largest.country) if largest else None


def _asked(text: str, members: Sequence[Candidate], language: str | None) -> PlaceName:
    """The name with all that stands beside any of its mentions."""
    beside = [place_name(text, each.span.start, each.span.end, language) for each in members]
    within = frozenset(code for name in beside for code in name.within)
    within = within or frozenset(each.state for each in members if each.state)
    level = next((name.level for name in beside if name.level), None)
    # A name whose nominative was told wrongly may be known as it is written.
    written = (*(each.name for each in members), *(text[each.span.start : each.span.end] for each in members))
    known = (name for name in dict.fromkeys(written) if places_named(name, language))
    return PlaceName(next(known, members[0].name), language, len(members), within, level)


def _context(article: Article, candidates: Sequence[Candidate]) -> Context:
    countries: dict[str, float] = defaultdict(float)
    for each in candidates:
        if each.kind == "state" and each.key and each.key[6:].isupper():
            countries[each.key.removeprefix("state:")] += 1.0 if each.form == "name" else DESCRIBED
        elif each.state:
            countries[each.state] += DESCRIBED
    outlet = outlet_by_name(article.outlet) if article.outlet else None
    dateline = places_named(article.place, article.language)[:1] if article.place else ()
    return Context(countries, outlet.country if outlet else None, tuple(dateline))


def _location(found: Resolved) -> Location:
    place: Place = found.place
    country = None if place.contested else place.country
    return Location(place.latitude, place.longitude, country, place.precision, round(found.probability, 3))


def _reason(found: Resolved | None) -> str:
    if found is None:
        return "in no gazetteer"
    return f"{found.place.key}, {found.probability:.2f}" + ("" if found.sure else ": not sure enough")
