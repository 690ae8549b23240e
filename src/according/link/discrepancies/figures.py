"""Figures of one quantity that cannot all be right, and those that follow one another in time."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import NamedTuple

from according.knowledge.comparable import comparable
from according.knowledge.fold import fold, fold_name
from according.knowledge.nationalities import nationalities
from according.link.days import Days, apart, days
from according.link.discrepancies.deeds import STEM
from according.link.discrepancies.found import Groups, Verdict, blocked, discrepancy, pairs
from according.link.discrepancies.numbers import Range, can_be_one, dimension, values
from according.link.discrepancies.page import Account, Page, beside, one_voice
from according.link.world import World
from according.model import Event, Figure, Span
from according.views import Discrepancy

SURE = 0.5
"""Score from which two figures are of one thing: the same act and place or day in one story, or much in one article."""
_STOP = re.compile(r"[,;:.()–—]")
_FEW = {"none": 0.0, "single": 1.0}
_MONTH, _WEEK, _NEWS = 31, 7, 1
"""Days beyond which a date tells nothing; within which what happened is told, and a toll rises; and within which two
who name no day speak of one."""
_BEHIND = 18
"""Characters behind a figure in which "of them" stands."""
_FAR = 80
"""Characters of a sentence in which the word is sought that tells what happened to what is counted."""
_BUCKET = 4


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

    @property
    def key(self) -> tuple[str, str, str | None]:
        """What figures of one thing share."""
        return self.dimension, self.thing, self.act


def counted(page: Page) -> Iterator[Counted]:
    """Yield the figures of an article that can be compared."""
    measured = _measured(page.read.events)
    for figure in page.read.figures:
        found = _counted(page, figure, measured)
        if found is not None:
            yield found
    yield from _few(page)


def _measured(events: Iterable[Event]) -> list[tuple[Span, Event]]:
    return [(span, event) for event in events for span in event.measures]


def _counted(page: Page, figure: Figure, measured: list[tuple[Span, Event]]) -> Counted | None:
    lists = comparable()
    whole, _ = dimension(figure.unit)
    some = values(figure)
    words = fold(f"{figure.text} {figure.what or ''}").text
    if some is None or whole is None or whole in lists.ignored or lists.parts.first(words) is not None:
        return None
    if _is_part(page, figure.span):
        return None
    event = next(
        (each for span, each in measured if span.start < figure.span.end and figure.span.start < span.end),
        None,
    )
    thing, act = _thing(figure, whole), _act(page, figure.span, event, words)
    if thing is None:
        return None
    if act is not None and act in lists.within and whole == "person":
        thing, act = lists.within[act], None
    elif thing == "captive" and act not in ("released", "returned", "killed", "wounded", "missing"):
        act = None
    if act is None and thing not in lists.lasting:
        return None
    statement = page.statement(figure.span.start)
    ahead = figure.qualifier == "forecast" or (statement is not None and statement.manner == "expect")
    where = figure.place or (event.place if event is not None else None) or _place(page, figure.span)
    when = figure.date or (event.date if event is not None else None)
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


def _act(page: Page, span: Span, event: Event | None, words: str) -> str | None:
    """Return what happened to what is counted: what the figure's event tells, else the nearest word in its clause."""
    acts = comparable().acts
    if event is not None and (told := acts.first(fold(event.text).text)) is not None:
        return told
    if (own := acts.first(words)) is not None:
        return own
    sentence, text = page.sentence(span.start)
    start, stop = (text.position(at - sentence.start) for at in span)
    before, behind = text.text[:start], text.text[stop:]
    for ahead, after in (
        (before[_last_edge(before) :], behind[: _first_edge(behind)]),
        (before[-_FAR:], behind[:_FAR]),
    ):
        met = [(len(ahead) - each.end, each.name) for each in acts.find(ahead)]
        met += [(each.start, each.name) for each in acts.find(after)]
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
            act = _act(page, span, None, "")
            if act is None:
                continue
            yield Counted(
                page.account(
                    statement.id, span, text.text[met.start : met.end + thing.end], statement.speaker,
                    statement.speaker_text,
                ),
                "person" if thing.name in lists.persons else thing.name,
                thing.name, act, (_FEW[met.name],) * 2, False, _place(page, span), None, None, frozenset(), met.name,
            )  # fmt: skip


def _within(span: Span, stretches: Iterable[Span]) -> bool:
    return any(start <= span.start and span.end <= end for start, end in stretches)


def differences(some: Iterable[Counted], world: World, names: Mapping[str, str]) -> Iterator[Discrepancy]:
    """Yield where figures of one thing differ, and series of them."""
    held = list(some)
    blocks = blocked(held, _blocks, lambda each: each.account.rank)
    groups, of = Groups(), {each.account.rank: each for each in held}
    for one, other in pairs(blocks):
        verdict = _verdict(one, other, world)
        if verdict is not None:
            groups.add(one.account, other.account, verdict)
    for accounts, verdicts in groups:
        members = [of[each.rank] for each in accounts]
        yield discrepancy(
            "figure", _about(members, names), accounts, verdicts, lambda one, other: _alike(of, one, other)
        )


