"""One happening for all accounts of it, across sentences, articles and languages; what is uncertain stays apart.

Accounts that tell most come first and open a happening each, unless one before them fits (`accounts.py`); later ones
join the happening that they fit best. An account that fits two equally well joins neither: that it tells too little to
say which is meant is no reason to take one for the other. Only happenings of one kind, with one participant and the
same days, or of one article, are compared, so that the time is nearly linear.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from according.knowledge.acts import acts
from according.link.accounts import CAME_OF, HEADED, MANY, MENTIONED, again, came_of, fit, heads
from according.link.bonds import Bonds
from according.link.tellings import Fit, Known, Telling, telling
from according.link.verdicts import JUDGED
from according.link.when import MONTH, RECENT, WEEK
from according.link.world import World
from according.model import ASSERTED, Bond, Status, Suggestion, content_id
from according.views import Account, Happening, Joined

JOIN = 0.6
"""Score from which an account joins: of one side and the same day; of both sides in one article, or as news of the same
days in the same way or words; of one side in one article in the same words."""
NEARLY, SURELY = 0.5, 0.65
"""Scores between which a person is asked whether an account is of the happening that it joins, or is nearest to."""
MOST = 60
"""Happenings of one block that an account is compared with: in one that holds more, who and when tell too little."""
STRENGTH: tuple[Status, ...] = (
    "happened", "ongoing", "planned", "threatened", "demanded", "denied", "hypothetical",
)  # fmt: skip
"""Statuses, the strongest first: what a happening is by the account that says most."""
_DAYS = 4
"""Days of a block."""

_FEW, _SHARE = 3, 20
"""An entity is named by few when no more articles than this name it, or no more than one of so many."""
_TOWNS = 4
"""Towns of a sentence of which each two are a block."""
_LONG = 6
"""Letters of a word of a description that may tell a block."""

Block = tuple[object, ...]


def link(accounts: Iterable[Account], world: World, said: Sequence[Bond] = ()) -> tuple[Happening, ...]:
    """Bring accounts of the same happening together.

    Args:
        accounts: All of them, in any order.
        world: What is known of the entities that take part, and of places.
        said: What people said of events that are accounts of one happening, or are not, the latest first.

    Returns:
        Every account in one happening, sorted by id.
    """
    some = list(accounts)
    common = _common(some)
    blocks: dict[Block, list[Known]] = defaultdict(list)
    found: list[Known] = []
    bonds = Bonds(said)
    judged: dict[tuple[str, ...], Known] = {}
    for account in sorted((telling(each, world, common) for each in some), key=_order):
        keys = list(_blocks(account, world))
        near = {id(known): known for key in keys for known in blocks[key] if _may(account, known, bonds)}
        group = bonds.group(account.account.event)
        best = _judged(judged.get(group)) or _told(account, list(near.values()))
        fits = [] if best else _fits(account, near.values(), world)
        best = best or _best(fits)
        if best is None:
            known = Known(account)
            known.near = _nearly(account, fits)
            found.append(known)
        else:
            known, how = best
            known.take(account, how)
            bonds.join(account.account.event, known.first.account.event)
        if group:
            judged.setdefault(group, known)
        for key in keys:
            if len(blocks[key]) < MOST and all(each is not known for each in blocks[key]):
                blocks[key].append(known)
    return tuple(sorted(map(_happening, found), key=lambda each: each.id))


def _common(accounts: Sequence[Account]) -> frozenset[str]:
    """Return the entities that many articles name."""
    named = Counter(entity for entity, _ in {(each, one.article) for one in accounts for each in one.company})
    most = max(_FEW, len({each.article for each in accounts}) // _SHARE)
    return frozenset(each for each, articles in named.items() if articles > most)


def _order(telling: Telling) -> tuple[object, ...]:
    """Those that tell most first; of equal ones what is surer, then by content. The bare last, as they stand."""
    account, named, told = telling.account, telling.time.named, telling.time.told
    return (
        (telling.bare, telling.bare and account.article, telling.bare and account.start),
        not all(each.who for each in telling.sides),
        named is None or named[0] != named[1],
        named is None,
        telling.place is None,
        account.mode is None,
        STRENGTH.index(account.status),
        -account.confidence,
        told is None,
        told or (),
        account.article,
        account.event,
    )


def _may(account: Telling, known: Known, bonds: Bonds) -> bool:
    """Whether nobody said that an account is of another happening."""
    return bonds.may(account.account.event, known.first.account.event)


def _judged(known: Known | None) -> tuple[Known, Fit] | None:
    """Return the happening of which people say that an account is of it."""
    return None if known is None else (known, Fit(1.0, JUDGED))


def _told(account: Telling, near: Sequence[Known]) -> tuple[Known, Fit] | None:
    """Return the happening that an account is of by where it stands in its article, if any."""
    return _below(account, near) or _before(account, near) or _cause(account, near)


def _before(account: Telling, near: Iterable[Known]) -> tuple[Known, Fit] | None:
    """Return the happening told last before an account that only speaks of it again; None where it does not."""
    return _nearest(account, near, again, MENTIONED)


def _below(account: Telling, near: Iterable[Known]) -> tuple[Known, Fit] | None:
    """Return the happening that the article tells first below a headline that names nobody; None for other accounts."""
    return _nearest(account, near, heads, HEADED)


def _cause(account: Telling, near: Iterable[Known]) -> tuple[Known, Fit] | None:
    """Return the attack told last before an account that says who died of it; None for other accounts."""
    return _nearest(account, near, came_of, CAME_OF)


def _nearest(
    account: Telling, near: Iterable[Known], far: Callable[[Telling, Known], tuple[int, ...] | None], how: Fit
) -> tuple[Known, Fit] | None:
    steps = [(step, known) for known in near if (step := far(account, known)) is not None]
    return (min(steps, key=lambda each: each[0])[1], how) if steps else None


def _fits(account: Telling, near: Iterable[Known], world: World) -> list[tuple[Known, Fit]]:
    """Return the happenings that an account fits or nearly fits, the best first."""
    fitting = [(known, how) for known in near if (how := fit(account, known, world)) is not None]
    return sorted((each for each in fitting if each[1].score >= NEARLY), key=lambda each: -each[1].score)


def _best(fits: Sequence[tuple[Known, Fit]]) -> tuple[Known, Fit] | None:
    """Return the happening that an account fits best, None where none fits or several do equally well."""
    sure = [each for each in fits if each[1].score >= JOIN]
    if not sure or (len(sure) > 1 and sure[0][1].score == sure[1][1].score):
        return None
    return sure[0]


def _nearly(account: Telling, fits: Sequence[tuple[Known, Fit]]) -> Suggestion | None:
    """Return with which happening an account that opens another one may be one all the same."""
    if not fits:
        return None
    known, how = fits[0]
    return Suggestion(account.account.event, known.first.account.event, how.score, how.reason)


def _blocks(telling: Telling, world: World) -> Iterator[Block]:
    """Yield the blocks of an account: its article, its story, and who takes part or is named beside in which days."""
    named, told = telling.time.named, telling.time.told
    account = telling.account
    family = acts().families[account.root]
    yield family, account.article
    if account.story is not None:
        yield family, account.story
    if named is not None:
        spans = [(named[0] - 1, named[1] + 1)] if named[1] - named[0] <= MONTH else []
    else:
        late = WEEK if max(account.figures, default=0.0) >= MANY else RECENT
        spans = [(told[0] - late, told[1])] if told is not None else []
    who = {world.states.get(each, each) for each in telling.sides.all} | telling.company
    who |= {word for each in telling.sides for word in each.words.split() if len(word) >= _LONG}
    who |= telling.where.towns | {world.spot(telling.place) or ""} - {""}
    # Two towns tell more than each of them, which many sentences name.
    pairs = combinations(sorted(telling.where.towns | telling.where.named)[:_TOWNS], 2)
    keys = [(each,) for each in sorted(who)] + list[tuple[str, ...]](pairs)
    for first, last in spans:
        for bucket in range(first // _DAYS, last // _DAYS + 1):
            yield from ((family, *each, bucket) for each in keys)


def _happening(known: Known) -> Happening:
    first = known.first.account
    members = [each for each, _ in known.members]
    accounts = [each.account for each in members]
    return Happening(
        id=content_id("happening", _earliest(accounts).event),
        root=first.root,
        mode=known.mode,
        source=tuple(sorted(known.sides.source.who)),
        target=tuple(sorted(known.sides.target.who)),
        place=next((each.place for each in accounts if each.place is not None), None),
        date=next((each.account.date for each in members if each.time.named is not None), None),
        told=min((each.published for each in accounts if each.published is not None), default=None),
        status=min((each.status for each in accounts), key=STRENGTH.index),
        accounts=tuple(
            Joined(each.account.event, each.account.article, each.account.status, how.score, how.reason)
            for each, how in known.members
        ),
        origins=_origins(accounts),
        doubts=tuple(_doubts(known)),
    )


def _doubts(known: Known) -> Iterator[Suggestion]:
    if known.near is not None:
        yield known.near
    first = known.first.account.event
    for each, how in known.members:
        if how.score < SURELY:
            yield Suggestion(each.account.event, first, how.score, how.reason)


def _earliest(accounts: Sequence[Account]) -> Account:
    """Return the account that a happening goes by: of the article that appeared first; later ones change nothing.

    Of several, and where nobody knows when they appeared, it is the one that tells most.
    """
    return min(accounts, key=lambda each: (each.published is None, each.published or ""))


def _origins(accounts: Sequence[Account]) -> int:
    """Return how many independent originals assert it: articles that copy one another are one, who denies is none."""
    return len({each.origin for each in accounts if each.status in ASSERTED})
