"""Russian text is cut into the words and signs that the models were trained on."""

from __future__ import annotations

import pytest
import razdel
from hypothesis import given
from hypothesis import strategies as st

from according.language.cuts import cuts

SIGNS = st.text(st.sampled_from('аЁb1²,.-–—_/\\!?:)»"Δ \n\u00a0'), max_size=24)


def reference(text: str) -> list[tuple[int, int, str]]:
    """What razdel itself says."""
    return [(each.start, each.stop, each.text) for each in razdel.tokenize(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Он сказал, что 3,5 млн. руб. - это много...",
        "5, 6 и 1/ 2",
        "кое -что, кое- что и кое-что",
        "yahoo! Yahoo ! Δσ :-) ?! **",
        "слово" * 20 + " , " + "а," * 40,
    ],
)
def test_as_razdel_does(text: str) -> None:
    assert cuts(text) == reference(text)


@given(st.lists(st.one_of(SIGNS, st.text(max_size=12)), max_size=6).map(" ".join))
def test_as_razdel_does_with_any_text(text: str) -> None:
    found = cuts(text)
    assert found == reference(text)
    assert all(text[start:stop] == part for start, stop, part in found)
