"""Tell which targets of a report are promises of its year."""

from __future__ import annotations

import re

from tui.links.targets import distinct
from tui.metrics.years import years_of
from tui.report.model import Metric, Report

#: Heading of the chapter with which goals of several years begin.
_OF_YEARS = re.compile(
    r"(?:[今未][后来][三四五]年|十[一二三四五]五[”\"]?(?:时期|期间|规划|发展)?).{0,16}(?:目标|任务|要求|思想|思路|重点|部署|安排|建议|蓝图)"
)
#: What says in the sentence of a target that it is of the year.
_OF_THE_YEAR = re.compile("今年|年内|全年|本年度?|年底")
_SENTENCE_CHARACTERS = 120


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
    start, end = _goals_of_years(plan, year)
    return tuple(
        distinct(
            metric
            for metric in plan.metrics
            if is_promise(metric, year)
            and not (start <= metric.start < end and not _names_the_year(plan.text, metric, year))
        )
    )


def _goals_of_years(plan: Report, year: int | None) -> tuple[int, int]:
    """Return the span of chapters with goals of several years, up to the chapter of the year; empty if there are none.

    A plan of several years names no year with most of its goals.
    """
    first: int | None = None
    for node in plan.outline:
        if node.level != "chapter":
            continue
        if first is not None and node.year == year:
            return first, node.start
        if first is None and node.year != year and _OF_YEARS.search(node.heading or ""):
            first = node.start
    return 0, 0


def _names_the_year(text: str, metric: Metric, year: int | None) -> bool:
    start = max(text.rfind(mark, 0, metric.start) for mark in "。\n") + 1
    said = text[max(start, metric.start - _SENTENCE_CHARACTERS) : metric.start]
    return f"{year}年" in said or bool(_OF_THE_YEAR.search(said))
