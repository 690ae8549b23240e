"""What a desk shows first: counts over time, searches with facets and other names, the overview, kept searches."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from according import Record
from according.errors import NotFoundError, QueryError, SettingsError
from according.store import timeline
from according.store.database import Database, sqlite
from according.store.facets import MOST_FORMS
from according.views import Facets, Sought


@pytest.fixture
def record(fought: Path, tmp_path: Path) -> Iterator[Record]:
    """A record of fights that may be changed."""
    shutil.copy(fought / "record.according", tmp_path / "record.according")
    with Record.open(tmp_path / "record.according") as opened:
        yield opened


@pytest.fixture
def people(named: Path) -> Iterator[Record]:
    with Record.open(named / "record.according") as opened:
        yield opened


class TestChronology:
    def test_everything_is_counted_and_listed_once(self, record: Record) -> None:
        density, all_of_it = record.density(), list(record.happenings())
        listed = record.chronology(limit=200)
        assert density.total == len(all_of_it) == len(listed) > 1
        assert {each.happening.id for each in listed} == {each.happening.id for each in all_of_it}
        binned = sum(count for each in density.bins for _, count in each.counts)
        assert binned + density.before + density.after + density.undated == density.total
        assert sum(count for _, count in density.roots) == density.total

    def test_what_may_have_been_on_a_day_is_found_by_it_as_on_the_map(
        self, record: Record, tmp_path: Path
    ) -> None:
        some = record.chronology(limit=1)[0].happening.id
        with closing(sqlite.connect(tmp_path / "record.according")) as connection:
            month = ("2020-10-01", "2020-10-31", some)
            connection.execute("UPDATE happenings SET earliest = ?, latest = ? WHERE id = ?", month)
            connection.execute("DELETE FROM chronicle")
            connection.commit()
        with Database(tmp_path / "record.according").writing() as writing:
            timeline.save(writing)
        within = Sought(since="2020-10-05", until="2020-10-06")
        assert [each.happening.id for each in record.chronology(within)] == [some]
        assert [each.happening.id for each in record.happenings(since="2020-10-05", until="2020-10-06")] == [
            some
        ]
        density = record.density(within)
        assert (density.total, density.before, density.after) == (1, 0, 0)
        assert [each.start for each in density.bins] == ["2020-10-05"]
        assert record.chronology(Sought(since="2020-11", until="2020-12")) == []

    def test_pages_follow_one_another(self, record: Record) -> None:
        whole = [each.happening.id for each in record.chronology(limit=200)]
        pages = [
            each.happening.id
            for at in range(0, len(whole), 2)
            for each in record.chronology(limit=2, offset=at)
        ]
        assert pages == whole

    def test_every_filter_counts_what_it_lists(self, record: Record) -> None:
        first = next(each for each in record.chronology(limit=200) if each.happening.source)
        happening, told = first.happening, first.accounts[0].row.article
        for sought in (
            Sought(root=happening.root),
            Sought(statuses=(happening.status,)),
            Sought(actor=happening.source[0]),
            Sought(language=told.language),
            Sought(place="Nowhere at all"),
            Sought(since="1999", until="2001-02-03"),
            Sought(outlet="Nobody's Paper"),
        ):
            listed = record.chronology(sought, limit=200)
            assert record.density(sought).total == len(listed), sought
        assert happening.id in {
            each.happening.id for each in record.chronology(Sought(actor=happening.source[0]), limit=200)
        }

    def test_a_short_time_is_counted_by_day(self, record: Record) -> None:
        start = record.density().bins[0].start[:7]
        years = record.density(Sought(since=f"{int(start[:4]) - 2}", until=f"{int(start[:4]) + 2}"))
        assert years.unit == "month"
        kinds = [pair for each in years.bins for pair in each.roots]
        assert kinds
        assert all(count <= dict(years.roots)[root] for root, count in kinds)
        density = record.density(Sought(since=start, until=start))
        assert density.unit == "day"
        assert all(each.start.startswith(start) and len(each.start) == 10 for each in density.bins)

    def test_what_is_no_date_is_said(self, record: Record) -> None:
        for ask in (record.density, record.chronology):
            with pytest.raises(SettingsError):
                ask(Sought(since="soon"))


class TestFind:
    def test_facets_count_what_they_would_leave(self, people: Record) -> None:
        query = "Geneva OR Genève OR Баку OR Baku"
        tally = people.tally(query)
        assert tally.total == sum(count for _, count in tally.languages) == len(people.find(query).hits)
        for language, count in tally.languages:
            only = Facets(language=language)
            hits, some = people.find(query, only).hits, people.tally(query, only)
            assert some.total == count == len(hits)
            assert some.languages == tally.languages
            assert {each.row.article.language for each in hits} == {language}

    def test_the_same_as_a_search_without_counts(self, people: Record) -> None:
        hits = people.search("Pashinyan OR Пашинян")
        assert list(people.find("Pashinyan OR Пашинян").hits) == hits
        assert list(people.find("Pashinyan OR Пашинян", limit=1, offset=1).hits) == hits[1:2]

    def test_all_names_of_somebody_are_taken_when_asked(self, people: Record) -> None:
        plain, wide = people.find("Pashinyan"), people.find("Pashinyan", names=True)
        assert (len(plain.hits), people.tally("Pashinyan").total) == (1, 1)
        assert people.tally("Pashinyan", names=True).total == len(wide.hits)
        assert {each.row.article.language for each in wide.hits} == {"en", "fr", "ru"}
        (offered,) = plain.names
        assert {"пашинян", "pachinian"} <= set(offered.forms)

    def test_the_commonest_names_of_every_script_are_taken_first(self, named: Path, tmp_path: Path) -> None:
        shutil.copy(named / "record.according", tmp_path / "record.according")
        with closing(sqlite.connect(tmp_path / "record.according")) as connection, connection:
            (id,) = connection.execute(
                "SELECT entity FROM entity_names WHERE name = 'pashinyan' LIMIT 1"
            ).fetchone()
            more = [(f"aaa{number:02}", id) for number in range(2 * MOST_FORMS)]
            connection.executemany("INSERT INTO entity_names (name, entity) VALUES (?, ?)", more)
        with Record.open(tmp_path / "record.according") as record:
            (offered,) = record.find("Pashinyan").names
        assert len(offered.forms) == MOST_FORMS
        assert {"пашинян", "pachinian"} <= set(offered.forms)

    def test_a_query_of_no_word_is_said(self, people: Record) -> None:
        with pytest.raises(QueryError):
            people.find("-")
        with pytest.raises(QueryError):
            people.tally("-")


class TestKeptSearches:
    def test_are_kept_replaced_and_forgotten(self, record: Record) -> None:
        first = record.keep_search("  Two  words ", {"q": "a"})
        again = record.keep_search("Two words", {"q": "b", "language": "fr"})
        assert record.searches() == (again,)
        assert first.id == again.id
        assert dict(again.asked) == {"q": "b", "language": "fr"}
        record.forget_search(again.id)
        assert record.searches() == ()
        with pytest.raises(NotFoundError):
            record.forget_search(again.id)

    def test_need_a_name(self, record: Record) -> None:
        with pytest.raises(QueryError):
            record.keep_search("  ", {})


def test_the_overview_counts_what_there_is(record: Record) -> None:
    overview = record.overview()
    assert overview.status == record.status()
    assert overview.happenings == len(list(record.happenings()))
    assert sum(count for _, count in overview.days) == overview.status.dated
    assert all(each.articles >= 1 for each in overview.stories)


def test_a_pair_of_whom_one_is_not_known_any_more_is_left_out(record: Record, tmp_path: Path) -> None:
    with closing(sqlite.connect(tmp_path / "record.according")) as connection, connection:
        known = connection.execute("SELECT id FROM entities ORDER BY id LIMIT 2").fetchall()
        (one,), (other,) = known
        connection.execute("DELETE FROM suggestions")
        connection.executemany(
            "INSERT INTO suggestions (first, second, score, reason) VALUES (?, ?, ?, 'alike')",
            [(one, "f" * 16, 0.9), (one, other, 0.8)],
        )
    assert [(each.first, each.second) for each in record.overview().doubts] == [(one, other)]


def test_an_empty_record_has_an_overview(tmp_path: Path) -> None:
    with Record.open(tmp_path / "empty.according", create=True) as record:
        assert record.overview().stories == ()
        assert record.density().total == 0
        assert record.chronology() == []
