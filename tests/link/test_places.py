"""Which place a name means, decided for all names of an article together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.knowledge.gazetteer import candidates
from according.link.place_context import PlaceName
from according.link.places import Context, Resolved, distance_km, observations, resolve, softmax, weights


def meant(name: PlaceName, context: Context, *others: PlaceName) -> Resolved:
    found = resolve([name, *others], context)[0]
    assert found is not None
    return found


def test_the_large_place_is_meant_when_nothing_else_is_said() -> None:
    assert meant(PlaceName("Baku", "en"), Context()).place.key == "place:geonames:587084"
    assert meant(PlaceName("Paris", "fr"), Context({"FR": 2})).place.country == "FR"


@pytest.mark.parametrize(
    ("name", "countries", "country"),
    [
        ("Tripoli", {"LB": 3.0}, "LB"),
        ("Tripoli", {"LY": 3.0}, "LY"),
        ("Georgia", {"US": 4.0}, "US"),
        ("Georgia", {"AM": 2.0, "RU": 2.0}, "GE"),
        ("Hamilton", {"NZ": 5.0}, "NZ"),
        ("Valencia", {"VE": 5.0}, "VE"),
    ],
)
def test_the_countries_of_the_article_decide(name: str, countries: dict[str, float], country: str) -> None:
    assert meant(PlaceName(name, "en"), Context(countries)).place.country == country


def test_the_only_place_of_a_name_is_not_meant_by_an_article_on_other_countries() -> None:
    name = PlaceName("Ури", "ru", 3)
    kashmir = (PlaceName("Кашмире", "ru"), PlaceName("Сринагаре", "ru"))
    assert not meant(name, Context({"IN": 2.0, "PK": 1.0}), *kashmir).sure
    assert meant(name, Context({"CH": 2.0})).place.key == "place:iso:CH-UR"
    assert meant(name, Context({"CH": 2.0})).sure


def test_the_other_places_of_the_article_decide() -> None:
    ontario = [PlaceName(name, "en") for name in ("Toronto", "Windsor", "Hamilton", "Kingston")]
    found = resolve([*ontario, PlaceName("London", "en", within=frozenset({"CA"}))], Context({"CA": 4}))
    assert [each.place.country for each in found if each] == ["CA"] * 5
    far = Context({"TR": 5, "GR": 1})
    assert meant(PlaceName("Aix-en-Provence", "fr"), far).sure  # a name of several words is seldom another's
    near = meant(PlaceName("Aleppo", "en"), Context(), PlaceName("Idlib", "en"), PlaceName("Hama", "en"))
    assert near.place.country == "SY"


def test_what_stands_beside_the_name_decides() -> None:
    texas = PlaceName("Paris", "en", within=frozenset({"US.TX"}))
    assert meant(texas, Context({"FR": 2})).place.admin == "US.TX"
    # What is said of one spelling holds for the other.
    both = resolve(
        [PlaceName("PARIS", "en", within=frozenset({"US.TX"})), PlaceName("Paris", "en")], Context()
    )
    assert [each.place.admin for each in both if each] == ["US.TX", "US.TX"]


def test_a_word_for_the_kind_decides() -> None:
    assert meant(PlaceName("Aleppo", "en", level="region"), Context({"SY": 2})).place.precision == "region"
    assert meant(PlaceName("Aleppo", "en", level="town"), Context({"SY": 2})).place.precision == "town"
    assert (
        meant(PlaceName("Washington", "en", level="region"), Context({"US": 2})).place.key
        == "place:iso:US-WA"
    )


def test_the_outlet_and_a_certain_place_count() -> None:
    plain = meant(PlaceName("Cambridge", "en"), Context()).place
    other = meant(
        PlaceName("Cambridge", "en"), Context(outlet="US", near=candidates("Boston", "en")[:1])
    ).place
    assert (plain.country, other.country) == ("GB", "US")


@pytest.mark.parametrize("name", ["Vahan", "Of", "Reading", "Kaspi"])
def test_a_small_place_without_support_is_not_sure(name: str) -> None:
    assert not meant(PlaceName(name, "en"), Context()).sure


def test_a_small_place_with_support_is_sure() -> None:
    vahan = PlaceName("Vahan", "en", within=frozenset({"AM"}), level="town")
    assert meant(vahan, Context({"AM": 3})).sure


def test_a_capital_is_shown_as_one() -> None:
    assert meant(PlaceName("Анкара", "ru"), Context({"TR": 1})).capital == "TR"
    assert meant(PlaceName("Gaziantep", "en"), Context({"TR": 1})).capital is None


def test_a_name_of_no_place_is_none() -> None:
    assert resolve([PlaceName("Qqqxyzzy", "en")], Context()) == [None]
    assert resolve([], Context()) == []


def test_the_order_of_the_names_changes_nothing() -> None:
    names = [PlaceName(name, "en") for name in ("Springfield", "Chicago", "Paris", "Georgia")]
    there = resolve(names, Context({"US": 2}))
    back = resolve(names[::-1], Context({"US": 2}))[::-1]
    assert [each and each.place for each in there] == [each and each.place for each in back]


NAMES = st.sampled_from(
    ["Paris", "London", "Ереван", "Georgia", "Van", "Tripoli", "Nice", "x", "", "Springfield, Ill."]
)


@given(
    st.lists(
        st.builds(
            PlaceName,
            text=st.one_of(NAMES, st.text(max_size=12)),
            language=st.sampled_from(["en", "ru", None]),
            count=st.integers(1, 5),
            within=st.sampled_from([frozenset[str](), frozenset({"US"}), frozenset({"AM.09"})]),
            level=st.sampled_from([None, "region", "town"]),
        ),
        max_size=6,
    ),
    st.dictionaries(st.sampled_from(["US", "AM", "FR"]), st.floats(0, 100), max_size=3),
)
def test_probabilities_are_probabilities(names: list[PlaceName], countries: dict[str, float]) -> None:
    found = resolve(names, Context(countries))
    assert len(found) == len(names)
    for each in filter(None, found):
        shares = [each.probability, *(probability for _, probability in each.others)]
        assert shares == sorted(shares, reverse=True)
        assert 0 <= sum(shares) <= 1.000001


def test_every_feature_has_a_weight_and_every_weight_a_feature() -> None:
    names = [
        PlaceName("Ереване", "ru", 2, frozenset({"AM"}), "town"),
        PlaceName("Aleppo", "en"),
        PlaceName("Idlib", "en", level="town"),
        PlaceName("Georgia", "en"),
        PlaceName("northern Goris", "en"),
        PlaceName("Goris", "en"),
        PlaceName("Kapan", "en"),
        PlaceName("Баку", "ru"),
        PlaceName("Port Sudan", "en"),
    ]
    found = observations(names, Context({"AM": 2, "SY": 1}, "SY"))
    seen = {feature for name in found for _, features in name for feature in features}
    assert seen | {"none"} == set(weights())


def test_distances_are_those_of_the_globe() -> None:
    yerevan, baku = candidates("Yerevan", "en")[0], candidates("Baku", "en")[0]
    assert distance_km(yerevan, baku) == pytest.approx(454, abs=10)
    assert distance_km(baku, baku) == 0


def test_softmax_takes_any_scores() -> None:
    assert softmax([1000.0, 1000.0]) == [0.5, 0.5]
    assert sum(softmax([-5.0, 0.0, 700.0])) == pytest.approx(1)
