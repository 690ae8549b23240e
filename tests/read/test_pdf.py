"""PDF files: order of reading, paragraphs, running heads, and files that cannot be read."""

from collections.abc import Callable
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from according.model import Document, Notice
from according.read.pdf import read
from according.read.source import Source
from according.settings import Settings

WIDTH, HEIGHT = 595, 842
LEFT = (
    "The commission met on Monday to hear the",
    "reports of both sides. According to its chair-",
    "woman, the talks were calm and long, and",
    "nobody left the room before the evening.",
)
RIGHT = (
    "A second meeting will be held next week in",
    "the same building. The agenda is not public",
    "yet, but the return of prisoners is expected",
    "to be part of it.",
)


def made(draw: Callable[[Canvas], None], password: str | None = None) -> bytes:
    out = BytesIO()
    encrypt = StandardEncryption(password) if password else None
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), encrypt=encrypt, invariant=True)
    draw(canvas)
    canvas.save()
    return out.getvalue()


def lines(
    canvas: Canvas, texts: tuple[str, ...], x: float, y: float, size: float = 11, leading: float = 14
) -> None:
    canvas.setFont("Times-Roman", size)
    for i, text in enumerate(texts):
        canvas.drawString(x, y - i * leading, text)


def items(data: bytes) -> list[object]:
    return list(read(Source("a.pdf", BytesIO(data), len(data)), Settings()))


def document(data: bytes) -> Document:
    (found,) = items(data)
    assert isinstance(found, Document)
    return found


def test_lines_stay_lines_and_paragraphs_are_set_apart_by_distance_and_indent() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, RIGHT[:3], 72, 700)
        lines(canvas, LEFT, 72, 700 - 4 * 14)
        lines(canvas, RIGHT[:1], 72 + 11, 700 - 8 * 14)
        lines(canvas, RIGHT[1:], 72, 700 - 9 * 14)

    blocks = ["\n".join(RIGHT[:3]), "\n".join(LEFT), "\n".join(RIGHT)]
    assert document(made(draw)).text == "\n\n".join(blocks)


def test_a_title_in_larger_type_is_a_paragraph_of_its_own() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, ("A title that is broken", "over two lines"), 72, 700, size=16, leading=18)
        lines(canvas, LEFT, 72, 668)

    assert document(made(draw)).text == "A title that is broken\nover two lines\n\n" + "\n".join(LEFT)


def test_a_title_of_two_lines_in_a_column_is_one_paragraph() -> None:
    def draw(canvas: Canvas) -> None:
        for x in (72, 300):
            lines(canvas, ("A title that is broken", "over two lines"), x, 700, size=16, leading=21)
            lines(canvas, LEFT if x == 72 else RIGHT, x, 650, leading=13)

    title = "A title that is broken\nover two lines"
    assert document(made(draw)).text == "\n\n".join([title, "\n".join(LEFT), title, "\n".join(RIGHT)])


def test_a_centred_title_of_two_lines_is_one_paragraph() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 16)
        canvas.drawCentredString(170, 700, "A title that is broken so")
        canvas.drawCentredString(170, 680, "over two lines")
        lines(canvas, LEFT, 85, 650)

    assert document(made(draw)).text.startswith("A title that is broken so\nover two lines\n\n")


@pytest.mark.parametrize("order", ["row by row", "column by column"])
def test_columns_are_read_one_after_the_other(order: str) -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, ("A headline that stands over both of the columns of the page",), 72, 720, size=16)
        if order == "row by row":
            for i, pair in enumerate(zip(LEFT, RIGHT, strict=True)):
                lines(canvas, pair[:1], 72, 690 - 14 * i)
                lines(canvas, pair[1:], 300, 690 - 14 * i)
        else:
            lines(canvas, RIGHT, 300, 690)
            lines(canvas, LEFT, 72, 690)

    head = "A headline that stands over both of the columns of the page"
    assert document(made(draw)).text == "\n\n".join([head, "\n".join(LEFT), "\n".join(RIGHT)])


def test_three_columns_are_read_one_after_the_other() -> None:
    thirds = [tuple(f"column {name} line number {i}" for i in range(5)) for name in ("one", "two", "three")]

    def draw(canvas: Canvas) -> None:
        for i in range(5):
            for column, x in zip(thirds, (60, 220, 380), strict=True):
                lines(canvas, (column[i],), x, 700 - 14 * i)

    assert document(made(draw)).text.replace("\n\n", "\n") == "\n".join(
        "\n".join(column) for column in thirds
    )


def test_a_sentence_that_goes_on_in_the_next_column_is_not_cut() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, LEFT[:3], 72, 690)
        lines(canvas, ("with nobody leaving the room before the", *RIGHT[1:]), 300, 690)

    assert "calm and long, and\nwith nobody leaving" in document(made(draw)).text


def test_an_item_of_a_list_hangs_together() -> None:
    def draw(canvas: Canvas) -> None:
        for i in range(3):
            lines(canvas, ("\u2022 an item of a list that is broken over",), 72, 700 - 28 * i)
            lines(canvas, ("two lines, the second hanging",), 79, 686 - 28 * i)

    item = "\u2022 an item of a list that is broken over\ntwo lines, the second hanging"
    assert document(made(draw)).text == "\n\n".join([item] * 3)


def test_a_table_is_read_row_by_row() -> None:
    def draw(canvas: Canvas) -> None:
        for i, row in enumerate((("Town", "Killed"), ("Alpha", "12"), ("Beta", "7"), ("Gamma", "30"))):
            lines(canvas, row[:1], 72, 700 - 14 * i)
            lines(canvas, row[1:], 200, 700 - 14 * i)

    assert document(made(draw)).text == "Town\tKilled\nAlpha\t12\nBeta\t7\nGamma\t30"


