"""From what was found in all articles to what they have in common: the order in which it is worked out."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from according.link import agreements, discrepancies, entities, happenings
from according.link.kept import Kept
from according.link.origins import origins
from according.link.stories import stories
from according.link.world import world
from according.store import actors as store_actors
from according.store import agreements as store_agreements
from according.store import bonds as store_bonds
from according.store import discrepancies as store_discrepancies
from according.store import doubts as store_doubts
from according.store import entities as store_entities
from according.store import events as store_events
from according.store import facets as store_facets
from according.store import happenings as store_happenings
from according.store import kept as store_kept
from according.store import places as store_places
from according.store import sketches as store_sketches
from according.store import stories as store_stories
from according.store import timeline as store_timeline
from according.store.compared import Joined, compared
from according.store.database import Database

_SELDOM = (100_000, 20, 20)
"""How often Python looks for what nothing but itself refers to. Nearly all that linking makes is kept until its end,
and to look through it again and again took a seventh of its time, the more the more articles there are."""


@contextmanager
def _seldom_collected() -> Iterator[None]:
    usual = gc.get_threshold()
    gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


@_seldom_collected()
def link(database: Database, linking: Callable[[int], None] = lambda chains: None) -> None:
    """Work out what is one over all articles, and in what they differ, if anything has changed since.

    Articles are compared only where they, or what is known of what they name, have changed (`link/kept.py`).

    `linking` is told first how many chains there are.

    Raises:
        RecordError: the record cannot be written.
    """
    with database.reading() as connection:
        change = store_entities.due(connection)
        if change is None:
            return
        if chains := store_entities.count_chains(connection):
            linking(chains)
        before = store_kept.known(connection)
        kept = Kept(before)
        linked = entities.link(*store_entities.for_linking(connection), kept=kept)
        of = {each.chain: each.entity for each in linked.links}
        places = {each.id: each.country for each in linked.entities if each.kind in ("place", "state")}
        items = list(store_sketches.items(connection, of, places))
        said = store_bonds.said(connection)
        come = origins(items, store_sketches.proses(connection, of), kept, said.origins)
        original = {each.article: each.origin for each in come}
        known = world(linked.entities, store_events.offices(connection, of))
        told = stories(items, original, kept, said.stories)
        story = {each.article: one.id for one in told for each in one.articles}
        accounts = store_events.accounts(connection, of, original, story)
        found = happenings.link(accounts, known, said.happenings)
        agreed = agreements.link(
            store_agreements.named(connection, of),
            store_agreements.tellings(connection, of),
            store_agreements.acts(connection, of),
        )
        # All is worked out before anything is written: who writes beside it waits for the saving alone.
        names = {each.id: each.name for each in linked.entities}
        states = [each for each in linked.entities if each.kind == "state" and each.key is not None]
        codes = {str(each.key).partition(":")[2]: each.id for each in states}
        joined = Joined(
            of,
            original,
            story,
            {each.event: one.id for one in found for each in one.accounts},
            dict(agreed.agreements),
        )
        differ = discrepancies.link(compared(connection, joined), known, names, codes)
    with database.writing() as connection:
        if store_entities.save(connection, change, linked.entities, linked.links, linked.suggestions):
            store_happenings.save(connection, found)
            store_places.save(connection)
            store_actors.save(connection)
            store_timeline.save(connection)
            store_facets.save(connection)
            store_stories.save(connection, come, told)
            store_doubts.save(connection, come, told, found)
            store_kept.save(connection, before, kept.used)
            store_agreements.save(connection, agreed)
            store_discrepancies.save(connection, differ)
