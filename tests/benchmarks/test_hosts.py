"""Which country an address on the web speaks for."""

from __future__ import annotations

import pytest

from benchmarks.hosts import country_of_host


@pytest.mark.parametrize(
    ("host", "country"),
    [("www.lemonde.fr", "FR"), ("news.example.co.uk", "GB"), ("example.am", "AM"), ("example.com", None),
     ("example.tv", None), ("", None)],
)  # fmt: skip
def test_an_address_speaks_for_a_country(host: str, country: str | None) -> None:
    assert country_of_host(host) == country
