"""A task of a plan, in the report's words."""

from __future__ import annotations

from typing import NamedTuple


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
        years: What the heading of its chapter calls the years planned, where a later one plans the year: 今后五年.
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

    @property
    def due(self) -> str:
        """By when it is to be done, as it says itself, or the heading of its chapter."""
        return self.deadline or self.years
