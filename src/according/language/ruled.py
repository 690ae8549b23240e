"""An attribute ruler of spaCy that finds the same words by the same rules in a fraction of the time.

A ruler tries all its rules on every word, one after another. Most of them ask for one word with one tag or one of some
spellings: those are looked up. What is left goes the ruler's own way, in sentences that have a word it needs.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc

_Asked = dict[str, tuple[int, ...]]
"""What is asked of a word, by the names of its attributes: one of some values each."""


class Ruled:
    """The rules of an attribute ruler: those for one word by what they ask of it, and the others."""

    def __init__(self, ruler: AttributeRuler) -> None:
        from spacy.matcher import Matcher

        self._strings = ruler.vocab.strings
        self._others = Matcher(ruler.vocab)
        self._needed: list[tuple[str, frozenset[int]]] = []
        self._always = False
        rules: dict[tuple[str, ...], dict[tuple[int, ...], list[tuple[int, int]]]] = {}
        for number, name, pattern in self._patterns(ruler):
            asked = [self._asked(word) for word in pattern]
            if len(pattern) == 1 and len(asked[0]) == len(pattern[0]):
                for values in product(*asked[0].values()):
                    rules.setdefault(tuple(asked[0]), {}).setdefault(values, []).append((number, name))
                continue
            self._others.add(str(number), [pattern])
            needed = next(((key, frozenset(few)) for word in asked for key, few in word.items()), None)
            self._needed += [] if needed is None else [needed]
            self._always |= needed is None
        keys = sorted({key for keys in rules for key in keys} | {key for key, _ in self._needed})
        self._attributes: list[int | str] = [*keys]
        self._rules = sorted(rules.items())

    def _patterns(self, ruler: AttributeRuler) -> Iterator[tuple[int, int, list[dict[str, Any]]]]:
        """Yield the rules with their numbers, as such and as names."""
        for number, rule in enumerate(ruler.patterns):
            for pattern in cast("list[list[dict[str, Any]]]", rule["patterns"]):
                yield number, self._strings.add(str(number)), pattern

    def _asked(self, word: Mapping[str, Any]) -> _Asked:
        """Return what a rule asks of a word, as far as that is one of some values; nothing of one that may lack."""
        found: _Asked = {}
        for key in sorted(word) if "OP" not in word else ():
            value = word[key]
            if isinstance(value, dict) and [*value] == ["IN"]:
                found[key] = tuple(map(self._strings.add, value["IN"]))
            elif isinstance(value, bool):
                found[key] = (int(value),)
            elif isinstance(value, str):
                found[key] = (self._strings.add(value),)
        return found

    def match(self, doc: Doc) -> list[tuple[int, int, int, int]]:
        """Return where rules hold, in the order in which they apply, as `AttributeRuler.match`.

        Each is the rule's number, that as a name, the first word and the one behind the last.
        """
        array = doc.to_array(self._attributes).reshape(len(doc), len(self._attributes))
        written = dict(zip(self._attributes, array.T.tolist(), strict=True))
        found: list[tuple[int, int, int, int]] = []
        if self._always or any(not few.isdisjoint(written[key]) for key, few in self._needed):
            found += [
                (int(self._strings[name]), name, first, end)
                for name, first, end in self._others(doc, allow_missing=True, as_spans=False)
            ]
        for keys, known in self._rules:
            for at, values in enumerate(zip(*(written[key] for key in keys), strict=True)):
                if values in known:
                    found += [(number, name, at, at + 1) for number, name in known[values]]
        return sorted(found)


def quicken(ruler: AttributeRuler) -> None:
    """Let an attribute ruler look its rules up."""
    ruler.match = Ruled(ruler).match  # type: ignore[method-assign]
