"""The stories of a record: which of its articles tell of one piece of news, and which copy one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from according.record.claims import Claims
from according.store import sides as store_sides
from according.store import stories as store_stories
from according.views import Group, Headline, Sides, StoryRow


class Stories(Claims):
    """The part of a record that is about what articles have in common."""

    def stories(self, *, single: bool = False, limit: int | None = None) -> Iterator[StoryRow]:
        """Yield stories with their articles, those that most independent originals tell first.

        Args:
            single: Whether those that only one original tells are listed, too.
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

    def headlines(
        self,
        *,
        actor: str | None = None,
        words: str | None = None,
        since: str | None = None,
        until: str | None = None,
        single: bool = False,
        limit: int = 50,
        offset: int = 0,
    ) -> list[Headline]:
        """Return stories without their articles, the latest first.

        Args:
            actor: Only those of which an article names who goes by this name.
            words: Only those in whose titles these words stand.
            since: Only those that go on to this day, month or year (ISO 8601) or beyond it.
            until: Only those that begin on or before it.
            single: Whether those that only one original tells are listed, too.
            limit: At most this many,
            offset: after so many.

        Raises:
            SettingsError: `since` or `until` is no date.
        """
        with self._database.reading() as connection:
            return store_sides.headlines(
                connection,
                actor=actor,
                words=words,
                since=since,
                until=until,
                single=single,
                limit=limit,
                offset=offset,
            )

    def sides(
        self,
        name: str,
        *,
        at: int = 0,
        columns: Sequence[str] = (),
        show: Group | None = None,
        first: int = 0,
        whole: bool = False,
    ) -> Sides:
        """Return the story that `name` means, as `story` does, with its accounts side by side.

        Args:
            name: As in `story`.
            at: Of a long story, the place of the first original that is held against the next ones.
            columns: Only originals whose ids begin so are shown, with what they tell.
            show: Only lines of this group,
            first: after so many.
            whole: All those originals are shown.

        Raises:
            NotFoundError: there is none, or several begin like this.
        """
        with self._database.reading() as connection:
            return store_sides.sides(
                connection, name, at=at, columns=columns, show=show, first=first, whole=whole
            )
