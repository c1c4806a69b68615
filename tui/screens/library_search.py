"""The search of the library's screen: what is typed, what a thread has found so far, and in which scope."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tui.library.filters import filter_value, split_filters, without_filter
from tui.library.live_search import LiveSearch, ReportExcerpts, Request, Update
from tui.library.place_tree import PlaceTree, ShelfReport
from tui.report.errors import UsageError
from tui.search.query import parse_query
from tui.widgets.place_scopes import Scope

#: Orders of reports: by place, the newest of each first; or by year, the newest first.
ORDERS = ("place", "year")


class LibrarySearchController:
    """What is searched for in which reports, and the hits so far.

    Args:
        live: Searches in a thread.
        changed: Called when there is something else to show; with True if it is the first of another query, scope or order.

    Attributes:
        query: The query as typed, with filters.
        order: How reports are ordered, one of :data:`ORDERS`.
        found: The reports with hits so far, in order.
        counts: Hits of each report of the library; None while they are not known.
        chosen: The reports that the filters leave; None for all.
        has_terms: Whether there is anything to search for besides filters.
        is_fresh: Whether nothing is found yet, nor known that there is nothing.
        is_complete: Whether all hits are found.
        fault: What is wrong with the query.
        tree: The places.
    """

    def __init__(self, live: LiveSearch, tree: PlaceTree, changed: Callable[[bool], Any]) -> None:
        self._live = live
        self.tree = tree
        self._changed = changed
        self._scope = Scope(tree.nation)
        self._request: Request | None = None
        self.is_fresh = False
        self.query = ""
        self.order = ORDERS[0]
        self.found: list[ReportExcerpts] = []
        self.counts: dict[int, int] | None = None
        self.chosen: frozenset[int] | None = None
        self.has_terms = False
        self.is_complete = True
        self.fault = ""

    @property
    def is_on(self) -> bool:
        """Whether there is a query."""
        return bool(self.query.strip())

    @property
    def terms(self) -> str:
        """The query without its filters, as a report can be searched for it."""
        try:
            return split_filters(self.query)[0]
        except UsageError:
            return ""

    @property
    def has_several_terms(self) -> bool:
        """Whether the query has more than one term."""
        try:
            return len(parse_query(self.terms).terms) > 1
        except UsageError:
            return False

    # -- changing ----------------------------------------------------------------------------

    def use_tree(self, tree: PlaceTree) -> None:
        """Go on with the places of a library that has changed, and search again."""
        self.tree = tree
        place = tree.by_key.get(self._scope.place.key, tree.nation)
        self._scope = Scope(place)
        self.run(self.query)

    def run(self, query: str) -> None:
        """Search for something else."""
        is_same = query.split() == self.query.split() and self._request is not None
        self.query = query
        if not is_same:
            self.counts = None
            self.chosen = None
        self._begin()

    def set_scope(self, scope: Scope) -> None:
        """Search the reports of another place."""
        if scope.key != self._scope.key:
            self._scope = scope
            self._begin()

    def set_order(self, order: str) -> None:
        """List reports in another order."""
        self.order = order
        self._begin()

    def filter_on(self, name: str) -> str:
        """Return the value of a filter of the query; empty if it has none of that name."""
        return filter_value(self.query, name)

    def narrow(self, name: str, value: str) -> str:
        """Return the query with a filter, instead of others of its name; without it if it has it."""
        rest = without_filter(self.query, name)
        return rest if filter_value(self.query, name) == value else f"{rest} {name}:{value}".strip()

    def _begin(self) -> None:
        """Search anew; the hits so far stay until there are others."""
        self.fault = ""
        if not self.is_on:
            self._request = None
            self.is_fresh = False
            self.found, self.counts, self.chosen = [], None, None
            self.has_terms, self.is_complete = False, True
            self._changed(True)
            return
        self.is_complete = False
        order = tuple(report.id for report in self.scope_reports())
        self._request = Request(self.query, order)
        self.is_fresh = True
        self._live.search(self._request)

    def scope_reports(self) -> list[ShelfReport]:
        """Return the reports of the scope in order; all of them, whether the query leaves them or not."""
        reports = list(self._scope.reports())
        if self.order == "year":
            reports.sort(key=lambda report: -(report.plan_year or 0))
        return reports

    def listed_reports(self) -> list[ShelfReport]:
        """Return the reports of the scope that the filters leave, in order."""
        return [report for report in self.scope_reports() if self.chosen is None or report.id in self.chosen]

    # -- what the thread has found -----------------------------------------------------------

    def take(self, update: Update | ReportExcerpts) -> None:
        """Take what the thread has found; what belongs to an earlier query is ignored."""
        if isinstance(update, ReportExcerpts):
            self.found = [update if one.report == update.report else one for one in self.found]
            self._changed(False)
            return
        if update.request is not self._request:
            return
        if update.reports is not None:  # the first that is told of a request
            self.found = []
            self.chosen, self.has_terms = update.reports, update.terms
        if update.fault:
            self.fault = update.fault
        if update.counts is not None:
            self.counts = update.counts
        self.found += update.found
        self.is_complete = self.is_complete or update.is_complete
        if update.found or update.counts is not None or update.is_complete:
            fresh, self.is_fresh = self.is_fresh, False
            self._changed(fresh)

    @property
    def request(self) -> Request | None:
        """What is searched for now; None without a query."""
        return self._request

    def is_of(self, request: Request) -> bool:
        """Return whether a request is the one whose hits are shown."""
        return request is self._request

    def find_more(self) -> None:
        """Look for more reports with hits, unless all are found."""
        if not self.is_complete:
            self._live.find_more()

    def unfold(self, report: int) -> None:
        """List all hits of a report."""
        self._live.unfold(report)

    def place_counts(self) -> Mapping[str, int] | None:
        """Return the hits of each place, with those of the places in it; None while they are not known."""
        if not self.is_on or not self.has_terms or self.counts is None:
            return None
        counts: dict[str, int] = {}
        for report, count in self.counts.items():
            place = self.tree.place_of.get(report)
            while place is not None:
                counts[place.key] = counts.get(place.key, 0) + count
                place = place.parent
        return counts
