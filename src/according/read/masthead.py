"""Title, outlet, agency, author, dateline place and address of an article: what is printed around its text.

Nothing is guessed: a field has the characters it came from as its evidence, or it is None.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import cast
from urllib.parse import urlsplit

from according.knowledge.agencies import Agency, agency_mentions
from according.knowledge.calendar import DateMention, date_line, find_dates
from according.knowledge.cues import all_cues, words
from according.knowledge.fold import fold
from according.knowledge.outlets import outlet_by_domain
from according.model import Evidence, Given, Span
from according.read import title as titles
from according.read.clean import date_in_front
from according.read.dateline import dateline
from according.read.digest import Labelled, Part
from according.read.fields import field, layout
from according.read.lines import Unit
from according.read.signs import LINK, SEPARATED, agency_named, known_outlet, signs

HEAD = frozenset(
    {"open", "head", "title", "outlet", "date", "byline", "noise", "mast", "caption", "ruled", "signed"}
)
"""States of the units above an article's first paragraph."""

ADDRESS = re.compile(
    r"https?://[^\s<>()\[\]«»“”\"]+|www\.[^\s<>()\[\]«»“”\"]+\.[a-z]{2,}[^\s<>()\[\]«»“”\"]*", re.IGNORECASE
)
BY_NAME = re.compile(
    r"[^\W\d_][\w.’'-]+(?:\s+(?:(?:de|du|van|von|al|el|bin|da|di|la|le)\s+)?[^\W\d_][\w.’'-]*){1,3}"
)
TAIL = re.compile(
    r"\s*(?:[,|(–—]|\s-\s|\bin\s|\bà\s|\band\s|\bet\s|\bи\s|&|\bfor\s|\bpour\s|\bavec\s|\bwith\s).*$",
    re.DOTALL,
)
CARRIED_IN = 2
"""Paragraphs from the start in which an article says whose report it carries."""
REACH = 50
"""Characters behind such words within which the agency is named."""
ADDRESSED = frozenset({"head", "outlet", "date", "byline", "mast", "end", "signed"})
"""States of lines in which an article gives its own address."""
LAST_CREDIT = 3
"""Units at an article's end among which an agency's sign-off is looked for."""


@dataclass(frozen=True, slots=True)
class Masthead:
    """What is printed around an article's text; spans are the document's. `dates` are the masthead's dates."""

    title: str | None
    title_span: Span | None
    outlet: str | None
    agency: str | None
    author: str | None
    place: str | None
    url: str | None
    dates: tuple[DateMention, ...]
    evidence: tuple[Evidence, ...]


def masthead(
    text: str, part: Part, given: Given, alone: bool, language: str | None, body: str, regular: bool
) -> Masthead:
    """Return the masthead of `part`.

    `given` is believed for a document that is one article (`alone`); `body` is the article's running text, used to
    mend the title. `regular` is True when several of the document's articles name an outlet in one place, so that
    a name that is not known is believed there.
    """
    evidence: list[Evidence] = []
    head = _head(part)
    given = given if alone else Given()
    title, title_span = _title(text, part, head, given, language, body)
    if title_span:
        evidence.append(Evidence("title", title_span, "stands above the text"))
    outlet = _outlet(head, part.coded, given, evidence, regular)
    url = _url(part, given, evidence)
    if outlet is None and url is not None:
        known = outlet_by_domain(urlsplit(url if "//" in url else f"//{url}").hostname or "")
        if known:
            outlet = known.name
            evidence.append(Evidence("outlet", None, f"the address {urlsplit(url).hostname}"))
    place, dateline_agency, dateline_date = _dateline(text, part, evidence)
    agency = dateline_agency or _agency(part, head, evidence)
    author = _author(part, given, evidence)
    dates = (*_dates(text, head, part, language), *((dateline_date,) if dateline_date else ()))
    return Masthead(title, title_span, outlet, agency, author, place, url, dates, tuple(evidence))


def _head(part: Part) -> list[Labelled]:
    """The units above the first paragraph."""
    head = []
    for labelled in part.units:
        if labelled.state not in HEAD:
            break
        head.append(labelled)
    return head


def _title(
    text: str, part: Part, head: Sequence[Labelled], given: Given, language: str | None, body: str
) -> tuple[str | None, Span | None]:
    """Title and where it stands: the opening unit and what goes on with it, or the container's title."""
    found: list[Labelled] = []
    for labelled in head:
        if (
            labelled.state == "open"
            or (labelled.state == "title" and not found)
            or (
                labelled.state == "title"
                and found
                and labelled.unit.blank == 0
                and found[-1].unit.text[-1:] not in ".?!"
            )
        ):
            found.append(labelled)
        elif found:
            break
    if given.title and not (found and _same(found[0].unit.text, given.title)):
        at = text.find(given.title, part.span.start, part.span.end)
        return " ".join(given.title.split()), Span(at, at + len(given.title)) if at >= 0 else None
    if not found:
        return None, None
    whole = Span(found[0].unit.span.start, found[-1].unit.span.end)
    raw = text[whole.start : whole.end]
    start, end = titles.bare(raw, part.coded)
    return titles.clean(raw[start:end], body, language), Span(whole.start + start, whole.start + end)


