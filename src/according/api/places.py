"""Where things are: what a map asks for."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Response

from according.api.asked import Asked
from according.api.tile import tile
from according.errors import NotFoundError
from according.model import Root, Status
from according.views import Json, Sought, What, objects

router = APIRouter(tags=["places"])
Most = Annotated[int, Query(ge=1, le=200)]
Offset = Annotated[int, Query(ge=0, le=1_000_000)]
Zoom = Annotated[int, Path(ge=0, le=14)]
A_DAY = "private, max-age=86400"


def sought(
    what: What = "happenings",
    actor: str | None = None,
    root: Root | None = None,
    status: Annotated[tuple[Status, ...], Query()] = (),
    outlet: str | None = None,
    language: str | None = None,
    since: str | None = None,
    until: str | None = None,
) -> Sought:
    """Return which happenings or mentions a request asks for."""
    return Sought(what, actor, root, status, outlet, language, since, until)


Which = Annotated[Sought, Depends(sought)]


@router.get("/places")
def places(asked: Asked, which: Which) -> Json:
    """Return the places of happenings or mentions, with how many are at each."""
    return asked.whereabouts(which).as_json()


@router.get("/places/{name}/names")
def names(asked: Asked, name: str) -> Json:
    """Return one place with its names in all languages."""
    return asked.place(name).as_json()


@router.get("/places/{name}")
def place(asked: Asked, name: str, which: Which, limit: Most = 50, offset: Offset = 0) -> list[Json]:
    """Return what happened at a place, or the articles that name it, the latest first."""
    if which.what == "mentions":
        return [each.as_json() for each in asked.sightings(name, which, limit=limit, offset=offset)]
    found = asked.happened_at(name, which, limit=limit, offset=offset)
    return [objects.happening(each) for each in found]


@router.get("/ground/{zoom}/{x}/{y}", responses={200: {"content": {"application/x-protobuf": {}}}})
def ground(asked: Asked, zoom: Zoom, x: int, y: int, language: str = "en") -> Response:
    """Return the names of towns and regions in one tile of the base map, as a Mapbox vector tile."""
    if not (0 <= x < 1 << zoom and 0 <= y < 1 << zoom):
        raise NotFoundError(f"The map has no tile {x}, {y} at zoom {zoom}.")
    names = asked.labels(zoom, x, y, language)
    return Response(tile(zoom, x, y, names), 200, {"Cache-Control": A_DAY}, "application/x-protobuf")
