"""How documents were cut into articles, and what lies between."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according import Record
from according.errors import NotFoundError
from according.model import Span
from according.store.papers import Marks
from tests.texts import PASTED


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of a digest, a page with an advert between its paragraphs, and a file that cannot be read."""
    folder = tmp_path_factory.mktemp("papers")
    (folder / "digest.txt").write_text(PASTED, "utf-8")
    (folder / "empty.txt").write_text("", "utf-8")
    (folder / "nul.txt").write_text(f"A \0 in it\n\n{PASTED}", "utf-8")
    with Record.open(folder / "record.according", create=True) as record:
        record.read([str(folder / name) for name in ("digest.txt", "empty.txt", "nul.txt")])
    return folder / "record.according"


def test_documents_are_listed_found_and_paged(read: Path) -> None:
    with Record.open(read) as record:
        every = record.papers()
        assert [Path(each.uri).name for each in every] == ["digest.txt", "nul.txt"]
        assert record.papers(words="DIG txt") == every[:1]
        assert record.papers(words="_") == []
        assert record.papers(limit=1, offset=1) == every[1:]
        assert record.papers(noticed=True) == [each for each in every if each.notices]


def test_pieces_cover_the_text_and_pages_of_them_join(read: Path) -> None:
    with Record.open(read) as record:
        for paper in record.papers():
            text = record.document(paper.id).text
            whole = record.cut(paper.id)
            assert whole.paper == paper
            articles = [each.row.article.id for each in whole.pieces if each.row]
            assert articles == [each.article.id for each in record.articles(document=paper.id)]
            at = 0
            for piece in whole.pieces:
                assert not text[at : piece.span.start].strip()
                at = piece.span.end
                if piece.row is None:
                    assert piece.text == text[piece.span.start : piece.span.end].strip("\r\n")
            assert not text[at:].strip()
            pages = [record.cut(paper.id, limit=1, offset=number).pieces for number in range(paper.articles)]
            assert [each for page in pages for each in page] == list(whole.pieces)
            assert record.cut(paper.id, offset=99).pieces == ()


def test_there_is_something_between_articles(read: Path) -> None:
    with Record.open(read) as record:
        between = [
            each for paper in record.papers() for each in record.cut(paper.id).pieces if each.row is None
        ]
    assert any("PRESS REVIEW" in each.text for each in between)


def test_a_document_that_is_not_there_is_said(read: Path) -> None:
    with Record.open(read) as record, pytest.raises(NotFoundError):
        record.cut("none")


def test_notices_are_paged(read: Path) -> None:
    with Record.open(read) as record:
        every = list(record.notices())
        assert every
        assert list(record.notices(limit=1, offset=1)) == every[1:2]


_STRETCH = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda each: Span(each[0], sum(each)))


@given(st.lists(_STRETCH, max_size=12), _STRETCH)
def test_marks_of_a_stretch_are_found_whatever_their_order(spans: list[Span], stretch: Span) -> None:
    marks = Marks((*span, f"m{number}") for number, span in enumerate(spans))
    found = {(span, kind) for span, kind in marks.over(stretch) if span.overlap(stretch)}
    assert found == {(span, f"m{at}") for at, span in enumerate(spans) if span.overlap(stretch)}


def test_only_the_marks_of_a_stretch_are_looked_at() -> None:
    marks = Marks((at, at + 5, "menu") for at in range(0, 100_000, 10))
    assert marks.over(Span(42, 61)) == [
        (Span(40, 45), "menu"),
        (Span(50, 55), "menu"),
        (Span(60, 65), "menu"),
    ]
    assert marks.over(Span(46, 49)) == []
