"""Where and when people were killed or hurt whose sentence does not say so: in the only attack of an article.

News names place and day once, in the first sentence; the toll stands further down. It is of that attack only where no
other one is told: one day, one means, places that one sentence names.
"""

from __future__ import annotations

from typing import NamedTuple

from according.knowledge.comparable import comparable
from according.link.days import days
from according.link.discrepancies.account import NEAR
from according.link.discrepancies.page import Page
from according.link.discrepancies.spots import spots
from according.link.world import World
from according.model import ASSERTED, Event, Span

HARMED = frozenset({"killed", "wounded", "missing"})
"""What becomes of people in an attack."""
_BEFORE = 24
"""Characters before the word for an attack in which stands that it is another one."""


class Scene(NamedTuple):
    """The attack that an article tells of: where it was, on which day (EDTF), by what, and where it is told.

    `place` is None where it was in several, or where nobody knows; `spots` are all that its sentences name.
    """

    place: str | None
    spots: frozenset[str]
    day: str
    means: frozenset[str]
    told: tuple[int, ...]

    def holds(self, page: Page, span: Span, place: str | None, day: str | None) -> bool:
        """Return whether what stands there is of this attack, as far as its own place and day, if any, tell."""
        if day not in (None, self.day) or not (place is None or place == self.place or place in self.spots):
            return False
        if not any(0 < span.start - at <= NEAR for at in self.told):
            return False
        sentence, text = page.sentence(span.start)
        if comparable().spells.first(text.text) is not None:
            return False
        named = [each for each in page.named(sentence) if page.world.kinds.get(each) in ("place", "state")]
        return all(each in self.spots or _inside(self.place, each, page.world) for each in named)


def scene(page: Page) -> Scene | None:
    """Return the only attack that an article tells of; None where it tells of none, of several, or not where."""
    attacks = [
        each
        for each in page.read.events
        if each.root == "ASSAULT" and each.status in ASSERTED and not _is_long(page, each)
    ]
    if not attacks or any(_another(page, each) for each in attacks):
        return None
    told = [frozenset(_places(page, each)) for each in attacks]
    places = frozenset[str]().union(*told)
    small = frozenset(each for each in places if page.world.is_small(each))
    dates = {each.date for each in attacks if each.date is not None}
    # Several places are of one attack where one sentence names all of them.
    if len(dates) != 1 or not any(small <= each for each in told):
        return None
    wide = frozenset(
        each for each in places - small if page.world.is_place(each) and not page.world.is_country(each)
    )
    (day,), one = dates, small or wide
    place = min(one) if len(one) == 1 else None
    when = days(day)
    inside = len(small) != 1 or all(_inside(place, each, page.world) for each in places)
    if when is None or when[0] != when[1] or not inside:
        return None
    means = frozenset(
        met.name
        for each in attacks
        for met in comparable().means.find(page.sentence(each.trigger.start)[1].text)
    )
    if len(means) > 1:
        return None
    where = [spots(page, page.sentence(each.trigger.start)[0]) for each in attacks]
    at = tuple(sorted(each.trigger.start for each in attacks))
    return Scene(place, small.union(*where), day, means, at)


def _places(page: Page, event: Event) -> list[str]:
    """Return the place of an attack, else all that its sentence names."""
    if event.place is not None:
        return [event.place]
    return [each for each in page.named(page.sentence(event.trigger.start)[0]) if page.world.is_place(each)]


def _is_long(page: Page, event: Event) -> bool:
    """Return whether a sentence tells of the war that an attack is of, not of the attack."""
    return comparable().spells.first(page.sentence(event.trigger.start)[1].text) is not None


def _another(page: Page, event: Event) -> bool:
    """Return whether a word before an attack says that it is another one; others can be killed in the same."""
    sentence, text = page.sentence(event.trigger.start)
    start, stop = (text.position(at - sentence.start) for at in event.trigger)
    if comparable().acts.first(text.text[start:stop]) in HARMED:
        return False
    return comparable().again.first(text.text[max(0, start - _BEFORE) : start]) is not None


def _inside(place: str | None, other: str, world: World) -> bool:
    """Return whether a place is another one, or lies in it, as far as is known: one that is small is another place."""
    if place is None or place == other:
        return place is not None or not world.is_small(other)
    return not world.is_small(other) and world.near(place, other) is not None
