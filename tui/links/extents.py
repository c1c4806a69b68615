"""Tell whether two metrics of one report are of another extent: 市区 and the whole city, 城镇 and all, two things and one of them."""

from __future__ import annotations

import re

from tui.links.contexts import MetricContext
from tui.links.scoring import same_in_use
from tui.links.wording import same_words
from tui.messages import metrics as messages
from tui.metrics.members import SEPARATORS
from tui.metrics.name_core import core_of

#: What a metric may be of only: 市区新增公共停车位.
_EXTENT = re.compile("城镇|城市|城乡|农村|规模以上|限额以上|[市城]区|建成区|园区|县域")
_SAME_EXTENT = {"城市": "城镇", "城区": "市区"}
#: What always grows at comparable prices.
_REAL = re.compile("增加值|生产总值|GDP")
#: Said of what is counted, not of prices.
_COMPARABLE = re.compile("同口径|可比(?!价)")


def differs_in_extent(target: MetricContext, actual: MetricContext) -> bool:
    """Tell whether only one of two metrics is said to be of a part, or of several things; main indicators are defined."""
    is_known = bool(target.indicator) and target.indicator == actual.indicator
    if is_known or same_in_use(target, actual):
        return False
    return any(
        _is_one_of(one, other) or _is_narrower(one, other)
        for one, other in ((target, actual), (actual, target))
    )


def _is_one_of(one: MetricContext, other: MetricContext) -> bool:
    """Tell whether one metric is only of one of the things that another lists: 幸福食堂, of 养老服务中心、幸福食堂."""
    if one.side.core == other.side.core:
        return False
    things = [core_of(name).text for name in SEPARATORS.split(other.side.metric.indicator)]
    return len(list(filter(None, things))) > 1 and one.side.core in things


def _is_narrower(one: MetricContext, other: MetricContext) -> bool:
    extents = _extents_of(one.side.metric.indicator)
    return bool(extents) and not extents <= _extents_of(
        other.side.metric.indicator + other.side.around + other.headline
    )


def _extents_of(words: str) -> set[str]:
    return {_SAME_EXTENT.get(word, word) for word in _EXTENT.findall(same_words(words))}


def is_on_another_basis(target: MetricContext, actual: MetricContext) -> bool:
    """Tell whether only one of two metrics is said on a comparable basis: 同口径增长5%."""
    is_real = all(_REAL.search(context.side.metric.indicator) for context in (target, actual))
    return not is_real and _is_comparable(target) != _is_comparable(actual)


def basis_note(actual: MetricContext) -> str:
    """Say which of two metrics is said on a comparable basis."""
    return (
        messages.ONLY_ACTUAL_IS_COMPARABLE if _is_comparable(actual) else messages.ONLY_TARGET_IS_COMPARABLE
    )


def _is_comparable(context: MetricContext) -> bool:
    return _COMPARABLE.search(context.before) is not None
