"""What is said before a cue verb, or before and behind it: "…", said X; "…", X said, "…"; as X said, …."""

from __future__ import annotations

from according.extract.tree import VERBS, Tree
from according.knowledge.speech_cues import SpeechCues

CLOSING = frozenset("»”\"’'“")
OPENING = frozenset('«“„"‘')
BREAKS = frozenset((",", "-", "–", "—", "…", "?", "!", "...", ",-", ",–", ",—"))
"""What stands between words and the cue behind them."""
_BESIDE = (
    "subject", "passive subject", "auxiliary", "negation", "oblique", "indirect object", "agent", "object",
    "apposition", "case", "marker", "modifier", "name", "determiner",
)  # fmt: skip
"""What may stand beside a cue verb and is no part of what is said."""
_DEEPEST = 60
_CLITICS = 4
"""Words before a verb among which inverted pronouns stand."""

Part = tuple[int, int]
"""The first and the last of a run of tokens."""


def block(tree: Tree, verb: int, speaker: int | None) -> Part:
    """Return the first and the last of the words around a verb that say who speaks, when and where."""
    known: dict[int, bool] = {verb: True}
    first = last = verb
    while first > 0 and _belongs(tree, first - 1, verb, speaker, known):
        first -= 1
    length = len(tree.tokens)
    while last + 1 < length:
        step = 1
        if (
            tree.tokens[last + 1].pos == "PUNCT"
            and last + 2 < length
            and tree.tokens[last + 2].pos != "PUNCT"
        ):
            step = 2
        if not _belongs(tree, last + step, verb, speaker, known):
            break
        last += step
    return first, last


def _belongs(tree: Tree, at: int, verb: int, speaker: int | None, known: dict[int, bool]) -> bool:
    """Return whether a token hangs on a verb by what is no part of the words said; `known` keeps the answers."""
    if verb - _CLITICS <= at < verb and tree.words[at][0] == "-" and tree.words[at][1:].isalpha():
        return True  # "a-t-on dit", whose parts parsers hang anywhere
    path: list[int] = []
    while at not in known:
        path.append(at)
        token = tree.tokens[at]
        if token.head == at or len(path) > _DEEPEST:
            known[at] = False
        elif token.head == verb:
            fits = token.relation in _BESIDE and not (token.relation == "modifier" and token.pos in VERBS)
            fits = fits or (token.relation == "other" and token.pos in ("PRON", "PART"))
            known[at] = at == speaker or (fits and token.relation != "subject")
        else:
            at = token.head
    for each in path:
        known[each] = known[at]
    return known[at]


def around(tree: Tree, verb: int, cues: SpeechCues, speaker: int | None) -> tuple[Part, ...] | None:
    """Return the words before a cue, with those behind it when it interrupts them."""
    first, last = block(tree, verb, speaker)
    before = first - 1
    if before < 0:
        return None
    clause = next((each for each in tree.children(verb, "clause", "other") if tree.first(each) < first), None)
    quoted = is_quoted(tree, before)
    if not quoted and has_its_own(tree, verb, cues, speaker):
        return None
    comma = tree.words[before] in BREAKS or tree.words[before].endswith("-")
    comma = comma or (tree.tokens[verb].relation == "other" and speaker is not None and speaker > verb)
    if not (
        quoted
        or (comma and _parenthetical(tree, verb, first, speaker, cues))
        or (clause is not None and (comma or tree.tokens[clause].relation == "clause"))
    ):
        return None
    if not quoted and tree.words[before] in cues.relatives | cues.complementisers:
        return None
    top = clause if clause is not None else tree.tokens[verb].head
    start = 0 if quoted or not _within_cue(tree, verb, cues) else tree.first(top)
    if start > before:
        return None
    behind = _behind(tree, verb, last, top, hangs=clause is not None)
    if behind is not None and adds(tree, behind[0], cues):
        behind = None
    return ((start, before),) if behind is None else ((start, before), behind)


def has_its_own(tree: Tree, verb: int, cues: SpeechCues, speaker: int | None) -> bool:
    """Return whether what a verb tells stands behind it, and nothing before: "…, Y added a goal"."""
    return tree.lemmas[verb] not in cues.addressed and any(
        verb < tree.first(each) and each != speaker for each in tree.children(verb, "object", "clause")
    )


