"""Who and what is named or described, by all sources together, in whole articles."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from according.extract.mentions import candidates
from according.language.engine import engine
from tests.chains import named, told
from tests.texts import ANY

LANGUAGES = ["en", "fr", "ru", "tr", "az", "hy", "uk", "de", "es", "ka", "zh", None]


class TestWhatIsNoActor:
    @pytest.mark.parametrize(
        ("text", "language", "written"),
        [
            ("The Ukrainians and the Russians exchanged prisoners on Thursday.", "en", ["Ukrainians", "Russians"]),
            ("Syrian officials welcomed the Kenyans.", "en", ["Syrian", "Kenyans"]),
            ("Les Soudanais et les Éthiopiens se sont rencontrés jeudi.", "fr", ["Soudanais", "Éthiopiens"]),
            ("Грузины и абхазы встретились в четверг.", "ru", ["Грузины", "абхазы"]),
            ("Сирийские чиновники промолчали.", "ru", ["Сирийские"]),
        ],
    )  # fmt: skip
    def test_peoples_are_neither_persons_nor_states(
        self, text: str, language: str, written: list[str]
    ) -> None:
        found = told(text, language)
        for word in written:
            assert found.seen(word) == {"people"}
        assert found.chains == ()

    def test_a_minister_is_no_ministry(self) -> None:
        found = told("The defence minister of Sudan spoke. The ministry of defence of Sudan said nothing.")
        assert found.seen("defence minister of Sudan") == {"office"}
        assert found.seen("ministry of defence of Sudan") == {"organization"}
        minister, ministry = (
            found.chain("defence minister of Sudan"),
            found.chain("ministry of defence of Sudan"),
        )
        assert (minister.kind, minister.offices, minister.named) == (
            "person",
            ("defence-minister@SD",),
            False,
        )
        assert (ministry.kind, ministry.key) == ("organization", "institution:defence-ministry@SD")

    @pytest.mark.parametrize(
        ("text", "language"),
        [
            ("Foreign ministers of Egypt and Sudan met. The presidents did not come.", "en"),
            ("Les ministres se sont tus, les présidents aussi.", "fr"),
            ("Министры промолчали, президенты тоже.", "ru"),
        ],
    )
    def test_several_of_an_office_are_nobody(self, text: str, language: str) -> None:
        assert told(text, language).of("person") == []

    @pytest.mark.parametrize(
        ("text", "language", "written"),
        [
            ("On Thursday an F-35 landed near Incirlik.", "en", ["Thursday", "F-35"]),
            ("Theresa May est venue en mai, un jeudi.", "fr", ["mai", "jeudi"]),
            ("A nice day in Nairobi: people were reading.", "en", ["nice", "reading"]),
            ("В четверг самолет Су-27 сел в Минске.", "ru", ["четверг", "Су-27"]),
        ],
    )
    def test_days_aircraft_and_words_are_nothing(self, text: str, language: str, written: list[str]) -> None:
        found = told(text, language)
        assert all(found.seen(word) == set() for word in written)
        assert found.candidates != ()  # something else is


class TestTraps:
    @pytest.mark.parametrize(
        ("text", "language", "written", "kind"),
        [
            ("The Council of Europe opened an office in Skopje.", "en", "Council of Europe", "organization"),
            ("Le Conseil de l'Europe a ouvert un bureau à Skopje.", "fr", "Conseil de l'Europe", "organization"),
            ("The village council thanked Vahan Petrosyan. Vahan left on Friday.", "en", "Vahan", "person"),
            ("Police in Vladimir, Russia, detained two men.", "en", "Vladimir", "place"),
            ("President Vladimir Putin spoke. Vladimir is his name.", "en", "Vladimir Putin", "person"),
            ("Georgia and Ukraine signed an agreement in Tbilisi.", "en", "Georgia", "state"),
            ("Voters in Georgia and Alabama will elect their senators. The United States Senate is divided.", "en",
                "Georgia", "place"),
            ("The law student left Jordan on Friday.", "en", "Jordan", "state"),
            ("Jordan and Egypt sent aid to Gaza.", "en", "Jordan", "state"),
            ("Giorgia Meloni flew to Tunis with Ursula von der Leyen.", "en", "Giorgia Meloni", "person"),
            ("The refugees crossed into Chad and Sudan.", "en", "Chad", "state"),
            ("Le Tchad a fermé sa frontière.", "fr", "Tchad", "state"),
            ("They live in Nice.", "en", "Nice", "place"),
            ("The Democratic Republic of Congo met Rwanda.", "en", "Democratic Republic of Congo", "state"),
            ("Fires burn near Lake Chad.", "en", "Lake Chad", "place"),
            ("The Jordan River is low.", "en", "Jordan River", "place"),
        ],
    )  # fmt: skip
    def test_kinds(self, text: str, language: str, written: str, kind: str) -> None:
        assert told(text, language).seen(written) == {kind}

    def test_georgia_in_alabamas_company_is_in_the_united_states(self) -> None:
        found = told(
            "Voters in Georgia and Alabama will elect their senators. The United States Senate is divided."
        )
        for name in ("Georgia", "Alabama"):
            location = found.chain(name).location
            assert location is not None
            assert (location.country, location.precision) == ("US", "region")

    def test_paris_in_texas(self) -> None:
        found = told("He was born in Paris, Texas, and lives in Houston.")
        location = found.chain("Paris").location
        assert location is not None
        assert location.country == "US"
        other = told("He was born in Paris, and lives in Lyon.").chain("Paris").location
        assert other is not None
        assert other.country == "FR"

    def test_a_prime_minister_and_a_month(self) -> None:
        found = told("Prime Minister Theresa May met him in May. She left.")
        assert found.of("person") == [["Prime Minister", "Theresa May", "She"]]


class TestApart:
    @pytest.mark.parametrize(
        ("text", "names"),
        [
            ("Les États-Unis Donald Trump ne plaisantent pas.", {"États-Unis": "state", "Donald Trump": "person"}),
            ("Le juge de la Cour suprême Brett Kavanaugh a répondu.",
                {"Cour suprême": "organization", "Brett Kavanaugh": "person"}),
            ("Le président malien Assimi Goïta a parlé.",
                {"président malien": "office", "malien": "people", "Assimi Goïta": "person"}),
            ("Le diocèse de Tavouch a appelé au calme.", {"diocèse de Tavouch": "organization", "Tavouch": "place"}),
            ("Le Centre de surveillance conjoint russo-turc a ouvert.",
                {"Centre de surveillance conjoint russo-turc": "organization", "turc": "people"}),
        ],
    )  # fmt: skip
    def test_what_stands_together(self, text: str, names: dict[str, str]) -> None:
        found = told(text, "fr")
        assert {found.text[slice(*each.span)] for each in found.candidates} == set(names)
        assert all(found.seen(written) == {kind} for written, kind in names.items())


def test_offices_of_firms_are_none() -> None:
    found = told("The president of the Lyon football club met the president of Mali.")
    offices = [found.text[slice(*each.span)] for each in found.candidates if each.basis == "office"]
    assert offices == ["president of Mali"]


@settings(max_examples=60)
@given(ANY, st.sampled_from(LANGUAGES))
@example("M. May, Georgia-Jordan; Paris (Texas): «Washington»\n\n", "fr")
@example("Президент США Дональд\u00adТрамп", "ru")
@example("İstanbul’da İİİ", "tr")
def test_any_text_gives_names_that_lie_in_it(text: str, language: str | None) -> None:
    found = candidates(text, engine(language).annotate(text), language)
    assert list(found) == sorted(found, key=lambda each: (each.span, each.form))
    assert all(0 <= each.span.start < each.span.end <= len(text) for each in found)
    assert all(each.name.strip() and 0 < each.confidence <= 1 for each in found)
    assert all(text[slice(*each.span)].strip() == text[slice(*each.span)] for each in found)
    names = [each for each in found if each.form == "name"]
    assert len({each.span for each in names}) == len(names)
    for one in names:
        for other in names:
            over = one is not other and one.span.overlap(other.span)
            assert not over or one.span.contains(other.span) or other.span.contains(one.span)


def test_the_same_text_gives_the_same_names() -> None:
    text = "Prime Minister Abiy Ahmed met the Sudan Doctors Union in Nairobi, Kenya."
    twice = [candidates(text, engine("en").annotate(text), "en") for _ in range(2)]
    assert twice[0] == twice[1]
    assert named(text, "Abiy Ahmed", "person") in twice[0]


@pytest.mark.parametrize(
    ("text", "language", "offices"),
    [
        ("Prime Minister Tigran Avinyan of Armenia spoke.", "en", ("prime-minister@AM",)),
        ("Le président Paul Biya du Cameroun a parlé.", "fr", ("president@CM",)),
        ("President Paul Biya met the ambassador of Chad.", "en", ("president@",)),
    ],
)
def test_whose_an_office_is_may_stand_behind_its_holder(
    text: str, language: str, offices: tuple[str, ...]
) -> None:
    people = [chain for chain in told(text, language).chains if chain.kind == "person" and chain.named]
    assert people[0].offices == offices


def test_a_control_character_inside_a_word_makes_no_other_name() -> None:
    found = told("The minis\x02ter left Lon\x02don for Ber\x02lin.")
    assert [chain.name for chain in found.chains if chain.named] == ["London", "Berlin"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("He is a former Ukrainian army officer.", "institution:armed-forces@UA"),
        ("The former Ukrainian government resigned.", "institution:former-government@UA"),
    ],
)
def test_who_is_former_the_organ_or_somebody_of_it(text: str, key: str) -> None:
    assert key in {chain.key for chain in told(text).chains}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("ISIS killed a guard.", "organization:islamic-state"),
        ("The guards fought ISIS's men.", "organization:islamic-state"),
        ("The ISI arrested a guard.", "institution:intelligence@PK"),
    ],
)
def test_an_acronym_is_no_plural_of_a_shorter_one(text: str, key: str) -> None:
    assert [chain.key for chain in told(text).chains if chain.named] == [key]
