"""What a cue verb attributes, from the tree of its sentence: "X said that …", "…, said X", "X accused Y of …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from according.extract.statements.around import (
    CLOSING,
    OPENING,
    Part,
    adds,
    around,
    has_its_own,
    is_quoted,
    opening,
)
from according.extract.statements.objects import amount, lead, person, thing, verdict
from according.extract.tree import VERBS, Tree
from according.knowledge.speech_cues import Reading, SpeechCues

_FAR = 12
_SKIPPED = ("PUNCT", "CCONJ")
_SHUT = CLOSING | {";", ":", "«", "„"}
_ENDS = CLOSING - {"’", "'"}
_LONGEST = 400
"""Tokens of a quotation within a sentence whose end is looked for."""
_OBJECTS = {"amount": amount, "verdict": verdict}
_ANY = Reading("say", "quotation", (), reflexive=False)
"""How any verb is understood that stands behind a quotation with who speaks."""


@dataclass(frozen=True, slots=True)
class Said:
    """Stretches of tokens that are attributed, and how the verb was understood."""

    parts: tuple[Part, ...]
    reading: Reading
    pattern: str


def said(tree: Tree, verb: int, cues: SpeechCues, speaker: int | None) -> Said | None:
    """Return what a verb attributes; None for a verb that attributes nothing."""
    readings = _readings(tree, verb, cues)
    marker = tree.child(verb, "marker")
    if marker and marker < verb and is_quoted(tree, marker - 1):  # "…”, as the talks went on"
        readings = [each for each in readings if each.frame != "quotation"]
    if not readings:
        return _reported(tree, verb, cues, speaker)
    return next(_ways(tree, verb, cues, speaker, readings), None)


def _ways(
    tree: Tree, verb: int, cues: SpeechCues, speaker: int | None, readings: Sequence[Reading]
) -> Iterator[Said]:
    """Yield the ways to understand a verb with the words around it, the best first."""
    clause = next((each for each in readings if each.frame in _CLAUSES), None)
    for each in readings:
        if each.frame == "person":
            yield from _one(person(tree, verb, each, cues, also=clause is not None), each, "person")
    before = _quoted_before(tree, verb, speaker)
    if clause is not None:
        inverted = speaker is not None and speaker > verb
        if (before or inverted) and _complementiser(tree, verb, cues, None) is None:
            yield from _several(around(tree, verb, cues, speaker), clause)
        if not _has_object(tree, verb, speaker, readings):
            yield from _one(_told(tree, verb, clause, cues), clause, "clause")
    for each in readings:
        if each.frame in ("plan", "wish"):
            yield from _one(_meant(tree, verb, cues, each), each, each.frame)
    yield from _one(opening(tree, verb, cues, speaker), clause or readings[0], "opening")
    if clause is not None or before:
        yield from _several(around(tree, verb, cues, speaker), clause or readings[0])
    for frames in (("amount",), ("verdict",), ("object", "predicate"), ("quoted",)):
        for each in readings:
            if each.frame in frames:
                found = _OBJECTS.get(each.frame, thing)
                yield from _one(found(tree, verb, each, cues, speaker), each, each.frame)


_CLAUSES = ("clause", "quotation", "that")


def _told(tree: Tree, verb: int, reading: Reading, cues: SpeechCues) -> Part | None:
    """Return the clause or quotation after a verb and the words that it needs behind it: "fit savoir que"."""
    led = lead(tree, verb, reading) if reading.leads else None
    if led is not None and tree.tokens[led].pos in VERBS:
        return _after(tree, led, cues, None)
    part = _after(tree, verb, cues, led)
    joined = part is not None and part[0] > 0 and tree.words[part[0] - 1] in cues.joining
    return part if joined or reading.frame != "that" else None


def _has_object(tree: Tree, verb: int, speaker: int | None, readings: Sequence[Reading]) -> bool:
    """Return whether a verb that can have a noun as what is said has one right behind it, before any clause."""
    found = tree.child(verb, "object")
    if (
        found is None
        or found == speaker
        or not any(each.frame == "object" and not each.leads for each in readings)
    ):
        return False
    last = tree.last(found)
    if last + 2 < len(tree.words) and tree.words[last + 1] in (",", ":") and tree.words[last + 2] in OPENING:
        return False  # "urged voters, “Go”"
    near = verb < found and tree.first(found) - verb <= _CLOSE and tree.tokens[found].pos == "NOUN"
    clause = tree.child(verb, "clause")
    return near and (clause is None or tree.first(clause) > found)


_CLOSE = 3
"""Words from a verb to its object, at most: an adverb may stand between."""


def _one(part: Part | None, reading: Reading, pattern: str) -> Iterator[Said]:
    if part is not None:
        yield Said((part,), reading, pattern)


def _several(parts: tuple[Part, ...] | None, reading: Reading) -> Iterator[Said]:
    if parts is not None:
        yield Said(parts, reading, "around")


def _readings(tree: Tree, verb: int, cues: SpeechCues) -> list[Reading]:
    """Return the ways to understand a verb that its words allow, those with the most words first."""
    known = cues.verbs.get(tree.lemmas[verb], ())
    reflexive = any(tree.words[each] in cues.reflexives for each in tree.below[verb] if each < verb)
    fit = [each for each in known if each.reflexive == reflexive]
    led = [
        each
        for each in fit
        if each.leads and _has_leads(tree, verb, each) and lead(tree, verb, each) is not None
    ]
    return [*led, *(each for each in fit if not each.leads)]


def _has_leads(tree: Tree, verb: int, reading: Reading) -> bool:
    """Return whether all the words after a verb that a reading needs stand near it, in a row."""
    size = len(reading.leads)
    near = range(verb + 1, min(verb + 1 + _FAR * 2, len(tree.words) - size + 1))
    return size == 1 or any(tuple(tree.words[at : at + size]) == reading.leads for at in near)


def _reported(tree: Tree, verb: int, cues: SpeechCues, speaker: int | None) -> Said | None:
    """Return the quotation before a verb that is no cue by itself: "« … », railla-t-il"."""
    own = speaker is not None and (tree.under(speaker, verb) or abs(speaker - verb) <= 2)
    own = own and tree.words[speaker or 0] not in cues.things
    if not own or tree.tokens[verb].pos != "VERB" or not _quoted_before(tree, verb, speaker):
        return None
    if has_its_own(tree, verb, cues, speaker) or tree.child(verb, "marker") is not None:
        return None
    parts = around(tree, verb, cues, speaker)
    return None if parts is None else Said(parts, _ANY, "quotation")


def _quoted_before(tree: Tree, verb: int, speaker: int | None) -> bool:
    first = min(verb, tree.first(speaker) if speaker is not None and speaker < verb else verb)
    while (
        first > 0
        and tree.tokens[first - 1].pos in ("AUX", "PRON", "PART")
        and tree.tokens[first - 1].head == verb
    ):
        first -= 1
    return first > 0 and is_quoted(tree, first - 1)


def _after(tree: Tree, verb: int, cues: SpeechCues, led: int | None) -> Part | None:
    """Return the clause or quotation after a verb."""
    head = next(
        (
            each
            for each in tree.children(verb, "clause")
            if tree.first(each) > verb and tree.words[each] not in OPENING
        ),
        None,
    )
    mark = _mark_after(tree, verb, head)
    if mark is not None:
        judged = all(each.manner == "estimate" for each in cues.verbs.get(tree.lemmas[verb], ()))
        return mark, _quoted_end(tree, mark, len(tree.tokens) - 1, alone=judged)
    marker = _complementiser(tree, verb, cues, head)
    if marker is not None:
        clause = tree.tokens[marker].head
        end = _end(tree, clause, verb, cues) if clause > marker else len(tree.tokens) - 1
        return (marker + 1, _whole(tree, end)) if marker < end else None
    if head is None or led == head:
        return None
    start = tree.first(head)
    relative = tree.words[start] in cues.relatives - cues.complementisers and start > verb + 1
    if tree.words[start] in cues.as_ or relative:
        return None
    while start < head and _leads_in(tree, start, cues):
        start += 1
    if (
        tree.child(head, "subject", "passive subject", "marker") is None
        and tree.tokens[head].pos not in VERBS
    ):
        near = [tree.last(each) for each in tree.children(verb, "oblique", "object") if each > head]
        return start, max([tree.last(head), *near])
    return _behind_occasion(tree, start, head, cues), _whole(tree, _end(tree, head, verb, cues))


def _behind_occasion(tree: Tree, start: int, head: int, cues: SpeechCues) -> int:
    """Return where a clause starts behind the day on which it was said: "said on Thursday it had"."""
    day = start + 1 if tree.tokens[start].relation == "case" else start
    subject = tree.child(head, "subject", "passive subject")
    beside = day != subject and day < head and tree.lemmas[day] in cues.occasions
    return day + 1 if beside and subject is not None and tree.first(subject) == day + 1 else start


def _quoted_end(tree: Tree, start: int, end: int, alone: bool) -> int:
    """Return where a stretch ends: with the quotation that it begins with, when a comma and no other one follow.

    `alone` says that nothing but a quotation can belong to the verb ("consider it “unjust”").
    """
    if tree.words[start] not in OPENING:
        return end
    limit = min(end, start + _LONGEST)
    shut = next((at for at in range(start + 1, limit) if tree.words[at] in _ENDS), end)
    comma = shut + 1 < end and "," in (tree.words[shut - 1], tree.words[shut + 1])
    more = any(tree.words[at] in OPENING for at in range(shut + 1, min(shut + _FAR, end)))
    return shut if (comma and not more) or alone else end


def _leads_in(tree: Tree, at: int, cues: SpeechCues) -> bool:
    """Return whether a token before a clause is no part of it."""
    word = tree.words[at]
    subject = tree.tokens[at].relation in ("subject", "passive subject", "determiner")
    that = word in cues.complementisers and not subject
    return that or word in cues.particles or word in (",", ":")


def _meant(tree: Tree, verb: int, cues: SpeechCues, reading: Reading) -> Part | None:
    """Return what somebody means to do ("plan"), or what he wants another to do ("wish")."""
    head = next((each for each in tree.children(verb, "clause", "modifier") if tree.first(each) > verb), None)
    if head is None or tree.tokens[head].pos not in VERBS:
        return None
    other = tree.child(head, "subject", "passive subject") is not None
    if other != (reading.frame == "wish"):
        return None
    if tree.tokens[head].relation == "clause":
        return _after(tree, verb, cues, None)
    # "intends for the army to stay", which parsers take for an aside
    near = other and tree.first(head) == verb + 1 and tree.tokens[verb + 1].relation == "marker"
    return (verb + 2, tree.last(head)) if near else None


def _whole(tree: Tree, end: int) -> int:
    """Return the end of a clause without the conjunction that leads on."""
    while end > 0 and tree.tokens[end].pos == "CCONJ":
        end -= 1
    return end


def _mark_after(tree: Tree, verb: int, head: int | None) -> int | None:
    """Return the token that a colon, or an opening quotation mark right behind the verb's own words, leads to."""
    for at in range(verb + 1, min(verb + 40, len(tree.tokens) - 1)):
        word = tree.words[at]
        if head is not None and at > tree.first(head) + 1:
            return None
        if _acts(tree, at, verb):
            return None
        if word == ":":
            return at + 1
        if word in OPENING and (at == verb + 1 or tree.words[at - 1] == "," or at - verb <= 3):
            if tree.tokens[at - 1].relation == "determiner":
                return None
            plain = all(tree.tokens[each].pos not in VERBS for each in range(verb + 1, at))
            clear = not any(tree.tokens[each].relation == "object" for each in range(verb + 1, at))
            return at if plain and (clear or tree.words[at - 1] == ",") else None
        if at - verb > _FAR and (tree.tokens[at].pos in VERBS or word in _SHUT):
            return None
    return None


