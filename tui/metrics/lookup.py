"""Look up metrics by text offset."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from tui.report.model import Metric


def metric_beside(metrics: Sequence[Metric], offset: int, direction: int) -> Metric | None:
    """Return the first metric that starts after an offset (1), or the last that starts before it (-1)."""
    if direction > 0:
        index = bisect_right(metrics, offset, key=lambda metric: metric.start)
    else:
        index = bisect_left(metrics, offset, key=lambda metric: metric.start) - 1
    return metrics[index] if 0 <= index < len(metrics) else None


def metric_at_or_after(metrics: Sequence[Metric], offset: int) -> Metric | None:
    """Return the metric that holds an offset, or the first one behind it."""
    index = bisect_right(metrics, offset, key=lambda metric: metric.end)
    return metrics[index] if index < len(metrics) else None


def metrics_in(metrics: Sequence[Metric], start: int, end: int) -> Sequence[Metric]:
    """Return the metrics that start in a half-open span."""
    low, high = (bisect_left(metrics, offset, key=lambda metric: metric.start) for offset in (start, end))
    return metrics[low:high]
