"""Who takes part in an event, and whether those of two accounts can be the same."""

from __future__ import annotations

import re
from typing import NamedTuple

from according.knowledge.fold import fold_name
from according.knowledge.nationalities import nationalities
from according.knowledge.retold import Retold, retold
from according.link.world import World
from according.views import Account

_BY_STATE, _BY_ORGAN, _BESIDE_IT = 0.8, 0.6, 0.5
"""Likeness of a state and somebody who acts for it; of two organs of a state that are told for one another, and of a
place and another that it lies in; of a place and another beside which the sentence names it."""
_NAMED, _BOTH, _ALIKE, _PERSON, _ONE, _BESIDE, _ALONE, _OTHERWISE = 0.55, 0.5, 0.45, 0.4, 0.3, 0.2, 0.1, -0.1
"""What it says that both sides are shared, and not states alone, which do much to one another in a day; that both are;
that one is and the other described alike, or not known, a person's, who does or suffers one thing at a time, or
another's; that the other is only described, or that of those who do it together one is known; that no account says
anything of the other; that they describe the other otherwise."""
BY = "who does it"
"""Reason for which two accounts of which only that is known to be shared have the same sides."""
_STEM, _LEAST = 5, 4
"""Letters of a word by which its forms are told from other words, and those of a word that says something."""
_MOST = 0.5
"""Share of the words of the shorter description that the other has when it describes the same."""
_WORD = re.compile(r"\w+")


class Side(NamedTuple):
    """Who takes part on one side: entities, and the words that stand there, folded; no pronoun.

    `vague` are the words of the language that anybody can be called by on that side ("gunmen", "people").
    """

    who: frozenset[str]
    words: str = ""
    vague: frozenset[str] = frozenset()

    @property
    def is_told(self) -> bool:
        """Whether anything is said of it."""
        return bool(self.who or self.words)


class Sides(NamedTuple):
    """Who does it, and to whom."""

    source: Side
    target: Side

    @property
    def all(self) -> frozenset[str]:
        """The entities of both."""
        return self.source.who | self.target.who

    def with_more(self, other: Sides) -> Sides:
        """Return them with what another account tells where they lack it."""
        return Sides(
            *(mine if mine.who or not its.is_told else its for mine, its in zip(self, other, strict=True))
        )


class Shared(NamedTuple):
    """How much it says that the same take part, and who they are."""

    score: float
    reason: str


class Terms(NamedTuple):
    """What decides how sides are compared.

    `mutual`: both sides do it together, so that their order says nothing. `material`: it is done, not said. `once`: the
    same hardly do it to the same again. `counted`: both give a quantity that two events hardly share. `together`: both
    accounts stand in one article. `spot`: both were in the same town, which tells them from others where nobody is
    known. `tongue`: both articles are in one language. `beside`: who else the sentences of the two name. `dies`: both
    say that somebody was killed. `laid`: one account at least is somebody's word, and both are of one day and one town.
    """

    mutual: bool
    material: bool
    once: bool
    counted: bool
    together: bool
    spot: bool
    tongue: bool
    beside: tuple[frozenset[str], frozenset[str]]
    dies: bool = False
    laid: bool = False


def sides(account: Account, world: World) -> Sides:
    """Return who takes part by an account.

    A state named beside those who act for it ("the Ghanaian army") is nobody else.
    """
    words = retold(account.language)
    return Sides(
        _side(account.source, account.source_text, world, words, words.anyone),
        _side(account.target, account.target_text, world, words, words.people),
    )


def _side(who: frozenset[str], text: str | None, world: World, words: Retold, vague: frozenset[str]) -> Side:
    acting = frozenset(map(world.actor, who - {world.states[each] for each in who if each in world.states}))
    folded = fold_name(text or "")
    return Side(acting, "" if folded in words.whoever else folded, vague)


