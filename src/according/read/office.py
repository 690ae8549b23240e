"""Word documents (.docx): paragraphs, tables and notes in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from zipfile import ZipFile

import docx
from docx.opc.exceptions import OpcError
from lxml import etree

from according.model import Document, Notice
from according.read.archive import BROKEN, TooLargeError, open_zip
from according.read.sniff import DOCX
from according.read.source import Source
from according.settings import MIB, Settings

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
LEFT_OUT = frozenset(
    (
        f"{WORD}del",  # what an author struck out
        f"{WORD}moveFrom",
        f"{WORD}instrText",  # the formulas behind fields; their results stand beside them
        f"{WORD}sectPr",
        f"{WORD}pPr",
        f"{WORD}rPr",
        f"{COMPATIBILITY}Fallback",  # the same once more for older programs
    )
)
CHARACTERS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "\N{NON-BREAKING HYPHEN}"}
PARAGRAPH, ROW, CELL, TABLE = f"{WORD}p", f"{WORD}tr", f"{WORD}tc", f"{WORD}tbl"
STYLE = f"{WORD}pPr/{WORD}pStyle"
TITLE_STYLE = re.compile(r"title$|heading\b", re.IGNORECASE)
VALUE = f"{WORD}val"
NOTES = ("/footnotes", "/endnotes")


def read(source: Source, settings: Settings) -> Iterator[Document | Source | Notice]:
    """Yield the document's text: a blank line between paragraphs, one more before titles and for each empty paragraph.

    Cells of a table row are separated by tabs (by blank lines when they hold several paragraphs); footnotes and
    endnotes follow the text; running heads, feet, comments and struck-out text are left out.
    """
    data = source.stream.read()
    try:
        with open_zip(BytesIO(data), settings.archive_members) as package:
            _check_size(package, settings)
        document = docx.Document(BytesIO(data))
        body = _text(document.element.body, _title_styles(document))
        text = "\n\n".join(filter(None, [body, *_notes(document)]))
    except TooLargeError as error:
        yield Notice(source.uri, "too-large", str(error), lost=True)
        return
    except (*BROKEN, OpcError, KeyError, AttributeError, AssertionError, etree.LxmlError) as error:
        name = type(error).__name__
        message = f"The Word document is damaged ({name}). Open it in a word processor and save it anew."
        yield Notice(source.uri, "damaged", message, lost=True)
        return
    if not text.strip():
        yield Notice(source.uri, "empty", "The Word document has no text.", lost=True)
        return
    yield Document.make(source.uri, data, DOCX, "docx", text)


def _check_size(package: ZipFile, settings: Settings) -> None:
    """Raise TooLargeError when the package unpacks to more than a document may have, or grows like a bomb.

    The sizes of its directory can be relied on: nothing is unpacked beyond them.
    """
    members = package.infolist()
    if sum(info.file_size for info in members) > 4 * settings.document_bytes:
        limit = 4 * settings.document_bytes // MIB
        raise TooLargeError(f"It unpacks to more than {limit} MiB. Save it without pictures.")
    for info in members:
        if info.file_size > max(MIB, settings.archive_ratio * info.compress_size):
            raise TooLargeError(
                f"A part grows more than {settings.archive_ratio} times when unpacked, as bombs do."
            )


def _title_styles(document: docx.document.Document) -> frozenset[str]:
    """Return the ids of the styles of titles, and of the styles based on them.

    The built-in ones have the same names in a file whatever the language of the program.
    """
    titles: set[str] = set()
    based: dict[str, list[str]] = {}
    for style in document.styles.element.iter(f"{WORD}style"):
        said = {name: style.find(f"{WORD}{name}") for name in ("name", "basedOn")}
        name, base = (None if e is None else e.get(VALUE) for e in said.values())
        id_ = style.get(f"{WORD}styleId") or ""
        based.setdefault(base or "", []).append(id_)
        if TITLE_STYLE.match(name or ""):
            titles.add(id_)
    waiting = list(titles)
    while waiting:
        more = set(based.get(waiting.pop(), ())) - titles
        titles |= more
        waiting += more
    return frozenset(titles)


def _notes(document: docx.document.Document) -> Iterator[str]:
    for relation in document.part.rels.values():
        if relation.reltype.endswith(NOTES) and not relation.is_external:
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            for note in etree.fromstring(relation.target_part.blob, parser):
                if note.get(f"{WORD}type") is None:  # the others are separating lines
                    yield _text(note).strip()


@dataclass(slots=True)
class _Piece:
    """A paragraph, cell, row or table that is being read; `blocks` are the finished paragraphs in it."""

    text: list[str] = field(default_factory=list)
    blocks: list[str] = field(default_factory=list)


def _text(root: etree._Element, titles: frozenset[str] = frozenset()) -> str:
    """Return the text below `root`, one more blank line before paragraphs of the styles `titles`.

    Works without recursion; tables and text boxes may lie in each other.
    """
    open_pieces = [_Piece()]
    events = etree.iterwalk(root, events=("start", "end"))
    for event, element in events:
        tag = element.tag
        if event == "start":
            if tag in LEFT_OUT:
                events.skip_subtree()
            elif tag in (PARAGRAPH, TABLE, ROW, CELL):
                open_pieces.append(_Piece())
            else:
                open_pieces[-1].text.append(_characters(element))
        elif tag in (PARAGRAPH, TABLE, ROW, CELL):
            piece = open_pieces.pop()
            blocks, found = open_pieces[-1].blocks, _blocks(tag, piece)
            style = element.find(STYLE) if tag == PARAGRAPH else None
            titled = style is not None and style.get(VALUE) in titles
            if titled and found[-1].strip() and (not blocks or blocks[-1].strip()):
                blocks.append("")
            blocks.extend(found)
    return _spaced(open_pieces[0].blocks)


def _blocks(tag: str, piece: _Piece) -> list[str]:
    """Return the paragraphs that a finished piece comes to; a text box stands before the paragraph it hangs on."""
    if tag == PARAGRAPH:
        return [*piece.blocks, "".join(piece.text).strip(" ")]
    if tag == CELL:
        return [_spaced(piece.blocks).strip()]
    if tag == ROW:
        if any("\n\n" in cell for cell in piece.blocks):
            return [cell for cell in piece.blocks if cell]
        return ["\t".join(cell.replace("\n", " ") for cell in piece.blocks)]
    if any("\n\n" in row for row in piece.blocks):
        return piece.blocks
    return ["\n".join(piece.blocks)]


def _characters(element: etree._Element) -> str:
    if not element.tag.startswith(WORD):
        return ""
    name = element.tag.removeprefix(WORD)
    if name == "t":
        return element.text or ""
    if name == "br":
        return "\n\n" if element.get(f"{WORD}type") == "page" else "\n"
    return CHARACTERS.get(name, "")


def _spaced(blocks: list[str]) -> str:
    """Join paragraphs by a blank line; an empty one is one blank line more."""
    text = ""
    for block in blocks:
        if not block.strip():
            text += "\n" if text else ""
        else:
            text += ("\n\n" if text else "") + block
    return text.strip("\n")
