"""Who holds whom responsible: whoever accuses by the words, in either voice, and nobody where they do not tell."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.link.discrepancies.blame import charges
from according.link.discrepancies.page import Page
from according.link.world import World
from according.model import Span
from according.views import Compared

NAMES = {"mali": "Mali|Мали|Малі", "ghana": r"Ghana|Gana\b|Гана|Гану|Ганой|Ганы|Гани"}
WORLD = World(states={}, places={}, kinds={"mali": "state", "ghana": "state"})


def page(text: str) -> Page:
    named = sorted((Span(*met.span()), who) for who, name in NAMES.items() for met in re.finditer(name, text))
    sentences = ((Span(0, len(text)), text),)
    read = Compared("a", "2021-03-03", "a", None, sentences, tuple(named), (), (), (), (), (), {}, {})
    return Page(read, WORLD, {})


def blamed(text: str) -> list[tuple[str, str]]:
    return [(*each.accuser, *each.accused) for each in charges(page(text), ())]  # type: ignore[misc]


@pytest.mark.parametrize(
    "text",
    [
        "Ghana held Mali responsible.",
        # Spaces and marks that folding drops move nothing.
        "In   the   north   and   in   the   south,   where   it   rained,   Ghana put the blame on Mali.",
        "De\u0301ja\u0300 de\u0301plore\u0301, e\u0301te\u0301 re\u0301pe\u0301te\u0301: Ghana put the blame on Mali.",
        "Ghana put the blame on Mali.",
        "Ghana, which trades with Mali, holds Mali responsible.",
        "Mali was held responsible by Ghana.",
        "Mali was held fully responsible by Ghana.",
        "Mali has been held directly responsible by the government of Ghana for the raid.",
        "Le Ghana tient le Mali pour responsable.",
        "Le Ghana a rejeté la faute sur le Mali.",
        "Le Mali a été tenu pour responsable par le Ghana.",
        "Le Mali est tenu pleinement responsable par le Ghana.",
        "Гана возложила на Мали ответственность за обстрел.",
        "Гана возложила ответственность за обстрел на Мали.",
        "На Мали возложила ответственность Гана.",
        "Гана поклала на Малі відповідальність.",
        "Mali wurde von Ghana verantwortlich gemacht.",
        "Ghana machte Mali verantwortlich.",
        "Ghana hace responsable a Mali.",
        "Mali fue responsabilizado por Ghana.",
        "Gana, Mali'yi sorumlu tuttu.",
        "Gana, Mali’yi saldırıdan sorumlu tuttu.",
        "Mali, Gana tarafından sorumlu tutuldu.",
    ],
)
def test_who_accuses_is_told_by_the_words_in_either_voice(text: str) -> None:
    assert blamed(text) == [("ghana", "mali")]


@pytest.mark.parametrize(
    "text",
    [
        # The raid may be Ghana's.
        "Mali was held directly responsible for the raid by Ghana.",
        "Mali was held responsible, Ghana said.",
        "Mali was held fully responsible for the raid on Ghana.",
        "It held them responsible for a raid by Mali on Ghana.",
        "Le Mali a rejeté la responsabilité de l'attaque contre le Ghana.",
        "Le Mali, tenu pour responsable, a répondu au Ghana.",
        "На Гану Мали возложило ответственность.",
        "На Мали возложена ответственность, заявила Гана.",
        "Mali'yi Gana sorumlu tuttu.",
        "Mali sorumlu tutuldu, Gana açıkladı.",
        "Ghana has not put the blame on Mali.",
        "In   the   north   and   in   the   south,   where   it   rained,   Ghana has not put the blame on Mali.",
    ],
)
def test_nobody_is_blamed_where_the_words_do_not_tell_who_accuses(text: str) -> None:
    assert blamed(text) == []


WORDS = [
    "Mali",
    "Ghana",
    "was",
    "held",
    "fully",
    "responsible",
    "by",
    "put the blame on",
    "на",
    "возложило",
    "é",
    "  ",
]


@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=4), max_size=14))
def test_any_words_blame_one_of_two_for_the_other(words: list[str]) -> None:
    text = " ".join(words)
    for each in charges(page(text), ()):
        assert {*each.accuser, *each.accused} == {"mali", "ghana"}
        assert text[slice(*each.account.says.span)] == text
