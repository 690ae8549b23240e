"""Who speaks: the phrase beside a cue, and the actor at its head."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from according.extract.tree import Tree
from according.knowledge.speech_cues import SpeechCues
from according.model import Actor, Span

_MOST_WORDS = 30
_VERBS = ("VERB", "AUX")
_BESIDE = 6
"""Characters between a name and what its bearer is called: a comma, an article."""
_NOUNS = ("NOUN", "PROPN", "PRON", "NUM", "X", "ADJ", "DET", "SYM")
_BEFORE = frozenset((",", "»", "”", '"', "-", "–", "—", "?", "!", "…", "..."))


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens `first` to `last` (inclusive) of a sentence name somebody; `head` is the word that does."""

    first: int
    last: int
    head: int


_CALLED = 5
"""Words behind "known" within which the name begins: "sous le nom de"."""


class Actors:
    """The actors of a text, to be found by where they stand."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        self._actors = sorted(actors, key=lambda actor: (actor.span.start, -actor.span.end, actor.chain))
        self._starts = [actor.span.start for actor in self._actors]
        self._reached = list(accumulate((actor.span.end for actor in self._actors), max))

    def within(self, span: Span) -> Sequence[Actor]:
        """Return the actors that begin in a span, in order."""
        return self._actors[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def at(self, span: Span) -> list[Actor]:
        """Return the actors that have a word in them, the widest first; they begin at most 100 actors before it."""
        first = bisect_left(self._starts, span.end)
        least = max(bisect_right(self._reached, span.start, 0, first), first - 100)
        return sorted(
            (actor for actor in self._actors[least:first] if actor.span.overlap(span)),
            key=lambda actor: (actor.span.start - actor.span.end, actor.span.start),
        )

    def widened(self, phrase: Span, actor: Actor | None, cue: Span) -> Span:
        """Return a phrase with the whole of its actor's name, and with what he is called right behind it."""
        if actor is None or actor.form == "pronoun":  # of "a-t-il" the mention has the hyphen
            return phrase
        start, end = min(phrase.start, actor.span.start), max(phrase.end, actor.span.end)
        for other in self.within(Span(end, end + _BESIDE)):
            if other.chain == actor.chain and other.form != "pronoun" and other.span.end > end:
                end = other.span.end
                break
        return phrase if Span(start, end).overlap(cue) else Span(start, end)

    def named_by(self, tree: Tree, phrase: Phrase) -> Actor | None:
        """Return the actor that a phrase names: at its head, or a name beside the head in apposition."""
        whole = tree.span(phrase.first, phrase.last)
        heads = [phrase.head, *tree.children(phrase.head, "apposition", "name")]
        found = [
            actor
            for head in heads
            if phrase.first <= head <= phrase.last
            for actor in self.at(tree.tokens[head].span)
            if _is_held(actor, whole) and _ends_at(tree, actor, head)
        ]
        names = [actor for actor in found if actor.form == "name" and actor.kind == "person"]
        return next(iter(names or found or self._called(tree, phrase)), None)

    def _called(self, tree: Tree, phrase: Phrase) -> list[Actor]:
        """The actor whose name a phrase says its head goes by: "the mission, known as MINUSCA"."""
        verbs = (at for at in tree.children(phrase.head, "modifier") if tree.lemmas[at] in tree.called)
        last = next((min(at + _CALLED, tree.last(at)) for at in verbs if at > phrase.head), None)
        if last is None:
            return []
        near = self.within(tree.span(phrase.head + 1, last))
        return [actor for actor in near if actor.form == "name" and actor.kind in ("organization", "person")]


def _is_held(actor: Actor, phrase: Span) -> bool:
    """Return whether most of an actor's words are in a phrase, or a name begins in it: a parser may cut Addis-Abeba."""
    begins = actor.form == "name" and phrase.start <= actor.span.start
    return begins or actor.span.overlap(phrase) * 2 > actor.span.end - actor.span.start


def _ends_at(tree: Tree, actor: Actor, head: int) -> bool:
    """Return whether a word heads an actor's words: none of them has it below itself."""
    above = tree.tokens[head].head
    outside = tree.tokens[above].span
    return (
        above == head
        or not actor.span.contains(outside)
        or tree.tokens[head].relation in ("name", "apposition")
    )


def phrase_at(tree: Tree, head: int, without: int = -1) -> Phrase:
    """Return the words around a noun that name somebody with it, without clauses about him and without a cue."""
    first, last = tree.first(head), head
    first = max(first, head - _MOST_WORDS)
    if without >= 0 and first <= without < head:
        first = without + 1
    for at in range(head - 1, first - 1, -1):
        if tree.words[at] in (",", ";", ":"):
            first = at + 1
            break
    while (
        first < head
        and (
            tree.words[first] in tree.relatives
            or tree.tokens[first].pos in ("PUNCT", "CCONJ", "SCONJ")
            or tree.tokens[first].relation in ("case", "punctuation")
        )
        and tree.words[first] not in ("“", '"', "«")
    ):
        first += 1
    limit = min(tree.last(head), head + _MOST_WORDS)
    at = head + 1
    while at <= limit and at != without and not _clause_begins(tree, at, head):
        at += 1
    last = at - 1
    while (
        last > head
        and tree.tokens[last].pos in ("PUNCT", "ADP", "CCONJ", "SCONJ", "DET")
        and tree.words[last] not in (")",)
    ):
        last -= 1
    return Phrase(first, last, head)


