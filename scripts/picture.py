"""Draw docs/article.svg: what `according show` prints for one of the examples.

`make picture` runs it. The picture is a result that is committed; draw it anew when the display or the reading changes.
"""

from __future__ import annotations

import io
import os
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.text import Text

from according.cli import article
from according.record import Record

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE, NUMBER = "examples/digest_en_mailinglist.txt", "2"
PICTURE = ROOT / "docs" / "article.svg"
COLUMNS = 112

# Rich's own frame asks a server for its font, which no viewer of a README would load and no reader should be asked to.
FRAME = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">
<title>One article as according show prints it, with the evidence for each field and its margins</title>
<style>
.{unique_id}-matrix {{
  font-family: ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
  font-size: {char_height}px; line-height: {line_height}px;
}}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal"><rect width="{terminal_width}" height="{terminal_height}"/></clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def main() -> None:
    """Read the example into a record of its own and print it on a console that is saved as a picture."""
    os.chdir(ROOT)
    console = Console(
        file=io.StringIO(), record=True, width=COLUMNS, force_terminal=True, color_system="truecolor",
        markup=False, emoji=False, highlight=False, _environ={},
    )  # fmt: skip
    with (
        TemporaryDirectory() as folder,
        Record.open(Path(folder) / "picture.according", create=True) as record,
    ):
        record.read([EXAMPLE])
        row = record.article(NUMBER)
        console.print(Text(f"$ according show {NUMBER}\n", style="bold"))
        article.show(console, row, record.text(row.article))
    PICTURE.write_text(console.export_svg(title="", code_format=FRAME, unique_id="article"), "utf-8")


if __name__ == "__main__":
    main()
