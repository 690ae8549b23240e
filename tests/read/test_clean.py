"""What is not the article is marked, with its kind, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from according.model import Mark, Span
from according.pipeline import readings
from according.read.clean import marks
from tests.texts import LINES, labelled, plain

TITLE = "Talks on the missing resume in the old town"
BODY = (
    "The delegations met in the old town of Geneva on Tuesday. "
    "They agreed to exchange lists of those who are missing."
)
LAST = "An office with six clerks is to open in the autumn, and families will be told by letter."

Pairs = list[tuple[str, str]]


def marked(text: str) -> Pairs:
    """Kind and text of the marks in a document that must be one article."""
    (reading,) = readings(plain(text))
    for mark in reading.article.marks:
        assert text[slice(*mark.span)] not in reading.flow.text
    return [(mark.kind, text[slice(*mark.span)]) for mark in reading.article.marks]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Also read: The corridor stays closed", "related-link"),
        ("Читайте также: Коридор закрыт", "related-link"),
        ("FacebookTwitterWhatsApp", "share"),
        ("Subscribe to our newsletter", "newsletter"),
        ("Advertisement", "advert"),
        ("This article is for subscribers only", "paywall"),
        ("0:45 / 2:10", "player"),
        ("We use cookies on this site", "header"),
        ("Page 3 of 7", "header"),
        ("____", "separator"),
    ],
)
def test_a_line_between_two_paragraphs(line: str, kind: str) -> None:
    assert marked(f"{TITLE}\n\n{BODY}\n\n{line}\n\n{LAST}\n") == [(kind, line)]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("AFP", "credit"),
        ("By Jane Example", "credit"),
        ("bur/ab", "credit"),
        ("© 2021 Example Press", "credit"),
        ("Copyright 2021 Example Press. All rights reserved.", "credit"),
        ("Leave a comment", "comment-form"),
        ("https://example.org/a/b", "header"),
    ],
)
def test_a_line_after_the_text(line: str, kind: str) -> None:
    assert marked(f"{TITLE}\n\n{BODY}\n\n{LAST}\n\n{line}\n") == [(kind, line)]


def test_an_article_without_furniture_has_no_marks() -> None:
    assert marked(f"{TITLE}\n\n{BODY}\n\n{LAST}\n") == []


@pytest.mark.parametrize("credit", ["© Jane Example/AFP", "(Photo: AFP)"])
def test_a_caption_and_its_credit_are_two_marks(credit: str) -> None:
    caption = "Delegates in the hall of the old palace on Tuesday."
    assert marked(f"{TITLE}\n\n{BODY}\n\n{caption} {credit}\n\n{LAST}\n") == [
        ("caption", caption),
        ("credit", credit),
    ]


def test_a_players_title_goes_with_its_clock() -> None:
    assert marked(f"{TITLE}\n\n{BODY}\n\nA walk through the old town\n0:45 / 2:10\n\n{LAST}\n") == [
        ("player", "A walk through the old town"),
        ("player", "0:45 / 2:10"),
    ]


def test_a_line_inside_a_block_of_one_kind_belongs_to_it() -> None:
    block = ["Sign up for our newsletter", "Every Friday in your box", "Thank you for subscribing"]
    text = f"{TITLE}\n\n{BODY}\n\n" + "\n\n".join(block) + f"\n\n{LAST}\n"
    found = marks(text, labelled(text, "open body noise heading noise body"))
    assert [(mark.kind, text[slice(*mark.span)]) for mark in found] == [
        ("newsletter", line) for line in block
    ]


def test_a_list_below_a_heading_of_links_belongs_to_it() -> None:
    links = ["Related articles", "The corridor stays closed", "The harvest begins"]
    text = f"{TITLE}\n\n{BODY}\n\n" + "\n\n".join(links)
    found = marks(text, labelled(text, "open body noise heading heading"))
    assert [(mark.kind, text[slice(*mark.span)]) for mark in found] == [
        ("related-link", line) for line in links
    ]


@pytest.mark.parametrize(
    ("paragraph", "link"),
    [
        (
            "They met again on Monday (Lire aussi : Le corridor) and left. It was late.",
            "(Lire aussi : Le corridor)",
        ),
        ("They met again [Read also: The corridor] on Monday. It was late.", "[Read also: The corridor]"),
        ("They met again on Monday, officials said. Also read: The corridor", "Also read: The corridor"),
    ],
)
def test_a_related_link_inside_a_paragraph(paragraph: str, link: str) -> None:
    assert marked(f"{TITLE}\n\n{BODY} {paragraph}\n\n{LAST}\n") == [("related-link", link)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Read more about this in the report, he said, adding that the corridor stays closed for a month.",
        "Farmers share the photo of the bridge (see below) with those who comment on the news.",
        "The advertisement for the ferry hangs in the harbour, where subscribers to the line wait.",
    ],
)
def test_sentences_that_use_the_same_words_stay(sentence: str) -> None:
    assert marked(f"{TITLE}\n\n{BODY}\n\n{sentence}\n\n{LAST}\n") == []


def test_an_iso_date_in_front_of_the_text_is_no_text() -> None:
    assert marked(f"{TITLE}\n\n2021-03-03 {BODY}\n\n{LAST}\n") == [("header", "2021-03-03")]


def test_what_the_reader_knows_from_the_layout_wins_over_what_lies_in_it() -> None:
    text = f"{TITLE}\n\n{BODY}\n\nAdvertisement\n\n{LAST}\n"
    start = text.index("Advert")
    page = Mark(Span(start, text.index(LAST)), "header", "foot of the page")
    part = labelled(text, "open body noise body")
    assert marks(text, part, [page]) == (page,)
    elsewhere = Mark(Span(len(text) + 5, len(text) + 9), "header", "of another article")
    assert [mark.kind for mark in marks(text, part, [elsewhere])] == ["advert"]


STATES = [
    "open",
    "title",
    "outlet",
    "date",
    "byline",
    "caption",
    "body",
    "bare",
    "heading",
    "noise",
    "end",
    "separator",
    "ruled",
]


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(LINES.filter(lambda line: line.strip("\ufeff\u200b\u00a0\u00ad")), st.sampled_from(STATES)),
        min_size=1,
        max_size=8,
    )
)
def test_marks_are_in_order_apart_and_not_empty_whatever_the_labels(lines: list[tuple[str, str]]) -> None:
    text = "\n\n\n".join(line for line, _ in lines)
    try:
        part = labelled(text, " ".join(state for _, state in lines))
    except ValueError:
        return  # a line that is joined to another, or breaks in two
    found = marks(text, part)
    end = part.span.start
    for mark in found:
        assert end <= mark.span.start < mark.span.end <= part.span.end
        assert text[slice(*mark.span)].strip()
        end = mark.span.end
