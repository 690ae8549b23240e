"""Where accounts of one thing cannot all be right, and where they follow one another in time.

Each article is reduced to what is compared (`page.py`, and the first function of each module), then what shares a
block is compared in pairs: figures (`figures.py`), what is told and denied (`denials.py`; right behind a charge,
`answers.py`; in another article, `rebuttals.py`), what is laid at others' doors (`blame.py`), days and places of what
takes place once (`once.py`), what became of commitments (`fates.py`), what people are called (`labels.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from according.link.discrepancies import answers, blame, denials, fates, figures, labels, once, rebuttals
from according.link.discrepancies.counted import Counted, counted
from according.link.discrepancies.deeds import Deed, deeds
from according.link.discrepancies.merged import apart, merged
from according.link.discrepancies.page import Page
from according.link.discrepancies.positions import Found
from according.link.world import World
from according.views import Compared, Difference, Discrepancy

_FIRST: tuple[Difference, ...] = ("figure", "fate", "blame", "denial", "date", "place")
"""Of two discrepancies of the same sentences the kind that is kept."""
_DONE: frozenset[Difference] = frozenset({"blame", "denial"})
"""Kinds that ask who did something, or whether: told once where they stand in the same sentences."""
_NOBODY = (0.0, 0.0)
"""What a figure says that tells of nobody."""


def link(
    articles: Iterable[Compared], world: World, names: Mapping[str, str], codes: Mapping[str, str]
) -> tuple[Discrepancy, ...]:
    """Find what accounts differ in.

    Args:
        articles: All of them, in any order; they are looked at one by one.
        world: What is known of the entities that take part, and of places.
        names: Names of entities.
        codes: Entities that are states, by their codes (`AM`).

    Returns:
        Discrepancies and series, sorted by id; time grows with the articles.
    """
    numbers: list[Counted] = []
    told: list[Deed] = []
    said: list[denials.Said] = []
    charged: list[blame.Charge] = []
    unique: list[once.Once] = []
    kept: list[fates.Fate] = []
    called: list[labels.Called] = []
    answered: list[Found] = []
    rebutted: list[rebuttals.Rebuttal] = []
    for article in articles:
        page = Page(article, world, codes)
        done = list(deeds(page))
        numbers += counted(page)
        said += denials.said(page)
        told += done
        charges = list(blame.charges(page, done))
        charged += charges
        denied = answers.denials(page)
        answered += answers.answers(page, done, charges, denied)
        rebutted += rebuttals.rebuttals(page, done, charges, denied)
        unique += once.once(page, done, names)
        kept += fates.fates(page)
        called += labels.labels(page)
    found = [
        *figures.differences(numbers, world, names),
        *fates.differences(kept),
        *blame.differences(charged, world, names),
        *denials.differences(told, world, names),
        *labels.differences(called, names),
        *denials.by_words(said),
        *answered,
        *rebuttals.differences(rebutted),
        *once.differences(unique, world, names),
    ]
    return tuple(sorted((each.discrepancy for each in _distinct(merged(found))), key=lambda each: each.id))


def _distinct(found: Iterable[Found]) -> list[Found]:
    """Return discrepancies without those that another one tells in the same sentences."""
    kept: list[Found] = []
    by_article: dict[str, list[tuple[int, tuple[int, int]]]] = {}
    for each in sorted(found, key=_order):
        around = frozenset.intersection(
            *(
                frozenset(
                    number
                    for number, span in by_article.get(account.article, ())
                    if _overlap(account.says.span, span) and _is_one(kept[number], each)
                )
                for account in each.accounts
            )
        )
        if around:
            continue
        for account in each.accounts:
            by_article.setdefault(account.article, []).append((len(kept), account.says.span))
        kept.append(each)
    return kept


def _order(each: Found) -> tuple[object, ...]:
    told = each.discrepancy
    return told.series, _FIRST.index(told.kind), -told.score, told.id


def _is_one(first: Found, other: Found) -> bool:
    """Return whether the first of two that stand in the same sentences tells what the other one does.

    How many were killed is another question than who did it, or whether; that nobody was is a denial. Day and place
    of one thing are two, and so are the days of two.
    """
    kinds = {first.discrepancy.kind, other.discrepancy.kind}
    if kinds == {"figure", "denial"}:
        return _NOBODY in first.stances
    if kinds == {"figure"}:
        return True
    return kinds <= _DONE and not apart(first.spots, other.spots)


def _overlap(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return span[0] < other[1] and other[0] < span[1]
