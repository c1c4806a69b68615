"""The main screen: a layout of panes, and a controller for each thing a reader does. Its actions delegate to them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Input

from tui.keys.table import EVERYWHERE, Keymap
from tui.messages import screens as messages
from tui.screens.asking import Asking
from tui.screens.bookmarks import Bookmarks
from tui.screens.browsing import PaneScreen
from tui.screens.copying import Copying
from tui.screens.exporting import Exporting
from tui.screens.metrics import MetricsController
from tui.screens.navigation import Navigation
from tui.screens.panes import Panes
from tui.screens.pickers import Pickers
from tui.screens.protocol import CancelOpening, GoUp, OpenReport, OpenView
from tui.screens.recall import Recall
from tui.screens.report_links import ReportLinks
from tui.screens.report_views import ReportViews
from tui.screens.search import SearchController
from tui.screens.status import Status
from tui.screens.text_settings import TextSettings
from tui.screens.travelling import Travelling
from tui.search.engine import Searcher
from tui.session import Session
from tui.state.paths import has_notes
from tui.state.records import Anchor, Settings
from tui.visits import JumpList, Visit
from tui.widgets.bindings import bindings
from tui.widgets.line_view import LineView
from tui.widgets.metrics_panel import MetricsPanel
from tui.widgets.outline_tree import OutlineTree
from tui.widgets.text_pane import TextPane

if TYPE_CHECKING:
    from pathlib import Path

    from tui.library.past import Past
    from tui.report.model import Metric
    from tui.screens.noting import Noting
    from tui.screens.past import PastController

#: Seconds between two looks at a search. Only a timer lets keys and painting pass; a message would be handled at once.
_LOOK_EVERY_S = 0.001


class MainScreen(PaneScreen):
    """One report on the screen; see :class:`tui.screens.protocol.BrowsingScreen` for what the app asks of it.

    Args:
        session: The report.
        jumps: What was left by jumps.
        library_file: Returns the file of the library; None if there is none.
        followed: The metric whose years are shown, in the report before; None if they are not.
    """

    BINDINGS = bindings(EVERYWHERE)
    AUTO_FOCUS = "#text"

    def __init__(
        self,
        session: Session,
        jumps: JumpList,
        library_file: Callable[[], Path | None],
        followed: Metric | None = None,
    ) -> None:
        super().__init__()
        prepared, kept = session.prepared, session.report_store
        state, settings = kept.report_state, kept.settings
        keymap = Keymap(session.config.keys)
        searcher = Searcher(prepared.outline)
        self._session = session
        self.panes = panes = Panes(self, prepared, searcher, keymap, lambda query: self.search.run(query))
        self.status = Status(prepared, panes, keymap, jumps, session.library_report is not None, library_file)
        say = self.status.say
        self.navigation = Navigation(prepared.outline, panes, say, session.source, jumps)
        recall, soon = Recall(kept), partial(self.set_timer, _LOOK_EVERY_S)
        self.search = SearchController(prepared, searcher, panes, self.navigation, recall, keymap, say, soon)
        self.metrics = MetricsController(prepared, panes, self.navigation, say, self.status.show_dialog)
        self._library_file, self._followed, self._jumps = library_file, followed, jumps
        self.travelling = Travelling(self, jumps, lambda: self.here, say, self.navigation.restore)
        to_last_jump = self.travelling.to_last_jump
        self.bookmarks = Bookmarks(prepared.outline, self.navigation, to_last_jump, state, keymap, say)
        links = ReportLinks(session, library_file)
        self.copying = Copying(session, panes, say, links, keymap.first)
        self.exporting = Exporting(session, panes, say, links, library_file, keymap.first)
        self.asking = Asking(self, EVERYWHERE, keymap, settings)
        self.pickers = Pickers(prepared.outline, panes, self.navigation, self.asking, keymap, say, links)
        self.text_settings = TextSettings(panes.text_pane, panes.outline_tree, panes.metrics_panel, say)
        self.text_settings.apply(settings)
        #: What the app asks for and a controller does.
        self.say, self.show_work, self.key_for = say, self.status.show_work, keymap.first
        self.take_text = partial(self.metrics.take_text, search=self.search.start)
        self.begin_at, self.restore = self.navigation.begin_at, self.navigation.restore
        self.take_letter, self.mark, self.as_one_jump = self.bookmarks.take_letter, panes.mark, jumps.as_one
        self._views = ReportViews(
            session.source, panes, self.navigation, self.search, self.metrics, self.key_for, say
        )
        self._delegate_actions()
        if session.offset is not None:
            panes.text_pane.begin_at(session.offset, gone_to=True)
        elif state.place is not None:
            panes.text_pane.begin_at(state.place.find_in(prepared.report.text), gone_to=False)

    @cached_property
    def past(self) -> PastController:
        """Fills the tabs of the panel that show other reports; the first screen does without it."""
        from tui.screens.past import PastController

        past_of = partial(_past_of, self._session, self._library_file)
        return PastController(self.panes, past_of, self.status.show)

    @cached_property
    def noting(self) -> Noting:
        """Notes on the report; the first screen does without them."""
        from tui.screens.noting import Noting

        return Noting(self._session, self.panes, self.search, self.status.say, self.key_for, self._jumps)

    def _delegate_actions(self) -> None:
        """Have the controllers act for what the table of commands names, see :mod:`tui.keys.commands`."""
        panes, navigation, search, metrics = self.panes, self.navigation, self.search, self.metrics
        pickers, copying, text_settings = self.pickers, self.copying, self.text_settings
        self.action_focus_pane = panes.focus
        self.action_cycle_panes, self.action_zoom = panes.cycle, panes.zoom
        self.action_step_node = navigation.step_node
        self.action_back, self.action_forward = self.travelling.back, self.travelling.forward
        self.action_search = search.start
        self.action_step_hit = search.step
        self.action_stay = search.stay
        self.action_leave_search = search.leave
        self.action_recall = search.recall
        self.action_toggle_hits = search.toggle_list
        self.action_step_metric = metrics.step
        self.action_filter_metrics = metrics.start_filter
        self.action_end_filter = metrics.end_filter
        self.action_move_metric = metrics.move
        self.action_next_order = metrics.sort
        self.action_reverse_order = metrics.reverse_order
        self.action_details = metrics.show_details
        self.action_ask_export, self.action_export = self.exporting.ask, self.exporting.ask_for
        self.action_set_bookmark = self.bookmarks.ask_to_set
        self.action_go_to_bookmark = self.bookmarks.ask_to_go
        self.action_list_bookmarks = partial(pickers.go_to_bookmark, self.bookmarks)
        self.action_list_doubts = pickers.go_to_doubt
        self.action_select = copying.toggle_selection
        self.action_copy, self.action_extend = copying.copy, copying.extend
        self.action_open_view = self._views.open
        self.action_go_to = pickers.go_to
        self.action_open_report, self.what_key_does = self.asking.open_report, self.asking.what_key_does
        self.action_palette = pickers.palette
        self.action_help = pickers.help
        self.action_measure = text_settings.change_measure
        self.action_toggle_full_width = text_settings.toggle_full_width

    # -- layout ------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Yield the panes."""
        yield from self.panes.compose()

    def on_mount(self) -> None:
        """Show everything at the offset to begin at, before the first layout."""
        self.search.show_summary()
        self.end_key()
        if self._followed is not None:
            self.panes.metrics_panel.show_years(self._followed)
        self.status.greet(self._session.resumes and self.panes.text_pane.first_offset > 0)
        if self._session.notice:
            self.say(self._session.notice)
        if self._session.find:
            self.call_after_refresh(self.search.start_and_stay, self._session.find)
        if self._session.view is not None:
            self.post_message(OpenView(self._session.view))

    def on_resize(self, event: events.Resize) -> None:
        """Fit panes and hit list to another size."""
        self.panes.fit()
        self.search.fit()
        self.search.show_summary()
        self.status.show()

    def set_focus(
        self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False
    ) -> None:
        """Move the focus, and show at once what depends on it: title, hints, the panes that follow."""
        super().set_focus(widget, scroll_visible, from_app_focus)
        if self.is_mounted:
            self.panes.follow_focus()
            self.search.show_summary()
            self.end_key()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Have a pane that lost the focus follow again with the next key."""
        self.navigation.forget_followed()

    @property
    def followed(self) -> Metric | None:
        """The metric whose years are shown in the panel, with the year at the cursor; None if they are not."""
        return self.panes.metrics_panel.followed

    # -- what the app asks for ---------------------------------------------------------------

    @property
    def here(self) -> Visit:
        """The reading position."""
        return self.navigation.here

    @property
    def notice(self) -> str:
        """What is shown in the status bar instead of the hints."""
        return self.status.notice

    def point_at(self, offset: int) -> None:
        """Go to an offset, and highlight the metric there, if there is one; the text gets the focus."""
        self.panes.text_pane.go_to(offset)
        self.panes.focus_text()
        self.metrics.highlight_at(offset)

    def begin_key(self) -> None:
        """Clear the notice of the last key."""
        self.status.notice = ""
        if "noting" in self.__dict__:
            self.noting.begin_key()

    def end_key(self) -> None:
        """Sync tree, metrics panel and status bar with the reading position."""
        self.navigation.follow()
        self.status.follow()

    def prepare(self) -> None:
        """Load what the first search and the first dialog need."""
        self.search.prepare()
        self.asking.prepare()
        if has_notes():
            self.noting.load()

    def on_screen_resume(self) -> None:
        """Show what was done to notes elsewhere."""
        if "noting" in self.__dict__:
            self.noting.look()

    def remember(self, settings: Settings) -> None:
        """Note the reading position, and how the text is shown."""
        text, offset = self._session.prepared.report.text, self.panes.text_pane.first_offset
        self._session.report_store.report_state.place = Anchor.of(text, offset)
        self.text_settings.store(settings)

    # -- messages of the panes ---------------------------------------------------------------

    @on(LineView.CopyAsked)
    def _copy_asked(self) -> None:
        self.copying.copy_selection()

    @on(TextPane.OffsetShown)
    def _offset_shown(self, event: TextPane.OffsetShown) -> None:
        if event.is_of_selection or not self.navigation.is_followed(event.offset):
            self.end_key()

    @on(OutlineTree.OpenNode)
    def _open_node(self, event: OutlineTree.OpenNode) -> None:
        self.navigation.read_at(event.node.start)

    @on(TextPane.HitChosen)
    def _hit_chosen(self, event: TextPane.HitChosen) -> None:
        self.search.choose(event.index, event.hit)

    @on(TextPane.MetricAsked)
    def _metric_asked(self, event: TextPane.MetricAsked) -> None:
        self.metrics.open_in_panel(event.offset)

    @on(MetricsPanel.OpenMetric)
    def _open_metric(self, event: MetricsPanel.OpenMetric) -> None:
        self.metrics.open_in_text(event.metric)

    @on(MetricsPanel.RowReached)
    def _row_reached(self, event: MetricsPanel.RowReached) -> None:
        self.metrics.explain_row(event.metric, event.row, event.is_idle)

    @on(MetricsPanel.SortAsked)
    def _sort_asked(self, event: MetricsPanel.SortAsked) -> None:
        self.metrics.sort_by(event.order)

    @on(MetricsPanel.PastNeeded)
    def _past_needed(self, event: MetricsPanel.PastNeeded) -> None:
        self.past.fill(event.tab, event.subject)

    @on(MetricsPanel.OpenSpot)
    def _open_spot(self, event: MetricsPanel.OpenSpot) -> None:
        spot = event.spot
        if spot.report is not None:
            self.post_message(OpenReport(None, spot.report, spot.offset))
        elif spot.metric is not None:
            self.metrics.open_in_text(spot.metric)
        else:
            self.navigation.read_at(spot.offset)

    @on(Input.Changed, "#filter")
    def _filter_changed(self, event: Input.Changed) -> None:
        self.metrics.filter(event.value)

    def action_search_word(self, direction: int) -> None:
        """Search for the selection or the term at the place, and go to the hit after (1) or before (-1) it."""
        from tui.screens.word_search import WordSearch  # not needed for the first screen

        report, copying = self._session.prepared.report, self.copying
        WordSearch(report, self.panes, self.navigation, self.search, copying, self.say).step(direction)

    def action_add_note(self) -> None:
        """Write on the selection or the sentence being read."""
        self.noting.add()

    def action_highlight(self) -> None:
        """Give the selection or the sentence being read the next colour."""
        self.noting.highlight()

    def action_up_level(self) -> None:
        """Show the library."""
        self.post_message(GoUp())

    def action_escape(self) -> None:
        """Cancel the first of these there is: work, the filter of the panel, a pane's focus, selection, query. Never quit."""
        if self.status.work:
            self.post_message(CancelOpening())
        elif self.panes.focused == "metrics":
            self.metrics.leave()
        elif self.panes.focused != "text":
            self.panes.focus("text")
        elif self.copying.is_selecting:
            self.copying.clear_selection()
        elif self.panes.search_box.value:
            self.search.clear()
        elif not self.metrics.clear_filter():
            self.say(messages.quit_with(self.key_for("quit")))


def _past_of(session: Session, library_file: Callable[[], Path | None]) -> Past:
    """Return what is known of the past of a report's place."""
    from tui.library.past import LibraryPast  # not needed for the first screen

    return LibraryPast(library_file(), session.prepared.report, session.library_report, session.path)
