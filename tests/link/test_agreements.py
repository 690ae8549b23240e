"""Agreements of several articles that are one, and later reports of what was promised."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.link.agreements import link
from according.views import Deed, Named

NAMED = Named(
    "i",
    "a",
    "accord",
    None,
    None,
    frozenset(),
    frozenset(),
    frozenset(),
    named=True,
    published="2021-03-03",
    about=frozenset({"TD"}),
)
DEED = Deed(
    "c",
    "a",
    10,
    "promised",
    "RETREAT",
    frozenset({"chad"}),
    frozenset(),
    "release forty prisoners",
    "2021-03-03",
)
BOTH = frozenset({"chad", "niger"})


def groups(*told: dict[str, Any]) -> list[set[str]]:
    """Link agreements, each told by what sets it apart from `NAMED`; return the numbers of those that are one."""
    named = [replace(NAMED, instrument=str(at), article=str(at), **each) for at, each in enumerate(told)]
    found: dict[str, set[str]] = {}
    for instrument, agreement in link(named, [], []).agreements:
        found.setdefault(agreement, set()).add(instrument)
    assert link(reversed(named), [], []).agreements == link(named, [], []).agreements
    return sorted(found.values(), key=min)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"date": "2020-11-10"}, {"date": "2020-11-10", "kind": "ceasefire"}),
        ({"own": frozenset({"minsk"})}, {"own": frozenset({"minsk"}), "date": "2015-02-12"}),
        ({"place": "pretoria", "parties": BOTH}, {"place": "pretoria"}),
        ({"date": "2020-11-09", "parties": BOTH}, {"date": "2020-11-10", "parties": BOTH}),
        ({"parties": BOTH}, {"parties": BOTH, "published": "2021-03-20"}),
        ({"date": "2020-11-10"}, {"date": "2020-11"}),
        ({"date": "2020-11-10"}, {"date": "2020"}),
        ({"date": "2021-03-03"}, {"date": "2021-03"}),
        ({"date": "2021-03-03"}, {"date": "2021-03", "published": "2021-03"}),
        ({"date": "2020-11-10", "parties": BOTH}, {"date": "2020", "parties": BOTH, "about": frozenset()}),
        (
            {"date": "2020-11-09", "mediators": frozenset({"mali"})},
            {"date": "2020-11-10", "parties": frozenset({"mali"})},
        ),
    ],
)
def test_one_agreement(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert groups(one, other) == [{"0", "1"}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({}, {}),
        ({"date": "2020-11-10"}, {"date": "2020-12-10"}),
        ({"date": "2020-11-09"}, {"date": "2020-11-10"}),
        ({"date": "2020"}, {"date": "2020"}),
        ({"date": "2021-03-10"}, {"date": "2021-03"}),
        ({"date": "2020-11-10"}, {"date": "2020-11", "about": frozenset({"ML"})}),
        ({"date": "2020-11-10"}, {"date": "2020-11", "published": None}),
        ({"date": "2020-11-10", "kind": "ceasefire"}, {"date": "2020"}),
        ({"date": "2020-11-10", "parties": BOTH}, {"date": "2020-11", "parties": frozenset({"mali"})}),
        ({"own": frozenset({"minsk"})}, {"own": frozenset({"dayton"}), "place": "minsk"}),
        ({"date": "2020-11-10"}, {"date": "2020-11-10", "kind": "resolution"}),
        ({"parties": BOTH}, {"parties": BOTH, "published": "2023-03-20"}),
        ({"place": "accra", "parties": BOTH}, {"place": "accra", "parties": frozenset({"mali", "togo"})}),
        ({"named": False, "date": "2020-11-10"}, {"named": False, "date": "2020-11-10"}),
    ],
)
def test_two_agreements(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert groups(one, other) == [{"0"}, {"1"}]


def test_a_month_in_which_two_were_made_says_nothing_of_which() -> None:
    told = {"date": "2020-11-10"}, {"date": "2020-11-20"}, {"date": "2020-11"}
    assert groups(*told) == [{"0"}, {"1"}, {"2"}]


def test_where_more_were_made_than_are_compared_none_is_the_only_one() -> None:
    days = [{"date": f"2020-{month:02}-{day:02}"} for month in (1, 2, 3) for day in range(1, 29, 2)]
    one = frozenset({"chad"})
    told = [{**days[0], "parties": one}, *days[1:-1], {**days[-1], "parties": one}]
    assert {str(len(told))} in groups(*told, {"date": "2020", "parties": one})


def followed(promise: dict[str, Any], report: dict[str, Any]) -> list[str]:
    later = {"id": "r", "article": "b", "published": "2021-03-09", "status": "happened", **report}
    return [each.status for each in link([], [replace(DEED, **promise)], [replace(DEED, **later)]).followed]


@pytest.mark.parametrize(
    ("promise", "report", "status"),
    [
        ({}, {}, "reported done"),
        ({}, {"status": "denied"}, "reported broken"),
        ({}, {"words": "Chad released the last prisoners"}, "reported done"),
        ({"published": None}, {"article": "a", "start": 90, "published": None}, "reported done"),
        ({"to": frozenset({"niger"})}, {"to": frozenset({"niger"}), "words": "prisoners"}, "reported done"),
        ({"root": None}, {"root": None, "status": "reported broken"}, "reported broken"),
    ],
)
def test_a_later_report_of_the_act(promise: dict[str, Any], report: dict[str, Any], status: str) -> None:
    assert followed(promise, report) == [status]


@pytest.mark.parametrize(
    "report",
    [
        {"by": frozenset({"niger"})},
        {"published": "2021-02-01"},
        {"published": None},
        {"article": "a", "start": 2},
        {"root": "ASSAULT"},
        {"words": "Chad left the town"},
        {"status": "planned"},
        {"to": frozenset({"mali"}), "words": "prisoners"},
    ],
)
def test_what_is_no_later_report(report: dict[str, Any]) -> None:
    assert followed({}, report) == []


@pytest.mark.parametrize(
    ("promise", "report", "follows"),
    [
        ({"marks": {40.0}}, {"marks": {40.0}, "language": "fr"}, True),
        ({"marks": {"kati"}}, {"marks": {"kati"}, "language": "fr"}, True),
        ({"marks": {40.0}}, {"marks": {30.0}, "language": "fr"}, False),
        (
            {"marks": {"chad"}},
            {"marks": {"chad"}, "language": "fr"},
            False,
        ),  # who does it is no mark of what he does
        ({"marks": {40.0}}, {"marks": {40.0}, "language": "fr", "root": "ASSAULT"}, False),
        ({"marks": {40.0}}, {"marks": {40.0}, "language": "fr", "to": {"mali"}}, True),
        ({"marks": {40.0}, "to": {"niger"}}, {"marks": {40.0}, "language": "fr", "to": {"mali"}}, False),
        ({"marks": {"kati"}, "to": {"niger"}}, {"marks": {"kati"}, "language": "fr", "to": {"kati"}}, True),
    ],
)
def test_a_report_in_another_language_has_the_marks_of_the_promise(
    promise: dict[str, Any], report: dict[str, Any], follows: bool
) -> None:
    one, other = (
        {name: frozenset(cell) if isinstance(cell, set) else cell for name, cell in each.items()}
        for each in (promise, report)
    )
    first = replace(DEED, language="en", **one)
    later = replace(
        DEED, id="r", article="b", published="2021-03-09", status="happened", words="libéré", **other
    )
    assert bool(link([], [first], [replace(later)]).followed) is follows


@pytest.mark.parametrize(("published", "follows"), [("2021-03-10", False), ("2021-03-11", True)])
def test_what_is_not_due_is_not_broken(published: str, follows: bool) -> None:
    promise = replace(DEED, due="2021-03-10")
    report = replace(DEED, id="r", article="b", published=published, status="denied")
    assert bool(link([], [promise], [report]).followed) is follows
    assert link([], [promise], [replace(report, status="happened")]).followed


def test_a_report_follows_the_promises_before_it_however_many_come_later() -> None:
    others = [
        replace(
            DEED,
            id=f"{at}",
            article=f"{at}",
            published="2021-12-01",
            words="release the prisoners of the war",
        )
        for at in range(100)
    ]
    report = replace(DEED, id="r", article="b", published="2021-03-09", status="happened")
    assert [each.commitment for each in link([], [DEED, *others], [report]).followed] == ["c"]


@given(
    st.lists(
        st.builds(
            replace, st.just(NAMED), date=st.sampled_from([None, "2020-11-09", "2020-11-10", "2020-11-11"])
        ),
        max_size=9,
    )
)
def test_every_naming_has_one_agreement(named: list[Named]) -> None:
    numbered = [replace(each, instrument=f"{at:03}") for at, each in enumerate(named)]
    found = link(numbered, [], []).agreements
    assert [instrument for instrument, _ in found] == [each.instrument for each in numbered]
    assert link(numbered[::-1], [], []).agreements == found
