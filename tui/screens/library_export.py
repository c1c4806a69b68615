"""What the library's list offers to be exported: the hits of a query, or reports."""

from __future__ import annotations

from collections.abc import Sequence

from tui.exports.library import hit_table, report_table
from tui.exports.model import Export, shown_and_all, table_export
from tui.library.library import Library
from tui.library.results import ReportResults
from tui.messages import exports as export_messages
from tui.messages import library_screen as messages
from tui.widgets.report_list import ListRow


def hit_exports(library: Library, query: str, results: Sequence[ReportResults]) -> list[Export]:
    """Return hits with their sentences.

    Raises:
        HuijiError: If the library cannot be read.
    """
    what = messages.EXPORTED_HITS
    table = hit_table(query, results, library.reports(), library.addresses())
    total = sum(len(found.hits) for found in results)
    label = export_messages.every(what)
    return [table_export(label, what, messages.LIBRARY, total, table)] if total else []


def report_exports(library: Library, rows: Sequence[ListRow]) -> list[Export]:
    """Return the reports of a list, and all of the library.

    Raises:
        HuijiError: If the library cannot be read.
    """
    reports, addresses = library.reports(), library.addresses()
    by_number = {report.id: report for report in reports}
    listed = [by_number[row.report] for row in rows if row.kind == "report" and row.report in by_number]
    tables = [(len(some), report_table(some, addresses)) for some in (listed, reports)]
    return shown_and_all(messages.EXPORTED_REPORTS, messages.LIBRARY, *tables)
