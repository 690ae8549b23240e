"""Findings drawn at random, to be read one by one: `python -m benchmarks.sample KIND [N] [SEED]`.

KIND is statements, figures, dates or events. Material: the web pages of `pages`, and the English and French stories of
`translations`; for dates the Russian ones too, and none whose annotated dates are held; for events the seeds too. Each
is read as a user would read it; each finding is shown with its sentence and all its fields. A figure says how many are
found, not how many of them are right: that takes a reader.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from according import Record
from according.views import EventRow, FigureRow, StatementRow, TimelineEntry, Who
from benchmarks import shared
from benchmarks.dates import ANNOTATIONS

STORIES = ("en", "fr")


def _held(language: str) -> set[str]:
    """Return the annotated stories whose dates nobody is to look at."""
    path = ANNOTATIONS / f"{language}.json"
    rows = json.loads(path.read_text("utf-8"))["articles"] if path.exists() else ()
    return {row["document"] for row in rows if row["half"] == "held"}


def _material(folder: Path, kind: str) -> None:
    for page in sorted((shared("eval/data/article-extraction") / "html").glob("*.html.gz")):
        (folder / page.stem).write_bytes(gzip.decompress(page.read_bytes()))
    if kind == "events":
        for seed in sorted(shared("seeds").glob("*.txt")):
            (folder / seed.name).write_bytes(seed.read_bytes())
    for language in (*STORIES, "ru") if kind == "dates" else STORIES:
        held = _held(language) if kind == "dates" else set()
        for story in sorted((shared("eval/data/ntrex-stories") / language).glob("*.txt")):
            if story.name not in held:
                (folder / f"{language}-{story.name}").write_bytes(story.read_bytes())


def _party(text: str | None, who: tuple[Who, ...]) -> str:
    return f"{text} ({', '.join(str(each.name) for each in who)})"


def _shown(row: StatementRow | FigureRow | TimelineEntry | EventRow) -> str:
    if isinstance(row, StatementRow):
        said = row.statement
        fields = (
            f"{row.speaker.name} ({said.speaker_text}) → {row.addressee.name}: {said.kind}, {said.manner}, "
            f"{said.certainty}, {said.confidence:.2f}, {said.reason}\n  SAID {said.text}"
        )
    elif isinstance(row, FigureRow):
        figure = row.figure
        fields = (
            f"“{figure.text}” {figure.qualifier} {figure.value} {figure.low}–{figure.high} {figure.unit} of "
            f"{figure.what!r}, by {row.claimant.name} ({figure.claimant_text}), {figure.date}, {row.place.name}, "
            f"{figure.confidence:.2f}"
        )
    elif isinstance(row, EventRow):
        event = row.event
        fields = (
            f"{event.root} {event.mode} “{event.text}”: {_party(event.source.text, row.source)} → "
            f"{_party(event.target.text, row.target)}, {event.status}, at {row.place.name}, on {event.date}, "
            f"said by {row.reporter.name}, {event.confidence:.2f}, {event.reason}"
        )
    else:
        date, published = row.date, row.row.article.published
        fields = f"“{date.text}” {date.value} {date.time or ''}, {date.reason}, published {published}"
    return f"{fields}\n  IN   {row.sentence}"


def _rows(record: Record, kind: str) -> Iterable[StatementRow | FigureRow | TimelineEntry | EventRow]:
    if kind == "statements":
        return record.statements()
    if kind == "figures":
        return record.figures()
    return record.events() if kind == "events" else record.timeline()


def main() -> None:
    """Print the findings that were drawn."""
    kind, *rest = sys.argv[1:]
    number, seed = (int(each) for each in (*rest, *("100", "1")[len(rest) :]))
    with TemporaryDirectory() as folder:
        news = Path(folder) / "news"
        news.mkdir()
        _material(news, kind)
        with Record.open(Path(folder) / "record.according", create=True) as record:
            record.read([str(news)])
            rows = list(_rows(record, kind))
    drawn = random.Random(seed).sample(rows, min(number, len(rows)))
    print(f"{len(rows)} {kind}, of which {len(drawn)}:")
    for at, row in enumerate(drawn, start=1):
        print(f"\n{at}. {Path(row.row.uri).name}\n  {_shown(row)}")


if __name__ == "__main__":
    main()
