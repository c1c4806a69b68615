"""Tasks of a report to be exported, as ``tasks`` prints them."""

from __future__ import annotations

from collections.abc import Sequence

from tui.exports.model import Table
from tui.report.outline import Outline
from tui.sheets.figures import about
from tui.sheets.tasks import task_rows, task_sheet
from tui.tasks.export import SHEET_FIELDS, task_as_json, task_table
from tui.tasks.model import Task


def tasks_table(index: Outline, tasks: Sequence[Task]) -> Table:
    """Return tasks in all formats, with empty columns for who does what.

    Args:
        index: The report.
        tasks: Some of its tasks.
    """
    return Table(
        lambda headings: task_table(index.report, tasks, headings),
        lambda: {"tasks": [task_as_json(task) for task in tasks]},
        lambda: task_sheet([about(index.report)], task_rows(index, tasks), False),
        lambda headings: task_table(index.report, tasks, headings, SHEET_FIELDS),
    )
