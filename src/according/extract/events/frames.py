"""What stands around a verb or a noun in its sentence, as the codebook's constructions ask for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from according.extract.events.implied import controlling, implied, judged, purposing
from according.extract.events.joined import HYPHENS
from according.extract.statements.speakers import Actors, subject
from according.extract.tree import VERBS, Tree
from according.knowledge.codebook import Codebook
from according.knowledge.party_words import company, contracted, of, relative, transitive
from according.knowledge.speech_cues import SpeechCues
from according.model import Relation

_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "X", "ADJ", "SYM")
_LED: tuple[Relation, ...] = (
    "oblique", "indirect object", "agent", "genitive", "modifier", "object", "other", "clause",
)  # fmt: skip
_BARE: tuple[Relation, ...] = ("object", "indirect object")
_BESIDE = 6
"""Words between two nouns joined by "and" that share what a preposition leads to behind them."""

_CLOSING = ("»", "”", '"')
_ASIDE = ("ADV", "ADJ")
_OPENING = ("ADP", "SCONJ", "PART", "PUNCT", "CCONJ")
"""What may stand between a verb and what is no object of it, and what opens that."""
_ACCOMPANYING = 3
"""Words of "in the company"."""
_FAR = 12
"""Words from an event noun to the sides that are between them, dates and places standing in between."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a word, as tokens: who acts, what is acted on, what prepositions lead to.

    `bare` are nouns in a case without a preposition. `led` holds each noun with the words that lead to it. `clause` and
    `infinitive` are the heads of what complements the word.
    """

    word: int
    subjects: tuple[int, ...] = ()
    objects: tuple[int, ...] = ()
    bare: tuple[int, ...] = ()
    led: tuple[tuple[int, frozenset[str]], ...] = ()
    possessives: tuple[int, ...] = ()
    clause: int | None = None
    infinitive: int | None = None
    passive: bool = False


def of_verb(tree: Tree, verb: int, cues: SpeechCues, actors: Actors, book: Codebook) -> Frame:
    """Return what stands around a verb; in a passive, who undergoes it is its object."""
    reflexive = is_reflexive(tree, verb, cues)
    undergoes = _undergoes(tree, verb, cues) if not reflexive else ()
    if undergoes:
        found = [each for each in tree.children(verb, "agent") if not _is_joined(tree, each)]
        found = found or _hyphened(tree, verb)
    else:
        acts = next(tree.children(verb, "passive subject"), None)
        acts = _reported_of(tree, verb) if acts is None else acts
        acts = purposing(tree, verb, book) if acts is None else acts
        acts = controlling(tree, verb, book) if acts is None else acts
        acts = _named_subject(tree, verb, actors) if acts is None else acts
        acts = _before_gerund(tree, verb, cues, actors) if acts is None else acts
        if acts is None and not judged(tree, verb, book):
            acts = subject(tree, verb, cues, actors)
            acts = implied(tree, verb, cues, actors, book) if acts is None else acts
        acts = _name_before(tree, verb, actors) if acts is None else acts
        acts = _cleft(tree, verb, acts)
        found = [] if acts is None else [acts]
    objects = [each for each in tree.children(verb, *_BARE) if not leads(tree, each) and each not in found]
    if tree.child(verb, "object") is not None:  # "dont", "whose"
        objects = [
            each
            for each in objects
            if tree.tokens[each].relation == "object" or tree.words[each] not in cues.relatives
        ]
    objects = [_meant(tree, verb, each) for each in objects]
    if not objects and not undergoes:
        objects = _shared(tree, verb)
    if tree.child(verb, "object") is None:
        objects += _of_name(tree, verb)
    clause, infinitive = _complements(tree, verb)
    return Frame(
        verb,
        tuple(found),
        (*undergoes, *objects),
        tuple(
            _meant(tree, verb, each)
            for each in tree.children(verb, "oblique", "indirect object", "genitive", "other", "clause")
            if not leads(tree, each)
            and (tree.tokens[each].relation != "clause" or tree.tokens[each].form == "Ins")
        ),
        (
            *((_meant(tree, verb, each), leading) for each, leading in _led(tree, verb)),
            *_led_above(tree, verb, cues),
        ),
        (),
        clause,
        infinitive,
        bool(undergoes),
    )


def of_noun(tree: Tree, noun: int) -> Frame:
    """Return what stands around a noun: whose it is, what prepositions lead to."""
    own = [
        each
        for each in tree.children(noun, "genitive", "determiner", "modifier", "name")
        if each < noun and not _prepositions(tree, each)
    ]
    bare = [
        each
        for each in tree.children(noun, "genitive", "apposition", "name")
        if each > noun and not leads(tree, each)
    ]
    after = [
        each for each in tree.children(noun, "modifier") if each > noun and tree.tokens[each].pos == "ADJ"
    ]
    clause, infinitive = _complements(tree, noun)
    joined = (each for each in tree.children(noun, "conjunct") if each - noun <= _BESIDE)
    led = [*_led(tree, noun)] or [row for each in joined for row in _led(tree, each)]
    led += [row for each, _ in led for row in _led(tree, each) if _reaches(tree, each, *row)]
    return Frame(noun, (), (), tuple(bare), tuple(led), (*own, *after), clause, infinitive)


def _reaches(tree: Tree, part: int, each: int, leading: frozenset[str]) -> bool:
    """Return whether what hangs on a part of an event noun is the noun's: "Kati" of "raids of the army on Kati"."""
    if tree.tokens[part].pos == "PROPN":
        return True
    return part < each and tree.tokens[each].pos == "PROPN" and leading.isdisjoint(of())


