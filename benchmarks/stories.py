"""Articles on one piece of news, brought together across languages: news blurbs, translated articles, the seeds.

Blurbs: one-sentence news items that the editors of several Wikipedias wrote independently (ITN), without dates. A
topic's blurbs are one story; two topics under which one and the same blurb stands are one. Every second topic was
looked at while rules were made (`tune`), the others never (`held`).

Translations: 61 articles in six languages (NTREX), as if each were written independently: origins are not asked. A few
of the 61 are reports of two outlets on one piece of news, as can be read in them; `strict` counts those as two stories.

All is read from raw text as a user would read it, in one record each.

`python -m benchmarks.stories` lists what was parted or joined wrongly among what may be looked at.
"""

from __future__ import annotations

import csv
import html
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from sqlalchemy import select

from according import Record
from according.link.stories import stories
from according.settings import Settings
from according.store import sketches, tables
from according.store.database import Database
from according.views import Item
from benchmarks import shared

BLURBS = ("fr", "en", "ru", "uk", "tr")
TRANSLATED = ("en", "fr", "ru", "tr", "az")
NO_VECTORS = "hy"
TWO_OUTLETS = {
    "rt.com.91337": "reuters.218932",  # the referendum on Macedonia's name
    "cnbc.com.6769": "reuters.218861",  # North Korea's foreign minister at the United Nations
    "scotsman.133791": "bbc.381746",  # Livingston's match against Rangers
    "euronews-en.153835": "reuters.218863",  # the toll of the tsunami in Indonesia
    "independent.226301": "reuters.218923",  # the Ryder Cup before its last day
}
"""Of the translated articles those that tell what another one tells, too."""
_TAG = re.compile("<[^>]+>")

Row = tuple[str, str, str]
"""An article: its name, headline (may be empty) and text."""
Label = Callable[[str], str | None]
"""From an article's name to its story; None for an article that does not count."""


def blurbs() -> dict[str, tuple[str, str]]:
    """Return the blurbs by name, `topic/language/number`, each with its text and story."""
    topics = json.loads((shared("eval/data/itn-stories") / "topics.json").read_text("utf-8"))
    parent = {topic: topic for topic in topics}

    def root(topic: str) -> str:
        while parent[topic] != topic:
            topic = parent[topic]
        return topic

    first: dict[tuple[str, str], str] = {}
    found: dict[str, str] = {}
    for number, (topic, items) in enumerate(topics.items()):
        for at, (_, each) in enumerate(sorted(items.items(), key=lambda item: float(item[0]))):
            text = " ".join(html.unescape(_TAG.sub("", each["blurb"])).split())
            key = each["lang"], text
            if key in first:
                parent[root(topic)] = root(first[key])
            elif each["lang"] in BLURBS:
                found[f"{number % 2}/{topic}/{each['lang']}/{at}"] = text
            first.setdefault(key, topic)
    return {name: (text, root(name.split("/")[1])) for name, text in found.items()}


def translated(languages: Sequence[str]) -> Iterable[Row]:
    """Yield the translated articles; the first line is the headline."""
    for language in languages:
        for file in sorted((shared("eval/data/ntrex-stories") / language).glob("*.txt")):
            title, _, text = file.read_text("utf-8").partition("\n")
            yield f"{language}/{file.stem}", title, text


def read(rows: Iterable[Row]) -> dict[str, Item]:
    """Read articles, shuffled, as a table into a record; return them as stories are worked out from them, by name."""
    some = list(rows)
    Random(6).shuffle(some)
    with TemporaryDirectory() as folder:
        table = Path(folder) / "news.csv"
        with table.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([("title", "text"), *((title, text) for _, title, text in some)])
        path = Path(folder) / "record.according"
        with Record.open(path, create=True) as record:
            record.read([str(table)], Settings())
        return {some[number - 1][0]: each for number, each in items(path).items()}


