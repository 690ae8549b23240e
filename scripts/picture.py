"""Draw the pictures of the documents: what According prints about an example, as SVG.

`docs/article.svg` is what `according show` prints for an article, `docs/entity.svg` what `according entity` prints for
a man and a place of many names. `make picture` runs it. The pictures are results that are committed; draw them anew
when the display or the reading changes.
"""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.text import Text

from according.cli import article, who
from according.record import Record

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = "2"
ENTITIES = ("Nikol Pashinyan", "Nagorno-Karabakh")
COLUMNS = 112

# Rich's own frame asks a server for its font, which no viewer of a README would load and no reader should be asked to.
FRAME = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">
<title>TITLE</title>
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


def draw(name: str, title: str, source: str, show: Callable[[Console, Record], None]) -> None:
    """Read a source into a record of its own, let `show` print on a console, and save that as `docs/<name>.svg`."""
    console = Console(
        file=io.StringIO(), record=True, width=COLUMNS, force_terminal=True, color_system="truecolor",
        markup=False, emoji=False, highlight=False, _environ={},
    )  # fmt: skip
    with (
        TemporaryDirectory() as folder,
        Record.open(Path(folder) / "picture.according", create=True) as record,
    ):
        record.read([source])
        show(console, record)
    frame = FRAME.replace("TITLE", title)
    (ROOT / "docs" / f"{name}.svg").write_text(
        console.export_svg(title="", code_format=frame, unique_id=name), "utf-8"
    )


def one_article(console: Console, record: Record) -> None:
    """Print an article of a digest."""
    console.print(Text(f"$ according show {ARTICLE}\n", style="bold"))
    article.show(console, record.shown(ARTICLE))


def many_names(console: Console, record: Record) -> None:
    """Print a man and a place."""
    for name in ENTITIES:
        console.print(Text(f"$ according entity {f'{name!r}' if ' ' in name else name}\n", style="bold"))
        who.dossier(console, record.entity(name))
        console.print()


def main() -> None:
    """Draw all of them."""
    os.chdir(ROOT)
    draw(
        "article",
        "One article as according show prints it, with the evidence for each field and its margins",
        "examples/digest_en_mailinglist.txt",
        one_article,
    )
    draw(
        "entity",
        "One man and one contested place under all their names, as according entity prints them",
        "docs/names",
        many_names,
    )


if __name__ == "__main__":
    main()
