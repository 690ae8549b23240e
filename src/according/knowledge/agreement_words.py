"""Words of agreements and promises, by language: `agreements/<language>.yml`, whose format `en.yml` tells."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast, get_args

from according.knowledge.fold import fold_name, load_data, texts
from according.knowledge.retold import retold
from according.model import InstrumentKind

_FOLDER = Path(__file__).with_name("agreements")
_QUOTES = '«»“”„"'
_SIGNS = " ,;:.–—-…"
_FIRST = re.compile(r"(\w+)(?:['’]|\s+)(?=\S)")
_SETS = (
    "plain", "joint", "brokered", "between", "signs", "open", "accepts", "grants", "certain", "gives", "promises",
    "under", "which", "binds", "shall", "sides", "against", "auspices", "keeps", "accuses", "does", "contests",
    "unknown", "until", "to", "first", "idle", "times", "ahead", "terms", "unkept", "despite", "dated",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class AgreementWords:
    """What a language's words of agreements are; `agreements/en.yml` says what each is.

    `instruments` are by their first word, each with its further words; `reneges` are verbs with their particles.
    `reflexive` are the verbs of `commits` that mean it with a reflexive only.
    """

    instruments: Mapping[str, tuple[tuple[tuple[str, ...], InstrumentKind], ...]]
    plain: frozenset[str]
    joint: frozenset[str]
    brokered: frozenset[str]
    auspices: frozenset[str]
    between: frozenset[str]
    signs: frozenset[str]
    open: frozenset[str]
    commits: frozenset[str]
    accepts: frozenset[str]
    grants: frozenset[str]
    certain: frozenset[str]
    gives: frozenset[str]
    promises: frozenset[str]
    declares: frozenset[str]
    intentions: frozenset[str]
    under: frozenset[str]
    which: frozenset[str]
    binds: frozenset[str]
    shall: frozenset[str]
    sides: frozenset[str]
    breaks: frozenset[str]
    breaches: frozenset[str]
    against: frozenset[str]
    keeps: frozenset[str]
    reneges: frozenset[tuple[str, str]]
    accuses: frozenset[str]
    does: frozenset[str]
    contests: frozenset[str]
    unknown: frozenset[str]
    until: frozenset[str]
    to: frozenset[str]
    first: frozenset[str]
    idle: frozenset[str]
    times: frozenset[str]
    ahead: frozenset[str]
    terms: frozenset[str]
    unkept: frozenset[str]
    despite: frozenset[str]
    dated: frozenset[str]
    as_: frozenset[str]
    reflexive: frozenset[str]


@cache
def agreement_words(language: str | None) -> AgreementWords | None:
    """Return the words of a language (BCP 47), None for one that has none."""
    name = (language or "").partition("-")[0]
    if name not in {path.stem for path in _FOLDER.glob("*.yml")}:
        return None
    raw = cast(dict[str, Any], load_data("agreements", f"{name}.yml"))
    lists = {key: frozenset(texts(raw[key])) for key in _SETS}
    commits = {each: each.removeprefix("s'").removeprefix("se ") for each in texts(raw["commits"])}
    return AgreementWords(
        commits=frozenset(commits.values()),
        reflexive=frozenset(verb for written, verb in commits.items() if written != verb),
        as_=frozenset(texts(raw["as"])),
        instruments=_instruments(raw["instruments"]),
        declares=frozenset(texts(raw["declared"]["verbs"])),
        intentions=frozenset(texts(raw["declared"]["nouns"])),
        breaks=frozenset(texts(raw["breaches"]["verbs"])),
        breaches=frozenset(texts(raw["breaches"]["nouns"])),
        reneges=frozenset(_parted(each) for each in texts(raw["reneges"])),
        **lists,
    )


def _instruments(
    groups: Mapping[str, object],
) -> dict[str, tuple[tuple[tuple[str, ...], InstrumentKind], ...]]:
    """Return nouns for agreements by their first word, longest first. Raises ValueError for an unknown kind."""
    found: dict[str, list[tuple[tuple[str, ...], InstrumentKind]]] = {}
    for name, cell in groups.items():
        kind = next((each for each in get_args(InstrumentKind) if each == name), None)
        if kind is None:
            raise ValueError(f"{name!r} is no kind of agreement")
        for phrase in texts(cell):
            # Some engines part words at hyphens, others do not.
            for first, *rest in {tuple(phrase.split()), tuple(phrase.replace("-", " - ").split())}:
                found.setdefault(first, []).append((tuple(rest), kind))
    return {first: tuple(sorted(rows, key=lambda row: (-len(row[0]), row))) for first, rows in found.items()}


def _parted(phrase: str) -> tuple[str, str]:
    verb, _, particle = phrase.partition(" ")
    return verb, particle


def readable(written: str, language: str | None) -> str:
    """Return a name of an agreement without the article and the signs around it, quotation marks only in pairs."""
    name = " ".join(written.replace("…", " ").split()).strip(_SIGNS)
    if sum(map(name.count, _QUOTES)) % 2:
        name = name.translate(str.maketrans("", "", _QUOTES)).strip(_SIGNS)
    first = _FIRST.match(name)
    return name[first.end() :] if first and fold_name(first[1]) in retold(language).articles else name