def _acts(tree: Tree, at: int, verb: int) -> bool:
    """Return whether a token behind a verb is the subject of another one: what follows is a clause of its own."""
    token = tree.tokens[at]
    return (
        token.relation in ("subject", "passive subject")
        and token.head > verb
        and tree.words[at] not in tree.relatives
    )


def _complementiser(tree: Tree, verb: int, cues: SpeechCues, head: int | None) -> int | None:
    """Return the word that leads from a verb to what is said, nothing but who and when between them."""
    for at in range(verb + 1, min(verb + 1 + _FAR * 2, len(tree.tokens) - 1)):
        token = tree.tokens[at]
        word = tree.words[at]
        if word in cues.asides:
            return None
        if word in cues.complementisers:
            joined = tree.tokens[at - 1].pos == "CCONJ"  # "… but that": what goes on is another clause
            if joined or token.relation in ("subject", "passive subject", "object"):
                return None
            other = head is not None and tree.first(head) > at and not tree.under(at, head)
            if (other and tree.tokens[token.head].head != verb) or _deeper(tree, at, head):
                return None
            return at
        if token.pos in VERBS and token.relation not in ("auxiliary", "name"):
            return None
        if word in _SHUT:
            return None
    return None


def _deeper(tree: Tree, at: int, head: int | None) -> bool:
    """Return whether a "that" leads to a clause within the clause that is said: "said he is certain that"."""
    if head is None or tree.tokens[at].head == head or not tree.under(at, head):
        return False
    own = tree.child(head, "subject", "passive subject")
    return own is not None and own < at


