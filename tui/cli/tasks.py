"""Print what reports plan as a list of tasks."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from typing import Any

from tui.cli import output, spreadsheets
from tui.cli.origin import origin, with_origin
from tui.cli.several import Reports, load
from tui.cli.spreadsheets import SheetRows, sheet_rows
from tui.cli.tables import writer
from tui.library.addresses import newest_of_place
from tui.messages import tasks as messages
from tui.metrics.export import Headings
from tui.report.outline import Outline
from tui.search.places import find_span
from tui.tasks.export import SHEET_FIELDS, task_as_json, task_table
from tui.tasks.model import Task
from tui.tasks.splitting import split_tasks

_TASK = "tui.cli.tasks:tasks_of_report"
#: Columns for people; the last one is not cut.
_COLUMNS = ("number", "figures", "due", "path", "text")
_PATH = _COLUMNS.index("path")


def run(options: Namespace) -> int:
    """Print the tasks of the reports."""
    is_sheet = spreadsheets.is_asked(options)
    options.reports = [_with_year(word, options.library) for word in options.reports]
    reports = Reports(options)
    found = SheetRows(reports.are_several)
    printed = found if is_sheet else writer(options.format, "tasks", options.bom)
    arguments = {name: getattr(options, name) for name in ("place", "format", "headings")}
    total = 0
    for _, value in reports.each(tasks_of_report, _TASK, arguments):
        total += value["total"]
        printed.add(value["rows"])
    printed.close()
    if not total:
        output.tell(messages.NO_TASKS)
    elif is_sheet:
        from tui.sheets.tasks import task_sheet  # only spreadsheets need it

        sheet = task_sheet(found.reports, found.rows, found.is_several)
        spreadsheets.write(sheet, options, reports.missing)
    return reports.status(total > 0)


def _with_year(word: str, library: str | None) -> str:
    """Return the address of the newest report of a place that is named without a year, as ``promises`` does."""
    address = newest_of_place(word, library)
    if address:
        output.tell(messages.newest(address))
    return address or word


def tasks_of_report(arguments: dict[str, Any], data: bytes, tell: object) -> tuple[dict[str, Any], bytes]:
    """Return the tasks of a report as they are printed, in this process or in a worker process."""
    report = load(arguments, data)
    index = Outline(report)
    tasks = _chosen(index, arguments["place"])
    first = origin(arguments, report)
    form, headings = arguments["format"], arguments["headings"]
    if form == "xlsx":
        from tui.sheets.tasks import task_rows

        return {"total": len(tasks), "rows": sheet_rows(report, first, task_rows(index, tasks))}, b""
    if form == "json":
        return {"total": len(tasks), "rows": [{**first, **task_as_json(task)} for task in tasks]}, b""
    if form == "table":
        rows = _table(index, tasks, headings)
    else:
        rows = (
            task_table(report, tasks, headings, SHEET_FIELDS)
            if form == "md"
            else task_table(report, tasks, headings)
        )
    return {"total": len(tasks), "rows": with_origin(first, rows, headings)}, b""


def _chosen(index: Outline, place: str | None) -> Sequence[Task]:
    """Return the tasks of a report, or those inside a place."""
    tasks = split_tasks(index.report)
    if place is None:
        return tasks
    start, end = find_span(index, place)
    return [task for task in tasks if start <= task.start and task.end <= end]


def _table(index: Outline, tasks: Sequence[Task], headings: Headings) -> list[list[str]]:
    """Return the columns for people, with short names of the sections."""
    rows = task_table(index.report, tasks, headings, _COLUMNS)
    for task, row in zip(tasks, rows[1:], strict=True):
        row[_PATH] = index.path(index.by_id[task.node])
    return rows
