"""Parallel texts of two sides, each with the other as the culprit, are no translations of one another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.link.mirrored import denied, done_to_the_doer, exchanged, read, replaced, reverse
from according.model import Span
from according.views import Prose

SAID = (("ghana", "togo", "aflao"), ("ghana",), ("togo",), ("ghana",), ())


def turned(names: tuple[str, ...]) -> tuple[str, ...]:
    other = {"ghana": "togo", "togo": "ghana"}
    return tuple(other.get(name, name) for name in names)


def test_parties_exchanged_all_over() -> None:
    assert exchanged([(names, turned(names)) for names in SAID])
    assert not exchanged([(names, names) for names in SAID])


def test_another_order_of_words_or_one_sentence_is_none() -> None:
    # One language names first who is attacked; it is still the same who are blamed alone.
    assert not exchanged([(SAID[0], SAID[0][::-1]), *((names, names) for names in SAID[1:])])
    assert not exchanged([(SAID[1], turned(SAID[1])), *((names, names) for names in SAID[2:])])


def test_two_who_are_always_named_together() -> None:
    both = ("ghana", "togo")
    assert not exchanged([(both, turned(both))] * 2)
    assert exchanged([(both, turned(both))] * 3)


def test_who_is_in_one_article_only_is_not_exchanged() -> None:
    assert not exchanged([(("ghana",), ("togo",)), (("ghana",), ("togo",)), (("ghana",), ("togo",))])


@pytest.mark.parametrize(
    ("pairs", "reverse"),
    [
        ([(False, True), (True, False), (False, False), (False, False)], True),
        ([(False, True), (False, False), (True, True), (False, False)], False),
        ([(False, True), (True, False), *[(True, True)] * 8], False),
        ([], False),
    ],
)
def test_denials_in_one_language_only(pairs: list[tuple[bool, bool]], reverse: bool) -> None:
    assert denied(pairs) is reverse


def test_other_states_in_aligned_sentences() -> None:
    # Each speaks of its own ministry and of "the enemy" only: none is named in both.
    assert replaced([(("IN",), ("PK",)), ((), ()), (("IN",), ("PK",))])
    assert not replaced([(("IN",), ("PK",)), (("IN",), ("IN",))])
    assert not replaced([(("IN",), ("PK",)), (("PK",), ("PK",)), (("IN",), ("IN",)), (("IN",), ("PK",))])
    # One language says "Indian" where the other one says "ours".
    assert not replaced([(("IN", "PK"), ("PK",)), (("IN",), ()), ((), ("PK",))])


@pytest.mark.parametrize(
    ("deeds", "reverse"),
    [
        ([({("IN", "PK")}, {("PK", "IN")})], False),
        ([({("IN", "PK")}, {("PK", "IN")})] * 2, True),
        ([*[({("IN", "PK")}, {("PK", "IN")})] * 2, *[({("IN", "PK")}, {("IN", "PK")})] * 2], False),
        ([({("IN", "PK")}, {("IN", "PK")})], False),
        ([({("IN", "PK")}, {("PK", "IN")}), ({("IN", "PK")}, {("IN", "PK")})], False),
        ([({("IN", "PK"), ("PK", "IN")}, {("PK", "IN")})], False),
        ([({("IN", "IN")}, set[tuple[str, str]]())], False),
    ],
)
def test_who_does_it_to_whom(
    deeds: list[tuple[set[tuple[str, str]], set[tuple[str, str]]]], reverse: bool
) -> None:
    assert done_to_the_doer([(frozenset(one), frozenset(other)) for one, other in deeds]) is reverse


def prose(lines: list[str], deeds: tuple[tuple[str, str, str], ...] = ()) -> Prose:
    text = "\n".join(lines)
    starts = [text.index(line) for line in lines]
    spans = tuple(Span(at, at + len(line)) for at, line in zip(starts, lines, strict=True))

    def words(found: str) -> Span:
        return Span(text.index(found), text.index(found) + len(found))

    return Prose(text, spans, (), tuple((words(a), words(b), words(c)) for a, b, c in deeds))


ENGLISH = [
    "The ministry of defence of {one} said that {its} forces fired at the village.",
    "The {its} side is to blame, it said.",
]
TOLD = {
    "fr": ["Le ministère du Pakistan a accusé les forces indiennes.", "La partie indienne est coupable."],
    "ru": ["Министерство Пакистана обвинило индийские силы.", "Виновата индийская сторона."],
    "uk": ["Міністерство Пакистану звинуватило індійські сили.", "Винна індійська сторона."],
    "de": ["Das Ministerium Pakistans beschuldigte indische Kräfte.", "Schuld ist die indische Seite."],
    "es": ["El ministerio de Pakistán acusó a fuerzas indias.", "La parte india es culpable."],
    "it": ["Il ministero del Pakistan ha accusato le forze indiane.", "La parte indiana è colpevole."],
    "pt": ["O ministério do Paquistão acusou forças indianas.", "A parte indiana é culpada."],
    "tr": ["Pakistan Bakanlığı Hindistan güçlerini suçladı.", "Suçlu Hindistan tarafıdır."],
    "az": ["Pakistan nazirliyi Hindistan qüvvələrini ittiham edib.", "Günahkar Hindistan tərəfidir."],
    "hy": ["Պակիստանի նախարարությունը մեղադրել է հնդկական ուժերին։", "Մեղավորը հնդկական կողմն է։"],
    "ka": ["პაკისტანის სამინისტრომ ინდოეთის ძალები დაადანაშაულა.", "დამნაშავე ინდური მხარეა."],
    "ar": ["اتهمت وزارة باكستان القوات الهندية.", "الجانب الهندي مسؤول."],
    "fa": ["وزارت پاکستان نیروهای هندی را متهم کرد.", "طرف هندی مقصر است."],
}


@pytest.mark.parametrize("language", TOLD)
def test_a_side_is_told_by_adjectives_in_every_language(language: str) -> None:
    told = prose(TOLD[language])
    theirs = read(told, told.sentences, language)

    def found(one: str, its: str) -> bool:
        english = prose([line.format(one=one, its=its) for line in ENGLISH])
        said = read(english, english.sentences, "en")
        return reverse([((a,), (b,)) for a, b in zip(theirs, said, strict=True)])

    assert not found("Pakistan", "Indian")
    assert found("India", "Pakistani")


def test_two_sentences_are_enough_where_they_say_who_did_it() -> None:
    one = prose(["India accused Pakistan of it.", "It was dark."], (("accused", "India", "Pakistan"),))
    other = prose(
        ["Le Pakistan a accusé l'Inde.", "Il faisait nuit."], (("accusé", "Le Pakistan", "l'Inde"),)
    )
    passive = prose(
        ["Le Pakistan a été accusé par l'Inde.", "Il faisait nuit."], (("accusé", "l'Inde", "Le Pakistan"),)
    )
    said = read(one, one.sentences, "en")
    for text, expected in ((other, True), (passive, False)):
        theirs = read(text, text.sentences, "fr")
        pairs = [((a,), (b,)) for a, b in zip(said, theirs, strict=True)]
        assert reverse(pairs * 2) is expected
        assert not reverse(pairs)


NAMES = st.lists(st.sampled_from("abcd"), max_size=3, unique=True)


@given(st.lists(st.tuples(NAMES, NAMES)))
def test_any_names_either_way(pairs: list[tuple[list[str], list[str]]]) -> None:
    assert exchanged(pairs) == exchanged([(other, one) for one, other in pairs])
    assert not exchanged([(one, one) for one, _ in pairs])
    assert replaced(pairs) == replaced([(other, one) for one, other in pairs])
    assert not replaced([(one, one) for one, _ in pairs])


@given(st.lists(st.text(max_size=60), max_size=6), st.sampled_from(["en", "ka", "fa", "xx", None]))
def test_no_text_is_the_reverse_of_itself(lines: list[str], language: str | None) -> None:
    text = "\n".join(lines)
    starts = [sum(len(line) + 1 for line in lines[:at]) for at in range(len(lines))]
    spans = tuple(Span(at, at + len(line)) for at, line in zip(starts, lines, strict=True))
    said = read(Prose(text, spans), spans, language)
    assert len(said) == len(lines)
    assert not reverse([((each,), (each,)) for each in said])
