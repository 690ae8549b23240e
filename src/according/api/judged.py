"""What a person says of what the machine found."""

from __future__ import annotations

from dataclasses import asdict

from fastapi import APIRouter
from pydantic import BaseModel

from according.api.asked import Asked
from according.model import Verdict
from according.views import Json

router = APIRouter(tags=["judged"])


class Judged(BaseModel):
    """That two names mean one thing or two."""

    verdict: Verdict
    first: str
    second: str


@router.post("/judgements", status_code=201)
def judge(asked: Asked, judged: Judged) -> Json:
    """Keep a verdict, and work out the entities anew."""
    return asdict(asked.judge(judged.verdict, judged.first, judged.second))
