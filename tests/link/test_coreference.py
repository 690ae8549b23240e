"""The chains of one article as a whole."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from according.knowledge.own_actors import OwnActor
from according.link.coreference import chains
from according.model import Chain, Document, Evidence, Span
from according.pipeline import findings, readings
from tests.chains import article, named, told
from tests.texts import ANY

LANGUAGES = ["en", "fr", "ru", "tr", "az", "hy", "uk", "de", "es", "zh", None]


def sound(text: str, found: tuple[Chain, ...]) -> None:
    """Check what holds for the chains of any article."""
    mentions = [mention for chain in found for mention in chain.mentions]
    for mention in mentions:
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        assert text[slice(*mention.span)] == mention.text
        assert 0 < mention.confidence <= 1
        assert mention.reason
    assert len({chain.id for chain in found}) == len(found)
    ids = [(mention.id, mention.form) for mention in mentions if mention.form == "name"]
    assert len(set(ids)) == len(ids)
    names = [(mention.span, mention.kind) for mention in mentions if mention.form == "name"]
    assert len(set(names)) == len(names), "each name is in one chain, once"
    assert all(chain.mentions and chain.name.strip() for chain in found)
    assert all(chain.named == any(each.form == "name" for each in chain.mentions) for chain in found)


@settings(max_examples=60)
@given(ANY, st.sampled_from(LANGUAGES))
@example("President May\u00ad and President\nMay (May), May – may. He, she, she.", "en")
@example("Le président Le Président, la ministre (OTAN) (OTAN)", "fr")
@example("Иванов Ивановым Иванова Александра", "ru")
def test_any_text_gives_sound_chains(text: str, language: str | None) -> None:
    sound(text, told(text, language).chains)


@settings(max_examples=25)
@given(ANY)
def test_any_document_gives_sound_chains(text: str) -> None:
    document = Document.make("a.txt", text.encode("utf-8", "replace"), "text/plain", "utf-8", text)
    for reading in readings(document):
        found = findings(reading)
        assert found.problem is None
        sound(document.text, found.chains)
        assert all(reading.article.span.contains(m.span) for chain in found.chains for m in chain.mentions)


def test_the_same_article_gives_the_same_chains() -> None:
    text = (
        "President William Ruto of Kenya met the Sudan Doctors Union (SDU) in Nairobi. Ruto thanked the SDU."
    )
    first, again = (told.__wrapped__(text) for _ in range(2))
    assert first.chains == again.chains != ()


def test_chains_are_in_the_order_of_their_first_mentions() -> None:
    found = told("Khartoum accused Kofi Annan. Annan was in Nairobi. Annan blamed Khartoum.")
    starts = [chain.mentions[0].span.start for chain in found.chains]
    assert starts == sorted(starts)
    assert [chain.kind for chain in found.chains] == ["state", "person", "place"]


def test_spans_are_those_of_the_document() -> None:
    text = (
        "Leaders meet in Geneva\n\nThe talks in the old town of the city began late on Monday, and it was not clear\n"
        "how long they were to last. Prime Minister Nikol Pashinyan wrote to the Council\n"
        "of Europe for help, a spokesman said in the evening.Pashinyan left without a\nword.\n"
    )
    (reading,) = readings(Document.make("a.txt", text.encode(), "text/plain", "utf-8", text))
    assert "Council of Europe" in reading.told.text
    assert "evening. Pashinyan" in reading.told.text
    found = findings(reading).chains
    sound(text, found)
    written = [mention.text for chain in found for mention in chain.mentions]
    assert "Council\nof Europe" in written
    assert written.count("Pashinyan") == written.count("Nikol Pashinyan") == 1


class TestMasthead:
    TEXT = "By Jane Example for The Daily Example\nTalks resumed in Nairobi. Jane Example watched."

    def credited(self, field: str, value: str, stated: str) -> tuple[Chain, ...]:
        start = self.TEXT.index(stated)
        evidence = (Evidence(field, Span(start, start + len(stated)), "masthead"),)
        of = article(self.TEXT, "en", evidence=evidence, **{field: value})
        known = [named(self.TEXT, "Jane Example", "person", 1)]
        return chains(of, self.TEXT, self.TEXT, Span, (), known)

    def test_an_author_is_whoever_bears_the_name(self) -> None:
        (chain,) = self.credited("author", "Jane Example", "By Jane Example")
        assert [mention.text for mention in chain.mentions] == ["Jane Example", "Jane Example"]
        assert chain.mentions[0].reason == "named as the article's author"

    def test_an_outlet_is_an_organization(self) -> None:
        outlet, person = self.credited("outlet", "The Daily Example", "for The Daily Example")
        assert (outlet.kind, outlet.name, outlet.key) == ("organization", "The Daily Example", None)
        assert person.kind == "person"

    def test_other_fields_name_nobody(self) -> None:
        assert len(self.credited("title", "Talks resumed", "Talks resumed")) == 1


class TestOwnActors:
    ACTORS = (
        OwnActor("person:own:ruto", "person", "The Teacher", (("The Teacher", None), ("William Ruto", None)), None,
                 "KE", None, None, ("president@KE",)),
        OwnActor("organization:own:peace", "organization", "Peace Line", (("Peace Line", "en"),), None, None, None,
                 None, ()),
    )  # fmt: skip

    def test_they_win_and_bring_their_offices(self) -> None:
        text = "William Ruto left. The president of Kenya met Peace Line. The Teacher was glad."
        found = told(text, "en", self.ACTORS)
        person = found.chain("The Teacher")
        assert person.key == "own:person:own:ruto"
        assert person.offices == ("president@KE",)
        assert {"William Ruto", "The Teacher"} <= {mention.text for mention in person.mentions}
        assert found.chain("Peace Line").key == "own:organization:own:peace"
        plain = told(text, "en")
        assert all(not (chain.key or "").startswith("own:") for chain in plain.chains)


@pytest.mark.parametrize(
    ("text", "language", "key"),
    [
        ("Washington said so on Monday. The United States waited.", "en", "state:US"),
        ("Кремль опроверг сообщение. Россия ждет. Москва заявила об этом.", "ru", "state:RU"),
        ("Damas a accusé ses voisins. La Syrie attend.", "fr", "state:SY"),
    ],
)
def test_a_state_under_all_its_names_is_one_chain(text: str, language: str, key: str) -> None:
    found = [chain for chain in told(text, language).chains if chain.kind == "state"]
    assert [chain.key for chain in found] == [key]
    assert len(found[0].mentions) >= 2