def _clause_begins(tree: Tree, at: int, head: int) -> bool:
    """Return whether a clause about a noun begins at a token: with a verb, its comma, or the pronoun before it."""
    token = tree.tokens[at]
    if token.pos in _VERBS and token.relation not in ("name", "apposition") and token.head < at:
        return True
    if token.text in (":", ";", "–", "—") or tree.words[at] in tree.asides:
        return True
    if token.pos == "PRON" and tree.words[at] in tree.relatives and tree.words[at - 1] == ",":
        return True
    branch = at
    while tree.tokens[branch].head != head and tree.tokens[branch].head != branch:
        branch = tree.tokens[branch].head
        if branch == head:
            return False
    top = tree.tokens[branch]
    return tree.first(branch) == at and top.pos in _VERBS and top.relation in ("modifier", "other", "clause")


def subject(tree: Tree, verb: int, cues: SpeechCues, actors: Actors) -> int | None:
    """Return the token that says who does what a verb tells: its subject, or that of the verb that it depends on."""
    inverted = _inverted(tree, verb, cues, actors)
    if inverted is not None:
        return inverted
    own = _caused(tree, verb, cues, actors)
    if own is None:
        above = _governing(tree, verb, cues)
        own = None if above == verb else _inverted(tree, above, cues, actors)
        own = _own_or_shared(tree, above, cues) if own is None else own
    return _named_before(tree, verb, cues, actors) if own is None else own


def _caused(tree: Tree, verb: int, cues: SpeechCues, actors: Actors) -> int | None:
    """Return who is brought to do what an infinitive tells: "prompted users to argue"."""
    token = tree.tokens[verb]
    if token.relation != "clause" or tree.tokens[token.head].pos not in _VERBS:
        return None
    found = tree.child(token.head, "object", "indirect object")
    if found is None or not token.head < found < verb or _own_subject(tree, verb, cues) is not None:
        return None
    near = all(tree.words[at] != "," and tree.tokens[at].pos != "SCONJ" for at in range(found, verb))
    person = any(actor.kind in ("person", "organization") for actor in actors.at(tree.tokens[found].span))
    return found if near and (person or cues.is_somebody(tree.lemmas[found])) else None


def _governing(tree: Tree, verb: int, cues: SpeechCues) -> int:
    """Return the verb whose subject a participle shares that the parser has hung on a noun or verb too near or far.

    "posted on Twitter accusing X", "told reporters, accusing X", "… live there, said X, adding that".
    """
    token = tree.tokens[verb]
    if token.relation != "modifier" or not any(sign in tree.words[verb][-4:] for sign in cues.active):
        return verb
    comma = verb > 0 and tree.words[verb - 1] == ","
    if comma and tree.lemmas[token.head] not in cues.verbs:
        for at in range(verb - 1, max(token.head, verb - _MOST_WORDS), -1):
            cue = tree.tokens[at].pos in _VERBS and tree.lemmas[at] in cues.verbs
            if cue and (tree.child(at, "subject") is not None or tree.words[at - 1].startswith("-")):
                return at
    head = token.head
    if comma and tree.tokens[head].relation == "clause":
        while tree.tokens[head].relation == "clause" and tree.lemmas[tree.tokens[head].head] in cues.verbs:
            head = tree.tokens[head].head
        return head if head < verb and head != token.head else verb
    if tree.tokens[head].pos not in ("NOUN", "PROPN") or head > verb:
        return verb
    while tree.tokens[head].relation in ("oblique", "object", "indirect object", "genitive"):
        if not comma and tree.tokens[head].pos != "PROPN":
            return verb
        head = tree.tokens[head].head
        if tree.tokens[head].pos in _VERBS:
            return head if tree.child(head, "subject") is not None else verb
    return verb


def _named_before(tree: Tree, verb: int, cues: SpeechCues, actors: Actors) -> int | None:
    """Return the name that stands right before a verb which the parser gives no subject."""
    at = verb - 1
    while at > 0 and (tree.tokens[at].pos in ("AUX", "ADV", "PART") or tree.words[at] in cues.reflexives):
        at -= 1
    if at < 0 or tree.tokens[at].pos != "PROPN":
        return None
    ending = [
        actor for actor in actors.at(tree.tokens[at].span) if actor.span.end == tree.tokens[at].span.end
    ]
    if not ending or ending[0].kind == "place":
        return None
    first = at
    while first > 0 and tree.tokens[first - 1].span.start >= ending[0].span.start:
        first -= 1
    return first


