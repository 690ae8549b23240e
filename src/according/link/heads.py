"""Organizations by the noun of their name: "the committee" is the Statistics Committee that was named before."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from according.link.gender import words
from according.link.group import Group
from according.model import Candidate, Sentence, Token

BY_NOUN = 0.75
"""Share of its confidence that a noun keeps for the only organization that was named with it before."""
_NOUNS = ("NOUN", "PROPN")
_MORE = ("genitive", "modifier", "name", "apposition")
_NEAR = 12
"""Candidates before a noun that may reach over it; words around it that are looked at."""


def repeated(
    candidates: Sequence[Candidate],
    sentences: Sequence[Sentence],
    groups: Sequence[Group],
    language: str | None,
) -> None:
    """Add nouns that stand alone, with an article where the language has some, to the one organization named so."""
    known = words((language or "").partition("-")[0])
    if not known.the and not known.endings["m"]:
        return
    called = _called(sentences, groups)
    if not called:
        return
    others: set[str] = set()
    """Nouns by which something is meant that is not named so: another church."""
    taken = sorted((each.span.start, each.span.end) for each in candidates)
    for sentence in sentences:
        for index, token in enumerate(sentence.tokens):
            keys = {token.lemma.casefold(), token.text.casefold()} & called.keys()
            if not keys or token.pos not in _NOUNS:
                continue
            last = bisect_left(taken, (token.span.end, 0))
            if any(end > token.span.start for _, end in taken[max(0, last - _NEAR) : last]):
                continue
            if _is_another(sentence.tokens, index):
                others |= keys
            if keys & others or not _has_article(sentence.tokens, index, known.the):
                continue
            before = {
                id(group): group
                for key in sorted(keys)
                for place, group in called[key]
                if place < token.span.start
            }
            if len(before) == 1:
                (group,) = before.values()
                noun = Candidate(
                    token.span, "organization", "description", token.text, None, None, None, 1.0, "noun"
                )
                group.take(noun, f"the only {token.text.lower()} named before, {group.name}", BY_NOUN)


def _called(sentences: Sequence[Sentence], groups: Sequence[Group]) -> dict[str, list[tuple[int, Group]]]:
    """The nouns at the heads of organizations' names, and where they are first called so."""
    found: dict[str, list[tuple[int, Group]]] = defaultdict(list)
    starts = [sentence.span.start for sentence in sentences]
    for group in groups:
        if group.kind != "organization":
            continue
        for member in group.members:
            span = member.candidate.span
            number = bisect_left(starts, span.start + 1) - 1
            if member.credited or member.candidate.form != "name" or number < 0:
                continue
            inside = [
                (index, token)
                for index, token in enumerate(sentences[number].tokens)
                if span.contains(token.span)
            ]
            if len(inside) > 1:
                for key in _heads(inside):
                    found[key].append((span.start, group))
    return found


def _heads(inside: Sequence[tuple[int, Token]]) -> Iterator[str]:
    """The word that the others of a name hang on, as it is written and in its dictionary form."""
    indices = {index for index, _ in inside}
    for index, token in inside:
        if (token.head not in indices or token.head == index) and token.pos in _NOUNS and len(token.text) > 2:
            yield from sorted({token.text.casefold(), token.lemma.casefold()})
            return


def _below(tokens: Sequence[Token], index: int) -> list[Token]:
    around = tokens[max(0, index - _NEAR) : index + _NEAR]
    return [token for token in around if token.head == index and token is not tokens[index]]


def _is_another(tokens: Sequence[Token], index: int) -> bool:
    """Whether words beside a noun say which is meant: "the church of Saint Martin"."""
    return any(token.relation in _MORE for token in _below(tokens, index))


def _has_article(tokens: Sequence[Token], index: int, articles: frozenset[str]) -> bool:
    """Whether a noun has an article that says that it has been named, in languages that have some."""
    if not articles:
        return True
    return any(
        token.relation == "determiner" and token.text.lower().replace("’", "'") in articles
        for token in _below(tokens, index)
    )
