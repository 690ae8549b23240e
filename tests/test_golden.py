"""Golden documents: one per promised layout, with what According makes of each as a readable file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from according.model import Article, Document
from according.pipeline import articles, explain
from tests.golden import DOCUMENTS, FOLDER, expected, read, render

NAMES = [path.name for path in DOCUMENTS]

SIDES = {
    "rules_fr.txt": [("Arménie", "Azerbaïdjan")],
    "dashes_hy.txt": [("Հայաստանն", "Ադրբեջանն"), ("Հայաստանի", "Ադրբեջանի"), ("Հայաստանը", "Ադրբեջանը")],
    "wrapped_fr.txt": [("L'Ukraine et la Russie", "La Russie et l'Ukraine")],
    "mailing_list_en.txt": [("Ukraine", "Russia")],
    "wire_ru.txt": [("Украины", "России"), ("Армении", "Азербайджана")],
    "caption_between_fr.txt": [("Israël", "Palestine")],
    "factiva_en.txt": [("Serbia", "Kosovo"), ("Nis", "Pristina")],
}
"""Documents that name two parties: the names that change places, as written there."""


@pytest.mark.parametrize("path", DOCUMENTS, ids=NAMES)
def test_a_document_reads_as_it_did(path: Path) -> None:
    assert render(path) == expected(path).read_text(encoding="utf-8"), "make golden, and read the diff"


def test_every_expectation_has_its_document() -> None:
    assert sorted((FOLDER / "expected").iterdir()) == sorted(expected(path) for path in DOCUMENTS)


@pytest.mark.parametrize("path", DOCUMENTS, ids=NAMES)
def test_windows_line_breaks_change_nothing(path: Path) -> None:
    data = path.read_bytes().replace(b"\n", b"\r\n")
    for plain, other in zip(read(path), read(path, data), strict=True):
        assert [_seen(a, plain, {}) for a in articles(other)] == [
            _seen(a, plain, {}) for a in articles(plain)
        ]


@pytest.mark.parametrize("name", SIDES)
def test_the_sides_are_treated_alike(name: str) -> None:
    path = FOLDER / "documents" / name
    swap = {a: b for pair in SIDES[name] for a, b in (pair, pair[::-1])}
    (document,) = read(path)
    (other,) = read(path, _swapped(document.text, swap).encode())
    assert other.text != document.text
    assert [(line.label, line.first) for line in explain(other)] == [
        (line.label, line.first) for line in explain(document)
    ]
    assert [_seen(a, other, {}) for a in articles(other)] == [
        _seen(a, document, swap) for a in articles(document)
    ]


def _swapped(text: str, swap: dict[str, str]) -> str:
    names = "|".join(map(re.escape, sorted(swap, key=len, reverse=True)))
    return re.sub(rf"\b(?:{names})\b", lambda match: swap[match.group()], text) if swap else text


def _seen(article: Article, document: Document, swap: dict[str, str]) -> tuple[object, ...]:
    """All that is said about an article but its positions, with the names of the sides changed."""
    return (
        _swapped(article.title or "", swap),
        (article.outlet, article.agency, article.author, article.place, article.url),
        (article.published, article.published_basis, article.language, article.translated),
        [(mark.kind, mark.reason) for mark in article.marks],
    )
