"""Print last year's actuals beside this year's targets."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from tui.cli import printing
from tui.cli.exit_codes import NOTHING_FOUND, OK
from tui.cli.reports import load_report
from tui.messages import cli as messages
from tui.metrics.comparison import ComparisonRow, comparison_rows
from tui.metrics.export import comparison_as_json, comparison_table
from tui.metrics.labels import format_value
from tui.report.model import FrontMatter


def run(options: Namespace) -> int:
    """Print the comparisons of a report."""
    report = load_report(options.report, options.encoding)
    rows = [row for row in comparison_rows(report) if (row.actual and row.target) or not options.pairs]
    if options.format == "json":
        printing.json_text({"comparisons": [comparison_as_json(row) for row in rows]})
    elif options.format == "csv":
        printing.csv_rows(comparison_table(rows, options.headings), options.bom)
    else:
        printing.table(_table(report.front, rows), markdown=options.format == "md")
    return OK if rows else NOTHING_FOUND


def _table(front: FrontMatter, rows: Sequence[ComparisonRow]) -> list[list[str]]:
    years = str(front.review_year or messages.ACTUAL), str(front.plan_year or messages.TARGET)
    return [[messages.METRIC, *years, "", messages.CHANGE]] + [
        [
            row.indicator,
            format_value(row.actual) if row.actual else row.actual_text,
            format_value(row.target) if row.target else row.target_text,
            row.change.sign,
            row.change.text,
        ]
        for row in rows
    ]
