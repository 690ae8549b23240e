"""Who may come in: one person at this machine, let in by a token that works once, and no other page of her browser.

A page on the web can make a browser send requests to 127.0.0.1, and with a name of its own that it lets point there
even read the answers (DNS rebinding). So every request must be addressed to a name of this machine, come from our own
page, and carry a cookie that only the first link gives.
"""

from __future__ import annotations

import hmac
import secrets
from threading import Lock
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

TOKEN = "token"  # noqa: S105 - the name of the parameter
LOCAL = frozenset({"127.0.0.1", "localhost", "[::1]"})
READING = frozenset({"GET", "HEAD"})
SHORTEST = 16
"""Characters of a token that a user sets herself."""
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""What a browser is told with every answer: to load nothing from anywhere else, and to be shown in no other page."""


_ONCE = "Open the link that `according serve` printed; it lets you in once."
_AGAIN = f"Add ?{TOKEN}= and the token that the desk was started with (ACCORDING_TOKEN) to this link."


def _machine(origin: str) -> str | None:
    """Return the machine and port of an origin, None when it is none."""
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return None


class Door:
    """Lets in whoever shows a token, then knows her by a cookie.

    A token of the user's own works as often as it is shown. Where other machines may knock, requests may be addressed
    to any name: what they call this one is not known here.
    """

    def __init__(self, port: int, *, own: str | None = None, local: bool = True) -> None:
        """Make a door at a port; `own` is a token that the user has set, `local` that only this machine may knock."""
        # Browsers keep cookies by machine, not by port: two desks that are open at once must not share one.
        self._cookie = f"according-{port}"
        self._own = own
        self._local = local
        self._invitations: set[str] = set()
        self._session = secrets.token_urlsafe(32)
        self._lock = Lock()

    def invite(self) -> str:
        """Return a new token. It lets in once."""
        token = secrets.token_urlsafe(24)
        with self._lock:
            self._invitations.add(token)
        return token

    def admits(self, token: str) -> bool:
        """Return whether a token lets in; one of our own is void from then on."""
        if self._own is not None and hmac.compare_digest(token.encode(), self._own.encode()):
            return True
        with self._lock:
            if token in self._invitations:
                self._invitations.remove(token)
                return True
        return False

    def refusal(self, method: str, headers: Headers) -> str | None:
        """Return why a request may not be answered as its headers tell, None when it may."""
        host = headers.get("host", "")
        name, colon, port = host.rpartition(":")
        if self._local and (name if colon and port.isdecimal() else host) not in LOCAL:
            return "The desk answers only under the address that `according serve` printed."
        origin = headers.get("origin")
        # "same-site" is another port of this machine: somebody else's program.
        if headers.get("sec-fetch-site", "none") not in {"none", "same-origin"} or (
            origin is not None and _machine(origin) != host
        ):
            return "Another page asked for this. Open the desk by its own address."
        if method not in READING and (
            origin is None or headers.get("content-type", "").partition(";")[0].strip() != "application/json"
        ):
            return "What is written must come from the desk itself, as JSON."
        return None

    def knows(self, headers: Headers) -> bool:
        """Return whether a request carries the cookie."""
        # Every program of this machine leaves cookies in the same jar, and theirs need not be well formed.
        shown = cookie_parser(headers.get("cookie", "")).get(self._cookie, "")
        return hmac.compare_digest(shown.encode(), self._session.encode())

    def answer(self, method: str, path: str, query: str, headers: Headers) -> Response | None:
        """Return what a request gets instead of what it asks for; None when it may have it."""
        refused = self.refusal(method, headers)
        if refused is not None:
            return PlainTextResponse(refused, 403)
        asked = parse_qsl(query, keep_blank_values=True)
        shown = [value for key, value in asked if key == TOKEN]
        if shown and self.admits(shown[0]):
            rest = urlencode([(key, value) for key, value in asked if key != TOKEN])
            # One slash only: "//elsewhere" is another machine's address.
            address = quote(f"/{path.lstrip('/')}") + (f"?{rest}" if rest else "")
            inside = Response(status_code=303, headers={"location": address})
            inside.set_cookie(self._cookie, self._session, httponly=True, samesite="strict")
            return inside
        if not self.knows(headers):
            return PlainTextResponse(_ONCE if self._own is None else _AGAIN, 401)
        return None


class Guard:
    """The door before an application: every request goes past it, and every answer carries `HEADERS`."""

    def __init__(self, app: ASGIApp, door: Door) -> None:
        """Put `door` before `app`."""
        self._app = app
        self._door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        instead = self._door.answer(
            scope["method"], scope["path"], scope["query_string"].decode("latin-1"), Headers(scope=scope)
        )
        await (instead or self._app)(scope, receive, guarded)
