"""Who and what is named: articles to entities, as a whole, through the one door."""

from __future__ import annotations

import json
import multiprocessing
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from according import Record, Settings, pipeline
from according.errors import JudgementError, NotFoundError, WorkerError
from according.language.engine import engine
from according.model import Kind, Span
from according.pipeline import WAITING, analyse, findings, readings
from according.views import Saved
from tests.conftest import REPOSITORY
from tests.texts import ANY, NAMED, plain

ALONE = Settings(jobs=1)


@pytest.fixture
def record(named: Path, tmp_path: Path) -> Iterator[Record]:
    """A copy of the record of `NAMED`, to be changed."""
    shutil.copy(named / "record.according", tmp_path)
    with Record.open(tmp_path / "record.according") as record:
        yield record


def rows(folder: Path, kind: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / f"{kind}.jsonl").read_bytes().splitlines()]


def export(record: Record, folder: Path) -> dict[str, bytes]:
    record.export(folder, format="jsonl", text=True)
    return {file.name: file.read_bytes() for file in folder.iterdir()}


class TestEntities:
    def test_one_man_under_the_names_of_three_languages(self, record: Record) -> None:
        for name in ("Nikol Pashinyan", "nikol pachinian", "Пашинян"):
            dossier = record.entity(name)
            assert dossier.entity.articles == 3
        written = {variant.text for variant in dossier.variants}
        assert {"Nikol Pashinyan", "Nikol Pachinian", "Никол Пашинян"} <= written
        assert [Path(each.row.uri).name for each in dossier.appearances] == [
            "one_en.txt",
            "three_ru.txt",
            "two_fr.txt",
        ]
        assert "prime-minister@AM" in dict(dossier.offices)
        assert "Ilham Aliyev" in {each.name for each in dossier.companions}

    def test_two_of_one_surname_are_two(self, record: Record) -> None:
        ilham, nurlan = record.entity("Ilham Aliyev").entity, record.entity("Nurlan Aliyev").entity
        assert (ilham.articles, nurlan.articles) == (3, 1)
        assert ilham.id != nurlan.id

    def test_places_lie_where_they_are(self, record: Record) -> None:
        baku = record.entity("Baku").entity
        assert (baku.kind, baku.country, baku.articles) == ("place", "AZ", 1)
        assert baku.latitude == pytest.approx(40.4, abs=0.1)
        assert baku.longitude == pytest.approx(49.9, abs=0.1)

    def test_they_are_listed_by_the_number_of_articles_and_by_kind(self, record: Record) -> None:
        found = list(record.entities())
        counts = [each.articles for each in found]
        assert counts == sorted(counts, reverse=True)
        assert min(counts) > 0
        people = list(record.entities(kind="person"))
        assert people == [each for each in found if each.kind == "person"]
        assert list(record.entities(kind="person", limit=2)) == people[:2]

    def test_the_mentions_of_an_article(self, record: Record) -> None:
        row = next(row for row in record.articles() if row.uri.endswith("one_en.txt"))
        document = record.document(row.article.document)
        found = record.shown(row.article.id).named
        assert [len(each.mentions) for each in found] == sorted([len(each.mentions) for each in found])[::-1]
        for each in found:
            entity = record.entity(each.entity).entity
            assert (each.kind, each.name) == (entity.kind, entity.name)
            spans = [mention.span for mention in each.mentions]
            assert spans == sorted(spans)
            assert [document.text[slice(*span)] for span in spans] == [m.text for m in each.mentions]
        pashinyan = record.entity("Nikol Pashinyan").entity.id
        (texts,) = ({m.text for m in each.mentions} for each in found if each.entity == pashinyan)
        assert {"Nikol Pashinyan", "Pashinyan"} <= texts

    def test_the_record_at_a_glance_counts_them_by_kind(self, record: Record) -> None:
        counts = Counter(each.kind for each in record.entities())
        assert record.status().entities == tuple(
            (kind, counts[kind]) for kind in get_args(Kind) if counts[kind]
        )
        assert counts["person"] == 3


