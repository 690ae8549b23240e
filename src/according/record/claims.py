"""What a record holds of what articles say: statements, figures, dates, events, happenings, agreements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from according.model import Article, Kept, Root, Status
from according.store import agreed, claims, query
from according.store import events as store_events
from according.store import happenings as store_happenings
from according.store.database import Database
from according.store.pacts import Asked
from according.views import (
    AgreementRow,
    EventRow,
    FigureRow,
    HappeningRow,
    StatementRow,
    TimelineEntry,
)


class Claims:
    """The part of a record that is about what articles say, and according to whom."""

    def __init__(self, database: Database) -> None:
        """Look at an open database."""
        self._database = database

    def statements(
        self,
        *,
        speaker: str | None = None,
        about: str | None = None,
        since: str | None = None,
        until: str | None = None,
        article: Article | None = None,
        limit: int | None = None,
    ) -> Iterator[StatementRow]:
        """Yield who says what, sorted by the uri of the document and the place in it.

        Args:
            speaker: Only what this entity says, by any of its names, or somebody in whose description these words
                stand ("residents").
            about: Only that in which these words stand (a query as for `search`), or which mentions who is called so.
            since: Only from articles published on or after this day, month or year (ISO 8601).
            until: Only from articles published on or before it.
            article: Only from this article.
            limit: At most this many.

        Raises:
            QueryError: there is no word in `about`.
            SettingsError: `since` or `until` is no date.
        """
        which = query.ArticleFilter(since=since, until=until)
        with self._database.reading() as connection:
            yield from claims.statements(
                connection,
                which,
                article=article.id if article else None,
                by=speaker,
                about=about,
                limit=limit,
            )

    def figures(
        self,
        *,
        of: str | None = None,
        claimant: str | None = None,
        since: str | None = None,
        until: str | None = None,
        article: Article | None = None,
        limit: int | None = None,
    ) -> Iterator[FigureRow]:
        """Yield the quantities that articles report, sorted as `statements` are.

        Args:
            of: Only those of which these words are counted, or are the unit.
            claimant: Only those that this entity gives, as `speaker` of `statements`.
            since: Only from articles published on or after this day, month or year (ISO 8601).
            until: Only from articles published on or before it.
            article: Only from this article.
            limit: At most this many.

        Raises:
            SettingsError: `since` or `until` is no date.
        """
        which = query.ArticleFilter(since=since, until=until)
        with self._database.reading() as connection:
            yield from claims.figures(
                connection, which, article=article.id if article else None, of=of, by=claimant, limit=limit
            )

    def timeline(
        self, *, since: str | None = None, until: str | None = None, limit: int | None = None
    ) -> Iterator[TimelineEntry]:
        """Yield the dates that articles name, first day first, each with its sentence and who says it.

        Args:
            since: Only those that reach to this day, month or year or beyond it (ISO 8601).
            until: Only those that begin on or before it.
            limit: At most this many.

        Raises:
            SettingsError: `since` or `until` is no date.
        """
        with self._database.reading() as connection:
            yield from claims.timeline(connection, since=since, until=until, limit=limit)

    def events(
        self,
        *,
        root: Root | None = None,
        by: str | None = None,
        to: str | None = None,
        status: Status | None = None,
        since: str | None = None,
        until: str | None = None,
        article: Article | None = None,
        sure: float = 0.0,
        limit: int | None = None,
    ) -> Iterator[EventRow]:
        """Yield who did what to whom, sorted by the uri of the document and the place in it.

        Args:
            root: Only events of this root of PLOVER.
            by: Only what this entity does, by any of its names, or somebody in whose description these words stand.
            to: Only what is done to it, likewise.
            status: Only events of this status.
            since: Only those that reach to this day, month or year or beyond it (ISO 8601); those that name no day by
                when their article was published.
            until: Only those that begin on or before it, likewise.
            article: Only from this article.
            sure: Only those with at least this confidence, 0 to 1: what nobody known takes part in is below 0.2.
            limit: At most this many.

        Raises:
            SettingsError: `since` or `until` is no date.
        """
        with self._database.reading() as connection:
            yield from store_events.events(
                connection,
                article=article.id if article else None,
                root=root,
                by=by,
                to=to,
                status=status,
                since=since,
                until=until,
                sure=sure,
                limit=limit,
            )

    def happenings(
        self,
        *,
        root: Root | None = None,
        by: str | None = None,
        to: str | None = None,
        statuses: Sequence[Status] = (),
        since: str | None = None,
        until: str | None = None,
        sure: float = 0.0,
        limit: int | None = None,
    ) -> Iterator[HappeningRow]:
        """Yield what took place, first day first, each with all accounts of it.

        A happening whose accounts name no day stands where the first of them was published.

        Args:
            root: Only those of which an account has this root.
            by: Only those that an account says are done by this one, as for `events`.
            to: Only those that an account says are done to this one.
            statuses: Only those of one of these statuses; none for all.
            since: Only those that reach to this day, month or year or beyond it (ISO 8601).
            until: Only those that begin on or before it.
            sure: Only those that an account tells with at least this confidence, 0 to 1.
            limit: At most this many.

        Raises:
            SettingsError: `since` or `until` is no date.
        """
        with self._database.reading() as connection:
            yield from store_happenings.happenings(
                connection,
                root=root,
                by=by,
                to=to,
                statuses=statuses,
                since=since,
                until=until,
                sure=sure,
                limit=limit,
            )

    def agreements(
        self,
        *,
        by: str | None = None,
        status: Kept | None = None,
        since: str | None = None,
        until: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
    ) -> Iterator[AgreementRow]:
        """Yield the agreements that articles name, first day first, undated ones last, each with its commitments.

        What was promised under no agreement that is named comes last, in a row without an id. An agreement counts by
        its day, or by when it was first named, with all that is promised in it; what is promised under none by when it
        was told.

        Args:
            by: Only what this one promises, as for `events`, and agreements that it made.
            status: Only commitments of which this is known after all reports.
            since: Only what reaches to this day, month or year or beyond it (ISO 8601).
            until: Only what begins on or before it.
            limit: At most this many agreements, and as many commitments under none.
            offset: After so many agreements: one page, and what was promised under none is on the last page only.

        Raises:
            SettingsError: `since` or `until` is no date.
        """
        asked = Asked(by, status, since, until)
        with self._database.reading() as connection:
            yield from agreed.agreements(connection, asked, limit=limit, offset=offset)
