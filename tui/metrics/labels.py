"""Format values for readers. Imports little, since the first screen needs it."""

from __future__ import annotations

from tui.messages import metrics as messages
from tui.report.model import Metric


def format_short_value(metric: Metric) -> str:
    """Format a value beside another one of its kind: ``6%预计``, ``7%左右``."""
    before, after = messages.QUALIFIER_SIGNS.get(metric.qualifier, ("", ""))
    fall = messages.FALLS if metric.direction == "down" else ""
    return f"{fall}{before}{_quote(metric)}{after}{messages.ESTIMATED if metric.estimated else ''}"


def format_value(metric: Metric) -> str:
    """Format a value with its qualifier, and its kind if the unit does not tell: ``预计增6.5%左右``."""
    before, after = messages.QUALIFIER_SIGNS.get(metric.qualifier, ("", ""))
    kind = ""
    if metric.measure == "growth":
        kind = messages.FALLS if metric.direction == "down" else messages.RISES
    elif metric.measure == "completion":
        kind = messages.COMPLETES
    return f"{messages.ESTIMATED if metric.estimated else ''}{kind}{before}{_quote(metric)}{after}"


def _quote(metric: Metric) -> str:
    """Return the quote, for a rank with what makes it an ordinal: 第1位; 首位 is one by itself."""
    is_ordinal = metric.measure == "rank" and not metric.quote.startswith(messages.FIRST)
    return messages.ORDINAL_SIGN + metric.quote if is_ordinal else metric.quote
