from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.language.sentences import LONGEST, sentences


def split(text: str, language: str | None) -> list[str]:
    return [text[start:end] for start, end in sentences(text, language)]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["Mr. Reed met Gen. J. R. Smith in the U.S. Senate on Oct. 9.", "He left at 5 p.m."]),
        ("en", ["BAKU, Oct. 9 (Reuters) - The talks failed.", "No deal was signed."]),
        ("en", ["It rose by 8.5 percent to No. 3.", "(The bank gave no reason.)", "Nobody asked."]),
        ("en", ['"We lost.', 'Really?" she asked.', "He nodded..."]),
        ("en", ["The site news.am wrote it.", "See e.g. Table 2."]),
        ("fr", ["M. Dupont et Mme. Le Gall sont arrivés le 3 janv. 2021.", "Ils repartent."]),
        ("fr", ["« Nous tiendrons. »", "Le ministre n'a rien ajouté."]),
        ("fr", ["Est-ce vrai ?", "« Oui ! » a-t-il dit."]),
        ("fr", ["Il a cité J. Le Goff.", "L'armée dément."]),
        ("ru", ["Н. В. Пашинян приехал в г. Ереван в 2020 г. Он выступил."]),
        ("ru", ["Погибли 3 тыс. человек.", "«Мы ждём».", "— Сказал он."]),
        ("tr", ["Prof. Dr. Yılmaz 9. Ordu komutanıyla görüştü.", "Açıklama yapılmadı."]),
        ("az", ["Ə. Əliyev 50 min. manat verib.", "Sonra getdi."]),
        ("hy", ["Նա ասաց. «Մենք պատրաստ ենք»։", "Պրն. Սարգսյանը լռեց։"]),
        ("hy", ["Բանակցությունները ձախողվեցին:", "Կողմերը հեռացան:"]),
        ("de", ["Am 9. Oktober kam der 1. Minister.", "Er ging z. B. nach Bonn."]),
        ("uk", ["Це сталося на вул. Шевченка о 5 год. ранку.", "Ніхто не постраждав."]),
        ("ka", ["მოლაპარაკება დასრულდა.", "მხარეები შეთანხმდნენ."]),
        ("es", ["El Sr. Gómez viajó a EE.UU. Pero volvió."]),
        ("zh", ["谈判失败。", "双方离开。"]),
        (None, ["Dr. Wolf came.", "Gen. Fox went."]),
    ],
)
def test_ends(language: str | None, expected: list[str]) -> None:
    if len(expected) == 1:  # two sentences that only a frequent word tells apart
        head, _, tail = expected[0].rpartition(". ")
        expected = [head + ".", tail]
    assert split(" ".join(expected), language) == expected


def test_glued_sentences_come_apart_and_addresses_stay_whole() -> None:
    assert split("Rien sur l'incident.Le ministre part.À Paris, on attend.", "fr") == [
        "Rien sur l'incident.",
        "Le ministre part.",
        "À Paris, on attend.",
    ]
    for whole in ("Voir www.Exemple.Com ou Exemple.am", "La loi de 2021.12.Bis reste", "v2.Final reste"):
        assert split(whole, "fr") == [whole]


def test_a_line_feed_ends_a_sentence() -> None:
    assert split("A title\nA text that goes on\r\nand on", "en") == [
        "A title",
        "A text that goes on",
        "and on",
    ]


def test_a_straight_quotation_mark_belongs_to_the_side_that_it_pairs_with() -> None:
    assert split('He said: "We left." "And you?" She left.', "en") == [
        'He said: "We left."',
        '"And you?"',
        "She left.",
    ]
    assert split('Elle dit : " Nous partons. " Puis rien.', "fr") == [
        'Elle dit : " Nous partons. "',
        "Puis rien.",
    ]


def test_the_number_of_an_item_stays_with_it() -> None:
    assert split("1. The first point. 2. The second.", "en")[0] == "1. The first point."


def test_endless_sentences_are_cut_at_spaces() -> None:
    parts = split("слово " * 9_000, "ru")
    assert max(map(len, parts)) <= LONGEST
    assert {len(part.split("слово")) > 2 for part in parts} == {True}
    assert " ".join(parts) == ("слово " * 9_000).strip()
    assert [len(part) for part in split("x" * (2 * LONGEST + 5), None)] == [LONGEST, LONGEST, 5]


SIGNS = [
    "A",
    "Dr",
    "mr",
    " ",
    "\u00a0",
    "\n",
    ". ",
    ".",
    "…",
    "։",
    ":",
    "? ",
    "»",
    "«",
    '"',
    "“",
    ")",
    "12",
    "О",
    "é",
]


@given(
    st.text() | st.lists(st.sampled_from(SIGNS)).map("".join),
    st.sampled_from(["en", "fr", "ru", "hy", "tr", "xx", None]),
)
def test_sentences_cover_all_but_spaces_in_order(text: str, language: str | None) -> None:
    spans = sentences(text, language)
    assert all(left.end <= right.start for left, right in pairwise(spans))
    covered = [False] * len(text)
    for start, end in spans:
        assert start < end <= start + LONGEST
        assert not text[start].isspace()
        assert not text[end - 1].isspace()
        covered[start:end] = [True] * (end - start)
    assert all(char.isspace() for char, inside in zip(text, covered, strict=True) if not inside)
