"""Statements that a verb tells, from the tree of its sentence: "X said that …", "…, said X", "X accused Y of …"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from according.extract.tree import Tree
from according.knowledge.speech_cues import Reading, SpeechCues

_VERBS = ("VERB", "AUX")
_CLOSING = frozenset("»”\"’'“")
_OPENING = frozenset('«“„"‘')
_COMMAS = frozenset((",", "-", "–", "—", "…", "?", "!", "...", ",-", ",–", ",—"))
_SKIPPED = ("PUNCT", "CCONJ")
_FAR = 12
_BESIDE = (
    "subject", "passive subject", "auxiliary", "negation", "oblique", "indirect object", "agent", "object",
    "apposition", "case", "marker", "modifier", "name", "determiner",
)  # fmt: skip
"""What may stand beside a cue verb and is no part of what is said."""


@dataclass(frozen=True, slots=True)
class Said:
    """Stretches of tokens (first to last, inclusive) that are attributed, and how the verb was understood."""

    stretches: tuple[tuple[int, int], ...]
    reading: Reading
    pattern: str


def said(tree: Tree, verb: int, cues: SpeechCues, speaker: int | None) -> Iterator[Said]:
    """Yield what a cue verb attributes: nothing, or one reading."""
    readings = cues.verbs[tree.tokens[verb].lemma.casefold()]
    led = [each for each in readings if each.leads and _lead(tree, verb, each) is not None]
    plain = [each for each in readings if not each.leads]
    clause = next((each for each in (*led, *plain) if each.frame == "clause"), None)
    if clause is not None:
        after = _after(tree, verb, cues, _lead(tree, verb, clause) if clause.leads else None)
        if after is not None:
            yield Said((after,), clause, "clause")
            return
    for each in (*led, *plain):
        if each.frame == "person":
            found = _person(tree, verb, each)
            if found is not None:
                yield Said((found,), each, "person")
                return
    around = _around(tree, verb, cues, speaker) if clause is not None or readings[0].manner != "say" else None
    if around:
        yield Said(around, clause or readings[0], "around")
        return
    for each in (*led, *plain):
        if each.frame in ("object", "quoted", "predicate"):
            found = _object(tree, verb, each, cues, speaker)
            if found is not None:
                yield Said((found,), each, each.frame)
                return


def _lead(tree: Tree, verb: int, reading: Reading) -> int | None:
    """Return the dependent that the words after the verb lead to, or the word itself ("point out")."""
    word = reading.leads[0]
    for each in tree.below[verb]:
        if each > verb and tree.words[each] == word:
            return each
    for each in tree.below[verb]:
        if each > verb and any(
            tree.words[case] == word and tree.tokens[case].relation in ("case", "marker")
            for case in tree.below[each]
        ):
            return each
    for at in range(verb + 1, min(verb + 3, len(tree.tokens))):
        if tree.words[at] == word and at + 1 < len(tree.tokens):
            return at
    return None


def _after(tree: Tree, verb: int, cues: SpeechCues, lead: int | None) -> tuple[int, int] | None:
    """Return the clause or quotation after a verb."""
    length = len(tree.tokens)
    head = next(
        (
            each
            for each in tree.children(verb, "clause")
            if tree.first(each) > verb and tree.words[each] not in _OPENING
        ),
        None,
    )
    colon = _mark_after(tree, verb, head)
    if colon is not None:
        return colon, length - 1
    marker = _complementiser(tree, verb, cues, head)
    if marker is not None:
        clause = tree.tokens[marker].head
        end = _end(tree, clause, verb, cues) if clause > marker else _to_comma(tree, marker)
        return (marker + 1, end) if marker < end else None
    if head is None or lead == head:
        return None
    start = tree.first(head)
    while start < head and (
        tree.words[start] in cues.complementisers - {"who", "what", "how", "why", "whether", "if"}
        or tree.words[start] in (",", ":")
    ):
        start += 1
    end = _end(tree, head, verb, cues)
    return (start, end) if start <= end else None


def _mark_after(tree: Tree, verb: int, head: int | None) -> int | None:
    """Return the token that a colon, or an opening quotation mark right behind the verb's own words, leads to."""
    for at in range(verb + 1, min(verb + 40, len(tree.tokens) - 1)):
        word = tree.words[at]
        if word == ":":
            return at + 1
        if word in _OPENING and (head is None or at <= tree.first(head) + 1) and _only_beside(tree, verb, at):
            return at
        if at - verb > _FAR and (tree.tokens[at].pos in _VERBS or word in (";", "»", "”")):
            return None
        if head is not None and at >= head and not tree.under(at, verb):
            return None
    return None


