"""The words for what a figure counts: a noun with all that belongs to it, what a percentage or a price is of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from according.extract.figures.surroundings import Surroundings
from according.extract.tree import Tree
from according.knowledge.fold import fold
from according.model import Span, Token

NOUNS = ("NOUN", "PROPN")
_DISTANCES = ("m", "km", "cm", "mm", "mile", "nautical mile", "foot")
_AMOUNTS = (
    "t",
    "kg",
    "g",
    "mg",
    "l",
    "ml",
    "cup",
    "teaspoon",
    "tablespoon",
    "ounce",
    "pound",
    "gallon",
    "barrel",
)
"""Units after which what there is so much of may stand without a word between."""
_MOST_WORDS = 14
_CODE = "="
"""In the codes of shares: XAU=."""
_MOST_OF = 6
_WITHIN = ("ADJ", "NOUN", "PROPN", "DET", "ADP", "PART", "SYM")
_OF = ("genitive", "modifier", "name", "case", "determiner", "apposition")


def phrase(scene: Surroundings, tree: Tree, first: int, head: int) -> Span:
    """Return the noun phrase around a noun: from a token on, with what belongs to it as far as the clause goes."""
    tokens = tree.tokens
    while first < head and (
        scene.words.has("whole", fold(tokens[first].text).text)
        or tokens[first].pos in ("DET", "PUNCT", "PRON")
    ):
        first += 1
    last = head
    index = head + 1
    while tree.parsed and index < len(tokens) and index - head < _MOST_WORDS:
        token = tokens[index]
        if scene.begins_date(token.span.start):
            break
        if (token.pos == "DET" and tokens[index - 1].pos != "ADP") or _CODE in token.text:
            break
        if token.text == "-" and is_hyphen(tokens, index):
            last, index = index + 1, index + 2
            continue
        if token.pos not in _WITHIN and token.text not in ("'s", "’s"):
            break
        if not tree.under(index, head) or not _belongs(tree, index, head):
            break
        if token.pos not in ("ADP", "DET", "PART"):
            last = index
        index += 1
    return Span(tokens[first].span.start, tokens[last].span.end)


def is_hyphen(tokens: Sequence[Token], index: int) -> bool:
    """Return whether a hyphen joins the words beside it."""
    if index + 1 >= len(tokens):
        return False
    here = tokens[index].span
    return tokens[index - 1].span.end == here.start and tokens[index + 1].span.start == here.end


def _belongs(tree: Tree, index: int, head: int) -> bool:
    """Whether every step from a token up to a noun is one of belonging."""
    while index != head:
        token = tree.tokens[index]
        if token.relation not in _OF or token.head == index:
            return False
        index = token.head
    return True


def measured(scene: Surroundings, span: Span, unit: str | None) -> Span | None:
    """Return what a figure with a unit is of: "of the population" after it, the noun it belongs to, the subject.

    `span` is the figure's, with its qualifier. What stands after a distance is rather what it is from, and a length
    of time tells nothing of the subject.
    """
    index = scene.sentence(span.start)
    if index is None or unit in ("time", "magnitude"):
        return None
    tree, starts = scene.tree(index)
    after = bisect_left(starts, span.end)
    if after < len(starts) and scene.words.has("worth", fold(tree.tokens[after].text).text):
        after += 1
    if after + 1 < len(starts) and scene.words.has("whole", fold(tree.tokens[after].text).text):
        return None if unit in _DISTANCES else _of(scene, tree, after + 1, lasting=unit in scene.words.times)
    first = bisect_left(starts, span.start)
    if not tree.parsed or first >= after:
        return None
    if (
        unit not in scene.words.times
        and unit not in _DISTANCES
        and (of := _beside(scene, tree, first, after, unit))
    ):
        return of
    return _owner(scene, tree, first, after, lasting=unit in scene.words.times or unit in _DISTANCES)


def _of(scene: Surroundings, tree: Tree, first: int, *, lasting: bool) -> Span | None:
    """Return the noun phrase after "of"."""
    for index in range(first, min(len(tree.tokens), first + _MOST_OF)):
        token = tree.tokens[index]
        owner = index + 1 < len(tree.tokens) and tree.tokens[index + 1].text in ("'s", "’s")
        compound = token.relation in ("modifier", "name") and token.head == index + 1
        if token.pos in NOUNS and not owner and not compound:
            if lasting and (token.pos == "PROPN" or tree.tokens[first].pos in ("DET", "PRON")):
                return None
            return phrase(scene, tree, first, index)
        if token.pos not in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "PART") or token.relation == "root":
            return None
    return None


def _beside(scene: Surroundings, tree: Tree, first: int, after: int, unit: str | None) -> Span | None:
    """Return what there is so much of, right after a measure: 20 тонн муки, 2 cups rice."""
    # The full stop of an abbreviation: 80 гр. муки.
    if after < len(tree.tokens) and tree.tokens[after].text == ".":
        after += 1
    for index in range(after, min(len(tree.tokens), after + _MOST_OF)):
        token = tree.tokens[index]
        if token.relation in ("modifier", "name") and index < token.head < after + _MOST_OF:
            continue
        if token.pos in NOUNS:
            owned = token.relation == "genitive" and first <= token.head < after
            stuff = unit in _AMOUNTS and token.relation not in ("subject", "passive subject", "oblique")
            if scene.in_date(token.span) or not (owned or stuff):
                return None
            return phrase(scene, tree, after, index)
        if token.pos != "ADJ":
            return None
    return None


def _owner(scene: Surroundings, tree: Tree, first: int, after: int, *, lasting: bool) -> Span | None:
    """Return the noun that a measure between two tokens belongs to, or what it says of a subject."""
    tokens = tree.tokens
    top = next((n for n in range(first, after) if not first <= tokens[n].head < after), None)
    if top is None:
        root = next((n for n in range(first, after) if tokens[n].head == n), None)
        return None if root is None or lasting else _described(scene, tree, root, first, after)
    head, relation = tokens[top].head, tokens[top].relation
    if head < first and tokens[head].pos in NOUNS and relation in ("genitive", "modifier", "oblique"):
        beside = all(tokens[n].pos in ("ADP", "DET", "ADV") for n in range(head + 1, first))
        person = any(scene.words.things.get(key) == "person" for key in scene.keys(tokens[head]))
        if relation == "oblique" and (person or not beside):
            return None
        if _is_hollow(scene, tokens[head]) or (lasting and not beside):
            return None
        return _up_to(tree, head, first)
    while after < head and tokens[after].pos == "PUNCT":
        after += 1
    if (
        head >= after
        and not _is_hollow(scene, tokens[head])
        and tokens[head].pos == "NOUN"
        and relation in ("modifier", "genitive")
        and head - after < 3
    ):
        return Span(tokens[after].span.start, tokens[head].span.end)
    if lasting:
        return None
    if tree.child(top, "subject") is not None:
        return _described(scene, tree, top, first, after)
    changes = fold(tokens[head].text).text.startswith(scene.words.phrases("reached") or ("\0",))
    return _said_of(scene, tree, head, first, after) if relation == "oblique" or changes else None


def _described(scene: Surroundings, tree: Tree, measure: int, first: int, after: int) -> Span | None:
    """Return the subject of which a measure is said: "turnout was 61 %"."""
    subject = tree.child(measure, "subject")
    return None if subject is None or first <= subject < after else _phrase_of(scene, tree, subject)


def _is_hollow(scene: Surroundings, token: Token) -> bool:
    """Whether a noun says nothing of what is measured."""
    return any(key in scene.words.measures or scene.words.has("hollow", key) for key in scene.keys(token))


def _up_to(tree: Tree, head: int, stop: int) -> Span:
    """Return a noun with what stands between it and a measure, without the preposition before that."""
    last = head
    for index in range(head + 1, min(stop, head + _MOST_WORDS)):
        token = tree.tokens[index]
        if token.pos not in _WITHIN or not tree.under(index, head):
            break
        if token.pos in ("NOUN", "PROPN", "ADJ"):
            last = index
    begin = head
    while begin > 1 and tree.tokens[begin - 1].text == "-" and is_hyphen(tree.tokens, begin - 1):
        begin -= 2
    while begin > 0 and tree.tokens[begin - 1].head == head and tree.tokens[begin - 1].pos in ("ADJ", *NOUNS):
        begin -= 1
    return Span(tree.tokens[begin].span.start, tree.tokens[last].span.end)


def _said_of(scene: Surroundings, tree: Tree, verb: int, first: int, after: int) -> Span | None:
    """Return what a verb changes, else its subject: "it cut taxes by 8 %", "GDP fell by 8 %"."""
    nouns = [index for index in tree.below[verb] if not first <= index < after]
    for wanted in (("object",), ("subject", "passive subject")):
        for index in nouns:
            if tree.tokens[index].relation in wanted and tree.tokens[index].pos == "NOUN":
                return _phrase_of(scene, tree, index)
    return None


def _phrase_of(scene: Surroundings, tree: Tree, noun: int) -> Span | None:
    """Return a noun with the words before and after it that belong to it; None for a pronoun and for a hollow word."""
    if tree.tokens[noun].pos not in NOUNS or _is_hollow(scene, tree.tokens[noun]):
        return None
    first = noun
    while first > 0 and tree.tokens[first - 1].head == noun and tree.tokens[first - 1].pos in ("ADJ", *NOUNS):
        first -= 1
    return phrase(scene, tree, first, noun)
