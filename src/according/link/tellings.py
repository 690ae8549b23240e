"""Accounts as they are compared, and what is known of a happening from those that were taken in."""

from __future__ import annotations

import re
from typing import NamedTuple

from according.knowledge.acts import Act, acts
from according.knowledge.event_kinds import ontology
from according.knowledge.fates import fatal
from according.knowledge.fold import fold_name
from according.knowledge.retold import retold
from according.link import when
from according.link.days import days
from according.link.sides import Side, Sides, sides
from according.link.whereabouts import SEVERAL, Where
from according.link.world import World
from according.model import Suggestion
from according.views import Account

REAL = ("happened", "ongoing", "denied")
"""What is told of as past or present. What has yet to happen is another matter until both name the same day."""
STEM, LONG = 4, 5
"""Letters by which the forms of a word that tells an event are told from other words, and those of any other word."""
_WORD = re.compile(r"\w+")


class Telling(NamedTuple):
    """An account as it is compared.

    `where` is where it was, `time` when. `stem` is the beginning of the word that tells it, which its forms share.
    `company` is who else the sentence names and few others do. `bare`: it names neither who nor where, nor a day and
    several towns, as an article does when it speaks of an event again. `anew`: it says that it is not the one before.
    `dies`: it says that somebody was killed. `content`: beginnings of the words by which it tells what was said.
    """

    account: Account
    sides: Sides
    where: Where
    time: when.Time
    stem: str
    company: frozenset[str]
    bare: bool
    anew: bool
    dies: bool
    content: frozenset[str]

    @property
    def act(self) -> Act:
        """Root and mode."""
        return self.account.root, self.account.mode

    @property
    def place(self) -> str | None:
        """The place where it was."""
        return self.where.place


def telling(account: Account, world: World, common: frozenset[str]) -> Telling:
    """Return an account as it is compared; `common` are entities that so many articles name that it says nothing."""
    words = retold(account.language)
    time = _time(account)
    where, who = _where(account, sides(account, world), world, common, said=time.said)
    rest = {fold_name(word) for word in _WORD.findall(f"{account.before} {account.after}")}
    return Telling(
        account,
        who,
        where,
        time,
        fold_name(account.word)[:STEM],
        frozenset(each for each in account.company - common if world.kinds.get(each) != "state"),
        where.place is None and not who.all and (time.named is None or len(where.named) < SEVERAL),
        not rest.isdisjoint(words.another),
        (account.root, account.mode) in acts().killing
        or not fatal().isdisjoint(_WORD.findall(fold_name(account.word))),
        _content(rest, who) if time.said or (account.root, account.mode) in acts().worded else frozenset(),
    )


def _where(
    account: Account, who: Sides, world: World, common: frozenset[str], *, said: bool
) -> tuple[Where, Sides]:
    """Return where an account has it, the smaller of its place and what it is done to; and its sides without doers.

    A town does nothing: "the attacks of Lemouna" were there.
    """
    place = account.place if world.kinds.get(account.place or "", "place") in ("place", "state") else None
    target = {each for each in who.target.who if world.is_small(each)}
    doers = who.source.who if not said and all(map(world.is_small, who.source.who)) else frozenset()
    if doers:
        who = Sides(Side(frozenset()), who.target)
    here = {place} if place is not None and world.is_small(place) else set[str]()
    if not here and len(target or doers) == 1:
        place = min(target or doers)
    named = frozenset(each for each in account.company if world.is_small(each))
    return Where(place, frozenset(here | target | doers), named, named - common), who


def _content(words: set[str], who: Sides) -> frozenset[str]:
    """Return the beginnings of what else a sentence says than who speaks to whom."""
    named = {word[:LONG] for side in who for word in side.words.split()}
    return frozenset(word[:LONG] for word in words if len(word) >= LONG) - named


def _time(account: Account) -> when.Time:
    known = days(account.published)
    return when.Time(
        days(account.date),
        known if known is not None and known[1] - known[0] <= when.RECENT else None,
        account.status in REAL,
        account.status,
        # Who meets or comes to terms does more than speak.
        ontology().roots[account.root].quad.startswith("verbal")
        and not acts().is_mutual((account.root, account.mode)),
        account.reported,
    )


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
        self.mode, self.where, self.time = account.mode, first.where, first.time
        self.articles: set[str] = set()
        self.sentences: set[tuple[str, int]] = set()
        self.stems: set[str] = set()
        self.figures: frozenset[float] = frozenset()
        self.company: frozenset[str] = frozenset()
        self.named: frozenset[str] = frozenset()
        self.anew: set[str] = set()
        self.bodies: set[str] = set()  # articles that tell of it below their headline
        self.dies = False
        self.origins: set[str] = set()
        self.stories: set[str] = set()
        self.members: list[tuple[Telling, Fit]] = []
        self.near: Suggestion | None = None  # another one that the first account may tell of, too
        self.take(first, Fit(1.0, "tells most"))

    @property
    def act(self) -> Act:
        """The root of its first account, and the mode."""
        return self.first.account.root, self.mode

    @property
    def place(self) -> str | None:
        """The place where it was."""
        return self.where.place

    def take(self, telling: Telling, fit: Fit) -> None:
        """Count an account in."""
        account = telling.account
        self.members.append((telling, fit))
        self.articles.add(account.article)
        self.sentences.add((account.article, account.sentence))
        self.stems.add(telling.stem)
        self.sides = self.sides.with_more(telling.sides)
        self.where = self.where.with_more(telling.where)
        self.figures |= account.figures
        self.company |= telling.company
        self.named |= account.company
        self.origins.add(account.origin)
        if account.story is not None:
            self.stories.add(account.story)
        if telling.anew:
            self.anew.add(account.article)
        if not account.headline:
            self.bodies.add(account.article)
        self.dies = self.dies or telling.dies
        # What was planned for a day is news of it once it is told of as past.
        if telling.time.named is not None and (
            self.time.named is None or (telling.time.real and not self.time.real)
        ):
            self.time = telling.time
        if account.root == self.first.account.root:
            self.mode = self.mode or account.mode
