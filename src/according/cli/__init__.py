"""The command line: one verb for each thing that `according.record.Record` does. No logic here."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import NoReturn

import click

from according.cli import article as article_view
from according.cli import options, reading, render
from according.cli.agreements import agreements
from according.cli.asking import entities, entity, figures, said
from according.cli.desk import serve
from according.cli.differences import accounts, confirm, corroboration, differences, dismiss
from according.cli.happened import code, events, timeline
from according.cli.judged import different, judgements, revoke, same, sign, unsure
from according.cli.printable import json_line, printable
from according.cli.stories import stories, story
from according.errors import AccordingError, SettingsError
from according.record import Record
from according.settings import Settings
from according.views import ArticleRow, objects

FINE, ERROR, WRONG_USAGE, SOME_LOST, INTERRUPTED = 0, 1, 2, 3, 130

EPILOG = """
\b
Examples:
  according read news/                         read a folder into record.according
  according read dump.csv --map text=body,date=published
  according articles --language fr --since 2021-01
  according show 12                            one article with its margins
  according search '"peace talks" -football'   words, phrases, prefix*, OR, -not
  according entities --kind person             who is named, under all their names
  according entity Pashinyan                   one of them: spellings, articles, companions
  according said --by Pashinyan --about Shusha who says what, and about what
  according figures --of killed                which numbers, and whose they are
  according events --root ASSAULT              who did what to whom
  according timeline --since 2020-09           what took place, day by day, with its sources
  according agreements                         what was promised, and what became of it
  according stories                            which articles tell of one piece of news
  according differences                        where accounts of one thing cannot all be right
  according accounts                           the same, sentence beside sentence
  according code ASSAULT                       what counts as an assault, and the words for it
  according same Pashinyan Pachinian           your judgement, which wins and is kept
  according judgements                         what was judged, by whom; `revoke` takes it back
  according export --format jsonl out/

\b
Exit codes: 0 fine; 1 error; 2 wrong usage; 3 the read finished but some inputs
were lost (`according notices` names them); 130 interrupted.
"""


class _InOrder(click.Group):
    """Lists the verbs in the order in which they are used, which is the order of this file."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


@click.group(
    cls=_InOrder,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=EPILOG,
)
@click.version_option(package_name="according")
def verbs() -> None:
    """According: who says what happened, and where the accounts differ.

    Reads a pile of news (text, web pages, PDF, mail, feeds, tables, archives) into a record of sourced articles: who
    and what they name, who says what, which figures, who did what to whom; to be listed, searched, judged, exported.
    Nothing leaves this machine.
    """


@verbs.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option(
    "--map",
    "columns",
    multiple=True,
    callback=options.columns,
    metavar="FIELD=COLUMN,…",
    help="Which column of a table holds which field: text, title, outlet, author, date, url, language.",
)
@click.option(
    "--actors",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    envvar="ACCORDING_ACTORS",
    show_envvar=True,
    help="Your own persons, organizations and places (docs/actors.md).",
)
@click.option(
    "--codebook",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    envvar="ACCORDING_CODEBOOK",
    show_envvar=True,
    help="Your own words for kinds of events (docs/codebook.md).",
)
@click.option(
    "--jobs",
    type=options.LIMIT,
    help="Processes that look for actors and places.  [default: as many as cores and memory carry, if it is worth it]",
)
@click.option("--articles-only", is_flag=True, help="Do not look for actors and places: many times faster.")
@options.record_option
@options.json_option
@click.pass_context
def read(
    context: click.Context,
    paths: tuple[str, ...],
    columns: tuple[tuple[str, str], ...],
    actors: Path | None,
    codebook: Path | None,
    jobs: int | None,
    articles_only: bool,
    record_path: Path,
    as_json: bool,
) -> None:
    """Read news into the record.

    PATH is a file, a folder, a glob, a web address or - for standard input.

    What is in the record already is skipped, so an interrupted read is resumed by running it again. Problems with
    an input never stop the others; they are kept as notices. With --json, one object is written for each batch
    that is safely saved.

    Exit code 3: the read finished, but some inputs were lost.
    """
    settings = Settings(
        columns=columns, actors=actors, codebook=codebook, jobs=jobs or 0, articles_only=articles_only
    )
    show = reading.AsJson() if as_json else reading.AsText(str(record_path))
    with show, Record.open(record_path, create=True) as record:
        record.read(paths, settings, progress=show.saved, linking=show.linking)
        show.finished(record.status())
    context.exit(SOME_LOST if show.total.lost else FINE)


@verbs.command()
@click.option("--document", metavar="ID|PATH", help="Only articles of this document.")
@click.option("--outlet", metavar="NAME", help="Only articles of this outlet or agency.")
@click.option("--language", metavar="CODE", help="Only articles in this language, such as fr.")
@click.option("--since", metavar="DATE", help="Only articles published on or after this day, month or year.")
@click.option("--until", metavar="DATE", help="Only articles published on or before it.")
@click.option("--limit", type=options.LIMIT, help="At most this many.")
@click.option("--why", is_flag=True, help="Show how each line of their documents was labelled, and why.")
@options.record_option
@options.json_option
def articles(
    document: str | None,
    outlet: str | None,
    language: str | None,
    since: str | None,
    until: str | None,
    limit: int | None,
    why: bool,
    record_path: Path,
    as_json: bool,
) -> None:
    """List articles.

    Each with its number, publication date (~ inferred), language (* reads as a translation), outlet and title.
    """
    with Record.open(record_path) as record:
        rows = record.articles(
            document=document, outlet=outlet, language=language, since=since, until=until, limit=limit
        )
        if why:
            _why(record, rows, as_json)
        elif as_json:
            for row in rows:
                click.echo(json_line(objects.article(row)))
        else:
            out = render.console()
            count = render.articles(out, rows)
            if count:
                render.article_footer(out, count)
            else:
                filtered = record.status().articles
                render.empty(out, "No article passes these filters." if filtered else render.EMPTY_RECORD)


