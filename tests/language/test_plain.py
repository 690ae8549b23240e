"""Plain text and the way back from it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.language.engine import engine
from according.language.plain import OVERLONG, plain


@pytest.mark.parametrize("word", ["A" * 101, "Pa-" * 50, "Ա" * 300, "a\u00ad" * 200])
def test_a_word_longer_than_any_is_one_sign_that_knows_where_it_stood(word: str) -> None:
    ready = plain(f"He said {word} twice.")
    assert ready.text == f"He said {OVERLONG} twice."
    assert ready.span(8, 9) == (8, 8 + len(word))
    assert ready.span(10, 15) == (9 + len(word), 14 + len(word))


@pytest.mark.parametrize("text", ["A" * 100, "-" * 300, "国" * 300, "ก" * 300, "a/" * 200, "Paris," * 100])
def test_what_is_long_without_being_one_word_stays(text: str) -> None:
    assert plain(text).text == text


@given(st.lists(st.sampled_from(["A" * 60, "-", "b" * 50, " ", "  ", "\n", "e\u0301", "\u200b", "国", '"'])))
def test_every_character_of_plain_text_comes_from_some_of_the_original(pieces: list[str]) -> None:
    text = "".join(pieces)
    ready = plain(text)
    end = 0
    for at, char in enumerate(ready.text):
        span = ready.span(at, at + 1)
        assert end <= span.start < span.end
        assert len(plain(text[span.start : span.end]).text) == 1
        assert (char == OVERLONG) == (span.end - span.start > 100)
        end = span.end


@pytest.mark.parametrize("language", ["en", "fr", "ru", "tr"])
def test_a_word_longer_than_any_is_one_token_and_no_name(language: str) -> None:
    word = "Pashinyan-" * 20 + "A"
    text = f"Nikol Pashinyan {word} Paris."
    (sentence,) = engine(language).annotate(text)
    (token,) = (token for token in sentence.tokens if len(token.text) > 100)
    assert (token.text, token.lemma, token.pos) == (word, word, "X")
    assert [name for name in sentence.named if name.span.overlap(token.span)] == []
