"""Times of day and zones: the file holds together, and zones are those of the database."""

from __future__ import annotations

from datetime import date, time
from typing import cast
from zoneinfo import ZoneInfo

import pytest

from according.knowledge.clock import clock_rules, offset
from according.knowledge.fold import load_data

LANGUAGES = sorted(set(cast(dict[str, object], load_data("clock.yml"))) - {"zones"})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_zone_exists(language: str) -> None:
    rules = clock_rules(language)
    assert rules is not None
    for name, zone in rules.zones.items():
        assert name
        assert zone[0] in "+-" or ZoneInfo(zone)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_time_with_a_sign_is_found(language: str) -> None:
    rules = clock_rules(language)
    assert rules is not None
    found = rules.time.search("x 09:05 gmt x")
    assert found is not None
    assert (found["hour"], found["minute"], rules.zones[found["zone"]]) == ("09", "05", "+00:00")


def test_no_language_of_that_name() -> None:
    assert clock_rules("zones") is None
    assert clock_rules("xx") is None


@pytest.mark.parametrize(
    ("zone", "day", "clock", "expected"),
    [
        ("+04:30", None, time(1), "+04:30"),
        ("Europe/Moscow", date(2012, 1, 1), time(1), "+04:00"),
        ("Europe/Moscow", date(2020, 1, 1), time(1), "+03:00"),
        ("America/St_Johns", date(2020, 1, 1), time(1), "-03:30"),
        ("Europe/Moscow", None, time(1), None),
        ("Europe/Moscow", date(1969, 1, 1), time(1), None),
        ("Europe/Berlin", date(2020, 3, 29), time(2, 30), None),
        ("Nowhere/At_All", date(2020, 1, 1), time(1), None),
        ("Asia/Tokyo", date(9999, 12, 31), time(23, 59), "+09:00"),
    ],
)
def test_offset(zone: str, day: date | None, clock: time, expected: str | None) -> None:
    assert offset(zone, day, clock) == expected
