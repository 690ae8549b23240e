"""What stands beside a place name."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.link import place_context as module
from according.link.place_context import containers, place_name


def beside(text: str, name: str, language: str) -> tuple[set[str], str | None]:
    start = text.index(name)
    found = place_name(text, start, start + len(name), language)
    assert found.text == name
    return set(found.within), found.level


@pytest.mark.parametrize(
    ("text", "name", "language", "within"),
    [
        ("He left Paris, Texas, in May.", "Paris", "en", "US.TX"),
        ("SPRINGFIELD, Ill. (Agency) - Police", "SPRINGFIELD", "en", "US.IL"),
        ("à Aghdam (Azerbaïdjan)", "Aghdam", "fr", "AZ"),
        ("Goris en Arménie", "Goris", "fr", "AM"),
        ("в селе Воскеван (Армения)", "Воскеван", "ru", "AM"),
        ("the Turkish city of Van", "Van", "en", "TR"),
        ("Syria's Idlib", "Idlib", "en", "SY"),
        ("Kapan, in the Syunik region", "Kapan", "en", "AM.08"),
        ("the village of Vahan in Armenia", "Vahan", "en", "AM"),
    ],
)
def test_a_country_or_region_beside_the_name_is_read(
    text: str, name: str, language: str, within: str
) -> None:
    assert within in beside(text, name, language)[0]


@pytest.mark.parametrize(
    ("text", "name", "language", "level"),
    [
        ("dans la région de Tavouch", "Tavouch", "fr", "region"),
        ("Sunik province", "Sunik", "en", "region"),
        ("в городе Лачин", "Лачин", "ru", "town"),
        ("la ville d'Alep", "Alep", "fr", "town"),
        ("the city of the Hague", "Hague", "en", "town"),
        ("Kentucky State Police", "Kentucky", "en", None),
        ("He went to Goris.", "Goris", "en", None),
    ],
)
def test_a_word_for_a_kind_beside_the_name_is_read(
    text: str, name: str, language: str, level: str | None
) -> None:
    assert beside(text, name, language)[1] == level


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Armenian forces entered Aghdam.", "Aghdam"),
        ("Aghdam.\nAzerbaijan said", "Aghdam"),
        ("in Aghdam in May", "Aghdam"),
        ("Aghdam, he said, fell", "Aghdam"),
        ("Tripoli, and Lebanon, were named", "Tripoli"),
        ("over Nevada, southern California and Utah", "Nevada"),
    ],
)
def test_what_only_stands_near_is_no_container(text: str, name: str) -> None:
    assert beside(text, name, "en") == (set(), None)


@pytest.mark.parametrize("between", ["-", " ", "'"])
def test_of_a_word_without_end_only_its_beginning_is_read(
    between: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def watched(asked: Callable[..., object]) -> Callable[..., object]:
        def asks(word: str, *rest: object) -> object:
            read.append(word)
            return asked(word, *rest)

        return asks

    for reader in ("is_inside", "is_link", "level_of"):
        monkeypatch.setattr(module, reader, watched(getattr(module, reader)))
    text = f"Kyiv{between}" + "based-Kyiv-" * 9000
    place_name(text, 0, 4, "tr")
    assert read
    assert max(map(len, read)) <= 100


def test_containers_are_countries_and_regions() -> None:
    assert containers("Texas", "en") >= {"US.TX"}
    assert containers("Армении", "ru") == {"AM"}
    assert containers("Georgia", "en") >= {"GE", "US.GA"}
    assert containers("Goris", "en") == frozenset()


@given(
    st.text(max_size=60), st.integers(0, 60), st.integers(0, 20), st.sampled_from(["en", "fr", "ru", None])
)
def test_any_stretch_of_any_text_can_be_asked(
    text: str, start: int, length: int, language: str | None
) -> None:
    end = min(len(text), start + length)
    start = min(start, end)
    found = place_name(text, start, end, language)
    assert found.text == text[start:end]
