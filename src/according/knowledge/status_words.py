"""Words that tell whether an event happened, by language: `status/<language>.yml`, whose format `en.yml` tells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast, get_args

from according.knowledge.fold import load_data, texts
from according.model import Status

_FOLDER = Path(__file__).with_name("status")
_REFLEXIVE = ("se ", "s'")
_TABLES = ("verbs", "modals", "nouns", "words", "leads")
_LISTS = (
    "negations", "around_not", "past", "vowing", "failing", "including", "ending", "wishing", "inverting", "otherwise",
    "due", "announcing", "occurring", "only", "halves", "denied_by_half", "adverse", "perfect", "lasting", "holding",
    "since", "reported", "of", "over", "presuming", "harmed", "asking",
    "bidding",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class StatusWords:
    """What a language's words say of an event beside them; of several words each stands as engines part them.

    `status/en.yml` says what each is. `leads` may have several words; so may verbs, whose particle follows them.
    """

    verbs: Mapping[str, Status]
    modals: Mapping[str, Status]
    nouns: Mapping[str, Status]
    words: Mapping[str, Status]
    leads: Mapping[str, Status]
    negations: frozenset[str]
    around_not: frozenset[str]
    past: frozenset[str]
    vowing: frozenset[str]
    failing: frozenset[str]
    including: frozenset[str]
    ending: frozenset[str]
    wishing: frozenset[str]
    inverting: frozenset[str]
    otherwise: frozenset[str]
    due: frozenset[str]
    announcing: frozenset[str]
    occurring: frozenset[str]
    only: frozenset[str]
    halves: frozenset[str]
    denied_by_half: frozenset[str]
    adverse: frozenset[str]
    perfect: frozenset[str]
    lasting: frozenset[str]
    holding: frozenset[str]
    since: frozenset[str]
    reported: frozenset[str]
    of: frozenset[str]
    over: frozenset[str]
    presuming: frozenset[str]
    harmed: frozenset[str]
    asking: frozenset[str]
    bidding: frozenset[str]
    progressive: tuple[str, ...]
    later: bool


@cache
def status_words(language: str | None) -> StatusWords | None:
    """Return the words of a language (BCP 47), None for one that has none."""
    name = (language or "").partition("-")[0]
    if name not in {path.stem for path in _FOLDER.glob("*.yml")}:
        return None
    raw = cast(dict[str, Any], load_data("status", f"{name}.yml"))
    verbs, modals, nouns, words, leads = (_by_word(raw[key]) for key in _TABLES)
    lists = {key: frozenset(texts(raw[key])) for key in _LISTS}
    progressive = texts(raw["progressive"])
    return StatusWords(
        verbs, modals, nouns, words, leads, **lists, progressive=progressive, later=raw["later"]
    )


def _by_word(groups: Mapping[str, object]) -> dict[str, Status]:
    """Return which status each word gives. Raises ValueError for a word with two and for what is no status."""
    found: dict[str, Status] = {}
    for name, cell in groups.items():
        status = next((each for each in get_args(Status) if each == name), None)
        if status is None:
            raise ValueError(f"{name!r} is no status")
        for written in texts(cell):
            word = next(
                (written[len(sign) :] for sign in _REFLEXIVE if written.startswith(sign) and written != sign),
                written,
            )
            if found.setdefault(word, status) != status:
                raise ValueError(f"{word!r} is both {found[word]} and {status}")
    return found