def is_quoted(tree: Tree, before: int) -> bool:
    """Return whether a quotation, not a name in marks, ends at a token or right before it."""
    shut = before
    while shut > max(0, before - 2) and tree.words[shut] in BREAKS and tree.words[shut] not in CLOSING:
        shut -= 1
    return tree.words[shut] in CLOSING and not _is_name(tree, shut)


def _is_name(tree: Tree, shut: int) -> bool:
    """Return whether some words in marks, which end at a token, are a name: “60 Minutes”."""
    first = shut - 1
    while first > max(0, shut - _LONGEST_NAME) and tree.words[first] not in OPENING:
        first -= 1
    inside = [tree.tokens[at].text[:1] for at in range(first + 1, shut)]
    return (
        tree.words[first] in OPENING
        and len(inside) > 1
        and all(sign.isupper() or sign.isdigit() for sign in inside)
    )


_LONGEST_NAME = 5


def _parenthetical(tree: Tree, verb: int, first: int, speaker: int | None, cues: SpeechCues) -> bool:
    """Return whether a verb with its own subject hangs on what stands before it, or is all that the tree has."""
    token = tree.tokens[verb]
    own = speaker is not None and tree.under(speaker, verb)
    before = {*tree.words[first:verb], *tree.lemmas[first:verb]}
    if before & (cues.relatives | cues.complementisers | cues.where) - cues.as_:
        return False
    if token.relation == "root" and (speaker is None or speaker < verb):
        return False
    fits = token.head < first or token.head == verb or tree.tokens[token.head].relation == "root"
    fits = fits or (speaker is not None and speaker > verb)
    return (
        own and fits and token.relation in ("other", "modifier", "conjunct", "clause", "apposition", "root")
    )


def _behind(tree: Tree, verb: int, last: int, top: int, hangs: bool) -> Part | None:
    """Return what goes on behind a cue and the comma after it."""
    after, length = last + 1, len(tree.tokens)
    if after + 1 >= length or tree.tokens[after].pos != "PUNCT":
        return None
    opens = any(tree.words[at] in OPENING for at in range(after, min(after + 3, length)))
    inside = top != verb and tree.last(top) > after and tree.under(after + 1, top)
    inside = inside and (hangs or not tree.under(after + 1, verb))
    if opens or tree.words[after] == ":":
        return after + 1, length - 1
    return (after + 1, tree.last(top)) if inside else None


def adds(tree: Tree, at: int, cues: SpeechCues) -> bool:
    """Return whether a participle that reports itself begins at a token, as in `he said, adding that`."""
    active = any(sign in tree.words[at][-4:] for sign in cues.active)
    return active and tree.tokens[at].pos in VERBS and cues.says(tree.lemmas[at])


def _within_cue(tree: Tree, verb: int, cues: SpeechCues) -> bool:
    """Return whether a verb hangs, through whatever, on another cue that stands before it."""
    at = verb
    for _ in range(_DEEPEST):
        head = tree.tokens[at].head
        if head == at:
            return False
        cue = cues.says(tree.lemmas[head])
        if cue and tree.tokens[at].relation == "clause" and head < verb:
            return True
        at = head
    return False


def opening(tree: Tree, verb: int, cues: SpeechCues, speaker: int | None) -> Part | None:
    """Return what follows a cue that opens its sentence in a clause of its own: "as X said, …"."""
    first, last = block(tree, verb, speaker)
    head = tree.tokens[verb].head
    if head <= last or speaker is None or not first <= speaker <= last:
        return None
    start = first
    while start > 0 and (
        tree.tokens[start - 1].pos in ("PUNCT", "CCONJ", "ADV") or tree.words[start - 1] in cues.as_
    ):
        start -= 1
    length = len(tree.tokens)
    if start > 0 or not any(tree.words[at] in cues.as_ for at in range(first, verb)):
        return None
    after = last + 1
    if after + 1 < length and tree.words[after] in BREAKS:
        return after + 1, length - 1
    return None