def _hyphened(tree: Tree, verb: int) -> list[int]:
    """Return by whom it is done, before the hyphen of a participle: "Ghana-brokered", "Turkish-backed"."""
    if verb < 2 or tree.words[verb - 1] not in HYPHENS or tree.child(verb, "case", "marker") is not None:
        return []
    before = tree.tokens[verb - 2]
    named = before.pos in ("PROPN", "ADJ") or before.text[:1].isupper()
    return [verb - 2] if named and before.head >= verb else []


def _is_joined(tree: Tree, word: int) -> bool:
    """Return whether an "and" stands before a noun, which is then one of several and no agent."""
    first = tree.first(word)
    return tree.tokens[first].pos == "CCONJ" or (first > 0 and tree.tokens[first - 1].pos == "CCONJ")


def _before_gerund(tree: Tree, verb: int, cues: SpeechCues, actors: Actors) -> int | None:
    """Return the name behind a preposition and right before a gerund: "objects to Ghana hosting the summit"."""
    token, at = tree.tokens[verb], verb - 1
    gerund = token.relation == "modifier" and any(sign in tree.words[verb][-4:] for sign in cues.active)
    if not gerund or at < 1 or tree.tokens[at].head not in (token.head, verb):
        return None
    end, led = tree.tokens[at].span.end, tree.child(at, "case") is not None
    named = (each for each in actors.at(tree.tokens[at].span) if each.form == "name" and each.span.end == end)
    return at if led and any(each.kind in ("state", "organization", "person") for each in named) else None


def _cleft(tree: Tree, verb: int, acts: int | None) -> int | None:
    """Return who acts, or whoever does what is told behind "it was X that"."""
    own, noun = tree.child(verb, "subject"), tree.tokens[verb].head
    if own is None or tree.words[own] not in tree.relatives or tree.tokens[noun].pos not in _NOMINAL:
        return acts
    named = tree.child(noun, "subject")
    said = named is not None and named in (acts, None) and tree.child(noun, "auxiliary") is not None
    return noun if said and noun < own else acts


def _name_before(tree: Tree, verb: int, actors: Actors) -> int | None:
    """Return the last word of the name in quotation marks right before a verb that the parser gives no subject."""
    at = verb - 1
    if at < 1 or tree.words[at] not in _CLOSING or tree.child(verb, "subject", "passive subject") is not None:
        return None
    end = tree.tokens[at - 1].span.end
    named = (
        each for each in actors.at(tree.tokens[at - 1].span) if each.form == "name" and each.span.end == end
    )
    return at - 1 if any(each.kind in ("organization", "person") for each in named) else None


def _reported_of(tree: Tree, verb: int) -> int | None:
    """Return who does what somebody says of him in a relative clause: "the army, which X says shelled Y"."""
    own = tree.child(verb, "subject")
    relates = own is not None and own < verb and tree.words[own] in tree.relatives
    return _related(tree, verb) if relates and tree.tokens[verb].relation == "clause" else None


def _related(tree: Tree, verb: int) -> int | None:
    """Return the noun that a relative clause is about, be its verb reported by another: "which X says they took"."""
    token = tree.tokens[verb]
    if token.relation == "clause" and tree.tokens[token.head].pos in VERBS:
        token = tree.tokens[token.head]
    noun = tree.tokens[token.head].pos in _NOMINAL and token.head < verb
    return token.head if token.relation == "modifier" and noun else None


