"""Chains: what one article names, each thing once, with all mentions of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from according.link import locations, people, things
from according.link.group import Group, Member
from according.model import Article, Candidate, Chain, Mention, Sentence, Span, content_id

Original = Callable[[int, int], Span]
"""From a stretch of running text to its span in the document."""


def chains(
    article: Article,
    written: str,
    text: str,
    original: Original,
    sentences: Sequence[Sentence],
    candidates: Sequence[Candidate],
) -> tuple[Chain, ...]:
    """Return the chains of an article in the order of their first mentions.

    Args:
        article: The article.
        written: Its characters as they stand in the document, from `article.span.start` on.
        text: Its running text, which `sentences` and `candidates` are about.
        original: From running text to the document.
        sentences: As an engine annotates `text`.
        candidates: As `according.extract.mentions` finds them.
    """
    groups = [
        *people.people(text, candidates, sentences, article.language),
        *things.organizations(text, candidates),
        *things.states(candidates),
        *locations.places(article, text, candidates),
    ]
    groups = [group for group in groups if group.members]
    return tuple(
        _chain(article, written, original, group)
        for group in sorted(groups, key=lambda group: (group.start, group.kind))
    )


def _chain(article: Article, written: str, original: Original, group: Group) -> Chain:
    members = sorted(group.members, key=lambda member: (member.candidate.span, member.candidate.form))
    mentions = tuple(_mention(article, written, original, member) for member in members)
    first = members[0].candidate
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
    span = original(*candidate.span)
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
