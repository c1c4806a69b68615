"""The rows of the panel as text to copy."""

from __future__ import annotations

from tui.messages.metrics import COMPARABLE_NAMES, STATUS_NAMES
from tui.messages.verdicts import ACTUAL, LIKELY_SIGN, TARGET
from tui.metrics.comparison import ComparisonRow
from tui.metrics.labels import format_value
from tui.report.sanitize import one_line
from tui.widgets.metric_rows import Row

_BETWEEN, _BETWEEN_REMARKS = "  ", " · "


def row_text(row: Row, about: str = "") -> str:
    """Return a row with its values; what is only loosely comparable, or only likely, says so.

    Args:
        row: The row.
        about: The indicator it is about, if its name is a year only.
    """
    if row.comparison is not None:
        cells = _comparison(row.comparison)
    elif row.pair is not None:
        pair = row.pair
        remark = row.remark.partition(_BETWEEN_REMARKS)[0]
        cells = [f"{TARGET} {pair.left}", pair.sign, f"{ACTUAL} {pair.right}", row.note or remark]
    else:
        cells = [
            cell
            for metric in row.metrics
            for cell in (format_value(metric), STATUS_NAMES[metric.status], row.year)
        ]
    return one_line(_BETWEEN.join(filter(None, [about, row.name, *cells])))


def _comparison(row: ComparisonRow) -> list[str]:
    actual = format_value(row.actual) if row.actual else row.actual_text
    target = format_value(row.target) if row.target else row.target_text
    is_loose = row.comparable == "loose"
    remark = f"{LIKELY_SIGN} {COMPARABLE_NAMES[row.comparable]}" if is_loose and row.comparable else ""
    values = [f"{name} {value}" if value else "" for name, value in ((ACTUAL, actual), (TARGET, target))]
    return [values[0], row.change.sign, values[1], row.change.text, remark]
