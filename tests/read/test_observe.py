"""Observations and the weights that knowledge/splitter.yml gives them belong together."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given, settings

import according.read
from according.read.decode import weights
from according.read.digest import LABELS, OPENING, OUTSIDE, PROSE, STYLE
from according.read.fields import layout
from according.read.lines import units
from according.read.observe import observe
from tests.texts import DIGESTS

SOURCE = "\n".join(path.read_text("utf-8") for path in Path(according.read.__file__).parent.glob("*.py"))
LITERALS = set(re.findall(r'"([a-z_0-9]+)"', SOURCE))
FIELDS = {f"field_{role}" for role in ("title", "outlet", "date", "byline", "body", "noise", "end")}


def test_every_weight_belongs_to_an_observation_that_is_made() -> None:
    assert set(weights().emissions) <= LITERALS | FIELDS


def test_every_state_has_a_label_and_every_set_of_states_is_known() -> None:
    assert set(LABELS) == set(weights().states)
    assert set(weights().states) >= OPENING | OUTSIDE | PROSE


def test_every_sign_of_style_is_observed_or_follows_from_the_states() -> None:
    assert set(STYLE) - set(weights().emissions) == {"after_rule", "after_end", "after_caption"}


def test_every_list_of_words_is_used() -> None:
    assert set(layout()) <= LITERALS


@settings(max_examples=60)
@given(DIGESTS)
def test_every_observation_has_a_weight(text: str) -> None:
    for seen in observe(text, units(text)):
        assert seen.keys() <= weights().emissions.keys()
