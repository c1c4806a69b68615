"""Print the metrics of one report or several."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from typing import Any

from tui.cli import spreadsheets
from tui.cli.explain import EXPLAIN_FIELDS, explain_table, explained
from tui.cli.origin import origin, with_origin
from tui.cli.reports import own_indicators, with_own_indicators
from tui.cli.several import Reports, load
from tui.cli.spreadsheets import SheetRows, sheet_rows
from tui.cli.tables import writer
from tui.exports.metrics import short_metrics
from tui.metrics.export import METRIC_FIELDS, metrics_as_json, table_of
from tui.report.model import Metric
from tui.report.outline import Outline
from tui.search.metric_filter import filter_metrics
from tui.search.places import find_span

_TASK = "tui.cli.metrics:metrics_of_report"


def run(options: Namespace) -> int:
    """Print the metrics that pass the filters, or all numbers with the reasons."""
    is_sheet = spreadsheets.is_asked(options)
    reports = Reports(options)
    if reports.are_several:
        own_indicators()  # complains once for all of them
        filter_metrics((), options.filter or "")
    found = SheetRows(reports.are_several)
    name = "numbers" if options.explain else "metrics"
    printed = found if is_sheet else writer(options.format, name, options.bom)
    names = ("place", "status", "filter", "explain", "format", "headings")
    total = 0
    for _, value in reports.each(metrics_of_report, _TASK, {name: getattr(options, name) for name in names}):
        total += value["total"]
        printed.add(value["rows"])
    printed.close()
    if is_sheet:
        from tui.sheets.metrics import metric_sheet, number_sheet  # only spreadsheets need them

        make = number_sheet if options.explain else metric_sheet
        sheet = make(found.reports, found.rows, found.is_several)
        spreadsheets.write(sheet, options, reports.missing)
    return reports.status(total > 0)


def metrics_of_report(arguments: dict[str, Any], data: bytes, tell: object) -> tuple[dict[str, Any], bytes]:
    """Return the metrics of a report as they are printed, in this process or in a worker process."""
    indicators = own_indicators(is_quiet=not arguments["is_alone"])
    index = Outline(with_own_indicators(load(arguments, data), indicators))
    place, form, headings = arguments["place"], arguments["format"], arguments["headings"]
    span = find_span(index, place) if place is not None else (0, len(index.report.text))
    chosen = _chosen(index, arguments, span)
    first = origin(arguments, index.report)
    is_explained = arguments["explain"]
    records: Sequence[dict[str, object]] = ()
    if is_explained:
        records = explained(index.report, chosen, span)
    elif form in ("json", "csv"):
        records = metrics_as_json(index.report, chosen, indicators)
    total = len(records) if is_explained else len(chosen)
    if form == "xlsx":
        from tui.sheets.metrics import metric_rows

        cells = _explained_cells(records) if is_explained else metric_rows(index, chosen, indicators)
        return {"total": total, "rows": sheet_rows(index.report, first, cells)}, b""
    if form == "json":
        return {"total": total, "rows": [{**first, **record} for record in records]}, b""
    if form == "csv":
        fields = EXPLAIN_FIELDS if is_explained else METRIC_FIELDS
        rows = table_of([{**first, **record} for record in records], (*first, *fields), headings)
        return {"total": total, "rows": rows}, b""
    table = explain_table(records, headings) if is_explained else short_metrics(index, chosen, headings)
    return {"total": total, "rows": with_origin(first, table, headings)}, b""


def _explained_cells(records: Sequence[dict[str, object]]) -> Sequence[Sequence[str]]:
    return table_of(records, EXPLAIN_FIELDS, "zh")[1:]


def _chosen(index: Outline, arguments: dict[str, Any], span: tuple[int, int]) -> Sequence[Metric]:
    chosen = [
        metric
        for metric in index.report.metrics
        if span[0] <= metric.start and metric.end <= span[1] and arguments["status"] in (None, metric.status)
    ]
    return filter_metrics(chosen, arguments["filter"], index) if arguments["filter"] else chosen
