"""Read from the library what the tables across reports show; in a thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from tui.messages import views as messages
from tui.report.errors import ReadError
from tui.report.outline import Outline
from tui.report.reference import ReportRef
from tui.views.alignment import load_alignment
from tui.views.concordance import (
    Concordance,
    ConcordanceWords,
    concordance_of_report,
    load_library_concordance,
)
from tui.views.figures import load_ranking, load_series, number_in
from tui.views.model import CounterpartSet, PromiseView, RelatedSet, Side, TaskList
from tui.views.notes import load_notes
from tui.views.sides import any_side, in_library, library_side, report_of_file
from tui.views.work import Work
from tui.visits import Source, View, ViewKind

if TYPE_CHECKING:
    from tui.library.library import Library
    from tui.session import Session

Tell = Callable[[str], object]
#: Makes what a table shows: from what is asked for, the library (None if there is none), the report that is open, if any, and what takes
#: its progress. Returns what is shown with it, which names all the reports it is made from.
Load = Callable[[View, "Library | None", "Session | None", Work], "tuple[View, Any]"]


def load_promises(
    view: View, library: Library | None, opened: Session | None, tell: Tell
) -> tuple[View, PromiseView]:
    """Return the promises of a report beside what the next one says.

    Of one report: what became of the promises of the year before; if there is no report of that year, what became of its own.

    Raises:
        HuijiError: If there are no such two reports.
    """
    if library is None:
        raise ReadError(messages.NO_LIBRARY)
    if len(view.reports) == 1:
        number = number_in(library, view.reports[0])
        if number is None:
            return _promises_of_file(view.reports[0], library, opened, tell)
        plan, results = _pair_with(number, library)
    else:
        numbers = [number_in(library, source) for source in view.reports]
        if numbers[0] is None:
            raise ReadError(messages.NO_PLACE_OR_YEAR)
        if numbers[1] is None:
            return _promises_of_file(view.reports[1], library, opened, tell)
        plan, results = numbers[0], numbers[1]
    tell(messages.LINKING)
    linked = library.promises(plan, results)
    before, after = library.predecessor(plan), library.successor(results)
    pair = PromiseView(
        Side(in_library(plan), linked.plan_ref, Outline(linked.plan)),
        Side(in_library(results), linked.results_ref, Outline(linked.results)),
        linked.promises,
        (in_library(before), in_library(plan)) if before is not None else None,
        (in_library(results), in_library(after)) if after is not None else None,
        can_decide=True,
    )
    return view._replace(reports=(pair.plan.source, pair.results.source)), pair


def _pair_with(number: int, library: Library) -> tuple[int, int]:
    before = library.predecessor(number)
    if before is not None:
        return before, number
    after = library.successor(number)
    if after is not None:
        return number, after
    ref = library.ref(number)
    raise ReadError(messages.no_neighbour(ref.place, ref.plan_year, library.years_of_place(number)))


def _promises_of_file(
    source: Source, library: Library, opened: Session | None, tell: Tell
) -> tuple[View, PromiseView]:
    """Return what became of the promises of the year before by a report that is open, but not in the library."""
    from tui.promises.linking import link_promises

    report = report_of_file(source, opened)
    year = report.front.plan_year
    if not report.place or year is None:
        raise ReadError(messages.NO_PLACE_OR_YEAR)
    plan = library.year_before(report.place, year)
    if plan is None:
        raise ReadError(messages.no_predecessor(report.place, year - 1))
    tell(messages.LINKING)
    results = Side(source, ReportRef.of(report, report.source.file), Outline(report))
    earlier = library_side(plan, library)
    before = library.predecessor(plan)
    pair = PromiseView(
        earlier,
        results,
        link_promises(earlier.report, report),
        (in_library(before), in_library(plan)) if before is not None else None,
    )
    return View("promises", (earlier.source, source)), pair


def load_tasks(
    view: View, library: Library | None, opened: Session | None, tell: Tell
) -> tuple[View, TaskList]:
    """Return the plan of a report as tasks.

    Raises:
        HuijiError: If there is no such report.
    """
    from tui.tasks.splitting import split_tasks

    tell(messages.OPENING)
    side = any_side(view.reports[0], library, opened)
    tell(messages.SPLITTING)
    return view, TaskList(side, split_tasks(side.report))


def load_concordance(
    view: View, library: Library | None, opened: Session | None, work: Work
) -> tuple[View, Concordance]:
    """Return hits with what stands around them.

    The words of the view are :class:`~tui.views.concordance.ConcordanceWords`.

    Raises:
        HuijiError: If there are none, or there is no such report.
    """
    words = ConcordanceWords.of(view.words)
    if words.place or not view.reports:
        return load_library_concordance(view, library, work)
    work(messages.OPENING)
    return view, concordance_of_report(words.query, any_side(view.reports[0], library, opened))


def load_counterparts(
    view: View, library: Library | None, opened: Session | None, work: Work
) -> tuple[View, CounterpartSet]:
    """Return what a report has done on each subject beside what it plans.

    Raises:
        HuijiError: If there is no such report, or it has no such parts.
    """
    from tui.views.wording import counterparts_of

    work(messages.OPENING)
    side = any_side(view.reports[0], library, opened)
    work(messages.FINDING_COUNTERPARTS)
    return view, counterparts_of(side, work.stop)


def load_related(
    view: View, library: Library | None, opened: Session | None, work: Work
) -> tuple[View, RelatedSet]:
    """Return the sentences of the library that are like one of a report.

    Raises:
        HuijiError: If there is no library, no such report, or no sentence.
    """
    from tui.views.wording import related_to

    if library is None:
        raise ReadError(messages.NO_LIBRARY_TO_SEARCH)
    work(messages.OPENING)
    side = any_side(view.reports[0], library, opened)
    work(messages.FINDING_RELATED)
    return view, related_to(side, view.words, library, number_in(library, view.reports[0]), work.stop)


#: Kinds that do without a library.
WITHOUT_LIBRARY: frozenset[ViewKind] = frozenset({"notes"})
#: What makes each kind of table.
LOADERS: Mapping[ViewKind, Load] = {
    "promises": load_promises,
    "series": load_series,
    "ranking": load_ranking,
    "tasks": load_tasks,
    "alignment": load_alignment,
    "counterparts": load_counterparts,
    "related": load_related,
    "concordance": load_concordance,
    "notes": load_notes,
}
