"""One happening for all accounts of it, across sentences, articles and languages; what is uncertain stays apart.

Accounts that tell most come first and open a happening each, unless one before them fits (`accounts.py`); later ones
join the happening that they fit best. An account that fits two equally well joins neither: that it tells too little to
say which is meant is no reason to take one for the other. Only happenings of one kind, with one participant and the
same days, or of one article, are compared, so that the time is nearly linear.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from according.knowledge.acts import acts
from according.link.accounts import BEFORE, MONTH, Fit, Known, Telling, fit, telling
from according.link.world import World
from according.model import Status, content_id
from according.views import Account, Happening, Joined

JOIN = 0.6
"""Score from which an account joins: of one side and the same day; of both sides in one article, or as news of the same
days in the same way or words; of one side in one article in the same words."""
MOST = 60
"""Happenings of one block that an account is compared with: in one that holds more, who and when tell too little."""
STRENGTH: tuple[Status, ...] = (
    "happened", "ongoing", "planned", "threatened", "demanded", "denied", "hypothetical",
)  # fmt: skip
"""Statuses, the strongest first: what a happening is by the account that says most."""
_DAYS = 4
"""Days of a block."""

Block = tuple[object, ...]


def link(accounts: Iterable[Account], world: World) -> tuple[Happening, ...]:
    """Bring accounts of the same happening together.

    Args:
        accounts: All of them, in any order.
        world: What is known of the entities that take part, and of places.

    Returns:
        Every account in one happening, sorted by id.
    """
    blocks: dict[Block, list[Known]] = defaultdict(list)
    found: list[Known] = []
    for account in sorted((telling(each, world) for each in accounts), key=_order):
        keys = list(_blocks(account, world))
        near = {id(known): known for key in keys for known in blocks[key]}
        best = _best(account, near.values(), world)
        if best is None:
            known = Known(account)
            found.append(known)
        else:
            known, how = best
            known.take(account, how)
        for key in keys:
            if len(blocks[key]) < MOST and all(each is not known for each in blocks[key]):
                blocks[key].append(known)
    return tuple(sorted(map(_happening, found), key=lambda each: each.id))


def _order(telling: Telling) -> tuple[object, ...]:
    """Those that tell most first; of equal ones what is surer, then by content."""
    account, named, told = telling.account, telling.named, telling.told
    return (
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


def _best(account: Telling, near: Iterable[Known], world: World) -> tuple[Known, Fit] | None:
    """Return the happening that an account fits best, None where none fits or several do equally well."""
    fitting = [(known, how) for known in near if (how := fit(account, known, world)) is not None]
    sure = sorted((each for each in fitting if each[1].score >= JOIN), key=lambda each: -each[1].score)
    if not sure or (len(sure) > 1 and sure[0][1].score == sure[1][1].score):
        return None
    return sure[0]


def _blocks(telling: Telling, world: World) -> Iterator[Block]:
    """Yield the blocks that an account belongs to: its article, and who takes part in which days."""
    named, told = telling.named, telling.told
    account = telling.account
    family = acts().families[account.root]
    yield family, account.article
    if named is not None:
        spans = [named] if named[1] - named[0] <= MONTH else []
    else:
        spans = [(told[0] - BEFORE, told[1])] if told is not None else []
    who = sorted(
        {world.states.get(each, each) for each in telling.sides.all}
        | {world.spot(telling.place) or ""} - {""}
    )
    for first, last in spans:
        for bucket in range(first // _DAYS, last // _DAYS + 1):
            yield from ((family, each, bucket) for each in who)


def _happening(known: Known) -> Happening:
    first = known.first.account
    members = [each for each, _ in known.members]
    accounts = [each.account for each in members]
    return Happening(
        id=content_id("happening", first.event),
        root=first.root,
        mode=known.mode,
        source=tuple(sorted(known.sides.source.who)),
        target=tuple(sorted(known.sides.target.who)),
        place=next((each.place for each in accounts if each.place is not None), None),
        date=next((each.account.date for each in members if each.named is not None), None),
        told=min((each.published for each in accounts if each.published is not None), default=None),
        status=min((each.status for each in accounts), key=STRENGTH.index),
        accounts=tuple(
            Joined(each.account.event, each.account.article, each.account.status, how.score, how.reason)
            for each, how in known.members
        ),
        origins=_origins(accounts),
    )


def _origins(accounts: Sequence[Account]) -> int:
    """Return how many independent originals tell of it: articles that copy one another are one."""
    return len({each.origin for each in accounts})
