"""What people judge: names, findings, and what they take back; what is left to judge."""

from __future__ import annotations

import getpass
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from according.errors import JudgementError
from according.model import (
    Bonded,
    BondKind,
    Change,
    Correcting,
    Correction,
    Judgement,
    Layer,
    Span,
    Verdict,
    content_id,
)
from according.store import audit, entities, judged, meant, review
from according.store.database import Database
from according.store.moment import now
from according.views import Act, Judged, Queue


def signature(connection: Connection, author: str | None) -> str:
    """Return who judges: the name that is given, else the one kept in the record, else that of the system's user."""
    if author and author.strip():
        return " ".join(author.split())
    kept = judged.author(connection)
    if kept is not None:
        return kept
    try:
        return getpass.getuser()
    except (KeyError, ImportError, OSError):  # a user whom the system does not know
        return "?"


class Judging:
    """The part of a record that is about what people say of what the machine found.

    All of it is append-only, survives whatever is read or worked out later and wins over the machine.
    """

    _database: Database

    @contextmanager
    def _judging(self, author: str | None, later: bool) -> Iterator[tuple[Connection, str]]:
        """Yield where to keep what is said, and whose it is; then work out what depends on it, unless that is left."""
        with self._database.writing() as connection:
            yield connection, signature(connection, author)
        if not later:
            self.settle()

    def author(self) -> str:
        """Return the name that judgements are signed with unless another is given."""
        with self._database.reading() as connection:
            return signature(connection, None)

    def sign(self, name: str) -> str:
        """Sign judgements with this name from now on, and return it.

        Raises:
            JudgementError: it is empty.
            RecordError: the record cannot be written.
        """
        name = " ".join(name.split())
        if not name:
            raise JudgementError("The name is empty. Give the one that you sign with.")
        with self._database.writing() as connection:
            judged.sign(connection, name)
        return name

    def judge(
        self,
        verdict: Verdict,
        first: str,
        second: str,
        *,
        author: str | None = None,
        note: str | None = None,
        later: bool = False,
    ) -> Judgement:
        """Keep a person's verdict that two names mean one thing or two, and work out the entities anew.

        A later one on the same pair takes its place.

        Args:
            verdict: "same", "different" or "unsure".
            first: An entity's id or one of its names.
            second: Another, or another name of the same entity that in truth means somebody else.
            author: Who says so; as `author` has it when None.
            note: What there is to say about it.
            later: Leave the entities as they are until `settle`.

        Raises:
            NotFoundError: there is no such entity, or several go by one of the names.
            JudgementError: both sides are the very same thing.
            RecordError: the record cannot be written.
        """
        with self._judging(author, later) as (connection, signed):
            one, other = meant.sides(connection, first, second)
            if not one.chains or not other.chains or one.chains == other.chains:
                raise JudgementError(
                    f"{first!r} and {second!r} are one and the same entry. Give two names, or two ids that "
                    "`according entities` lists."
                )
            if verdict == "same" and one.kind == other.kind == "state":
                raise JudgementError(
                    f"{one.name} and {other.name} are two states. States are known, not linked."
                )
            made_at = now()
            id = content_id("judgement", verdict, repr(one), repr(other), made_at)
            said = Judgement(id, verdict, one, other, made_at, signed, note)
            entities.judge(connection, said)
            return said

    def bond(
        self,
        verdict: Verdict,
        kind: BondKind,
        first: Iterable[str],
        second: Iterable[str],
        *,
        author: str | None = None,
        note: str | None = None,
        later: bool = False,
    ) -> Bonded:
        """Keep a person's verdict on a link: that articles have one origin or one story, events are one happening.

        It holds when articles are read again, wins over the machine, and a later one wins over it. "different" is
        said of each of the first and each of the second; of those of one side among themselves it says nothing.

        Args:
            verdict: "same", "different" or "unsure".
            kind: "origin", "story" or "happening".
            first: Numbers or ids of articles, for a story also its id, which means all of its articles; for a
                happening ids of events, or its own, which means all of its events.
            second: Those of the other side.
            author: Who says so; as `author` has it when None.
            note: What there is to say about it.
            later: Leave what is worked out as it is until `settle`.

        Raises:
            NotFoundError: one of the names means nothing, or several things.
            JudgementError: both sides are the same.
            RecordError: the record cannot be written.
        """
        with self._judging(author, later) as (connection, signed):
            return judged.bond(connection, verdict, kind, first, second, signed, note)

    def correct(
        self,
        verdict: Correcting,
        layer: Layer,
        finding: str,
        change: Change | None = None,
        *,
        author: str | None = None,
        note: str | None = None,
        later: bool = False,
    ) -> Correction:
        """Keep what a person says of a finding: that it is right, wrong, or what is right instead.

        It holds as well for what a newer extractor finds at the same place. A later one on the same takes its place.

        Args:
            verdict: What is said of it.
            layer: What kind of finding it is.
            finding: Its id.
            change: What is right instead.
            author: Who says so; as `author` has it when None.
            note: What there is to say about it.
            later: Leave what is worked out from findings as it is until `settle`.

        Raises:
            NotFoundError: there is no such finding, or nothing goes by the name that is given.
            JudgementError: that cannot be said of such a finding.
            RecordError: the record cannot be written.
        """
        with self._judging(author, later) as (connection, signed):
            return judged.correct(connection, verdict, layer, finding, change or Change(), signed, note)

    def add(
        self,
        layer: Layer,
        article: str,
        span: Span,
        change: Change,
        *,
        author: str | None = None,
        note: str | None = None,
        later: bool = False,
    ) -> Correction:
        """Keep a finding that the machine has missed: it counts as any other, with a reason that says who found it.

        Args:
            layer: What kind of finding it is: a statement, figure, event, date, mention or commitment.
            article: Its article, as `article` takes it.
            span: Where it stands, in the document.
            change: What it says: of a statement who speaks, of a figure the number, its unit and what it counts, of an
                event its root, who does it to whom and its status, of a date the day, of a mention who is meant, of a
                commitment who binds himself to whom, by when, its status, and what the article calls the agreement.
            author: Who says so; as `author` has it when None.
            note: What there is to say about it.
            later: Leave what is worked out from findings as it is until `settle`.

        Raises:
            NotFoundError: there is no such article, or nothing goes by a name that is given.
            JudgementError: something is missing, or it has been found already.
            RecordError: the record cannot be written.
        """
        with self._judging(author, later) as (connection, signed):
            return judged.add(connection, layer, article, span, change, signed, note)

    def revoke(
        self, name: str, *, author: str | None = None, note: str | None = None, later: bool = False
    ) -> Act:
        """Take back what somebody judged: of names, a difference, a link or a finding. It stays in the list.

        Args:
            name: Its id, or the beginning of it.
            author: Who takes it back; as `author` has it when None.
            note: What there is to say about it.
            later: Leave what is worked out as it is until `settle`.

        Raises:
            NotFoundError: nothing has been judged under such an id, or several things have.
            JudgementError: it has been taken back already.
            RecordError: the record cannot be written.
        """
        with self._judging(author, later) as (connection, signed):
            return audit.revoke(connection, name, signed, note)

    def settle(self) -> None:
        """Work out anew what depends on what people said, if they have said anything since it was last done.

        Raises:
            RecordError: the record cannot be written.
        """
        from according import pipeline

        pipeline.link(self._database)

    def is_settled(self) -> bool:
        """Return whether all that depends on what people said, or on what was read, has been worked out."""
        with self._database.reading() as connection:
            return entities.due(connection) is None

    def judgements(self, *, limit: int | None = None, offset: int = 0) -> list[Act]:
        """Return what people judged, the latest first, with what was taken back."""
        with self._database.reading() as connection:
            return audit.audit(connection, limit=limit, offset=offset)

    def queue(self, what: Judged | None = None, *, limit: int = 20, offset: int = 0) -> Queue:
        """Return what is left to judge: names that may be one, accounts that may differ, links and findings in doubt.

        Args:
            what: Only of this kind.
            limit: At most this many.
            offset: How many of the first are left out.
        """
        with self._database.reading() as connection:
            return review.queue(connection, what, limit=limit, offset=offset)
