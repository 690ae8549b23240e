"""Figures: the quantities that an article reports, with unit, what is counted, whose figure it is, of when and where.

From the numbers of a text (`numbers.py`) those are kept that count something (`counted.py`) and are no dates, ages,
times, names or scores (`unlike.py`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from according.extract.figures.claimants import with_claimants
from according.extract.figures.counted import Counted, counted, with_millions
from according.extract.figures.drafts import Draft, drafted
from according.extract.figures.forecasts import is_forecast
from according.extract.figures.grounds import Grounds
from according.extract.figures.numbers import Numeral, numerals
from according.extract.figures.parts import with_part
from according.extract.figures.ranges import joined_range
from according.extract.figures.shares import of_all, share
from according.extract.figures.surroundings import Surroundings
from according.extract.figures.unlike import is_no_figure, taken
from according.knowledge.fold import fold
from according.model import Date, Figure, Qualifier, Span, Statement, Text

_BARE = 0.6
"""Confidence where no noun tells what a number counts."""
_DECIMALS = 4
"""Thirds have endless ones; nobody reports more."""
_LARGE = 1e15
"""No article reports more of anything; it is a row of digits."""
_COUNT_NEAR = 90
_CASUALTY_NEAR = 5
_OF_WHOM_NEAR = 3
"""How many sentences before "six of them" what they are of may stand."""


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
            item = _count(scene, numeral, made[-1] if made else None)
        joined = with_part(scene, made[-1] if made else None, item) if item is not None else None
        if joined is not None:
            made[-1] = joined
        elif item is not None:
            made.append(item)
        at += 1
    return made


def _count(scene: Surroundings, numeral: Numeral, last: Draft | None) -> Draft | None:
    """Return a number with what it counts as a figure; None when it is none."""
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
        return item
    return _bare(scene, item, last)


def _unit_before(scene: Surroundings, numeral: Numeral) -> Counted | None:
    """Return the unit that a word before a number says it is in: "a magnitude of 7.5"."""
    before = scene.before(numeral.span.start)
    for phrase, unit in scene.words.unit_before:
        if before.endswith(phrase + " "):
            start = scene.back(numeral.span.start, len(phrase) + 1)
            return Counted("measure", unit, Span(start, numeral.span.end), None, None)
    return None


def _bare(scene: Surroundings, item: Draft, last: Draft | None) -> Draft | None:
    """Return a number without a noun as a figure, where the text tells what it counts."""
    numeral = item.numeral
    before = scene.before(item.span.start, _COUNT_NEAR)
    index = scene.sentence(numeral.span.start)
    if index is None:
        return None
    if (named := _counted_before(scene, numeral, index)) is not None:
        return replace(item, counted=named, reason="number of what stands before", confidence=_BARE)
    if last is not None and last.counted.how in ("noun", "casualty"):
        near = scene.sentence(last.span.start)
        of_whom = any(before.rstrip().endswith(phrase) for phrase in scene.words.phrases("of_whom"))
        after = scene.after(numeral.span.end, 24).lstrip()
        of_whom = of_whom or after.startswith(scene.words.phrases("of_whom") or ("\0",))
        same_scale = numeral.scale > 1 and last.numeral.scale == numeral.scale
        if near is not None and (
            (index - near <= _OF_WHOM_NEAR and of_whom) or (index - near <= 1 and same_scale)
        ):
            same = replace(last.counted, span=item.counted.span)
            return replace(item, counted=same, reason="number of those before", confidence=_BARE)
    if (
        (numeral.kind == "vague" or not numeral.digits)
        and not numeral.one
        and _casualty_follows(scene, numeral, index)
    ):
        return replace(
            item,
            counted=replace(item.counted, unit="person"),
            reason="number of casualties",
            confidence=_BARE,
        )
    return None


def _counted_before(scene: Surroundings, numeral: Numeral, index: int) -> Counted | None:
    """Return what is counted by "the number of victims rose to 832" or "the death toll is 12"."""
    sentence = scene.sentences[index].span
    start = scene.folded.position(max(sentence.start, numeral.span.start - _COUNT_NEAR))
    stretch = scene.plain[start : scene.folded.position(numeral.span.start)]
    for phrase in scene.words.phrases("counts"):
        found = stretch.rfind(phrase)
        if found < 0 or any(sign in stretch[found:] for sign in ",;.:("):
            continue
        tree, starts = scene.tree(index)
        original = scene.folded.span(start + found, start + found + 1).start
        counts_end = scene.folded.span(start + found, start + found + len(phrase)).end
        for place, token in enumerate(tree.tokens):
            if starts[place] < counts_end or token.span.end > numeral.span.start:
                continue
            unit = next(
                (scene.words.things[key] for key in scene.keys(token) if key in scene.words.things), None
            )
            if unit is not None:
                return Counted("noun", unit, numeral.span, place, Span(original, token.span.end))
        if "toll" in phrase or "bilan" in phrase:
            return Counted("noun", "person", numeral.span, None, None)
    return None


def _casualty_follows(scene: Surroundings, numeral: Numeral, index: int) -> bool:
    """Whether the next words say that so many were killed, hurt, arrested."""
    tree, starts = scene.tree(index)
    at = bisect_left(starts, numeral.span.end)
    for token in tree.tokens[at : at + _CASUALTY_NEAR]:
        if token.text in (",", ";", "."):
            return False
        if scene.words.has("casualties", fold(token.text).text):
            return True
    return False


def _figure(text: Text, scene: Surroundings, grounds: Grounds, item: Draft) -> Figure:
    numeral, span = item.numeral, item.span
    statement = grounds.statement(numeral.span)
    index = scene.sentence(numeral.span.start)
    sentence = text.sentences[index].span if index is not None else span
    within = sentence
    if statement is not None:
        piece = next(
            part
            for part in statement.content
            if part.start <= numeral.span.start and numeral.span.end <= part.end
        )
        within = Span(max(sentence.start, piece.start), min(sentence.end, piece.end))
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
    return "forecast" if is_forecast(scene, item.numeral.span, item.span, statement) else item.qualifier
