"""Where things are said to be: places with how much the record has there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from according.model import Root, Span, Status
from according.views.documents import ArticleRow, Json

What = Literal["happenings", "mentions"]
"""What is counted at places: what took place there, or the articles that name them."""


@dataclass(frozen=True, slots=True)
class Sought:
    """Which happenings or mentions to look for; a field that is None does not restrict.

    `actor` is who does or suffers it (of mentions: whom the article names, too), by any name. `root` and `statuses`
    are of happenings only. `outlet` (or agency) and `language` (BCP 47) are of an article that tells of it. `since` and
    `until` are days, months or years (ISO 8601), both included: of the happening, of mentions when the article was
    published. `place` is where a happening was, by any name.
    """

    what: What = "happenings"
    actor: str | None = None
    root: Root | None = None
    statuses: tuple[Status, ...] = ()
    outlet: str | None = None
    language: str | None = None
    since: str | None = None
    until: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place with the number of happenings there, or of articles that name it.

    Coordinates are degrees (WGS 84). What `precision` they have says what stands there: a point, town or district; of a
    region or country they are some point in it, and nothing is known to be there. None: a point of the user's own.
    """

    entity: str
    name: str
    kind: str
    key: str | None
    geonames: int | None
    latitude: float
    longitude: float
    precision: str | None
    country: str | None
    contested: bool
    count: int

    def as_json(self) -> Json:
        """Return the place as one JSON object."""
        return {
            "entity": self.entity,
            "name": self.name,
            "kind": self.kind,
            "key": self.key,
            "geonames": self.geonames,
            "latitude": self.latitude,
            "longitude": self.longitude,
            "precision": self.precision,
            "country": self.country,
            "contested": self.contested,
            "count": self.count,
        }


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where all of some happenings or mentions are.

    `days` are the days of what lies at any of the places (of mentions: of all articles asked for) with its number,
    whatever days are asked for, the earliest first. `elsewhere` is how many happenings have no place that is known:
    they are on no map. None: not counted, because mentions are asked for, or only what certain people or articles tell.
    """

    places: tuple[Place, ...]
    days: tuple[tuple[str, int], ...]
    elsewhere: int | None

    def as_json(self) -> Json:
        """Return it as one JSON object."""
        return {
            "places": [each.as_json() for each in self.places],
            "days": [list(each) for each in self.days],
            "elsewhere": self.elsewhere,
        }


@dataclass(frozen=True, slots=True)
class Sighting:
    """An article that names a place: the first mention of it there, in its sentence."""

    row: ArticleRow
    mention: str
    span: Span
    text: str
    sentence: str

    def as_json(self) -> Json:
        """Return the sighting as one JSON object."""
        article = self.row.article
        return {
            "id": self.mention,
            "number": self.row.number,
            "title": article.title,
            "published": article.published,
            "outlet": article.outlet,
            "language": article.language,
            "span": list(self.span),
            "text": self.text,
            "sentence": self.sentence,
        }
