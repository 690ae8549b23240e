"""Dates of running text: annotated documents, war narratives, collections of single phrases.

    python -m benchmarks.dates                 the figures
    python -m benchmarks.dates wars|cases|fr|ru|gold   what is wrong there (of annotated articles the half to tune on)

A found date is right when it overlaps the annotated one and has its value in EDTF. Dates left open make no claim and
are not counted. How values of TimeML and of the Recognizers are read is told at `edtf` and in `date_cases.yml`.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import unescape
from pathlib import Path

from according.extract.dates import dates
from according.language.engine import engine
from according.model import Date, Document, Span, Text
from according.pipeline.split import readings
from benchmarks import shared
from benchmarks.date_cases import cases, passes

ANNOTATIONS = Path(__file__).parents[1] / "tests" / "annotations"
_SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
_TIMEX = re.compile(r"<TIMEX3[^>]*?value=\"([^\"]*)\"[^>]*>(.*?)</TIMEX3>|<[^>]*>", re.DOTALL)


@dataclass(frozen=True)
class Gold:
    """An annotated date; `value` is None where the annotation has no value that EDTF dates have."""

    span: Span
    value: str | None


@dataclass(frozen=True)
class Tally:
    """Right ones, annotated ones, found ones."""

    right: int = 0
    annotated: int = 0
    found: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.annotated + other.annotated, self.found + other.found)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / max(1, self.annotated + self.found)


def edtf(timex: str) -> str | None:
    """Return a value of TIMEX2, TIMEX3 or the Recognizers in EDTF; None for durations, sets and what is vague.

    Parts of the day and clock times are dropped, since our values are days: 1954-11-01TMO is 1954-11-01.
    """
    value = timex.partition("T")[0]
    if match := re.fullmatch(r"BC(\d{4})(-\d\d)?", value):
        year = 1 - int(match[1])
        return f"{'-' if year < 0 else ''}{abs(year):04d}{match[2] or ''}"
    if match := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        return f"{match[1]}-{_SEASONS[match[2]]}"
    if match := re.fullmatch(r"(\d{4})-([HQ])(\d)", value):
        length = 6 if match[2] == "H" else 3
        last = int(match[3]) * length
        return f"{match[1]}-{last - length + 1:02d}/{match[1]}-{last:02d}"
    if re.fullmatch(r"\d{2,3}", value):
        return value + "X" * (4 - len(value))
    return value if re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", value) else None


def compare(gold: Sequence[Gold], found: Sequence[Date]) -> tuple[Tally, list[str]]:
    """Match dates one to one by their overlap; return the tally and what is wrong.

    Annotations without a value are left out, with what was found there. An interval that is annotated as two dates
    counts as two.
    """
    claims = [
        Gold(date.span, value)
        for date in found
        if date.value
        for value in _parts(date, sum(bool(each.span.overlap(date.span)) for each in gold))
    ]
    wanted = [each for each in gold if each.value]
    vague = [each for each in gold if not each.value]
    pairs: list[tuple[Gold, Gold]] = []
    # Equal values first, so that of two claims in one place each meets its own.
    options = sorted(
        (a.value != b.value, -a.span.overlap(b.span), i, j)
        for i, a in enumerate(wanted)
        for j, b in enumerate(claims)
        if a.span.overlap(b.span)
    )
    used: tuple[set[int], set[int]] = set(), set()
    for _, _, i, j in options:
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            pairs.append((wanted[i], claims[j]))
    extra = [
        claim
        for j, claim in enumerate(claims)
        if j not in used[1] and not any(each.span.overlap(claim.span) for each in vague)
    ]
    wrong = [f"{a.span} want {a.value} got {b.value}" for a, b in pairs if a.value != b.value]
    wrong += [f"{each.span} missed {each.value}" for i, each in enumerate(wanted) if i not in used[0]]
    wrong += [f"{each.span} extra {each.value}" for each in extra]
    right = sum(a.value == b.value for a, b in pairs)
    return Tally(right, len(wanted), len(pairs) + len(extra)), wrong


def _parts(date: Date, annotated: int) -> list[str]:
    value = date.value or ""
    return value.split("/") if annotated == 2 and "/" in value else [value]


def text_of(written: str, language: str, published: str | None, *, parsed: bool = True) -> Text:
    """Return a text whose lines are its paragraphs; unparsed, its verbs tell no tense."""
    paragraphs = tuple(Span(*line.span()) for line in re.finditer(r"[^\n]+", written))
    sentences = tuple(engine(language).annotate(written)) if parsed else ()
    return Text("", written, language, published, Span(0, 0), paragraphs, sentences, ())


def wars() -> Iterator[tuple[str, str, list[Gold]]]:
    """Yield name, text and dates of the narratives of WikiWars (Mazur and Dale 2010)."""
    for path in sorted(shared("eval/data/wikiwars-en/whole-tml/tml").glob("*.tml")):
        marked = path.read_text("utf-8").partition("<TEXT>")[2].partition("</TEXT>")[0]
        written, gold, end = "", [], 0
        for match in _TIMEX.finditer(marked):
            written += unescape(marked[end : match.start()])
            if match[2] is not None:
                inner = unescape(re.sub(r"<[^>]*>", "", match[2]))
                gold.append(Gold(Span(len(written), len(written) + len(inner)), edtf(match[1])))
                written += inner
            end = match.end()
        yield path.stem, written + unescape(marked[end:]), gold


def of_wars(*, show: bool = False) -> Tally:
    """Return the tally of the narratives: without a date of their own, they are their own context."""
    total = Tally()
    for name, written, gold in wars():
        tally, wrong = compare(gold, dates(text_of(written, "en", None, parsed=False)))
        total += tally
        if show:
            print(f"{name} {tally.f1:.3f} {tally}")
            _print(written, wrong)
    return total


def of_cases(*, show: bool = False) -> dict[str, float]:
    """Return the share of phrases that are understood, by language."""
    kept, left = cases()
    good: Counter[str] = Counter()
    for case in kept:
        found = dates(text_of(case.text, case.language, case.said_on))
        right = passes(case, [(*date.span, date.value) for date in found if date.value])
        good[case.language] += right
        if show and not right:
            print(case.language, case.said_on, case.text, [(date.text, date.value) for date in found])
    if show:
        print("left out:", *(f"{count:5} {why}" for why, count in left.most_common()), sep="\n")
    total = Counter(case.language for case in kept)
    return {f"dates.cases.{language}": good[language] / total[language] for language in sorted(total)}


def of_annotated(language: str, half: str, *, show: bool = False) -> Tally:
    """Return the tally of the annotated stories of a language, each from its own words alone."""
    total = Tally()
    folder = shared(f"eval/data/ntrex-stories/{language}")
    for row in json.loads((ANNOTATIONS / f"{language}.json").read_text("utf-8"))["articles"]:
        if row["half"] == half:
            written = (folder / row["document"]).read_bytes().decode("utf-8")
            gold = [Gold(Span(*each["span"]), _decade(each["value"])) for each in row["dates"]]
            tally, wrong = compare(gold, dates(text_of(written, language, None)))
            total += tally
            if show:
                _print(written, wrong)
    return total


def of_gold(*, show: bool = False) -> Tally:
    """Return the tally of the annotated documents, counted from where the annotators say they were published."""
    total = Tally()
    for path in sorted(shared("gold").glob("*.json")):
        annotated = json.loads(path.read_text("utf-8"))
        content = (shared("seeds") / annotated["document"]).read_bytes()
        written = content.decode("utf-8")
        for reading in readings(Document.make(path.name, content, "text/plain", "utf-8", written)):
            own = reading.article
            row = max(annotated["articles"], key=lambda row: Span(*row["span"]).overlap(own.span))
            running = text_of(reading.told.text, own.language or "", row["published"] or own.published)
            found = [replace(each, span=reading.told.original(*each.span)) for each in dates(running)]
            gold = [Gold(Span(*each["span"]), _decade(each["value"])) for each in row.get("dates") or ()]
            tally, wrong = compare(gold, found)
            total += tally
            if show:
                _print(written, wrong)
    return total


def _decade(value: str) -> str:
    """Return 1980/1989, which is the same in EDTF, as 198X."""
    match = re.fullmatch(r"(\d{3})0/(\d{3})9", value)
    return f"{match[1]}X" if match and match[1] == match[2] else value


def measure() -> dict[str, float]:
    """Return F1 of found dates with the right value, and the share of phrases that are understood."""
    found = {"dates.gold": of_gold().f1, "dates.wars": of_wars().f1, **of_cases()}
    for language in ("fr", "ru"):
        for half in ("tune", "held"):
            found[f"dates.{half}.{language}"] = of_annotated(language, half).f1
    return found


def _print(written: str, wrong: Iterable[str]) -> None:
    for each in wrong:
        start, end = (int(number) for number in re.findall(r"\d+", each)[:2])
        around = (
            written[max(0, start - 50) : start] + "[" + written[start:end] + "]" + written[end : end + 30]
        )
        print("   ", each.partition(") ")[2], "|", " ".join(around.split()))


def main(arguments: Sequence[str]) -> None:
    """Print what is asked for."""
    for each in arguments:
        if each in ("fr", "ru"):
            print(of_annotated(each, "tune", show=True).f1)
        else:
            print({"wars": of_wars, "cases": of_cases, "gold": of_gold}[each](show=True))
    if not arguments:
        for name, value in measure().items():
            print(f"{name:40} {value:.4f}")


if __name__ == "__main__":
    main(sys.argv[1:])
