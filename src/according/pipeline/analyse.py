"""From an article to what is found in it."""

from __future__ import annotations

from dataclasses import replace

from according.extract import mentions
from according.extract.dates import dates
from according.extract.figures import figures
from according.extract.statements import statements
from according.knowledge.own_actors import OwnActor
from according.language.engine import engine, missing
from according.link import coreference
from according.model import Actor, Article, Chain, Findings, Sentence, Span, Text
from according.pipeline.split import Reading
from according.read.flow import Flow

LONGEST = 500_000
"""Characters of one article that are analysed, a novel's worth: a longer one is a dump or a table, and would hold up
all else."""


def findings(reading: Reading, actors: tuple[OwnActor, ...] = ()) -> Findings:
    """Return what is found in an article: the same for the same article, wherever and whenever it is asked."""
    article, told = reading.article, _beginning(reading.told)
    # Engines and cue words are by the language alone, whatever the region or script.
    spoken = article.language.partition("-")[0] if article.language else None
    try:
        sentences = tuple(engine(spoken).annotate(told.text))
        candidates = mentions.candidates(told.text, sentences, spoken, actors)
        chains = coreference.chains(
            article, reading.written, told.text, told.original, sentences, candidates, actors
        )
        found = _found(reading, told, chains, sentences, spoken)
    except MemoryError:
        raise
    except Exception as error:
        message = f"Article at {article.span.start}: no actors or places could be found ({mistake(error)}"
        return Findings(problem=message)
    cut = _cut(article, len(told.text), len(reading.told.text))
    return replace(found, missing=missing(spoken), cut=cut)


def _found(
    reading: Reading,
    told: Flow,
    chains: tuple[Chain, ...],
    sentences: tuple[Sentence, ...],
    language: str | None,
) -> Findings:
    """Chains, and with them what is said: extracted from running text, placed in the document."""
    article = reading.article

    def written(span: Span) -> str:
        return reading.written[span.start - article.span.start : span.end - article.span.start]

    text = _text(article, told, chains, sentences, language)
    named = dates(text)
    said = statements(text)
    counted = figures(text, named, said)
    return Findings(
        chains,
        tuple(told.original(*sentence.span) for sentence in sentences),
        tuple(each.placed(told.original, written) for each in named),
        tuple(each.placed(told.original, written) for each in said),
        tuple(each.placed(told.original, written) for each in counted),
    )


def _text(
    article: Article,
    told: Flow,
    chains: tuple[Chain, ...],
    sentences: tuple[Sentence, ...],
    language: str | None,
) -> Text:
    """The running text with all that is known of it so far."""
    located = told.locator()
    mentioned = [
        Actor(span, chain.id, mention.kind, mention.form, chain.name)
        for chain in chains
        for mention in chain.mentions
        if (span := located(mention.span)) is not None
    ]
    return Text(
        article=article.id,
        text=told.text,
        language=language,
        published=article.published,
        title=(article.title_span and located(article.title_span)) or Span(0, 0),
        paragraphs=told.paragraphs,
        sentences=sentences,
        actors=tuple(sorted(mentioned, key=lambda actor: (actor.span, actor.form))),
    )


def _beginning(told: Flow) -> Flow:
    """As much of a text as is analysed: all of it, or its beginning up to the end of a paragraph, else of a word."""
    if len(told.text) <= LONGEST:
        return told
    # Not less than half: behind a title there may be one paragraph only.
    ends = (told.text.rfind(sign, LONGEST // 2, LONGEST) + 1 for sign in "\n ")
    end = next(filter(None, ends), LONGEST)
    return replace(
        told,
        text=told.text[:end],
        paragraphs=tuple(Span(start, min(stop, end)) for start, stop in told.paragraphs if start < end),
    )


def _cut(article: Article, analysed: int, whole: int) -> str | None:
    if analysed == whole:
        return None
    return (
        f"Article at {article.span.start}: actors and places were looked for in the first {analysed:,} of its "
        f"{whole:,} characters. Split it to have all of it analysed."
    )


def mistake(error: Exception) -> str:
    """Return the words for an exception that nobody foresaw, to stand behind "could not be … (" in a notice."""
    return f"{type(error).__name__}: {error})"[:300] + ". This is a mistake in According: please report it."
