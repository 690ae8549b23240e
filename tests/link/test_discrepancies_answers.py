"""Answers: what one speaker's word right behind another one's is of, in articles as agencies write them."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest

from according import Record
from according.settings import Settings

SHELLED = "Mali accused Ghana of shelling the town of Kati on Tuesday."
COUNTED = "Officials in Kati said 12 people had been killed."
CASES = {
    "bare": (f"{SHELLED} Accra denied the accusation.", ["denial"]),
    "town": (f"{SHELLED} Accra denies.", ["denial"]),
    "french": ("Le Mali a accusé le Ghana d'avoir bombardé la ville de Kati. Accra dément.", ["denial"]),
    "other": (f"{SHELLED} Ghana denied that it had closed its border posts last year.", []),
    "third": (f"{SHELLED} Nigeria denied it.", []),
    "far": (f"{SHELLED} It rained. The roads were closed. Prices rose again. Ghana denied it.", []),
    "undone": (f"{SHELLED} Ghana did not deny it.", []),
    "pointing": (f"{SHELLED} Accra put the blame on Mali.", ["blame"]),
    "weapon": (
        "Mali said an air strike by Ghana had hit the school. Ghana's army said the school was hit by a rocket "
        "fired by Mali.",
        ["blame"],
    ),
    "target": (
        "Mali said an air strike by Ghana had hit the school. Ghana's army said the school was hit by a rocket.",
        [],
    ),
    "no part": (f'{SHELLED} "We had nothing to do with the attack," Ghana\'s information minister said.', ["denial"]),
    "baseless": (f"{SHELLED} Ghana called the claim baseless.", ["denial"]),
    "people": (f"{SHELLED} Ghanaian officials deny this.", ["denial"]),
    "german": ("Mali machte Ghana für den Angriff verantwortlich. Ghana weist jede Beteiligung zurück.", ["denial"]),
    "russian": ("Мали обвинило Гану в обстреле города Кати. В Гане назвали это ложью.", ["denial"]),
    "turkish": (
        "Etiyopya, Eritre'yi Kati'ye saldırmakla suçladı. Eritre, saldırıyla ilgisi olmadığını açıkladı.",
        ["denial"],
    ),
    "spanish": ("Malí acusó a Ghana de atacar la ciudad de Kati. Ghana rechazó las acusaciones.", ["denial"]),
    "entry": (f"{SHELLED} Ghana denied visas to Malian journalists.", []),
    "offer": (f"{SHELLED} Ghana rejected a proposal for talks in Nairobi.", []),
    "offer in spanish": ("Malí acusó a Ghana de atacar la ciudad de Kati. Ghana rechazó una propuesta de diálogo.", []),
    "offer in turkish": ("Etiyopya, Eritre'yi Kati'ye saldırmakla suçladı. Eritre ateşkes teklifini reddetti.", []),
    "neither": (f"{SHELLED} Ghana neither confirmed nor denied it.", []),
    "number": (f"{COUNTED} Doctors put the number of dead at 31.", ["figure"]),
    "elsewhere": (f"{COUNTED} In a separate attack, doctors said, 31 people were killed.", []),
    "whole country": (f"{COUNTED} The ministry said 31 people had died across the country.", []),
    "one voice": (f"{COUNTED} A villager went home. Later 31 people were killed.", []),
}  # fmt: skip


@pytest.fixture(scope="module")
def differ(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[str]]:
    """The kinds of what differs within each article, all of them months apart in one record."""
    folder = tmp_path_factory.mktemp("answers")
    rows = [
        {
            "url": f"https://reports.example/{name.replace(' ', '-')}",
            "date": f"{2001 + number}-03-07",
            "text": text,
        }
        for number, (name, (text, _)) in enumerate(CASES.items())
    ]
    table = folder / "reports.jsonl"
    table.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    found: dict[str, list[str]] = {row["url"]: [] for row in rows}
    with Record.open(folder / "record.according", create=True) as record:
        record.read([str(table)], Settings(jobs=1))
        for row in record.differences():
            for url in {each.row.article.url for position in row.positions for each in position}:
                found[url or ""].append(row.discrepancy.kind)
    return {name: sorted(found[row["url"]]) for name, row in zip(CASES, rows, strict=True)}


@pytest.mark.parametrize("name", CASES)
def test_what_stands_behind_a_charge_or_a_number_answers_it(
    differ: Mapping[str, list[str]], name: str
) -> None:
    assert differ[name] == CASES[name][1]
