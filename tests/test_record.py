from __future__ import annotations

import io
import subprocess
import sys
from itertools import islice, permutations
from pathlib import Path

import pytest

import according
from according import Document, Record, Settings, pipeline
from according.errors import ExportError, NotFoundError, QueryError
from according.views import Saved

ARTICLES = Settings(articles_only=True)
"""Who and what is named is looked for in tests/test_actors.py."""
NEWS = {
    "one.txt": "Talks open in Geneva\n\nThe two delegations met on Monday and agreed on an agenda for the week.\n",
    "two.txt": "Ceasefire holds\n\nObservers reported a calm night along the line of contact, for the third day.\n",
    "three.txt": "Échange de prisonniers\n\nLes deux parties ont annoncé mardi un échange, selon Erévan.\n",
}


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    for name, text in NEWS.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def export(record: Record, folder: Path) -> dict[str, bytes]:
    record.export(folder, format="jsonl", text=True)
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_reads_lists_shows_and_finds(tmp_path: Path, news: Path) -> None:
    saved: list[Saved] = []
    with Record.open(tmp_path / "r.according", create=True) as record:
        total = record.read([str(news)], ARTICLES, progress=saved.append)
        rows = list(record.articles())
        assert (total.inputs, total.new, total.known, total.articles) == (3, 3, 0, len(rows))
        assert {id for each in saved for id in each.documents} == {row.article.document for row in rows}
        assert saved[-1].total == total
        row = record.article(str(rows[0].number))
        assert row == rows[0]
        document = record.document(row.article.document)
        assert record.text(row.article) == document.text[row.article.span.start : row.article.span.end]
        assert document.original == (news / Path(document.uri).name).read_bytes()
        assert [Path(hit.row.uri).name for hit in record.search("EREVAN")] == ["three.txt"]
        assert "".join(
            document.text[line.span.start : line.span.end] for line in record.lines(document)
        ).strip()
        assert record.status().documents == 3


def test_reading_again_changes_nothing(tmp_path: Path, news: Path) -> None:
    path = tmp_path / "r.according"
    with Record.open(path, create=True) as record:
        record.read([str(news)], ARTICLES)
        before = export(record, tmp_path / "before")
    content = path.read_bytes()
    with Record.open(path, create=True) as record:
        total = record.read([str(news)], ARTICLES)
        assert (total.unchanged, total.new, total.known, total.articles) == (3, 0, 3, 0)
        assert export(record, tmp_path / "after") == before
    assert path.read_bytes() == content


def test_a_changed_file_is_a_new_document_and_the_old_one_stays(tmp_path: Path, news: Path) -> None:
    with Record.open(tmp_path / "r.according", create=True) as record:
        record.read([str(news)], ARTICLES)
        (news / "one.txt").write_text(
            "Talks end in Geneva\n\nThe delegations left on Friday without a statement.\n"
        )
        total = record.read([str(news)], ARTICLES)
        assert (total.unchanged, total.new) == (2, 1)
        assert record.status().documents == 4
        assert record.document(str(news / "one.txt")).text.startswith("Talks end")
        assert record.search("agenda")


def test_export_depends_on_the_input_alone(tmp_path: Path, news: Path) -> None:
    exports = []
    for run, names in enumerate(islice(permutations(NEWS), 3)):
        paths = [str(news / name) for name in names]
        with Record.open(tmp_path / f"{run}.according", create=True) as record:
            for path in paths:
                record.read([path], ARTICLES)
            exports.append(export(record, tmp_path / f"export {run}"))
    assert exports[0] == exports[1] == exports[2]
    assert b"\xc3\xa9change" in exports[0]["documents.jsonl"]


def test_reads_standard_input(tmp_path: Path) -> None:
    with Record.open(tmp_path / "r.according", create=True) as record:
        record.read(["-"], ARTICLES, stdin=io.BytesIO(NEWS["one.txt"].encode()))
        assert [row.uri for row in record.articles()] == ["-"]


