"""The results of a library as rows and records: one a hit, or one a metric in the sentences of the hits."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from typing import Any, Protocol

from tui.cli.reports import own_indicators, with_own_indicators
from tui.exports.library import HIT_FIELDS, hit_record, report_record
from tui.library.hit_cells import hit_cells
from tui.library.library import Library
from tui.library.results import LibraryResults, ReportResults
from tui.messages import library as messages
from tui.messages.metrics import STATUS_NAMES
from tui.metrics.export import METRIC_FIELDS, metrics_as_json, table_of
from tui.metrics.labels import format_value, metric_name
from tui.report.model import Metric
from tui.report.sanitize import one_line
from tui.search.metric_filter import filter_metrics


class Rows(Protocol):
    """Makes rows and records of results.

    Attributes:
        name: The key of the list in JSON.
        head: The head of the table.
    """

    name: str
    head: Sequence[str]

    def of(self, found: ReportResults) -> Sequence[Any]:
        """Return the records, or the rows, of a report."""


class HitRows:
    """One a hit."""

    name = "hits"

    def __init__(self, library: Library, results: LibraryResults, options: Namespace) -> None:
        self._options = options
        self._addresses = library.addresses()
        is_json = options.format == "json"
        self._reports = (
            {report.id: report_record(report, self._addresses) for report in library.reports()}
            if is_json
            else {}
        )
        self.head = messages.HIT_COLUMNS if options.headings == "zh" else HIT_FIELDS

    def of(self, found: ReportResults) -> Sequence[Any]:
        """Return the records, or the rows, of a report."""
        if self._options.format == "json":
            report = self._reports[found.report.id]
            if self._options.saved:
                report = {**report, "hits_before": found.hits_before}
            return [{"report": report, **hit_record(hit)} for hit in found.hits]
        is_chinese = self._options.headings == "zh"
        is_sheet = self._options.format == "xlsx"
        return [hit_cells(found, hit, self._addresses, is_chinese, is_sheet) for hit in found.hits]


class MetricRows:
    """One a metric in a sentence with a hit; in CSV and JSON with the fields of ``metrics``."""

    name = "metrics"

    def __init__(self, library: Library, results: LibraryResults, options: Namespace) -> None:
        self._library = library
        self._options = options
        self._addresses = library.addresses()
        self._indicators = own_indicators()
        is_chinese = options.headings == "zh"
        self.head: Sequence[str] = messages.METRIC_COLUMNS if is_chinese else _METRIC_COLUMNS
        #: How many there were.
        self.count = 0
        filter_metrics(
            (), options.filter or ""
        )  # what is wrong with the filter is told before anything is printed
        if options.format in ("csv", "md"):
            (self.head,) = table_of([], _METRIC_FIELDS, options.headings)

    def of(self, found: ReportResults) -> Sequence[Any]:
        """Return the records, or the rows, of a report."""
        metrics = filter_metrics(found.metrics, self._options.filter or "")
        self.count += len(metrics)
        if self._options.format == "list":
            return [self._row(found, metric) for metric in metrics]
        report = with_own_indicators(self._library.report(found.report.id), self._indicators)
        starts = {metric.start for metric in metrics}
        chosen = [metric for metric in report.metrics if metric.start in starts]
        row = found.report
        place = self._addresses.place_of(row.id)
        place = place if self._options.format == "json" else one_line(place)
        origin = {"report": one_line(self._addresses.of(row.id)), "place": place, "year": row.plan_year}
        records = [{**origin, **record} for record in metrics_as_json(report, chosen, self._indicators)]
        if self._options.format == "json":
            return records
        if self._options.format == "xlsx":
            from tui.report.outline import Outline
            from tui.sheets.figures import with_origin_cells  # only spreadsheets need them
            from tui.sheets.metrics import metric_rows

            cells = metric_rows(Outline(report), chosen, self._indicators)
            return with_origin_cells(origin["report"], place, row.plan_year, cells)
        return table_of(records, _METRIC_FIELDS, self._options.headings)[1:]

    def _row(self, found: ReportResults, metric: Metric) -> list[str]:
        is_chinese = self._options.headings == "zh"
        return [
            one_line(self._addresses.of(found.report.id)),
            metric_name(metric) if is_chinese else metric.indicator,
            format_value(metric) if is_chinese else metric.quote,
            STATUS_NAMES[metric.status] if is_chinese else metric.status,
            metric.period,
            one_line(self._library.path_of(found.report.id, metric.node)) if is_chinese else metric.node,
        ]


_METRIC_FIELDS = ("report", "place", "year", *METRIC_FIELDS)
_METRIC_COLUMNS = ("report", "indicator", "quote", "status", "period", "node")
