"""Accounts in nearly the same words that are none of each other."""

from __future__ import annotations

import pytest

from according.link.gainsaid import gainsaid
from according.link.passages import Told, told
from according.model import Span
from according.views import Prose

FIRE = "The harbour of Beira was closed on Monday after a crane fell on a ship with grain."
HURT = "Two sailors were hurt, the director of the port of Beira said, and stay in hospital for some days."
LATER = "Work should begin again on Thursday, when a second crane arrives from Durban by sea."
DISPUTE = "Chad accused Niger of moving troops across the lake. The ministry of Chad said that Niger broke the accord."
BACKGROUND = (
    "The lake has been disputed for decades, and fishermen of both countries were arrested there in spring."
)


def said(*lines: str) -> Told:
    spans, at = [], 0
    for line in lines:
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return told(Prose("\n".join(lines), tuple(spans)))


def lines(text: str) -> list[str]:
    return [f"{each.strip(' .')}." for each in text.split(". ") if each.strip(" .")]


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("Ghana accused Togo of burning the post at Aflao.", "Togo accused Ghana of burning the post at Aflao.", "en"),
        ("Men attacked a bus in Jos, killing 12 people.", "Men attacked a bus in Jos, killing 30 people.", "en"),
        ("L'attaque a fait douze morts, dit la mairie.", "L'attaque a fait vingt morts, dit la mairie.", "fr"),
        ("Компания выполнила обещание платить до зимы.", "Компания нарушила обещание платить до зимы.", "ru"),
        ("They met in Lisbon on Monday for talks on grain.", "They met in Madrid on Monday for talks on grain.", None),
    ],
)  # fmt: skip
def test_another_word_in_a_short_article_is_another_account(
    one: str, other: str, language: str | None
) -> None:
    assert gainsaid(said(one), said(other), language)
    assert gainsaid(said(other), said(one), language)
    assert not gainsaid(said(one), said(one), language)


def test_a_short_article_that_is_cut_or_continued_is_none() -> None:
    for longer in ((FIRE, HURT), (f"{FIRE} (Example Agency)",), (HURT, FIRE, LATER)):
        assert not gainsaid(said(FIRE), said(*longer), "en")


def test_parties_exchanged_all_over() -> None:
    turned = DISPUTE.replace("Chad", "?").replace("Niger", "Chad").replace("?", "Niger")
    one, other = lines(DISPUTE + " " + BACKGROUND), lines(turned + " " + BACKGROUND)
    assert len(" ".join(one)) > 200
    assert gainsaid(said(*one, LATER), said(*other, LATER), "en")


def test_numbers_and_denials() -> None:
    whole = (FIRE, HURT, LATER)
    assert gainsaid(said(*whole), said(FIRE, HURT.replace("Two", "Nine"), LATER), "en")
    assert gainsaid(said(*whole), said(FIRE, HURT.replace("were hurt", "were not hurt"), LATER), "en")
    # "two" and "2" are one number.
    assert not gainsaid(said(*whole), said(FIRE, HURT.replace("Two", "2"), LATER), "en")


def test_an_editor_changes_other_words() -> None:
    edited = (FIRE.replace("closed", "shut").replace("grain", "maize"), HURT.replace("Two", "Three"), LATER)
    more = (
        edited[0],
        edited[1].replace("for some days", "until Friday").replace("director", "head"),
        edited[2],
    )
    assert not gainsaid(said(FIRE, HURT, LATER), said(*more), "en")


def test_an_updated_number_in_a_long_dispatch_is_an_edited_copy() -> None:
    dispatch = (FIRE, LATER, *lines(BACKGROUND), *lines(DISPUTE))
    assert not gainsaid(said(*dispatch, HURT), said(*dispatch, HURT.replace("Two", "Three")), "en")


def test_nothing_is_no_account() -> None:
    assert not gainsaid(said(), said(FIRE), "en")
