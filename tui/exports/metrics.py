"""Metrics and comparisons of a report to be exported, as ``metrics`` and ``compare`` print them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.exports.model import Rows, Table
from tui.messages import cli as messages
from tui.messages.metrics import STATUS_NAMES
from tui.metrics.comparison import ComparisonRow
from tui.metrics.export import (
    COMPARISON_FIELDS,
    METRIC_FIELDS,
    Headings,
    comparison_as_json,
    metrics_as_json,
    table_of,
)
from tui.metrics.indicators import Indicators
from tui.metrics.labels import format_value, measure_name, metric_name
from tui.report.model import Metric, Report
from tui.report.outline import Outline
from tui.sheets.comparison import comparison_sheet, comparison_sheet_rows
from tui.sheets.figures import about
from tui.sheets.metrics import metric_rows, metric_sheet

#: Columns for people, by the names of the fields.
_METRIC_COLUMNS = ("id", "node", "indicator", "quote", "measure", "status", "period")
_COMPARISON_COLUMNS = ("indicator", "achieved_value", "target_value", "change", "difference")


def metric_table(index: Outline, metrics: Sequence[Metric], indicators: Indicators) -> Table:
    """Return metrics in all formats.

    Args:
        index: The report.
        metrics: Some of its metrics, in the order of the text.
        indicators: The table with today's names.
    """
    report = index.report

    def records() -> list[dict[str, object]]:
        return metrics_as_json(report, metrics, indicators)

    return Table(
        lambda headings: table_of(records(), METRIC_FIELDS, headings),
        lambda: {"metrics": records()},
        lambda: metric_sheet([about(report)], metric_rows(index, metrics, indicators), False),
        lambda headings: short_metrics(index, metrics, headings),
    )


def comparison_table(index: Outline, rows: Sequence[ComparisonRow], indicators: Indicators) -> Table:
    """Return rows of the comparison in all formats; see :func:`metric_table`."""
    report = index.report

    def records() -> list[dict[str, object]]:
        return [comparison_as_json(row, indicators) for row in rows]

    return Table(
        lambda headings: table_of(records(), COMPARISON_FIELDS, headings),
        lambda: {"comparisons": records()},
        lambda: comparison_sheet([about(report)], comparison_sheet_rows(index, rows), False),
        lambda headings: short_comparisons(report, rows, headings, True),
    )


def short_metrics(index: Outline, metrics: Iterable[Metric], headings: Headings) -> Rows:
    """Return the columns for people, the headings first."""
    is_chinese = headings == "zh"
    return [messages.METRIC_COLUMNS if is_chinese else _METRIC_COLUMNS] + [
        (
            metric.id,
            index.path(index.by_id[metric.node]) if is_chinese else metric.node,
            metric_name(metric) if is_chinese else metric.indicator,
            format_value(metric) if is_chinese else metric.quote,
            measure_name(metric) if is_chinese else metric.measure,
            STATUS_NAMES[metric.status] if is_chinese else metric.status,
            metric.period,
        )
        for metric in metrics
    ]


def short_comparisons(
    report: Report, rows: Sequence[ComparisonRow], headings: Headings, is_alone: bool
) -> Rows:
    """Return the columns for people; those of a report that is alone are headed by its years."""
    head = list(messages.COMPARISON_COLUMNS if headings == "zh" else _COMPARISON_COLUMNS)
    if is_alone:
        head[1] = str(report.front.review_year or head[1])
        head[2] = str(report.front.plan_year or head[2])
    return [head] + [
        [
            row.indicator,
            format_value(row.actual) if row.actual else row.actual_text,
            format_value(row.target) if row.target else row.target_text,
            row.change.sign,
            row.change.text,
        ]
        for row in rows
    ]
