"""The title and the status bar of the library's screen."""

from __future__ import annotations

from typing import NamedTuple

from tui.keys.table import Keymap
from tui.messages import library_screen as messages
from tui.messages import screens as screens_messages
from tui.screens.library_panes import LibraryPanes
from tui.screens.library_rows import position_of
from tui.screens.library_search import LibrarySearchController
from tui.typeset.cells import cell_length, cut
from tui.visits import JumpList
from tui.widgets.place_scopes import Scope, scopes_above

Hints = list[tuple[str, str]]
#: Columns of the screen below which the name of the middle pane gives way.
_NAME_FROM_COLUMNS = 70
#: Cells of that name at least, of what stands beside it, and of the name of a place in it.
_NAME_CELLS, _NAME_EDGE_CELLS, _PLACE_CELLS = 9, 3, 12


class _Hits(NamedTuple):
    """How many hits there are in a scope, and in all reports."""

    here: int
    all: int


class LibraryStatus:
    """What the bars say.

    Attributes:
        notice: Shown instead of the hints; each key clears it before it acts.
        work: What is done in the background; empty if nothing.
    """

    def __init__(
        self, panes: LibraryPanes, search: LibrarySearchController, keymap: Keymap, jumps: JumpList
    ) -> None:
        self._panes = panes
        self._search = search
        self._keymap = keymap
        self._jumps = jumps
        self._name_cells = _NAME_CELLS
        self.notice = ""
        self.work = ""

    def say(self, notice: str) -> None:
        """Show a notice until the next key."""
        self.notice = notice
        self.show()

    def show_work(self, work: str) -> None:
        """Show what is done in the background, until told otherwise."""
        self.work = work
        self.show()

    def show(self) -> None:
        """Show the notice, the work in the background or the hints, and the row of the list."""
        reports, found = self._panes.reports, {one.report: one.total for one in self._search.found}
        hits = self._hits(self._panes.places.scope)
        position = position_of(reports.rows, reports.cursor, found, hits.here if hits else None)
        hints, ends = self._hints(is_narrowed=hits is not None and hits.here < hits.all)
        self._panes.status_bar.show_hints(hints, self.notice or self.work, position, ends)

    def show_title(self, scope: Scope) -> None:
        """Show the scope, how much there is in it, and what is wrong with the query."""
        panes, search = self._panes, self._search
        panes.query_fault.display = bool(search.fault)
        panes.query_fault.show([(f" {search.fault}", "notice")])
        hits = self._hits(scope)
        summary = self._summary(scope, hits)
        path = messages.path_of(place.name for place in scope.place.lineage)
        if scope.report is not None:
            path = messages.path_of((path, messages.report_label(scope.report.plan_year, "", "")))
        panes.title_bar.show([(messages.LIBRARY, "strong"), (f"  {path}", "")], summary, "notice")
        focused = panes.sides.focused in ("query", "reports")
        # Where it is narrow, there is no title, which says how many hits there are.
        is_narrow = panes.sides.screen.size.width < _NAME_FROM_COLUMNS
        name = self._short_summary(scope, hits) if is_narrow else messages.SEARCH_PANE.strip()
        cells = max(_NAME_CELLS, cell_length(name, panes.search_name.widths) + _NAME_EDGE_CELLS)
        if cells != self._name_cells:  # Textual lays out for each assignment
            self._name_cells = panes.search_name.styles.width = cells
        panes.search_name.show([(name, "strong" if focused else "title")], focused=focused)
        panes.search_box.show_in_use(focused)
        is_typing = panes.sides.focused == "query"
        invite = messages.search_placeholder(self._keymap.first("search"))
        panes.search_box.show_placeholder(messages.WHAT_TO_SEARCH if is_typing else invite)

    def _hints(self, is_narrowed: bool) -> tuple[Hints, Hints]:
        """Return the keys that work, and those that are left out last.

        Args:
            is_narrowed: Whether the scope leaves out some of the hits.
        """

        def hint(label: str, *commands: str) -> tuple[str, str]:
            return self._keymap.first(*commands), messages.HINTS.get(label) or screens_messages.HINTS[label]

        pane = self._panes.sides.focused
        row = self._panes.reports.row
        has_query = bool(self._panes.search_box.value)
        has_hits = has_query and row is not None and row.kind not in ("note", "above")
        if pane == "query":
            return [
                hint("to_list" if has_hits else "to_rows", "stay"),
                hint("earlier", "earlier_query"),
                hint("drop", "leave_search"),
            ], []
        sides = [hint("places", "tree"), hint("summary", "metrics")] if self._panes.sides.slide else []
        back = [hint("back", "back")] if self._jumps.can_go_back else []
        can_go_up = any(scopes_above(self._panes.places.scope))
        usual = [hint("search", "search"), *([hint("up", "up_level")] if can_go_up else [])]
        views = [hint(view, view) for view in ("promises", "tasks", "alignment")]
        ends = [hint("help", "help"), hint("quit", "quit")]
        if pane == "place-tree":
            own = [hint("open", "choose"), hint("fold", "right", "left"), hint("filter_places", "filter")]
            return [*back, *own, *usual, *views], ends
        if pane == "summary":
            return [*back, hint("choose", "choose"), hint("tabs", "right", "left"), *usual], ends
        hits = [hint("walk_hits", "next_hit", "previous_hit"), hint("all_hits", "right")] if has_hits else []
        context = [hint("concordance", "concordance")] if has_query else []
        kind = row.kind if row is not None else "note"
        choose = {"above": [hint("choose", "choose")], "note": []}
        return [
            *back,
            *(usual[1:] if is_narrowed else ()),
            *choose.get(kind, [hint("open", "choose")]),
            *hits,
            *sides,
            *context,
            *(usual[:1] if is_narrowed else usual),
            hint("order", "sort"),
            hint("export", "export"),
            *views,
        ], ends

    def _hits(self, scope: Scope) -> _Hits | None:
        """Return how many hits there are in a scope; None without any query, or while that is not known."""
        search = self._search
        if not search.is_on or not search.has_terms or search.counts is None:
            return None
        here = sum(search.counts.get(report.id, 0) for report in scope.reports())
        return _Hits(here, sum(search.counts.values()))

    def _summary(self, scope: Scope, hits: _Hits | None) -> str:
        """Return how many reports or hits there are in a scope, and how many hits in all if it leaves some out."""
        search = self._search
        reports = [one for one in scope.reports() if search.chosen is None or one.id in search.chosen]
        if not search.is_on or not search.has_terms:
            return messages.total_reports(
                len(reports), len({(report.today, report.place) for report in reports})
            )
        if search.counts is None:
            return "" if search.fault else screens_messages.SEARCHING
        if hits is not None and hits.here < hits.all:
            return self._hits_of_all(scope, hits)
        counts = [search.counts.get(report.id, 0) for report in reports]
        if not any(counts):
            return screens_messages.NO_HITS
        return messages.total_hits(sum(counts), sum(1 for count in counts if count))

    def _short_summary(self, scope: Scope, hits: _Hits | None) -> str:
        """Return the place, or the number of hits in it, in a few cells."""
        if hits is None:
            return scope.place.name
        return self._hits_of_all(scope, hits) if hits.here < hits.all else messages.hit_count(hits.here)

    def _hits_of_all(self, scope: Scope, hits: _Hits) -> str:
        """Return how many hits there are in a scope and in all reports, each named."""
        nation = self._search.tree.nation.name
        year = scope.report.plan_year if scope.report is not None else None
        place = cut(scope.place.name, _PLACE_CELLS, self._panes.search_name.widths)
        place = messages.OWN_REPORTS if scope.is_own else place
        return messages.hits_of_all(f"{place}{year or ''}", hits.here, nation, hits.all)
