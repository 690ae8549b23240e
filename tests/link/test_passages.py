"""Passages that two texts have in common, and where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.link.passages import FEWEST, Told, passages, told
from according.link.sketches import words
from according.model import Span
from according.views import Prose

SPEECH = (
    "The bridge over the northern river will stay closed until engineers have looked at each of its nine pillars, "
    "because the flood of last week has carried away more stone than anybody had thought"
)
OTHER = "Nobody at the harbour office wanted to say on Friday when the next ship with grain would be allowed to leave"


def prose(*sentences: str) -> Prose:
    spans, at = list[Span](), 0
    for sentence in sentences:
        spans.append(Span(at, at + len(sentence)))
        at += len(sentence) + 1
    return Prose("\n".join(sentences), tuple(spans))


def shown(one: Prose, other: Prose) -> list[tuple[str, str]]:
    """The passages as they stand in both texts."""
    a, b = told(one), told(other)
    return [
        (
            one.text[a.spans[each.start].start : a.spans[each.end - 1].end],
            other.text[b.spans[each.other_start].start : b.spans[each.other_end - 1].end],
        )
        for each in passages(a, b)
    ]


def test_a_passage_stands_where_it_is_said_to() -> None:
    one, other = prose(OTHER + ".", SPEECH + "."), prose("So it is.", SPEECH.upper() + "!", "That was all.")
    assert shown(one, other) == [(SPEECH, SPEECH.upper())]


def test_words_may_be_changed_within_a_passage() -> None:
    edited = (
        SPEECH.replace("northern", "great northern").replace("engineers", "builders").replace(" nine", "")
    )
    assert shown(prose(edited), prose(SPEECH)) == [(edited, SPEECH)]


def test_names_and_set_phrases_are_no_passage() -> None:
    name = "the ministry of foreign affairs of the republic"
    assert not shown(prose(f"Yesterday {name} said so. {OTHER}"), prose(f"{SPEECH} for {name}"))


def test_parts_in_another_order_are_passages_of_their_own() -> None:
    assert shown(prose(SPEECH, OTHER), prose(OTHER, SPEECH)) == [(SPEECH, SPEECH), (OTHER, OTHER)]


def test_the_headline_does_not_count() -> None:
    assert told(prose("Bridge closed", SPEECH), "BRIDGE CLOSED").words == told(prose(SPEECH)).words
    assert told(prose("Bridge closed"), "Bridge closed").words == ()
    assert told(prose("Bridge closed", SPEECH), "Bridge open").words[:2] == ("bridge", "closed")


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said: “We will stay.” Then he left.", "we will stay"),
        ("Il a dit : « Nous restons ». Puis il partit.", "nous restons"),
        ("“We will stay\nuntil the end,” he said.", "we will stay"),
        ('"We stay," he said, "until the end."', "we stay until the end"),
        ("It is 5 o'clock.", ""),
    ],
)
def test_what_stands_in_quotation_marks(text: str, quoted: str) -> None:
    found = told(prose(*text.split("\n")))
    assert " ".join(word for word, inside in zip(found.words, found.quoted, strict=True) if inside) == quoted


LETTERS = st.text(alphabet="ab “”.\n", max_size=300)


@given(LETTERS, LETTERS)
def test_any_two_texts(one: str, other: str) -> None:
    a, b = told(prose(*one.split("\n"))), told(prose(*other.split("\n")))
    found = passages(a, b)
    last = 0
    for each in found:
        assert last <= each.start < each.end <= len(a.words)
        assert 0 <= each.other_start < each.other_end <= len(b.words)
        assert FEWEST <= each.same <= each.end - each.start
        assert 0 < each.density <= 1
        assert a.words[each.start : each.start + 3] == b.words[each.other_start : each.other_start + 3]
        last = each.end


@given(st.lists(st.text(max_size=60), max_size=8))
def test_words_of_any_article_are_those_of_its_text(sentences: list[str]) -> None:
    text = prose(*sentences)
    found: Told = told(text)
    assert len(found.words) == len(found.spans) == len(found.quoted)
    assert all(Span(0, len(text.text)).contains(span) for span in found.spans)
    assert list(found.words) == [word for sentence in sentences for word, _ in words(sentence)]
