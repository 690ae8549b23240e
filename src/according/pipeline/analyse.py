"""From an article to what is found in it."""

from __future__ import annotations

from dataclasses import replace

from according.extract import mentions
from according.extract.agreements import agreements
from according.extract.dates import dates
from according.extract.events import events
from according.extract.figures import figures
from according.extract.figures.assumed import are_told
from according.extract.figures.claimants import is_written_by_one, own_text
from according.extract.statements import statements
from according.knowledge.codebook import OwnWords
from according.knowledge.own_actors import OwnActor
from according.language.engine import engine, missing
from according.link import coreference
from according.link.sketches import sketch
from according.model import Actor, Article, Chain, Figure, Findings, Sentence, Span, Statement, Text
from according.model.agreements import all_agreed
from according.model.claims import all_placed
from according.pipeline.split import Reading
from according.read.flow import Flow

LONGEST = 500_000
"""Characters of one article that are analysed, a novel's worth: a longer one is a dump or a table, and would hold up
all else."""

_ASSUMED = 0.6
"""Confidence of a figure whose claimant no sentence tells."""

FOUND = 12
"""Raised with every change that makes `findings` return something else for the same article: what was analysed by an
older version is analysed anew when it is read again."""


def findings(reading: Reading, actors: tuple[OwnActor, ...] = (), words: OwnWords | None = None) -> Findings:
    """Return what is found in an article: the same for the same article, wherever and whenever it is asked.

    `actors` and `words` are the user's own.
    """
    article, told = reading.article, _beginning(reading.told)
    # Engines and cue words are by the language alone, whatever the region or script.
    spoken = article.language.partition("-")[0] if article.language else None
    cut = _cut(article, len(told.text), len(reading.told.text))
    found = Findings(missing=missing(spoken), cut=cut)
    # Hostile text may hit a mistake of ours: what was found before it is kept.
    try:
        sentences = tuple(engine(spoken).annotate(told.text))
        candidates = mentions.candidates(told.text, sentences, spoken, actors)
        chains = coreference.chains(
            article, reading.written, told.text, told.original, sentences, candidates, actors
        )
        sketched = sketch(article.title, told.text, article.language)
        found = replace(found, chains=chains, sketch=sketched)
        return _with_claims(found, reading, told, sentences, spoken, words)
    except MemoryError:
        raise
    except Exception as error:
        lacking = "what is said" if found.chains else "who and what is named"
        message = f"Article at {article.span.start}: {lacking} could not be found ({mistake(error)}"
        return replace(found, problem=message)


def _with_claims(
    found: Findings,
    reading: Reading,
    told: Flow,
    sentences: tuple[Sentence, ...],
    language: str | None,
    words: OwnWords | None,
) -> Findings:
    """Add what is said: extracted from running text, placed in the document."""
    article = reading.article
    text = _text(article, told, found.chains, sentences, language)
    named = dates(text)
    said = statements(text)
    counted = figures(text, named, said)
    happened = events(text, named, said, counted, words)
    agreed = agreements(text, named, said, happened)
    voice = _voice(article, found.chains, text, said)

    def written(span: Span) -> str:
        return reading.written[span.start - article.span.start : span.end - article.span.start]

    instruments, commitments = all_agreed(*agreed, told.original, written)
    return replace(
        found,
        instruments=instruments,
        commitments=commitments,
        sentences=tuple(told.original(*sentence.span) for sentence in sentences),
        dates=tuple(each.placed(told.original, written) for each in named),
        statements=all_placed(said, told.original, written),
        events=tuple(each.placed(told.original, written) for each in happened),
        figures=tuple(
            _voiced(each.placed(told.original, written), (None, None) if unheard else voice)
            for each, unheard in zip(counted, are_told(text, said, counted), strict=True)
        ),
    )


Voice = tuple[str | None, str | None]
"""The chain of who says what nobody else is said to say, and the words for it."""


def _voice(
    article: Article, chains: tuple[Chain, ...], text: Text, statements: tuple[Statement, ...]
) -> Voice:
    """Whose article it is: the person's whose own words it is, its author's who writes "I", else its outlet's.

    The outlet needs a chain, which it has where the masthead names it; an author need not be known for anything else.
    """
    person = own_text(text, statements)
    if person is not None:
        return person, next(chain.name for chain in chains if chain.id == person)
    if article.author is not None and is_written_by_one(text, statements):
        return _stated("author", article, chains), article.author
    outlet = _stated("outlet", article, chains)
    return outlet, article.outlet if outlet is not None else None


def _stated(field: str, article: Article, chains: tuple[Chain, ...]) -> str | None:
    """The chain that is named in the evidence for a field of an article."""
    kind = "organization" if field == "outlet" else "person"
    stated = [each.span for each in article.evidence if each.field == field and each.span is not None]
    return next(
        (
            chain.id
            for chain in chains
            if chain.kind == kind
            and any(span.contains(mention.span) for mention in chain.mentions for span in stated)
        ),
        None,
    )


def _voiced(figure: Figure, voice: Voice) -> Figure:
    """A figure that nobody is said to give is whose the article is, as far as can be told."""
    if figure.claimant is not None or figure.claimant_text is not None or voice == (None, None):
        return figure
    return replace(
        figure,
        claimant=voice[0],
        claimant_text=voice[1],
        confidence=min(figure.confidence, _ASSUMED),
        reason=f"{figure.reason}, taken for the article's own",
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