def _same(a: str, b: str) -> bool:
    return "".join(a.split()).casefold() == "".join(b.split()).casefold()


def _outlet(
    head: Sequence[Labelled], coded: bool, given: Given, evidence: list[Evidence], regular: bool
) -> str | None:
    """The outlet named in the masthead: a known name, a field that says so, or the line that stands in its place."""
    if given.outlet:
        evidence.append(Evidence("outlet", None, "stated by the container"))
        return given.outlet
    for labelled in head:
        if labelled.state not in ("outlet", "head", "date"):
            continue
        text = labelled.unit.text.strip("*_#> ")
        held = field(text, coded)
        if held and held.role == "outlet" and held.value:
            evidence.append(Evidence("outlet", labelled.unit.span, "a line that names the source"))
            return known_outlet(held.value) or held.value
        pieces = [text.strip("()[] "), *(p.strip("*_ ") for p in SEPARATED.split(text) if p)]
        name = next((n for p in pieces if (n := known_outlet(p))), None)
        if name:
            evidence.append(Evidence("outlet", labelled.unit.span, "a known outlet, named in the masthead"))
            return name
    for labelled in head:
        credit = titles.BRACKETED.search(labelled.unit.text) if labelled.state in ("open", "title") else None
        name = known_outlet(credit.group(1).split(",")[0]) if credit else None
        if name:
            evidence.append(Evidence("outlet", labelled.unit.span, "in brackets behind the title"))
            return name
    slot = outlet_slot(head) if regular else None
    if slot:
        evidence.append(Evidence("outlet", slot.span, "stands where this document names its outlets"))
        return slot.text.strip("*_#()[]: ")
    return None


def outlet_slot(units: Sequence[Labelled]) -> Unit | None:
    """Return the line that stands where an outlet is named: in a masthead, next to a date, and nothing else itself."""
    for place, labelled in enumerate(units):
        if labelled.state not in HEAD:
            return None
        beside = (*units[max(0, place - 1) : place], *units[place + 1 : place + 2])
        dated = any(x.state == "date" or {"date_line", "dated"} & signs(x.unit) for x in beside)
        if labelled.state == "outlet" and dated and not signs(labelled.unit) - {"person_line"}:
            return labelled.unit
    return None


def _url(part: Part, given: Given, evidence: list[Evidence]) -> str | None:
    """The article's own address: a line of nothing else in its head or end, or the container's."""
    if given.url:
        return given.url
    for labelled in part.units:
        line = labelled.unit.text.strip("<>()[] ")
        if labelled.state not in ADDRESSED or "address" not in signs(labelled.unit):
            continue
        match = ADDRESS.search(line)
        host = (
            urlsplit(match.group() if "//" in match.group() else f"//{match.group()}").hostname
            if match
            else None
        )
        if match and host and not host.endswith(_no_sources()):
            evidence.append(Evidence("url", labelled.unit.span, "an address on a line of its own"))
            return match.group()
    return None


@functools.cache
def _no_sources() -> tuple[str, ...]:
    return tuple(cast(list[str], layout()["no_sources"]))


def _dateline(
    text: str, part: Part, evidence: list[Evidence]
) -> tuple[str | None, str | None, DateMention | None]:
    """Place, agency and date of a dateline at the start of the first paragraph."""
    first = next((x.unit for x in part.units if x.state in ("body", "bare")), None)
    if first is None:
        return None, None, None
    raw = text[first.span.start : first.span.end]
    found = dateline(raw)
    if found is None:
        return None, None, None
    start = first.span.start
    if found.place:
        evidence.append(Evidence("place", Span(start, start + len(found.place)), "dateline"))
    if found.agency:
        at = start + raw.index(found.credit)
        evidence.append(Evidence("agency", Span(at, at + len(found.credit)), "dateline"))
    date = found.date and replace(
        found.date, span=Span(found.date.span.start + start, found.date.span.end + start)
    )
    return found.place, found.agency.name if found.agency else None, date


def _agency(part: Part, head: Sequence[Labelled], evidence: list[Evidence]) -> str | None:
    """An agency credited in the masthead or at the article's end."""
    tail = [x for x in part.units if x.state in ("end", "signed", "byline")][-LAST_CREDIT:]
    for labelled in [*(x for x in head if x.state in ("byline", "outlet", "date", "mast", "signed")), *tail]:
        words = labelled.unit.words
        pictured = words > 3 and "credit" in signs(labelled.unit)
        named = _named_agency(labelled.unit.text) if words <= 12 and not pictured else None
        if named:
            evidence.append(Evidence("agency", labelled.unit.span, "credited around the text"))
            return named.name
    return _carried(part, evidence)


