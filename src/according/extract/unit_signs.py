"""Signs of units and codes of currencies beside digits: 8,5 %, $94,000, USD 200."""

from __future__ import annotations

from according.knowledge.units import symbols

_SPACES = " \u00a0\u202f\u2009"
_NEVER_BEFORE = ("percent", "degree", "degree Celsius", "degree Fahrenheit", "per mille")


def sign_before(text: str, start: int) -> tuple[str, int] | None:
    """Return the unit of the sign or currency code before a number and where it begins."""
    at = start
    while at > 0 and start - at < 2 and text[at - 1] in _SPACES:
        at -= 1
    for sign, unit in symbols().signs:
        if text.endswith(sign, 0, at) and unit not in (
            "percent",
            "degree",
            "degree Celsius",
            "degree Fahrenheit",
            "per mille",
        ):
            before = text[at - len(sign) - 1 : at - len(sign)]
            # Of "10 $ 30" the sign is of the number before it.
            if sign[0].isalpha() and before.isalpha():
                continue
            if (
                start > at
                and before.strip() == ""
                and at - len(sign) > 1
                and text[at - len(sign) - 2].isdigit()
            ):
                continue
            return unit, at - len(sign)
    code = text[max(0, at - 3) : at]
    if code in symbols().codes and not text[max(0, at - 4) : at - 3].isalpha():
        return code, at - 3
    return None


def sign_after(text: str, end: int) -> tuple[str, int] | None:
    """Return the unit of the sign or currency code after a number and where it ends."""
    at = end
    while at < len(text) and at - end < 2 and text[at] in _SPACES:
        at += 1
    for sign, unit in symbols().signs:
        if text.startswith(sign, at):
            stop = at + len(sign)
            number_next = at > end and text[stop : stop + 1].isdigit() and unit != "percent"
            if not number_next and not (sign[-1].isalpha() and text[stop : stop + 1].isalpha()):
                return unit, stop
    code = text[at : at + 3]
    if code in symbols().codes and not text[at + 3 : at + 4].isalpha():
        return code, at + 3
    return None