def test_running_heads_and_page_numbers_are_kept_and_marked() -> None:
    def draw(canvas: Canvas) -> None:
        for number in range(1, 7):
            lines(canvas, ("The Valley Post",), 72, 800, size=9)
            lines(canvas, (f"This is what page {number} says",), 72, 600 + number)
            if number > 1:
                lines(canvas, (f"- {number} -",), 290, 30, size=9)
            canvas.showPage()

    found = document(made(draw))
    marked = [(found.text[mark.span.start : mark.span.end], mark.kind, mark.reason) for mark in found.marks]
    head = ("The Valley Post", "header", "same line at the head of 6 of 6 pages")
    assert [item for item in marked if item == head] == [head] * 6
    assert [item[0] for item in marked if item != head] == [f"- {number} -" for number in range(2, 7)]
    assert marked[-1][2] == "same line at the foot of 5 of 6 pages"
    assert found.text.startswith(
        "The Valley Post\n\nThis is what page 1 says\n\nThe Valley Post\n\nThis is what page 2"
    )


def test_a_line_in_the_middle_of_pages_is_no_running_head() -> None:
    def draw(canvas: Canvas) -> None:
        for _ in range(4):
            lines(canvas, ("The same line on every page",), 72, 420)
            canvas.showPage()

    assert document(made(draw)).marks == ()


def test_type_size_is_that_which_is_seen() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, LEFT, 72, 700)
        canvas.scale(2, 2)
        lines(canvas, RIGHT, 36, 350 - 4 * 7, size=5.5, leading=7)

    assert document(made(draw)).text == "\n".join(LEFT + RIGHT)


def test_text_that_is_turned_follows_the_page() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rotate(90)
        lines(canvas, ("Archive copy",), 300, -40)
        canvas.rotate(-90)
        lines(canvas, LEFT, 72, 700)

    assert document(made(draw)).text == "\n".join(LEFT) + "\n\nArchive copy"


def by_hand(text: str) -> bytes:
    """Return a PDF whose font has a map to Unicode, as fonts of other scripts have: code n is the n-th character."""
    stream = f"BT /F 12 Tf 72 700 Td <{''.join(f'{i + 1:02x}' for i in range(len(text)))}> Tj ET"
    pairs = "".join(f"<{i + 1:02x}> <{char.encode('utf-16-be').hex()}>\n" for i, char in enumerate(text))
    table = (
        "/CIDInit /ProcSet findresource begin begincmap /CMapName /X def 1 begincodespacerange <00> <ff>"
        f" endcodespacerange {len(text)} beginbfchar\n{pairs}endbfchar endcmap end"
    )
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        " /Resources << /Font << /F 5 0 R >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /ToUnicode 6 0 R >>",
        f"<< /Length {len(table)} >>\nstream\n{table}\nendstream",
    ]
    data = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode()
    xref = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    data += b"".join(f"{offset:010d} 00000 n \n".encode() for offset in offsets)
    return data + f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{xref}\n%%EOF\n".encode()


@pytest.mark.parametrize(
    "text", ["Переговоры о мире", "Խաղաղության բանակցություններ", "Barış görüşmeleri 😀"]
)
def test_every_script_is_read(text: str) -> None:
    assert document(by_hand(text)).text == text


@pytest.mark.parametrize("hyphen", ["\x02", "\N{SOFT HYPHEN}"])
def test_a_hyphen_at_the_end_of_a_line_is_shown_and_others_are_not(hyphen: str) -> None:
    assert document(by_hand(f"re{hyphen}con{hyphen}")).text == "recon-"


def test_a_font_without_meaning_is_told() -> None:
    found = items(by_hand("\ue001\ue002\ue003 \ue004\ue005"))
    assert [item.kind for item in found if isinstance(item, Notice)] == ["encoding"]


def test_a_pdf_with_a_password_gives_a_notice() -> None:
    (notice,) = items(made(lambda canvas: lines(canvas, LEFT, 72, 700), password="secret"))
    assert isinstance(notice, Notice)
    assert (notice.kind, notice.lost) == ("encrypted", True)


def test_a_pdf_without_text_layer_gives_a_notice() -> None:
    (notice,) = items(made(lambda canvas: canvas.rect(100, 100, 200, 200, fill=1)))
    assert isinstance(notice, Notice)
    assert (notice.kind, notice.lost) == ("no-text", True)
    assert "ocrmypdf" in notice.message


def test_a_truncated_pdf_gives_a_notice_and_what_can_be_read() -> None:
    def draw(canvas: Canvas) -> None:
        for number in range(20):
            lines(canvas, (f"What page {number} says",), 72, 500)
            canvas.showPage()

    data = made(draw)
    for end in (40, len(data) // 2, len(data) - 30):
        found = items(data[:end])
        assert [item.kind for item in found if isinstance(item, Notice)] == ["damaged"]


def test_page_properties_are_not_believed() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setTitle("Microsoft Word - final2.doc")
        canvas.setAuthor("Administrator")
        lines(canvas, LEFT, 72, 700)

    given = document(made(draw)).given
    assert (given.title, given.author, given.published) == (None, None, None)


SMALL = made(lambda canvas: lines(canvas, LEFT, 72, 700))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200), st.integers(0, len(SMALL)), st.booleans())
def test_any_bytes_give_documents_or_notices(noise: bytes, at: int, insert: bool) -> None:
    data = SMALL[:at] + noise + SMALL[at if insert else at + len(noise) :]
    found = items(data)
    assert found
    for item in found:
        if isinstance(item, Document):
            assert item.text.strip()
            item.text.encode()
            assert all(item.text[mark.span.start : mark.span.end].strip() for mark in item.marks)
