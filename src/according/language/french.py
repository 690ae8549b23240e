"""The French engine: spaCy's `fr_core_news_md`, which follows Universal Dependencies (Sequoia, WikiNER)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from according.language.spacy_engine import SpacyEngine, features_of
from according.language.speech import nouns_of_time, right_inversions, speech_verbs
from according.language.tree import Word, from_ud
from according.model import Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc

PACKAGES = ("fr_core_news_md",)

_KINDS: dict[str, Kind] = {"PER": "person", "ORG": "organization", "LOC": "place", "MISC": "other"}
_NEGATIONS = frozenset({"ne", "n'", "pas", "jamais", "guère", "nullement", "point"})
_FUSED = "-t"  # the consonant of "déclare-t-il", a token of its own


def load(package: str) -> SpacyEngine:
    """Return the engine on one of `PACKAGES`."""
    return SpacyEngine("fr", package, _KINDS, _words)


def _words(doc: Doc, start: int) -> list[Word]:
    words: list[Word] = []
    for token in doc:
        relation, pos = from_ud(token.dep_), token.pos_
        if relation == "modifier" and token.pos_ == "ADV" and token.lower_ in _NEGATIONS:
            relation = "negation"
        if token.lower_ == _FUSED:
            relation, pos = "other", "PART"
        elif words and words[-1].text.lower() == _FUSED and relation == "other":
            relation = "subject"  # the pronoun behind it, whatever the parser makes of the two
        at = start + token.idx
        features = features_of(str(token.morph))
        form, tense = features.get("VerbForm", ""), features.get("Tense", "")
        if features.get("Mood") == "Cnd" or _is_conditional(token.lower_, token.lemma_):
            form, tense = "Fin", "Cnd"
        elif _is_future(token.lower_, token.lemma_):
            form, tense = "Fin", "Fut"
        words.append(
            Word(at, at + len(token), token.text, token.lemma_, pos, token.head.i, relation, form, tense)
        )
    _find_new_verbs(words)
    _find_headline_verbs(words)
    _find_partitives(words)
    right_inversions(words, "fr")
    _find_clauses_behind_times(words)
    _find_agents(words)
    _find_movers(words)
    return words


def _find_new_verbs(words: Sequence[Word]) -> None:
    """Make a verb of the participle of saying that the model knows for none, behind "avoir": "a tweeté que"."""
    saying = speech_verbs("fr")
    for index, word in enumerate(words[1:], start=1):
        auxiliary = words[index - 1]
        lemma = f"{word.text[:-1]}er"
        done = lemma in saying or auxiliary.text == "avoir"  # "accusé d'avoir violé la trêve"
        new = word.pos != "VERB" and word.text.endswith("é") and done
        if not new or auxiliary.lemma != "avoir":
            continue
        if word.head == index - 1:
            word.relation = auxiliary.relation
            word.head = index if auxiliary.head == index - 1 else auxiliary.head
            for each in words[max(0, index - _NEAR) : index + _NEAR]:
                if each.head == index - 1:
                    each.head = index
        word.pos, word.lemma = "VERB", lemma
        auxiliary.pos, auxiliary.head, auxiliary.relation = "AUX", index, "auxiliary"


def _is_conditional(word: str, infinitive: str) -> bool:
    """Return whether a word is a conditional: what the model often takes for an imperfect ("riposterait")."""
    return any(word == _stem(infinitive) + ending for ending in _ENDINGS)


def _is_future(word: str, infinitive: str) -> bool:
    """Return whether a word is a future, which the model often takes for a present ("signeront")."""
    return any(word == _stem(infinitive) + ending for ending in _FUTURE)


def _stem(infinitive: str) -> str:
    """Return what the endings of a verb's future and conditional stand behind."""
    stem = _STEMS.get(infinitive, infinitive.removesuffix("e"))
    for end, changed in (("enir", "iendr"), ("cevoir", "cevr")):
        if stem.endswith(end):
            return stem.removesuffix(end) + changed
    return stem


_STEMS = {
    "être": "ser", "avoir": "aur", "aller": "ir", "faire": "fer", "pouvoir": "pourr", "devoir": "devr",
    "vouloir": "voudr", "voir": "verr", "savoir": "saur",
    "falloir": "faudr", "envoyer": "enverr", "mourir": "mourr", "courir": "courr",
}  # fmt: skip
_ENDINGS = ("ais", "ait", "ions", "aient")
_FUTURE = ("ai", "as", "a", "ons", "ez", "ont")


