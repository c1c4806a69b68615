"""Tell which figures of a part of a year stand for the year: those up to its last months, where none of the year is stated."""

from __future__ import annotations

from collections.abc import Iterable

from tui.metrics.years import is_part_of_year, part_of_year
from tui.report.model import Metric

#: Parts of a year that are most of it.
_MOST = ("Q1-3", "M1-9", "M1-10", "M1-11")
Statement = tuple[str, str]


def statement_of(metric: Metric) -> Statement:
    """Return of what a metric is a figure, and its measure."""
    return metric.canonical or metric.indicator, metric.measure


def without_parts(metrics: Iterable[Metric]) -> list[Metric]:
    """Return metrics without those of a part of a year of which another one states the whole year."""
    listed = list(metrics)
    stated = {statement_of(metric) for metric in listed if not is_part_of_year(metric.period)}
    return [
        metric
        for metric in listed
        if not is_part_of_year(metric.period) or statement_of(metric) not in stated
    ]


def is_of_most_of(metric: Metric, year: int | None) -> bool:
    """Tell whether a metric is of the first nine months of a year or more."""
    return metric.period.startswith(str(year)) and part_of_year(metric.period) in _MOST


def differ_in_part(target: Metric, actual: Metric) -> bool:
    """Tell whether an actual is of another part of the year than the target."""
    part = part_of_year(actual.period)
    return bool(part) and part != part_of_year(target.period)
