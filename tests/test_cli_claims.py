"""The verbs about what is said, counted and dated, on a terminal and as JSON; and the same from Python."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from according import Record
from tests.test_cli import HOSTILE, Run, objects


@pytest.fixture(autouse=True)
def beside_a_record(claimed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand beside the record of `tests.texts.CLAIMED`, under the name that verbs take without being told."""
    monkeypatch.chdir(claimed)


def text(row: dict[str, object]) -> str:
    """The whole document that a row is from, as it was written."""
    return Path(str(row["uri"])).read_text("utf-8")


class TestSaid:
    def test_who_says_what(self, run: Run) -> None:
        code, out, err = run("said")
        assert (code, err) == (0, "")
        lines = [" ".join(line.split()) for line in out.splitlines()]
        assert any("Residents say 12 people had died" in line for line in lines)
        assert any("Nana Akufo-Addo promise “We will rebuild every one of them”" in line for line in lines)
        assert "5 statements, each as its source has it" in out

    def test_every_row_points_at_its_characters(self, run: Run) -> None:
        rows = objects(run("said", "--json")[1])
        assert len(rows) == 5
        for row in rows:
            start, end = row["content_span"]
            assert text(row)[start:end] == row["text"]
            assert row["text"] in row["sentence"]
            start, end = row["speaker_span"]
            assert text(row)[start:end] == row["speaker_text"]

    @pytest.mark.parametrize(
        ("asked", "found"),
        [
            (("--by", "Akufo-Addo"), 3),
            (("--by", "Croix-Rouge"), 1),
            (("--by", "residents"), 1),
            (("--about", "rebuild"), 1),
            (("--about", "Tamale"), 2),
            (("--by", "Akufo-Addo", "--about", "houses"), 1),
            (("--since", "2021-03-04"), 2),
            (("--until", "2021-03-03"), 3),
            (("--limit", "1"), 1),
        ],
    )
    def test_asked_for(self, run: Run, asked: tuple[str, ...], found: int) -> None:
        assert len(objects(run("said", *asked, "--json")[1])) == found

    def test_nothing_of_the_kind(self, run: Run) -> None:
        code, out, err = run("said", "--by", "nobody")
        assert (code, err) == (0, "")
        assert out.startswith("Nothing of the kind is found. `according entities` lists who is named")
        assert run("said", "--by", "nobody", "--json") == (0, "", "")

    @pytest.mark.parametrize("asked", [("--since", "soon"), ("--limit", "0")])
    def test_a_wrong_question(self, run: Run, asked: tuple[str, ...]) -> None:
        code, out, err = run("said", *asked)
        assert (code, out) == (2, "")
        assert asked[1] in err


class TestFigures:
    def test_the_accounts_differ_and_both_are_shown(self, run: Run) -> None:
        code, out, err = run("figures", "--of", "person")
        assert (code, err) == (0, "")
        lines = [line.split() for line in out.splitlines()]
        assert any("12" in line and "Residents" in line for line in lines)
        assert any("15" in line and "Croix-Rouge" in line for line in lines)

    def test_json(self, run: Run) -> None:
        (row,) = objects(run("figures", "--of", "houses", "--json")[1])
        assert (row["value"], row["qualifier"], row["claimant_name"]) == (40, "more than", "Nana Akufo-Addo")
        start, end = row["span"]
        assert text(row)[start:end] == row["text"]
        assert [row["value"] for row in objects(run("figures", "--by", "residents", "--json")[1])] == [12]


class TestTimeline:
    def test_days_in_order_with_who_says_so(self, run: Run) -> None:
        rows = objects(run("timeline", "--dates", "--json")[1])
        assert [row["value"] for row in rows] == ["2021-03-01", "2021-03-02", "2021-03-04"]
        assert rows[0]["speaker_name"] == "Croix-Rouge"
        assert [
            row["value"] for row in objects(run("timeline", "--dates", "--since", "2021-03-02", "--json")[1])
        ] == [
            "2021-03-02",
            "2021-03-04",
        ]

    def test_on_a_terminal(self, run: Run) -> None:
        code, out, err = run("timeline", "--dates", "--until", "2021-03-01")
        assert (code, err) == (0, "")
        assert "2021-03-01" in out
        assert "1 date, each as its source has it" in out


def test_a_time_of_day_stands_behind_its_day(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "truce.txt").write_text(
        "Truce signed\n\nThe truce began at 00:00 Moscow time on 10 November 2020, officials in the city said.\n",
        "utf-8",
    )
    assert run("read", "truce.txt")[0] == 0
    assert "2020-11-10 00:00+03:00" in run("timeline", "--dates")[1]
    assert "◷ 2020-11-10 00:00+03:00" in run("show", "1")[1]
    (row,) = (row for row in objects(run("timeline", "--dates", "--json")[1]) if row["time"])
    assert (row["value"], row["time"]) == ("2020-11-10", "00:00+03:00")
    assert run("export", "--format", "jsonl", "out")[0] == 0
    rows = [json.loads(line) for line in Path("out/dates.jsonl").read_text("utf-8").splitlines()]
    assert "00:00+03:00" in [row["time"] for row in rows]


