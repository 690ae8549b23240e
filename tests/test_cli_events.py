"""The verbs about what happened, on a terminal and as JSON; a codebook of one's own; and the same from Python."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from according import Record, Settings
from according.errors import NotFoundError, SettingsError
from according.record.code import code
from tests.test_cli import Run, objects
from tests.texts import FOUGHT


@pytest.fixture(autouse=True)
def beside_a_record(fought: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(fought)


class TestEvents:
    def test_only_what_is_sure(self, run: Run) -> None:
        rows = objects(run("events", "--sure", "0", "--json")[1])
        least = sorted(row["confidence"] for row in rows)[len(rows) // 2]
        kept = objects(run("events", "--sure", str(least), "--json")[1])
        assert [row["id"] for row in kept] == [row["id"] for row in rows if row["confidence"] >= least]
        assert len(objects(run("timeline", "--sure", "1", "--json")[1])) == 0

    def test_on_a_terminal(self, run: Run) -> None:
        status, out, err = run("events", "--root", "assault", "--by", "Mali")
        assert (status, err) == (0, "")
        told = " ".join(out.split())
        assert "ASSAULT" in told
        assert "shelled" in told
        assert "condemned Mali" not in " ".join(run("events", "--to", "Timbuktu")[1].split())

    def test_every_row_points_at_its_characters(self, run: Run) -> None:
        rows = objects(run("events", "--json")[1])
        assert {"ASSAULT", "ACCUSE", "AID"} <= {row["root"] for row in rows}
        for row in rows:
            written = Path(str(row["uri"])).read_text("utf-8")
            start, end = row["trigger_span"]
            assert written[start:end] == row["text"]
            start, end = row["sentence_span"]
            assert " ".join(written[start:end].split()) == row["sentence"]

    @pytest.mark.parametrize(
        ("asked", "roots"),
        [
            (("--by", "Ghana"), {"ACCUSE", "AID"}),
            (("--to", "Mali", "--status", "planned"), {"AID"}),
            (("--root", "CONSULT"), set()),
            (("--until", "2021-05-05"), {"ASSAULT"}),
            (("--limit", "1"), {"ASSAULT"}),
        ],
    )
    def test_asked_for(self, run: Run, asked: tuple[str, ...], roots: set[str]) -> None:
        assert {row["root"] for row in objects(run("events", *asked, "--json")[1])} == roots

    @pytest.mark.parametrize("asked", [("--root", "FIGHT"), ("--status", "sure"), ("--since", "soon")])
    def test_a_wrong_question(self, run: Run, asked: tuple[str, ...]) -> None:
        status, out, err = run("events", *asked)
        assert (status, out) == (2, "")
        assert asked[1] in err

    def test_nothing_of_the_kind(self, run: Run) -> None:
        assert run("events", "--by", "nobody")[1].startswith("Nothing of the kind is found.")
        assert run("timeline", "--by", "nobody")[1].startswith("Nothing of the kind is found.")


class TestTimeline:
    def test_two_languages_tell_of_one_happening(self, run: Run) -> None:
        first = objects(run("timeline", "--json")[1])[0]
        assert (first["root"], first["date"], first["told"]) == ("ASSAULT", "2021-05-05", "2021-05-06")
        assert len(first["events"]) == len(first["accounts"]) == 2
        assert {Path(each["uri"]).name for each in first["accounts"]} == set(FOUGHT)
        assert first["accounts"][1]["because"].startswith("same ASSAULT")

    def test_on_a_terminal(self, run: Run) -> None:
        status, out, err = run("timeline", "--until", "2021-05-05")
        assert (status, err) == (0, "")
        assert "2021-05-05" in out
        assert "1 happening;" in out
        assert "≤ 2021-05-06" in run("timeline")[1]

    def test_what_has_not_happened(self, run: Run) -> None:
        assert {row["status"] for row in objects(run("timeline", "--status", "planned", "--json")[1])} == {
            "planned"
        }

    def test_the_days_themselves(self, run: Run) -> None:
        rows = objects(run("timeline", "--dates", "--json")[1])
        assert "2021-05-05" in [row["value"] for row in rows]
        status, _, err = run("timeline", "--dates", "--by", "Ghana")
        assert status == 2
        assert "--dates" in err


def test_show_marks_events(run: Run) -> None:
    assert "⚑ ASSAULT" in run("show", "1")[1]
    (shown,) = objects(run("show", "1", "--json")[1])
    assert "ASSAULT" in [row["root"] for row in shown["events"]]


def test_export(run: Run, tmp_path: Path) -> None:
    assert run("export", "--format", "jsonl", str(tmp_path))[0] == 0
    rows = {
        kind: [json.loads(line) for line in (tmp_path / f"{kind}.jsonl").read_text("utf-8").splitlines()]
        for kind in ("events", "happenings", "entities", "articles")
    }
    events, entities = {row["id"] for row in rows["events"]}, {row["id"] for row in rows["entities"]}
    assert sorted(each for row in rows["happenings"] for each in row["events"]) == sorted(events)
    for row in (*rows["events"], *rows["happenings"]):
        assert {*row["source"], *row["target"], *filter(None, [row["place"]])} <= entities
    assert {each for row in rows["happenings"] for each in row["articles"]} <= {
        row["id"] for row in rows["articles"]
    }

    def test_the_foot_tells_what_is_left_out(self, run: Run) -> None:
        told = " ".join(run("timeline")[1].split())
        assert "Not listed: threatened, demanded, denied, hypothetical (--status)." in told
        assert "planned" not in told.partition("Not listed")[2].partition(".")[0]
        asked = " ".join(run("timeline", "--status", "happened")[1].split())
        assert "Not listed: ongoing, planned," in asked


class TestCode:
    def test_a_root(self, run: Run) -> None:
        status, out, err = run("code", "assault")
        assert (status, err) == (0, "")
        assert "ASSAULT" in out
        assert "drone" in out
        assert "shell" in out
        assert "--codebook" in out

    def test_a_word(self, run: Run) -> None:
        rows = objects(run("code", "shell", "--json")[1])
        assert "ASSAULT" in [row["root"] for row in rows]
        assert {word["text"].split()[0] for row in rows for word in row["words"]} == {"shell"}

    def test_a_language(self, run: Run) -> None:
        (row,) = objects(run("code", "ASSAULT", "--language", "fr", "--json")[1])
        assert row["language"] == "fr"
        assert "bombarder" in [word["text"] for word in row["words"]]

    @pytest.mark.parametrize("language", ["de", "uk", "tr", "az", "hy", "es"])
    def test_a_language_without_a_grammar_has_its_beginnings_of_words(self, run: Run, language: str) -> None:
        (row,) = objects(run("code", "ASSAULT", "--language", language, "--json")[1])
        assert row["words"]
        first = row["words"][0]["text"].split()[0]
        out = " ".join(run("code", "ASSAULT", "--language", language)[1].split())
        assert "word that begins so" in out
        assert first in out

    @pytest.mark.parametrize("word", ["angreifen", "Angriff", "griff", "griff an", "griffen … an"])
    def test_a_word_is_asked_for_where_only_its_beginning_is_known(self, run: Run, word: str) -> None:
        rows = objects(run("code", word, "--language", "de", "--json")[1])
        assert [row["root"] for row in rows] == ["ASSAULT"]
        assert len(rows[0]["words"]) < 20

    def test_an_error_says_what_to_do(self, run: Run) -> None:
        _, _, err = run("code", "flurb", "--language", "de")
        assert "'flurb' in 'de'" in err
        assert "codebook of your own" in err
        assert len(err) < 250

    @pytest.mark.parametrize("asked", [("flurb",), ("ASSAULT", "--language", "tlh"), ("",)])
    def test_what_there_is_not(self, run: Run, asked: tuple[str, ...]) -> None:
        status, out, err = run("code", *asked)
        assert (status, out) == (1, "")
        assert err.startswith("according: ")

    def test_own_words_stand_beside_ours(self, tmp_path: Path) -> None:
        own = tmp_path / "codebook.yml"
        own.write_text("en: {verbs: {ASSAULT: {drone: {S V T: [shahed]}}}}", "utf-8")
        (entry,) = code("shahed", own=own)
        assert [(word.text, word.mode) for word in entry.words] == [("shahed", "drone")]
        with pytest.raises(NotFoundError):
            code("shahed")
        own.write_text("en: [", "utf-8")
        with pytest.raises(SettingsError):
            code("shahed", own=own)


def test_own_words_are_used_and_other_ones_are_another_reading(run: Run, tmp_path: Path) -> None:
    news, own = tmp_path / "news.txt", tmp_path / "codebook.yml"
    news.write_text(
        "A day in Mali\n\nGhana painted Mali on 5 May 2021, officials in the capital said.\n", "utf-8"
    )
    own.write_text("en: {verbs: {ASSAULT: {drone: {S V T: [paint]}}}}", "utf-8")
    with Record.open(tmp_path / "r.according", create=True) as record:
        record.read([str(news)], Settings(jobs=1))
        assert "drone" not in [row.event.mode for row in record.events()]
        again = record.read([str(news)], Settings(jobs=1, codebook=own))
        assert again.unchanged == 0
        assert [(row.event.root, row.event.mode) for row in record.events(by="Ghana")] == [
            ("ASSAULT", "drone")
        ]
        assert record.read([str(news)], Settings(jobs=1, codebook=own)).unchanged == 1
        own.write_text("en: {}", "utf-8")
        assert record.read([str(news)], Settings(jobs=1, codebook=own)).unchanged == 0
    assert run("read", str(news), "--codebook", str(tmp_path / "none.yml"))[0] == 2


def test_the_same_from_python(fought: Path) -> None:
    with Record.open(fought / "record.according") as record:
        (first, *_) = record.happenings(root="ASSAULT", statuses=("happened",))
        assert first.happening.date == "2021-05-05"
        assert {row.event.root for row in record.events(by="Ghana")} == {"ACCUSE", "AID"}
        article = record.article("1").article
        assert {row.row.article for row in record.events(article=article)} == {article}


def test_a_chronology_tells_who_denies_and_seasons_as_people_say(run: Run, tmp_path: Path) -> None:
    news = tmp_path / "news.csv"
    rows = (
        "2021-05-06,en,Mali shelled Ghana on 5 May 2021.",
        "2021-05-07,en,Togo denied that Mali shelled Ghana on 5 May 2021.",
        "2021-05-07,en,Ghana and Togo signed a treaty in summer 2016.",
    )
    news.write_text("\n".join(("date,language,text", *rows)) + "\n", encoding="utf-8")
    record = ["--record", str(tmp_path / "r.according")]
    run("read", str(news), *record)
    told = " ".join(run("timeline", *record)[1].split())
    assert "denied by Togo" in told
    assert "summer 2016" in told
    assert "2016-22" not in told
