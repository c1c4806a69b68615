"""Find quantities: numbers with their units.

Only what counts or measures something is a quantity. Years, dates, ordinals (第38), names and codes (PM2.5, 1号线,
“1+4”, 12345热线, 220千伏) have no unit of :mod:`tui.metrics.units`, or stand beside a letter, a plus sign, 第 or 前,
and so never match. Chinese numerals count if they are rates (百分之三, 三分之一, 七成), or reach hundreds and have a
unit: 三个, 十条 and 千方百计 are no quantities.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple

from tui.metrics.units import MAGNITUDE, TENTH, UNIT
from tui.report.model import Qualifier
from tui.report.numerals import CHINESE_NUMBER, MAX_DIGITS, MAX_NUMERALS, chinese_number, half_width

#: Possessive here and below: backtracking into a run never helps, and would take quadratic time.
_NUMBER = r"(?:\d{1,3}(?:,\d{3})++(?![\d,])|\d++)(?:\.\d++)?+"
#: Skipped as a whole: no number of a report is so long.
_TOO_LONG = rf"\d{{1,3}}(?:,\d{{3}}){{{MAX_DIGITS // 3 + 1},}}+"
_AFTER_NUMBER = r"(?P<{}>左右|上下|以上|及以上|以下|以内|以外)?"
_CN = CHINESE_NUMBER
#: A space inside a quantity. A line break is none, since a quote is one line.
_SPACE = r"[ \t\u3000\xa0]"
_DIGITS = re.compile(
    rf"(?<![\dA-Za-z.+＋第前“《])"
    rf"(?:(?P<too_long>{_TOO_LONG})|(?P<low>{_NUMBER})(?:%?{_SPACE}?(?:-|—{{1,2}}|~|〜|至|到){_SPACE}?(?P<high>{_NUMBER}))?"
    rf"{_SPACE}?(?P<more>[余多几])?(?P<unit>(?:{MAGNITUDE})?(?P<more_inside>[余多几])?(?:{UNIT})|"
    # 6600多万纳税人: so many ten thousands of what follows.
    rf"(?:万亿|亿|万)(?=[余多几]?[\u4e00-\u9fff])(?!元|千伏|千瓦))"
    rf"{_AFTER_NUMBER.format('after')}"
    rf"(?!方面|大方面|方向|层面|阶段|个方面))"  # 7个方面 counts headings, not things
)
_FRACTION = re.compile(r"(?<![\d/.A-Za-z-])(?P<top>\d)/(?P<bottom>\d)(?![\d/])(?P<after>左右|以上|以下)?")
_RANK = re.compile(r"第(?P<place>\d{1,3})(?P<unit>位|名)")
_RANKED = re.compile(r"(?:居|列|排名|排在|排|位|跃至|升至|前进到|提升到|名列|跻身)[^,，。;；]{0,14}$")
_CHINESE = re.compile(
    rf"(?<![第几数\d])(?:(?P<too_long>{_CN}{{{MAX_NUMERALS + 1},}}+)"
    rf"|百分之(?P<percent>{_CN}++)|千分之(?P<permille>{_CN}++)"
    rf"|(?P<bottom>[二三四五六七八九十])分之(?P<top>[一二三四五六七八九])"
    rf"|(?P<tenths>[一二两三四五六七八九])(?P<tenths_unit>{TENTH})"
    rf"|翻(?P<doublings>[一两二三])(?P<doublings_unit>番)"
    rf"|(?P<times>{_CN}++)(?P<times_unit>倍)"
    # A unit may begin with a numeral: 五十千瓦.
    rf"|(?P<number>[零一二两三四五六七八九十](?:{_CN}*+(?=[余多几]?(?:{UNIT}))|(?:{_CN}(?={_CN}))*+))"
    rf"(?P<more>[余多几])?(?P<unit>{UNIT}))"
    rf"{_AFTER_NUMBER.format('after')}"
)
#: Words before a number that qualify it, of up to three characters; the longest decides.
_BEFORE: dict[str, Qualifier] = {
    "不低于": "at_least", "不少于": "at_least", "不小于": "at_least", "至少": "at_least", "力争": "about",
    "不超过": "at_most", "不高于": "at_most", "不突破": "at_most", "控制在": "at_most", "超过": "over", "突破": "over",
    "高于": "over", "低于": "under", "接近": "nearly", "大约": "about", "将近": "nearly", "超": "over",
    "逾": "over", "近": "nearly", "约": "about",
}  # fmt: skip
_AFTER: dict[str, Qualifier] = {
    "左右": "about", "上下": "about", "以上": "at_least", "及以上": "at_least", "以外": "over", "以下": "under", "以内": "at_most",
}  # fmt: skip
_MORE = re.compile("[余多几]")
_LARGE = re.compile("[百千万亿]")
_DIGIT_RUN = re.compile(r"\d+")
_CHINESE_START = re.compile(f"{CHINESE_NUMBER}|翻")
_QUOTED = "“”‘’\"'《》"


class Quantity(NamedTuple):
    """A number with its unit; half-open offsets of the two together.

    Attributes:
        start: First digit.
        end: One past the unit.
        value: One number, or the two ends of a range.
        unit: As printed, without 余 and 多; ``%`` for 百分之, ``/3`` for 三分之: the value is exact.
        qualifier: From the words around it.
        rule: Its form: ``digits``, ``fraction``, ``rank`` or ``chinese``.
    """

    start: int
    end: int
    value: tuple[Decimal, ...]
    unit: str
    qualifier: Qualifier
    rule: str = "digits"


def find_quantities(text: str) -> Iterator[Quantity]:
    """Yield the quantities of a text, in order, none overlapping."""
    half = half_width(text)
    quantities = sorted(
        (quantity for find, _, _ in FORMS for quantity in find(half)),
        key=lambda quantity: (quantity.start, -quantity.end),
    )
    reached = 0
    for quantity in quantities:
        if quantity.start >= reached:
            reached = quantity.end
            yield quantity


def _in_digits(half: str) -> Iterator[Quantity]:
    for match in _at_starts(_DIGITS, _DIGIT_RUN, half):
        ends = [number.replace(",", "") for number in (match["low"], match["high"]) if number]
        if not ends or any(len(number.replace(".", "")) > MAX_DIGITS for number in ends):
            continue
        value = tuple(map(Decimal, ends))
        unit = _MORE.sub("", match["unit"])
        yield Quantity(match.start(), match.end("unit"), value, unit, _qualifier(half, match))


def _at_starts(pattern: re.Pattern[str], starts: re.Pattern[str], half: str) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern that can start only where another one does, which is found much faster."""
    reached = 0
    for start in starts.finditer(half):
        if start.start() >= reached and (match := pattern.match(half, start.start())):
            reached = match.end()
            yield match


