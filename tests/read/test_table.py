"""Tables of articles: each row is one."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.read.conftest import parquet

CSV = """title,published,source,link,byline,lang,body
Talks resume,2021-01-15,The Valley Post,https://v.example/1,A. Writer,en,"They met.
They agreed."
Truce holds,"Fri, 08 Dec 2023 10:00:00 GMT",The Herald,javascript:x,,English,"It holds, mostly."
"""


@pytest.fixture(scope="module")
def thousand() -> bytes:
    """A table of a thousand articles."""
    return parquet(
        "SELECT 'Title ' || i AS headline, 'Text ' || i AS content, DATE '2021-01-01' + i::INT AS date, "
        "NULL AS url, i AS number FROM range(1000) t(i)"
    )


def test_rows_become_articles_with_what_their_columns_say(read: Any) -> None:
    outcome = read("t.csv", CSV.encode())
    first, second = outcome.documents
    assert not outcome.notices
    assert (first.uri, first.text) == ("t.csv!/row-1", "Talks resume\n\nThey met.\nThey agreed.")
    assert first.article == (0, len(first.text))
    assert (first.given.title, first.given.published, first.given.outlet) == (
        "Talks resume",
        "2021-01-15",
        "The Valley Post",
    )
    assert (first.given.author, first.given.url, first.given.language) == (
        "A. Writer",
        "https://v.example/1",
        "en",
    )
    assert (second.given.published, second.given.url, second.given.language) == ("2023-12-08", None, None)
    assert json.loads(second.original)["body"] == "It holds, mostly."


@pytest.mark.parametrize("delimiter", list(",;\t|"))
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1251"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_delimiters_encodings_and_line_ends_are_found_out(
    delimiter: str, encoding: str, end: str, read: Any
) -> None:
    text = "Стороны договорились, как сообщает министерство; встреча | обмен\tпленными"
    rows = [
        ["title", "text", "date"],
        ["Переговоры", f'"{text}"', "2021-01-15"],
        ["Обмен", f'"{text}"', "2021-01-16"],
    ]
    data = end.join(delimiter.join(row) for row in rows) + end
    outcome = read("t.csv", data.encode(encoding))
    assert outcome.texts == [f"Переговоры\n\n{text}", f"Обмен\n\n{text}"]
    assert not outcome.notices


def test_the_title_is_not_repeated(read: Any) -> None:
    (document,) = read("t.csv", b'title,text\nTalks  resume,"Talks resume\nThey met."\n').documents
    assert document.text == "Talks resume\nThey met."


def test_columns_can_be_named(read: Any) -> None:
    data = b"a,b,text\nTitle,The article.,Other\n"
    outcome = read("t.csv", data, columns=(("text", "B"), ("title", "a")))
    assert outcome.texts == ["Title\n\nThe article."]


@pytest.mark.parametrize("name", ["Full Text", "full_text", "FullText", "Article Body", "CONTENT"])
def test_usual_names_are_found_in_any_spelling(name: str, read: Any) -> None:
    assert read("t.csv", f"{name}\nThe article.\n".encode()).texts == ["The article."]


def test_a_table_without_text_says_how_to_map_it(read: Any) -> None:
    outcome = read("t.csv", b"nr;words\n1;The article.\n2;Another.\n")
    (notice,) = outcome.notices
    assert (notice.kind, notice.lost) == ("column", True)
    assert "nr, words" in notice.message
    assert "--map" in notice.message


def test_a_named_column_that_does_not_exist_is_told(read: Any) -> None:
    outcome = read("t.csv", b"text\nThe article.\n", columns=(("date", "day"),))
    assert outcome.texts == ["The article."]
    assert [(notice.kind, notice.lost) for notice in outcome.notices] == [("column", False)]


def test_rows_without_text_are_told_once(read: Any) -> None:
    outcome = read("t.csv", b"title,text\n" + b"Title,\n" * 500 + b"Title,Text\n")
    assert outcome.uris == ["t.csv!/row-501"]
    assert outcome.kinds == ["empty"]
    assert "500" in outcome.notices[0].message


def test_rows_with_too_many_cells_are_told_once(read: Any) -> None:
    outcome = read("t.csv", b"title,text\nA,They met, and agreed.\nB,Text\nC,One, two\n")
    assert len(outcome.documents) == 3
    assert outcome.kinds == ["damaged"]
    assert "row 1, 3" in outcome.notices[0].message


def test_a_stray_quote_does_not_swallow_the_rows_behind_it(read: Any) -> None:
    outcome = read("t.csv", b'title,text\nA,One\nB,"Two\nC,Three\nD,Four\n')
    assert outcome.texts == ["A\n\nOne", "C\n\nThree", "D\n\nFour"]
    assert [(notice.uri, notice.kind) for notice in outcome.notices] == [("t.csv!/row-2", "damaged")]


def test_a_table_that_breaks_off_in_a_text_keeps_it(read: Any) -> None:
    outcome = read("t.csv", b'title,text\nA,One\nB,"Two\nmore\nand m')
    assert outcome.texts == ["A\n\nOne", "B\n\nTwo\nmore\nand m"]
    assert [(notice.kind, notice.lost) for notice in outcome.notices] == [("damaged", False)]


def test_endless_open_quotes_are_given_up(read: Any) -> None:
    outcome = read("t.csv", b"title,text\n" + b'a","b\n' * 2000, document_bytes=1000)
    assert len(outcome.notices) < 50


@pytest.mark.parametrize("name", ["t.csv", "t.jsonl"])
def test_a_giant_row_is_told_and_its_neighbours_are_read(name: str, read: Any) -> None:
    giant = "word " * 1000
    rows = ["One", giant, "Two"]
    data = (
        "text\n" + "\n".join(rows)
        if name == "t.csv"
        else "\n".join(json.dumps({"text": row}) for row in rows)
    )
    outcome = read(name, data.encode(), document_bytes=1000)
    assert outcome.texts == ["One", "Two"]
    assert [(notice.uri, notice.kind) for notice in outcome.notices] == [(f"{name}!/row-2", "too-large")]


def test_json_lines_keep_the_line_as_the_original(read: Any) -> None:
    lines = [
        '{"title": "Talks",  "body": "They met."}',
        '{"body": "caf\\u00e9", "authors": ["A", {"name": "B"}]}',
    ]
    outcome = read("t.jsonl", "\r\n".join(lines).encode())
    assert [document.original.decode() for document in outcome.documents] == lines
    assert outcome.texts == ["Talks\n\nThey met.", "café"]
    assert outcome.documents[1].given.author == "A, B"


def test_broken_json_lines_are_told_one_by_one(read: Any) -> None:
    outcome = read(
        "t.jsonl", b'{"text": "One"}\n{"text": \n\n["Two"]\n' + b"[" * 100_000 + b'\n{"text": "Three"}'
    )
    assert outcome.texts == ["One", "Three"]
    assert [(notice.uri, notice.kind) for notice in outcome.notices] == [
        ("t.jsonl!/row-2", "damaged"),
        ("t.jsonl!/row-4", "damaged"),
        ("t.jsonl!/row-5", "damaged"),
    ]


def test_broken_lines_do_not_flood(read: Any) -> None:
    outcome = read("t.jsonl", b"{\n" * 5000)
    assert len(outcome.notices) <= 101


def test_lone_surrogates_are_replaced(read: Any) -> None:
    (document,) = read("t.jsonl", b'{"text": "a \\ud800 b \\ud83d\\ude00", "title": "\\udfff"}').documents
    assert document.text == "\ufffd\n\na \ufffd b 😀"


@pytest.mark.parametrize(
    "data", ['[{"text": "One"}, {"text": "Two"}]', '[\n{"text":"One"},\n{"text":"Two"}\n]']
)
def test_a_json_array_is_a_table(data: str, read: Any) -> None:
    outcome = read("t.json", data.encode())
    assert outcome.texts == ["One", "Two"]
    assert outcome.uris == ["t.json!/row-1", "t.json!/row-2"]


def test_a_json_object_is_one_row(read: Any) -> None:
    assert (
        read("t.json", b'{\n "text": "One",\n "date": 1702071000\n}').documents[0].given.published
        == "2023-12-08"
    )


@pytest.mark.parametrize("data", [b'[{"text": "One"}, {"te', b"[" * 100_000, b'{"text": NaN', b"[1, 2"])
def test_broken_json_is_told(data: bytes, read: Any) -> None:
    assert read("t.json", data).kinds == ["damaged"]


def test_parquet_is_read(thousand: bytes, read: Any) -> None:
    outcome = read("t.parquet", thousand)
    assert len(outcome.documents) == 1000
    assert outcome.documents[999].text == "Title 999\n\nText 999"
    assert outcome.documents[2].given.published == "2021-01-03"
    assert outcome.documents[2].uri == "t.parquet!/row-3"
    assert json.loads(outcome.documents[2].original)["number"] == 2
    assert not outcome.notices


@pytest.mark.parametrize("cut", [4, 100, 2000, -1])
def test_broken_parquet_is_told(thousand: bytes, cut: int, read: Any) -> None:
    outcome = read("t.parquet", thousand[:cut])
    assert (outcome.documents, outcome.kinds) == ([], ["damaged"])
    assert "/" not in outcome.notices[0].message


def test_a_header_alone_is_empty(read: Any) -> None:
    assert read("t.csv", b"title,text\n").kinds == ["empty"]


def test_the_same_table_gives_the_same_documents(thousand: bytes, read: Any) -> None:
    for name, data in (("t.csv", CSV.encode()), ("t.parquet", thousand)):
        assert read(name, data).documents == read(name, data).documents


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.binary(max_size=200) | st.text(alphabet='",;|\n\r\0ab', max_size=200).map(str.encode),
    name=st.sampled_from(["t.csv", "t.tsv", "t.jsonl"]),
)
def test_no_table_raises(data: bytes, name: str, read: Any) -> None:
    outcome = read(name, b"title,text\n" + data, document_bytes=60)
    assert all("damaged beyond" not in notice.message for notice in outcome.notices)
    for document in outcome.documents:
        document.text.encode()


@pytest.mark.parametrize("delimiter", [";", "|", "\t"])
def test_a_line_that_states_the_delimiter_is_followed_and_skipped(delimiter: str, read: Any) -> None:
    rows = f"sep={delimiter}\r\ntitle{delimiter}text\r\nTalks, resumed, again{delimiter}They, both, met.\r\n"
    assert read("t.csv", rows.encode()).texts == ["Talks, resumed, again\n\nThey, both, met."]


@pytest.mark.parametrize(
    "header",
    [
        "Titre,Texte,Date,Source,Auteur,Lien",
        "Заголовок,Текст,Дата публикации,Источник,Автор,Ссылка",
        "BAŞLIK,Metin,Tarih,Kaynak,Yazar,Bağlantı",
        "Título,Texto,Fecha,Fuente,Autor,Enlace",
        "Titel,Inhalt,Datum,Quelle,Autor,Link",
    ],
)
def test_columns_may_be_named_in_other_languages(header: str, read: Any) -> None:
    table = f"{header}\nTalks resume,They met.,2021-01-15,The Valley Post,A. Writer,https://v.example/1\n"
    (document,) = read("t.csv", table.encode()).documents
    said = document.given
    assert document.text == "Talks resume\n\nThey met."
    assert (said.published, said.outlet, said.author, said.url) == (
        "2021-01-15",
        "The Valley Post",
        "A. Writer",
        "https://v.example/1",
    )


@pytest.mark.parametrize("indent", [None, 1])
def test_the_only_list_of_objects_in_an_object_is_the_table(indent: int | None, read: Any) -> None:
    articles = [
        {"source": {"id": None, "name": "The Valley Post"}, "title": f"Talks {i}", "content": "They met."}
        for i in range(2)
    ]
    data = json.dumps({"status": "ok", "totalResults": 2, "articles": articles}, indent=indent)
    first, second = read("t.json", data.encode()).documents
    assert (first.uri, first.text, first.given.outlet) == (
        "t.json!/row-1",
        "Talks 0\n\nThey met.",
        "The Valley Post",
    )
    assert second.text == "Talks 1\n\nThey met."


def test_an_object_with_a_text_is_not_unwrapped(read: Any) -> None:
    data = json.dumps({"text": "They met.", "author": [{"name": "A. Writer"}]})
    (document,) = read("t.json", data.encode()).documents
    assert (document.text, document.given.author) == ("They met.", "A. Writer")


def test_the_column_of_the_longest_cells_is_proposed_for_the_text(read: Any) -> None:
    (notice,) = read("t.csv", b"id,stuff,when\n1,They met in the border town.,2021\n").notices
    assert "--map 'text=stuff'" in notice.message
