"""Reports of a library, and hits in them, to be exported as ``library list`` and ``search --library`` print them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tui.exports.model import Rows, Table
from tui.library.addresses import Addresses
from tui.library.hit_cells import hit_cells
from tui.library.inventory import ListedReport
from tui.library.results import LibraryHit, ReportResults
from tui.messages import library as messages
from tui.metrics.export import Headings
from tui.outline_file.records import decimal_fields
from tui.report.sanitize import one_line
from tui.sheets.hits import library_hit_sheet

HIT_FIELDS = ("place", "level", "year", "path", "before", "text", "after", "sentence", "metrics", "report")
_REPORT_FIELDS = ("id", "place", "level", "year", "title", "date", "characters", "files")
#: What JSON has of a metric beside a hit.
_STATED = (
    "id", "start", "end", "indicator", "quote", "value", "unit", "measure", "status", "period", "canonical",
)  # fmt: skip


def report_table(reports: Sequence[ListedReport], addresses: Addresses) -> Table:
    """Return reports of a library in all formats."""
    return Table(
        lambda headings: report_rows(reports, addresses, headings),
        lambda: {"reports": [report_record(report, addresses) for report in reports]},
    )


def report_rows(reports: Sequence[ListedReport], addresses: Addresses, headings: Headings = "zh") -> Rows:
    """Return reports as rows, the headings first."""
    is_chinese = headings == "zh"
    names = messages.LEVEL_NAMES if is_chinese else {}
    rows = [
        [
            str(number), one_line(addresses.place_of(number)), names.get(level, one_line(level)), str(year or ""), one_line(title),
            date, str(size), one_line("、".join(files)),
        ]
        for number, _, level, year, title, date, size, files, _ in reports
    ]  # fmt: skip
    return [messages.REPORT_COLUMNS if is_chinese else _REPORT_FIELDS, *rows]


def report_record(report: ListedReport, addresses: Addresses) -> dict[str, object]:
    """Return a report as JSON has it; a place that has namesakes is named with the place above it."""
    fields = ("level", "plan_year", "title", "date", "characters")
    return {
        "id": report.id,
        "place": addresses.place_of(report.id),
        **{field: getattr(report, field) for field in fields},
        "files": list(report.files),
    }


def hit_table(
    query: str, results: Sequence[ReportResults], reports: Sequence[ListedReport], addresses: Addresses
) -> Table:
    """Return hits with their sentences in all formats.

    Args:
        query: The query as typed, with filters.
        results: The reports with their hits.
        reports: All reports of the library.
        addresses: How they are named.
    """

    def cells(is_chinese: bool, is_sheet: bool) -> Rows:
        return [
            hit_cells(found, hit, addresses, is_chinese, is_sheet) for found in results for hit in found.hits
        ]

    def rows(headings: Headings) -> Rows:
        is_chinese = headings == "zh"
        return [messages.HIT_COLUMNS if is_chinese else HIT_FIELDS, *cells(is_chinese, False)]

    return Table(
        rows,
        lambda: _record(query, results, reports, addresses),
        lambda: library_hit_sheet(query, cells(True, True), sum(bool(found.hits) for found in results)),
        rows,
    )


def _record(
    query: str, results: Sequence[ReportResults], reports: Sequence[ListedReport], addresses: Addresses
) -> dict[str, object]:
    years, places, levels = Counter[int | None](), Counter[str](), Counter[str]()
    for found in sorted(results, key=lambda one: one.report.id):  # as the command counts them
        report = found.report
        years[report.plan_year] += len(found.hits)
        places[addresses.place_of(report.id)] += len(found.hits)
        levels[report.level] += len(found.hits)
    known = {report.id: report_record(report, addresses) for report in reports}
    return {
        **summary(query, years.total(), len(results), years, places, levels),
        "hits": [
            {"report": known.get(found.report.id), **hit_record(hit)}
            for found in results
            for hit in found.hits
        ],
    }


def summary(
    query: str,
    total: int,
    reports: int,
    years: dict[int | None, int],
    places: dict[str, int],
    levels: dict[str, int],
) -> dict[str, object]:
    """Return the fields of JSON before the hits: the query, and how many hits there are of which reports."""
    by_year = {str(year): count for year, count in sorted(years.items(), key=lambda item: item[0] or 0)}
    facets = {"year": by_year, "place": dict(places), "level": dict(levels)}
    return {"query": query, "total": total, "reports": reports, "facets": facets}


def hit_record(hit: LibraryHit) -> dict[str, object]:
    """Return a hit as JSON has it, with what its sentence states."""
    fields = ("start", "end", "node", "path", "text", "before", "after")
    why = {"why": hit.why} if hit.why else {}
    metrics = [
        {**{field: getattr(metric, field) for field in _STATED}, "value": decimal_fields(metric.value)}
        for metric in hit.metrics
    ]
    return {
        **{field: getattr(hit, field) for field in fields},
        **why,
        "sentence": hit.sentence,
        "metrics": metrics,
    }
