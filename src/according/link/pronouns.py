"""He and she: the subject that agrees, of the same sentence or of those just before; in doubt nobody.

Behind a quotation it is who spoke last. Where a language's pronouns mean things, too, a thing that agrees and is
nearer keeps people from being meant; an organization can be meant itself.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from according.link import gender
from according.link.gender import Gender, Words
from according.link.group import Group
from according.link.subjects import REACH, Subject, Subjects
from according.model import Candidate, Sentence, Span, Token

BY_PRONOUN = 0.6
"""Share of its confidence that a pronoun keeps for who was a subject."""
_SPOKE = 6
"""Sentences back in which it is looked who spoke last."""
_QUOTATION = re.compile(r"«[^«»]{1,1500}»|“[^“”]{1,1500}[”“]|„[^„“”]{1,1500}[“”]|\"[^\"\n]{1,1500}\"")
_BESIDE = 12
"""Words around a subject in which those beside it are looked for."""
_LOOKED_BACK = 64
"""Words before a pronoun among which it is looked whose the subject is."""
_DEPTH = 4
"""Words between a name and the subject that it belongs to: the tone of his speech's end."""
_ACTED_ON = ("object", "indirect object", "oblique", "other")
_QUOTES = frozenset("«»“”„\"'")


class Pronouns:
    """The pronouns of an article and who is meant by them."""

    def __init__(
        self, text: str, sentences: Sequence[Sentence], groups: Sequence[Group], language: str | None
    ) -> None:
        self._text = text
        self._language: Words = gender.words((language or "").partition("-")[0])
        self._subjects = Subjects(sentences, groups)
        self._quotations = [match.span() for match in _QUOTATION.finditer(text)]
        self._genders: dict[int, Gender | None] = {}
        self._tell_genders(sentences, groups)

    def _tell_genders(self, sentences: Sequence[Sentence], groups: Sequence[Group]) -> None:
        """What titles and names say of people, and where they say nothing, their verbs."""
        acted: dict[int, Counter[Gender]] = defaultdict(Counter)
        if any(self._language.past.values()):
            for number in range(len(sentences)):
                tokens = sentences[number].tokens
                for subject in self._subjects.within(number):
                    said = gender.of_verb(tokens[subject.token.head], self._language)
                    if subject.group is not None and said and tokens[subject.token.head].pos == "VERB":
                        acted[id(subject.group)][said] += 1
        for group in groups:
            if group.kind == "person":
                told = gender.of_person(self._text, group, self._language)
                votes = acted[id(group)]
                if told is None and votes["m"] != votes["f"]:
                    told = "m" if votes["m"] > votes["f"] else "f"
                self._genders[id(group)] = told

    def resolve(self) -> None:
        """Add each pronoun to the group that it stands for."""
        if not self._language.pronouns:
            return
        found: dict[int, tuple[Group, list[tuple[Candidate, str]]]] = {}
        for number, sentence in enumerate(self._subjects.sentences):
            for index, token in enumerate(sentence.tokens):
                genders = self._language.pronouns.get(token.text.lower().lstrip("-").removeprefix("t-"))
                if genders is None or token.relation not in ("subject", "passive subject"):
                    continue
                meant = self._meant(number, index, token, genders)
                if meant is None:
                    continue
                group, reason = meant
                self._subjects.tell(token, group)
                candidate = Candidate(
                    token.span, group.kind, "pronoun", token.text, None, None, None, 1.0, "pronoun"
                )
                found.setdefault(id(group), (group, []))[1].append((candidate, f"{reason}, {group.name}"))
        for group, pronouns in found.values():
            self._take(group, pronouns)

    def _take(self, group: Group, pronouns: list[tuple[Candidate, str]]) -> None:
        """Nobody is both he and she: what is rarer means somebody else, who is not named."""
        counts = Counter(self._sign(candidate) for candidate, _ in pronouns)
        for candidate, reason in pronouns:
            if 2 * counts[self._sign(candidate)] > counts.total():
                group.take(candidate, reason, BY_PRONOUN)

    @staticmethod
    def _sign(pronoun: Candidate) -> str:
        return pronoun.name.lower().lstrip("-").removeprefix("t-")

    def _meant(
        self, number: int, index: int, token: Token, genders: frozenset[Gender]
    ) -> tuple[Group, str] | None:
        tokens = self._subjects.sentences[number].tokens
        if self._is_either(tokens, index):
            return None
        quoted = self._quoted(token.span.start)
        verb = tokens[token.head]
        said = verb.lemma in self._language.said
        if quoted is None and said and _is_behind_quotation(tokens, index):
            spoke = self._spoke_last(number, genders)
            if spoke is not None:
                return spoke, "who spoke last"
        # Inside a quotation it is about whom that speaks: who is named outside may be the speaker, "I".
        begin = 0 if quoted is None else quoted.start
        earlier = [
            each
            for each in self._subjects.within(number)
            if each.index < index and each.token.span.start >= begin
        ]
        apart = [each for each in earlier if each.token.head != token.head]
        if apart:
            same, done = self._of_sentence(number, apart, genders, main=False)
            if done:
                return (same, "subject of the same sentence") if same else None
        if quoted is None and not self._subjects.is_main(tokens, token):
            inside = self._agreeing(self._subjects.people(tokens[0].span.start, token.span.start), genders)
            if inside:
                whose = self._possessor(tokens, index, earlier)
                if whose is None or inside != [whose]:
                    return None
                return whose, "whose is the subject of the sentence"
        group, done = self._before(number, begin, genders)
        if done:
            return (group, "subject just before") if group else None
        return self._only(token, genders) if quoted is None else None

    def _before(self, number: int, begin: int, genders: frozenset[Gender]) -> tuple[Group | None, bool]:
        """Who is meant among the subjects of the sentences before, from a place on; as `_of_sentence`."""
        for back in range(1, min(REACH, number) + 1):
            subjects = [
                each for each in self._subjects.within(number - back) if each.token.span.start >= begin
            ]
            group, done = self._of_sentence(number - back, subjects, genders, main=True)
            if done or self._is_unsure(number - back, genders):
                return group, True
        return None, False

    def _possessor(self, tokens: Sequence[Token], index: int, subjects: Sequence[Subject]) -> Group | None:
        """Return who alone is named in the phrase of a main subject that is nobody: "the tone of Ri's speech"."""
        tops = {each.index for each in subjects if each.main and each.group is None}
        found: dict[int, Group] = {}
        for token in tokens[max(0, index - _LOOKED_BACK) : index] if tops else ():
            whose = self._subjects.of(token) if token.relation == "genitive" else None
            above = token.head
            for _ in range(_DEPTH):
                if above in tops and whose is not None and whose.kind == "person":
                    found[id(whose)] = whose
                above = tokens[above].head
        return next(iter(found.values())) if len(found) == 1 else None

    def _quoted(self, place: int) -> Span | None:
        """The quotation that a place is in."""
        last = bisect_right(self._quotations, (place, len(self._text))) - 1
        if last < 0 or self._quotations[last][1] <= place:
            return None
        return Span(*self._quotations[last])

    def _of_sentence(
        self, number: int, subjects: Sequence[Subject], genders: frozenset[Gender], *, main: bool
    ) -> tuple[Group | None, bool]:
        """Who among a sentence's subjects is meant, and whether that settles it; (None, True) when it is in doubt."""
        tokens = self._subjects.sentences[number].tokens
        fitting = [each for each in subjects if self._fits(tokens, each, genders)]
        if not fitting:
            return None, False
        ruling = [each for each in fitting if each.main] if main else []
        chosen = ruling or fitting
        meant = {id(each.group): each.group for each in chosen}
        if len(meant) > 1:
            return None, True
        group = chosen[0].group
        if group is None or group.kind not in ("person", "organization"):
            return None, True
        if not main and self._has_other(tokens, chosen[-1], genders):
            return None, True
        return group, True

    def _has_other(self, tokens: Sequence[Token], subject: Subject, genders: frozenset[Gender]) -> bool:
        """Whether somebody else is in play beside a subject: "Pagliano's lawyer", "she told him"."""
        for at in range(max(0, subject.index - _BESIDE), min(len(tokens), subject.index + _BESIDE)):
            token = tokens[at]
            if token.head == subject.index and token.relation == "genitive":
                whose = self._subjects.of(token)
                if whose is not None and whose.kind == "person" and whose is not subject.group:
                    return True
            called = self._language.objects.get(token.text.lower())
            if called in genders and token.head == subject.token.head and token.relation in _ACTED_ON:
                return True
        return False

    def _is_either(self, tokens: Sequence[Token], index: int) -> bool:
        """Whether it says "he or she", which is nobody."""
        signs = [token.text.lower() for token in tokens[max(0, index - 2) : index + 3]]
        return len(set(signs) & self._language.pronouns.keys()) > 1

    def _fits(self, tokens: Sequence[Token], subject: Subject, genders: frozenset[Gender]) -> bool:
        """Whether a pronoun of these genders can stand for a subject; a noun that nobody knows may be a person."""
        group = subject.group
        if group is not None and group.kind == "person":
            told = self._genders.get(id(group))
            return told is None or told in genders
        if subject.token.pos not in ("NOUN", "PROPN"):
            sign = subject.token.text.lower().lstrip("-").removeprefix("t-")
            return group is None and bool(self._language.pronouns.get(sign, frozenset()) & genders)
        if subject.token.pos == "PROPN" and group is None:
            return True  # a name that nobody has told what it is
        if not self._language.things:
            return False
        told = gender.of_thing(tokens, subject.index, self._language)
        return told is None or told in genders

    def _is_unsure(self, number: int, genders: frozenset[Gender]) -> bool:
        """Whether a sentence mentions several people who could be meant, none of them its subject."""
        span = self._subjects.sentences[number].span
        return len(self._agreeing(self._subjects.people(span.start, span.end), genders)) > 1

    def _agreeing(self, groups: Iterable[Group], genders: frozenset[Gender]) -> list[Group]:
        return [group for group in groups if self._genders.get(id(group)) in (None, *genders)]

    def _only(self, token: Token, genders: frozenset[Gender]) -> tuple[Group, str] | None:
        """The only person of that gender who is mentioned just before."""
        near = self._agreeing(self._subjects.near(token.span.start), genders)
        return (near[0], "the only person named just before") if len(near) == 1 else None

    def _spoke_last(self, number: int, genders: frozenset[Gender]) -> Group | None:
        """Who said something last, when nobody else who could be meant has been a subject since."""
        for back in range(number, max(-1, number - _SPOKE - 1), -1):
            tokens = self._subjects.sentences[back].tokens
            people = [
                each
                for each in self._subjects.within(back)
                if each.group is not None
                and each.group.kind == "person"
                and self._fits(tokens, each, genders)
            ]
            spoke = {
                id(each.group): each.group
                for each in people
                if tokens[each.token.head].lemma in self._language.said
            }
            if len(spoke) == 1:
                (group,) = spoke.values()
                between = back < number and group and self._is_between(back, number, group, genders)
                return None if between else group
            if people:
                return None
        return None

    def _is_between(self, back: int, number: int, group: Group, genders: frozenset[Gender]) -> bool:
        """Whether somebody else who could be meant is named, outside quotations, since a sentence."""
        sentences = self._subjects.sentences
        begin, end = sentences[back].span.end, sentences[number].span.start
        edges = [begin, *(edge for span in self._quotations_between(begin, end) for edge in span), end]
        spoken = [
            each
            for first, last in zip(edges[::2], edges[1::2], strict=True)
            if first < last
            for each in self._subjects.people(first, last)
        ]
        return any(each is not group and each.named for each in self._agreeing(spoken, genders))

    def _quotations_between(self, begin: int, end: int) -> list[tuple[int, int]]:
        first, last = bisect_right(self._quotations, (begin, 0)), bisect_right(self._quotations, (end, 0))
        return self._quotations[first:last]


def _is_behind_quotation(tokens: Sequence[Token], index: int) -> bool:
    """Whether nothing but its verb and signs stand between a pronoun and the end of a quotation."""
    for token in reversed(tokens[max(0, index - _BESIDE) : index]):
        if token.text in _QUOTES:
            return True
        own = token is tokens[tokens[index].head] or token.head == tokens[index].head
        if token.pos != "PUNCT" and not (own and token.pos in ("VERB", "AUX", "PRON")):
            return False
    return False
