from __future__ import annotations

import numpy as np
import pytest

from according.link.copies import SHARED, candidates
from according.link.sketches import SLOTS


@pytest.mark.parametrize(("words", "near"), [(80, False), (600, True)])
def test_a_set_phrase_makes_no_candidates_of_short_articles(words: int, near: bool) -> None:
    first = np.arange(SLOTS, dtype="<u4")
    other = first + SLOTS
    other[:SHARED] = first[:SHARED]
    found = candidates([first.tobytes(), other.tobytes()], [words, words], lambda one, other: False)
    assert found == [[], [(SHARED, 0)] if near else []]
