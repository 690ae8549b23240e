"""The visible text of a web page, laid out in lines and paragraphs as a browser would.

Works on the parsed tree without recursion, so that deeply nested pages are harmless.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser

from lxml import etree
from lxml.html import HtmlElement
from lxml.html import HTMLParser as TreeParser

from according.model import Span

WORD = re.compile(r"\w+")
PARAGRAPHS = frozenset(  # stand apart by a blank line
    WORD.findall(
        "address article aside blockquote body dd details dl dt fieldset figcaption figure footer form"
        " h1 h2 h3 h4 h5 h6 header hr main menu nav ol p pre section table ul"
    )
)
LINES = frozenset(  # begin a line; the cells of a table row share theirs, separated by tabs
    WORD.findall(
        "button caption center dialog div hgroup legend li option summary tbody td tfoot th thead tr"
    )
)
UNSEEN = frozenset(  # their content is not seen as text
    WORD.findall(
        "applet area audio base canvas datalist embed head iframe input link map meta noframes noscript"
        " object param progress script select source style svg template textarea title track video"
    )
)
HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
BUTTON_STYLE = re.compile(r"display\s*:\s*(?:inline-)?(?:block|table)", re.IGNORECASE)
HEADINGS = ("h1", "h2", "h3")
LONG_TAG = 2000
"""Characters from which the attributes of a tag are counted."""
MOST_ATTRIBUTES = 200
"""Attributes of one tag from which all are dropped: the parser compares each with all before it."""
TAG = re.compile(  # never goes back, so that it stays linear for any input
    r"<[A-Za-z][^\s/>]*+"
    r"(?:[\s/]++|[^\s/>=]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>\"'][^\s>]*+))?+|=)*+"
)
ATTRIBUTE = re.compile(r"[^\s/>=]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>\"'][^\s>]*+))?+")
SPACES = re.compile(r"[ \t\n\r\f\v]+")
NEWLINES = re.compile(r"\r\n?|\f|\v")


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text without a line break (but in preformatted text), and the element its first word stands in.

    `linked` is how many of its characters are inside links.
    """

    span: Span
    element: HtmlElement
    linked: int


@dataclass(frozen=True, slots=True)
class Rendering:
    """The visible text of a page; `blocks` are in order and do not overlap."""

    text: str
    blocks: tuple[Block, ...]


