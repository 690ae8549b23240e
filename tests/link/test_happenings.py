"""Happenings: accounts of one event are brought together, those of two are not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import count
from types import MappingProxyType
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.link.happenings import MOST, STRENGTH, link
from according.link.world import World
from according.model import ASSERTED, Bond, Location, Root, Status
from according.views import Account

ACCOUNT = Account(
    "e", "a", "shelled", 0, "ASSAULT", None, "happened", frozenset({"north"}), None, frozenset({"south"}), None,
    None, None, None, None, 0.9,
)  # fmt: skip
WORLD = World(
    states={"northern-army": "north", "northern-minister": "north", "northern-president": "north"},
    kinds={
        "north": "state",
        "south": "state",
        "east": "state",
        "minister": "person",
        "northern-minister": "person",
    },
    places={
        "port": Location(10.0, 10.0, "NN", "town", 1.0),
        "suburb": Location(10.1, 10.1, "NN", "town", 1.0),
        "mine": Location(14.0, 14.0, "NN", "town", 1.0),
        "province": Location(10.8, 10.2, "NN", "region", 1.0),
        "north": Location(12.0, 12.0, "NN", "country", 1.0),
    },
)


def parts(*accounts: dict[str, Any], said: Sequence[Bond] = ()) -> list[set[int]]:
    """Link accounts, each told by what sets it apart from `ACCOUNT`; return the numbers of those that are one."""
    made = [
        replace(
            ACCOUNT,
            **{
                "event": f"e{number}",
                "article": f"a{number}",
                "origin": f"a{number}",
                "word": f"{number}",
                "sentence": number,
                **_sets(fields),
            },
        )
        for number, fields in enumerate(accounts)
    ]
    happenings = link(made, WORLD, said)
    assert sorted(each.event for one in happenings for each in one.accounts) == sorted(
        each.event for each in made
    )
    return sorted(({int(each.event[1:]) for each in one.accounts} for one in happenings), key=min)


def _sets(fields: dict[str, Any]) -> dict[str, Any]:
    return {
        name: frozenset(value.split()) if name in ("source", "target") else value
        for name, value in fields.items()
    }


def are_one(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return len(parts(one, other)) == 1


FIRST, SECOND, NEXT = {"date": "2020-09-27"}, {"date": "2020-09-28"}, {"date": "2020-10-09"}


class TestDays:
    def test_the_same_day(self) -> None:
        assert are_one(FIRST, FIRST)

    def test_different_days(self) -> None:
        assert not are_one(FIRST, SECOND)

    def test_a_day_within_a_few(self) -> None:
        assert are_one(FIRST, {"date": "2020-09-27/2020-09-29"})
        assert not are_one(NEXT, {"date": "2020-09-27/2020-09-29"})

    def test_a_month_tells_too_little_unless_in_the_same_article(self) -> None:
        assert not are_one(FIRST, {"date": "2020-09"})
        assert are_one({**FIRST, "article": "a"}, {"date": "2020-09", "article": "a"})
        assert not are_one({**FIRST, "article": "a"}, {"date": "2020", "article": "a"})

    def test_words_of_different_days_are_different(self) -> None:
        accused = {"root": "ACCUSE"}
        assert are_one({**accused, **FIRST}, {**accused, **FIRST})
        assert not are_one({**accused, **FIRST}, {**accused, "date": "2020-09-27/2020-09-28"})

    def test_news_of_the_same_day(self) -> None:
        drone = {"mode": "drone"}
        assert are_one({"published": "2020-09-28", **drone}, {"published": "2020-09-28", **drone})
        assert are_one(
            {"published": "2020-09-28", "word": "shells"}, {"published": "2020-09-28", "word": "shelling"}
        )
        assert not are_one({"published": "2020-09-28"}, {"published": "2020-09-28"})
        assert not are_one({"published": "2020-09-28"}, {"published": "2020-10-28"})
        assert not are_one({"published": "2020"}, {"published": "2020"})
        assert not are_one({}, {})

    def test_news_of_a_day_that_another_names(self) -> None:
        assert are_one(FIRST, {"published": "2020-09-28"})
        assert not are_one(FIRST, {"published": "2020-09-26"})
        assert not are_one(FIRST, {"published": "2020-10-28"})

    def test_news_of_words_is_of_one_day(self) -> None:
        said = {"root": "ACCUSE", "mode": "allege", "published": "2020-09-28", "word": "accused"}
        assert are_one(said, said)
        assert not are_one(said, {**said, "published": "2020-09-29"})
        done = {"mode": "drone", "published": "2020-09-28"}
        assert are_one(done, {**done, "published": "2020-09-29"})

    def test_states_do_much_to_one_another_in_a_day(self) -> None:
        told = {"published": "2020-09-28"}
        assert not are_one(told, told)
        assert are_one({**told, "source": "minister"}, {**told, "source": "minister"})

    def test_a_meeting_of_a_month_is_one(self) -> None:
        planned = {"status": "planned", "date": "2020-10"}
        assert are_one({**planned, "root": "CONSULT"}, {**planned, "root": "CONSULT"})
        assert not are_one({**planned, "root": "REQUEST"}, {**planned, "root": "REQUEST"})

    def test_in_one_article(self) -> None:
        assert not are_one({"article": "a"}, {"article": "a"})
        assert are_one({"article": "a", "word": "shelled"}, {"article": "a", "word": "shelling"})
        alike = {"article": "a", "word": "shelled"}
        assert are_one({**alike, **FIRST}, {**alike, "published": "2021-01-01"})


class TestSides:
    def test_who_does_it_to_whom_is_no_matter_of_taste(self) -> None:
        assert not are_one(FIRST, {**FIRST, "source": "south", "target": "north"})

    def test_one_side_may_be_missing(self) -> None:
        assert are_one(FIRST, {**FIRST, "source": ""})
        assert are_one(FIRST, {**FIRST, "target": ""})
        assert not are_one(FIRST, {**FIRST, "source": "", "target": ""})
        assert not are_one({**FIRST, "source": ""}, {**FIRST, "target": ""})

    def test_a_side_that_is_only_described(self) -> None:
        one = {"article": "a", "target": "", "target_text": "A convoy"}
        assert are_one(one, {**one, "target_text": "a convoy"})
        assert not are_one(one, {**one, "target_text": "a bridge"})
        assert are_one({**FIRST, "target": ""}, {**FIRST, "target": "", "target_text": "a bridge"})
        assert not are_one(FIRST, {**FIRST, "target": "", "target_text": "a bridge"})

    def test_of_one_side_only_the_same_words_tell_in_an_article(self) -> None:
        one = {"article": "a", "target": "", "mode": "drone", "word": "shelling"}
        assert are_one(one, {**one, "word": "shelled"})
        assert not are_one({**one, "sentence": 9}, {**one, "word": "hit", "sentence": 9})
        assert not are_one(one, {**one, "word": "hit"})

    def test_a_person_suffers_one_thing_at_a_time(self) -> None:
        one = {
            "mode": "abduct",
            "published": "2020-09-28",
            "source": "",
            "word": "abducted",
            "target": "minister",
        }
        assert are_one(one, one)
        assert not are_one({**one, "target": "east"}, {**one, "target": "east"})
        assert not are_one(
            {**one, "root": "ACCUSE", "mode": "allege"}, {**one, "root": "ACCUSE", "mode": "allege"}
        )

    def test_others(self) -> None:
        assert not are_one(FIRST, {**FIRST, "target": "east"})

    def test_an_army_acts_for_its_state(self) -> None:
        assert are_one(FIRST, {**FIRST, "source": "northern-army"})
        assert are_one({**FIRST, "source": "northern-army north"}, {**FIRST, "source": "northern-army"})

    def test_two_of_one_state_are_two(self) -> None:
        met = {**FIRST, "root": "CONSULT"}
        one, other = {**met, "source": "northern-minister"}, {**met, "source": "northern-president"}
        assert not are_one(one, other)

    def test_what_both_do_has_no_first(self) -> None:
        for kind in ({"root": "CONSULT"}, {"root": "SUPPORT", "mode": "sign"}):
            assert are_one({**FIRST, **kind}, {**FIRST, **kind, "source": "south", "target": "north"})
            assert are_one({**FIRST, **kind}, {**FIRST, **kind, "source": "south north", "target": ""})
            assert not are_one({**FIRST, **kind}, {**FIRST, **kind, "target": ""})
        assert not are_one(
            {**FIRST, "root": "AID"}, {**FIRST, "root": "AID", "source": "south", "target": "north"}
        )

    @pytest.mark.parametrize(("whom", "same"), [("a British academic", False), ("the Greek sailor", True)])
    def test_of_another_people_are_others(self, whom: str, same: bool) -> None:
        told = {
            "source": "north",
            "date": "2021-03-02",
            "language": "en",
            "mode": "release",
            "word": "released",
        }
        greek = {**told, "target": "", "target_text": "a Greek sailor"}
        assert are_one(greek, {**told, "target": "minister", "target_text": whom}) == same

    def test_three_are_not_three_others(self) -> None:
        met = {**FIRST, "root": "CONSULT", "target": ""}
        assert are_one({**met, "source": "north south east"}, {**met, "source": "north south"})
        assert not are_one({**met, "source": "north south east"}, {**met, "source": "north west"})


class TestActs:
    def test_other_roots(self) -> None:
        assert not are_one(FIRST, {**FIRST, "root": "AID"})

    def test_roots_that_tell_one_act(self) -> None:
        assert are_one({**FIRST, "mode": "abduct"}, {**FIRST, "root": "COERCE", "mode": "arrest"})
        assert not are_one({**FIRST, "mode": "abduct"}, {**FIRST, "root": "COERCE", "mode": "ban"})

    def test_modes(self) -> None:
        assert are_one({**FIRST, "mode": "drone"}, FIRST)
        assert are_one({**FIRST, "mode": "drone"}, {**FIRST, "mode": "aerial"})
        assert not are_one({**FIRST, "mode": "drone"}, {**FIRST, "mode": "torture"})

    def test_a_mode_is_learned(self) -> None:
        told = {**FIRST, "target": "south"}
        some = parts(told, {**told, "source": "", "mode": "drone"}, {**told, "source": "", "mode": "torture"})
        assert len(some) == 2


class TestPlaces:
    @pytest.mark.parametrize("place", ["port", "suburb", "province", "north", None])
    def test_that_may_be_one(self, place: str | None) -> None:
        assert are_one({**FIRST, "place": "port"}, {**FIRST, "place": place})

    @pytest.mark.parametrize("place", ["mine", "nobody-knows-where"])
    def test_that_are_two(self, place: str) -> None:
        assert not are_one({**FIRST, "place": "port"}, {**FIRST, "place": place})

    def test_a_town_tells_where_nobody_is_known(self) -> None:
        nobody = {"source": "", "target": "", "word": "blast", **FIRST}
        assert are_one({**nobody, "place": "port"}, {**nobody, "place": "port"})
        assert are_one({**nobody, "place": "port"}, {**nobody, "target": "port"})
        assert not are_one({**nobody, "place": "province"}, {**nobody, "place": "province"})
        undated = {**nobody, "date": None, "article": "a", "place": "port"}
        assert not are_one(undated, undated)

    def test_who_fits_two_equally_well_joins_neither(self) -> None:
        assert parts({**FIRST, "place": "port"}, {**FIRST, "place": "mine"}, FIRST) == [{0}, {1}, {2}]


class TestEvidence:
    def test_figures_and_others_who_are_named_beside(self) -> None:
        told = {"published": "2020-09-28"}
        assert not are_one(told, told)
        assert are_one({**told, "figures": frozenset({14.0})}, {**told, "figures": frozenset({14.0, 2.0})})
        assert not are_one({**told, "figures": frozenset({14.0})}, {**told, "figures": frozenset({15.0})})
        assert are_one(
            {**told, "company": frozenset({"minister"})}, {**told, "company": frozenset({"minister"})}
        )
        assert not are_one({**told, "company": frozenset({"east"})}, {**told, "company": frozenset({"east"})})

    def test_copies_of_one_original(self) -> None:
        told = {"published": "2020-09-28"}
        assert not are_one(told, told)
        assert are_one({**told, "origin": "wire"}, {**told, "origin": "wire"})

    def test_descriptions_of_one_language_and_numbers_of_any(self) -> None:
        freed = {"root": "RETREAT", "mode": "release", "target": "", "date": "2020-09-27", "language": "en"}
        assert not are_one(
            {**freed, "target_text": "a sailor"}, {**freed, "target_text": "a teacher", "word": "0"}
        )
        assert are_one({**freed, "target_text": "sailors"}, {**freed, "target_text": "the sailors"})
        assert are_one(
            {**freed, "target_text": "30 prisoners"},
            {**freed, "target_text": "30 пленных", "language": "ru", "date": "2020-09-28"},
        )

    def test_who_is_named_beside_is_no_other(self) -> None:
        met = {**FIRST, "root": "CONSULT", "target": ""}
        one = {**met, "source": "minister", "company": frozenset({"minister", "northern-minister"})}
        assert are_one(one, {**one, "source": "northern-minister"})
        assert not are_one(one, {**one, "source": "northern-minister", "company": frozenset()})

    def test_a_signature_is_a_day_off_and_shelling_is_not(self) -> None:
        signed = {"root": "SUPPORT", "mode": "sign", "date": "2020-09-27"}
        assert are_one(signed, {**signed, "date": "2020-09-28"})
        shelled = {"mode": "heavy-weapons", "date": "2020-09-27", "word": "shelled"}
        assert not are_one(shelled, {**shelled, "date": "2020-09-28"})

    def test_a_month_is_enough_for_what_is_told_by_its_town(self) -> None:
        hit = {"place": "port", "date": "2020-09-27"}
        assert are_one(hit, {**hit, "date": "2020-09"})
        assert not are_one({**hit, "place": None}, {**hit, "place": None, "date": "2020-09"})

    def test_what_is_accused_of_is_compared_by_words(self) -> None:
        said = {**FIRST, "root": "ACCUSE", "mode": "allege", "language": "en"}
        assert are_one(
            {**said, "after": "of shelling schools"}, {**said, "after": "of having shelled schools"}
        )
        assert not are_one(
            {**said, "after": "of shelling schools"}, {**said, "after": "of blocking grain ships"}
        )


class TestSpokenOfAgain:
    FULL = MappingProxyType({"article": "a", "root": "CONSULT", "language": "en", "start": 10, "word": "met"})

    def test_the_meeting(self) -> None:
        bare = {**self.FULL, "source": "", "target": "", "word": "meeting", "start": 90}
        assert are_one(self.FULL, {**bare, "before": "The "})
        assert not are_one(self.FULL, {**bare, "before": "A "})
        assert not are_one(self.FULL, {**bare, "before": "The second "})
        assert not are_one(self.FULL, {**bare, "before": "The ", "article": "b"})
        assert not are_one(self.FULL, {**bare, "before": "The ", "start": 2})
        assert not are_one(self.FULL, {**bare, "before": "The ", "start": 9000})

    def test_without_articles_it_takes_the_same_word(self) -> None:
        shelled = {**self.FULL, "root": "ASSAULT", "language": "ru", "word": "обстрелял"}
        bare = {**shelled, "source": "", "target": "", "start": 90, "before": "После "}
        assert are_one(shelled, {**bare, "word": "обстрела"})
        assert not are_one(shelled, {**bare, "word": "удара"})

    def test_another_attack_is_another(self) -> None:
        hit = {"article": "a", "language": "en", "word": "shelled", "mode": "heavy-weapons"}
        assert are_one(hit, hit)
        assert not are_one(hit, {**hit, "after": " the town again"})


def test_a_happening_keeps_its_id_when_others_tell_of_it_later() -> None:
    first = replace(ACCOUNT, event="x", date="2020-09-27", published="2020-09-28", target=frozenset())
    later = replace(ACCOUNT, event="a", article="b", date="2020-09-27", published="2020-09-29", mode="drone")
    (alone,), (both,) = link([first], WORLD), link([first, later], WORLD)
    assert [each.event for each in both.accounts] == ["a", "x"]
    assert both.id == alone.id


class TestStatus:
    def test_what_did_not_take_place_is_not_what_somebody_denies(self) -> None:
        done = {"published": "2020-09-28", "mode": "drone", "word": "hit"}
        assert are_one(done, {**done, "status": "denied", "reported": True})
        assert not are_one(done, {**done, "status": "denied"})
        assert are_one(FIRST, {**FIRST, "status": "denied"})

    def test_the_strongest_account_tells_it(self) -> None:
        some = (
            replace(ACCOUNT, event=status, status=status, date="2020-09-27")
            for status in ("planned", "happened", "denied")
        )
        (only,) = link(some, WORLD)
        assert only.status == "happened"
        assert {each.status for each in only.accounts} == {"planned", "happened", "denied"}

    def test_what_has_not_happened_is_not_what_has_unless_on_the_same_day(self) -> None:
        asked = {"status": "demanded", "mode": "occupy"}
        done = {**asked, "status": "happened"}
        assert not are_one({"article": "a", **done}, {"article": "a", **asked})
        assert not are_one({"published": "2020-09-27", **done}, {"published": "2020-09-27", **asked})
        assert are_one({"published": "2020-09-27", **asked}, {"published": "2020-09-27", **asked})
        assert are_one(FIRST, {**FIRST, "status": "planned"})

    def test_the_order_of_strength_has_all(self) -> None:
        assert sorted(STRENGTH) == sorted(get_args(Status))


class TestWhatIsTold:
    def test_of_all_accounts(self) -> None:
        one = replace(
            ACCOUNT, event="1", article="x", date="2020-09-27", published="2020-09-29", origin="Post"
        )
        other = replace(
            ACCOUNT, event="2", article="y", target=frozenset(), place="port", mode="drone", date="2020-09-27",
            published="2020-09-28", origin="Tribune", status="planned",
        )  # fmt: skip
        (happening,) = link([other, one], WORLD)
        assert (happening.date, happening.told) == ("2020-09-27", "2020-09-28")
        assert (happening.source, happening.target, happening.place) == (("north",), ("south",), "port")
        assert (happening.mode, happening.origins) == ("drone", 1)
        assert [each.event for each in happening.accounts] == ["1", "2"]
        assert happening.accounts[1].reason == "same ASSAULT, who does it, same day, in the same words"

    def test_articles_that_copy_one_original_count_once(self) -> None:
        origins = ["first", "other", "first", "first"]
        some = [
            replace(ACCOUNT, event=f"{n}", date="2020-09-27", origin=name) for n, name in enumerate(origins)
        ]
        assert [each.origins for each in link(some, WORLD)] == [2]
        assert [each.origins for each in link(some[2:], WORLD)] == [1]


def test_a_crowded_block_is_not_searched_to_its_end() -> None:
    some = [
        replace(ACCOUNT, event=f"{n:05}", article=f"{n}", date="2020-09-27", place=f"p{n}")
        for n in range(3 * MOST)
    ]
    assert len(link(some, WORLD)) == 3 * MOST


_NUMBERS = count()
ACCOUNTS = st.lists(
    st.builds(
        Account,
        event=st.builds(lambda: f"e{next(_NUMBERS)}"),
        article=st.sampled_from("abc"),
        word=st.sampled_from(["shelled", "shelling", "sign"]),
        sentence=st.integers(0, 1),
        root=st.sampled_from(get_args(Root)),
        mode=st.none() | st.sampled_from(["drone", "arrest", "sign"]),
        status=st.sampled_from(get_args(Status)),
        source=st.frozensets(st.sampled_from(["north", "south", "northern-army"]), max_size=2),
        source_text=st.none() | st.sampled_from(["They", "we", ""]),
        target_text=st.none() | st.sampled_from(["They", "we", ""]),
        target=st.frozensets(st.sampled_from(["north", "south", "east"]), max_size=2),
        place=st.none() | st.sampled_from(["port", "mine", "nowhere"]),
        date=st.none()
        | st.sampled_from(["2020-09-27", "2020-09", "..", "2020-13", "0000", "198X", "2020-09-27/.."]),
        published=st.none() | st.sampled_from(["2020-09-27", "2020-09", "soon"]),
        origin=st.sampled_from(["Post", "Tribune"]),
        confidence=st.floats(0, 1),
        start=st.integers(0, 3),
        company=st.frozensets(st.sampled_from(["north", "minister", "port", "mine", "nowhere"])),
        figures=st.frozensets(st.sampled_from([2.0, 40.0])),
        reported=st.booleans(),
        headline=st.booleans(),
        story=st.none() | st.sampled_from("st"),
    ),
    max_size=12,
    unique_by=lambda each: each.event,
)


@given(ACCOUNTS, st.randoms(use_true_random=False))
def test_every_account_is_in_one_happening_whatever_the_order(some: list[Account], random: Any) -> None:
    happenings = link(some, WORLD)
    assert sorted(each.event for one in happenings for each in one.accounts) == sorted(
        each.event for each in some
    )
    shuffled = random.sample(some, len(some))
    assert link(shuffled, WORLD) == happenings
    for one in happenings:
        assert 0 <= one.origins <= len(one.accounts)
        assert bool(one.origins) == (one.status in ASSERTED)
        assert all(0.6 <= each.score <= 1 for each in one.accounts)


class TestJudged:
    def test_apart(self) -> None:
        assert parts(FIRST, FIRST, said=[Bond("different", ("e0",), ("e1",))]) == [{0}, {1}]

    def test_together_however_different(self) -> None:
        other = {**NEXT, "root": "AID", "source": "south", "target": "east"}
        assert parts(FIRST, other, said=[Bond("same", ("e0",), ("e1",))]) == [{0, 1}]

    def test_no_other_account_brings_two_together_that_are_apart(self) -> None:
        said = [Bond("different", ("e0",), ("e2",)), Bond("same", ("e1",), ("e2",))]
        assert parts(FIRST, FIRST, FIRST, said=said) == [{0}, {1, 2}]

    def test_what_was_taken_back_by_a_doubt_does_not_count(self) -> None:
        said = [Bond("unsure", ("e1",), ("e0",)), Bond("different", ("e0",), ("e1",))]
        assert parts(FIRST, FIRST, said=said) == [{0, 1}]


def test_a_headline_that_names_nobody_is_what_its_article_tells_first() -> None:
    title = {"article": "a", "source": "", "target": "", "place": "port", "headline": True, "word": "attack"}
    lead = {"article": "a", "start": 60, "place": "port", "date": "2021-05-05"}
    later = {"article": "a", "start": 300, "place": "port", "date": "2021-05-07", "source": "east"}
    elsewhere = {**lead, "place": "mine"}
    assert parts(title, lead, later) == [{0, 1}, {2}]
    assert parts(title, elsewhere) == [{0}, {1}]
    assert parts(title, {**lead, "root": "CONSULT"}) == [{0}, {1}]
    assert parts(title, {**lead, "article": "b"}) == [{0}, {1}]
    assert parts({**title, "headline": False}, lead) == [{0}, {1}]
