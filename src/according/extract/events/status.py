"""Whether an event took place, by the words beside it (`beside.py`) and what it hangs on.

After the way of Saurí and Pustejovsky (2012, "Are you sure that this event happened?"): from the event upwards, each
word that it hangs on changes what was known so far.
"""

from __future__ import annotations

from according.extract.events.beside import (
    CONDITIONAL,
    IMPERFECT,
    INFINITIVE,
    LONGEST,
    PAST,
    SUBJECTS,
    Beside,
    Telling,
)
from according.extract.tree import VERBS, Tree
from according.knowledge.status_words import StatusWords
from according.model import Status

__all__ = ["Telling", "obliging", "status"]

_ACTING = ("subject", "agent")
_UNDERGOING = ("object", "oblique", "indirect object", "passive subject")
_NOUNS = ("NOUN", "PROPN", "ADJ", "X", "PRON")
_FAR = 8
"""Steps up a tree: what is said farther up is about something else."""
_NARRATED = Telling()


def status(tree: Tree, word: int, words: StatusWords, harm: bool, told: Telling = _NARRATED) -> Status:
    """Return the status of what a word tells of: a verb, or the noun of the event. `harm` says whether it does any."""
    return _Ladder(tree, words, harm, told).climbed(word)


def obliging(tree: Tree, word: int, words: StatusWords) -> int | None:
    """Return the auxiliary that says that a verb's subject has to do it: "must"."""
    helpers = tree.children(word, "auxiliary")
    return next((each for each in helpers if words.modals.get(tree.lemmas[each]) == "demanded"), None)


