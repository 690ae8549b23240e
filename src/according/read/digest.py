"""Split a document into its articles.

Every unit of the page (title, outlet line, paragraph, caption …) is labelled from what is observed on it and around
it, and the best sequence of labels is decoded. Then the document is read a second time with what the first reading
taught about *this* document: if nine of its articles open with a title below a rule and an outlet line under it, a
short line that has neither is a heading, and one that has both is a title even where its words look odd.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from according.model import Document, Line, LineLabel, Mark, Span
from according.read.decode import Observations, decode
from according.read.decode import explain as explain_labels
from according.read.fields import is_dump
from according.read.lines import Unit, merged, units
from according.read.observe import observe

OPENING = frozenset({"open", "head", "bare"})
PROSE = frozenset({"body", "bare", "heading"})
"""States of what is read as the article's text."""
OUTSIDE = frozenset({"group", "contents", "preamble"})

LABELS: dict[str, LineLabel] = {
    "open": "title", "title": "title", "head": "outlet", "outlet": "outlet", "date": "date", "byline": "byline",
    "signed": "byline", "bare": "body", "body": "body", "caption": "caption", "heading": "heading", "group": "heading",
    "noise": "noise", "mast": "noise", "preamble": "noise", "end": "end", "separator": "separator",
    "ruled": "separator", "contents": "contents",
}  # fmt: skip
"""What a decoder's state is called for people."""

INNER = {
    "open": "heading",
    "head": "outlet",
    "bare": "body",
    "group": "heading",
    "contents": "body",
    "preamble": "body",
}
"""What a state means inside a text that is one article by its container."""

STYLE: dict[str, float] = {
    "after_rule": 0.03, "after_end": 0.03, "after_caption": 0.1, "masthead_below": 0.04, "dateline_below": 0.02,
    "numbered": 0.05, "markdown_1": 0.03, "markdown_2": 0.1, "bold": 0.1, "capitals": 0.1, "headline_case": 0.2,
    "above_gap": 0.15, "below_tight": 0.1, "indented": 0.05, "announced": 0.02, "field_title": 0.02, "repeated": 0.02,
    "other_language": 0.02,
}  # fmt: skip
"""Signs by which a document's articles may open alike → how often such a sign stands on a title-like line that opens
nothing (estimates; they only steady the counts made in the document itself)."""

AT_START = (
    "masthead_below",
    "numbered",
    "markdown_1",
    "announced",
    "field_title",
    "headline_case",
    "dateline_below",
)
"""Those of them that the first line of a document can have as well as any other."""
FORMAL = frozenset(STYLE) - {
    "capitals",
    "bold",
    "headline_case",
    "after_caption",
    "below_tight",
    "above_gap",
    "markdown_2",
}
"""Signs of style that speak for an opening by themselves."""
FEW = 3
"""Openings up to which a document may as well be one article with headings."""
CLEAR = 0.8
"""Strength from which on a change of subject is clear."""
SOME = 0.3
MOVED = 0.5
"""Below this share of openings with a formal sign, and this mean change of subject, a document is one text."""
PLAIN = 5.0
"""What then speaks against an opening without such a sign, in log-odds."""
LEAST_WORDS = 8
"""Words of running text that an article has at least."""
READINGS = 3
"""How often a document is read again with the style that the last reading found, at most."""
RULE = 0.8
STRICT = 1.6
"""Where more than this share of a document's articles open with a sign, its absence counts this much more."""
STEADY = 4.0
"""Weight of the estimates of STYLE, in lines."""
CLIP = 3.5
"""Most that one sign of style may say, in log-odds."""
TOTAL = 5.0
"""Most that all of them together may say."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A unit with the state that the decoder gave it."""

    unit: Unit
    state: str


@dataclass(frozen=True, slots=True)
class Part:
    """One article of a document: its extent and its labelled units; `coded` in the dump of a database."""

    span: Span
    units: tuple[Labelled, ...]
    coded: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """The states of a document's units, with what was observed on them and what the document's own style added."""

    states: Sequence[str]
    observed: Sequence[Observations]
    biases: Sequence[Mapping[str, float]]


