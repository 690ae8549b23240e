"""The user's own actors: persons, organizations, places and groups that she knows and the world's lists do not.

The file is described in `docs/actors.md`. It is read as text throughout (Norway's `NO` stays a country) and strictly:
whatever is not understood is an error that says where, what and what to do.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import yaml

from according.errors import SettingsError
from according.knowledge.fold import fold_name
from according.model import Kind

MOST_BYTES = 4 * 1024 * 1024
MOST_LEVELS = 6
"""How deep the file may nest: the file, its sections, an entry, its names, the names of a language; one to spare."""
MOST_LETTERS = 200
"""Length of the longest name, in code points."""

_KINDS: dict[str, Kind] = {
    "persons": "person",
    "organizations": "organization",
    "places": "place",
    "groups": "other",
}
_COMMON = ("name", "names", "variants", "wikidata", "country")
_FIELDS: dict[Kind, tuple[str, ...]] = {
    "person": (*_COMMON, "offices"),
    "organization": _COMMON,
    "place": (*_COMMON, "latitude", "longitude"),
    "other": _COMMON,
}
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_LETTER = re.compile(r"[^\W\d_]")
_FORMS = {
    "wikidata": (re.compile(r"Q[1-9][0-9]{0,15}"), "a Wikidata id such as Q7184"),
    "country": (re.compile(r"[A-Z]{2}"), "the two capital letters of ISO 3166-1, such as AM"),
    "offices": (
        re.compile(r"[a-z]+(?:-[a-z]+)*@(?:[A-Z]{2}|[a-z]+(?:-[a-z]+)*)?"),
        "an office and the code of its state, such as foreign-minister@AM, or with nothing after the @",
    ),
}
_NUMBER = re.compile(r"[+-]?[0-9]{1,3}(?:\.[0-9]{1,15})?")


@dataclass(frozen=True, slots=True)
class OwnActor:
    """Somebody or something that the user told of. `names` are pairs of a name and its language (None: in any).

    `key` is `person:Q…` with a Wikidata id, else `person:own:` and the name; `kind` is "other" for groups. `country`
    is ISO 3166-1 alpha-2, degrees are north and east (WGS 84) and given for places alone, `offices` are written as in
    `Chain.offices`.
    """

    key: str
    kind: Kind
    name: str
    names: tuple[tuple[str, str | None], ...]
    wikidata: str | None
    country: str | None
    latitude: float | None
    longitude: float | None
    offices: tuple[str, ...]


_Value: TypeAlias = "str | list[_Node] | dict[str, _Node]"


@dataclass(frozen=True, slots=True)
class _Node:
    """A value of the file and the line it stands on, counted from 1."""

    value: _Value
    line: int


class _Problem(Exception):  # noqa: N818 - never leaves this file
    """What is wrong on a line."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(f"line {line}: {message}")


def own_actors(path: Path) -> tuple[OwnActor, ...]:
    """Return the actors of a file, in its order. An empty file has none.

    Raises SettingsError, saying which line and what to do, for a file that cannot be read or is not understood.
    """
    try:
        root = _root(_read(path))
        actors = tuple(_actors(root)) if root else ()
    except _Problem as problem:
        raise SettingsError(f"{path}, {problem}.") from None
    return actors


def _read(path: Path) -> str:
    try:
        if not path.is_file():
            raise SettingsError(f"{path} is no file: give the path of a file of actors, see docs/actors.md.")
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise SettingsError(f"{path} cannot be read: {error.strerror or error}.") from None
    if len(data) > MOST_BYTES:
        raise SettingsError(
            f"{path} is larger than {MOST_BYTES // 1024**2} MiB: split it or leave actors out."
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SettingsError(
            f"{path} is no UTF-8 text (byte {error.start}): save it in that encoding."
        ) from None


def _root(text: str) -> _Node | None:
    """Return the content of the file. Aliases and deep nesting, by which small files grow huge, are refused."""
    depth = 0
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            if isinstance(event, yaml.AliasEvent):
                raise _Problem(_line(event), "aliases (*name) are not allowed: write the value out")
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MOST_LEVELS:
                raise _Problem(_line(event), "this is nested too deeply: see docs/actors.md")
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        reason = getattr(error, "problem", None) or "characters that YAML does not allow"
        raise _Problem(
            min(mark.line, text.count("\n")) + 1
            if mark
            else 1,  # what is never closed is noticed behind the end
            f"this is no YAML ({reason}): correct the line or put the text in quotes",
        ) from None
    return _plain(node) if node is not None else None


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _plain(node: yaml.Node) -> _Node:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.ScalarNode):
        return _Node(node.value, line)
    if isinstance(node, yaml.SequenceNode):
        return _Node([_plain(item) for item in node.value], line)
    fields: dict[str, _Node] = {}
    for key, value in node.value:
        at = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            raise _Problem(at, "a list or a mapping cannot be the name of a field")
        if key.value in fields:
            raise _Problem(at, f"{key.value} is given twice: keep one")
        fields[key.value] = _Node(_plain(value).value, at)
    return _Node(fields, line)


