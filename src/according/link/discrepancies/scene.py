"""Where and when people were killed or hurt whose sentence does not say so: in the only attack of an article.

News names place and day once, in the first sentence; the toll stands further down. It is of that attack only where no
other one is told: one small place, one day, one means.
"""

from __future__ import annotations

from typing import NamedTuple

from according.knowledge.comparable import comparable
from according.link.days import days
from according.link.discrepancies.page import NEAR, Page
from according.link.world import World
from according.model import ASSERTED, Event, Span

HARMED = frozenset({"killed", "wounded", "missing"})
"""What becomes of people in an attack."""
_BEFORE = 24
"""Characters before the word for an attack in which stands that it is another one."""


class Scene(NamedTuple):
    """The attack that an article tells of: where it was, on which day (EDTF), by what, and where it is told."""

    place: str
    day: str
    means: frozenset[str]
    told: tuple[int, ...]

    def holds(self, page: Page, span: Span, place: str | None, day: str | None) -> bool:
        """Return whether what stands there is of this attack, as far as its own place and day, if any, tell."""
        if place not in (None, self.place) or day not in (None, self.day):
            return False
        if not any(0 < span.start - at <= NEAR for at in self.told):
            return False
        sentence, text = page.sentence(span.start)
        if comparable().spells.first(text.text) is not None:
            return False
        spots = [each for each in page.named(sentence) if page.world.kinds.get(each) in ("place", "state")]
        return all(_inside(self.place, each, page.world) for each in spots)


def scene(page: Page) -> Scene | None:
    """Return the only attack that an article tells of; None where it tells of none, of several, or not where."""
    attacks = [each for each in page.read.events if each.root == "ASSAULT" and each.status in ASSERTED]
    if not attacks or any(_another(page, each) for each in attacks):
        return None
    places = {where for each in attacks for where in _places(page, each)}
    small = {each for each in places if page.world.is_small(each)}
    dates = {each.date for each in attacks if each.date is not None}
    if len(small) != 1 or len(dates) != 1:
        return None
    (place,), (day,) = small, dates
    when = days(day)
    if when is None or when[0] != when[1] or not all(_inside(place, each, page.world) for each in places):
        return None
    means = frozenset(
        met.name
        for each in attacks
        for met in comparable().means.find(page.sentence(each.trigger.start)[1].text)
    )
    if len(means) > 1:
        return None
    return Scene(place, day, means, tuple(sorted(each.trigger.start for each in attacks)))


def _places(page: Page, event: Event) -> list[str]:
    """Return the place of an attack, else all that its sentence names."""
    if event.place is not None:
        return [event.place]
    return [each for each in page.named(page.sentence(event.trigger.start)[0]) if page.world.is_place(each)]


def _another(page: Page, event: Event) -> bool:
    """Return whether a word before an attack says that it is another one; others can be killed in the same."""
    sentence, text = page.sentence(event.trigger.start)
    start, stop = (text.position(at - sentence.start) for at in event.trigger)
    if comparable().acts.first(text.text[start:stop]) in HARMED:
        return False
    return comparable().again.first(text.text[max(0, start - _BEFORE) : start]) is not None


def _inside(place: str, other: str, world: World) -> bool:
    """Return whether a place is another one, or lies in it: one that is small is another place."""
    if place == other:
        return True
    return not world.is_small(other) and world.near(place, other) is not None
