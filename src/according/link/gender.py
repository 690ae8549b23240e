"""Whether he or she is meant, as far as an article tells; a thing is "m" or "f" where its language makes it one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast

from according.knowledge.fold import fold_name, load_data, texts
from according.link.group import Group
from according.model import Candidate, Token

Gender = Literal["m", "f"]
_GENDERS: tuple[Gender, Gender] = ("m", "f")
_WORD = re.compile(r"[\w'’.-]+\Z")


@dataclass(frozen=True, slots=True)
class Words:
    """What `knowledge/pronouns.yml` says of a language."""

    pronouns: dict[str, frozenset[Gender]]
    indefinite: frozenset[str]
    things: bool
    articles: dict[str, Gender]
    endings: dict[Gender, tuple[str, ...]]
    titles: dict[str, Gender]
    surnames: dict[Gender, tuple[str, ...]]
    past: dict[Gender, tuple[str, ...]]
    called: dict[Gender, tuple[str, ...]]
    objects: dict[str, Gender]
    the: frozenset[str]
    said: frozenset[str]


@cache
def words(language: str) -> Words:
    """Return the words of a language (its primary subtag); empty ones for a language that the knowledge lacks."""
    entry = cast(dict[str, dict[str, Any]], load_data("pronouns.yml")).get(language, {})

    def by_gender(key: str) -> dict[Gender, tuple[str, ...]]:
        return {gender: texts(entry.get(key, {}).get(gender)) for gender in _GENDERS}

    pronouns: dict[str, set[Gender]] = {}
    for key, gender in (("he", "m"), ("she", "f")):
        for word in texts(entry.get(key)):
            pronouns.setdefault(word, set()).add(cast(Gender, gender))
    return Words(
        {word: frozenset(genders) for word, genders in pronouns.items()},
        frozenset(texts(entry.get("indefinite"))),
        bool(entry.get("things")),
        {word: gender for gender in _GENDERS for word in texts(entry.get(gender))},
        by_gender("endings"),
        {word: gender for gender, found in by_gender("titles").items() for word in found},
        by_gender("surnames"),
        by_gender("past"),
        {"m": texts(entry.get("man")), "f": texts(entry.get("woman"))},
        {word: gender for gender, found in by_gender("objects").items() for word in found},
        frozenset(texts(entry.get("the"))),
        frozenset(texts(cast(dict[str, object], load_data("speech.yml")).get(language))),
    )


@cache
def _given() -> dict[str, Gender]:
    listed = cast(dict[str, dict[str, Any]], load_data("pronouns.yml"))["given"]
    return {fold_name(name): gender for gender in _GENDERS for name in texts(listed[gender])}


def of_person(text: str, group: Group, language: Words) -> Gender | None:
    """Return whether somebody is he or she: by titles and articles before what he is called, else by his name."""
    votes: Counter[Gender] = Counter()
    for member in group.members:
        span = member.candidate.span
        if member.credited:
            continue
        before = _WORD.search(text[max(0, span.start - 12) : span.start].rstrip())
        title = language.titles.get(before.group()) if before else None
        if title:
            votes[title] += 2
        if member.candidate.form == "description":
            article = language.articles.get(before.group().lower()) if before else None
            if article:
                votes[article] += 1
            votes.update(
                gender for gender in _GENDERS if _is_called(member.candidate.name, language.called[gender])
            )
    if votes and votes["m"] != votes["f"]:
        return "m" if votes["m"] > votes["f"] else "f"
    return _by_name(group, language) if group.named else None


def _is_called(name: str, by: tuple[str, ...]) -> bool:
    written = name.lower().split()
    return any(
        written[0].endswith(each[1:]) if each.startswith("-") else each in written for each in by if written
    )


def of_description(text: str, described: Candidate, language: Words) -> Gender | None:
    """Return whether what somebody is called is said of him or of her: by its ending, else by the article before it."""
    for gender in ("f", "m"):
        if _is_called(described.name, language.called[gender]):
            return gender
    before = _WORD.search(text[max(0, described.span.start - 12) : described.span.start].rstrip())
    return language.articles.get(before.group().lower()) if before else None


def _by_name(group: Group, language: Words) -> Gender | None:
    parts = fold_name(group.name).split()
    given = _given().get(parts[0]) if len(parts) > 1 else None
    if given:
        return given
    last = group.name.split()[-1].lower() if group.name.split() else ""
    return next(
        (
            gender
            for gender in ("f", "m")
            if language.surnames[gender] and last.endswith(language.surnames[gender])
        ),
        None,
    )


def of_thing(tokens: Sequence[Token], index: int, language: Words) -> Gender | None:
    """Return which pronoun stands for a noun: by the article before it, else by its ending."""
    for token in tokens[max(0, index - 4) : index]:
        if tokens[token.head] is tokens[index] and token.text.lower() in language.articles:
            return language.articles[token.text.lower()]
    lemma = tokens[index].lemma.lower()
    return next(
        (
            gender
            for gender in ("f", "m")
            if language.endings[gender] and lemma.endswith(language.endings[gender])
        ),
        None,
    )


def of_verb(token: Token, language: Words) -> Gender | None:
    """Return what the past tense of a verb says of its subject."""
    written = token.text.lower()
    return next(
        (
            gender
            for gender in ("f", "m")
            if language.past[gender] and written.endswith(language.past[gender])
        ),
        None,
    )
