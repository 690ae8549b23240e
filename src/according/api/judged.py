"""What a person says of what the machine found, and what is left to say something of."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from according.api.asked import Asked
from according.model import (
    BondKind,
    Change,
    Correcting,
    Kept,
    Kind,
    Layer,
    Manner,
    Qualifier,
    Root,
    Span,
    Status,
    Verdict,
)
from according.views import Json, Ruled
from according.views import Judged as Judging

router = APIRouter(tags=["judged"])
Most = Annotated[int, Query(ge=1, le=200)]
Offset = Annotated[int, Query(ge=0, le=1_000_000)]
Name = Annotated[str, Field(max_length=300)]
Names = Annotated[tuple[Name, ...], Field(max_length=20)]
Note = Annotated[str | None, Field(max_length=4000)]


class Judged(BaseModel):
    """That two names mean one thing or two. What is worked out from it waits for `settle` when `later`."""

    verdict: Verdict
    first: Name
    second: Name
    note: Note = None
    later: bool = False


@router.post("/judgements", status_code=201)
def judge(asked: Asked, judged: Judged) -> Json:
    """Keep a verdict on two names."""
    return asdict(
        asked.judge(judged.verdict, judged.first, judged.second, note=judged.note, later=judged.later)
    )


class Bonding(BaseModel):
    """That articles, or events, are one or are not; it waits for `settle`."""

    verdict: Verdict
    kind: BondKind
    first: Annotated[tuple[Name, ...], Field(min_length=1, max_length=1000)]
    second: Annotated[tuple[Name, ...], Field(min_length=1, max_length=1000)]
    note: Note = None


@router.post("/bonds", status_code=201)
def bond(asked: Asked, said: Bonding) -> Json:
    """Keep a verdict on articles of one origin or story, or events of one happening."""
    return asdict(asked.bond(said.verdict, said.kind, said.first, said.second, note=said.note, later=True))


class Ruling(BaseModel):
    """That accounts differ, or do not."""

    verdict: Ruled
    difference: Name
    note: Note = None


@router.post("/rulings", status_code=201)
def rule(asked: Asked, ruling: Ruling) -> Json:
    """Keep a verdict on a difference."""
    return asdict(asked.rule(ruling.verdict, ruling.difference, note=ruling.note))


class Said(BaseModel):
    """What is right of a finding."""

    name: Name | None = None
    value: Annotated[float | None, Field(allow_inf_nan=False)] = None
    low: Annotated[float | None, Field(allow_inf_nan=False)] = None
    high: Annotated[float | None, Field(allow_inf_nan=False)] = None
    date: Annotated[str | None, Field(max_length=40)] = None
    qualifier: Qualifier | None = None
    unit: Annotated[str | None, Field(max_length=100)] = None
    what: Annotated[str | None, Field(max_length=300)] = None
    status: Status | Kept | None = None
    root: Root | None = None
    source: Names | None = None
    target: Names | None = None
    span: tuple[int, int] | None = None
    manner: Manner | None = None
    kind: Kind | None = None
    agreement: Name | None = None
    note: Note = None

    def change(self) -> Change:
        """Return what is right instead."""
        span = None if self.span is None else Span(*self.span)
        source, target = (
            None if some is None else tuple((name, None) for name in some)
            for some in (self.source, self.target)
        )
        return Change(
            name=self.name,
            value=self.value,
            low=self.low,
            high=self.high,
            qualifier=self.qualifier,
            unit=self.unit,
            what=self.what,
            date=self.date,
            status=self.status,
            root=self.root,
            source=source,
            target=target,
            span=span,
            manner=self.manner,
            kind=self.kind,
            agreement=self.agreement,
        )


class Corrected(Said):
    """What a person says of a finding, and what is right instead; it waits for `settle`."""

    verdict: Correcting
    layer: Layer
    finding: Name


class Added(Said):
    """A finding that the machine has missed, at `span` of an article's document; it waits for `settle`."""

    layer: Layer
    article: Name
    span: tuple[int, int]


@router.post("/additions", status_code=201)
def add(asked: Asked, said: Added) -> Json:
    """Keep a finding that the machine has missed."""
    span, change = Span(*said.span), replace(said.change(), span=None)
    return asdict(asked.add(said.layer, said.article, span, change, note=said.note, later=True))


@router.post("/corrections", status_code=201)
def correct(asked: Asked, said: Corrected) -> Json:
    """Keep what a person says of a finding."""
    change = said.change()
    return asdict(asked.correct(said.verdict, said.layer, said.finding, change, note=said.note, later=True))


class Revoked(BaseModel):
    """That something judged is taken back; what is worked out from it waits for `settle`."""

    note: Note = None


@router.post("/judged/{id}/revoke")
def revoke(asked: Asked, id: str, revoked: Revoked) -> Json:
    """Take back what somebody judged."""
    return asked.revoke(id, note=revoked.note, later=True).as_json()


@router.get("/judged")
def judgements(asked: Asked, limit: Most = 50, offset: Offset = 0) -> list[Json]:
    """Return what people judged, the latest first."""
    return [each.as_json() for each in asked.judgements(limit=limit, offset=offset)]


@router.get("/queue")
def queue(asked: Asked, what: Judging | None = None, limit: Most = 20, offset: Offset = 0) -> Json:
    """Return what is left to judge."""
    return asked.queue(what, limit=limit, offset=offset).as_json()


class Signed(BaseModel):
    """The name that a person signs with."""

    author: Annotated[str, Field(max_length=200)]


@router.get("/author")
def author(asked: Asked) -> Json:
    """Return the name that judgements are signed with."""
    return {"author": asked.author()}


@router.post("/author")
def sign(asked: Asked, signed: Signed) -> Json:
    """Sign judgements with another name from now on."""
    return {"author": asked.sign(signed.author)}


@router.get("/settle")
def is_settled(asked: Asked) -> Json:
    """Return whether anything waits for `settle`."""
    return {"settled": asked.is_settled()}


class Settling(BaseModel):
    """Nothing needs to be said."""


@router.post("/settle")
def settle(asked: Asked, _: Settling) -> Json:
    """Work out anew what depends on what people said; it takes its time."""
    asked.settle()
    return {"settled": True}
