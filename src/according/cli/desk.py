"""`according serve`: the desk in the browser."""

from __future__ import annotations

import webbrowser
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import click

from according.cli import options
from according.record import Record

PORT = 8765


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="Where to listen.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="0: any free one."
)
@click.option("--open/--no-open", "opens", default=True, help="Open the browser.  [default: open]")
@options.record_option
def serve(host: str, port: int, opens: bool, record_path: Path) -> None:
    """Open the desk in the browser: the record as pages.

    It listens on this machine only and sends nothing anywhere. The link that is printed lets in once. At another
    --host it demands the token that the environment variable ACCORDING_TOKEN holds.
    """
    # Here, not above: the server brings libraries that no other verb waits for.
    from according.api.serving import serve as run

    def ready(link: Callable[[], str]) -> None:
        click.echo(f"The desk is open at {link()}\nPress Ctrl+C to close it.")
        if opens:
            # A browser of the terminal is waited for until it is closed: the desk must answer meanwhile.
            Thread(target=webbrowser.open, args=(link(),), daemon=True).start()

    with Record.open(record_path) as record:
        run(record, host=host, port=port, token=options.token(), ready=ready)
