"""The organizations and states of one article."""

from __future__ import annotations

import pytest

from according.link.group import Group
from according.link.things import organizations, states
from according.model import Candidate
from tests.chains import named, told


def bodies(text: str, *candidates: Candidate) -> list[Group]:
    return organizations(text, candidates)


def written(text: str, groups: list[Group]) -> list[list[str]]:
    return [[text[slice(*member.candidate.span)] for member in group.members] for group in groups]


def institution(
    text: str, name: str, role: str, nth: int = 0, form: str = "name", state: str | None = None
) -> Candidate:
    key = f"institution:{role}@{state}" if state else None
    return named(
        text, name, "organization", nth, form=form, role=role, state=state, key=key, basis="institution"
    )


def state(text: str, name: str, code: str, nth: int = 0) -> Candidate:
    return named(text, name, "state", nth, key=f"state:{code}", basis="known")


class TestStates:
    def test_one_group_a_state_whatever_it_is_called(self) -> None:
        text = "Burma and Myanmar, Myanmar and Laos"
        found = states([state(text, "Burma", "MM"), state(text, "Myanmar", "MM"), state(text, "Laos", "LA")])
        assert [group.key for group in found] == ["state:MM", "state:LA"]

    def test_peoples_are_no_states(self) -> None:
        assert states([named("Kenyan", "Kenyan", "state", key="state:KE", form="description")]) == []


class TestAcronyms:
    @pytest.mark.parametrize(
        "text",
        [
            "Herders' Trust Board (HTX). HTX",
            "Herders' Trust Board («HTX»). HTX",
            "Herders' Trust Board, (HTX). HTX",
        ],
    )
    def test_explained_in_brackets(self, text: str) -> None:
        found = bodies(
            text,
            named(text, "Herders' Trust Board", "organization"),
            *(named(text, "HTX", "organization", n) for n in (0, 1)),
        )
        assert written(text, found) == [["Herders' Trust Board", "HTX", "HTX"]]
        assert found[0].name == "Herders' Trust Board"

    def test_explained_by_its_first_letters(self) -> None:
        text = "Board for the Trust of Herders met. BTH said so."
        assert (
            len(
                bodies(
                    text,
                    named(text, "Board for the Trust of Herders", "organization"),
                    named(text, "BTH", "organization"),
                )
            )
            == 1
        )

    @pytest.mark.parametrize(
        "text",
        ["Herders' Trust Board met HTX", "Herders' Trust Board. (HTX)", "Herders' Trust Board (the HTX)"],
    )
    def test_not_explained(self, text: str) -> None:
        assert (
            len(
                bodies(
                    text,
                    named(text, "Herders' Trust Board", "organization"),
                    named(text, "HTX", "organization"),
                )
            )
            == 2
        )

    @pytest.mark.parametrize(
        ("text", "language", "mentions"),
        [
            ("The Sudan Doctors Union (SDU) wrote on Friday. The SDU has few members, the doctors said.", "en",
                ["Sudan Doctors Union", "SDU", "SDU"]),
            ("Союз врачей Судана (СВС) выступил с заявлением. СВС просит о помощи.", "ru",
                ["Союз врачей Судана", "СВС", "СВС"]),
            ("The Economic Community of West African States (ECOWAS) met. ECOWAS said so on Friday.", "en",
                ["Economic Community of West African States", "ECOWAS", "ECOWAS"]),
        ],
    )  # fmt: skip
    def test_in_an_article(self, text: str, language: str, mentions: list[str]) -> None:
        assert told(text, language).of("organization") == [mentions]


class TestNames:
    def test_a_short_name_is_the_longer_one(self) -> None:
        text = "Bright Future party met. Bright Future. Future."
        found = bodies(
            text,
            *(
                named(text, name, "organization", n)
                for name, n in (("Bright Future party", 0), ("Bright Future", 1), ("Future", 2))
            ),
        )
        assert written(text, found) == [["Bright Future party", "Bright Future"], ["Future"]]

    def test_of_two_longer_ones_it_is_neither(self) -> None:
        text = "Bright Future party. Bright Future bank. Bright Future."
        names = (("Bright Future party", 0), ("Bright Future bank", 0), ("Bright Future", 2))
        assert len(bodies(text, *(named(text, name, "organization", n) for name, n in names))) == 3


class TestInstitutions:
    TEXT = "Parliament met. Kenya. Kenya. Uganda. The parliament of Kenya."

    def test_the_one_of_its_kind(self) -> None:
        text = self.TEXT
        full = institution(text, "parliament of Kenya", "parliament", state="KE")
        (group,) = bodies(text, institution(text, "Parliament", "parliament"), full)
        assert group.key == "institution:parliament@KE"
        assert group.members[-1].confidence < group.members[0].confidence

    def test_of_the_state_that_the_article_is_about(self) -> None:
        text = self.TEXT
        about = [state(text, "Kenya", "KE"), state(text, "Kenya", "KE", 1), state(text, "Uganda", "UG")]
        (group,) = bodies(text, institution(text, "Parliament", "parliament"), *about)
        assert group.key == "institution:parliament@KE"

    def test_of_no_state_when_several_are_spoken_of(self) -> None:
        text = self.TEXT
        about = [state(text, "Kenya", "KE"), state(text, "Uganda", "UG")]
        (group,) = bodies(text, institution(text, "Parliament", "parliament"), *about)
        assert group.key == "institution:parliament@"

    def test_of_no_state_when_it_is_only_described(self) -> None:
        text = self.TEXT
        about = [state(text, "Kenya", "KE")]
        (group,) = bodies(text, institution(text, "parliament", "parliament", form="description"), *about)
        assert group.key == "institution:parliament@"
        assert not group.named

    def test_of_two_of_its_kind_it_is_neither(self) -> None:
        text = "parliament of Kenya, parliament of Chad, Parliament, Kenya"
        found = bodies(
            text,
            institution(text, "parliament of Kenya", "parliament", state="KE"),
            institution(text, "parliament of Chad", "parliament", state="TD"),
            institution(text, "Parliament", "parliament"), state(text, "Kenya", "KE", 1), state(text, "Kenya", "KE"),
        )  # fmt: skip
        assert [group.key for group in found] == [
            f"institution:parliament@{code}" for code in ("KE", "TD", "")
        ]

    @pytest.mark.parametrize(
        ("text", "language", "key"),
        [
            ("Parliament met on Monday. Kenya must pay its debts, and Kenya will.", "en", "institution:parliament@KE"),
            ("Parliament met on Monday. Kenya and Uganda signed. Uganda and Kenya agreed.", "en",
                "institution:parliament@"),
            ("Парламент собрался в понедельник. Кения платит долги, и Кения права.", "ru", "institution:parliament@KE"),
        ],
    )  # fmt: skip
    def test_in_an_article(self, text: str, language: str, key: str) -> None:
        found = told(text, language)
        assert [chain.key for chain in found.chains if chain.kind == "organization"] == [key]
