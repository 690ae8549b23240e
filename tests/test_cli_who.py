"""The verbs about who is named, on a terminal and as JSON."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sqlalchemy import update

from according.store import entities, tables
from according.store.database import Database
from tests.test_cli import HOSTILE, Run, in_terminal, objects


@pytest.fixture(autouse=True)
def beside_a_record(named: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand beside a copy of the record of `tests.texts.NAMED`, under the name that verbs take without being told."""
    shutil.copy(named / "record.according", tmp_path)
    monkeypatch.chdir(tmp_path)


class TestReading:
    def test_the_terminal_shows_that_it_links_and_then_who_is_named(self, named: Path) -> None:
        shown = in_terminal("read", str(named / "news" / "four_en.txt"), "--record", "new.according").decode()
        assert "1 new article saved, linking 3 chains …" in shown
        assert "Its articles name 1 person, 2 places." in " ".join(shown.split())

    def test_json_says_so_as_well(self, run: Run, named: Path) -> None:
        events = objects(run("read", str(named / "news"), "--record", "new.according", "--json")[1])
        assert [event["event"] for event in events] == ["saved", "linking", "finished"]
        (status,) = objects(run("status", "--json")[1])
        assert events[-1]["entities"] == status["entities"]

    def test_nothing_new_is_not_linked_again(self, run: Run, named: Path) -> None:
        events = objects(run("read", str(named / "news"), "--json")[1])
        assert [event["event"] for event in events] == ["saved", "finished"]
        assert events[-1]["entities"]


class TestArticles:
    def test_status_counts_who_is_named(self, run: Run) -> None:
        assert "Named      3 persons, " in run("status")[1]

    def test_show_says_who_and_what_an_article_names(self, run: Run) -> None:
        (found,) = objects(run("entity", "Nurlan Aliyev", "--json")[1])
        number = str(found["in"][0]["number"])
        (shown,) = objects(run("show", number, "--json")[1])
        (aliyev,) = (each for each in shown["entities"] if each["entity"] == found["id"])
        assert (aliyev["kind"], aliyev["name"]) == ("person", "Nurlan Aliyev")
        assert aliyev["mentions"] == found["in"][0]["mentions"]
        lines = [line.split() for line in run("show", number)[1].splitlines()]
        assert ["Persons", "Nurlan", "Aliyev", str(len(aliyev["mentions"]))] in lines
        assert any(line[:1] == ["Places"] and "Baku" in line for line in lines)
        assert not any(line[:1] == ["Organizations"] for line in lines)


class TestEntities:
    def test_lists_who_is_named_with_all_names(self, run: Run) -> None:
        code, out, err = run("entities")
        assert (code, err) == (0, "")
        line = next(line for line in out.splitlines() if "Pachinian" in line or "Pashinyan" in line)
        assert line.split()[:2] == ["3", "person"]
        assert "names with others" in out

    def test_json(self, run: Run) -> None:
        rows = objects(run("entities", "--json")[1])
        found = {row["name"]: row for row in rows}
        assert found["Nurlan Aliyev"]["names"] == {"en": ["Aliyev", "Nurlan Aliyev"]}
        assert found["Baku"]["country"] == "AZ"
        people = objects(run("entities", "--json", "--kind", "person")[1])
        assert people == [row for row in rows if row["kind"] == "person"]
        assert objects(run("entities", "--json", "--limit", "1")[1]) == rows[:1]

    def test_nobody_is_named(self, run: Run) -> None:
        Path("text.txt").write_text(
            "Talks go on\n\nThey met and agreed on little, and will meet again soon.\n"
        )
        run("read", "text.txt", "--articles-only", "--record", "other.according")
        assert "Nobody and nothing is named." in run("entities", "--record", "other.according")[1]

    def test_kind_that_there_is_not(self, run: Run) -> None:
        assert run("entities", "--kind", "nonsense")[0] == 2


