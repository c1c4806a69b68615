"""Rows of comparisons: the change between the two of a pair, and their values in other units."""

from __future__ import annotations

import pytest

from tests.support.samples import huiji
from tui.metrics.amounts import conversions
from tui.metrics.comparison import comparison_rows, pairs_by_metric
from tui.report.model import Metric


def metric_of(quote: str) -> Metric:
    return next(metric for metric in huiji().metrics if metric.quote == quote)


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("1.84万户", "✓ 结果已超过下限（单位不同：户／家）"),
        ("6.5%", "○ 结果低于下限"),
        ("6%", "▲ 目标高于结果，目标为约数"),
        ("286.8亩", "▼ 少 136.8亩（-47.7%）"),
        ("4.02个", "▲ 多 0.88个（+21.9%）"),
    ],
)
def test_change_is_computed(quote: str, text: str) -> None:
    metric = metric_of(quote)
    row = next(row for row in comparison_rows(huiji()) if row.actual and metric in (row.actual, row.target))
    assert f"{row.change.sign} {row.change.text}" == text
    assert row.sign == row.change.sign


@pytest.mark.parametrize(
    ("quote", "others"),
    [
        ("26.12亿元", ["261,200万元", "2,612,000,000元"]),
        ("1.84万户", ["18,400户"]),
        ("6.5%", []),
        ("154家", []),
    ],
)
def test_value_is_converted_to_other_units(quote: str, others: list[str]) -> None:
    assert list(conversions(metric_of(quote))) == others


def test_pairs_are_looked_up_by_the_ids_of_both_metrics() -> None:
    rows = comparison_rows(huiji())
    pairs = pairs_by_metric(rows)
    expected = [row for row in rows if row.actual is not None and row.target is not None]
    assert len(pairs) == 2 * len(expected)
    for row in expected:
        assert row.actual is not None and row.target is not None
        assert pairs[row.actual.id] is pairs[row.target.id] is row
