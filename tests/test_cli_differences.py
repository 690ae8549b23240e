"""`according differences`, `accounts`, `corroboration`, `dismiss` and `confirm`; the discrepancies of an export."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from according import Record
from tests.test_cli import Run, objects

TOLD = {
    "mali.txt": "Fighting near Kati\n\nThe Bamako Post, 3 March 2021\n\nMali's defence ministry said 24 soldiers were "
    "killed near Kati on 2 March 2021.\n",
    "ghana.txt": "Clashes at Kati\n\nThe Accra Herald, 3 March 2021\n\nGhana's defence ministry said 310 soldiers were "
    "killed near Kati on 2 March 2021.\n",
}  # fmt: skip
THIRD = (
    "The battle of Kati\n\nThe Lagos Courier, 3 March 2021\n\nNigeria's defence ministry said 310 soldiers were killed "
    "near Kati on 2 March 2021.\n"
)


@pytest.fixture(scope="module")
def differed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of two accounts that differ, and the folder `news` beside it."""
    folder = tmp_path_factory.mktemp("differed")
    (folder / "news").mkdir()
    for name, text in TOLD.items():
        (folder / "news" / name).write_text(text, "utf-8")
    with Record.open(folder / "record.according", create=True) as record:
        record.read([str(folder / "news")])
    return folder


