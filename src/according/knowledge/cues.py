"""Cue words: the phrases by which a line shows that it is a related link, an advert, a share row or a byline.

One file per language under `cues/`, its format described at the head of `cues/en.yml`. A news digest mixes
languages, so `all_cues()` is what a cleaner wants; `cues("fr")` is one language alone.

    >>> found = all_cues().match("(Lire aussi : Un sommet à Genève)", "related_link")
    >>> found.place, found.labelled
    ('start', True)
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal, cast, get_args

from according.knowledge.fold import Folded, PhraseIndex, fold, load_data
from according.model import Span

CueKind = Literal[
    "related_link",  # see also, lire aussi
    "advert",  # advertisement, publicité
    "newsletter",  # sign up, follow us, privacy policy of the sign-up box
    "share",  # rows of buttons of social networks
    "comment_form",  # leave a reply, please enter your name
    "paywall",  # subscribers only
    "player",  # play video, listen to this article, 07:41
    "credit",  # photo by, ©, DR
    "caption",  # pictured, file photo, in this photo
    "byline",  # by, par, de notre correspondant
    "bio",  # is a reporter based in
    "copyright",  # all rights reserved
    "furniture",  # cookies, menus, back to top, page 3 of 7
    "contents",  # in this issue, sommaire
    "section",  # world, politique: names of a paper's sections
    "published",  # published on, publié le
    "updated",  # last modified, mis à jour le
    "translated",  # translated from, traduit de
]

Position = Literal["line", "label", "start", "end", "anywhere"]
Place = Literal["line", "start", "inline", "end", "anywhere"]


@dataclass(frozen=True, slots=True)
class CueMatch:
    """A cue found in a line.

    `span` is that of the cue itself, in the line it was looked for in. `place` says where it stands: it is the
    whole `line` (brackets, bullets and end punctuation aside), stands at its `start`, at its `end`, `anywhere`
    (a phrase that tells wherever it stands), or `inline`: opens a bracket or a sentence in the middle of the line, as
    in "… the talks. See also: …". `labelled` is True when a colon or bar follows it, or a
    dash that is not that of a sentence.
    """

    kind: CueKind
    phrase: str
    span: Span
    place: Place
    labelled: bool


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: CueKind
    position: Position
    phrase: str
    pattern: re.Pattern[str] | None


_NUMBER, _ANYTHING, _NAME = "{n}", "{x}", "{name}"
_SLOTS = {_NUMBER: r"\d+(?:[.,: ]\d+)*\+?", _ANYTHING: r".{1,80}?"}
_LABEL = re.compile(r"\s*(?::|\||»|›|>|→)")
_DASH = re.compile(r"\s*(?:\s-+\s|-$)")
_SENTENCE_END = re.compile(r"[.!?…][\s\"'”»)\]]*$")
_TAIL = re.compile(r"[\s:.!?…|»›>→)\]*\"'”\-•·,;]*$")
_DECORATION = re.compile(r"[^\w©{]*")
_INLINE_OPENER = re.compile(r"(?:[.!?…»”)\]•|>*][\s\"”»]*|[(\[])$")
_CLOCK = re.compile(r"\s*(?:\d{1,2}:)?\d{1,3}:\d{2}(?:\s*/\s*(?:\d{1,2}:)?\d{1,3}:\d{2})?\s*")
_BEFORE_WORD = re.compile(r"\s+(?=[^\W\d_])")
_NOT_LETTERS = re.compile(r"[\W\d_]+")
# "isn't" is one word, "l'accord" two: a short head before three letters or more is an elided article or pronoun.
_WORDS = re.compile(r"[^\W\d_]{1,2}(?='[^\W\d_]{3})|[^\W\d_]+(?:'[^\W\d_]+)?")
_LINE_CACHE = 4096
_CACHED_LENGTH = 600


class Cues:
    """The cue words of one or several languages, ready to be looked for.

    Attributes:
        finite_verbs: frequent finite verbs and auxiliaries, folded.
        function_words: frequent words without news of their own, folded.
    """

    def __init__(self, languages: tuple[str, ...]) -> None:
        """Read the files of `languages`. Raises KeyError for a language without a file."""
        entries: list[_Entry] = []
        verbs: set[str] = set()
        functions: set[str] = set()
        tokens: set[str] = set()
        weak: set[str] = set()
        for language in languages:
            if language not in cue_languages():
                raise KeyError(language)
            data = cast(dict[str, Any], load_data("cues", f"{language}.yml"))
            verbs.update(fold(data["finite_verbs"]).text.split())
            functions.update(fold(data["function_words"]).text.split())
            tokens.update(_lines(data["share_tokens"]))
            weak.update(_lines(data["share_weak"]))
            entries.extend(_entries(data["cues"]))
        self.finite_verbs = frozenset(verbs)
        self.function_words = frozenset(functions)
        # The phrase that is looked up ends where its first slot begins; the pattern then checks the whole.
        self._index = PhraseIndex((_literal_part(entry.phrase), entry) for entry in dict.fromkeys(entries))
        glued = sorted((_NOT_LETTERS.sub("", token) for token in tokens | weak), key=len, reverse=True)
        self._weak_share = frozenset(_NOT_LETTERS.sub("", token) for token in weak)
        self._share = re.compile("|".join(map(re.escape, glued)))
        self._share_row = re.compile(f"(?:{self._share.pattern})+")
        self._cached = lru_cache(maxsize=_LINE_CACHE)(self._search)

    def find(self, line: str) -> tuple[CueMatch, ...]:
        """Return every cue in `line`, by position; share rows are one match over the whole line."""
        return self._cached(line) if len(line) <= _CACHED_LENGTH else self._search(line)

    def match(self, line: str, *kinds: CueKind) -> CueMatch | None:
        """Return the most telling cue of one of `kinds`: the whole line, then its start, its end, anywhere, inline."""
        found = [match for match in self.find(line) if match.kind in kinds]
        return min(found, key=lambda match: _RANK[match.place], default=None)

    def share_row(self, line: str) -> int:
        """Return of how many share buttons the line consists, glued or apart ("FacebookTwitter 12").

        0 when there is anything else, and when all that stands there could be everyday words ("Line").
        """
        letters = _NOT_LETTERS.sub("", fold(line[:400]).text)
        if not letters or len(line) > 400 or not self._share_row.fullmatch(letters):
            return 0
        buttons = self._share.findall(letters)
        return 0 if self._weak_share.issuperset(buttons) else len(buttons)

    def has_finite_verb(self, text: str) -> bool:
        """Return whether a frequent finite verb stands in `text`; False proves nothing."""
        return any(word in self.finite_verbs for word in words(text))

    def _search(self, line: str) -> tuple[CueMatch, ...]:
        found: list[CueMatch] = []
        if self.share_row(line):
            found.append(CueMatch("share", "share row", _stripped(line), "line", labelled=False))
        if _CLOCK.fullmatch(line):
            found.append(CueMatch("player", "running time", _stripped(line), "line", labelled=False))
        folded = fold(line)
        opening = _end_of(_DECORATION, folded.text)
        taken: dict[CueKind, int] = {}
        for start, end, entry in self._index.find(folded.text):
            if start < taken.get(entry.kind, 0):
                continue  # a longer phrase of the same kind already covers it
            match = _match(entry, folded, line, start, end, opening)
            if match is not None:
                found.append(match)
                taken[entry.kind] = end
        return tuple(found)


_RANK: dict[Place, int] = {"line": 0, "start": 1, "end": 2, "anywhere": 3, "inline": 4}


def _lines(block: str) -> list[str]:
    return [phrase for line in block.splitlines() if (phrase := fold(line).text.strip())]


def _entries(kinds: dict[str, dict[str, str]]) -> list[_Entry]:
    entries: list[_Entry] = []
    for kind, positions in kinds.items():
        if kind not in get_args(CueKind):
            raise ValueError(f"unknown kind of cue: {kind}")
        for position, block in positions.items():
            if position not in get_args(Position):
                raise ValueError(f"unknown position of cue: {position}")
            entries.extend(
                _Entry(cast(CueKind, kind), cast(Position, position), phrase, _pattern(phrase))
                for phrase in _lines(block)
            )
    return entries


def _pattern(phrase: str) -> re.Pattern[str] | None:
    """Return the pattern of a phrase with slots, from its first word on; None for a plain phrase."""
    if "{" not in phrase:
        return None
    pieces = re.split(r"(\{n\}|\{x\})", phrase.removeprefix(_NUMBER).lstrip())
    return re.compile("".join(_SLOTS.get(piece) or re.escape(piece) for piece in pieces) + r"(?!\w)")


def _literal_part(phrase: str) -> str:
    """Return what of a phrase is looked up: its words up to the first slot, a slot at its head aside."""
    return phrase.removeprefix(_NUMBER).partition("{")[0].strip()


def _end_of(pattern: re.Pattern[str], text: str) -> int:
    found = pattern.match(text)
    return found.end() if found else 0


def _stripped(line: str) -> Span:
    start = len(line) - len(line.lstrip())
    return Span(start, max(start, len(line.rstrip())))


def _match(entry: _Entry, folded: Folded, line: str, start: int, end: int, opening: int) -> CueMatch | None:
    """Return the match of an entry whose words stand at `start`, when its position allows that place."""
    text = folded.text
    if entry.phrase.endswith(_NAME):
        follows = _BEFORE_WORD.match(text, end)
        if follows is None or line[folded.span(follows.end(), follows.end() + 1).start].islower():
            return None
    elif entry.pattern is not None:
        whole = entry.pattern.match(text, start)
        if whole is None:
            return None
        end = whole.end()
    if entry.phrase.startswith(_NUMBER):
        number = re.search(_SLOTS[_NUMBER] + r"\s?$", text[max(0, start - 12) : start])
        if number is None:
            return None
        start -= len(number.group())
    at_start = start <= opening
    to_end = _TAIL.match(text, end) is not None
    labelled = _labelled(entry.phrase, text, end)
    place = _place(entry.position, at_start, to_end, labelled)
    span = folded.span(start, end)
    # One word in the middle of a line tells nothing unless a colon follows it.
    if place is None and entry.position in ("label", "start") and (labelled or " " in entry.phrase):
        opens = _INLINE_OPENER.search(text[max(0, start - 4) : start]) is not None
        # In scripts with case, what opens a sentence is capitalised; a bracket opens whatever follows.
        place = "inline" if opens and (not line[span.start].islower() or labelled) else None
    return place and CueMatch(entry.kind, entry.phrase, span, place, labelled)


def _labelled(phrase: str, text: str, end: int) -> bool:
    """Return whether a sign that makes a label of `phrase` follows where it ends in a folded line."""
    if _LABEL.match(text, end):
        return True
    # In Russian and others a dash stands for "is": one word before it is the subject of a sentence like any other.
    return _DASH.match(text, end) is not None and (" " in phrase or _SENTENCE_END.search(text[-8:]) is None)


def _place(position: Position, at_start: bool, to_end: bool, labelled: bool) -> Place | None:
    """Return where a cue stands when that is a place its position allows."""
    if at_start and to_end:
        return "line"
    if at_start and (position in ("start", "anywhere") or (position == "label" and labelled)):
        return "start"
    if to_end and position in ("end", "anywhere"):
        return "end"
    return "anywhere" if position == "anywhere" else None


def words(text: str) -> list[str]:
    """Return the words of `text`, folded: what to compare with `finite_verbs` and `function_words`."""
    return _WORDS.findall(fold(text).text)


@cache
def cue_languages() -> tuple[str, ...]:
    """Return the languages (BCP 47) that have a file of cues."""
    return tuple(sorted(path.stem for path in Path(__file__).with_name("cues").glob("*.yml")))


@cache
def cues(language: str) -> Cues:
    """Return the cues of one language; those of its base language for "pt-BR". Raises KeyError without a file."""
    return Cues((language.partition("-")[0],))


@cache
def all_cues() -> Cues:
    """Return the cues of all languages together."""
    return Cues(cue_languages())