def _carried(part: Part, evidence: list[Evidence]) -> str | None:
    """An agency whose report the first paragraphs say they carry ("a report distributed by …")."""
    first = [x.unit for x in part.units if x.state in ("body", "bare")][:CARRIED_IN]
    for unit in first:
        match = _carrier().search(unit.text)
        named = agency_mentions(unit.text[match.end() : match.end() + REACH]) if match else []
        if match and named and not named[0].agency.photo:
            evidence.append(Evidence("agency", unit.span, f"“{match.group()}”"))
            return named[0].agency.name
    return None


@functools.cache
def _desks() -> frozenset[str]:
    return frozenset(fold(desk).text for desk in cast(list[str], layout()["desks"]))


@functools.cache
def _carrier() -> re.Pattern[str]:
    reports = "|".join(map(re.escape, cast(list[str], layout()["reports"])))
    phrases = "|".join(map(re.escape, cast(list[str], layout()["carried_by"])))
    return re.compile(
        rf"(?<!\w)(?:{reports})(?!\w)[^.!?\n]{{0,30}}?(?<!\w)(?:{phrases})(?!\w)", re.IGNORECASE
    )


def _named_agency(line: str) -> Agency | None:
    """The agency that a credit line names: the whole line, or a word of a line that opens with a byline cue."""
    whole = agency_named(line)
    if whole:
        return None if whole.photo else whole
    cues = all_cues()
    pictured = line.casefold().startswith(tuple(cast(list[str], layout()["pictures"])))
    if pictured or cues.match(line, "newsletter", "share", "related_link", "advert", "credit", "caption"):
        return None
    if len(line.split()) > 5 and not cues.match(line, "byline", "copyright", "bio"):
        return None
    named = (m for m in agency_mentions(line) if not m.agency.photo)
    byline = cues.match(line, "byline") is not None
    return next((m.agency for m in named if byline or not m.ambiguous), None)


def _author(part: Part, given: Given, evidence: list[Evidence]) -> str | None:
    """The author named in a byline."""
    for labelled in part.units:
        text = labelled.unit.text.strip("*_# ")
        if labelled.state in ("outlet", "date", "head"):
            text = next((p for p in SEPARATED.split(text) if all_cues().match(p, "byline")), "")
        elif labelled.state not in ("byline", "signed"):
            continue
        held = field(text, part.coded)
        name = held.value if held and held.role == "byline" else text
        cue = all_cues().match(name, "byline")
        if cue and cue.place in ("start", "line"):
            name = LINK.sub("", name[cue.span.end :].strip(" :"))
        name = TAIL.sub("", name).strip(" ,.:")
        if (
            agency_mentions(name)
            or known_outlet(name)
            or known_outlet(name.split(" ")[0])
            or not _desks().isdisjoint(words(text))
        ):
            continue
        if BY_NAME.fullmatch(name) and len(name) < 60:
            evidence.append(Evidence("author", labelled.unit.span, "byline"))
            return name.title() if name.isupper() else name
    return None if given.author and known_outlet(given.author) else given.author


def _dates(text: str, head: Sequence[Labelled], part: Part, language: str | None) -> tuple[DateMention, ...]:
    """Dates printed in the masthead, on a line of their own first; or below the text, when the line says so."""
    alone: list[DateMention] = []
    within: list[DateMention] = []
    for labelled in head:
        span = labelled.unit.span
        if labelled.state in ("title", "open"):
            credit = titles.BRACKETED.search(text, span.start, span.end)
            if credit is None:
                continue
            span = Span(*credit.span(1))
        elif labelled.state in ("caption", "ruled"):
            continue
        line = text[span.start : span.end]
        whole = date_line(line, language)
        if whole and not _is_update(line):
            alone.append(_at(whole, span.start))
        elif not whole and labelled.state != "noise":
            within.extend(_at(found, span.start) for found in find_dates(line, language))
    for labelled in _below(part):
        line = text[labelled.unit.span.start : labelled.unit.span.end]
        whole = date_line(line, language)
        if whole and {"published_line", "outlet_date"} & signs(labelled.unit) and not _is_update(line):
            alone.append(_at(whole, labelled.unit.span.start))
    first = next((x.unit for x in part.units if x.state in ("body", "bare")), None)
    if first and (date := date_in_front(text, first.span)):
        alone.extend(_at(found, date.start) for found in find_dates(text[date.start : date.end]))
    return (*alone, *within)


def _below(part: Part) -> Sequence[Labelled]:
    """The units below the last paragraph of an article."""
    last = max((i for i, x in enumerate(part.units) if x.state in ("body", "bare")), default=len(part.units))
    return part.units[last + 1 :]


def _is_update(line: str) -> bool:
    """Whether a date line says when the text was changed or looked up, not when it appeared."""
    cues = all_cues()
    other = cues.match(line, "updated") is not None and cues.match(line, "published") is None
    return other or line.strip().casefold().startswith(_looked_up())


@functools.cache
def _looked_up() -> tuple[str, ...]:
    return tuple(cast(list[str], layout()["looked_up"]))


def _at(found: DateMention, start: int) -> DateMention:
    """The date with its span counted from the start of the document."""
    return replace(found, span=Span(found.span.start + start, found.span.end + start))
