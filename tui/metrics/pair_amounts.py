"""Tell by their amounts that two figures are not comparable: one is a total, or that of a part."""

from __future__ import annotations

from decimal import Decimal

from tui.metrics.amounts import amounts
from tui.metrics.candidates import Candidate
from tui.metrics.sides import Side

_MONEY = ("元", "美元")
#: How many times last year's amount this year's may be, at least and at most.
_LEAST_TIMES, _MOST_TIMES = Decimal("0.6"), Decimal(3)
#: How many times more there are than are added in a year, at least.
_MANY_TIMES = 4


def may_be_total(one: Side, other: Side) -> bool:
    """Tell whether a number of which nothing is said is many times that of those added."""
    if one.acts or not other.is_added or one.is_flow or not other.metric.value[-1]:
        return False
    return amounts(one.metric)[1] >= _MANY_TIMES * amounts(other.metric)[0]


def is_far_apart(pair: Candidate) -> bool:
    """Tell whether one of two levels is more than three times the other: 30 of one scope beside 199 of a wider one."""
    measures = {pair.actual.metric.measure, pair.target.metric.measure}
    if measures != {"level"} or pair.actual.base_unit != pair.target.base_unit:
        return False
    before, after = amounts(pair.actual.metric)[1], amounts(pair.target.metric)[1]
    return max(before, after) > _MOST_TIMES * min(before, after)


def is_another_amount(pair: Candidate) -> bool:
    """Tell whether an amount of money is no plausible aim after the other: one of the two is that of a part."""
    if pair.actual.metric.measure != "level" or pair.target.metric.measure != "level":
        return False
    if pair.target.base_unit not in _MONEY or pair.actual.base_unit != pair.target.base_unit:
        return False
    before, after = amounts(pair.actual.metric)[1], amounts(pair.target.metric)[1]
    return after < _LEAST_TIMES * before or after > _MOST_TIMES * before
