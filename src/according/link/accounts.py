"""Whether an account of an event tells of a happening that others tell of: act, sides, time and place are compared."""

from __future__ import annotations

import re
from typing import NamedTuple

from according.knowledge.acts import acts
from according.knowledge.fold import fold_name
from according.knowledge.retold import retold
from according.link import when, whereabouts
from according.link.sides import BY, Terms, are_described_alike, shared
from according.link.tellings import Fit, Known, Telling
from according.link.whereabouts import Near
from according.link.world import World

REACH, _NEAR = 1500, 300
"""Characters of an article over which an event is spoken of again without saying who and where: in the same words, and
in others."""
_MENTIONED = 0.65
_STORY, _HEADLINE = 0.1, 0.15
"""What it says that two articles are one story, and that one account is the headline of the other."""
_SOME = 0.34
"""Share of the words of the shorter of two sentences that the other has when both tell of the same words."""
MANY = 10.0
"""A quantity that two events hardly share by chance."""
_WORD = re.compile(r"\w+")


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


def heads(telling: Telling, known: Known) -> tuple[int] | None:
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
    steps = [step for step in steps if 0 < step <= REACH]
    return (min(steps),) if steps else None


def came_of(telling: Telling, known: Known) -> tuple[int] | None:
    """Return how far behind an attack its sentence tells who died of it: "shelled the town, killing two"; None else.

    Not where it says who else killed them, or who else says so, or where the sentence turns to another matter between.
    """
    account = telling.account
    if not telling.dies or telling.anew or (account.article, account.sentence) not in known.sentences:
        return None
    steps = [account.start - each.account.start for each, _ in known.members if _is_cause(each, telling)]
    return (min(steps),) if steps else None


def _is_cause(first: Telling, telling: Telling) -> bool:
    """Whether an account before it in its sentence tells of what somebody died of by another account."""
    account, its = telling.account, first.account
    if (account.article, account.sentence) != (its.article, its.sentence) or account.start <= its.start:
        return False
    if first.dies or not acts().can_be_one(telling.act, first.act):
        return False
    if telling.time.named not in (None, first.time.named) or telling.place not in (None, first.place):
        return False
    if (account.status, account.reported) != (its.status, its.reported) or not _is_by(telling, first):
        return False
    between = account.before[its.start - its.sentence :]
    turned = any(f" {each} " in f" {fold_name(between)} " for each in retold(account.language).turns)
    return not turned and ";" not in between


def _is_by(telling: Telling, first: Telling) -> bool:
    """Whether an account of who died names nobody for it but those of an account before."""
    source, its = telling.sides.source, first.sides.source
    if source.who:
        return source.who <= its.who
    if source.words in ("", its.words):
        return True
    # Where nouns have articles, who did it never stands behind the word for it alone: those are the dead.
    behind = bool(retold(telling.account.language).articles) and not telling.sides.target.is_told
    return behind and fold_name(telling.account.after).startswith(source.words)


CAME_OF = Fit(0.65, "came of it, in one sentence")
"""How well an account fits that says who died of what its sentence told before."""
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
    if together and (telling.anew != (account.article in known.anew) or _are_two(telling, known)):
        return None
    where = whereabouts.compared(telling.where, known.where, world)
    if where is None:
        return None
    both = _both(telling, known)
    told = when.compared(telling.time, known.time, _room(telling, known, both, world, spot=where.spot))
    if told is None:
        return None
    time = Fit(*told)
    sides = shared(telling.sides, known.sides, world, _terms(telling, known, both, where, time))
    if sides is None:
        return None
    more = [] if together else _more(telling, known)
    like = sides.reason != BY and _is_like(telling, known, time)
    if both.story and any((where.reason, more, like)):
        more.append(Fit(_STORY, "one story"))
    found = [Fit(*sides), time, Fit(where.score, where.reason), *more, *_words(telling, known, both)]
    reasons = (f"same {account.root}", *(part.reason for part in found if part.reason))
    return Fit(round(min(1.0, sum(part.score for part in found)), 2), ", ".join(reasons))


def _is_like(telling: Telling, known: Known, time: Fit) -> bool:
    """Whether two accounts name one day, or tell it in one way or in the same words.

    A story tells of much that the same sides do.
    """
    mode = telling.account.mode
    return (
        time.reason == when.SAME or telling.stem in known.stems or (mode is not None and mode == known.mode)
    )