class _Ladder(Beside):
    """What the words around an event say of it, from its own helpers up to the verb of the sentence."""

    def climbed(self, word: int) -> Status:
        """Return the status of the event that a word tells of."""
        tree, found, at = self._tree, self._alone(word), word
        if (found == "hypothetical" and self._reported(word)) or (found == "happened" and self._headed(word)):
            found = "planned"
        past, verb = False, tree.tokens[word].pos in VERBS
        for _ in range(_FAR):
            head = tree.tokens[at].head
            if head == at or self._closed(at, head):
                break
            if self._quoted(at, head):
                found = self._threatened(at, head, found)
                break
            past = self._is_past(at) or (past and verb)
            if tree.tokens[at].relation == "conjunct":
                found = self._shared(at, head, found)
            elif self._governed(at, head):
                found = self._threatened(at, head, self._under(at, head, found, past))
            at = head
        return self._announced(word, found)

    def _headed(self, word: int) -> bool:
        """Return whether an infinitive is the verb of a headline: "Mali to expel envoy", "Curfew to be imposed"."""
        tree = self._tree
        if (
            tree.tokens[word].head != word
            or tree.tokens[word].pos not in VERBS
            or tree.child(word, *SUBJECTS) is None
        ):
            return False
        helpers = list(tree.children(word, "auxiliary"))
        to = any(tree.tokens[each].pos == "PART" for each in helpers)
        return to and all(tree.tokens[each].form in ("", INFINITIVE) for each in helpers)

    def _announced(self, word: int, found: Status) -> Status:
        """Return the status of what its doer announces or ties to a condition: harm is then threatened."""
        tree, harm = self._tree, self._harm
        conditional = found in ("planned", "ongoing") and self._conditional(word)
        if harm and found == "planned" and self._proclaimed(word):
            return "happened"
        if harm and found in ("planned", "hypothetical"):
            warned = any(
                tree.lemmas[each] in self._words.vowing and tree.child(each, "subject") is not None
                for each in tree.children(word, "modifier", "other", "clause", "conjunct")
            )
            told = self._told.said and self._told.own and (found == "planned" or conditional)
            told = told and not self._meant(word)
            if warned or told or (found == "planned" and self._else(word)):
                return "threatened"
        return "hypothetical" if conditional else found

    def _conditional(self, word: int) -> bool:
        """Return whether a condition stands beside a verb or one that it is joined to: "if …, we will go and help"."""
        tree = self._tree
        for _ in range(_FAR):
            if any(self._led(each) == "hypothetical" for each in tree.below[word]):
                return True
            if tree.tokens[word].relation != "conjunct" or tree.child(word, *SUBJECTS) is not None:
                return False
            word = tree.tokens[word].head
        return False

    def _meant(self, word: int) -> bool:
        """Return whether a verb above says no more than that somebody has it in mind: "is considering an embargo"."""
        tree, words = self._tree, self._words
        while tree.tokens[word].relation == "conjunct":
            word = tree.tokens[word].head
        head = tree.tokens[word].head
        beyond = tree.lemmas[head] in words.vowing or tree.lemmas[head] in words.announcing
        return head != word and not beyond and self._known(head) == "planned"

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
        opening = range(max(0, first - LONGEST + 1), first + 1)
        return any(self._row(at, self._words.otherwise) for at in opening)

    def _reported(self, word: int) -> bool:
        """Return whether a "would" is a "will" that somebody is said to have said, without a condition."""
        tree, words, token = self._tree, self._words, self._tree.tokens[word]
        while token.relation == "conjunct":
            token = tree.tokens[token.head]
        above = tree.tokens[token.head]
        told = (
            token.relation == "clause"
            and above.pos in VERBS
            and (tree.lemmas[token.head] not in words.verbs or tree.lemmas[token.head] in words.announcing)
        )
        helpers = list(tree.children(word, "auxiliary"))
        would = any(tree.words[each] in words.reported for each in helpers)
        if words.later and above.form == PAST:  # "a dit que X viendrait", but "que X serait venu" is hearsay
            tensed = [word, *helpers]
            would = any(tree.tokens[each].form == CONDITIONAL for each in tensed) and not self._perfect(word)
        return told and would and not any(words.leads.get(each) == "hypothetical" for each in tree.words)

    def _closed(self, at: int, head: int) -> bool:
        """Return whether a word's clause tells for itself: what it hangs on changes nothing."""
        tree, token = self._tree, self._tree.tokens[at]
        if any(tree.words[each] in self._words.including for each in tree.children(at, "marker")):
            return False
        past = (
            token.pos not in VERBS or self._over(at) or (self._open(at) and self._alone(head) == "happened")
        )
        if self._led(at) == "happened" and past:
            return True
        if self._presumed(at, head) or (token.pos in VERBS and self._lead(at) != self._led(at)):
            return True
        if token.pos not in VERBS or token.relation not in ("modifier", "other"):
            return False
        named = tree.tokens[head].pos in _NOUNS and self._known(head) is None
        if self._infinite(at) and self._known(head) is not None:  # "asked for troops to be sent"
            return False
        told = tree.child(at, "marker") is not None and tree.tokens[head].pos not in VERBS
        if told and self._known(head) is not None:  # "reports that they had surrendered"
            return False
        finite = tree.child(at, *SUBJECTS) is not None
        return finite or (named and token.form != INFINITIVE)

    def _open(self, at: int) -> bool:
        """Return whether a verb has neither subject nor helper: "after meeting X"."""
        return self._tree.child(at, *SUBJECTS, "auxiliary") is None

    def _infinite(self, at: int) -> bool:
        """Return whether a verb has a subject of its own and no tense: "for troops to be sent"."""
        tree = self._tree
        to = any(tree.tokens[each].pos == "PART" for each in tree.children(at, "auxiliary"))
        return to and tree.child(at, "marker") is not None

    def _presumed(self, at: int, head: int) -> bool:
        """Return whether a word is about what took place in any case: "the end of the war", "condemned the attack"."""
        tree, words = self._tree, self._words
        if tree.tokens[head].pos not in VERBS:
            return tree.lemmas[head] in words.over
        noun = tree.tokens[at].pos not in VERBS and tree.tokens[at].relation in _UNDERGOING
        return noun and tree.lemmas[head] in words.presuming

    def _quoted(self, at: int, head: int) -> bool:
        """Return whether a clause stands before the verb that only says whose words it is: "…, the minister said"."""
        tree = self._tree
        before = tree.tokens[at].relation == "clause" and tree.last(at) < head and self._finite(at)
        return before and tree.child(at, "marker") is None

    def _over(self, at: int) -> bool:
        """Return whether a verb tells of the past: "had attacked", "attacked", not "be attacked"."""
        tree = self._tree
        if tree.tokens[at].form not in (PAST, IMPERFECT):
            return False
        helpers = list(tree.children(at, "auxiliary"))
        past = (tree.tokens[each].form in (PAST, IMPERFECT) for each in helpers)
        return not helpers or any(past) or any(tree.lemmas[each] in self._words.perfect for each in helpers)

    def _governed(self, at: int, head: int) -> bool:
        """Return whether what hangs on a word is said to be planned, denied … by it, and does not do it itself."""
        tree = self._tree
        if tree.tokens[at].relation in _ACTING and not self._occurs(head):
            return tree.tokens[head].pos not in VERBS or tree.child(head, "object", "clause") is None
        return True

    def _shared(self, at: int, head: int, found: Status) -> Status:
        """Return the status of one of several joined words: without helpers of its own it shares the first's."""
        tree = self._tree
        own = tree.child(at, "auxiliary", "subject", "passive subject", "negation") is not None
        alike = (
            tree.tokens[head].pos == tree.tokens[at].pos and tree.tokens[head].form == tree.tokens[at].form
        )
        but = any(word in self._words.adverse for word in tree.words[max(head, at - LONGEST) : at])
        verb = tree.tokens[at].pos in VERBS
        if found != "happened" or own or but or not alike or (verb and tree.child(head, "auxiliary") is None):
            return found
        return self._alone(head)

    def _noun_beside(self, at: int, head: int) -> Status | None:
        """Return what a verb's own noun says of an infinitive elsewhere below it: "gave orders to leave"."""
        tree, words = self._tree, self._words
        if tree.tokens[at].pos in VERBS and tree.tokens[at].form not in (INFINITIVE, ""):
            return None
        beside = [
            each
            for each in tree.children(head, "object", *SUBJECTS)
            if each != at and tree.tokens[each].pos == "NOUN"
        ]
        return next(
            (words.nouns[tree.lemmas[each]] for each in beside if tree.lemmas[each] in words.nouns), None
        )

    def _is_past(self, at: int) -> bool:
        """Return whether a clause tells of the past: what is said of it farther up neither asks for it nor plans it."""
        tree = self._tree
        helped = tree.tokens[at].relation == "conjunct" and tree.child(at, "auxiliary") is not None
        clause = self._finite(at) or (helped and tree.tokens[at].pos in VERBS)
        return clause and self._over(at) and self._led(at) is None

    def _under(self, at: int, head: int, found: Status, past: bool) -> Status:
        """Return the status of something once a word above it is heard; `past`: a clause below tells of the past."""
        tree, words, lemma = self._tree, self._words, self._tree.lemmas[head]
        above, denied = self._known(head), self._denied(head)
        if denied and lemma in words.around_not:
            return "hypothetical"
        if denied and lemma in words.ending:
            return "ongoing"
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
        if (
            above == "happened"
            or found not in ("happened", "ongoing", "denied")
            or (past and above != "hypothetical")
        ):
            return found
        if found == "denied":
            return "denied" if above in ("planned", "ongoing") else "hypothetical"
        return self._due(head, above)

    def _not_so(self, lemma: str, above: Status, found: Status) -> Status:
        """Return the status of what hangs on a word that is itself denied."""
        if lemma in self._words.failing:
            return found
        if self._words.modals.get(lemma) == "hypothetical":
            return "denied"  # "ne peut pas attaquer"
        return "denied" if above in ("planned", "ongoing", "happened") else "hypothetical"

    def _inherited(self, at: int, head: int, found: Status) -> Status:
        """Return the status of what belongs to a verb that only says that it is done: "will carry out an attack"."""
        relation, occurs = self._tree.tokens[at].relation, self._occurs(head)
        if found == "planned" and occurs and relation == "subject" and self._denied(head):
            return "denied"  # "the planned talks did not take place"
        if found != "happened" or self._finite(at):
            return found
        own = self._alone(head)
        if (own == "denied" or self._asked(head)) and relation == "subject" and not occurs:
            return found  # "the attack did not frighten them"
        if own == "denied" and relation == "oblique" and self._spared(head):
            return found
        return own if own != "ongoing" else found

    def _spared(self, head: int) -> bool:
        """Return whether a verb denies what somebody undergoes, or of anybody: "nobody was hurt in the attack"."""
        tree = self._tree
        none = (each for each in tree.children(head, *SUBJECTS) if self._denies(head, each))
        return tree.child(head, "passive subject") is not None or any(True for _ in none)

    def _occurs(self, head: int) -> bool:
        """Return whether a verb only says that its subject takes place, or its subject does not do it by itself."""
        tree, occurring = self._tree, self._words.occurring
        verbs = [
            head,
            *(each for each in tree.children(head, "clause") if tree.tokens[each].form == INFINITIVE),
        ]
        rows = (f"{tree.lemmas[each]} {' '.join(tree.words[each + 1 : each + 2])}" for each in verbs)
        return any(tree.lemmas[each] in occurring for each in verbs) or any(row in occurring for row in rows)

    def _finite(self, at: int) -> bool:
        """Return whether a verb is that of a clause with its own subject or its own tense."""
        tree, token = self._tree, self._tree.tokens[at]
        if token.pos not in VERBS or token.form == INFINITIVE:
            return False
        return tree.child(at, *SUBJECTS, "marker") is not None

    def _anothers(self, at: int) -> bool:
        """Return whether what is wanted is another's to do, or a thing that is sought."""
        tree = self._tree
        if tree.tokens[at].pos not in VERBS:
            return tree.tokens[at].relation == "object"
        clause = tree.child(at, "marker") is not None and tree.tokens[at].form != INFINITIVE
        return clause or tree.child(at, *SUBJECTS) is not None

    def _threatened(self, at: int, head: int, found: Status) -> Status:
        """Return the status once a verb of vowing or warning above is heard: harm of one's own is threatened."""
        tree = self._tree
        vowed = self._harm and tree.lemmas[head] in self._words.vowing and not self._denied(head)
        if not vowed or found not in ("planned", "hypothetical"):
            return found
        doer = tree.child(at, "subject")
        anothers = doer is not None and tree.tokens[doer].pos != "PRON" and not self._told.own
        return found if anothers or tree.tokens[at].pos not in VERBS else "threatened"
