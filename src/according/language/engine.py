"""The one door to sentences, words and names: an engine for every language.

Models are packages that may be absent; then the fallback, which needs none, takes their place.
"""

from __future__ import annotations

import os
from functools import cache
from importlib.util import find_spec
from typing import Protocol

from according.language import english, french, russian
from according.language.fallback import FallbackEngine
from according.model import Sentence

_MODELS = {"en": english, "fr": french, "ru": russian}
"""The languages with a model. Each module names its packages, best first, and loads one; nothing heavy before that."""

# More threads make sums in another order, and other sums: the same bytes on every machine need one. The libraries
# read these when they are loaded.
for _name in ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "OMP_NUM_THREADS"):
    os.environ.setdefault(_name, "1")


class Engine(Protocol):
    """Finds sentences, words and names in texts of one language."""

    language: str | None

    def annotate(self, text: str) -> list[Sentence]:
        """Return the sentences of a text, in order; all positions are those of `text`."""


def missing(language: str | None) -> str | None:
    """Return the package to install so that a language gets its model.

    None when the model is there, or when there is none for the language.
    """
    model = _MODELS.get(language or "")
    return model.PACKAGES[-1] if model and _installed(model.PACKAGES) is None else None


def models() -> tuple[str, ...]:
    """Return the installed packages that texts are annotated with: with others, other names are found."""
    found = (_installed(model.PACKAGES) for model in _MODELS.values())
    return tuple(package for package in found if package)


@cache
def engine(language: str | None) -> Engine:
    """Return the engine of a language (BCP 47 primary subtag), loaded at the first call in a process."""
    model = _MODELS.get(language or "")
    package = _installed(model.PACKAGES) if model else None
    return model.load(package) if model and package else FallbackEngine(language)


def _installed(packages: tuple[str, ...]) -> str | None:
    """Return the first of some packages that is installed."""
    return next((name for name in packages if find_spec(name) is not None), None)
