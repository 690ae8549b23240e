"""What linking events asks about entities."""

from __future__ import annotations

from typing import Any

from according.link.world import world
from according.views import Entity


def entity(id: str, kind: str, key: str | None = None, **fields: Any) -> Entity:
    """Return an entity of which little is known."""
    known: dict[str, Any] = {
        "name": id, "names": (), "wikidata": None, "geonames": None, "latitude": None, "longitude": None,
        "country": None, "precision": None, "contested": False, "articles": 1, "mentions": 1,
    }  # fmt: skip
    return Entity(id=id, kind=kind, key=key, **{**known, **fields})  # type: ignore[arg-type]


MALI = entity("mali", "state", "state:ML", latitude=17.0, longitude=-4.0, country="ML", precision="country")
GHANA = entity("ghana", "state", "state:GH")
ARMY = entity("army", "organization", "institution:armed-forces@ML", country="ML")
CLUB = entity("club", "organization", None, country="ML")
TOWN = entity("town", "place", None, latitude=16.8, longitude=-3.0, country="ML", precision="town")
CONTESTED = entity("contested", "place", None, latitude=1.0, longitude=1.0, precision="region")
WOMAN = entity("woman", "person")
SOME = (MALI, GHANA, ARMY, CLUB, TOWN, CONTESTED, WOMAN)


def test_institutions_act_for_their_state_and_others_do_not() -> None:
    assert dict(world(SOME, {}).states) == {"army": "mali", "town": "mali"}


def test_a_person_acts_for_the_state_whose_offices_she_is_called_by_most() -> None:
    called = {"woman": ["president@GH", "envoy@ML", "minister@GH", "minister@"]}
    assert world(SOME, called).states["woman"] == "ghana"
    assert "woman" not in world(SOME, {"woman": ["minister@", "president@TG"]}).states


def test_a_state_that_no_article_names_is_nobodys() -> None:
    assert "army" not in world((ARMY,), {}).states


def test_spots_are_towns_and_smaller() -> None:
    known = world(SOME, {})
    assert [each.id for each in SOME if known.spot(each.id)] == ["town"]
    assert known.spot(None) is None
    assert set(known.places) == {"mali", "town", "contested"}


def test_kinds() -> None:
    assert world(SOME, {}).kinds["woman"] == "person"
