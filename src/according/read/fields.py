"""Labelled lines of a masthead: "Subject: A title", "HD  A title" in the dump of a press database."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from according.knowledge.fold import load_data

LONGEST = 600
"""Characters up to which a labelled line is looked for."""
LABELLED = re.compile(r"[*_#\s]*([^\W\d_][^:\n]{0,24}?)[*_]*\s?:(?!//)[*_]*\s*(.*)", re.DOTALL)
CODED = re.compile(r"([A-Z][A-Z0-9])(?:\s+(\S.*)|\s*)", re.DOTALL)
DISTINCT = 4
"""Different codes at the starts of lines from which on a document counts as the dump of a database."""


@dataclass(frozen=True, slots=True)
class Field:
    """Role (title, outlet, date, byline, body, url, noise, end) and value of a labelled line."""

    role: str
    value: str
    coded: bool


@functools.cache
def layout() -> Mapping[str, object]:
    """Return knowledge/layout.yml."""
    return cast(Mapping[str, object], load_data("layout.yml"))


@functools.cache
def _labels() -> Mapping[str, str]:
    roles = cast(Mapping[str, list[str]], layout()["fields"])
    return {name: role for role, names in roles.items() for name in names}


@functools.cache
def _codes() -> Mapping[str, str]:
    roles = cast(Mapping[str, list[str]], layout()["codes"])
    return {code: role for role, codes in roles.items() for code in codes}


@functools.cache
def _stacked() -> Mapping[str, str]:
    roles = cast(Mapping[str, list[str]], layout()["stacked"])
    return {name: role for role, names in roles.items() for name in names}


def stacked(line: str) -> str | None:
    """Return the role of the next line when `line` is a label that stands above what it labels."""
    return _stacked().get(line.casefold().strip(" :")) if len(line) < 40 else None


def is_dump(text: str) -> bool:
    """Return whether lines of `text` open with the codes of a press database."""
    found = set()
    for match in re.finditer(r"^([A-Z][A-Z0-9])(?=[ \t]{2,}|\s*$)", text, re.MULTILINE):
        if match.group(1) in _codes():
            found.add(match.group(1))
            if len(found) >= DISTINCT:
                return True
    return False


def field(line: str, coded: bool = False) -> Field | None:
    """Return what a labelled line holds, None for any other line; `coded` in a document that is a database's dump."""
    if len(line) > LONGEST:
        line = line[:LONGEST]
    if coded:
        match = CODED.fullmatch(line)
        role = _codes().get(match.group(1)) if match else None
        if match and role:
            return Field(role, (match.group(2) or "").strip(), coded=True)
    match = LABELLED.fullmatch(line)
    role = _labels().get(match.group(1).casefold().strip()) if match else None
    return Field(role, match.group(2).strip(), coded=False) if match and role else None
