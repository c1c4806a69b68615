"""The library's screen: the same three panes one level up. Places at the left, reports or hits in the middle."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from contextvars import copy_context

from textual import events, on
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Input

from tui.keys.table import IN_LIBRARY, Keymap
from tui.library.live_search import Collected, LiveSearch, Loaded, Posted
from tui.library.place_tree import PlaceTree
from tui.library_session import LibrarySession
from tui.messages import library_screen as messages
from tui.messages import screens as screens_messages
from tui.screens.asking import Asking
from tui.screens.browsing import PaneScreen
from tui.screens.library_box import LibraryBox
from tui.screens.library_filter import PlaceFilter
from tui.screens.library_list import ReportsController
from tui.screens.library_opening import LibraryOpening
from tui.screens.library_panes import LibraryPanes
from tui.screens.library_places import LibraryPlaces
from tui.screens.library_rows import Actions
from tui.screens.library_search import LibrarySearchController
from tui.screens.library_status import LibraryStatus
from tui.screens.library_summary import Summary
from tui.screens.library_watch import LOOK_EVERY_S, LibraryWatch
from tui.screens.protocol import CancelOpening
from tui.screens.recall import Recall
from tui.screens.travelling import Travelling
from tui.state.records import Settings
from tui.visits import JumpList, Visit
from tui.widgets.bindings import bindings
from tui.widgets.library_panel import LibraryPanel
from tui.widgets.place_scopes import Scope
from tui.widgets.place_tree import PlaceTreeView
from tui.widgets.report_list import ReportList


class LibraryScreen(PaneScreen):
    """The library; see :class:`tui.screens.protocol.BrowsingScreen` for what the app asks of it.

    Args:
        session: The library.
        jumps: What was left by jumps.

    Attributes:
        session: The library.
        panes: The panes.
        search: What is searched for.
        reports: The list in the middle.
        box: The search box.
        opening: Opens reports and views.
        watcher: Notices when the library is changed.
    """

    BINDINGS = bindings(IN_LIBRARY)
    AUTO_FOCUS = "#place-tree"

    def __init__(self, session: LibrarySession, jumps: JumpList) -> None:
        super().__init__()
        self.session = session
        keymap = Keymap(session.config.keys)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread_context = copy_context()
        self._live = LiveSearch(session.library.path, self._post_update)
        self.search = LibrarySearchController(self._live, session.tree, self._show_search)
        self.panes = panes = LibraryPanes(
            self,
            session.tree,
            lambda report: self.reports.chapters_of(report),
            keymap,
            lambda query: self.box.run(query),
        )
        self.status = LibraryStatus(panes, self.search, keymap, jumps)
        self.say, self.show_work, self.key_for = self.status.say, self.status.show_work, keymap.first
        self.reports = ReportsController(session, panes, self.search, self._live, self.say)
        self.box = LibraryBox(self, panes, self.search, self.reports, Recall(session.report_store))
        self.take_text = self.box.take_text
        self.mark, self.as_one_jump = panes.sides.mark, jumps.as_one
        self.asking = Asking(self, IN_LIBRARY, keymap, session.report_store.settings)
        self.opening = LibraryOpening(self, panes, self.search, self.reports, keymap, self.say)
        self.filter = PlaceFilter(self, panes, session.tree, self.go_to_scope, self.opening.open_report)
        sections = LibraryPlaces(session, self.filter, self.reports, self.opening.open_report)
        self._go_to_candidates = sections.candidates
        actions = Actions(self.go_to_scope, self.box.narrow, self.search.filter_on, self.opening.open_report)
        self.summary = Summary(panes, self.search, self._live, actions)
        self.watcher = LibraryWatch(session, self._show_tree, self.say)
        self._travelling = Travelling(self, jumps, lambda: self.here, self.say)
        self._delegate_actions()

    def _delegate_actions(self) -> None:
        """Have the controllers act for what the table of commands names, see :mod:`tui.keys.commands`."""
        sides = self.panes.sides
        self.action_cycle_panes = sides.cycle
        self.action_zoom = sides.zoom
        self.action_open_report, self.what_key_does = self.asking.open_report, self.asking.what_key_does
        self.action_open_view = self.opening.open_view
        self.action_search = self.box.start
        self.action_stay = self.box.stay
        self.action_leave_search = self.box.leave
        self.action_recall = self.box.recall
        self.action_step_hit = self.reports.step_hit
        self.action_step_report = self.reports.step_report
        self.action_unfold_report = self.reports.unfold
        self.action_next_order = self.reports.next_order
        self.action_toggle_hits = self.reports.toggle_hits
        self.action_ask_export = self.reports.ask_export
        self.action_reload = self.watcher.reload
        self.action_filter_places = self.filter.start
        self.action_end_filter = self.filter.end
        self.action_move_metric = self.panes.places.action_move
        travelling = self._travelling
        self.action_back, self.action_forward = travelling.back, travelling.forward
        self.action_go_to_bookmark, self.take_letter = travelling.ask, travelling.take_letter

    # -- layout ------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Yield the panes."""
        yield from self.panes.compose()

    def on_mount(self) -> None:
        """Show the scope at the cursor, and run the query to begin with; the list has the focus where the tree is hidden."""
        self._loop, self._thread_context = asyncio.get_running_loop(), copy_context()
        if self.panes.sides.slide:
            self.panes.sides.focus_middle()
        self._scope_changed()
        self.set_interval(LOOK_EVERY_S, self.watcher.look)
        if self.session.find:
            self.panes.search_box.value = self.session.find

    def on_resize(self, event: events.Resize) -> None:
        """Fit the panes to another size."""
        self.panes.sides.fit()
        self.status.show_title(self.panes.places.scope)
        self.status.show()

    def set_focus(
        self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False
    ) -> None:
        """Move the focus, and show at once what depends on it."""
        super().set_focus(widget, scroll_visible, from_app_focus)
        if self.is_mounted:
            self.panes.sides.follow_focus()
            self.status.show_title(self.panes.places.scope)
            self.status.show()

    # -- what the app asks for ---------------------------------------------------------------

    @property
    def here(self) -> Visit:
        """The library."""
        return Visit(self.session.source)

    @property
    def notice(self) -> str:
        """What is shown in the status bar instead of the hints."""
        return self.status.notice

    def restore(self, visit: Visit) -> None:
        """Do nothing: the library stays as it was left."""

    def begin_key(self) -> None:
        """Clear the notice of the last key."""
        self.status.notice = ""

    def end_key(self) -> None:
        """Show the hints for the state after the key."""
        self.status.show()

    def prepare(self) -> None:
        """Load what the first dialog needs."""
        self.asking.prepare()

    def remember(self, settings: Settings) -> None:
        """Write the queries."""
        self.session.report_store.keep()

    def finish(self) -> None:
        """End the thread that searches, and close the library."""
        self._live.close()
        self.session.library.close()

    # -- the library -------------------------------------------------------------------------

    def show_report(self, number: int | None, path: str | None) -> None:
        """Move to a report that was open, by its number or its file; nothing happens if the library does not have it.

        Where it is among the hits of a query, those stay, and the cursor goes to it.
        """
        if number is None and path is not None:
            number = self.session.library.report_of_path(str(path))
        report = self.watcher.tree.reports.get(number or 0)
        if report is None:
            return
        is_listed = any(row.report == report.id for row in self.panes.reports.rows)
        if self.search.is_on and is_listed:
            self.panes.reports.go_to_report(report.id)
        else:
            self.go_to_scope(Scope(self.watcher.tree.place_of[report.id], report))

    def go_to_scope(self, scope: Scope) -> None:
        """Move the tree to a scope, and show what is in it."""
        self.panes.places.show_scope(scope)
        self._scope_changed()

    def search_for(self, query: str) -> None:
        """Search all reports for something, and go to the list of hits."""
        self.go_to_scope(Scope(self.watcher.tree.nation))
        self.box.search_for(query)

    def _show_tree(self, tree: PlaceTree) -> None:
        """Show places that were read anew."""
        self.panes.places.show_tree(tree)
        self.filter.tree = tree
        self.search.use_tree(tree)
        self._scope_changed()

    # -- searching ---------------------------------------------------------------------------

    def _post_update(self, update: Posted) -> None:
        """Hand over what the thread has found; called there."""
        assert self._loop is not None
        with suppress(RuntimeError):  # the loop has ended: the user has quit
            self._loop.call_soon_threadsafe(self._take_update, update, context=self._thread_context)

    def _take_update(self, update: Posted) -> None:
        if isinstance(update, Loaded):
            self.summary.take(update)
        elif not isinstance(update, Collected):
            self.search.take(update)
        elif self.search.is_of(update.request):
            self.summary.take_collected(update)
            self.reports.take_collected(update)

    def _show_search(self, is_fresh: bool) -> None:
        """Show what the search has found so far in all panes."""
        self.panes.places.show_counts(self.search.place_counts(), self.search.counts or {})
        self.reports.show(keep=not is_fresh)
        self.summary.show(self.panes.places.scope)
        self.status.show_title(self.panes.places.scope)
        self.say(self.search.fault)

    def _scope_changed(self) -> None:
        """Search and show what is in the scope at the cursor of the tree."""
        scope = self.panes.places.scope
        self.search.set_scope(scope)
        if not self.search.is_on:
            self.reports.show(keep=False)
        self.summary.show(scope)
        self.status.show_title(scope)
        self.status.show()

    # -- moving about ------------------------------------------------------------------------

    def action_focus_pane(self, pane: str) -> None:
        """Focus a pane by its id."""
        self.panes.sides.focus(self.panes.by_id[pane])

    def action_up_level(self) -> None:
        """Go to the place above."""
        if not self.panes.places.go_up():
            self.say(messages.AT_TOP)

    def action_escape(self) -> None:
        """Cancel the first of these there is: a pane that slid in, the filter of places, the query. Never quit."""
        panes = self.panes
        if self.status.work:
            self.post_message(CancelOpening())
        elif panes.sides.slide and self.focused is not panes.reports:
            panes.sides.focus_middle()
        elif self.filter.is_on:
            self.filter.clear()
        elif panes.search_box.value:
            panes.search_box.value = ""
        else:
            self.say(screens_messages.quit_with(self.key_for("quit")))

    # -- dialogs -----------------------------------------------------------------------------

    def action_palette(self) -> None:
        """List all commands and the places."""
        self.asking.palette(self.panes.sides.focused, self.filter.candidates)

    def action_help(self) -> None:
        """Show the keys."""
        self.asking.help(self.panes.sides.focused)

    def action_go_to(self) -> None:
        """Ask for a place or a report, or for a section of the report at the cursor."""
        self.asking.go_to(messages.GO_TO, messages.GO_TO_EXAMPLES, self._go_to_candidates)

    # -- messages of the panes ---------------------------------------------------------------

    @on(PlaceTreeView.ScopeReached)
    def _scope_reached(self) -> None:
        self._scope_changed()

    @on(PlaceTreeView.OpenScope)
    def _open_scope(self, event: PlaceTreeView.OpenScope) -> None:
        scope = event.scope
        if scope.report is not None:
            self.opening.open_report(
                scope.report.id, scope.chapter.start if scope.chapter is not None else None
            )
        else:
            self.panes.places.action_unfold()
            self.panes.sides.focus_middle()

    @on(ReportList.OpenRow)
    def _open_row(self, event: ReportList.OpenRow) -> None:
        row = event.row
        if row.kind == "more":
            self.search.unfold(row.report)
        elif row.kind == "above":
            self.go_to_scope(Scope(self.watcher.tree.by_key[row.place]))
        else:
            self.opening.open_report(row.report, row.offset)

    @on(ReportList.RowReached)
    def _row_reached(self, event: ReportList.RowReached) -> None:
        if event.is_near_end and self.search.is_on:
            self.search.find_more()
        self.status.show()

    @on(LibraryPanel.TabChosen)
    def _tab_chosen(self) -> None:
        self.summary.choose_tab(self.panes.places.scope)

    @on(Input.Changed, "#filter")
    def _filter_changed(self, event: Input.Changed) -> None:
        self.filter.run(event.value)
