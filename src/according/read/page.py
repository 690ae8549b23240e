"""HTML pages: the whole visible text, with the extent of the page's article."""

from __future__ import annotations

from according.read.render import visible_text

__all__ = ["visible_text"]
