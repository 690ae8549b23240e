"""Which articles are copies of one original."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from according.link.origins import origins
from according.link.sketches import sketch
from according.model import Bond, Span
from according.views import Descent, Item, Prose

NOUNS = (
    *("bridge", "harbour", "council", "farmer", "engine", "winter", "market", "letter", "river", "teacher"),
    *("signal", "window", "forest", "captain", "border", "kitchen", "mountain", "paper", "valley", "doctor"),
)
VERBS = ("repaired", "opened", "watched", "painted", "measured", "followed", "counted", "answered", "crossed")
SMALL = "Write to our editors by post or telephone between nine and five on any working day of the week."


def invented(seed: int, sentences: int = 8) -> tuple[str, ...]:
    """Sentences that no other seed has."""
    rng = Random(seed)  # noqa: S311

    def one(number: int) -> str:
        parts = [
            f"{rng.choice(NOUNS)} {rng.choice(VERBS)} {rng.randint(2, 999)} {rng.choice(NOUNS)}"
            for _ in "abcd"
        ]
        return f"{number} {', '.join(parts)}."

    return tuple(one(100 * seed + number) for number in range(sentences))


@dataclass
class Told:
    """An article of a test."""

    id: str
    sentences: Sequence[str]
    published: str | None = None
    outlet: str | None = None
    title: str | None = None
    agency: str | None = None

    @property
    def prose(self) -> Prose:
        spans, at = list[Span](), 0
        for sentence in self.sentences:
            spans.append(Span(at, at + len(sentence)))
            at += len(sentence) + 1
        return Prose("\n".join(self.sentences), tuple(spans))

    @property
    def item(self) -> Item:
        return Item(
            self.id, self.title, "en", translated=False, outlet=self.outlet, agency=self.agency,
            published=self.published, sentences=len(self.sentences),
            sketch=sketch(self.title, self.prose.text, None), actors=(), places=frozenset(), days=frozenset(),
            figures=frozenset(),
        )  # fmt: skip


def found(*told: Told, said: Sequence[Bond] = ()) -> dict[str, Descent]:
    prose = {each.id: each.prose for each in told}
    come = origins([each.item for each in told], prose.__getitem__, said=said)
    return {each.article: each for each in come}


def together(of: dict[str, Descent], *ids: str) -> bool:
    return len({of[each].origin for each in ids}) == 1


A, B, C = invented(1), invented(2), invented(3)


def test_the_earliest_is_the_original_and_a_copy_says_how_it_is_one() -> None:
    of = found(
        Told("later", A, "2020-10-05"),
        Told("first", A, "2020-10-04"),
        Told("edited", [*A[:6], A[6].replace("5", "7"), A[7]], "2020-10-06"),
        Told("short", A[:4], "2020-10-06"),
        Told("other", B, "2020-10-04"),
    )
    assert {name: each.kind for name, each in of.items()} == {
        "first": "original", "later": "exact", "edited": "near", "short": "shortened", "other": "original",
    }  # fmt: skip
    assert together(of, "first", "later", "edited", "short")
    assert not together(of, "first", "other")
    assert of["first"].passages == ()


def test_an_article_put_together_has_the_origin_that_gives_most_and_names_all() -> None:
    mixed = [*A[:5], *B[:2], *C[:1]]
    of = found(Told("a", A, "2020-10-01"), Told("b", B, "2020-10-01"), Told("mixed", mixed, "2020-10-02"))
    assert of["mixed"].kind == "stitched"
    assert together(of, "mixed", "a")
    assert not together(of, "a", "b")
    text = Told("mixed", mixed).prose.text
    assert [(each.other, text[each.span.start : each.span.end]) for each in of["mixed"].passages] == [
        ("a", "\n".join(A[:5])[:-1]),
        ("b", "\n".join(B[:2])[:-1]),
    ]
    assert not together(of, "mixed", "b")


@pytest.mark.parametrize(
    ("agency", "day", "common", "one_origin"),
    [
        ("Reuters", "2020-10-05", 4, True),
        ("Reuters", "2020-10-05", 1, False),
        ("Reuters", "2020-10-09", 4, False),
        ("AFP", "2020-10-05", 4, False),
        (None, "2020-10-05", 4, False),
    ],
)
def test_a_credited_dispatch_is_told_by_its_words(
    agency: str | None, day: str, common: int, one_origin: bool
) -> None:
    of = found(
        Told("one", [*A[:4], *B[:5]], "2020-10-05", agency="Reuters"),
        Told("two", [*A[:common], *C[: 9 - common]], day, agency=agency),
    )
    assert together(of, "one", "two") is one_origin


def test_what_an_agency_repeats_further_down_makes_no_dispatch_nor_does_a_month() -> None:
    background = A[:4]

    def of(day: str, *said: Sequence[str]) -> bool:
        one, two = (
            Told(name, each, day, agency="Reuters") for name, each in zip(("one", "two"), said, strict=True)
        )
        return together(found(one, two), "one", "two")

    assert not of("2020-10-05", [*B[:5], *background], [*C[:5], *background])
    assert not of("2020-10-05", [*background, *B[:5]], [*C[:5], *background])
    assert of("2020-10-05", [*background, *B[:5]], [*background, *C[:5]])
    assert not of("2020-10", [*background, *B[:5]], [*background, *C[:5]])
    assert not of("2020", [*background, *B[:5]], [*background, *C[:5]])


def test_two_short_articles_in_a_longer_one_of_no_known_day_are_not_one() -> None:
    of = found(Told("a", A), Told("b", B[:6]), Told("mixed", [*A, *B[:6]]))
    assert not together(of, "a", "b")
    assert together(of, "mixed", "a")


def test_a_short_article_of_the_same_day_is_a_version_of_the_long_one() -> None:
    of = found(Told("short", A[:3], "2020-10-05"), Told("long", A, None))
    assert of["short"].kind == "shortened"
    assert together(of, "short", "long")


def test_a_speech_that_two_reporters_quote_makes_no_copy_but_is_marked() -> None:
    speech = [f"“{each}”" for each in A]
    one = Told("one", [*B[:3], *speech], "2020-10-05")
    two = Told("two", [*C[:3], *speech], "2020-10-06")
    of = found(one, two)
    assert not together(of, "one", "two")
    (passage,) = of["two"].passages
    assert passage.other == "one"
    assert one.prose.text[slice(*passage.other_span)] == two.prose.text[slice(*passage.span)]


def test_what_an_outlet_prints_beside_every_article_makes_no_copy() -> None:
    small = [SMALL, SMALL.replace("post", "mail").replace("working day", "day but Sunday")]
    titles = ("Rain in the hills", "Grain prices fall again", "New school for Westport", "Cup final moved")
    told = [
        Told(str(at), [*invented(10 + at, 2), *small], "2020-10-05", "The Post", title)
        for at, title in enumerate(titles)
    ]
    assert len({each.origin for each in found(*told).values()}) == len(titles)
    # The same words, were they the news itself:
    unknown = [Told(each.id, each.sentences, each.published) for each in told]
    assert len({each.origin for each in found(*unknown).values()}) < len(titles)


@pytest.mark.parametrize("rate", [0.05, 0.15, 0.3])
def test_words_may_be_changed(rate: float) -> None:
    rng = Random(7)  # noqa: S311
    text = " ".join(invented(4, 20)).split()
    changed = " ".join(rng.choice(NOUNS) if rng.random() < rate else word for word in text)
    of = found(Told("first", [" ".join(text)], "2020-10-04"), Told("changed", [changed], "2020-10-05"))
    assert together(of, "first", "changed")
    assert of["changed"].kind == "near"


def test_the_id_of_an_origin_stays_when_copies_arrive() -> None:
    first = Told("first", A, "2020-10-04")
    more = found(first, Told("copy", A, "2020-10-05"), Told("another", A[:5], "2020-10-06"))
    assert more["first"].origin == found(first)["first"].origin


def test_articles_without_words() -> None:
    of = found(Told("empty", []), Told("none", ["…"]), Told("a", A))
    assert len({each.origin for each in of.values()}) == 3


PIECES = st.lists(st.sampled_from([*A, *B, *C, SMALL]), max_size=12)
DAYS = st.sampled_from([None, "2020-10-04", "2020-10-05", "2020-10", "soon"])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(PIECES, DAYS), max_size=7), st.randoms(use_true_random=False))
def test_any_articles_in_any_order(told: list[tuple[list[str], str | None]], rng: Random) -> None:
    articles = [
        Told(str(at), sentences, day, "The Post", f"News {at}") for at, (sentences, day) in enumerate(told)
    ]
    shuffled = rng.sample(articles, len(articles))
    of = found(*articles)
    assert of == found(*shuffled)
    assert list(of) == [each.id for each in articles]
    texts = {each.id: each.prose.text for each in articles}
    originals = {each.origin for each in of.values() if each.kind == "original"}
    assert {each.origin for each in of.values()} == originals
    for article, each in of.items():
        assert 0 <= each.score <= 1
        for passage in each.passages:
            assert passage.other != article
            assert texts[article][slice(*passage.span)].strip() == texts[article][slice(*passage.span)] != ""
            assert texts[passage.other][slice(*passage.other_span)]


def test_a_contradiction_is_no_copy_and_has_copies_of_its_own() -> None:
    bus = "Gunmen attacked a bus carrying traders on the road to the cattle market in Jos on Monday, killing {} people."
    of = found(
        *(Told(f"{toll}/{at}", [bus.format(toll)], "2020-10-05") for toll in (12, 30) for at in range(2)),
    )
    assert together(of, "12/0", "12/1")
    assert together(of, "30/0", "30/1")
    assert not together(of, "12/0", "30/0")


def test_a_long_contradiction_has_copies_of_its_own() -> None:
    lake = "Chad accused Niger of moving troops across the lake, and called on Niger to leave it at once."
    turned = lake.replace("Chad", "?").replace("Niger", "Chad").replace("?", "Niger")
    rest = ["The lake has been disputed for decades, and fishermen of both countries were arrested there in spring.",
            "Traders of the villages on its eastern bank have asked for a bridge and a market since then."]  # fmt: skip
    of = found(
        *(
            Told(f"{name}/{at}", [first, *rest], "2020-10-05")
            for name, first in (("one", lake), ("other", turned))
            for at in range(2)
        )
    )
    assert together(of, "one/0", "one/1")
    assert together(of, "other/0", "other/1")
    assert not together(of, "one/0", "other/0")


def test_of_one_day_the_credited_dispatch_is_the_original() -> None:
    of = found(
        Told("long", [*A, SMALL], "2020-10-05"), Told("credited", A, "2020-10-05", agency="Example Agency")
    )
    assert (of["credited"].kind, of["long"].kind) == ("original", "near")


class TestJudged:
    FIRST, COPY, SHORT = (
        Told("first", A, "2020-10-04"),
        Told("copy", A, "2020-10-05"),
        Told("short", A[:5], "2020-10-06"),
    )
    OTHER = Told("other", B, "2020-10-05")

    def test_a_copy_that_people_say_is_none_is_an_original(self) -> None:
        of = found(self.FIRST, self.COPY, self.OTHER, said=[Bond("different", ("first",), ("copy",))])
        assert not together(of, "first", "copy")
        assert of["copy"].kind == "original"

    def test_what_is_most_like_one_of_two_apart_stays_with_it_alone(self) -> None:
        of = found(self.FIRST, self.COPY, self.SHORT, said=[Bond("different", ("first",), ("copy",))])
        assert together(of, "first", "short") != together(of, "copy", "short")

    def test_two_that_people_say_are_one_have_the_origin_of_the_older(self) -> None:
        of = found(self.FIRST, self.COPY, self.OTHER, said=[Bond("same", ("other",), ("copy",))])
        assert together(of, "first", "copy", "other")
        assert (of["other"].kind, of["other"].score, of["other"].reason) == (
            "near",
            1.0,
            "judged by a person",
        )
        assert of["first"].kind == "original"

    def test_what_people_say_of_two_holds_for_the_copies_of_both(self) -> None:
        said = [Bond("different", ("other",), ("first",)), Bond("same", ("other",), ("copy",))]
        of = found(self.FIRST, self.COPY, self.OTHER, said=said)
        assert together(of, "copy", "other")
        assert not together(of, "first", "other")

    def test_of_two_that_contradict_the_latest_counts(self) -> None:
        same, different = (Bond(verdict, ("first",), ("copy",)) for verdict in ("same", "different"))
        assert together(found(self.FIRST, self.COPY, said=[same, different]), "first", "copy")
        assert not together(found(self.FIRST, self.COPY, said=[different, same]), "first", "copy")
