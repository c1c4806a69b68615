"""Find quantities in Chinese numerals: 百分之三, 三分之一, 七成, 四百七十七万人, 三四十家.

Reports up to the 1980s write all their figures so. In others such a number is often part of a name (十项行动,
二十条措施), so numbers below a hundred count only with a unit of measure, or with a counting word that programmes are
not counted by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from tui.metrics.forms.base import HAN, MORE, NO_THINGS, Quantity, qualifier_of
from tui.metrics.forms.numerals import numeral_values
from tui.metrics.units import COUNTED, RATES, TENTH, UNIT
from tui.report.numerals import CHINESE_NUMBER

_CN = CHINESE_NUMBER
#: One numeral alone is a figure only before some units.
_START = re.compile(
    rf"{_CN}(?={_CN}|、{_CN}|{MORE}|分之|成|倍|个百分点|百分点|个月|公|平方|立方|千|小时)|翻(?=[了将近约一两二三四])"
)
_RATE = re.compile(
    rf"(?P<base>[百千万])分之(?P<rate>{_CN}++(?:、[二三四五六七八九](?!{_CN}))?)(?:[到至](?P<high>{_CN}++)(?!分之|[年月日号个]))?"
    rf"(?P<more>{MORE})?"
    rf"|(?P<bottom>[二三四五六七八九]?十?[二三四五六七八九十])分之(?P<top>[一二三四五六七八九]?十?[一二三四五六七八九])(?!{_CN})"
    rf"|(?P<tenths>[一二两三四五六七八九]{{1,2}}){TENTH}"
    r"|翻了?(?:将近|近|约)?(?P<doublings>[一两二三四])番"
)
_PER = {"百": "%", "千": "‰", "万": "/10000"}
#: 四百七十七, 三、四十, 五千多万.
_NUMERAL = re.compile(
    rf"(?P<number>(?:(?<=[\u4e00-\u9fff,，])[一二三四五六七八]、(?=[二三四五六七八九](?:[十百千万亿元]|{UNIT})))?{_CN}++)(?P<more>{MORE})?(?P<scale>万亿|亿|万)?"
)
_UNIT = re.compile(f"(?:{UNIT})(?!{NO_THINGS})")
#: Behind a bare number of ten thousands or more: 减少员额一百万, 一百万以上的干部, 五百万知识青年.
_BARE = re.compile(
    rf"(?=[,，。、;；到至])|以上|以下|左右|(?={HAN})(?!年|[水火花众紫]|一|事|物|能|分|级|层|产业|园|企业|集群|项目|工程|城|强)"
)
#: 几十个 and 数百人 are no exact numbers; 总数五万人 is one.
_SOME, _LARGE = frozenset("几数"), frozenset("十百千万亿")
_QUOTED = frozenset("“”‘’\"'《》")
#: Units that measure even with a number below ten; 三元 and 一方 are parts of other words.
_SMALL_TOO = frozenset({
    "个百分点", "百分点", "倍", "公里", "千米", "公斤", "平方公里", "平方米", "立方米", "公顷", "公尺", "平方公尺", "公担", "个月",
    "千瓦",
})  # fmt: skip
#: Counting words of programmes, articles, meetings and places, and times that name services (十五分钟生活圈), which are no
#: figures below a hundred; 项 is none below twenty, and 五百亿级 and 十亿元级 never.
_OF_NAMES = frozenset("条件次路村层面批期轮片届班团校门口类支张本列首") | {"分钟", "小时"}
_LEVEL = "级"
_FEWEST_MEASURED, _FEWEST_COUNTED, _FEWEST_ITEMS, _FEWEST_OF_NAMES = 10, 11, 20, 100
_MYRIADS = frozenset("万亿")


class _Found(NamedTuple):
    """What stands at an offset: where it ends, and its values and unit; no values where it is no quantity."""

    end: int
    values: tuple[Decimal, ...] = ()
    unit: str = ""
    is_more: bool = False


def quantities_in_chinese(half: str) -> Iterator[Quantity]:
    """Yield the quantities in Chinese numerals, in order."""
    reached = 0
    for start in _START.finditer(half):
        at = start.start()
        if at < reached:
            continue
        found = _rate(half, at) or _counted(half, at)
        reached = found.end
        if found.values and not (at and half[at - 1] in _QUOTED):  # “二分之一”工作法 is a name
            qualifier = qualifier_of(half, at, found.end, is_more=found.is_more)
            yield Quantity(at, found.end, found.values, found.unit, qualifier, "chinese")


def _rate(half: str, at: int) -> _Found | None:
    """Read what is written with its unit: 百分之三, 三分之一, 七成, 翻一番."""
    match = _RATE.match(half, at)
    if match is None:
        return None
    if match["base"]:
        return _per_hundred(match)
    if match["top"]:
        bottom, top = numeral_values(match["bottom"]), numeral_values(match["top"])
        return _Found(match.end(), top if bottom else (), f"/{bottom[0]}" if bottom else "")
    number, unit = match["tenths"] or match["doublings"], match[0][-1]
    return _Found(match.end(), numeral_values(number), unit)


def _per_hundred(match: re.Match[str]) -> _Found:
    is_whole = match["rate"] == match["base"] == "百"  # 百分之百
    values = (Decimal(100),) if is_whole else numeral_values(match["rate"])
    end = match.end("rate")
    if not values:  # 百分之三、七: a list, not a range
        values = numeral_values(match["rate"].partition("、")[0])
        end = match.start("rate") + len(match["rate"].partition("、")[0])
    elif match["high"] and (high := numeral_values(match["high"])) and high[-1] > values[0]:
        values, end = (values[0], high[-1]), match.end("high")
    elif match["high"] is None and match["more"]:
        end = match.end()
    return _Found(end, values, _PER[match["base"]], end == match.end("more"))


def _counted(half: str, at: int) -> _Found:
    """Read a number with the unit behind it, or a large one without."""
    match = _NUMERAL.match(half, at)
    if match is None:
        return _Found(at + 1)
    number, end = match["number"], match.end()
    before = half[at - 1] if at else ""
    if before == "第" or before.isdigit() or (before in _SOME and number[0] in _LARGE):
        return _Found(end)
    unit = _UNIT.match(half, end)
    if unit is None and end == match.end("number") and number[1:].endswith("千"):
        unit = _UNIT.match(half, end - 1)  # the unit begins with a numeral: 五十千瓦
        number = number[:-1] if unit else number
    values = numeral_values(number + (match["scale"] or ""))
    if unit is None:
        is_bare = match["scale"] or (number[-1] in _MYRIADS and number != "十万")  # 十万大山
        return _Found(end, values if is_bare and _BARE.match(half, end) else (), "", bool(match["more"]))
    if half.startswith(_LEVEL, unit.end()) or not _is_figure(values, unit[0], number):
        return _Found(end)
    end = unit.end()
    if unit[0] == "倍" and half.startswith("半", end):
        values, end = (values[0] + Decimal("0.5"),), end + 1
    return _Found(end, values, unit[0], bool(match["more"]))


def _is_figure(values: tuple[Decimal, ...], unit: str, number: str) -> bool:
    """Tell whether a number with its unit is a figure, not part of a name or a word."""
    if not values or unit == _LEVEL:
        return False
    if "点" in number or unit in _SMALL_TOO:
        return "点" in number or unit in RATES or values[-1] > 1  # 最后一公里
    return values[-1] >= _fewest(unit)


def _fewest(unit: str) -> int:
    """Return the smallest number that is a figure with a unit."""
    if unit in _OF_NAMES:
        return _FEWEST_OF_NAMES
    if unit == "项":
        return _FEWEST_ITEMS
    return _FEWEST_COUNTED if unit in COUNTED else _FEWEST_MEASURED
