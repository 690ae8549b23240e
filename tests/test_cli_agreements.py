"""`according agreements`, on a terminal and as JSON, and the commitments of an export."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from according import Record, Settings
from tests.test_cli import Run, objects

NEWS = {
    "first.txt": "Truce signed\n\nThe Accra Herald, 3 March 2021\n\n"
    "Ethiopia and Eritrea signed a ceasefire agreement in Nairobi on 2 March 2021, brokered by Kenya. Under the "
    "Nairobi agreement, Eritrea will release 40 Ethiopian prisoners by 10 March. "
    "Ethiopia agreed to open the Zalambessa border crossing.\n",
    "later.txt": "Prisoners freed\n\nThe Daily Post, 9 March 2021\n\n"
    "Eritrea released 40 Ethiopian prisoners on Tuesday. "
    "Ethiopia accused Eritrea of violating the Nairobi agreement of 2 March.\n",
}


@pytest.fixture(scope="module")
def agreed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("agreed")
    (folder / "news").mkdir()
    for name, text in NEWS.items():
        (folder / "news" / name).write_text(text, "utf-8")
    with Record.open(folder / "record.according", create=True) as record:
        record.read([str(folder / "news")], Settings(jobs=1))
    return folder


@pytest.fixture(autouse=True)
def beside_a_record(agreed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(agreed)
    for name in ("ACCORDING_RECORD", "COLUMNS", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)


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
    assert (named["kind"], named["date"], named["articles"]) == ("ceasefire", "2021-03-02", 2)
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
    assert {row["agreement"] for row in rows} == {None, "a ceasefire agreement in Nairobi on 2 March 2021"}
