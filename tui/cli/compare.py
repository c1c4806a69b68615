"""Print last year's actuals beside this year's targets, of one report or several."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from tui.cli import spreadsheets
from tui.cli.origin import origin, with_origin
from tui.cli.reports import own_indicators, with_own_indicators
from tui.cli.several import Reports, load
from tui.cli.spreadsheets import SheetRows, sheet_rows
from tui.cli.tables import writer
from tui.exports.metrics import short_comparisons
from tui.metrics.comparison import comparison_rows
from tui.metrics.export import COMPARISON_FIELDS, comparison_as_json, table_of

_TASK = "tui.cli.compare:compare_report"


def run(options: Namespace) -> int:
    """Print the comparisons of the reports."""
    is_sheet = spreadsheets.is_asked(options)
    reports = Reports(options)
    if reports.are_several:
        own_indicators()  # complains once for all of them
    found = SheetRows(reports.are_several)
    printed = found if is_sheet else writer(options.format, "comparisons", options.bom)
    arguments = {"pairs": options.pairs, "format": options.format, "headings": options.headings}
    total = 0
    for _, value in reports.each(compare_report, _TASK, arguments):
        total += value["total"]
        printed.add(value["rows"])
    printed.close()
    if is_sheet:
        from tui.sheets.comparison import comparison_sheet  # only spreadsheets need it

        sheet = comparison_sheet(found.reports, found.rows, found.is_several)
        spreadsheets.write(sheet, options, reports.missing)
    return reports.status(total > 0)


def compare_report(arguments: dict[str, Any], data: bytes, tell: object) -> tuple[dict[str, Any], bytes]:
    """Return the comparisons of a report as they are printed, in this process or in a worker process."""
    indicators = own_indicators(is_quiet=not arguments["is_alone"])
    report = with_own_indicators(load(arguments, data), indicators)
    rows = [row for row in comparison_rows(report) if (row.actual and row.target) or not arguments["pairs"]]
    first = origin(arguments, report)
    form, headings = arguments["format"], arguments["headings"]
    if form == "xlsx":
        from tui.report.outline import Outline
        from tui.sheets.comparison import comparison_sheet_rows

        cells = comparison_sheet_rows(Outline(report), rows)
        return {"total": len(rows), "rows": sheet_rows(report, first, cells)}, b""
    if form in ("json", "csv"):
        records = [{**first, **comparison_as_json(row, indicators)} for row in rows]
        printed = records if form == "json" else table_of(records, (*first, *COMPARISON_FIELDS), headings)
    else:
        printed = with_origin(first, short_comparisons(report, rows, headings, not first), headings)
    return {"total": len(rows), "rows": printed}, b""
