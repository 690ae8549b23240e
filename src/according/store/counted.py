"""Asking what is counted: figures of one thing, whatever the language that it is written in."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import lru_cache

from sqlalchemy import Connection, and_, func, literal, or_, select

from according.knowledge.comparable import comparable
from according.knowledge.edtf import bounds
from according.knowledge.fold import fold as folded
from according.model import Figure
from according.store import claims, tables
from according.store.fold import fold
from according.store.query import ArticleFilter
from according.views import CountedRow, Thing

WORDS = 6
"""Spellings that a thing is shown with."""
_PERSON = "person"
_FAR = 80
"""Characters of a sentence in which the word is sought that tells what happened to what is counted."""
_EDGE = re.compile(r"[,;:.()–—]")


@lru_cache(maxsize=100_000)
def thing(what: str | None, unit: str | None) -> str:
    """Return the id of what a figure counts: its unit, and the class of the words or else the words, folded.

    Persons of whom it is only said what happened to them ("the dead", "morts") are of the class of that.
    """
    words = " ".join(folded(what or "").text.split())
    return f"{unit or ''}:{comparable().things.first(words) or _fate(words, unit) or words}"


def _fate(words: str, unit: str | None) -> str | None:
    """Return the class of what happened to persons of whom the words say no more ("погибших шахтёров" are miners)."""
    acts = comparable().acts
    alone = unit == _PERSON and all(acts.first(word) is not None for word in words.split())
    return acts.first(words) if alone else None


def scope(figure: Figure, act: str | None) -> str:
    """Return the id of what a figure counts, where it is told what happened to it: people killed are the dead."""
    id = thing(figure.what, figure.unit)
    return f"{_PERSON}:{act}" if act and id == f"{_PERSON}:{comparable().people}" else id


def things(connection: Connection, *, words: str | None, limit: int) -> list[Thing]:
    """Return things that are counted and named, most first; `words` must each begin a word of a spelling or unit."""
    table = tables.figures.c
    wanted = select(table.what, table.unit, func.count()).where(table.what.is_not(None))
    rows = connection.execute(wanted.group_by(table.unit, table.what))
    number: Counter[str] = Counter()
    written: dict[str, Counter[str]] = defaultdict(Counter)
    units: dict[str, str | None] = {}
    for what, unit, count in rows:
        id = thing(what, unit)
        number[id] += count
        units[id] = unit
        written[id][" ".join(what.split())] += count
    asked = fold(words or "").split()

    def is_asked(id: str) -> bool:
        spelled = fold(" ".join(("", id.replace(":", " "), *written[id])))
        return all(f" {word}" in spelled for word in asked)

    ordered = sorted((id for id in number if is_asked(id)), key=lambda id: (-number[id], id))[:limit]
    return [
        Thing(
            id,
            units[id],
            tuple(word for word, _ in sorted(written[id].items(), key=lambda item: (-item[1], item[0]))[:WORDS]),
            number[id],
        )
        for id in ordered
    ]  # fmt: skip


def counted(
    connection: Connection, id: str, *, since: str | None, until: str | None, limit: int
) -> list[CountedRow]:
    """Return the figures that count one thing in the order of their days, of many those published last.

    Raises:
        SettingsError: `since` or `until` is no date.
    """
    ArticleFilter(since=since, until=until)  # says what is wrong with them
    table, articles = tables.figures.c, tables.articles.c
    unit = id.partition(":")[0] or None
    pairs = connection.execute(select(table.what).where(table.unit.is_not_distinct_from(unit)).distinct())
    spelled = [row.what for row in pairs if thing(row.what, unit) == id]
    same = or_(
        table.what.in_([each for each in spelled if each is not None]),
        and_(literal(None in spelled), table.what.is_(None)),
    )
    when = func.coalesce(table.date, articles.published)
    wanted = select(table.id).join_from(tables.figures, tables.articles, articles.id == table.article)
    wanted = wanted.where(and_(table.unit.is_not_distinct_from(unit), same))
    if since is not None:
        wanted = wanted.where(when >= since)
    if until is not None:
        wanted = wanted.where(when <= f"{until}~")
    order = (articles.published.is_(None), articles.published.desc(), table.id)
    ids = list(connection.execute(wanted.order_by(*order).limit(limit)).scalars())
    rows = list(claims.figures(connection, ArticleFilter(), ids=ids))
    found = [CountedRow(row, happened(row.figure, row.sentence)) for row in rows]
    return sorted(found, key=lambda each: _day(each.row.figure.date or each.row.row.article.published))


def _day(when: str | None) -> tuple[bool, str]:
    ends = bounds(when) if when is not None else None
    return ends is None, ends[0] if ends is not None else ""


def happened(figure: Figure, sentence: str) -> str | None:
    """Return the class of what is told to have happened to what a figure counts: its own words, else the nearest."""
    if figure.unit in comparable().ignored:
        return None  # nothing happens to a length of time
    acts = comparable().acts
    own = acts.first(folded(f"{figure.text} {figure.what or ''}").text)
    whole, words = folded(sentence).text, folded(" ".join(figure.text.split())).text
    at = whole.find(words)
    if own is not None or at < 0:
        return own
    behind = _EDGE.split(whole[at + len(words) :][:_FAR])[0]
    before = _EDGE.split(whole[max(0, at - _FAR) : at])[-1]
    # The nearer word: "shrank by 8 % after three years of growth".
    near = [(len(before) - met.end, 1, met.name) for met in acts.find(before)]
    near += [(met.start, 0, met.name) for met in acts.find(behind)]
    return min(near)[2] if near else None
