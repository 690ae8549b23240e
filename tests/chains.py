"""Chains made by hand, for tests of what is done with them; and those of an article that is made of one text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from according.extract import mentions
from according.knowledge.own_actors import OwnActor
from according.language.engine import engine
from according.link import coreference
from according.model import (
    Article,
    Candidate,
    Chain,
    Evidence,
    Judgement,
    Kind,
    Location,
    Relation,
    Sentence,
    Side,
    Span,
    Token,
    Verdict,
    content_id,
)
from according.read.flow import Flow


def chain(
    name: str,
    article: str,
    kind: Kind = "person",
    *,
    key: str | None = None,
    offices: tuple[str, ...] = (),
    country: str | None = None,
    language: str | None = "en",
) -> Chain:
    """A named chain without mentions; its id is of its name and article. A country gives it a location there."""
    at = Location(40.0, 45.0, country, "town", 0.8) if country else None
    return Chain(
        id=content_id("chain", article, kind, name),
        article=article,
        kind=kind,
        name=name,
        language=language,
        key=key,
        offices=offices,
        location=at,
        named=True,
        mentions=(),
    )


def judged(verdict: Verdict, first: Side, second: Side, number: int = 0) -> Judgement:
    """A judgement, the `number`th of its day."""
    return Judgement(
        content_id("judgement", verdict, repr(first), repr(second), number), verdict, first, second, "2021"
    )


def side(*chains: Chain) -> Side:
    """A side of a judgement that was made when these chains were seen under the first one's name."""
    return Side(chains[0].name, chains[0].kind, tuple(sorted(each.id for each in chains)))


def named(text: str, written: str, kind: Kind, nth: int = 0, **more: str | None) -> Candidate:
    """A name at the `nth` place where it stands in a text, as a model sees it unless `more` says otherwise."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(written, start + 1)
    fields: dict[str, str | None] = {"name": written, "form": "name", "basis": "model"}
    fields |= {"key": None, "role": None, "state": None, **more}
    return Candidate(span=Span(start, start + len(written)), kind=kind, confidence=0.8, **fields)  # type: ignore[arg-type]


def parsed(text: str, *words: tuple[str, str, int, Relation]) -> Sentence:
    """A sentence of words that stand in `text` in this order: each with its part of speech, head and relation."""
    tokens = []
    at = 0
    for word, pos, head, relation in words:
        at = text.index(word, at)
        tokens.append(Token(Span(at, at + len(word)), word, word.lower(), pos, head, relation))
        at += len(word)
    return Sentence(Span(0, len(text)), tuple(tokens), ())


@dataclass(frozen=True)
class Told:
    """An article of one text, and what is found in it."""

    text: str
    article: Article
    sentences: tuple[Sentence, ...]
    candidates: tuple[Candidate, ...]
    chains: tuple[Chain, ...]

    def seen(self, written: str, nth: int = 0) -> set[str]:
        """What exactly the `nth` stretch `written` is taken for, by kind: names, and "office" or "people"."""
        spans = [
            span
            for span in sorted({each.span for each in self.candidates})
            if self.text[slice(*span)] == written
        ]
        kinds = {("description", "person"): "office", ("description", "state"): "people"}
        return {
            kinds.get((each.form, each.kind), each.kind)
            for each in self.candidates
            if spans[nth : nth + 1] == [each.span]
        }

    def named(self, kind: Kind) -> list[str]:
        """What is named of a kind, as it is written, in order."""
        return [
            self.text[slice(*each.span)]
            for each in self.candidates
            if each.kind == kind and each.form == "name"
        ]

    def of(self, kind: Kind) -> list[list[str]]:
        """The chains of a kind, each as the texts of its mentions."""
        return [[mention.text for mention in each.mentions] for each in self.chains if each.kind == kind]

    def chain(self, written: str, nth: int = 0) -> Chain:
        """The chain that the `nth` mention `written` belongs to."""
        found = sorted(
            (mention.span, number)
            for number, each in enumerate(self.chains)
            for mention in each.mentions
            if mention.text == written
        )
        return self.chains[found[nth][1]]


def article(text: str, language: str | None = "en", **fields: object) -> Article:
    """An article that is all of a text; `fields` are those of an article that are not empty."""
    empty: dict[str, object] = dict.fromkeys(Article.__dataclass_fields__)
    empty |= {
        "id": content_id("article", text),
        "document": content_id("document", text),
        "language": language,
    }
    empty |= {"span": Span(0, len(text)), "translated": False, "marks": (), "passages": (), "evidence": ()}
    return Article(**{**empty, **fields})  # type: ignore[arg-type]


@cache
def told(
    text: str,
    language: str | None = "en",
    actors: tuple[OwnActor, ...] = (),
    outlet: str | None = None,
    evidence: tuple[Evidence, ...] = (),
) -> Told:
    """Analyse a text as the pipeline analyses the running text of an article."""
    of = article(text, language, outlet=outlet, evidence=evidence)
    whole = Flow(text, (Span(0, len(text)),), (0,), (0,))
    sentences = engine(language).annotate(text)
    candidates = mentions.candidates(text, sentences, language, actors)
    found = coreference.chains(of, text, text, whole.original, sentences, candidates, actors)
    return Told(text, of, tuple(sentences), candidates, found)
