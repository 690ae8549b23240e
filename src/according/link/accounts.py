"""Whether an account of an event tells of a happening that others tell of: act, sides, time and place are compared."""

from __future__ import annotations

import re
from typing import NamedTuple

from according.knowledge.acts import Act, acts
from according.knowledge.event_kinds import ontology
from according.knowledge.fold import fold_name
from according.knowledge.retold import retold
from according.link import when
from according.link.days import days
from according.link.sides import Sides, Terms, are_described_alike, shared, side
from according.link.world import World
from according.model import Suggestion
from according.views import Account

REAL = ("happened", "ongoing", "denied")
"""What is told of as past or present. What has yet to happen is another matter until both name the same day."""
STEM, LONG = 4, 5
"""Letters by which the forms of a word that tells an event are told from other words, and those of any other word."""
REACH, _NEAR = 1500, 300
"""Characters of an article over which an event is spoken of again without saying who and where: in the same words, and
in others."""
_MENTIONED = 0.65
_SOME = 0.34
"""Share of the words of the shorter of two sentences that the other has when both tell of the same words."""
_MANY = 10.0
"""A quantity that two events hardly share by chance."""
_WORD = re.compile(r"\w+")


class Telling(NamedTuple):
    """An account as it is compared.

    `place` is where it was, a town also where it is what something is done to. `time` is when. `stem` is the beginning
    of the word that tells it, which its forms share. `company` is who else the sentence names and few others do.
    `bare`: it names neither who nor where, as an article does when it speaks of an event again. `anew`: it says that it
    is not the one before. `content`: beginnings of the words by which it tells what was said.
    """

    account: Account
    sides: Sides
    place: str | None
    time: when.Time
    stem: str
    company: frozenset[str]
    bare: bool
    anew: bool
    content: frozenset[str]

    @property
    def act(self) -> Act:
        """Root and mode."""
        return self.account.root, self.account.mode


def telling(account: Account, world: World, common: frozenset[str]) -> Telling:
    """Return an account as it is compared; `common` are entities that so many articles name that it says nothing."""
    words = retold(account.language)
    sides = Sides(
        side(account.source, account.source_text, world, account.language),
        side(account.target, account.target_text, world, account.language),
    )
    place, time = _where(account, sides, world), _time(account)
    rest = {fold_name(word) for word in _WORD.findall(f"{account.before} {account.after}")}
    return Telling(
        account,
        sides,
        place,
        time,
        fold_name(account.word)[:STEM],
        frozenset(each for each in account.company - common if world.kinds.get(each) != "state"),
        place is None and not sides.all,
        not rest.isdisjoint(words.another),
        _content(rest, sides) if time.said or (account.root, account.mode) in acts().worded else frozenset(),
    )


def _where(account: Account, sides: Sides, world: World) -> str | None:
    """Return the place of an account: the smaller of where it was and what it is done to, if that is a town."""
    if world.is_small(account.place):
        return account.place
    spots = {each for each in sides.target.who if world.is_small(each)}
    return min(spots) if len(spots) == 1 else account.place


def _content(words: set[str], sides: Sides) -> frozenset[str]:
    """Return the beginnings of what else a sentence says than who speaks to whom."""
    named = {word[:LONG] for side in sides for word in side.words.split()}
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
        self.mode, self.place, self.time = account.mode, first.place, first.time
        self.articles: set[str] = set()
        self.sentences: set[tuple[str, int]] = set()
        self.stems: set[str] = set()
        self.figures: frozenset[float] = frozenset()
        self.company: frozenset[str] = frozenset()
        self.beside: frozenset[str] = frozenset()
        self.anew: set[str] = set()
        self.origins: set[str] = set()
        self.members: list[tuple[Telling, Fit]] = []
        self.near: Suggestion | None = None  # another one that the first account may tell of, too
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
        self.figures |= account.figures
        self.company |= telling.company
        self.beside |= account.company
        self.origins.add(account.origin)
        if telling.anew:
            self.anew.add(account.article)
        if self.time.named is None and telling.time.named is not None:
            self.time = telling.time
        if account.root == self.first.account.root:
            self.mode = self.mode or account.mode


def again(telling: Telling, known: Known) -> tuple[bool, bool, int] | None:
    """Return how far an account is from what the same article told of a happening before, to which it may come back.

    First whether it does so in other words, then whether as another act, then how many characters lie between. None
    where nothing of it stands before, or the account says of itself who, where or on which other day.
    """
    account = telling.account
    if not telling.bare or telling.anew or known.first.bare or not acts().can_be_one(telling.act, known.act):
        return None
    told = any(each.is_told for each in telling.sides)
    if told and not are_described_alike(telling.sides, known.sides):
        return None
    if not telling.time.real or telling.time.named not in (None, known.time.named):
        return None
    words, alike = retold(account.language), telling.stem in known.stems
    before = _WORD.findall(account.before[-_NEAR:])
    pointed = bool(before) and fold_name(before[-1]) in words.the
    if not pointed and (words.articles or not alike):
        return None
    if told and not alike:
        return None
    mentioned = [
        account.start - each.account.start
        for each, _ in known.members
        if each.account.article == account.article and each.time.real
    ]
    steps = [step for step in mentioned if 0 < step <= (REACH if alike else _NEAR)]
    return (not alike, telling.act != known.act, min(steps)) if steps else None


