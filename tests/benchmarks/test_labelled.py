"""When a party that is found agrees with the labelled one."""

from __future__ import annotations

import pytest

from benchmarks.articles import analysed, reading
from benchmarks.labelled import _agree


@pytest.mark.parametrize(
    ("source", "agrees"),
    [
        ("The Ghanaian army", True),
        ("Ghanaian army", True),
        ("the Malian army", False),
        ("army of Mali", False),
    ],
)
def test_all_words_of_a_party_are_asked_for(source: str, agrees: bool) -> None:
    found = analysed(reading("The Ghanaian army attacked Togo.", "en", "labelled"))
    gold = {"source": [source], "target": ["Togo"]}
    assert _agree(gold, found.events[0], found) is agrees


def test_an_article_that_is_glued_to_a_name_may_be_missing() -> None:
    found = analysed(reading("L'opposition a condamné l’armée.", "fr", "labelled"))
    assert _agree({"source": ["opposition"], "target": ["l'armée"]}, found.events[0], found)
    assert not _agree({"source": ["position"], "target": ["armée"]}, found.events[0], found)
