"""What the tables across reports show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from tui.promises.model import Promise
from tui.promises.pair import PromisePair
from tui.report.citation import origin
from tui.report.model import Report
from tui.report.outline import Outline
from tui.report.reference import ReportRef
from tui.tasks.model import Task
from tui.visits import Source


class Side(NamedTuple):
    """A report that a table is made from.

    Attributes:
        source: How to open it.
        ref: Whose it is, and for which year.
        outline: The report.
    """

    source: Source
    ref: ReportRef
    outline: Outline

    @property
    def report(self) -> Report:
        """The report itself."""
        return self.outline.report

    def cited(self, offset: int) -> str:
        """Return where an offset is, as a citation tells it."""
        return origin(self.outline, offset)


class PromiseView(NamedTuple):
    """What a report promises, beside what the next one says, and which pairs there are besides.

    Attributes:
        plan: The earlier report.
        results: The later one.
        promises: The promises, in the order of the targets.
        earlier: The pair one year before; None if there is none.
        later: The pair one year after.
        can_decide: Whether one's own verdicts can be kept: both reports are in the library.
    """

    plan: Side
    results: Side
    promises: tuple[Promise, ...]
    earlier: tuple[Source, Source] | None = None
    later: tuple[Source, Source] | None = None
    can_decide: bool = False


class TaskList(NamedTuple):
    """The plan of a report as tasks.

    Attributes:
        side: The report.
        tasks: Its tasks, in document order.
    """

    side: Side
    tasks: tuple[Task, ...]


class Shelf(Protocol):
    """What the tables ask of a library. It is asked in a thread, and may raise :class:`~tui.report.errors.HuijiError`."""

    def find(self, address: str) -> int:
        """Return the number of the report with an address: ``郑州市/2024``."""

    def report(self, report: int) -> Report:
        """Return a report."""

    def ref(self, report: int) -> ReportRef:
        """Return whose a report is."""

    def report_of_path(self, path: str) -> int | None:
        """Return the number of the report that a file holds; None if there is none."""

    def predecessor(self, report: int) -> int | None:
        """Return the report of the same place one year before; None if there is none."""

    def successor(self, report: int) -> int | None:
        """Return the report of the same place one year after; None if there is none."""

    def years_of_place(self, report: int) -> Sequence[int]:
        """Return the years of which there are reports of the same place."""

    def promises(self, plan: int, results: int) -> PromisePair:
        """Return what became of the promises of a report, with one's own verdicts."""