def split(document: Document) -> tuple[Part, ...]:
    """Return the articles of `document` in order; none when it has no text.

    Where the container settles the extent (a web page, a feed entry), that extent is one article.
    """
    if document.article is None:
        found, reading = _read(document, Span(0, len(document.text)))
        return tuple(_parts(found, reading.states, is_dump(document.text)))
    found, reading = _read(document, document.article)
    inner = [state if i == 0 else INNER.get(state, state) for i, state in enumerate(reading.states)]
    return (Part(document.article, tuple(map(Labelled, found, inner))),) if found else ()


def explain(document: Document) -> tuple[Line, ...]:
    """Return every line of the document that is not blank, with its label, margin and reasons.

    Of a document whose container settles the extent of its one article, the lines of that article.
    """
    found, reading = _read(document, document.article or Span(0, len(document.text)))
    steps = explain_labels(reading.observed, reading.biases)
    opening = {part.units[0].unit.span.start for part in split(document)}
    return tuple(
        Line(line, LABELS[step.state], line.start in opening, step.margin, step.reasons)
        for unit, step in zip(found, steps, strict=True)
        for line in unit.lines
    )


def _read(document: Document, span: Span) -> tuple[list[Unit], Reading]:
    """The units of a stretch of a document and how they were read."""
    text = document.text[span.start : span.end]
    found = units(text)
    known = [
        replace(mark, span=Span(mark.span.start - span.start, mark.span.end - span.start))
        for mark in document.marks
        if span.contains(mark.span)
    ]
    return [_moved(unit, span.start) for unit in found], label(text, found, known)


def label(text: str, found: Sequence[Unit], known: Sequence[Mark] = ()) -> Reading:
    """Return the decoded label of every unit: one reading, and more with the style that the last one found.

    `known` are marks that the reader made from the layout alone (running heads, feet).
    """
    observed = observe(text, found, known)
    biases: Sequence[Mapping[str, float]] = [{} for _ in found]
    states = decode(observed, biases)
    openings = [i for i, state in enumerate(states) if state in OPENING]
    if len(openings) >= 2 and (len(openings) <= FEW or _essay(observed, states, openings)):
        biases = _plain(observed, states)
        return Reading(decode(observed, biases), observed, biases)
    for _ in range(READINGS if len(openings) > FEW else 0):
        biases = _style(observed, states, openings)
        states = decode(observed, biases)
        before, openings = openings, [i for i, state in enumerate(states) if state in OPENING]
        if openings == before or len(openings) <= FEW:
            break
    return Reading(states, observed, biases)


def _essay(observed: Sequence[Observations], states: Sequence[str], openings: list[int]) -> bool:
    """Whether the openings look like the headings of one text: hardly a formal sign, and the subject goes on."""
    later = openings[1:]
    formal = sum(bool(_signs(observed, states, i) & FORMAL) for i in later)
    moved = sum(observed[i].get("shift", 0.0) - observed[i].get("stay", 0.0) for i in later)
    return formal < SOME * len(later) and moved < MOVED * len(later)


def _apart(observed: Sequence[Observations], states: Sequence[str], i: int) -> bool:
    """Whether a picture's caption stands above unit `i` and another subject begins."""
    return "after_caption" in _signs(observed, states, i) and observed[i].get("shift", 0.0) >= CLEAR


def _plain(observed: Sequence[Observations], states: Sequence[str]) -> list[Mapping[str, float]]:
    """Against openings that nothing but words speaks for, in a document that seems to hold only two or three.

    An essay with headings looks like a short digest of bare titles; a digest of two is told by a rule, a masthead …
    """
    return [
        {}
        if i == 0 or _signs(observed, states, i) & FORMAL or _apart(observed, states, i)
        else {"open": -PLAIN, "bare": -PLAIN, "head": -PLAIN}
        for i in range(len(states))
    ]


