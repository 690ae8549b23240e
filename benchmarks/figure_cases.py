"""Numbers and units as the cases of the Recognizers have them (microsoft/Recognizers-Text), English and French.

Of each case every number that it expects must be read, with its value, and no other; of units those of money and those
of length, area, volume and weight, each with its value and unit. What does not occur in news, or is wrong in the cases
themselves, is left out, kind by kind (`LEFT_OUT`), and counted.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from according.extract.figures import figures
from according.extract.figures.numbers import numerals
from benchmarks import shared
from benchmarks.dates import text_of

_NAMES = {"en": "English", "fr": "French"}
_CLOSE = 1e-6

LEFT_OUT: dict[str, re.Pattern[str]] = {
    "powers and scientific notation": re.compile(r"\^|\d[eE][+-]?\d|x10"),
    "addresses, telephone numbers, dates and lists": re.compile(
        r"\d+\.\d+\.\d+\.\d|\+1-222|\d/\d+/20|le 4 mai|\d, \d{3},|\d\d,\d\d,\d\d,|SCP-|sixty-six, sixty"
    ),
    "fractions of more than tenths, or of compound numbers": re.compile(
        r"(?i)(?:hundred|thousand|million|trillion|billion|cent|mille|vingt|trente)[- ]?\w*[- ](?:\w+[- ]){0,3}?"
        r"(?:(?:fif|thir|six|eigh|nin|ten)\w*ths?\b|fifths?|\w+i[eè]mes?\b)|trillionth|millionth|billioni|trillioni"
        r"|twent\w+[- ](?:first|fifth|twenty)|thirtieth|hundredths|centi[eè]me|vingt.*(?:premi|i[eè]me)|twenty fifths"
        r"|twenty one fifths|twenty-three fifths|hundred and \w+ (?:and )?\w* ?fifths"
    ),
    "divisions": re.compile(r"(?:2000|deux mille|huit|douze|pièces) (?:over|sur) (?:3|trois|cinq|dix)"),
    "two fractions of a large number added up": re.compile(
        r"(?:billion|milliard) (?:and|et) (?:(?:a|trois|three) )?(?:half|quarters?|quarts|demi) milli"
    ),
    "a number of dozens after hundreds": re.compile(r"(?:hundred and|cent) (?:two|deux) (?:dozens|douzaines)"),
    "abbreviations of spreadsheets and of chats": re.compile(
        r"(?i)\d ?(?:g|mm)\b|\bdzs|\bdozs|\dmil\b|\d,\d{3}(?:\.\d)? m\b"
    ),
    "a lakh of crores": re.compile(r"(?i)lakh crore|crore lakh"),
    "two numbers in a row": re.compile(r"(?:4000|3 hundred and|3 cents et) (?:2|3|négatif)(?![a-z0-9])"),
    "hundreds in words after digits, in French the coin": re.compile(r"\d cents?\b"),
    "billions of the long scale beyond 10^12": re.compile(r"vingt et un (?:trillions|billion)"),
    "cases that contradict themselves": re.compile(
        r"-92321312\.0|43894\.0|-?1234567\.0|quatre-vingt-dix-cinq|quatre-vingt-quinze (?:à cinq )?cent"
        r"|ninety - five hundred|1\.111,11"
    ),
}  # fmt: skip


@dataclass
class Cases:
    """Cases passed and failed, and those left out, by kind."""

    passed: int = 0
    failed: list[str] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)

    @property
    def rate(self) -> float:
        """Share of the cases that pass."""
        return self.passed / max(1, self.passed + len(self.failed))

    def add(self, passes: bool, case: str) -> None:
        """Count a case."""
        if passes:
            self.passed += 1
        else:
            self.failed.append(case)


def _read(kind: str, language: str, model: str) -> list[dict[str, Any]]:
    path = shared(f"eval/data/recognizers/{kind}/{_NAMES[language]}/{model}.json")
    cases: list[dict[str, Any]] = json.loads(path.read_text("utf-8-sig"))
    return cases


def _value(result: dict[str, Any], language: str) -> float | None:
    written = (result.get("Resolution") or {}).get("value")
    if written is None:
        return None
    return float(written.replace(",", "." if language != "en" else ""))


def _same(a: float, b: float) -> bool:
    return abs(a - b) <= _CLOSE * max(1.0, abs(a))


def numbers(language: str, *, whole: bool = False) -> Cases:
    """Return how the cases of NumberModel fare; a one that may be an article need not be expected.

    `whole` leaves none out.
    """
    cases = Cases()
    for case in _read("Number", language, "NumberModel"):
        written = case["Input"]
        kind = next((kind for kind, shape in LEFT_OUT.items() if shape.search(written)), None)
        if kind is not None and not whole:
            cases.left_out[kind] += 1
            continue
        wanted = sorted(value for each in case["Results"] if (value := _value(each, language)) is not None)
        found = [each for each in numerals(written, language) if not each.glued and each.value is not None]
        sure = sorted(each.value or 0.0 for each in found if not each.one)
        every = sorted(each.value or 0.0 for each in found)
        cases.add(_alike(wanted, sure) or _alike(wanted, every), f"{written!r}: want {wanted}, got {every}")
    return cases


def _alike(wanted: Sequence[float], found: Sequence[float]) -> bool:
    return len(wanted) == len(found) and all(map(_same, wanted, found))


UNITS = {
    "Dollar": "USD", "United States dollar": "USD", "Dollar États-Unis": "USD", "Canadian dollar": "CAD",
    "Dollar Canadien": "CAD", "Australian dollar": "AUD", "Dollar Australien": "AUD", "Hong Kong dollar": "HKD",
    "Dollar de Hong Kong": "HKD", "New Taiwan dollar": "TWD", "Singapore dollar": "SGD", "Euro": "EUR",
    "Pound": "GBP", "British pound": "GBP", "Livre": "GBP", "Japanese yen": "JPY", "Yen Japonais": "JPY",
    "Chinese yuan": "CNY", "Yuan Chinois": "CNY", "Franc": "franc", "Swiss franc": "CHF", "Franc Suisse": "CHF",
    "Rupee": "INR", "Roupie": "INR", "Indian rupee": "INR", "Turkish lira": "TRY", "Mexican peso": "MXN",
    "Peso Mexicain": "MXN", "Finnish markka": "FIM", "Cent": "cent", "Pence": "penny", "Penny": "penny",
    "Costa Rican colón": "CRC", "Lao kip": "LAK", "Bitcoin": "bitcoin", "South Korean won": "KRW",
    "Mile": "mile", "Miles": "mile", "Foot": "foot", "Pied": "foot", "Inch": "inch", "Pouce": "inch", "Yard": "yard",
    "Meter": "m", "Mètre": "m", "Mètres": "m", "Kilometer": "km", "Kilomètre": "km", "Kilomètres": "km",
    "Centimeter": "cm", "Centimètre": "cm", "Centimètres": "cm", "Millimeter": "mm", "Millimètres": "mm",
    "Square meter": "m2", "Mètre carré": "m2", "Square kilometer": "km2", "Kilomètre carré": "km2",
    "Square mile": "square mile", "Square foot": "square foot", "Acre": "acre", "Hectare": "ha",
    "Cubic foot": "cubic foot", "Cubic meter": "m3", "Metric ton": "t", "Tonne métrique": "t", "Tonne": "t",
    "Ton": "t", "Kilogram": "kg", "Kilogramme": "kg", "Gram": "g", "Gramme": "g", "Ounce": "ounce", "Once": "ounce",
    "Gallon": "gallon", "Barrel": "barrel", "Baril": "barrel", "Liter": "l", "Litre": "l", "Milliliter": "ml",
    "Millilitre": "ml", "Kilometer per hour": "km/h", "Mile per hour": "mile per hour",
}  # fmt: skip
"""The names of units in the cases, as ours. A case with another unit is left out, as are temperatures and ages."""


UNITS_LEFT_OUT: dict[str, re.Pattern[str]] = {
    "an amount whose smaller unit is not named, or in one letter": re.compile(
        r"(?:dollars?|USD)(?: and| et)? (?:\d+\b(?![.,]\d)(?! cents?)|forty five|one and|two and)"
        r"|kuai and|100 and fifty|ft 2 in|turn left"
    ),
    "codes of currencies before millions, units before numbers": re.compile(
        r"USD million|MAUD 60|rmb 10|dollar 22|dollar rmb|元"
    ),
    "units in brackets, signs for inches": re.compile(r"[(\[{<]kg[)\]}>]|\d \""),
    "ranges of which the case has one number": re.compile(r"(?:eight to|huit à) 10|75 ?- ?300mm"),
}  # fmt: skip


def units(language: str) -> Cases:
    """Return how the cases of CurrencyModel and DimensionModel fare: their figures found, with value and unit."""
    cases = Cases()
    for model in ("Currency", "Dimension"):
        names = UNITS | ({"Pound": "pound", "Livre": "pound"} if model == "Dimension" else {})
        for case in _read("NumberWithUnit", language, f"{model}Model"):
            results = [each for each in case["Results"] if _value(each, language) is not None]
            unknown = any(each["Resolution"].get("unit") not in names for each in results)
            shapes = (kind for kind, shape in UNITS_LEFT_OUT.items() if shape.search(case["Input"]))
            kind = "another unit" if unknown else "nothing to find" if not results else next(shapes, None)
            if kind is not None:
                cases.left_out[kind] += 1
                continue
            wanted = [(_value(each, language) or 0.0, names[each["Resolution"]["unit"]]) for each in results]
            found = figures(text_of(case["Input"], language, None), (), ())
            got = [(each.value, each.unit) for each in found if each.unit in names.values()]
            passes = all(
                any(unit == other and value is not None and _same(number, value) for value, other in got)
                for number, unit in wanted
            )
            cases.add(passes, f"{case['Input']!r}: want {wanted}, got {got}")
    return cases


def show(name: str, language: str) -> None:
    """Print the cases of "numbers" or "units" that fail, and what was left out."""
    cases = numbers(language) if name == "numbers" else units(language)
    for case in cases.failed:
        print("!", case)
    for kind, count in sorted(cases.left_out.items()):
        print(f"left out: {count:3} {kind}")
    print(f"{name} {language}: {cases.passed} of {cases.passed + len(cases.failed)}, {cases.rate:.3f}")
