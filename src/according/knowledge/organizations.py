"""Organizations of the world and their names in many languages; outlets and agencies as actors in a text.

>>> organization_by_key("osce-minsk-group").part_of
'osce'
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast, get_args

from according.knowledge.agencies import agencies
from according.knowledge.fold import fold_name, load_data, texts
from according.knowledge.outlets import outlets
from according.knowledge.states import state_words

OrganizationKind = Literal[
    "igo",
    "mission",
    "forum",
    "court",
    "bank",
    "ngo",
    "think-tank",
    "church",
    "armed-group",
    "party",
    "company",
    "platform",
    "sport",
    "university",
]
"""What an organization is; the head of `organizations.yml` says what counts as which."""

LANGUAGES = frozenset(
    ["en", "fr", "ru", "tr", "az", "hy", "uk", "de", "es", "ar", "fa", "ka", "he", "it", "pt", "sr", "zh"]
)
"""Languages (BCP 47) that an entry may have names in."""

_FIELDS = frozenset({"kind", "wikidata", "country", "part_of", "ambiguous", "all"})

# What may stand before a name without making it less of a common word: Le Monde, L'Humanité, Der Spiegel.
_ARTICLE = re.compile(r"(?:The|Le|La|Les|El|Los|Il|Die|Der|Das|O)\s+|L['’]")
_PLAIN_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")

Word = tuple[str, str | None, tuple[str, bool]]
"""A name, its language (None: written so in every language), and what it stands for: a key, and whether the name
also means something else."""


@dataclass(frozen=True, slots=True)
class Organization:
    """A body that acts or is spoken of. `names` are pairs of a name and its language (None: in every language).

    `country` is ISO 3166-1 alpha-2 for bodies of one country, `part_of` the key of the body it is an organ of,
    `ambiguous` those of its names that also mean something else.
    """

    key: str
    name: str
    kind: OrganizationKind
    wikidata: str | None
    country: str | None
    part_of: str | None
    names: tuple[tuple[str, str | None], ...]
    ambiguous: frozenset[str]


@cache
def organizations() -> tuple[Organization, ...]:
    """Return all organizations in the order of the file. Raises ValueError for an entry that breaks its rules."""
    data = cast(dict[str, dict[str, Any]], load_data("organizations.yml"))
    return tuple(_organization(key, entry) for key, entry in data.items())


def _organization(key: str, entry: dict[str, Any]) -> Organization:
    if entry["kind"] not in get_args(OrganizationKind):
        raise ValueError(f"{key}: unknown kind of organization: {entry['kind']}")
    if unknown := entry.keys() - _FIELDS - LANGUAGES:
        raise ValueError(f"{key}: neither a field nor a language: {', '.join(sorted(unknown))}")
    names: list[tuple[str, str | None]] = [(name, None) for name in texts(entry.get("all"))]
    names += [(name, code) for code in entry if code in LANGUAGES for name in texts(entry[code])]
    ambiguous = frozenset(texts(entry.get("ambiguous")))
    if stray := ambiguous - {name for name, _ in names}:
        raise ValueError(f"{key}: ambiguous, but no name of the entry: {', '.join(sorted(stray))}")
    return Organization(
        key=key,
        name=next((name for name, code in names if code == "en"), names[0][0]),
        kind=entry["kind"],
        wikidata=entry.get("wikidata"),
        country=entry.get("country"),
        part_of=entry.get("part_of"),
        names=tuple(names),
        ambiguous=ambiguous,
    )


@cache
def _organizations_by_key() -> dict[str, Organization]:
    return {organization.key: organization for organization in organizations()}


def organization_by_key(key: str) -> Organization:
    """Return the organization of that key. Raises KeyError when there is none."""
    return _organizations_by_key()[key]


@cache
def organization_words() -> tuple[Word, ...]:
    """Return every name of every organization, in dictionary form, with its language, key and doubt."""
    return tuple(
        (name, language, (organization.key, name in organization.ambiguous))
        for organization in organizations()
        for name, language in organization.names
    )


@cache
def press_words() -> tuple[Word, ...]:
    """Return the names of outlets (`outlet:Le Monde`) and agencies (`agency:AFP`) as actors in a text.

    Outlets that are institutions are left out: they are among the organizations and the institutions of states.
    So are names that an organization has.
    """
    taken = {fold_name(name) for name, _, _ in organization_words()}
    states = {fold_name(name) for name, _, _ in state_words()}
    words: dict[tuple[str, str], bool] = {}
    for outlet in outlets():
        if outlet.kind != "institution":
            for name in (outlet.name, *outlet.aliases):
                words.setdefault((name, f"outlet:{outlet.name}"), _is_common(name))
    for agency in agencies():
        for name in (agency.name, agency.full_name, *agency.aliases, *agency.ambiguous):
            words.setdefault((name, f"agency:{agency.name}"), name in agency.ambiguous)
    return tuple(
        (name, None, (key, ambiguous or fold_name(name) in states))
        for (name, key), ambiguous in words.items()
        if fold_name(name) not in taken and fold_name(name)
    )


@cache
def _exceptions() -> tuple[frozenset[str], frozenset[str]]:
    """Return the folded names of `press.yml`: those that mean nothing else, and those that do."""
    data = cast(dict[str, list[str]], load_data("press.yml"))
    return frozenset(map(fold_name, data["unmistakable"])), frozenset(map(fold_name, data["ambiguous"]))


def _is_common(name: str) -> bool:
    """Whether the name of an outlet may as well be a word, an abbreviation of two letters, or a saying.

    A word is one that looks like one: neither an acronym (BBC), nor with a digit, a dot or a capital inside,
    nor with a hyphen (France24, Lenta.ru, EurasiaNet, Nice-Matin).
    """
    unmistakable, ambiguous = _exceptions()
    if fold_name(name) in unmistakable:
        return False
    bare = _ARTICLE.sub("", name, count=1)
    if fold_name(name) in ambiguous or len(bare) <= 2:
        return True
    acronym = bare.isupper() and len(bare) <= 5
    inner = any(letter.isupper() for letter in bare[1:])
    return _PLAIN_WORD.fullmatch(bare) is not None and not acronym and (bare.isupper() or not inner)
