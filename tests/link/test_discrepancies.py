"""What accounts differ in, on findings as the extractors give them."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.link.discrepancies import link
from according.link.world import World
from according.model import NOBODY, Commitment, Event, Figure, Location, Party, Span, Statement
from according.views import Compared, Discrepancy

WORLD = World(
    states={"army": "mali"},
    places={
        "kati": Location(12.7, -8.1, "ML", "town", 1.0),
        "gao": Location(16.3, 0.0, "ML", "town", 1.0),
        "mali": Location(17.0, -4.0, "ML", "country", 1.0),
    },
    kinds={
        "kati": "place", "gao": "place", "mali": "state", "ghana": "state", "army": "organization", "chief": "person",
    },
)  # fmt: skip
NAMES = {each: each.capitalize() for each in WORLD.kinds}


def article(id: str, text: str, **given: Any) -> Compared:
    whole = Compared(
        id, "2021-03-03", id, "story", ((Span(0, len(text)), text),), (), (), (), (), (), (), {}, {}
    )
    return replace(whole, **given)


def figure(id: str, words: str, value: float, **given: Any) -> Figure:
    return replace(
        Figure(
            id, Span(0, 11), words, value, None, None, "exact", "person", "soldiers", None, None, None, None, 1.0, ""
        ),
        **given,
    )  # fmt: skip


def killed(id: str, value: float, claimant: str | None, **given: Any) -> Compared:
    text = f"{value:.0f} soldiers were killed."
    some = figure(id, f"{value:.0f} soldiers", value, claimant=claimant, **{"place": "kati", **given})
    return article(id, text, figures=(some,))


def event(id: str, status: str, source: str | None, reporter: str | None, **given: Any) -> Event:
    made = Event(
        article=id, trigger=Span(8, 15), sentence=Span(0, 40), text="shelled", root="ASSAULT", mode="heavy-weapons",
        source=NOBODY if source is None else Party((source,), Span(0, 4), source.capitalize()),
        target=Party(("kati",), Span(16, 20), "Kati"), place="kati", date="2021-03-02", status=status,  # type: ignore[arg-type]
        reported_by=reporter, reported_text=reporter, measures=(), confidence=0.8, reason="",
    )  # fmt: skip
    return replace(made, **given)


def found(*articles: Compared) -> list[Discrepancy]:
    return list(link(articles, WORLD, NAMES, {"ML": "mali", "GH": "ghana"}))


def test_two_figures_of_one_thing_differ() -> None:
    (one,) = found(killed("a", 24, "mali"), killed("b", 310, "ghana"))
    assert (one.kind, one.series, one.story) == ("figure", False, "story")
    assert one.about == "How many soldiers were killed in Kati"
    assert [[says.claimant for says in position] for position in one.positions] == [["mali"], ["ghana"]]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(killed("a", 24, "mali"), killed("b", 24, "ghana"), id="the same"),
        pytest.param(killed("a", 20, "mali", qualifier="at least"), killed("b", 24, "ghana"), id="at least"),
        pytest.param(killed("a", 24, "mali"), killed("b", 30, "ghana", place="gao"), id="other place"),
        pytest.param(killed("a", 24, "mali"), killed("b", 30, "ghana", place="mali"), id="whole country"),
        pytest.param(killed("a", 24, "mali"), killed("b", 30, "ghana", what="civilians"), id="others"),
        pytest.param(
            killed("a", 24, "mali", date="2021-03-02"), killed("b", 30, "ghana", date="2021-02-27"), id="other day"
        ),
        pytest.param(killed("a", 24, "mali"), killed("b", 30, "mali"), id="one voice on one day"),
        pytest.param(
            killed("a", 24, "mali"),
            killed("b", 30, "ghana", what="Ghanaian soldiers", place="gao"),
            id="others of another state",
        ),
    ],
)  # fmt: skip
def test_figures_that_can_both_be_right(first: Compared, second: Compared) -> None:
    assert found(first, second) == []


def test_a_toll_that_rises_is_a_series() -> None:
    later = replace(killed("b", 60, "medics"), published="2021-03-05")
    (one,) = found(killed("a", 24, "mali"), later)
    assert one.series
    assert [position[0].article for position in one.positions] == ["a", "b"]


@pytest.mark.parametrize(("first", "second"), [(24, 60), (60, 24)])
@pytest.mark.parametrize(("one", "other"), [("mali", "ghana"), ("ghana", "mali"), ("army", "ghana")])
def test_two_states_contradict_each_other_whichever_speaks_first(
    first: float, second: float, one: str, other: str
) -> None:
    day = "2021-03-02"
    later = replace(killed("b", second, other, date=day), published="2021-03-05")
    (differ,) = found(killed("a", first, one, date=day), later)
    assert not differ.series


def test_what_is_told_day_by_day_is_no_single_thing() -> None:
    days = [
        replace(killed(f"{day:02}", value, "medics"), published=f"2021-03-{day:02}", story=None)
        for day, value in ((1, 12), (3, 5), (5, 31), (7, 9))
    ]
    assert [each for each in found(*days) if not each.series] == []


def test_what_goes_on_for_long_is_many_things() -> None:
    many = [
        replace(
            killed(f"{number:03}", 5 + number % 7, f"medics {number % 2}"),
            published=f"2021-03-{1 + number // 4:02}",
        )
        for number in range(100)
    ]
    assert all(sum(map(len, each.positions)) <= 32 for each in found(*many))


def test_its_own_citizens_are_the_speakers() -> None:
    def own(id: str, value: float, who: str) -> Compared:
        text = f"{value:.0f} of its soldiers were killed."
        words = f"{value:.0f} of its soldiers"
        return article(id, text, figures=(figure(id, words, value, claimant=who, place="kati"),))

    assert found(own("a", 24, "mali"), own("b", 36, "ghana")) == []
    assert found(killed("a", 24, "mali"), killed("b", 36, "ghana")) != []


def test_a_drone_and_a_missile_are_two_attacks() -> None:
    def by(id: str, value: float, means: str) -> Compared:
        text = f"{value:.0f} soldiers were killed by a {means}."
        some = figure(id, f"{value:.0f} soldiers", value, claimant=id, place="kati")
        return article(id, text, figures=(some,))

    assert found(by("a", 24, "drone"), by("b", 36, "missile")) == []
    assert found(by("a", 24, "drone"), by("b", 36, "drone")) != []


def statement(id: str, text: str, cue: str, content: str, who: str, manner: str) -> Compared:
    start, at = text.index(cue), text.index(content)
    some = Statement(
        id, who, None, who, None, Span(start, start + len(cue)), (Span(at, at + len(content)),), "indirect",
        manner, "certain", 1.0, "", content,  # type: ignore[arg-type]
    )  # fmt: skip
    places = tuple(
        (Span(text.index(each), text.index(each) + len(each)), each.lower())
        for each in ("Kati", "Gao")
        if each in text
    )
    return article(id, text, statements=(some,), named=places)


TELLS = statement(
    "a",
    "Mali says soldiers shelled hospital in Kati.",
    "says",
    "soldiers shelled hospital in Kati",
    "mali",
    "say",
)


def test_a_denial_in_the_words_of_the_other() -> None:
    content = "soldiers shelled hospital in Kati"
    denies = statement("b", f"Ghana denied that {content}.", "denied", content, "ghana", "deny")
    (one,) = found(TELLS, denies)
    assert (one.kind, len(one.positions)) == ("denial", 2)


@pytest.mark.parametrize("words", ["did not deny", "never denied", "has not denied"])
def test_who_does_not_deny_says_nothing_against_it(words: str) -> None:
    content = "soldiers shelled hospital in Kati"
    text = f"Ghana {words} that {content}."
    assert found(TELLS, statement("b", text, words.split()[-1], content, "ghana", "deny")) == []
    assert found(TELLS, statement("b", text, words, content, "ghana", "deny")) == []


def test_a_denial_of_another_place_is_of_something_else() -> None:
    content = "soldiers shelled hospital in Gao"
    text = f"Ghana denied that {content}."
    assert found(TELLS, statement("b", text, "denied", content, "ghana", "deny")) == []


def test_day_and_place_of_one_death_are_two_differences() -> None:
    died = event(
        "a", "happened", None, "mali", text="killed", target=Party(("chief",), Span(16, 20), "the chief")
    )
    text = "They have killed him, it is said by them."
    other = replace(died, article="b", date="2021-03-01", place="gao", reported_by="ghana")
    both = found(article("a", text, events=(died,)), article("b", text, events=(other,)))
    assert sorted(each.kind for each in both) == ["date", "place"]


def test_arrests_of_different_peoples_are_no_common_blame() -> None:
    def charge(id: str, who: str, by: str, whom: str) -> Compared:
        target = Party((), Span(16, 20), whom)
        return article(
            id,
            f"{by} arrested 30 {whom}, it was said.",
            events=(event(id, "happened", by, who, target=target),),
        )

    same = charge("a", "mali", "ghana", "villagers"), charge("b", "ghana", "mali", "villagers")
    assert [each.kind for each in found(*same)] == ["blame"]
    other = charge("a", "mali", "ghana", "Malians"), charge("b", "ghana", "mali", "Ghanaians")
    assert [each for each in found(*other) if each.kind == "blame"] == []


def attack(id: str, value: float, *more: Event, toll: str = "{} soldiers were killed.") -> Compared:
    """An article that tells of an attack, then in another sentence how many were killed."""
    lead, said = "Rebels  shelled Kati on Tuesday, it is said.", toll.format(f"{value:.0f}")
    words = f"{value:.0f} soldiers"
    start = len(lead) + 1 + said.index(words)
    some = figure(id, words, value, span=Span(start, start + len(words)), what="people", claimant=id)
    sentences = (Span(0, len(lead)), lead), (Span(len(lead) + 1, len(lead) + 1 + len(said)), said)
    told = event(id, "happened", None, None)
    return article(id, f"{lead} {said}", sentences=sentences, figures=(some,), events=(told, *more))


def test_a_toll_is_of_the_only_attack_that_is_told() -> None:
    (one,) = found(attack("a", 24), attack("b", 39))
    assert one.about == "How many people were killed in Kati (2021-03-02)"
    own = [killed(id, value, id, date="2021-03-02", what="people") for id, value in (("a", 24), ("b", 39))]
    assert one.score < found(*own)[0].score


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"place": "gao"}, id="another place"),
        pytest.param({"date": "2021-03-01"}, id="another day"),
    ],
)
def test_a_toll_is_of_no_attack_where_two_are_told(other: dict[str, Any]) -> None:
    second = event("b", "happened", None, None, trigger=Span(16, 20), **other)
    assert found(attack("a", 24), attack("b", 39, second)) == []
    planned = event("b", "planned", None, None, trigger=Span(16, 20), **other)
    assert found(attack("a", 24), attack("b", 39, planned)) != []


def test_a_toll_of_a_war_is_not_of_an_attack() -> None:
    assert found(attack("a", 24), attack("b", 3900, toll="Since May {} soldiers were killed.")) == []


@pytest.mark.parametrize(
    "none", ["Nobody was killed.", "No one died.", "Personne n'a été tué.", "Никто не погиб."]
)
def test_nobody_against_some(none: str) -> None:
    text = f"Rebels  shelled Kati on Tuesday, it is said. {none}"
    sentences = (Span(0, 44), text[:44]), (Span(45, len(text)), none)
    silent = article("b", text, sentences=sentences, events=(event("b", "happened", None, None),))
    (one,) = found(attack("a", 24), silent)
    says = {says.says for position in one.positions for says in position}
    assert says == {"24 soldiers", none.removesuffix(".")}


@pytest.mark.parametrize("words", ["Nobody knew who was killed.", "No one was seriously killed."])
def test_nobody_is_of_the_next_word(words: str) -> None:
    text = f"Rebels  shelled Kati on Tuesday, it is said. {words}"
    sentences = (Span(0, 44), text[:44]), (Span(45, len(text)), words)
    other = article("b", text, sentences=sentences, events=(event("b", "happened", None, None),))
    assert found(attack("a", 24), other) == []


def test_some_of_the_dead_are_not_all() -> None:
    text = "Of the dead, 9 soldiers were killed there."
    some = figure("b", "9 soldiers", 9, span=Span(13, 23), claimant="ghana", place="kati")
    assert found(killed("a", 24, "mali"), article("b", text, figures=(some,))) == []


def test_positions_hold_only_what_agrees() -> None:
    some = (
        killed("a", 15, "mali", qualifier="at least"), killed("b", 12, "ghana"), killed("c", 20, "medics"),
    )  # fmt: skip
    (one,) = found(*some)
    assert [[says.says for says in position] for position in one.positions] == [
        ["15 soldiers", "20 soldiers"], ["12 soldiers"],
    ]  # fmt: skip


def test_at_least_so_many_stands_with_the_number_that_it_is_nearest_to() -> None:
    least = killed("a", 14, "mali", qualifier="at least")
    (one,) = found(least, killed("b", 30, "ghana"), killed("c", 14, "chief"))
    assert [[says.claimant for says in position] for position in one.positions] == [
        ["mali", "chief"],
        ["ghana"],
    ]


def test_a_forecast_and_its_outcome_are_a_series() -> None:
    (one,) = found(killed("a", 24, "mali", qualifier="forecast"), killed("b", 60, "ghana"))
    assert one.series


def test_accounts_that_agree_are_of_one_position() -> None:
    (one,) = found(
        killed("a", 24, "mali"), killed("b", 310, "ghana"), killed("c", 24, "chief"), killed("d", 310, None)
    )
    assert [{says.article for says in position} for position in one.positions] == [{"a", "c"}, {"b", "d"}]


def test_what_one_tells_another_denies() -> None:
    text = "Ghana    shelled Kati, it was not so."
    denied = Statement(
        "b", "ghana", None, "Ghana", None, Span(0, 1), (Span(8, 30),), "indirect", "deny", "certain", 1.0, ""
    )  # fmt: skip
    told = article("a", text, events=(event("a", "happened", "ghana", "mali"),))
    answer = article("b", text, events=(event("b", "denied", "ghana", "ghana"),), statements=(denied,))
    (one,) = found(told, answer)
    assert one.kind == "denial"
    assert {says.claimant for position in one.positions for says in position} == {"mali", "ghana"}
    # A foiled attack is not denied: no word of its sentence denies anything.
    silent = article("b", "Ghana    shelled Kati, as it is said.", events=answer.events)
    assert found(told, silent) == []


def test_the_same_attack_laid_at_each_others_door() -> None:
    text = "Ghana    shelled Kati, it is said by them."
    one = article("a", text, events=(event("a", "happened", "ghana", "mali"),))
    other = article("b", text, events=(event("b", "happened", "mali", "ghana"),))
    (blame,) = found(one, other)
    assert blame.kind == "blame"
    elsewhere = replace(other, events=(replace(other.events[0], place="gao", target=NOBODY),))
    assert found(one, elsewhere) == []


def test_one_dies_on_one_day() -> None:
    died = event(
        "a", "happened", None, "mali", text="killed", target=Party(("chief",), Span(16, 20), "the chief")
    )
    text = "They have killed him, it is said by them."
    on = article("a", text, events=(died,))
    later = article("b", text, events=(replace(died, article="b", date="2021-03-01", reported_by="ghana"),))
    (one,) = found(on, later)
    assert (one.kind, one.about) == ("date", "Date of the death of Chief")
    assert {says.says for position in one.positions for says in position} == {"2021-03-02", "2021-03-01"}


def test_a_commitment_is_kept_or_broken() -> None:
    by = Party(("mali",), Span(0, 4), "Mali")
    kept = Commitment(
        "a", Span(0, 30), "released the prisoners", by, NOBODY, "released the prisoners", Span(5, 27), None, None, None,
        "reported done", "RETREAT", "mali", "Mali", 0.8, "",
    )  # fmt: skip
    broken = replace(kept, article="b", status="reported broken", reported_by="ghana")
    text = "Mali released the prisoners there."
    (one,) = found(article("a", text, commitments=(kept,)), article("b", text, commitments=(broken,)))
    assert one.kind == "fate"
    too = replace(broken, status="reported done")
    assert found(article("a", text, commitments=(kept,)), article("b", text, commitments=(too,))) == []


@given(st.randoms(use_true_random=False))
def test_the_order_of_articles_does_not_matter(random: Random) -> None:
    some = [
        killed(id, value, who) for id, value, who in (("a", 24, "mali"), ("b", 310, "ghana"), ("c", 90, None))
    ]
    expected = found(*some)
    random.shuffle(some)
    assert found(*some) == expected
