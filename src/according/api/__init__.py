"""The desk's server: every route asks the record one thing and writes what it says as JSON."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from anyio import to_thread
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse

from according.api.asked import router as asked
from according.api.desk import router as desk_router
from according.api.door import Door, Guard
from according.api.judged import router as judged
from according.api.page import Page
from according.api.places import router as places
from according.api.refusing import Refusing
from according.api.told import router as told
from according.errors import AccordingError, NotFoundError, RecordBusyError
from according.record import Record

THREADS = 4
"""Requests that are worked on at once: with more, SQLite and Python's lock make all of them slower."""


def app(record: Record, door: Door) -> Refusing:
    """Return the application that shows `record` to whoever comes through `door`. Its description is at /api."""

    @asynccontextmanager
    async def running(_: FastAPI) -> AsyncIterator[None]:
        to_thread.current_default_thread_limiter().total_tokens = THREADS
        yield

    desk = FastAPI(title="According", openapi_url="/api", docs_url=None, redoc_url=None, lifespan=running)
    desk.state.record = record
    desk.include_router(asked, prefix="/api")
    desk.include_router(judged, prefix="/api")
    desk.include_router(places, prefix="/api")
    desk.include_router(told, prefix="/api")
    desk.include_router(desk_router, prefix="/api")
    desk.mount("/", Page())
    desk.add_exception_handler(AccordingError, _told)
    desk.add_exception_handler(RequestValidationError, _refused)
    return Refusing(Guard(desk, door))


async def _told(_: Request, error: Exception) -> JSONResponse:
    """Say what is wrong, as the command line does."""
    status = 404 if isinstance(error, NotFoundError) else 503 if isinstance(error, RecordBusyError) else 400
    return JSONResponse({"error": str(error)}, status)


async def _refused(_: Request, error: Exception) -> JSONResponse:
    """Say which part of what was asked cannot be, and why."""
    found = error.errors() if isinstance(error, RequestValidationError) else ()
    told = "; ".join(f"{'.'.join(map(str, each['loc'][1:]))}: {each['msg']}" for each in found)
    return JSONResponse({"error": told}, 422)
