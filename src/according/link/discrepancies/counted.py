"""Figures as they are compared: what is counted, what happened to it, where, when and of whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from according.knowledge.comparable import comparable
from according.knowledge.fold import fold, fold_name
from according.knowledge.nationalities import nationalities
from according.link.days import Days, days
from according.link.discrepancies.account import Account
from according.link.discrepancies.deeds import STEM
from according.link.discrepancies.numbers import Range, dimension, values
from according.link.discrepancies.page import Page
from according.link.discrepancies.scene import HARMED, Scene, scene
from according.link.discrepancies.spots import spots
from according.model import Event, Figure, Span, content_id

_STOP = re.compile(r"[,;:.()–—]")
_FEW = {"none": 0.0, "single": 1.0}
_BEHIND = 18
"""Characters beside a figure in which "of them" stands."""
_FAR = 80
"""Characters of a sentence in which the word is sought that tells what happened to what is counted."""


class Counted(NamedTuple):
    """A figure as it is compared: what is counted, what happened to it, where, when, of whom; its range."""

    account: Account
    dimension: str
    thing: str
    act: str | None
    range: Range
    forecast: bool
    place: str | None
    days: Days | None
    day: str | None
    of: frozenset[str]
    text: str
    means: frozenset[str] = frozenset()
    lent: bool = False
    """Whether place or day are those of the only attack that the article tells of."""
    risen: bool = False
    """Whether its sentence tells that the number has risen, or is a new one."""
    spots: frozenset[str] = frozenset()
    """Its place where that is small, and what else its words name as one, known or not."""
    scope: tuple[bool, bool] = (False, False)
    """Whether its sentence tells of a longer time or a whole country, and whether of another attack."""

    @property
    def is_none(self) -> bool:
        """Whether it tells that there was none."""
        return self.range[1] == 0

    @property
    def key(self) -> tuple[str, str, str | None]:
        """What figures of one thing share."""
        return self.dimension, self.thing, self.act


def counted(page: Page) -> Iterator[Counted]:
    """Yield the figures of an article that can be compared."""
    measured, only = _measured(page.read.events), scene(page)
    before: Counted | None = None
    for figure in page.read.figures:
        found = _counted(page, figure, measured, before)
        if found is not None:
            before = _placed(page, found, figure.span, only)
            yield before
    yield from _few(page)
    for none in _nobody(page):
        yield _placed(page, none, none.account.says.span, only)


def _placed(page: Page, each: Counted, span: Span, only: Scene | None) -> Counted:
    """Return who was killed or hurt with place and day of the only attack told, where his own sentence has none."""
    if only is None or each.act not in HARMED or each.thing not in comparable().persons:
        return each
    if (each.place and each.day) or not only.holds(page, span, each.place, each.day):
        return each
    when = days(only.day)
    return each._replace(
        account=each.account._replace(on=when), place=each.place or only.place, days=when, day=only.day,
        means=each.means or only.means, lent=True, spots=each.spots | only.spots,
    )  # fmt: skip


def _measured(events: Iterable[Event]) -> list[tuple[Span, Event]]:
    return [(span, event) for event in events for span in event.measures]


def _counted(
    page: Page, figure: Figure, measured: list[tuple[Span, Event]], before: Counted | None
) -> Counted | None:
    """Return a figure as it is compared, `before` being the one before it; None where it cannot be."""
    lists = comparable()
    whole, _ = dimension(figure.unit)
    some = values(figure)
    words = fold(f"{figure.text} {figure.what or ''}").text
    if some is None or whole is None or whole in lists.ignored or lists.parts.first(words) is not None:
        return None
    if _is_part(page, figure.span) or _is_nobody(page, figure.span):
        return None
    around = [
        each for span, each in measured if span.start < figure.span.end and figure.span.start < span.end
    ]
    event = min(around, key=lambda each: abs(each.trigger.start - figure.span.start), default=None)
    thing = _thing(figure, whole)
    if thing is None:
        return None
    act = _act(page, figure.span, event, words, _no_acts(whole, thing))
    if whole == "person":
        act = lists.lost.get(act or "", act)
    if act is not None and act in lists.within and whole == "person":
        thing, act = lists.within[act], None
    elif thing == "captive" and act not in ("released", "returned", "killed", "wounded", "missing", "left"):
        act = None
    again = _again(page, figure, thing, before) if act is None and before is not None else None
    if again is not None:
        act = again.act
    if act is None and thing not in lists.lasting:
        return None
    statement = page.statement(figure.span.start)
    ahead = figure.qualifier == "forecast" or (statement is not None and statement.manner == "expect")
    where = figure.place or (event.place if event is not None else None) or _place(page, figure.span)
    when = figure.date or (event.date if event is not None else None)
    if again is not None:
        where, when = where or again.place, when or again.day
    account = page.account(figure.id, figure.span, figure.text, figure.claimant, figure.claimant_text)
    return Counted(
        account=account._replace(on=days(when)),
        dimension=whole,
        thing=thing,
        act=act,
        range=some,
        forecast=ahead,
        place=where,
        days=days(when),
        day=when,
        of=_of(page, figure) or _speakers(page, figure, account),
        means=_means(page, figure.span),
        text=figure.text,
        risen=lists.rising.first(page.sentence(figure.span.start)[1].text) is not None,
        spots=_spots(page, figure.span, where),
        scope=_scope(page, figure.span),
    )


def _again(page: Page, figure: Figure, thing: str, before: Counted) -> Counted | None:
    """Return the figure before one that gives another number for the same: "the ministry gave a figure of 45"."""
    here = page.number(figure.span.start)
    said = comparable().numbers.first(page.sentence(figure.span.start)[1].text) is not None
    return before if said and before.thing == thing and 0 <= here - before.account.sentence <= 1 else None


def _scope(page: Page, span: Span) -> tuple[bool, bool]:
    """Return whether the sentence of a figure tells of a longer time or a whole country, and of another attack."""
    text = page.sentence(span.start)[1].text
    return comparable().spells.first(text) is not None, comparable().again.first(text) is not None


def _spots(page: Page, span: Span, place: str | None) -> frozenset[str]:
    return spots(page, _around(page, span)) | (
        {place} if place is not None and page.world.is_small(place) else frozenset()
    )


def _is_part(page: Page, span: Span) -> bool:
    """Return whether a figure is of those who were counted before: "six of them", "of the dead, six"."""
    sentence, text = page.sentence(span.start)
    start, stop = (text.position(at - sentence.start) for at in span)
    among = comparable().among
    return (
        among.first(text.text[:start]) is not None
        or among.first(text.text[stop : stop + _BEHIND]) is not None
    )


def _is_nobody(page: Page, span: Span) -> bool:
    """Return whether a number is of a word for nobody: the "one" of "no one"."""
    sentence, text = page.sentence(span.start)
    start, stop = (text.position(at - sentence.start) for at in span)
    before = max(0, start - _BEHIND)
    met = comparable().nobody.find(text.text[before : stop + _BEHIND])
    return any(before + each.start < start and stop <= before + each.end for each in met)


def _thing(figure: Figure, whole: str) -> str | None:
    """Return the class of what is counted: of its words, else its unit where that is no measure."""
    lists = comparable()
    found = lists.things.first(fold(figure.what or "").text) or lists.things.first(fold(figure.text).text)
    if found is not None:
        return found
    if whole == "person":
        # Whom no class knows are like others of their name only: boys are not all who were arrested.
        plain = fold_name(figure.what or "")[:STEM]
        only = not plain or nationalities(figure.what or "") or lists.acts.first(fold(figure.what or "").text)
        return lists.people if only else f"~{plain}"
    if whole == "percent" or whole.isupper() or whole in dict(lists.measures.values()) or len(whole) < 3:
        return None
    return whole


def _no_acts(whole: str, thing: str) -> frozenset[str]:
    """Return what is no act of those counted: that their number grew, that captives were captured."""
    lists = comparable()
    captured = frozenset(act for act, their in lists.within.items() if their == thing)
    return captured if whole == "percent" else captured | lists.rates


def _act(page: Page, span: Span, event: Event | None, words: str, no: frozenset[str]) -> str | None:
    """Return what happened to what is counted: what the figure's event tells, else the nearest word in its clause.

    `no` are acts that are none of theirs.
    """
    lists = comparable()
    for said in (fold(event.text).text if event is not None else "", words):
        own = next((each.name for each in lists.acts.find(said) if each.name not in no), None)
        if own is not None:
            return own
    sentence, text = page.sentence(span.start)
    start, stop = (text.position(at - sentence.start) for at in span)
    before, behind = text.text[:start], text.text[stop:]
    then = next(lists.then.find(behind), None)
    if then is not None and then.start <= 1:
        return then.name
    for ahead, after in (
        (before[_last_edge(before) :], behind[: _first_edge(behind)]),
        (before[-_FAR:], behind[:_FAR]),
    ):
        met = [(len(ahead) - each.end, each.name) for each in lists.acts.find(ahead)]
        met += [(each.start, each.name) for each in lists.acts.find(after)]
        met = [each for each in met if each[1] not in no]
        if met:
            return min(met)[1]
    return None


def _last_edge(before: str) -> int:
    """Return where the clause begins that a text ends in."""
    marks = [each.end() for each in _STOP.finditer(before)]
    return max(marks + [each.end for each in comparable().joins.find(before)], default=0)


def _first_edge(behind: str) -> int:
    """Return where the clause ends that a text begins with."""
    marks = [each.start() for each in _STOP.finditer(behind)]
    return min(marks + [each.start for each in comparable().joins.find(behind)], default=len(behind))


def _place(page: Page, span: Span) -> str | None:
    """Return the only place that is named where a figure stands: in what is said, else in the sentence."""
    spots = [each for each in page.named(_around(page, span)) if page.world.kinds.get(each) == "place"]
    return spots[0] if len(spots) == 1 else None


def _around(page: Page, span: Span) -> Span:
    statement = page.statement(span.start)
    return page.sentence(span.start)[0] if statement is None else statement.content_span


def _of(page: Page, figure: Figure) -> frozenset[str]:
    """Return the states that a figure is of: by its words; of a share, the only one that its sentence names."""
    found = page.states(f"{figure.text} {figure.what or ''}")
    if not found and figure.unit == "percent":
        inside = page.lifted(page.named(page.sentence(figure.span.start)[0]))
        states = [each for each in inside if page.world.kinds.get(each) == "state"]
        return frozenset(states) if len(states) == 1 else frozenset()
    return found


def _speakers(page: Page, figure: Figure, account: Account) -> frozenset[str]:
    """Return the speaker's state where those counted are called his own: "36 of its citizens"."""
    sentence, text = page.sentence(figure.span.start)
    stop = text.position(figure.span.end - sentence.start)
    words = fold(figure.text).text + text.text[stop : stop + _BEHIND]
    if account.side is None or comparable().own.first(words) is None:
        return frozenset()
    return frozenset([account.side])


