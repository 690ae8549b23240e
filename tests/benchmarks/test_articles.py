"""Benchmarks see what is found, or fail."""

from __future__ import annotations

import pytest

from according.pipeline import analyse
from benchmarks.articles import analysed, reading

STORY = reading("Talks in Geneva\nNikol Pashinyan left Geneva on Monday.", "en", "story 1")


def test_a_text_is_analysed_with_its_first_line() -> None:
    found = {mention.text for chain in analysed(STORY).chains for mention in chain.mentions}
    assert {"Nikol Pashinyan", "Geneva"} <= found
    starts = [mention.span.start for chain in analysed(STORY).chains for mention in chain.mentions]
    assert min(starts) < len("Talks in Geneva")


def test_a_mistake_in_the_analysis_is_no_article_that_names_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    def mistaken(language: str | None) -> None:
        raise ZeroDivisionError("by nothing")

    monkeypatch.setattr(analyse, "engine", mistaken)
    with pytest.raises(RuntimeError, match=r"story 1: .*ZeroDivisionError: by nothing"):
        analysed(STORY)
