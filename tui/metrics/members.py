"""Split a metric that is said of several indicators at once: 进出口总额和外贸出口均增长17%."""

from __future__ import annotations

import re

from tui.metrics.indicators import default_indicators
from tui.metrics.name_core import ANY_ACTION
from tui.metrics.years import years_of
from tui.report.model import Metric

#: Between members; not in 普及率, 和谐, 参与.
SEPARATORS = re.compile(r"、|(?<![共饱缓])和(?![谐睦])|(?<![参授])与|(?<![普涉以])及(?![格时])")
#: Of each of several things: 上市企业、高新技术企业各10家, 申请量、授权量均增长15%.
_EACH = re.compile(
    r"(?:(?:[均都]|双双)(?:[要实预]|实现|预计|同比|比上年|持续|继续|稳定|力争|确保)?(?:增长|增加|提高|提升|下降|降低|减少|达到?|完成|控制在|(?:保持|稳定|维持)在?|超过|高于|不低于|突破)?|各)[约近超]?\Z"
)
_MAX_EACH_CHARACTERS = 10
#: Names of rates, which are no sum: 群众安全感、满意度保持在98%以上.
_RATE = re.compile(r"[率度感]\Z")
#: What is measured of all things of a list, at its end: 装备制造业、特色食品业总产值; and how names end that say it themselves.
_MEASURED = re.compile(r"(?:总?产值|增加值|(?:主营业务|营业|销售)?收入|投资|产量|销售额|交易额)\Z")
_SAYS_MEASURE = re.compile(r"[量额率数值资入口款税费润度感积][^\u4e00-\u9fff]*\Z")
_YUAN = "元"
#: Characters of each name at least; shorter ones end as the last one does: 医疗、失业保险.
_MIN_CHARACTERS = 3
#: Characters that members may share at their ends: 二氧化硫、化学需氧量排放量.
_TAIL_CHARACTERS = range(2, 5)


def members_of(metric: Metric, text: str) -> tuple[Metric, ...]:
    """Return a metric for each indicator its name lists; only the metric itself if it lists none, or also other things."""
    if metric.canonical or not SEPARATORS.search(metric.indicator):
        return (metric,)
    if _EACH.search(text, max(0, metric.start - _MAX_EACH_CHARACTERS), metric.start):
        return _each(metric)
    names = SEPARATORS.split(metric.indicator)
    found = [_member(metric, name, names[-1]) for name in names]
    members = tuple(member for member in found if member is not None)
    if len(members) == len(names):
        return members
    are_rates = metric.measure == "share" and all(map(_RATE.search, names))
    return _each(metric) if are_rates else (metric,)


def _each(metric: Metric) -> tuple[Metric, ...]:
    """Return a metric for each thing of which there are so many: 新增持牌金融机构、上市企业各10家."""
    names = SEPARATORS.split(metric.indicator)
    is_counted = metric.measure == "level" and not metric.unit.endswith(_YUAN)
    action = ANY_ACTION.match(names[0]) if is_counted else None
    verb = action[0] if action else ""
    last = names[-1]
    if not is_counted and metric.measure == "level" and min(map(len, names)) < _MIN_CHARACTERS:
        return (metric,)
    names = [name if len(name) >= _MIN_CHARACTERS else name + last[len(name) :] for name in names]
    if min(map(len, names)) < _MIN_CHARACTERS:
        return (metric,)
    measured = _MEASURED.search(last)
    if measured is not None:
        names = [name if _is_measured(metric, name) else name + measured[0] for name in names]
    return tuple(
        metric._replace(indicator=name if index == 0 or ANY_ACTION.match(name) else verb + name)
        for index, name in enumerate(names)
    )


def _is_measured(metric: Metric, name: str) -> bool:
    """Tell whether a name says what is measured of a thing."""
    return bool(_SAYS_MEASURE.search(name)) or _member(metric, name, name) is not None


def _member(metric: Metric, name: str, last: str) -> Metric | None:
    years = years_of(metric.period)
    # 城镇和农村居民人均可支配收入: what is behind a word as long is said of both.
    tails = ["", last[len(name) :], *(last[-length:] for length in _TAIL_CHARACTERS if len(last) > length)]
    for tail in tails:
        full = name if name is last else name + tail
        found = default_indicators().find(full, metric.unit, metric.measure, years[1] if years else None)
        if found is not None:
            return metric._replace(indicator=full, canonical=found.id)
    return None
