"""What a web page states about its article in its own metadata. Nothing is guessed from addresses or free text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from according.knowledge.cues import all_cues
from according.model import Given
from according.read.given import edtf_day

ARTICLE_TYPES = re.compile(r"article|report|blogposting|posting|analysis|review", re.IGNORECASE)
"""Types of schema.org that describe one item of news (NewsArticle, ReportageNewsArticle, BlogPosting …)."""
DATE_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "article.published",
    "publishdate",
    "publish-date",
    "publish_date",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "date",
)
AUTHOR_NAMES = (
    "author",
    "article:author",
    "og:article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
)
SITE_NAMES = ("og:site_name", "application-name")
LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][a-z0-9]+)*")
SITE_SUFFIX = re.compile(r"^(.*\S)\s+([|»·•–—-]|::)\s+(\S.*)$", re.DOTALL)
BARS = ("|", "»", "·", "•", "::")
SITE_LENGTH = 30
"""Longest name of a site that is cut off behind a bar without being known."""
MOST_NAMES = 4
JOINTS = re.compile(r"\s*[,;&/]\s*|\s+(?:and|et|und|y|e|и|і|ve|və|եւ|და)\s+")
"""What stands between the names of two authors."""
PARTICLES = frozenset(
    re.findall(r"\w+", "al bin da de del della den der di dos du el ibn la le ter van von zu")
)
NAME_WORD = re.compile(r"[^\W\d_]\.(?:-?[^\W\d_]\.)*|[^\W\d_][^\s\d_.:!?@/()<>|+*#=]*")
"""Initials, or a word of letters; a full stop anywhere else is the end of something."""
JSON_CHARACTERS = 1_000_000


def given(root: HtmlElement, uri: str) -> Given:
    """Return what the page at `uri` says about its article: OpenGraph, schema.org, Dublin Core, plain meta names.

    The publication day is the first that is stated without contradiction: schema.org of an article, meta elements,
    `<time>` elements that call themselves the publication time.
    """
    meta = _meta(root)
    articles = [item for item in _linked_data(root) if ARTICLE_TYPES.search(_type(item))]
    site = _first(meta, SITE_NAMES) or next(filter(None, (_name(a.get("publisher")) for a in articles)), None)
    url = _url(root, meta, uri)
    title = _first(meta, ("og:title", "twitter:title")) or _text(root.find(".//title"))
    authors = [_name(article.get("author")) for article in articles]
    authors += [meta.get(name) for name in AUTHOR_NAMES]
    return Given(
        title=_without_site(title, site, url) if title else None,
        outlet=site,
        author=next((name for name in authors if name and _are_people(name)), None),
        published=_published(root, meta, articles),
        url=url,
        language=_language(root),
    )


def _are_people(author: str) -> bool:
    """Return whether an author is a person or several: pages also name agencies, addresses and their buttons there."""
    if all_cues().match(author, "share", "newsletter", "advert", "comment_form", "furniture") is not None:
        return False
    return _is_person(author.replace(",", "")) or all(map(_is_person, JOINTS.split(author)))


def _is_person(name: str) -> bool:
    """Return whether `name` has the form of a name: two to four words, capitalised where the script has capitals."""
    words = [word for word in name.split() if word not in PARTICLES]
    return 2 <= len(words) <= MOST_NAMES and all(
        NAME_WORD.fullmatch(word) and not word[0].islower() for word in words
    )


def _published(root: HtmlElement, meta: dict[str, str], articles: list[dict[str, object]]) -> str | None:
    times = [
        element.get("datetime") or element.get("content") or element.text_content()
        for element in root.iter("time", "meta", "span", "abbr", "div")
        if "datepublished" in (element.get("itemprop") or "").lower()
        or (element.tag == "time" and "pubdate" in element.attrib)
    ]
    levels = (
        [str(article.get("datePublished") or "") for article in articles],
        *([meta[name]] for name in DATE_NAMES if name in meta),
        times,
    )
    for level in levels:
        days = {day for value in level if (day := edtf_day(value))}
        if len(days) == 1:
            return days.pop()
    return None


def _meta(root: HtmlElement) -> dict[str, str]:
    """Return the first content of every named meta element, names in lower case."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = " ".join((element.get("content") or "").split())
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _linked_data(root: HtmlElement) -> Iterator[dict[str, object]]:
    """Yield every object of the page's JSON-LD, outer ones first."""
    for script in root.iter("script"):
        if (script.get("type") or "").split(";")[0].strip().lower() != "application/ld+json":
            continue
        text = (script.text or "").strip().rstrip(";")
        if len(text) > JSON_CHARACTERS:
            continue
        try:
            waiting = [json.loads(text, strict=False)]
        except (ValueError, RecursionError):  # broken, or nested to break us: as good as absent
            continue
        while waiting:
            value = waiting.pop(0)
            if isinstance(value, dict):
                yield value
                waiting.extend(
                    v for k, v in value.items() if k in ("@graph", "mainEntity", "mainEntityOfPage")
                )
            elif isinstance(value, list):
                waiting.extend(value)


def _type(item: dict[str, object]) -> str:
    kind = item.get("@type")
    return " ".join(map(str, kind)) if isinstance(kind, list) else str(kind or "")


def _name(value: object) -> str | None:
    """Return the name of a schema.org person or organization (the first of a list)."""
    while isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("name")
    while isinstance(value, list) and value:
        value = value[0]
    if not isinstance(value, str) or "://" in value:
        return None
    return " ".join(value.split()) or None


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _text(element: HtmlElement | None) -> str | None:
    return None if element is None else " ".join(element.text_content().split()) or None


def _without_site(title: str, site: str | None, url: str | None) -> str:
    """Return the title without the name of the site behind it ("… | Site", "… - Site")."""
    match = SITE_SUFFIX.match(title)
    if match is None:
        return title
    head, bar, tail = match[1], match[2], match[3]
    host = (urlsplit(url).hostname or "") if url else ""
    squeezed = "".join(tail.casefold().split())
    known = squeezed == "".join((site or "").casefold().split()) or (len(squeezed) > 2 and squeezed in host)
    return head if known or (bar in BARS and len(tail) <= min(len(head), SITE_LENGTH)) else title


def _url(root: HtmlElement, meta: dict[str, str], uri: str) -> str | None:
    """Return the page's own address, else the one it was fetched from; None for a file that is silent about it."""
    canonical = [
        link.get("href") for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical"
    ]
    for address in (*canonical, meta.get("og:url"), uri):
        try:
            whole: str = urljoin(uri, (address or "").strip())
            if urlsplit(whole).scheme in ("http", "https") and urlsplit(whole).hostname:
                return whole
        except ValueError:  # "http://[" and the like
            continue
    return None


def _language(root: HtmlElement) -> str | None:
    stated = (
        str(root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "").strip().lower()
    )
    return stated.replace("_", "-").partition("-")[0] if LANGUAGE.fullmatch(stated) else None
