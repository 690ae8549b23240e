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


def test_agreements_are_exported_with_where_they_are_named(run: Run, tmp_path: Path) -> None:
    run("export", "--format", "jsonl", "--text", str(tmp_path))
    read = {
        name: [json.loads(line) for line in (tmp_path / f"{name}.jsonl").read_bytes().splitlines()]
        for name in ("documents", "articles", "agreements", "commitments")
    }
    texts = {each["id"]: each["text"] for each in read["documents"]}
    documents = {each["id"]: each["document"] for each in read["articles"]}
    (only,) = read["agreements"]
    assert only["date"] == "2021-03-02"
    assert len(only["mentions"]) > 1
    for mention in only["mentions"]:
        start, end = mention["span"]
        assert texts[documents[mention["article"]]][start:end] == mention["text"]
    assert all(any(name in mention["text"] for mention in only["mentions"]) for name in only["names"])
    assert only["commitments"] == [
        each["id"] for each in read["commitments"] if each["agreement_id"] == only["id"]
    ]


PACTS = {
    "a.txt": (
        "3 May 2020",
        "Ghana and Mali signed a ceasefire agreement in Kati on 3 May 2020. Under the agreement, Ghana will "
        "withdraw its troops by 10 May 2020. Togo promised to reopen the border with Niger.",
    ),
    "b.txt": (
        "8 June 2020",
        "Ghana has not withdrawn its troops from Mali. Chad pledged to release 30 prisoners.",
    ),
    "c.txt": (
        "9 July 2021",
        "Kenya and Uganda signed a peace treaty in Nairobi on 9 July 2021. They were late.",
    ),
}


@pytest.fixture
def pacts(run: Run, tmp_path: Path) -> list[str]:
    for name, (day, text) in PACTS.items():
        (tmp_path / name).write_text(
            f"Talks\nhttps://{name[0]}.example.org/1\n{day}\n\n{text}\n", encoding="utf-8"
        )
    record = ["--record", str(tmp_path / "r.according")]
    run("read", *(str(tmp_path / name) for name in PACTS), *record)
    return record


@pytest.mark.parametrize(
    ("asked", "kinds", "promised"),
    [
        ([], {"ceasefire", "treaty"}, {"Ghana", "Togo", "Chad"}),
        (["--by", "Ghana"], {"ceasefire"}, {"Ghana"}),
        (["--by", "Togo"], set(), {"Togo"}),
        (["--by", "Kenya"], {"treaty"}, set()),
        (["--since", "2021"], {"treaty"}, set()),
        (["--until", "2020-05"], {"ceasefire"}, {"Ghana", "Togo"}),
        (["--since", "2020-06", "--until", "2020"], set(), {"Chad"}),
        (["--status", "promised", "--by", "Chad"], set(), {"Chad"}),
        (["--status", "reported done"], set(), set()),
        (["--limit", "1"], {"ceasefire"}, {"Ghana", "Togo"}),
    ],
)
def test_agreements_can_be_asked_for(
    run: Run, pacts: list[str], asked: list[str], kinds: set[str], promised: set[str]
) -> None:
    found = objects(run("agreements", "--json", *asked, *pacts)[1])
    assert {each["kind"] for each in found if each["id"]} == kinds
    assert {name for each in found for one in each["commitments"] for name in one["by_names"]} == promised
    out = run("agreements", *asked, *pacts)[1]
    assert all(
        (who in out) == (who in promised or ("ceasefire" in kinds and who == "Ghana"))
        for who in ("Ghana", "Togo", "Chad")
    )


def test_reports_in_other_languages_follow_a_promise(run: Run, tmp_path: Path) -> None:
    for name, day, text in (
        (
            "a.txt",
            "3 May 2020",
            "Mali agreed to release 30 prisoners. Ghana pledged to withdraw its troops from Kumasi.",
        ),
        (
            "b.txt",
            "9 mai 2020",
            "Le Mali a libéré 30 prisonniers jeudi. Le Ghana n'a pas retiré ses troupes de Kumasi.",
        ),
    ):
        (tmp_path / name).write_text(
            f"Nouvelles\nhttps://{name}.example.org\n{day}\n\n{text}\n", encoding="utf-8"
        )
    record = ["--record", str(tmp_path / "r.according")]
    run("read", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), *record)
    (row,) = objects(run("agreements", "--json", *record)[1])
    assert {one["by_names"][0]: one["now"] for one in row["commitments"]} == {
        "Mali": "reported done",
        "Ghana": "reported broken",
    }


def test_an_outcome_is_asked_for_as_it_is_shown(run: Run, pacts: list[str], agreed: Path) -> None:
    for record in (pacts, []):
        every = [
            one for each in objects(run("agreements", "--json", *record)[1]) for one in each["commitments"]
        ]
        for status in {one["now"] for one in every}:
            found = objects(run("agreements", "--json", "--status", status, *record)[1])
            assert [one["id"] for each in found for one in each["commitments"]] == [
                one["id"] for one in every if one["now"] == status
            ]


def test_what_is_no_date_is_said(run: Run) -> None:
    status, _, err = run("agreements", "--since", "yesterday")
    assert status != 0
    assert "yesterday" in err


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
