"""Millions that are written onto digits: $40m, 40 MEUR, 3m refugees."""

from __future__ import annotations

import re
from dataclasses import replace

from according.extract.figures.counted import counted
from according.extract.figures.numbers import Numeral
from according.extract.figures.surroundings import Surroundings
from according.extract.figures.unit_signs import sign_before
from according.knowledge.units import symbols
from according.model import Span

_MILLION = 1e6
_FACTORS = {"m": _MILLION, "t": 1e12}
"""Letters that are metres and tonnes after other numbers."""
_CODE = re.compile(r" ?M([A-Z]{3})(?![A-Za-z])")


def with_millions(scene: Surroundings, numeral: Numeral) -> Numeral:
    """Return a number with the millions that are written onto an amount of money: $40m, 40 MEUR, 40 USD million."""
    code = _CODE.match(scene.text, numeral.span.end)
    if code is not None and code[1] in symbols().codes and numeral.value is not None and numeral.scale == 1:
        return replace(
            numeral,
            span=Span(numeral.span.start, code.start(1)),
            value=numeral.value * _MILLION,
            scale=_MILLION,
            glued="",
        )
    factor = _FACTORS.get(numeral.glued)
    if factor is None or numeral.value is None:
        return numeral
    span = Span(numeral.span.start, numeral.span.end + 1)
    made = replace(numeral, span=span, value=numeral.value * factor, scale=factor, glued="")
    money = sign_before(scene.text, numeral.span.start) is not None
    return made if money or (factor == _MILLION and _are_people(scene, made)) else numeral


def _are_people(scene: Surroundings, numeral: Numeral) -> bool:
    """Whether what follows a number is people, or what they do: "3m refugees", "3.4m need aid"."""
    what = counted(scene, numeral)
    if what is not None and (what.how == "casualty" or (what.how == "noun" and what.unit == "person")):
        return True
    following = scene.after(numeral.span.end).split()[:1]
    return bool(following) and scene.words.has("peopled", following[0])
