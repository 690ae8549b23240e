"""What became of a commitment: kept in one account, broken in another."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import NamedTuple

from according.link.discrepancies.account import Account, beside, one_voice, shown
from according.link.discrepancies.blocks import pairs
from according.link.discrepancies.deeds import stems
from according.link.discrepancies.groups import Verdict, grouped
from according.link.discrepancies.page import Page
from according.link.discrepancies.positions import Found, discrepancy, leading
from according.model import Root

SURE = 0.5
_WORDS = 0.5
"""Share of the words of one act that another's hold when they are one."""


class Fate(NamedTuple):
    """What became of a commitment in one account."""

    account: Account
    kept: bool
    by: frozenset[str]
    root: Root | None
    words: frozenset[str]
    agreement: str | None


def fates(page: Page) -> Iterator[Fate]:
    """Yield what an article tells became of commitments."""
    for each in page.read.commitments:
        if each.status not in ("reported done", "reported broken"):
            continue
        kept = each.status == "reported done"
        says = shown(f"{'kept' if kept else 'broken'}: {each.what}")
        yield Fate(
            page.account(each.id, each.span, says, each.reported_by, each.reported_text),
            kept,
            page.lifted(each.by.chains),
            each.root,
            stems(each.what),
            page.read.agreements.get(each.agreement or ""),
        )


def differences(some: Iterable[Fate]) -> Iterator[Found]:
    """Yield commitments that some say were kept and others broken."""
    for members, verdicts in grouped(pairs(some, _blocks), _verdict, lasting=True):
        about = f"Whether it was kept: {leading(members)[0].account.says.says.partition(': ')[2]}"
        yield discrepancy("fate", about, members, verdicts, _alike)


def _verdict(one: Fate, other: Fate) -> Verdict | None:
    if not one.by & other.by or one_voice(one.account, other.account):
        return None
    words = len(one.words & other.words) / max(1, min(len(one.words), len(other.words)))
    same = one.root is not None and one.root == other.root
    if words < _WORDS and not (same and one.agreement is not None and one.agreement == other.agreement):
        return None
    score = 0.3 + 0.2 * words + (0.1 if same else 0.0) + beside(one.account, other.account)
    return Verdict(one.kept != other.kept, False, score, "the same commitment") if score >= SURE else None


def _alike(one: Fate, other: Fate) -> bool:
    return one.kept == other.kept


def _blocks(fate: Fate) -> Iterator[Hashable]:
    yield fate.account.article
    for key in (fate.account.story, fate.agreement):
        if key is not None:
            yield key