def _actors(root: _Node) -> Iterator[OwnActor]:
    if isinstance(root.value, str) and not root.value:
        return
    seen: dict[str, int] = {}
    for section, node in _mapping(root, "the file", tuple(_KINDS)).items():
        if not isinstance(node.value, list):
            raise _Problem(node.line, f"{section} must be a list: begin each entry with a dash")
        for item in node.value:
            actor = _actor(item, _KINDS[section], section)
            first = seen.setdefault(actor.key, item.line)
            if first != item.line:
                raise _Problem(
                    item.line, f"{actor.name} is also on line {first}: keep one, or give each a wikidata"
                )
            yield actor


def _actor(item: _Node, kind: Kind, section: str) -> OwnActor:
    fields = _mapping(item, f"an entry of {section}", _FIELDS[kind])
    if "name" not in fields:
        raise _Problem(item.line, f"an entry of {section} has no name: give it one")
    name = _name(fields["name"], "name")
    names: list[tuple[str, str | None]] = [(name, None)]
    names += [(text, None) for text in _each(fields.get("variants"), "variants", _name)]
    if "names" in fields:
        for language, node in _mapping(fields["names"], "names", None).items():
            if not _LANGUAGE.fullmatch(language):
                raise _Problem(node.line, f"{language} is no language: give its code, such as fr or hy")
            names += [(text, language) for text in _each(node, f"names of {language}", _name)]
    wikidata = _optional(fields, "wikidata")
    latitude, longitude = _degrees(fields, "latitude", 90), _degrees(fields, "longitude", 180)
    if (latitude is None) != (longitude is None):
        raise _Problem(item.line, f"{name} has only one of latitude and longitude: give both or neither")
    return OwnActor(
        key=f"{kind}:{wikidata}" if wikidata else f"{kind}:own:{fold_name(name).replace(' ', '-')}",
        kind=kind,
        name=name,
        names=tuple(dict.fromkeys(names)),
        wikidata=wikidata,
        country=_optional(fields, "country"),
        latitude=latitude,
        longitude=longitude,
        offices=tuple(_each(fields.get("offices"), "offices", _formed)),
    )


def _mapping(node: _Node, what: str, known: tuple[str, ...] | None) -> dict[str, _Node]:
    """Return the fields of `node`, all of them `known` (None: they may have any name)."""
    if not isinstance(node.value, dict):
        raise _Problem(node.line, f"{what} must be fields with values, such as name: Example")
    for field, value in node.value.items():
        if known is not None and field not in known:
            near = difflib.get_close_matches(field, known, n=1)
            hint = f"did you mean {near[0]}?" if near else f"use one of {', '.join(known)}"
            raise _Problem(value.line, f"{what} has no field {field}: {hint}")
    return node.value


def _text(node: _Node, field: str) -> str:
    if not isinstance(node.value, str) or not node.value.strip():
        raise _Problem(node.line, f"{field} must be a text: write it, or leave the field out")
    return node.value.strip()


def _each(node: _Node | None, field: str, read: Callable[[_Node, str], str]) -> list[str]:
    """Return one value or each of a list of them."""
    if node is None:
        return []
    return [read(item, field) for item in (node.value if isinstance(node.value, list) else [node])]


def _name(node: _Node, field: str) -> str:
    text = " ".join(_text(node, field).split())
    if len(text) > MOST_LETTERS or not _LETTER.search(fold_name(text)):
        raise _Problem(
            node.line, f"{field} must be a name with letters, of at most {MOST_LETTERS} characters"
        )
    return text


def _formed(node: _Node, field: str) -> str:
    form, description = _FORMS[field]
    text = _text(node, field)
    if not form.fullmatch(text):
        raise _Problem(node.line, f"{field} is {text[:MOST_LETTERS]!r}: it must be {description}")
    return text


def _optional(fields: dict[str, _Node], field: str) -> str | None:
    return _formed(fields[field], field) if field in fields else None


def _degrees(fields: dict[str, _Node], field: str, most: int) -> float | None:
    if field not in fields:
        return None
    text = _text(fields[field], field)
    if not _NUMBER.fullmatch(text) or abs(float(text)) > most:
        raise _Problem(
            fields[field].line, f"{field} is {text[:MOST_LETTERS]!r}: it must be degrees, -{most} to {most}"
        )
    return float(text)
