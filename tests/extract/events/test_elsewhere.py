"""Who takes part where the parser joins names wrongly, or another word of the text tells who it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.articles import analysed, reading
from tests.extract.events.test_parties import sides

PERU, CHAD, TOGO, MALI = {"Peru"}, {"Chad"}, {"Togo"}, {"Mali"}


@pytest.mark.parametrize(
    ("language", "text", "trigger", "source", "target"),
    [
        (
            "en",
            "The President of Chad, Ali Moussa, the Prime Minister of Togo, Koffi Adjei, and the President of Mali, "
            "Sory Keita signed a joint statement.",
            "signed",
            {"Chad", "Togo", "Mali", "Ali Moussa", "Koffi Adjei", "Sory Keita"},
            {"Chad", "Togo", "Mali", "Ali Moussa", "Koffi Adjei", "Sory Keita"},
        ),
        ("fr", "Bamako informe Niamey et Lomé des négociations.", "informe", MALI, {"Niger", "Togo"}),
        ("fr", "Lima et l'ELN se sont mis d'accord sur une trêve.", "mis d'accord",
         {"Lima", "National Liberation Army of Colombia"}, {"Lima", "National Liberation Army of Colombia"}),
        ("ru", "Перу информировало Чад, Того и Мали о переговорах.", "информировало", PERU, {"Chad", "Togo", "Mali"}),
        ("en", "Chad attacked Togo, and Mali condemned the raid.", "attacked", CHAD, TOGO),
    ],
)  # fmt: skip
def test_names_in_a_row(language: str, text: str, trigger: str, source: set[str], target: set[str]) -> None:
    assert sides(text, language, trigger) == (source, target)


@pytest.mark.parametrize(
    "text",
    [
        "LIMA, Peru (AP) — Chad and Togo signed a treaty on Monday.",
        "NIAMEY, May 5 (Reuters) - Chad and Togo signed a treaty on Monday.",
        "ABUJA — Chad and Togo signed a treaty on Monday.",
    ],
)
def test_a_dateline_takes_no_part(text: str) -> None:
    assert sides(text, "en", "signed") == ({"Chad", "Togo"}, {"Chad", "Togo"})


@pytest.mark.parametrize(
    ("language", "text", "trigger", "source", "target"),
    [
        ("en", "Chad denied it. The Chad-brokered truce failed.", "brokered", CHAD, set()),
        ("en", "Chadian-backed rebels burned a bridge in Mali. Chad denied it.", "backed", CHAD, set()),
        ("en", "Despite pressure from Togo, Chad refused to withdraw.", "refused", CHAD, TOGO),
        ("fr", "Malgré les pressions du Togo, le Tchad refuse de se retirer.", "refuse", CHAD, TOGO),
        ("ru", "Несмотря на давление Того, Чад отказался вывести войска.", "отказался", CHAD, TOGO),
        ("en", "Chad asked Togo to hand over maps, but Togo refused to do so.", "refused", TOGO, CHAD),
        ("en", "Chad met with Togo and promised aid.", "promised", CHAD, TOGO),
        ("fr", "Le Tchad voit un allié dans le Togo, avec qui il entend discuter de la crise.", "discuter", CHAD, TOGO),
        ("en", "Chad supports the protest movement in Mali against Togo's government.", "supports", CHAD, set()),
        ("en", "The leaders of Chad accused Togo of targeting their Sahr cathedral.", "targeting", TOGO, CHAD),
        ("en", "Chad and Togo are at war. Togo said 54 Chadians were captured.", "captured", set(), CHAD),
        ("en", "Chad and Togo are at war. Togo said 54 ethnic Chadians were captured.", "captured", set(), set()),
        ("en", "Chad welcomed the deal to release prisoners in Togo.", "release", set(), set()),
        ("en", "Chad supports efforts to sign a treaty.", "sign", set(), set()),
        ("en", "Peru dropped its objections to Togo hosting the summit.", "hosting", TOGO, set()),
        ("en", "Mali sees the pact signed between Chad and Togo as a threat.", "signed", {"Chad", "Togo"}, CHAD | TOGO),
        ("en", "Togo will monitor the application of the ceasefire in Chad.", "ceasefire", set(), set()),
        ("en", "Chad's minister said during a visit to Togo that it was over.", "visit", CHAD, TOGO),
        ("fr", "Le ministre du Tchad a déclaré lors d'une visite au Togo que c'était fini.", "visite", CHAD, TOGO),
        ("ru", "Министр Чада заявил во время визита в Того, что всё кончено.", "визита", CHAD, TOGO),
        (
            "en",
            "Togo is calm. It failed despite the drone raids provided by Chad against Togolese tanks.",
            "raids",
            set(),
            TOGO,
        ),
        ("en", "Anti-government protest in Mali draws thousands.", "protest", set(), set()),
    ],
)  # fmt: skip
def test_told_by_other_words(
    language: str, text: str, trigger: str, source: set[str], target: set[str]
) -> None:
    found = sides(text, language, trigger)
    assert (found[0] & (CHAD | TOGO | MALI), found[1] & (CHAD | TOGO)) == (source, target)


def test_who_is_in_whose_company() -> None:
    text = "Le Togo évoque les entretiens du 11 mai à Lomé en compagnie du président du Tchad et du président du Mali."
    found = sides(text, "fr", "entretiens")
    assert {"Chad", "Mali"} <= found[0]
    assert found[0] == found[1]


def test_who_speaks_of_talks_is_their_other_side() -> None:
    text = "Talks with Togo will resume in May, the Chadian foreign minister said. Chad closed its border."
    assert sides(text, "en", "Talks")[1] == TOGO
    assert "Chad" in sides(text, "en", "Talks")[0]
    text = "Talks between Togo and Mali will resume in May, the Chadian foreign minister said. Chad closed its border."
    assert "Chad" not in set().union(*sides(text, "en", "Talks"))


@pytest.mark.parametrize(
    ("language", "text", "trigger"),
    [
        ("en", "Chad and Togo published a statement. They agreed on a border.", "agreed on"),
        ("fr", "Le Tchad et le Togo se disputent une île. Ils ont conclu un accord.", "conclu"),
        ("ru", "Чад и Того давно спорят. Они договорились о границе.", "договорились"),
    ],
)
def test_they_are_those_of_the_sentence_before(language: str, text: str, trigger: str) -> None:
    assert sides(text, language, trigger) == ({"Chad", "Togo"}, {"Chad", "Togo"})


def test_they_are_nobody_sure_behind_one() -> None:
    assert sides("Chad met Togo. It rained. They attacked Mali.", "en", "attacked") == (set(), MALI)


@pytest.mark.parametrize(
    ("language", "text", "trigger"),
    [
        ("en", "Chad fears Togo. The latter attacked Mali.", "attacked"),
        ("fr", "Le Tchad craint le Togo. Ce dernier a attaqué le Mali.", "attaqué"),
        ("ru", "Чад боится Того. Последний атаковал Мали.", "атаковал"),
    ],
)
def test_the_latter(language: str, text: str, trigger: str) -> None:
    assert sides(text, language, trigger) == (TOGO, MALI)


@given(st.text(alphabet="Chad Togo Mali,and—() APthe", max_size=80))
def test_rows_hold_words_of_their_sentence(text: str) -> None:
    found = analysed(reading(text, "en", text))
    for event in found.events:
        assert text[event.trigger.start : event.trigger.end] == event.text
        for side in (event.source, event.target):
            assert side.span is None or text[side.span.start : side.span.end] == side.text


def test_a_description_is_of_the_state_whose_it_is() -> None:
    text = "Mali's so-called new president, Sory Keita, spoke. Keita attacked Togo."
    assert sides(text, "en", "attacked") == ({"Sory Keita", "Mali"}, TOGO)
    text = "Chad holds 32 captured Malian servicemen. Mali denied it. Mali's ambassador to Togo left."
    assert sides(text, "en", "holds")[1] & (MALI | TOGO) == MALI
