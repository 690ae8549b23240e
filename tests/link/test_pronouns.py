"""He and she, with the engines that read the articles."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.chains import told


def meant(text: str, pronoun: str, language: str = "en", nth: int = 0) -> str | None:
    """The name of whom the `nth` mention that is written `pronoun` stands for."""
    found = sorted(
        (mention.span, chain.name)
        for chain in told(text, language).chains
        for mention in chain.mentions
        if mention.form == "pronoun" and mention.text.strip("-").lower() == pronoun
    )
    return found[nth][1] if nth < len(found) else None


class TestAgreement:
    def test_nobody_is_both_he_and_she(self) -> None:
        assert told("Robin Smith arrived. She smiled. She left. ").of("person") == [
            ["Robin Smith", "She", "She"]
        ]
        assert told("Robin Smith arrived. She smiled. He left.").of("person") == [["Robin Smith"]]

    @pytest.mark.parametrize(
        ("text", "pronoun", "language", "name"),
        [
            ("Angela Merkel met Emmanuel Macron. He spoke.", "he", "en", "Emmanuel Macron"),
            ("Angela Merkel met Emmanuel Macron. She spoke.", "she", "en", "Angela Merkel"),
            ("Mr. Okello met spokeswoman Adong Atim. He left.", "he", "en", "Okello"),
            ("La ministre Adjoa Mensah a reçu Kofi Boateng. Elle a parlé.", "elle", "fr", "Adjoa Mensah"),
            ("Мария Захарова встретилась с Виктором Орбаном. Она выступила.", "она", "ru", "Мария Захарова"),
        ],
    )
    def test_who_agrees(self, text: str, pronoun: str, language: str, name: str) -> None:
        assert meant(text, pronoun, language) == name

    def test_who_does_not_agree_is_not_meant(self) -> None:
        assert meant("Mrs. Ayesha Kone arrived on Monday. He spoke.", "he") is None


class TestSubjects:
    def test_the_subject_of_the_sentence_before(self) -> None:
        assert meant("Kofi Boateng met Kwame Mensah. He spoke.", "he") == "Kofi Boateng"

    def test_the_subject_of_the_same_sentence(self) -> None:
        text = "Kofi Boateng arrived. Kwame Mensah left because he was tired."
        assert meant(text, "he") == "Kwame Mensah"

    def test_a_name_that_the_parser_leaves_aside(self) -> None:
        text = (
            "Kwame Mensah a parlé. Sean Combs s’est fait appeler Puff Daddy, P. Diddy ou Diddy, mais cette année, il a "
            "annoncé sa préférence."
        )
        assert meant(text, "il", "fr") == "Sean Combs"

    def test_of_two_listed_subjects_neither(self) -> None:
        assert meant("Kofi Boateng and Kwame Mensah met. He spoke.", "he") is None

    @pytest.mark.parametrize(
        "text",
        [
            "Kofi Boateng arrived. Whoever wins can appeal if he or she wishes.",
            "Kofi Boateng's lawyer Kwame Mensah arrived. Kofi Boateng's spokesman said he was ill.",
            "Kofi Boateng left. Robin Smith confronted him with what he had said.",
        ],
    )
    def test_in_doubt_nobody(self, text: str) -> None:
        assert meant(text, "he") is None

    def test_not_far_away(self) -> None:
        far = "Angela Merkel arrived. The hall was full. It rained. Nobody spoke. She left."
        assert meant(far, "she") is None

    def test_somebody_who_is_only_described(self) -> None:
        found = told("The Kenyan president arrived in Kampala. He spoke.")
        assert found.chain("He") == found.chain("Kenyan president")


class TestQuotations:
    @pytest.mark.parametrize(
        ("text", "pronoun", "language", "name"),
        [
            ('Kofi Boateng said the vote was stolen. The turnout fell. The hall fell silent. Nobody left. "We will '
             'appeal," he said.', "he", "en", "Kofi Boateng"),
            ("Kofi Boateng a déclaré que le vote était volé. « Nous ferons appel », a-t-il dit.", "il", "fr",
             "Kofi Boateng"),
        ],
    )  # fmt: skip
    def test_who_spoke_last(self, text: str, pronoun: str, language: str, name: str) -> None:
        assert meant(text, pronoun, language) == name


class TestThings:
    def test_a_thing_that_agrees_keeps_people_from_being_meant(self) -> None:
        text = "Kofi Boateng a parlé à Accra. Le projet est terminé. Il coûte cher."
        assert meant(text, "il", "fr") is None

    def test_one_that_does_not_agree_keeps_nobody(self) -> None:
        text = "Kofi Boateng a parlé à Accra. La salle était pleine. Il a remercié tout le monde."
        assert meant(text, "il", "fr") == "Kofi Boateng"

    def test_an_organization_can_be_meant(self) -> None:
        text = (
            "Kofi Boateng a parlé. Le Comité électoral du Ghana a publié un rapport. Il a démenti la fraude."
        )
        assert (meant(text, "il", "fr") or "").startswith("Comité électoral")

    def test_nobody_rains(self) -> None:
        assert meant("Kofi Boateng est arrivé. Il faut attendre.", "il", "fr") is None


@settings(max_examples=40)
@given(
    st.text(st.sampled_from("He she said. \"«»,il -t'Macron Merkel\n"), max_size=120),
    st.sampled_from(["en", "fr"]),
)
def test_any_text(text: str, language: str) -> None:
    for chain in told(text, language).chains:
        assert all(text[slice(*mention.span)] == mention.text for mention in chain.mentions)


class TestPossessors:
    def test_whose_the_subject_is(self) -> None:
        text = "Kofi Boateng left. The tone of Kwame Mensah's speech was different from last year, when he said no."
        assert meant(text, "he") == "Kwame Mensah"

    def test_who_is_named_in_the_sentence_keeps_those_before_from_being_meant(self) -> None:
        text = "Kofi Boateng left. Police asked Kwame Mensah whether he would stay."
        assert meant(text, "he") is None


def test_a_pronoun_however_often_it_stands_is_nobody_s_name() -> None:
    (minister,) = told("The minister arrived on Monday. She said she was tired. She left.").chains
    assert (minister.name, len(minister.mentions)) == ("minister", 4)
