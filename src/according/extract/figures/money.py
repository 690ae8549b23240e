"""Money whose name is also something else's, or another state's."""

from __future__ import annotations

from collections.abc import Sequence

from according.extract.figures.numbers import Numeral
from according.extract.figures.surroundings import Surroundings
from according.extract.tree import Tree
from according.knowledge.fold import fold
from according.model import Token

_LARGE = 1e6
_NEAR = 50


def is_other(scene: Surroundings, tree: Tree, numeral: Numeral, after: int) -> bool:
    """Return whether a unit of money is rather what its name also means, by words near it: pounds of weight."""
    if numeral.scale >= _LARGE or any(sign in scene.text for sign in scene.words.phrases("doubtless")):
        return False
    near = (*scene.before(numeral.span.start, _NEAR).split(), *scene.after(numeral.span.end, _NEAR).split())
    if any(word.startswith(scene.words.phrases("doubtful_near")) for word in near):
        return True
    follows = tree.tokens[after] if after < len(tree.tokens) else None
    return (
        follows is not None
        and follows.pos == "NOUN"
        and not scene.words.has("money", fold(follows.lemma).text)
    )


def of_another_state(
    scene: Surroundings, tokens: Sequence[Token], noun: int, after: int, number_end: int
) -> str | None:
    """Return what is written for money that a word beside its noun says is of a state that no code is known of.

    Pounds of Somaliland are not those of Britain.
    """
    shared = next((key for key in scene.keys(tokens[noun]) if key in scene.words.shared_money), None)
    if shared is None or after != noun + 1:
        return None
    before = tokens[noun - 1] if noun else None
    if before is not None and before.span.start >= number_end and _is_of_state(scene, before):
        return f"{fold(before.text).text} {shared}"
    behind = tokens[after] if after < len(tokens) else None
    if (
        behind is not None
        and behind.text.islower()
        and not scene.words.peoples.isdisjoint(scene.keys(behind))
    ):
        return f"{shared} {fold(behind.text).text}"
    return None


def _is_of_state(scene: Surroundings, token: Token) -> bool:
    word = fold(token.text).text
    if (
        token.pos in ("NUM", "ADP", "DET")
        or scene.words.has("between", word)
        or scene.words.has("whole", word)
    ):
        return False
    return token.text[:1].isupper() or not scene.words.peoples.isdisjoint(scene.keys(token))
