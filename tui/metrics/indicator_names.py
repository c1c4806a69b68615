"""Clean names of metrics and kinds of units, to look indicators up by them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from tui.metrics.units import base_quantity_power
from tui.report.numerals import half_width

#: A longer name is no indicator's.
MAX_NAME_CHARACTERS = 60
#: Spellings of one word, longer ones first; an example, and the same cleaned.
SPELLINGS = (
    ("国内生产总值", "GDP", "人均国内生产总值", "人均GDP"),
    ("地区生产总值", "GDP", "地区生产总值", "GDP"),
    ("国民生产总值", "国民生产总值", "国民生产总值", "国民生产总值"),
    ("生产总值", "GDP", "万元生产总值能耗", "万元GDP能耗"),
    ("规模以上", "规上", "规模以上工业增加值", "规上工业增加值"),
    ("研究与试验发展", "研发", "研究与试验发展经费支出", "研发经费支出"),
    ("人均年", "人均", "农村居民人均年纯收入", "农村居民人均纯收入"),
    ("R&D", "研发", "R&D经费支出", "研发经费支出"),
    ("电子商务", "电商", "跨境电子商务", "跨境电商"),
)
_COMMON = {spelling: common for spelling, common, _, _ in SPELLINGS}
_SPELLING = re.compile("|".join(_COMMON))
_IGNORED = re.compile(r"[\s“”‘’\"'《》〈〉的]+")
#: Remarks in brackets that say how a figure was computed, or from where on a short name is used.
_REMARKS = re.compile(r"\((?:下同|同口径|可比口径|可比价|现价|当年价|不变价|GDP|CPI|预计|预期)\)")
#: 占GDP比重 and 占GDP are the same.
_SHARE, _SHARE_TAIL = "占", re.compile(r"(?:比重|比例|份额)\Z")

#: Words before a name that say whose or when it is, or that it was reached; each with an example. Words for parts of a
#: place (市级, 区本级, 城区), for other years (上年) and for several years (五年, 累计, 年均) make another figure of it.
PREFIXES = (
    (r"[全我][国省市区县州盟旗]|[全我]兵团", "全市一般公共预算收入"),
    (r"本[省市区县州]", "本市生产总值"),
    (r"自治[区州县旗]", "自治区地区生产总值"),
    (r"全年|年度|年末|年底|期末|末", "末城镇登记失业率"),
    (r"其中|预计|预期|力争|确保|全力|争取", "预计社会消费品零售总额"),
    (r"实现|完成|达到|保持|稳定", "完成造林"),
)
#: Words behind a name that say how its growth was computed; each with an example.
SUFFIXES = (
    (r"同口径|按?可比口径(?:计算)?|按?可比价格?(?:计算)?|可比|同比", "一般公共预算收入同口径"),
    (r"实际|名义", "城镇居民人均可支配收入实际"),
    (r"预期|预计|[可有]望", "社会消费品零售总额预期"),
)
#: Words behind a name that make a figure of its growth, not of its level.
GROWTH_SUFFIXES = (
    (r"增长?速度?|增幅|增长率|涨幅|上涨幅度|升幅|上升幅度|降幅|下降率|下降幅度", "规模以上工业增加值增速"),
)
#: Names are cut at most so many times at each end.
_MAX_CUTS = 4

#: 郑州地区进出口总额 is that of 郑州市.
_REGION = "地区"
_PREFIX = re.compile("|".join(pattern for pattern, _ in PREFIXES))
_SUFFIX = re.compile(f"(?:{'|'.join(pattern for pattern, _ in SUFFIXES)})\\Z")
_GROWTH_SUFFIX = re.compile(f"(?:{'|'.join(pattern for pattern, _ in GROWTH_SUFFIXES)})\\Z")

#: Kinds of units, and the units without 万 and 亿 that are of them. 万 alone counts persons: 551万贫困人口.
UNIT_KINDS = {
    "currency_cny": ("元",),
    "currency_usd": ("美元",),
    "percent": ("%", "成"),
    "permille": ("‰",),
    "percentage_points": ("个百分点", "百分点"),
    "multiple": ("倍", "番"),
    "persons": ("人", "名", "位", "万"),
    "person_times": ("人次", "万"),
    "enterprises": ("家", "户", "个"),
    "households": ("户",),
    "dwellings": ("套", "间"),
    "items": ("个", "座", "处"),
    "incidents": ("起",),
    "patents": ("件",),
    "beds": ("张", "个"),
    "containers": ("标箱", "标准箱"),
    "area": ("亩", "公顷", "平方米", "平方公里", "平方千米"),
    "length": ("公里", "千米"),
    "mass": ("吨", "斤", "公斤", "千克"),
    "electricity": ("千瓦时", "度电"),
    "coal": ("吨标准煤", "吨标煤"),
    "concentration": ("微克/立方米", "μg/m3"),
    "days": ("天",),
    "years": ("岁",),
}
_KINDS_BY_UNIT = {
    unit: frozenset(kind for kind, units in UNIT_KINDS.items() if unit in units)
    for units in UNIT_KINDS.values()
    for unit in units
}


@lru_cache(maxsize=512)
def unit_kinds(unit: str) -> frozenset[str]:
    """Return the kinds a unit as printed may be of; empty for units of no indicator."""
    _, base = base_quantity_power(half_width(unit))
    return _KINDS_BY_UNIT.get(base or unit, frozenset())


def plain(name: str) -> str:
    """Return a name in one spelling and in capitals, without spaces, quotation marks and remarks."""
    text = _IGNORED.sub("", half_width(name)).upper()
    if "(" in text:
        text = _REMARKS.sub("", text)
    text = _SPELLING.sub(lambda match: _COMMON[match[0]], text)
    return _without_share_tail(text)


def forms_of(text: str, places: Collection[str] = ()) -> Iterator[tuple[str, bool]]:
    """Yield what may be an indicator's name in a plain name: the whole, then with less and less around it.

    Args:
        text: A name from :func:`plain`.
        places: Names of the report's own place.

    Yields:
        A form, and whether it had a suffix that makes a figure of its growth.
    """
    for tail_cut, is_growth in _without_suffixes(text):
        yield tail_cut, is_growth
        form = tail_cut
        for _ in range(_MAX_CUTS):
            rest = _without_prefix(form, places)
            if rest == form:
                break
            form = rest
            yield form, is_growth


def _without_prefix(form: str, places: Collection[str]) -> str:
    if match := _PREFIX.match(form):
        return form[match.end() :]
    whose = (each for place in places if place for each in (place, place[:-1] + _REGION))
    return next((form[len(each) :] for each in whose if form.startswith(each)), form)


def _without_suffixes(text: str) -> Iterator[tuple[str, bool]]:
    is_growth = False
    for _ in range(_MAX_CUTS):
        yield text, is_growth
        if match := _GROWTH_SUFFIX.search(text):
            is_growth = True
        else:
            match = _SUFFIX.search(text)
        if match is None or match.start() == 0:
            return
        text = _without_share_tail(text[: match.start()])


def _without_share_tail(text: str) -> str:
    tail = _SHARE_TAIL.search(text)
    if tail is None or _SHARE not in text[: tail.start() - 1]:
        return text
    return text[: tail.start()]
