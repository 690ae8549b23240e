"""Extended Date/Time Format (ISO 8601-2, EDTF of the Library of Congress): from which day to which a value reaches."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import MAXYEAR

_PART = re.compile(r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?:T.*)?[?~%]?")
_GROUPS = {
    # Seasons as the press of the northern hemisphere means them; a winter begins in the year that it is named after.
    21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3),
    33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3),  # quarters
    40: (1, 6), 41: (7, 6),  # halves
}  # fmt: skip
"""Codes that stand in a month's place: the month that they begin with and how many they last."""


def bounds(value: str) -> tuple[str, str] | None:
    """Return the first and the last day that an EDTF value can mean, as ISO 8601 dates.

    An open end of an interval ("../2021") is that of its other end. None for what is no EDTF value.

    >>> bounds("2020-09")
    ('2020-09-01', '2020-09-30')
    >>> bounds("198X/2008-05-12")
    ('1980-01-01', '2008-05-12')
    """
    ends = [_part(end) for end in value.split("/") if end not in ("", "..")]
    if not ends or len(ends) > 2 or None in ends:
        return None
    known = [end for end in ends if end is not None]
    return known[0][0], known[-1][1]


def _part(value: str) -> tuple[str, str] | None:
    match = _PART.fullmatch(value)
    if match is None:
        return None
    first, last = match["year"].replace("X", "0"), match["year"].replace("X", "9")
    if first == "0000":
        return None
    if match["month"] is None:
        return f"{first}-01-01", f"{last}-12-31"
    year, month = int(first), int(match["month"])
    begin, months = _GROUPS.get(month, (month, 1))
    end_year, end_month = year + (begin + months - 2) // 12, (begin + months - 2) % 12 + 1
    if first != last or not 1 <= begin <= 12 or end_year > MAXYEAR:
        return None
    if match["day"] is not None:
        day = int(match["day"])
        valid = month <= 12 and 1 <= day <= monthrange(year, month)[1]
        return (f"{first}-{month:02d}-{day:02d}",) * 2 if valid else None
    return f"{first}-{begin:02d}-01", f"{end_year:04d}-{end_month:02d}-{monthrange(end_year, end_month)[1]}"
