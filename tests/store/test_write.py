from __future__ import annotations

import zlib

from according.model import Document, Given, Mark, Notice, Span
from according.store import rows, tables
from according.store.batch import BATCH_CHARACTERS, BATCH_DOCUMENTS
from according.store.database import Database
from according.store.query import ArticleFilter, articles, document, documents, notices
from according.store.search import search
from according.store.write import Writer
from tests.store.conftest import Save, make_article


def make(text: str, uri: str = "a.txt", given: Given = Given()) -> Document:
    return Document.make(uri, text.encode(), "text/plain", "utf-8", text, given)


def test_a_document_comes_back_as_it_was(database: Database) -> None:
    original = Document.make(
        "a.html",
        b"\xff\x00bytes",
        "text/html",
        "latin-1",
        "Título\n\0text\u202e𝔘",
        Given(title="Título", published="2021-01-15"),
        Span(0, 6),
        (Mark(Span(7, 9), "share", "says “share”"),),
    )
    writer = Writer(database, "run")
    writer.add(original, [])
    writer.holds(original)
    writer.commit()
    with database.reading() as connection:
        assert document(connection, original.id) == original


def test_an_article_comes_back_as_it_was(database: Database) -> None:
    held = make("Title\nText")
    article = make_article(
        held,
        title="Title",
        title_span=Span(0, 5),
        outlet="O",
        translated=True,
        translated_from="tr",
        marks=(Mark(Span(6, 8), "advert", "r"),),
    )
    writer = Writer(database, "run")
    writer.holds(held)
    writer.add(held, [(article, "Text")])
    writer.commit()
    with database.reading() as connection:
        assert [row.article for row in articles(connection, ArticleFilter())] == [article]


def test_same_content_at_two_paths_is_one_document_under_the_smaller(database: Database, save: Save) -> None:
    save("same", "b.txt")
    save("same", "a.txt")
    save("same", "c.txt")
    with database.reading() as connection:
        assert [row.uri for row in documents(connection, with_text=False)] == ["a.txt"]
        assert connection.exec_driver_sql("SELECT count(*) FROM locations").scalar() == 3
        assert connection.exec_driver_sql("SELECT count(*) FROM originals").scalar() == 1


def test_a_file_that_lies_there_goes_before_its_copies_in_archives(database: Database, save: Save) -> None:
    for uri in ("a.zip!/b.zip!/c.txt", "b.zip!/c.txt", "z.txt", "a.zip!/c.txt"):
        save("same", uri)
    with database.reading() as connection:
        assert [row.uri for row in documents(connection, with_text=False)] == ["z.txt"]


def test_same_content_twice_in_one_batch(database: Database) -> None:
    writer = Writer(database, "run")
    for uri in ("b.txt", "a.txt"):
        held = make("same", uri)
        if not writer.holds(held):
            writer.add(held, [(make_article(held), "same")])
    total = writer.commit().total
    assert (total.new, total.known, total.articles) == (1, 1, 1)
    with database.reading() as connection:
        assert [row.uri for row in documents(connection, with_text=False)] == ["a.txt"]


def test_reading_again_writes_nothing(database: Database, save: Save) -> None:
    held = save("text")
    database.close()
    before = database.path.read_bytes()
    writer = Writer(database, "run")
    assert writer.holds(held)
    saved = writer.commit()
    database.close()
    assert saved.total.known == 1
    assert saved.documents == ()
    assert database.path.read_bytes() == before


