"""Names as models see them, mended."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from according.extract.mentions import seen
from according.extract.mentions.scene import Scene
from according.knowledge.offices import Description, descriptions
from according.language.engine import engine
from according.model import Kind, Named, Sentence, Span
from tests.chains import told
from tests.texts import ANY


def mended(
    text: str, *names: tuple[str, Kind], language: str = "en", ends: str = ""
) -> list[tuple[str, Kind]]:
    """What is made of names that a model sees in a text that nobody has parsed, `ends` being an office in it."""
    named = []
    for written, kind in names:
        start = text.index(written)
        named.append(Named(Span(start, start + len(written)), kind, written))
    sentence = Sentence(Span(0, len(text)), (), tuple(named))
    start = text.index(ends) if ends else 0
    office = Description(Span(start, start + len(ends)), "office", "x", None, None, ends)
    found, _ = seen.names(Scene(text, [sentence], language), (), (), [office] if ends else [])
    return [(text[slice(*name.span)], name.kind) for name in found]


class TestMended:
    @pytest.mark.parametrize("written", ["F-35", "S-400", "M4", "2254", "T-72B"])
    def test_designations_are_no_names(self, written: str) -> None:
        assert mended(f"They sold the {written} to him.", (written, "organization")) == []

    @pytest.mark.parametrize(
        ("written", "language"), [("Thursday", "en"), ("March", "en"), ("Mai", "fr"), ("Четверг", "ru")]
    )
    def test_days_and_months_are_no_bodies_and_places(self, written: str, language: str) -> None:
        kinds: tuple[Kind, ...] = ("organization", "place")
        assert not any(mended(f"{written} x", (written, kind), language=language) for kind in kinds)

    @pytest.mark.parametrize(
        "written", ["Death in Custody Reporting Act", "New Start Treaty", "Minsk Protocol"]
    )
    def test_laws_and_treaties_are_no_bodies(self, written: str) -> None:
        assert mended(f"They cite the {written} again.", (written, "organization")) == []

    def test_words_without_a_capital_are_no_names(self) -> None:
        assert mended("the rebels fled", ("rebels", "organization")) == []
        assert mended("the Rwasa rebels fled", ("Rwasa", "person")) == [("Rwasa", "person")]

    def test_a_hyphenated_name_is_one(self) -> None:
        assert mended("in Ouham-Pendé", ("Ouham", "place")) == [("Ouham-Pendé", "place")]
        assert mended("the Ouham-based group", ("Ouham", "place")) == [("Ouham", "place")]

    def test_a_small_word_behind_an_elided_one_is_no_name(self) -> None:
        assert mended("C’est facile, dit-il", ("C’est", "place"), language="fr") == []
        assert mended("Il vit à L’Oumé", ("L’Oumé", "place"), language="fr") == [("L’Oumé", "place")]

    def test_a_heading_of_ordinary_words_is_nobody(self) -> None:
        assert mended("Counter Appearance", ("Counter Appearance", "person")) == []

    def test_halves_are_one_name(self) -> None:
        halves: list[tuple[str, Kind]] = [("Mohammad Javad", "person"), ("Zarifi", "place")]
        assert mended("Mohammad Javad Zarifi left.", *halves) == [("Mohammad Javad Zarifi", "person")]
        assert len(mended("Mohammad Javad, Zarifi left.", *halves)) == 2

    def test_a_man_and_a_town_beside_him_are_two(self) -> None:
        assert mended("Kofi Annan Mykolaiv 2008", ("Kofi Annan", "person"), ("Mykolaiv", "place")) == [
            ("Kofi Annan", "person"),
            ("Mykolaiv", "place"),
        ]

    def test_behind_an_office_stands_a_person(self) -> None:
        name: tuple[str, Kind] = ("Qubad", "organization")
        assert mended("Prime Minister Qubad left.", name, ends="Prime Minister") == [("Qubad", "person")]
        assert mended("Prime Minister, Qubad left.", name, ends="Prime Minister") == [name]

    def test_a_surname_tells_a_person(self) -> None:
        assert mended("Tigran Sargsyan left", ("Tigran Sargsyan", "place")) == [("Tigran Sargsyan", "person")]
        assert mended("Radovan Karadžić left", ("Radovan Karadžić", "organization")) == [
            ("Radovan Karadžić", "person")
        ]

    def test_a_large_town_is_no_person(self) -> None:
        assert mended("Shells hit Mykolaiv.", ("Mykolaiv", "person")) == [("Mykolaiv", "place")]
        assert mended("A speech by Florence", ("Florence", "person")) == [("Florence", "person")]

    def test_who_is_listed_with_people_is_one(self) -> None:
        pair: list[tuple[str, Kind]] = [("Tsirisana", "organization"), ("Kofi Annan", "person")]
        assert mended("Tsirisana and Kofi Annan met.", *pair)[0] == ("Tsirisana", "person")
        assert mended("Tsirisana told Kofi Annan so.", *pair)[0] == ("Tsirisana", "organization")

    def test_one_name_has_one_kind(self) -> None:
        text = "Rwasari left. Then Rwasari came. Later Rwasari slept."
        kinds: list[Kind] = ["person", "organization", "person"]
        starts = [at for at in range(len(text)) if text.startswith("Rwasari", at)]
        named = [Named(Span(at, at + 7), kind, "Rwasari") for at, kind in zip(starts, kinds, strict=True)]
        found = seen.names(Scene(text, [Sentence(Span(0, len(text)), (), tuple(named))], "en"), (), (), [])[0]
        assert [name.kind for name in found] == ["person"] * 3

    def test_a_form_of_address_is_no_part_of_a_name(self) -> None:
        text = "Mr. Rwasari left."
        sentence = Sentence(Span(0, len(text)), (), (Named(Span(0, 11), "organization", "Mr. Rwasari"),))
        title = Description(Span(0, 3), "title", "title", None, None, "Mr.")
        ((found,), certain) = seen.names(Scene(text, [sentence], "en"), (), (), [title])
        assert certain == [found]
        assert (text[slice(*found.span)], found.kind) == ("Rwasari", "person")

    def test_peoples_are_no_names(self) -> None:
        text = "Tuareg refugees"
        sentence = Sentence(Span(0, len(text)), (), (Named(Span(0, 6), "place", "Tuareg"),))
        scene = Scene(text, [sentence], "en")
        assert len(seen.names(scene, (), (), [])[0]) == 1
        assert seen.names(scene, [Span(0, 6)], (), [])[0] == []


@pytest.mark.parametrize(
    ("text", "language", "people"),
    [
        ("Giorgia Meloni flew to Tunis with Ursula von der Leyen.", "en", ["Giorgia Meloni", "Ursula von der Leyen"]),
        ("Michael Jordan gave money to Egypt.", "en", ["Michael Jordan"]),
        ("Mohammad Javad Zarif met Josep Borrell in Vienna.", "en", ["Mohammad Javad Zarif", "Josep Borrell"]),
        ("The village council thanked Vahan Petrosyan. Vahan left the village on Friday.", "en",
            ["Vahan Petrosyan", "Vahan"]),
        ("Le juge de la Cour suprême Brett Kavanaugh a répondu.", "fr", ["Brett Kavanaugh"]),
        ("Les États-Unis Donald Trump ne plaisantent pas.", "fr", ["Donald Trump"]),
        ("Затем Кофи Аннан написал письмо.", "ru", ["Кофи Аннан"]),
        ("Yesterday Kofi Annan wrote on Thursday.", "en", ["Kofi Annan"]),
        ("M. Hollande a reçu Mme Jordan, Me Dupond et MM. Valls et Paris.", "fr",
            ["Hollande", "Jordan", "Dupond", "Valls", "Paris"]),
        ("Mr. Trump left; Dr. London and Mrs Chad Brown stayed.", "en", ["Trump", "London", "Chad Brown"]),
        ("Господин Грузия ответил г-ну Чаду.", "ru", ["Грузия", "Чаду"]),
        ("Sayın Mısır'ın konuşması bitti.", "tr", ["Mısır"]),
        ("Georgia Brown met Grace Hope and Rose Stone in Paris.", "en", ["Georgia Brown", "Grace Hope", "Rose Stone"]),
        ("Reporters asked Trump about it on Monday. Trump said he would not answer.", "en", ["Trump", "Trump"]),
        ("The Sahel Herald reported the attack; Lomé Matin had it first.", "en", []),
        ("Would Kurti meet Vucic? His spokesman did not say.", "en", ["Kurti", "Vucic"]),
        ("Tsirisa a regretté le silence d'Ouandra.", "fr", ["Tsirisa", "Ouandra"]),
        ("Путин и Зеленский виделись в Брюсселе.", "ru", ["Путин", "Зеленский"]),
        ("PRESIDENT NIKOL PASHINYAN MEETS VLADIMIR PUTIN IN MOSCOW", "en", ["NIKOL PASHINYAN", "VLADIMIR PUTIN"]),
        ("EMMANUEL MACRON A RENCONTRÉ VLADIMIR POUTINE", "fr", ["EMMANUEL MACRON", "VLADIMIR POUTINE"]),
        ("НИКОЛ ПАШИНЯН ВСТРЕТИЛСЯ С ВЛАДИМИРОМ ПУТИНЫМ", "ru", ["НИКОЛ ПАШИНЯН", "ВЛАДИМИРОМ ПУТИНЫМ"]),
        ("The ex-wife said that the singer Tsirisa had left.", "en", ["Tsirisa"]),
        ("Его отец Вэндо также играл в команде.", "ru", ["Вэндо"]),
        ("Le public de la Ryder Cup a applaudi.", "fr", []),
        ("Police in Vladimir, Russia, detained two men.", "en", []),
    ],
)  # fmt: skip
def test_people_of_an_article(text: str, language: str, people: list[str]) -> None:
    assert told(text, language).named("person") == people


@settings(max_examples=30)
@given(ANY, st.sampled_from(["en", "fr", "ru", "tr", "hy", None]))
def test_any_text_gives_names_in_order_that_do_not_overlap(text: str, language: str | None) -> None:
    scene = Scene(text, engine(language).annotate(text), language)
    found, certain = seen.names(scene, (), (), descriptions(text, language))
    assert set(certain) <= set(found)
    assert all(0 <= name.span.start < name.span.end <= len(text) for name in found)
    assert [name.span for name in found] == sorted(name.span for name in found)
    assert all(name.kind != "other" for name in found)
