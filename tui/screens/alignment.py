"""The screen of two reports beside each other: sentence by sentence, with the terms that are new or gone at the left.

The alignment and the terms are found in a thread; what is known is shown meanwhile. Controllers do what a reader asks for.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual import events, on
from textual.app import ComposeResult
from textual.widgets import Input

from tui.exports.model import Export
from tui.keys.table import IN_ALIGNMENT
from tui.messages import alignment_screen as messages
from tui.messages import screens as screens_messages
from tui.screens.background import Stream
from tui.screens.pair_box import PairBox
from tui.screens.pair_export import PairExport
from tui.screens.pair_list import PairList
from tui.screens.pair_panes import PairPanes
from tui.screens.pair_reports import PairReports
from tui.screens.pair_rows import PairContents, ShownPairs
from tui.screens.pair_search import PairSearch
from tui.screens.pair_state import PairState, read_state
from tui.screens.pair_status import PairStatus
from tui.screens.pair_terms import PairTerms
from tui.screens.view import Hints, ViewScreen
from tui.view_session import ViewSession
from tui.views.alignment import Aligned, FoundTerms, alignment_steps
from tui.views.model import TwoReports
from tui.visits import JumpList, View, ViewKind
from tui.widgets.facet_bar import FacetBar
from tui.widgets.pair_view import PairView
from tui.widgets.term_list import TermList


class AlignmentScreen(ViewScreen):
    """Two reports beside each other.

    Args:
        session: The reports.
        jumps: What was left by jumps.

    Attributes:
        two: The reports.
        pane: Shows the sentences.
        terms: Lists the terms.
        contents: The pairs and the terms.
        search: What is searched for.
    """

    LAYER = IN_ALIGNMENT
    AUTO_FOCUS = "#sentence-pairs"

    def __init__(self, session: ViewSession, jumps: JumpList) -> None:
        self.two: TwoReports = session.content
        self.pane = PairView(id="sentence-pairs")
        super().__init__(session, jumps, self.pane)
        self._body.add_class("of-pairs")
        self._stream: Stream[Aligned | FoundTerms] = Stream(
            partial(alignment_steps, self.two, session.library, session.kept_terms),
            self._take,
            self._tell,
            self._ended,
        )
        self.contents = PairContents(self.two)
        self.search = PairSearch(self.two.sides, lambda: self._box.show_hits(), self.call_later)
        self._make_controllers(read_state(session.view.state))
        self._delegate_actions()

    def _make_controllers(self, chosen: PairState) -> None:
        """Make the controllers, which begin with what was chosen."""
        contents, search, stream, pane = self.contents, self.search, self._stream, self.pane
        contents.ignore_numbers(chosen.ignores_numbers)
        pane.side = chosen.side
        #: What is searched for at first.
        self._begin_query = chosen.query
        self._panes = panes = PairPanes(self, self.two, pane, self._body, chosen.hides_terms)
        self._list = pairs = PairList(self, contents, panes, search, stream, chosen)
        self._box = box = PairBox(self, search, pairs, pane)
        self._terms = PairTerms(self, contents, panes, pairs, box, search, stream, chosen.term)
        self._status = PairStatus(self, contents, panes, pairs, search, box)
        self._reports = PairReports(self, contents, pane, pairs, self._terms)
        self._export = PairExport(self, contents, panes, pairs)
        self.terms: TermList = panes.terms

    def _delegate_actions(self) -> None:
        """Have the controllers act for what the table of commands names, see :mod:`tui.keys.commands`."""
        panes, pairs, box = self._panes, self._list, self._box
        self.action_toggle_terms = panes.toggle_terms
        self.action_show_terms = panes.show_terms
        self.action_show_sentences = panes.show_sentences
        self.action_step_facet = pairs.step_facet
        self.action_toggle_same = pairs.toggle_same
        self.action_toggle_numbers = pairs.toggle_numbers
        self.action_start_search = box.start
        self.action_step_hit = box.step
        self.action_end_filter = box.end
        self.action_move_metric = box.move
        self.action_search_library = self._terms.search_library
        self.action_step_years = self._reports.step_years
        self.action_ask_report = self._reports.ask

    @property
    def pairs(self) -> ShownPairs:
        """The pairs that are shown."""
        return self._list.pairs

    # -- layout --------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Yield bars and panes."""
        yield self.title_bar
        yield self._panes.facet_bar
        with self._body:
            yield self.terms
            yield self.pane
        yield self.status_bar
        self.too_small.show([(screens_messages.TOO_SMALL, "strong")])
        yield self.too_small

    def begin(self) -> None:
        """Show what there is, and begin to align."""
        self._panes.fit()
        self._list.show(is_fresh=True)
        self._terms.show(messages.FINDING_TERMS)
        if self.two.earlier is not None:
            self._stream.start()
        if self._begin_query:
            self.search.run(self._begin_query)

    def on_unmount(self) -> None:
        """Stop the thread."""
        self._stream.stop()

    def on_resize(self, event: events.Resize) -> None:
        """Fit panes and bars to another size."""
        self._panes.fit()
        self.show_bars()

    # -- showing -------------------------------------------------------------------------------

    def show_row(self, chosen: int = 0) -> None:
        """Show what depends on the cursor."""
        if self.two.earlier is not None:
            self.pane.show_heads(self.contents.heads(self._list.pair))
        self.show_bars()

    def view_now(self) -> View:
        """Return the view with the pair at the cursor and what was chosen."""
        state = PairState(
            key=self._list.key,
            facet=self._list.facet,
            side=self.pane.side,
            only_changes=self._list.only_changes,
            ignores_numbers=self.contents.ignores_numbers,
            hides_terms=self._panes.hides_terms,
            query=self.search.query,
            term=self._terms.text,
        )
        return self.session.view._replace(state=state.written())

    def title_now(self, width: int) -> tuple[str, str]:
        """Return both reports, and which hit or how many pairs are shown."""
        return self.contents.title, self._status.summary()

    def position(self) -> str:
        """Return the number of the pair at the cursor, or of the term in the list."""
        return self._status.position()

    def _hints(self) -> Hints:
        return self._status.hints()

    # -- what the thread finds -----------------------------------------------------------------

    def _take(self, part: Aligned | FoundTerms) -> None:
        """Show what is known by now."""
        if isinstance(part, Aligned):
            self._list.take(part)
            return
        self.contents.terms = part
        self._terms.show()
        self.show_bars()

    def _tell(self, work: str) -> None:
        """Say in the list of terms what is done, so that the keys stay in view."""
        self._terms.show(work)

    def _ended(self, fault: str) -> None:
        if fault:
            self._list.show()
            if self.contents.terms is None:
                self._terms.show(messages.STOPPED_TERMS)
            self.say(fault)

    # -- what all views do ---------------------------------------------------------------------

    def action_escape(self) -> None:
        """Cancel the first of these there is: the query, what is filtered, the list of terms, the view; the thread goes on."""
        if self.search.is_on:
            self._box.run("")
        elif self.terms.display and self._panes.is_in_terms:
            self._panes.show_sentences()
        else:
            super().action_escape()

    @property
    def is_narrowed(self) -> bool:
        """Whether there is a query, or only some of the pairs are shown."""
        return self.search.is_on or self._list.is_narrowed

    def clear(self) -> bool:
        """Show all pairs again; return False if they are shown."""
        return self._list.clear()

    def take_text(self, text: str) -> None:
        """Search for text that was typed or pasted outside of an input."""
        self.call_later(self._box.start_with, text)

    def action_step_passage(self, direction: int) -> None:
        """Have Enter open the other report."""
        self.pane.choose_side(1 - self.pane.side)

    def action_scroll_passages(self, direction: int) -> None:
        """Scroll the sentences down (1) or up (-1), by half a page."""
        self.pane.scroll_rows(direction * max(1, self.pane.page_rows // 2))

    def action_zoom(self) -> None:
        """Hide the terms, or show them again."""
        self._panes.toggle_terms()

    def subject(self, kind: ViewKind) -> View | None:
        """Return another view: of both reports for promises, else of the report that Enter opens."""
        return self._reports.subject(kind)

    def open_passage(self) -> None:
        """Open the report of the sentence that is chosen; in the list of terms, go to the one at the cursor instead."""
        if self._panes.is_in_terms:
            self._terms.go_to_term()
        else:
            self._reports.open_sentence()

    def exports(self) -> Sequence[Export]:
        """Return pairs and terms."""
        return self._export.exports()

    def copied(self, with_citation: bool) -> str:
        """Return both sentences as text, or the term at the cursor of the list."""
        return self._export.copied(with_citation)

    # -- messages of the panes -----------------------------------------------------------------

    @on(FacetBar.FacetChosen)
    def _facet_chosen(self, event: FacetBar.FacetChosen) -> None:
        self._list.show_facet(event.facet)

    @on(Input.Changed, "#filter")
    def _filter_changed(self, event: Input.Changed) -> None:
        self._box.changed(event.value)

    @on(PairView.PairReached)
    def _pair_reached(self) -> None:
        self.show_row()

    @on(TermList.TermReached)
    def _term_reached(self) -> None:
        self.show_bars()
