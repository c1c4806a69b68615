"""The tasks of plans as a table to hand in (任务分解表), with columns for an office to fill in.

Tasks stand under the headings of their sections. Those that are to be done after the year planned have a sheet of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from tui.messages import sheets as messages
from tui.messages.tasks import FIELD_NAMES, HORIZONS, PATH_MARK
from tui.report.outline import Outline
from tui.report.sanitize import one_line
from tui.report.sentences import sentence_at
from tui.sheets.figures import source, source_column, whose, with_origin_columns
from tui.sheets.model import Column, Sheet, centered, in_two, whole
from tui.sheets.sections import short_section
from tui.tasks.deed_lists import deed_list
from tui.tasks.export import SHEET_FIELDS, task_table
from tui.tasks.model import Task

_COLUMNS = (
    whole(FIELD_NAMES["number"], 7),
    Column(FIELD_NAMES["text"], 58),
    Column(FIELD_NAMES["figures"], 20),
    centered(FIELD_NAMES["due"], 24),
    centered(FIELD_NAMES["path"], 20),
    Column(FIELD_NAMES["office"], 20, is_blank=True),
    Column(FIELD_NAMES["person"], 12, is_blank=True),
    Column(FIELD_NAMES["progress"], 10, "center", choices=messages.PROGRESS, is_blank=True),
    Column(FIELD_NAMES["remark"], 20, is_blank=True),
    source_column(FIELD_NAMES["horizon"], 12),
    source_column(messages.HEADINGS, 40),
    source_column(messages.PATH, 40),
    source_column(messages.SENTENCE),
)
_PATH = SHEET_FIELDS.index("path")
_HEADINGS = [column.heading for column in _COLUMNS]
_HORIZON, _GROUP = _HEADINGS.index(FIELD_NAMES["horizon"]), _HEADINGS.index(messages.HEADINGS)


def task_rows(index: Outline, tasks: Sequence[Task]) -> list[list[str]]:
    """Return the cells of tasks, without headings."""
    table = task_table(index.report, tasks, "zh", SHEET_FIELDS)[1:]
    return [_row(index, task, cells) for task, cells in zip(tasks, table, strict=True)]


def _row(index: Outline, task: Task, cells: Sequence[str]) -> list[str]:
    text = index.report.text
    node = index.by_id[task.node]
    steps = [step for step in index.lineage(node) if step.level in ("chapter", "section") and step.heading]
    names = [index.label(step) for step in steps] or [index.label(node)]
    section = short_section(index, index.section_at(node.start))
    if deeds := deed_list(index, node):
        names.append(deeds[1])
        section = f"{section} {deeds[1]}"
    sources = [
        HORIZONS[task.horizon],
        PATH_MARK.join(names),
        cells[_PATH],
        text[slice(*sentence_at(text, task.start))],
    ]
    return [
        *cells[:_PATH],
        section,
        *cells[_PATH + 1 :],
        *map(one_line, sources),
    ]


def task_sheet(reports: Sequence[dict[str, Any]], rows: Sequence[Sequence[str]], is_several: bool) -> Sheet:
    """Return the table of tasks: those of the year, followed by a sheet with later ones if there are any.

    Args:
        reports: Which reports they are of, see :func:`tui.sheets.figures.about`.
        rows: Their cells; where there are several reports, with those in front that tell which.
        is_several: Whether there may be several reports.
    """
    columns = with_origin_columns(_COLUMNS, is_several)
    before = next(at for at, column in enumerate(columns) if column.heading == _HEADINGS[0])
    at = before + _HORIZON
    later = _numbered([row for row in rows if row[at] == HORIZONS["plan"]], before)
    of_year = _numbered([row for row in rows if row[at] != HORIZONS["plan"]], before)
    name = whose(reports)

    def sheet(rows: Sequence[Sequence[str]], is_later: bool, others: int) -> Sheet:
        count = messages.task_count(len(rows))
        if others:
            other = messages.TASKS_OF_YEAR if is_later else messages.LATER_TASKS
            count = messages.also_counted(count, other, others)
        return Sheet(
            messages.TASKS,
            messages.task_title(name, is_later),
            columns,
            rows,
            lines=[messages.counted(source(reports), count)],
            notes=[messages.TASK_NOTE, *([messages.LATER_NOTE] if later else [])],
            frozen=before + 1,
            whose=name,
            groups=_groups(rows, before, before + _GROUP),
            tab="" if not later else messages.LATER_TASKS if is_later else messages.TASKS_OF_YEAR,
        )

    return in_two(of_year, later, sheet)


def _numbered(rows: Sequence[Sequence[str]], before: int) -> list[Sequence[str]]:
    """Return the rows of a sheet, numbered from 1 for each report; the columns before the number tell which it is."""
    return [
        [*row[:before], str(number), *row[before + 1 :]]
        for _, some in groupby(rows, key=lambda row: list(row[:before]))
        for number, row in enumerate(some, 1)
    ]


def _groups(rows: Sequence[Sequence[str]], before: int, heading: int) -> dict[int, str]:
    """Return the heading of each section, by the index of its first row.

    Args:
        rows: The cells.
        before: How many columns in front tell the report: its place and year head the section, too.
        heading: The index of the column with the headings.
    """
    groups, at = {}, 0
    for (*origin, text), some in groupby(rows, key=lambda row: (*row[:before], row[heading])):
        size = sum(1 for _ in some)
        whose = messages.whose(origin[0], int(origin[1]) if origin[1] else None) if origin else ""
        groups[at] = messages.group_heading(whose, text, size)
        at += size
    return groups
