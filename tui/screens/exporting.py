"""Export tables to a file: metrics, comparisons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from tui.messages import screens as messages
from tui.metrics.comparison import ComparisonRow
from tui.metrics.export import comparison_table, csv_text, metric_table
from tui.report.errors import WriteError
from tui.report.model import Metric, Report
from tui.state.files import create_new, write_atomically


def export_metrics(report: Report, metrics: Sequence[Metric]) -> str:
    """Write metrics, which are in the order of the text, into the current folder; return what was done.

    Raises:
        WriteError: If the folder cannot be written to.
    """
    path = write_csv(report.name, messages.EXPORTED_METRICS, metric_table(report, metrics))
    return messages.exported(len(metrics), path)


def export_comparisons(report: Report, rows: Sequence[ComparisonRow]) -> str:
    """Write rows of the comparison into the current folder; return what was done.

    Raises:
        WriteError: If the folder cannot be written to.
    """
    path = write_csv(report.name, messages.EXPORTED_COMPARISONS, comparison_table(rows))
    return messages.exported(len(rows), path)


def write_csv(whose: str, what: str, table: Iterable[Sequence[str]]) -> Path:
    """Write a table as CSV for spreadsheets into the current folder; overwrite nothing.

    Args:
        whose: The report, or what else it is about; it begins the name of the file.
        what: What the rows are.
        table: The rows.

    Raises:
        WriteError: If the folder cannot be written to.
    """
    data = csv_text(table, "\r\n").encode("utf-8-sig")
    name = re.sub(r"\W", "", whose)
    path = create_new(Path(f"{name}-{what}.csv")).absolute()
    try:
        write_atomically(path, data)
    except WriteError:
        path.unlink(missing_ok=True)
        raise
    return path
