"""The tasks of plans as a table to hand in (任务分解表), with columns for an office to fill in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tui.messages import sheets as messages
from tui.messages.tasks import FIELD_NAMES
from tui.report.model import Report
from tui.report.sentences import sentence_at
from tui.sheets.figures import around, source, whose, with_origin_columns
from tui.sheets.model import Column, Sheet, centered
from tui.tasks.export import SHEET_FIELDS, task_table
from tui.tasks.model import Task

_COLUMNS = (
    centered(FIELD_NAMES["number"], 7),
    Column(FIELD_NAMES["text"], 56),
    Column(FIELD_NAMES["figures"], 20),
    Column(FIELD_NAMES["deadline"], 14, "center"),
    Column(FIELD_NAMES["path"], 26),
    Column(FIELD_NAMES["office"], 14, is_blank=True),
    Column(FIELD_NAMES["person"], 10, is_blank=True),
    Column(FIELD_NAMES["progress"], 10, "center", choices=messages.PROGRESS, is_blank=True),
    Column(FIELD_NAMES["remark"], 14, is_blank=True),
    Column(messages.SENTENCE, 60, is_printed=False),
)


def task_rows(report: Report, tasks: Sequence[Task]) -> list[list[str]]:
    """Return the cells of tasks, without headings."""
    table = task_table(report, tasks, "zh", SHEET_FIELDS)[1:]
    return [[*row, _sentence(report, task)] for row, task in zip(table, tasks, strict=True)]


def _sentence(report: Report, task: Task) -> str:
    start, end = sentence_at(report.text, task.start)
    return around(report.text[start:end], task.start - start, task.end - start)


def task_sheet(reports: Sequence[dict[str, Any]], rows: Sequence[Sequence[str]], is_several: bool) -> Sheet:
    """Return the table of tasks.

    Args:
        reports: Which reports they are of, see :func:`tui.sheets.figures.about`.
        rows: Their cells; where there are several reports, with those in front that tell which.
        is_several: Whether there may be several reports.
    """
    name = whose(reports)
    return Sheet(
        messages.TASKS,
        messages.task_title(name),
        with_origin_columns(_COLUMNS, is_several),
        rows,
        lines=[messages.counted(source(reports), messages.task_count(len(rows)))],
        notes=[messages.TASK_NOTE],
        frozen=1,
        whose=name,
    )
