"""What is no single difference: several of one article, of one sentence, of two speakers or persons of one name."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from according.link.discrepancies import link
from according.link.discrepancies.deeds import deeds
from according.link.discrepancies.page import Page
from according.model import NOBODY, Commitment, Event, Instrument, Party, Span, Statement
from according.views import Compared, Discrepancy
from tests.link.test_discrepancies import NAMES, WORLD, article, event, figure, found

KINDS = {**WORLD.kinds, "deputy": "person", "namesake": "person"}
NAMED = {**NAMES, "deputy": "Deputy", "namesake": "Chief"}


def among(*articles: Compared) -> list[Discrepancy]:
    return list(link(articles, replace(WORLD, kinds=KINDS), NAMED, {"ML": "mali", "GH": "ghana"}))


def kinds(some: list[Discrepancy]) -> list[str]:
    return sorted(each.kind for each in some)


def attack(id: str, toll: int, by: str, who: str, **given: Any) -> Compared:
    """An article whose only sentence tells of an attack and how many it killed, by one speaker's word."""
    text, words = f"Ghana   shelled Kati, killing {toll} soldiers, they tell us.", f"{toll} soldiers"
    at = text.index(words)
    some = figure(
        id, words, float(toll), span=Span(at, at + len(words)), claimant=who, claimant_text=who, place="kati",
        date="2021-03-02",
    )  # fmt: skip
    told = event(id, "happened", by, who, sentence=Span(0, len(text)))
    return article(id, text, events=(told,), figures=(some,), **given)


def denial(id: str, *contents: tuple[int, int]) -> tuple[Statement, ...]:
    return tuple(
        Statement(
            id, "ghana", None, "Ghana", None, Span(start - 8, start - 7), (Span(start, end),), "indirect", "deny",
            "certain", 1.0, "",
        )
        for start, end in contents
    )  # fmt: skip


@pytest.mark.parametrize(("toll", "more"), [(24, []), (31, ["figure"])])
def test_blame_and_tolls_of_one_sentence_are_two(toll: int, more: list[str]) -> None:
    assert kinds(found(attack("a", 24, "ghana", "mali"), attack("b", toll, "mali", "ghana"))) == [
        "blame",
        *more,
    ]


@pytest.mark.parametrize(("toll", "more"), [(24, []), (31, ["figure"])])
def test_a_denial_and_tolls_of_one_sentence_are_two(toll: int, more: list[str]) -> None:
    answer = attack("b", toll, "ghana", "ghana")
    text = answer.sentences[0][1].replace("they tell us", "not so at all")
    end = len(text)
    denied = replace(
        answer, sentences=((Span(0, end), text),), events=(replace(answer.events[0], status="denied"),),
        statements=denial("b", (8, end)),
    )  # fmt: skip
    assert kinds(found(attack("a", 24, "ghana", "mali"), denied)) == ["denial", *more]


def two(id: str, first: str, second: str, **given: Any) -> Compared:
    sentences = (Span(0, len(first)), first), (Span(len(first) + 1, len(first) + 1 + len(second)), second)
    return article(id, f"{first} {second}", sentences=sentences, **given)


def shelled(id: str, status: str, who: str, town: str, at: int) -> Event:
    return event(
        id, status, "ghana", who, place=town, target=Party((town,), Span(at + 16, at + 20), town.capitalize()),
        trigger=Span(at + 8, at + 15), sentence=Span(at, at + 41),
    )  # fmt: skip


def test_two_denials_of_two_places_are_two() -> None:
    told = [f"Ghana   shelled {town}, it is said of them." for town in ("Kati", "Gao ")]
    denied = [each.replace("is said", "was not") for each in told]
    says = two(
        "a", *told, events=tuple(shelled("a", "happened", "mali", *each) for each in (("kati", 0), ("gao", 42)))
    )  # fmt: skip
    answers = two(
        "b", *denied, events=tuple(shelled("b", "denied", "ghana", *each) for each in (("kati", 0), ("gao", 42))),
        statements=denial("b", (8, 41), (50, 83)),
    )  # fmt: skip
    differ = found(says, answers)
    assert kinds(differ) == ["denial", "denial"]
    assert all(len(position) == 1 for each in differ for position in each.positions)


def test_two_commitments_are_two() -> None:
    acts = ("released the prisoners", "withdrew its artillery")
    lines = [f"Mali {act} there at last." for act in acts]

    def told(id: str, who: str, *statuses: Any) -> Compared:
        starts = 0, len(lines[0]) + 1
        return two(
            id,
            *lines,
            commitments=tuple(
                Commitment(
                    id, Span(start, start + 30), act, Party(("mali",), Span(start, start + 4), "Mali"), NOBODY, act,
                    Span(start + 5, start + 27), None, None, None, status, None, who, who, 0.8, "",
                )
                for start, act, status in zip(starts, acts, statuses, strict=True)
            ),
        )  # fmt: skip

    differ = found(
        told("a", "mali", "reported done", "reported broken"),
        told("b", "ghana", "reported broken", "reported done"),
    )
    assert sorted(each.about for each in differ) == [f"Whether it was kept: {act}" for act in acts]
    assert all(len(position) == 1 for each in differ for position in each.positions)


def died(id: str, who: str, day: str, by: str, at: int = 8) -> Event:
    return event(
        id, "happened", None, by, text="killed", date=day, place=None, trigger=Span(at, at + 7),
        target=Party((who,), Span(0, 5), who), sentence=Span(0, 60),
    )  # fmt: skip


