"""Mark what is not the article: nothing is deleted, every stretch keeps its kind and the reason for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from according.knowledge.cues import CueMatch, all_cues
from according.model import Mark, MarkKind, Span
from according.read.digest import PROSE, Labelled, Part
from according.read.fields import field
from according.read.lines import Unit, trim
from according.read.signs import signs

KINDS: dict[str, MarkKind] = {
    "related": "related-link", "advert": "advert", "newsletter": "newsletter", "share": "share", "player": "player",
    "comment_form": "comment-form", "paywall": "paywall", "credit": "credit", "bio_line": "credit",
    "copyright": "credit", "byline_line": "credit", "agency_line": "credit", "person_line": "credit",
    "rule": "separator",
}  # fmt: skip
"""Which kind of mark a sign amounts to, strongest first."""

STATES: dict[str, tuple[MarkKind, str]] = {
    "separator": ("separator", "separates two texts"),
    "ruled": ("separator", "underlines the masthead"),
    "caption": ("caption", "stands by itself like the caption of a picture"),
    "byline": ("credit", "names who wrote it"),
    "signed": ("credit", "names who wrote it"),
    "outlet": ("header", "line of the masthead"),
    "date": ("header", "line of the masthead"),
    "head": ("header", "line of the masthead"),
    "end": ("header", "closes the text"),
    "noise": ("header", "furniture of the page"),
    "mast": ("header", "line of the masthead"),
}
"""Kind and reason for a state when no sign says more."""

RUNS: frozenset[MarkKind] = frozenset(
    {"newsletter", "advert", "comment-form", "share", "related-link", "player"}
)
"""Kinds that come in blocks: a short line between two of them belongs to them."""
LONGEST = 20_000
"""Characters of a paragraph that are searched for links."""
LISTED = "listed below other links"
LITTLE = 25
"""Words up to which a line can be part of such a block."""
CREDIT = re.compile(r"[(\[]?\s*(?:(?<!\w)©|\(c\)|\bDR\b\s*$)")
DATED = re.compile(
    r"(?:(?P<label>[^\W\d_][^\W\d_ ]{1,15})\s?:?\s)?(?P<date>\d{4}-\d{2}-\d{2})(?=\s+[^\W\d_])"
)
"""An ISO date in front of the first sentence, with or without the name of its field."""
CLOSING = {"(": ")", "[": "]"}


def marks(text: str, part: Part, known: Iterable[Mark] = ()) -> tuple[Mark, ...]:
    """Return the marks of one article in order, without overlaps. `known` are the reader's own (page layout)."""
    kinds = [_of_unit(text, labelled, part.coded) for labelled in part.units]
    _fill(part.units, kinds)
    found: list[Mark] = [m for m in known if m.span.overlap(part.span)]
    first = next((x.unit for x in part.units if x.state in ("body", "bare")), None)
    if first and (date := date_in_front(text, first.span)):
        found.append(Mark(Span(first.span.start, date.end), "header", "a date in front of the text"))
    for labelled, kind in zip(part.units, kinds, strict=True):
        if kind is None:
            found.extend(_code(text, labelled) if part.coded else ())
            found.extend(_inside(text, labelled))
        elif kind[0] in ("caption", "credit"):
            found.extend(_caption(text, labelled.unit, *kind))
        else:
            found.append(Mark(labelled.unit.span, *kind))
    return _tidy(found)


def date_in_front(text: str, paragraph: Span) -> Span | None:
    """Return where an ISO date stands in front of a text's first sentence, a masthead run into the paragraph."""
    match = DATED.match(text, paragraph.start, paragraph.end)
    if match is None:
        return None
    labelled = match["label"] is not None and field(f"{match['label']}: x")
    opens = text[match.end() :].lstrip()[:1].isupper()
    if (match["label"] is None and opens) or (labelled and labelled.role == "date"):
        return Span(*match.span("date"))
    return None


def _of_unit(text: str, labelled: Labelled, coded: bool) -> tuple[MarkKind, str] | None:
    """Kind and reason for a whole unit; None when it belongs to the article."""
    held = field(text[labelled.unit.span.start : labelled.unit.span.end], coded=True) if coded else None
    if (
        held
        and held.coded
        and held.role != "byline"
        and (not held.value or labelled.state not in ("open", "title", "body", "bare"))
    ):
        return "header", "a field of the database"
    if labelled.state not in STATES:
        if labelled.state == "bare" and {"credit", "caption_like"} & signs(labelled.unit):
            return "caption", "opens the text with the caption of a picture"
        return None
    default = STATES[labelled.state]
    if labelled.state in ("separator", "ruled", "outlet", "date", "head"):
        return default
    seen = signs(labelled.unit)
    for sign, kind in KINDS.items():
        if sign in seen and (labelled.state != "caption" or (kind == "credit" and sign != "credit")):
            return kind, _because(labelled.unit, sign)
    return default


