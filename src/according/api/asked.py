"""What can be asked of the record: lists, one thing at a time, and searches."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request

from according.model import Kind, Root, Status
from according.record import Record
from according.views import Json, objects

router = APIRouter(tags=["asked"])


def record(request: Request) -> Record:
    """Return the record that the application shows."""
    found: Record = request.app.state.record
    return found


Asked = Annotated[Record, Depends(record)]
Most = Annotated[int, Query(ge=1, le=1000)]
Pieces = Annotated[int, Query(ge=1, le=200)]
Offset = Annotated[int, Query(ge=0, le=1_000_000)]


@router.get("/status")
def status(asked: Asked) -> Json:
    """Return the record at a glance."""
    return asdict(asked.status())


@router.get("/articles")
def articles(
    asked: Asked,
    outlet: str | None = None,
    language: str | None = None,
    since: str | None = None,
    until: str | None = None,
    limit: Most = 100,
) -> list[Json]:
    """Return articles."""
    found = asked.articles(outlet=outlet, language=language, since=since, until=until, limit=limit)
    return [objects.article(row) for row in found]


@router.get("/articles/{name}")
def article(asked: Asked, name: str) -> Json:
    """Return one article with all that is found in it."""
    return objects.shown(asked.shown(name))


@router.get("/search")
def search(asked: Asked, q: str, limit: Most = 20) -> list[Json]:
    """Return the articles that answer a query best."""
    return [objects.hit(hit) for hit in asked.search(q, limit)]


@router.get("/entities")
def entities(asked: Asked, kind: Kind | None = None, limit: Most = 100) -> list[Json]:
    """Return who and what is named, those in most articles first."""
    return [entity.as_json() for entity in asked.entities(kind=kind, limit=limit)]


@router.get("/entities/{name}")
def entity(asked: Asked, name: str) -> Json:
    """Return all that is known about one entity."""
    return objects.dossier(asked.entity(name))


@router.get("/statements")
def statements(
    asked: Asked,
    speaker: str | None = None,
    about: str | None = None,
    since: str | None = None,
    until: str | None = None,
    limit: Most = 100,
) -> list[Json]:
    """Return who says what."""
    found = asked.statements(speaker=speaker, about=about, since=since, until=until, limit=limit)
    return [objects.claim(row) for row in found]


@router.get("/figures")
def figures(
    asked: Asked,
    of: str | None = None,
    claimant: str | None = None,
    since: str | None = None,
    until: str | None = None,
    limit: Most = 500,
) -> list[Json]:
    """Return figures, and whose they are."""
    found = asked.figures(of=of, claimant=claimant, since=since, until=until, limit=limit)
    return [objects.claim(row) for row in found]


@router.get("/happenings")
def happenings(
    asked: Asked,
    root: Root | None = None,
    by: str | None = None,
    to: str | None = None,
    status: Annotated[tuple[Status, ...], Query()] = (),
    since: str | None = None,
    until: str | None = None,
    sure: float = 0.0,
    limit: Most = 500,
) -> list[Json]:
    """Return what took place, or is said to, in the order of time, each with its accounts."""
    found = asked.happenings(
        root=root, by=by, to=to, statuses=status, since=since, until=until, sure=sure, limit=limit
    )
    return [objects.happening(row) for row in found]


@router.get("/notices")
def notices(asked: Asked, limit: Most = 500, offset: Offset = 0) -> list[Json]:
    """Return the problems with the input, those of lost inputs first."""
    return [asdict(notice) for notice in asked.notices(limit=limit, offset=offset)]


@router.get("/documents")
def documents(
    asked: Asked, words: str | None = None, noticed: bool = False, limit: Most = 50, offset: Offset = 0
) -> list[Json]:
    """Return the documents that were read, with how many articles each has, and how many notices."""
    found = asked.papers(words=words, noticed=noticed, limit=limit, offset=offset)
    return [each.as_json() for each in found]


@router.get("/documents/{id}")
def document(asked: Asked, id: str, limit: Pieces = 100, offset: Offset = 0) -> Json:
    """Return a document with its articles and what lies between them."""
    return asked.cut(id, limit=limit, offset=offset).as_json()
