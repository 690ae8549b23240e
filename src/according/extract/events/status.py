"""Whether an event took place, by the words around it: auxiliaries, negation, and what it hangs on.

After the way of Saurí and Pustejovsky (2012, "Are you sure that this event happened?"): from the event upwards, each
word that it hangs on changes what was known so far.
"""

from __future__ import annotations

from dataclasses import dataclass

from according.extract.tree import VERBS, Tree
from according.knowledge.status_words import StatusWords
from according.model import Relation, Status

_FUTURE, _CONDITIONAL, _PRESENT, _PAST, _IMPERFECT, _INFINITIVE = "Fut", "Cnd", "Pres", "Past", "Imp", "Inf"
_ACTING = ("subject", "agent")
_SUBJECTS: tuple[Relation, ...] = ("subject", "passive subject")
_BESIDE: tuple[Relation, ...] = ("modifier", "auxiliary", "other", "oblique")
_NOUNS = ("NOUN", "PROPN", "ADJ", "X")
_FAR = 8
"""Steps up a tree: what is said farther up is about something else."""
_LONGEST = 4
"""Words of the longest phrase that opens a clause."""


@dataclass(frozen=True, slots=True)
class Telling:
    """How an event is told.

    `deed` says whether it is done and not only said, `said` whether somebody tells it, `own` whether he does it.
    """

    deed: bool = False
    said: bool = False
    own: bool = False


_NARRATED = Telling()


def status(tree: Tree, word: int, words: StatusWords, harm: bool, told: Telling = _NARRATED) -> Status:
    """Return the status of what a word tells of: a verb, or the noun of the event. `harm` says whether it does any."""
    return _Ladder(tree, words, harm, told).climbed(word)


def obliging(tree: Tree, word: int, words: StatusWords) -> int | None:
    """Return the auxiliary that says that a verb's subject has to do it: "must"."""
    helpers = tree.children(word, "auxiliary")
    return next((each for each in helpers if words.modals.get(tree.lemmas[each]) == "demanded"), None)


