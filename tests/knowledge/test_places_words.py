"""Names of curated places, ready to be found in running text."""

from __future__ import annotations

from according.knowledge.gazetteer import candidates
from according.knowledge.places import place_words


def test_every_name_comes_with_its_language_and_its_place() -> None:
    words = set(place_words())
    for name, language in (
        ("Artsakh", "en"),
        ("Haut-Karabagh", "fr"),
        ("Нагорный Карабах", "ru"),
        ("Qarabağ", "az"),
    ):
        assert (name, language, "Nagorno-Karabakh") in words


def test_the_gazetteer_has_each_place_under_the_names_that_are_looked_for() -> None:
    sample = [word for word in place_words() if word[1] in ("en", "fr", "ru")][::40]
    assert len(sample) > 20
    unknown = [word for word in sample if not candidates(word[0], word[1])]
    assert unknown == []
