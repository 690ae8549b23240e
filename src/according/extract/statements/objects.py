"""Nouns that a cue verb attributes: "announced a ceasefire", "accused Baku of shelling", "called it a “lie”"."""

from __future__ import annotations

from according.extract.statements.around import OPENING, Part
from according.extract.tree import VERBS, Tree
from according.knowledge.speech_cues import Reading, SpeechCues

_MARKS = OPENING | {"»", "”"}
_COMPLEMENTS = ("clause", "modifier", "oblique", "object", "indirect object", "other")


def lead(tree: Tree, verb: int, reading: Reading) -> int | None:
    """Return the dependent that the words after the verb lead to, or the word itself ("point out")."""
    word = reading.leads[0]
    below = [*tree.below[verb]]
    if reading.frame == "verdict":  # parsers hang what something is called on the thing
        below += [each for thing in tree.children(verb, "object") for each in tree.below[thing]]
    for each in below:
        if each > verb and tree.words[each] == word:
            return each
    for each in below:
        if each > verb and any(
            word in (tree.words[case], tree.lemmas[case]) and tree.tokens[case].relation in ("case", "marker")
            for case in tree.below[each]
        ):
            return each
    for at in range(verb + 1, min(verb + 3, len(tree.tokens) - 1)):
        if tree.words[at] == word:
            return at
    return None


def _led(tree: Tree, verb: int, reading: Reading, cues: SpeechCues) -> tuple[int, int] | None:
    """Return the noun that the words after a verb lead to, and the first word behind them."""
    target = lead(tree, verb, reading)
    if target is None:
        return None
    if tree.words[target] == reading.leads[0]:
        below = [each for each in tree.below[target] if each > target]
        # "fait état de huit morts": parsers hang the dead on either word
        below += [each for each in tree.below[verb] if tree.first(each) == target + 1]
        return (below[0], _start(tree, below[0], max(target + 1, tree.first(below[0])))) if below else None
    start = _start(tree, target, tree.first(target))
    if tree.tokens[start].pos in ("PRON", "DET"):  # "à ce que", "о том, что"
        for at in range(start + 1, min(start + 3, len(tree.tokens) - 1)):
            if tree.words[at] in cues.complementisers:
                return target, at + 1
    return target, start


def _start(tree: Tree, target: int, start: int) -> int:
    """Return the first word of a noun's phrase from a word on that does not lead to it."""
    while (
        start < target
        and tree.tokens[start].relation in ("case", "marker", "punctuation")
        and tree.words[start] not in OPENING
    ):
        start += 1
    return start


def person(tree: Tree, verb: int, reading: Reading, cues: SpeechCues, also: bool) -> Part | None:
    """Return all from the object on: "Baku of shelling", "both sides to stop".

    `also` says that the verb can be one of saying, too ("tell"): then the object must be told to do something.
    """
    if reading.leads:
        led = _led(tree, verb, reading, cues)
        if led is None:
            return None
        target, start = led
        if not any(
            tree.tokens[each].pos in VERBS
            for each in (*tree.below[verb], *tree.below[target])
            if each > target
        ):
            return None
    else:
        inner = tree.child(verb, "clause")
        if also and (inner is None or not _infinitive(tree, inner)):
            return None
        found = tree.child(verb, "object", "indirect object")
        if found is None or found < verb:
            found = None if inner is None else tree.child(inner, "subject")
            if found is None or found < verb:
                return None
        target, start = found, tree.first(found)
    if tree.words[target] in cues.relatives:
        return None
    told = any(
        tree.tokens[each].pos in VERBS for each in (*tree.below[verb], *tree.below[target]) if each > target
    )
    if reading.manner == "demand" and not told:
        return None
    ends = [
        tree.last(each)
        for each in tree.below[verb]
        if each > target and tree.tokens[each].relation in _COMPLEMENTS and tree.tokens[each].pos != "CCONJ"
    ]
    end = max([tree.last(target), *ends])
    return (start, end) if end > start else None


def _infinitive(tree: Tree, verb: int) -> bool:
    return any(tree.words[each] == "to" and each < verb for each in tree.below[verb])


