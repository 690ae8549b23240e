"""Asking for stories: a long list of them, and the accounts of one side by side."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from sqlalchemy import ColumnElement, Connection, func, select

from according.store import claims, discrepancies, stories, tables
from according.store.counted import happened, scope
from according.store.events import shown
from according.store.fold import fold
from according.store.happenings import told
from according.store.meant import looked_up, named
from according.store.query import ArticleFilter
from according.store.shown import among, articles_of
from according.views import AccountRow, Cell, Group, Headline, Line, Member, Sides, Who
from according.views.sides import COPIES, GROUPS

ORIGINS = 60
"""Originals of a story that are held against one another at a time."""
COLUMNS = 12
"""Columns that are shown of them before any are chosen: more cannot be read across."""
LINES = 40
"""Lines of one group at a time."""
ALONE = 6
"""Lines that one original tells alone which are shown beside all others: they compare with nothing."""
LEAST = 0.2
"""Confidence under which an event alone is no line of its own: nobody known takes part in it."""
_ORDER = ("difference", "happening", "figure", "statement")


def headlines(
    connection: Connection,
    *,
    actor: str | None = None,
    words: str | None = None,
    since: str | None = None,
    until: str | None = None,
    single: bool = False,
    limit: int,
    offset: int,
) -> list[Headline]:
    """Return stories, the latest first, without their articles.

    Args:
        connection: To the record.
        actor: Only those of which an article names who goes by this name.
        words: Only those in whose titles these words stand.
        since: Only those that go on to this day, month or year (ISO 8601) or beyond it.
        until: Only those that begin on or before it.
        single: Whether those that only one article tells are listed, too.
        limit: At most this many,
        offset: after so many.

    Raises:
        SettingsError: `since` or `until` is no date.
    """
    ArticleFilter(since=since, until=until)  # says what is wrong with them
    table, member, chain = tables.stories.c, tables.story_articles.c, tables.chains.c
    wanted = select(tables.stories)
    if not single:
        wanted = wanted.where(table.origins > 1)
    for word in looked_up(words or "").split():
        wanted = wanted.where(func.fold(table.title).contains(word, autoescape=True))
    if actor is not None:
        theirs = select(chain.article).where(chain.entity.in_(named(connection, actor)))
        wanted = wanted.where(table.id.in_(select(member.story).where(member.article.in_(theirs))))
    wanted = wanted.where(*_within(since, until))
    order = (table.latest.is_(None), table.latest.desc(), table.origins.desc(), table.id)
    rows = connection.execute(wanted.order_by(*order).limit(limit).offset(offset)).all()
    ids = [row.id for row in rows]
    held, differ = _articles(connection, ids), _differences(connection, ids)
    return [
        Headline(
            row.id,
            row.title,
            row.earliest,
            row.latest,
            row.origins,
            len(held[row.id]),
            differ.get(row.id, 0),
            tuple(dict.fromkeys(outlet for outlet, _ in held[row.id] if outlet)),
            tuple(dict.fromkeys(language for _, language in held[row.id] if language)),
        )
        for row in rows
    ]


def _within(since: str | None, until: str | None) -> Iterator[ColumnElement[bool]]:
    table = tables.stories.c
    if since is not None:
        yield table.latest.concat("~") >= since
    if until is not None:
        yield table.earliest <= f"{until}~"


def _articles(connection: Connection, ids: Iterable[str]) -> dict[str, list[tuple[str | None, str | None]]]:
    """Return outlet and language of the articles of some stories."""
    member, article = tables.story_articles.c, tables.articles.c
    wanted = (
        select(member.story, article.outlet, article.language)
        .join_from(tables.story_articles, tables.articles, article.id == member.article)
        .where(member.story.in_(list(ids)))
        .order_by(article.published.is_(None), article.published, article.number)
    )
    found: dict[str, list[tuple[str | None, str | None]]] = defaultdict(list)
    for row in connection.execute(wanted):
        found[row.story].append((row.outlet, row.language))
    return found


def _differences(connection: Connection, ids: Iterable[str]) -> dict[str, int]:
    member, account, table = tables.story_articles.c, tables.discrepancy_accounts.c, tables.discrepancies.c
    wanted = (
        select(member.story, func.count(account.discrepancy.distinct()).label("number"))
        .join_from(tables.story_articles, tables.discrepancy_accounts, account.article == member.article)
        .join(tables.discrepancies, table.id == account.discrepancy)
        .where(member.story.in_(list(ids)), discrepancies.counting(connection))
        .group_by(member.story)
    )
    return {row.story: row.number for row in connection.execute(wanted)}


def sides(
    connection: Connection,
    name: str,
    *,
    at: int = 0,
    columns: Sequence[str] = (),
    show: Group | None = None,
    first: int = 0,
    whole: bool = False,
) -> Sides:
    """Return the story that `name` means, its accounts by the originals that they come from, and what they tell.

    A story may have any number of originals: as many as `ORIGINS` are held against one another at a time.

    Args:
        connection: To the record.
        name: What `stories.story` takes.
        at: The originals that are held against one another begin with the one at this place.
        columns: Of them those are shown whose ids begin so, with the lines that they have a part in; else the first.
        show: Only lines of this group,
        first: after so many.
        whole: All of them are shown, whatever `columns` says.

    Raises:
        NotFoundError: there is none, or several begin like this.
    """
    story = stories.story(connection, name)
    members: dict[str, list[Member]] = defaultdict(list)
    for each in story.members:
        members[each.descent.origin if each.descent is not None else each.row.article.id].append(each)
    among_them = list(members.items())[at : at + ORIGINS]
    inside = [origin for origin, _ in among_them]
    chosen = [origin for origin in inside if whole or any(origin.startswith(each) for each in columns)]
    shown_ones = chosen or inside[:COLUMNS]
    lines = _lines(connection, story.story.id, among_them)
    disputed = _disputed(lines)
    groups: dict[Group, list[Line]] = {each: [] for each in GROUPS}
    for line in lines:
        if line.origins.intersection(shown_ones) or not line.origins.intersection(inside):
            groups[line.group(inside)].append(line)
    return Sides(
        story,
        at,
        tuple((origin, some[0]) for origin, some in among_them),
        tuple((origin, tuple(members[origin])) for origin in shown_ones),
        tuple(_page(groups, show, first)),
        {group: len(some) for group, some in groups.items()},
        Counter(origin for line in groups["one"] for origin in line.origins.intersection(shown_ones)),
        disputed,
    )


def _page(
    groups: Mapping[Group, Sequence[Line]], show: Group | None, first: int
) -> Iterator[tuple[Group, Line]]:
    """Yield the lines that are shown at a time: of what originals tell alone, so many of each of them."""
    for group, some in groups.items():
        if show not in (None, group):
            continue
        least, most = (0, ALONE if group == "one" else LINES) if show is None else (first, LINES)
        met: Counter[frozenset[str]] = Counter()
        for line in some:
            key = line.origins if group == "one" else frozenset[str]()
            met[key] += 1
            if least < met[key] <= least + most:
                yield group, line


def _lines(connection: Connection, story: str, some: Sequence[tuple[str, Sequence[Member]]]) -> list[Line]:
    """Return what originals of a story tell, in the order in which it is shown; copies tell what they tell."""
    of = {each.row.article.id: origin for origin, members in some for each in members[:COPIES]}
    inside = {origin for origin, _ in some}
    differing = list(_differing(connection, story))
    numbers = _counted(connection, of, _disputed(differing))
    lines = [*differing, *_happened(connection, of), *numbers, *_said(connection, of)]

    def rank(line: Line) -> tuple[bool, int, int]:
        return line.kind != "difference", -len(line.origins & inside), _ORDER.index(line.kind)

    return sorted(lines, key=rank)


def _disputed(lines: Iterable[Line]) -> frozenset[str]:
    """Return the findings that are held against one another, not those that only follow one another."""
    return frozenset(
        cell.finding
        for line in lines
        if line.difference is not None and not line.difference.discrepancy.series
        for cell in line.cells
    )


def _differing(connection: Connection, story: str) -> Iterator[Line]:
    found = list(discrepancies.listed(connection, story=story, series=True))
    numbers = _numbers(
        connection, (each for row in found if row.discrepancy.kind == "figure" for each in row.positions)
    )
    for row in found:
        cells = tuple(
            Cell(
                each.origin,
                each.row,
                each.says.finding,
                each.sentence,
                each.says.says,
                each.claimant,
                None,
                number,
                numbers.get(each.says.finding),
            )
            for number, position in enumerate(row.positions)
            for each in position
        )
        yield Line("difference", cells, difference=row)


def _numbers(
    connection: Connection, positions: Iterable[Sequence[AccountRow]]
) -> dict[str, tuple[float | None, float | None, float | None, str]]:
    """Return value, least and greatest value and qualifier of the figures in some positions, by their ids."""
    figure = tables.figures.c
    ids = [each.says.finding for position in positions for each in position]
    wanted = select(figure.id, figure.value, figure.low, figure.high, figure.qualifier)
    return {row.id: tuple(row[1:]) for row in connection.execute(wanted.where(figure.id.in_(among(ids))))}


def _happened(connection: Connection, of: Mapping[str, str]) -> Iterator[Line]:
    event, happening = tables.events.c, tables.happenings.c
    wanted = select(tables.events).where(event.article.in_(among(of)), event.happening.is_not(None))
    some = connection.execute(wanted.order_by(event.article, event.start, event.id)).all()
    cells: dict[str, list[Cell]] = defaultdict(list)
    surest: dict[str, float] = defaultdict(float)
    for each in shown(connection, some, articles_of(connection, some)):
        told_by, id = of[each.event.article], each.happening or ""
        cells[id].append(
            Cell(told_by, each.row, each.event.id, each.sentence, each.event.text, each.reporter, each.event.status)
        )  # fmt: skip
        surest[id] = max(surest[id], each.event.confidence)
    kept = [id for id in cells if surest[id] >= LEAST or len({each.origin for each in cells[id]}) > 1]
    rows = connection.execute(
        select(tables.happenings)
        .where(happening.id.in_(among(kept)))
        .order_by(happening.earliest.is_(None), happening.earliest, happening.id)
    )
    for row in told(connection, rows.all()):
        yield Line("happening", tuple(_once(cells[row.happening.id])), happening=row)


def _once(cells: Iterable[Cell]) -> Iterator[Cell]:
    """Yield cells, those of one sentence of one article once: what it says of a thing twice is said once."""
    seen = set()
    for each in cells:
        key = each.row.article.id, each.sentence, each.status
        if key not in seen:
            seen.add(key)
            yield each


def _ids(connection: Connection, table: str, of: Mapping[str, str]) -> list[str]:
    """Return the ids of the findings of one kind in some articles."""
    which = getattr(tables, table)
    wanted = select(which.c.id).where(which.c.article.in_(among(of)))
    return list(connection.execute(wanted.order_by(which.c.article, which.c.start, which.c.id)).scalars())


def _counted(connection: Connection, of: Mapping[str, str], held: Collection[str]) -> Iterator[Line]:
    """Yield a line for what happened to people of one kind, whatever number is given; of other things one a number.

    Figures that are `held` against one another as a difference stand there.
    """
    found: dict[tuple[object, ...], list[Cell]] = defaultdict(list)
    about: dict[tuple[object, ...], tuple[str, str | None]] = {}
    for row in claims.figures(connection, ArticleFilter(), ids=_ids(connection, "figures", of)):
        figure = row.figure
        if figure.what is None or figure.id in held:
            continue
        act, number = (
            happened(figure, row.sentence),
            (figure.value, figure.low, figure.high, figure.qualifier),
        )
        cell = Cell(
            of[figure.article], row.row, figure.id, row.sentence, figure.text, row.claimant, figure.qualifier,
            number=number,
        )  # fmt: skip
        tolls = figure.unit == "person" and act is not None
        key: tuple[object, ...] = (scope(figure, act), act, None if tolls else cell.amount)
        about.setdefault(key, (figure.what, act))
        found[key].append(cell)
    for key, cells in found.items():
        what, act = about[key]
        yield Line("figure", tuple(cells), thing=what, act=act)


def _said(connection: Connection, of: Mapping[str, str]) -> Iterator[Line]:
    """Yield a line for what somebody says: one for the accounts of the same words, each other sentence has its own."""
    found: dict[tuple[Who, str], list[Cell]] = defaultdict(list)
    for row in claims.statements(connection, ArticleFilter(), ids=_ids(connection, "statements", of)):
        speaker = row.speaker
        if speaker.name is None:
            continue
        found[speaker, " ".join(fold(row.statement.text).split())].append(
            Cell(
                of[row.statement.article],
                row.row,
                row.statement.id,
                row.sentence,
                row.statement.manner,
                row.via,
            )
        )
    for (speaker, _), cells in found.items():
        yield Line("statement", tuple(cells), speaker=speaker)