def _alike(of: Mapping[tuple[object, ...], Counted], one: Account, other: Account) -> bool:
    return can_be_one(of[one.rank].range, of[other.rank].range)


def _blocks(each: Counted) -> Iterator[Hashable]:
    account = each.account
    yield each.key, account.article
    if account.story is not None:
        yield each.key, account.story
    wheres = {each.place, *each.of} - {None}
    spans = [span for span in (each.days, account.told) if span is not None and span[1] - span[0] <= _MONTH]
    for where in sorted(filter(None, wheres)):
        for first, last in spans:
            yield from (
                (each.key, where, day) for day in range((first - 2) // _BUCKET, (last + 2) // _BUCKET + 1)
            )
        if each.forecast or each.dimension == "percent":
            yield each.key, where, each.day


def _verdict(one: Counted, other: Counted, world: World) -> Verdict | None:
    """Return whether two figures of one class are of one thing and differ; None where they may be of two."""
    a, b = one.account, other.account
    if (a.article, a.sentence, a.who) == (b.article, b.sentence, b.who):
        return None
    place = _place_agrees(one, other, world)
    time = _time_agrees(one, other)
    if place is None or time is None or (one.of and other.of and not one.of & other.of):
        return None
    if one.means and other.means and not one.means & other.means:
        return None
    if one.thing == comparable().people and not (place or time or one.of & other.of):
        return None
    score = 0.3 + place + time + beside(a, b)
    reasons = [f"{one.thing} {one.act or ''}".strip()]
    reasons += [why for why, share in (("same place", place), ("same days", time)) if share >= 0.2]
    if one.of & other.of:
        score += 0.2
        reasons.append("of the same")
    if score < SURE:
        return None
    reason = ", ".join(reasons)
    rises = _rises(one, other, world)
    if one.forecast == other.forecast and not _one_time(one, other, _WEEK if rises else _NEWS):
        return None
    if can_be_one(one.range, other.range):
        return Verdict(False, False, round(score, 2), reason)
    if one.forecast != other.forecast:
        return Verdict(True, True, score, f"{reason}; a forecast and what came of it")
    if one_voice(a, b) and a.told == b.told:
        return None
    if rises:
        return Verdict(True, True, score, f"{reason}; later and more")
    return Verdict(True, False, score, reason)


def _one_time(one: Counted, other: Counted, most: int) -> bool:
    """Return whether two figures without days can be of one time: told few days apart."""
    if one.days is not None or other.days is not None:
        return True
    return (apart(one.account.told, other.account.told) or 0) <= most


def _rises(one: Counted, other: Counted, world: World) -> bool:
    """Return whether what was told later is more: news of the same, not another account.

    Two states do not tell the same news: whichever of them speaks first, they contradict each other.
    """
    first, second = one.account.told, other.account.told
    if first is None or second is None or one.forecast or _two_sides(one.account, other.account, world):
        return False
    early, late = (one, other) if first[1] < second[0] else (other, one)
    between = max(0, first[0] - second[1], second[0] - first[1])
    return between > 0 and early.range[1] < late.range[0]


def _two_sides(one: Account, other: Account, world: World) -> bool:
    return one.side != other.side and all(
        world.kinds.get(each.side or "") == "state" for each in (one, other)
    )


def _place_agrees(one: Counted, other: Counted, world: World) -> float | None:
    if one.place is None or other.place is None:
        return 0.0
    if one.place == other.place:
        return 0.25
    near = world.near(one.place, other.place)
    return 0.15 if near == "places near each other" else None


def _time_agrees(one: Counted, other: Counted) -> float | None:
    """Return what it says that two are of the same days; None where they are not."""
    if one.days is None and other.days is None:
        return 0.0
    if one.days is None or other.days is None:
        day = one.days or other.days or (0, 0)
        late = apart(day, one.account.told if one.days is None else other.account.told) or 0
        near = day[1] - day[0] <= _MONTH and late <= _WEEK
        return 0.0 if near or one.account.article == other.account.article else None
    if one.days == other.days:
        return 0.25
    inside = one.days[0] <= other.days[1] and other.days[0] <= one.days[1]
    return 0.1 if inside and max(one.days[1] - one.days[0], other.days[1] - other.days[0]) <= 3 else None


def _about(some: list[Counted], names: Mapping[str, str]) -> str:
    lists = comparable()
    first = some[0]
    thing = lists.plural.get(first.thing, first.text)
    of = next((names[each] for one in some for each in sorted(one.of) if each in names), None)
    place = next((names[one.place] for one in some if one.place is not None and one.place in names), None)
    day = next((one.day for one in some if one.day is not None), None)
    told = lists.told.get(first.act or "")
    if first.dimension == "percent":
        line = f"By how much {thing}{f' of {of}' if of else ''} {told or 'changed'}"
    else:
        line = f"How many {thing}{f' of {of}' if of else ''} {told or 'there are'}"
    line += f" in {place}" if place else ""
    return line + (f" ({day})" if day else "")
