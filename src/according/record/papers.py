"""What a record says of the documents that were read: how they were cut, and what was wrong with them."""

from __future__ import annotations

from according.store import papers
from according.store.database import Database
from according.views import Cut, Paper


class Papers:
    """The part of a record that is about documents as they were read."""

    _database: Database

    def papers(
        self, *, words: str | None = None, noticed: bool = False, limit: int = 50, offset: int = 0
    ) -> list[Paper]:
        """Return documents by their uris.

        Args:
            words: Only those in whose uri all of these stand.
            noticed: Only those about which, or about whose input, there are notices.
            limit: At most this many,
            offset: after so many.
        """
        with self._database.reading() as connection:
            return papers.listed(connection, words=words, noticed=noticed, limit=limit, offset=offset)

    def cut(self, id: str, *, limit: int = 100, offset: int = 0) -> Cut:
        """Return a document with its articles, in the order in which they stand, and what lies between them.

        Args:
            id: The document's.
            limit: At most this many articles,
            offset: after so many.

        Raises:
            NotFoundError: there is none of this id.
        """
        with self._database.reading() as connection:
            return papers.cut(connection, id, limit=limit, offset=offset)
