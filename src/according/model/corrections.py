"""What people say of findings: that one is right or wrong, or what is right instead."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal, get_args

from according.model.span import Span

Layer = Literal["statement", "figure", "event", "date", "mention", "commitment"]
"""The kinds of findings that people correct."""
LAYERS: tuple[Layer, ...] = get_args(Layer)

Correcting = Literal["right", "wrong", "unsure", "speaker", "value", "boundary", "place", "parties", "added"]
"""It is as the machine found it, it is none, it cannot be said; this of it is something else; the machine missed it."""
CORRECTIONS: tuple[Correcting, ...] = get_args(Correcting)


Called = tuple[str, str | None]
"""Somebody as a person names him, and the chain of the article that this means, None where it names nobody so."""


@dataclass(frozen=True, slots=True)
class Change:
    """What is right instead; what stays as it is is None.

    `name` is the speaker or claimant, or the place; `chain` the chain of the article that it means. `value`, `low`,
    `high`, `qualifier`, `unit` and `what` (the thing that is counted) are a figure's, the last two "" for none. `date`
    (EDTF) is a date's, or when a commitment is due, `status` an event's or a commitment's, `root` an event's. `source`
    and `target` are who does it and to whom, or who binds himself to whom; empty for nobody. `span` is where the
    finding stands, in the document. `key` to `precision` are of the place that a mention means.
    `manner` is a statement's, `kind` what somebody is of whom a mention is added, `agreement` what its article calls
    that under which a commitment is.
    """

    name: str | None = None
    chain: str | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    qualifier: str | None = None
    unit: str | None = None
    what: str | None = None
    date: str | None = None
    status: str | None = None
    root: str | None = None
    source: tuple[Called, ...] | None = None
    target: tuple[Called, ...] | None = None
    span: Span | None = None
    key: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    country: str | None = None
    precision: str | None = None
    manner: str | None = None
    kind: str | None = None
    agreement: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Return what changes."""
        return {name: value for name, value in asdict(self).items() if value is not None}


@dataclass(frozen=True, slots=True)
class Correction:
    """A person's verdict on a finding. Append-only: of two on the same the later wins.

    `finding` is its id when the person saw it; it means as well what a newer extractor finds at the same place, which
    is why `document`, `span` and the `text` there are kept beside it, and the `traits` by which it is told there.
    `was` is the id under which people judge it, when a correction had given it another one.
    """

    id: str
    verdict: Correcting
    layer: Layer
    finding: str
    document: str
    article: str
    span: Span
    text: str
    change: Change
    made_at: str
    author: str
    note: str | None = None
    was: str | None = None
    traits: dict[str, Any] | None = None

    @property
    def lineage(self) -> str:
        """The id under which people judge the finding."""
        return self.was or self.finding
