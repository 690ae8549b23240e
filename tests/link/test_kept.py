"""What is kept from earlier work changes no result, and spares what has not changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

import numpy as np
import pytest

from according.link.kept import Kept
from according.link.origins import origins
from according.link.stories import stories
from according.link.stories_near import CROWD
from according.model import Sketch
from according.views import Descent, Item, Lead, Prose, Story
from tests.link.test_origins import Told, invented

DAYS = [f"2021-0{month}-{day:02}" for month in (3, 4, 5) for day in range(1, 29)]
EVENTS = 12


def articles(seed: int) -> tuple[list[Item], dict[str, Prose]]:
    """Articles on some events, in two languages, among them copies, some of which are edited or cut."""
    rng = Random(seed)  # noqa: S311
    items, texts = list[Item](), dict[str, Prose]()
    for event in range(EVENTS):
        direction, day = np.random.default_rng(event).integers(-90, 90, 512), rng.randrange(len(DAYS) - 3)
        said = invented(event)
        for number in range(rng.randint(1, 4)):
            copied = number and rng.random() < 0.5
            said = said[: rng.randint(5, 8)] if copied else invented(100 * number + event)
            told = Told(f"{seed}/{event}/{number}", said, rng.choice([DAYS[day + rng.randrange(3)], None]))
            noise = np.random.default_rng(rng.randrange(1000)).integers(-30, 31, 512)
            vector = (direction + noise).astype(np.int8).tobytes()
            named = frozenset({f"e{event}", f"e{rng.randrange(EVENTS)}"})
            texts[told.id] = told.prose
            items.append(
                replace(
                    told.item,
                    title=f"Headline {rng.randrange(6)}",
                    language=rng.choice(["en", "fr"]),
                    outlet=f"Outlet {rng.randrange(3)}",
                    sketch=Sketch(told.item.sketch.words, told.item.sketch.shingles, vector),
                    actors=tuple((each, 2) for each in sorted(named)),
                    lead=Lead(actors=named, stems=frozenset({f"w{event}", f"w{rng.randrange(40)}"})),
                )
            )
    return items, texts


def linked(
    items: list[Item], texts: dict[str, Prose], kept: Kept
) -> tuple[tuple[Descent, ...], tuple[Story, ...]]:
    come = origins(items, texts.__getitem__, kept)
    return come, stories(items, {each.article: each.origin for each in come}, kept)


@pytest.mark.parametrize("seed", range(6))
def test_in_whatever_order_and_steps_articles_come(seed: int) -> None:
    items, texts = articles(seed)
    at_once = linked(items, texts, Kept())
    assert len(at_once[1]) < len(items)
    assert any(each.kind != "original" for each in at_once[0])
    rng = Random(seed)  # noqa: S311
    rng.shuffle(items)
    kept, at, found = Kept(), 0, None
    while at < len(items):
        at += rng.randint(1, 9)
        kept = Kept(kept.used)
        found = linked(items[:at], texts, kept)
    assert found == at_once


@pytest.mark.parametrize("seed", range(3))
def test_articles_that_go_or_change_leave_nothing_behind(seed: int) -> None:
    items, texts = articles(seed)
    kept = Kept()
    linked(items, texts, kept)
    rng = Random(seed)  # noqa: S311
    fewer = rng.sample(items, len(items) - 4)
    fewer[0] = replace(fewer[0], lead=Lead(), actors=(), published="2021-03-05", title="Another")
    after = Kept(kept.used)
    assert linked(fewer, texts, after) == linked(fewer, texts, Kept())
    assert linked(items, texts, Kept(after.used)) == linked(items, texts, Kept())


def test_only_what_is_near_something_new_is_compared() -> None:
    items, texts = articles(1)
    kept = Kept()
    linked(items, texts, kept)
    assert kept.worked > len(items)
    again = Kept(kept.used)
    linked(items, texts, again)
    assert again.worked == 0
    new = replace(
        items[0], article="new", published="2021-05-30", title="Something else", sketch=Sketch(9, b"", None)
    )
    texts["new"] = texts[items[0].article]
    more = Kept(again.used)
    linked([*items, new], texts, more)
    assert 0 < more.worked < kept.worked / 4


def test_what_many_have_in_common_on_other_days_is_no_reason_to_compare_again() -> None:
    def item(number: int, day: int, words: tuple[str, ...]) -> Item:
        (some, *_), _ = articles(2)
        published = date.fromordinal(738_000 + 40 * day).isoformat()
        return replace(
            some, article=f"{number}", title="", published=published, actors=(), days=frozenset(),
            figures=frozenset(), sketch=Sketch(9, b"", None), lead=Lead(stems=frozenset({"common", *words})),
        )  # fmt: skip

    items = [item(number, number // 2, (f"w{number // 2}",)) for number in range(CROWD)]
    kept = Kept()
    origin = {each.article: each.article for each in items}
    stories(items, origin, kept)
    assert kept.worked >= CROWD / 2
    again = Kept(kept.used)
    stories([*items, item(CROWD, CROWD, ())], {**origin, str(CROWD): str(CROWD)}, again)
    assert again.worked == 0
