"""Names the parts of a web page that are not its article, from the elements they stand in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from lxml.html import HtmlElement

from according.model import Mark, MarkKind, Span
from according.read.render import Rendering

TAGS: dict[str, MarkKind] = {
    "figcaption": "caption",
    "nav": "header",
    "footer": "header",
    "header": "header",
    "menu": "header",
    "aside": "related-link",
    "form": "comment-form",
}
WORDS: dict[MarkKind, str] = {
    "paywall": "paywall|subscri(?:be|ption)-?(?:wall|only|offer)|meter(?:ed)?-|premium-|piano-",
    "newsletter": "newsletter|mailing-?list|sign-?up|subscri(?:be|ption)|mailchimp",
    "share": "shar(?:e|ing)(?![a-z])|social|addthis|addtoany|sharedaddy|tweet-|follow-us",
    "advert": "ads?(?![a-z])|advert|sponsor|promo(?:ted|tion)?(?![a-z])|banner|outbrain|taboola|dfp|adslot",
    "player": "(?:video|audio|media|j[wp])-?player|podcast|playlist|jw-",
    "credit": "credits?(?![a-z])|copyright|photographer",
    "caption": "caption|legend|wp-caption|image-?(?:text|desc|meta)|photo-?(?:text|desc)",
    "comment-form": "comments?(?![a-z])|respond|disqus|discussion|reply",
    "related-link": (
        "related|recirc|read-?(?:more|next|also)|see-?also|more-(?:on|from|stories|news|in)|trending|popular|most-"
        "|recommend|latest|tags?(?![a-z])|topics?(?![a-z])|teaser|widget|sidebar|next-article|up-?next"
    ),
    "header": (
        "cookie|consent|gdpr|nav(?:bar|igation)?(?![a-z])|menu|breadcrumb|masthead|byline|author|date(?![a-z])"
        "|dateline|time(?:stamp)?(?![a-z])|toolbar|footer|header|meta(?![a-z])|pagination|print|login|search|kicker"
    ),
}
"""Words in the class, id, role or aria-label of an element, and what the element is then. The first kind wins."""
NAMES = {kind: re.compile(rf"(?:^|[^a-z])(?:{words})", re.IGNORECASE) for kind, words in WORDS.items()}
ATTRIBUTES = ("class", "id", "role", "aria-label", "data-component", "data-testid", "itemprop")
STANDFIRST = re.compile(
    r"(?:^|[^a-z])(?:standfirst|dec?k(?![a-z])|sub-?(?:title|head)|summary|lede?(?![a-z])|chapo|intro|excerpt)",
    re.IGNORECASE,
)
"""Words by which an element calls itself the article's opening, which extractors take for page furniture."""
PROSE = 60
"""Characters from which a line that ends like a sentence, and that nothing names, is taken for the article's own:
extractors drop some, and measured on the benchmark's pages two in three of these were of the article."""
SENTENCE_ENDS = ".!?…:。।։؟"
CLOSING = " \u00a0\"'”’»)]"
LINK_SHARE = 0.7
"""Share of a block's characters inside links from which it is a link and not a sentence with links."""


def marks(rendering: Rendering, article: Span, kept: Sequence[Span]) -> tuple[Mark, ...]:
    """Return one mark for every stretch inside `article` that no span of `kept` covers.

    `kept` ascends. A block is marked as a whole, or at its beginning or end when only that part was left out; what
    is left out in the middle of a line belongs to its sentence. Whole sentences stay that no element names.
    """
    inside = [block for block in rendering.blocks if article.contains(block.span)]
    starts = [span.start for span in kept]
    gaps = [(block, list(_gaps(rendering.text, block.span, kept, starts))) for block in inside]
    of_article = _ancestors(block.element for block, left_out in gaps if block.span not in left_out)
    found = []
    for block, left_out in gaps:
        for span in left_out:
            named = _named(block.element, of_article)
            if named is None and block.linked >= LINK_SHARE * (block.span.end - block.span.start):
                named = "related-link", "a link beside the article's text"
            if named is None and not _is_prose(rendering.text[span.start : span.end]):
                named = "header", "not part of the article's text"
            if named is not None:
                found.append(Mark(span, *named))
    return tuple(found)


def _is_prose(text: str) -> bool:
    return len(text) >= PROSE and text.rstrip(CLOSING).endswith(tuple(SENTENCE_ENDS))


def _gaps(text: str, block: Span, kept: Sequence[Span], starts: list[int]) -> Iterator[Span]:
    """Yield the parts at the edges of `block` (or all of it) that no kept span covers and that have a word."""
    covering = []
    i = max(0, bisect_right(starts, block.start) - 1)
    while i < len(kept) and kept[i].start < block.end:
        if kept[i].overlap(block):
            covering.append(kept[i])
        i += 1
    edges = [block]
    if covering:
        edges = [Span(block.start, covering[0].start), Span(covering[-1].end, block.end)]
    for edge in edges:
        piece = text[edge.start : edge.end]
        if any(char.isalnum() for char in piece):
            start = edge.start + len(piece) - len(piece.lstrip())
            yield Span(start, start + len(piece.strip()))


def _ancestors(elements: Iterable[HtmlElement]) -> frozenset[HtmlElement]:
    """Return `elements` and everything that they stand in: what is said of these is not said of furniture alone."""
    seen: set[HtmlElement] = set()
    for element in elements:
        above: HtmlElement | None = element
        while above is not None and above not in seen:
            seen.add(above)
            above = above.getparent()
    return frozenset(seen)


def _named(element: HtmlElement, of_article: frozenset[HtmlElement]) -> tuple[MarkKind, str] | None:
    """Return what the elements say that hold `element` and hold nothing of the article, and how they say it."""
    above: HtmlElement | None = element
    while above is not None and above not in of_article:
        names = " ".join(above.get(name) or "" for name in ATTRIBUTES)
        if STANDFIRST.search(names):
            return None
        for kind, pattern in NAMES.items():
            if match := pattern.search(names):
                word = match[0].strip(" -_").lower()
                return kind, f"stands in an element named “{word}”"
        if above.tag in TAGS:
            return TAGS[above.tag], f"stands in <{above.tag}>"
        above = above.getparent()
    return None
