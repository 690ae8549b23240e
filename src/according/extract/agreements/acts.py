"""What is promised, in the words of its sentence: the act, who does it, to whom, by when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from according.extract.events.names import Names
from according.extract.near import Near
from according.extract.statements.speakers import Actors, phrase_at, subject
from according.extract.tree import VERBS, Tree
from according.knowledge.agreement_words import AgreementWords
from according.knowledge.speech_cues import SpeechCues
from according.knowledge.status_words import StatusWords
from according.model import NOBODY, Commitment, Date, Event, Instrument, Kept, Party, Statement

_NOUNS = ("NOUN", "PROPN", "ADJ", "NUM", "PRON", "DET", "X")
_NEGATED = 4
"""Words before a verb among which what denies it stands."""


@dataclass(frozen=True, slots=True)
class Language:
    """The words of one language that tell of promises."""

    words: AgreementWords
    cues: SpeechCues
    status: StatusWords


@dataclass(frozen=True, slots=True)
class Found:
    """A commitment in a sentence, as tokens: the head of what is promised, the word that promises, who, to whom.

    `by` and `to` are heads of phrases. `under` is the head of the agreement's phrase; `mutual`: where the sentence does
    not say who, its parties bind themselves.
    """

    act: int
    cue: int | None
    by: tuple[int, ...]
    to: tuple[int, ...]
    under: int | None
    status: Kept
    reason: str
    confidence: float = 0.8
    mutual: bool = False


class Clause:
    """A sentence in which something is promised, with all that is known of it."""

    def __init__(
        self,
        text: str,
        tree: Tree,
        language: Language,
        actors: Actors,
        dates: Near[Date],
        statements: Near[Statement],
        events: Near[Event],
        phrases: Mapping[int, tuple[int, int]],
    ) -> None:
        """Take the sentence, the article's findings, and the first and last tokens of what names agreements."""
        self.text, self.tree, self.language, self._phrases = text, tree, language, phrases
        self.words, self.cues, self.actors = language.words, language.cues, actors
        self.span = tree.span(0, len(tree.tokens) - 1)
        self.dates = [each for each in dates.at(self.span) if self.span.contains(each.span)]
        self.statements = [each for each in statements.at(self.span) if each.content_span.overlap(self.span)]
        self.events = [each for each in events.at(self.span) if self.span.contains(each.trigger)]

    def doer(self, verb: int) -> tuple[int, ...]:
        """Return the head of who does what a verb tells; who undergoes a passive does nothing."""
        if self.tree.child(verb, "passive subject") is not None:
            return tuple(self.tree.children(verb, "agent"))
        found = subject(self.tree, verb, self.cues, self.actors)
        if found is None and (above := self.tree.tokens[verb].head) != verb:
            found = self.tree.child(above, "subject") if self.tree.tokens[above].pos in VERBS else None
        return () if found is None else (found,)

    def speaks(self, at: int) -> Statement | None:
        """Return the innermost statement in which a word is said."""
        span = self.tree.tokens[at].span
        around = [each for each in self.statements if any(part.contains(span) for part in each.content)]
        return min(around, key=lambda each: each.content_span.end - each.content_span.start, default=None)

    def event(self, first: int, last: int) -> Event | None:
        """Return the first event that some words tell of."""
        span = self.tree.span(first, last)
        return next((each for each in self.events if span.overlap(each.trigger)), None)

    def is_somebody(self, at: int) -> bool:
        """Return whether a word means somebody who can bind himself: an actor, a pronoun, a noun for people."""
        tree = self.tree
        return (
            tree.tokens[at].pos in ("PRON", "PROPN", "X")
            or bool(self.actors.at(tree.tokens[at].span))
            or self.cues.is_somebody(tree.lemmas[at])
            or tree.lemmas[at] in self.words.sides
        )

    def is_first(self, at: int) -> bool:
        """Return whether a word means whoever speaks."""
        return self.tree.words[at] in self.words.first

    def made(self, article: str, found: Found, agreement: Instrument | None) -> Commitment:
        """Return a commitment with its words; spans are in the running text."""
        first, last, due = self._act(found.act, negated=found.status == "promised")
        what = self.tree.span(first, last)
        told = self.speaks(found.act if found.cue is None else found.cue)
        inner = self.speaks(found.act)
        by = self._by(found, inner)
        if found.mutual and agreement is not None and by.span is None:
            by = Party(agreement.parties, None, None)
        to = self._party([each for each in found.to if each not in found.by])
        if to.span is None:
            to = self._recipient(first, last, found)
        if to.span is None:
            to = self._other(by, inner, agreement)
        event = self.event(first, last)
        date, due_text = self._due(due)
        cues = [] if found.cue is None else [found.cue]
        near = [*found.by, *cues, *([] if found.under is None else [found.under])]
        start = min([first, *(self.tree.first(each) if each in found.by else each for each in near)])
        end = max([last, *(each for each in near)])
        span = self.tree.span(start, end)
        return Commitment(
            article=article, span=span, text=self.text[span.start : span.end],
            by=self._written(by), to=self._written(to),
            what=self.text[what.start : what.end], what_span=what,
            due=date, due_text=due_text,
            agreement=None if agreement is None else agreement.id,
            status=found.status,
            root=None if event is None else event.root,
            reported_by=None if told is None else told.speaker,
            reported_text=None if told is None else told.speaker_text,
            confidence=found.confidence if by.span is not None else found.confidence - 0.3,
            reason=found.reason,
        )  # fmt: skip

    def _written(self, side: Party) -> Party:
        return side if side.span is None else replace(side, text=self.text[side.span.start : side.span.end])

    def _party(self, heads: Iterable[int]) -> Party:
        names = Names(self.tree, self.actors, self.language.cues, self.language.status.of)
        return names.named(heads, -1).party

    def _by(self, found: Found, told: Statement | None) -> Party:
        """Return who binds himself; a first person is whoever speaks."""
        heads = [each for each in found.by if not self.is_first(each)]
        if len(heads) == len(found.by) or told is None or told.speaker_span is None:
            own = self._party(heads)
            same = told is not None and told.speaker is not None and own.chains == (told.speaker,)
            return Party(own.chains, told.speaker_span, None) if same and told is not None else own
        return Party(() if told.speaker is None else (told.speaker,), told.speaker_span, None)

    def _recipient(self, first: int, last: int, found: Found) -> Party:
        """Return somebody to whom the act is done, by the words that lead to him or by his case."""
        tree = self.tree
        for at in range(first, last + 1):
            token = tree.tokens[at]
            if (
                token.relation not in ("oblique", "indirect object", "genitive", "modifier", "other")
                or at in found.by
            ):
                continue
            cases = [each for each in tree.children(at, "case") if each < at]
            row = " ".join(tree.words[each] for each in cases)
            led = row in self.words.to or (len(cases) == 1 and tree.lemmas[cases[0]] in self.words.to)
            led = led or (not cases and token.form == "Dat")
            somebody = self.cues.is_somebody(tree.lemmas[at]) or any(
                actor.kind in ("state", "organization", "person") for actor in self.actors.at(token.span)
            )
            if led and somebody:
                return self._party([at])
        return NOBODY

    def _other(self, by: Party, told: Statement | None, agreement: Instrument | None) -> Party:
        """Return to whom something is promised when the act does not say: each other, the addressee, the other side."""
        if len(by.chains) > 1 or self._mutual(by):
            return by
        if told is not None and told.addressee is not None:
            return Party((told.addressee,), None, None)
        others = (
            () if agreement is None else tuple(each for each in agreement.parties if each not in by.chains)
        )
        return (
            Party(others, None, None)
            if agreement is not None and set(by.chains) & set(agreement.parties)
            else NOBODY
        )

    def _mutual(self, by: Party) -> bool:
        """Return whether those who bind themselves are "the parties", all of them."""
        if by.span is None:
            return False
        heads = [at for at, token in enumerate(self.tree.tokens) if by.span.contains(token.span)]
        sides = [at for at in heads if self.tree.lemmas[at] in self.words.sides]
        return bool(sides) and any(self.tree.words[at] != self.tree.lemmas[at] for at in sides)

    def _act(self, act: int, *, negated: bool) -> tuple[int, int, int | None]:
        """Return the first and last token of what is promised, and the head of when it is due.

        Of a promise what denies the act is part of it ("not to attack"); of a report it only says that it is not done.
        """
        tree = self.tree
        if act in self._phrases:
            return *self._phrases[act], None
        if tree.tokens[act].pos not in VERBS:
            phrase = phrase_at(tree, act)
            return phrase.first, max(phrase.last, act), None
        first = act
        passive = tree.child(act, "passive subject")
        if passive is not None and passive < act:
            first = self._without_article(passive)
        else:
            while first > 0 and tree.tokens[first - 1].head == act and self._is_clitic(first - 1):
                first -= 1
            first = self._denied_from(act, first) if negated else first
        due = next((each for each in self._beside(act) if self._is_due(each)), None)
        last = act
        above = tree.tokens[act].head
        if above == act + 1 and tree.tokens[above].pos == "NOUN":
            last = tree.last(above)  # "sparing schools", read as schools that spare
        for each in tree.below[act]:
            if each < act:
                continue
            if each != due and (self._is_apart(each) or each < last):
                break
            last = max(last, tree.last(each) if each != due else last)
        last = self._trimmed(act, last)
        if due is not None and first <= self._due_from(due) <= last <= tree.last(due):
            last = self._trimmed(act, self._due_from(due) - 1)
        return first, max(last, act), due

    def _trimmed(self, act: int, last: int) -> int:
        """Return the last token of an act without the signs and conjunctions at its end."""
        while last > act and self.tree.tokens[last].pos in ("PUNCT", "CCONJ", "SCONJ"):
            last -= 1
        return last

    def _without_article(self, head: int) -> int:
        first = phrase_at(self.tree, head).first
        return first + 1 if self.tree.tokens[first].pos == "DET" and first < head else first

    def _is_clitic(self, at: int) -> bool:
        return self.tree.words[at] in self.cues.reflexives

    def _denied_from(self, act: int, first: int) -> int:
        """Return where what denies an act begins: "not to attack", "ne jamais employer"."""
        tree = self.tree
        for at in range(act - 1, max(-1, act - _NEGATED), -1):
            if tree.tokens[at].head != act or tree.tokens[at].pos in _NOUNS[:3]:
                break
            first = at if tree.tokens[at].relation == "negation" else first
        while first > 0 and self._is_glued(first):  # "won't", read as two words
            first -= 1
        return first

    def _is_glued(self, at: int) -> bool:
        """Return whether a word has no letter of its own before its apostrophe: it is the end of the one before."""
        tokens = self.tree.tokens
        apostrophe = re.match(r"n?['’]", tokens[at].text) is not None
        return apostrophe and tokens[at - 1].span.end == tokens[at].span.start

    def _beside(self, act: int) -> list[int]:
        """Return what hangs on an act, and on what it is done to."""
        near = [each for each in self.tree.below[act] if self.tree.tokens[each].relation != "clause"]
        return near + [below for each in near for below in self.tree.below[each]]

    def _is_due(self, at: int) -> bool:
        """Return whether a word is when something is due: a date, or a time behind "within"."""
        tree, token = self.tree, self.tree.tokens[at]
        cases = {tree.words[each] for each in tree.children(at, "case", "modifier") if each < at}
        row = " ".join(tree.words[each] for each in tree.children(at, "case"))
        if token.pos not in (*_NOUNS, "ADV") or not (
            cases & self.words.until or row in self.words.until or not cases
        ):
            return False
        whole = tree.span(tree.first(at), tree.last(at))
        ahead = self.words.ahead
        if (
            not cases
            and self._due_from(at) == tree.first(at)
            and not any(
                tree.words[each] in ahead or tree.lemmas[each] in ahead
                for each in range(tree.first(at), tree.last(at) + 1)
            )
        ):
            return False
        return any(whole.contains(each.span) and each.span.overlap(token.span) for each in self.dates) or (
            bool(cases or row) and tree.lemmas[at] in self.words.times
        )

    def _due_from(self, at: int) -> int:
        """Return where what says when something is due begins: a preposition may hang elsewhere ("d'ici le 10 mai")."""
        first = self.tree.first(at)
        row = " ".join(self.tree.words[max(0, first - 2) : first])
        return first - 2 if row in self.words.until else first

    def _is_apart(self, at: int) -> bool:
        """Return whether what hangs on an act begins another clause: "as promised", "and the others …", "; …"."""
        tree, token = self.tree, self.tree.tokens[at]
        if token.text in (";", ":", "»", "”", "—", "–", '"'):
            return True
        if " ".join(tree.words[tree.first(at) : tree.first(at) + 2]) in self.words.under:
            return True
        verb = token.pos in VERBS
        own = tree.child(at, "subject", "passive subject") is not None
        if token.relation == "conjunct":
            return own
        return (
            verb and token.relation in ("modifier", "other") and (own or tree.child(at, "marker") is not None)
        )

    def _due(self, at: int | None) -> tuple[str | None, str | None]:
        if at is None:
            return None, None
        tree = self.tree
        first = tree.first(at)
        while first < at and tree.tokens[first].pos in ("ADP", "DET", "ADV"):
            first += 1
        span = tree.span(first, tree.last(at))
        value = next((each.value for each in self.dates if each.span.overlap(span)), None)
        return value, self.text[span.start : span.end]
