"""Whether an account of an event tells of a happening that others tell of: act, sides, time and place are compared."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from according.knowledge.acts import Act, acts
from according.knowledge.event_kinds import ontology
from according.knowledge.fold import fold_name
from according.link.days import Days, apart, days
from according.link.places import distance_km
from according.link.sides import Sides, shared, side
from according.link.world import World
from according.model import Location
from according.views import Account

REAL = ("happened", "ongoing", "denied")
"""What is told of as past or present. What has yet to happen is another matter until both name the same day."""
BEFORE = 2
"""Days that lie at most between an event without a date and the article that tells of it as news."""
WEEK, MONTH = 7, 31
"""Widths of a date in days: one within a week still tells which event is meant, beyond a month none does."""
STEM = 5
"""Letters of a word by which its forms are told from other words."""
NEAR_KM, REGION_KM = 25.0, 150.0
"""How far apart two points may lie that are one place, and a point and the middle of the region that it lies in."""


class Telling(NamedTuple):
    """An account as it is compared.

    `place` is where it was, a town also where it is what something is done to. `named` are the days that its date
    means, `told` those on which its article may have appeared, if they are few. `stem` is the beginning of the word
    that tells it, which its forms share.
    """

    account: Account
    sides: Sides
    place: str | None
    named: Days | None
    told: Days | None
    stem: str

    @property
    def act(self) -> Act:
        """Root and mode."""
        return self.account.root, self.account.mode

    @property
    def is_real(self) -> bool:
        """Whether it is told of as past or present."""
        return self.account.status in REAL


def telling(account: Account, world: World) -> Telling:
    """Return an account as it is compared."""
    states = world.states
    known = days(account.published)
    told = known if known is not None and known[1] - known[0] <= BEFORE else None
    sides = Sides(
        side(account.source, account.source_text, states), side(account.target, account.target_text, states)
    )
    spots = {spot for each in sides.target.who if (spot := world.spot(each)) is not None}
    place = account.place or (min(spots) if len(spots) == 1 else None)
    return Telling(account, sides, place, days(account.date), told, fold_name(account.word)[:STEM])


class Fit(NamedTuple):
    """How well an account fits a happening, 0 to 1, and why."""

    score: float
    reason: str


class Known:
    """What the accounts of one happening say of it so far: the first, and what later ones add."""

    def __init__(self, first: Telling) -> None:
        self.first = first
        account = first.account
        self.sides = first.sides
        self.mode, self.place = account.mode, first.place
        self.articles: set[str] = set()
        self.sentences: set[tuple[str, int]] = set()
        self.stems: set[str] = set()
        self.members: list[tuple[Telling, Fit]] = []
        self.take(first, Fit(1.0, "tells most"))

    @property
    def act(self) -> Act:
        """The root of its first account, and the mode."""
        return self.first.account.root, self.mode

    def take(self, telling: Telling, fit: Fit) -> None:
        """Count an account in."""
        account = telling.account
        self.members.append((telling, fit))
        self.articles.add(account.article)
        self.sentences.add((account.article, account.sentence))
        self.stems.add(telling.stem)
        self.sides = self.sides.with_more(telling.sides)
        self.place = self.place or telling.place
        if account.root == self.first.account.root:
            self.mode = self.mode or account.mode


def fit(telling: Telling, known: Known, world: World) -> Fit | None:
    """Return how well an account fits what is known of a happening; None where something speaks against it."""
    account = telling.account
    if not acts().can_be_one(telling.act, known.act):
        return None
    together = account.article in known.articles
    time = _time(telling, known.first, together)
    place = None if time is None else _place(telling.place, known.place, world.places)
    if time is None or place is None:
        return None
    sides = shared(
        telling.sides,
        known.sides,
        world,
        mutual=acts().is_mutual(telling.act) and acts().is_mutual(known.act),
        material=not _is_said(telling),
        together=together,
        # An article that tells of a town has all kinds of things happen there.
        spot=telling.place == known.place
        and world.spot(known.place) is not None
        and not (together and None in (telling.named, known.first.named)),
    )
    if sides is None:
        return None
    found = [Fit(*sides), time, place]
    if account.mode is not None and account.mode == known.mode:
        found.append(Fit(0.05, "done in the same way"))
    if together:
        found.append(Fit(0.1, "same article"))
    if (account.article, account.sentence) in known.sentences:
        found.append(Fit(0.1, "same sentence"))
    elif telling.stem in known.stems:
        found.append(Fit(0.1, "in the same words"))
    reasons = (f"same {account.root}", *(part.reason for part in found if part.reason))
    return Fit(round(min(1.0, sum(part.score for part in found)), 2), ", ".join(reasons))


def _time(account: Telling, first: Telling, together: bool) -> Fit | None:
    """Compare when it was, by what the accounts name, else by when they were told."""
    one, other = account.named, first.named
    if one is not None and other is not None:
        return _named(account, first, one, other, together)
    if not (account.is_real and first.is_real) and account.account.status != first.account.status:
        return None
    if together:
        return Fit(0.1, "")
    if one is None and other is None:
        between = apart(account.told, first.told)
        # What is said on another day is said again.
        most = 0 if _is_said(account) else 1
        return Fit(0.05, "told on the same days") if between is not None and between <= most else None
    named, told = (one, first.told) if one is not None else (other, account.told)
    if named is None or told is None or not account.is_real or named[1] - named[0] >= WEEK:
        return None
    recent = (told[0] - BEFORE, told[1])
    return Fit(0.15, "told in those days") if apart(named, recent) == 0 else None


def _is_said(account: Telling) -> bool:
    """Return whether it is only said; who meets or comes to terms does more."""
    verbal = ontology().roots[account.account.root].quad.startswith("verbal")
    return verbal and not acts().is_mutual(account.act)


def _named(account: Telling, first: Telling, one: Days, other: Days, together: bool) -> Fit | None:
    """Compare two dates: the same day, or one within the other."""
    if one == other and one[0] == one[1]:
        return Fit(0.3, "same day")
    inside = (one[0] <= other[0] and other[1] <= one[1]) or (other[0] <= one[0] and one[1] <= other[1])
    if not inside or _is_said(account) or account.is_real != first.is_real:
        return None
    width = max(one[1] - one[0], other[1] - other[0])
    if width < WEEK or (one == other and width <= MONTH):
        return Fit(0.2, "same days")
    if one == other:
        return Fit(0.1, "same years")
    return Fit(0.1, "same month") if width <= MONTH and together else None


def _place(one: str | None, other: str | None, places: Mapping[str, Location]) -> Fit | None:
    if one is None or other is None:
        return Fit(0.02 if one == other else 0.0, "")
    if one == other:
        return Fit(0.2, "same place")
    here, there = places.get(one), places.get(other)
    if here is None or there is None:
        return None
    if (
        here.country is not None
        and here.country == there.country
        and "country" in (here.precision, there.precision)
    ):
        return Fit(0.05, "one place in the other")
    wide = "region" in (here.precision, there.precision) and here.precision != there.precision
    if distance_km(here, there) <= (REGION_KM if wide else NEAR_KM):
        return Fit(0.1, "places near each other")
    return None
