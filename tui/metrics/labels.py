"""Format values for readers. Imports little, since the first screen needs it."""

from __future__ import annotations

from tui.messages import metrics as messages
from tui.report.model import Metric


def format_short_value(metric: Metric) -> str:
    """Format a value beside another one of its kind: ``6%预计``, ``7%左右``."""
    before, after = messages.QUALIFIER_SIGNS.get(metric.qualifier, ("", ""))
    fall = messages.FALLS if metric.direction == "down" else ""
    return f"{fall}{before}{metric.quote}{after}{messages.ESTIMATED if metric.estimated else ''}"


def format_value(metric: Metric) -> str:
    """Format a value with its qualifier, and its kind if the unit does not tell: ``预计增6.5%左右``."""
    before, after = messages.QUALIFIER_SIGNS.get(metric.qualifier, ("", ""))
    kind = ""
    if metric.measure == "growth":
        kind = messages.FALLS if metric.direction == "down" else messages.RISES
    elif metric.measure == "completion":
        kind = messages.COMPLETES
    return f"{messages.ESTIMATED if metric.estimated else ''}{kind}{before}{metric.quote}{after}"
