"""The labelled sentences are what their README says: words that stand in them, labels of the lists, so many of each."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml

FOLDER = Path(__file__).parent / "annotations"
LANGUAGES = ("en", "fr", "ru")
# fmt: off
ROOTS = {
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}
# fmt: on
STATUSES = {"happened", "ongoing", "planned", "threatened", "demanded", "denied", "hypothetical"}
KEPT = {"promised", "reported done", "reported broken", "disputed", "unclear"}
EVENT = {"trigger", "root", "source", "target", "place", "date", "status", "inner", "doubt"}
COMMITMENT = {"by", "to", "what", "due", "status", "doubt"}

Row = dict[str, Any]


def rows(name: str) -> dict[str, list[Row]]:
    content: dict[str, list[Row]] = yaml.safe_load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"))
    return content


STATUS, EVENTS, COMMITMENTS = rows("status"), rows("events"), rows("commitments")
LABELLED = [
    (row["text"], event) for mine in EVENTS.values() for row in mine for event in row.get("events", [])
]
PROMISES = [
    (row["text"], commitment)
    for mine in COMMITMENTS.values()
    for row in mine
    for commitment in row.get("commitments", [])
]


def found(words: str, text: str) -> int:
    """How often the words stand in the text, as whole words."""
    return len(re.findall(rf"(?<!\w){re.escape(words)}(?!\w)", text))


@pytest.mark.parametrize(("content", "width"), [(STATUS, 3), (EVENTS, 3), (COMMITMENTS, 2)])
def test_sentences_are_numbered_and_each_is_there_once(content: dict[str, list[Row]], width: int) -> None:
    assert tuple(content) == LANGUAGES
    for language, mine in content.items():
        assert [row["id"] for row in mine] == [f"{language}{n:0{width}}" for n in range(1, len(mine) + 1)]
        assert all(bool(re.search("[а-я]", row["text"])) is (language == "ru") for row in mine)
    texts = [row["text"] for mine in content.values() for row in mine]
    assert len(set(texts)) == len(texts)


def test_no_sentence_is_in_two_files() -> None:
    texts = [
        row["text"] for content in (STATUS, EVENTS, COMMITMENTS) for mine in content.values() for row in mine
    ]
    assert len(set(texts)) == len(texts)


def test_the_statuses_are_balanced_in_each_language_and_half() -> None:
    for language in LANGUAGES:
        assert Counter(row["status"] for row in STATUS[language]) == dict.fromkeys(STATUSES, 10)
        assert Counter(row["status"] for row in STATUS[language][::2]) == dict.fromkeys(STATUSES, 5)


def test_a_status_is_of_one_event_that_the_sentence_names_once() -> None:
    for row in (row for mine in STATUS.values() for row in mine):
        assert set(row) <= {"id", "root", "status", "trigger", "doubt", "text"}
        assert row["root"] in ROOTS
        assert found(row["trigger"], row["text"]) == 1, row


def test_as_many_sentences_with_none_one_and_several_events_as_promised() -> None:
    for language in LANGUAGES:
        events = [min(2, len(row.get("events", []))) for row in EVENTS[language]]
        assert Counter(events) == {0: 15, 1: 60, 2: 25}
        odd, even = Counter(events[::2]), Counter(events[1::2])
        assert all(abs(odd[number] - even[number]) <= 1 for number in range(3))


def test_every_root_and_status_occurs_among_the_events_of_each_language() -> None:
    for language in LANGUAGES:
        mine = [event for row in EVENTS[language] for event in row.get("events", [])]
        assert {event["root"] for event in mine} == ROOTS
        assert {event["status"] for event in mine} >= STATUSES - {"threatened"}
    assert {event["status"] for _, event in LABELLED} == STATUSES


def test_events_are_told_by_words_of_their_sentence() -> None:
    for text, event in LABELLED:
        assert set(event) <= EVENT
        assert found(event["trigger"], text) == 1, (text, event)
        words = [*event.get("source", []), *event.get("target", []), event.get("place"), event.get("date")]
        assert all(found(word, text) for word in words if word is not None), (text, event)


def test_as_many_sentences_with_commitments_and_without_as_promised() -> None:
    has = Counter("commitments" in row for mine in COMMITMENTS.values() for row in mine)
    assert has == {True: 40, False: 20}
    assert {commitment["status"] for _, commitment in PROMISES} == KEPT


def test_commitments_are_told_by_words_of_their_sentence() -> None:
    for text, commitment in PROMISES:
        assert set(commitment) <= COMMITMENT
        words = [*commitment["by"], *commitment.get("to", []), commitment["what"], commitment.get("due")]
        assert commitment["by"]
        assert all(found(word, text) for word in words if word is not None), (text, commitment)


def test_reports_mark_events_that_can_be_one_and_others() -> None:
    cases = yaml.safe_load((FOLDER / "happenings.yml").read_text(encoding="utf-8"))
    assert [case["id"] for case in cases] == [f"h{n:02}" for n in range(1, 121)]
    assert {report["language"] for case in cases for report in case["articles"]} >= set(LANGUAGES)
    pairs: Counter[tuple[int, bool]] = Counter()
    for case in cases:
        marks = [re.findall(r"\{(\d):[^{}]+\}", report["text"]) for report in case["articles"]]
        assert all(marks), case["id"]
        for one, other in combinations([mark for some in marks for mark in some], 2):
            pairs[int(case["id"][1:]) % 2, one == other] += 1
    assert all(pairs[half, same] > 20 for half in (0, 1) for same in (True, False))
