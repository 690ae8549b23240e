"""The rooms of the package: who may import whom, and how large a file and a function may grow.

The rules are one table. `docs/decisions/0001-rooms.md` says why they exist.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = "according"
SOURCE = Path(__file__).resolve().parent.parent / "src" / PACKAGE
FILES = sorted(SOURCE.rglob("*.py"))

MOST_LINES_OF_A_FILE = 400
MOST_LINES_OF_A_FUNCTION = 60

GROUND = {"model", "views", "settings", "errors", "knowledge"}
ROOMS = {"read", "language", "extract", "link", "store", "export", "engine"}
MAY_IMPORT: dict[str, set[str]] = {
    "model": set(),
    "errors": set(),
    "views": {"model"},
    "settings": {"errors"},
    "knowledge": {"model", "errors"},
    **dict.fromkeys(ROOMS, GROUND),
    "pipeline": GROUND | ROOMS,
    "record": GROUND | {"pipeline", "store", "export"},
    "cli": {"record", "api", "model", "views", "settings", "errors"},
    "api": {"record", "model", "views", "settings", "errors"},
    "__init__": {"record", "model", "views", "settings", "errors"},
    "__main__": {"cli"},
}
"""Which parts of the package a part may import, beside itself."""


def module_of(file: Path) -> str:
    """The dotted name of a file of the package: `according.read.pdf`, `according.read` for its `__init__`."""
    parts = file.relative_to(SOURCE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_of(file) for file in FILES}


def imported_modules(source: str, module: str, is_package: bool, modules: set[str]) -> set[str]:
    """The modules of our package that a source imports: at its top, in functions, relatively."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                parents = module.split(".")[
                    : None if is_package and node.level == 1 else -node.level + is_package
                ]
                base = ".".join([*parents, *([node.module] if node.module else [])])
            found |= {name if (name := f"{base}.{alias.name}") in modules else base for alias in node.names}
    return {name for name in found if name == PACKAGE or name.startswith(PACKAGE + ".")}


def part_of(module: str) -> str:
    """The part a module belongs to: the name of its room or top-level file, `__init__` for the package."""
    names = module.split(".")
    return names[1] if len(names) > 1 else "__init__"


def imports_of_file(file: Path) -> set[str]:
    return imported_modules(file.read_text("utf-8"), module_of(file), file.name == "__init__.py", MODULES)


def long_functions(source: str) -> Iterator[str]:
    """Name and length of every function over the limit, from `def` to its last line."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > MOST_LINES_OF_A_FUNCTION:
                yield f"{node.name} ({lines} lines)"


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(SOURCE)))
class TestEveryFile:
    def test_imports_only_what_its_room_may(self, file: Path) -> None:
        part = part_of(module_of(file))
        assert part in MAY_IMPORT, f"{part} is no room of MAY_IMPORT: decide what it may import"
        imported = {part_of(module) for module in imports_of_file(file)} - {part}
        assert imported <= MAY_IMPORT[part], f"{part} may not import {sorted(imported - MAY_IMPORT[part])}"

    def test_holds_one_thing(self, file: Path) -> None:
        source = file.read_text("utf-8")
        assert source.count("\n") <= MOST_LINES_OF_A_FILE
        assert not list(long_functions(source))


def test_no_module_imports_itself_through_others() -> None:
    graph = {module_of(file): imports_of_file(file) - {module_of(file)} for file in FILES}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail("import cycle: " + " -> ".join(error.args[1]))


@pytest.mark.parametrize(
    ("source", "module", "is_package", "expected"),
    [
        ("import according.read.pdf", "according.store.write", False, {"according.read.pdf"}),
        ("from according.read import pdf", "according.store.write", False, {"according.read.pdf"}),
        ("from according.read.pdf import read", "according.cli", False, {"according.read.pdf"}),
        ("from according import record", "according.cli", False, {"according.record"}),
        ("from .pdf import read", "according.read.mail", False, {"according.read.pdf"}),
        ("from . import pdf", "according.read", True, {"according.read.pdf"}),
        ("from .pdf import read", "according.read", True, {"according.read.pdf"}),
        ("from ..store import write", "according.read.pdf", False, {"according.store.write"}),
        ("from ..store import write", "according.read", True, {"according.store.write"}),
        ("def f():\n    import according.cli", "according.record", False, {"according.cli"}),
        ("import json, accordingly", "according.record", False, set()),
    ],
)
def test_the_check_sees_every_form_of_import(
    source: str, module: str, is_package: bool, expected: set[str]
) -> None:
    known = {"according.read.pdf", "according.store.write", "according.record", "according.cli"}
    assert imported_modules(source, module, is_package, known) == expected


def test_the_check_sees_a_long_function() -> None:
    body = "    pass\n" * MOST_LINES_OF_A_FUNCTION
    assert list(long_functions(f"class A:\n  def long(self):\n{body}")) == [
        f"long ({MOST_LINES_OF_A_FUNCTION + 1} lines)"
    ]
    assert not list(long_functions("def short():\n    pass\n"))
