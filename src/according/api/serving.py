"""The server process: it takes a port of this machine, says how to come in, and answers until it is told to stop."""

from __future__ import annotations

import socket
from collections.abc import Callable
from contextlib import suppress

import uvicorn

from according.api import app
from according.api.door import LOCAL, SHORTEST, TOKEN, Door
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
        token: What lets in again and again, set by the user; None for links that let in once alone.
        ready: Called when the desk answers, with a function that makes a link into it, good for once. The desk waits
            until it returns.

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
        name = f"[{host}]" if ":" in host else host
        door = Door(port, own=token, local=name in LOCAL)
        config = uvicorn.Config(
            app(record, door), log_config=None, access_log=False, server_header=False, ws="none"
        )
        address = f"http://{name}:{port}/"
        server = _Server(config, lambda: ready(lambda: f"{address}?{TOKEN}={door.invite()}"))
        with suppress(KeyboardInterrupt):  # the way to end it
            server.run(sockets=[listening])


class _Server(uvicorn.Server):
    """A server that says when it answers."""

    def __init__(self, config: uvicorn.Config, started: Callable[[], None]) -> None:
        super().__init__(config)
        self._started = started

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._started()


def _listen(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        raise SettingsError(
            f"The desk cannot listen on {host}, port {port}: {error.strerror}. Choose another --port, or 0 for "
            "any that is free."
        ) from error
