"""What a line says about itself by its words: a date, an outlet's name, share buttons, a byline, a photo credit.

The words are in knowledge/; the names of the signs are those of knowledge/splitter.yml.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import cast

from according.knowledge.agencies import Agency, agency_mentions
from according.knowledge.calendar import date_line, find_dates
from according.knowledge.cues import CueMatch, all_cues, words
from according.knowledge.fold import fold_name
from according.knowledge.outlets import outlet_by_name
from according.read.fields import layout
from according.read.lines import Unit, ends_sentence

LONGEST_NAME = 80
"""Characters of the longest name of an outlet."""
LINE = 16
"""Words of the longest line of a masthead."""
CAPTION = 40
"""Words of the longest caption."""
SHORT = 600
"""Characters from which on a unit is prose whatever it says."""
ADDRESS = re.compile(
    r"[<(\[]?(?:(?:url|link|lien|source|ссылка|web)\s?:?\s+)?(?:https?://|www\.)\S+[>)\]]?", re.IGNORECASE
)
CLOCK = re.compile(r"(?:▶\s?)?\d{1,2}:\d{2}(?::\d{2})?(?:\s?/\s?\d{1,2}:\d{2}(?::\d{2})?)?")
READING = re.compile(
    r"(?:\W*\d{1,5}\s?(?:words?|mots?|слов[ао]?|kelime|palabras|wörter)\W*|.{0,20}\b\d{1,2}[\s-]?(?:min|мин)\w*\b.{0,14})",
    re.IGNORECASE,
)
ENDED = ("end of ", "fin de ", "fin du ", "конец ", "ende des ", "fin del ")
INITIALS = re.compile(r"[a-z]{2,4}(?:[/-][a-z]{2,4}){0,4}")
HANDLE = re.compile(r"\(@\w{2,30}\)")
"""Signature of a post on a social network: "Name (@name) November 10, 2020"."""
AT_END = re.compile(r"[(\[|/]\s?([^()\[\]|.!?]{2,50}?)[)\]]?\.?$")
"""What stands in brackets, or behind a stroke, at the end of a line."""
CODE = re.compile(r"(?:document\s)?(?=\S*\d\S*\d\S*\d\S*\d\S*\d)[\w.·/:_#-]{8,}", re.IGNORECASE)
"""A document's number in a database: one string with many digits."""
LINK = re.compile(r"^(?:from|by|of|de|du|par|avec|with|от|von|por)\s+", re.IGNORECASE)
WIRE = re.compile(r"[a-z]{2,5}(?:[/-][a-z]{2,5}){1,5}")
"""Initials of those who wrote and sent a dispatch: "bur-jbr/cad/rox"."""
COUNTED = re.compile(r"\b\d{1,5}\s?(?:words?|mots?|слов[ао]?)\b", re.IGNORECASE)
PAGE = re.compile(r"\b(?:pp?|pg|page|с|стр)\.?\s?\d", re.IGNORECASE)
COPYRIGHT = re.compile(r"(?<!\w)©")
"""The mark as such, and not half of a letter that was decoded wrongly ("Ã©")."""
NAME = re.compile(r"[^\W\d_][\w.’'-]*")
SEPARATED = re.compile(r"\s*(?:[,|·•/]|\s[-–—]\s)\s*")

MASTHEAD = frozenset(
    {
        "date_line",
        "outlet_line",
        "outlet_date",
        "byline_line",
        "published_line",
        "dated",
        "reading_time",
        "agency_line",
        "field_outlet",
        "field_date",
        "field_byline",
    }
)


def masthead(seen: Mapping[str, float]) -> bool:
    """Return whether a unit with these observations is a line of a masthead: outlet, date or byline."""
    return not MASTHEAD.isdisjoint(seen)


def has_small_word(text: str) -> bool:
    """Return whether a function word or a frequent finite verb stands in `text`."""
    known = all_cues()
    return any(word in known.function_words or word in known.finite_verbs for word in words(text))


@functools.cache
def _endings() -> frozenset[str]:
    return frozenset(cast(list[str], layout()["endings"]))


def _is_ending(line: str) -> bool:
    """Whether a line says that a text is over, alone or with the initials of those who sent it: "(END) ab/cd"."""
    return (
        line in _endings()
        or line.startswith(ENDED)
        or (
            " " in line
            and line.rsplit(" ", 1)[0] in _endings()
            and bool(INITIALS.fullmatch(line.rsplit(" ", 1)[1]))
        )
    )


