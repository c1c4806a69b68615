"""Cut squeezed texts into numbers and other characters, so that texts can be compared whatever their numbers."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from tui.report.numerals import MAX_DIGITS, chinese_number
from tui.search.quotations.squeezed import NUMERALS

#: Stands for a number.
NUMBER = "\ue000"
_DIGITS = r"-?[0-9]+(?:[.:/-][0-9]+)*(?:%|‰|[万亿千百]+)?(?:-[0-9]+(?:\.[0-9]+)?(?:%|[万亿]+)?)*"
_WRITTEN = rf"(?:百分之|千分之)?[{NUMERALS}]+(?:点[{NUMERALS}]+)?"
_PERCENT = "百分之"
_VALUE = r"(-?[0-9]+(?:\.[0-9]+)?)(%|‰|[百千万亿]*)"
#: Powers of ten by what may stand behind digits, and digits behind their point at most.
_IN_DIGITS = {"": 0, "万": 4, "亿": 8}
_MAX_PLACES = 4
_MAGNITUDES = {"百": 2, "千": 3, "万": 4, "亿": 8}


@cache
def _number() -> re.Pattern[str]:
    return re.compile(f"{_DIGITS}|{_WRITTEN}")


class Tokens:
    """A squeezed text as numbers and other characters.

    Attributes:
        source: The squeezed text.
        text: The same with one character for each number.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        parts: list[str] = []
        #: Where each number is in the masked text, and its span in the source.
        self._at, self._starts, self._ends = array("I"), array("I"), array("I")
        end = length = 0
        for match in _number().finditer(source):
            parts += source[end : match.start()], NUMBER
            length += match.start() - end
            self._at.append(length)
            self._starts.append(match.start())
            self._ends.append(match.end())
            length += 1
            end = match.end()
        self.text = "".join([*parts, source[end:]])

    def start(self, index: int) -> int:
        """Return the offset in the source at which a token begins; that of the end for an index behind the last."""
        number = bisect_left(self._at, index)
        if number < len(self._at) and self._at[number] == index:
            return self._starts[number]
        return index if number == 0 else self._ends[number - 1] + index - self._at[number - 1] - 1

    def index(self, offset: int) -> int:
        """Return the index of the token that holds an offset of the source."""
        number = bisect_right(self._starts, offset) - 1
        if number < 0:
            return offset
        return self._at[number] + max(0, offset - self._ends[number] + 1)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open span of the source of some tokens."""
        return self.start(start), self.start(end)

    def token(self, index: int) -> str:
        """Return a token as it is in the source."""
        return self.source[self.start(index) : self.start(index + 1)]

    def numbers(self, start: int, end: int) -> Iterator[int]:
        """Yield the indices of the numbers among some tokens."""
        for number in range(bisect_left(self._at, start), bisect_left(self._at, end)):
            yield self._at[number]


def same_value(one: str, other: str) -> bool:
    """Tell whether two numbers have one value, however they are written: 7% and 百分之七, 1.2亿 and 12000万."""
    value = _value(one)
    return value is not None and value == _value(other)


def other_writings(number: str) -> list[str]:
    """Return a number in the digits that reports may write it in: 十四点四万 is 144000 and 14.4万, 百分之七 is 7%."""
    value = _value(number)
    if not value:
        return []
    if number.startswith(_PERCENT) or number.endswith("%"):
        writings = [(value.scaleb(2), "%")]
    else:
        writings = [
            (value.scaleb(-power), mark) for mark, power in _IN_DIGITS.items() if value >= 10 ** (power - 1)
        ]
    plain = [f"{shown.normalize():f}{mark}" for shown, mark in writings if _exponent(shown) >= -_MAX_PLACES]
    return [one for one in plain if one != number]


def _exponent(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _value(number: str) -> Decimal | None:
    if number.startswith(_PERCENT):
        value = chinese_number(number[3:])
        return None if value is None else value.scaleb(-2)
    match = re.fullmatch(_VALUE, number)
    if match is None:
        return chinese_number(number)
    if len(match[1]) > MAX_DIGITS:
        return None
    power = {"%": -2, "‰": -3}.get(match[2]) or sum(
        _MAGNITUDES[mark] for mark in match[2] if mark in _MAGNITUDES
    )
    return Decimal(match[1]).scaleb(power)
