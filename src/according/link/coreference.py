"""Chains: what one article names, each thing once, with all mentions of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from according.knowledge.agencies import agency_by_name
from according.knowledge.outlets import outlet_by_name
from according.knowledge.own_actors import OwnActor
from according.link import locations, people, things
from according.link.aliases import aliases
from according.link.group import Group, Member
from according.link.heads import repeated
from according.link.names import SAME, likeness
from according.link.pronouns import Pronouns
from according.link.rebels import rebels
from according.model import (
    Article,
    Candidate,
    Chain,
    Evidence,
    Kind,
    Location,
    Mention,
    Sentence,
    Span,
    content_id,
)

Original = Callable[[int, int], Span]
"""From a stretch of running text to its span in the document."""


SURE = 0.95
"""Confidence in a name that the masthead gives."""
_CREDITED: dict[str, Kind] = {
    "author": "person",
    "outlet": "organization",
    "agency": "organization",
    "place": "place",
}


def chains(
    article: Article,
    written: str,
    text: str,
    original: Original,
    sentences: Sequence[Sentence],
    candidates: Sequence[Candidate],
    actors: Sequence[OwnActor] = (),
) -> tuple[Chain, ...]:
    """Return the chains of an article in the order of their first mentions.

    Args:
        article: The article.
        written: Its characters as they stand in the document, from `article.span.start` on.
        text: Its running text, which `sentences` and `candidates` are about.
        original: From running text to the document.
        sentences: As an engine annotates `text`.
        candidates: As `according.extract.mentions` finds them.
        actors: The user's own, who bring their offices and places along.
    """
    groups = [
        *people.people(text, candidates, sentences, article.language),
        *things.organizations(text, candidates),
        *things.states(candidates),
        *locations.places(article, text, candidates),
    ]
    aliases(text, article.language, groups)
    groups = [group for group in groups if group.members]
    rebels(text, article.language, candidates, groups)
    groups = [group for group in groups if group.members]
    repeated(candidates, sentences, groups, article.language)
    Pronouns(text, sentences, groups, article.language).resolve()
    groups += things.described_states(candidates)  # adjectives are nobody's antecedent
    _introduce(groups, actors)
    _credit(article, written, groups, original)
    groups = [group for group in groups if group.members]
    return tuple(
        _chain(article, written, original, group)
        for group in sorted(groups, key=lambda group: (group.start, group.kind))
    )


def _introduce(groups: Sequence[Group], actors: Sequence[OwnActor]) -> None:
    """Give the user's own actors what she said of them."""
    known = {f"own:{actor.key}": actor for actor in actors}
    for group in groups:
        actor = known.get(group.key or "")
        if actor is not None:
            group.offices |= set(actor.offices)
            if actor.latitude is not None and actor.longitude is not None:
                group.location = Location(actor.latitude, actor.longitude, actor.country, "point", 1.0)


def _credit(article: Article, written: str, groups: list[Group], original: Original) -> None:
    """Add who and what is named in the masthead, outside the running text: author, outlet, agency, place."""
    taken = [
        (original(*member.candidate.span), group.kind)
        for group in groups
        for member in group.members
        if member.candidate.form == "name"
    ]
    for evidence in article.evidence:
        kind = _CREDITED.get(evidence.field)
        if kind is None or evidence.span is None or not article.span.contains(evidence.span):
            continue
        span = _narrowed(article, written, evidence)
        if any(kind == other and span.overlap(seen) for seen, other in taken):
            continue  # the line is also a caption or a credit, and was analysed with the text
        name = " ".join(written[span.start - article.span.start : span.end - article.span.start].split())
        key = _press_key(evidence.field, name)
        candidate = Candidate(span, kind, "name", name, key, None, None, SURE, evidence.field)
        same = [group for group in groups if group.kind == kind and _is_credited(group, key, name)]
        if not same:
            groups.append(Group(kind, key=key))
            same = groups[-1:]
        same[0].take(candidate, f"named as the article's {evidence.field}", credited=True)


def _narrowed(article: Article, written: str, evidence: Evidence) -> Span:
    """Where the name itself stands in the line that states it: without "By" and "Reporting from"."""
    span = evidence.span or article.span
    value = getattr(article, evidence.field) or ""
    line = written[span.start - article.span.start : span.end - article.span.start]
    found = re.search(r"\s+".join(map(re.escape, value.split())), line, re.IGNORECASE) if value else None
    return Span(span.start + found.start(), span.start + found.end()) if found and found.group() else span


def _press_key(field: str, name: str) -> str | None:
    outlet, agency = outlet_by_name(name), agency_by_name(name, credit=True)
    if field == "agency" and agency:
        return f"agency:{agency.name}"
    return f"outlet:{outlet.name}" if field == "outlet" and outlet else None


def _is_credited(group: Group, key: str | None, name: str) -> bool:
    if key or (group.key and group.kind != "place"):
        return group.key == key
    return likeness(group.name, name, group.kind) >= SAME


def _chain(article: Article, written: str, original: Original, group: Group) -> Chain:
    found = (_mention(article, written, original, member) for member in group.members)
    mentions = tuple(sorted(found, key=lambda mention: (mention.span, mention.form)))
    first = mentions[0]
    return Chain(
        id=content_id("chain", article.id, first.span.start, first.span.end, group.kind, first.form),
        article=article.id,
        kind=group.kind,
        name=group.name,
        language=article.language,
        key=group.key,
        offices=tuple(sorted(group.offices)),
        location=group.location,
        named=group.named,
        mentions=mentions,
    )


def _mention(article: Article, written: str, original: Original, member: Member) -> Mention:
    candidate: Candidate = member.candidate
    span = candidate.span if member.credited else original(*candidate.span)
    return Mention(
        id=content_id("mention", article.id, span.start, span.end, candidate.kind, candidate.form),
        article=article.id,
        span=span,
        text=written[span.start - article.span.start : span.end - article.span.start],
        kind=candidate.kind,
        form=candidate.form,
        confidence=member.confidence,
        reason=member.reason,
    )
