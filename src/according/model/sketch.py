"""What an article is compared by with all others."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sketch:
    """An article in few bytes, made of its running text and title.

    `words` is how many words the running text has; `shingles` the MinHash signature of its word shingles, 32-bit
    numbers in little endian; `vector` title and lead as a sentence vector, one signed byte a dimension, None where the
    encoder does not know the language.
    """

    words: int
    shingles: bytes
    vector: bytes | None