def forwards(line: str) -> bool:
    """Whether a line says that a forwarded message, or the next document, begins."""
    folded = line.casefold()
    return any(word in folded for word in cast(list[str], layout()["forwarded"])) or bool(
        _counter().fullmatch(line)
    )


@functools.cache
def _counter() -> re.Pattern[str]:
    counted = "|".join(map(re.escape, sorted(cast(list[str], layout()["counted"]), key=len, reverse=True)))
    of = "|".join(map(re.escape, cast(list[str], layout()["of"])))
    return re.compile(
        rf"\W*(?:(?:{counted})\W{{0,3}}\d{{1,5}}(?:\s?(?:{of})\s?\d{{1,5}})?|\d{{1,5}}\s?(?:{of})\s?\d{{1,5}}(?:\s(?:{counted}))?)\W*",
        re.IGNORECASE,
    )


def signs(unit: Unit) -> frozenset[str]:
    """Return the signs that the words of a unit give, labelled lines aside (they need their neighbours)."""
    return _signs(unit.text, unit.words) if len(unit.text) <= SHORT else frozenset()


@functools.lru_cache(maxsize=2048)
def _signs(text: str, words: int) -> frozenset[str]:
    plain = text.strip("*_#> ")
    alone = _alone(plain, words)
    if alone:
        return frozenset({alone})
    found = _kinds(text, words) | _whole(plain, words)
    if words <= LINE:
        found |= _masthead_signs(plain)
        if not found - {"reading_time"} and _dated(plain, words):
            found.add("dated")
    if not found and words <= 5 and agency_mentions(plain) and not has_small_word(plain.partition(" ")[2]):
        found.add("byline_line")
    if words <= CAPTION and _credits_picture(text):
        found.add("credit")
    if "copyright" in found or ("byline_line" in found and not COPYRIGHT.search(text)):
        found.discard("credit")
    if words <= 12 and "credit" not in found and _is_person_with_role(plain):
        found = (found - {"byline_line"}) | {"person_role"}
    if not found and _is_person(plain):
        found.add("person_line")
    return frozenset(found)


def _alone(line: str, words: int) -> str | None:
    """The sign of a line that can be nothing else."""
    if CODE.fullmatch(line):
        return "code"
    if words <= 8 and _is_ending(line.casefold()):
        return "the_end"
    if words <= LINE and HANDLE.search(line):
        return "signature"
    return None


def _whole(line: str, words: int) -> set[str]:
    """Signs of lines that consist of one thing."""
    patterns = (("address", ADDRESS), ("bio_line", WIRE), ("player", CLOCK))
    found = {name for name, pattern in patterns if pattern.fullmatch(line)}
    if _counter().fullmatch(line) or (words <= 6 and forwards(line)):
        found.add("counter")
    if (words <= 8 and READING.fullmatch(line)) or (
        words <= 12 and COUNTED.search(line) and PAGE.search(line)
    ):
        found.add("reading_time")
    return found


def _masthead_signs(text: str) -> set[str]:
    """Dates, outlets and agencies that make up a whole line."""
    if date_line(text) is not None:
        pieces = [piece for piece in SEPARATED.split(text) if piece]
        return {"outlet_date"} if any(known_outlet(piece) for piece in pieces) else {"date_line"}
    core = text.strip("()[]—–-:. ")
    if agency_named(text) is not None:
        return {"agency_line"}
    if known_outlet(core) is not None:
        return {"outlet_line"}
    return set()


def _dated(text: str, words: int) -> bool:
    """Whether a short line without the words of a sentence holds a full date: "Monde, lundi 1 octobre 2018, p. 8"."""
    full = [m for m in find_dates(text) if m.year and m.month and m.day] if words <= 14 else []
    if not full:
        return False
    rest = text[: full[0].span.start] + text[full[0].span.end :]  # the month of May is no verb
    return not all_cues().has_finite_verb(rest)


