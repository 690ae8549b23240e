"""Events as they are compared: who is said to have done what to whom, where and when, by whose word, or not to have."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator
from typing import NamedTuple

from according.knowledge.acts import acts
from according.knowledge.comparable import comparable
from according.knowledge.fold import Folded, fold, fold_name
from according.link.days import Days, apart, days
from according.link.discrepancies.account import Account, shown
from according.link.discrepancies.page import Page
from according.link.world import World
from according.model import Event, Party, Span, Statement

STEM = 5
"""Letters of a word by which its forms are told from other words."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_NEWS = 2
"""Days within which two tell of one event of which neither names the day."""
_WIDE = 7
"""Days of a date beyond which it does not tell which event is meant."""
_BUCKET = 4
_TALK = ("ACCUSE", "REJECT", "REQUEST", "THREATEN")
"""Roots of what is itself only said."""
_LINE = 120
"""Characters of an event's words that are shown in one piece."""
_OWNER, _JOINT = 40, 3
"""Characters behind a weapon, and behind the word for whose it is, in which that is told; spaces between the two."""
_REACH = 60
"""Characters around an event in which a word denies it."""


class Deed(NamedTuple):
    """An event as one account tells it.

    `denied`: that it did not take place. `doing` and `words` are stems of the words for who does it and to whom.
    `accused`: the statement that tells it is an accusation. `about` are its words, `telling` stems of all that it is
    told in besides names.
    """

    account: Account
    event: Event
    family: str
    denied: bool
    source: frozenset[str]
    target: frozenset[str]
    doing: frozenset[str]
    words: frozenset[str]
    place: str | None
    days: Days | None
    happening: str | None
    accused: bool
    about: str
    telling: frozenset[str] = frozenset()

    @property
    def who(self) -> frozenset[str]:
        """All who take part."""
        return self.source | self.target


def deeds(page: Page) -> Iterator[Deed]:
    """Yield what an article says was done, or was not."""
    for event in page.read.events:
        if event.root in _TALK or event.status not in ("happened", "ongoing", "denied"):
            continue
        told = _told(page, event)
        if told is not None:
            yield told


def _told(page: Page, event: Event) -> Deed | None:
    statement = page.statement(event.trigger.start)
    who, words = event.reported_by, event.reported_text
    if who is None and words is None and statement is not None:
        who, words = statement.speaker, statement.speaker_text
    if statement is not None and statement.manner == "deny" and page.negates(statement.cue):
        return None
    denied = event.status == "denied"
    manner = statement.manner if statement is not None else None
    if denied and manner != "deny" and not _negated(page, event):
        return None
    if not denied and manner in ("deny", "threaten", "promise", "demand", "propose", "expect", "ask"):
        return None
    if not denied and (denier := _denier(page, event, statement)) is not None:
        denied, who, words = True, *denier
    span = statement.content_span if statement is not None and who is not None else event.sentence
    if not span.start <= event.trigger.start < span.end:
        span = event.sentence
    about = told_in(page, event, event.source, event.target)
    if denied and comparable().nay.first(fold(about).text) is not None:
        about = told_in(page, event, event.target)
    return Deed(
        account=page.account(
            event.id, span, shown(f"not so: {about}" if denied else about), who, words
        )._replace(on=days(event.date)),
        event=event,
        family=acts().families[event.root],
        denied=denied,
        source=_known(page, event.source.chains) or _armed(page, event),
        target=_known(page, event.target.chains),
        doing=stems(event.source.text or ""),
        words=stems(event.target.text or ""),
        place=event.place or _spot(page, event),
        days=days(event.date),
        happening=page.read.happenings.get(event.id),
        accused=manner == "accuse",
        about=about,
        telling=stems(page.written(span))
        - stems(" ".join(page.written(each) for each, _ in page.spans(span))),
    )


def _known(page: Page, chains: Iterable[str]) -> frozenset[str]:
    """Return the entities among chains, as states: whom an article only describes may be anybody."""
    return page.lifted(each for each in chains if each in page.world.kinds)


def _armed(page: Page, event: Event) -> frozenset[str]:
    """Return whose weapon it was, by the name right behind it, where nothing else tells who attacked.

    "Hit by a rocket fired by Ghana", "une roquette du Ghana".
    """
    if event.root != "ASSAULT":
        return frozenset()
    sentence, text = page.sentence(event.trigger.start)
    at = text.position(event.trigger.start - sentence.start)
    for met in comparable().means.find(text.text[at:]):
        behind = text.text[at + met.end :]
        joint = next((each for each in comparable().whose.find(behind[:_OWNER])), None)
        if joint is None or behind[: joint.start].count(" ") > _JOINT:
            continue
        first = at + met.end + joint.end
        start, stop = (sentence.start + each for each in text.span(first, len(text.text)))
        whose = page.first_named(Span(start, min(stop, start + _OWNER)))
        if whose is not None:
            return _known(page, [whose[0]])
    return frozenset()


