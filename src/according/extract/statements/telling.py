"""Statements by verbs: which verbs of a sentence say something, who does, and to whom."""

from __future__ import annotations

from collections.abc import Iterator

from according.extract.statements.content import Quotes
from according.extract.statements.draft import Draft
from according.extract.statements.speakers import Actors, Phrase, phrase_at, subject
from according.extract.statements.unnamed import is_nobody, told_by
from according.extract.statements.verbs import Said, said
from according.extract.tree import VERBS, Tree
from according.knowledge.speech_cues import SpeechCues
from according.model import Actor, Manner, Span

SURE = 0.85
"""Confidence in a statement whose speaker its sentence names."""
GUESSED = 0.5


def by_verb(tree: Tree, cues: SpeechCues, actors: Actors, quotes: Quotes) -> Iterator[Draft]:
    """Yield what the verbs of a sentence attribute."""
    for verb, token in enumerate(tree.tokens):
        if token.pos not in ("VERB", "ADJ"):
            continue
        lemma = tree.lemmas[verb]
        known = lemma in cues.verbs
        inside = quotes.around(token.span) is not None
        reports = not inside and quotes.ends_near(token.span.start)
        # Only some words are listed as adjectives: "ready to", "намерен"; others are participles.
        if not reports and not (known and (token.pos == "VERB" or token.lemma.casefold() in cues.verbs)):
            continue
        if token.relation == "clause" and _is_only_meant(tree, verb, cues):
            continue
        speaker = subject(tree, verb, cues, actors)
        told = told_by(tree, verb, speaker, cues, actors)
        speaker = speaker if told is None else told
        if speaker is not None and _is_of_what_is_said(tree, verb, speaker, cues):
            speaker = tree.child(token.head, "subject") if token.head < verb else None
        if known and _says_nothing(tree, verb, cues, speaker):
            continue
        if not reports and _is_no_act(tree, verb, speaker, cues, actors):
            continue
        if speaker is not None and not inside and quotes.around(tree.tokens[speaker].span) is not None:
            speaker = None
        if speaker is not None and _is_nobody(tree, speaker, verb, inside, cues):
            continue
        draft = _draft(tree, verb, speaker, cues, actors)
        if draft is None or (inside and draft.chain is None and not (speaker is not None and speaker > verb)):
            continue
        yield draft


_MEANT = ("plan", "wish")
"""Frames of what is not said but meant."""


_UNSAID = ("deny", "threaten", "promise", "demand", "propose", "expect")
"""Manners of verbs whose infinitive is not done yet, or not at all: "denied ordering", "promised to announce"."""


def _is_only_meant(tree: Tree, verb: int, cues: SpeechCues) -> bool:
    """Return whether a verb is in the clause of another that tells of no act: "refuses to say", "denied ordering"."""
    head = tree.tokens[verb].head
    if head > verb:
        return False
    if tree.lemmas[head] in cues.idle:
        return True
    own = tree.child(verb, "subject", "passive subject") is not None
    return any(
        each.manner in _UNSAID and (not own or each.frame in _MEANT)
        for each in cues.verbs.get(tree.lemmas[head], ())
        if each.frame in ("clause", "that", "person", *_MEANT)
    )


def _is_no_act(tree: Tree, verb: int, speaker: int | None, cues: SpeechCues, actors: Actors) -> bool:
    """Return whether a verb tells what could be said, or what things do: "could have shown", "the map invites"."""
    if any(tree.words[each] in cues.modals for each in tree.children(verb, "auxiliary")):
        return True
    if any(tree.words[each] in cues.conditions for each in tree.children(verb, "marker") if each < verb):
        return True
    if speaker is None:
        return False
    if tree.lemmas[verb] not in cues.weak and not _is_aside(tree, verb, speaker, cues):
        return False
    token, lemma = tree.tokens[speaker], tree.lemmas[speaker]
    if token.pos not in ("NOUN", "PROPN") and tree.words[speaker] not in cues.things:
        return False
    if cues.is_somebody(lemma) or lemma in cues.papers:
        return False
    actor = actors.named_by(tree, phrase_at(tree, speaker, verb))
    return actor is None or (tree.words[speaker] in cues.things and actor.kind not in _BODIES)


