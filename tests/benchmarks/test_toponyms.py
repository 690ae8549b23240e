"""The figures about place names count what they say."""

from __future__ import annotations

import pytest

from according.model import Span
from benchmarks.toponyms import (
    Answer,
    News,
    Toponym,
    answers,
    calibration_error,
    end_to_end,
    figures,
    gradient,
    kilometres,
    names,
)

TEXT = "Turkish police came from Ankara to Paris, Texas."
ANKARA = Toponym(Span(25, 31), "Ankara", (39.92, 32.85), 323786)
TURKISH = Toponym(Span(0, 7), "Turkish", (39.0, 35.0), 298795)
PARIS = Toponym(Span(35, 40), "Paris", (48.85, 2.35), 2988507)
NEWS = News(TEXT, "example.com", (TURKISH, ANKARA, PARIS))


def test_names_and_nationalities_are_placed() -> None:
    turkish, ankara, paris = answers(NEWS, NEWS.toponyms)
    assert turkish.state
    assert turkish.right
    assert ankara.right
    assert not paris.right  # the text means Texas, this annotation does not
    assert paris.error_km > 7000


def test_names_are_asked_once_with_all_that_is_said() -> None:
    twice = News("Paris, Texas. Paris.", "", ())
    found = names(twice, [Span(14, 19), Span(0, 5)])
    assert [(each.count, each.within) for each in found.values()] == [(2, {"US.TX"})]


def test_figures_count_right_answers_among_all_and_among_the_sure() -> None:
    far = Answer(ANKARA, (0.0, 0.0), 0.9, state=False)
    near = Answer(ANKARA, (39.0, 33.0), 0.8, state=False)
    unsure = Answer(ANKARA, (0.0, 0.0), 0.1, state=False)
    same = Answer(ANKARA, (0.0, 0.0), 0.9, state=False, id=323786)
    found = figures([far, near, unsure, same])
    assert (found["accuracy"], found["accuracy_161"]) == (0.5, 0.25)
    assert (found["kept"], found["accuracy_kept"]) == (0.75, pytest.approx(2 / 3))


def test_probabilities_that_come_true_have_no_calibration_error() -> None:
    right, wrong = Answer(ANKARA, ANKARA.point, 0.5, state=False), Answer(ANKARA, None, 0.5, state=False)
    assert calibration_error([right, wrong]) == 0
    assert calibration_error([right]) == 0.5


def test_end_to_end_counts_what_is_found_and_what_is_placed() -> None:
    found = end_to_end([NEWS])  # Texas is found, and the nationality, which stands for its state
    assert found == {"found_f1": pytest.approx(2 * 3 / 7), "placed_f1": pytest.approx(2 * 2 / 7)}


def test_the_gradient_pulls_towards_the_right_candidate() -> None:
    slope = gradient([({"main": 1.0}, True), ({"derived": 1.0}, False), ({"none": 1.0}, False)])
    assert slope["main"] > 0
    assert slope["derived"] < 0
    assert slope["none"] < 0
    assert gradient([({"main": 1.0}, False), ({"none": 1.0}, True)])["none"] > 0


def test_distances_are_those_of_the_globe() -> None:
    assert kilometres((0.0, 0.0), (0.0, 1.0)) == pytest.approx(111.2, abs=0.1)
