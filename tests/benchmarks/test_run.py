"""Figures are held against their floors."""

from __future__ import annotations

from benchmarks.run import BENCHMARKS, Floor, floors, judge

LIMITS = {
    "digests.f1": Floor(0.95, 0.95, "more"),
    "digests.f1.*": Floor(0.90, 0.90, "more"),
    "digests.f1.hard": Floor(0.80, 0.90, "more"),
    "digests.wrong": Floor(0.02, 0.0, "less"),
}


def verdicts(measured: dict[str, float]) -> dict[str, bool]:
    return {figure.name: figure.good for figure in judge("digests", measured, LIMITS)}


def test_a_figure_on_its_floor_is_good_and_one_beyond_fails() -> None:
    on = {"digests.f1": 0.95, "digests.f1.easy": 0.90, "digests.f1.hard": 0.80, "digests.wrong": 0.02}
    assert all(verdicts(on).values())
    beyond = {"digests.f1": 0.949, "digests.f1.easy": 0.89, "digests.f1.hard": 0.79, "digests.wrong": 0.021}
    assert not any(verdicts(beyond).values())


def test_a_floor_without_its_figure_fails() -> None:
    assert verdicts({"digests.f1": 1.0, "digests.f1.hard": 1.0})["digests.wrong"] is False


def test_what_is_no_number_fails() -> None:
    assert verdicts({"digests.f1": float("nan"), "digests.wrong": float("nan")})["digests.wrong"] is False


def test_every_floor_belongs_to_a_benchmark_and_is_no_better_than_its_target() -> None:
    for name, row in floors().items():
        assert name.split(".")[0] in BENCHMARKS
        assert row.holds(row.target), name
