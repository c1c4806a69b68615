"""Tell which metrics of one report are compared: those of its year, or those of the years behind and the years ahead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Literal

from tui.links.contexts import MetricContext
from tui.links.pair_guards import same_things
from tui.links.parts_of_year import is_of_most_of
from tui.links.scoring import LIKELY, Link
from tui.links.sides import amounts_in_one_unit
from tui.messages import metrics as messages
from tui.metrics.labels import format_period
from tui.metrics.years import years_of
from tui.report.model import FrontMatter, Metric, Report

#: Of several years; not 累计 of what there is by then: 通车里程累计达到1400公里; 新增100公里、累计1207公里.
_SEVERAL_YEARS = re.compile(
    r"年均|五年|年平均|(?<![、，,])累计$|累计(?!(?:达到?|突破|超过|增至)约?$)[^,，。]{1,6}$"
)
#: Growth since an earlier year, in the clause: ``分别比1987年增长13%和15%``.
_SINCE_A_YEAR = re.compile(r"(?:[比较]\d{4}年|平均每年|年平均|平均(?=增长|递增))[^,，;；。]*$")
_BEFORE_CHARACTERS, _CLAUSE_CHARACTERS = 12, 40
#: How many years results and goals of several years are about, at least.
_LEAST_YEARS = 3
_AVERAGE, _TO = "average", "-"
#: What a level that is promised for the end of a plan is: no growth, no sum of years.
_LEVELS, _SUMS = ("level", "share"), frozenset((_AVERAGE, "cumulative"))
#: Rates of change that are called shares, and what is worked off: 居民消费价格涨幅, 贫困村.
_NO_LEVEL = re.compile("[涨增升降]幅|增速|增长率|指数|贫困|脱贫|销号")
#: Before a number of what there is, in a chapter that plans: 生产总值刚刚超过2万亿元.
_TOLD = re.compile("刚刚|目前|现有|仅[为有占]?|只有|不足|不到")
#: What can be produced is not what is.
_CAPACITY, _YUAN = "能力", "元"
#: Characters between a level and the next one that was reached.
_NEAR_CHARACTERS = 12
#: How far apart two levels may be, and how many characters at the start of a name tell what a share is of.
_MOST_APART, _NAMED = 0.55, 2
#: How many years after the one planned its end may be, at most.
_MOST_YEARS_AHEAD = 5
#: What is compared: results and targets of the year; those of several years; what there was in the year reviewed, and is to
#: be at the end of a plan.
Compared = Literal["year", "years", "end"]


def compared_in(report: Report) -> Iterator[Compared]:
    """Yield what is compared in a report beside what is of its year."""
    if _plans_several_years(report):
        yield "years"
    if any(metric.status == "target" and _is_of_end(metric, report.front) for metric in report.metrics):
        yield "end"


def is_compared(metric: Metric, compared: Compared, report: Report) -> bool:
    """Tell whether a metric is of the years that are compared."""
    if compared == "years":
        return is_of_several_years(metric, report.front)
    if compared == "end" and metric.status == "target":
        return _is_of_end(metric, report.front)
    is_done = metric.status != "target" and is_of_most_of(metric, report.front.review_year)
    return is_of_one_year(metric, report.front, report.text) or is_done


def levels(contexts: Iterable[MetricContext]) -> list[MetricContext]:
    """Return the metrics that are levels, without those passed on the way: 连续突破3000亿元、4000亿元，达到4907亿元."""
    found = list(filter(_is_level, contexts))
    return [
        context for context, behind in zip_longest(found, found[1:]) if not _is_on_the_way(context, behind)
    ]


def _is_on_the_way(context: MetricContext, behind: MetricContext | None) -> bool:
    if behind is None or behind.piece != context.piece:
        return False
    names = context.side.metric.indicator, behind.side.metric.indicator
    return names[0] == names[1] and 0 < behind.metric.start - context.metric.end <= _NEAR_CHARACTERS


def _is_level(context: MetricContext) -> bool:
    """Tell whether a metric is one of a point in time, or the amount of one year, not what is added until then."""
    metric = context.metric
    is_told = _TOLD.search(context.before) is not None and metric.status == "target"
    is_other = is_told or _NO_LEVEL.search(metric.indicator) is not None
    return metric.measure in _LEVELS and not context.is_added and not is_other


def are_levels_alike(target: MetricContext, actual: MetricContext, link: Link) -> bool:
    """Tell whether two levels of a link are of one kind and size, no sum that falls, and not the same things: 23个示范县."""
    names = target.side.metric.indicator, actual.side.metric.indicator
    is_capacity = [_CAPACITY in name for name in names]
    compared = amounts_in_one_unit(target.side, actual.side)
    is_less = compared is not None and compared[0] < compared[1] and target.side.base_unit.endswith(_YUAN)
    return (
        is_capacity[0] == is_capacity[1]
        and not is_less
        and not link.evidence.generic
        and not link.evidence.other_measure
        and link.evidence.apart <= _MOST_APART
        and not same_things(target, actual)
    )


def may_be_likely_level(target: MetricContext, actual: MetricContext, link: Link) -> bool:
    """Tell whether two levels that go together with nothing beyond doubt may be of the same: shares of one thing."""
    names = target.side.core, actual.side.core
    is_share = target.metric.measure == "share"
    return link.score >= LIKELY and not (is_share and names[0][:_NAMED] != names[1][:_NAMED])


def _is_of_end(metric: Metric, front: FrontMatter) -> bool:
    """Tell whether a target is a level of a year after the one planned, at the end of its plan."""
    if front.plan_year is None or metric.measure not in _LEVELS or not _SUMS.isdisjoint(metric.attributes):
        return False
    years = years_of(metric.period)
    return years is not None and years[0] == years[1] and 0 < years[0] - front.plan_year <= _MOST_YEARS_AHEAD


def is_of_one_year(metric: Metric, front: FrontMatter, text: str) -> bool:
    """Tell whether a metric is one of the year reviewed or planned, neither of a part of it nor of several."""
    year = str((front.plan_year if metric.status == "target" else front.review_year) or "")
    if metric.period not in ("", year or metric.period):
        return False
    before = text[max(0, metric.start - _CLAUSE_CHARACTERS) : metric.start]
    return not (_SEVERAL_YEARS.search(before[-_BEFORE_CHARACTERS:]) or _SINCE_A_YEAR.search(before))


def is_of_several_years(metric: Metric, front: FrontMatter) -> bool:
    """Tell whether a metric is one of the years that end with the one reviewed, or that begin with the one planned."""
    years = years_of(metric.period)
    if years is None or years[1] - years[0] + 1 < _LEAST_YEARS:
        return False
    return years[0] == front.plan_year if metric.status == "target" else years[1] == front.review_year


def _plans_several_years(report: Report) -> bool:
    """Tell whether a report states results and goals of several years."""
    spans = [metric for metric in report.metrics if _TO in metric.period]
    stated = {metric.status for metric in spans if is_of_several_years(metric, report.front)}
    return {"achieved", "target"} <= stated


def are_years_alike(target: MetricContext, actual: MetricContext) -> bool:
    """Tell whether both are averages of years, or both are of as many years."""
    kinds = {_AVERAGE in target.metric.attributes, _AVERAGE in actual.metric.attributes}
    return kinds == {True} or (
        kinds == {False} and _length(target.metric.period) == _length(actual.metric.period)
    )


def name_of_years(name: str, target: Metric) -> str:
    """Return the name of a pair of several years, or of a level at their end."""
    if target.measure in _LEVELS and _TO not in target.period:
        return messages.by_end_of(name, format_period(target.period))
    is_average = _AVERAGE in target.attributes  # which is shown with the value
    return name if is_average else messages.of_years(name, _length(target.period))


def note_on_years(target: Metric, actual: Metric, note: str) -> str:
    """Say which years a pair is about, and what else differs."""
    return messages.years_compared(format_period(actual.period), format_period(target.period), note)


def _length(period: str) -> int:
    years = years_of(period)
    return years[1] - years[0] + 1 if years else 1