def _named_subject(tree: Tree, verb: int, actors: Actors) -> int | None:
    """Return a verb's own subject where it is a known name before it, in quotation marks or not."""
    own = tree.child(verb, "subject")
    if own is None or own > verb:
        return None
    known = any(actor.form == "name" and actor.kind != "place" for actor in actors.at(tree.tokens[own].span))
    return own if known else None


def with_verb(tree: Tree, frame: Frame, verb: int) -> Frame:
    """Return a noun's frame with what a parser has hung on its verb: "launched an attack on T"."""
    behind = [row for row in _led(tree, verb) if row[0] > frame.word]
    return replace(frame, led=(*frame.led, *behind))


def with_sides(tree: Tree, frame: Frame, between: frozenset[str]) -> Frame:
    """Return a noun's frame with the sides behind it that a parser has hung on what it hangs on: "between X and Y"."""
    at, led = frame.word, [*frame.led, *((each, between) for each in _accompanying(tree, frame.word))]
    for part in tree.children(frame.word, "genitive"):  # "the exchange of prisoners between X and Y"
        led += [row for row in _led(tree, part) if row[1] & between]
    while tree.tokens[at].head != at:
        at = tree.tokens[at].head
        behind = (row for row in _led(tree, at) if frame.word < row[0] <= frame.word + _FAR)
        led += [row for row in behind if row[1] & between]
    return replace(frame, led=tuple(led))


def _accompanying(tree: Tree, noun: int) -> Iterator[int]:
    """Yield those who are named right behind an event noun by another noun: "talks in the company of X"."""
    start = tree.last(noun) + 1
    for at in range(start, min(start + _ACCOMPANYING, len(tree.tokens))):
        if tree.lemmas[at] in company() and tree.first(at) == start:
            yield from tree.children(at, "genitive")


def is_reflexive(tree: Tree, verb: int, cues: SpeechCues) -> bool:
    """Return whether a verb has the pronoun of a reflexive one."""
    return any(
        tree.words[each] in cues.reflexives and tree.tokens[each].pos != "SCONJ"  # "s'il": a condition
        for each in tree.below[verb]
    )


def leads(tree: Tree, word: int) -> frozenset[str]:
    """Return the words that lead to a noun or a gerund, as written, in dictionary form, and in a row."""
    cases = [
        each for each in tree.below[word] if each < word and tree.tokens[each].relation in ("case", "marker")
    ]
    cases = [each for each in cases if tree.tokens[each].pos in ("ADP", "SCONJ", "PART", "ADV")]
    if not cases:
        return frozenset()
    parts = {contracted()[tree.words[each]] for each in cases if tree.words[each] in contracted()}
    row = " ".join(tree.words[each] for each in cases)
    lemmas = " ".join(tree.lemmas[each] for each in cases)
    first = cases[0]
    return frozenset((row, lemmas, tree.words[first], tree.lemmas[first], tree.words[cases[-1]], *parts))


def _undergoes(tree: Tree, verb: int, cues: SpeechCues) -> tuple[int, ...]:
    """Return who undergoes what a passive verb tells: its subject, or the noun that a participle stands beside."""
    token = tree.tokens[verb]
    found = tree.child(verb, "passive subject")
    helpers = [
        tree.lemmas[each] for each in tree.children(verb, "auxiliary") if tree.tokens[each].pos == "AUX"
    ]
    if found is not None and helpers and not cues.passive.intersection(helpers):
        return ()  # "a répondu"
    if found is not None:
        relative = tree.words[found] in cues.relatives
        return (token.head,) if relative and token.relation == "modifier" else (found,)
    if token.relation == "modifier" and tree.tokens[token.head].pos in _NOMINAL:
        active = any(sign in tree.words[verb][-4:] for sign in cues.active)
        finite = tree.child(verb, "subject", "marker", "auxiliary", "object") is not None
        infinitive = tree.words[verb] == tree.lemmas[verb]
        if not active and not finite and not infinitive:
            return (token.head,)
    if (headed := _in_headline(tree, verb)) is not None:
        return (headed,)
    auxiliary = any(tree.lemmas[each] in cues.passive for each in tree.children(verb, "auxiliary"))
    if auxiliary and tree.child(verb, "agent") is not None:
        own = tree.child(verb, "subject")
        return () if own is None else (own,)
    if token.relation == "conjunct" and tree.child(verb, "subject", "auxiliary", "object") is None:
        above = tree.child(token.head, "passive subject")
        return () if above is None else (above,)
    return ()


