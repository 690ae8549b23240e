"""Layers of slovnet's models, with the same numbers out of them to the last bit, in less time.

slovnet (Kukushkin, https://github.com/natasha/slovnet) tags, parses and finds names with three networks over the same
word vectors. Each looks the vectors up for itself, and copies what its convolutions see number by number.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, cast

import numpy as np
import numpy.typing as npt

_Numbers = npt.NDArray[np.float32]
_Indices = npt.NDArray[np.int64]


class WordVectors:
    """Word vectors that several models look up one after another for the same words."""

    def __init__(self, embedding: Callable[[_Indices], _Numbers]) -> None:
        self._embedding = embedding
        self._words: _Indices | None = None
        self._vectors: _Numbers | None = None

    def __call__(self, words: _Indices) -> _Numbers:
        """Return the vectors of a batch of words; those of the very batch that was asked for last are still there."""
        if self._vectors is None or words is not self._words:
            self._words, self._vectors = words, self._embedding(words)
        return self._vectors


class Convolution:
    """A convolution over the words of sentences, as `slovnet.exec.model.Conv1d`."""

    def __init__(self, layer: Any) -> None:
        self._filters, channels, self._width = layer.weight.shape
        self._weight: _Numbers = layer.weight.array.reshape(self._filters, channels * self._width).T
        self._bias: _Numbers = layer.bias.array
        self._padding: int = layer.padding

    def __call__(self, sentences: _Numbers) -> _Numbers:
        """Return what the filters see: from batch x channels x words to batch x filters x words."""
        batch, channels, length = sentences.shape
        padded = np.zeros((batch, length + 2 * self._padding, channels), sentences.dtype)
        padded[:, self._padding : self._padding + length] = sentences.swapaxes(1, 2)
        count = padded.shape[1] - self._width + 1
        windows = np.empty((batch, count, channels, self._width), sentences.dtype)
        for shift in range(self._width):
            windows[..., shift] = padded[:, shift : shift + count]
        seen = np.matmul(windows.reshape(batch * count, channels * self._width), self._weight) + self._bias
        return cast(_Numbers, seen.reshape(batch, count, self._filters).swapaxes(1, 2))


def quicken(models: Sequence[Any]) -> None:
    """Let models share the vectors of words, which must be the same in all, and put `Convolution` in their layers."""
    shared = WordVectors(models[0].emb.word)
    for model in models:
        model.emb.word = shared
        for layer in model.encoder.layers:
            layer.conv = Convolution(layer.conv)
