"""How the words and digits of a number add up to it, in any language."""

from __future__ import annotations

from dataclasses import dataclass

from according.extract.figures.number_pieces import MOST_DIGITS, Piece, Row
from according.knowledge.numbers import Roles

_TEN = 10


@dataclass(slots=True)
class Sum:
    """A whole number while it is read: `total` and, since the last magnitude, `part`."""

    total: float = 0.0
    part: float | None = None
    last: float = float("inf")
    digits: bool = False
    scale: float = 1.0
    one: bool = True

    @property
    def empty(self) -> bool:
        """Whether nothing has been read yet."""
        return self.part is None and self.last == float("inf")

    @property
    def value(self) -> float:
        """What has been read so far."""
        return self.total + (self.part or 0.0)


class Sums:
    """Reads whole numbers from a row of pieces."""

    def __init__(self, row: Row) -> None:
        self._row = row

    def read(self, at: int) -> tuple[Sum, int] | None:
        """Read a whole number from a piece on; return it with the index after it."""
        number = Sum()
        index = at
        while index < len(self._row.pieces):
            if index > at and self._row.gap(index - 1) is None:
                break
            if not number.empty and self._joins(number, index):
                index += 1
            if not self._take(number, index):
                break
            index += 1
            if self._row.pieces[index - 1].glued:
                break
        if index == at or number.empty or self._is_ordinal(number, index):
            return None
        return self._spoken_decimals(number, index)

    def _is_ordinal(self, number: Sum, after: int) -> bool:
        """Whether the next word makes the number an ordinal: twenty-fifth, сорок пятой."""
        ends = self._row.words.ordinal_ends
        tens = not number.digits and number.value >= 2 * _TEN and not number.value % _TEN
        return tens and bool(ends) and self._row.after(after - 1).startswith(ends)

    def _spoken_decimals(self, number: Sum, index: int) -> tuple[Sum, int]:
        """Add "point five" to a number in words."""
        if not self._row.roles(index).point or self._row.gap(index - 1) is None or number.digits:
            return number, index
        after = index + 1
        figures = ""
        while after < len(self._row.pieces) and self._row.gap(after - 1) is not None:
            small = self._row.roles(after).small
            if small is None:
                break
            follows_tens = figures[-1:] == "0" and len(figures) == 2 and small < _TEN
            figures = figures[:-1] + str(small) if follows_tens else figures + str(small)
            after += 1
        if not figures or len(figures) > MOST_DIGITS:
            return number, index
        number.part = (number.part or 0.0) + float("0." + figures)
        return number, after

    def _joins(self, number: Sum, index: int) -> bool:
        """Whether a joiner stands here and what comes after it goes on with the number."""
        roles = self._row.roles(index)
        if self._row.gap(index) is None or not (roles.joiner or roles.tens_joiner or roles.units_joiner):
            return False
        after = self._row.roles(index + 1)
        part = number.part
        if roles.units_joiner and part is not None and part % 100 < _TEN and part % 100 > 0:
            return after.small is not None and after.small >= 20 and not after.small % 10
        if self._is_fraction(index + 1):
            return False
        if roles.tens_joiner and part is not None and part % 100 >= 20 and not part % 10:
            return after.small is not None and (after.small < _TEN or after.small == 11)
        if not roles.joiner or (after.small is None and not self._is_smaller(number, index + 1)):
            return False
        if part is None:
            return number.last < float("inf")
        return part >= 100 and not part % 100

    def _is_fraction(self, index: int) -> bool:
        """Whether "two thirds" stands here, of which the two is not part of the number before it."""
        ahead = self._row.roles(index + 1)
        return bool(ahead.fraction) and ahead.small is None and self._row.gap(index) is not None

    def _is_smaller(self, number: Sum, index: int) -> bool:
        """Whether digits may follow "3 hundred and"."""
        value = self._row.pieces[index].value
        return value is not None and not value % 1 and 0 < value < 100 and not number.empty

    def _take(self, number: Sum, index: int) -> bool:
        """Add a piece to a number, if it can go on with it."""
        piece = self._row.pieces[index]
        if piece.roles is None:
            return self._take_digits(number, piece)
        roles = piece.roles
        if (
            (roles.small is not None or roles.score)
            and not self._begins_another(number, index)
            and self._take_small(number, roles)
        ):
            number.one = number.one and roles.one
            return True
        if roles.own is not None and number.empty and roles.own >= 1:
            number.part, number.one = roles.own, False
            return True
        if roles.round is not None and (number.part is None):
            number.part, number.one = float(roles.round), False
            return True
        if roles.article and number.empty and self._row.gap(index) is not None:
            after = self._row.roles(index + 1)
            if (after.hundred or after.magnitude) and after.small is None:
                number.part = 1.0
                return True
        return self._multiply(number, roles, index)

    def _begins_another(self, number: Sum, index: int) -> bool:
        """Whether the next word multiplies this one to what cannot be a part of the number: 200 | 300."""
        if self._row.gap(index) is None:
            return False
        after = self._row.roles(index + 1)
        hundreds = number.part is not None and number.part >= 100 and not number.part % 100
        return (after.hundred and hundreds) or (after.magnitude or 0.0) >= number.last

    def _take_digits(self, number: Sum, piece: Piece) -> bool:
        value = piece.value
        if value is None:
            return False
        if number.empty:
            number.part, number.digits, number.one, number.scale = value, True, False, piece.scale
            return True
        fits = not value % 1 and value > 0
        if number.part is None:
            fits = fits and value < number.last <= value * 1000
        else:
            fits = fits and value < 100 <= number.part and not number.part % 100 and number.scale == 100
        if fits:
            number.part = (number.part or 0.0) + value
        return fits

    def _take_small(self, number: Sum, roles: Roles) -> bool:
        value, part = float(roles.small or 0), number.part
        if roles.small is None and (part is None or part % 100 != 4):
            return False
        if part is None:
            fits = number.last == float("inf") or value > 0
        elif number.digits and number.last == float("inf"):
            fits = number.scale == 100 and not part % 100
        elif roles.score and part % 100 == 4:
            number.part = part + 76
            return True
        else:
            fits = self._adds(part, value)
        if fits:
            number.part = (part or 0.0) + value
        return fits

    def _adds(self, part: float, value: float) -> bool:
        if part >= 100 and not part % 100 and value > 0:
            return True
        tens = part % 100
        if tens in self._row.words.long_tens and _TEN <= value < 20:
            return True
        if tens == _TEN and value in self._row.words.ten_adds:
            return True
        if self._row.words.glued and 0 < tens < _TEN and value >= 20 and self._has_units_joiner():
            return True
        if self._row.words.glued and tens == _TEN and 0 < value < _TEN and not self._has_units_joiner():
            return True
        return tens >= 20 and not tens % 10 and 0 < value < _TEN

    def _has_units_joiner(self) -> bool:
        return any(roles.units_joiner for roles in self._row.words.words.values())

    def _multiply(self, number: Sum, roles: Roles, index: int) -> bool:
        """Multiply by a hundred or a magnitude; a bare one counts once."""
        if roles.hundred:
            if number.part is None and not self._stands_bare(roles, index, number):
                return False
            if number.digits and self._row.words.coins:
                return False
            if (number.part or 1) >= 100 and not (
                number.digits and number.scale == 1 and number.part is not None
            ):
                return False
            number.part, number.one = (number.part or 1.0) * 100, False
            number.scale = 100.0
            return True
        size = roles.magnitude
        if size is None or size >= number.last:
            return False
        if number.part is None and not self._stands_bare(roles, index, number):
            return False
        number.total += (number.part or 1.0) * size
        number.part, number.last, number.scale, number.one = None, size, float(size), False
        return True

    def _stands_bare(self, roles: Roles, index: int, number: Sum) -> bool:
        """Whether a hundred or thousand needs no number before it here."""
        if not number.empty:
            return roles.bare
        goes_on = self._row.gap(index) is not None and _is_number(self._row.roles(index + 1))
        if roles.bare and roles.vague:
            start = self._row.pieces[index].start
            return goes_on or any(
                self._row.plain.endswith(word + " ", 0, start) for word in self._row.words.genitive_after
            )
        return roles.bare or (roles.hundred and self._row.roles(index + 1).magnitude is not None and goes_on)


def _is_number(roles: Roles) -> bool:
    return roles.small is not None or roles.round is not None or bool(roles.magnitude) or roles.hundred
