"""What linking has worked out, kept for the next read."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, bindparam, delete, insert, select

from according.store import tables

_FORGET = delete(tables.kept).where(tables.kept.c.key == bindparam("gone"))


def known(connection: Connection) -> dict[str, str]:
    """Return what is kept."""
    return {row.key: row.result for row in connection.execute(select(tables.kept))}


def save(connection: Connection, known: Mapping[str, str], now: Mapping[str, str]) -> None:
    """Keep what holds now, and only that; `known` is what the record holds: what is the same is not written again."""
    gone = [{"gone": key} for key, result in known.items() if now.get(key) != result]
    new = [{"key": key, "result": result} for key, result in now.items() if known.get(key) != result]
    if gone:
        connection.execute(_FORGET, gone)
    if new:
        # Another process may have kept the same since: what is worked out from the same is the same.
        connection.execute(insert(tables.kept).prefix_with("OR REPLACE"), new)