def shared(one: Sides, other: Sides, world: World, terms: Terms) -> Shared | None:
    """Compare who takes part; None where one side's are others, or nobody is known to be shared."""
    if terms.mutual:
        return _together(one, other, world, terms)
    source, target = (_alike(a.who, b.who, world, terms) for a, b in zip(one, other, strict=True))
    if source == 0.0 and _is_laid(one, other, target, terms):
        return Shared(_PERSON, "laid at another's door")
    if 0.0 in (source, target):
        return None
    if source is not None and target is not None:
        bare = all(world.kinds.get(each) == "state" for each in one.all & other.all)
        return Shared((_BOTH if bare else _NAMED) * (source + target) / 2, "both sides")
    if source is None and target is None:
        return _unknown(one, other, terms)
    mine, its = (one.target, other.target) if target is None else (one.source, other.source)
    likeness = (target if source is None else source) or 0.0
    reason = BY if target is None else "to whom"
    if _is_beside(mine, its, terms):
        return Shared(_ALIKE * likeness, f"{reason}, the others beside them")
    person = any(world.kinds.get(each) == "person" for each in one.all & other.all)
    return Shared(_other_side(mine, its, person=person and terms.material, terms=terms) * likeness, reason)


def _is_laid(one: Sides, other: Sides, target: float | None, terms: Terms) -> bool:
    """Whether two tell of one deed and name others who did it: none of them is whom the other says was hit.

    `target` says how alike those are who were hit. A number tells the deed only where nothing else tells who was hit:
    twelve soldiers are not twelve civilians.
    """
    if not terms.laid or one.source.who & other.target.who or other.source.who & one.target.who:
        return False
    if one.target.who and other.target.who:
        return bool(target) and (terms.counted or bool(one.target.who & other.target.who))
    described = _described(one.target, other.target, terms)
    told = one.target.is_told and other.target.is_told
    return described > 0 or (terms.counted and described == 0 and not (told and terms.tongue))


def _unknown(one: Sides, other: Sides, terms: Terms) -> Shared | None:
    """Compare two of which no side is known to both.

    Who is named for it by the one and described by the other, in words that not anybody is called by, may be two.
    """
    told = [_described(a, b, terms) for a, b in zip(one, other, strict=True)]
    beside = sum(_is_beside(a, b, terms) for a, b in zip(one, other, strict=True))
    if told[0] == 0 and _is_named_otherwise(one.source, other.source):
        return None
    if min(told) < 0 or not (terms.spot or beside or (terms.counted and max(told) > 0)):
        return None
    score = _BESIDE * (beside + terms.spot + terms.counted) + (_ALONE if max(told) > 0 else 0.0)
    return Shared(score, "each beside the other" if beside > 1 else "one beside the other" if beside else "")


def _is_named_otherwise(mine: Side, its: Side) -> bool:
    """Whether one of two sides is named, and the other described by more than words for anybody."""
    if bool(mine.who) == bool(its.who):
        return False
    side = its if mine.who else mine
    return bool(_stems(set(_WORD.findall(side.words)), side.vague))


def _is_beside(mine: Side, its: Side, terms: Terms) -> bool:
    """Whether the sentence of the one that does not know a side names those whom the other has there."""
    if bool(mine.who) == bool(its.who) or terms.together:
        return False
    return mine.who <= terms.beside[1] if mine.who else its.who <= terms.beside[0]


def are_described_alike(some: Sides, others: Sides) -> bool:
    """Return whether nothing that two accounts of one article say of who takes part contradicts the other."""
    terms = Terms(False, False, False, False, True, False, True, (frozenset(), frozenset()))
    return all(_described(one, other, terms) >= 0 for one, other in zip(some, others, strict=True))


def _other_side(mine: Side, its: Side, *, person: bool, terms: Terms) -> float:
    """Return what it says that one side is shared when the other is not known to be."""
    if terms.together and mine.words and mine.words == its.words:
        return _NAMED
    alike = _described(mine, its, terms)
    if alike:
        return _ALIKE if alike > 0 else _OTHERWISE
    if person:
        return _NAMED if terms.dies else _PERSON
    if mine.is_told and its.is_told:
        return _BESIDE
    return _ONE if mine.is_told or its.is_told or terms.once or terms.together else _ALONE


