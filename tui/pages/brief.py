"""A brief: what a report says on one page. What is in it, as data; :mod:`~tui.pages.choosing` fills it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tui.metrics.comparison import ComparisonRow
from tui.promises.model import Promise, Verdict
from tui.report.model import Metric, Node, Report
from tui.tasks.model import Task
from tui.wording.model import NewTerm, Precedents


class Sources(NamedTuple):
    """What a brief is made from.

    Attributes:
        report: The report.
        before: That of the same place one year before; None if there is none at hand.
        promises: The promises of that one, with what the report says of them; None without it.
        terms: Terms that are new against that one, the most telling first; None without it.
        precedents: In how many earlier reports of the library these are; None without one.
    """

    report: Report
    before: Report | None = None
    promises: Sequence[Promise] | None = None
    terms: Sequence[NewTerm] | None = None
    precedents: Precedents | None = None


class IndicatorRow(NamedTuple):
    """A main indicator.

    Attributes:
        name: As the report names it.
        target: What is promised; None if that is not known.
        target_text: The same in words: 与经济增长基本同步; empty if it is a metric.
        target_offset: Where the text says so; None if nowhere.
        actual: What was done; None if that is not known.
        is_loose: Whether the two are only loosely comparable.
        promise: What the year before was promised for it; None if that is not known.
    """

    name: str
    target: Metric | None = None
    target_text: str = ""
    target_offset: int | None = None
    actual: Metric | None = None
    is_loose: bool = False
    promise: Promise | None = None

    @property
    def offset(self) -> int:
        """Where the text speaks of it: of the target, or else of what was done."""
        if self.target_offset is not None:
            return self.target_offset
        assert self.actual is not None
        return self.actual.start


class TaskGroup(NamedTuple):
    """The most important tasks of a chapter or section.

    Attributes:
        node: The chapter or section.
        label: Its number and heading.
        total: How many tasks it has.
        tasks: Some of them.
    """

    node: Node
    label: str
    total: int
    tasks: tuple[Task, ...]


class TermGroup(NamedTuple):
    """New terms that are told together.

    Attributes:
        label: Where they are new; empty if that is not known.
        terms: The terms, the most telling first.
    """

    label: str
    terms: Sequence[NewTerm]


class Brief(NamedTuple):
    """What is on the page, already so little that it fits.

    Attributes:
        sources: What it was made from.
        indicators: The main indicators, in their usual order.
        counts: Last year's promises by verdict, only those whose verdict is a fact; None without them.
        likely: How many more are only likely.
        terms: New terms, by where they are new.
        rises: Targets that are above last year's actual, the largest difference first.
        falls: Targets that are below it.
        tasks: Tasks by chapter or section.
        task_total: How many tasks the report has.
        left_out: Chapters and sections for whose tasks there is no room, in the order of the text.
    """

    sources: Sources
    indicators: Sequence[IndicatorRow]
    counts: Mapping[Verdict, int] | None
    likely: int
    terms: Sequence[TermGroup]
    rises: Sequence[ComparisonRow]
    falls: Sequence[ComparisonRow]
    tasks: Sequence[TaskGroup]
    task_total: int
    left_out: Sequence[TaskGroup] = ()
