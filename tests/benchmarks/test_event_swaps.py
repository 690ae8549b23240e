"""The sentences with exchanged parties: every slot is filled, and the parties change places."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from benchmarks import event_swaps
from benchmarks.event_swaps import FILE

EXCHANGES = event_swaps.load(FILE.read_text(encoding="utf-8"))


def content(sentence: str) -> str:
    return f"""
groups: {{any: [state]}}
genders: {{fr: {{m: {{e: ""}}, f: {{e: e}}}}}}
pairs:
  fr:
  - {{kind: state, a: {{name: le Pérou, de: du Pérou, gender: m}}, b: {{name: l'Inde, de: de l'Inde, gender: f}}}}
sentences: {{fr: {{any: ["{sentence}"]}}}}
"""


def test_the_file_is_as_large_as_promised() -> None:
    assert Counter(one.language for one in EXCHANGES) == {"en": 100, "fr": 50, "ru": 50}
    assert len({one.a for one in EXCHANGES}) == len({one.b for one in EXCHANGES}) == len(EXCHANGES)


def test_parties_of_every_kind_take_part_in_each_language() -> None:
    for language in ("en", "fr", "ru"):
        kinds = Counter(one.kind for one in EXCHANGES if one.language == language)
        assert set(kinds) == {"state", "rebels", "army", "ethnic party", "party"}
        assert min(kinds.values()) >= 5


def test_nothing_is_left_to_fill_and_only_the_parties_differ() -> None:
    for one in EXCHANGES:
        assert one.a != one.b
        assert not re.search(r"[{}]|\s\s|\s$", one.a + one.b)
        assert one.a[0] == one.a[0].upper()


def test_an_exchange_of_names_keeps_the_words() -> None:
    named = [
        one for one in EXCHANGES if one.language == "en" and one.kind != "state"
    ]  # states have adjectives, too
    assert named
    for one in named:
        assert Counter(re.findall(r"\w+", one.a.lower())) == Counter(re.findall(r"\w+", one.b.lower()))
        assert all(party.lower() in one.a.lower() and party.lower() in one.b.lower() for party in one.parties)


def test_forms_follow_the_party_and_its_gender() -> None:
    (one,) = event_swaps.load(content("{b} s'est dit{b.e} du côté {a.de}."))
    assert one.a == "L'Inde s'est dite du côté du Pérou."
    assert one.b == "Le Pérou s'est dit du côté de l'Inde."
    assert one.parties == ("le Pérou", "l'Inde")


def test_a_form_that_a_party_does_not_have_is_an_error() -> None:
    with pytest.raises(ValueError, match="no form gen"):
        event_swaps.load(content("Un envoyé {a.gen} est arrivé."))
