"""The layouts of digests: one function each, in the two lists at the end.

A layout writes stories on a sheet the way a kind of press digest prints them. Those called `held-*` are scored
but never shown: whoever works on the splitter learns from the others whether it generalises.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from benchmarks import dumps
from benchmarks.press import Imprint, address, written
from benchmarks.sheet import Sheet, Story, Style

Compose = Callable[[Sheet, Sequence[Story], Random], None]


@dataclass(frozen=True)
class Layout:
    """A way of printing digests.

    `blanks`: paragraphs have to be set off by blank lines, since nothing else shows where an item begins.
    `rough`: damage of copying (stray blank lines, margins, titles that come back as first sentences) may be added.
    `headlines`: what may have happened to long titles (see Style).
    """

    compose: Compose
    blanks: bool = False
    rough: bool = False
    headlines: tuple[str, ...] = ("whole", "wrapped")


BROKEN = ("whole", "wrapped", "broken", "glued")


def style(layout: Layout, rng: Random) -> Style:
    """Draw how one digest of a layout is typed."""
    blank = layout.blanks or rng.random() < 0.7
    return Style(
        width=rng.randint(60, 110) if rng.random() < 0.5 else None,
        sentences=rng.choice(((1, 1), (1, 3), (2, 4), (3, 6))),
        blank=blank,
        gap=2 if rng.random() < 0.1 else 1,
        ragged=layout.rough and rng.random() < 0.3,
        indent=rng.choice(("    ", "  ", "\t")) if rng.random() < (0.15 if blank else 0.4) else "",
        margin=" " if layout.rough and rng.random() < 0.3 else "",
        newline="\r\n" if rng.random() < 0.15 else "\n",
        headline=rng.choice(layout.headlines),
        echo=layout.rough and rng.random() < 0.4,
        cut=rng.choice((3, 6, 10, 20, None, None)),
    )


def _head(sheet: Sheet, stories: Sequence[Story], rng: Random, odds: float = 0.5) -> None:
    """Print the digest's own head, sometimes."""
    if rng.random() < odds:
        story = stories[0]
        day = written(date(2018, 10, 7), story.language, rng.choice(("long", "weekday")))
        sheet.furniture(f"{rng.choice(story.press.header)}{rng.choice((' – ', ', ', ' '))}{day}")
        sheet.blank(rng.randint(1, 2))


def _foot(sheet: Sheet, stories: Sequence[Story], rng: Random) -> None:
    if rng.random() < 0.4:
        sheet.blank(2)
        sheet.furniture(stories[0].press.footer)


def _separated(*lines: str, above: bool = False) -> Compose:
    """Items with a line between them; one of `lines` a digest, any width."""

    def compose(sheet: Sheet, stories: Sequence[Story], rng: Random) -> None:
        _head(sheet, stories, rng)
        line = rng.choice(lines)
        line = line * rng.randint(8, 60) if len(line) == 1 else line
        for number, story in enumerate(stories):
            if above or number:
                sheet.furniture(line)
                sheet.blank(rng.randint(0, 1))
            imprint = Imprint.draw(story.press, rng)
            sheet.title(story)
            if above:
                sheet.furniture(line)
            sheet.blank(rng.choice((0, 1, 1, 3)))
            if rng.random() < 0.3:
                sheet.own(f"{story.press.by} {imprint.author}")
                sheet.blank()
            headings = (
                (rng.choice(story.press.headings),) if rng.random() < 0.2 and len(story.sentences) > 6 else ()
            )
            sheet.body(story, between=headings, sign_off=imprint.agency if rng.random() < 0.2 else "")
            sheet.blank(rng.randint(0, 1))

    return compose


def _blank_blocks(sheet: Sheet, stories: Sequence[Story], rng: Random) -> None:
    _head(sheet, stories, rng, 0.3)
    between = rng.choice((1, 1, 2, 3))
    for number, story in enumerate(stories):
        if number:
            sheet.blank(between)
        sheet.title(story)
        sheet.blank(rng.choice((1, between)))
        sheet.body(story)


def _tight_blocks(sheet: Sheet, stories: Sequence[Story], rng: Random) -> None:
    _head(sheet, stories, rng, 0.3)
    for story in stories:
        sheet.title(story)
        sheet.body(story)
        sheet.blank(rng.randint(1, 2))


def _mailing_list(sheet: Sheet, stories: Sequence[Story], rng: Random) -> None:
    form = rng.choice(("long", "short", "weekday", "numbers"))
    with_author, with_url = rng.random() < 0.4, rng.random() < 0.6
    _head(sheet, stories, rng, 0.3)
    for story in stories:
        imprint = Imprint.draw(story.press, rng)
        sheet.title(story)
        sheet.blank(rng.randint(0, 1))
        sheet.own(imprint.outlet)
        sheet.own(written(imprint.day, story.language, form))
        if with_author:
            sheet.own(f"{story.press.by} {imprint.author}")
        sheet.blank()
        headings = (
            rng.sample(story.press.headings, 2) if rng.random() < 0.2 and len(story.sentences) > 8 else ()
        )
        sheet.body(story, between=headings)
        if with_url:
            sheet.blank(rng.randint(0, 1))
            sheet.own(address(imprint.domain, imprint.day, rng))
        sheet.blank(rng.randint(1, 3))