def told_in(page: Page, event: Event, *parties: Party) -> str:
    """Return what parties did, or what was done to them, as it is written: in one piece where that is short."""
    parts = [each.span for each in parties if each.span is not None]
    sentence, _ = page.sentence(event.trigger.start)
    whole = Span(
        min(span.start for span in (*parts, event.trigger)), max(span.end for span in (*parts, event.trigger))
    )
    if sentence.start <= whole.start and whole.end <= sentence.end and whole.end - whole.start <= _LINE:
        line = shown(page.written(whole), _LINE)
    else:
        line = shown(" ".join(filter(None, (event.text, *(each.text for each in parties)))))
    if " " in line:
        return line
    # A word alone tells nobody what took place.
    said = page.statement(event.trigger.start)
    inside = said is not None and sentence.contains(said.content_span)
    return shown(page.written(said.content_span if said is not None and inside else sentence), _LINE)


def _spot(page: Page, event: Event) -> str | None:
    """Return the town that something is done to, where no other place is named."""
    spots = [each for each in event.target.chains if page.world.spot(each)]
    return spots[0] if len(spots) == 1 else None


def _negated(page: Page, event: Event) -> bool:
    """Return whether a word that denies stands near an event: what is over, foiled or refused is not denied."""
    sentence, text = page.sentence(event.trigger.start)
    at = text.position(event.trigger.start - sentence.start)
    stop = text.position(event.trigger.end - sentence.start)
    return (
        comparable().nay.first(text.text[max(0, at - _REACH) : at] + " " + text.text[stop : stop + 10])
        is not None
    )


def _denier(page: Page, event: Event, statement: Statement | None) -> tuple[str | None, str | None] | None:
    """Return who denies an event by a word before it, and before what is said where it lies in a statement.

    Nobody does where no name tells who.
    """
    sentence, text = page.sentence(event.trigger.start)
    at = text.position(event.trigger.start - sentence.start)
    said = at if statement is None else text.position(max(statement.content_span.start - sentence.start, 0))
    met = next(iter(comparable().denies.find(text.text[: min(at, said)])), None)
    if met is None or at - met.end > _REACH or met.start == 0:
        return None
    start, stop = text.span(met.start, met.end)
    if page.negates(Span(sentence.start + start, sentence.start + stop)):
        return None
    by = next((each for each in comparable().by.find(text.text[met.end : at]) if each.start <= 1), None)
    if by is not None:
        # "the claim, denied by Ghana, that Kati was shelled": who stands right behind it denies.
        return page.first_named(_written(sentence, text, met.end + by.end, at))
    if statement is not None and statement.speaker is not None:
        return statement.speaker, statement.speaker_text
    if any(each.end + 1 == met.start for each in comparable().copulas.find(text.text[: met.start])):
        return None  # "Mali's claim was denied": not by whom it names
    return page.first_named(_written(sentence, text, 0, met.start))


def _written(sentence: Span, text: Folded, start: int, stop: int) -> Span:
    """Return the span of a part of a folded sentence."""
    return Span(*(sentence.start + each for each in text.span(start, stop)))


def stems(text: str) -> frozenset[str]:
    """Return the beginnings of the words of a text that tell anything."""
    return frozenset(word[:STEM] for word in _WORD.findall(fold_name(text)))


def blocks(deed: Deed) -> Iterator[Hashable]:
    """Yield what deeds of one kind that can be one share."""
    account = deed.account
    if deed.happening is not None:
        yield deed.happening
    yield deed.family, account.article
    if account.story is not None:
        yield deed.family, account.story
    for span in (deed.days, account.told):
        if span is not None and span[1] - span[0] <= _WIDE:
            for where in sorted(filter(None, {deed.place, *deed.who, *deed.words})):
                for bucket in range((span[0] - 2) // _BUCKET, (span[1] + 2) // _BUCKET + 1):
                    yield deed.family, where, bucket


def time_agrees(one: Days | None, other: Days | None, a: Account, b: Account) -> float | None:
    """Return what it says that two are of the same days; None where they are not, or were told of long apart."""
    if one is None and other is None:
        return 0.0 if (apart(a.told, b.told) or 0) <= _NEWS else None
    if one is None or other is None:
        return 0.0
    if one == other and one[0] == one[1]:
        return 0.2
    return 0.05 if one[0] <= other[1] and other[0] <= one[1] else None


def place_agrees(one: str | None, other: str | None, world: World) -> float | None:
    """Return what it says that two are of the same place; None where they are not."""
    if one is None or other is None:
        return 0.0
    if one == other:
        return 0.25
    near = world.near(one, other)
    return None if near is None else 0.15


def line(deed: Deed, names: dict[str, str]) -> str:
    """Return in a few words what a deed is."""
    said = deed.about
    place, day = names.get(deed.place or ""), deed.event.date
    return said + (f", {place}" if place and place not in said else "") + (f" ({day})" if day else "")
