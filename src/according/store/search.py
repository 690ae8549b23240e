"""Full-text search: the query language, the ranking and the stretch of text that is shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select
from sqlalchemy import text as sql

from according.errors import QueryError
from according.model import Article, Span
from according.store import tables
from according.store.fold import folded_words, words
from according.store.query import article_row
from according.views import ArticleRow, Hit

TITLE_WEIGHT = 4.0
"""How much a word of the title counts, against 1 in the text."""
SNIPPET_CHARACTERS = 240
_LEAD_CHARACTERS = 60

# An optional minus, then a quoted phrase (its end may be missing) or a run without spaces; a star after either.
_TERM = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)(?:"(?P<star>\*)?|$)|(?P<word>[^\s"]+))')

# bm25 is negative, the best lowest.
_RANKED = sql(
    "SELECT rowid, bm25(article_index, :weight, 1.0) AS rank FROM article_index "
    "WHERE article_index MATCH :query ORDER BY rank LIMIT :limit"
)


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand side by side; with `prefix` the last one may go on."""

    words: tuple[str, ...]
    prefix: bool

    def expression(self) -> str:
        """Return the term in the query language of FTS5. Words are folded: letters and numbers only, quoted."""
        return f'"{" ".join(self.words)}"{" *" if self.prefix else ""}'

    def matches(self, text_words: Sequence[str], at: int) -> bool:
        """Return whether the term stands in `text_words` at index `at`."""
        here = text_words[at : at + len(self.words)]
        if len(here) < len(self.words) or tuple(here[:-1]) != self.words[:-1]:
            return False
        return here[-1].startswith(self.words[-1]) if self.prefix else here[-1] == self.words[-1]


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed query: every group must match by at least one of its terms, and none of `without`."""

    groups: tuple[tuple[Term, ...], ...]
    without: tuple[Term, ...]

    def expression(self) -> str:
        """Return the query in the query language of FTS5."""
        wanted = " AND ".join(_any(group) for group in self.groups)
        return f"({wanted}) NOT {_any(self.without)}" if self.without else wanted


def _any(terms: Iterable[Term]) -> str:
    return f"({' OR '.join(term.expression() for term in terms)})"


def parse(query: str) -> Query:
    """Return what a query asks for.

    Words must all occur; `"words in quotes"` side by side; `word*` begins a word; `a OR b` needs one of the two;
    `-word` or `NOT word` must not occur; `AND` changes nothing. Everything else is text and cannot be wrong.

    Raises:
        QueryError: there is no word to search for.
    """
    groups: list[list[Term]] = []
    without: list[Term] = []
    either = negated = False
    for match in _TERM.finditer(query):
        word = match["word"]
        if word in ("OR", "NOT", "AND") and not match["minus"]:
            either, negated = word == "OR" and bool(groups), negated or word == "NOT"
            continue
        found = tuple(words(word if word is not None else match["phrase"]))
        if not found:
            continue
        term = Term(found, prefix=bool(match["star"]) or (word or "").endswith("*"))
        if negated or match["minus"]:
            without.append(term)
        elif either:
            groups[-1].append(term)
        else:
            groups.append([term])
        either = negated = False
    if not groups:
        raise QueryError(
            "The query has no word to search for. Give at least one word that is to be found, such as "
            "`according search ceasefire` or `according search '\"peace talks\" -football'`."
        )
    return Query(tuple(map(tuple, groups)), tuple(without))


def search(connection: Connection, text: str, limit: int) -> list[Hit]:
    """Return the `limit` articles that answer the query best, best first.

    Ranked by BM25 over title and text; articles of the same rank are sorted by id, so that the order does not depend
    on the order of reading.

    Raises:
        QueryError: there is no word to search for.
    """
    query = parse(text)
    best = _best(connection, query.expression(), limit)
    table, documents = tables.articles.c, tables.documents.c
    wanted = (
        select(documents.uri, documents.text, tables.articles)
        .join_from(tables.documents, tables.articles, table.document == documents.id)
        .where(table.number.in_(best))
    )
    terms = [term for group in query.groups for term in group]
    hits = [_hit(article_row(row), row.text, terms, -best[row.number]) for row in connection.execute(wanted)]
    return sorted(hits, key=lambda hit: (-hit.score, hit.row.article.id))[:limit]


def _best(connection: Connection, expression: str, limit: int) -> dict[int, float]:
    """Return number and rank of the best articles: `limit` of them, and all that tie with the last."""
    fetched = limit + 10
    while True:
        parameters = {"weight": TITLE_WEIGHT, "query": expression, "limit": fetched}
        ranks = dict(connection.execute(_RANKED, parameters).tuples())
        in_order = list(ranks.values())
        if len(in_order) < fetched or in_order[limit - 1] != in_order[-1]:
            return ranks
        fetched *= 4


def _hit(row: ArticleRow, document_text: str, terms: Sequence[Term], score: float) -> Hit:
    span, matches = _stretch(document_text, row.article, terms)
    snippet, highlights = _on_one_line(document_text, span, matches)
    return Hit(row, score, snippet, highlights, span)


def _stretch(text: str, article: Article, terms: Sequence[Term]) -> tuple[Span, list[Span]]:
    """Return the stretch of the article that holds most of the terms, and the matches in it."""
    start = article.title_span.end if article.title_span else article.span.start
    found = [
        (word, Span(start + span.start, start + span.end))
        for word, span in folded_words(text[start : article.span.end])
    ]
    only_words = [word for word, _ in found]
    matches: list[tuple[Span, Term]] = []
    for at, word in enumerate(only_words):
        for term in terms:
            if word.startswith(term.words[0]) and term.matches(only_words, at):
                span = Span(found[at][1].start, found[at + len(term.words) - 1][1].end)
                if not any(mark.span.overlap(span) for mark in article.marks):
                    matches.append((span, term))
    best, most = start, 0
    for index, (first, _) in enumerate(matches):
        inside = {term for span, term in matches[index:] if span.end <= first.start + SNIPPET_CHARACTERS}
        if len(inside) > most:
            best, most = first.start, len(inside)
    begin = max(start, best - _LEAD_CHARACTERS)
    begin = next((span.start for _, span in found if span.start >= begin), begin)
    end = min(article.span.end, begin + SNIPPET_CHARACTERS)
    end = next((span.end for _, span in reversed(found) if begin < span.end <= end), end)
    return Span(begin, end), [span for span, _ in matches if begin <= span.start and span.end <= end]


def _on_one_line(text: str, span: Span, matches: Sequence[Span]) -> tuple[str, tuple[Span, ...]]:
    """Return the stretch with every run of white space as one space, and where the matches went."""
    pieces: list[str] = []
    at, length = span.start, 0
    highlights: list[Span] = []
    for match in sorted(set(matches)):
        if match.start < at:
            continue  # inside another one
        before = re.sub(r"\s+", " ", text[at : match.start])
        inside = re.sub(r"\s+", " ", text[match.start : match.end])
        pieces += [before, inside]
        highlights.append(Span(length + len(before), length + len(before) + len(inside)))
        length += len(before) + len(inside)
        at = match.end
    pieces.append(re.sub(r"\s+", " ", text[at : span.end]))
    return "".join(pieces), tuple(highlights)
