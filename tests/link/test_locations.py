"""The places of one article."""

from __future__ import annotations

import pytest

from according.link.locations import places
from according.model import Candidate
from tests.chains import article, named, told


def located(
    text: str, *candidates: Candidate, language: str = "en", **fields: object
) -> list[tuple[str, str | None]]:
    """The places that candidates name, each with the country that it is found in."""
    found = places(article(text, language, **fields), text, candidates)
    return [(group.name, group.location.country if group.location else None) for group in found]


class TestDoubt:
    def test_one_of_many_of_a_name_has_no_location(self) -> None:
        text = "Springfield was quiet."
        (group,) = places(article(text), text, [named(text, "Springfield", "place")])
        assert (group.location, group.key) == (None, None)
        assert "not sure enough" in group.members[0].reason

    def test_what_no_gazetteer_has(self) -> None:
        text = "Qzyxland was quiet."
        (group,) = places(article(text), text, [named(text, "Qzyxland", "place")])
        assert group.location is None
        assert group.members[0].reason == "in no gazetteer"

    def test_what_is_sure_says_how_sure(self) -> None:
        text = "Kharkiv was quiet."
        (group,) = places(article(text), text, [named(text, "Kharkiv", "place")])
        assert group.location is not None
        assert group.key is not None
        assert group.key.startswith("place:")
        assert 0.6 <= group.location.probability <= 1
        assert (group.location.latitude, group.location.longitude) == (
            pytest.approx(50.0, abs=0.2),
            pytest.approx(36.2, abs=0.2),
        )


class TestContext:
    def test_a_state_that_the_article_is_about(self) -> None:
        text = "Tripoli was quiet. Lebanon and Beirut. Libya and Benghazi."
        tripoli = named(text, "Tripoli", "place")
        lebanon = named(text, "Lebanon", "state", key="state:LB")
        libya = named(text, "Libya", "state", key="state:LY")
        assert located(text, tripoli, lebanon, named(text, "Beirut", "place"))[0] == ("Tripoli", "LB")
        assert located(text, tripoli, libya, named(text, "Benghazi", "place"))[0] == ("Tripoli", "LY")

    def test_what_is_said_beside_any_of_its_mentions(self) -> None:
        text = "Paris was quiet. Paris, Texas."
        names = [named(text, "Paris", "place", nth, state="FR", basis="capital") for nth in (0, 1)]
        assert located(text, *names) == [("Paris", "US")]
        assert located("Paris was quiet.", names[0]) == [("Paris", "FR")]

    @pytest.mark.parametrize(
        ("text", "name", "where"),
        [
            (
                "Hyderabad in Sindh was quiet. Hyderabad too. Hyderabad in Telangana was not. Hyderabad burns.",
                "Hyderabad",
                [("PK", 2), ("IN", 2)],
            ),
            (
                "London was far. London, Ontario, is not. London, England, is.",
                "London",
                [("CA", 2), ("GB", 1)],
            ),
            ("Tripoli in Lebanon. Tripoli, Libya. Tripoli in Lebanon.", "Tripoli", [("LB", 2), ("LY", 1)]),
            ("Kharkiv in Ukraine. Kharkiv, Germany said, is calm.", "Kharkiv", [("UA", 2)]),
        ],
    )
    def test_two_of_a_name_where_the_text_says_that_they_lie_apart(
        self, text: str, name: str, where: list[tuple[str, int]]
    ) -> None:
        named_so = [named(text, name, "place", nth) for nth in range(text.count(name))]
        found = places(article(text), text, named_so)
        assert [(each.location and each.location.country, len(each.members)) for each in found] == where

    def test_a_capital_found_as_one_is_that_one(self) -> None:
        text = "San José was quiet."
        assert located(text, named(text, "San José", "place", state="CR", basis="capital")) == [
            ("San José", "CR")
        ]

    def test_forms_of_one_name_are_one_place(self) -> None:
        text = "в Харькове и под Харьковом"
        names = [
            named(text, "Харькове", "place", name="Харьков"),
            named(text, "Харьковом", "place", name="Харьковом"),
        ]
        assert len(located(text, *names, language="ru")) == 1

    def test_names_of_one_place_are_one_place(self) -> None:
        text = "Bombay, then Mumbai"
        assert len(located(text, named(text, "Bombay", "place"), named(text, "Mumbai", "place"))) == 1


@pytest.mark.parametrize(
    ("text", "language", "mentions"),
    [
        ("Nagorno-Karabakh was shelled. Artsakh answered.", "en", ["Nagorno-Karabakh", "Artsakh"]),
        ("Le Haut-Karabagh est bombardé. L'Artsakh répond.", "fr", ["Haut-Karabagh", "Artsakh"]),
        ("They live in the Falkland Islands. The Malvinas are cold.", "en", None),
    ],
)
def test_a_place_under_the_names_of_its_sides_is_one(
    text: str, language: str, mentions: list[str] | None
) -> None:
    found = told(text, language)
    if mentions is None:
        assert found.chain("Falkland Islands").key == found.chain("Malvinas").key is not None
    else:
        assert found.of("place") == [mentions]
