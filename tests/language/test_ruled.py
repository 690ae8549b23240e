from importlib import import_module

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.pipeline import AttributeRuler

from according.language import english
from according.language.engine import engine
from according.language.ruled import Ruled
from according.language.spacy_engine import SpacyEngine

WORDS = [
    "They're",
    "gonna",
    "say",
    "there",
    "are",
    "rules",
    ":",
    "who",
    ",",
    "which",
    "I",
    "let",
    "'s",
    "y'all",
    "got",
    "ta",
    "ai",
    "n't",
    "\n",
    "it",
    "is",
    "not",
    "'s",
]
PACKAGES = {"fr": "fr_core_news_md", "en": english.PACKAGES[-1]}


def ruler_of(language: str) -> AttributeRuler:
    found = engine(language)
    assert isinstance(found, SpacyEngine)
    ruler = found._model.get_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    return ruler


@pytest.mark.parametrize("language", ["en", "fr"])
@settings(max_examples=40, deadline=None)
@given(words=st.lists(st.sampled_from(WORDS) | st.text(max_size=6), min_size=1, max_size=30))
def test_rules_hold_where_the_ruler_itself_finds_them(language: str, words: list[str]) -> None:
    ruler = ruler_of(language)
    model = engine(language)._model  # type: ignore[attr-defined]  # only engines on spaCy have one
    doc = model.make_doc(" ".join(words))
    for name, pipe in model.pipeline:
        if name == "attribute_ruler":
            break
        doc = pipe(doc)
    assert ruler.match(doc) == AttributeRuler.match(ruler, doc)


def test_rules_of_every_make_hold() -> None:
    model = spacy.blank("en")
    ruler = model.add_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    ruler.add([[{"LOWER": "one"}]], {"POS": "NUM"})
    ruler.add([[{"LOWER": {"IN": ["one", "two"]}, "IS_TITLE": True}]], {"POS": "PROPN"})
    ruler.add([[{"LOWER": {"REGEX": "^t"}}]], {"POS": "X"})
    ruler.add([[{"LOWER": "two"}, {"LOWER": "one"}]], {"LEMMA": "21"}, index=1)
    ruler.add([[{"LOWER": "four", "OP": "?"}, {"ORTH": "!"}]], {"POS": "PUNCT"}, index=-1)
    ruler.add([[{"LOWER": "five"}], [{"LOWER": "six"}]], {"POS": "NUM"})
    doc = model.make_doc("One two one ! four ! three six five")
    found = Ruled(ruler).match(doc)
    assert found == AttributeRuler.match(ruler, doc)
    assert {number for number, *_ in found} == set(range(6))


def test_a_model_s_words_have_the_classes_that_its_own_ruler_gives() -> None:
    for language, text in (
        ("en", "They're gonna say there are rules which I ignored."),
        ("fr", "Il l'a dit !"),
    ):
        own = import_module(PACKAGES[language]).load()(text)
        (sentence,) = engine(language).annotate(text)
        assert [token.pos for token in sentence.tokens] == [token.pos_ for token in own]
