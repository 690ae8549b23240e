"""The names of all money."""

from __future__ import annotations

import pytest

from according.knowledge.currencies import currencies, currency_codes


@pytest.mark.parametrize(
    ("language", "noun", "name", "code"),
    [
        ("en", "last", "sudanese pound", "SDG"),
        ("en", "last", "kyat", "MMK"),
        ("fr", "first", "livre soudanaise", "SDG"),
        ("fr", "first", "birr", "ETB"),
        ("ru", "last", "суданскии фунт", "SDG"),
        ("tr", None, "suriye lirası", "SYP"),
    ],
)
def test_names(language: str, noun: str, name: str, code: str) -> None:
    folded = {key.replace("ı", "i"): value for key, value in currencies(language, noun).codes.items()}  # type: ignore[arg-type]
    assert folded[name.replace("ı", "i")] == code


def test_a_noun_of_several_is_no_name() -> None:
    known = currencies("en", "last")
    assert "pound" in known.shared
    assert not known.shared & known.codes.keys()
    assert "kyat" not in known.shared


def test_a_place_is_no_noun() -> None:
    assert "фиджи" not in currencies("ru", "last").codes


def test_a_language_that_cldr_has_not() -> None:
    assert currencies("xx", None).codes == {}


def test_only_what_is_paid_with_today() -> None:
    assert {"USD", "SSP"} <= currency_codes()
    assert not {"FRF", "DEM"} & currency_codes()
