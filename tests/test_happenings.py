"""Happenings of articles that are read: deeds of two are not laid at one door."""

from __future__ import annotations

import json
from pathlib import Path

from according import Record

TEXTS = (
    (
        "2021-03-02",
        "The Turkish army shelled Afrin on Monday while unknown gunmen killed two police officers.",
    ),
    ("2021-03-09", "The Malian army shelled Bamako on Monday, killing two residents."),
    ("2021-03-16", "L'armée congolaise a bombardé Goma lundi, tuant deux civils."),
    ("2021-03-23", "The army of Chad said that rebels had killed several people in Faya on Monday."),
    ("2021-03-23", "The rebels of FACT said that the army of Chad killed many people in Faya on Monday."),
    ("2021-04-13", "Boko Haram killed several people in Maiduguri on Monday, police said."),
    ("2021-04-13", "The Nigerian army killed many people in Maiduguri on Monday, residents said."),
    ("2021-02-21", "Azerbaijani forces shelled Goris on 20 February 2021."),
    (
        "2021-03-10",
        "Azerbaijani forces shelled Goris again overnight, said the mayor, who took office on 20 February.",
    ),
)
ONE = [
    ["bombardé", "tuant"],
    ["killed"],
    ["killed"],
    ["killed"],
    ["killed"],
    ["killed"],
    ["killing", "shelled"],
]


def test_deeds_of_two_are_two(tmp_path: Path) -> None:
    articles = [
        json.dumps({"title": f"Report {number}", "text": text, "date": day})
        for number, (day, text) in enumerate(TEXTS)
    ]
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "news.jsonl").write_text("\n".join(articles), encoding="utf-8")
    with Record.open(str(tmp_path / "news.according"), create=True) as record:
        record.read([str(tmp_path / "news")])
        found = sorted(sorted(each.event.text for each in one.accounts) for one in record.happenings())
    assert found == sorted([*ONE, ["shelled"], ["shelled"], ["shelled"]])
