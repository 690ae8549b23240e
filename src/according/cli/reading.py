"""What is shown while a read runs and when it ends, however it ends."""

from __future__ import annotations

from dataclasses import asdict
from types import TracebackType

import click
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from according.cli import render
from according.cli.printable import json_line, one_line
from according.model import Kind, Notice
from according.views import ReadReport, Saved, Status

NOTICES_SHOWN = 20
"""Notices that the summary shows in full; `according notices` has all."""
_URI_SHOWN = 60


class AsText:
    """A progress line on the terminal's error stream, and a summary on standard output at the end.

    The summary is also printed when the read is interrupted or fails: it counts what is safely in the record.
    """

    def __init__(self, record: str) -> None:
        self.total = ReadReport()
        self._record = record
        self._notices: list[Notice] = []
        self._status: Status | None = None
        errors = render.console(stderr=True)
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.fields[counts]}"),
            TimeElapsedColumn(),
            TextColumn("{task.description}"),
            console=errors,
            transient=True,
            disable=not errors.is_terminal,
        )
        self._task = self._progress.add_task("", total=None, counts="Reading …")

    def __enter__(self) -> AsText:
        self._progress.start()
        return self

    def saved(self, saved: Saved) -> None:
        """Show what is safe now."""
        self.total = saved.total
        self._notices += saved.notices[: NOTICES_SHOWN - len(self._notices)]
        documents, articles = saved.total.new + saved.total.known, saved.total.articles
        counts = f"{render.plural(documents, 'document')}, {render.plural(articles, 'new article')}"
        # The end of a path says more than its beginning.
        self._progress.update(self._task, counts=counts, description=one_line(saved.uri)[-_URI_SHOWN:])

    def linking(self, chains: int) -> None:
        """Show that all is read, and what is done now: it may take as long again."""
        saved = render.plural(self.total.articles, "new article")
        counts = f"{saved} saved, linking {render.plural(chains, 'chain')} …"
        self._progress.update(self._task, counts=counts, description="", refresh=True)

    def finished(self, status: Status) -> None:
        """Keep what the record is now, for the summary."""
        self._status = status

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()
        if isinstance(error, Exception) and self.total == ReadReport():
            return  # nothing was done: the error says it all
        out = render.console()
        if error is not None:
            out.print("Not finished. What follows is saved; run the same command again to go on.")
        render.notices(out, self._notices)
        more = self.total.notices - len(self._notices)
        if more:
            out.print(f"… and {render.plural(more, 'more notice')}: according notices")
        render.report(out, self.total, self._record)
        if self._status and self._status.entities:
            out.print(f"Its articles name {render.kinds(self._status.entities)}.")


class AsJson:
    """One JSON object for each commit and each notice, one before linking, and one at the end."""

    def __init__(self) -> None:
        self.total = ReadReport()
        self._entities: tuple[tuple[Kind, int], ...] | None = None

    def __enter__(self) -> AsJson:
        return self

    def saved(self, saved: Saved) -> None:
        """Write what is safe now. Each line is flushed: whoever reads it may rely on it at once."""
        self.total = saved.total
        for notice in saved.notices:
            click.echo(json_line({"event": "notice", **asdict(notice)}))
        event = {
            "event": "saved",
            "uri": saved.uri,
            "documents": saved.documents,
            "total": asdict(saved.total),
        }
        click.echo(json_line(event))

    def linking(self, chains: int) -> None:
        """Write that all is read and saved, and from how many chains entities are worked out now."""
        click.echo(json_line({"event": "linking", "chains": chains}))

    def finished(self, status: Status) -> None:
        """Keep what the record is now, for the last line."""
        self._entities = status.entities

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        event = "finished" if error is None else "stopped"
        click.echo(json_line({"event": event, "total": asdict(self.total), "entities": self._entities}))