def _means(page: Page, span: Span) -> frozenset[str]:
    """Return by what people were killed, by the words of the sentence of a figure."""
    return frozenset(met.name for met in comparable().means.find(page.sentence(span.start)[1].text))


def _few(page: Page) -> Iterator[Counted]:
    """Yield that there was none of a thing, or a single one: "no refugees returned"."""
    lists = comparable()
    for statement in page.read.statements:
        sentence, text = page.sentence(statement.content_span.start)
        for met in lists.few.find(text.text):
            after = text.text[met.end : met.end + 40]
            thing = next(iter(lists.things.find(after)), None)
            at = Span(*(sentence.start + each for each in text.span(met.start, met.end)))
            if thing is None or thing.start > 20 or not _within(at, statement.content):
                continue
            span = Span(at.start, sentence.start + text.span(met.start, met.end + thing.end).end)
            act = _act(page, span, None, "", lists.rates)
            if act is None:
                continue
            yield Counted(
                page.account(
                    statement.id, span, text.text[met.start : met.end + thing.end], statement.speaker,
                    statement.speaker_text,
                ),
                "person" if thing.name in lists.persons else thing.name,
                thing.name, act, (_FEW[met.name],) * 2, False, _place(page, span), None, None, frozenset(), met.name,
                spots=_spots(page, span, None),
            )  # fmt: skip


def _nobody(page: Page) -> Iterator[Counted]:
    """Yield that nobody was killed or hurt."""
    lists = comparable()
    for sentence, written in page.read.sentences:
        _, text = page.sentence(sentence.start)
        for met in lists.nobody.find(text.text):
            act = next(iter(lists.acts.find(text.text[met.end :])), None)
            if act is None or act.start > 1 or act.name not in HARMED:
                continue
            span = Span(*(sentence.start + each for each in text.span(met.start, met.end + act.end)))
            said = page.statement(span.start)
            if said is not None and said.manner == "deny":
                continue
            who, words = (None, None) if said is None else (said.speaker, said.speaker_text)
            finding = content_id("nobody", page.read.article, *span)
            account = page.account(
                finding, span, written[slice(*text.span(met.start, met.end + act.end))], who, words
            )
            yield Counted(
                account, "person", lists.people, act.name, (0.0, 0.0), False, _place(page, span), None, None,
                frozenset(), "none", spots=_spots(page, span, None),
            )  # fmt: skip


def _within(span: Span, stretches: Iterable[Span]) -> bool:
    return any(start <= span.start and span.end <= end for start, end in stretches)