def test_a_new_pipeline_replaces_articles_and_their_words(database: Database, save: Save) -> None:
    held = save("alpha beta", title="Alpha")
    other = save("gamma", "z.txt")
    with database.reading() as connection:
        numbers = {row.article.document: row.number for row in articles(connection, ArticleFilter())}
    writer = Writer(database, "newer run")
    assert not writer.holds(held)
    first = make_article(held, span=Span(0, 5), title="Delta")
    second = make_article(held, id="another", span=Span(6, 10))
    writer.add(held, [(first, "alpha"), (second, "beta")])
    writer.commit()
    with database.reading() as connection:
        rows_now = list(articles(connection, ArticleFilter()))
        assert [(row.article.id, row.article.title) for row in rows_now[:2]] == [
            (first.id, "Delta"),
            ("another", None),
        ]
        # Whoever noted a number finds the same article under it, and no number is given twice.
        assert rows_now[0].number == numbers[held.id]
        assert rows_now[1].number > max(numbers.values())
        assert rows_now[2].number == numbers[other.id]
        assert [hit.row.article.id for hit in search(connection, "alpha", 9)] == [first.id]
        assert [hit.row.article.id for hit in search(connection, "beta", 9)] == ["another"]


def test_what_a_container_says_does_not_depend_on_the_order_of_reading(database: Database) -> None:
    said = [make("text", "a", Given(outlet="One")), make("text", "b", Given(outlet="Two"))]
    kept = []
    for run, order in (("run 1", said), ("run 2", said[::-1])):
        for held in order:
            writer = Writer(database, run)
            if not writer.holds(held):
                writer.add(held, [(make_article(held, outlet=held.given.outlet), "text")])
            writer.commit()
        with database.reading() as connection:
            kept.append(
                (document(connection, said[0].id).given, next(articles(connection, ArticleFilter())).article)
            )
    assert kept[0] == kept[1]


def test_notices_are_those_of_the_last_read(database: Database) -> None:
    broken = Notice("a.zip!/x", "damaged", "The archive is cut short.", True)
    writer = Writer(database, "run")
    writer.start("a.zip", "hash 1")
    writer.notice(broken, "a.zip", "hash 1")
    writer.finish()
    assert writer.commit().notices == (broken,)

    again = Writer(database, "run")
    assert again.skip("a.zip", "hash 1")
    saved = again.commit()
    assert (saved.notices, saved.total.lost, saved.total.unchanged) == ((broken,), 1, 1)

    mended = Writer(database, "run")
    assert not mended.skip("a.zip", "hash 2")
    mended.start("a.zip", "hash 2")
    mended.finish()
    mended.commit()
    with database.reading() as connection:
        assert not list(notices(connection))


def test_a_place_that_could_not_be_opened_and_now_can_has_no_notice(database: Database) -> None:
    writer = Writer(database, "run")
    writer.start("news/a.txt", "hash")
    writer.finish()
    writer.commit()
    for source in ("news/a.txt", "news/sub", "newspaper", "b.txt"):
        writer.notice(Notice(source, "unreadable", "It cannot be read.", True), source)
    writer.commit()

    again = Writer(database, "run")
    assert again.skip("news/a.txt", "hash")
    assert again.commit().total.lost == 0
    with database.reading() as connection:
        assert [notice.uri for notice in notices(connection)] == ["b.txt", "news/sub", "newspaper"]
    for path, left in (("news", ["b.txt", "newspaper"]), ("/", ["b.txt", "newspaper"]), (".", [])):
        again.search(path)
        again.commit()
        with database.reading() as connection:
            assert [notice.uri for notice in notices(connection)] == left


def test_an_input_is_skipped_only_as_it_was_last_read(database: Database) -> None:
    for run in ("one mapping", "another mapping"):
        writer = Writer(database, run)
        assert not writer.skip("a.csv", "hash")
        writer.start("a.csv", "hash")
        writer.finish()
        writer.commit()
    assert Writer(database, "another mapping").skip("a.csv", "hash")
    assert not Writer(database, "one mapping").skip("a.csv", "hash")
    assert not Writer(database, "another mapping").skip("b.csv", "hash")


