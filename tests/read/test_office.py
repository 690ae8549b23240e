"""Word documents: what stands in the text, in which order, and packages that are not what they seem."""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO

import docx
import docx.document
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from hypothesis import given, settings
from hypothesis import strategies as st

from according.model import Document, Notice
from according.read.office import read
from according.read.source import Source
from according.settings import Settings

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def made(fill: Callable[[docx.document.Document], object]) -> bytes:
    document = docx.Document()
    fill(document)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def changed(data: bytes, **parts: Callable[[bytes], bytes]) -> bytes:
    """Return the package with the parts of these base names passed through a function."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            change = parts.get(info.filename.rpartition("/")[2].removesuffix(".xml"), bytes)
            new.writestr(info.filename, change(old.read(info)))
    return out.getvalue()


def items(data: bytes, limits: Settings = Settings()) -> list[object]:
    return list(read(Source("a.docx", BytesIO(data), len(data)), limits))


def text_of(fill: Callable[[docx.document.Document], object]) -> str:
    (document,) = items(made(fill))
    assert isinstance(document, Document)
    return document.text


def notice(data: bytes, limits: Settings = Settings()) -> tuple[str, bool]:
    (found,) = items(data, limits)
    assert isinstance(found, Notice)
    return found.kind, found.lost


def test_paragraphs_headings_and_tables_stand_in_their_order() -> None:
    def fill(document: docx.document.Document) -> None:
        document.add_heading("A title", 0)
        document.add_paragraph("First.")
        table = document.add_table(2, 2)
        for i, cell in enumerate(cell for row in table.rows for cell in row.cells):
            cell.text = str(i)
        document.add_paragraph("Second.")

    assert text_of(fill) == "A title\n\nFirst.\n\n0\t1\n2\t3\n\nSecond."


def test_an_empty_paragraph_is_one_blank_line_more() -> None:
    def fill(document: docx.document.Document) -> None:
        for text in ("One", "Two", "", "Three"):
            document.add_paragraph(text)

    assert text_of(fill) == "One\n\nTwo\n\n\nThree"


def test_a_title_has_two_blank_lines_above() -> None:
    def fill(document: docx.document.Document) -> None:
        own = document.styles.add_style("Own", WD_STYLE_TYPE.PARAGRAPH)
        own.base_style = document.styles["Heading 2"]
        document.styles.add_style("Titled list", WD_STYLE_TYPE.PARAGRAPH)
        for style in ("Title", "Normal", "Heading 1", "Own", "Normal", "Heading 3", "Titled list"):
            document.add_paragraph(style, style=style)
        document.add_paragraph("", style="Heading 1")
        document.add_paragraph("After an empty one", style="Heading 1")

    assert text_of(fill) == (
        "Title\n\nNormal\n\n\nHeading 1\n\n\nOwn\n\nNormal\n\n\nHeading 3\n\nTitled list"
        "\n\n\nAfter an empty one"
    )


def test_breaks_and_tabs() -> None:
    def fill(document: docx.document.Document) -> None:
        run = document.add_paragraph().add_run("One\ttab\nline")
        run.add_break(WD_BREAK.PAGE)
        document.paragraphs[0].add_run("Page two")

    assert text_of(fill) == "One\ttab\nline\n\nPage two"


def test_a_layout_table_keeps_its_paragraphs() -> None:
    def fill(document: docx.document.Document) -> None:
        cell, other = document.add_table(1, 2).rows[0].cells
        cell.text = "First paragraph."
        cell.add_paragraph("Second paragraph.")
        other.text = "Beside."

    assert text_of(fill) == "First paragraph.\n\nSecond paragraph.\n\nBeside."


def test_links_and_insertions_are_read_and_struck_out_text_is_not() -> None:
    xml = (
        f"<w:p {NAMESPACE}><w:r><w:t>See </w:t></w:r><w:hyperlink><w:r><w:t>the report</w:t></w:r></w:hyperlink>"
        "<w:ins><w:r><w:t xml:space='preserve'> added</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
    )
    assert text_of(lambda document: document.element.body.insert(0, parse_xml(xml))) == "See the report added"


def test_running_heads_and_properties_are_left_out() -> None:
    def fill(document: docx.document.Document) -> None:
        document.sections[0].header.paragraphs[0].text = "Running head"
        document.core_properties.title = "Template title"
        document.core_properties.author = "Administrator"
        document.add_paragraph("Text.")

    (document,) = items(made(fill))
    assert isinstance(document, Document)
    assert document.text == "Text."
    assert (document.given.title, document.given.author, document.given.published) == (None, None, None)


def test_footnotes_follow_the_text() -> None:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    reltype = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    notes = (
        f"<w:footnotes {NAMESPACE}><w:footnote w:type='separator' w:id='0'><w:p><w:r><w:t>---</w:t></w:r></w:p>"
        "</w:footnote><w:footnote w:id='1'><w:p><w:r><w:t>The note.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )

    def fill(document: docx.document.Document) -> None:
        document.add_paragraph("Text.")
        uri = docx.opc.packuri.PackURI("/word/footnotes.xml")
        part = docx.opc.part.Part(uri, kind, notes.encode(), document.part.package)
        document.part.relate_to(part, reltype)

    assert text_of(fill) == "Text.\n\nThe note."


SMALL = made(lambda document: document.add_paragraph("Text of the document."))


def test_a_document_without_text_is_told() -> None:
    assert notice(made(lambda document: None)) == ("empty", True)


@pytest.mark.parametrize("data", [SMALL[: len(SMALL) // 2], b"PK\x03\x04", b"", b"no zip"])
def test_a_damaged_package_is_told(data: bytes) -> None:
    assert notice(data) == ("damaged", True)


def test_a_package_without_its_main_part_is_told() -> None:
    assert notice(changed(SMALL, document=lambda xml: b"<broken")) == ("damaged", True)


def test_entities_are_not_expanded() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'

    def insert(xml: bytes) -> bytes:
        return xml.replace(b"<w:document", bomb + b"<w:document", 1).replace(b"Text of", b"&b;Text of")

    for item in items(changed(SMALL, document=insert)):
        assert not isinstance(item, Document) or "aaaa" not in item.text


def test_a_bomb_is_not_unpacked() -> None:
    swollen = changed(SMALL, document=lambda xml: re.sub(b"Text", b" " * 3_000_000 + b"Text", xml, count=1))
    assert notice(swollen) == ("too-large", True)
    assert notice(SMALL, Settings(document_bytes=1000)) == ("too-large", True)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(SMALL)), st.binary(min_size=1, max_size=40))
def test_any_damage_gives_a_document_or_a_notice(at: int, noise: bytes) -> None:
    found = items(SMALL[:at] + noise + SMALL[at + len(noise) :])
    assert len(found) == 1
    assert isinstance(found[0], Document | Notice)


PARAGRAPHS = st.lists(
    st.text(st.characters(blacklist_categories=["Cc", "Cs", "Cn"]), max_size=20), max_size=8
)


@settings(max_examples=50, deadline=None)
@given(PARAGRAPHS)
def test_every_word_of_every_paragraph_is_kept_in_order(texts: list[str]) -> None:
    (found,) = items(made(lambda document: [document.add_paragraph(text) for text in texts]))
    words = found.text.split() if isinstance(found, Document) else []
    assert words == " ".join(texts).split()
