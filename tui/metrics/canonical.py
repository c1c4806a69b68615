"""Give the metrics of a report the ids of the indicators they state."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.metrics.indicators import Indicators
from tui.metrics.years import years_of
from tui.report.model import Metric, Report

#: A name that is an indicator's only beside all trade: 进出口总额增长5%，其中出口增长8%. Alone it may be of a product.
_EXPORTS, _ALL_EXPORTS = "出口", "出口总额"
_TRADE = ("trade_total", "exports")
#: 居民消费价格指数控制在3%: so small an index is what it rises by, in percent; a real one is about 100.
_PRICE_INDEX, _MAX_RISE = ("价格指数", "价格总指数"), 50
#: 经济增长预期目标为7%: what the number is one of is growth.
_GROWTH = "增长"
#: 地域财政收入增长9%，其中地方一般预算收入增长8%: whatever it is called, it is that of the place.
_REVENUE = ("财政收入", "财政总收入")
#: 来源于广州地区的财政总收入: what of it is the place's own is stated behind it.
_SOURCE = re.compile("来?源于[^的]{1,10}的")
#: Characters between two figures of one list at most.
_LIST_CHARACTERS = 30


def with_canonical_ids(report: Report, indicators: Indicators) -> Report:
    """Return a report whose metrics have the ids of a table of indicators; those none of them states have none."""
    return report._replace(metrics=tuple(_with_ids(report, indicators)))


def _with_ids(report: Report, indicators: Indicators) -> Iterator[Metric]:
    trade_end = -_LIST_CHARACTERS  # where the last figure of trade ended
    for metric in report.metrics:
        is_beside_trade = metric.start - trade_end < _LIST_CHARACTERS
        found = metric._replace(canonical=_id_of(metric, report, indicators, is_beside_trade))
        if found.canonical in _TRADE:
            trade_end = found.end
        yield found


def _id_of(metric: Metric, report: Report, indicators: Indicators, is_beside_trade: bool) -> str:
    years = years_of(metric.period)
    is_rise = metric.indicator.endswith(_GROWTH) or (
        metric.indicator.endswith(_PRICE_INDEX) and metric.value[0] < _MAX_RISE
    )
    measure = "growth" if is_rise and metric.measure == "share" else metric.measure

    def find(name: str) -> str:
        found = indicators.find(name, metric.unit, measure, years[1] if years else None, (report.own_place,))
        return found.id if found else ""

    # 其中 of a known whole is a figure of the same place: 财政总收入增长8%，其中一般公共预算收入增长7%.
    whole = find(_SOURCE.sub("", metric.part_of)) if metric.part_of else ""
    if metric.part_of and not whole and not metric.part_of.endswith(_REVENUE):
        return ""
    is_export = metric.indicator == _EXPORTS and (is_beside_trade or whole in _TRADE)
    return find(_ALL_EXPORTS if is_export else metric.indicator)