def _own_or_shared(tree: Tree, verb: int, cues: SpeechCues) -> int | None:
    """Return the subject of a verb, or of the verb that it depends on."""
    seen = 0
    below = at = verb
    while seen < 8:
        seen += 1
        own = _own_subject(tree, at, cues)
        if own is not None:
            return own
        token = tree.tokens[at]
        undergoes = tree.child(at, "passive subject")
        if undergoes is not None:  # "X was forced to admit": who undergoes the one does the other
            shared = at != verb and tree.tokens[below].relation == "clause"
            return (
                undergoes
                if shared and tree.words[undergoes] not in tree.relatives
                else tree.child(at, "agent")
            )
        head = token.head
        if token.relation == "conjunct" and _misjoined(tree, at, cues):
            head = tree.tokens[head].head
        if head == at or token.relation not in ("conjunct", "clause", "modifier", "other"):
            return None
        above = tree.tokens[head]
        if token.relation == "modifier" and above.pos in ("NOUN", "PROPN", "PRON"):
            # "the right to say so": who has it, not the right.
            acts = above.pos != "NOUN" or cues.is_somebody(tree.lemmas[head]) or not _to_do(tree, at, cues)
            return head if head < at and acts else None
        if token.relation == "other" and above.pos not in _VERBS:
            return None
        if above.pos not in _VERBS and _own_subject(tree, head, cues) is None:
            return None
        if token.relation == "other":
            return None
        below, at = at, head
    return None


def _to_do(tree: Tree, verb: int, cues: SpeechCues) -> bool:
    """Return whether a verb is an infinitive by the word before it."""
    return any(tree.words[each] in cues.infinitive for each in tree.below[verb] if each < verb)


def _misjoined(tree: Tree, verb: int, cues: SpeechCues) -> bool:
    """Return whether a verb with "that" behind it was joined to what is said: "said it is so and added that"."""
    above = tree.tokens[verb].head
    cue = tree.tokens[above].relation == "clause" and tree.lemmas[tree.tokens[above].head] in cues.verbs
    behind = verb + 1 < len(tree.tokens) and tree.words[verb + 1] in cues.complementisers
    return cue and behind and tree.lemmas[above] not in cues.verbs


def _inverted(tree: Tree, verb: int, cues: SpeechCues, actors: Actors) -> int | None:
    """Return the speaker behind a verb that opens its clause: ", a affirmé X", which parsers take for its object."""
    before = verb - 1
    while (
        before >= 0 and tree.tokens[before].head == verb and tree.tokens[before].pos in ("AUX", "ADV", "PRON")
    ):
        before -= 1
    own = [
        each
        for each in tree.children(verb, "subject")
        if tree.words[each] not in cues.clitics and not any(word in "»”" for word in tree.words[each:verb])
    ]
    behind = [each for each in own if each > verb]
    if behind and (len(own) == 1 or tree.words[before] == ","):
        return behind[-1]
    if own:
        return None
    for near in (verb - 1, verb + 1, verb + 2):  # "dit-il", "a-t-il dit"
        if 0 <= near < len(tree.tokens) and tree.words[near].startswith("-") and len(tree.words[near]) > 2:
            return near
    if before < 0 or not (tree.words[before] in _BEFORE or tree.words[before].endswith("-")):
        return None
    for each in tree.children(
        verb, "object", "clause", "apposition", "other", "name", "oblique", "passive subject"
    ):
        if (
            each > verb
            and tree.tokens[each].pos in ("NOUN", "PROPN")
            and tree.child(each, "case", "marker") is None
        ):
            known = actors.at(tree.tokens[each].span) or tree.lemmas[each] in cues.speakers
            return each if known else None
    return _named_behind(tree, verb, actors)


def _named_behind(tree: Tree, verb: int, actors: Actors) -> int | None:
    """Return the name that follows a verb before any comma, if no preposition leads to it."""
    for at in range(verb + 1, min(verb + 8, len(tree.tokens))):
        token = tree.tokens[at]
        if token.pos in ("PUNCT", "VERB"):
            return None
        led = tree.tokens[at - 1].pos in ("ADP", "DET") or tree.child(at, "case") is not None
        named = token.pos == "PROPN" and not led and token.relation != "modifier"
        if named and any(actor.span.start == token.span.start for actor in actors.at(token.span)):
            return at
    return None


def _own_subject(tree: Tree, verb: int, cues: SpeechCues) -> int | None:
    found = next(
        (
            each
            for each in tree.children(verb, "subject")
            if tree.words[each] not in cues.clitics and tree.lemmas[each] not in cues.occasions
        ),
        None,
    )
    if found is None:
        return None
    if tree.words[found] in cues.relatives:
        head = tree.tokens[verb].head
        if tree.tokens[verb].relation == "modifier" and head != verb and tree.tokens[head].pos in _NOUNS:
            return head
        return None
    return _not_before_comma(tree, found, verb)


def _not_before_comma(tree: Tree, found: int, verb: int) -> int:
    """Return the name right before a verb which the parser has hung on the noun before a comma: "in Rome, X said"."""
    at = verb - 1
    while at > found and tree.tokens[at].pos in ("AUX", "ADV", "PART", "PRON"):
        at -= 1
    first = at
    while first > found and tree.tokens[first].pos == "PROPN":
        first -= 1
    commas = [each for each in range(found + 1, verb) if tree.words[each] == ","]
    if first < at and commas == [first] and tree.tokens[found].pos != "PRON":
        return first + 1
    return found
