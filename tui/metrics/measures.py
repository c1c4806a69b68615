"""Tell what kind of statement a quantity is: a level, growth, a share, plan completion, a rank or a multiple.

The words right before the number decide.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from tui.metrics.quantity import Quantity
from tui.metrics.units import COUNTED, PLACE, RATES
from tui.report.model import Direction, Measure, Qualifier, Status

_UP = "增 ?长|增加(?!值)|提高|提升|上升|上涨|攀升|扩大|增产|增收|上调|增值(?!率)|递增|净增|多增|同比增|比增|年增|^增|增速|增幅|涨幅|增长率"
_DOWN = "下降|降低|减少|压缩|缩短|压减|削减|回落|放缓|放慢|收窄|下调|下滑|负增长|减产|递减|缩减|降幅|减幅|同比降|减排|降|后移"
#: 增长8%, 下降约5%, 增速达15%, 年均分别增长7.5%: the verb speaks of the number behind it.
_GROWS = re.compile(
    rf"(?:{_UP}|{_DOWN})(?:率|了|达到?|为|约|近|超过?|逾|不低于|不少于|控制在|保持在|在|左右|均|分别)*$"
)
_FALLS = re.compile(rf"(?:{_DOWN})[^,，;；、]{{0,6}}$")
#: 提高到35%, 下降至53.4%, 由65%降为60%: not how much it changed but where it came to stand.
_ARRIVES = re.compile(
    rf"(?:{_UP}|{_DOWN}|升|增|扩|达|恢复|稳定|保持|控制)[^,，;；、]{{0,2}}(?:到|至|为|在)[^,，;；、]{{0,3}}$"
)
#: 增速提高到15%: what came to stand there is itself growth; 加快1.7个百分点: so is what it quickened by, and 增长保持在7%.
_OF_GROWTH = re.compile(
    r"(?:增速|增幅|涨幅|降幅|(?<!自然)增长率|增长速度)[^,，;；、]{0,6}$|加快[了约近]?$"
    r"|增长(?:保持|稳定|控制|维持)在[^,，;；、]{0,2}$"
)
#: 人口自然增长率6‰ is a level, whatever it is called.
_NATURAL_GROWTH = re.compile(r"自然增长率[^,，;；、增降升减]{0,6}\Z")
#: 13.2%的增长速度.
_GROWS_BEHIND = re.compile("(?:左右|以上)?的(?:年均|平均|同比)?(?:增长|增速|增幅|速度)(?!(?:下降|递减|减少))")
#: 改造提升8万亩, 提升20个市场: that many were improved; 比上年提高30个 is growth.
_IMPROVES = re.compile(r"(?:提升|提高)\Z")
_IMPROVES_TWICE = re.compile(r"(?:改造|整修|完善|编制|巩固|优化|整治|质量|风貌)(?:提升|提高)\Z")
_COMPARED = re.compile(r"[比较]")
#: 增速高于全国0.5个百分点: how far it is from another.
_IS_APART = re.compile(
    r"(?:高于|低于|快于|慢于|高出|好于|超过?|(?<![提增升])高|(?<!降)低|(?<!加)快|(?<!放)慢)[^,，;；、增降提减升涨]{0,10}\Z"
)
#: PM2.5浓度改善44.4%: what is better the lower it is has fallen.
_IMPROVES_BY_FALLING = re.compile(
    r"(?:浓度|PM ?(?:2\.5|10)|细颗粒物|空气质量(?:综合)?指数|水质(?:综合|污染)?指数)[^,，;；、]{0,8}改善了?[约近]?\Z"
)
#: 增长1.45倍 is growth, 翻一番 and 是上年的1.4倍 are not.
_TIMES, _DOUBLINGS = "倍", "番"
#: 排名第98、增41位: by how many places.
_IN_RANK = re.compile("(?:增|升|前移|前进|进位|后移|降)\\Z")
_POINTS = frozenset({"个百分点", "百分点", "个千分点", "千分点"})
#: 完成年度目标的, 分别占年度任务的: what is measured stands before it, or in the clause before.
COMPLETES = re.compile(
    r"(?:分别|均)?(?:(?:占|完成|为|达到?)?(?:全年|年度|年初|年|市定|省定|既定|预定|计划|预算|调整|变动)*(?:目标|任务|计划|预算)(?:任务|目标)?[数量]?的"
    r"|(?<!超额)(?:占|完成)(?:全年|年度|年初|年|调整|变动)*(?:目标|任务|计划|预算)(?:任务|目标)?[数量]?)$"
)
#: 控制在3%以内 is a ceiling also where it is a result.
_RESULTS: frozenset[Status] = frozenset({"achieved", "background"})
_KEPT_AT = re.compile(r"控制在\Z")
_CEILING = re.compile("以内|以下")


def _is_rate(quantity: Quantity) -> bool:
    return quantity.unit in RATES or quantity.unit.startswith("/")


def _completes(quantity: Quantity, before: str) -> bool:
    return _is_rate(quantity) and bool(COMPLETES.search(before))


def _is_multiple(quantity: Quantity, before: str) -> bool:
    return quantity.unit == _DOUBLINGS or (quantity.unit == _TIMES and not _grows(quantity, before))


def _grows(quantity: Quantity, before: str) -> bool:
    if quantity.unit in _POINTS and _IS_APART.search(before):
        return False
    if quantity.unit in RATES and _IMPROVES_BY_FALLING.search(before):
        return True
    if _improves_things(quantity, before) or _NATURAL_GROWTH.search(before):
        return False
    if quantity.unit == PLACE and _IN_RANK.search(before):
        return True
    if _GROWS.search(before) and not _ARRIVES.search(before):
        return True
    return quantity.unit in RATES and bool(_OF_GROWTH.search(before))


def _improves_things(quantity: Quantity, before: str) -> bool:
    if quantity.unit in RATES or not _IMPROVES.search(before):
        return False
    is_counted = quantity.unit in COUNTED and quantity.unit != PLACE and not _COMPARED.search(before)
    return is_counted or bool(_IMPROVES_TWICE.search(before))


#: Kinds of statements, whether a quantity with its clause before it is of one, and an example; the first counts.
MEASURE_RULES: tuple[tuple[Measure, Callable[[Quantity, str], bool], str], ...] = (
    ("rank", lambda quantity, _: quantity.rule == "rank", "居全省第2位。"),
    ("ratio", lambda quantity, _: quantity.rule == "ratio", "三次产业比调整为8.2∶41.8∶50。"),
    ("multiple", _is_multiple, "是上年的1.4倍。"),
    ("completion", _completes, "完成年度任务的126%。"),
    ("growth", _grows, "投资增长8%。"),
    ("share", lambda quantity, _: _is_rate(quantity), "失业率下降到3.5%。"),
    ("level", lambda *_: True, "建成公园5个。"),
)


def measure_of(quantity: Quantity, before: str, after: str = "") -> tuple[Measure, Direction | None]:
    """Return the kind of a quantity by the words around it, and for growth the direction.

    Args:
        quantity: The number with its unit.
        before: Its clause up to it.
        after: The text behind it.
    """
    before = before.rstrip()
    measure = next(measure for measure, applies, _ in MEASURE_RULES if applies(quantity, before))
    if measure == "growth":
        return measure, "down" if _FALLS.search(before) or _IMPROVES_BY_FALLING.search(before) else "up"
    is_growth = measure == "share" and quantity.unit in RATES and _GROWS_BEHIND.match(after)
    return ("growth", "up") if is_growth else (measure, None)


def qualifier_of_status(quantity: Quantity, before: str, after: str, status: Status) -> Qualifier:
    """Return the qualifier of a quantity; 控制在3% is a ceiling in a plan, and of a result the number itself.

    Args:
        quantity: The number with its unit.
        before: Its clause up to it.
        after: The text behind it.
        status: Whether it is a result.
    """
    is_kept = bool(_KEPT_AT.search(before.rstrip())) and not _CEILING.match(after)
    is_result = status in _RESULTS and quantity.qualifier == "at_most"
    return "exact" if is_result and is_kept else quantity.qualifier