def _newsletter(sheet: Sheet, stories: Sequence[Story], rng: Random) -> None:
    press = stories[0].press
    _head(sheet, stories, rng, 0.8)
    sheet.furniture(rng.choice(press.contents))
    sheet.blank(rng.randint(0, 1))
    bullet = rng.choice(("{n}. ", "{n}) ", "- ", "• ", "* ", "{n} – "))
    short = rng.random() < 0.3
    for number, story in enumerate(stories, 1):
        listed = f"{story.title[:42].rsplit(' ', 1)[0]}…" if short and len(story.title) > 45 else story.title
        sheet.furniture(f"{bullet.format(n=number)}{listed}")
    numbered = "{n}" in bullet and rng.random() < 0.5
    with_source = rng.random() < 0.5
    for number, story in enumerate(stories, 1):
        sheet.blank(2)
        imprint = Imprint.draw(story.press, rng)
        sheet.title(story, prefix=bullet.format(n=number) if numbered else "")
        if with_source:
            sheet.own(f"({imprint.outlet}, {written(imprint.day, story.language, 'numbers')})")
        sheet.blank()
        sheet.body(story)
    _foot(sheet, stories, rng)


def _numbered(sheet: Sheet, stories: Sequence[Story], rng: Random) -> None:
    _head(sheet, stories, rng)
    form = rng.choice(
        ("{n}. ", "{n}) ", "[{n}] ", "({n}) ", "{n}/{all}", "{n} / {all} – ", "N°{n} : ", "#{n} ")
    )
    for number, story in enumerate(stories, 1):
        label = form.format(n=number, all=len(stories))
        if form == "{n}/{all}":
            sheet.furniture(label)
            label = ""
        imprint = Imprint.draw(story.press, rng)
        sheet.title(story, prefix=label)
        if rng.random() < 0.4:
            sheet.own(f"{imprint.outlet}, {written(imprint.day, story.language, 'numbers')}")
        sheet.blank(rng.randint(0, 1))
        sheet.body(story)
        sheet.blank(rng.randint(1, 2))


def _outlet_first(sheet: Sheet, stories: Sequence[Story], rng: Random) -> None:
    _head(sheet, stories, rng)
    form = rng.choice(("long", "numbers", "weekday"))
    shape = rng.choice(
        ("{outlet}, {day}", "{outlet} – {day}", "{outlet} ({day})", "{outlet}\n{day}", "[{outlet}] {day}")
    )
    upper, blank = rng.random() < 0.3, rng.randint(0, 1)
    for story in stories:
        imprint = Imprint.draw(story.press, rng)
        outlet = imprint.outlet.upper() if upper else imprint.outlet
        sheet.before(shape.format(outlet=outlet, day=written(imprint.day, story.language, form)))
        sheet.blank(blank)
        sheet.title(story)
        sheet.blank(rng.randint(0, 1))
        if rng.random() < 0.3:
            sheet.own(f"{story.press.by} {imprint.author}")
            sheet.blank()
        sheet.body(story)
        sheet.blank(rng.randint(1, 3))


def _upper_titles(sheet: Sheet, stories: Sequence[Story], rng: Random) -> None:
    _head(sheet, stories, rng)
    for story in stories:
        sheet.title(story, case=str.upper)
        sheet.blank(rng.randint(0, 1))
        sheet.body(story, sign_off=f"({Imprint.draw(story.press, rng).outlet})" if rng.random() < 0.4 else "")
        sheet.blank(rng.randint(1, 2))


def _markdown(sheet: Sheet, stories: Sequence[Story], rng: Random) -> None:
    mark, end = rng.choice((("# ", ""), ("## ", ""), ("## ", ""), ("**", "**"), ("### ", "")))
    if mark == "## ":
        sheet.furniture(f"# {stories[0].press.header[0].capitalize()}")
        sheet.blank()
    ruled, sourced = rng.random() < 0.3, rng.random() < 0.5
    for number, story in enumerate(stories):
        if number and ruled:
            sheet.furniture("---")
            sheet.blank()
        imprint = Imprint.draw(story.press, rng)
        sheet.title(story, prefix=mark, suffix=end)
        sheet.blank()
        if sourced:
            sheet.own(f"*{imprint.outlet}, {written(imprint.day, story.language, 'long')}*")
            sheet.blank()
        deeper = mark.strip("* ") + "# " if mark != "**" else ""
        headings = [deeper + rng.choice(story.press.headings)] if deeper and rng.random() < 0.3 else []
        sheet.body(story, between=headings)
        sheet.blank()


