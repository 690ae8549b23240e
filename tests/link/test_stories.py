"""Stories: which articles are brought together, and that neither order nor number of steps shows."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from according.link import stories_near
from according.link.bonds import Bonds
from according.link.kept import Kept
from according.link.rarity import Rarity, rarity
from according.link.stories import stories
from according.link.stories_fit import likeness, tokens, told, window
from according.link.stories_groups import groups
from according.model import Bond, Sketch
from according.views import Item, Lead

BASES = np.random.default_rng(1).integers(-90, 90, (6, 512))
NOBODY = Lead()


def vector(base: int, noise: int = 0) -> bytes:
    """A sentence vector near one of `BASES`; those of two bases have nothing in common."""
    more = np.random.default_rng(noise).integers(-30, 31, 512) if noise else np.zeros(512, int)
    return (BASES[base] + more).astype(np.int8).tobytes()


def item(article: str, **fields: Any) -> Item:
    lead = Lead(
        **{name: frozenset(fields.pop(name)) for name in ("actors", "lands", "stems") if name in fields}
    )
    plain = Item(
        article, f"Headline {article}", "en", False, None, None, None, 5, Sketch(100, b"", None),
        tuple((each, 2) for each in sorted(lead.actors)), lead.lands, frozenset(), frozenset(), lead,
    )  # fmt: skip
    return replace(plain, **fields)


PORT = {"actors": ["port", "minister"], "lands": ["KE"], "stems": ["crane", "strik", "port"]}


def parts(*items: Item) -> list[list[str]]:
    """The articles of each story that has more than one."""
    found = stories(items, {})
    assert sorted(each.article for one in found for each in one.articles) == sorted(
        each.article for each in items
    )
    return sorted(sorted(each.article for each in one.articles) for one in found if len(one.articles) > 1)


def sketched(base: int, noise: int) -> Sketch:
    return Sketch(100, b"", vector(base, noise))


class TestTogether:
    def test_alike_in_two_languages(self) -> None:
        one = item("a", sketch=sketched(0, 1), **PORT)
        assert parts(one, item("b", language="fr", sketch=sketched(0, 2), **PORT)) == [["a", "b"]]

    def test_alike_without_any_name(self) -> None:
        one, other = item("a", sketch=sketched(0, 1)), item("b", language="ru", sketch=sketched(0, 2))
        assert parts(one, other) == [["a", "b"]]

    def test_a_language_without_vectors_goes_by_names_words_and_figures(self) -> None:
        figures = frozenset({(4150.0, "person")})
        one = item("a", sketch=sketched(0, 1), figures=figures, **PORT)
        other = item("b", language="hy", figures=figures, **PORT)
        assert parts(one, other) == [["a", "b"]]

    def test_an_article_without_title_date_or_names_is_a_story(self) -> None:
        (alone,) = stories([item("a", title=None)], {})
        assert (alone.title, alone.earliest, alone.origins, alone.articles[0].score) == ("", None, 1, 1.0)


class TestApart:
    def test_the_same_names_and_another_matter(self) -> None:
        one = item("a", sketch=sketched(0, 1), **{**PORT, "stems": ["crane"]})
        assert parts(one, item("b", sketch=sketched(1, 2), **{**PORT, "stems": ["voter"]})) == []

    def test_the_same_kind_of_event_elsewhere(self) -> None:
        one = item("a", sketch=Sketch(9, b"", vector(0)), actors=["x"], lands=["TR"])
        mixed = (BASES[0] * 0.6 + BASES[1] * 0.6).astype(np.int8).tobytes()
        other = item("b", sketch=Sketch(9, b"", mixed), language="fr", actors=["y"], lands=["AF"])
        same_place = replace(other, lead=one.lead, actors=one.actors)
        assert parts(one, other) == []
        assert parts(one, same_place) == [["a", "b"]]

    def test_long_before(self) -> None:
        one = item("a", published="2021-01-02", sketch=sketched(0, 1), **PORT)
        other = item("b", published="2021-01-20", sketch=sketched(0, 2), **PORT)
        assert parts(one, other) == []
        assert parts(one, replace(other, published="2021-01-09")) == [["a", "b"]]
        assert parts(one, replace(other, published="2021-01")) == [["a", "b"]]


def score(one: Item, other: Item) -> float:
    rare = Rarity((window(each), tokens(each)) for each in (one, other))
    alike = likeness(told(one, rare), told(other, rare))
    assert alike is not None
    return alike.score


class TestOnce:
    SUMMIT = replace(
        item("a", sketch=sketched(0, 1)),
        lead=Lead(
            frozenset({"baku"}), days=frozenset({"2031-05-06"}), stems=frozenset({"baku", "06", "talks"})
        ),
        actors=(("baku", 1),),
        days=frozenset({"2031-05-06"}),
    )

    def both(self, **fields: Any) -> float:
        lead = replace(self.SUMMIT.lead, **fields)
        one = replace(self.SUMMIT, lead=lead)
        return score(one, replace(one, article="b", language="fr"))

    def test_the_words_of_a_common_name_or_day_do_not_count_beside_it(self) -> None:
        spelled = frozenset({("baku", "baku"), ("2031-05-06", "06")})
        assert self.both(spelled=spelled) < self.both()
        assert self.both(spelled=spelled) == pytest.approx(self.both(stems=frozenset({"talks"})))

    def test_the_words_of_a_name_that_only_one_has_do(self) -> None:
        assert self.both(spelled=frozenset({("somebody", "baku")})) == self.both()

    def test_a_day_among_many_says_less(self) -> None:
        other = replace(self.SUMMIT, article="b", language="fr")
        many = replace(other, days=other.days | {f"2030-01-{day:02d}" for day in range(10, 19)})
        assert score(self.SUMMIT, many) < score(self.SUMMIT, other)
        # Who tells of the same days tells of the same.
        assert score(replace(many, article="a", language="en"), many) == pytest.approx(
            score(self.SUMMIT, other)
        )


class TestWhatIsTold:
    def test_of_a_story(self) -> None:
        items = [
            item(
                "c",
                published="2021-01-03",
                title="Grève au port",
                language="fr",
                sketch=sketched(0, 1),
                **PORT,
            ),
            item("b", published="2021-01-02", title="Strike at the port", sketch=sketched(0, 2), **PORT),
            item("a", published="2021-01-04", title="Port strike spreads", sketch=sketched(0, 3), **PORT),
        ]
        (one,) = stories(items, {"a": "first", "b": "first"})
        assert [each.article for each in one.articles] == ["b", "c", "a"]
        assert (one.earliest, one.latest, one.origins) == ("2021-01-02", "2021-01-04", 2)
        assert one.title in {"Strike at the port", "Port strike spreads"}
        assert one.articles[0].reason.startswith("2 names in common, title and beginning alike")
        later = item("d", published="2021-01-05", sketch=sketched(0, 4), **PORT)
        (grown,) = stories([*items, later], {})
        assert grown.id == one.id

    def test_a_headline_stands_in_for_a_missing_one(self) -> None:
        lead = Lead(opening="Cranes stood still on Monday. " + "And on. " * 30)
        (one,) = stories([item("a", title=None, lead=lead)], {})
        assert one.title.startswith("Cranes stood still on Monday.")
        assert len(one.title) <= 120


def test_what_everybody_has_says_little() -> None:
    assert rarity(1, 1000) == 1.0
    assert rarity(2, 1000) > rarity(16, 1000) > rarity(700, 1000) >= 0.0


def test_rarity_is_that_of_a_window() -> None:
    rare = Rarity([(None, ["x"]), (3, ["x"]), (None, ["x", "y"])])
    assert rare.of("x", None) < rare.of("y", None) == rare.of("x", 3) == 1.0


def test_groups_are_joined_by_their_mean() -> None:
    pairs = {0: {1: 0.9, 2: 0.5}, 1: {0: 0.9}, 2: {0: 0.5, 3: 0.8}, 3: {2: 0.8}}
    assert groups([0, 1, 2, 3], pairs, "abcd", Bonds(())) == [[0, 1], [2, 3]]
    near = {0: {1: 0.9, 2: 0.7}, 1: {0: 0.9}, 2: {0: 0.7}}
    assert groups([0, 1, 2], near, "abc", Bonds(())) == [[0, 1, 2]]


def test_what_people_say_of_two_holds_for_their_groups() -> None:
    pairs = {0: {1: 0.9, 2: 0.5}, 1: {0: 0.9}, 2: {0: 0.5, 3: 0.8}, 3: {2: 0.8}}
    assert groups([0, 1, 2, 3], pairs, "abcd", Bonds([Bond("different", ("a",), ("b",))])) == [
        [0],
        [1],
        [2, 3],
    ]
    one = Bonds([Bond("same", ("b",), ("d",))])
    assert groups([0, 1, 2, 3], pairs, "abcd", one) == [[0, 1, 2, 3]]
    apart = Bonds([Bond("different", ("a",), ("c",)), Bond("same", ("b",), ("d",))])
    assert groups([0, 1, 2, 3], pairs, "abcd", apart) == [[0, 1, 3], [2]]


def test_who_is_said_to_be_of_a_story_lets_nobody_fall_out_of_it() -> None:
    near = {0: {1: 0.4}, 1: {0: 0.4}}
    assert groups(range(5), near, "abcde", Bonds([Bond("same", ("a",), ("c", "d", "e"))])) == [
        [0, 1, 2, 3, 4]
    ]


def test_who_is_said_to_be_of_a_story_brings_in_nobody_who_is_near_to_one_of_it_alone() -> None:
    near = {one: {other: 0.9 for other in range(5) if other != one} for one in range(5)}
    near[4][6], near[6] = 0.35, {4: 0.35}
    names = [f"a{each}" for each in range(7)]
    for said in ((("a5",), ("a0", "a1", "a2", "a3", "a4")), (("a5",), ("a4",)), (("a0",), ("a5",))):
        assert groups(range(7), near, names, Bonds([Bond("same", *said)])) == [[0, 1, 2, 3, 4, 5], [6]]


def test_what_is_put_together_reaches_on_by_way_of_others() -> None:
    near = {1: {2: 0.9}, 2: {1: 0.9}}
    said = [Bond("same", ("a",), ("b",)), Bond("same", ("c",), ("d",))]
    assert groups(range(5), near, "abcde", Bonds(said)) == [[0, 1, 2, 3], [4]]


_NUMBERS = count()
ITEMS = st.lists(
    st.builds(
        lambda base, noise, language, published, actors, stems, land, day, figure: item(
            f"{next(_NUMBERS):05}", language=language, published=published, actors=actors, stems=stems, lands=land,
            sketch=Sketch(50, b"", None if base is None else vector(base, noise)), days=day, figures=figure,
        ),
        st.none() | st.integers(0, 2),
        st.integers(0, 3),
        st.sampled_from(["en", "fr", None]),
        st.none() | st.sampled_from(["2021-01-02", "2021-01-08", "2021-01-13", "2021-01", "2020-12-28", "soon"]),
        st.frozensets(st.sampled_from("pqrst"), max_size=3),
        st.frozensets(st.sampled_from(["crane", "voter", "strik", "2021"]), max_size=3),
        st.frozensets(st.sampled_from(["KE", "TR"]), max_size=2),
        st.frozensets(st.sampled_from(["2021-01-01", "2021-01-05"]), max_size=1),
        st.frozensets(st.sampled_from([(44.0, "day"), (2.0, "")]), max_size=2),
    ),
    max_size=14,
)  # fmt: skip


@pytest.fixture(params=["alone", "crowded"], scope="module")
def bounds(request: pytest.FixtureRequest) -> Any:
    """As many articles as usual make a crowd, and so few that crowds form and blocks are parted all the time."""
    crowd, block = stories_near.CROWD, stories_near.BLOCK
    if request.param == "crowded":
        stories_near.CROWD, stories_near.BLOCK = 3, 2
    yield
    stories_near.CROWD, stories_near.BLOCK = crowd, block


@settings(deadline=None)
@given(ITEMS, st.randoms(use_true_random=False), st.integers(1, 4))
def test_order_and_steps_do_not_show(bounds: None, some: list[Item], random: Any, step: int) -> None:
    at_once = stories(some, {})
    assert sorted(each.article for one in at_once for each in one.articles) == [each.article for each in some]
    shuffled = random.sample(some, len(some))
    assert stories(shuffled, {}) == at_once
    bit_by_bit = Kept()
    for at in range(0, len(shuffled), step):
        bit_by_bit = Kept(bit_by_bit.used)
        last = stories(shuffled[: at + step], {}, bit_by_bit)
    assert not some or last == at_once


@pytest.mark.parametrize("day", ["2021-05-15", None])
def test_where_all_are_alike_each_is_compared_with_few(
    day: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stories_near, "PAIRS", 8)
    dense = {"actors": ["port", "minister"], "stems": ["crane", "strik"]}
    some = [
        item(f"{number:03}", published=day, sketch=sketched(0, number + 1), **dense) for number in range(240)
    ]

    def compared(articles: list[Item]) -> float:
        kept = Kept()
        stories(articles, {}, kept)
        return kept.worked / len(articles)

    # All pairs would be 30, 60 and 120 for each.
    assert max(compared(some[:size]) for size in (60, 120, 240)) <= stories_near.PAIRS + 1


def test_copies_of_one_original_are_not_compared() -> None:
    some = [item(f"{number:02}", sketch=sketched(0, number + 1), **PORT) for number in range(40)]
    kept = Kept()
    (one,) = stories(some, dict.fromkeys((each.article for each in some), "dispatch"), kept)
    assert (len(one.articles), one.origins, kept.worked) == (40, 1, 0)


@settings(deadline=None)
@given(ITEMS.filter(lambda some: len(some) > 1))
def test_likeness_has_no_direction(some: list[Item]) -> None:
    rare = Rarity((window(each), tokens(each)) for each in some)
    one, other, *_ = (told(each, rare) for each in some)
    assert likeness(one, other) == likeness(other, one)
    alike = likeness(one, other)
    assert alike is None or (0 <= alike.score <= 1 and alike.reason)


@pytest.mark.parametrize(("day", "together"), [("2021-05-09", True), ("2021-05-14", False)])
def test_leads_that_name_other_days_tell_of_other_things(day: str, together: bool) -> None:
    kabul = {"actors": ["kabul"], "lands": ["AF"], "stems": ["bomb", "kill"]}
    some = [
        item(name, published="2021-05-15", sketch=sketched(0, noise), **kabul)
        for noise, name in enumerate(("a", "b"), start=1)
    ]
    named = [
        replace(each, lead=replace(each.lead, days=frozenset({on})))
        for each, on in zip(some, ("2021-05-08", day), strict=True)
    ]
    assert (likely(*named) < likely(*some)) is not together
    assert parts(*some) == [["a", "b"]]


def likely(one: Item, other: Item) -> float:
    rare = Rarity((window(each), tokens(each)) for each in (one, other))
    alike = likeness(told(one, rare), told(other, rare))
    assert alike is not None
    return alike.score


def test_a_dense_part_is_one_group_and_another() -> None:
    near = {
        one: {other: 0.9 if one % 2 == other % 2 else 0.1 for other in range(60) if other != one}
        for one in range(60)
    }
    names = [str(each) for each in range(60)]
    assert groups(range(60), near, names, Bonds(())) == [list(range(0, 60, 2)), list(range(1, 60, 2))]


class TestJudged:
    ONE = item("a", sketch=sketched(0, 1), **PORT)
    OTHER = item("b", language="fr", sketch=sketched(0, 2), **PORT)
    FAR = item("c", published="2014-01-01", sketch=sketched(3, 1), stems=["wheat"])

    def test_apart(self) -> None:
        found = stories([self.ONE, self.OTHER], {}, said=[Bond("different", ("a",), ("b",))])
        assert sorted(len(each.articles) for each in found) == [1, 1]

    def test_together_however_far(self) -> None:
        found = stories([self.ONE, self.OTHER, self.FAR], {}, said=[Bond("same", ("a",), ("c",))])
        (story,) = found
        reasons = {each.article: each.reason for each in story.articles}
        assert reasons["a"] == reasons["c"] == "judged by a person"
        assert "person" not in reasons["b"]

    def test_of_a_copy_is_of_its_original(self) -> None:
        copies = {"a": "x", "c": "x", "b": "y"}
        found = stories([self.ONE, self.OTHER, self.FAR], copies, said=[Bond("different", ("b",), ("c",))])
        assert sorted(sorted(each.article for each in one.articles) for one in found) == [["a", "c"], ["b"]]

    def test_what_was_kept_before_gives_the_same(self) -> None:
        kept, said = Kept(), [Bond("same", ("a",), ("c",)), Bond("different", ("a",), ("b",))]
        items = [self.ONE, self.OTHER, self.FAR]
        stories(items, {}, kept)
        again = Kept(kept.used)
        assert stories(items, {}, again, said) == stories(items, {}, said=said)
        assert not again.worked
        assert stories(items, {}, Kept(again.used)) == stories(items, {})
