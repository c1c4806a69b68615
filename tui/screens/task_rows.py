"""The tasks of a plan as rows of a table."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from tui.exports.model import Export, shown_and_all
from tui.exports.tasks import tasks_table
from tui.messages import tables as tables_messages
from tui.messages import task_screen as messages
from tui.messages.tasks import due
from tui.metrics.labels import format_value
from tui.report.model import Metric
from tui.report.sentences import sentence_at
from tui.screens.size_rows import rows_by_size
from tui.screens.table import EVERY_ROW
from tui.search.labels import Labels
from tui.tasks.deadline_order import deadline_key
from tui.tasks.model import Task
from tui.typeset.full_width import full_width_marks
from tui.views.model import TaskList
from tui.widgets.facet_bar import Facet
from tui.widgets.passage_pane import Passage, Remark
from tui.widgets.table_layout import Cell, Column, TableRow
from tui.widgets.table_order import RowOrder

#: Kinds of tasks.
_WITH_FIGURE, _WITH_DEADLINE = "figure", "deadline"


class TaskContents:
    """The rows of a plan.

    Args:
        tasks: The plan.
    """

    columns: Sequence[Column] = (
        Column("number", messages.NUMBER, "sign", is_right=True),
        Column("task", messages.TASK, "name"),
        Column("figure", messages.FIGURE, most=16),
        Column("deadline", messages.DEADLINE, most=12),
        Column("chapter", messages.CHAPTER, is_optional=True),
    )
    orders = messages.ORDERS
    column_orders = {
        "number": "text",
        "task": "text",
        "figure": "figure",
        "deadline": "deadline",
        "chapter": "text",
    }
    falling_orders = ("figure",)
    what = messages.WHAT

    def __init__(self, tasks: TaskList) -> None:
        self._side = tasks.side
        self._tasks = tasks.tasks
        self._by_key = {str(task.number): task for task in tasks.tasks}
        self._metrics = {metric.id: metric for metric in tasks.side.report.metrics}

    @property
    def whose(self) -> str:
        """Place and year."""
        return f"{self._place}{self._side.ref.plan_year or ''}"

    @property
    def _place(self) -> str:
        return self._side.ref.shown_place or tables_messages.UNKNOWN_PLACE

    def title(self, is_long: bool) -> str:
        """Return place and year."""
        return messages.title(self._place, self._side.ref.plan_year, is_long)

    def facets(self) -> Sequence[Facet]:
        """Return how many tasks there are, with a figure, and with a deadline."""
        with_figure = sum(1 for task in self._tasks if task.metrics)
        with_deadline = sum(1 for task in self._tasks if task.told_due)
        return [
            Facet(EVERY_ROW, messages.TASKS, messages.TASKS, len(self._tasks)),
            Facet(_WITH_FIGURE, messages.WITH_FIGURE, messages.WITH_FIGURE, with_figure),
            Facet(_WITH_DEADLINE, messages.WITH_DEADLINE, messages.WITH_DEADLINE, with_deadline),
        ]

    def prepare_words(self) -> None:
        """Make what words are looked for in, in a thread."""
        self._labels.prepare()

    def rows(self, facet: str, order: str, words: str) -> Sequence[TableRow]:
        """Return the tasks of a kind that have words, in an order; in that of the text under their headings."""
        tasks = [task for task in self._tasks if _is_of(task, facet)]
        if words.strip():
            found = {self._tasks[index].number for index in self._labels.matching(words)}
            tasks = [task for task in tasks if task.number in found]
        if order == "deadline":
            tasks.sort(key=lambda task: deadline_key(task.told_due, self._side.ref.plan_year))
            rows = [(task, self._row(task, self._chapter(task))) for task in tasks]
            return [row._replace(group=int(not task.told_due)) for task, row in rows]
        if order == "figure":
            return rows_by_size((self._row(task, self._chapter(task)), self._figure(task)) for task in tasks)
        paths = [(), *(task.path for task in tasks)]
        return [
            self._row(task, headings=_begun(before, task.path))
            for before, task in zip(paths, tasks, strict=False)
        ]

    @cached_property
    def _labels(self) -> Labels:
        """What words are looked for in: the task, its deadline and its headings."""
        return Labels(f"{task.text} {task.told_due} {' '.join(task.path)}" for task in self._tasks)

    def _row(self, task: Task, chapter: str = "", headings: tuple[tuple[int, str], ...] = ()) -> TableRow:
        return TableRow(
            str(task.number),
            (
                Cell(str(task.number), "muted"),
                Cell(full_width_marks("".join(task.text.split("\n")))),
                Cell(self._figures(task), "target"),
                Cell(task.told_due, "count"),
                Cell(chapter, "muted"),
            ),
            headings,
        )

    def _figure(self, task: Task) -> Metric | None:
        """Return the first figure of a task."""
        return next((self._metrics[one] for one in task.metrics if one in self._metrics), None)

    def _figures(self, task: Task) -> str:
        values = [format_value(self._metrics[one]) for one in task.metrics if one in self._metrics]
        return messages.figures(values[0], len(values) - 1) if values else ""

    def _chapter(self, task: Task) -> str:
        outline = self._side.outline
        node = outline.by_id.get(task.node) or outline.at(task.start)
        return outline.short_name(node)

    def passages(self, key: str) -> tuple[Sequence[Passage], Sequence[Remark]]:
        """Return the sentence of a task, in which its words are lit."""
        task, side = self._by_key[key], self._side
        text = side.report.text
        begin, end = sentence_at(text, task.start)
        begin, end = min(begin, task.start), max(end, task.end)
        marks = (
            [(task.start - begin, task.end - begin, "strong")] if end - begin > task.end - task.start else []
        )
        where = side.outline.path(side.outline.at(task.start))
        passage = Passage(
            messages.TASK,
            where,
            text[begin:end],
            side.source,
            task.start,
            tuple(marks),
            side.cited(task.start),
        )
        return [passage], list(self._remarks(task))

    def _remarks(self, task: Task) -> Sequence[Remark]:
        metrics = [self._metrics[one] for one in task.metrics if one in self._metrics]
        remarks = [Remark(messages.FIGURE, f"{one.indicator} {format_value(one)}".strip()) for one in metrics]
        if task.due:
            remarks.append(Remark(messages.DEADLINE, due(task.due, task.due_from)))
        if task.part_of is not None:
            remarks.append(Remark(messages.PART_OF, messages.part_of(task.part_of)))
        return remarks

    def line(self, key: str) -> str:
        """Return a task as text."""
        task = self._by_key[key]
        return "  ".join(filter(None, (f"{task.number}. {task.text}", task.told_due)))

    def exports(self, shown: Sequence[str], order: RowOrder) -> Sequence[Export]:
        """Return the tasks that are shown, and all of them, with empty columns for who does what."""
        chosen = [self._by_key[key] for key in shown]
        tables = [(len(some), tasks_table(self._side.outline, some)) for some in (chosen, self._tasks)]
        return shown_and_all(self.what, self.whose, *tables)


def _is_of(task: Task, facet: str) -> bool:
    if facet == _WITH_FIGURE:
        return bool(task.metrics)
    return bool(task.told_due) if facet == _WITH_DEADLINE else True


def _begun(before: Sequence[str], path: Sequence[str]) -> tuple[tuple[int, str], ...]:
    """Return the steps of a path, with their depths, from the first one that is another than before."""
    same = next(
        (depth for depth, pair in enumerate(zip(before, path, strict=False)) if pair[0] != pair[1]),
        min(len(before), len(path)),
    )
    return tuple((depth, full_width_marks(path[depth])) for depth in range(same, len(path)))