class TestShow:
    def test_the_margins_say_who_says_something_and_which_figures_and_days(self, run: Run) -> None:
        code, out, err = run("show", "1")
        assert (code, err) == (0, "")
        for note in ("❝ Residents", "# 12 person", "◷ 2021-03-02", "(promise)"):
            assert note in out

    def test_json(self, run: Run) -> None:
        (shown,) = objects(run("show", "1", "--json")[1])
        assert [len(shown[kind]) for kind in ("statements", "figures", "dates")] == [3, 2, 1]


class TestExport:
    def test_ids_lead_from_what_is_said_to_who_says_it(self, run: Run, tmp_path: Path) -> None:
        assert run("export", "--format", "jsonl", str(tmp_path))[0] == 0
        rows = {
            kind: [json.loads(line) for line in (tmp_path / f"{kind}.jsonl").read_bytes().splitlines()]
            for kind in ("entities", "statements", "figures", "dates", "articles")
        }
        assert [len(rows[kind]) for kind in ("statements", "figures", "dates")] == [5, 3, 3]
        names = {row["id"]: row["name"] for row in rows["entities"]}
        articles = {row["id"] for row in rows["articles"]}
        speakers = [names[row["speaker"]] for row in rows["statements"] if row["speaker"]]
        assert speakers.count("Nana Akufo-Addo") == 3
        assert {
            row["article"] for kind in ("statements", "figures", "dates") for row in rows[kind]
        } == articles


def test_the_same_from_python(claimed: Path) -> None:
    with Record.open(claimed / "record.according") as record:
        (row,) = record.statements(speaker="residents")
        assert (row.speaker.entity, row.statement.text) == (None, "12 people had died")
        assert [row.figure.value for row in record.figures(of="person", claimant="Croix-Rouge")] == [15]
        assert [entry.date.value for entry in record.timeline(until="2021-03-02")] == [
            "2021-03-01",
            "2021-03-02",
        ]
        assert [entry.date.value for entry in record.shown(row.row.article.id).dates] == ["2021-03-02"]


def test_a_hostile_text_is_shown_harmless(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    story = f"News\n\nThe mayor of Tamale said that 12 people {HOSTILE} died on 3 March 2021.\n"
    Path("story.txt").write_text(story, "utf-8", newline="")
    assert run("read", "story.txt")[0] == 0
    for verb in ("said", "figures", "events", "timeline"):
        code, out, err = run(verb)
        assert (code, err) == (0, "")
        assert "\x1b[31m" not in out
        assert not any(sign in out for sign in "\x07\x9b\u202e\x00")


@pytest.fixture
def relayed(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Stand beside a record of one article, in which an agency cites a ministry."""
    monkeypatch.chdir(tmp_path)
    story = "Attack in Tamale\n\nReuters reported, citing the police, that two soldiers had been killed.\n"
    Path("story.txt").write_text(story, "utf-8", newline="")
    assert run("read", "story.txt")[0] == 0
    return run


def test_who_relays_whom(relayed: Run) -> None:
    outer, inner = sorted(objects(relayed("said", "--json")[1]), key=lambda row: row["within"] or "")
    assert (outer["speaker_name"], outer["within"], outer["via_name"]) == ("Reuters", None, None)
    assert (inner["speaker_text"], inner["within"], inner["via_name"]) == (
        "the police",
        outer["id"],
        "Reuters",
    )
    (figure,) = objects(relayed("figures", "--json")[1])
    assert figure["claimant_text"] == "the police"
    for verb in (("said",), ("show", "1")):
        assert "via Reuters" in " ".join(relayed(*verb)[1].split())
    with Record.open("record.according") as record:
        assert [row.via.name for row in record.statements(speaker="police")] == ["Reuters"]


@pytest.mark.parametrize("columns", ["40", "60", "200"])
def test_lists_fit_the_terminal(relayed: Run, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    for verb in ("said", "figures", "events", "timeline"):
        code, out, err = relayed(verb)
        assert (code, err) == (0, "")
        assert max(map(len, out.splitlines())) <= int(columns)
    assert "killed" in "".join(relayed("said")[1].split())


def test_no_word_is_broken_in_a_narrow_terminal(relayed: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for verb in ("said", "figures", "events", "timeline"):
        monkeypatch.setenv("COLUMNS", "400")
        whole = set(relayed(verb)[1].split())
        monkeypatch.setenv("COLUMNS", "40")
        told = [line for line in relayed(verb)[1].splitlines() if "…" not in line]
        assert set(" ".join(told).split()) <= whole