def _together(one: Sides, other: Sides, world: World, terms: Terms) -> Shared | None:
    """Compare those who do something together."""
    mine, its = one.all, other.all
    if mine & its and not terms.together:
        # Who is not found to take part may be named beside those who do.
        mine, its = mine | its & terms.beside[0], its | mine & terms.beside[1]
    likeness = _alike(mine, its, world, terms)
    if likeness is None and not terms.together:
        # Who is not told to take part may be named beside it: "talks in the company of X and Y".
        known, names = (one.all, terms.beside[1]) if one.all else (other.all, terms.beside[0])
        if len(known) > 1 and known <= names:
            return Shared(_PERSON, "the others beside them")
    if likeness == 0.0:
        # Each account counts one in and names the other: "X met with Y", "Y received X".
        if not (one.all <= terms.beside[1] and other.all <= terms.beside[0]):
            return None
        bare = all(world.kinds.get(each) == "state" for each in one.all | other.all)
        return Shared((_BOTH if bare else _NAMED) * _BY_STATE, "each beside the other")
    if not likeness:
        return Shared(_BESIDE, "") if terms.spot else None
    several = len(mine) > 1 and len(its) > 1
    return Shared(_BOTH * likeness, "both sides") if several else Shared(_BESIDE * likeness, "one side")


def _described(one: Side, other: Side, terms: Terms) -> int:
    """Return 1 where the words for two sides mean the same, -1 where they mean others, 0 where they do not tell."""
    if not one.words or not other.words or (one.who and other.who):
        return 0
    these, those = (set(_WORD.findall(each.words)) for each in (one, other))
    peoples = [set(nationalities(each.words)) for each in (one, other)]
    if all(peoples) and not peoples[0] & peoples[1]:
        return -1
    numbers = [{word for word in words if word.isdecimal()} for words in (these, those)]
    if all(numbers) and not numbers[0] & numbers[1]:
        return -1
    telling = [_stems(words, side.vague) for words, side in ((these, one), (those, other))]
    if not (terms.tongue or terms.together) or not all(telling):
        # Words for anybody say nothing: that both killed "several people" makes no likeness.
        return 1 if all(numbers) else 0
    both = len(telling[0] & telling[1])
    if not both:
        # A name and a description have no word in common, whoever is described; nor have two words for twelve people.
        return 0 if one.who or other.who or all(numbers) else -1
    return 1 if all(numbers) or both >= _MOST * min(map(len, telling)) else 0


def _stems(words: set[str], vague: frozenset[str]) -> set[str]:
    return {word[:_STEM] for word in words - vague if len(word) >= _LEAST and not word.isdecimal()}


def _alike(one: frozenset[str], other: frozenset[str], world: World, terms: Terms) -> float | None:
    """Return how alike two groups are, 0 where each has somebody whom the other lacks; None where one is not known.

    Who is hit and where it hits are no contradiction: they tell nothing of one another; nor are two places of which the
    other sentence names one besides. Of those who do something together an account may leave some out.
    """
    if not one or not other:
        return None
    same = one & other
    likeness: float = len(same)
    these, those = one - same, other - same
    for each in sorted(these):
        # Two who act for one state are two; one of them and the state may be one.
        near = ((_likeness(each, at, world), at) for at in sorted(those))
        best, its = max(near, key=lambda pair: pair[0], default=(0.0, ""))
        if best:
            likeness += best
            these, those = these - {each}, those - {its}
    if these and those:
        return _elsewhere(one, other, world, terms)
    most, least = max(len(one), len(other)), min(len(one), len(other))
    return likeness / ((most + least) / 2 if terms.mutual else most)


def _likeness(one: str, other: str, world: World) -> float:
    if world.states.get(one) == other or world.states.get(other) == one:
        return _BY_STATE
    organ = world.organs.get(one)
    if organ is not None and organ == world.organs.get(other):
        return _BY_ORGAN
    places = world.is_place(one) and world.is_place(other)
    return _BY_ORGAN if places and world.near(one, other) is not None else 0.0


def _elsewhere(one: frozenset[str], other: frozenset[str], world: World, terms: Terms) -> float | None:
    """Return how alike two groups are that have nobody in common; None where they do not contradict one another."""
    mine, its = (all(map(world.is_place, some)) for some in (one, other))
    if not (mine or its) or terms.mutual:
        return 0.0
    if one <= terms.beside[1] or other <= terms.beside[0]:
        return _BESIDE_IT
    return None if mine != its and not any(map(world.is_place, one if its else other)) else 0.0
