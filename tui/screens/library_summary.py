"""The panel of the library: contents, hits, how often reports have them, and the main indicators of the newest report of a place."""

from __future__ import annotations

from functools import partial

from tui.library.live_search import Collected, LiveSearch, Loaded, Request
from tui.library.place_tree import ShelfReport
from tui.library.results import LibraryHit
from tui.messages import library_screen as messages
from tui.metrics.comparison import comparison_rows
from tui.metrics.labels import format_beside
from tui.report.model import Report
from tui.screens.library_panes import LibraryPanes
from tui.screens.library_rows import Actions, contents_rows, distribution_rows, report_name, stated_rows
from tui.screens.library_search import LibrarySearchController
from tui.screens.protocol import OpenReport
from tui.screens.trend_rows import trend_of, trend_rows
from tui.widgets.library_panel import PanelRow, Tab
from tui.widgets.metric_drawing import sign_style
from tui.widgets.place_scopes import Scope

#: Most reports whose hits are collected for the panel.
_MAX_COLLECTED = 200


class Summary:
    """What the panel shows.

    Args:
        panes: The panes.
        search: What is searched for.
        live: Loads reports in a thread.
        actions: What choosing a row does.
    """

    def __init__(
        self, panes: LibraryPanes, search: LibrarySearchController, live: LiveSearch, actions: Actions
    ) -> None:
        self._panes = panes
        self._search = search
        self._live = live
        self._actions = actions
        #: The tab the user chose; None for the one that suits the query.
        self._chosen: Tab | None = None
        self._was_searching = False
        self._loaded: Loaded | None = None
        #: The hits that were collected, and the reports whose hits are asked for.
        self._collected: Collected | None = None
        self._asked: tuple[Request | None, tuple[int, ...]] | None = None
        #: The hits of the report that has what is searched for first, and that report.
        self._first: Collected | None = None
        self._first_asked: tuple[Request | None, tuple[int, ...]] | None = None
        self._scope: Scope | None = None

    def choose_tab(self, scope: Scope) -> None:
        """Stay with the tab the user chose."""
        self._chosen = self._panes.summary.tab
        self.show(scope)

    def show(self, scope: Scope) -> None:
        """Show the tab for a scope."""
        self._scope = scope
        search = self._search
        is_searching = search.is_on and search.has_terms
        if is_searching != self._was_searching:
            self._was_searching = is_searching
            if self._chosen not in ("trend", "indicators"):
                self._chosen = None
        tab: Tab = self._chosen or ("hits" if is_searching else "contents")
        if tab == "contents":
            rows = contents_rows(scope, self._actions)
        elif tab == "hits":
            rows = self._hits(scope, is_searching)
        elif tab == "trend":
            rows = self._trend(scope, is_searching)
        elif is_searching:
            rows = self._stated()
        else:
            rows = self._indicators(scope)
        self._panes.summary.show(tab, rows)

    def _hits(self, scope: Scope, is_searching: bool) -> list[PanelRow]:
        if not is_searching:
            return [PanelRow(messages.NOTHING_SEARCHED)]
        if self._search.counts is None:
            return []
        return distribution_rows(self._search.tree, scope, self._search.counts, self._actions)

    # -- how often -----------------------------------------------------------------------------

    def _trend(self, scope: Scope, is_searching: bool) -> list[PanelRow]:
        """Return how often the reports of the scope have what is searched for, by year and level."""
        search = self._search
        if not is_searching:
            return [PanelRow(messages.NO_TREND)]
        if search.counts is None:
            return []
        trend = trend_of(scope.reports(), search.counts, search.chosen)
        hit = self._first_hit(trend.first.id) if trend.first is not None else None

        def open_first() -> None:
            if trend.first is not None:
                self._open_at(trend.first.id, hit.start if hit is not None else 0)

        rows = trend_rows(search.tree, trend, hit, self._actions, open_first)
        return [PanelRow(messages.SEVERAL_TERMS), *rows] if search.has_several_terms else rows

    def _first_hit(self, report: int) -> LibraryHit | None:
        """Return the first hit in a report; None until it is found, which is asked for."""
        asked = (self._search.request, (report,))
        found = self._first
        if found is not None and (found.request, found.reports) == asked and found.results:
            return found.results[0].hits[0]
        if self._first_asked != asked:
            self._first_asked = asked
            self._live.collect((report,))
        return None

    # -- metrics in the sentences of hits ------------------------------------------------------

    def _stated(self) -> list[PanelRow]:
        """Return the metrics in the sentences of the hits; the hits are collected first."""
        search = self._search
        wanted = tuple(one.report for one in search.found[:_MAX_COLLECTED])
        collected = self._collected
        if collected is None or not search.is_of(collected.request) or collected.reports != wanted:
            if (search.request, wanted) != self._asked:
                self._asked = search.request, wanted
                self._live.collect(wanted)
            return [PanelRow(messages.COLLECTING)]
        return stated_rows(search.tree, collected.results, self._open_at)

    def take_collected(self, collected: Collected) -> None:
        """Take hits that were collected, and show what their sentences state, or where the first is, if that is asked for."""
        if (collected.request, collected.reports) == self._first_asked:
            self._first = collected
            if self._scope is not None and self._panes.summary.tab == "trend":
                self.show(self._scope)
        if (collected.request, collected.reports) == self._asked:
            self._asked = None
            self._collected = collected
            if self._scope is not None and self._panes.summary.tab == "indicators":
                self.show(self._scope)

    # -- indicators --------------------------------------------------------------------------

    def take(self, loaded: Loaded) -> None:
        """Take a report that was loaded, and show its indicators if they are asked for."""
        self._loaded = loaded
        if self._scope is not None and self._panes.summary.tab == "indicators":
            self.show(self._scope)

    def _indicators(self, scope: Scope) -> list[PanelRow]:
        """Return the main indicators of the scope's report; the report is loaded first."""
        report = scope.report or next(iter(scope.place.reports), None)
        if report is None:
            return [PanelRow(messages.CHOOSE_PLACE)]
        if self._loaded is None or self._loaded.number != report.id:
            self._live.load(report.id)
            return []
        return list(self._indicator_rows(report, self._loaded.report))

    def _indicator_rows(self, listed: ShelfReport, report: Report) -> list[PanelRow]:
        front = report.front
        heads = messages.columns(front.review_year, front.plan_year)
        rows = [
            PanelRow(report_name(self._search.tree, listed), is_heading=True),
            PanelRow("", heads[1], actual=heads[0]),
        ]
        told: set[tuple[str, ...]] = set()
        for comparison in comparison_rows(report):
            if not comparison.canonical or comparison.horizon == "plan":
                continue
            actual, target = comparison.actual, comparison.target
            shown = target or actual
            if shown is None:
                continue
            pair = (actual, target), (target, actual)
            values = [format_beside(one, other) if one else "" for one, other in pair]
            # A target is often said again where the report tells how it will be reached.
            if (comparison.indicator, *values) in told:
                continue
            told.add((comparison.indicator, *values))
            rows.append(
                PanelRow(
                    comparison.indicator,
                    values[1],
                    partial(self._open_at, listed.id, shown.start),
                    actual=values[0],
                    sign=(comparison.change.sign, sign_style(comparison.change)),
                )
            )
        return rows if len(rows) > 2 else [rows[0], PanelRow(messages.NO_INDICATORS)]

    def _open_at(self, number: int, offset: int) -> None:
        find = self._search.terms if self._search.is_on else ""
        self._panes.summary.post_message(OpenReport(None, number, offset, find))
