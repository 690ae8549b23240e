"""Where the articles of a record tell different things, and what people ruled on it."""

from __future__ import annotations

from collections.abc import Iterator

from according.record.claims import Claims
from according.record.judging import signature
from according.store import discrepancies as store_discrepancies
from according.store import happenings as store_happenings
from according.store import stories as store_stories
from according.views import Corroboration, Difference, DiscrepancyRow, Ruled, Ruling


class Differences(Claims):
    """The part of a record that is about where accounts of one thing differ."""

    def differences(
        self,
        *,
        kind: Difference | None = None,
        story: str | None = None,
        series: bool = False,
        dismissed: bool = False,
    ) -> Iterator[DiscrepancyRow]:
        """Yield where accounts of one thing cannot all be right, the surest first.

        Args:
            kind: Only what differs in this: a figure, a denial, blame, a date, a place, the fate of a commitment.
            story: Only with an account in an article of this story: its id, the beginning of it, or the number of an
                article of it.
            series: Whether what follows one another in time is listed, too: tolls that rise, forecasts and outcomes.
            dismissed: Whether what somebody has dismissed is listed, too.

        Raises:
            NotFoundError: there is no such story, or several begin like this.
        """
        with self._database.reading() as connection:
            of = None if story is None else store_stories.story(connection, story).story.id
            yield from store_discrepancies.listed(
                connection, kind=kind, story=of, series=series, dismissed=dismissed
            )

    def corroboration(self, name: str) -> Corroboration:
        """Return the accounts of a happening by the originals that they come from: copies of one tell no more than it.

        Args:
            name: The id of a happening, or the beginning of it; or the id of an event that is an account of it.

        Raises:
            NotFoundError: there is none, or several begin like this.
        """
        with self._database.reading() as connection:
            row = store_happenings.happening(connection, name)
            of = store_discrepancies.origins(connection, (each.row.article.id for each in row.accounts))
        return Corroboration.make(row, of)

    def difference(self, name: str) -> DiscrepancyRow:
        """Return the discrepancy whose id begins with `name`.

        Raises:
            NotFoundError: there is none, or several begin like this.
        """
        with self._database.reading() as connection:
            return store_discrepancies.meant(connection, name)

    def rule(
        self, verdict: Ruled, name: str, *, author: str | None = None, note: str | None = None
    ) -> Ruling:
        """Keep a person's verdict on a discrepancy: that it is one, or that it is none.

        It survives whatever is read or worked out later, also when further accounts join. A later one on the same takes
        its place.

        Args:
            verdict: "confirm", "dismiss" or "unsure".
            name: The id of a discrepancy, or the beginning of it.
            author: Who says so; as `Record.author` has it when None.
            note: What there is to say about it.

        Raises:
            NotFoundError: there is none, or several begin like this.
            RecordError: the record cannot be written.
        """
        with self._database.writing() as connection:
            found = store_discrepancies.meant(connection, name)
            signed = signature(connection, author)
            return store_discrepancies.rule(connection, verdict, found.discrepancy, signed, note)
