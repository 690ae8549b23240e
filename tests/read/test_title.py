"""The title a person would write."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.read.title import bare, clean
from tests.texts import LINES

GLUED = [
    (
        "Réunion auSénat sur lapaix",
        "Réunion au Sénat sur la paix",
        "Le Sénat se réunit. La paix est loin.",
        "fr",
    ),
    ("Le marché connaît unebaisse", "Le marché connaît une baisse", "Les prix sont en baisse.", "fr"),
    ("Un convoi part deLyon", "Un convoi part de Lyon", "Le convoi a quitté Lyon.", "fr"),
    (
        "Troops withdraw fromBorder Village",
        "Troops withdraw from Border Village",
        "Border Village is quiet.",
        "en",
    ),
    ("Monitors reach thebridge at dawn", "Monitors reach the bridge at dawn", "A bridge was repaired.", "en"),
    (
        "Переговоры вЖеневе возобновились",
        "Переговоры в Женеве возобновились",
        "Делегации собрались в Женеве.",
        "ru",
    ),
    ("Разговор опереговорах", "Разговор о переговорах", "Речь шла о переговорах.", "ru"),
]


@pytest.mark.parametrize(("title", "mended", "body", "language"), GLUED)
def test_lost_spaces_come_back(title: str, mended: str, body: str, language: str) -> None:
    assert clean(title, body, language) == mended


@pytest.mark.parametrize(
    ("word", "body", "language"),
    [
        ("surtout", "tout est sur la table", "fr"),
        ("partout", "tout passe par là", "fr"),
        ("enfin", "en fin de compte, la fin", "fr"),
        ("avenir", "le désir de venir a grandi", "fr"),
        ("forward", "a ward for soldiers", "en"),
        ("therefore", "there, on the fore deck", "en"),
        ("another", "an other day", "en"),
        ("into", "in and to", "en"),
        ("навстречу", "шли на встречу", "ru"),
        ("сейчас", "сей час", "ru"),
        ("MacArthur", "Arthur came", "en"),
    ],
)
def test_real_words_stay_whole(word: str, body: str, language: str) -> None:
    assert clean(f"Xyz {word} xyz", body, language) == f"Xyz {word} xyz"


def test_the_body_that_repeats_the_title_gives_its_spaces() -> None:
    body = "Un accord signé dans la nuit à Bamako par deux groupes, selon la mission."
    assert clean("Un accordsigné dansla nuit àBamako par deux groupes", body, "fr") == (
        "Un accord signé dans la nuit à Bamako par deux groupes"
    )


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Paix,justice et pain", "Paix, justice et pain"),
        ("1,200 people and 3,5 tonnes", "1,200 people and 3,5 tonnes"),
        ("  Talks \r\n resume\t\u00a0here ", "Talks resume here"),
        ("Le centre russo-\nturc ouvre", "Le centre russo-turc ouvre"),
    ],
)
def test_white_space_commas_and_breaks(title: str, expected: str) -> None:
    assert clean(title, "", None) == expected


@pytest.mark.parametrize(
    "line",
    [
        "1. Talks resume",
        "(2) Talks resume",
        "No. 3: Talks resume",
        "III. Talks resume",
        "## **Talks resume**",
        "**Talks resume**",
        "[list] Re: Fwd: Talks resume",
        "Subject: Talks resume",
        "Titre : Talks resume",
    ],
)
def test_numbering_markup_and_tags_are_no_title(line: str) -> None:
    start, end = bare(line)
    assert line[start:end] == "Talks resume"


@pytest.mark.parametrize(
    "line",
    ["2021 in review", "3 soldiers go home", "#peace trends", "Talks resume:", "HD   Talks resume", "1.", ""],
)
def test_what_looks_alike_stays(line: str) -> None:
    assert bare(line) == (0, len(line))


def test_a_code_goes_in_a_dump() -> None:
    assert bare("HD   Talks resume", coded=True) == (5, 17)


@given(
    st.text(max_size=60) | LINES.map(lambda line: line[:200]),
    st.text(max_size=60) | LINES,
    st.sampled_from(["fr", "en", "ru", "hy", "xx", None]),
)
def test_only_white_space_changes(title: str, body: str, language: str | None) -> None:
    start, end = bare(title)
    assert 0 <= start <= end <= len(title)
    mended = clean(title, body, language)
    assert "".join(mended.split()) == "".join(title.split())
    assert mended == " ".join(mended.split())