def _find_headline_verbs(words: Sequence[Word]) -> None:
    """Make a sentence of a noun and its verb that the model takes for something beside it: "Le régime menace de…"."""
    saying = speech_verbs("fr")
    for index, word in enumerate(words):
        noun = words[word.head]
        if (
            noun.relation != "root"
            or noun.pos not in ("NOUN", "PROPN")
            or not 0 < index - word.head <= _CLOSE
        ):
            continue
        present = word.text.endswith(("e", "ent")) and word.text.islower()
        verb = word.pos == "VERB" and word.relation == "modifier"
        mistaken = word.pos in ("ADJ", "PROPN") and word.text.endswith("e") and f"{word.text}r" in saying
        own = [each for each in words[word.head + 1 : index] if each.head == index and each.pos != "ADV"]
        if not present or not (verb or mistaken) or own:
            continue
        at, word.pos, word.tense = word.head, "VERB", "Pres"
        word.lemma = f"{word.text}r" if mistaken else word.lemma
        for each in words[index + 1 : index + _NEAR]:
            if each.head == at and each.relation not in ("conjunct", "apposition"):
                each.head = index
                each.relation = "clause" if each.form == "Inf" else each.relation
        word.relation, word.head = "root", index
        noun.relation, noun.head = "subject", index


_CLOSE = 4
"""Words from the head of a subject to its verb at most, in a headline."""


def _find_partitives(words: Sequence[Word]) -> None:
    """Make an object of what stands with "des", an article, right behind a verb: "distribue des vivres"."""
    busy = {word.head for word in words if word.relation in ("object", "passive subject", "clause")}
    for index, article in enumerate(words):
        noun = words[article.head]
        verb = words[noun.head]
        if article.text != "des" or article.relation != "case" or noun.relation != "oblique":
            continue
        behind = noun.head < index and all(each.pos == "ADV" for each in words[noun.head + 1 : index])
        if behind and verb.pos == "VERB" and noun.head not in busy and verb.lemma not in _OF:
            noun.relation, article.relation, article.pos = "object", "determiner", "DET"


_OF = frozenset((
    "parler", "discuter", "débattre", "profiter", "bénéficier", "disposer", "dépendre", "venir", "sortir", "partir",
    "provenir", "douter", "souffrir", "témoigner", "traiter", "émaner", "jouir", "user", "arriver", "revenir",
))  # fmt: skip
"""Verbs behind which "des" leads to no object."""

_NEAR = 60
"""Words around a verb in which what depends on it is looked for."""


def _find_agents(words: Sequence[Word]) -> None:
    """Mark who does it in a passive, read as any oblique: behind "par", on a verb with a passive subject."""
    passive = {word.head for word in words if word.relation == "passive subject"}
    by = {word.head for word in words if word.relation == "case" and word.lemma == "par"}
    for index, word in enumerate(words):
        if word.relation == "oblique" and word.head in passive and index in by:
            word.relation = "agent"


def _find_movers(words: Sequence[Word]) -> None:
    """Mark who acts where "être" helps a verb that has no passive: "un convoi est arrivé"."""
    for word in words:
        if word.relation == "passive subject" and words[word.head].lemma in _MOVING:
            word.relation = "subject"


_MOVING = frozenset((
    "aller", "arriver", "venir", "revenir", "devenir", "parvenir", "intervenir", "survenir", "partir", "repartir",
    "entrer", "tomber", "mourir", "naître", "rester", "décéder", "apparaître",
))  # fmt: skip
"""Verbs whose perfect has "être"."""


def _find_clauses_behind_times(words: Sequence[Word]) -> None:
    """Give a verb of saying the clause that the parser takes for a relative one: "a indiqué le mois dernier que…"."""
    saying, times = speech_verbs("fr"), nouns_of_time("fr")
    for index, word in enumerate(words):
        noun = words[word.head]
        if word.pos != "VERB" or word.relation != "modifier" or noun.lemma not in times:
            continue
        verb = words[noun.head]
        marks = [mark for mark in words[word.head : index] if mark.lemma == "que" and mark.head == index]
        if (
            marks
            and noun.relation in ("object", "oblique")
            and verb.lemma in saying
            and noun.head < word.head
        ):
            word.relation, word.head = "clause", noun.head
            noun.relation = "oblique"
            marks[0].relation = "marker"
