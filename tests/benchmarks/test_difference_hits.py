"""What counts as a difference found between two labelled texts."""

from __future__ import annotations

import pytest

from according.model import Span
from according.views import Discrepancy, Says
from benchmarks.differences import Case


def between(one: str, other: str, kind: str = "figure") -> Discrepancy:
    """A discrepancy of an account in one article with one in another."""
    first, second = (
        Says(f"{number}", of, Span(0, 4), "12", None, None) for number, of in enumerate((one, other))
    )
    return Discrepancy("d", kind, False, "", ((first,), (second,)), None, None, 0.9, "")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("apart", "texts", "found", "said", "within"),
    [
        (False, 2, between("a", "b"), True, 0),
        (False, 2, between("a", "a"), False, 1),
        (True, 2, between("a", "a"), True, 0),
        (True, 2, between("a", "a", "blame"), False, 1),
        (False, 1, between("a", "a"), True, 0),
    ],
)
def test_what_one_of_two_texts_tells_by_itself_is_a_hit_only_where_it_is_labelled_so(
    apart: bool, texts: int, found: Discrepancy, said: bool, within: int
) -> None:
    case = Case(1, "figure", True, False, texts, apart, (found,))
    assert (case.said, case.within) == (said, within)
