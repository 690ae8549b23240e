"""What somebody says in an article, as it is compared, and what tells of two such accounts whose they are."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from according.link.days import Days
from according.views import Says

NEAR = 600
"""Characters within which an article goes on about the same."""


class Account(NamedTuple):
    """What somebody says, with what tells whether another one speaks of the same.

    `who` is whose word it is: an entity, or the folded words for somebody, who is one within one original only
    ("officials" of two papers may be anybody); None for the article's own. `side` is the state that he acts for, else
    `who`. `at` is where it stands, `told` when its article appeared, `on` the days that it
    tells of.
    """

    says: Says
    who: str | None
    side: str | None
    article: str
    at: int
    sentence: int
    origin: str
    story: str | None
    told: Days | None
    language: str | None
    on: Days | None = None

    @property
    def days(self) -> Days | None:
        """The days that it tells of, else when it was told."""
        return self.on or self.told

    @property
    def rank(self) -> tuple[object, ...]:
        """The order of accounts: by time, then by place."""
        return self.told is None, self.told or (), self.article, self.at, self.says.finding


class Told(Protocol):
    """Whatever is compared: an account, with what it is compared by."""

    @property
    def account(self) -> Account:
        """Who says it, and where."""


def rank(each: Told) -> tuple[object, ...]:
    """Return the order of what is compared: that of accounts."""
    return each.account.rank


def key(account: Account) -> str:
    """Return what an account is told by from all others."""
    return f"{account.says.finding}@{account.at}"


def one_voice(one: Account, other: Account) -> bool:
    """Whether two accounts are one's: one claimant's in one article or original; an entity's, on one day as well."""
    if one.who is not None and one.who == other.who:
        known = one.says.claimant is not None
        return (
            one.article == other.article or one.origin == other.origin or (known and one.told == other.told)
        )
    return (
        one.who is None and other.who is None and (one.article == other.article or one.origin == other.origin)
    )


def beside(one: Account, other: Account) -> float:
    """Return how much it says for two accounts being of one thing that they stand where they do, 0 to 0.2."""
    if one.article == other.article:
        return 0.2 if abs(one.at - other.at) <= NEAR else 0.1
    if one.story is not None and one.story == other.story:
        return 0.15
    if one.told is not None and other.told is not None:
        between = max(0, one.told[0] - other.told[1], other.told[0] - one.told[1])
        return 0.1 if between <= 2 else 0.0
    return 0.05


def shown(text: str, most: int = 90) -> str:
    """Return words on one line, cut at a space where they are too many."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[:most].rpartition(" ")[0] + " …"
