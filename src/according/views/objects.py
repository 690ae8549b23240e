"""Views as the JSON objects that `--json` and the desk's server write, beside those that the export writes, too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict

from according.model import Mention
from according.views.agreements import AgreementRow, CommitmentRow
from according.views.claims import FigureRow, StatementRow, TimelineEntry
from according.views.desk import Found, Tally
from according.views.documents import ArticleRow, Hit, Json
from according.views.entities import Appearance, Dossier
from according.views.events import EventRow, HappeningRow
from according.views.shown import Shown
from according.views.sides import COPIES, Sides
from according.views.stories import Member, StoryRow


def article(row: ArticleRow) -> Json:
    """Return an article as one JSON object."""
    return {"number": row.number, "uri": row.uri, **row.as_json()}


def claim(row: StatementRow | FigureRow | EventRow | TimelineEntry) -> Json:
    """Return a statement, a figure, an event or a date with its sentence and where it stands as one JSON object."""
    article = row.row.article
    source: Json = {
        "number": row.row.number,
        "uri": row.row.uri,
        "published": article.published,
        "outlet": article.outlet,
        "sentence": row.sentence,
    }
    if isinstance(row, TimelineEntry):
        source |= {"speaker": row.speaker.entity, "speaker_name": row.speaker.name}
    return {**source, **row.as_json()}


def shown(one: Shown) -> Json:
    """Return an article with its text and all that is found in it as one JSON object."""
    entities = [
        {"entity": each.entity, "kind": each.kind, "name": each.name, "mentions": _mentions(each.mentions)}
        for each in one.named
    ]
    return {
        **article(one.row),
        "text": one.text,
        "entities": entities,
        "statements": [each.as_json() for each in one.statements],
        "figures": [each.as_json() for each in one.figures],
        "events": [each.as_json() for each in one.events],
        "dates": [each.as_json() for each in one.dates],
        "commitments": [each.as_json() for each in one.commitments],
        "agreements": list(one.agreements),
        "sentences": [list(span) for span in one.sentences],
    }


def happening(row: HappeningRow) -> Json:
    """Return a happening with where its accounts stand as one JSON object."""
    whole = row.as_json()
    return {**whole, "accounts": [{**claim(each), **_joined(each, row)} for each in row.accounts]}


def _joined(account: EventRow, row: HappeningRow) -> Json:
    (joined,) = (each for each in row.happening.accounts if each.event == account.event.id)
    return {"score": joined.score, "because": joined.reason}


def agreement(row: AgreementRow) -> Json:
    """Return an agreement with its commitments as one JSON object."""
    return {**row.as_json(), "commitments": [each.as_json() for each in row.commitments]}


def hit(found: Hit) -> Json:
    """Return what a search found as one JSON object."""
    return {
        "score": found.score,
        "snippet": found.snippet,
        "highlights": [list(span) for span in found.highlights],
        "snippet_span": list(found.span),
        **article(found.row),
    }


def found(page: Found) -> Json:
    """Return one page of what a search found as one JSON object."""
    return {"hits": [hit(each) for each in page.hits], "names": [asdict(each) for each in page.names]}


def tally(counts: Tally) -> Json:
    """Return how much answers a search as one JSON object."""
    return asdict(counts)


def dossier(found: Dossier) -> Json:
    """Return all that is known about one entity as one JSON object."""
    return {
        **found.entity.as_json(),
        "variants": [{"language": v.language, "text": v.text, "count": v.count} for v in found.variants],
        "offices": [{"office": office, "articles": count} for office, count in found.offices],
        "in": [_appearance(each) for each in found.appearances],
        "with": [
            {"entity": each.entity, "kind": each.kind, "name": each.name, "articles": each.articles}
            for each in found.companions
        ],
        "may_be": [
            {"entity": each.entity, "name": each.name, "score": each.score, "reason": each.reason}
            for each in found.doubts
        ],
    }


def _appearance(each: Appearance) -> Json:
    return {
        "article": each.row.article.id,
        "number": each.row.number,
        "uri": each.row.uri,
        "score": each.score,
        "reason": each.reason,
        "offices": list(each.offices),
        "mentions": _mentions(each.mentions),
    }


def _mentions(mentions: Iterable[Mention]) -> list[Json]:
    return [
        {
            "id": mention.id,
            "span": list(mention.span),
            "text": mention.text,
            "form": mention.form,
            "confidence": mention.confidence,
            "reason": mention.reason,
        }
        for mention in mentions
    ]


def story(row: StoryRow) -> Json:
    """Return a story with its articles, and where they come from, as one JSON object."""
    return {**row.story.as_json(), "members": [_member(each) for each in row.members]}


def _member(each: Member) -> Json:
    """Return an article of a story as one JSON object."""
    article, descent = each.row.article, each.descent
    found: Json = {
        "number": each.row.number,
        "uri": each.row.uri,
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published,
        "language": article.language,
        "score": each.belonging.score,
        "reason": each.belonging.reason,
    }
    if descent is None:
        return found
    passages = [
        {
            "span": list(passage.span),
            "other": passage.other,
            "other_span": list(passage.other_span),
            "translated": passage.translated,
            "score": passage.score,
        }
        for passage in descent.passages
    ]
    copied: Json = {
        "kind": descent.kind,
        "score": descent.score,
        "because": descent.reason,
        "passages": passages,
    }
    return {**found, "origin": descent.origin, "copy": copied}


def sides(told: Sides) -> Json:
    """Return a story with its accounts side by side as one JSON object."""
    story = told.story.story
    return {
        "id": story.id,
        "title": story.title,
        "from": story.earliest,
        "to": story.latest,
        "origins": story.origins,
        "articles": len(told.story.members),
        "at": told.at,
        "among": [{"origin": origin, **_from(first)} for origin, first in told.among],
        "columns": [
            {
                "origin": origin,
                "articles": len(some),
                "members": [_from(each) for each in some[:COPIES]],
            }
            for origin, some in told.columns
        ],
        "counts": dict(told.counts),
        "alone": dict(told.alone),
        "lines": [
            {
                **line.as_json(),
                "group": group,
                "disputed": any(each.finding in told.disputed for each in line.alike),
            }
            for group, line in told.lines
        ],
    }


def _from(each: Member) -> Json:
    """Return an article of a story, under its agency where it names no outlet."""
    article = each.row.article
    return {
        "number": each.row.number,
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet or article.agency,
        "published": article.published,
        "language": article.language,
    }


def followed(row: AgreementRow) -> Json:
    """Return an agreement with where it is named, its commitments, and what was told of them, as one JSON object."""
    mentions = [{**_source(each.row), "span": list(each.span), "text": each.text} for each in row.mentions]
    return {
        **row.as_json(),
        "mentions": mentions,
        "commitments": [_promised(each) for each in row.commitments],
    }


def _promised(each: CommitmentRow) -> Json:
    later = [
        {
            **_source(report.row),
            "status": report.status,
            "reported_by": report.reporter.entity,
            "reported_name": report.reporter.name,
            "sentence": report.sentence,
            "reason": report.reason,
        }
        for report in each.later
    ]
    return {**each.as_json(), **_source(each.row), "sentence": each.sentence, "later": later}


def _source(row: ArticleRow) -> Json:
    article = row.article
    return {
        "article": article.id,
        "number": row.number,
        "outlet": article.outlet or article.agency,
        "published": article.published,
        "language": article.language,
    }
