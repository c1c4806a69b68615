"""A task of a plan, in the report's words."""

from __future__ import annotations

from typing import Literal, NamedTuple

from tui.messages.tasks import end_of_year
from tui.metrics.comparison import Horizon

#: What tells by when a task is to be done: itself, the heading of its chapter, the text above, or the years of its targets.
DueSource = Literal["task", "chapter", "text", "figures"]


class Task(NamedTuple):
    """One thing a report promises to do.

    Attributes:
        number: From 1, in document order.
        text: The task in the report's words.
        start: Of its half-open span in the report's text.
        end: Of that span.
        node: Id of the innermost node that holds it.
        path: Labels of its nodes, from the chapter down.
        metrics: Ids of the metrics in it.
        deadline: When it is to be done, as the report says it: 6月底前, 年内; empty if it does not.
        part_of: Number of the task it is a part of; None if of none.
        years: What its chapter calls the years it plans in its heading or in the text above, where the year is planned elsewhere: 今后五年.
        figure_years: The years its targets are for, where all end after the year planned: 2021—2025年; empty if the report or the
            chapter says by when it is to be done.
        horizon: ``plan`` if it is to be done later than in the year planned, as far as the report says, and its chapter does not plan the
            year alone: what takes several years is begun in it.
        chapter_year: The year planned, where the heading of its chapter or annex, or the text above, names it; None if it does not.
        office: Who is to do it, as its annex says; empty if it does not.
        is_headed: Whether the heading of its chapter or annex tells its years or its year, and not the text above.
    """

    number: int
    text: str
    start: int
    end: int
    node: str
    path: tuple[str, ...]
    metrics: tuple[str, ...]
    deadline: str
    part_of: int | None = None
    years: str = ""
    figure_years: str = ""
    horizon: Horizon = "year"
    chapter_year: int | None = None
    office: str = ""
    is_headed: bool = True

    @property
    def due(self) -> str:
        """By when it is to be done: as :attr:`told_due`, or else the end of the year that its chapter plans."""
        return self.told_due or (end_of_year(self.chapter_year) if self.chapter_year else "")

    @property
    def told_due(self) -> str:
        """By when it is to be done, as it says itself, or the heading of a chapter about several years, or else the years of its targets."""
        return self.deadline or self.years or self.figure_years

    @property
    def due_from(self) -> DueSource | None:
        """What tells that; None if nothing does."""
        if self.deadline:
            return "task"
        if self.figure_years and not self.years:
            return "figures"
        if not (self.years or self.chapter_year):
            return None
        return "chapter" if self.is_headed else "text"
