"""What was agreed, as an article tells it: named agreements, and who shall do what under them or by his own word.

Extractors find them in running text; `all_agreed` gives them their spans in the document. Their ids are hashes of
where they stand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Literal

from according.model.claims import Original
from according.model.events import Party, Root, placed_party
from according.model.span import Span, content_id

InstrumentKind = Literal["ceasefire", "resolution", "treaty", "protocol", "memorandum", "statement", "accord"]
"""What an agreement calls itself, or what others call it; the kind that says most first."""

Kept = Literal["promised", "reported done", "reported broken", "disputed", "unclear"]
"""What an article tells of a commitment. Disputed: accounts differ; unclear: nobody knows."""


@dataclass(frozen=True, slots=True)
class Instrument:
    """An agreement that an article names: a ceasefire, treaty, joint statement.

    `mentions` are where, `texts` what stands there, `name` the fullest of them. `date` is EDTF, of the agreement
    itself; `place`, `parties` and `mediators` are chains of the article; `own` are the words of its proper name and its
    number, folded ("minsk", "1701"). `named` is False where only "the deal" stands.
    """

    article: str
    kind: InstrumentKind
    name: str
    mentions: tuple[Span, ...]
    texts: tuple[str, ...]
    date: str | None
    place: str | None
    parties: tuple[str, ...]
    mediators: tuple[str, ...]
    own: tuple[str, ...]
    named: bool

    @property
    def id(self) -> str:
        """Content hash."""
        return content_id("agreement", self.article, *self.mentions[0])


@dataclass(frozen=True, slots=True)
class Commitment:
    """Who shall do what, to whom, by when, in whose report; or what became of it.

    `span` is the whole of it in its sentence, `what` the words of the act, `what_span` where they stand. `due` is EDTF,
    None where no day is said; `due_text` what stands there. `agreement` is the id of an instrument of the article.
    `root` is PLOVER's of the promised act where it is a political event.
    `reported_by` is the chain of whoever says so, None for the article's own voice. `reason` names what found it.
    """

    article: str
    span: Span
    text: str
    by: Party
    to: Party
    what: str
    what_span: Span
    due: str | None
    due_text: str | None
    agreement: str | None
    status: Kept
    root: Root | None
    reported_by: str | None
    reported_text: str | None
    confidence: float
    reason: str

    @property
    def id(self) -> str:
        """Content hash."""
        return content_id("commitment", self.article, *self.what_span, self.by.text or "")


def all_agreed(
    instruments: Iterable[Instrument],
    commitments: Iterable[Commitment],
    original: Original,
    written: Callable[[Span], str],
) -> tuple[tuple[Instrument, ...], tuple[Commitment, ...]]:
    """Return agreements and commitments with their spans in the document, and still one under the other."""
    placed = {each.id: _placed_instrument(each, original, written) for each in instruments}
    promised = tuple(
        replace(
            each,
            span=original(*each.span),
            text=written(original(*each.span)),
            by=placed_party(each.by, original, written),
            to=placed_party(each.to, original, written),
            what=written(original(*each.what_span)),
            what_span=original(*each.what_span),
            agreement=placed[each.agreement].id if each.agreement in placed else None,
        )
        for each in commitments
    )
    return tuple(placed.values()), promised


def _placed_instrument(found: Instrument, original: Original, written: Callable[[Span], str]) -> Instrument:
    mentions = tuple(original(*span) for span in found.mentions)
    names = dict(zip(found.texts, map(written, mentions), strict=False))
    return replace(
        found, mentions=mentions, texts=tuple(map(written, mentions)), name=names.get(found.name, found.name)
    )
