"""Entities in a record: what linking looks at and leaves behind, and what can be asked about who is named."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    and_,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    text,
    update,
)

from according.model import Chain, Judgement, Kind, Link, Mention, Suggestion
from according.store import rows, tables
from according.store.meant import entity, looked_up
from according.store.query import CHUNK, article_row
from according.views import (
    Appearance,
    Companion,
    Dossier,
    Doubt,
    Entity,
    MentionRow,
    Presence,
    Variant,
)

LINK = "link"
"""The stage of `due` that looks at chains and judgements."""
LONGER = 9
"""Characters from which on a name is not an acronym."""
COMPANIONS = 20
"""Companions that a dossier shows, most frequent first."""

# Statements are put together from constants of this file alone: nothing from outside is in their text (S608).
_CHANGED = text(
    f"INSERT INTO due VALUES ('{LINK}', 1, 0) ON CONFLICT (stage) DO UPDATE SET changes = changes + 1"  # noqa: S608
)
_LAST_CHANGE = text(f"SELECT changes FROM due WHERE stage = '{LINK}' AND changes > done")  # noqa: S608
_SEEN = text(f"UPDATE due SET done = :change WHERE stage = '{LINK}' AND done < :change")  # noqa: S608
_UNLINK = text("UPDATE chains SET entity = NULL, score = NULL, reason = NULL WHERE entity IS NOT NULL")
_COUNTS = text(
    "UPDATE entities SET articles = (SELECT count(DISTINCT article) FROM chains WHERE entity = entities.id), "
    "mentions = (SELECT count(*) FROM mentions JOIN chains ON chains.id = mentions.chain WHERE entity = entities.id)"
)
_WRITTEN = text(
    "SELECT mentions.text, chains.entity FROM mentions JOIN chains ON chains.id = mentions.chain "
    "WHERE chains.entity IS NOT NULL AND mentions.form = 'name' "
    "UNION SELECT name, entity FROM chains WHERE entity IS NOT NULL AND named = 1"
)


def linking_is_due(connection: Connection) -> None:
    """Say that chains or judgements have changed."""
    connection.execute(_CHANGED)


def due(connection: Connection) -> int | None:
    """Return the number of the last change of chains or judgements; None when entities are of that state."""
    return connection.execute(_LAST_CHANGE).scalar()


def _may_be_linked() -> ColumnElement[bool]:
    """Return the condition on chains that linking looks at: named ones, states, people by their office."""
    chain = tables.chains.c
    of_state = and_(chain.kind == "person", chain.offices.op("GLOB")("*@[A-Za-z]*"))
    return or_(chain.named == 1, chain.kind == "state", of_state)


def chains(connection: Connection) -> Iterator[Chain]:
    """Yield chains that may be linked, without their mentions, in the order of their ids."""
    wanted = select(tables.chains).where(_may_be_linked()).order_by(tables.chains.c.id)
    for row in connection.execute(wanted.execution_options(yield_per=CHUNK)):
        yield rows.to_chain(row)


def count_chains(connection: Connection) -> int:
    """Return the number of chains that may be linked."""
    return connection.execute(select(func.count()).where(_may_be_linked())).scalar_one()


def judgements(connection: Connection) -> list[Judgement]:
    """Return the judgements that nobody has taken back, in the order in which they were made."""
    table = tables.judgements.c
    revoked = select(tables.revocations.c.judged)
    wanted = select(tables.judgements).where(table.id.not_in(revoked)).order_by(table.number)
    return [rows.to_judgement(row) for row in connection.execute(wanted)]


def for_linking(
    connection: Connection,
) -> tuple[Iterator[Chain], list[Judgement], dict[str, str], dict[str, list[str]]]:
    """Return what linking looks at.

    Chains that may be linked; judgements; when articles were published (EDTF), by their ids, those left out that do
    not say; the short names in capitals of organizations that also have a longer one, by the ids of their chains.
    """
    article, chain, mention = tables.articles.c, tables.chains.c, tables.mentions.c
    dated = select(article.id, article.published).where(article.published.is_not(None)).order_by(article.id)
    published = {row.id: row.published for row in connection.execute(dated)}
    short = (
        select(mention.chain, mention.text)
        .distinct()
        .join(tables.chains, chain.id == mention.chain)
        .where(chain.kind == "organization", mention.form == "name", func.length(mention.text) < LONGER)
        .where(func.length(chain.name) >= LONGER)
        .order_by(mention.chain, mention.text)
    )
    acronyms: dict[str, list[str]] = {}
    for row in connection.execute(short):
        if row.text.isupper():
            acronyms.setdefault(row.chain, []).append(row.text)
    return chains(connection), judgements(connection), published, acronyms


def judge(connection: Connection, judgement: Judgement) -> None:
    """Keep a judgement, and say that entities must be worked out anew."""
    connection.execute(insert(tables.judgements), [rows.judgement_values(judgement)])
    linking_is_due(connection)


def save(
    connection: Connection,
    change: int,
    entities: Iterable[Entity],
    links: Iterable[Link],
    suggestions: Iterable[Suggestion],
) -> bool:
    """Replace entities, links and suggestions; the entities' counts are worked out here.

    They are of the state after `change`, as `due` told it. When another process has seen a later one, its stay, and
    False is returned.
    """
    if not connection.execute(_SEEN, {"change": change}).rowcount:
        return False
    for table in (tables.entities, tables.entity_names, tables.suggestions):
        connection.execute(delete(table))
    connection.execute(_UNLINK)
    linked = [
        {"chain": link.chain, "of": link.entity, "how": link.score, "why": link.reason} for link in links
    ]
    if linked:
        column = tables.chains.c
        connection.execute(
            update(tables.chains)
            .where(column.id == bindparam("chain"))
            .values(entity=bindparam("of"), score=bindparam("how"), reason=bindparam("why")),
            linked,
        )
    values = [_entity_values(entity) for entity in entities]
    if values:
        connection.execute(insert(tables.entities), values)
        connection.execute(_COUNTS)
    names = {(looked_up(row.text), row.entity) for row in connection.execute(_WRITTEN)}
    for value in values:
        known = [value["name"], *(name for names in json.loads(value["names"]).values() for name in names)]
        names |= {(looked_up(name), value["id"]) for name in known}
    if names:
        connection.execute(
            insert(tables.entity_names), [{"name": name, "entity": entity} for name, entity in sorted(names)]
        )
    doubts = [
        {"first": each.first, "second": each.second, "score": each.score, "reason": each.reason}
        for each in suggestions
    ]
    if doubts:
        connection.execute(insert(tables.suggestions), doubts)
    return True


def _entity_values(entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "kind": entity.kind,
        "name": entity.name,
        "key": entity.key,
        "wikidata": entity.wikidata,
        "geonames": entity.geonames,
        "latitude": entity.latitude,
        "longitude": entity.longitude,
        "country": entity.country,
        "precision": entity.precision,
        "contested": int(entity.contested),
        "names": json.dumps(dict(entity.names), ensure_ascii=False),
        "articles": 0,
        "mentions": 0,
    }


def entities(
    connection: Connection, *, kind: Kind | None = None, limit: int | None = None, by_count: bool = True
) -> Iterator[Entity]:
    """Yield entities with all their names, those named in most articles first; by id when not `by_count`."""
    table = tables.entities.c
    order = (table.articles.desc(), table.mentions.desc(), table.name, table.id) if by_count else (table.id,)
    wanted = select(tables.entities).order_by(*order).limit(limit)
    if kind is not None:
        wanted = wanted.where(table.kind == kind)
    for some in connection.execute(wanted.execution_options(yield_per=CHUNK)).partitions():
        variants = _variants(connection, [row.id for row in some])
        yield from (_entity(row, variants.get(row.id, ())) for row in some)


def _entity(row: Row[Any], variants: Iterable[Variant]) -> Entity:
    # What is written first, the languages with most mentions at the top; then what is only known.
    names: dict[str, dict[str, None]] = {}
    for variant in sorted(variants, key=lambda each: -each.count):
        names.setdefault(variant.language, {})[variant.text] = None
    for language, more in json.loads(row.names).items():
        names.setdefault(language, {}).update(dict.fromkeys(more))
    if not names:
        # A state that only its adjective tells of ("the Chadian minister"): what it is called by is its English name.
        names["en"] = {row.name: None}
    return Entity(
        id=row.id,
        kind=row.kind,
        name=row.name,
        names=tuple((language, tuple(found)) for language, found in names.items()),
        key=row.key,
        wikidata=row.wikidata,
        geonames=row.geonames,
        latitude=row.latitude,
        longitude=row.longitude,
        country=row.country,
        precision=row.precision,
        contested=bool(row.contested),
        articles=row.articles,
        mentions=row.mentions,
    )


def _variants(connection: Connection, entities: Sequence[str]) -> dict[str, tuple[Variant, ...]]:
    """The written forms of some entities, by language, most frequent first."""
    chain, mention = tables.chains.c, tables.mentions.c
    language = func.coalesce(chain.language, "und")
    wanted = (
        select(chain.entity, language, mention.text, func.count())
        .join_from(tables.chains, tables.mentions, mention.chain == chain.id)
        .where(chain.entity.in_(entities), mention.form == "name")
        .group_by(chain.entity, language, mention.text)
    )
    counts: dict[str, Counter[tuple[str, str]]] = {}
    for of, tongue, written, count in connection.execute(wanted):
        counts.setdefault(of, Counter())[tongue, " ".join(written.split())] += count
    return {
        entity: tuple(
            Variant(tongue, written, count)
            for (tongue, written), count in sorted(
                forms.items(), key=lambda item: (item[0][0], -item[1], item[0][1])
            )
        )
        for entity, forms in counts.items()
    }


def one(connection: Connection, name: str) -> Entity:
    """Return the entity that `name` means, with all its names.

    Raises:
        NotFoundError: there is none, or several go by that name.
    """
    row = entity(connection, name, leading=True)
    return _entity(row, _variants(connection, [row.id]).get(row.id, ()))


def dossier(connection: Connection, name: str) -> Dossier:
    """Return all that the record holds about the entity that `name` means.

    Raises:
        NotFoundError: there is none, or several go by that name.
    """
    row = entity(connection, name, leading=True)
    variants = _variants(connection, [row.id]).get(row.id, ())
    appearances = tuple(_appearances(connection, row.id))
    offices = Counter(office for each in appearances for office in each.offices)
    return Dossier(
        entity=_entity(row, variants),
        variants=variants,
        offices=tuple(sorted(offices.items(), key=lambda item: (-item[1], item[0]))),
        appearances=appearances,
        companions=_companions(connection, row.id),
        doubts=_doubts(connection, row.id),
    )


def _appearances(connection: Connection, entity: str) -> Iterator[Appearance]:
    chain, mention, documents = tables.chains.c, tables.mentions.c, tables.documents.c
    articles = tables.articles.c
    wanted = (
        select(
            documents.uri, tables.articles, chain.offices, chain.score, chain.reason, chain.id.label("chain")
        )
        .join_from(tables.chains, tables.articles, articles.id == chain.article)
        .join(tables.documents, documents.id == articles.document)
        .where(chain.entity == entity)
        .order_by(documents.uri, documents.id, articles.start, chain.id)
    )
    found: dict[str, list[Mention]] = {}
    named = (
        select(tables.mentions, chain.article)
        .join_from(tables.mentions, tables.chains, chain.id == mention.chain)
        .where(chain.entity == entity)
        .order_by(mention.start, mention.stop, mention.id)
    )
    for row in connection.execute(named):
        found.setdefault(row.chain, []).append(rows.to_mention(row))
    for row in connection.execute(wanted):
        yield Appearance(
            row=article_row(row),
            mentions=tuple(found.get(row.chain, ())),
            offices=tuple(json.loads(row.offices)),
            score=row.score,
            reason=row.reason,
        )


def _companions(connection: Connection, entity: str) -> tuple[Companion, ...]:
    chain, table = tables.chains.c, tables.entities.c
    where = select(chain.article).where(chain.entity == entity)
    count = func.count(chain.article.distinct()).label("together")
    wanted = (
        select(table.id, table.kind, table.name, count)
        .join_from(tables.chains, tables.entities, table.id == chain.entity)
        .where(chain.article.in_(where), chain.entity != entity)
        .group_by(table.id)
        .order_by(count.desc(), table.name, table.id)
        .limit(COMPANIONS)
    )
    return tuple(Companion(*row) for row in connection.execute(wanted))


def _doubts(connection: Connection, entity: str) -> tuple[Doubt, ...]:
    table, doubt = tables.entities.c, tables.suggestions.c
    found: list[Row[Any]] = []
    for mine, other in ((doubt.first, doubt.second), (doubt.second, doubt.first)):
        wanted = select(table.id, table.name, doubt.score, doubt.reason).where(mine == entity)
        found += connection.execute(wanted.join_from(tables.suggestions, tables.entities, table.id == other))
    ordered = sorted(found, key=lambda row: (-row.score, row.name, row.id))
    return tuple(Doubt(row.id, row.name, row.score, row.reason) for row in ordered)


def mentions(connection: Connection) -> Iterator[MentionRow]:
    """Yield all mentions in the order of their articles and of their places in them."""
    chain, mention = tables.chains.c, tables.mentions.c
    articles, documents = tables.articles.c, tables.documents.c
    wanted = (
        select(tables.mentions, chain.article, chain.entity)
        .join_from(tables.mentions, tables.chains, chain.id == mention.chain)
        .join(tables.articles, articles.id == chain.article)
        .join(tables.documents, documents.id == articles.document)
        .order_by(documents.uri, documents.id, articles.start, mention.start, mention.stop, mention.id)
    )
    for row in connection.execute(wanted.execution_options(yield_per=CHUNK)):
        yield MentionRow(rows.to_mention(row), row.entity)


def named_in(connection: Connection, article: str) -> list[Presence]:
    """Return the entities that one article names, those with most mentions first."""
    chain, mention, table = tables.chains.c, tables.mentions.c, tables.entities.c
    wanted = (
        select(tables.mentions, chain.article, table.id.label("entity"), table.kind.label("of"), table.name)
        .join_from(tables.mentions, tables.chains, chain.id == mention.chain)
        .join(tables.entities, table.id == chain.entity)
        .where(chain.article == article)
        .order_by(mention.start, mention.stop, mention.id)
    )
    found: dict[tuple[str, Kind, str], list[Mention]] = {}
    for row in connection.execute(wanted):
        found.setdefault((row.entity, row.of, row.name), []).append(rows.to_mention(row))
    named = [Presence(*entity, tuple(mentions)) for entity, mentions in found.items()]
    return sorted(named, key=lambda each: -len(each.mentions))