def _why(record: Record, rows: Iterable[ArticleRow], as_json: bool) -> None:
    out = render.console()
    for document_id in dict.fromkeys(row.article.document for row in rows):
        document = record.document(document_id)
        lines = record.lines(document)
        if not as_json:
            render.lines(out, document, lines)
        for line in lines if as_json else ():
            text = document.text[line.span.start : line.span.end]
            click.echo(
                json_line({"document": document.id, "uri": document.uri, **asdict(line), "text": text})
            )


@verbs.command()
@click.argument("article")
@options.record_option
@options.json_option
def show(article: str, record_path: Path, as_json: bool) -> None:
    """Print one article with its margins.

    ARTICLE is its number, its id or the beginning of its id. On top stands what is known about it and why, and who
    and what it names; beside the text, who says what, figures, events and dates, and what is not the article and why.
    """
    with Record.open(record_path) as record:
        shown = record.shown(article)
    if as_json:
        click.echo(json_line(objects.shown(shown)))
    else:
        article_view.show(render.console(), shown)


@verbs.command()
@click.argument("query", nargs=-1, required=True)
@click.option("--limit", type=options.LIMIT, default=20, show_default=True, help="At most this many.")
@options.record_option
@options.json_option
def search(query: tuple[str, ...], limit: int, record_path: Path, as_json: bool) -> None:
    """Find articles by the words in them, best first.

    All words must occur; upper case and accents do not matter. "Words in quotes" stand side by side, word* begins a
    word, a OR b needs one of the two, -word or NOT word must not occur (write -- before a query that begins with a
    minus).
    """
    with Record.open(record_path) as record:
        hits = record.search(" ".join(query), limit)
        filled = bool(hits) or record.status().articles > 0
    if as_json:
        for hit in hits:
            click.echo(json_line(objects.hit(hit)))
    elif hits:
        render.hits(render.console(), hits)
    else:
        advice = (
            "No article has all of these words. Try fewer words, or the beginning of one with a star: cease*"
        )
        render.empty(render.console(), advice if filled else render.EMPTY_RECORD)


for _verb in (
    serve, entities, entity, said, figures, events, timeline, agreements, stories, story, differences, accounts,
    corroboration, dismiss, confirm, code, same, different, unsure, judgements, revoke, sign,
):  # fmt: skip
    verbs.add_command(_verb)


@verbs.command()
@options.record_option
@options.json_option
def notices(record_path: Path, as_json: bool) -> None:
    """List the problems with the input.

    Each says what is wrong and what to do about it.
    """
    with Record.open(record_path) as record:
        if as_json:
            for notice in record.notices():
                click.echo(json_line(asdict(notice)))
        elif not render.notices(render.console(), record.notices()):
            render.empty(render.console(), "No notices: nothing was wrong with the input.")


@verbs.command()
@options.record_option
@options.json_option
def status(record_path: Path, as_json: bool) -> None:
    """Show the record at a glance."""
    with Record.open(record_path) as record:
        now = record.status()
    if as_json:
        click.echo(json_line(asdict(now)))
        return
    render.status(render.console(), now)
    if not now.documents:
        render.empty(render.console(), render.EMPTY_RECORD)


@verbs.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
@click.option(
    "--format", "format_name", type=click.Choice(["jsonl"]), required=True, help="Format of the files."
)
@click.option("--text", is_flag=True, help="Write the documents' text, too.")
@click.option("--times", is_flag=True, help="Write when documents were read; two exports then differ.")
@options.record_option
@options.json_option
def export(folder: Path, format_name: str, text: bool, times: bool, record_path: Path, as_json: bool) -> None:
    """Write the record into files.

    The files of DIR are replaced. The same input gives the same bytes.
    """
    with Record.open(record_path) as record:
        rows = record.export(folder, format=format_name, text=text, times=times)
    if as_json:
        click.echo(json_line({"folder": str(folder), "rows": rows}))
    else:
        written = ", ".join(render.counted(count, kind) for kind, count in rows.items() if count)
        render.console().print(
            f"Wrote {len(rows)} files to {printable(str(folder))}: {written or 'all of them empty'}."
        )


def main() -> NoReturn:
    """Run the command line and leave with its exit code."""
    # In this order: a file that is opened takes the lowest number that is free, which should be the closed stream's.
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # closed by the shell: `>&-`
            setattr(sys, name, open(os.devnull, mode))  # noqa: PTH123, SIM115 - open until the process ends
    for stream in (sys.stdout, sys.stderr):
        # A terminal that knows few characters shows the others as escapes. The types take both for any text stream.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        code = verbs.main(prog_name="according", standalone_mode=False) or FINE
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except AccordingError as error:
        click.echo(f"according: {printable(str(error))}", err=True)
        code = WRONG_USAGE if isinstance(error, SettingsError) else ERROR
    except (KeyboardInterrupt, click.Abort):
        code = INTERRUPTED
    except OSError as error:
        if not isinstance(error, BrokenPipeError):  # `| head` has seen enough, which is no error
            reason = printable(str(error.strerror or error))
            click.echo(f"according: {reason}. Check the disk and where the output goes.", err=True)
        # Python would complain once more when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = ERROR
    sys.exit(code)
