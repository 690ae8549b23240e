"""What the desk shows first: overview, chronology, search."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel, Field

from according.api.asked import Asked
from according.api.places import Which
from according.model import Root
from according.views import Facets, Json, objects

router = APIRouter(tags=["desk"])
Most = Annotated[int, Query(ge=1, le=200)]
Offset = Annotated[int, Query(ge=0, le=100_000)]


@router.get("/overview")
def overview(asked: Asked) -> Json:
    """Return the record as one looks at it first."""
    return asked.overview().as_json()


@router.get("/density")
def density(asked: Asked, which: Which) -> Json:
    """Return how many happenings there are when."""
    return asked.density(which).as_json()


@router.get("/chronology")
def chronology(asked: Asked, which: Which, limit: Most = 50, offset: Offset = 0) -> list[Json]:
    """Return happenings in the order of their days, each with its accounts."""
    return [objects.happening(each) for each in asked.chronology(which, limit=limit, offset=offset)]


def facets(
    language: str | None = None, outlet: str | None = None, year: str | None = None, kind: Root | None = None
) -> Facets:
    """Return which articles a search is for."""
    return Facets(language, outlet, year, kind)


@router.get("/find")
def find(
    asked: Asked,
    q: str,
    only: Annotated[Facets, Depends(facets)],
    names: bool = False,
    limit: Most = 20,
    offset: Offset = 0,
) -> Json:
    """Return one page of what answers a query."""
    return objects.found(asked.find(q, only, names=names, limit=limit, offset=offset))


@router.get("/find/counts")
def counts(asked: Asked, q: str, only: Annotated[Facets, Depends(facets)], names: bool = False) -> Json:
    """Return how much answers a query, and how much of what kind."""
    return objects.tally(asked.tally(q, only, names=names))


@router.get("/searches")
def searches(asked: Asked) -> list[Json]:
    """Return the searches that are kept."""
    return [each.as_json() for each in asked.searches()]


Value = Annotated[str, Field(max_length=1000)]


class Kept(BaseModel):
    """A search with the name that it is kept under."""

    name: Annotated[str, Field(max_length=200)]
    asked: Annotated[dict[Value, Value], Field(max_length=20)]


@router.post("/searches", status_code=201)
def keep(asked: Asked, search: Kept) -> Json:
    """Keep a search."""
    return asked.keep_search(search.name, search.asked).as_json()


@router.post("/searches/{id}/forget", status_code=204)
def forget(asked: Asked, id: str) -> None:
    """Keep a search no longer."""
    asked.forget_search(id)
