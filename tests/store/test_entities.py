from __future__ import annotations

from collections.abc import Iterable

import pytest

from according.errors import NotFoundError
from according.model import (
    Chain,
    Document,
    Findings,
    Judgement,
    Kind,
    Link,
    Location,
    Mention,
    Side,
    Span,
    Suggestion,
    content_id,
)
from according.store import entities as stored
from according.store import meant as meant_by
from according.store.database import Database
from according.store.query import ArticleFilter, articles, status
from according.store.write import Writer
from according.views import Entity
from tests.store.conftest import make_article

PASHINYAN, ALIYEV, SHUSHI = "e1e1e1aaaaaaaaaa", "e1e1e1bbbbbbbbbb", "e1e1e1cccccccccc"


def make(uri: str) -> Document:
    text = f"{uri}: Pashinyan and Aliyev met near Shushi, where the president spoke."
    return Document.make(uri, text.encode(), "text/plain", "utf-8", text)


def chain(
    document: Document,
    name: str,
    *written: str,
    kind: Kind = "person",
    language: str | None = "en",
    offices: tuple[str, ...] = (),
    location: Location | None = None,
    named: bool = True,
) -> Chain:
    """A chain of the one article of a document, with a mention for each way in which its name is written."""
    article = make_article(document).id
    id = content_id("chain", article, kind, name)
    forms = [("name" if named else "description", text) for text in written or (name,)]
    mentions = tuple(
        Mention(
            content_id("mention", id, n), article, Span(n, n + len(text)), text, kind, form, 0.9, "full name"
        )
        for n, (form, text) in enumerate(forms)
    )
    return Chain(id, article, kind, name, language, None, offices, location, named, mentions)


def write(database: Database, document: Document, chains: Iterable[Chain], run: str = "run") -> None:
    writer = Writer(database, run)
    if not writer.holds(document):
        article = make_article(document)
        writer.add(document, [(article, document.text)])
        writer.found(article.id, Findings(tuple(chains)))
    writer.commit()


def entity(id: str, name: str, kind: Kind = "person", **more: object) -> Entity:
    known = dict.fromkeys(
        ("key", "wikidata", "geonames", "latitude", "longitude", "country", "precision"), None
    )
    return Entity(
        id=id, kind=kind, name=name, **{**known, "names": (), "contested": False, "articles": 0, "mentions": 0, **more}
    )  # fmt: skip


ONE, TWO = make("1.txt"), make("2.txt")
HERE = Location(39.76, 46.75, "AZ", "town", 0.8)
CHAINS = {
    "pashinyan": chain(
        ONE, "Nikol Pashinyan", "Nikol Pashinyan", "Pashinyan", offices=("prime-minister@AM",)
    ),
    "aliyev": chain(ONE, "Ilham Aliyev", offices=("president@AZ",)),
    "shushi": chain(ONE, "Shushi", kind="place", location=HERE),
    "described": chain(ONE, "the president", named=False),
    "pachinian": chain(TWO, "Nikol Pachinian", "Nikol\nPachinian", "Pachinian", "Pachinian", language="fr"),
    "chouchi": chain(TWO, "Chouchi", kind="place", language=None),
}
ENTITIES = (
    entity(ALIYEV, "Ilham Aliyev"),
    entity(PASHINYAN, "Nikol Pashinyan", wikidata="Q7035479"),
    entity(
        SHUSHI, "Shusha", "place", contested=True, latitude=39.76, longitude=46.75, names=(("az", ("Şuşa",)),)
    ),
)
LINKS = (
    Link(CHAINS["pashinyan"].id, PASHINYAN, 0.97, "the same full name"),
    Link(CHAINS["pachinian"].id, PASHINYAN, 0.9, "sounds alike"),
    Link(CHAINS["aliyev"].id, ALIYEV, 0.97, "the same full name"),
    Link(CHAINS["shushi"].id, SHUSHI, 0.99, "known"),
    Link(CHAINS["chouchi"].id, SHUSHI, 0.99, "known"),
)
DOUBTS = (Suggestion(ALIYEV, PASHINYAN, 0.6, "both met"),)


@pytest.fixture
def linked(database: Database) -> Database:
    """A record of two articles with three entities."""
    write(database, ONE, [CHAINS[name] for name in ("pashinyan", "aliyev", "shushi", "described")])
    write(database, TWO, [CHAINS[name] for name in ("pachinian", "chouchi")])
    save(database)
    return database