class TestReading:
    def test_articles_only_and_then_all_is_the_same_as_all(self, named: Path, tmp_path: Path) -> None:
        with Record.open(tmp_path / "late.according", create=True) as late:
            total = late.read([str(named / "news")], Settings(articles_only=True))
            assert (total.articles, list(late.entities())) == (4, [])
            assert late.read([str(named / "news")], ALONE).articles == 4
            found = export(late, tmp_path / "late")
        with Record.open(named / "record.according") as whole:
            assert export(whole, tmp_path / "whole") == found

    def test_articles_only_takes_nothing_away_from_what_was_found(
        self, named: Path, record: Record, tmp_path: Path
    ) -> None:
        before = export(record, tmp_path / "before")
        again = named / "news" / "one_en.txt"
        (tmp_path / "copy.txt").write_bytes(again.read_bytes())
        total = record.read([str(named / "news"), str(tmp_path / "copy.txt")], Settings(articles_only=True))
        assert (total.unchanged, total.new, total.known) == (4, 0, 5)
        after = export(record, tmp_path / "after")
        assert {name: after[name] for name in ("entities.jsonl", "mentions.jsonl")} == {
            name: before[name] for name in ("entities.jsonl", "mentions.jsonl")
        }

    def test_what_is_gone_is_named_no_more(self, record: Record, tmp_path: Path) -> None:
        table = tmp_path / "t.csv"
        table.write_text(
            "first,second\n"
            "The mediator Jonas Lindqvist spoke in Oslo on Monday.,"
            "The mediator Karin Almgren spoke in Oslo on Tuesday.\n"
        )
        record.read([str(table)], Settings(jobs=1, columns=(("text", "first"),)))
        assert record.entity("Jonas Lindqvist").entity.articles == 1
        record.read([str(table)], Settings(jobs=1, columns=(("text", "second"),)))
        assert record.entity("Karin Almgren").entity.articles == 1
        with pytest.raises(NotFoundError):
            record.entity("Jonas Lindqvist")

    def test_own_actors_are_found_and_another_file_is_another_reading(
        self, record: Record, named: Path, tmp_path: Path
    ) -> None:
        actors = tmp_path / "actors.yml"
        actors.write_text(
            "persons:\n  - {name: Zorvan the Elder, variants: [the organisers], country: AZ, "
            "offices: [mayor@AZ], wikidata: Q424242}\n"
        )
        with pytest.raises(NotFoundError):
            record.entity("Zorvan the Elder")
        total = record.read([str(named / "news")], Settings(jobs=1, actors=actors))
        assert total.unchanged == 0
        found = record.entity("Zorvan the Elder")
        assert (found.entity.kind, found.entity.wikidata, found.entity.articles) == ("person", "Q424242", 1)
        assert dict(found.offices) == {"mayor@AZ": 1}
        assert [mention.text for mention in found.appearances[0].mentions] == ["the organisers"]
        assert record.read([str(named / "news")], Settings(jobs=1, actors=actors)).unchanged == 4

    def test_a_missing_model_is_told_once_an_input_until_it_is_there(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for name in ("one", "two"):
            lines = [
                json.dumps({"title": f"{name} {n}", "text": NAMED["three_ru.txt"]}, ensure_ascii=False)
                for n in range(3)
            ]
            (tmp_path / f"{name}.jsonl").write_text("\n".join(lines), "utf-8")
        (tmp_path / "three.txt").write_text(NAMED["four_en.txt"])
        paths = [str(tmp_path / name) for name in ("one.jsonl", "two.jsonl", "three.txt")]
        saved: list[Saved] = []
        with Record.open(tmp_path / "r.according", create=True) as record:
            with monkeypatch.context() as without:
                without.setitem(sys.modules, "natasha", None)  # as where it is not installed
                engine.cache_clear()
                total = record.read(paths, ALONE, progress=saved.append)
                told = list(record.notices())
                assert record.read(paths, ALONE).notices == 2
            engine.cache_clear()
            assert (total.notices, total.lost) == (2, 0)
            assert sorted(notice.uri for notice in told) == paths[:2]
            assert all(notice.kind == "model" and "natasha" in notice.message for notice in told)
            assert sorted(notice.uri for each in saved for notice in each.notices) == paths[:2]
            assert record.entity("Пашинян").entity.articles == 6, "the fallback found him, too"
            assert record.read(paths, ALONE).notices == 0
            assert list(record.notices()) == []

    def test_who_watches_sees_it_go_on(self, tmp_path: Path) -> None:
        lines = [
            json.dumps({"title": f"Day {n}", "text": NAMED["four_en.txt"]}) for n in range(2 * WAITING + 5)
        ]
        (tmp_path / "t.jsonl").write_text("\n".join(lines))
        told = [0]
        with Record.open(tmp_path / "r.according", create=True) as record:
            record.read([str(tmp_path)], ALONE, progress=lambda saved: told.append(saved.total.articles))
        assert max(after - before for before, after in pairwise(told)) <= WAITING
        assert told[-1] == 2 * WAITING + 5

    def test_longer_articles_count_for_more(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(pipeline, "LONG", 1)
        lines = [json.dumps({"title": f"Day {n}", "text": NAMED["four_en.txt"]}) for n in range(3)]
        (tmp_path / "t.jsonl").write_text("\n".join(lines))
        told: list[int] = []
        with Record.open(tmp_path / "r.according", create=True) as record:
            record.read([str(tmp_path)], ALONE, progress=lambda saved: told.append(saved.total.new))
        assert told[:3] == [1, 2, 3]

    def test_linking_is_told_of_when_there_is_something_to_link(self, named: Path, tmp_path: Path) -> None:
        told: list[int] = []
        with Record.open(tmp_path / "r.according", create=True) as record:
            news = [str(named / "news")]
            record.read(news, Settings(articles_only=True), linking=told.append)
            assert told == []
            record.read(news, ALONE, linking=told.append)
            record.read(news, ALONE, linking=told.append)
            # A chain of each article that names an entity.
            assert told == [sum(entity.articles for entity in record.entities())]

    def test_a_read_that_is_stopped_is_linked_by_the_next(self, named: Path, tmp_path: Path) -> None:
        def stop(saved: Saved) -> None:
            raise KeyboardInterrupt

        with Record.open(tmp_path / "r.according", create=True) as record:
            with pytest.raises(KeyboardInterrupt):
                record.read([str(named / "news")], ALONE, progress=stop)
            assert list(record.entities()) == []
            record.read([str(named / "news")], ALONE)
            assert record.entity("Nikol Pashinyan").entity.articles == 3

    def test_a_process_that_dies_costs_nothing_that_was_saved(self, tmp_path: Path) -> None:
        lines = [json.dumps({"title": f"Day {n}", "text": NAMED["four_en.txt"]}) for n in range(70)]
        (tmp_path / "t.jsonl").write_text("\n".join(lines))
        told: list[Saved] = []

        def kill(saved: Saved) -> None:
            told.append(saved)
            for process in multiprocessing.active_children():
                process.kill()

        with Record.open(tmp_path / "r.according", create=True) as record:
            with pytest.raises(WorkerError, match="--jobs 1"):
                record.read([str(tmp_path / "t.jsonl")], Settings(jobs=2), progress=kill)
            assert 0 < record.status().documents == told[-1].total.new < 70
            total = record.read([str(tmp_path / "t.jsonl")], ALONE)
            assert (total.new + told[-1].total.new, record.status().documents) == (70, 70)
            assert record.entity("Nurlan Aliyev").entity.articles == 70


class TestJudgements:
    def test_same_and_different_and_the_later_wins(self, record: Record) -> None:
        apart = {record.entity(name).entity.id for name in ("Ilham Aliyev", "Nurlan Aliyev")}
        record.judge("same", "Ilham Aliyev", "nurlan aliyev")
        assert record.entity("Ilham Aliyev").entity == record.entity("Nurlan Aliyev").entity
        assert record.entity("Ilham Aliyev").entity.articles == 4
        record.judge("different", "Nurlan Aliyev", "Ilham Aliyev")
        assert {record.entity(name).entity.id for name in ("Ilham Aliyev", "Nurlan Aliyev")} == apart

    def test_different_parts_two_spellings(self, record: Record) -> None:
        record.judge("different", "Nikol Pachinian", "Nikol Pashinyan")
        assert record.entity("Nikol Pachinian").entity.id != record.entity("Nikol Pashinyan").entity.id

    def test_they_hold_for_what_is_read_later_and_read_anew(
        self, record: Record, named: Path, tmp_path: Path
    ) -> None:
        judgement = record.judge("same", "Ilham Aliyev", "Nurlan Aliyev")
        assert (judgement.verdict, judgement.first.name) == ("same", "Ilham Aliyev")
        (tmp_path / "new.txt").write_text(
            "A song\n\nNurlan Aliyev sang in Sheki on Sunday, the hosts said.\n"
        )
        record.read([str(tmp_path / "new.txt")], ALONE)
        assert record.entity("Nurlan Aliyev").entity.articles == 5
        (tmp_path / "actors.yml").write_text("groups:\n  - name: the hosts\n")
        total = record.read([str(named / "news")], Settings(jobs=1, actors=tmp_path / "actors.yml"))
        assert total.new == 4, "all of it is analysed anew"
        assert record.entity("Nurlan Aliyev").entity.articles == 5

    @pytest.mark.parametrize("verdict", ["same", "different"])
    def test_one_side_is_no_judgement(self, record: Record, verdict: Any) -> None:
        id = record.entity("Nurlan Aliyev").entity.id
        for first, second in (("Nurlan Aliyev", "NURLAN  ALIYEV"), (id, id[:12])):
            with pytest.raises(JudgementError, match="one and the same"):
                record.judge(verdict, first, second)
        with pytest.raises(NotFoundError):
            record.judge(verdict, "Nurlan Aliyev", "nobody")
        assert record.entity("Nurlan Aliyev").entity.articles == 1


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The export of a record of all examples that one process has read."""
    folder = tmp_path_factory.mktemp("examples")
    with Record.open(folder / "record.according", create=True) as record:
        record.read([str(REPOSITORY / "examples")], ALONE)
        export(record, folder / "export")
    return folder / "export"


class TestExport:
    def test_every_mention_is_what_stands_in_its_article(self, examples: Path) -> None:
        texts = {row["id"]: row["text"] for row in rows(examples, "documents")}
        articles = {row["id"]: row for row in rows(examples, "articles")}
        mentions = rows(examples, "mentions")
        for row in mentions:
            article = articles[row["article"]]
            assert Span(*article["span"]).contains(Span(*row["span"]))
            assert texts[article["document"]][slice(*row["span"])] == row["text"] != ""
            assert 0 < row["confidence"] <= 1
            assert row["form"] in ("name", "description", "pronoun")
            assert row["reason"]
        assert len({row["id"] for row in mentions}) == len(mentions) > 500
        places = [(row["article"], row["span"]) for row in mentions]
        order = {id: number for number, id in enumerate(articles)}
        assert places == sorted(places, key=lambda place: (order[place[0]], place[1]))

    def test_entities_are_those_of_the_mentions(self, examples: Path) -> None:
        entities = {row["id"]: row for row in rows(examples, "entities")}
        assert list(entities) == sorted(entities)
        articles: dict[str, set[str]] = {}
        counts = dict.fromkeys(entities, 0)
        for row in rows(examples, "mentions"):
            if row["entity"] is not None:
                counts[row["entity"]] += 1
                articles.setdefault(row["entity"], set()).add(row["article"])
        assert counts == {id: row["mentions"] for id, row in entities.items()}
        assert {id: len(found) for id, found in articles.items()} == {
            id: row["articles"] for id, row in entities.items()
        }
        for row in entities.values():
            assert row["kind"] in ("person", "organization", "state", "place", "other")
            assert row["name"].strip()
            assert (row["latitude"] is None) == (row["longitude"] is None)
            assert row["names"], "every one is called something"

    def test_it_is_the_same_whatever_the_processes(self, examples: Path, tmp_path: Path) -> None:
        with Record.open(tmp_path / "record.according", create=True) as record:
            record.read([str(REPOSITORY / "examples")], Settings(jobs=2))
            found = export(record, tmp_path / "export")
        assert found == {file.name: file.read_bytes() for file in examples.iterdir()}


class TestLongArticles:
    TEXT = "Leaders meet\n\nNikol Pashinyan left Geneva on Monday. " + "Talks go on. " * 20
    """One paragraph behind a title."""

    def found(self, text: str, monkeypatch: pytest.MonkeyPatch, longest: int) -> tuple[set[str], str | None]:
        monkeypatch.setattr(analyse, "LONGEST", longest)
        (reading,) = readings(plain(text, article=Span(0, len(text))))
        found = findings(reading)
        assert found.problem is None
        return {chain.name for chain in found.chains}, found.cut

    def test_what_lies_beyond_the_longest_is_not_looked_at(self, monkeypatch: pytest.MonkeyPatch) -> None:
        text = self.TEXT + "\n\nIlham Aliyev left Geneva on Tuesday, his spokesman told reporters there.\n"
        names, cut = self.found(text, monkeypatch, 10_000)
        assert {"Nikol Pashinyan", "Ilham Aliyev"} <= names
        assert cut is None
        names, cut = self.found(text, monkeypatch, len(text) - 40)
        assert "Nikol Pashinyan" in names
        assert "Ilham Aliyev" not in names
        assert cut is not None
        assert "first" in cut

    @pytest.mark.parametrize("longest", [100, 120, 150])
    def test_of_one_long_paragraph_the_beginning_counts(
        self, monkeypatch: pytest.MonkeyPatch, longest: int
    ) -> None:
        names, cut = self.found(self.TEXT, monkeypatch, longest)
        assert "Nikol Pashinyan" in names
        assert cut is not None

    def test_the_record_says_so_and_keeps_what_was_found(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(analyse, "LONGEST", 100)
        (tmp_path / "long.txt").write_text(self.TEXT, "utf-8")
        with Record.open(tmp_path / "record.according", create=True) as record:
            total = record.read([str(tmp_path / "long.txt")], ALONE)
            assert [notice.kind for notice in record.notices()] == ["too-large"]
            assert (total.notices, total.lost) == (1, 0)
            assert record.entity("Nikol Pashinyan").entity.articles == 1


@settings(max_examples=60)
@given(ANY | st.lists(st.sampled_from([*NAMED.values(), "\n", "\u2028", "____________\n"])).map("".join))
@example("\0" * 50)
@example("Prime Minister Nikol Pashinyan\nof Armenia. " * 50)
def test_any_text_names_what_stands_in_it(text: str) -> None:
    document = plain(text)
    for reading in readings(document):
        found = findings(reading)
        assert found.problem is None
        assert len({chain.id for chain in found.chains}) == len(found.chains)
        for chain in found.chains:
            assert chain.mentions
            assert chain.named == any(mention.form == "name" for mention in chain.mentions)
            for mention in chain.mentions:
                assert document.text[slice(*mention.span)] == mention.text != ""
                assert reading.article.span.contains(mention.span)
        assert findings(reading) == found
