"""Rows of a table by the size of a figure of each, below headings that say what it is compared in."""

from __future__ import annotations

from collections.abc import Iterable

from tui.messages import panes as messages
from tui.metrics.sizes import by_size
from tui.report.model import Metric
from tui.widgets.table_layout import TableRow


def rows_by_size(rows: Iterable[tuple[TableRow, Metric | None]]) -> list[TableRow]:
    """Return rows from the largest figure to the smallest of one kind and unit; those without a figure are last."""
    of_metrics: dict[str, list[TableRow]] = {}
    metrics: dict[str, Metric] = {}
    without: list[TableRow] = []
    for row, metric in rows:
        if metric is None:
            without.append(row)
        else:
            metrics[metric.id] = metric
            of_metrics.setdefault(metric.id, []).append(row)
    ordered: list[TableRow] = []
    scales = by_size(metrics.values())
    for group, (scale, some) in enumerate(scales):
        found = [row for metric in some for row in of_metrics[metric.id]]
        heading = messages.scale_heading(scale.measure, scale.unit, len(found), scale.has_sizes)
        ordered += _below(heading, group, found)
    return ordered + _below(messages.without_value(len(without)), len(scales), without)


def _below(heading: str, group: int, rows: list[TableRow]) -> list[TableRow]:
    return [
        row._replace(headings=() if number else ((0, heading),), group=group)
        for number, row in enumerate(rows)
    ]
