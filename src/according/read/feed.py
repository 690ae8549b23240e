"""RSS and Atom files: each entry is an article."""

from __future__ import annotations

import io
import json
from collections import Counter
from collections.abc import Iterator

import feedparser

from according.model import Document, Given, Notice, Span
from according.read import sniff
from according.read.given import edtf_day, language_tag, web_address
from according.read.page import visible_text
from according.read.source import Source, printable
from according.read.text import charset, without_surrogates
from according.settings import Settings

LONGEST_NAME = 200
HARMLESS = (feedparser.CharacterEncodingOverride, feedparser.NonXMLContentType)
"""What feedparser finds fault with although it read everything."""


def read(source: Source, settings: Settings) -> Iterator[Document | Source | Notice]:
    """Yield one document per entry of a feed that lies in a file; nothing that it names is fetched."""
    kind = sniff.media_type(source)
    stated = charset(source.declared)
    parsed = feedparser.parse(
        io.BytesIO(source.stream.read()),  # a stream: a string might be taken for an address
        sanitize_html=True,
        resolve_relative_uris=False,
        response_headers={
            "content-type": f"application/xml; charset={stated}" if stated else "application/xml"
        },
    )
    entries = parsed.entries
    problem = parsed.get("bozo_exception")
    if problem and not isinstance(problem, HARMLESS):
        saved = f"what stands before (entries: {len(entries)}) was read"
        message = f"The feed is damaged ({problem}): {saved}. Ask for a better copy."
        yield Notice(source.uri, "damaged", without_surrogates(message), lost=not entries)
    names: Counter[str] = Counter()
    for number, entry in enumerate(entries, 1):
        item = _entry(entry, parsed.feed, f"{source.uri}!/{_name(entry, number, names)}", kind)
        if isinstance(item, Document) or not problem:  # an entry that the damage emptied has been told
            yield item


def _entry(
    entry: feedparser.FeedParserDict, feed: feedparser.FeedParserDict, uri: str, kind: str
) -> Document | Notice:
    title = _line(_plain(entry.get("title_detail")))
    content = entry.get("content") or [entry.get("summary_detail")]
    body = "\n\n".join(filter(None, map(_plain, content)))
    first = _line(body.lstrip().partition("\n")[0])
    text = f"{title}\n\n{body}" if title and title != first else body
    text = text.rstrip()
    if not text.strip():
        return Notice(uri, "empty", "This entry has neither a title nor a text.", lost=True)
    stated = {
        name: without_surrogates(str(entry[name]))
        for name in ("author", "link", "published")
        if entry.get(name)
    }
    if "published" not in stated and entry.get("updated"):  # feedparser's name for dc:date too
        stated["updated"] = without_surrogates(str(entry["updated"]))
    language = (content[0] or {}).get("language") or feed.get("language") or ""
    given = Given(
        title=title or None,
        outlet=_line(_plain(feed.get("title_detail"))) or None,
        author=_line(stated.get("author", "")) or None,
        published=edtf_day(stated.get("published") or stated.get("updated", "")),
        url=web_address(stated.get("link", "")),
        language=language_tag(language),
    )
    original = json.dumps(
        {
            **stated,
            "title": title,
            "content": [without_surrogates(part["value"]) for part in content if part],
        },
        ensure_ascii=False,
        sort_keys=True,
    ).encode()
    return Document.make(uri, original, kind, "utf-8", text, given, Span(0, len(text)))


def _plain(detail: feedparser.FeedParserDict | None) -> str:
    """Return the visible text of a title or content construct."""
    value = without_surrogates(detail["value"]) if detail and detail.get("value") else ""
    if not detail or detail.get("type") == "text/plain":
        return value
    return visible_text(value) if "<" in value or "&" in value else value


def _line(text: str) -> str:
    return " ".join(text.split())


def _name(entry: feedparser.FeedParserDict, number: int, names: Counter[str]) -> str:
    """Return what the entry is called in its uri: its id, or its number when it has none of its own."""
    name = printable(str(entry.get("id") or "")).replace("!/", "%21/").strip()
    names[name] += 1
    return name if name and len(name) <= LONGEST_NAME and names[name] == 1 else f"entry-{number}"