class _Both(NamedTuple):
    """What an account and a happening have in common by their articles and numbers.

    `together`: one article; `story`: two articles of one story; `tongue`: one language. `once`: the same hardly do it
    to the same again. `many`: both give a quantity that two events hardly share.
    """

    together: bool
    story: bool
    tongue: bool
    once: bool
    many: bool


def _both(telling: Telling, known: Known) -> _Both:
    account = telling.account
    together = account.article in known.articles
    return _Both(
        together,
        account.story in known.stories and not together,
        account.language is not None and account.language == known.first.account.language,
        acts().is_once(telling.act) or acts().is_once(known.act),
        max(account.figures & known.figures, default=0.0) >= MANY,
    )


def _room(telling: Telling, known: Known, both: _Both, world: World, *, spot: bool) -> when.Room:
    """Return how far the days of two accounts may differ."""
    hit = any(world.kinds.get(each) != "state" for each in telling.sides.target.who & known.sides.target.who)
    return when.Room(
        both.together,
        both.once or both.many,
        particular=both.once or spot or hit,
        sure=spot and (both.many or both.story),
        story=both.story,
    )


def _terms(telling: Telling, known: Known, both: _Both, where: Near, time: Fit) -> Terms:
    """Return what decides how the sides of two accounts are compared."""
    # An article that tells of a town has all kinds of things happen there.
    spot = where.spot and not (both.together and None in (telling.time.named, known.time.named))
    cited = telling.account.reported or known.first.account.reported
    return Terms(
        mutual=acts().is_mutual(telling.act) and acts().is_mutual(known.act),
        material=not telling.time.said,
        once=both.once,
        counted=both.many,
        together=both.together,
        spot=spot or (both.many and not both.together and where.reason != ""),
        tongue=both.tongue,
        beside=(telling.account.company, known.named),
        dies=telling.dies and known.dies,
        laid=cited and where.spot and not both.together and time.reason == when.SAME,
    )


def _are_two(telling: Telling, known: Known) -> bool:
    """Whether a sentence tells of two deeds: of one and of another, each with whom it is done to."""
    account, target = telling.account, telling.sides.target
    if (account.article, account.sentence) not in known.sentences or telling.time.said:
        return False
    its = known.first.sides.target
    return target.is_told and its.is_told and target.words != its.words and telling.stem not in known.stems


def _words(telling: Telling, known: Known, both: _Both) -> list[Fit]:
    """Return what the words of two accounts say, and where they stand."""
    account, found, together = telling.account, list[Fit](), both.together
    if account.mode is not None and account.mode == known.mode:
        found.append(Fit(0.05, "done in the same way"))
    if together:
        found.append(Fit(0.05, "same article"))
        if account.headline == (account.article in known.bodies):
            found.append(Fit(_HEADLINE, "its article's headline"))
    if (account.article, account.sentence) in known.sentences:
        found.append(Fit(0.05, "same sentence"))
    elif telling.stem in known.stems:
        found.append(Fit(0.15 if together else 0.05 if telling.time.said else 0.1, "in the same words"))
    elif together:
        found.append(Fit(-0.05, ""))
    undated = None in (telling.time.named, known.time.named)
    if both.tongue and not together and (telling.time.said or (telling.act in acts().worded and undated)):
        found.append(_saying(telling.content, known.first.content))
    return found


def _saying(one: frozenset[str], other: frozenset[str]) -> Fit:
    """Compare what two sentences of one language tell of what was said."""
    least = min(len(one), len(other))
    if not least:
        return Fit(0.0, "")
    return Fit(0.1, "in like words") if len(one & other) > least * _SOME else Fit(-0.4, "")


def _more(telling: Telling, known: Known) -> list[Fit]:
    """Return what two articles name besides: the same quantities, and others whom few name."""
    found, account = list[Fit](), telling.account
    if account.origin in known.origins:
        found.append(Fit(0.2, "copies of one original"))
    figures = account.figures & known.figures
    if figures:
        found.append(Fit(0.15 if max(figures) >= MANY else 0.05, "same figures"))
    towns = telling.where.towns | telling.where.named
    counted = towns | (telling.sides.all | {telling.place}) & (known.sides.all | {known.place})
    others = len((telling.company & known.company) - counted)
    if others:
        found.append(Fit(0.1 if others == 1 else 0.15, "others beside them"))
    return found
