"""Lines and the units they form."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given, settings

from according.read.lines import ends_sentence, line_spans, merged, starts_low, units, wrap_width
from tests.texts import ANY, printing

WRAPPED = """The delegations met in the old town of Geneva, where a hall had been kept
for them since the month of May, and agreed to exchange the lists of those
who are still missing. An office with six clerks from both sides is to open
in the autumn, and the families will be told by letter what was found out.
"""


def texts(text: str) -> list[str]:
    return [unit.text for unit in units(text)]


@settings(max_examples=80)
@given(ANY)
@example("\u00ad\n\u200b\n")
@example("> a\n> b\n> c\n")
def test_units_cover_all_that_is_printed_exactly_once(text: str) -> None:
    found = units(text)
    lines = [line for unit in found for line in unit.lines]
    assert all(a.end <= b.start for a, b in pairwise(lines))
    assert printing("".join(text[slice(*line)] for line in lines)) == printing(text)
    for unit in found:
        assert (unit.span.start, unit.span.end) == (unit.lines[0].start, unit.lines[-1].end)
        assert text[unit.span.start].strip()
        assert text[unit.span.end - 1].strip()
        assert unit.indent >= 0


@settings(max_examples=80)
@given(ANY)
def test_lines_are_those_of_splitlines(text: str) -> None:
    lines = [text[slice(*span)] for span in line_spans(text)]
    assert lines == [*(line.splitlines()[0] for line in text.splitlines(keepends=True)), ""][: len(lines)]
    assert len(lines) - len(text.splitlines()) in (0, 1)


@settings(max_examples=50)
@given(ANY)
def test_joining_lines_takes_and_adds_no_letter(text: str) -> None:
    for unit in units(text):
        whole = "".join(c for line in unit.lines for c in text[slice(*line)] if c.isalnum())
        assert "".join(c for c in unit.text if c.isalnum()) == whole


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    (paragraph,) = texts(WRAPPED)
    assert "a hall had been kept for them since" in paragraph


def test_a_stray_blank_line_inside_sentences_is_bridged() -> None:
    gaps = WRAPPED.replace("kept\n", "kept\n\n").replace("those\n", "those\n\n").replace("open\n", "open\n\n")
    assert len(units(gaps)) == 1


def test_a_full_stop_ends_a_paragraph_at_a_short_line() -> None:
    first, second = texts(f"{WRAPPED}\nA second paragraph follows.\n")
    assert first.endswith("found out.")
    assert second == "A second paragraph follows."


def test_a_title_broken_after_a_small_word_is_one_unit() -> None:
    assert (
        texts("Les délégations reviennent à la\nTable de Genève\n")[0]
        == "Les délégations reviennent à la Table de Genève"
    )


def test_a_line_that_goes_on_with_a_small_letter_is_joined() -> None:
    assert texts("Négociations sur le déminage\nau bord du lac") == [
        "Négociations sur le déminage au bord du lac"
    ]


def test_a_title_stays_apart_from_the_sentence_that_repeats_it() -> None:
    title = "Deux villages partagent leur moulin"
    assert texts(f"{title}\n{title} depuis lundi, a dit le maire.") == [
        title,
        f"{title} depuis lundi, a dit le maire.",
    ]


@pytest.mark.parametrize(
    "line", ["- an item", "2. a second point", "[3] a note", "https://example.org/a", "* * *"]
)
def test_items_addresses_and_rules_begin_anew(line: str) -> None:
    assert texts(f"A line without a stop that\n{line}")[-1] == line


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("Un accord inter\u00ad\nnational est signé", "Un accord international est signé"),
        ("La Croix-\nRouge revient", "La Croix- Rouge revient"),
        ("une force russo-\nturque de contrôle", "une force russo-turque de contrôle"),
    ],
)
def test_hyphens_at_a_lines_end(broken: str, mended: str) -> None:
    assert "".join(texts(broken)).replace(" ", "") == mended.replace(" ", "")


def test_a_single_line_that_may_be_a_paragraphs_first_is_left_to_the_decoder() -> None:
    below = (
        "On the other bank of the river the school opened its doors to a hundred\n"
        "Pupils of two villages walk there. Nobody asks for papers any more, and one\n"
    )
    first = units(f"{WRAPPED}\n{below}")[1]
    assert first.cut
    assert len(first.lines) == 1


def test_merged_units_keep_their_lines_and_edges() -> None:
    first, second = units("First paragraph here.\n\nSecond paragraph here.")
    both = merged(first, second)
    assert both.span == (first.span.start, second.span.end)
    assert both.text == "First paragraph here. Second paragraph here."
    assert both.lines == first.lines + second.lines


def test_blank_lines_around_and_indentation_are_counted() -> None:
    first, second, third = units("\n\nOne.\n\n\n   Two.\nThree.\n")
    assert (first.blank, second.blank, third.blank) == (-1, 2, 0)
    assert (first.below, second.below) == (2, 0)
    assert (first.indent, second.indent) == (0, 3)


def test_marks_of_quoted_mail_are_no_text() -> None:
    assert texts("> A title\n>\n> First sentence.\n>\n> Second one.") == [
        "A title",
        "First sentence.",
        "Second one.",
    ]


def test_one_line_with_a_mark_of_quotation_keeps_it() -> None:
    assert texts("> 5 percent of it was spent.")[0].startswith(">")


@pytest.mark.parametrize("over", [0, 1])
def test_the_width_of_wrapped_text_is_found_despite_a_longer_title(over: int) -> None:
    assert wrap_width([71, 72, 70, 69, 72, 68, 72, 71, *[110] * over]) == 72


@pytest.mark.parametrize("lengths", [[], [72, 72], [300, 520, 90, 240, 75, 410], [12, 20, 33, 40, 9, 31]])
def test_text_that_is_not_wrapped_has_no_width(lengths: list[int]) -> None:
    assert wrap_width(lengths) == 0


@pytest.mark.parametrize(
    "text", ["It is so.", "It is so.”", "Is it so?)", "Այդպես է։", "那是。", "C'est ainsi… »"]
)
def test_sentences_end(text: str) -> None:
    assert ends_sentence(text)


@pytest.mark.parametrize("text", ["", "»", "A title", "which is,", "says:"])
def test_other_lines_do_not(text: str) -> None:
    assert not ends_sentence(text)


def test_small_letters_behind_quotes() -> None:
    assert starts_low("« il y a »")
    assert starts_low("— и снова")
    assert not starts_low("« Il y a »")
    assert not starts_low("2021")
    assert not starts_low("")
