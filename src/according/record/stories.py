"""The stories of a record: which of its articles tell of one piece of news, and which copy one another."""

from __future__ import annotations

from collections.abc import Iterator

from according.record.claims import Claims
from according.store import stories as store_stories
from according.views import StoryRow


class Stories(Claims):
    """The part of a record that is about what articles have in common."""

    def stories(self, *, single: bool = False, limit: int | None = None) -> Iterator[StoryRow]:
        """Yield stories with their articles, those that most independent originals tell first.

        Args:
            single: Whether those that only one article tells are listed, too.
            limit: At most this many.
        """
        with self._database.reading() as connection:
            yield from store_stories.listed(connection, single=single, limit=limit)

    def story(self, name: str) -> StoryRow:
        """Return the story that `name` means: its id, the beginning of its id, or the number of one of its articles.

        Raises:
            NotFoundError: there is none, or several begin like this.
        """
        with self._database.reading() as connection:
            return store_stories.story(connection, name)
