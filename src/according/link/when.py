"""When two accounts say that something was: by the days that they name, else by when they were told."""

from __future__ import annotations

from typing import NamedTuple

from according.link.days import Days, apart

RECENT = 2
"""Days that lie at most between an event without a date and the article that tells of it as news."""
WEEK, MONTH = 7, 31
"""Widths of a date in days: one within a week still tells which event is meant, beyond a month none does."""

SAME = "same day"
"""Reason for which two accounts are of one time: both name one day."""


class Time(NamedTuple):
    """When an account says that it was: the days that its date means, else those on which it may have been told.

    `real`: told of as past or present; `status` as which. `said`: only said, not done; what is said on another day is
    said again. `reported`: the article says who says so.
    """

    named: Days | None
    told: Days | None
    real: bool
    status: str
    said: bool
    reported: bool


class Room(NamedTuple):
    """How far the days of two accounts may differ.

    `together`: they stand in one article, which sets days apart. `once`: the same hardly do it again on the next day.
    `particular`: there is more that tells it from others of its kind, so that a month is enough; `sure`: so much that
    news of it may be a week late. `story`: both articles are of one story, so that they are news of those days.
    """

    together: bool
    once: bool
    particular: bool
    sure: bool
    story: bool


def compared(one: Time, other: Time, room: Room) -> tuple[float, str] | None:
    """Return how much it says when two accounts say it was, and why; None where it was at two times."""
    if one.named is not None and other.named is not None:
        return _named(one, other, one.named, other.named, room)
    if not (one.real and other.real) and one.status != other.status:
        return None
    denied = [each for each in (one, other) if each.status == "denied"]
    if len(denied) == 1 and not denied[0].reported:
        return None  # what did not take place, not what somebody denies
    if room.together:
        return 0.05, ""
    if one.named is None and other.named is None:
        return _told(one, other, room)
    named, told = (one.named, other.told) if one.named is not None else (other.named, one.told)
    if named is None or not one.real or named[1] - named[0] >= WEEK:
        return None
    if told is None:
        return (0.05, "") if room.story else None
    recent = (told[0] - (WEEK if room.sure else RECENT), told[1])
    return (0.15, "told in those days") if apart(named, recent) == 0 else None


def _told(one: Time, other: Time, room: Room) -> tuple[float, str] | None:
    """Compare two that name no day by when they were told; of one story nobody knows when some were."""
    between = apart(one.told, other.told)
    if between is None:
        return (-0.15, "") if room.story else None
    if between > (0 if one.said else 1):
        return None
    # Much is said in a day, and again on the next.
    return (0.0 if one.said else 0.05), "told on the same days"


def _named(one: Time, other: Time, these: Days, those: Days, room: Room) -> tuple[float, str] | None:
    """Compare two dates: the same day, one within the other, or a day apart."""
    exact = these[0] == these[1] and those[0] == those[1]
    if exact and these == those:
        # An article tells of much of one day.
        return 0.2 if room.together else 0.3, SAME
    if one.said or one.real != other.real:
        return None
    if exact:
        near = room.once and not room.together and abs(these[0] - those[0]) == 1
        return (0.1, "a day apart") if near else None
    if not (
        (these[0] <= those[0] and those[1] <= these[1]) or (those[0] <= these[0] and these[1] <= those[1])
    ):
        return None
    width = max(these[1] - these[0], those[1] - those[0])
    if width < WEEK or (these == those and width <= MONTH):
        return 0.2, "same days"
    if these == those:
        return 0.1, "same years"
    return (0.1, "same month") if width <= MONTH and (room.together or room.particular) else None
