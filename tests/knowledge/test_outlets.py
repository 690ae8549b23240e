import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.knowledge.fold import fold_name
from according.knowledge.outlets import outlet_by_domain, outlet_by_name, outlets


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("LE MONDE", "Le Monde"),
        ("Коммерсантъ", "Kommersant"),
        ("Коммерсант", "Kommersant"),
        ("US State Department", "U.S. Department of State"),
        ("BARRON’S", "Barron's"),
        ("eurasianet", "Eurasianet"),
        ("OC Media", "OC Media"),
        ("Hurriyet", "Hürriyet"),
        ("FOX News", "Fox News"),
        ("الجزيرة", "Al Jazeera"),
        ("الجزیرة", "Al Jazeera"),
        ("lemonde.fr", "Le Monde"),
    ],
)
def test_outlets_by_any_of_their_names(written: str, name: str) -> None:
    found = outlet_by_name(written)
    assert found is not None
    assert found.name == name


def test_unknown_names() -> None:
    assert outlet_by_name("The Valley Gazette of Nowhere") is None
    assert outlet_by_name("") is None


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("www.lemonde.fr", "Le Monde"),
        ("m.aravot.am", "Aravot"),
        ("BBC.co.uk.", "BBC"),
        ("russian.rt.com", "RT"),
    ],
)
def test_outlets_by_domain_or_one_above(host: str, name: str) -> None:
    found = outlet_by_domain(host)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("host", ["notlemonde.fr", "lemonde.fr.evil.example", "co.uk", "com", ""])
def test_hosts_of_nobody(host: str) -> None:
    assert outlet_by_domain(host) is None


@given(st.text())
def test_any_text_may_be_asked(text: str) -> None:
    outlet_by_name(text)
    outlet_by_domain(text)


def test_the_file_is_well_formed() -> None:
    names: dict[str, str] = {}
    for outlet in outlets():
        assert re.fullmatch(r"[A-Z]{2}", outlet.country), outlet
        assert outlet.languages, outlet
        assert all(re.fullmatch(r"[a-z]{2,3}", language) for language in outlet.languages), outlet
        assert all(re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", domain) for domain in outlet.domains), outlet
        for name in {outlet.name, *outlet.aliases, *outlet.domains}:
            assert names.setdefault(fold_name(name), outlet.name) == outlet.name, name


def test_the_world_is_covered() -> None:
    assert len(outlets()) >= 500
    countries = {outlet.country for outlet in outlets()}
    assert len(countries) >= 100
    assert {"NO", "AM", "AZ", "GE", "TR", "CO", "SD", "MM", "XK"} <= countries
