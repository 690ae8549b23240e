"""Fields of press databases: what "HD", "LOAD-DATE:" or "Numéro de document :" say about the text after them.

>>> found = database_fields("HD  Talks resume in Geneva")[0]
>>> found.database, found.role, "HD  Talks resume in Geneva"[found.value.start:]
('factiva', 'title', 'Talks resume in Geneva')
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast, get_args

from according.knowledge.fold import fold_name, load_data
from according.model import Span

FieldRole = Literal[
    "title", "heading", "outlet", "date", "updated", "byline", "place", "lead", "body", "noise", "end"
]

_LABELS = {
    "code": re.compile(r"(?P<label>[A-Z]{2,3})(?!\S)"),
    "colon": re.compile(r"\s{0,8}(?P<label>[^\W\d_][^:\n]{1,30}):"),
}
_LONGEST_END = 200


@dataclass(frozen=True, slots=True)
class DatabaseField:
    """A line that opens a field: which database writes it so, its role, and where its value stands in the line."""

    database: str
    label: str
    role: FieldRole
    value: Span


@dataclass(frozen=True, slots=True)
class _Database:
    name: str
    form: str
    roles: dict[str, FieldRole]
    ends: re.Pattern[str]


@cache
def _databases() -> tuple[_Database, ...]:
    found: list[_Database] = []
    for name, entry in cast(dict[str, dict[str, Any]], load_data("databases.yml")).items():
        roles: dict[str, FieldRole] = {}
        for role, labels in entry["fields"].items():
            if role not in get_args(FieldRole):
                raise ValueError(f"{name}: unknown role of a field: {role}")
            for label in labels:
                roles[label if entry["form"] == "code" else fold_name(label)] = role
        ends = re.compile("|".join(f"(?:{pattern})" for pattern in entry["ends"]), re.IGNORECASE)
        found.append(_Database(name, entry["form"], roles, ends))
    return tuple(found)


def database_fields(line: str) -> tuple[DatabaseField, ...]:
    """Return what the start of `line` is as a field, once per database that has such a field.

    One such line proves nothing ("Source:", "IN"); several of one database in a row do.
    """
    found: list[DatabaseField] = []
    for database in _databases():
        match = _LABELS[database.form].match(line)
        if match is None:
            continue
        label = match.group("label").strip()
        role = database.roles.get(label if database.form == "code" else fold_name(label))
        if role is not None:
            value = line[match.end() :].strip()
            start = line.find(value, match.end()) if value else len(line)
            found.append(DatabaseField(database.name, label, role, Span(start, start + len(value))))
    return tuple(found)


def ends_record(line: str) -> str | None:
    """Return the name of the database whose records end with a line like this, None for other lines."""
    stripped = line.strip()
    if len(stripped) > _LONGEST_END:
        return None
    return next((database.name for database in _databases() if database.ends.fullmatch(stripped)), None)
