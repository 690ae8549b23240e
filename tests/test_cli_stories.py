"""`according stories` and `according story`, on a terminal and as JSON, and stories in an export."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from according import Record
from tests.test_cli import Run, objects

NEWS = {
    "en.txt": "Dockers strike in Mombasa\n\nThe Coast Herald, 3 March 2021\n\nDockers in Mombasa went on strike on "
    "Monday and 4,150 containers wait in the port of Mombasa. Kenya Ports Authority offered talks to the dockers.\n",
    "fr.txt": "Grève des dockers à Mombasa\n\nLe Courrier, 3 mars 2021\n\nLes dockers de Mombasa sont en grève "
    "depuis lundi et 4 150 conteneurs attendent dans le port de Mombasa. Kenya Ports Authority a proposé des "
    "négociations aux dockers.\n",
    "other.txt": "Snow closes schools in Oslo\n\nThe Northern Post, 3 March 2021\n\nSchools in Oslo stayed closed on "
    "Monday after a night of heavy snow. The mayor of Oslo asked parents to be patient.\n",
}


@pytest.fixture(scope="module")
def struck(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of `NEWS`: two articles tell of one strike, in two languages."""
    folder = tmp_path_factory.mktemp("struck")
    (folder / "news").mkdir()
    for name, text in NEWS.items():
        (folder / "news" / name).write_text(text, "utf-8")
    with Record.open(folder / "record.according", create=True) as record:
        record.read([str(folder / "news")])
    return folder


@pytest.fixture(autouse=True)
def beside_a_record(struck: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(struck)


def test_stories_on_a_terminal(run: Run) -> None:
    status, out, err = run("stories")
    assert (status, err) == (0, "")
    assert "Grève des dockers à Mombasa" in out
    assert "Dockers strike in Mombasa" in out
    assert "Oslo" not in out
    assert "1 story." in out
    assert "Oslo" in run("stories", "--all")[1]


def test_a_story_on_a_terminal(run: Run) -> None:
    (row,) = objects(run("stories", "--json")[1])
    status, out, _ = run("story", row["id"][:6])
    assert status == 0
    assert "title and beginning alike" in out
    assert run("story", str(row["members"][0]["number"]))[1] == out


def test_a_story_as_json(run: Run) -> None:
    (row,) = objects(run("stories", "--json")[1])
    assert row == objects(run("story", row["id"], "--json")[1])[0]
    assert [each["language"] for each in sorted(row["members"], key=lambda each: str(each["uri"]))] == [
        "en",
        "fr",
    ]
    assert {each["copy"]["kind"] for each in row["members"]} <= {"original", "translated"}


def test_no_such_story(run: Run) -> None:
    status, _, err = run("story", "nonsense")
    assert status == 1
    assert "nonsense" in err


def test_the_export_has_the_keys_of_the_contract(run: Run, tmp_path: Path) -> None:
    run("export", "--format", "jsonl", str(tmp_path))
    told, articles = (
        [json.loads(line) for line in (tmp_path / f"{kind}.jsonl").read_bytes().splitlines()]
        for kind in ("stories", "articles")
    )
    assert len(told) == 2
    for row in told:
        assert list(row)[:6] == ["id", "title", "articles", "from", "to", "origins"]
    assert {row["story"] for row in articles} == {row["id"] for row in told}
    assert all(row["origin"] for row in articles)
