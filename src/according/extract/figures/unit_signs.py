"""Signs of units and codes of currencies beside digits: 8,5 %, $94,000, USD 200, 10 milliards de $ HK."""

from __future__ import annotations

import re

from according.knowledge.units import symbols

_SPACES = " \u00a0\u202f\u2009"
_NEVER_BEFORE = ("percent", "degree", "degree Celsius", "degree Fahrenheit", "per mille")
_DOLLAR = "$"
_OWNER_BEFORE = re.compile(r"(?<![^\W_])([A-Za-z](?:[A-Za-z]{0,2}|\.[Ss]\.)) ?$")
_OWNER_AFTER = re.compile(r" ?([A-Za-z]{1,3})(?![^\W_])")


def sign_before(text: str, start: int) -> tuple[str, int] | None:
    """Return the unit of the sign or currency code before a number and where it begins."""
    at = start
    while at > 0 and start - at < 2 and text[at - 1] in _SPACES:
        at -= 1
    for sign, unit in symbols().signs:
        if unit in _NEVER_BEFORE or not text.endswith(sign, 0, at):
            continue
        begin = at - len(sign)
        # Of "10 $ 30" the sign is of the number before it.
        if start > at and text[max(0, begin - 2) : begin].strip().isdigit():
            continue
        return _owned_before(text, begin) if sign == _DOLLAR else (unit, begin)
    code = text[max(0, at - 3) : at]
    if code in symbols().codes and not text[max(0, at - 4) : at - 3].isalpha():
        return code, at - 3
    return None


def _owned_before(text: str, sign: int) -> tuple[str, int]:
    """Return whose dollars they are by the letters before the sign (C$, US $)."""
    match = _OWNER_BEFORE.search(text[max(0, sign - 6) : sign])
    owner = symbols().dollars.get(match.group(1).lower()) if match else None
    # "a $ 20 fine", "s" of a genitive: a single letter belongs to the sign only when it touches it or is no word.
    if (
        match is None
        or owner is None
        or (match.group(1).lower() in ("a", "s") and match.group().endswith(" "))
    ):
        return "USD", sign
    return owner, sign - len(match.group())


def sign_after(text: str, end: int) -> tuple[str, int] | None:
    """Return the unit of the sign or currency code after a number and where it ends."""
    at = end
    while at < len(text) and at - end < 2 and text[at] in _SPACES:
        at += 1
    for sign, unit in symbols().signs:
        if not text.startswith(sign, at):
            continue
        stop = at + len(sign)
        number_next = at > end and text[stop : stop + 1].isdigit() and unit != "percent"
        if number_next or (sign[-1].isalpha() and text[stop : stop + 1].isalpha()):
            continue
        return _owned_after(text, stop) if sign == _DOLLAR else (unit, stop)
    code = text[at : at + 3]
    if code in symbols().codes and not text[at + 3 : at + 4].isalpha():
        return code, at + 3
    return None


def _owned_after(text: str, stop: int) -> tuple[str, int]:
    """Return whose dollars they are by the letters after the sign ($ US, $CAD)."""
    match = _OWNER_AFTER.match(text, stop)
    owner = symbols().dollars.get(match.group(1).lower()) if match else None
    if match is None or owner is None or (match.group(1).lower() == "a" and match.group()[0] == " "):
        return "USD", stop
    return owner, match.end()
