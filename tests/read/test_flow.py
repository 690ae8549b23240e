"""Running text and the way back to the original characters."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from according.model import Span
from according.read.flow import Flow, flow, framed
from according.read.lines import units
from tests.texts import ANY


def run(text: str, *holes: str) -> Flow:
    return flow(text, units(text), [Span(text.index(h), text.index(h) + len(h)) for h in holes])


@settings(max_examples=80)
@given(ANY, st.lists(st.tuples(st.integers(0, 300), st.integers(0, 40)), max_size=4))
@example("inter\u00ad\nnational", [])
@example("one.Two three.Four", [(3, 2)])
def test_every_character_has_its_equal_in_the_document(text: str, cuts: list[tuple[int, int]]) -> None:
    holes = [Span(start, start + length) for start, length in cuts]
    found = flow(text, units(text), holes)
    last = -1
    for i, c in enumerate(found.text):
        if c.isspace():
            continue
        start, end = found.original(i, i + 1)
        assert end == start + 1
        assert text[start] == c
        assert start > last, "in order, none twice: nothing is invented"
        assert not any(hole.start <= start < hole.end for hole in holes)
        last = start


@settings(max_examples=80)
@given(ANY, st.lists(st.tuples(st.integers(0, 300), st.integers(0, 40)), max_size=4))
def test_the_way_back_leads_to_where_one_came_from(text: str, cuts: list[tuple[int, int]]) -> None:
    holes = [Span(start, start + length) for start, length in cuts]
    found = flow(text, units(text), holes)
    located = found.locator()
    kept = {found.original(i, i + 1).start: i for i, c in enumerate(found.text) if not c.isspace()}
    for position, c in enumerate(text):
        if not c.isspace():
            at = located(Span(position, position + 1))
            assert at == (Span(kept[position], kept[position] + 1) if position in kept else None)


@settings(max_examples=60)
@given(ANY)
def test_nothing_but_space_and_hyphens_is_lost(text: str) -> None:
    found = flow(text, units(text), [])
    whole = "".join(text[slice(*line)] for unit in units(text) for line in unit.lines)
    assert [c for c in found.text if c.isalnum()] == [c for c in whole if c.isalnum()]


@settings(max_examples=60)
@given(ANY, st.data())
def test_spans_stay_inside_and_in_order(text: str, data: st.DataObject) -> None:
    found = flow(text, units(text), [])
    for paragraph in found.paragraphs:
        start = data.draw(st.integers(paragraph.start, paragraph.end))
        end = data.draw(st.integers(start, paragraph.end))
        a, b = found.original(start, end)
        assert 0 <= a <= b <= len(text)
        assert (a == b) == (start == end)
    assert all(x.end < y.start for x, y in pairwise(found.paragraphs))
    assert "".join(found.text[slice(*p)] + "\n" for p in found.paragraphs) == found.text


def test_broken_lines_are_joined() -> None:
    assert (
        run("The delegations met in the\nold town of Geneva.\n").text
        == "The delegations met in the old town of Geneva.\n"
    )


def test_paragraphs_stay_apart() -> None:
    found = run("One is here.\n\nTwo is here.\n")
    assert found.text == "One is here.\nTwo is here.\n"
    assert [found.text[slice(*p)] for p in found.paragraphs] == ["One is here.", "Two is here."]


def test_glued_sentences_are_set_apart() -> None:
    found = run("Nobody was hurt in the incident.Les deux états-majors se taisent.")
    assert found.text == "Nobody was hurt in the incident. Les deux états-majors se taisent.\n"
    at = found.text.index("Les")
    assert found.original(at, at + 3) == (32, 35)


def test_abbreviations_and_addresses_are_not_taken_apart() -> None:
    text = "The U.N. mission wrote to www.example.org about Mr.X and 3.5 tonnes.\n"
    assert run(text).text == text


def test_a_hyphenated_word_that_the_text_has_whole_is_mended() -> None:
    assert run("The corridor was closed, and the cor-\nridor is closed again.").text.startswith(
        "The corridor was closed, and the corridor is"
    )


def test_a_compound_keeps_its_hyphen() -> None:
    assert run("une force russo-\nturque de contrôle").text == "une force russo-turque de contrôle\n"


def test_what_is_marked_is_left_out() -> None:
    found = run("They met again. (Lire aussi : Le corridor) Then they left.", "(Lire aussi : Le corridor)")
    assert "Lire" not in found.text
    assert " ".join(found.text.split()) == "They met again. Then they left."


def test_a_paragraph_that_is_marked_as_a_whole_leaves_nothing() -> None:
    assert (
        run("First is here.\n\nAdvertisement\n\nLast is here.", "Advertisement").text
        == "First is here.\nLast is here.\n"
    )


def test_no_units_no_text() -> None:
    found = flow("some text", [], [])
    assert (found.text, found.paragraphs) == ("", ())
    assert found.original(0, 0) == (0, 0)


FRAME = "Talks\n  resume\n\nThey met in the\nold town.They left.\n\nThe hall © AFP\n"


def frame(title: str | None, *margins: str) -> Flow:
    """The middle paragraph of `FRAME` with its title and margins."""

    def at(written: str) -> Span:
        return Span(FRAME.index(written), FRAME.index(written) + len(written))

    body = at("They met in the\nold town.They left.")
    middle = flow(FRAME, [unit for unit in units(FRAME) if unit.span.start == body.start], [])
    return framed(FRAME, at(title) if title else None, middle, map(at, margins))


def test_the_title_stands_before_and_the_margins_behind() -> None:
    found = frame("Talks\n  resume", "The hall © AFP")
    assert found.text == "Talks resume\nThey met in the old town. They left.\nThe hall © AFP\n"
    assert [found.text[slice(*span)] for span in found.paragraphs] == found.text.splitlines()


def test_without_title_and_margins_it_is_the_running_text() -> None:
    assert frame(None).text == "They met in the old town. They left.\n"


def test_a_frame_leads_back_to_the_document() -> None:
    found = frame("Talks\n  resume", "The hall © AFP")
    for word in ("Talks", "resume", "They", "met", "old", "left", "hall", "AFP"):
        start = found.text.index(word)
        assert FRAME[slice(*found.original(start, start + len(word)))] == word
    assert FRAME[slice(*found.original(0, len("Talks resume")))] == "Talks\n  resume"


@settings(max_examples=60)
@given(ANY, st.lists(st.tuples(st.integers(0, 300), st.integers(0, 60)), min_size=1, max_size=3))
def test_every_character_of_a_frame_has_its_equal_in_the_document(
    text: str, cuts: list[tuple[int, int]]
) -> None:
    title, *margins = [Span(min(start, len(text)), min(start + length, len(text))) for start, length in cuts]
    found = framed(text, title, flow(text, units(text), []), margins)
    for i, c in enumerate(found.text):
        if not c.isspace():
            start, end = found.original(i, i + 1)
            assert (text[start], end) == (c, start + 1)
    assert "".join(found.text[slice(*span)] + "\n" for span in found.paragraphs) == found.text
    inside = "".join(text[slice(*span)] for span in (title, *margins))
    body = flow(text, units(text), []).text
    assert sorted(c for c in found.text if c.isalnum()) == sorted(c for c in inside + body if c.isalnum())