def _captions(sheet: Sheet, stories: Sequence[Story], rng: Random) -> None:
    for number, story in enumerate(stories):
        if number:
            sheet.furniture(rng.choice(story.press.captions))
            sheet.blank(rng.randint(0, 1))
        sheet.title(story)
        sheet.blank()
        sheet.body(story)
        sheet.blank()


def _scraped(sheet: Sheet, stories: Sequence[Story], rng: Random) -> None:
    for story in stories:
        press, imprint = story.press, Imprint.draw(story.press, rng)
        for line in rng.sample(press.menu, rng.randint(0, 2)):
            sheet.furniture(line)
        sheet.blank()
        sheet.title(story)
        sheet.blank()
        sheet.own(f"{press.by} {imprint.author}")
        sheet.own(written(imprint.day, story.language, "long"))
        sheet.own(rng.choice(press.share))
        if rng.random() < 0.5:
            sheet.own(rng.choice(press.captions))
        sheet.blank()
        strewn = [
            *rng.sample(press.adverts, rng.randint(0, 2)),
            *rng.sample(press.see_also, rng.randint(0, 2)),
        ]
        sheet.body(story, between=strewn)
        sheet.blank()
        tail = [
            *rng.sample(press.tail, rng.randint(0, 2)),
            *rng.sample(press.related, rng.choice((0, 0, 2, 3))),
        ]
        for line in (*tail, f"© {imprint.day.year} {imprint.outlet}. {press.rights}"):
            sheet.after(line)
            sheet.blank(rng.randint(0, 1))
        sheet.blank(rng.randint(1, 3))


def _sections(sheet: Sheet, stories: Sequence[Story], rng: Random) -> None:
    _head(sheet, stories, rng)
    sections = list(stories[0].press.sections)
    upper, sourced = rng.random() < 0.6, rng.random() < 0.5
    left = 0
    for story in stories:
        if not left and sections:
            name = sections.pop(0)
            sheet.furniture(name if upper else name.capitalize())
            sheet.blank(rng.randint(1, 2))
            left = rng.randint(2, 5)
        left -= bool(left)
        imprint = Imprint.draw(story.press, rng)
        sheet.title(story)
        sheet.blank(rng.randint(0, 1))
        sheet.body(
            story,
            sign_off=f"{imprint.outlet}, {written(imprint.day, story.language, 'long')}" if sourced else "",
        )
        sheet.blank(rng.randint(1, 2))


def _glyphs(sheet: Sheet, stories: Sequence[Story], rng: Random) -> None:
    _head(sheet, stories, rng)
    before, between = rng.choice(
        (
            ("► ", ""),
            ("■ ", ""),
            (">> ", ""),
            ("", "~~~~~"),
            ("", "# # #"),
            ("", "§"),
            ("", "•••"),
            ("▪ ", ""),
        )
    )
    for number, story in enumerate(stories):
        if number and between:
            sheet.furniture(between)
            sheet.blank(rng.randint(0, 1))
        imprint = Imprint.draw(story.press, rng)
        if rng.random() < 0.3:
            sheet.before(f"{rng.choice(story.press.kickers)} · {imprint.outlet}")
        sheet.title(story, prefix=before)
        sheet.blank()
        sheet.body(story)
        sheet.blank()


SEEN: dict[str, Layout] = {
    "underscores": Layout(_separated("_"), rough=True, headlines=BROKEN),
    "dashes": Layout(_separated("-", "—", "-- "), rough=True, headlines=BROKEN),
    "asterisks": Layout(_separated("*", "***"), rough=True, headlines=BROKEN),
    "spaced-asterisks": Layout(_separated("* * *", "        * * *", "*  *  *"), rough=True, headlines=BROKEN),
    "equals-above": Layout(_separated("=", above=True), rough=True, headlines=BROKEN),
    "blank-blocks": Layout(_blank_blocks, blanks=True),
    "tight-blocks": Layout(_tight_blocks),
    "broken-titles": Layout(_blank_blocks, blanks=True, headlines=("broken", "glued")),
    "mailing-list": Layout(_mailing_list),
    "newsletter": Layout(_newsletter, blanks=True),
    "factiva-codes": Layout(dumps.factiva_codes),
    "factiva-text": Layout(dumps.factiva_text),
    "europresse": Layout(dumps.europresse),
    "lexisnexis": Layout(dumps.lexisnexis),
    "numbered": Layout(_numbered),
    "mbox-digest": Layout(dumps.mbox),
    "outlet-first": Layout(_outlet_first),
    "upper-titles": Layout(_upper_titles),
    "markdown": Layout(_markdown, blanks=True),
    "captions": Layout(_captions, blanks=True),
    "scraped": Layout(_scraped),
    "agency-wire": Layout(dumps.agency_wire),
    "sections": Layout(_sections, blanks=True),
}
HELD: dict[str, Layout] = {
    "held-forwarded": Layout(dumps.forwarded),
    "held-monitoring": Layout(dumps.monitoring, blanks=True),
    "held-glyphs": Layout(_glyphs, blanks=True),
    "held-fields": Layout(dumps.fields),
}
