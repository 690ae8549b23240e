"""What the words beside an event say of whether it took place: auxiliaries, negation, tense, what opens its clause."""

from __future__ import annotations

from dataclasses import dataclass

from according.extract.tree import VERBS, Tree
from according.knowledge.status_words import StatusWords
from according.model import Relation, Status

FUTURE, CONDITIONAL, PRESENT, PAST, IMPERFECT, INFINITIVE = "Fut", "Cnd", "Pres", "Past", "Imp", "Inf"
SUBJECTS: tuple[Relation, ...] = ("subject", "passive subject")
_BESIDE: tuple[Relation, ...] = ("modifier", "auxiliary", "other", "oblique")
_ENDS = frozenset('.?!;:"«»“”')
LONGEST = 4
"""Words of the longest phrase that opens a clause."""


@dataclass(frozen=True, slots=True)
class Telling:
    """How an event is told.

    `deed` says whether it is done and not only said, `said` whether somebody tells it, `own` whether he does it.
    """

    deed: bool = False
    said: bool = False
    own: bool = False


class Beside:
    """What stands beside the words of a sentence, as far as it says whether what they tell of took place."""

    def __init__(self, tree: Tree, words: StatusWords, harm: bool, told: Telling) -> None:
        self._tree, self._words, self._harm, self._told = tree, words, harm, told

    def _row(self, at: int, phrases: frozenset[str]) -> bool:
        rows = (" ".join(self._tree.words[at : at + size]) for size in range(1, LONGEST))
        return any(row in phrases for row in rows)

    def _alone(self, at: int) -> Status:
        """Return what a word's own helpers and the words that stand with it say."""
        tree, words = self._tree, self._words
        led = self._lead(at)
        complement = tree.tokens[at].relation == "clause" and self._known(tree.tokens[at].head) is not None
        if led is not None and led != "happened" and not (complement and led in ("planned", "demanded")):
            return led
        if self._inverted(at) or self._asked(at):
            return "hypothetical"
        if self._bidden(at):
            return "demanded"
        if self._denied(at):
            return "denied"
        found: Status = "happened"
        for each in tree.below[at]:
            token = tree.tokens[each]
            if token.relation == "auxiliary":
                found = self._helped(each, found)
            if found == "happened" and token.relation in _BESIDE:
                found = next((words.words[form] for form in self._forms(each) if form in words.words), found)
        if found == "ongoing" and tree.tokens[at].pos in VERBS and self._perfect(at):
            found = "happened"  # "has now withdrawn"
        found = self._row_before(at) or found
        return self._of_tense(at) if found == "happened" and tree.tokens[at].pos in VERBS else found

    def _row_before(self, at: int) -> Status | None:
        """Return what two words right before a word say together: "едва не", "all but"."""
        rows = (
            " ".join(self._tree.words[start : start + 2]) for start in range(max(0, at - 3), max(0, at - 1))
        )
        return next((self._words.words[row] for row in rows if row in self._words.words), None)

    def _forms(self, at: int) -> tuple[str, str]:
        return self._tree.words[at], self._tree.lemmas[at]

    def _helped(self, helper: int, found: Status) -> Status:
        """Return what an auxiliary says."""
        form = self._tree.tokens[helper].form
        if form == FUTURE:
            return "planned"
        row = " ".join(self._tree.words[max(0, helper - 1) : helper + 1])
        forms = (*self._forms(helper), row)
        known = next((self._words.modals[each] for each in forms if each in self._words.modals), None)
        if known is None:
            return "hypothetical" if form == CONDITIONAL and not self._hearsay(helper) else found
        return self._due(helper, known)

    def _hearsay(self, helper: int) -> bool:
        """Return whether a conditional tells what is said to have happened: "aurait attaqué", without a condition."""
        tree, words = self._tree, self._words
        verb = tree.tokens[helper].head
        perfect = tree.lemmas[helper] in words.perfect or self._perfect(verb)
        if not (words.later and perfect and tree.tokens[verb].form == PAST):
            return False
        return not any(words.leads.get(each) in ("hypothetical", "denied") for each in tree.words)

    def _due(self, modal: int, known: Status) -> Status:
        """Return what a modal says: outside what anybody says, one of duty may tell what is arranged."""
        arranged = known == "demanded" and self._tree.lemmas[modal] in self._words.due and not self._told.said
        return "planned" if arranged else known

    def _inverted(self, at: int) -> bool:
        """Return whether an auxiliary before the subject makes a clause a condition: "should they attack"."""
        tree = self._tree
        subject = tree.child(at, *SUBJECTS)
        if subject is None or tree.tokens[at].head == at:
            return False
        first = tree.first(at)
        return (
            first < subject
            and tree.words[first] in self._words.inverting
            and at in (first, tree.tokens[first].head)
        )

    def _bidden(self, at: int) -> bool:
        """Return whether the verb of a sentence tells what another is to do: "que les rebelles déposent les armes"."""
        tree = self._tree
        if tree.tokens[at].head != at or tree.tokens[at].pos not in VERBS:
            return False
        return any(each < at and tree.words[each] in self._words.bidding for each in tree.below[at])

    def _asked(self, at: int) -> bool:
        """Return whether a verb is that of a question that can be answered by yes or no: it is not known, then."""
        tree = self._tree
        if tree.tokens[at].head != at or tree.tokens[at].pos not in VERBS:
            return False
        last = next((each for each in range(at + 1, len(tree.words)) if tree.words[each] in _ENDS), None)
        if last is None or tree.words[last] != "?":
            return False
        before = (each for each in range(at - 1, -1, -1) if tree.words[each] in _ENDS)
        first = next(before, -1) + 1
        return not any(form in self._words.asking for each in range(first, at) for form in self._forms(each))

    def _perfect(self, word: int) -> bool:
        """Return whether a verb stands in a perfect tense."""
        tree = self._tree
        helpers = list(tree.children(word, "auxiliary"))
        if any(tree.lemmas[each] in self._words.perfect for each in helpers):
            return True
        return (
            bool(helpers) and tree.tokens[word].form == PAST and tree.child(word, "passive subject") is None
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
        below = list(tree.children(each, *(("determiner", "other") if bare else ("other",))))
        first = tree.first(each)
        if bare and first < each and tree.words[first + 1] not in words.only:
            below.append(first)  # "not one truck"
        return any(tree.words[word] in words.negations and word < each for word in below)

    def _lead(self, at: int) -> Status | None:
        """Return what opens a clause or leads to a noun says of it: "pour avoir attaqué" is why."""
        led = self._led(at)
        why = led == "planned" and self._tree.tokens[at].pos in VERBS and self._perfect(at)
        return "happened" if why else led

    def _led(self, at: int) -> Status | None:
        """Return what the word or phrase that opens a clause or leads to a noun says: "if", "without"."""
        tree, leads = self._tree, self._words.leads
        for each in tree.below[at]:
            token = tree.tokens[each]
            if (
                each > at + 1  # "ли" stands right behind its verb
                or token.relation not in ("marker", "case", "modifier", "other")
                or token.pos == "PRON"
            ):
                continue
            for size in range(LONGEST, 0, -1):
                for start in (each, each - size + 1):
                    found = leads.get(" ".join(tree.words[max(0, start) : start + size]))
                    if found is not None:
                        return found
        return None

    def _of_tense(self, at: int) -> Status:
        """Return what a verb's tense says."""
        tree, words, token = self._tree, self._words, self._tree.tokens[at]
        if token.form == FUTURE:
            return "planned"
        if token.form == CONDITIONAL:
            return "hypothetical"
        lasts = tree.lemmas[at] in words.holding or words.verbs.get(tree.lemmas[at]) == "ongoing"
        if token.form == PRESENT and lasts:
            return "ongoing"
        cases = (case for each in tree.below[at] for case in tree.children(each, "case"))
        if token.form == PRESENT and any(tree.words[case] in words.since for case in cases):
            return "ongoing"
        if token.form in words.lasting and self._told.deed:
            past = any(form in words.past for each in tree.below[at] for form in self._forms(each))
            return "happened" if past else "ongoing"
        helped = tree.child(at, "auxiliary") is not None
        progressive = bool(words.progressive) and tree.words[at].endswith(words.progressive)
        return "ongoing" if helped and progressive else "happened"

    def _known(self, head: int) -> Status | None:
        """Return what a word says of what hangs on it."""
        tree, words = self._tree, self._words
        if tree.tokens[head].pos not in VERBS:
            forms = self._forms(head)
            tables = (words.nouns, words.words, words.modals)
            return next((table[form] for table in tables for form in forms if form in table), None)
        lemma = tree.lemmas[head]
        behind = [" ".join(tree.words[head + 1 : head + 1 + size]) for size in range(LONGEST, 0, -1)]
        behind += [tree.words[each] for each in tree.children(head, "other", "modifier", "case")]
        rows = (f"{lemma} {each}" for each in behind)
        longer = next((words.verbs[row] for row in rows if row in words.verbs), None)
        return longer or words.verbs.get(lemma) or words.verbs.get(tree.words[head])