def _style(
    observed: Sequence[Observations], states: Sequence[str], openings: list[int]
) -> list[Mapping[str, float]]:
    """What the way the document's articles open says for and against each unit as an opening."""
    signs = [_signs(observed, states, i) for i in range(len(states))]
    others = [i for i, state in enumerate(states) if state in {"heading", "title"} and i not in openings]
    bias: list[Mapping[str, float]] = [{} for _ in states]
    odds: dict[str, tuple[float, float]] = {}
    for sign, base in STYLE.items():
        share = (sum(sign in signs[i] for i in openings) + 0.3) / (len(openings) + 0.6)
        rest = (sum(sign in signs[i] for i in others) + STEADY * base) / (len(others) + STEADY)
        there, absent = math.log(share / rest), math.log((1 - share) / (1 - rest))
        if share > RULE and len(openings) > FEW + 1:
            absent *= STRICT
        odds[sign] = (max(-CLIP, min(CLIP, there)), max(-CLIP, min(CLIP, absent)))
    for i in range(len(states)):
        total = sum(
            odds[sign][0] if sign in signs[i] else odds[sign][1] for sign in (STYLE if i else AT_START)
        )
        total = max(-TOTAL, min(TOTAL, total))
        bias[i] = {
            "open": total,
            "head": total,
            "bare": total if total < 0 else 0.5 * total,
            "heading": -0.3 * total,
        }
        if i == 0:
            bias[i] = {"open": min(total, 0.0), "head": min(total, 0.0), "group": max(-0.6 * total, 0.0)}
    return bias


def _signs(observed: Sequence[Observations], states: Sequence[str], i: int) -> frozenset[str]:
    """The signs of style on unit `i`."""
    signs = {sign for sign in STYLE if observed[i].get(sign, 0.0) >= 0.5}
    if i and states[i - 1] == "caption":
        signs.add("after_caption")
    above = i - 1
    while above >= 0 and states[above] in {"noise", "group", "contents"}:
        above -= 1
    if above >= 0 and states[above] == "separator":
        signs.add("after_rule")
    if above >= 0 and (
        states[above] == "end" or (above > 0 and states[above] == "separator" and states[above - 1] == "end")
    ):
        signs.add("after_end")
    return frozenset(signs)


def _parts(found: Sequence[Unit], states: Sequence[str], coded: bool) -> list[Part]:
    """Cut the labelled units into articles; what stands before the first and between groups belongs to none."""
    groups: list[list[Labelled]] = []
    inside = False
    for unit, state in zip(found, states, strict=True):
        if state in OPENING:
            groups.append([])
            inside = True
        elif state in OUTSIDE:
            inside = False
        if inside:
            _append(groups[-1], unit, state)
    if not groups and found:
        groups = [list(map(Labelled, found, states))]
    groups = [group for group in groups if _told(group)] or groups[:1]
    return [
        Part(Span(group[0].unit.span.start, group[-1].unit.span.end), tuple(group), coded) for group in groups
    ]


def _told(group: list[Labelled]) -> bool:
    """Whether an article has a text: titles with nothing below them are lists, menus, the summary of a search."""
    prose = [x.unit for x in group if x.state in PROSE]
    titled = any(x.state in ("open", "title") for x in group) and any(unit.ends for unit in prose)
    return titled or sum(unit.words for unit in prose) >= LEAST_WORDS


def _append(group: list[Labelled], unit: Unit, state: str) -> None:
    """Add a unit to an article; the first line of a paragraph that was taken apart from it goes back to it."""
    last = group[-1] if group else None
    if last and last.unit.cut and last.state in ("body", "bare") and state == "body":
        group[-1] = Labelled(merged(last.unit, unit), last.state)
    else:
        group.append(Labelled(unit, state))


def _moved(unit: Unit, by: int) -> Unit:
    """The unit with its positions counted from the start of the document."""
    lines = tuple(Span(a + by, b + by) for a, b in unit.lines)
    return replace(unit, span=Span(unit.span.start + by, unit.span.end + by), lines=lines)
