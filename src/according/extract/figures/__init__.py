"""Figures: the quantities that an article reports, with unit, what is counted, whose figure it is, of when and where.

From the numbers of a text (`numbers.py`) those are kept that count something (`counted.py`) and are no dates, ages,
times, names or scores (`unlike.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from according.extract.figures.bare import with_object
from according.extract.figures.claimants import with_claimants
from according.extract.figures.counted import Counted, counted
from according.extract.figures.drafts import Draft, drafted
from according.extract.figures.forecasts import is_forecast
from according.extract.figures.grounds import Grounds
from according.extract.figures.millions import with_millions
from according.extract.figures.numbers import Numeral, numerals
from according.extract.figures.parts import with_inches, with_part
from according.extract.figures.ranges import joined_range
from according.extract.figures.shares import of_all, share
from according.extract.figures.surroundings import Surroundings
from according.extract.figures.unlike import is_no_figure, taken
from according.model import Date, Figure, Qualifier, Span, Statement, Text

_DECIMALS = 4
"""Thirds have endless ones; nobody reports more."""
_LARGE = 1e15
"""No article reports more of anything; it is a row of digits."""


def figures(text: Text, dates: Sequence[Date], statements: Sequence[Statement]) -> tuple[Figure, ...]:
    """Return the figures of an article in order, spans in `text.text`.

    Args:
        text: the article.
        dates: its dates, which are no figures, and give figures theirs.
        statements: its statements, whose speakers are the claimants of the figures in them.

    "Hundreds" has no value and `low` 200, a range `low` and `high`; a share of something is in percent; of a number
    that is itself in the text ("half of the 140,000") it is worked out.
    """
    found = numerals(text.text, text.language)
    if not found:
        return ()
    scene = Surroundings(text, dates)
    elsewhere = taken(dates, text.actors)
    made = _found(scene, [with_millions(scene, each) for each in found if not elsewhere.has(each.span)])
    grounds = Grounds(text, scene, dates, statements)
    told = [_figure(text, scene, grounds, item) for item in made]
    return with_claimants(text, scene, told, statements)


def _found(scene: Surroundings, found: list[Numeral]) -> list[Draft]:
    """Return the figures among numbers, in order."""
    made: list[Draft] = []
    at = 0
    while at < len(found):
        numeral, item = found[at], None
        after = found[at + 1] if at + 1 < len(found) else None
        before = found[at - 1] if at else None
        if after is not None and (merged := joined_range(scene, numeral, after, before)) is not None:
            numeral, at = merged, at + 1
        if numeral.kind == "share":
            item = share(scene, numeral, found[at + 1] if at + 1 < len(found) else None)
        elif after is not None and (item := of_all(scene, numeral, after)) is not None:
            at += 1
        elif numeral.kind == "multiple":
            item = drafted(scene, numeral, Counted("measure", "time", numeral.span, None, None))
        else:
            item = _count(scene, numeral, made)
        joined = with_part(scene, made[-1] if made else None, item) if item is not None else None
        if joined is not None:
            made[-1] = joined
        elif item is not None:
            made.append(item)
        at += 1
    return made


def _count(scene: Surroundings, numeral: Numeral, earlier: Sequence[Draft]) -> Draft | None:
    """Return a number with what it counts as a figure; None when it is none. `earlier` are the figures before."""
    big = numeral.high or numeral.value or numeral.low or 0.0
    if abs(big) >= _LARGE:
        return None
    what = counted(scene, numeral)
    if what is None:
        return None
    if numeral.kind == "digits":
        what = replace(what, how="measure", unit="percent", span=numeral.span)
    if what.how in ("bare", "noun") and (named := _unit_before(scene, numeral)) is not None:
        what = named
    item = drafted(scene, numeral, what)
    if is_no_figure(scene, numeral, what, qualified=item.qualifier != "exact"):
        return None
    if what.how != "bare":
        return with_inches(scene, item)
    return with_object(scene, item, earlier)


def _unit_before(scene: Surroundings, numeral: Numeral) -> Counted | None:
    """Return the unit that a word before a number says it is in: "a magnitude of 7.5"."""
    before = scene.before(numeral.span.start)
    for phrase, unit in scene.words.unit_before:
        if before.endswith(phrase + " "):
            start = scene.back(numeral.span.start, len(phrase) + 1)
            return Counted("measure", unit, Span(start, numeral.span.end), None, None)
    return None


def _figure(text: Text, scene: Surroundings, grounds: Grounds, item: Draft) -> Figure:
    numeral, span = item.numeral, item.span
    statement, piece = grounds.statement(numeral.span)
    index = scene.sentence(numeral.span.start)
    sentence = text.sentences[index].span if index is not None else span
    within = Span(max(sentence.start, piece.start), min(sentence.end, piece.end)) if piece else sentence
    what = item.counted.what
    return Figure(
        article=text.article,
        span=span,
        text=text.text[span.start : span.end],
        value=None if numeral.value is None or numeral.high is not None else round(numeral.value, _DECIMALS),
        low=numeral.low,
        high=numeral.high,
        qualifier=_or_forecast(scene, item, statement),
        unit=item.counted.unit,
        what=" ".join(text.text[what.start : what.end].split()) if what is not None else None,
        claimant=statement.speaker if statement is not None else None,
        claimant_text=statement.speaker_text if statement is not None else None,
        date=grounds.date(numeral.span, within, index),
        place=None if item.counted.unit in scene.words.times else grounds.place(numeral.span, within, index),
        confidence=item.confidence,
        reason=item.reason,
    )


def _or_forecast(scene: Surroundings, item: Draft, statement: Statement | None) -> Qualifier:
    """Return `forecast` for a figure of what is to come, of which nothing else is said."""
    if item.qualifier != "exact" or item.counted.unit in scene.words.times or item.counted.hyphen:
        return item.qualifier
    # Those of whom the text speaks as of known ones are there already: "the 20 million residents will suffer".
    before = scene.before(item.span.start).split()[-1:]
    if item.counted.how == "noun" and before and scene.words.has("definite", before[0]):
        return item.qualifier
    return "forecast" if is_forecast(scene, item.numeral.span, item.span, statement) else item.qualifier
