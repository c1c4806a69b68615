"""Tell which targets of a report are promises of its year."""

from __future__ import annotations

from collections.abc import Iterator

from tui.metrics.name_core import core_of, is_generic
from tui.metrics.years import years_of
from tui.report.model import Metric, Report


def plan_year_of(plan: Report, results: Report) -> int | None:
    """Return the year the targets are for: the one planned, else the one the later report looks back on."""
    if plan.front.plan_year is not None:
        return plan.front.plan_year
    if results.front.review_year is not None:
        return results.front.review_year
    return results.front.plan_year - 1 if results.front.plan_year is not None else None


def is_promise(metric: Metric, year: int | None) -> bool:
    """Tell whether a metric is promised for a year, or for several that end with it.

    A target without a period is one of the year: a plan of several years names them.
    """
    if metric.status != "target":
        return False
    years = years_of(metric.period)
    return years is None or year is None or years[1] == year


def promised(plan: Report, year: int | None) -> tuple[Metric, ...]:
    """Return the targets of a report that are promises of a year, in document order; what is said twice, once.

    Targets whose names say no more than 投资 may be of two things, though their numbers are the same.
    """
    return tuple(_distinct(metric for metric in plan.metrics if is_promise(metric, year)))


def _distinct(targets: Iterator[Metric]) -> Iterator[Metric]:
    said: set[tuple[object, ...]] = set()
    for metric in targets:
        name = metric.canonical or metric.indicator
        key = name, metric.value, metric.unit, metric.measure, metric.direction
        tells = bool(metric.canonical) or not is_generic(core_of(metric.indicator).text)
        if name and tells and key in said:
            continue
        said.add(key)
        yield metric
