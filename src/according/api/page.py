"""The built page: its files, and the page itself for every other address, which the page knows how to show."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

FOREVER = "public, max-age=31536000, immutable"
MISSING = (
    "The page is not built. In a checkout, `make install` builds it; a package from PyPI carries it. "
    "The record itself is under /api."
)


class Page(StaticFiles):
    """The files of the page. Those under assets/ carry a hash of their content in their name and may be kept."""

    def __init__(self) -> None:
        """Look for the page in the package."""
        self._folder = Path(str(files("according").joinpath("web")))
        super().__init__(directory=self._folder, check_dir=False)

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Return a file, or the page."""
        first = path.partition("/")[0]
        try:
            answer = await super().get_response(path, scope)
        except HTTPException as error:
            if error.status_code != 404 or first in {"api", "assets"}:
                raise
            index = self._folder / "index.html"
            answer = FileResponse(index) if index.is_file() else PlainTextResponse(MISSING, 404)
        if first == "assets" and answer.status_code < 300:
            answer.headers["Cache-Control"] = FOREVER
        else:
            answer.headers.setdefault("Cache-Control", "no-cache")
        return answer
