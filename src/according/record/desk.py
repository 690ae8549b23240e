"""What a desk asks of a record: its overview, its chronology, searches with counts, and the searches that are kept."""

from __future__ import annotations

from according.errors import QueryError
from according.store import desk, facets, query, timeline
from according.store.database import Database
from according.views import Density, Facets, Found, HappeningRow, Overview, SavedSearch, Sought, Tally


class Desk:
    """The part of a record that a desk shows first."""

    _database: Database

    def overview(self) -> Overview:
        """Return the record as one looks at it first: what is in it, what is new, what differs, what is to judge."""
        path = self._database.path
        with self._database.reading() as connection:
            status = query.status(connection, str(path), self._database.size())
            return desk.overview(connection, status)

    def density(self, sought: Sought | None = None) -> Density:
        """Return how many of the happenings that are sought, all when None, there are when.

        Raises:
            SettingsError: a date in `sought` is none.
        """
        with self._database.reading() as connection:
            return timeline.density(connection, sought or Sought())

    def chronology(
        self, sought: Sought | None = None, *, limit: int = 50, offset: int = 0
    ) -> list[HappeningRow]:
        """Return happenings that begin when it is sought, in the order of their days, those without one last.

        Raises:
            SettingsError: a date in `sought` is none.
        """
        with self._database.reading() as connection:
            return list(timeline.listed(connection, sought or Sought(), limit=limit, offset=offset))

    def find(
        self,
        text: str,
        facets_: Facets | None = None,
        *,
        names: bool = False,
        limit: int = 20,
        offset: int = 0,
    ) -> Found:
        """Return one page of what answers a query (as `search` takes it), the best first.

        Args:
            text: The query.
            facets_: Only articles of these; all when None.
            names: Whether those who are named in the query are searched for under all their other names, too.
            limit: At most this many articles.
            offset: How many of the best are left out: those of earlier pages.

        Raises:
            QueryError: there is no word to search for.
        """
        with self._database.reading() as connection:
            return facets.found(
                connection, text, facets_ or Facets(), names=names, limit=limit, offset=offset
            )

    def tally(self, text: str, facets_: Facets | None = None, *, names: bool = False) -> Tally:
        """Return how much answers a query, and how much of what kind. What is asked for is as in `find`.

        Raises:
            QueryError: there is no word to search for.
        """
        with self._database.reading() as connection:
            return facets.tally(connection, text, facets_ or Facets(), names=names)

    def searches(self) -> tuple[SavedSearch, ...]:
        """Return the searches that are kept, by name."""
        with self._database.reading() as connection:
            return desk.searches(connection)

    def keep_search(self, name: str, asked: dict[str, str]) -> SavedSearch:
        """Keep a search in the record under a name; one of the same name is replaced.

        Raises:
            QueryError: the name is empty.
            RecordError: the record cannot be written.
        """
        name = " ".join(name.split())
        if not name:
            raise QueryError("The search has no name. Give one by which you will know it again.")
        with self._database.writing() as connection:
            return desk.keep(connection, name, asked)

    def forget_search(self, id: str) -> None:
        """Keep a search no longer.

        Raises:
            NotFoundError: there is none of this id.
            RecordError: the record cannot be written.
        """
        with self._database.writing() as connection:
            desk.forget(connection, id)
