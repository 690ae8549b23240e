"""Numbers that are labels: of names (Thunderbolt 3, LC 500), of addresses, of the lines of tables and lists."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from according.extract.figures.counted import Counted
from according.extract.figures.numbers import Numeral
from according.extract.figures.surroundings import Surroundings
from according.knowledge.fold import fold
from according.knowledge.inflection import bases
from according.model import Token

_ADDRESS = 5
"""Words with a capital among which the one for a street stands: 3170 W. County Road."""
_LEAST = 1000
"""No name has a number as large as that and a noun after it."""


def is_label(scene: Surroundings, numeral: Numeral, found: Counted) -> bool:
    """Return whether digits before a noun are part of a name, an address or a list without sentences."""
    if found.how != "noun" or not numeral.digits or found.head is None:
        return False
    index = scene.sentence(numeral.span.start)
    if index is None:
        return False
    tree, starts = scene.tree(index)
    tokens, at = tree.tokens, bisect_left(starts, numeral.span.start)
    if not at < len(starts) or starts[at] != numeral.span.start:
        return False
    if _is_address(scene, tokens, at + 1):
        return True
    if not tree.parsed or _is_known(scene, found):
        return False
    if _is_one_of_its_kind(scene, numeral, tokens[found.head]):
        return True
    small = (numeral.value or numeral.high or 0) < _LEAST and numeral.scale == 1
    if small and _is_of_name(tokens, at, found.head):
        return True
    head = tokens[found.head]
    if (
        head.pos == "PROPN"
        and len(bases(head.text, scene.language)) == 1
        and fold(head.lemma).text == fold(head.text).text
    ):
        return True
    return scene.is_list(index) and (at == 0 or tokens[at - 1].pos != "ADP")


def _is_one_of_its_kind(scene: Surroundings, numeral: Numeral, noun: Token) -> bool:
    """Whether a noun in the singular stands after a number of several: Wi-Fi 6 support."""
    if not scene.words.plurals or noun.pos != "NOUN" or numeral.value in (None, 1.0):
        return False
    word = fold(noun.text).text
    singular = word == fold(noun.lemma).text and word.isalpha() and not word.endswith("s")
    return singular and not scene.words.has("invariant", word)


def _is_known(scene: Surroundings, found: Counted) -> bool:
    return found.unit in scene.words.things.values() or found.unit in scene.words.times


def _is_of_name(tokens: Sequence[Token], at: int, head: int) -> bool:
    """Whether the name right before a number goes with the noun after it, or has the noun beside it."""
    if at == 0 or tokens[at - 1].pos != "PROPN":
        return False
    name = at - 1
    first = name
    while first > 0 and tokens[first - 1].pos in ("PROPN", "ADJ"):
        first -= 1
    # "In Syria 300 schools": where it is.
    if first > 0 and tokens[first - 1].pos == "ADP":
        return False
    belongs = tokens[name].head == head and tokens[name].relation in ("genitive", "modifier", "name")
    beside = tokens[head].relation == "apposition" and first <= tokens[head].head <= name
    return belongs or beside or tokens[name].head == name


def _is_address(scene: Surroundings, tokens: Sequence[Token], first: int) -> bool:
    """Whether a word for a street follows among words with capitals."""
    for token in tokens[first : first + _ADDRESS]:
        if not token.text[:1].isupper():
            return False
        if any(scene.words.has("streets", key) for key in scene.keys(token)):
            return True
    return False