def _end(tree: Tree, head: int, verb: int, cues: SpeechCues) -> int:
    """Return the last token of a clause that is said: what hangs on the verb behind it mostly belongs to it."""
    end = tree.last(head)
    for each in tree.below[verb]:
        token = tree.tokens[each]
        if tree.first(each) <= end or token.relation == "punctuation":
            continue
        cue = cues.says(token.lemma.casefold()) and token.pos in VERBS
        if token.relation == "conjunct" and _goes_on(tree, each, cues):
            end = tree.last(each)
            continue
        if token.relation == "conjunct" or cue or tree.first(each) > end + 2:
            break
        end = tree.last(each)
    return _cut(tree, head, end, cues)


def _goes_on(tree: Tree, conjunct: int, cues: SpeechCues) -> bool:
    """Return whether a further clause is said, too: "and that", with a subject of its own."""
    first = tree.first(conjunct)
    own = tree.child(conjunct, "subject", "passive subject") is not None
    return own and tree.tokens[first - 1].pos == "CCONJ" and tree.words[first] in cues.joining


def _cut(tree: Tree, head: int, end: int, cues: SpeechCues) -> int:
    """Return where a clause ends when another cue verb of the same speaker is joined: "and added that", ", adding"."""
    for at in range(head + 1, end):
        token = tree.tokens[at]
        if tree.words[at - 1] == "," and adds(tree, at, cues):
            return at - 2
        if (
            token.relation == "conjunct"
            and token.pos in VERBS
            and tree.words[at + 1] in cues.complementisers
            and tree.child(at, "subject", "passive subject") is None
            and any(each.frame == "clause" for each in cues.verbs.get(token.lemma.casefold(), ()))
        ):
            first = min(tree.first(at), at)
            while first > head and tree.tokens[first - 1].pos in _SKIPPED:
                first -= 1
            return first - 1
    return end