def save(database: Database, of: Iterable[Entity] = ENTITIES, links: Iterable[Link] = LINKS) -> None:
    with database.writing() as connection:
        change = stored.due(connection)
        assert change is not None
        stored.save(connection, change, of, links, DOUBTS)


def test_chains_come_back_as_they_were_without_mentions(database: Database) -> None:
    write(database, ONE, [CHAINS["shushi"], CHAINS["pashinyan"], CHAINS["described"]])
    with database.reading() as connection:
        found = {each.id: each for each in stored.chains(connection)}
    assert list(found) == sorted(found)
    for name in ("shushi", "pashinyan"):
        held, was = found.pop(CHAINS[name].id), CHAINS[name]
        assert (held.name, held.kind, held.offices, held.location, held.language) == (
            was.name, was.kind, was.offices, was.location, was.language,
        )  # fmt: skip
        assert held.mentions == ()
    assert not found, "what is only described is nobody's name"


def test_entities_are_counted_and_have_all_their_names(linked: Database) -> None:
    with linked.reading() as connection:
        found = list(stored.entities(connection))
        assert [(each.name, each.articles, each.mentions) for each in found] == [
            ("Nikol Pashinyan", 2, 5),
            ("Shusha", 2, 2),
            ("Ilham Aliyev", 1, 1),
        ]
        # What is written most comes first; what is only known last.
        assert found[0].names == (
            ("fr", ("Pachinian", "Nikol Pachinian")),
            ("en", ("Nikol Pashinyan", "Pashinyan")),
        )
        assert found[1].names == (("en", ("Shushi",)), ("und", ("Chouchi",)), ("az", ("Şuşa",)))
        assert (found[0].wikidata, found[1].contested) == ("Q7035479", True)
        assert [each.id for each in stored.entities(connection, by_count=False)] == sorted(
            [PASHINYAN, ALIYEV, SHUSHI]
        )
        assert [each.id for each in stored.entities(connection, kind="person", limit=1)] == [PASHINYAN]


def test_a_list_of_any_length_is_the_same(linked: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    with linked.reading() as connection:
        whole = list(stored.entities(connection))
        for size in (1, 2):
            monkeypatch.setattr(stored, "CHUNK", size)
            assert list(stored.entities(connection)) == whole


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("nikol  pachinian", PASHINYAN),
        (" PASHINYAN ", PASHINYAN),
        ("susa", SHUSHI),  # of the knowledge, not of any article
        ("Shusha", SHUSHI),
        ("chouchi", SHUSHI),
        (ALIYEV[:7].upper(), ALIYEV),
    ],
)
def test_an_entity_is_found_by_any_of_its_names_and_by_its_id(
    linked: Database, name: str, meant: str
) -> None:
    with linked.reading() as connection:
        assert meant_by.entity(connection, name).id == meant


@pytest.mark.parametrize("name", ["", " ", "the president", "%", "_", "e1e1e", "\0", "nobody"])
def test_nobody_goes_by_that_name(linked: Database, name: str) -> None:
    with linked.reading() as connection, pytest.raises(NotFoundError, match="Nobody and nothing"):
        meant_by.entity(connection, name)


def test_a_name_of_several_names_them_all(linked: Database) -> None:
    with linked.reading() as connection, pytest.raises(NotFoundError) as several:
        meant_by.entity(connection, "e1e1e1")
    assert all(each.id in str(several.value) and each.name in str(several.value) for each in ENTITIES)


@pytest.mark.parametrize(("articles", "meant"), [(3, True), (2, False)])
def test_a_name_of_several_means_whom_most_articles_call_so(
    database: Database, articles: int, meant: bool
) -> None:
    many = [chain(make(f"{n}.txt"), "Ilham Aliyev", "Aliyev") for n in range(articles)]
    for n, held in enumerate(many):
        write(database, make(f"{n}.txt"), [held])
    other = chain(make("other.txt"), "Nurlan Aliyev", "Aliyev")
    write(database, make("other.txt"), [other])
    links = [Link(held.id, ALIYEV, 0.97, "the same full name") for held in many]
    save(
        database,
        [entity(ALIYEV, "Ilham Aliyev"), entity("e-nurlan", "Nurlan Aliyev")],
        [*links, Link(other.id, "e-nurlan", 0.97, "the same full name")],
    )
    with database.reading() as connection:
        if meant:
            assert stored.dossier(connection, "aliyev").entity.id == ALIYEV
        else:
            with pytest.raises(NotFoundError, match="can mean several"):
                stored.dossier(connection, "aliyev")
            with pytest.raises(NotFoundError, match="can mean several"):
                meant_by.sides(connection, "aliyev", "Nurlan Aliyev")


