"""The title and the status bar of the library's screen."""

from __future__ import annotations

from tui.keys.table import Keymap
from tui.messages import library_screen as messages
from tui.messages import screens as screens_messages
from tui.screens.library_panes import LibraryPanes
from tui.screens.library_search import LibrarySearchController
from tui.visits import JumpList
from tui.widgets.place_scopes import Scope, scopes_above

Hints = list[tuple[str, str]]
#: Columns of the screen below which the name of the middle pane gives way.
_NAME_FROM_COLUMNS = 70


class LibraryStatus:
    """What the bars say.

    Attributes:
        notice: Shown instead of the hints; each key clears it before it acts.
        work: What is done in the background; empty if nothing.
    """

    def __init__(self, panes: LibraryPanes, keymap: Keymap, jumps: JumpList) -> None:
        self._panes = panes
        self._keymap = keymap
        self._jumps = jumps
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
        rows = self._panes.reports
        position = f"{rows.cursor + 1}/{rows.row_count()}" if rows.row_count() else ""
        hints, ends = self._hints()
        self._panes.status_bar.show_hints(hints, self.notice or self.work, position, ends)

    def show_title(self, search: LibrarySearchController, scope: Scope) -> None:
        """Show the scope, how much there is in it, and what is wrong with the query."""
        panes = self._panes
        panes.query_fault.display = bool(search.fault)
        panes.query_fault.show([(f" {search.fault}", "notice")])
        summary = _summary(search, scope)
        path = messages.path_of(place.name for place in scope.place.lineage)
        if scope.report is not None:
            path = messages.path_of((path, messages.report_label(scope.report.plan_year, "", "")))
        panes.title_bar.show([(messages.LIBRARY, "strong"), (f"  {path}", "")], summary, "notice")
        focused = panes.sides.focused in ("query", "reports")
        # Where it is narrow, there is no title, which says how many hits there are.
        is_narrow = panes.sides.screen.size.width < _NAME_FROM_COLUMNS
        name = _short_summary(search, scope) if is_narrow else messages.SEARCH_PANE.strip()
        panes.search_name.show([(name, "strong" if focused else "title")], focused=focused)
        panes.search_box.show_in_use(focused)

    def _hints(self) -> tuple[Hints, Hints]:
        """Return the keys that work, and those that are left out last."""

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
            *choose.get(kind, [hint("open", "choose")]),
            *hits,
            *sides,
            *context,
            *usual,
            hint("order", "sort"),
            hint("export", "export"),
            *views,
        ], ends


def _summary(search: LibrarySearchController, scope: Scope) -> str:
    """Return how many reports or hits there are in a scope."""
    reports = [report for report in scope.reports() if search.chosen is None or report.id in search.chosen]
    if search.is_on and search.has_terms:
        if search.counts is None:
            return "" if search.fault else screens_messages.SEARCHING
        counts = [search.counts.get(report.id, 0) for report in reports]
        total = sum(counts)
        return (
            messages.total_hits(total, sum(1 for count in counts if count))
            if total
            else screens_messages.NO_HITS
        )
    return messages.total_reports(len(reports), len({(report.today, report.place) for report in reports}))


def _short_summary(search: LibrarySearchController, scope: Scope) -> str:
    """Return the place, or the number of hits in it, in a few cells."""
    if search.is_on and search.has_terms and search.counts is not None:
        counts = search.counts
        return messages.hit_count(sum(counts.get(report.id, 0) for report in scope.reports()))
    return scope.place.name