def known_outlet(text: str) -> str | None:
    """Return the name of the outlet that `text` names, a country behind a comma aside; None if it is unknown.

    The name stays as printed, so that nobody is renamed; only capitals or small letters throughout ("BARRON'S",
    "eurasianet") give way to the outlet's own way of writing itself.
    """
    name, _, tail = text.rpartition(",")
    country = 0 < len(tail.split()) <= 2 and all(word[0].isupper() for word in tail.split())
    for candidate in (text.strip("*_ "), name.strip("*_ ") if country else ""):
        outlet = outlet_by_name(fold_name(candidate)) if 0 < len(candidate) <= LONGEST_NAME else None
        if outlet:
            if "." in candidate and " " not in candidate:
                return outlet.name  # an address
            own = fold_name(outlet.name) == fold_name(candidate)
            return outlet.name if own and (candidate.isupper() or candidate.islower()) else candidate
    return None


def agency_named(text: str) -> Agency | None:
    """Return the agency that `text` as a whole names, brackets, dashes and marks of copyright aside."""
    core = text.strip("()[]/—–-:.©* ")
    mentions = agency_mentions(core) if 0 < len(core) < 60 else []
    if not mentions or mentions[0].span != (0, len(core)) or (mentions[0].ambiguous and not core.isupper()):
        return None
    return mentions[0].agency


def _credits_picture(text: str) -> bool:
    """Whether a line has the mark of copyright, or ends in an agency or a source as picture credits do."""
    if COPYRIGHT.search(text):
        return True
    match = AT_END.search(text)
    if match is None:
        return False
    label = all_cues().match(match.group(1), "credit")
    return bool(label and label.labelled) or (agency_named(match.group(1).rpartition("/")[2]) is not None)


def _is_person(text: str) -> bool:
    """Whether the line is nothing but a name: two to four capitalised words."""
    parts = text.split()
    return (
        2 <= len(parts) <= 4
        and all(NAME.fullmatch(p) and p[0].isupper() for p in parts)
        and not text.isupper()
    )


def _is_person_with_role(text: str) -> bool:
    """Whether the line is a name, a comma and who that is, ended like a sentence but without a verb."""
    name, comma, role = text.partition(",")
    return (
        bool(comma)
        and text.endswith(".")
        and len(role.split()) >= 2
        and _is_person(name)
        and not all_cues().has_finite_verb(role)
    )


def _kinds(text: str, count: int) -> set[str]:
    """The cues of the line, as signs."""
    found: set[str] = set()
    for cue in all_cues().find(text):
        sign = _sign(cue, text, count)
        if sign:
            found.add(sign)
    return found


def _sign(cue: CueMatch, text: str, count: int) -> str | None:  # noqa: C901 - one case per kind of cue
    """The sign that a cue in a line of `count` words amounts to."""
    whole, opens = cue.place == "line", cue.place in ("line", "start")
    match cue.kind:
        case "related_link":
            bare = text[0] in "([" or (count <= LINE and not ends_sentence(text))
            return "related" if opens and (whole or cue.labelled or bare) else None
        case "advert" | "comment_form":
            return cue.kind if opens and count <= 25 else None
        case "newsletter":
            return "newsletter" if cue.place != "inline" and count <= 45 else None
        case "share":
            return "share" if whole else None
        case "paywall":
            return "paywall" if cue.place != "inline" and count <= 40 else None
        case "player":
            return "player" if whole or (opens and cue.labelled) else None
        case "credit":
            short = len(text[cue.span.end :].split()) <= 8
            fits = count <= CAPTION and (cue.place in ("line", "start") or short)
            return "credit" if fits and (cue.place != "inline" or cue.labelled) else None
        case "caption":
            return "caption_like" if opens and count <= 50 else None
        case "byline":
            rest = LINK.sub("", text[cue.span.end :].strip(" :"))
            if (
                opens
                and count <= 14
                and (" " in cue.phrase.strip() or (count <= 6 and agency_mentions(rest)))
            ):
                return "byline_line"
            return (
                "byline_line"
                if opens and count <= 14 and rest[:1].isupper() and not rest.endswith((".", "?", "!"))
                else None
            )
        case "bio":
            return "bio_line" if count <= 60 else None
        case "copyright":
            return "copyright" if count <= 50 and cue.place != "inline" else None
        case "furniture":
            return "furniture" if opens and count <= 30 else None
        case "contents":
            return "contents_open" if whole else None
        case "section":
            return "section" if whole else None
        case "published" | "updated":
            return "published_line" if opens and count <= 14 and any(c.isdigit() for c in text) else None
        case _:
            return None