def heads(telling: Telling, known: Known) -> int | None:
    """Return how far below a headline that names nobody its article begins to tell of a happening; None if it does not.

    "Attack in Timbuktu" is the first attack that its article tells of, unless that was elsewhere or on another day.
    """
    account = telling.account
    if not account.headline or telling.sides.all or telling.anew or not telling.time.real:
        return None
    if account.root != known.first.account.root or account.mode not in (None, known.mode):
        return None
    if telling.time.named not in (None, known.time.named):
        return None
    if None not in (telling.place, known.place) and telling.place != known.place:
        return None
    steps = [
        each.account.start - account.start
        for each, _ in known.members
        if each.account.article == account.article and not each.account.headline and each.time.real
    ]
    return min((step for step in steps if 0 < step <= REACH), default=None)


HEADED = Fit(0.7, "its article's headline")
"""How well a headline that names nobody fits what its article tells first."""
MENTIONED = Fit(_MENTIONED, "mentioned again")
"""How well an account fits that only speaks of it again."""


def fit(telling: Telling, known: Known, world: World) -> Fit | None:
    """Return how well an account fits what is known of a happening; None where something speaks against it."""
    account = telling.account
    if not acts().can_be_one(telling.act, known.act):
        return None
    together = account.article in known.articles
    if together and telling.anew != (account.article in known.anew):
        return None
    once = acts().is_once(telling.act) or acts().is_once(known.act)
    mutual = acts().is_mutual(telling.act) and acts().is_mutual(known.act)
    here = telling.place == known.place and world.is_small(known.place)
    more = [] if together else _more(telling, known)
    many = max(account.figures & known.figures, default=0.0) >= _MANY
    hit = any(world.kinds.get(each) != "state" for each in telling.sides.target.who & known.sides.target.who)
    time = when.compared(telling.time, known.time, when.Room(together, once or many, once or here or hit))
    place = None if time is None else _place(telling.place, known.place, world)
    if time is None or place is None:
        return None
    # An article that tells of a town has all kinds of things happen there.
    spot = here and not (together and None in (telling.time.named, known.time.named))
    spot = spot or (many and not together and _is_beside(telling, known, world))
    tongue = account.language is not None and account.language == known.first.account.language
    beside = (account.company, known.beside)
    terms = Terms(mutual, not telling.time.said, once, many, together, spot, tongue, beside)
    sides = shared(telling.sides, known.sides, world, terms)
    if sides is None:
        return None
    found = [Fit(*sides), Fit(*time), place, *more]
    if account.mode is not None and account.mode == known.mode:
        found.append(Fit(0.05, "done in the same way"))
    if together:
        found.append(Fit(0.05, "same article"))
    if (account.article, account.sentence) in known.sentences:
        found.append(Fit(0.05, "same sentence"))
    elif telling.stem in known.stems:
        found.append(Fit(0.15 if together else 0.05 if telling.time.said else 0.1, "in the same words"))
    elif together:
        found.append(Fit(-0.05, ""))
    undated = None in (telling.time.named, known.time.named)
    if tongue and not together and (telling.time.said or (telling.act in acts().worded and undated)):
        found.append(Fit(*_saying(telling.content, known.first.content)))
    reasons = (f"same {account.root}", *(part.reason for part in found if part.reason))
    return Fit(round(min(1.0, sum(part.score for part in found)), 2), ", ".join(reasons))


def _saying(one: frozenset[str], other: frozenset[str]) -> tuple[float, str]:
    """Compare what two sentences of one language tell of what was said."""
    least = min(len(one), len(other))
    if not least:
        return 0.0, ""
    return (0.1, "in like words") if len(one & other) > least * _SOME else (-0.4, "")


def _more(telling: Telling, known: Known) -> list[Fit]:
    """Return what two articles name besides: the same quantities, and others whom few name."""
    found = []
    if telling.account.origin in known.origins:
        found.append(Fit(0.2, "copies of one original"))
    figures = telling.account.figures & known.figures
    if figures:
        found.append(Fit(0.15 if max(figures) >= _MANY else 0.05, "same figures"))
    counted = (telling.sides.all | {telling.place}) & (known.sides.all | {known.place})
    others = len((telling.company & known.company) - counted)
    if others:
        found.append(Fit(0.1 if others == 1 else 0.15, "others beside them"))
    return found


def _is_beside(telling: Telling, known: Known, world: World) -> bool:
    """Whether one says where it was, in a town, and the other's sentence only names that town."""
    if (telling.place is None) == (known.place is None):
        return False
    where = world.spot(telling.place or known.place)
    return where is not None and where in (known.beside if telling.place else telling.account.company)


def _place(one: str | None, other: str | None, world: World) -> Fit | None:
    if one is None or other is None:
        return Fit(0.02 if one == other else 0.0, "")
    if one == other:
        return Fit(0.2, "same place")
    near = world.near(one, other)
    if near is None:
        return None
    return Fit(0.05 if near == "one place in the other" else 0.1, near)