def test_a_new_column_mapping_is_a_new_reading(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text(
        "headline,kicker,text\nFirst,Second,The delegations met on Monday and agreed on an agenda.\n"
    )
    with Record.open(tmp_path / "r.according", create=True) as record:
        titles = []
        for column in ("headline", "kicker", "headline"):
            record.read([str(table)], Settings(articles_only=True, columns=(("title", column),)))
            titles.append([row.article.title for row in record.articles()])
    assert titles == [["First"], ["Second"], ["First"]]


def test_a_mistyped_mapping_loses_nothing_and_limits_are_no_other_reading(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("title,text\nFirst,The delegations met on Monday and agreed on an agenda.\n")
    with Record.open(tmp_path / "r.according", create=True) as record:
        record.read([str(table)], ARTICLES)
        assert record.read([str(table)], Settings(articles_only=True, columns=(("text", "bdoy"),))).lost == 1
        assert [row.article.title for row in record.articles()] == ["First"]
        assert record.read([str(table)], ARTICLES).known == 1
        assert record.read([str(table)], Settings(articles_only=True, nesting=2)).unchanged == 1


def test_bad_input_is_a_notice_and_loses_no_neighbour(tmp_path: Path, news: Path) -> None:
    (news / "empty.txt").touch()
    (news / "broken.pdf").write_bytes(b"%PDF-1.4 cut short")
    with Record.open(tmp_path / "r.according", create=True) as record:
        total = record.read([str(news), str(news / "missing.txt")], ARTICLES)
        found = list(record.notices())
        assert total.new == 3
        assert total.notices == len(found) == 3
        assert {Path(notice.uri).name for notice in found} == {"empty.txt", "broken.pdf", "missing.txt"}
        assert total.lost == sum(notice.lost for notice in found)


def test_what_was_lost_and_is_back_is_no_longer_lost(
    tmp_path: Path, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with Record.open(tmp_path / "r.according", create=True) as record:
        for path in ("news/one.txt", "./news/o*.txt", str(news)):
            assert record.read([path], ARTICLES).lost == 0
            news.rename(tmp_path / "away")
            assert [record.read([path], ARTICLES).lost for _ in range(2)] == [1, 1]
            (tmp_path / "away").rename(news)
            assert record.read([path], ARTICLES).lost == 0
            assert list(record.notices()) == []


def test_a_text_that_cannot_be_split_is_kept_and_costs_no_neighbour(
    tmp_path: Path, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    split = pipeline.readings

    def mistaken(document: Document) -> tuple[pipeline.Reading, ...]:
        if document.uri.endswith("three.txt"):
            raise KeyError("a mistake that no known text brings out")
        return split(document)

    monkeypatch.setattr(pipeline, "readings", mistaken)
    with Record.open(tmp_path / "r.according", create=True) as record:
        total = record.read([str(news)], ARTICLES)
        assert (total.new, total.articles, total.notices, total.lost) == (3, 2, 1, 0)
        (notice,) = record.notices()
        assert "please report it" in notice.message
        assert record.document(notice.uri).text == NEWS["three.txt"]
        assert record.read([str(news)], ARTICLES).notices == 1


def test_a_record_among_the_news_does_not_read_itself(
    tmp_path: Path, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(news)
    with Record.open("news.db", create=True) as record:
        record.export("export", format="jsonl")
        for _ in range(2):
            total = record.read(["."], ARTICLES)
            assert (total.inputs, total.notices) == (3, 0)
            record.export("export", format="jsonl")


def test_writing_while_a_list_is_open(tmp_path: Path, news: Path) -> None:
    with Record.open(tmp_path / "r.according", create=True) as record:
        record.read([str(news / "one.txt")], ARTICLES)
        seen = []
        for row in record.articles():
            seen.append(row.uri)
            record.read([str(news)], ARTICLES)
        assert len(seen) == 1
        assert len(list(record.articles())) == 3


def test_nothing_goes_by_that_name(tmp_path: Path) -> None:
    with Record.open(tmp_path / "r.according", create=True) as record:
        with pytest.raises(NotFoundError):
            record.article("1")
        with pytest.raises(NotFoundError):
            record.document("a.txt")
        with pytest.raises(NotFoundError):
            list(record.articles(document="a.txt"))
        with pytest.raises(QueryError):
            record.search("…")


def test_export_to_where_no_folder_can_be(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with (
        Record.open(tmp_path / "r.according", create=True) as record,
        pytest.raises(ExportError, match="cannot be written"),
    ):
        record.export(tmp_path / "file" / "folder", format="jsonl")


def test_a_program_that_wants_a_noun_does_not_wait_for_a_database() -> None:
    program = "import sys, according; according.Document; print({'sqlalchemy', 'lxml'} & set(sys.modules))"
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout == "set()\n"


def test_public_names() -> None:
    assert all(getattr(according, name) for name in according.__all__)
    with pytest.raises(AttributeError, match="has no attribute 'nonsense'"):
        _ = according.nonsense
