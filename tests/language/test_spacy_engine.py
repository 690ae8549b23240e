from importlib import import_module

import pytest

from according.language import english, french, spacy_engine
from according.language.engine import engine
from according.language.spacy_engine import SpacyEngine

FRENCH = "Les ministres arméniens ont signé des accords et sont repartis."
ENGLISH = "The ministers met their best negotiators, who were leaving."


def fresh(language: str) -> SpacyEngine:
    return french.load("fr_core_news_md") if language == "fr" else english.load(english.PACKAGES[-1])


@pytest.mark.parametrize(("language", "text"), [("fr", FRENCH), ("en", ENGLISH)])
def test_lemmas_are_those_of_the_model(language: str, text: str) -> None:
    package = "fr_core_news_md" if language == "fr" else english.PACKAGES[-1]
    expected = {token.text: token.lemma_ for token in import_module(package).load()(text)}
    (found,) = fresh(language).annotate(text)
    assert {token.text: token.lemma for token in found.tokens} == expected


def test_new_words_are_kept_in_mind_until_there_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    model = fresh("fr")
    model.annotate(FRENCH)
    vocabulary = model._model.vocab
    monkeypatch.setattr(spacy_engine, "_KEPT", len(vocabulary))
    later = "Vingt observateurs regagnent Tachkent."
    assert model.annotate(later) == engine("fr").annotate(later)
    assert "ministres" in vocabulary
    assert "Tachkent" not in vocabulary
    monkeypatch.setattr(spacy_engine, "_KEPT", len(vocabulary) + 1)
    assert model.annotate(later) == engine("fr").annotate(later)
    assert "Tachkent" in vocabulary
