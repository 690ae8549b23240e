"""Documents split into their articles, and why."""

from __future__ import annotations

import pytest

from according.model import Document, Span
from according.read.digest import LABELS, explain, split
from according.read.lines import units
from tests.texts import plain

STORIES = [
    (
        "Ferry line across the strait carries passengers again",
        "A ferry crosses the strait twice a day. It had stood still for eleven years, the harbour said.",
    ),
    (
        "Village council hands over its last rifles",
        "The council handed over forty-one rifles to the body that counts them. Each guard receives a coconut plot.",
    ),
    (
        "Bus drivers refuse to change plates at the bridge",
        "Drivers stopped work for a day on the line to Raska. Their union wants stickers on the plates instead.",
    ),
    (
        "Hospital in Juba opens a ward paid for by both armies",
        "The ward in Juba has thirty beds for wounded soldiers. Nurses were hired from every state of the country.",
    ),
    (
        "Grain silo on the Danube fills up before the frost",
        "Lorries with maize queue at the silo in Izmail. The Danube is too low for barges, its director said.",
    ),
    (
        "Teachers in Omdurman are paid after nine months",
        "Teachers received two of nine salaries on Sunday. A bank in Port Sudan had kept the money in the meantime.",
    ),
    (
        "Radio in Quibdó opens a programme on safe paths",
        "Six women speak on the radio every morning about mines. The programme in Embera lasts twenty minutes.",
    ),
    (
        "Walls in Belfast make way for gates",
        "Residents of Ardoyne voted for gates that stay open by day. A forge in Derry makes them until September.",
    ),
    (
        "Cattle market in Gao reopens under mixed guard",
        "Eight hundred head were sold in Gao on the first morning. Herders from Tilemsi pay less tax than before.",
    ),
    (
        "Laboratory in Graz takes students from Nis and Pristina",
        "Twenty students test the water of the Ibar in July. Their results appear in both languages in the autumn.",
    ),
]


def digest(
    stories: list[tuple[str, str]], top: str = "{title}", between: str = "\n\n", extra: str = ""
) -> str:
    blocks = []
    for number, (title, text) in enumerate(stories, 1):
        body = text.replace(". ", ".\n\n", 1)
        if number == 2 and extra:
            body = body.replace("\n\n", f"\n\n{extra}\n\n", 1)
        blocks.append(f"{top.format(title=title, n=number)}\n\n{body}")
    return between.join(blocks) + "\n"


def openings(text: str) -> list[str]:
    """The first line of every article."""
    return [text[part.span.start :].partition("\n")[0] for part in split(plain(text))]


@pytest.mark.parametrize("count", [2, 3, 5, 10])
@pytest.mark.parametrize(
    ("top", "between"),
    [
        ("{title}", "\n____________\n\n"),
        ("{title}", "\n\n* * *\n\n"),
        ("{title}\n\nReuters\n{n} March 2021", "\n\n"),
        ("{n}. {title}", "\n\n"),
        ("## {title}", "\n\n"),
        ("{title}\nBy Jane Example", "\n\n----------\n\n"),
    ],
)
def test_layouts(count: int, top: str, between: str) -> None:
    text = digest(STORIES[:count], top, between)
    assert openings(text) == [
        top.format(title=title, n=n).partition("\n")[0] for n, (title, _) in enumerate(STORIES[:count], 1)
    ]


def test_bare_titles() -> None:
    assert openings(digest(STORIES)) == [title for title, _ in STORIES]


@pytest.mark.parametrize(
    "line", ["Anger in the villages of the south coast", "What the elders and the monitors say about it"]
)
@pytest.mark.parametrize(
    ("top", "between"),
    [("{title}\n\nReuters\n{n} March 2021", "\n____________\n\n"), ("{n}. {title}", "\n\n")],
)
def test_a_heading_that_lacks_what_nine_openings_have_opens_nothing(
    line: str, top: str, between: str
) -> None:
    text = digest(STORIES[:9], top, between, extra=line)
    assert line in text
    assert len(openings(text)) == 9


def test_a_line_in_the_style_of_the_others_opens_an_article_though_its_words_look_odd() -> None:
    stories = [*STORIES[:8], ("And now?", STORIES[8][1]), STORIES[9]]
    assert (
        openings(digest(stories, "{title}\n\nReuters\n{n} March 2021", "\n____________\n\n"))[8] == "And now?"
    )


def test_an_essay_with_headings_is_one_article() -> None:
    paragraph = (
        "Monitors who walk in the Karsana valley hear of incidents before those who drive. The monitors of the "
        "Karsana mission keep an office in the market, where farmers tell them which field was crossed and by whom."
    )
    parts = ["Why the Karsana ceasefire holds", paragraph]
    for heading in ("The first hours", "What farmers know", "Who pays", "A modest conclusion"):
        parts += [heading, paragraph.replace("hear", f"{heading.lower()}: they hear")]
    assert openings("\n\n".join(parts)) == ["Why the Karsana ceasefire holds"]


@pytest.mark.parametrize("text", [text for _, text in STORIES[:3]])
def test_a_text_without_a_title_is_one_article(text: str) -> None:
    (part,) = split(plain(text + "\n"))
    assert part.span == (0, len(text))


def test_a_table_of_contents_belongs_to_no_article() -> None:
    contents = "In this issue:\n\n" + "\n".join(title for title, _ in STORIES[:5]) + "\n\n"
    text = contents + digest(STORIES[:5])
    assert split(plain(text))[0].span.start == len(contents)
    assert openings(text) == [title for title, _ in STORIES[:5]]


def test_the_container_settles_the_extent() -> None:
    text = digest(STORIES[:4])
    (part,) = split(plain(text, article=Span(10, len(text) - 5)))
    assert part.span == (10, len(text) - 5)
    assert all(part.span.contains(labelled.unit.span) for labelled in part.units)
    assert split(plain("   ", article=Span(0, 3))) == ()


def test_the_units_of_the_articles_are_those_of_the_document() -> None:
    text = digest(STORIES[:4], between="\n____________\n\n")
    inside = [labelled.unit for part in split(plain(text)) for labelled in part.units]
    assert inside == units(text)


@pytest.mark.parametrize("between", ["\n\n", "\n\n____________\n\n"])
def test_every_line_is_explained(between: str) -> None:
    text = digest(STORIES, "{title}\n\nReuters\n{n} March 2021", between)
    document = plain(text)
    lines = explain(document)
    assert [text[slice(*line.span)] for line in lines] == [line for line in text.splitlines() if line.strip()]
    assert [line.span.start for line in lines if line.first] == [part.span.start for part in split(document)]
    assert {line.label for line in lines} <= set(LABELS.values())
    assert [text[slice(*line.span)] for line in lines if not line.reasons] == []
    assert [line.label for line in lines[:5]] == ["title", "outlet", "date", "body", "body"]


def test_the_same_text_is_split_the_same_whatever_its_name() -> None:
    text = digest(STORIES)
    other = Document.make("Ferry line.md", text.encode(), "text/markdown", "utf-8", text)
    assert split(other) == split(plain(text))