def _is_participle(tree: Tree, verb: int, cues: SpeechCues) -> bool:
    """Return whether a verb is an active participle without an auxiliary: "saying that"."""
    active = any(sign in tree.words[verb][-_ENDING:] for sign in cues.active)
    return active and tree.child(verb, "auxiliary") is None


def _is_of_what_is_said(tree: Tree, verb: int, speaker: int, cues: SpeechCues) -> bool:
    """Return whether a subject behind a participle is not its own: "saying he is", not "saying that …, he left"."""
    return speaker > verb and _is_participle(tree, verb, cues) and "," not in tree.words[verb:speaker]


def _is_aside(tree: Tree, verb: int, speaker: int, cues: SpeechCues) -> bool:
    """Return whether a verb is a participle beside the verb of "it", which mostly is nobody."""
    own = tree.child(verb, "subject") is not None
    return _is_participle(tree, verb, cues) and tree.words[speaker] in cues.things and not own


_BODIES = ("organization", "state")
"""What a pronoun for things can mean that speaks."""


_APPEALS = ("accuse", "criticize", "deny", "welcome", "demand", "warn", "threaten")
"""What "we" do in a declaration, and hardly where a writer speaks of himself."""


def _is_nobody(tree: Tree, speaker: int, verb: int, inside: bool, cues: SpeechCues) -> bool:
    """Return whether nobody speaks, or the writer himself; in a quotation, who is quoted anyway."""
    word = tree.words[speaker]
    first = tree.words[tree.first(speaker)]
    readings = cues.verbs.get(tree.lemmas[verb], ())
    acts = {each.manner for each in readings if not each.leads and each.frame not in _MEANT}
    declares = not inside and word in cues.pronouns and not acts.isdisjoint(_APPEALS)
    own = word in cues.first and not declares
    return own or word in cues.nobody or first in cues.nobody


def _draft(tree: Tree, verb: int, speaker: int | None, cues: SpeechCues, actors: Actors) -> Draft | None:
    found = said(tree, verb, cues, speaker)
    if found is None:
        return None
    nobody = speaker is not None and is_nobody(tree, speaker, cues)
    phrase = None if speaker is None or nobody else phrase_at(tree, speaker, verb)
    if phrase is not None and any(first <= phrase.head <= last for first, last in found.parts):
        return None
    if found.pattern == "object" and (_infinitive(tree, verb, cues) or _is_person(tree, found, actors)):
        return None
    if all(tree.tokens[at].pos in _EMPTY for first, last in found.parts for at in range(first, last + 1)):
        return None
    actor = None if phrase is None else actors.named_by(tree, phrase)
    if phrase is not None and actor is None:
        phrase, actor = _issuer(tree, phrase, verb, cues, actors)
    if actor and phrase and actor.kind == "person" and tree.words[phrase.head] in cues.things:
        actor = None
    if phrase is not None and tree.tokens[phrase.head].pos in VERBS:
        return None
    if found.reading.frame in _MEANT and not _means(tree, verb, phrase, actor, cues):
        return None
    frame = found.reading.frame
    if phrase is None and not nobody and not _may_be_silent(tree, verb, cues):
        frame = "quotation"  # who says nothing of himself says it in marks, or it is not said
    return Draft(
        cue=_cue(tree, verb, cues),
        speaker=None
        if phrase is None
        else actors.widened(_span(tree, phrase), actor, tree.tokens[verb].span),
        chain=actor.chain if actor else None,
        addressee=_addressee(tree, verb, cues, actors),
        content=tuple(tree.span(first, last) for first, last in found.parts),
        manner=_manner(tree, verb, found, cues),
        lemma=tree.lemmas[verb],
        confidence=SURE if phrase is not None else GUESSED,
        reason=f"verb, {found.pattern}",
        mode="rumour" if nobody else frame if frame in ("quoted", "quotation") else "",
    )


