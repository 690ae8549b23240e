"""Denials of what another article tells, in any language: who denies is he who is said to have done it."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest

from according import Record
from according.settings import Settings

CHARGED = "Chad accused Sudan of bombing the town of Abeche on Monday."
CASES = {
    "same words": (("en", CHARGED), ("en", "Sudan's army denied bombing Abeche."), ["denial"]),
    "french": (("en", CHARGED), ("fr", "L'armée soudanaise dément avoir bombardé Abeche."), ["denial"]),
    "spanish": (
        ("es", "Venezuela acusó al Ejército de Colombia de bombardear la localidad de Arauca."),
        ("es", "Colombia negó que su Ejército haya bombardeado Arauca."),
        ["denial"],
    ),
    "other matter": (("en", CHARGED), ("en", "Sudan denied closing its consulate in Abeche."), []),
    "other place": (("en", CHARGED), ("en", "Sudan's army denied bombing Biltine."), []),
    "third": (("en", CHARGED), ("en", "Libya denied bombing Abeche."), []),
    "undone": (("en", CHARGED), ("en", "Sudan's army did not deny bombing Abeche."), []),
}


@pytest.fixture(scope="module")
def differ(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[str]]:
    """The kinds of what differs between the two articles of each case, all of them years apart in one record."""
    folder = tmp_path_factory.mktemp("rebuttals")
    rows = [
        {
            "url": f"https://reports.example/{number}/{day}",
            "date": f"{1990 + 2 * number}-03-0{5 + day}",
            "language": language,
            "text": text,
        }
        for number, (*told, _) in enumerate(CASES.values())
        for day, (language, text) in enumerate(told)
    ]
    table = folder / "reports.jsonl"
    table.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    found: dict[int, list[str]] = {number: [] for number in range(len(CASES))}
    with Record.open(folder / "record.according", create=True) as record:
        record.read([str(table)], Settings(jobs=1))
        for row in record.differences():
            urls = {each.row.article.url or "" for position in row.positions for each in position}
            for number in {int(url.split("/")[3]) for url in urls}:
                found[number].append(row.discrepancy.kind)
    return dict(zip(CASES, found.values(), strict=True))


@pytest.mark.parametrize("name", CASES)
def test_who_is_charged_denies_it_in_another_article(differ: Mapping[str, list[str]], name: str) -> None:
    assert differ[name] == CASES[name][-1]
