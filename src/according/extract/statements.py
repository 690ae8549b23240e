"""Statements of an article: who says what, by which cue, in which words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from according.extract.quotes import quotations
from according.extract.speakers import Actors, phrase_at, subject
from according.extract.speech import Draft
from according.extract.speech_content import Quotes, kind_of
from according.extract.speech_sources import by_source
from according.extract.speech_verbs import said
from according.extract.tree import Tree
from according.knowledge.speech_cues import SpeechCues, speech_cues
from according.model import Certainty, Span, Statement, Text

SURE = 0.85
GUESSED = 0.5


def statements(text: Text) -> tuple[Statement, ...]:
    """Return the statements in an article's running text, ordered by their cues. All spans are in `text.text`."""
    cues = speech_cues(text.language)
    if cues is None:
        return ()
    actors = Actors(text.actors)
    found = quotations(text.text, text.paragraphs)
    quotes = Quotes(text.text, found)
    trees = [Tree(sentence) for sentence in text.sentences]
    drafts: list[Draft] = []
    for tree in trees:
        if tree.parsed:
            drafts += _verbs(tree, cues, actors, quotes)
            drafts += by_source(tree, cues, actors)
    drafts = [done for draft in drafts if (done := quotes.complete(draft)) is not None]
    drafts = quotes.resumed(_distinct(drafts))
    return tuple(_finished(text, draft, cues, quotes) for draft in drafts)


def _verbs(tree: Tree, cues: SpeechCues, actors: Actors, quotes: Quotes) -> Iterator[Draft]:
    for verb, token in enumerate(tree.tokens):
        lemma = token.lemma.casefold()
        if lemma not in cues.verbs or token.pos not in ("VERB", "AUX"):
            continue
        if token.relation == "clause" and tree.tokens[token.head].lemma.casefold() in cues.idle:
            continue
        speaker = subject(tree, verb, cues, actors)
        if _unsaid(tree, verb, cues, speaker):
            continue
        quoted = quotes.around(token.span) is not None
        if speaker is not None and quoted and tree.words[speaker] in cues.first:
            continue
        for each in said(tree, verb, cues, speaker):
            spans = tuple(tree.span(first, last) for first, last in each.stretches)
            phrase = None if speaker is None else phrase_at(tree, speaker, verb)
            actor = None if phrase is None else actors.named_by(tree, phrase)
            if phrase is not None and any(first <= phrase.head <= last for first, last in each.stretches):
                continue
            yield Draft(
                cue=_cue(tree, verb),
                speaker=None if phrase is None else tree.span(phrase.first, phrase.last),
                chain=actor.chain if actor else None,
                addressee=_addressee(tree, verb, cues, actors),
                content=spans,
                manner=each.reading.manner,
                lemma=lemma,
                confidence=SURE if phrase is not None else GUESSED,
                reason=f"verb, {each.pattern}",
                quoted_only=each.reading.frame == "quoted",
            )


def _unsaid(tree: Tree, verb: int, cues: SpeechCues, speaker: int | None) -> bool:
    """Return whether a verb says nothing: in a passive without who does it, negated, or as a command."""
    token = tree.tokens[verb]
    auxiliaries = list(tree.children(verb, "auxiliary"))
    words = {tree.tokens[each].lemma.casefold() for each in auxiliaries}
    passive = bool(words & cues.passive) and not token.text.casefold().endswith("ing")
    if passive and tree.child(verb, "agent") is None:
        reflexive = any(
            tree.words[each] in ("s'", "se", "m'", "me", "nous") for each in tree.below[verb] if each < verb
        )
        if not reflexive:
            return True
    negated = tree.child(verb, "negation") is not None
    if negated and cues.verbs[token.lemma.casefold()][0].manner == "say":
        return True
    return (
        speaker is None
        and token.relation == "root"
        and token.lemma.casefold() not in cues.impersonal
        and not any(tree.tokens[each].pos != "PUNCT" for each in range(verb))
    )


def _cue(tree: Tree, verb: int) -> Span:
    """Return the verb with the auxiliaries right before it."""
    first = verb
    while (
        first > 0
        and tree.tokens[first - 1].relation in ("auxiliary", "negation")
        and tree.tokens[first - 1].head == verb
    ):
        first -= 1
    return tree.span(first, verb)


def _addressee(tree: Tree, verb: int, cues: SpeechCues, actors: Actors) -> str | None:
    """Return the actor who is spoken to: the object of "told", whom "to" leads to."""
    for each in tree.below[verb]:
        token = tree.tokens[each]
        case = tree.child(each, "case")
        spoken = token.relation == "indirect object" and case is None
        spoken = spoken or (token.relation == "object" and tree.tokens[verb].lemma in cues.addressed)
        spoken = spoken or (
            case is not None
            and tree.words[case] in cues.to
            and token.relation in ("oblique", "indirect object")
        )
        if spoken:
            actor = actors.named_by(tree, phrase_at(tree, each, verb))
            if actor is not None and actor.kind != "place":
                return actor.chain
    return None


def _distinct(drafts: Sequence[Draft]) -> list[Draft]:
    """Return one draft for each cue and content, the surest."""
    kept: dict[tuple[Span, ...], Draft] = {}
    for draft in sorted(drafts, key=lambda each: (-each.confidence, each.cue)):
        kept.setdefault(draft.content, draft)
    cues: dict[Span, Draft] = {}
    for draft in kept.values():
        cues.setdefault(draft.cue, draft)
    return sorted(cues.values(), key=lambda each: (each.cue, each.content))


def _finished(text: Text, draft: Draft, cues: SpeechCues, quotes: Quotes) -> Statement:
    return Statement(
        article=text.article,
        speaker=draft.chain,
        speaker_span=draft.speaker,
        speaker_text=None if draft.speaker is None else text.text[draft.speaker.start : draft.speaker.end],
        addressee=draft.addressee,
        cue=draft.cue,
        content=draft.content,
        kind=kind_of(draft, quotes),
        manner=draft.manner,
        certainty=_certainty(text.text, draft, cues),
        confidence=draft.confidence,
        reason=draft.reason,
    )


def _certainty(text: str, draft: Draft, cues: SpeechCues) -> Certainty:
    """Return how sure the speaker is: by the verb, and by the first words of what is said."""
    if draft.lemma in cues.possible:
        return "possible"
    if draft.lemma in cues.probable:
        return "probable"
    return "certain"
