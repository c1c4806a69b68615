"""Export what the library's list shows as CSV for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.library.place_tree import PlaceTree
from tui.messages import library as library_messages
from tui.messages import library_screen as messages
from tui.messages import screens as screens_messages
from tui.screens.exporting import write_csv
from tui.widgets.report_list import ListRow


def export_rows(tree: PlaceTree, rows: Sequence[ListRow]) -> str:
    """Write the hits of a list, or its reports if it has no hits, into the current folder; return what was done.

    Raises:
        WriteError: If the folder cannot be written to.
    """
    hits = [row for row in rows if row.excerpt is not None]
    table = list(_hit_table(tree, hits) if hits else _report_table(tree, rows))
    if len(table) < 2:
        return messages.NOTHING_TO_EXPORT
    what = messages.EXPORTED_HITS if hits else messages.EXPORTED_REPORTS
    path = write_csv(messages.LIBRARY, what, table)
    return screens_messages.exported(len(table) - 1, path)


def _hit_table(tree: PlaceTree, rows: Sequence[ListRow]) -> Iterator[Sequence[str]]:
    yield library_messages.HIT_COLUMNS
    for row in rows:
        report, excerpt = tree.reports[row.report], row.excerpt
        assert excerpt is not None
        level = library_messages.LEVEL_NAMES[report.level]
        text = excerpt.text.replace("\n", "")
        yield (
            report.place, level, str(report.plan_year or ""), excerpt.path, excerpt.before, text, excerpt.after, str(report.id),
        )  # fmt: skip


def _report_table(tree: PlaceTree, rows: Sequence[ListRow]) -> Iterator[Sequence[str]]:
    yield library_messages.REPORT_COLUMNS[:-1]
    for row in rows:
        if row.kind == "report":
            report = tree.reports[row.report]
            level = library_messages.LEVEL_NAMES[report.level]
            yield (
                str(report.id), report.place, level, str(report.plan_year or ""), report.title, report.date, str(report.characters),
            )  # fmt: skip
