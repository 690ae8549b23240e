"""The nouns. Frozen dataclasses that travel between the stages; they import nothing from the rest of the package.

A position is an index of a Unicode code point in `Document.text`; a `Span` is half open, so that
`text[span.start:span.end]` is always the exact evidence.
"""

from according.model.actors import Candidate, Chain, Form, Kind, Location, Mention
from according.model.agreements import Commitment, Instrument, InstrumentKind, Kept
from according.model.claims import Certainty, Date, Figure, Manner, Original, Qualifier, Speech, Statement
from according.model.corrections import CORRECTIONS, LAYERS, Called, Change, Correcting, Correction, Layer
from according.model.documents import (
    Article,
    Basis,
    Document,
    Evidence,
    Given,
    Line,
    LineLabel,
    Mark,
    MarkKind,
    Notice,
    NoticeKind,
    Passage,
)
from according.model.events import ASSERTED, NOBODY, Event, Party, Root, Status
from according.model.findings import Findings
from according.model.label import Label
from according.model.links import (
    Bond,
    Bonded,
    BondKind,
    Judgement,
    Link,
    Seen,
    Side,
    Suggestion,
    Verdict,
)
from according.model.sketch import Sketch
from according.model.span import Span, content_id
from according.model.text import Actor, Named, Relation, Sentence, Text, Token

__all__ = [
    "ASSERTED",
    "CORRECTIONS",
    "LAYERS",
    "NOBODY",
    "Actor",
    "Article",
    "Basis",
    "Bond",
    "BondKind",
    "Bonded",
    "Called",
    "Candidate",
    "Certainty",
    "Chain",
    "Change",
    "Commitment",
    "Correcting",
    "Correction",
    "Date",
    "Document",
    "Event",
    "Evidence",
    "Figure",
    "Findings",
    "Form",
    "Given",
    "Instrument",
    "InstrumentKind",
    "Judgement",
    "Kept",
    "Kind",
    "Label",
    "Layer",
    "Line",
    "LineLabel",
    "Link",
    "Location",
    "Manner",
    "Mark",
    "MarkKind",
    "Mention",
    "Named",
    "Notice",
    "NoticeKind",
    "Original",
    "Party",
    "Passage",
    "Qualifier",
    "Relation",
    "Root",
    "Seen",
    "Sentence",
    "Side",
    "Sketch",
    "Span",
    "Speech",
    "Statement",
    "Status",
    "Suggestion",
    "Text",
    "Token",
    "Verdict",
    "content_id",
]