def _only_beside(tree: Tree, verb: int, mark: int) -> bool:
    """Return whether nothing but who, when and to whom stands between a verb and a quotation mark."""
    if mark == verb + 1 or tree.words[mark - 1] == ",":
        return all(tree.tokens[at].pos not in _VERBS for at in range(verb + 1, mark))
    return False


def _complementiser(tree: Tree, verb: int, cues: SpeechCues, head: int | None) -> int | None:
    """Return the word that leads from a verb to what is said, nothing but who and when between them."""
    for at in range(verb + 1, min(verb + 1 + _FAR * 2, len(tree.tokens) - 1)):
        token = tree.tokens[at]
        if tree.words[at] in cues.complementisers:
            own = tree.tokens[token.head].head
            if head is not None and tree.first(head) > at and not tree.under(at, head) and own != verb:
                return None
            if token.relation in ("subject", "object") and tree.words[at] in ("who", "what", "how"):
                return None
            return at
        if token.pos in _VERBS and token.relation not in ("auxiliary", "name"):
            return None
        if tree.words[at] in (";", ":", "»", "”", '"', "«", "“"):
            return None
    return None


def _to_comma(tree: Tree, start: int) -> int:
    return len(tree.tokens) - 1


def _end(tree: Tree, head: int, verb: int, cues: SpeechCues) -> int:
    """Return the last token of a clause that is said: what hangs on the verb behind it mostly belongs to it."""
    end = tree.last(head)
    for each in sorted(tree.below[verb]):
        if tree.first(each) <= end:
            continue
        token = tree.tokens[each]
        if token.relation == "punctuation":
            continue
        cue = token.lemma.casefold() in cues.verbs and token.pos in _VERBS
        if token.relation == "conjunct" or cue or tree.first(each) > end + 2:
            break
        end = tree.last(each)
    return _cut(tree, head, end, cues)


def _cut(tree: Tree, head: int, end: int, cues: SpeechCues) -> int:
    """Return where a clause ends when a further cue verb of the same speaker is joined to it: "and added that"."""
    for at in range(head + 1, end):
        token = tree.tokens[at]
        if (
            token.relation == "conjunct"
            and token.pos in _VERBS
            and tree.words[at + 1] in cues.complementisers
            and tree.child(at, "subject", "passive subject") is None
            and any(each.frame == "clause" for each in cues.verbs.get(token.lemma.casefold(), ()))
        ):
            first = min(tree.first(at), at)
            while first > head and tree.tokens[first - 1].pos in _SKIPPED:
                first -= 1
            return first - 1
    return end


def _within_cue(tree: Tree, verb: int, cues: SpeechCues) -> bool:
    """Return whether a verb hangs, through whatever, on another cue with words before it."""
    at = verb
    for _ in range(len(tree.tokens)):
        head = tree.tokens[at].head
        if head == at:
            return False
        if (
            tree.tokens[head].lemma.casefold() in cues.verbs
            and tree.tokens[at].relation == "clause"
            and head < verb
        ):
            return True
        at = head
    return False


def _person(tree: Tree, verb: int, reading: Reading) -> tuple[int, int] | None:
    """Return all from the object on: "Baku of shelling", "both sides to stop"."""
    if reading.leads:
        target = _lead(tree, verb, reading)
        if target is None or tree.words[target] == reading.leads[0]:
            return None
        start = tree.first(target)
        while start < target and tree.tokens[start].relation in ("case", "punctuation"):
            start += 1
    else:
        target = tree.child(verb, "object", "indirect object")
        if target is None or target < verb:
            inner = tree.child(verb, "clause")
            target = None if inner is None else tree.child(inner, "subject")
            if target is None or target < verb:
                return None
        start = tree.first(target)
    end = max(
        [
            tree.last(target),
            *(
                tree.last(each)
                for each in tree.below[verb]
                if each > target
                and tree.tokens[each].relation
                in ("clause", "modifier", "oblique", "object", "indirect object", "other")
            ),
        ]
    )
    return start, end


