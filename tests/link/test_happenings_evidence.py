"""Happenings: what says that two accounts are of one where each tells little: towns, days and stories beside them."""

from __future__ import annotations

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


def test_the_only_day_that_a_sentence_names() -> None:
    named = {"published": "2020-10-05", "days": frozenset({"2020-09-27"}), "word": "shelled"}
    assert are_one({**DAY, "word": "shelling"}, named)
    assert not are_one({**NEXT, "word": "shelling"}, named)
    two = {**named, "days": frozenset({"2020-09-27", "2020-10-01"})}
    assert not are_one({**DAY, "word": "shelling"}, two)
    assert not are_one({**DAY, "word": "shelling"}, {**named, "published": "2020-12-05"})


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
