"""Finding an extracted text again in the text it came from."""

from hypothesis import given
from hypothesis import strategies as st

from according.read.locate import Squeezed, locate

FIRST = "The first paragraph tells what happened on Tuesday at the border crossing in the north."
SECOND = "The second paragraph tells who says that it happened, and who denies it with what words."


def found(text: str, paragraphs: list[str]) -> list[str]:
    return [text[span.start : span.end] for span in locate(Squeezed(text), paragraphs)]


def test_white_space_does_not_matter() -> None:
    assert found("a  menu\n\nThe text\n of it\tis here\n\nfoot", ["The text of it is here"]) == [
        "The text\n of it\tis here"
    ]


def test_paragraphs_that_the_extractor_moved_do_not_cost_the_others() -> None:
    text = f"Headline here\n\n{FIRST}\n\n{SECOND}"
    assert found(text, [FIRST, "Headline here", SECOND]) == [FIRST, SECOND]


def test_a_piece_lost_inside_a_paragraph_is_found_with_it() -> None:
    paragraph = f"{FIRST} with a link inside {SECOND}"
    assert found(f"menu\n\n{paragraph}\n\nfoot", [f"{FIRST} {SECOND}"]) == [paragraph]


def test_a_repeated_line_is_found_between_its_neighbours() -> None:
    text = f"Why?\n\n{FIRST}\n\nWhy?\n\n{SECOND}\n\nWhy?"
    spans = locate(Squeezed(text), [FIRST, "Why?", SECOND])
    assert [span.start for span in spans] == [text.index(FIRST), text.index("Why?", 10), text.index(SECOND)]


def test_what_is_not_there_is_left_out() -> None:
    assert found(FIRST, ["Nothing of this is in the text at all, not a word of it.", FIRST]) == [FIRST]
    assert found("", [FIRST]) == []


WORDS = st.lists(st.sampled_from(["the", "talks", "began", "on", "Monday", "мир", "\n", "\n\n"]), max_size=30)


@given(st.lists(WORDS.map(" ".join), max_size=12), st.lists(WORDS.map(" ".join), max_size=6))
def test_spans_ascend_and_hold_what_was_looked_for(blocks: list[str], others: list[str]) -> None:
    text = "\n\n".join(blocks)
    wanted = {"".join(block.split()) for block in (*blocks[::2], *others)}
    end = 0
    for span in locate(Squeezed(text), [*blocks[::2], *others]):
        assert end <= span.start < span.end <= len(text)
        assert "".join(text[span.start : span.end].split()) in wanted
        end = span.end