def test_the_dossier(linked: Database) -> None:
    with linked.reading() as connection:
        found = stored.dossier(connection, "Pachinian")
    assert [(variant.language, variant.text, variant.count) for variant in found.variants] == [
        ("en", "Nikol Pashinyan", 1),
        ("en", "Pashinyan", 1),
        ("fr", "Pachinian", 2),
        ("fr", "Nikol Pachinian", 1),
    ]
    assert found.offices == (("prime-minister@AM", 1),)
    assert [(each.row.uri, each.score, each.reason) for each in found.appearances] == [
        ("1.txt", 0.97, "the same full name"),
        ("2.txt", 0.9, "sounds alike"),
    ]
    assert found.appearances[0].mentions == CHAINS["pashinyan"].mentions
    assert found.appearances[1].mentions == CHAINS["pachinian"].mentions
    assert [(each.name, each.articles) for each in found.companions] == [("Shusha", 2), ("Ilham Aliyev", 1)]
    assert [(each.entity, each.score) for each in found.doubts] == [(ALIYEV, 0.6)]
    with linked.reading() as connection:
        assert [each.entity for each in stored.dossier(connection, "Ilham Aliyev").doubts] == [PASHINYAN]


def test_mentions_of_all_articles_and_of_one(linked: Database) -> None:
    with linked.reading() as connection:
        rows = list(stored.mentions(connection))
        assert {row.mention.text: row.entity for row in rows} == {
            "Nikol Pashinyan": PASHINYAN, "Pashinyan": PASHINYAN, "Ilham Aliyev": ALIYEV, "Shushi": SHUSHI,
            "the president": None, "Nikol\nPachinian": PASHINYAN, "Pachinian": PASHINYAN, "Chouchi": SHUSHI,
        }  # fmt: skip
        assert [row.mention.article for row in rows] == [CHAINS["aliyev"].article] * 5 + [
            CHAINS["chouchi"].article
        ] * 4


def test_who_and_what_one_article_names(linked: Database) -> None:
    with linked.reading() as connection:
        found = {name: stored.named_in(connection, CHAINS[name].article) for name in ("aliyev", "chouchi")}
    # The president, who is only described, is nobody in particular.
    assert found["aliyev"][0].entity == PASHINYAN
    assert {(each.entity, each.kind, each.name) for each in found["aliyev"][1:]} == {
        (ALIYEV, "person", "Ilham Aliyev"),
        (SHUSHI, "place", "Shusha"),
    }
    assert [each.mentions for each in found["chouchi"]] == [
        CHAINS["pachinian"].mentions,
        CHAINS["chouchi"].mentions,
    ]


def test_entities_at_a_glance(linked: Database) -> None:
    with linked.reading() as connection:
        assert status(connection, "", 0).entities == (("person", 2), ("place", 1))


def test_saving_again_replaces_all_of_it(linked: Database) -> None:
    write(linked, make("3.txt"), [])
    only = entity("e-new", "Nikol Pashinyan")
    save(linked, [only], [Link(CHAINS["pashinyan"].id, "e-new", 0.97, "the same full name")])
    with linked.reading() as connection:
        assert [(each.id, each.articles) for each in stored.entities(connection)] == [("e-new", 1)]
        for name in ("Aliyev", "pachinian", "susa"):
            with pytest.raises(NotFoundError):
                meant_by.entity(connection, name)
        assert {row.entity for row in stored.mentions(connection)} == {"e-new", None}


