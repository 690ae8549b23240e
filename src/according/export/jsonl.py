"""JSON Lines: one file for each kind, the layout of which is a contract with everything that reads exports."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

from according.views import Content, Json


def write(folder: Path, content: Content, *, times: bool) -> dict[str, int]:
    r"""Write all files of the export into `folder`, which is made when missing.

    UTF-8, `\n` at line ends, keys in the contract's order, rows in the order given. Every file is complete or not
    there: all are written under temporary names first and renamed at the end.

    Args:
        folder: Where the files go; files of an earlier export are replaced.
        content: What is written, one row each. Documents carry their text when they have it; dates without a value,
            which the contract does not know, are left out.
        times: Whether `read_at` is written; it makes two exports of the same input differ.

    Returns:
        The number of rows of each file, by kind.

    Raises:
        OSError: the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written: dict[str, tuple[Path, int]] = {}
    with ExitStack() as unfinished:
        for kind, rows in (
            ("documents", (row.as_json(times=times) for row in content.documents)),
            ("articles", (row.as_json() for row in content.articles)),
            ("entities", (row.as_json() for row in content.entities)),
            ("mentions", (row.as_json() for row in content.mentions)),
            ("dates", (row.as_json() for row in content.dates if row.date.value is not None)),
            ("statements", (row.as_json() for row in content.statements)),
            ("figures", (row.as_json() for row in content.figures)),
            ("events", (row.as_json() for row in content.events)),
            ("agreements", (row.as_json() for row in content.agreements)),
            ("commitments", (row.as_json() for row in content.commitments)),
            ("happenings", (row.as_json() for row in content.happenings)),
            ("stories", (row.as_json() for row in content.stories)),
            ("discrepancies", (row.as_json() for row in content.discrepancies)),
            ("judgements", (row.exported() for row in content.judgements)),
        ):
            with NamedTemporaryFile(
                "w", encoding="utf-8", newline="\n", dir=folder, prefix=f".{kind}-", delete=False
            ) as file:
                temporary = Path(file.name)
                unfinished.callback(temporary.unlink, missing_ok=True)
                written[kind] = temporary, _write_rows(file, rows)
        for kind, (temporary, _) in written.items():
            temporary.chmod(0o644)
            temporary.replace(folder / f"{kind}.jsonl")
    return {kind: count for kind, (_, count) in written.items()}


def _write_rows(file: IO[str], rows: Iterable[Json]) -> int:
    count = 0
    for count, row in enumerate(rows, start=1):  # noqa: B007 - the number of the last row is the result
        file.write(json.dumps(row, ensure_ascii=False) + "\n")
    return count