class _Ladder:
    """What the words around an event say of it, from its own helpers up to the verb of the sentence."""

    def __init__(self, tree: Tree, words: StatusWords, harm: bool, told: Telling) -> None:
        self._tree, self._words, self._harm, self._told = tree, words, harm, told

    def climbed(self, word: int) -> Status:
        """Return the status of the event that a word tells of."""
        tree, found, at = self._tree, self._alone(word), word
        if found == "hypothetical" and self._reported(word):
            found = "planned"
        for _ in range(_FAR):
            head = tree.tokens[at].head
            if head == at or self._closed(at, head):
                break
            if self._quoted(at, head):
                found = self._threatened(at, head, found)
                break
            if tree.tokens[at].relation == "conjunct":
                found = self._shared(at, head, found)
            elif self._governed(at, head):
                found = self._threatened(at, head, self._under(at, head, found))
            at = head
        return self._announced(word, found)

    def _announced(self, word: int, found: Status) -> Status:
        """Return the status of what its doer announces or ties to a condition: harm is then threatened."""
        tree, harm = self._tree, self._harm
        conditional = found == "planned" and any(
            self._led(each) == "hypothetical" for each in tree.below[word]
        )
        if harm and found == "planned" and self._proclaimed(word):
            return "happened"
        if harm and found in ("planned", "hypothetical"):
            warned = any(
                tree.lemmas[each] in self._words.vowing and tree.child(each, "subject") is not None
                for each in tree.children(word, "modifier", "other", "clause", "conjunct")
            )
            told = self._told.said and self._told.own and (found == "planned" or conditional)
            if warned or told or (found == "planned" and self._else(word)):
                return "threatened"
        return "hypothetical" if conditional else found

    def _proclaimed(self, word: int) -> bool:
        """Return whether a noun of harm is what somebody announces, who has done it by then: "announced an arrest"."""
        tree, token = self._tree, self._tree.tokens[word]
        return (
            token.pos not in VERBS
            and token.relation in ("object", "passive subject", "oblique")
            and tree.lemmas[token.head] in self._words.announcing
            and self._alone(token.head) == self._alone(word) == "happened"
        )

    def _else(self, word: int) -> bool:
        """Return whether a clause tells what follows when something else is not done: "or", "faute de quoi"."""
        tree = self._tree
        first = min([word, *(each for each in tree.below[word] if tree.words[each].isalpha())])
        opening = range(max(0, first - _LONGEST + 1), first + 1)
        return any(self._row(at, self._words.otherwise) for at in opening)

    def _row(self, at: int, phrases: frozenset[str]) -> bool:
        rows = (" ".join(self._tree.words[at : at + size]) for size in range(1, _LONGEST))
        return any(row in phrases for row in rows)

    def _alone(self, at: int) -> Status:
        """Return what a word's own helpers and the words that stand with it say."""
        tree, words = self._tree, self._words
        led = self._led(at)
        complement = tree.tokens[at].relation == "clause" and self._known(tree.tokens[at].head) is not None
        if led is not None and led != "happened" and not (complement and led in ("planned", "demanded")):
            return led
        if self._inverted(at):
            return "hypothetical"
        if self._denied(at):
            return "denied"
        found: Status = "happened"
        for each in tree.below[at]:
            token = tree.tokens[each]
            if token.relation == "auxiliary":
                found = self._helped(each, found)
            if found == "happened" and token.relation in _BESIDE:
                found = next((words.words[form] for form in self._forms(each) if form in words.words), found)
        return self._of_tense(at) if found == "happened" and tree.tokens[at].pos in VERBS else found

    def _forms(self, at: int) -> tuple[str, str]:
        return self._tree.words[at], self._tree.lemmas[at]

    def _helped(self, helper: int, found: Status) -> Status:
        """Return what an auxiliary says."""
        form = self._tree.tokens[helper].form
        if form == _FUTURE:
            return "planned"
        known = next(
            (self._words.modals[each] for each in self._forms(helper) if each in self._words.modals), None
        )
        if known is None:
            return "hypothetical" if form == _CONDITIONAL else found
        return self._due(helper, known)

    def _due(self, modal: int, known: Status) -> Status:
        """Return what a modal says: outside what anybody says, one of duty may tell what is arranged."""
        arranged = known == "demanded" and self._tree.lemmas[modal] in self._words.due and not self._told.said
        return "planned" if arranged else known

    def _inverted(self, at: int) -> bool:
        """Return whether an auxiliary before the subject makes a clause a condition: "should they attack"."""
        tree = self._tree
        subject = tree.child(at, *_SUBJECTS)
        if subject is None or tree.tokens[at].head == at:
            return False
        first = tree.first(at)
        return (
            first < subject and tree.words[first] in self._words.inverting and tree.tokens[first].head == at
        )

    def _reported(self, word: int) -> bool:
        """Return whether a "would" is a "will" that somebody is said to have said, without a condition."""
        tree, words, token = self._tree, self._words, self._tree.tokens[word]
        while token.relation == "conjunct":
            token = tree.tokens[token.head]
        above = tree.tokens[token.head]
        told = (
            token.relation == "clause" and above.pos in VERBS and tree.lemmas[token.head] not in words.verbs
        )
        helpers = list(tree.children(word, "auxiliary"))
        would = any(tree.words[each] in words.reported for each in helpers)
        if words.later and above.form == _PAST:  # "a dit que X viendrait", but "que X serait venu" is hearsay
            tensed = [word, *helpers]
            would = any(tree.tokens[each].form == _CONDITIONAL for each in tensed) and not self._perfect(word)
        return told and would and not any(words.leads.get(each) == "hypothetical" for each in tree.words)

    def _perfect(self, word: int) -> bool:
        """Return whether a verb stands in a perfect tense."""
        tree = self._tree
        helpers = list(tree.children(word, "auxiliary"))
        if any(tree.lemmas[each] in self._words.perfect for each in helpers):
            return True
        return (
            bool(helpers) and tree.tokens[word].form == _PAST and tree.child(word, "passive subject") is None
        )

    def _denied(self, at: int) -> bool:
        """Return whether a word is negated: by a particle, or by a subject or an object that is nobody or none."""
        tree, words = self._tree, self._words
        signs = [each for each in tree.below[at] if self._denies(at, each)]
        halves = [each for each in signs if tree.words[each] in words.halves]
        if halves and len(halves) == len(signs) and tree.lemmas[at] not in words.denied_by_half:
            around = tree.words[tree.first(at) : tree.last(at) + 1]
            return any(word in words.negations and word not in words.halves for word in around)
        return bool(signs)

    def _denies(self, at: int, each: int) -> bool:
        tree, words = self._tree, self._words
        token = tree.tokens[each]
        if token.relation == "negation" or (
            tree.words[each] in words.negations
            and token.relation
            in (
                "determiner",
                "subject",
                "passive subject",
                "object",
                "modifier",
                "case",
                "auxiliary",
                "other",
            )
        ):
            behind = tree.words[each + 1] if each + 1 < len(tree.words) else ""
            return behind not in words.only
        bare = token.relation in ("subject", "passive subject", "object")
        return bare and any(
            tree.words[below] in words.negations for below in tree.children(each, "determiner")
        )

    def _led(self, at: int) -> Status | None:
        """Return what the word or phrase that opens a clause or leads to a noun says: "if", "without"."""
        tree, leads = self._tree, self._words.leads
        for each in tree.below[at]:
            token = tree.tokens[each]
            if (
                each > at
                or token.relation not in ("marker", "case", "modifier", "other")
                or token.pos == "PRON"
            ):
                continue
            for size in range(_LONGEST, 0, -1):
                for start in (each, each - size + 1):
                    found = leads.get(" ".join(tree.words[max(0, start) : start + size]))
                    if found is not None:
                        return found
        return None

    def _of_tense(self, at: int) -> Status:
        """Return what a verb's tense says."""
        tree, words, token = self._tree, self._words, self._tree.tokens[at]
        if token.form == _FUTURE:
            return "planned"
        if token.form == _CONDITIONAL:
            return "hypothetical"
        if token.form == _PRESENT and words.verbs.get(tree.lemmas[at]) == "ongoing":
            return "ongoing"
        cases = (case for each in tree.below[at] for case in tree.children(each, "case"))
        if token.form == _PRESENT and any(tree.words[case] in words.since for case in cases):
            return "ongoing"
        if token.form in words.lasting and self._told.deed:
            past = any(form in words.past for each in tree.below[at] for form in self._forms(each))
            return "happened" if past else "ongoing"
        helped = tree.child(at, "auxiliary") is not None
        progressive = bool(words.progressive) and tree.words[at].endswith(words.progressive)
        return "ongoing" if helped and progressive else "happened"

    def _closed(self, at: int, head: int) -> bool:
        """Return whether a word's clause tells for itself: what it hangs on changes nothing."""
        tree, token = self._tree, self._tree.tokens[at]
        if self._led(at) == "happened" and (token.pos not in VERBS or self._over(at)):
            return True
        if token.pos not in VERBS or token.relation not in ("modifier", "other"):
            return False
        named = tree.tokens[head].pos in _NOUNS and self._known(head) is None
        finite = tree.child(at, *_SUBJECTS) is not None
        return finite or (named and token.form != _INFINITIVE)

    def _quoted(self, at: int, head: int) -> bool:
        """Return whether a clause stands before the verb that only says whose words it is: "…, the minister said"."""
        tree = self._tree
        before = tree.tokens[at].relation == "clause" and tree.last(at) < head and self._finite(at)
        return before and tree.child(at, "marker") is None

    def _over(self, at: int) -> bool:
        """Return whether a verb tells of the past: "had attacked", "attacked", not "be attacked"."""
        tree = self._tree
        if tree.tokens[at].form not in (_PAST, _IMPERFECT):
            return False
        helpers = list(tree.children(at, "auxiliary"))
        past = (tree.tokens[each].form in (_PAST, _IMPERFECT) for each in helpers)
        return not helpers or any(past) or any(tree.lemmas[each] in self._words.perfect for each in helpers)

    def _governed(self, at: int, head: int) -> bool:
        """Return whether what hangs on a word is said to be planned, denied … by it, and does not do it itself."""
        tree = self._tree
        if tree.tokens[at].relation in _ACTING:
            return tree.tokens[head].pos not in VERBS or tree.child(head, "object", "clause") is None
        return True

    def _shared(self, at: int, head: int, found: Status) -> Status:
        """Return the status of one of several joined words: without helpers of its own it shares the first's."""
        tree = self._tree
        own = tree.child(at, "auxiliary", "subject", "passive subject", "negation") is not None
        alike = (
            tree.tokens[head].pos == tree.tokens[at].pos and tree.tokens[head].form == tree.tokens[at].form
        )
        but = any(word in self._words.adverse for word in tree.words[max(head, at - _LONGEST) : at])
        verb = tree.tokens[at].pos in VERBS
        if found != "happened" or own or but or not alike or (verb and tree.child(head, "auxiliary") is None):
            return found
        return self._alone(head)

    def _known(self, head: int) -> Status | None:
        """Return what a word says of what hangs on it."""
        tree, words = self._tree, self._words
        if tree.tokens[head].pos not in VERBS:
            forms = self._forms(head)
            tables = (words.nouns, words.words)
            return next((table[form] for table in tables for form in forms if form in table), None)
        lemma = tree.lemmas[head]
        behind = [" ".join(tree.words[head + 1 : head + 1 + size]) for size in range(_LONGEST, 0, -1)]
        behind += [tree.words[each] for each in tree.children(head, "other", "modifier", "case")]
        rows = (f"{lemma} {each}" for each in behind)
        longer = next((words.verbs[row] for row in rows if row in words.verbs), None)
        return longer or words.verbs.get(lemma) or words.verbs.get(tree.words[head])

    def _noun_beside(self, at: int, head: int) -> Status | None:
        """Return what a verb's own noun says of an infinitive elsewhere below it: "gave orders to leave"."""
        tree, words = self._tree, self._words
        if tree.tokens[at].pos in VERBS and tree.tokens[at].form not in (_INFINITIVE, ""):
            return None
        beside = [
            each
            for each in tree.children(head, "object", *_SUBJECTS)
            if each != at and tree.tokens[each].pos == "NOUN"
        ]
        return next(
            (words.nouns[tree.lemmas[each]] for each in beside if tree.lemmas[each] in words.nouns), None
        )

    def _under(self, at: int, head: int, found: Status) -> Status:
        """Return the status of something once a word above it is heard."""
        tree, words, lemma = self._tree, self._words, self._tree.lemmas[head]
        above, denied = self._known(head), self._denied(head)
        if denied and lemma in words.around_not:
            return "hypothetical"
        if above is None and tree.tokens[head].pos in VERBS:
            above = self._noun_beside(at, head)
            if above is None:
                return self._inherited(at, head, found)
        if above is None:
            return found
        if lemma in words.wishing and self._anothers(at):
            above = "demanded"
        if denied:
            return self._not_so(lemma, above, found)
        if above == "denied":
            return "happened" if found == "denied" else "denied"
        told = self._finite(at) and self._over(at) and self._led(at) is None
        if (
            above == "happened"
            or found not in ("happened", "ongoing", "denied")
            or (told and above != "hypothetical")
        ):
            return found
        if found == "denied":
            return "denied" if above in ("planned", "ongoing") else "hypothetical"
        return self._due(head, above)

    def _not_so(self, lemma: str, above: Status, found: Status) -> Status:
        """Return the status of what hangs on a word that is itself denied."""
        if lemma in self._words.failing:
            return found
        if lemma in self._words.ending:
            return "ongoing"
        return "denied" if above in ("planned", "ongoing", "happened") else "hypothetical"

    def _inherited(self, at: int, head: int, found: Status) -> Status:
        """Return the status of what belongs to a verb that only says that it is done: "will carry out an attack"."""
        if found != "happened" or self._finite(at):
            return found
        own = self._alone(head)
        return own if own != "ongoing" else found

    def _finite(self, at: int) -> bool:
        """Return whether a verb is that of a clause with its own subject or its own tense."""
        tree, token = self._tree, self._tree.tokens[at]
        if token.pos not in VERBS or token.form == _INFINITIVE:
            return False
        return tree.child(at, *_SUBJECTS, "marker") is not None

    def _anothers(self, at: int) -> bool:
        """Return whether what is wanted is another's to do, or a thing that is sought."""
        tree = self._tree
        if tree.tokens[at].pos not in VERBS:
            return tree.tokens[at].relation == "object"
        return tree.child(at, *_SUBJECTS) is not None

    def _threatened(self, at: int, head: int, found: Status) -> Status:
        """Return the status once a verb of vowing or warning above is heard: harm of one's own is threatened."""
        tree = self._tree
        vowed = self._harm and tree.lemmas[head] in self._words.vowing and not self._denied(head)
        if not vowed or found not in ("planned", "hypothetical"):
            return found
        doer = tree.child(at, "subject")
        anothers = doer is not None and tree.tokens[doer].pos != "PRON" and not self._told.own
        return found if anothers or tree.tokens[at].pos not in VERBS else "threatened"
