"""Who tells what: stories side by side, actors and what is between them, what is counted, what was agreed."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from according.api.asked import Asked
from according.model import Kept, Kind, Root
from according.views import Group, Json, objects

router = APIRouter(tags=["told"])
Most = Annotated[int, Query(ge=1, le=500)]
Many = Annotated[int, Query(ge=1, le=2000)]
Offset = Annotated[int, Query(ge=0, le=1_000_000)]


@router.get("/stories")
def stories(
    asked: Asked,
    actor: str | None = None,
    words: str | None = None,
    since: str | None = None,
    until: str | None = None,
    single: bool = False,
    limit: Most = 50,
    offset: Offset = 0,
) -> list[Json]:
    """Return stories, the latest first."""
    found = asked.headlines(
        actor=actor, words=words, since=since, until=until, single=single, limit=limit, offset=offset
    )
    return [each.as_json() for each in found]


@router.get("/stories/{name}")
def story(
    asked: Asked,
    name: str,
    at: Offset = 0,
    columns: Annotated[str, Query(max_length=2000)] = "",
    show: Group | None = None,
    first: Offset = 0,
    whole: bool = False,
) -> Json:
    """Return a story with its accounts side by side; `columns` are beginnings of originals' ids with commas between."""
    some = [each for each in columns.split(",") if each]
    return objects.sides(asked.sides(name, at=at, columns=some, show=show, first=first, whole=whole))


@router.get("/actors")
def actors(
    asked: Asked, kind: Kind | None = None, words: str | None = None, limit: Most = 100, offset: Offset = 0
) -> list[Json]:
    """Return who and what is named, those in most articles first."""
    return [each.as_json() for each in asked.actors(kind=kind, words=words, limit=limit, offset=offset)]


@router.get("/actors/{name}")
def actor(asked: Asked, name: str) -> Json:
    """Return an actor's names, offices and articles over time."""
    return asked.actor(name).as_json()


@router.get("/actors/{name}/ties")
def ties(asked: Asked, name: str) -> Json:
    """Return who has to do with an actor, and how."""
    return asked.ties(name).as_json()


@router.get("/actors/{name}/happenings")
def between(
    asked: Asked,
    name: str,
    other: str | None = None,
    root: Root | None = None,
    limit: Most = 50,
    offset: Offset = 0,
) -> list[Json]:
    """Return what is told to have happened between an actor and another, the latest first."""
    found = asked.between(name, other, root=root, limit=limit, offset=offset)
    return [objects.happening(each) for each in found]


@router.get("/actors/{name}/statements")
def sayings(asked: Asked, name: str, about: bool = False, limit: Most = 50, offset: Offset = 0) -> list[Json]:
    """Return what an actor says, or what others say about it, the latest first."""
    return [objects.claim(each) for each in asked.sayings(name, about=about, limit=limit, offset=offset)]


@router.get("/things")
def things(asked: Asked, words: str | None = None, limit: Most = 100) -> list[Json]:
    """Return what is counted, what is counted most first."""
    return [each.as_json() for each in asked.things(words=words, limit=limit)]


@router.get("/things/{name:path}")
def counted(
    asked: Asked, name: str, since: str | None = None, until: str | None = None, limit: Many = 500
) -> list[Json]:
    """Return the figures of one counted thing in the order of their days."""
    found = asked.counted(name, since=since, until=until, limit=limit)
    return [{**objects.claim(each.row), "act": each.act} for each in found]


@router.get("/agreements")
def agreements(
    asked: Asked,
    by: str | None = None,
    status: Kept | None = None,
    since: str | None = None,
    until: str | None = None,
    limit: Most = 100,
    offset: Offset = 0,
) -> list[Json]:
    """Return agreements with what was promised in them and what became of it."""
    found = asked.agreements(by=by, status=status, since=since, until=until, limit=limit, offset=offset)
    return [objects.followed(row) for row in found]