def items(path: Path) -> dict[int, Item]:
    """Return the articles of a record by the rows of their table, counted from 1."""
    database = Database(path, create=False)
    chains, entities = tables.chains.c, tables.entities.c
    articles, documents = tables.articles.c, tables.documents.c
    with database.reading() as connection:
        of = connection.execute(select(chains.id, chains.entity).where(chains.entity.is_not(None)))
        known = connection.execute(
            select(entities.id, entities.country).where(entities.kind.in_(("place", "state")))
        )
        where = select(articles.id, documents.uri).join(tables.documents, documents.id == articles.document)
        row_of = {row.id: int(row.uri.rpartition("-")[2]) for row in connection.execute(where)}
        found = sketches.items(
            connection, {row.id: row.entity for row in of}, {row.id: row.country for row in known}
        )
        return {row_of[each.article]: each for each in found}


def scores(some: dict[str, Item], label: Label) -> dict[str, float]:
    """Return precision, recall and F1 over pairs of articles, and BCubed F1 (Bagga and Baldwin 1998)."""
    kept = {each.article: story for name, each in some.items() if (story := label(name)) is not None}
    found = stories([each for each in some.values() if each.article in kept], {})
    groups = [Counter(kept[each.article] for each in story.articles) for story in found]
    sizes = Counter(kept.values())

    def pairs(counts: Iterable[int]) -> int:
        return sum(count * (count - 1) // 2 for count in counts)

    right = pairs(count for group in groups for count in group.values())
    precision = right / (pairs(group.total() for group in groups) or 1)
    recall = right / (pairs(sizes.values()) or 1)
    of_all = sum(count * count / group.total() for group in groups for count in group.values()) / len(kept)
    to_all = sum(count * count / sizes[story] for group in groups for story, count in group.items()) / len(
        kept
    )
    return {
        "precision": precision,
        "recall": recall,
        "f1": _f1(precision, recall),
        "bcubed": _f1(of_all, to_all),
    }


def _f1(one: float, other: float) -> float:
    return 2 * one * other / (one + other) if one + other else 0.0


def newest(names: Iterable[str]) -> set[str]:
    """Return of each topic and language the blurb that was written last: none is an earlier wording of another."""
    last: dict[tuple[str, ...], str] = {}
    for name in names:
        half, topic, language, at = name.split("/")
        key = half, topic, language
        if key not in last or int(at) > int(last[key].rpartition("/")[2]):
            last[key] = name
    return set(last.values())


def measure() -> dict[str, float]:
    """Return the figures: for all blurbs and those of each half, for the newest of each, and for the translations."""
    told = blurbs()
    written = read((name, "", text) for name, (text, _) in told.items())
    figures: dict[str, float] = {}

    def put(name: str, some: dict[str, Item], label: Label) -> None:
        figures.update({f"stories.{name}.{key}": value for key, value in scores(some, label).items()})

    put("blurbs.all", written, lambda name: told[name][1])
    put("blurbs.held", written, lambda name: told[name][1] if name[0] == "0" else None)
    put("blurbs.tune", written, lambda name: told[name][1] if name[0] == "1" else None)
    last = newest(told)
    put("blurbs.newest", written, lambda name: told[name][1] if name in last else None)
    articles = read(translated((*TRANSLATED, NO_VECTORS)))

    def one(name: str) -> str:
        story = name.partition("/")[2]
        return TWO_OUTLETS.get(story, story)

    put("translated.with_hy", articles, one)
    put("translated.without_hy", articles, lambda name: None if name.startswith(NO_VECTORS) else one(name))
    put(
        "translated.strict",
        articles,
        lambda name: None if name.startswith(NO_VECTORS) else name.partition("/")[2],
    )
    return figures


def main() -> None:
    """Print the stories that hold blurbs of several topics, and topics in several stories, of the half that is read."""
    told = {name: each for name, each in blurbs().items() if name[0] == "1"}
    some = read((name, "", text) for name, (text, _) in told.items())
    names = {each.article: name for name, each in some.items()}
    spread = defaultdict(set)
    found = stories(some.values(), {})
    for story in found:
        for each in story.articles:
            spread[told[names[each.article]][1]].add(story.id)
    for story in found:
        topics = {told[names[each.article]][1] for each in story.articles}
        if len(topics) > 1 or any(len(spread[topic]) > 1 for topic in topics):
            print(f"\n{story.title}: topics {', '.join(sorted(topics))}")
            for each in story.articles:
                print(
                    f"  {each.score:.2f} {names[each.article]} {told[names[each.article]][0]} ({each.reason})"
                )


if __name__ == "__main__":
    main()