def thing(tree: Tree, verb: int, reading: Reading, cues: SpeechCues, speaker: int | None) -> Part | None:
    """Return the noun that a verb attributes, with all that hangs on it."""
    if reading.leads:
        led = _led(tree, verb, reading, cues)
        if led is None:
            return None
        target, start = led
    else:
        more = () if reading.frame == "object" else ("clause", "oblique", "other")
        found = next(
            (
                each
                for each in tree.children(verb, "object", *more)
                if each > verb and each != speaker and not (more and tree.tokens[each].pos == "PRON")
            ),
            None,
        )
        if found is None and tree.child(verb, "agent") is not None:
            found = tree.child(verb, "passive subject")
        if found is None:
            return None
        target, start = found, tree.first(found)
    itself = tree.last(target) == tree.first(target) or (reading.leads and start <= target)
    if tree.tokens[target].pos == "PRON" and itself:  # "about it", "о себе": never "à ce que"
        return None
    if (tree.words[verb],) in cues.cited and cues.can_speak(tree.lemmas[target]):
        return None
    if reading.frame == "quoted":
        ends = [tree.last(each) for each in tree.below[verb] if each > target]
        return start, _before_verb(tree, start, max([tree.last(target), *ends]))
    if reading.frame == "predicate":
        return start, max(
            [tree.last(target), *(tree.last(each) for each in tree.below[verb] if each > target)]
        )
    return _whole(tree, verb, target, start, cues, speaker)


def amount(tree: Tree, verb: int, reading: Reading, cues: SpeechCues, speaker: int | None) -> Part | None:
    """Return what is counted and at how many, in any order: "the dead at 12", "à 300 le nombre de morts"."""
    parts = [
        each
        for each in tree.children(verb, "object", "oblique", "modifier")
        if each > verb and each != speaker
    ]
    if not parts:
        return None
    start, end = min(tree.first(each) for each in parts), max(tree.last(each) for each in parts)
    for at in range(max(start, verb + 1), end):
        near = range(at + 1, min(at + 1 + _NUMBER_WITHIN, end + 1))
        if tree.words[at] in cues.at and any(_is_number(tree, each) for each in near):
            return (start, end) if end - start > 1 and start > verb else None
    return None


def _is_number(tree: Tree, at: int) -> bool:
    return tree.tokens[at].pos == "NUM" or tree.words[at][:1].isdigit()


def verdict(tree: Tree, verb: int, reading: Reading, cues: SpeechCues, speaker: int | None) -> Part | None:
    """Return a thing and what it is called: "the move illegal", "the vote as a farce"."""
    called = tree.child(verb, "clause")
    if called is not None and tree.tokens[called].pos not in VERBS:
        start = tree.first(called)
        named = tree.child(called, "subject")
        quoted = any(tree.words[at] in OPENING for at in range(verb + 1, called))
        fits = named is not None and verb < start < called and not quoted
        return (start, tree.last(called)) if fits else None
    target = next((each for each in tree.children(verb, "object") if each > verb and each != speaker), None)
    if target is None:
        return None
    for each in (*tree.below[verb], *tree.below[target]):
        case = tree.child(each, "case", "marker")
        said = case is not None and (tree.words[case] in cues.as_ or tree.lemmas[case] in reading.leads)
        said = said or (tree.tokens[each].relation == "other" and tree.tokens[each].pos in ("ADJ", "NOUN"))
        if each > target and said:
            part = tree.first(target), tree.last(each)
            return None if any(tree.words[at] in OPENING for at in range(part[0], part[1] + 1)) else part
    return None


_NUMBER_WITHIN = 4
"""Words from "at" to the number: "at more than 300"."""


def _before_verb(tree: Tree, start: int, last: int) -> int:
    """Return the last token before any verb that is not in quotation marks: further words are of another clause."""
    inside = False
    for at in range(start, last + 1):
        if tree.words[at] in _MARKS:
            inside = not inside if tree.words[at] == '"' else tree.words[at] in OPENING
        elif not inside and tree.tokens[at].pos in VERBS:
            return at
    return last


def _whole(tree: Tree, verb: int, target: int, start: int, cues: SpeechCues, speaker: int | None) -> Part:
    """Return a noun from its first word on, without to whom it is said and without asides."""
    for each in tree.below[target]:
        aside = tree.tokens[each].relation == "apposition" or tree.tokens[each].pos in VERBS
        if each > target and aside and tree.words[tree.first(each) - 1] == ",":
            return start, max(target, tree.first(each) - 2)
    end = tree.last(target)
    for each in tree.below[verb]:
        beside = (
            tree.tokens[each].relation in ("oblique", "modifier", "clause") and tree.first(each) <= end + 1
        )
        if each > target and beside:
            if (
                (tree.words[tree.first(each)] in cues.to and tree.tokens[each].pos not in VERBS)
                or each == speaker
                or tree.words[tree.first(each)] == ","
                or tree.lemmas[each] in cues.occasions
            ):
                break
            end = max(end, tree.last(each))
    while (
        end + 1 < len(tree.tokens)
        and tree.tokens[end + 1].pos == "PROPN"
        and not _is_at(tree, end + 1, speaker)
    ):
        end += 1  # names in foreign words, which parsers hang anywhere
    return start, end


def _is_at(tree: Tree, at: int, speaker: int | None) -> bool:
    return speaker is not None and tree.first(speaker) <= at <= tree.last(speaker)
