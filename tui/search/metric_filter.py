"""Choosing figures by what a person types: words or pinyin of a name, ``status:target``, ``unit:亿元``, ``>100亿``."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from tui.metrics.labels import MEASURE_NAMES, STATUS_NAMES
from tui.metrics.units import MAGNITUDES, base_quantity_power
from tui.report.errors import UsageError, did_you_mean
from tui.report.model import MEASURES, STATUSES, Metric
from tui.report.numerals import MAX_DIGITS, half_width
from tui.search.places import matching_labels
from tui.search.query import MAX_TERMS

_LIMIT = re.compile(
    r"(?P<sign>>=|<=|>|<|=)(?P<number>\d+(?:\.\d+)?)(?P<magnitude>万亿|亿|万|千|百)?(?P<unit>.*)"
)
_FIELD = re.compile(r"(?P<name>[a-z]+):(?P<value>.*)")
_FIELDS = ("status", "unit", "kind", "year", "in")
_ORDERS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    ">": lambda a, b: a > b,
    "<": lambda a, b: a < b,
    ">=": lambda a, b: a >= b,
    "<=": lambda a, b: a <= b,
    "=": lambda a, b: a == b,
}
Test = Callable[[Metric], bool]


def filter_metrics(metrics: Sequence[Metric], words: str) -> list[Metric]:
    """The figures that fit all terms, in order.

    Raises:
        UsageError: For a field or a value there is none of, with the nearest.
    """
    tests: list[Test] = []
    names: list[str] = []
    for term in half_width(words).replace("》", ">").replace("《", "<").split():
        test = _limit(term) or _field(term)
        if test is None:
            names.append(term)
        else:
            tests.append(test)
    if len(tests) + len(names) > MAX_TERMS:
        raise UsageError(f"筛选超过 {MAX_TERMS} 个词")
    found = [metric for metric in metrics if all(test(metric) for test in tests)]
    if names:
        labels = (f"{metric.indicator} {metric.quote}" for metric in found)
        found = [found[index] for index in sorted(matching_labels(labels, " ".join(names)))]
    return found


def size_of(metric: Metric) -> Decimal:
    """How large a figure is, in base units."""
    return metric.value[-1].scaleb(base_quantity_power(metric.unit)[0])


def _limit(term: str) -> Test | None:
    found = _LIMIT.fullmatch(term)
    if not found:
        return None
    if len(found["number"]) > MAX_DIGITS + 1:
        raise UsageError(f"数太长：超过 {MAX_DIGITS} 位")
    limit = Decimal(found["number"]).scaleb(MAGNITUDES[found["magnitude"] or ""])
    compares, unit = _ORDERS[found["sign"]], found["unit"]
    return lambda metric: (
        compares(size_of(metric), limit) and (not unit or base_quantity_power(metric.unit)[1] == unit)
    )


def _field(term: str) -> Test | None:
    found = _FIELD.fullmatch(term)
    if not found:
        return None
    name, value = found["name"], found["value"]
    if name not in _FIELDS:
        raise UsageError(f"不能按 {name} 筛选{did_you_mean(name, _FIELDS, _FIELDS)}")
    if name == "unit":
        return lambda metric: value in (metric.unit, base_quantity_power(metric.unit)[1])
    if name == "year":
        return lambda metric: metric.period.startswith(value)
    if name == "in":
        return lambda metric: f"{metric.node}.".startswith(f"{value}.")
    allowed, shown = (STATUSES, STATUS_NAMES) if name == "status" else (MEASURES, MEASURE_NAMES)
    chosen = [one for one in allowed if value and (one.startswith(value) or shown[one].startswith(value))]
    if value and not chosen:
        hint = did_you_mean(value, [*allowed, *shown.values()], allowed)
        raise UsageError(f"{name} 不能是 {value}{hint}")
    if name == "status":
        return lambda metric: not value or metric.status in chosen
    return lambda metric: not value or metric.measure in chosen
