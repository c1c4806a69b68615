"""Choose what is on the page of a brief, so that it fits."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from tui.metrics.comparison import ComparisonRow, comparison_rows
from tui.pages.brief import Brief, Sources, TaskGroup
from tui.pages.cells import change_text, counts_text, facts, indicator_cells, left_out_text
from tui.pages.changes import largest
from tui.pages.indicator_rows import indicator_rows
from tui.pages.new_wording import group_text, term_groups
from tui.pages.room import (
    HEAD_LINES,
    HEADING_LINES,
    LINE,
    PAGE_LINES,
    TABLE_HEAD_LINES,
    change_lines,
    group_lines,
    lines,
    row_lines,
)
from tui.pages.task_groups import fitted, task_groups
from tui.promises.counting import counts
from tui.report.outline import Outline
from tui.tasks.splitting import split_tasks

#: Changes of each direction at most; the fewer, the more sections have room.
MOST_CHANGES = (5, 4, 3)


def make_brief(sources: Sources) -> Brief:
    """Return the brief of a report, with as many tasks as have room."""
    report, promises = sources.report, sources.promises
    outline = Outline(report)
    tasks = split_tasks(report)
    figures = {metric.id: metric.start for metric in report.metrics}
    planned = {figures[id] for task in tasks for id in task.metrics}
    rows = [_as_done(row, planned) for row in comparison_rows(report)]
    indicators = indicator_rows(report, rows, promises or (), planned)
    brief = Brief(
        sources,
        indicators,
        None if promises is None else counts(promises),
        sum(promise.is_likely for promise in promises or ()),
        term_groups(sources),
        (),
        (),
        (),
        len(tasks),
    )
    groups = task_groups(outline, tasks, [row.target for row in indicators if row.target])
    for most in MOST_CHANGES:
        rises, falls = largest(rows, most)
        filled = brief._replace(rises=rises, falls=falls)
        filled = _with_tasks(filled, groups, PAGE_LINES - _lines(filled))
        if not filled.left_out:
            break
    return filled


def _with_tasks(brief: Brief, groups: Sequence[TaskGroup], room: float) -> Brief:
    """Return a brief with the tasks that have room, and the groups of which none has; so does the line that tells of these."""
    left = 0.0
    while True:
        shown = fitted(groups, room - left, group_lines)
        nodes = {group.node.id for group in shown}
        left_out = [group for group in groups if group.node.id not in nodes]
        taken = lines(left_out_text(left_out), LINE) if left_out else 0.0
        if taken <= left:
            return brief._replace(tasks=shown, left_out=left_out)
        left = taken


def _as_done(row: ComparisonRow, planned: Collection[int]) -> ComparisonRow:
    """Return a row without an actual that a task is about: it is not sure that this was done."""
    if row.actual is None or row.actual.start not in planned:
        return row
    return row._replace(actual=None, comparable=None, note="", horizon="year")


def _lines(brief: Brief) -> float:
    """Return how many lines everything but the tasks takes."""
    sources = brief.sources
    told = "　　".join(f"{name} {value}" for name, value in facts(sources.report, sources.before))
    return (
        HEAD_LINES
        + lines(told, LINE)
        + 4 * HEADING_LINES
        + TABLE_HEAD_LINES
        + sum(row_lines(indicator_cells(row)) for row in brief.indicators)
        + lines(counts_text(brief), LINE)
        + (sum(lines(group_text(group), LINE) for group in brief.terms) or 1)
        + 1
        + max(_change_lines(brief.rises), _change_lines(brief.falls))
    )


def _change_lines(rows: Sequence[ComparisonRow]) -> float:
    return sum(change_lines(*change_text(row)) for row in rows) or 1