def test_a_batch_is_bounded_in_number_and_size(database: Database) -> None:
    many, large = Writer(database, "run"), Writer(database, "run")
    for number in range(BATCH_DOCUMENTS - 1):
        many.add(make(str(number)), [])
    fill = many.is_full
    many.add(make("last"), [])
    large.add(make("x" * BATCH_CHARACTERS), [])
    assert (fill, many.is_full, large.is_full) == (False, True, True)


def test_what_comes_while_a_closed_batch_waits_is_saved_behind_it(database: Database) -> None:
    first, second, late = (
        make("one"),
        make("two", "b.txt"),
        Notice("a.txt", "damaged", "said late", lost=False),
    )
    writer = Writer(database, "run")
    writer.holds(first)
    writer.add(first, [])
    closed = writer.close()
    assert writer.holds(make("one", "c.txt")), "it waits, and need not be read again"
    writer.holds(second)
    writer.add(second, [])
    closed.notice(late, "a.txt", "hash")
    saved = [writer.commit(), writer.commit()]
    assert [each.documents for each in saved] == [(first.id,), (second.id, first.id)]
    assert [each.notices for each in saved] == [(late,), ()]
    assert [(each.total.new, each.total.known, each.total.notices) for each in saved] == [
        (1, 0, 1),
        (2, 1, 1),
    ]


def test_originals_are_kept_byte_for_byte(database: Database, save: Save) -> None:
    held = save("tèxt")
    with database.reading() as connection:
        stored = connection.execute(tables.originals.select()).one()
    assert zlib.decompress(stored.bytes) == held.original
    assert stored.sha256 == held.sha256


def test_variant_covers_what_the_id_does_not() -> None:
    plain = make("text")
    assert rows.variant_of(plain) != rows.variant_of(make("text", given=Given(title="T")))
    assert rows.variant_of(plain) == rows.variant_of(make("text", "elsewhere.txt"))


def read_input(database: Database, run: str, sha256: str, *texts: str, source: str = "t.csv") -> None:
    writer = Writer(database, run)
    writer.start(source, sha256)
    for number, text in enumerate(texts):
        held = make(text, f"{source}!/{number}")
        if not writer.holds(held):
            writer.add(held, [(make_article(held), text)])
    writer.finish()
    writer.commit()


def texts_in(database: Database) -> list[str | None]:
    with database.reading() as connection:
        found = [row.text for row in documents(connection, with_text=True)]
        assert len(search(connection, "word", 99)) == len(found)
        assert connection.exec_driver_sql("SELECT count(*) FROM originals").scalar() == len(found)
    return found


def test_the_same_bytes_read_differently_replace_what_they_were_read_to(database: Database) -> None:
    read_input(database, "one mapping", "hash", "word a", "word b", "word c")
    read_input(database, "another mapping", "hash", "word A", "word b", "word c")
    assert texts_in(database) == ["word A", "word b", "word c"]


def test_a_run_that_finds_nothing_takes_nothing_away(database: Database) -> None:
    read_input(database, "one mapping", "hash", "word a", "word b")
    read_input(database, "a mistyped mapping", "hash")
    assert texts_in(database) == ["word a", "word b"]


def test_what_is_met_elsewhere_stays_when_it_is_replaced_here(database: Database) -> None:
    read_input(database, "one mapping", "hash", "word a", "word b")
    read_input(database, "one mapping", "hash", "word a", source="z.csv")
    read_input(database, "another mapping", "hash", "word b")
    assert texts_in(database) == ["word b", "word a"]
    with database.reading() as connection:
        assert [row.uri for row in documents(connection, with_text=False)] == ["t.csv!/0", "z.csv!/0"]


def test_documents_of_an_earlier_state_of_an_input_stay(database: Database) -> None:
    read_input(database, "one mapping", "yesterday", "word a", "word b")
    read_input(database, "one mapping", "today", "word a", "word c")
    read_input(database, "another mapping", "today", "word a", "word c")
    assert sorted(map(str, texts_in(database))) == ["word a", "word b", "word c"]