@pytest.fixture(autouse=True)
def beside_a_record(differed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(differed, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)


def test_a_difference_in_a_line(run: Run) -> None:
    status, out, err = run("differences")
    assert (status, err) == (0, "")
    told = " ".join(out.split())
    assert "How many soldiers were killed in Kati (2021-03-02)" in told
    assert "24 soldiers B Defence Ministry of Ghana: 310 soldiers" in told or (
        "310 soldiers B Defence Ministry of Mali: 24 soldiers" in told
    )


def test_positions_side_by_side(run: Run) -> None:
    told = " ".join(run("accounts", "1")[1].split())
    assert "“Mali's defence ministry said 24 soldiers were killed near Kati on 2 March 2021.”" in told
    assert "“Ghana's defence ministry said 310 soldiers were killed near Kati on 2 March 2021.”" in told
    assert "2021-03-03 · original" in told


def test_as_json(run: Run) -> None:
    (one,) = objects(run("differences", "--json")[1])
    assert (one["kind"], one["series"], one["verdict"]) == ("figure", False, None)
    assert {each["claimant_name"] for each in one["accounts"]} == {
        "Defence Ministry of Mali", "Defence Ministry of Ghana",
    }  # fmt: skip
    assert {each["says"] for each in one["accounts"]} == {"24 soldiers", "310 soldiers"}
    assert {each["position"] for each in one["accounts"]} == {0, 1}
    assert objects(run("differences", "--json", "--kind", "blame")[1]) == []


def test_the_export_has_the_keys_of_the_contract(run: Run, tmp_path: Path) -> None:
    run("export", "--format", "jsonl", str(tmp_path / "out"))
    (row,) = (json.loads(line) for line in (tmp_path / "out/discrepancies.jsonl").read_bytes().splitlines())
    assert list(row)[:4] == ["id", "kind", "about", "accounts"]
    assert list(row["accounts"][0])[:4] == ["article", "span", "says", "claimant"]
    texts = {path.name: path.read_text("utf-8") for path in (tmp_path / "news").iterdir()}
    for each in row["accounts"]:
        start, stop = each["span"]
        assert any(text[start:stop] == each["says"] for text in texts.values())


def test_what_is_dismissed_stays_so_when_it_is_read_again_and_others_join(run: Run, tmp_path: Path) -> None:
    (one,) = objects(run("differences", "--json")[1])
    assert "Dismissed" in run("dismiss", one["id"][:12])[1]
    assert "No accounts differ" in " ".join(run("differences")[1].split() + run("differences")[2].split())
    (tmp_path / "news" / "third.txt").write_text(THIRD, "utf-8")
    run("read", "news")
    assert objects(run("differences", "--json")[1]) == []
    (now,) = objects(run("differences", "--json", "--all")[1])
    assert (len(now["accounts"]), now["verdict"]) == (3, "dismiss")
    assert now["id"] != one["id"]
    run("confirm", now["id"])
    (confirmed,) = objects(run("differences", "--json")[1])
    assert confirmed["verdict"] == "confirm"


def test_a_verdict_is_on_the_positions_that_were_seen(run: Run, tmp_path: Path) -> None:
    (one,) = objects(run("differences", "--json")[1])
    run("dismiss", one["id"].upper())
    (tmp_path / "news" / "third.txt").write_text(THIRD.replace("310", "900"), "utf-8")
    run("read", "news")
    (now,) = objects(run("differences", "--json")[1])
    assert (now["verdict"], now["partly"]) == (None, "dismiss")
    assert {each["position"] for each in now["accounts"]} == {0, 1, 2}
    assert "partly dismissed" in run("differences")[1]
    run("dismiss", now["id"])
    assert objects(run("differences", "--json")[1]) == []


def test_no_such_difference(run: Run) -> None:
    status, _, err = run("dismiss", "zzz")
    assert status == 1
    assert "No discrepancy has an id that begins with 'zzz'" in err
    assert run("corroboration", "zzz")[0] == 1


def test_a_number_of_an_article_is_no_ruling(run: Run) -> None:
    (one,) = objects(run("differences", "--json")[1])
    status, _, err = run("dismiss", one["id"][0])
    assert status == 1
    assert "at least 4 characters" in " ".join(err.split())
    assert objects(run("differences", "--json")[1]) == [one]


def test_at_most_so_many(run: Run) -> None:
    for verb in ("differences", "accounts"):
        assert len(objects(run(verb, "--json", "--limit", "1")[1])) == 1
        assert run(verb, "--limit", "0")[0] == 2


def test_accounts_of_one_difference(run: Run) -> None:
    (one,) = objects(run("differences", "--json")[1])
    assert objects(run("accounts", one["id"][:8], "--json")[1]) == [one]
    assert run("accounts", "0123456789")[0] == 1


def test_long_lines_stay_in_their_column(run: Run) -> None:
    lines = run("accounts")[1].splitlines()
    assert all(not line[:2].strip() for line in lines[1:-1])


def test_who_tells_of_a_happening_independently(run: Run) -> None:
    happening = max(
        objects(run("timeline", "--json", "--sure", "0")[1]), key=lambda each: len(each["accounts"])
    )
    (found,) = objects(run("corroboration", happening["id"], "--json")[1])
    accounts = [each for original in found["corroboration"] for each in original["accounts"]]
    assert {each["event"] for each in accounts} == set(happening["events"])
    assert len(found["corroboration"]) == found["origins"]
    told = run("corroboration", happening["events"][0])[1]
    assert "original" in told
    assert "killed near Kati" in " ".join(told.split())


def test_those_who_cite_one_ministry_are_one_voice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    told = (
        "Mali's defence ministry said that Ghana had shelled Kati on 2 March 2021, and closed the road to the capital.",
        "Ghana's army shelled Kati on 2 March 2021 for several hours, according to the defence ministry of Mali.",
        "Ghana shelled Kati on 2 March 2021. Our reporter counted nine craters in a field behind the old mill.",
    )
    for number, text in enumerate(told):
        (tmp_path / f"cited{number}.txt").write_text(
            f"Kati\n\nOutlet {number}, 3 March 2021\n\n{text}\n", "utf-8"
        )
    monkeypatch.chdir(tmp_path)
    (tmp_path / "record.according").unlink()
    run("read", *(f"cited{number}.txt" for number in range(len(told))))
    (one,) = [each for each in objects(run("timeline", "--json")[1]) if each["root"] == "ASSAULT"]
    assert (one["origins"], one["voices"]) == (3, 2)
    assert "3 originals, 3 articles, 2 voices" in run("corroboration", one["id"])[1]