def _issuer(
    tree: Tree, paper: Phrase, verb: int, cues: SpeechCues, actors: Actors
) -> tuple[Phrase, Actor | None]:
    """Return who issued what a paper says: "X issued a statement warning that"; the paper itself if nobody did."""
    token = tree.tokens[paper.head]
    if tree.lemmas[paper.head] not in cues.papers or token.relation != "object" or verb < paper.head:
        return paper, None
    issuer = tree.child(token.head, "subject")
    if issuer is None or tree.words[issuer] in cues.relatives:
        return paper, None
    phrase = phrase_at(tree, issuer, token.head)
    actor = actors.named_by(tree, phrase)
    return (phrase, actor) if actor is not None and actor.kind != "place" else (paper, None)


def _means(tree: Tree, verb: int, phrase: Phrase | None, actor: Actor | None, cues: SpeechCues) -> bool:
    """Return whether a verb tells what somebody means: no place does, nor is it told beside ("who wants to")."""
    token = tree.tokens[verb]
    if phrase is None or (token.relation == "modifier" and tree.tokens[token.head].pos not in VERBS):
        return False
    if _is_participle(tree, verb, cues):
        return False
    if actor is not None:
        return actor.kind in ("person", *_BODIES)
    return tree.words[phrase.head] in cues.persons | cues.pronouns or cues.is_somebody(
        tree.lemmas[phrase.head]
    )


_EMPTY = ("PRON", "ADV", "AUX", "DET", "PART", "SCONJ", "CCONJ", "PUNCT", "SPACE")
"""What says nothing by itself: "thought it would be"."""
_DONE_TO_PERSONS = ("say", "deny", "confirm", "estimate", "expect", "propose", "threaten", "promise")
"""What cannot be done to a person by words: who "denies Smith" or "confirms the judge" says nothing."""


def _is_person(tree: Tree, found: Said, actors: Actors) -> bool:
    span = tree.span(*found.parts[0])
    return found.reading.manner in _DONE_TO_PERSONS and any(
        actor.kind == "person" and 2 * actor.span.overlap(span) > span.end - span.start
        for actor in actors.within(span)
    )


def _infinitive(tree: Tree, verb: int, cues: SpeechCues) -> bool:
    """Return whether a verb is an infinitive: by the word before it, else because it stands in its dictionary form."""
    if cues.infinitive:
        return any(tree.words[each] in cues.infinitive for each in tree.below[verb] if each < verb)
    return tree.words[verb] == tree.lemmas[verb]


def _may_be_silent(tree: Tree, verb: int, cues: SpeechCues) -> bool:
    """Return whether a verb says something without a subject: impersonal ones, and participles beside a clause."""
    participle = any(sign in tree.words[verb][-_ENDING:] for sign in cues.active)
    return participle or tree.lemmas[verb] in cues.impersonal


_ENDING = 4
"""Letters at the end of a verb that tell a participle."""


def _span(tree: Tree, phrase: Phrase) -> Span:
    """Return where a phrase stands, without the hyphen of "dit-il"."""
    span = tree.span(phrase.first, phrase.last)
    return Span(span.start + 1, span.end) if tree.words[phrase.first].startswith("-") else span


def _says_nothing(tree: Tree, verb: int, cues: SpeechCues, speaker: int | None) -> bool:
    """Return whether a verb says nothing: in a passive without who does it, negated, or as a command."""
    token = tree.tokens[verb]
    lemma = tree.lemmas[verb]
    before = [each for each in tree.below[verb] if each < verb]
    auxiliaries = [tree.lemmas[each] for each in tree.children(verb, "auxiliary")]
    undergoes = tree.child(verb, "passive subject") is not None and lemma not in cues.impersonal
    passive = token.pos == "VERB" and (undergoes or not cues.passive.isdisjoint(auxiliaries))
    if (
        passive
        and not any(tree.words[verb].endswith(sign) for sign in cues.active)
        and tree.child(verb, "agent") is None
    ):
        return not any(tree.words[each] in cues.reflexives for each in before)
    if (
        token.relation == "modifier"
        and tree.tokens[token.head].pos in ("NOUN", "ADJ")
        and _infinitive(tree, verb, cues)
    ):
        return True
    denied = tree.child(verb, "negation") is not None
    if denied and cues.verbs[lemma][0].manner not in ("estimate", "deny"):
        return True
    if _passive_participle(tree, verb, cues):
        return True
    opens = not any(tree.tokens[each].pos != "PUNCT" for each in range(verb))
    return speaker is None and token.relation == "root" and opens and lemma not in cues.impersonal


