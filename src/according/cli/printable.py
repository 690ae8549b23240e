"""Text from documents made safe for a terminal: nothing in it is obeyed, nothing in it hides.

Control characters could move the cursor, clear the screen or set the window's title; bidirectional controls could
show a sentence in another order than it is stored in; invisible characters make two names look the same.
They are shown, not sent.
"""

from __future__ import annotations

import json

_PICTURES = 0x2400  # Unicode's pictures of the control characters: ␀, ␁, …
# Not among them: the joiners U+200C and U+200D and the variation selectors, which change the looks of what they stand
# beside and belong to the spelling of Persian, of Indian languages and of emoji.
_UNSEEN = (
    *range(0x7F, 0xA0),  # delete and the second set of control characters
    0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F),  # direction
    0xAD, 0x034F, 0x180E, 0x200B, *range(0x2060, 0x2070), 0xFEFF,  # hyphens, spaces and joiners without width
    0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0,  # letters without a shape
    0x2028, 0x2029,  # line and paragraph separator
    *range(0xFFF9, 0xFFFC),  # annotations
    *range(0xE0000, 0xE0080),  # tags: text that no one sees
)  # fmt: skip
_SURROGATES = range(0xD800, 0xE000)

_SHOWN = {code: chr(_PICTURES + code) for code in range(0x20) if chr(code) not in "\n\t"}
_SHOWN |= {code: f"<U+{code:04X}>" for code in _UNSEEN}
_SHOWN |= dict.fromkeys(_SURROGATES, "\ufffd")
_ESCAPED = {code: json.dumps(chr(code))[1:-1] for code in (*_UNSEEN, *_SURROGATES)}


def printable(text: str) -> str:
    """Return `text` with control characters shown as pictures or code points; line feeds and tabs stay."""
    return text.replace("\r\n", "\n").translate(_SHOWN)


def one_line(text: str) -> str:
    """Return `text` printable and on one line: for titles, paths and cells."""
    return printable(" ".join(text.split()))


def json_line(value: object) -> str:
    """Return `value` as one line of JSON: as readable as can be, with what a terminal could obey escaped."""
    return json.dumps(value, ensure_ascii=False).translate(_ESCAPED)
