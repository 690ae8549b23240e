"""A folder of news whose every title, text, outlet, author, name, address and file name would break a careless page."""

from __future__ import annotations

import csv
from html import escape
from pathlib import Path
from typing import cast
from urllib.parse import quote

import yaml

CLASSES = cast(
    dict[str, list[str]], yaml.safe_load((Path(__file__).parent / "payloads.yml").read_text("utf-8"))
)
PAYLOADS = [each for group in CLASSES.values() for each in group]
NAMES = (
    "Proto Constructor",
    'Onerror "<Img Src=X Onerror=Alert(1)>" Alert',
    "Javascript Alert",
    "<Script>Alert Broken</Script>",
    "{{Alert}} Mustache",
    "\u202eEvil Reversed",
    "Donaudampfschifffahrtsgesellschaftskapitän Rentenauszahlungsstellenleiterstellvertreterbüroschlüsselbund",
)
"""Payloads with capital letters, as names of people have them."""
FILES = (
    "<img src=x onerror=window.__broken=1>.txt",
    "javascript:window.__broken=1.txt",
    "{{constructor.constructor('window.__broken=1')()}}.txt",
    "__proto__.txt",
    '"><svg onload=window.__broken=1>.html',
    "\u202etxt.gnp.txt",
    "%2e%2e%2f%3Cscript%3E.txt",
)


def _told(number: int, payload: str) -> str:
    """Return a short report with something of every kind that is looked for, and a payload within and behind it."""
    name = NAMES[number % len(NAMES)]
    return (
        f"President {name} of Ghana said on Tuesday that {40 + number} houses had been destroyed near Tamale. "
        f"{payload}\n\n"
        f'"We will count {number + 3} {payload} again," {name} promised in Accra, according to {payload}. '
        f"The Malian army shelled Timbuktu on 5 March 2021, {name} said. "
        f"Ethiopia and Eritrea signed the {payload} agreement in Nairobi on 2 March 2021, brokered by Kenya. "
        f"Ethiopia agreed to open the Zalambessa border crossing.\n\n"
        f"Residents of Tamale said that {10 + number} people had died.\n"
    )


def _address(payload: str) -> str:
    """Return an address that carries a payload; every third one is nothing but the payload."""
    number = PAYLOADS.index(payload)
    return (
        payload
        if number % 3 == 0
        else f"https://example.org/{number}?{payload.replace(' ', '+')}#{payload[:9]}"
    )


def write(folder: Path) -> None:
    """Write the table and the files into `folder`."""
    with (folder / "table.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["text", "title", "outlet", "author", "date", "url", "language"])
        for number, payload in enumerate(PAYLOADS):
            told = _told(number, payload)
            day = f"2021-03-{3 + number % 25:02}"
            rows.writerow(
                [told, f"Flood {number} {payload} told", payload, payload, day, _address(payload), "en"]
            )
    for number, name in enumerate(FILES):
        payload = PAYLOADS[number]
        if name.endswith(".html"):
            page = (
                f"<!doctype html><html><head><title>{escape(payload)}</title>"
                f'<meta property="og:site_name" content="{escape(payload)}">'
                f'<meta name="author" content="{escape(payload)}">'
                f'<link rel="canonical" href="javascript:window.__broken=1"></head><body><article>'
                f"<h1>{escape(payload)}</h1><p>{escape(_told(number, payload))}</p><script>window.__broken=1</script>"
                f"<img src=x onerror=window.__broken=1></article></body></html>"
            )
            (folder / name).write_text(page, "utf-8")
            continue
        source = f"https://example.org/{quote(payload)}" if number % 2 else "javascript:window.__broken=1"
        told = f"The Northern Post, 3 March 2021\n\n{_told(number, payload)}\nSource: {source}\n"
        (folder / name).write_text(f"Flood in file {number}\n\n{told}", "utf-8")
