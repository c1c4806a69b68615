"""Leave out levels that cannot be those of a whole place and year: far from those of the years before and behind.

They are of a part of the place (a zone, a county), of several years, or what was added, and their sentence does not say so.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from tui.metrics.amounts import amounts, unit_of
from tui.report.model import Metric
from tui.series.choice import Choice, Statement, agree, choose, passes

#: How far a level may be from both neighbours, as shares of the smaller and the larger one; years to them at most.
_LEAST, _MOST, _YEARS = Decimal("0.6"), Decimal("1.8"), 3
#: How far a target in money may be from the last level before.
_LEAST_TARGET, _MOST_TARGET = Decimal("0.5"), Decimal(3)
_YUAN = "元"
#: Characters behind a level within which its growth is told.
_NEAR_CHARACTERS = 16
#: Levels are looked for again so many times at most: behind one that is left out another may be chosen.
_ROUNDS = 4


def without_outliers(
    statements: Mapping[int, Sequence[Statement]], ids: Sequence[str]
) -> dict[int, list[Statement]]:
    """Return the statements of reports, by the years they plan, without levels that cannot be, and the growth told with them.

    Args:
        statements: What each report states.
        ids: The indicators asked for, the best first.
    """
    kept = {year: list(some) for year, some in statements.items()}
    for _ in range(_ROUNDS):
        found = [(year, choice.stated.metric) for year, choice in _outliers(kept, ids)]
        if not found:
            break
        for year, metric in found:
            kept[year] = [one for one in kept[year] if not _is_told_with(one.stated.metric, metric)]
    return {year: _without_strays(some, year - 1, ids) for year, some in kept.items()}


def _without_strays(statements: list[Statement], year: int, ids: Sequence[str]) -> list[Statement]:
    """Return statements without growth told with another level than the one of the year: it is of something else."""
    chosen = choose(statements, "actual", year, "level", ids)
    if chosen is None:
        return statements
    level = chosen.stated.metric
    others = sorted(
        (one.stated.metric.start, one.stated.metric.end + _NEAR_CHARACTERS)
        for one in statements
        if one.stated.metric.measure == "level"
        and (one.stated.metric.status, one.stated.metric.period) == (level.status, level.period)
        and not passes(one.stated)
        and not agree(one.stated.metric, level)
        and amounts(one.stated.metric)[1] < amounts(level)[1]  # what is of a part is less
    )

    def is_stray(metric: Metric) -> bool:
        last = bisect_right(others, (metric.start, metric.end)) - 1
        return metric.measure == "growth" and last >= 0 and metric.start <= others[last][1]

    return [one for one in statements if not is_stray(one.stated.metric)]


def _is_told_with(metric: Metric, level: Metric) -> bool:
    """Tell whether a metric is a level, or its growth: 完成502.9亿元，增长58.9%."""
    return level.start <= metric.start <= level.end + _NEAR_CHARACTERS


def _outliers(
    statements: Mapping[int, Sequence[Statement]], ids: Sequence[str]
) -> Iterator[tuple[int, Choice]]:
    """Yield levels that cannot be, each with the year its report plans."""
    actuals: dict[int, Choice] = {}
    for year, some in statements.items():
        if (actual := choose(some, "actual", year - 1, "level", ids)) is not None:
            actuals[year - 1] = actual
    for year, choice in actuals.items():
        before = _nearest(actuals, choice, range(year - 1, year - 1 - _YEARS, -1))
        after = _nearest(actuals, choice, range(year + 1, year + 1 + _YEARS))
        if before and after:
            level = _amount(choice)
            if level < _LEAST * min(before, after) or level > _MOST * max(before, after):
                yield year + 1, choice
    for year, some in statements.items():
        target = choose(some, "target", year, "level", ids)
        if target is None or _unit(target) != _YUAN:
            continue
        before = _nearest(actuals, target, range(year - 1, year - 1 - _YEARS, -1))
        if before and not _LEAST_TARGET * before <= _amount(target) <= _MOST_TARGET * before:
            yield year, target


def _nearest(actuals: Mapping[int, Choice], choice: Choice, years: range) -> Decimal | None:
    """Return the level of the first of some years that has one in the same unit."""
    for year in years:
        other = actuals.get(year)
        if other is not None and _unit(other) == _unit(choice):
            return _amount(other)
    return None


def _amount(choice: Choice) -> Decimal:
    return amounts(choice.stated.metric)[1]


def _unit(choice: Choice) -> str:
    return unit_of(choice.stated.metric)
