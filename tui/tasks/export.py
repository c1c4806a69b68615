"""Write tasks as JSON fields and tables, for the command line and the export."""

from __future__ import annotations

from collections.abc import Sequence

from tui.messages import tasks as messages
from tui.metrics.export import Headings, table
from tui.metrics.labels import format_value
from tui.report.model import Report
from tui.tasks.model import Task

#: Columns that are empty, for an office to fill in.
_EMPTY = ("person", "progress", "remark")
#: Columns of a table to hand in, and those that tell where a task stands.
SHEET_FIELDS = ("number", "text", "figures", "due", "path", "office", *_EMPTY)
TASK_FIELDS = (
    *SHEET_FIELDS, "deadline", "years", "figure_years", "chapter_year", "horizon", "part_of", "metrics", "node", "start", "end",
)  # fmt: skip


def task_as_json(task: Task) -> dict[str, object]:
    """Return the JSON fields of a task."""
    return {
        "number": task.number,
        "text": task.text,
        "start": task.start,
        "end": task.end,
        "node": task.node,
        "path": list(task.path),
        "metrics": list(task.metrics),
        "due": task.due,
        "due_from": task.due_from,
        "deadline": task.deadline,
        "years": task.years,
        "figure_years": task.figure_years,
        "chapter_year": task.chapter_year,
        "horizon": task.horizon,
        "office": task.office,
        "part_of": task.part_of,
    }


def task_table(
    report: Report,
    tasks: Sequence[Task],
    headings: Headings = "zh",
    fields: Sequence[str] = TASK_FIELDS,
) -> list[list[str]]:
    """Return tasks as rows of text, with the headings first.

    Args:
        report: The report they are of.
        tasks: The tasks.
        headings: ``zh`` for Chinese headings, ``en`` for the names of the fields.
        fields: The columns, in order.
    """
    # A number that only says which thing is meant is nothing to be done: 50亿元以上项目.
    figures = {metric.id: format_value(metric) for metric in report.metrics if metric.status != "background"}
    rows = (
        _cells(task, [figures[each] for each in task.metrics if each in figures], headings) for task in tasks
    )
    return table(fields, rows, headings, messages.FIELD_NAMES.__getitem__)


def _cells(task: Task, figures: Sequence[str], headings: Headings) -> dict[str, str]:
    """Return the cells of a task, by field."""
    return {
        **dict.fromkeys(_EMPTY, ""),
        "number": str(task.number),
        "office": task.office,
        "text": task.text,
        "figures": messages.FIGURE_COMMA.join(figures),
        "deadline": task.deadline,
        "due": messages.due(task.due, task.due_from),
        "years": task.years,
        "figure_years": task.figure_years,
        "chapter_year": str(task.chapter_year or ""),
        "horizon": messages.HORIZONS[task.horizon] if headings == "zh" else task.horizon,
        "path": messages.PATH_MARK.join(task.path),
        "part_of": "" if task.part_of is None else str(task.part_of),
        "metrics": ";".join(task.metrics),
        "node": task.node,
        "start": str(task.start),
        "end": str(task.end),
    }
