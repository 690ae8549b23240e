"""What a record says of where things are."""

from __future__ import annotations

from according.knowledge.labels import labels
from according.model import Label
from according.store import entities, meant, places
from according.store.database import Database
from according.views import Entity, HappeningRow, Sighting, Sought, Whereabouts


class Places:
    """The part of a record that is about where things are said to be."""

    _database: Database

    def whereabouts(self, sought: Sought | None = None) -> Whereabouts:
        """Return the places of what is sought, all happenings when None, with how much is at each.

        What is known only to have happened somewhere in a region or country counts there, not at a point in it.

        Raises:
            SettingsError: a date in `sought` is none.
        """
        with self._database.reading() as connection:
            return places.whereabouts(connection, sought or Sought())

    def labels(self, zoom: int, x: int, y: int, language: str) -> tuple[Label, ...]:
        """Return the names of one tile of a base map (web Mercator) in a language, the most important first.

        They are According's own knowledge, the same for every record.
        """
        return labels(zoom, x, y, language)

    def place(self, name: str) -> Entity:
        """Return the place that `name` means (an id or a name), with its names in all languages.

        Raises:
            NotFoundError: there is no such entity, or several go by that name.
        """
        with self._database.reading() as connection:
            return entities.one(connection, name)

    def happened_at(
        self, place: str, sought: Sought | None = None, *, limit: int = 50, offset: int = 0
    ) -> list[HappeningRow]:
        """Return what happened at the place that `place` means (an id or a name), the latest first.

        Raises:
            NotFoundError: there is no such entity, or several go by that name.
            SettingsError: a date in `sought` is none.
        """
        with self._database.reading() as connection:
            id = meant.entity(connection, place, leading=True).id
            found = places.happened_at(connection, id, sought or Sought(), limit=limit, offset=offset)
            return list(found)

    def sightings(
        self, place: str, sought: Sought | None = None, *, limit: int = 50, offset: int = 0
    ) -> list[Sighting]:
        """Return the articles that name the place that `place` means (an id or a name), the latest first.

        Raises:
            NotFoundError: there is no such entity, or several go by that name.
            SettingsError: a date in `sought` is none.
        """
        with self._database.reading() as connection:
            id = meant.entity(connection, place, leading=True).id
            found = places.sightings(connection, id, sought or Sought("mentions"), limit=limit, offset=offset)
            return list(found)
