"""The server process: it takes a port of this machine, says how to come in, and answers until it is told to stop."""

from __future__ import annotations

import socket
from collections.abc import Callable
from contextlib import suppress

import uvicorn

from according.api import app
from according.api.door import SHORTEST, TOKEN, Door
from according.errors import SettingsError
from according.record import Record

LOOPBACK = "127.0.0.1"


def serve(
    record: Record, *, host: str, port: int, token: str | None, ready: Callable[[Callable[[], str]], None]
) -> None:
    """Serve the desk until the process is interrupted.

    Args:
        record: What the desk shows.
        host: The address that is listened on. Any but this machine's own needs `token`.
        port: The port; 0 for any that is free.
        token: What lets in, set by the user; None for links that let in once.
        ready: Called when the desk answers, with a function that makes a link into it.

    Raises:
        SettingsError: others could come in without a token, it is too short, or the port cannot be had.
    """
    if host != LOOPBACK and token is None:
        raise SettingsError(
            f"At {host} other machines could open the desk. Set a token of {SHORTEST} characters or more in the "
            f"environment variable ACCORDING_TOKEN and start again, or leave --host out."
        )
    if token is not None and len(token) < SHORTEST:
        raise SettingsError(f"The token in ACCORDING_TOKEN is too short: at least {SHORTEST} characters.")
    with _listen(host, port) as listening:
        port = listening.getsockname()[1]
        door = Door(port, own=token)
        config = uvicorn.Config(
            app(record, door), log_config=None, access_log=False, server_header=False, ws="none"
        )
        address = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
        ready(lambda: f"{address}?{TOKEN}={door.invite()}" if token is None else address)
        with suppress(KeyboardInterrupt):  # the way to end it
            uvicorn.Server(config).run(sockets=[listening])


def _listen(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        raise SettingsError(
            f"The desk cannot listen on {host}, port {port}: {error.strerror}. Choose another --port, or 0 for "
            "any that is free."
        ) from error
