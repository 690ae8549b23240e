from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from according.language.translated import translation

HERE = Path(__file__).parent
TRANSLATIONS = yaml.safe_load((HERE / "translations.yml").read_text("utf-8"))
ORIGINALS = yaml.safe_load((HERE / "originals.yml").read_text("utf-8"))


def recall(use: str) -> tuple[float, float]:
    """Return which share of the texts of one use is found, and of those with the right source language."""
    texts = [item for item in TRANSLATIONS if item["use"] == use]
    found = [(item, translation(item["text"], item["language"])) for item in texts]
    hits = [(item, result) for item, result in found if result]
    return len(hits) / len(texts), sum(result.source == item["source"] for item, result in hits) / len(hits)


@pytest.mark.parametrize("use", ["design", "held-out"])
def test_finds_translations_and_their_source(use):
    found, right = recall(use)
    assert found >= 0.9
    assert right >= 0.85


@pytest.mark.parametrize("item", ORIGINALS, ids=lambda item: item["text"][:40])
def test_leaves_what_people_wrote_alone(item):
    assert translation(item["text"], item["language"]) is None


@pytest.mark.parametrize("language", ["en", "fr", "ru", "de", "tr", "uk", "az", "hy"])
def test_leaves_professional_articles_alone(shared, language):
    folder = shared / "eval" / "data" / "ntrex-stories" / language
    texts = [path.read_text("utf-8") for path in sorted(folder.iterdir())]
    assert texts
    assert sum(translation(text, language) is not None for text in texts) <= 0.02 * len(texts)


def test_one_family_of_clues_proves_nothing():
    habits = (
        '"We stay", declares the mayor. "We are tired", confides Lusine. "It is over", deplores the teacher.'
    )
    assert translation(habits, "en") is None
    found = translation(f"{habits} The session opened at 18h30 and closed at 22 h 15.", "en")
    assert found is not None
    assert found.source == "fr"


def test_a_declared_machine_translation_needs_no_second_clue():
    assert translation(
        "The talks resume.\n\nThis article was translated from Armenian by Google Translate.", "en"
    )
    assert translation("The talks resume.\n\nTranslated from the Armenian by Anna Smith.", "en") is None


def test_french_typography_is_a_clue_in_english_only():
    text = "« Nous sommes prêts ; et vous ? » À 20 h 30, le maire a répondu : « Oui ! » Il a ajouté : « Demain. »"
    assert translation(text, "fr") is None


def test_evidence_points_at_what_gave_it_away():
    text = 'The meeting began at 18h30. "We stay", declares the mayor, who met Vladimir Poutine.'
    found = translation(text, "en")
    assert found is not None
    quoted = [text[item.span.start : item.span.end] for item in found.evidence if item.span]
    assert "18h30" in quoted[0]
    assert quoted[-1] == "Poutine"
    assert all(item.field == "translated" and item.reason for item in found.evidence)


def test_long_articles_need_more_clues():
    clues = 'It began at 18h30. "We stay", declares the mayor.'
    filler = "The council met again on Tuesday and agreed to look at the plan in the spring. " * 200
    assert translation(clues, "en") is not None
    assert translation(clues + "\n" + filler, "en") is None


@pytest.mark.parametrize(
    "text",
    [
        "Rev. Petrossian of Tavouch spoke of Karabagh in Erevan. The service begins at 18h30 and ends at 20h00.",
        "Chahramanian and Haroutiounian met in Tbilissi and in Bakou, and in Moscou with Poutine. «We stay», he said.",
        "Poutine, Putin, Pachinian and Pashinian met at 18h30.",
    ],
)
def test_names_and_one_more_habit_prove_nothing(text):
    assert translation(text, "en") is None


def test_a_passage_in_its_own_language_is_no_trace():
    quoted = (
        "The ministry in Paris issued a statement. « Le ministère condamne les attaques menées jeudi par les "
        "militaires contre la population civile ; il appelle également les parties à cesser le feu à 18h30 ! » "
        "The note was handed over."
    )
    assert translation(quoted, "en") is None
    untranslated = "The attacks of jeudi by the militaires were condemned ; the meeting began at 18h30."
    assert translation(untranslated, "en") is not None


@pytest.mark.parametrize(
    "text",
    [
        "Three soldiers were martyred in the treacherous attack, the district governor said. "
        "No one should have any doubt, he said, that they are one nation, two states. The talks begin at 18h30.",
        "The opposing side opened fire on our positions, the ministry said. It begins at 18h30.",
    ],
)
def test_the_vocabulary_of_one_side_is_no_trace(text):
    assert translation(text, "en") is None


def test_languages_without_clues_of_their_own_are_judged_too():
    assert translation("Vertaald uit het Frans met Google Translate: translated by Google Translate", "nl")
    assert translation("De partijen zijn het eens geworden over een staakt-het-vuren.", "nl") is None
    assert translation("text", "../any") is None


pieces = st.one_of(
    st.text(st.characters(), max_size=40),
    st.sampled_from(
        ['"', "”", "« ", " »", "\n", "İ", " 18h30 ", "Poutine ", '", declares the ', ". of the ", "\ud800"]
    ),
)


@given(st.lists(pieces, max_size=30).map("".join), st.sampled_from(["en", "fr", "ru", "es", "hy"]))
def test_evidence_lies_inside_any_text(text, language):
    found = translation(text, language)
    assert found == translation(text, language)
    if found:
        assert found.score > 0.5
        assert found.evidence
        assert all(
            item.span and 0 <= item.span.start <= item.span.end <= len(text) for item in found.evidence
        )
