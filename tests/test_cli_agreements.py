"""`according agreements`, on a terminal and as JSON, and the commitments of an export."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.test_cli import Run, objects


@pytest.fixture(autouse=True)
def beside_a_record(agreed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(agreed)


def test_on_a_terminal(run: Run) -> None:
    status, out, err = run("agreements")
    assert (status, err) == (0, "")
    told = " ".join(out.split())
    assert "2021-03-02" in told
    assert "mediated by Kenya" in told
    assert "reported done: Eritrea released 40 Ethiopian prisoners" in told
    assert "Under no agreement that is named" in told


def test_articles_that_name_one_agreement_are_brought_together(run: Run) -> None:
    named, rest = objects(run("agreements", "--json")[1])
    assert (named["kind"], named["date"], len(named["articles"])) == ("ceasefire", "2021-03-02", 2)
    assert {each["article"] for each in named["mentions"]} == set(named["articles"])
    assert named["party_names"] == ["Ethiopia", "Eritrea"]
    promised, broken = named["commitments"]
    assert (promised["what"], promised["due"], promised["now"]) == (
        "release 40 Ethiopian prisoners",
        "2021-03-10",
        "reported done",
    )
    assert [each["status"] for each in promised["later"]] == ["reported done"]
    assert (broken["status"], broken["by_names"], broken["reported_name"]) == (
        "reported broken",
        ["Eritrea"],
        "Ethiopia",
    )
    assert rest["id"] is None


def test_the_export_has_the_keys_of_the_contract(run: Run, tmp_path: Path) -> None:
    run("export", "--format", "jsonl", str(tmp_path))
    rows = [json.loads(line) for line in (tmp_path / "commitments.jsonl").read_bytes().splitlines()]
    assert len(rows) == 3
    for row in rows:
        assert list(row)[:9] == ["id", "article", "span", "by", "to", "what", "agreement", "due", "status"]
    assert {row["agreement"] for row in rows} == {None, "ceasefire agreement in Nairobi on 2 March 2021"}


def test_what_is_only_mentioned_is_folded(run: Run, tmp_path: Path) -> None:
    for name, text in (
        ("a.txt", "Ghana and Mali signed a ceasefire agreement on 3 May 2020. Ghana promised to leave Kati."),
        ("b.txt", "The joint statement was long. It promised to reopen the border. They agreed to leave."),
    ):
        (tmp_path / name).write_text(f"Talks\n\n{text}\n", encoding="utf-8")
    record = ["--record", str(tmp_path / "r.according")]
    run("read", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), *record)
    told, every = (" ".join(run("agreements", *more, *record)[1].split()) for more in ([], ["--all"]))
    assert "ceasefire agreement on 3 May 2020" in told
    assert "joint statement" not in told
    assert "more of which little is told: according agreements --all" in told
    assert "joint statement" in every
    assert "They" not in every
    assert "?: leave" in every
    assert "more of which" not in every
