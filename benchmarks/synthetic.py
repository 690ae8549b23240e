"""Texts by the hundred thousand, without any material: invented words with the frequencies of a real language."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from random import Random

WORDS = 40_000
COMMON = 100
"""The most frequent words, which every text has and nobody searches for."""
SYLLABLES = (
    "ba ce di fo gu ha je ki lo mu na pe ri so tu va xe zi bré çon dər eşk ını œuv ław ёри ман тов հայ ան"
)


def vocabulary() -> list[str]:
    """Return invented words in several scripts, most frequent first."""
    rng = Random("vocabulary")
    syllables = SYLLABLES.split()
    known: dict[str, None] = {}
    while len(known) < WORDS:
        known["".join(rng.choices(syllables, k=rng.randint(1, 4)))] = None
    return list(known)


def texts(count: int, seed: str = "") -> Iterator[tuple[str, str]]:
    """Yield title and text of invented articles of 60 to 600 words (Zipf's law with an offset of 3)."""
    words, rng = vocabulary(), Random(f"texts {seed}")
    frequencies = list(accumulate(1 / (rank + 3) for rank in range(WORDS)))
    for number in range(count):
        title = " ".join(rng.choices(words, cum_weights=frequencies, k=rng.randint(6, 12))).capitalize()
        sentences = []
        for _ in range(rng.randint(4, 20)):
            sentence = " ".join(rng.choices(words, cum_weights=frequencies, k=rng.randint(15, 30)))
            sentences.append(f"{sentence.capitalize()}.")
        yield f"{title} {number}", " ".join(sentences)
