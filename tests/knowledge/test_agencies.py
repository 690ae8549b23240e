import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.knowledge.agencies import agencies, agency_by_name, agency_mentions
from according.knowledge.fold import fold_name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("AFP", "AFP"),
        ("Agence France-Presse", "AFP"),
        ("ITAR-TASS", "TASS"),
        ("РИА Новости", "RIA Novosti"),
        ("Արմենպրես", "Armenpress"),
        ("AZƏRTAC", "AZERTAC"),
        ("Anadolu Agency", "Anadolu"),
        ("Anadolu Ajansı", "Anadolu"),
        ("xinhua", "Xinhua"),
        ("Associated Press", "AP"),
        ("Getty Images", "Getty"),
    ],
)
def test_agencies_by_any_of_their_names(written: str, name: str) -> None:
    found = agency_by_name(written)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    ("written", "name"),
    [("AP", "AP"), ("AA", "Anadolu"), ("MAP", "MAP"), ("Report", "Report"), ("ANI", "ANI")],
)
def test_ambiguous_names_count_only_as_credits(written: str, name: str) -> None:
    assert agency_by_name(written) is None
    found = agency_by_name(written, credit=True)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two leaders, 2020 © A. Name/AP/SIPA", [("AP", True), ("SIPA", True)]),
        ("EREVAN, 8 déc. (AFP) -", [("AFP", False)]),
        ("ЕРЕВАН, 8 дек — РИА Новости.", [("RIA Novosti", False)]),
        ("a map of the report, with a trend", []),
        ("Anadolu Agency via Getty Images", [("Anadolu", False), ("Getty", False)]),
    ],
)
def test_agencies_in_a_text(text: str, expected: list[tuple[str, bool]]) -> None:
    found = agency_mentions(text)
    assert [(mention.agency.name, mention.ambiguous) for mention in found] == expected


def test_spans_are_what_was_read() -> None:
    text = "Source : la dépêche de RIA  Novosti."
    [found] = agency_mentions(text)
    assert text[slice(*found.span)] == "RIA  Novosti"


@given(st.text() | st.text(alphabet="AFP RIAТСгetyr/©()"))
def test_mentions_are_in_order_and_in_the_text(text: str) -> None:
    end = 0
    for mention in agency_mentions(text):
        assert end <= mention.span.start < mention.span.end <= len(text)
        end = mention.span.end


def test_the_file_is_well_formed() -> None:
    names: dict[str, str] = {}
    for agency in agencies():
        assert re.fullmatch(r"[A-Z]{2}", agency.country), agency
        for name in {agency.name, agency.full_name, *agency.aliases, *agency.ambiguous}:
            assert fold_name(name), agency
            assert names.setdefault(fold_name(name), agency.name) == agency.name, name
    photo = {agency.name for agency in agencies() if agency.photo}
    assert {"Getty", "SIPA", "EPA"} <= photo
    assert not {"AFP", "AP", "Reuters", "Anadolu"} & photo
