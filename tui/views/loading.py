"""Read from the library what the tables across reports show; in a thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from tui.messages import views as messages
from tui.report.errors import ReadError
from tui.report.model import Report
from tui.report.outline import Outline
from tui.report.reference import ReportRef
from tui.views.figures import load_ranking, load_series
from tui.views.model import PromiseView, Shelf, Side, TaskList
from tui.visits import Source, View, ViewKind

if TYPE_CHECKING:
    from tui.session import Session

Tell = Callable[[str], object]
#: Makes what a table shows: from what is asked for, the library (None if there is none), and the report that is open, if any.
#: Returns what is shown with it, which names all the reports it is made from.
Load = Callable[[View, "Shelf | None", "Session | None", Tell], "tuple[View, Any]"]


def load_promises(
    view: View, shelf: Shelf | None, opened: Session | None, tell: Tell
) -> tuple[View, PromiseView]:
    """Return the promises of a report beside what the next one says.

    Of one report: what became of the promises of the year before; if there is no report of that year, what became of its own.

    Raises:
        HuijiError: If there are no such two reports.
    """
    if shelf is None:
        raise ReadError(messages.NO_LIBRARY)
    if len(view.reports) == 1:
        number = _number_of(view.reports[0], shelf)
        if number is None:
            return _promises_of_file(view.reports[0], shelf, opened, tell)
        plan, results = _pair_with(number, shelf)
    else:
        numbers = [_number_of(source, shelf) for source in view.reports]
        if numbers[0] is None:
            raise ReadError(messages.NO_PLACE_OR_YEAR)
        if numbers[1] is None:
            return _promises_of_file(view.reports[1], shelf, opened, tell)
        plan, results = numbers[0], numbers[1]
    tell(messages.LINKING)
    linked = shelf.promises(plan, results)
    before, after = shelf.predecessor(plan), shelf.successor(results)
    pair = PromiseView(
        Side(_in_library(plan), linked.plan_ref, Outline(linked.plan)),
        Side(_in_library(results), linked.results_ref, Outline(linked.results)),
        linked.promises,
        (_in_library(before), _in_library(plan)) if before is not None else None,
        (_in_library(results), _in_library(after)) if after is not None else None,
        can_decide=True,
    )
    return view._replace(reports=(pair.plan.source, pair.results.source)), pair


def _number_of(source: Source, shelf: Shelf) -> int | None:
    if source.library_report is not None:
        return source.library_report
    return shelf.report_of_path(source.path) if source.path else None


def _pair_with(number: int, shelf: Shelf) -> tuple[int, int]:
    before = shelf.predecessor(number)
    if before is not None:
        return before, number
    after = shelf.successor(number)
    if after is not None:
        return number, after
    ref = shelf.ref(number)
    raise ReadError(messages.no_neighbour(ref.place, ref.plan_year, shelf.years_of_place(number)))


def _promises_of_file(
    source: Source, shelf: Shelf, opened: Session | None, tell: Tell
) -> tuple[View, PromiseView]:
    """Return what became of the promises of the year before by a report that is open, but not in the library."""
    from tui.promises.linking import link_promises

    report = _report_of_file(source, opened)
    year = report.front.plan_year
    if not report.place or year is None:
        raise ReadError(messages.NO_PLACE_OR_YEAR)
    try:
        plan = shelf.find(f"{report.place}/{year - 1}")
    except ReadError:
        raise ReadError(messages.no_predecessor(report.place, year - 1)) from None
    tell(messages.LINKING)
    results = Side(source, ReportRef.of(report, report.source.file), Outline(report))
    earlier = _side(plan, shelf)
    before = shelf.predecessor(plan)
    pair = PromiseView(
        earlier,
        results,
        link_promises(earlier.report, report),
        (_in_library(before), _in_library(plan)) if before is not None else None,
    )
    return View("promises", (earlier.source, source)), pair


def load_tasks(view: View, shelf: Shelf | None, opened: Session | None, tell: Tell) -> tuple[View, TaskList]:
    """Return the plan of a report as tasks.

    Raises:
        HuijiError: If there is no such report.
    """
    from tui.tasks.splitting import split_tasks

    source = view.reports[0]
    tell(messages.OPENING)
    if source.library_report is None:
        report = _report_of_file(source, opened)
        side = Side(source, ReportRef.of(report, report.source.file), Outline(report))
    elif shelf is not None:
        side = _side(source.library_report, shelf)
    else:
        raise ReadError(messages.NO_LIBRARY)
    tell(messages.SPLITTING)
    return view, TaskList(side, split_tasks(side.report))


def _report_of_file(source: Source, opened: Session | None) -> Report:
    """Return a report that is not in the library: the one that is open, or one read from its file."""
    if opened is not None and source.is_same_report(opened.source):
        return opened.prepared.report
    from tui.session import open_report

    return open_report(source.path, source.encoding).prepared.report


def _in_library(number: int) -> Source:
    return Source(library_report=number)


def _side(number: int, shelf: Shelf) -> Side:
    return Side(_in_library(number), shelf.ref(number), Outline(shelf.report(number)))


#: What makes each kind of table.
LOADERS: Mapping[ViewKind, Load] = {
    "promises": load_promises,
    "series": load_series,
    "ranking": load_ranking,
    "tasks": load_tasks,
}
