"""What a record says of who acts, and of what is counted."""

from __future__ import annotations

from according.model import Kind, Root
from according.store import actors, counted
from according.store.database import Database
from according.views import Actor, CountedRow, HappeningRow, Profile, StatementRow, Thing, Ties


class Actors:
    """The part of a record that is about somebody's part in all that is told, and about counted things."""

    _database: Database

    def actors(
        self, *, kind: Kind | None = None, words: str | None = None, limit: int = 100, offset: int = 0
    ) -> list[Actor]:
        """Return who and what is named, those in most articles first, without all their written forms.

        Args:
            kind: Only those of this kind.
            words: Only those of whose names, in any language, a word begins so.
            limit: At most this many,
            offset: after so many.
        """
        with self._database.reading() as connection:
            return actors.listed(connection, kind=kind, words=words, limit=limit, offset=offset)

    def actor(self, name: str) -> Profile:
        """Return the entity that `name` means (an id or a name), with its offices and articles over time.

        Raises:
            NotFoundError: there is none, or several go by that name.
        """
        with self._database.reading() as connection:
            return actors.profile(connection, name)

    def ties(self, name: str) -> Ties:
        """Return who has to do with the entity that `name` means, by what is told to have happened between them.

        Raises:
            NotFoundError: there is none, or several go by that name.
        """
        with self._database.reading() as connection:
            return actors.ties(connection, name)

    def between(
        self,
        name: str,
        other: str | None = None,
        *,
        root: Root | None = None,
        limit: int = 50,
        offset: int = 0,
    ) -> list[HappeningRow]:
        """Return what is told to have happened between somebody and another, or anybody, the latest first.

        Raises:
            NotFoundError: there is no such entity, or several go by that name.
        """
        with self._database.reading() as connection:
            found = actors.between(connection, name, other, root=root, limit=limit, offset=offset)
            return list(found)

    def sayings(
        self, name: str, *, about: bool = False, limit: int = 50, offset: int = 0
    ) -> list[StatementRow]:
        """Return what the entity that `name` means says, or what others say in which it is mentioned, the latest first.

        Raises:
            NotFoundError: there is none, or several go by that name.
        """
        with self._database.reading() as connection:
            return actors.sayings(connection, name, about=about, limit=limit, offset=offset)

    def things(self, *, words: str | None = None, limit: int = 100) -> list[Thing]:
        """Return what figures count, what is counted most first.

        Args:
            words: Only things of which articles write a word that begins so.
            limit: At most this many.
        """
        with self._database.reading() as connection:
            return counted.things(connection, words=words, limit=limit)

    def counted(
        self, thing: str, *, since: str | None = None, until: str | None = None, limit: int = 500
    ) -> list[CountedRow]:
        """Return the figures that count a thing, its `id`, in the order of their days.

        A figure of which no day is told stands where its article was published.

        Args:
            thing: The `id` of one of `things`.
            since: Only those of this day, month or year (ISO 8601) or later.
            until: Only those of it or earlier.
            limit: At most this many, the latest published.

        Raises:
            SettingsError: `since` or `until` is no date.
        """
        with self._database.reading() as connection:
            return counted.counted(connection, thing, since=since, until=until, limit=limit)
