"""Choose metrics by what a person types: part of a name or its pinyin, ``status:target``, ``unit:亿元``, ``>100亿``."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import partial

from tui.messages import search as messages
from tui.messages.metrics import MEASURE_NAMES, STATUS_NAMES
from tui.metrics.units import MAGNITUDES, base_quantity_power
from tui.report.errors import UsageError, did_you_mean
from tui.report.model import Metric
from tui.report.numerals import MAX_DIGITS, half_width
from tui.search.places import matching_labels
from tui.search.query import MAX_TERMS

_LIMIT = re.compile(
    r"(?P<sign>>=|<=|>|<|=)(?P<number>\d+(?:\.\d+)?)(?P<magnitude>万亿|亿|万|千|百)?(?P<unit>.*)"
)
_FIELD = re.compile(r"(?P<name>[a-z]+):(?P<value>.*)")
_ORDERS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    ">": operator.gt,
    "<": operator.lt,
    ">=": operator.ge,
    "<=": operator.le,
    "=": operator.eq,
}
Test = Callable[[Metric], bool]


def filter_metrics(metrics: Sequence[Metric], text: str) -> list[Metric]:
    """Return the metrics that match all terms, in order.

    Raises:
        UsageError: For an unknown field or value, with the nearest known one.
    """
    tests: list[Test] = []
    names: list[str] = []
    for term in half_width(text).replace("》", ">").replace("《", "<").split():
        test = _limit(term) or _field(term)
        if test is None:
            names.append(term)
        else:
            tests.append(test)
    if len(tests) + len(names) > MAX_TERMS:
        raise UsageError(messages.filter_too_many_terms(MAX_TERMS))
    chosen = [metric for metric in metrics if all(test(metric) for test in tests)]
    if names:
        labels = (f"{metric.indicator} {metric.quote}" for metric in chosen)
        chosen = [chosen[index] for index in sorted(matching_labels(labels, " ".join(names)))]
    return chosen


def size_of(metric: Metric) -> Decimal:
    """Return the larger end of a metric's value, in base units."""
    return metric.value[-1].scaleb(base_quantity_power(metric.unit)[0])


def _limit(term: str) -> Test | None:
    match = _LIMIT.fullmatch(term)
    if not match:
        return None
    if len(match["number"]) > MAX_DIGITS + 1:
        raise UsageError(messages.number_too_long(MAX_DIGITS))
    limit = Decimal(match["number"]).scaleb(MAGNITUDES[match["magnitude"] or ""])
    compares, unit = _ORDERS[match["sign"]], match["unit"]
    return lambda metric: (
        metric.measure != "ratio"
        and compares(size_of(metric), limit)
        and (not unit or base_quantity_power(metric.unit, metric.indicator)[1] == unit)
    )


def _field(term: str) -> Test | None:
    match = _FIELD.fullmatch(term)
    if not match:
        return None
    name, value = match["name"], match["value"]
    if name not in _FIELDS:
        hint = did_you_mean(name, _FIELDS, _FIELDS)
        raise UsageError(messages.no_such_field(name, hint))
    return _FIELDS[name](value)


def _value_test(field: str, attribute: str, shown: Mapping[str, str], value: str) -> Test:
    """Test an attribute for the values that a value typed begins, in the file's language or the reader's."""
    chosen = [name for name in shown if name.startswith(value) or shown[name].startswith(value)]
    if not chosen:
        hint = did_you_mean(value, [*shown, *shown.values()], shown)
        raise UsageError(messages.no_such_value(field, value, hint))
    return lambda metric: getattr(metric, attribute) in chosen


#: The fields that can be named, and the test each makes of a value.
_FIELDS: dict[str, Callable[[str], Test]] = {
    "status": partial(_value_test, "status", "status", STATUS_NAMES),
    "unit": lambda value: (
        lambda metric: value in (metric.unit, base_quantity_power(metric.unit, metric.indicator)[1])
    ),
    "kind": partial(_value_test, "kind", "measure", MEASURE_NAMES),
    "year": lambda value: lambda metric: metric.period.startswith(value),
    "in": lambda value: lambda metric: f"{metric.node}.".startswith(f"{value}."),
}
