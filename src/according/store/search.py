"""Full-text search: the query language, the ranking and the stretch of text that is shown."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select
from sqlalchemy import text as sql

from according.errors import QueryError
from according.model import Mark, Span
from according.store import tables
from according.store.fold import find, words
from according.store.query import article_row
from according.views import ArticleRow, Hit

TITLE_WEIGHT = 4.0
"""How much a word of the title counts, against 1 in the text."""
BYLINE_WEIGHT = 0.5
"""How much a word of outlet, agency or author counts: who writes of a thing matters more than who writes."""
SNIPPET_CHARACTERS = 240
"""Length of the stretch of text that is shown with a hit, at most."""
_LEAD_CHARACTERS = 60
# Bounds of the work for one snippet: where a very long article or query is cut, another match is shown, no other hit.
_PIECE_CHARACTERS = 8_192
_OVERLAP_CHARACTERS = 200
_MOST_TERMS = 50
_MOST_MATCHES = 50
_TIES = 200
"""Articles of the last rank that are seen, beyond those asked for, to choose among them by id."""
_GAP = re.compile(r"\s+")

# An optional minus, then a quoted phrase (its end may be missing) or a run without spaces; a star after either.
_TERM = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)(?:"(?P<star>\*)?|$)|(?P<word>[^\s"]+))')

# “…”, „…“ and «…» are typed, or put there by a keyboard that knows better, for "…".
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"'))

# bm25 is negative, the best lowest.
_RANKED = sql(
    "SELECT rowid, bm25(article_index, :title, 1.0, :byline) AS rank FROM article_index "
    "WHERE article_index MATCH :query ORDER BY rank LIMIT :limit"
)
# The plus keeps SQLite from asking the index for each of the numbers, one by one.
_RANKED_WITHIN = sql(
    "SELECT rowid, bm25(article_index, :title, 1.0, :byline) AS rank FROM article_index "
    "WHERE article_index MATCH :query AND +rowid IN (SELECT article FROM article_facets WHERE facets IN "
    "(SELECT value FROM json_each(:within))) ORDER BY rank LIMIT :limit"
)


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand side by side; with `prefix` the last one may go on."""

    words: tuple[str, ...]
    prefix: bool

    def expression(self) -> str:
        """Return the term in the query language of FTS5. Words are folded: letters and numbers only, quoted."""
        return f'"{" ".join(self.words)}"{" *" if self.prefix else ""}'

    def pattern(self) -> str:
        """Return the regular expression that finds the term in folded text."""
        return r"(?<![^\W_])" + r"[\W_]+".join(self.words) + (r"[^\W_]*" if self.prefix else r"(?![^\W_])")


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
    for match in _TERM.finditer(query.translate(_QUOTES)):
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

    Ranked by BM25 over title, text and byline; articles of the same rank are sorted by id, so that the order does
    not depend on the order of reading.

    Raises:
        QueryError: there is no word to search for.
    """
    query = parse(text)
    return hits(connection, query, best(connection, query.expression(), limit))


def hits(connection: Connection, query: Query, scores: Mapping[int, float]) -> list[Hit]:
    """Return articles that answer a query, given by number with their scores, the best first."""
    table, documents = tables.articles.c, tables.documents.c
    wanted = (
        select(documents.uri, documents.text, tables.articles)
        .join_from(tables.documents, tables.articles, table.document == documents.id)
        .where(table.number.in_(scores))
    )
    terms = [term for group in query.groups for term in group][:_MOST_TERMS]
    found = [
        _hit(article_row(row), row.text, terms, scores[row.number]) for row in connection.execute(wanted)
    ]
    return sorted(found, key=lambda hit: (-hit.score, hit.row.article.id))


def best(connection: Connection, expression: str, limit: int, within: str | None = None) -> dict[int, float]:
    """Return numbers and scores of the best articles, best first, ties decided by id.

    With `within`, a JSON list of ids of facets, only of articles that have one of them. Of very many articles of one
    rank those read first are best.
    """
    parameters = {"title": TITLE_WEIGHT, "byline": BYLINE_WEIGHT, "query": expression}
    ranked = _RANKED if within is None else _RANKED_WITHIN
    given = parameters if within is None else {**parameters, "within": within}
    ranks = connection.execute(ranked, {**given, "limit": limit + _TIES}).all()
    table = tables.articles.c
    scores = {row.rowid: -row.rank for row in ranks}
    numbers = func.json_each(json.dumps(list(scores))).table_valued("value").c.value
    named = connection.execute(select(table.number, table.id).where(table.number.in_(select(numbers))))
    in_order = sorted(named, key=lambda row: (-scores[row.number], row.id))
    return {row.number: scores[row.number] for row in in_order[:limit]}


def _hit(row: ArticleRow, document_text: str, terms: Sequence[Term], score: float) -> Hit:
    article = row.article
    start = article.title_span.end if article.title_span else article.span.start
    gap = _GAP.match(document_text, start, article.span.end)
    start = gap.end() if gap else start
    matches = _matches(document_text, Span(start, article.span.end), article.marks, terms)
    span = _stretch(document_text, Span(start, article.span.end), matches)
    inside = [match for match, _ in matches if span.contains(match)]
    snippet, highlights = _on_one_line(document_text, span, inside)
    return Hit(row, score, snippet, highlights, span)


def _matches(text: str, span: Span, marks: Sequence[Mark], terms: Sequence[Term]) -> list[tuple[Span, int]]:
    """Return the first matches of the terms outside the marks, each with the number of its term."""
    # Longer terms first: of "peace talks" and "peace" the phrase should win.
    patterns = sorted((term.pattern() for term in terms), key=len, reverse=True)
    pattern = re.compile("|".join(f"({each})" for each in patterns))
    for begin in range(span.start, span.end, _PIECE_CHARACTERS):
        # Folding a whole book for one line of it would be slow; pieces overlap so that no word is cut.
        piece = text[begin : min(span.end, begin + _PIECE_CHARACTERS + _OVERLAP_CHARACTERS)]
        found = [
            (Span(begin + where.start, begin + where.end), match.lastindex or 0)
            for match, where in find(pattern, piece)
        ]
        outside = [each for each in found if not any(mark.span.overlap(each[0]) for mark in marks)]
        if outside:
            return outside
    return []


def _stretch(text: str, span: Span, matches: Sequence[tuple[Span, int]]) -> Span:
    """Return the stretch of the article, in whole words, that holds most of the terms; its beginning without any."""
    at, most = span.start, 0
    for index, (first, _) in enumerate(matches):
        end = first.start + SNIPPET_CHARACTERS - _LEAD_CHARACTERS
        different = len({term for match, term in matches[index : index + _MOST_MATCHES] if match.end <= end})
        if different > most:
            at, most = first.start, different
    begin = max(span.start, at - _LEAD_CHARACTERS)
    gap = _GAP.search(text, begin, at)
    if gap:  # none: the lead is the middle of one long word, or there is no lead
        begin = gap.end()
    end = min(span.end, begin + SNIPPET_CHARACTERS)
    if end < span.end:
        end = max((gap.start() for gap in _GAP.finditer(text, begin + 1, end)), default=end)
    return Span(begin, end)


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
