"""What all forms share: the quantity they find, the words around it that qualify it, and how they search."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from tui.report.model import Qualifier

#: A space inside a quantity. A line break is none, since a quote is one line.
SPACE = r"[ \t\u3000\xa0\u2009\u202f]"
#: A Chinese character.
HAN = r"[\u4e00-\u9fff]"
#: More than the number: 50多家.
MORE = "[余多几]"
#: What is counted like things and is none: 7个方面 counts headings.
NO_THINGS = "大?方面|方向|层面|阶段"
#: Words behind a quantity that qualify it.
AFTER = "左右|上下|以上|及以上|以下|以内|以外"
#: Words before a number that qualify it, of up to three characters; the longest decides.
_BEFORE: dict[str, Qualifier] = {
    "不低于": "at_least", "不少于": "at_least", "不小于": "at_least", "至少": "at_least",
    "不超过": "at_most", "不高于": "at_most", "不突破": "at_most", "控制在": "at_most", "超过": "over", "突破": "over",
    "高于": "over", "低于": "under", "接近": "nearly", "大约": "about", "将近": "nearly", "超": "over",
    "逾": "over", "近": "nearly", "约": "about", "约为": "about", "大约为": "about", "约占": "about", "约达": "about",
}  # fmt: skip
_AFTER: dict[str, Qualifier] = {
    "左右": "about", "上下": "about", "以上": "at_least", "及以上": "at_least", "以外": "over", "以下": "under", "以内": "at_most",
    "多": "more",
}  # fmt: skip
#: A multiple or a rate may have 多 behind its unit: 三倍多.
_BEHIND = re.compile(rf"{AFTER}|(?<=[倍番%])多")
#: 签约62个, 节约4亿元.
_OTHER_WORDS = re.compile(r"(?:[签节预履合]约|[附最就]近)\Z")
#: Words before a large number or an amount of money that was passed: 产值过百亿元, 迈上万亿元台阶.
_PASSED = re.compile(r"(?:(?<![通经穿渡超不])过|首破|(?:[迈跨跃登站]上|跨越)了?)\Z")
_LARGE = re.compile(r"[百千万亿]|[元吨]\Z")
_MAX_PASSED_CHARACTERS = 4
_MAX_BEFORE_CHARACTERS = max(map(len, _BEFORE))


class Quantity(NamedTuple):
    """A number with its unit; half-open offsets of the two together.

    Attributes:
        start: First digit.
        end: One past the unit.
        value: One number, the two ends of a range, or the parts of a ratio.
        unit: As printed, without 余 and 多; ``%`` for 百分之, ``/3`` for 三分之: the value is exact.
        qualifier: From the words around it.
        rule: Its form: ``digits``, ``fraction``, ``rank``, ``ratio`` or ``chinese``.
    """

    start: int
    end: int
    value: tuple[Decimal, ...]
    unit: str
    qualifier: Qualifier
    rule: str = "digits"


def exponent_of(value: Decimal) -> int:
    """Return the power of ten of the last digit of a number: -2 for 0.25."""
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def qualifier_of(half: str, start: int, end: int, *, is_more: bool = False) -> Qualifier:
    """Return what the words around a number and its unit say of it.

    Args:
        half: The text.
        start: Where the number starts.
        end: Where its unit ends.
        is_more: Whether 余, 多 or 几 stands in it.
    """
    behind = _BEHIND.match(half, end)
    if behind:
        return _AFTER[behind[0]]
    for size in range(_MAX_BEFORE_CHARACTERS, 0, -1):
        qualifier = _BEFORE.get(half[max(0, start - size) : start])
        if qualifier is not None and not _OTHER_WORDS.search(half, max(0, start - 2), start):
            return qualifier
    if _PASSED.search(half, max(0, start - _MAX_PASSED_CHARACTERS), start) and _LARGE.search(half[start:end]):
        return "over"
    return "more" if is_more else "exact"


def matches_at(pattern: re.Pattern[str], starts: re.Pattern[str], half: str) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern that can start only where another one does, which is found much faster."""
    reached = 0
    for start in starts.finditer(half):
        if start.start() >= reached and (match := pattern.match(half, start.start())):
            reached = match.end()
            yield match
