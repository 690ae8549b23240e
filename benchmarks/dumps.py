"""Layouts that machines print: exports of press databases, mail programs and wires."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from random import Random

from benchmarks.press import Imprint, address, written
from benchmarks.sheet import Sheet, Story


def _code(imprint: Imprint) -> str:
    return imprint.domain.replace(".", "")[:4].upper()


def _accession(imprint: Imprint, rng: Random) -> str:
    return f"{_code(imprint)}0000{imprint.day:%Y%m%d}ea{rng.randrange(1000, 9999)}a{rng.randrange(10):02d}"


def factiva_codes(sheet: Sheet, stories: Sequence[Story], rng: Random) -> None:
    """A database export with a code before each field."""
    for story in stories:
        imprint = Imprint.draw(story.press, rng)
        if rng.random() < 0.5:
            sheet.before(f"SE  {rng.choice(story.press.sections).capitalize()}")
        sheet.title(story, prefix="HD  ")
        if rng.random() < 0.6:
            sheet.own(f"BY  {imprint.author}")
        sheet.own(f"WC  {rng.randrange(120, 1200)} {story.press.words}")
        sheet.own(f"PD  {written(imprint.day, story.language, 'long')}")
        sheet.own(f"SN  {imprint.outlet}")
        sheet.own(f"SC  {imprint.domain.replace('.', '')[:4].upper()}")
        sheet.own(f"LA  { {'en': 'English', 'fr': 'French', 'ru': 'Russian'}[story.language] }")
        sheet.own(f"CY  (c) {imprint.day.year} {imprint.outlet}. {story.press.rights}")
        sheet.blank()
        cut = max(1, len(story.sentences) // 4)
        sheet.own("LP  ")
        sheet.body(_part(story, 0, cut))
        sheet.blank()
        sheet.own("TD  ")
        sheet.body(_part(story, cut, None))
        sheet.blank()
        sheet.after(f"NS  gpol : {rng.choice(story.press.sections).capitalize()}")
        sheet.after(f"AN  Document {_accession(imprint, rng)}")
        sheet.blank(rng.randint(1, 3))


def factiva_text(sheet: Sheet, stories: Sequence[Story], rng: Random) -> None:
    """The same for reading: particulars line by line, no codes."""
    for story in stories:
        imprint = Imprint.draw(story.press, rng)
        sheet.title(story)
        for line in (
            f"{story.press.by} {imprint.author}",
            f"{rng.randrange(120, 1200)} {story.press.words}",
            written(imprint.day, story.language, "long"),
            f"{rng.randrange(24):02d}:{rng.randrange(60):02d}",
            imprint.outlet,
            _code(imprint),
            {"en": "English", "fr": "Français", "ru": "Русский"}[story.language],
            f"(c) {imprint.day.year} {imprint.outlet}. {story.press.rights}",
        ):
            sheet.own(line)
        sheet.blank()
        sheet.body(story)
        sheet.blank()
        sheet.after(f"Document {_accession(imprint, rng)}")
        sheet.blank(rng.randint(1, 2))


def europresse(sheet: Sheet, stories: Sequence[Story], rng: Random) -> None:
    """A database export with the outlet first and a certificate line last."""
    counted = rng.random() < 0.5
    for number, story in enumerate(stories, 1):
        imprint = Imprint.draw(story.press, rng)
        section = rng.choice(story.press.sections).capitalize()
        day = written(imprint.day, story.language, "weekday")
        if counted:
            sheet.furniture(f"Document {number} / {len(stories)}")
            sheet.blank()
        sheet.before(imprint.outlet)
        sheet.before(
            f"{section}, {day}, {rng.randrange(120, 1200)} {story.press.words}, p. {rng.randrange(1, 30)}"
        )
        sheet.blank()
        sheet.title(story)
        sheet.blank()
        if rng.random() < 0.6:
            sheet.own(imprint.author)
            sheet.blank()
        sheet.body(story)
        sheet.blank()
        sheet.after(f"© {imprint.day.year} {imprint.outlet}. {story.press.rights}")
        sheet.after(f"news·{imprint.day:%Y%m%d}·{imprint.domain[:2].upper()}·{rng.randrange(10**6, 10**7)}")
        sheet.blank(rng.randint(1, 3))


def lexisnexis(sheet: Sheet, stories: Sequence[Story], rng: Random) -> None:
    """A database export with named fields, in its old and its new form."""
    old = rng.random() < 0.6
    for number, story in enumerate(stories, 1):
        imprint = Imprint.draw(story.press, rng)
        day = written(imprint.day, story.language, "weekday")
        section = f"SECTION: {rng.choice(story.press.sections)}; Pg. {rng.randrange(1, 30)}"
        length, byline = f"LENGTH: {rng.randrange(120, 1200)} words", f"BYLINE: {imprint.author}"
        if old:
            sheet.furniture(f"{number} of {len(stories)} DOCUMENTS".center(70).rstrip())
            sheet.blank(2)
            sheet.before(imprint.outlet.center(70).rstrip())
            sheet.blank()
            sheet.before(day.center(70).rstrip())
            sheet.blank()
            for line in (section, "", length, ""):
                sheet.before(line)
            sheet.title(story, prefix="HEADLINE: ")
            sheet.blank()
            sheet.own(byline)
        else:
            sheet.title(story)
            for line in (
                imprint.outlet,
                day,
                f"Copyright {imprint.day.year} {imprint.outlet} {story.press.rights}",
            ):
                sheet.own(line)
            sheet.blank()
            for line in (
                section.capitalize(),
                length.capitalize(),
                f"Byline: {imprint.author}",
                "",
                "Body",
                "",
            ):
                sheet.own(line)
        sheet.blank()
        sheet.body(story)
        sheet.blank()
        for line in (
            f"LOAD-DATE: {written(imprint.day + timedelta(days=1), 'en', 'long')}",
            f"LANGUAGE: {_english(story)}",
        ):
            sheet.after(line)
        if old:
            sheet.after(f"Copyright {imprint.day.year} {imprint.outlet}".center(70).rstrip())
            sheet.after("All Rights Reserved".center(70).rstrip())
        else:
            sheet.after("End of Document")
        sheet.blank(rng.randint(2, 4))


def _english(story: Story) -> str:
    return {"en": "ENGLISH", "fr": "FRENCH", "ru": "RUSSIAN"}[story.language]


def _part(story: Story, start: int, end: int | None) -> Story:
    return Story(story.name, story.language, story.title, story.sentences[start:end])


def mbox(sheet: Sheet, stories: Sequence[Story], rng: Random) -> None:
    """The digest of a mailing list: contents, then messages."""
    tag = rng.choice(("", "[press] ", "[Press-review] "))
    if rng.random() < 0.6:
        sheet.furniture("Today's Topics:")
        sheet.blank()
        for number, story in enumerate(stories, 1):
            sheet.furniture(f"   {number}. {tag}{story.title}")
        sheet.blank(2)
        sheet.furniture("-" * 70)
        sheet.blank()
    for number, story in enumerate(stories, 1):
        imprint = Imprint.draw(story.press, rng)
        if number > 1:
            sheet.furniture("-" * 30)
            sheet.blank()
        sheet.before(f"Message: {number}")
        sheet.before(
            f"Date: {imprint.day:%a, %d %b %Y} {rng.randrange(24):02d}:{rng.randrange(60):02d}:00 +0200"
        )
        sheet.before(f"From: {imprint.author} <press.{number}@{imprint.domain}>")
        if rng.random() < 0.5:
            sheet.before("To: digest@lists.example.org")
        sheet.title(story, prefix=f"Subject: {tag}")
        if rng.random() < 0.5:
            sheet.own(f"Message-ID: <{rng.randrange(10**9, 10**10)}@{imprint.domain}>")
            sheet.own("Content-Type: text/plain; charset=utf-8")
        sheet.blank()
        sheet.body(story, sign_off=imprint.author if rng.random() < 0.3 else "")
        sheet.blank(2)
    sheet.furniture("-" * 30)
    sheet.blank()
    sheet.furniture("End of Press Digest, Vol 12, Issue 7\n" + "*" * 36)


def forwarded(sheet: Sheet, stories: Sequence[Story], rng: Random) -> None:
    """Mails forwarded one below the other, each with its own small head."""
    for story in stories:
        imprint, labels = Imprint.draw(story.press, rng), story.press.labels
        if rng.random() < 0.7:
            sheet.before(labels["forwarded"])
        sheet.before(f"{labels['from']}: {imprint.author} <{rng.randrange(100, 999)}@{imprint.domain}>")
        sheet.before(
            f"{labels['sent']}: {written(imprint.day, story.language, 'weekday')} {rng.randrange(24):02d}:15"
        )
        sheet.before(f"{labels['to']}: press@example.org")
        sheet.title(story, prefix=f"{labels['subject']}: {rng.choice(('', 'Fwd: ', 'TR: '))}")
        sheet.blank(rng.randint(1, 2))
        sheet.body(story, sign_off=address(imprint.domain, imprint.day, rng) if rng.random() < 0.4 else "")
        sheet.blank(rng.randint(1, 3))


def fields(sheet: Sheet, stories: Sequence[Story], rng: Random) -> None:
    """An export with a label before every field."""
    order = rng.choice(("source first", "title first"))
    for story in stories:
        imprint, labels = Imprint.draw(story.press, rng), story.press.labels
        lines = [
            f"{labels['source']}: {imprint.outlet}",
            f"{labels['date']}: {written(imprint.day, story.language, 'numbers')}",
        ]
        if order == "source first":
            for line in lines:
                sheet.before(line)
        sheet.title(story, prefix=f"{labels['title']}: ")
        if order == "title first":
            for line in lines:
                sheet.own(line)
        if rng.random() < 0.5:
            sheet.own(f"{labels['author']}: {imprint.author}")
        sheet.own(f"{labels['text']}:")
        sheet.body(story)
        sheet.blank(rng.randint(1, 3))


def agency_wire(sheet: Sheet, stories: Sequence[Story], rng: Random) -> None:
    """Dispatches with a dateline; some end as agencies end theirs."""
    with_end, slug = rng.random() < 0.5, rng.random() < 0.3
    for story in stories:
        imprint = Imprint.draw(story.press, rng)
        day = (
            written(imprint.day, story.language, "long")
            .rsplit(" ", 1)[0]
            .removesuffix(f" {imprint.day.year}")
        )
        shapes = {
            "en": (
                f"{imprint.city}, {imprint.day:%b} {imprint.day.day} ({imprint.agency}) - ",
                f"{imprint.city} ({imprint.agency}) — ",
            ),
            "fr": (f"{imprint.city}, {day} ({imprint.agency}) - ", f"{imprint.city} ({imprint.agency}) – "),
            "ru": (
                f"{imprint.city}, {day}. /{imprint.agency}/. ",
                f"{imprint.city}, {day} — {imprint.agency}. ",
            ),
        }
        if slug:
            sheet.before(f"{imprint.agency.upper()}-{rng.randrange(1000, 9999)}")
        sheet.title(story)
        sheet.blank(rng.randint(0, 1))
        sheet.body(
            story, lead=rng.choice(shapes[story.language]), sign_off=story.press.end if with_end else ""
        )
        if with_end and rng.random() < 0.5:
            sheet.own(f"{imprint.author[:2].lower()}/{imprint.author[-2:].lower()}")
        sheet.blank(rng.randint(1, 2))


def monitoring(sheet: Sheet, stories: Sequence[Story], rng: Random) -> None:
    """Reports of a monitoring service: the source stands below."""
    for story in stories:
        imprint, labels = Imprint.draw(story.press, rng), story.press.labels
        sheet.title(story)
        sheet.blank()
        sheet.body(story, lead=f"{imprint.city.title()}, {imprint.day.day:02d}.{imprint.day.month:02d}: ")
        sheet.blank()
        sheet.own(
            f"{labels['source']}: {imprint.agency}, {imprint.city.title()}, "
            + written(imprint.day, story.language, "short")
        )
        sheet.blank(rng.randint(1, 2))
