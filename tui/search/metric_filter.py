"""Choose metrics by what a person types: part of a name or its pinyin, ``status:target``, ``unit:亿元``, ``>100亿``,
``in:3.4``.

Conditions separated by spaces must all hold; of those joined by ``|`` or 或 one is enough.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import partial

from tui.messages import search as messages
from tui.messages.metrics import MEASURE_NAMES, STATUS_NAMES
from tui.metrics.units import MAGNITUDES, base_quantity_power, without_per
from tui.report.errors import UsageError, did_you_mean
from tui.report.model import Metric
from tui.report.numerals import MAX_DIGITS, half_width
from tui.report.outline import Outline
from tui.search.places import find_span, matching_labels
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
#: Between conditions of which one is enough. A name that has 或 itself is found by its parts, too.
_OR = re.compile(r"\s*[|或]\s*")
Test = Callable[[Metric], bool]


def filter_metrics(metrics: Sequence[Metric], text: str, outline: Outline | None = None) -> list[Metric]:
    """Return the metrics that match all terms, or one of those joined by ``|`` or 或, in order.

    Args:
        metrics: The metrics.
        text: The conditions.
        outline: The report that ``in:`` names places of, whose metrics alone can be in them. Without it a place is
            the id of a node, in whatever report a metric is.

    Raises:
        UsageError: For an unknown field, value or place, with the nearest known one.
    """
    typed = half_width(text).replace("》", ">").replace("《", "<")
    groups = [[term for term in group.split("|") if term] for group in _OR.sub("|", typed).split()]
    if sum(map(len, groups)) > MAX_TERMS:
        raise UsageError(messages.filter_too_many_terms(MAX_TERMS))
    tests = [[(term, _limit(term) or _field(term, outline)) for term in group] for group in groups if group]
    # Words, which take longest, are looked for in what the other conditions leave.
    without_words = [[test for _, test in group if test] for group in tests if all(test for _, test in group)]
    chosen = [
        metric for metric in metrics if all(any(test(metric) for test in group) for group in without_words)
    ]
    labels = [f"{metric.indicator} {metric.quote}" for metric in chosen]
    left = set(range(len(chosen)))
    for group in tests:
        if all(test for _, test in group):
            continue
        found: set[int] = set()
        for term, test in group:
            if test is None:
                found.update(matching_labels(labels, term))
            else:
                found.update(index for index, metric in enumerate(chosen) if test(metric))
        left &= found
    return [chosen[index] for index in sorted(left)]


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


def _field(term: str, outline: Outline | None) -> Test | None:
    match = _FIELD.fullmatch(term)
    if not match:
        return None
    name, value = match["name"], match["value"]
    if name == "in" and value and outline is not None:
        return _place_test(outline, value)
    if name not in _FIELDS:
        hint = did_you_mean(name, _FIELDS, _FIELDS)
        raise UsageError(messages.no_such_field(name, hint))
    return _FIELDS[name](value)


def _place_test(outline: Outline, place: str) -> Test:
    """Test whether a metric is of the report and in a place of it."""
    start, end = find_span(outline, place)
    inside = {metric for metric in outline.report.metrics if start <= metric.start and metric.end <= end}
    return inside.__contains__


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
        lambda metric: (
            value
            in (
                metric.unit,
                without_per(metric.unit),
                base_quantity_power(metric.unit, metric.indicator)[1],
            )
        )
    ),
    "kind": partial(_value_test, "kind", "measure", MEASURE_NAMES),
    "year": lambda value: lambda metric: metric.period.startswith(value),
    "in": lambda value: lambda metric: not value or f"{metric.node}.".startswith(f"{value}."),
}