class TestDue:
    def test_linking_is_due_after_articles_and_judgements_until_it_is_done(self, database: Database) -> None:
        def due() -> bool:
            with database.reading() as connection:
                return stored.due(connection) is not None

        assert not due()
        write(database, ONE, [])
        assert due()
        save(database, [], [])
        assert not due()
        write(database, ONE, [])
        assert not due(), "it was known already"
        with database.writing() as connection:
            side = Side("A", "person", ())
            stored.judge(connection, Judgement("j", "same", side, side, "now"))
        assert due()

    def test_a_change_while_it_runs_makes_it_due_again(self, database: Database) -> None:
        write(database, ONE, [CHAINS["aliyev"]])
        with database.reading() as connection:
            seen = stored.due(connection)
        write(database, TWO, [])
        assert seen is not None
        with database.writing() as connection:
            stored.save(connection, seen, ENTITIES[:1], LINKS[2:3], ())
            assert stored.due(connection) is not None
            assert [each.name for each in stored.entities(connection)] == ["Ilham Aliyev"]

    def test_what_was_seen_later_stays(self, linked: Database) -> None:
        with linked.writing() as connection:
            stored.save(connection, 1, (), (), ())
            assert len(list(stored.entities(connection))) == 3


class TestJudgements:
    def test_they_come_back_in_order(self, linked: Database) -> None:
        made = [
            Judgement(f"j{n}", verdict, Side("Ա\n", "person", ("c1", "c2")), Side("B", "place", ()), "2021")
            for n, verdict in enumerate(("same", "different"))
        ]
        with linked.writing() as connection:
            for each in reversed(made):
                stored.judge(connection, each)
        with linked.reading() as connection:
            assert stored.judgements(connection) == made[::-1]

    def test_it_is_about_two_entities_or_what_of_one_bears_each_name(self, linked: Database) -> None:
        one, other = CHAINS["pashinyan"].id, CHAINS["pachinian"].id
        both, aliyev = tuple(sorted((one, other))), (CHAINS["aliyev"].id,)
        with linked.reading() as connection:
            assert meant_by.sides(connection, "nikol  pachinian", ALIYEV[:7]) == (
                Side("nikol pachinian", "person", both, PASHINYAN),
                Side("Ilham Aliyev", "person", aliyev, ALIYEV),
            )
            assert meant_by.sides(connection, "Nikol Pachinian", "nikol pashinyan") == (
                Side("Nikol Pachinian", "person", (other,), PASHINYAN),
                Side("nikol pashinyan", "person", (one,), PASHINYAN),
            )


def test_chains_are_replaced_and_forgotten_with_their_article(linked: Database) -> None:
    other = chain(ONE, "Ilham Aliyev")
    write(linked, ONE, [other], run="newer run")
    with linked.reading() as connection:
        assert [row.mention.text for row in stored.mentions(connection) if row.mention.article == other.article] == [
            "Ilham Aliyev"
        ]  # fmt: skip
        assert connection.exec_driver_sql("SELECT count(*) FROM mentions").scalar() == 5
    # The same bytes read to another document: what they were read to before goes.
    for uri, run in (("2.txt", "run"), ("2.txt", "newest run")):
        writer = Writer(linked, run)
        writer.start(uri, "hash")
        document = TWO if run == "run" else make("else.txt")
        document = Document.make(uri, document.original, "text/plain", "utf-8", document.text)
        if not writer.holds(document):
            writer.add(document, [(make_article(document), document.text)])
        writer.finish()
        writer.commit()
    with linked.reading() as connection:
        assert len(list(articles(connection, ArticleFilter()))) == 2
        assert {row.mention.article for row in stored.mentions(connection)} == {other.article}
        assert connection.exec_driver_sql("SELECT count(*) FROM chains").scalar() == 1


def test_one_stretch_found_twice_is_one_mention(database: Database) -> None:
    held = CHAINS["aliyev"]
    write(database, ONE, [held, held])
    with database.reading() as connection:
        assert [row.mention for row in stored.mentions(connection)] == list(held.mentions)


def test_who_is_only_described_is_linked_by_an_office_of_a_state_and_not_called_so(
    database: Database,
) -> None:
    of_state = chain(ONE, "Azerbaijani president", offices=("president@AZ",), named=False)
    write(database, ONE, [CHAINS["aliyev"], CHAINS["described"], of_state])
    with database.reading() as connection:
        assert {each.id for each in stored.chains(connection)} == {CHAINS["aliyev"].id, of_state.id}
    save(database, links=(*LINKS, Link(of_state.id, ALIYEV, 0.8, "named here")))
    with database.reading() as connection:
        assert stored.dossier(connection, ALIYEV).entity.mentions == len(CHAINS["aliyev"].mentions) + 1
        with pytest.raises(NotFoundError):
            stored.dossier(connection, "Azerbaijani president")
