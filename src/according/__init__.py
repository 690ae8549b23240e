"""According: who says what happened, and where the accounts differ.

`Record` is the door; the nouns are in `according.model`, the views in `according.views`. Names are loaded when they
are first used: a program that only wants a noun does not wait for a database.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from according.errors import AccordingError as AccordingError
    from according.model import Article as Article
    from according.model import Document as Document
    from according.model import Notice as Notice
    from according.model import Span as Span
    from according.record import Record as Record
    from according.settings import Settings as Settings

    __version__: str

_HOME = {
    "AccordingError": "errors",
    "Article": "model",
    "Document": "model",
    "Notice": "model",
    "Record": "record",
    "Settings": "settings",
    "Span": "model",
}

__all__ = ["AccordingError", "Article", "Document", "Notice", "Record", "Settings", "Span", "__version__"]


def __getattr__(name: str) -> object:
    if name == "__version__":
        from importlib.metadata import version

        return version("according")
    if name in _HOME:
        from importlib import import_module

        return getattr(import_module(f"according.{_HOME[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
