"""Read Chinese numerals strictly: only what is written as a number is one."""

from __future__ import annotations

import re
from decimal import Decimal

from tui.metrics.forms.base import exponent_of
from tui.report.numerals import MAX_DIGITS, MAX_NUMERALS, chinese_number

_DIGIT = "[一二两三四五六七八九]"
_SECTION = rf"(?:{_DIGIT}千)?零?(?:{_DIGIT}百)?零?(?:{_DIGIT}?十)?零?{_DIGIT}?"
_FRACTION = "点[零〇一二三四五六七八九]+"
_NUMERAL = re.compile(
    rf"(?![万亿百千零])(?:(?:{_SECTION}万)?零?{_SECTION}亿)?零?(?:{_SECTION}万)?零?{_SECTION}"
    rf"|(?!点)零?{_SECTION}万?零?{_SECTION}{_FRACTION}(?:万亿|亿|万)?"
)
#: Digit by digit: 一七一点八五亿, 一五一亿.
_DIGIT_BY_DIGIT = re.compile(
    rf"[一二三四五六七八九][零〇一二三四五六七八九]{{1,3}}(?:{_FRACTION}(?:万亿|亿|万)?|(?<=...)(?:亿|万))"
)
#: 十四五 is a plan of five years.
_PLANS = re.compile("(?<![一二三四五六七八九])十[一二三四五六]?五")
#: Two digits of which the second is one more: 三四十, 一万五六千, 十五六.
_EITHER = re.compile("一二|二三|三四|四五|五六|六七|七八|八九")
#: A last digit without its magnitude: 三千五 is 3,500.
_SHORT = re.compile(r"(?P<magnitude>[百千万亿])[二三四五六七八九]\Z")
_LOWER = {"百": "十", "千": "百", "万": "千", "亿": "千万"}


def numeral_values(text: str) -> tuple[Decimal, ...]:
    """Return the value of a numeral, both ends of one such as 三四十, nothing for other text."""
    if len(text) > MAX_NUMERALS:
        return ()
    text = text.replace("、", "").replace("万万", "亿")  # 六万万 is 600 million
    either = None if _DIGIT_BY_DIGIT.fullmatch(text) else _EITHER.search(text)
    if either is None:
        return _value(text)
    if _PLANS.fullmatch(text):
        return ()
    middle = either.start() + 1
    low = _value(text[:middle] + text[middle + 1 :])
    high = _value(text[: middle - 1] + text[middle:])
    return low + high if low and high else ()


def _value(text: str) -> tuple[Decimal, ...]:
    if not _NUMERAL.fullmatch(text) and not _DIGIT_BY_DIGIT.fullmatch(text):
        return ()
    short = _SHORT.search(text)
    value = chinese_number(text + _LOWER[short["magnitude"]] if short else text)
    is_too_long = value is not None and (value >= 10**MAX_DIGITS or -exponent_of(value) > MAX_DIGITS)
    return () if value is None or is_too_long else (value,)
