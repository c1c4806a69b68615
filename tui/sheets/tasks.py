"""The tasks of plans as a table to hand in (任务分解表), with columns for an office to fill in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tui.messages import sheets as messages
from tui.messages.tasks import FIELD_NAMES
from tui.report.outline import Outline
from tui.report.sanitize import one_line
from tui.report.sentences import sentence_at
from tui.sheets.figures import short_path, source, source_column, whose, with_origin_columns
from tui.sheets.model import Column, Sheet, whole
from tui.tasks.export import SHEET_FIELDS, task_table
from tui.tasks.model import Task
from tui.typeset.cells import CellWidths, cut

#: Cells of the name of a section: one line, also where marks such as “ are as wide as characters.
_SECTION_WIDTH, _WIDTHS = 20, CellWidths(ambiguous=2)
_COLUMNS = (
    whole(FIELD_NAMES["number"], 7),
    Column(FIELD_NAMES["text"], 54),
    Column(FIELD_NAMES["figures"], 20),
    Column(FIELD_NAMES["deadline"], 14, "center"),
    Column(FIELD_NAMES["path"], _SECTION_WIDTH + 2),
    Column(FIELD_NAMES["office"], 20, is_blank=True),
    Column(FIELD_NAMES["person"], 12, is_blank=True),
    Column(FIELD_NAMES["progress"], 10, "center", choices=messages.PROGRESS, is_blank=True),
    Column(FIELD_NAMES["remark"], 20, is_blank=True),
    source_column(messages.PATH, 40),
    source_column(messages.SENTENCE),
)


_PATH = SHEET_FIELDS.index("path")


def task_rows(index: Outline, tasks: Sequence[Task]) -> list[list[str]]:
    """Return the cells of tasks, without headings."""
    table = task_table(index.report, tasks, "zh", SHEET_FIELDS)[1:]
    return [_row(index, task, cells) for task, cells in zip(tasks, table, strict=True)]


def _row(index: Outline, task: Task, cells: Sequence[str]) -> list[str]:
    text = index.report.text
    sentence = one_line(text[slice(*sentence_at(text, task.start))])
    return [*cells[:_PATH], _section(index, task), *cells[_PATH + 1 :], cells[_PATH], sentence]


def _section(index: Outline, task: Task) -> str:
    """Return the number of a task's section, and as much of its heading as one line holds; the full path has its own column."""
    node = index.by_id[task.node]
    section = index.section_at(node.start)
    name = short_path(index, node)
    heading = section.heading if section.level == "section" and section.number else ""
    return cut(one_line(name + (heading or "")), _SECTION_WIDTH, _WIDTHS)


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
        frozen=3 if is_several else 1,
        whose=name,
    )