def _in_headline(tree: Tree, verb: int) -> int | None:
    """Return who undergoes what a past form without object and helper tells: "12 killed", "Ghana urged to leave"."""
    own = tree.child(verb, "subject")
    if tree.lemmas[verb] not in transitive() or tree.tokens[verb].form != "Past" or own is None or own > verb:
        return None
    if tree.tokens[own].pos == "PRON" or tree.child(verb, *_BARE, "auxiliary") is not None:
        return None
    behind = next((at for at in range(verb + 1, len(tree.tokens)) if tree.tokens[at].pos not in _ASIDE), None)
    bare = behind is not None and tree.tokens[behind].pos not in _OPENING
    return None if bare or _shared(tree, verb) else own


def _meant(tree: Tree, verb: int, word: int) -> int:
    """Return a noun, or of a relative pronoun the noun that it stands for: "the town which they took"."""
    if word > verb or tree.tokens[word].pos not in ("PRON", "DET", "SCONJ"):
        return word
    known = tree.words[word] in relative() or tree.lemmas[word] in relative()
    noun = _related(tree, verb) if known else None
    return word if noun is None or noun > word else noun


def _led_above(tree: Tree, verb: int, cues: SpeechCues) -> Iterator[tuple[int, frozenset[str]]]:
    """Yield what the verb above an infinitive has before it for it: "X, with whom he intends to talk"."""
    token = tree.tokens[verb]
    if token.relation != "clause" or tree.tokens[token.head].pos not in VERBS or verb < token.head:
        return
    for each in tree.children(token.head, "oblique", "indirect object"):
        relates = tree.words[each] in cues.relatives or tree.words[each] in relative()
        at = tree.first(each) - 1
        if not relates or each > token.head or at < 1 or not leads(tree, each):
            continue
        at -= tree.words[at] == ","
        at = tree.tokens[at].head if tree.tokens[at].pos == "ADJ" else at
        while tree.tokens[at].relation in ("name", "apposition"):
            at = tree.tokens[at].head
        if tree.tokens[at].pos in ("NOUN", "PROPN") and at < each:
            yield at, leads(tree, each)


def _shared(tree: Tree, verb: int) -> list[int]:
    """Return the object that a verb has elsewhere.

    That of the verb joined right behind it ("attacked and killed Y"), or the noun that it is a clause about ("the town
    they attacked").
    """
    for each in tree.children(verb, "conjunct"):
        if each - verb <= 3 and tree.tokens[each].pos == "VERB":
            return [found for found in tree.children(each, "object") if not leads(tree, found)]
    token = tree.tokens[verb]
    own = tree.child(verb, "subject")
    if own is None or token.relation != "modifier" or tree.tokens[token.head].pos not in ("NOUN", "PROPN"):
        return []
    beside = tree.words[own] not in tree.relatives and tree.first(own) == token.head + 1
    return [token.head] if beside else []


def _of_name(tree: Tree, verb: int) -> list[int]:
    """Return the object that a parser has hung on the name before it: "выдал Чаду генерала"."""
    names = (each for each in tree.children(verb, "indirect object") if tree.tokens[each].pos == "PROPN")
    below = (noun for name in names for noun in tree.children(name, "genitive") if noun > name)
    return [noun for noun in below if tree.tokens[noun].pos == "NOUN" and not leads(tree, noun)]


def _led(tree: Tree, word: int) -> Iterator[tuple[int, frozenset[str]]]:
    """Yield what prepositions lead to from a word, with all that the preposition may be called."""
    for each in tree.children(word, *_LED):
        leading = leads(tree, each)
        if leading:
            yield each, leading


def _prepositions(tree: Tree, word: int) -> bool:
    return any(tree.tokens[each].pos == "ADP" for each in tree.children(word, "case"))


def _complements(tree: Tree, word: int) -> tuple[int | None, int | None]:
    """Return the clause and the infinitive that complement a word."""
    clause = infinitive = None
    for each in tree.children(word, "clause", "modifier", "oblique"):
        token = tree.tokens[each]
        if each < word or token.pos not in (*VERBS, "ADJ", "NOUN"):
            continue
        own = tree.child(each, "subject", "passive subject")
        if token.relation == "clause" and own is not None and clause is None:
            clause = each
        elif (token.relation == "clause" or tree.child(each, "marker") is not None) and own is None:
            infinitive = each if infinitive is None and token.pos in VERBS else infinitive
    return clause, infinitive
