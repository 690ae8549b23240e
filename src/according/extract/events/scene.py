"""Where and when an event took place, what measures it, and who says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from according.extract.events.acting import Acting
from according.extract.near import Near
from according.extract.statements.speakers import Actors
from according.extract.tree import VERBS, Tree
from according.knowledge.speech_cues import SpeechCues
from according.model import NOBODY, Date, Figure, Party, Span, Statement, Text

_LED = ("oblique", "genitive", "modifier", "other")
_WITH_STATE = 2
"""Chains of somebody who acts for a state: his own and the state's."""
_APART = ("clause", "conjunct")
"""Relations below which another event's words begin."""


class Scene:
    """What an article tells around its events."""

    def __init__(
        self,
        text: Text,
        actors: Actors,
        acting: Acting,
        dates: Sequence[Date],
        statements: Sequence[Statement],
        figures: Sequence[Figure],
        where: frozenset[str],
    ) -> None:
        """`where` are the prepositions before a place where something happens; empty: any."""
        self._text, self._actors, self._acting, self._where = text, actors, acting, where
        self._dates = Near(dates, lambda date: (date.span,))
        self._statements = Near(statements, lambda statement: statement.content)
        self._figures = Near(figures, lambda figure: (figure.span,))

    def days(self, tree: Tree) -> frozenset[int]:
        """Return the tokens of a sentence that are dates."""
        sentence = tree.span(0, len(tree.tokens) - 1)
        inside = [each.span for each in self._dates.at(sentence) if sentence.contains(each.span)]
        return frozenset(
            at for at, token in enumerate(tree.tokens) if any(token.span.overlap(span) for span in inside)
        )

    def reporter(self, trigger: Span) -> Statement | None:
        """Return the innermost statement in whose content a word stands."""
        inside = [
            each
            for each in self._statements.at(trigger)
            if any(stretch.contains(trigger) for stretch in each.content)
        ]
        return min(inside, key=lambda each: each.content_span.end - each.content_span.start, default=None)

    def meant(self, tree: Tree, party: Party, reporter: Statement | None, cues: SpeechCues) -> Party:
        """Return whom a pronoun means that no chain has: in what somebody says, himself."""
        if party.span is None or reporter is None or reporter.speaker_span is None:
            return party
        written = self._text.text[party.span.start : party.span.end].casefold()
        word = written.replace("[", "").replace("]", "")
        if party.chains and word == written:  # "[W]e" may have been taken for a name
            return party
        beside = tree.span(0, len(tree.tokens) - 1).contains(reporter.speaker_span)
        if word in self._acting.you:
            return self._addressee(tree, reporter)
        if not party.chains and word.split(" ")[0] in self._acting.ours:
            return self._of_speaker(party, reporter)
        own = word in cues.first or (
            beside and (word in cues.persons or word in cues.things or word in cues.pronouns)
        )
        if not own:
            return party
        chains = () if reporter.speaker is None else self._acting.behind(reporter.speaker)
        return Party(chains, reporter.speaker_span, None)

    def with_speaker(
        self, tree: Tree, source: Party, target: Party, reporter: Statement | None
    ) -> tuple[Party, Party]:
        """Return the sides of talks "with X", whose other side is not told: the state of who speaks of them."""
        alone = source if source.chains else target
        behind = () if reporter is None or reporter.speaker is None else self._acting.behind(reporter.speaker)
        if (source.chains and target.chains) or len(behind) < _WITH_STATE or reporter is None:
            return source, target
        starts = (
            at for at, token in enumerate(tree.tokens) if alone.span and token.span.start == alone.span.start
        )
        at = next(starts, 0)
        led = at > 0 and bool({tree.words[at - 1], tree.lemmas[at - 1]} & self._acting.partners)
        if not led or set(behind) & set(alone.chains):
            return source, target
        return Party(behind, reporter.speaker_span, None), alone

    def speaker(self, reporter: Statement | None) -> Party:
        """Return whoever says something, with the state for which he acts; nobody where nobody does."""
        if reporter is None:
            return NOBODY
        chains = () if reporter.speaker is None else self._acting.behind(reporter.speaker)
        return Party(chains, reporter.speaker_span, reporter.speaker_text)

    def _of_speaker(self, party: Party, reporter: Statement) -> Party:
        """Return those who belong to a speaker, as his state's: "our troops"."""
        behind = () if reporter.speaker is None else self._acting.behind(reporter.speaker)
        return Party(behind[1:], party.span, None)

    def _addressee(self, tree: Tree, reporter: Statement) -> Party:
        """Return to whom somebody says something, as far as the sentence tells: "X told Y"."""
        cue = next((at for at, token in enumerate(tree.tokens) if token.span.overlap(reporter.cue)), None)
        heads = () if cue is None else tree.children(cue, "object", "indirect object", "oblique")
        for head in heads:
            actor = next(iter(self._actors.at(tree.tokens[head].span)), None)
            said = any(stretch.overlap(tree.tokens[head].span) for stretch in reporter.content)
            if actor is not None and not said and actor.kind in ("state", "organization", "person"):
                return Party(self._acting.behind(actor.chain), tree.tokens[head].span, None)
        return NOBODY

    def date(self, tree: Tree, word: int, reporter: Statement | None) -> str | None:
        """Return the date of what a word tells: one below it, else the only one of a verb above it.

        What somebody says on a day did not happen on it: the date of the word that says so is not taken.
        """
        sentence = tree.span(0, len(tree.tokens) - 1)
        dates = self._dates.at(sentence)
        inside = [each for each in dates if each.value is not None and sentence.contains(each.span)]
        near = set(self._near(tree, word))
        for each in inside:
            if any(tree.tokens[below].span.overlap(each.span) for below in near):
                return each.value
        above = {
            at: each.value
            for each in inside
            for at, token in enumerate(tree.tokens)
            if token.span.overlap(each.span)
            and self._governing(tree, at) in self._upwards(tree, word, reporter)
        }
        values = dict.fromkeys(above.values())
        return next(iter(values)) if len(values) == 1 else None

    def place(self, tree: Tree, word: int, deed: bool, *parties: Party) -> str | None:
        """Return the place behind a preposition that hangs on a word, or, of a `deed`, on what it is done to.

        Where something is that somebody only speaks of, he need not be.
        """
        acting = tree.child(word, "subject", "agent")
        for below in self._near(tree, word) if deed else tree.below[word]:
            token = tree.tokens[below]
            if acting is not None and tree.under(below, acting):
                continue
            cases = [tree.lemmas[each] for each in tree.children(below, "case")]
            if token.relation not in _LED or not cases or (self._where and cases[0] not in self._where):
                continue
            for actor in self._actors.at(token.span):
                taken = any(actor.chain in party.chains for party in parties)
                if actor.kind in ("place", "state") and actor.form == "name" and not taken:
                    return actor.chain
        return None

    def measures(self, tree: Tree, word: int) -> tuple[Span, ...]:
        """Return where the figures stand that hang on a word."""
        near = self._near(tree, word)
        return tuple(
            each.span
            for each in self._figures.at(tree.span(0, len(tree.tokens) - 1))
            if any(tree.tokens[below].span.overlap(each.span) for below in near)
        )

    def _near(self, tree: Tree, word: int) -> list[int]:
        """Return what hangs on a word, two steps down at most, no other clause's words."""
        near = [each for each in tree.below[word] if tree.tokens[each].relation not in _APART]
        for each in tuple(near):
            near += [below for below in tree.below[each] if tree.tokens[below].relation not in _APART]
        return near

    def _governing(self, tree: Tree, word: int) -> int:
        """Return the verb that a word hangs on, through whatever but another clause."""
        while tree.tokens[word].head != word and tree.tokens[word].pos not in VERBS:
            word = tree.tokens[word].head
        return word

    def _upwards(self, tree: Tree, word: int, reporter: Statement | None) -> Iterator[int]:
        """Yield the words that a word hangs on, up to the one by which somebody says it."""
        while tree.tokens[word].head != word:
            word = tree.tokens[word].head
            if reporter is not None and tree.tokens[word].span.overlap(reporter.cue):
                return
            yield word