class TestEntity:
    @pytest.mark.parametrize("name", ["Nikol Pashinyan", "pachinian", "Никол Пашинян"])
    def test_shows_spellings_articles_companions(self, run: Run, name: str) -> None:
        code, out, err = run("entity", name)
        assert (code, err) == (0, "")
        for shown in ("Nikol Pachinian", "Пашинян", "prime-minister@AM", "Rencontre à Genève", "With"):
            assert shown in out

    def test_by_the_beginning_of_its_id(self, run: Run) -> None:
        row = objects(run("entity", "Baku", "--json")[1])[0]
        assert run("entity", row["id"][:8])[1] == run("entity", "Baku")[1]
        assert "40." in run("entity", "Baku")[1]

    def test_json_has_all_of_it(self, run: Run) -> None:
        (found,) = objects(run("entity", "Nurlan Aliyev", "--json")[1])
        assert {"variants", "offices", "in", "with", "may_be"} <= set(found)
        assert {"language": "en", "text": "Nurlan Aliyev", "count": 1} in found["variants"]
        (appearance,) = found["in"]
        assert appearance["uri"].endswith("four_en.txt")
        article = objects(run("show", str(appearance["number"]), "--json")[1])[0]
        for mention in appearance["mentions"]:
            start, end = (position - article["span"][0] for position in mention["span"])
            assert article["text"][start:end] == mention["text"]

    def test_nobody_by_that_name(self, run: Run) -> None:
        code, out, err = run("entity", "nobody")
        assert (code, out) == (1, "")
        assert (
            err
            == "according: Nobody and nothing is called 'nobody'. `according entities` lists who is named.\n"
        )


class TestJudging:
    def test_same_and_different(self, run: Run) -> None:
        code, out, _ = run("same", "Ilham Aliyev", "Nurlan Aliyev")
        assert (code, out) == (0, "Judged: Ilham Aliyev and Nurlan Aliyev are the same.\n")
        assert objects(run("entity", "Nurlan Aliyev", "--json")[1])[0]["articles"] == 4
        (judgement,) = objects(run("different", "Ilham Aliyev", "Nurlan Aliyev", "--json")[1])
        assert (judgement["verdict"], judgement["first"]["name"]) == ("different", "Ilham Aliyev")
        assert objects(run("entity", "Nurlan Aliyev", "--json")[1])[0]["articles"] == 1

    def test_one_name_twice_is_no_judgement(self, run: Run) -> None:
        for verb in ("same", "different"):
            code, out, err = run(verb, "Nurlan Aliyev", "nurlan aliyev")
            assert (code, out) == (1, "")
            assert "one and the same entry" in err

    def test_two_names_are_needed(self, run: Run) -> None:
        for arguments in (("same",), ("different", "Nurlan Aliyev"), ("same", "a", "b", "c")):
            assert run(*arguments)[0] == 2


@pytest.mark.parametrize("verb", ["entities", "entity x", "same x y", "different x y"])
def test_missing_record(run: Run, verb: str) -> None:
    code, out, err = run(*verb.split(), "--record", "none.according")
    assert (code, out) == (1, "")
    assert err == "according: There is no record at none.according. `according read PATH` makes one.\n"


def test_nothing_in_a_name_is_obeyed(run: Run) -> None:
    """A record in which a name, its spellings, reasons and offices are all hostile."""
    with Database(Path("record.according")) as database, database.writing() as connection:
        of = entities.entity(connection, "Nurlan Aliyev").id
        baku = entities.entity(connection, "Baku").id
        for table, values in (
            (tables.entities, {"name": HOSTILE}),
            (tables.mentions, {"text": HOSTILE, "reason": HOSTILE}),
            (tables.chains, {"name": HOSTILE, "reason": HOSTILE, "offices": '["\\u001b[2J@AZ"]'}),
            (tables.articles, {"title": HOSTILE}),
        ):
            connection.execute(update(table).values(**values))
        connection.execute(
            tables.suggestions.insert(), {"first": baku, "second": of, "score": 0.6, "reason": HOSTILE}
        )
    outputs = [
        run(*arguments)
        for arguments in (
            ("entities",),
            ("entity", of),
            ("entities", "--json"),
            ("entity", of, "--json"),
            ("show", "1"),
            ("show", "1", "--json"),
            ("entity", HOSTILE.replace("\0", "")),
            ("entity", "\x1b[2J"),
            ("same", of, baku),
        )
    ]
    assert [code for code, _, _ in outputs] == [0, 0, 0, 0, 0, 0, 1, 1, 0]
    for _, out, err in outputs:
        assert not set(out + err) & set("\x1b\x07\x9b\u202e\x00\r\x7f\U000e0041")
    assert any("[bold]no markup[/bold] :smile:" in out for _, out, _ in outputs)
