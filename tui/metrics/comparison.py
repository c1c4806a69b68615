"""Rows of the comparison: pairs, targets in words, and targets without an actual."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Literal, NamedTuple

from tui.messages import metrics as messages
from tui.metrics.amounts import as_amount, count_the_same, unit_of
from tui.metrics.change import Change, Sign, change_between, difference
from tui.metrics.indicator_order import Better, places
from tui.metrics.lookup import metric_beside
from tui.metrics.prices import differ_in_prices
from tui.metrics.years import part_of_year, years_of
from tui.report.model import Comparable, Comparison, FrontMatter, Metric, Report

_IN_STEP = "同步"
#: A target in words, in one clause: what keeps pace, and with what.
_KEEPS_PACE = re.compile(
    r"(?P<name>.{2,24}?)(?P<promise>(?:预计)?(?:增长|增速)?(?:和|与)(?:地区)?(?:经济|生产总值|GDP)(?:增长|发展)"
    r"(?:基本|保持)*同步(?:增长)?)"
)
_MAX_KEEPS_PACE_CHARACTERS = 60
_LEADS = r"^(?:——|全年|全区|全市|全县|全省|预计|力争|确保)+|增长$"
_CLAUSE_MARKS = ",，;；。:：\n"
Horizon = Literal["year", "plan"]


class ComparisonRow(NamedTuple):
    """A row of the comparison.

    Attributes:
        indicator: What is measured.
        actual: What was done; None where the report states no metric.
        target: What is promised; None where the report states no metric.
        comparable: How comparable the two are; None where one is missing.
        note: What differs.
        actual_text: What was done, in words.
        target_text: What is promised, in words: 和经济增长基本同步.
        canonical: Id of the main indicator; empty if it is none of them.
        order: Where the indicator usually stands among the main ones; None if it is none of them.
        better: Which of its values are better.
        horizon: Of a target without an actual: ``year`` if it is one of the planned year, ``plan`` if of later or several
            years; ``plan`` of a pair of several years, too; None for all other rows.
    """

    indicator: str
    actual: Metric | None
    target: Metric | None
    comparable: Comparable | None = None
    note: str = ""
    actual_text: str = ""
    target_text: str = ""
    canonical: str = ""
    order: int | None = None
    better: Better = "none"
    horizon: Horizon | None = None

    @property
    def sign(self) -> Sign:
        """The sign of :attr:`change`."""
        return self.change.sign

    @property
    def change(self) -> Change:
        """The change from the actual to the target."""
        if self.actual is None or self.target is None:
            return Change("", messages.TARGET_IN_WORDS if self.target_text else "")
        actual, target = self.actual, self.target
        if actual.measure != target.measure:
            actual, target = as_amount(actual), as_amount(target)
        if not _have_a_difference(actual, target):
            return Change("≈", self.note)
        change = change_between(actual, target, self.better)
        if self.comparable == "loose":
            return Change("≈", messages.note_and_change(self.note, change.text))
        return change._replace(text=messages.change_and_note(change.text, self.note))

    @property
    def gap(self) -> tuple[Decimal, str] | None:
        """The number of the target less that of the actual, and its unit; None if they are not strictly comparable, or have no such numbers."""
        actual, target = self.actual, self.target
        if (
            actual is None
            or target is None
            or self.comparable != "strict"
            or actual.measure != target.measure
        ):
            return None
        return difference(actual, target) if _have_a_difference(actual, target) else None


def comparison_rows(report: Report) -> list[ComparisonRow]:
    """Return the rows: pairs of the year, targets in words, targets of the year without an actual, and those of later years.

    Pairs of main indicators come first, in their usual order; the others in the order of their targets. So do targets
    without an actual. Pairs of several years stand before the other targets of later years.
    """
    metrics = {metric.id: metric for metric in report.metrics}
    pairs = [
        _pair_row(pair, metrics[pair.achieved], metrics[pair.target], report.front)
        for pair in report.comparisons
    ]
    targets = [row.target for row in pairs if row.target]
    paired, stated = {target.id for target in targets}, set(map(_statement, targets))
    alone = [
        _with_indicator(ComparisonRow(metric.indicator, None, metric, horizon=horizon))
        for metric in report.metrics
        if metric.status == "target" and metric.id not in paired and metric.indicator
        if _statement(metric) not in stated  # reports repeat their main targets
        if (horizon := _horizon(metric.period, report.front))
    ]
    of_year = sorted((row for row in pairs if not row.horizon), key=_rank)
    others = sorted([*alone, *(row for row in pairs if row.horizon)], key=_rank_of_other)
    return [*of_year, *_targets_in_words(report), *others]


def _pair_row(pair: Comparison, actual: Metric, target: Metric, front: FrontMatter) -> ComparisonRow:
    horizon: Horizon | None = "plan" if _is_of_plan(target, front) else None
    return _with_indicator(
        ComparisonRow(pair.indicator, actual, target, pair.comparable, pair.note, horizon=horizon)
    )


def _statement(metric: Metric) -> tuple[object, ...]:
    """Return what a metric says, the same for one that says it again."""
    name = metric.canonical or metric.indicator
    return name, metric.value, metric.unit, metric.measure, metric.direction, metric.qualifier, metric.period


def _with_indicator(row: ComparisonRow) -> ComparisonRow:
    """Return a row with what is known of its indicator."""
    canonical = next(
        (metric.canonical for metric in (row.target, row.actual) if metric and metric.canonical), ""
    )
    place = places().get(canonical) if canonical else None
    if place is None:
        return row._replace(canonical=canonical)
    return row._replace(canonical=canonical, order=place.order, better=place.better)


def _rank(row: ComparisonRow) -> tuple[bool, int, int]:
    """Return where a row stands among those of its kind."""
    assert row.target is not None
    return row.order is None, row.order or 0, row.target.start


def _rank_of_other(row: ComparisonRow) -> tuple[bool, bool, tuple[bool, int, int]]:
    """Return where a row stands that is no pair of the year: those of later years last, pairs first among them."""
    return row.horizon == "plan", row.actual is None, _rank(row)


def _is_of_plan(target: Metric, front: FrontMatter) -> bool:
    """Tell whether a target of a pair is of several years, or of the end of a plan."""
    years = years_of(target.period)
    return years is not None and (years[0] < years[1] or years[1] > (front.plan_year or years[1]))


def _horizon(period: str, front: FrontMatter) -> Horizon | None:
    """Return whether a target of a period is one of the planned year or of later ones; None if of earlier years.

    A target of no period is one of several years where the year planned is known, since it would have that year.
    """
    planned = front.plan_year or (int(front.date[:4]) if front.date else None)
    years = years_of(period)
    if years is None or planned is None:
        is_plan = years is None and front.plan_year is not None
        return "plan" if is_plan or (years is not None and years[0] < years[1]) else "year"
    if years[1] < planned:
        return None
    return "year" if years == (planned, planned) else "plan"


def _have_a_difference(actual: Metric, target: Metric) -> bool:
    """Tell whether one number can be subtracted from the other: 上涨2% from 3%以内, 30户 from 20家, what 11 months came to."""
    if part_of_year(actual.period) != part_of_year(target.period) or differ_in_prices(actual, target):
        return False
    measures = {actual.measure, target.measure}
    if len(measures) > 1 and (measures != {"growth", "share"} or actual.unit != target.unit):
        return False
    return count_the_same(unit_of(actual), unit_of(target))


def pairs_by_metric(rows: Iterable[ComparisonRow]) -> dict[str, ComparisonRow]:
    """Return the rows with an actual and a target by the ids of both; the first row of each id."""
    pairs: dict[str, ComparisonRow] = {}
    for row in rows:
        if row.actual is not None and row.target is not None:
            pairs.setdefault(row.actual.id, row)
            pairs.setdefault(row.target.id, row)
    return pairs


def _targets_in_words(report: Report) -> Iterator[ComparisonRow]:
    """Yield targets such as 居民收入和经济增长同步, beside what is said of last year."""
    promises: dict[str, dict[bool, str]] = {}
    for match in _keeping_pace(report.text):
        near = metric_beside(report.metrics, match.start(), -1)
        near = near or metric_beside(report.metrics, match.start(), 1)
        is_plan = near is not None and near.status == "target"
        if near is not None and is_plan and _horizon(near.period, report.front) != "year":
            continue  # promised for several years
        promises.setdefault(re.sub(_LEADS, "", match["name"]), {})[is_plan] = match["promise"]
    if not promises:
        return
    achieved = (metric for metric in reversed(report.metrics) if metric.status == "achieved")
    actuals = {metric.indicator: metric for metric in achieved}  # the first of each name
    for name, said in promises.items():
        if True in said:
            actual_text, target_text = said.get(False, ""), said[True]
            yield ComparisonRow(
                name, actuals.get(name), None, actual_text=actual_text, target_text=target_text
            )


def _keeping_pace(text: str) -> Iterator[re.Match[str]]:
    """Yield the clauses that promise to keep pace; looks at those with the word only, for the first screen waits."""
    at = text.find(_IN_STEP)
    while at >= 0:
        first = max(0, at - _MAX_KEEPS_PACE_CHARACTERS)
        begin = max(text.rfind(mark, first, at) for mark in _CLAUSE_MARKS) + 1
        match = _KEEPS_PACE.match(text, max(begin, first), at + len("同步增长"))
        if match:
            yield match
        at = text.find(_IN_STEP, at + 1)
