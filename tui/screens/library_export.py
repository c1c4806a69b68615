"""Export what the library's list shows as CSV for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tui.library.addresses import Addresses
from tui.library.hit_cells import hit_cells
from tui.library.place_tree import PlaceTree
from tui.library.results import ReportResults
from tui.messages import library as library_messages
from tui.messages import library_screen as messages
from tui.messages import screens as screens_messages
from tui.screens.exporting import write_csv
from tui.widgets.report_list import ListRow


def export_hits(results: Iterable[ReportResults], addresses: Addresses) -> str:
    """Write hits with their sentences into the current folder, as ``search --format csv`` does; return what was done.

    Raises:
        WriteError: If the folder cannot be written to.
    """
    rows = [hit_cells(found, hit, addresses, True) for found in results for hit in found.hits]
    return _write(messages.EXPORTED_HITS, library_messages.HIT_COLUMNS, rows)


def export_reports(tree: PlaceTree, rows: Sequence[ListRow]) -> str:
    """Write the reports of a list into the current folder; return what was done.

    Raises:
        WriteError: If the folder cannot be written to.
    """
    return _write(
        messages.EXPORTED_REPORTS, library_messages.REPORT_COLUMNS[:-1], list(_report_cells(tree, rows))
    )


def _report_cells(tree: PlaceTree, rows: Sequence[ListRow]) -> Iterator[Sequence[str]]:
    for row in rows:
        if row.kind == "report":
            report = tree.reports[row.report]
            level = library_messages.LEVEL_NAMES[report.level]
            yield (
                str(report.id), report.place, level, str(report.plan_year or ""), report.title, report.date, str(report.characters),
            )  # fmt: skip


def _write(what: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    if not rows:
        return messages.NOTHING_TO_EXPORT
    path = write_csv(messages.LIBRARY, what, [head, *rows])
    return screens_messages.exported(len(rows), path)
