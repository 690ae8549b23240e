"""Addresses that the user names: one GET, within limits."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from http import HTTPStatus
from importlib.metadata import version
from typing import BinaryIO
from urllib.parse import urljoin

import urllib3

from according.model import Notice, NoticeKind
from according.read.source import Source, printable, spool
from according.settings import Settings

PIECE = 64 * 1024
MOST_REDIRECTS = 5
PATIENCE = 10
"""A whole download may take this many times what an answer may take."""


def fetch(url: str, settings: Settings) -> Iterator[Source | Notice]:
    """Yield what is at an http(s) address as a source of the final address, or the notice why not."""
    retries = urllib3.Retry(total=None, connect=0, read=0, status=0, other=0, redirect=MOST_REDIRECTS)
    headers = {"User-Agent": f"according/{version('according')}", "Accept-Encoding": "identity"}
    pool = urllib3.PoolManager(timeout=settings.fetch_seconds, retries=retries, headers=headers)
    with pool, spool() as copy:
        try:
            answer = pool.request("GET", url, preload_content=False)
            problem = _download(answer, copy, settings)
        except urllib3.exceptions.HTTPError as error:
            problem = ("network", _reason(error, url))
        if problem:
            yield Notice(_public(url), *problem, lost=True)
            return
        size = copy.tell()
        copy.seek(0)
        final = urljoin(url, answer.geturl() or "")
        yield Source(_public(final), copy, size, answer.headers.get("Content-Type"))


def _download(
    answer: urllib3.BaseHTTPResponse, copy: BinaryIO, settings: Settings
) -> tuple[NoticeKind, str] | None:
    """Copy an answer's body to `copy`; return the kind and message of a notice when it is no document."""
    if answer.status != HTTPStatus.OK:
        return "network", f"The server answered {answer.status} {answer.reason or ''}".rstrip() + "."
    end = time.monotonic() + PATIENCE * settings.fetch_seconds
    while piece := answer.read1(PIECE, decode_content=True):
        copy.write(piece)
        if (
            copy.tell() > settings.archive_bytes
        ):  # what is no archive or table has its own limit when it is read
            message = f"The answer has more than {settings.archive_bytes:,} bytes. Save it and give the path."
            return "too-large", message
        if time.monotonic() > end:
            return "network", "The answer came too slowly. Try again, or save it and give the path."
    return None


def _reason(error: urllib3.exceptions.HTTPError, url: str) -> str:
    """Return in words what went wrong; urllib3 puts the cause into an error about retries."""
    cause = error.reason if isinstance(error, urllib3.exceptions.MaxRetryError) and error.reason else error
    not_followed = "It is redirected to an address that is not http or https, which is not followed."
    redirected = re.match("https?://[^/?#]", url, re.IGNORECASE) is not None
    kinds = (
        (urllib3.exceptions.NameResolutionError, "There is no server of this name, or no network."),
        (urllib3.exceptions.NewConnectionError, "The server cannot be reached."),  # is a TimeoutError too
        (urllib3.exceptions.TimeoutError, "The server did not answer in time."),
        (urllib3.exceptions.ResponseError, "It is redirected too often."),
        (urllib3.exceptions.URLSchemeUnknown, not_followed),
        (urllib3.exceptions.LocationParseError, "This is not an address."),
        (urllib3.exceptions.LocationValueError, not_followed if redirected else "This is not an address."),
        (urllib3.exceptions.SSLError, "The server cannot prove that it is who it says (TLS)."),
        (urllib3.exceptions.ProtocolError, "The connection broke off."),
    )
    said = next(
        (words for kind, words in kinds if isinstance(cause, kind)), f"It cannot be fetched ({cause})."
    )
    return f"{said} Check the address, or save it and give the path."


def _public(url: str) -> str:
    """Return an address without the name and password that may stand in it."""
    scheme, slashes, rest = url.partition("://")
    authority, slash, path = rest.partition("/")
    return printable(f"{scheme}{slashes}{authority.rpartition('@')[2]}{slash}{path}")
