"""Between the nouns and the rows of the tables."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from sqlalchemy import Row

from according.model import (
    Article,
    Chain,
    Document,
    Evidence,
    Given,
    Judgement,
    Location,
    Mark,
    Mention,
    Notice,
    Passage,
    Side,
    Span,
    content_id,
)


def document_values(document: Document, run: str) -> dict[str, Any]:
    """Return the columns of `documents` for a document that the pipeline `run` read."""
    start, stop = document.article or (None, None)
    given = {field: value for field, value in asdict(document.given).items() if value is not None}
    return {
        "id": document.id,
        "sha256": document.sha256,
        "uri": document.uri,
        "media_type": document.media_type,
        "encoding": document.encoding,
        "characters": len(document.text),
        "given": _json(given),
        "start": start,
        "stop": stop,
        "marks": _json(_marks(document.marks)),
        "run": run,
        "variant": variant_of(document),
        "text": document.text,
    }


def variant_of(document: Document) -> str:
    """Return the hash of what a document's id does not cover: how it was decoded, and what its container says.

    The same content can be met in two containers that say different things about it; which of them counts must not
    depend on the order of reading.
    """
    return content_id(
        document.media_type,
        document.encoding,
        repr(document.given),
        repr(document.article),
        repr(document.marks),
    )


def original_values(document: Document) -> dict[str, Any]:
    """Return the columns of `originals`: the document's bytes, compressed."""
    return {"sha256": document.sha256, "bytes": zlib.compress(document.original)}


def to_document(row: Row[Any], original: bytes) -> Document:
    """Return the document of a row of `documents` and its compressed bytes; its uri is the first of its places."""
    return Document(
        id=row.id,
        uri=row.uri,
        sha256=row.sha256,
        media_type=row.media_type,
        encoding=row.encoding,
        text=row.text,
        original=zlib.decompress(original),
        given=Given(**json.loads(row.given)),
        article=_span(row.start, row.stop),
        marks=_to_marks(row.marks),
    )


def article_values(article: Article, number: int) -> dict[str, Any]:
    """Return the columns of `articles`."""
    title_start, title_stop = article.title_span or (None, None)
    return {
        "number": number,
        "id": article.id,
        "document": article.document,
        "start": article.span.start,
        "stop": article.span.end,
        "title": article.title,
        "title_start": title_start,
        "title_stop": title_stop,
        "outlet": article.outlet,
        "agency": article.agency,
        "author": article.author,
        "place": article.place,
        "published": article.published,
        "published_basis": article.published_basis,
        "url": article.url,
        "language": article.language,
        "translated": int(article.translated),
        "translated_from": article.translated_from,
        "marks": _json(_marks(article.marks)),
        "passages": _json([[*passage.span, passage.language] for passage in article.passages]),
        "evidence": _json(
            [[each.field, *(each.span or (None, None)), each.reason] for each in article.evidence]
        ),
    }


def to_article(row: Row[Any]) -> Article:
    """Return the article of a row of `articles`."""
    return Article(
        id=row.id,
        document=row.document,
        span=Span(row.start, row.stop),
        title=row.title,
        title_span=_span(row.title_start, row.title_stop),
        outlet=row.outlet,
        agency=row.agency,
        author=row.author,
        place=row.place,
        published=row.published,
        published_basis=row.published_basis,
        url=row.url,
        language=row.language,
        translated=bool(row.translated),
        translated_from=row.translated_from,
        marks=_to_marks(row.marks),
        passages=tuple(
            Passage(Span(start, stop), language) for start, stop, language in json.loads(row.passages)
        ),
        evidence=tuple(
            Evidence(field, _span(start, stop), reason)
            for field, start, stop, reason in json.loads(row.evidence)
        ),
    )


def notice_values(notice: Notice, source: str, sha256: str, run: str) -> dict[str, Any]:
    """Return the columns of `notices`.

    `source` is the uri of the input that the notice came up in, `sha256` its hash, empty when it could not be opened.
    """
    return {
        "id": notice.id,
        "source": source,
        "sha256": sha256,
        "run": run if sha256 else "",
        "uri": notice.uri,
        "kind": notice.kind,
        "message": notice.message,
        "lost": int(notice.lost),
    }


def to_notice(row: Row[Any]) -> Notice:
    """Return the notice of a row of `notices`."""
    return Notice(row.uri, row.kind, row.message, bool(row.lost))


def chain_values(chain: Chain) -> dict[str, Any]:
    """Return the columns of `chains` that do not come from linking."""
    at = chain.location
    return {
        "id": chain.id,
        "article": chain.article,
        "kind": chain.kind,
        "name": chain.name,
        "language": chain.language,
        "key": chain.key,
        "offices": _json(chain.offices),
        "latitude": at.latitude if at else None,
        "longitude": at.longitude if at else None,
        "country": at.country if at else None,
        "precision": at.precision if at else None,
        "probability": at.probability if at else None,
        "named": int(chain.named),
    }


def to_chain(row: Row[Any]) -> Chain:
    """Return the chain of a row of `chains`, without its mentions."""
    at = None
    if row.latitude is not None:
        at = Location(row.latitude, row.longitude, row.country, row.precision, row.probability)
    return Chain(
        id=row.id,
        article=row.article,
        kind=row.kind,
        name=row.name,
        language=row.language,
        key=row.key,
        offices=tuple(json.loads(row.offices)),
        location=at,
        named=bool(row.named),
        mentions=(),
    )


def mention_values(mention: Mention, chain: str) -> dict[str, Any]:
    """Return the columns of `mentions`."""
    return {
        "id": mention.id,
        "chain": chain,
        "start": mention.span.start,
        "stop": mention.span.end,
        "text": mention.text,
        "kind": mention.kind,
        "form": mention.form,
        "confidence": mention.confidence,
        "reason": mention.reason,
    }


def to_mention(row: Row[Any]) -> Mention:
    """Return the mention of a row of `mentions` that also has its chain's `article`."""
    return Mention(
        id=row.id,
        article=row.article,
        span=Span(row.start, row.stop),
        text=row.text,
        kind=row.kind,
        form=row.form,
        confidence=row.confidence,
        reason=row.reason,
    )


def judgement_values(judgement: Judgement) -> dict[str, Any]:
    """Return the columns of `judgements`."""
    return {
        "id": judgement.id,
        "verdict": judgement.verdict,
        "first": _json(asdict(judgement.first)),
        "second": _json(asdict(judgement.second)),
        "made_at": judgement.made_at,
        "author": judgement.author,
        "note": judgement.note,
    }


def to_judgement(row: Row[Any]) -> Judgement:
    """Return the judgement of a row of `judgements`."""
    first, second = _to_side(row.first), _to_side(row.second)
    return Judgement(row.id, row.verdict, first, second, row.made_at, row.author, row.note)


def _to_side(text: str) -> Side:
    side = json.loads(text)
    return Side(side["name"], side["kind"], tuple(side["chains"]), side.get("id", ""))


def _marks(marks: Iterable[Mark]) -> list[list[Any]]:
    return [[*mark.span, mark.kind, mark.reason] for mark in marks]


def _to_marks(text: str) -> tuple[Mark, ...]:
    return tuple(Mark(Span(start, stop), kind, reason) for start, stop, kind, reason in json.loads(text))


def _span(start: int | None, stop: int | None) -> Span | None:
    return None if start is None or stop is None else Span(start, stop)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
