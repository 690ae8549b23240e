"""Happenings: what says that two accounts are of one where each tells little: towns, days and stories beside them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.link.test_happenings import are_one, parts

NOBODY = {"source": "", "target": ""}
TOWNS = {**NOBODY, "company": frozenset({"port", "mine"})}
DAY, NEXT = {"date": "2020-09-27"}, {"date": "2020-09-28"}


def test_two_towns_that_both_sentences_name_tell_which_attack() -> None:
    assert are_one({**TOWNS, **DAY}, {**TOWNS, **DAY})
    assert not are_one({**TOWNS, **DAY}, {**TOWNS, **NEXT})
    one = {**TOWNS, **DAY, "company": frozenset({"port"})}
    assert not are_one(one, one)
    assert not are_one({**TOWNS, **DAY}, {**TOWNS, **DAY, "company": frozenset({"port", "suburb"})})


def test_a_town_that_one_gives_and_the_other_names() -> None:
    hit = {**NOBODY, **DAY, "target": "port", "source_text": "armed men"}
    named = {**NOBODY, **DAY, "target_text": "two farmers", "company": frozenset({"port"})}
    assert are_one(hit, named)
    assert not are_one(hit, {**named, "company": frozenset({"mine"})})
    assert not are_one(hit, {**named, "place": "mine"})


def test_of_an_attack_on_several_towns_each_account_may_give_another() -> None:
    one, other = {**TOWNS, **DAY, "place": "port"}, {**TOWNS, **DAY, "place": "mine"}
    assert are_one(one, other)
    assert not are_one(one, {**other, "company": frozenset({"mine"})})


def test_a_town_does_nothing() -> None:
    attacks = {**NOBODY, **DAY, "source": "port", "source_text": "port"}
    assert are_one(attacks, {**NOBODY, **DAY, "place": "port", "source_text": "armed men", "language": "en"})
    assert not are_one(attacks, {**NOBODY, **DAY, "place": "mine"})


def test_one_story() -> None:
    told = {"published": "2020-09-28", "place": "port", "source": "minister", "target": "", "word": "hit"}
    late = {**told, "published": "2020-10-02", "word": "struck"}
    assert not are_one({**told, **DAY}, late)
    assert are_one({**told, **DAY, "story": "s"}, {**late, "story": "s"})
    assert not are_one({**told, **DAY, "story": "s"}, {**late, "story": "t"})
    # Of two undated promises of the same sides a story says nothing unless their words are the same.
    promise = {"root": "SUPPORT", "status": "planned", "published": "2020-09-28", "story": "s"}
    assert not are_one({**promise, "word": "sign"}, {**promise, "word": "normalize"})
    assert are_one({**promise, "word": "sign"}, {**promise, "word": "signing"})
    # Who does it is not enough: one story tells of many attacks.
    who = {"target": "", "date": "2020-09-27", "story": "s"}
    assert not are_one(who, who)


def test_anybody_may_be_a_gunman_and_nobody_but_farmers_is_one() -> None:
    shot = {**NOBODY, **DAY, "place": "port", "language": "en"}
    gunmen, farmers = {**shot, "source_text": "gunmen"}, {**shot, "target_text": "five farmers"}
    assert are_one(gunmen, {**shot, "source_text": "herdsmen"})
    assert not are_one({**shot, "source_text": "soldiers"}, {**shot, "source_text": "herdsmen"})
    assert are_one(farmers, {**shot, "target_text": "people"})
    assert not are_one(farmers, {**shot, "target_text": "two soldiers"})


def test_a_person_is_killed_once() -> None:
    killed = {"source": "", "target": "minister", "word": "killed", "published": "2020-09-28"}
    assert are_one(killed, {**killed, "word": "slain"})
    assert not are_one({**killed, "word": "hit"}, {**killed, "word": "struck"})


def test_who_died_of_it_is_told_with_the_attack() -> None:
    attack = {"article": "a", "sentence": 0, "start": 0, "source": "", "target": "port", "word": "shelled"}
    killing = {"article": "a", "sentence": 0, "start": 20, **NOBODY, "target_text": "two", "word": "killing"}
    assert parts(attack, killing) == [{0, 1}]
    assert parts(attack, {**killing, "sentence": 1}) == [{0}, {1}]
    assert parts(attack, {**killing, "place": "mine"}) == [{0}, {1}]
    assert parts({**attack, "start": 40}, killing) == [{0}, {1}]


def test_two_deeds_of_one_sentence() -> None:
    murder = {"article": "a", "sentence": 0, "source": "north", "target": "", "target_text": "a farmer"}
    attacks = {**murder, "target_text": "the farmers", "word": "attacks"}
    assert parts({**murder, "word": "murder"}, attacks) == [{0}, {1}]


def test_laid_at_each_other_s_door() -> None:
    hit = {
        **DAY,
        "place": "port",
        "target": "",
        "target_text": "a hospital",
        "language": "en",
        "reported": True,
    }
    one, other = {**hit, "source": "north"}, {**hit, "source": "south"}
    assert are_one(one, other)
    assert not are_one({**one, **DAY}, {**other, **NEXT})
    assert not are_one({**one, "reported": False}, {**other, "reported": False})
    assert not are_one(one, {**other, "target_text": "a bridge"})
    assert not are_one({**one, "target": "south"}, {**other, "target": "north"})


def test_a_headline_that_names_somebody() -> None:
    title = {"article": "a", "source": "", "target": "minister", "headline": True, "word": "assassinated"}
    lead = {**title, "headline": False, "start": 60, "word": "shot", **DAY}
    assert are_one(title, lead)
    assert not are_one({**title, "headline": False}, lead)


def test_who_is_named_beside_those_who_meet() -> None:
    met = {"root": "CONSULT", **DAY, "place": "port", "target": ""}
    both = {**met, "source": "minister northern-minister"}
    one = {**met, "source": "minister", "place": None, "word": "talks"}
    assert are_one(both, {**one, "company": frozenset({"northern-minister"})})
    assert not are_one(both, one)


def test_violations_of_an_agreement_are_no_fighting() -> None:
    assert not are_one(DAY, {**DAY, "mode": "breach"})
    assert are_one({**DAY, "mode": "breach"}, {**DAY, "mode": "heavy-weapons"})


HIT = {**DAY, "place": "port", "target": "", "language": "en", "reported": True}


@pytest.mark.parametrize("figures", [frozenset[float](), frozenset({12.0})])
@pytest.mark.parametrize(
    ("one", "other"), [("a bridge", "a school"), ("12 soldiers", "12 civilians"), ("soldiers", "civilians")]
)
def test_a_number_does_not_lay_two_deeds_at_two_doors(
    one: str, other: str, figures: frozenset[float]
) -> None:
    north, south = {**HIT, "source": "north"}, {**HIT, "source": "south"}
    assert not are_one(
        {**north, "target_text": one, "figures": figures}, {**south, "target_text": other, "figures": figures}
    )
    assert are_one(
        {**north, "target_text": one, "figures": figures}, {**south, "target_text": one, "figures": figures}
    )


def test_a_number_lays_a_deed_at_two_doors_where_nobody_tells_who_was_hit() -> None:
    north, south = {**HIT, "source": "north"}, {**HIT, "source": "south"}
    twelve = {"figures": frozenset({12.0})}
    assert are_one({**north, **twelve}, {**south, **twelve})
    assert not are_one({**north, "target": "minister", **twelve}, {**south, "target": "east", **twelve})


@pytest.mark.parametrize(
    ("one", "other"),
    [("several people", "many people"), ("people", "people"), ("victims", "several victims")],
)
def test_words_for_anybody_lay_nothing_at_another_s_door(one: str, other: str) -> None:
    north, south = {**HIT, "source": "north"}, {**HIT, "source": "south"}
    assert not are_one({**north, "target_text": one}, {**south, "target_text": other})


def test_who_is_named_is_not_who_is_described_otherwise() -> None:
    people = {**HIT, "source": "", "target_text": "several people"}
    army = {**people, "source": "north", "source_text": "the army"}
    rebels = {**people, "source_text": "rebels", "company": frozenset({"north"})}
    assert not are_one(army, rebels)
    assert not are_one({**army, "place": None}, {**rebels, "place": None})
    assert are_one(army, {**people, "source_text": "gunmen"})


ATTACK = {
    "article": "a", "sentence": 0, "start": 0, "target": "port", "word": "shelled", "language": "en", **DAY,
}  # fmt: skip


def killing(before: str, word: str = "killed", **more: Any) -> dict[str, Any]:
    """Return an account of who died in the sentence of `ATTACK`, with what stands before its word."""
    told = {"source": "", "target": "", "target_text": "two men", "before": before, "start": len(before)}
    return {"article": "a", "sentence": 0, "word": word, "language": "en", **told, **more}


def test_who_died_is_told_with_an_attack_only_by_those_who_did_it() -> None:
    assert parts(ATTACK, killing("shelled the town and two men were ")) == [{0, 1}]
    assert parts(ATTACK, killing("shelled the town, ", "killing", source="north")) == [{0, 1}]
    by = {"source_text": "unknown gunmen"}
    assert parts(ATTACK, killing("shelled the town and unknown gunmen ", **by)) == [{0}, {1}]
    assert parts({**ATTACK, **by, "source": ""}, killing("shelled the town, ", "killing", **by)) == [{0, 1}]
    assert parts({**ATTACK, "target": "south"}, killing("shelled the south, which ", source="south")) == [
        {0},
        {1},
    ]
    assert parts(ATTACK, killing("shelled the town and two men were ", reported=True)) == [{0}, {1}]


@pytest.mark.parametrize(
    "before",
    [
        "shelled the town while two men were ",
        "shelled the town after two men were ",
        "shelled the town; two men were ",
        "shelled the town in retaliation for two men ",
    ],
)
def test_a_sentence_that_turns_to_another_matter_tells_of_two(before: str) -> None:
    assert parts(ATTACK, killing(before)) == [{0}, {1}]


def test_who_stands_behind_the_word_alone_is_who_died() -> None:
    dead = {"target_text": None, "source_text": "two men", "after": " two men."}
    assert parts(ATTACK, killing("shelled the town, ", "killing", **dead)) == [{0, 1}]
    assert parts(ATTACK, killing("shelled the town, ", "killing", **dead, language="ru")) == [{0}, {1}]


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("en", "killing"), ("en", "massacring"), ("fr", "tuant"), ("fr", "tué"), ("ru", "убив"), ("ru", "убила"),
        ("de", "tötete"), ("de", "getötet"), ("es", "matando"), ("es", "mató"), ("tr", "öldürdü"), ("tr", "öldürerek"),
        ("uk", "вбивши"), ("uk", "вбила"), ("az", "öldürdü"), ("az", "öldürərək"), ("hy", "սպանելով"), ("hy", "սպանեց"),
    ],
)  # fmt: skip
def test_who_died_is_told_in_every_language(language: str, word: str) -> None:
    attack = {**ATTACK, "language": language}
    assert parts(attack, killing("  , ", word, language=language)) == [{0, 1}]
    assert parts(attack, killing("  , ", "x" + word, language=language)) == [{0}, {1}]


def test_the_attack_may_be_known_from_another_article_before() -> None:
    told = {**ATTACK, "article": "b", "source": "minister", "word": "shelling"}
    again = {**ATTACK, "source": "minister", "confidence": 0.8}
    assert parts(told, again, killing("shelled the town, ", "killing")) == [{0, 1, 2}]


def test_two_towns_that_everybody_names_tell_nothing() -> None:
    attacks = [{**TOWNS, **DAY}] * 2
    others = [
        {"company": TOWNS["company"], "source": f"x{number}", "target": f"y{number}", "root": "AID"}
        for number in range(20)
    ]
    assert parts(*attacks, *others[:1])[0] == {0, 1}
    assert parts(*attacks, *others)[:2] == [{0}, {1}]


def test_that_opens_a_clause_and_points_at_nothing() -> None:
    first = {"article": "a", "start": 0, "word": "shelling", **DAY, "language": "en"}
    again = {"article": "a", "start": 90, "word": "shelling", **NOBODY, "language": "en"}
    assert parts(first, {**again, "before": "He condemned this "}) == [{0, 1}]
    assert parts(first, {**again, "before": "He said that "}) == [{0}, {1}]
