"""Words that deny, by language: `negation.yml`, whose head says what each list holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from according.knowledge.fold import fold, load_data, texts


@dataclass(frozen=True, slots=True)
class Patterns:
    """Folded words, whole or by what they begin with, end in or hold."""

    whole: frozenset[str]
    begins: tuple[str, ...]
    ends: tuple[str, ...]
    holds: tuple[str, ...]

    @classmethod
    def of(cls, listed: object) -> Patterns:
        """Take words in which a * stands for any letters: before, behind or around the rest."""
        some = [
            (each.startswith("*"), each.endswith("*"), fold(each.strip("*")).text) for each in texts(listed)
        ]
        return cls(
            whole=frozenset(word for before, behind, word in some if not before and not behind),
            begins=tuple(word for before, behind, word in some if behind and not before),
            ends=tuple(word for before, behind, word in some if before and not behind),
            holds=tuple(word for before, behind, word in some if before and behind),
        )

    def fit(self, word: str) -> bool:
        """Whether a folded word is one of these."""
        return (
            word in self.whole
            or word.startswith(self.begins)
            or word.endswith(self.ends)
            or any(part in word for part in self.holds)
        )


@dataclass(frozen=True, slots=True)
class Negation:
    """How a language denies."""

    words: Patterns
    but: Patterns

    def denies(self, word: str) -> bool:
        """Whether a folded word denies something.

        >>> known = negation("tr")
        >>> known is not None and (known.denies("vurulmadigini"), known.denies("vuruldugunu"))
        (True, False)
        """
        return self.words.fit(word) and not self.but.fit(word)


@cache
def negation(language: str | None) -> Negation | None:
    """Return how a language (BCP 47) denies; None where nobody has written it down."""
    raw = cast(Mapping[str, Any], load_data("negation.yml"))
    listed = raw.get((language or "").partition("-")[0])
    if listed is None:
        return None
    anywhere = [f"*{word}*" for word in listed["words"]] if listed.get("parted") else listed["words"]
    return Negation(Patterns.of(anywhere), Patterns.of(listed.get("but")))
