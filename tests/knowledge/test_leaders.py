"""Who led a state when."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.knowledge.leaders import led_by
from according.knowledge.states import state_by_code


@pytest.mark.parametrize(
    ("name", "day", "state"),
    [
        ("Emmanuel Macron", "2021-01-16", "FR"),
        ("Recep Tayyip Erdogan", "2021-01", "TR"),
        ("Владимир Путин", "2020-10-09", "RU"),
        ("François Hollande", "2021-01-16", None),
        ("François Hollande", None, None),
        ("Emmanuel Macron", None, "FR"),
        ("Emmanuel Macron", "2021", None),
        ("Macron", "2021-01-16", None),
    ],
)
def test_a_leader_leads_his_state_in_his_term(name: str, day: str | None, state: str | None) -> None:
    assert led_by(name, day) == state


@given(st.text(), st.none() | st.text())
def test_any_name_and_day_lead_a_known_state_or_none(name: str, day: str | None) -> None:
    found = led_by(name, day)
    assert found is None or state_by_code(found) is not None