def _passive_participle(tree: Tree, verb: int, cues: SpeechCues) -> bool:
    """Return whether a verb says of the noun before it that something was done to it: "the plan announced"."""
    token = tree.tokens[verb]
    if tree.lemmas[verb] in cues.raised and _infinitive_behind(tree, verb, cues):
        return True
    if token.relation == "modifier" and tree.tokens[token.head].pos == "NOUN" and token.head > verb:
        return tree.child(verb, "subject", "clause", "auxiliary", "marker") is None
    past = token.relation == "modifier" and any(tree.words[verb].endswith(sign) for sign in cues.past)
    if past and tree.child(verb, "subject", "auxiliary", "marker", "agent") is None:
        return True
    qualifies = (
        token.relation == "modifier"
        and tree.tokens[token.head].pos in ("NOUN", "PROPN")
        and token.head < verb
    )
    finite = tree.child(verb, "subject", "auxiliary", "agent") is not None
    active = any(sign in tree.words[verb] for sign in cues.active) and (
        tree.tokens[token.head].pos == "PROPN"
        or tree.lemmas[token.head] in cues.speakers
        or _leads_on(tree, verb, cues)
    )
    return qualifies and not finite and not active


def _infinitive_behind(tree: Tree, verb: int, cues: SpeechCues) -> bool:
    """Return whether an infinitive stands right behind a verb."""
    sign = next(iter(tree.tokens[verb + 1 : verb + 2]), None)
    infinitive = sign is not None and tree.words[verb + 1] in cues.infinitive
    return infinitive and sign is not None and tree.tokens[sign.head].pos in VERBS and sign.head > verb


def _leads_on(tree: Tree, verb: int, cues: SpeechCues) -> bool:
    """Return whether a word for "that", a colon or a quotation mark follows a verb closely."""
    return any(word in cues.complementisers or word in _LEADING for word in tree.words[verb + 1 : verb + 4])


_LEADING = frozenset((":", "«", "“", "„", '"'))


def _manner(tree: Tree, verb: int, found: Said, cues: SpeechCues) -> Manner:
    """Return what a speaker does: who "asks whether", or with a question mark, asks; who "asks that" demands."""
    manners = {each.manner for each in cues.verbs.get(tree.lemmas[verb], ())}
    if "ask" not in manners or "demand" not in manners:
        return found.reading.manner
    first, last = found.parts[0]
    led = tree.words[first - 1] if first else ""
    if "?" in tree.words[max(0, last - 1) : last + 2] or led in cues.complementisers - cues.joining:
        return "ask"
    return "demand" if led in cues.joining else found.reading.manner


def _cue(tree: Tree, verb: int, cues: SpeechCues) -> Span:
    """Return the verb with the auxiliaries and the reflexive pronoun right before it."""
    first = verb
    while first > 0 and tree.tokens[first - 1].head == verb:
        auxiliary = tree.tokens[first - 1].relation in ("auxiliary", "negation")
        if not auxiliary and tree.words[first - 1] not in cues.reflexives:
            break
        first -= 1
    return tree.span(first, verb)


def _addressee(tree: Tree, verb: int, cues: SpeechCues, actors: Actors) -> str | None:
    """Return the actor who is spoken to: the object of "told", whom "to" leads to."""
    for each in tree.below[verb]:
        relation, case = tree.tokens[each].relation, tree.child(each, "case")
        if case is None:
            spoken = relation == "indirect object" or (
                relation == "object" and tree.lemmas[verb] in cues.addressed
            )
        else:
            spoken = tree.words[case] in cues.to and relation in ("oblique", "indirect object")
        if spoken:
            actor = actors.named_by(tree, phrase_at(tree, each, verb))
            if actor is not None and actor.kind != "place":
                return actor.chain
    return None