DEATHS = "Chief  killed  on one day, Deputy killed on another, they told."


def test_the_days_of_two_deaths_of_one_sentence_are_two() -> None:
    differ = among(
        *(
            article(
                id,
                DEATHS,
                events=(
                    died(id, "chief", f"2021-03-0{day}", by),
                    died(id, "deputy", f"2021-03-0{day + 2}", by, 30),
                ),
            )
            for id, day, by in (("a", 1, "mali"), ("b", 2, "ghana"))
        )
    )
    assert sorted(each.about for each in differ) == [
        "Date of the death of Chief",
        "Date of the death of Deputy",
    ]


def test_two_of_one_name_are_two() -> None:
    one = article("a", DEATHS, events=(died("a", "chief", "2021-03-01", "mali"),))
    same = article("b", DEATHS, events=(died("b", "chief", "2021-03-02", "ghana"),))
    other = article("b", DEATHS, events=(died("b", "namesake", "2021-03-02", "ghana"),))
    assert len(among(one, same)) == 1
    assert among(one, other) == []


def truce(id: str, day: str, published: str, agreement: str) -> Compared:
    text = f"The humanitarian truce of {int(day[-2:])} October was agreed by Mali and Ghana."
    some = Instrument(
        id, "ceasefire", "humanitarian truce", (Span(4, 22),), ("humanitarian truce",), day, None, ("mali", "ghana"),
        (), (), named=False,
    )  # fmt: skip
    return replace(
        article(id, text, instruments=(some,), named=((Span(30, 34), "mali"), (Span(36, 40), "ghana"))),
        published=published, story=None, agreements={some.id: agreement},
    )  # fmt: skip


def test_a_truce_that_is_made_again_has_no_two_days() -> None:
    one = truce("a", "2020-10-10", "2020-10-11", "one")
    assert found(one, truce("b", "2020-10-15", "2020-10-16", "other")) == []
    (differ,) = found(replace(one, published="2020-11-20"), truce("b", "2020-10-11", "2020-11-20", "other"))
    assert differ.kind == "date"


@pytest.mark.parametrize("words", ["local officials", "witnesses", "the ministry", "a spokesman"])
def test_unnamed_voices_of_two_papers_are_two(words: str) -> None:
    def told(id: str, value: float) -> Compared:
        some = figure(
            id, f"{value:.0f} soldiers", value, claimant_text=words, place="kati", date="2021-03-02"
        )
        return article(id, f"{value:.0f} soldiers were killed.", figures=(some,))

    one, other = told("a", 5), told("b", 50)
    assert kinds(found(one, other)) == ["figure"]
    both = (replace(each.figures[0], article="a") for each in (one, other))
    assert found(replace(one, figures=tuple(both))) == []


def test_the_same_below_nothing_is_the_same() -> None:
    def told(id: str, value: float, who: str) -> Compared:
        words = f"minus {-value:.0f} percent"
        text = f"Inflation in Mali was {words} in 2020, it said."
        some = figure(
            id, words, value, span=Span(22, 37), unit="percent", what="inflation", claimant=who, place="mali",
            date="2020",
        )  # fmt: skip
        return article(id, text, figures=(some,))

    assert found(told("a", -5, "mali"), told("b", -5, "ghana")) == []
    assert kinds(found(told("a", -5, "mali"), told("b", -9, "ghana"))) == ["figure"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Mali's claim, denied by Ghana, that it shelled Kati was read out.", ("ghana", "Ghana")),
        ("In Kati Ghana denied the claim that it shelled Gao with guns.", ("ghana", "Ghana")),
        ("Mali's claim was denied, that Ghana shelled Kati is not known.", None),
        ("It was Mali's claim, denied by others, that it shelled Kati.", None),
    ],
)
def test_who_denies_is_the_one_who_does(text: str, who: tuple[str, str] | None) -> None:
    at = text.index("shelled")
    names = sorted((text.index(name), name) for name in ("Mali", "Ghana", "Kati", "Gao") if name in text)
    told = event(
        "b", "happened", "ghana", None, trigger=Span(at, at + 7), sentence=Span(0, len(text)),
        target=Party(("kati",), Span(at + 8, at + 12), "Kati"),
    )  # fmt: skip
    named = tuple((Span(start, start + len(name)), name.lower()) for start, name in names)
    (deed,) = deeds(Page(article("b", text, events=(told,), named=named), WORLD, {}))
    assert deed.denied == (who is not None)
    assert (deed.account.who, deed.account.says.claimant_text) == (who or (None, None))


@pytest.mark.parametrize("turned", [False, True])
def test_a_statement_may_call_two_by_two_names(turned: bool) -> None:
    parts = ["the men were mercenaries", "the women were civilians"]
    first, second = " and ".join(parts[::-1] if turned else parts), "the men were civilians"
    lines = f"Mali said {first}.", f"Ghana said {second}."
    text, starts = " ".join(lines), (10, len(lines[0]) + 12)
    said = tuple(
        Statement(
            who, who, None, who, None, Span(start - 5, start - 1), (Span(start, start + len(content)),), "indirect",
            "say", "certain", 1.0, "", content,
        )
        for who, start, content in zip(("mali", "ghana"), starts, (first, second), strict=True)
    )  # fmt: skip
    (one,) = found(two("a", *lines, statements=said))
    assert {says.says for position in one.positions for says in position} == {"fighter", "civilian"}
    assert text.index(second) == starts[1]
