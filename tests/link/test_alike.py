"""Names that were compared before are not compared again, and what comes of it is the same."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import pytest

from according.link.alike import CROWD_OF_WORDS
from according.link.entities import Linked, link
from according.link.kept import Kept
from according.model import Chain, Kind
from tests.chains import chain

GIVEN = ("Anna", "Anne", "Ana", "Nikol", "Nicole", "Amadou", "Ahmadou", "Николь", "Анна", "A.")
SURNAMES = ("Diallo", "Djallo", "Pashinyan", "Pachinian", "Пашинян", "Диалло", "Traoré", "Traore", "Cissé")
BODIES = (
    "Northern Front",
    "Front of the North",
    "Council of Kidal",
    "Kidal Council",
    "Council of Gao",
    "Gao",
)


def composed(seed: int, articles: int = 40) -> list[Chain]:
    """Chains of articles that name people and bodies, many of them nearly alike."""
    rng = Random(seed)  # noqa: S311
    found = list[Chain]()
    for article in range(articles):
        named: dict[str, Kind] = {
            f"{rng.choice(GIVEN)} {rng.choice(SURNAMES)}": "person",
            rng.choice(SURNAMES): "person",
            rng.choice(BODIES): "organization",
        }
        for name, kind in named.items():
            language = "ru" if name[0] > "А" else "en"
            found.append(chain(name, f"{article:03}", kind, language=language))
    return found


def in_steps(steps: Sequence[Sequence[Chain]]) -> Linked:
    """What is linked at last when each step begins with what the one before has kept."""
    kept = Kept()
    linked = link([], [])
    for chains in steps:
        kept = Kept(kept.used)
        linked = link(chains, [], kept=kept)
    return linked


@pytest.mark.parametrize("seed", range(8))
def test_more_is_read_and_some_goes_away(seed: int) -> None:
    chains = composed(seed)
    rng = Random(seed)  # noqa: S311
    steps = [[each for each in chains if rng.random() < share] for share in (0.3, 0.8, 0.5)]
    assert in_steps([*steps, chains]) == link(chains, [])
    assert in_steps([chains, steps[0]]) == link(steps[0], [])


def test_a_word_that_too_many_bear_tells_again_when_they_are_gone() -> None:
    many = [
        chain(
            f"Committee of {chr(65 + number % 26)}{chr(97 + number // 26)}lok", f"{number:03}", "organization"
        )
        for number in range(CROWD_OF_WORDS)
    ]
    alike = [chain("Committee", "a", "organization"), chain("Comittee", "b", "organization")]
    few = [*many[:3], *alike]
    assert in_steps([[*many, *alike], few]) == link(few, [])
    assert in_steps([few, [*many, *alike]]) == link([*many, *alike], [])


def test_a_name_that_gets_another_language_is_compared_again() -> None:
    english = [chain("Ivanova Petrova", "a", language="en"), chain("Иванов Петров", "b", language="ru")]
    russian = [chain("Ивановой Петровой", "0", language="ru"), *english]
    assert in_steps([english, russian]) == link(russian, [])
    assert in_steps([russian, english]) == link(english, [])
