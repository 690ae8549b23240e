"""How the page is told that it does not get what it asks for.

A browser writes every answer of 400 and more on its console as an error of the page, though nothing is wrong there: an
address may name what the record does not hold. The page therefore asks in a way of its own, and is told in an answer
that is one. Whoever else asks gets the status of HTTP.
"""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

ASKING, REFUSED = "X-According-Page", "X-According-Refused"
"""The header with which the page asks, and the one that holds the status of a refusal."""


class Refusing:
    """Answers the page's questions with 200 always, and with the true status in a header."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before `app`."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] >= 400:
                MutableHeaders(scope=message)[REFUSED] = str(message["status"])
                message["status"] = 200
            await send(message)

        asks = scope["type"] == "http" and ASKING in Headers(scope=scope)
        await self._app(scope, receive, told if asks else send)