def _fractions(half: str) -> Iterator[Quantity]:
    if "/" not in half:
        return
    for match in _FRACTION.finditer(half):
        if int(match["top"]) < int(match["bottom"]):
            value, unit = (Decimal(match["top"]),), f"/{match['bottom']}"
            qualifier = _AFTER.get(match["after"] or "", "exact")
            yield Quantity(match.start(), match.end("bottom"), value, unit, qualifier, "fraction")


def _ranks(half: str) -> Iterator[Quantity]:
    for match in _RANK.finditer(half):
        if _RANKED.search(half, max(0, match.start() - 24), match.start()):
            place = (Decimal(match["place"]),)
            yield Quantity(match.start("place"), match.end(), place, match["unit"], "exact", "rank")


def _in_chinese(half: str) -> Iterator[Quantity]:
    for match in _at_starts(_CHINESE, _CHINESE_START, half):
        if match["too_long"] or (match.start() and half[match.start() - 1] in _QUOTED):
            continue  # “二分之一”工作法 is a name
        value, unit, end = _chinese_value(match)
        if value is not None:
            yield Quantity(match.start(), end, (value,), unit, _qualifier(half, match), "chinese")


def _chinese_value(match: re.Match[str]) -> tuple[Decimal | None, str, int]:
    """Return the value, the unit, and the end of the two."""
    for name, unit in (("percent", "%"), ("permille", "‰")):
        if match[name]:
            return chinese_number(match[name]), unit, match.end(name)
    if match["top"]:
        return chinese_number(match["top"]), f"/{chinese_number(match['bottom'])}", match.end("top")
    for name in ("tenths", "doublings", "times"):
        if match[name]:
            return chinese_number(match[name]), match[f"{name}_unit"], match.end(f"{name}_unit")
    if not _LARGE.search(match["number"]):
        return None, "", match.end()
    number, unit = match["number"], match["unit"]
    if match["more"] and unit[0] in "万亿" and len(unit) > 1:  # 五千多万元
        number, unit = number + unit[0], unit[1:]
    return chinese_number(number), unit, match.end("unit")


def _qualifier(half: str, match: re.Match[str]) -> Qualifier:
    if match["after"]:
        return _AFTER[match["after"]]
    start = match.start()
    for size in (3, 2, 1):
        qualifier = _BEFORE.get(half[max(0, start - size) : start])
        if qualifier is not None:
            return qualifier
    more = match["more"] or match.groupdict().get("more_inside")
    return "more" if more else "exact"


#: The forms in which quantities are written: what yields them, an example, and the quantity in it.
FORMS: tuple[tuple[Callable[[str], Iterator[Quantity]], str, str], ...] = (
    (_in_digits, "完成26.12亿元", "26.12亿元"),
    (_fractions, "力争1/3左右进入前列", "1/3"),
    (_ranks, "排名全省第69位", "69位"),
    (_in_chinese, "安排四百七十七万人就业", "四百七十七万人"),
)
