"""The list in the middle of the library's screen: reports, hits, or the chapters of a report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tui.exports.model import Export
from tui.library.live_search import Collected, LiveSearch
from tui.library_session import LibrarySession
from tui.messages import library_screen as messages
from tui.messages import screens as screens_messages
from tui.report.errors import HuijiError
from tui.screens.library_export import hit_exports, report_exports
from tui.screens.library_panes import LibraryPanes
from tui.screens.library_rows import chapter_rows, hit_rows, report_rows
from tui.screens.library_search import ORDERS, LibrarySearchController
from tui.search.query import hint_for
from tui.widgets.place_scopes import Chapter, scopes_above
from tui.widgets.report_list import ListRow

#: Rows of a list without a query.
_MAX_LISTED = 5000


@dataclass(eq=False, repr=False)
class ReportsController:
    """Lists what is searched for, and acts on the row at the cursor.

    Attributes:
        session: The library.
        panes: The panes.
        search: What is searched for.
        live: Collects hits in a thread.
        say: Shows a notice.
        with_hits: Whether hits are listed below their reports.
    """

    session: LibrarySession
    panes: LibraryPanes
    search: LibrarySearchController
    live: LiveSearch
    say: Callable[[str], None]
    with_hits: bool = True
    #: The reports whose hits are to be written once they are collected.
    _exported: tuple[int, ...] | None = None

    def show(self, keep: bool) -> None:
        """List the hits, or without a query the reports of the scope; with ``keep`` the cursor stays on its row."""
        self.panes.reports.show_rows(self._rows(), keep)

    def _rows(self) -> list[ListRow]:
        scope, search, tree = self.panes.places.scope, self.search, self.search.tree
        if search.fault:
            return []
        if search.is_on and search.has_terms:
            rows = list(hit_rows(tree, search.found, self.with_hits))
            return rows or ([self._nothing_found()] if search.is_complete else [])
        if scope.report is not None and not search.is_on:
            return list(chapter_rows(tree, scope.report, self.chapters_of(scope.report.id)))
        rows = list(report_rows(tree, search.listed_reports()[:_MAX_LISTED]))
        note = messages.NO_REPORTS if tree.reports else messages.EMPTY_LIBRARY
        return rows or [ListRow("note", 0, note)]

    def _nothing_found(self) -> ListRow:
        """Return a row that says that there are no hits here, or leads to the nearest place above that has some."""
        counts = self.search.place_counts() or {}
        for above in reversed(list(scopes_above(self.panes.places.scope))):
            key = above.place.key
            if above.report is None and counts.get(key):
                return ListRow("above", 0, messages.hits_above(above.place.name, counts[key]), place=key)
        return ListRow("note", 0, screens_messages.no_hits(hint_for(self.search.query)))

    def show_that_it_searches(self) -> None:
        """Say that hits are looked for, if there is nothing else to show yet."""
        if self.search.is_on and self.search.is_fresh:
            self.panes.reports.show_rows([ListRow("note", 0, screens_messages.SEARCHING)], keep=False)

    def chapters_of(self, report: int) -> list[Chapter]:
        """Return the chapters of a report."""
        try:
            return [Chapter(*row) for row in self.session.library.chapters(report)]
        except HuijiError as error:
            self.say(str(error))
            return []

    # -- what keys do ------------------------------------------------------------------------

    def number_at_cursor(self, is_pair: bool) -> int | None:
        """Return the report at the cursor of the list or of the tree; None if there is none.

        Of a place it is the newest one; for a pair the newest one that has one of the year before.
        """
        panes = self.panes
        row = panes.reports.row
        if panes.sides.screen.focused is panes.reports and row is not None and row.report:
            return row.report
        scope = panes.places.scope
        reports = [scope.report] if scope.report is not None else scope.place.reports
        years = scope.place.years
        paired = [one for one in reports if one.plan_year and one.plan_year - 1 in years] if is_pair else []
        return next((report.id for report in (*paired, *reports)), None)

    def offset_at_cursor(self) -> int | None:
        """Return the offset of the hit at the cursor of the list, or of the first one of the report; None if there is none."""
        panes = self.panes
        row = panes.reports.row
        is_hit = row is not None and row.kind in ("hit", "report", "more")
        return (
            row.offset if row is not None and is_hit and panes.sides.screen.focused is panes.reports else None
        )

    def step_hit(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) hit in the list."""
        if not self.panes.reports.step(direction, ("hit",) if self.with_hits else ("report",)):
            self.say(messages.LAST_HIT if direction > 0 else messages.FIRST_HIT)

    def step_report(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) report in the list."""
        if not self.panes.reports.step(direction, ("report",)):
            self.say(messages.LAST_REPORT if direction > 0 else messages.FIRST_REPORT)

    def unfold(self) -> None:
        """List all hits of the report at the cursor."""
        row = self.panes.reports.row
        if row is not None and row.kind in ("report", "hit", "more") and self.search.has_terms:
            self.search.unfold(row.report)
        else:
            is_searching = self.search.is_on and self.search.has_terms
            self.say(messages.NO_HITS_HERE if is_searching else messages.NO_HITS_TO_LIST)

    def next_order(self) -> None:
        """List the reports in the next order, and say which."""
        order = ORDERS[(ORDERS.index(self.search.order) + 1) % len(ORDERS)]
        self.search.set_order(order)
        self.say(messages.BY_YEAR if order == "year" else messages.BY_PLACE)

    def toggle_hits(self) -> None:
        """List reports alone, or with their hits."""
        self.with_hits = not self.with_hits
        self.show(keep=True)
        self.say(messages.HITS_SHOWN if self.with_hits else messages.HITS_HIDDEN)

    def ask_export(self) -> None:
        """Ask into which file to write all hits of the query in the scope, or the reports that are listed."""
        search = self.search
        if search.is_on and search.has_terms:
            self._exported = tuple(report.id for report in search.listed_reports())
            self.live.collect(self._exported)
            self.say(messages.COLLECTING)
            return
        try:
            exports = report_exports(self.session.library, self.panes.reports.rows)
        except HuijiError as error:
            self.say(str(error))
        else:
            self._ask(exports)

    def take_collected(self, collected: Collected) -> None:
        """Ask into which file to write hits, once they are there."""
        if collected.reports is not self._exported:
            return
        self._exported = None
        try:
            exports = hit_exports(self.session.library, self.search.query.strip(), collected.results)
        except HuijiError as error:
            self.say(str(error))
        else:
            self.say("")
            self._ask(exports)

    def _ask(self, exports: Sequence[Export]) -> None:
        from tui.screens.export_dialog import ask_export

        ask_export(self.panes.sides.screen, exports, self.say, [self.session.library.path])
