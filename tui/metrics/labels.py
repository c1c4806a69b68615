"""Format values and periods for readers. Imports little, since the first screen needs it."""

from __future__ import annotations

from tui.messages import metrics as messages
from tui.report.model import Metric

_KINDS, _IN_RANK = (messages.RISES, messages.FALLS), (messages.RISES_IN_RANK, messages.FALLS_IN_RANK)
#: What is said of a value beside it: figures of several years look like those of one.
_OF_SEVERAL_YEARS = ("average", "cumulative")

#: Digits and signs that reports also print full-width.
_HALF_WIDTH = str.maketrans("０１２３４５６７８９．％－", "0123456789.%—")


def metric_name(metric: Metric) -> str:
    """Return the name of a metric, or that it was not found."""
    return metric.indicator or messages.UNNAMED


def measure_name(metric: Metric) -> str:
    """Return what kind of statement a metric is."""
    return messages.CHANGE_OF_RANK if _is_change_of_rank(metric) else messages.MEASURE_NAMES[metric.measure]


def _is_change_of_rank(metric: Metric) -> bool:
    return metric.measure == "growth" and metric.unit == messages.PLACES


def format_short_value(metric: Metric) -> str:
    """Format a value beside another one of its kind: ``6%预计``, ``7%左右``."""
    fall = messages.FALLS if metric.direction == "down" else ""
    return f"{_of_years(metric)}{fall}{_number(metric)}{messages.ESTIMATED if metric.estimated else ''}"


def format_beside(metric: Metric, other: Metric | None) -> str:
    """Format a value beside another: in short if that is of its kind; alone 1万亿元 must say that it is an increase."""
    is_alike = other is not None and other.measure == metric.measure
    return format_short_value(metric) if is_alike else format_value(metric)


def format_value(metric: Metric) -> str:
    """Format a value with its qualifier, and its kind if the unit does not tell: ``预计增6.5%左右``."""
    kind = ""
    if metric.measure == "growth":
        kinds = _IN_RANK if _is_change_of_rank(metric) else _KINDS
        kind = kinds[metric.direction == "down"]
    elif metric.measure == "completion":
        kind = messages.COMPLETES
    return f"{messages.ESTIMATED if metric.estimated else ''}{_of_years(metric)}{kind}{_number(metric)}"


def _of_years(metric: Metric) -> str:
    return "".join(messages.ATTRIBUTE_NAMES[one] for one in metric.attributes if one in _OF_SEVERAL_YEARS)


def _number(metric: Metric) -> str:
    """Format the number: as printed, without spaces and full-width digits, but a rank with whom it is among, a ratio with colons.

    ``全省第1位``, ``5∶3∶2``, ``1000亿元`` for ``1 000 亿元``.
    """
    before, after = messages.QUALIFIER_SIGNS.get(metric.qualifier, ("", ""))
    quote = "".join(metric.quote.translate(_HALF_WIDTH).split())
    if metric.measure == "ratio" and len(metric.value) > 1:
        quote = messages.RATIO_SIGN.join(format(part, "f") for part in metric.value)
    elif metric.measure == "rank":
        quote = metric.among + messages.rank(quote)
    return f"{before}{quote}{after}"


def format_period(period: str) -> str:
    """Format a period as it is said: ``2023年``, ``2019—2023年``, ``2023年前三季度``, ``2023年上半年``."""
    years, mark, part = period.partition("Q")
    if mark and part in messages.QUARTERS:
        return messages.year(years) + messages.QUARTERS[part]
    years, mark, part = period.partition("H")
    if mark and part in messages.HALF_YEARS:
        return messages.year(years) + messages.HALF_YEARS[part]
    years, mark, part = period.partition("M")
    if mark:
        return messages.year(years) + messages.months(part)
    return messages.year("—".join(period.split("-"))) if period.replace("-", "").isdigit() else period
