"""Tell which metrics of one report are compared: those of its year, or those of the years behind and the years ahead."""

from __future__ import annotations

import re

from tui.links.contexts import MetricContext
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


def plans_several_years(report: Report) -> bool:
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
    """Return the name of a pair of several years."""
    is_average = _AVERAGE in target.attributes  # which is shown with the value
    return name if is_average else messages.of_years(name, _length(target.period))


def note_on_years(target: Metric, actual: Metric, note: str) -> str:
    """Say which years a pair is about, and what else differs."""
    return messages.years_compared(format_period(actual.period), format_period(target.period), note)


def _length(period: str) -> int:
    years = years_of(period)
    return years[1] - years[0] + 1 if years else 1
