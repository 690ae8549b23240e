"""What articles are compared by: signatures of words, vectors of title and lead."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from according.link.sketches import SLOTS, encode, shingles, sketch, words

STORY = (
    "Officials in the harbour town said on Monday that the ferry had left two hours late because the customs office "
    "was closed, and that nobody on board had been told why."
)


def equal(one: bytes, other: bytes) -> int:
    return int((np.frombuffer(one, "<u4") == np.frombuffer(other, "<u4")).sum())


def cosine(one: bytes | None, other: bytes | None) -> float:
    assert one is not None
    assert other is not None
    a, b = (np.frombuffer(each, np.int8).astype(float) for each in (one, other))
    return float(a @ b / np.linalg.norm(a) / np.linalg.norm(b))


def test_the_headline_and_how_words_are_written_do_not_change_the_signature() -> None:
    plain = sketch(None, STORY, "en")
    assert len(plain.shingles) == 4 * SLOTS
    assert sketch("Ferry late", f"Ferry late\n{STORY.upper()}", "en").shingles == plain.shingles
    assert plain.words == 31


def test_a_part_has_a_part_of_the_signature_and_another_text_has_none() -> None:
    whole = sketch(None, STORY, None).shingles
    part = sketch(None, STORY[: len(STORY) // 2], None).shingles
    other = sketch(
        None, "The referee blew his whistle long before the second half had come to its end.", None
    ).shingles
    assert equal(whole, whole) == SLOTS
    assert SLOTS / 4 < equal(whole, part) < SLOTS
    assert equal(whole, other) == 0


def test_vectors_of_translations_are_near_and_of_languages_not_served_are_none() -> None:
    english = sketch("Ferry leaves late", "The ferry left two hours late on Monday.", "en").vector
    french = sketch(
        "Le ferry part en retard", "Le ferry est parti lundi avec deux heures de retard.", "fr-BE"
    ).vector
    other = sketch("Referee booed", "The crowd booed the referee.", "en").vector
    assert cosine(english, french) > cosine(english, other) + 0.3
    assert sketch("Լաստանավ", "Լաստանավը ուշացավ։", "hy").vector is None
    assert sketch("Ferry", STORY, None).vector is None


@pytest.mark.parametrize("text", ["", "…", "¿?"])
def test_an_article_without_words_has_no_signature(text: str) -> None:
    assert sketch(None, text, None) == sketch("", "", None)
    assert sketch(None, text, None).shingles == b""


def test_vectors_do_not_depend_on_their_neighbours() -> None:
    alone = encode([STORY])
    assert np.array_equal(encode([STORY[:40], STORY])[1:], alone)
    assert np.allclose(np.linalg.norm(alone, axis=1), 1)
    assert encode([]).shape == (0, 512)


@given(st.text())
def test_words_stand_where_they_are_said_to(text: str) -> None:
    last = 0
    for word, (start, end) in words(text):
        assert last <= start < end <= len(text)
        assert word
        assert not text[start:end].isspace()
        last = end


@given(st.lists(st.sampled_from("abc"), max_size=12))
def test_shingles_cover_all_words(spelled: list[str]) -> None:
    found = shingles(spelled)
    assert {word for each in found for word in each.split()} == set(spelled)
    assert len(found) == (max(1, len(spelled) - 2) if spelled else 0)


@settings(max_examples=25, deadline=None)
@given(st.text(), st.text(), st.sampled_from(["en", "az", "zh", "hy", None]))
def test_any_text_has_a_sketch_and_always_the_same(title: str, text: str, language: str | None) -> None:
    found = sketch(title, text, language)
    assert found == sketch(title, text, language)
    assert len(found.shingles) in (0, 4 * SLOTS)
    assert found.vector is None or len(found.vector) == 512