def _because(unit: Unit, sign: str) -> str:
    """The reason in words: the cue itself where there is one."""
    cue = next(
        (c for c in all_cues().find(unit.text) if KINDS.get(c.kind.removesuffix("_link")) == KINDS[sign]),
        None,
    )
    return f"“{unit.text[cue.span.start : cue.span.end]}”" if cue else sign.replace("_", " ")


def _fill(units: Sequence[Labelled], kinds: list[tuple[MarkKind, str] | None]) -> None:
    """Extend blocks: lines between two marks of a kind, lists below "Related articles", a player's title."""
    for i, labelled in enumerate(units):
        sentence = (
            labelled.state in PROSE and labelled.unit.ends and all_cues().has_finite_verb(labelled.unit.text)
        )
        told = sentence or (kinds[i] is not None and kinds[i] != STATES["noise"])
        if told or labelled.unit.words > LITTLE or labelled.state in ("open", "title"):
            continue
        last = kinds[i - 1] if i else None
        following = kinds[i + 1] if i + 1 < len(units) else None
        bound = next(
            (
                kinds[j]
                for j in range(i + 1, min(len(units), i + 4))
                if (kinds[j] and kinds[j] != STATES["noise"]) or units[j].unit.words > LITTLE
            ),
            None,
        )
        listed = i > 0 and (units[i - 1].unit.words <= 4 or (last is not None and last[1] == LISTED))
        if last and last[0] in RUNS and bound and bound[0] in RUNS:
            kinds[i] = (last[0], "stands between lines of that kind")
        elif last and last[0] == "related-link" and listed and not labelled.unit.ends:
            kinds[i] = ("related-link", LISTED)
        elif following and following[0] == "player" and not labelled.unit.ends:
            kinds[i] = ("player", "title above a player's clock")


def _caption(text: str, unit: Unit, kind: MarkKind, reason: str) -> list[Mark]:
    """A caption and, apart from it, its credit."""
    if kind == "credit":
        return [Mark(unit.span, kind, reason)]
    start, end = unit.span
    cut = min((c.span.start for c in all_cues().find(text[start:end]) if c.kind == "credit"), default=None)
    match = CREDIT.search(text, start, end)
    if match and (cut is None or match.start() - start < cut):
        cut = match.start() - start
    if cut is None:
        return [Mark(unit.span, kind, reason)]
    while cut > 0 and text[start + cut - 1] in "([":
        cut -= 1
    caption, credit = trim(text, Span(start, start + cut)), trim(text, Span(start + cut, end))
    found = [Mark(caption, kind, reason)] if caption.end > caption.start else []
    return [*found, Mark(credit, "credit", "credits a picture")]


def _code(text: str, labelled: Labelled) -> list[Mark]:
    """The two letters in front of a field of a database's dump."""
    start, end = labelled.unit.span
    held = field(text[start:end], coded=True)
    if held is None or not held.coded or labelled.state in ("open", "title"):
        return []
    return [Mark(Span(start, start + 2), "header", "a field of the database")]


def _inside(text: str, labelled: Labelled) -> list[Mark]:
    """Marks inside a paragraph: a related link in brackets, one glued to its end, a line of the page within it."""
    if labelled.state not in ("body", "bare"):
        return []
    start, end = labelled.unit.span
    found = []
    for cue in all_cues().find(text[start : min(end, start + LONGEST)]):
        span = _link(text, start, end, cue)
        if span:
            found.append(
                Mark(span, "related-link", f"“{text[start + cue.span.start : start + cue.span.end]}”")
            )
    return found


def _link(text: str, start: int, end: int, cue: CueMatch) -> Span | None:
    """The extent of a related link that opens with `cue` in the paragraph `[start, end)`; None when it is none."""
    if cue.kind != "related_link" or cue.place not in ("inline", "start"):
        return None
    at = start + cue.span.start
    opener = text[at - 1] if at > start else ""
    if opener in CLOSING and opener:
        close = text.find(CLOSING[opener], at, end)
        return Span(at - 1, close + 1) if close > 0 else None
    rest = text[start + cue.span.end : end]
    if len(rest.split()) > LITTLE or re.search(r"[.!?]\s+\S", rest):
        return None
    return trim(text, Span(at, end)) if cue.labelled or not rest.rstrip().endswith(".") else None


def _tidy(found: list[Mark]) -> tuple[Mark, ...]:
    """In order, without empty marks and without overlaps: the earlier and longer one stays."""
    kept: list[Mark] = []
    for mark in sorted(found, key=lambda m: (m.span.start, -m.span.end, m.kind)):
        if mark.span.end > mark.span.start and (not kept or mark.span.start >= kept[-1].span.end):
            kept.append(mark)
    return tuple(kept)
