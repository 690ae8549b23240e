"""Languages whose sentences can be compared as vectors."""

from __future__ import annotations

import pytest

from according.knowledge.encoder import encodable, spelled


@pytest.mark.parametrize(
    ("language", "served"),
    [
        ("en", True),
        ("fr-CA", True),
        ("az-Latn", True),
        ("uk", True),
        ("hy", False),
        ("", False),
        (None, False),
    ],
)
def test_served(language: str | None, served: bool) -> None:
    assert encodable(language) is served


def test_relatives_are_spelled_like_what_the_encoder_knows() -> None:
    assert spelled("Əlaqə xətti", "az") == "Elake hetti"
    assert spelled("Її місто", "uk-UA") == "Ии мисто"
    assert spelled("Əlaqə xətti", "en") == "Əlaqə xətti"