class _Flattener(HTMLParser):
    """Rewrites markup nested too deeply for the tree parser: text and line breaks stay, structure goes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.parts: list[str] = []
        self.skipping: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style"):
            self.skipping = tag
        elif tag in LINES or tag in PARAGRAPHS or tag == "br":
            self.parts.append("<br>")

    def handle_endtag(self, tag: str) -> None:
        if tag == self.skipping:
            self.skipping = None
        elif tag in LINES or tag in PARAGRAPHS:
            self.parts.append("<br>")

    def handle_data(self, data: str) -> None:
        if self.skipping is None:
            self.parts.append(data.replace("<", "&lt;"))

    def handle_entityref(self, name: str) -> None:
        self.parts.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.parts.append(f"&#{name};")


def without_swollen_tags(html: str) -> str:
    """Return the markup with tags of more attributes than any page has reduced to their names, in linear time."""

    def reduced(match: re.Match[str]) -> str:
        tag = match[0]
        if len(tag) < LONG_TAG or sum(1 for _ in ATTRIBUTE.finditer(tag)) <= MOST_ATTRIBUTES:
            return tag
        return re.split(r"[\s/]", tag, maxsplit=1)[0]

    return TAG.sub(reduced, html)


def parse(html: str) -> HtmlElement | None:
    """Return the root of the parsed page, None when it has no element. Never raises for bad markup."""
    data = without_swollen_tags(html.replace("\0", "")).encode("utf-8", "replace")
    root, complete = _parse(data)
    if not complete:
        flattener = _Flattener()
        flattener.feed(data.decode())
        flattener.close()
        root, _ = _parse("".join(flattener.parts).encode("utf-8", "replace"))
    return root


def _parse(data: bytes) -> tuple[HtmlElement | None, bool]:
    """Parse UTF-8 and tell whether the parser came to the end (it stops where nesting is too deep)."""
    parser = TreeParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root: HtmlElement | None = etree.fromstring(data, parser)
    except etree.ParserError:  # "Document is empty"
        return None, True
    return root, not any("depth" in entry.message.lower() for entry in parser.error_log)


def render(root: HtmlElement, titled: bool = False) -> Rendering:
    """Lay out the visible text below `root`; when `titled`, two blank lines go before each main heading."""
    writer = _Writer()
    events = etree.iterwalk(root, events=("start", "end"))
    for event, element in events:
        tag = element.tag
        if event == "start":
            if _unseen(element):
                events.skip_subtree()
                continue
            writer.open(_laid_out(element))
            if titled and tag in HEADINGS:
                writer.end_block(3)
            writer.write(element.text, element)
        else:
            writer.close(_laid_out(element), seen=not _unseen(element))
            writer.write(element.tail, element.getparent())
    return writer.finish()


def visible_text(html: str) -> str:
    """Return the text that a reader of the page sees: lines at line breaks, a blank line between paragraphs.

    Cells of a table row are separated by tabs; scripts, styles, templates, form fields and hidden elements
    are left out; white space is collapsed outside of preformatted text. Never raises for bad markup.
    """
    root = parse(html)
    return "" if root is None else render(root).text


def titled_text(html: str) -> str:
    """Return the visible text of a page of several stories: two blank lines before each of its main headings.

    With fewer than two such headings it is the visible text as it is.
    """
    root = parse(html)
    if root is None:
        return ""
    return render(root, titled=sum(1 for _ in root.iter(*HEADINGS)) > 1).text


def _laid_out(element: HtmlElement) -> str:
    """Return the tag as which an element is laid out: a link that is shown as a button has a line of its own."""
    tag: str = element.tag
    return "button" if tag == "a" and BUTTON_STYLE.search(element.get("style") or "") else tag


def _unseen(element: HtmlElement) -> bool:
    return (
        element.tag in UNSEEN
        or "hidden" in element.attrib
        or HIDDEN_STYLE.search(element.get("style") or "") is not None
    )


class _Writer:
    """Collects text and decides the white space between two pieces of it."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.blocks: list[Block] = []
        self.length = 0
        self.start: int | None = None  # of the block that is being written
        self.element: HtmlElement | None = None
        self.newlines = 0
        self.space = False
        self.tab = False
        self.preformatted = 0
        self.links = 0
        self.linked = 0

    def open(self, tag: str) -> None:
        if tag == "br":
            self.end_block(min(2, self.newlines + 1))
        elif tag in PARAGRAPHS:
            self.end_block(2)
        elif tag in ("td", "th"):
            self.end_block(self.newlines)
            self.tab = self.newlines == 0
        elif tag in LINES:
            self.end_block(max(1, self.newlines))
        self.preformatted += tag == "pre"
        self.links += tag in ("a", "button")

    def close(self, tag: str, seen: bool) -> None:
        if not seen:
            return
        self.preformatted -= tag == "pre"
        self.links -= tag in ("a", "button")
        if tag in PARAGRAPHS:
            self.end_block(2)
        elif tag in ("td", "th"):
            self.end_block(self.newlines)
        elif tag in LINES:
            self.end_block(max(1, self.newlines))

    def write(self, text: str | None, element: HtmlElement | None) -> None:
        if not text:
            return
        if self.preformatted:
            self.write_preformatted(NEWLINES.sub("\n", text), element)
            return
        text = SPACES.sub(" ", text)
        if text[0] == " ":
            self.space = True
            text = text[1:]
        if not text:
            return
        self.separate()
        self.put(text.rstrip(" "), element)
        self.space = text[-1] == " "

    def write_preformatted(self, text: str, element: HtmlElement | None) -> None:
        if self.newlines:
            text = text.lstrip("\n")
        if text.strip():
            self.separate()
            self.put(text.rstrip(), element)
            self.newlines = min(2, text[len(text.rstrip()) :].count("\n"))
        elif "\n" in text:
            self.end_block(min(2, self.newlines + text.count("\n")))

    def separate(self) -> None:
        """Write the white space that is due before the next piece of text."""
        gap = ""
        if self.length:
            gap = "\n" * self.newlines or ("\t" if self.tab else " " if self.space else "")
        if gap not in ("", " "):
            self.end_block(0)
        self.parts.append(gap)
        self.length += len(gap)
        self.newlines, self.space, self.tab = 0, False, False

    def put(self, text: str, element: HtmlElement | None) -> None:
        if self.start is None:
            self.start, self.element, self.linked = self.length, element, 0
        self.parts.append(text)
        self.length += len(text)
        self.linked += len(text) if self.links else 0

    def end_block(self, newlines: int) -> None:
        if self.start is not None and self.element is not None:
            self.blocks.append(Block(Span(self.start, self.length), self.element, self.linked))
        self.start = None
        self.newlines = max(self.newlines, newlines)
        self.space = False

    def finish(self) -> Rendering:
        self.end_block(0)
        return Rendering("".join(self.parts), tuple(self.blocks))