def _object(
    tree: Tree, verb: int, reading: Reading, cues: SpeechCues, speaker: int | None
) -> tuple[int, int] | None:
    """Return the noun that a verb attributes, with all that hangs on it."""
    if reading.leads:
        target = _lead(tree, verb, reading)
        if target is None or tree.words[target] == reading.leads[0]:
            return None
        start = tree.first(target)
        while start < target and (
            tree.tokens[start].relation in ("case", "marker", "punctuation")
            and tree.words[start] not in _OPENING
        ):
            start += 1
    else:
        target = tree.child(verb, "object", *(("clause",) if reading.frame != "object" else ()))
        if target is None or target < verb or target == speaker:
            target = (
                tree.child(verb, "passive subject") if reading.frame == "object" and _by(tree, verb) else None
            )
            if target is None:
                return None
        start = tree.first(target)
    if tree.tokens[target].pos == "PRON" and tree.last(target) == tree.first(target):
        return None
    end = tree.last(target)
    for each in tree.below[verb]:
        if (
            each > target
            and tree.tokens[each].relation in ("oblique", "modifier", "clause")
            and tree.first(each) <= end + 1
        ):
            if tree.words[tree.first(each)] in cues.to or each == speaker:
                break
            end = tree.last(each)
    for each in tree.below[target]:
        aside = tree.tokens[each].relation == "apposition" or tree.tokens[each].pos in _VERBS
        if each > target and aside and tree.words[tree.first(each) - 1] == ",":
            return start, tree.first(each) - 2
    return start, end


def _by(tree: Tree, verb: int) -> bool:
    return tree.child(verb, "agent") is not None


def block(tree: Tree, verb: int, speaker: int | None) -> tuple[int, int]:
    """Return the first and last of the words around a verb that say who speaks, when and where."""
    mine: dict[int, bool] = {verb: True}

    def belongs(at: int) -> bool:
        path: list[int] = []
        while at not in mine:
            path.append(at)
            token = tree.tokens[at]
            if token.head == at or len(path) > 60:
                mine[at] = False
                break
            if token.head == verb:
                fits = token.relation in _BESIDE and not (
                    token.relation == "modifier" and token.pos in _VERBS
                )
                fits = fits or (token.relation == "other" and token.pos in ("PRON", "PART")) or at == speaker
                fits = fits and not (token.relation == "subject" and at != speaker)
                mine[at] = fits
                break
            at = token.head
        value = mine[at]
        for each in path:
            mine[each] = value
        return value

    first = last = verb
    while first > 0 and belongs(first - 1):
        first -= 1
    while last + 1 < len(tree.tokens):
        comma = tree.tokens[last + 1].pos == "PUNCT"
        if belongs(last + 1) or (
            comma
            and last + 2 < len(tree.tokens)
            and tree.tokens[last + 2].pos != "PUNCT"
            and belongs(last + 2)
        ):
            last += 1
        else:
            break
    return first, last


def _around(
    tree: Tree, verb: int, cues: SpeechCues, speaker: int | None
) -> tuple[tuple[int, int], ...] | None:
    """Return what stands before a cue, or before and behind it: "…, said X", "…, X said, …"."""
    first, last = block(tree, verb, speaker)
    before = first - 1
    if before < 0:
        return None
    own = speaker is not None and tree.under(speaker, verb)
    token = tree.tokens[verb]
    clause = next((each for each in tree.children(verb, "clause", "other") if tree.first(each) < first), None)
    quoted = tree.words[before] in _CLOSING or (
        tree.words[before] in _COMMAS
        and before > 0
        and (tree.words[before - 1] in _CLOSING or tree.words[before - 1] in _COMMAS)
    )
    comma = tree.words[before] in _COMMAS or tree.words[before].endswith("-")
    parenthetical = (
        comma
        and own
        and (token.head < first or token.head == verb or tree.tokens[token.head].relation == "root")
        and token.relation in ("other", "modifier", "conjunct", "clause", "apposition", "root")
    )
    if not (
        quoted
        or parenthetical
        or (clause is not None and (comma or tree.tokens[clause].relation == "clause"))
    ):
        return None
    top = clause if clause is not None else token.head
    start = 0 if quoted or not _within_cue(tree, verb, cues) else tree.first(top)
    if start > before:
        return None
    parts = [(start, before)]
    after = last + 1
    if after + 1 < len(tree.tokens) and tree.tokens[after].pos == "PUNCT":
        inside = (
            top is not None
            and top != verb
            and tree.last(top) > after
            and tree.under(after + 1, top)
            and not (clause is None and tree.under(after + 1, verb))
        )
        opens = any(tree.words[at] in _OPENING for at in range(after, min(after + 3, len(tree.tokens))))
        if inside or opens or tree.words[after] == ":":
            parts.append((after + 1, len(tree.tokens) - 1 if opens else tree.last(top)))
    return tuple(parts)
