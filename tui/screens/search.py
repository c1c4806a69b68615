"""A search from its first key to its last hit: in the box, the title, the tree, the hit list and the text at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePath
from time import monotonic

from tui.keys.table import Keymap
from tui.library.prepared import PreparedReport
from tui.messages import panes as panes_messages
from tui.messages import screens as messages
from tui.report.errors import UsageError
from tui.screens.navigation import Navigation
from tui.screens.panes import Panes
from tui.screens.recall import Recall
from tui.search.engine import Searcher
from tui.search.query import hint_for
from tui.search.results import NOTHING, Hit, Results, Search
from tui.typeset.cells import cell_length, cut
from tui.visits import Position

#: Seconds the screen may be held by a search that a thread goes on with, and by each slice of the preparation.
_SLICE_S = 0.006
#: Columns of the screen below which there is no title bar: the name of the middle pane says which report is open, and gives
#: way to the number of the hit. Cells of both on its background.
_TITLE_FROM_COLUMNS, _COUNT_CELLS, _EDGE_CELLS = 70, 9, 3
#: The part of the screen that the name of the report may take there.
_NAME_PART = 4


class SearchController:
    """The query, its hits, the current one, and where the reader was when the search began.

    While a thread searches there are no hits; they are asked for again and again, between the keys that wait.

    Args:
        searcher: Searches the report.
        recall: Has earlier queries.
        say: Shows a notice.
        later: Calls a function once the keys that wait are done.

    Attributes:
        results: The hits of the query in the box; of the last correct query if that one is wrong.
        current: Index of the current hit, None if there is none.
        fault: What is wrong with the query in the box.
        remark: What is said behind the title of the report.
    """

    def __init__(
        self,
        prepared: PreparedReport,
        searcher: Searcher,
        panes: Panes,
        navigation: Navigation,
        recall: Recall,
        keymap: Keymap,
        say: Callable[[str], None],
        later: Callable[[Callable[[], None]], object],
    ) -> None:
        front = prepared.report.front
        about = " · ".join(
            filter(
                None,
                (
                    front.spoken_date or messages.of_year(front.plan_year),
                    front.speaker.name if front.speaker else "",
                ),
            )
        )
        self._title = [(prepared.report.name, "strong"), (f"  {about}", "")]
        self._report = prepared.report
        self._searcher = searcher
        self._panes = panes
        self._navigation = navigation
        self._recall = recall
        self._key = keymap.first("search")
        self._say = say
        self._later = later
        self._under_way: Search | None = None
        #: Where the reader was when the search began, while the query is typed.
        self._origin: Position | None = None
        self._came_from = "text"
        self._is_list_hidden = False
        self._name_cells: int | None = None
        self.fault = ""
        self.remark = ""
        self.results: Results = NOTHING
        self.current: int | None = None

    @property
    def is_on(self) -> bool:
        """Whether there is anything to search for."""
        return bool(self.results.query.terms)

    @property
    def count(self) -> str:
        """``3/25``: which hit of how many; empty if there is none."""
        return f"{(self.current or 0) + 1}/{len(self.results.hits)}" if self.results.hits else ""

    @property
    def summary(self) -> str:
        """``命中 3/25 · 12 段``; empty if there is no query."""
        if not self.is_on:
            return ""
        if not self.results.hits:
            return self._no_hits()
        return messages.hits(self.count, self.results.paragraphs, self.results.hits[self.current or 0].why)

    def _no_hits(self) -> str:
        return messages.NO_HITS if self._under_way is None else messages.SEARCHING

    def show_summary(self) -> None:
        """Show the summary in the title bar, what is wrong with the query, and whether the box or the text has the focus."""
        panes = self._panes
        panes.query_fault.display = bool(self.fault)
        panes.query_fault.show([(f" {self.fault}", "notice")])
        panes.title_bar.show([*self._title, (self.remark, "notice")], self.summary, "notice")
        focused = panes.focused in ("query", "text")
        panes.search_name.show([(self._pane_name(), "strong" if focused else "title")], focused=focused)
        panes.search_box.show_in_use(focused)
        is_filtering = panes.focused in ("metrics", "filter")  # Chinese that is typed filters the panel
        invite = panes_messages.search_by_key if is_filtering else panes_messages.search_placeholder
        is_typing = panes.focused == "query"
        panes.search_box.show_placeholder(panes_messages.WHAT_TO_SEARCH if is_typing else invite(self._key))

    def _pane_name(self) -> str:
        """Return the name of the middle pane, and make room for it."""
        panes, report = self._panes, self._report
        width, widths = panes.screen.app.size.width, panes.text_pane.widths
        if width >= _TITLE_FROM_COLUMNS:
            self._widen_name(None)
            return panes_messages.search_pane()
        year = str(report.front.plan_year or "")
        name = report.place or PurePath(report.source.file or report.name).stem
        if not report.place:  # the name of a file, which may have the year
            year = f" {year}" if year and year not in name else ""
        short = cut(name, max(1, width // _NAME_PART - len(year)), widths) + year
        self._widen_name(cell_length(short, widths) + 1 + _COUNT_CELLS + _EDGE_CELLS)
        return f"{short} {self.count}" if self.count else panes_messages.search_pane(short)

    def _widen_name(self, cells: int | None) -> None:
        """Give the name of the pane so many cells, by default those of the style sheet; Textual lays out for each assignment."""
        if cells != self._name_cells:
            self._name_cells = cells
            self._panes.search_name.styles.width = cells

    # -- typing a query ----------------------------------------------------------------------

    def prepare(self) -> None:
        """Load what the first key of a search would have to wait for, one slice of time after the other."""
        self._prepare(self._searcher.prepare())

    def _prepare(self, steps: Iterator[object]) -> None:
        end = monotonic() + _SLICE_S
        for _ in steps:
            if monotonic() >= end:
                self._later(lambda: self._prepare(steps))
                return

    def start(self, text: str | None = None) -> None:
        """Focus the search box; with a text, search for it anew."""
        panes = self._panes
        box = panes.search_box
        if panes.screen.focused is not box:  # a key of the same burst may have left it
            self._came_from = panes.focused
            self._origin = panes.text_pane.position
            panes.open_side(None)
            panes.screen.set_focus(box)
            if text is not None:
                box.value = ""
            box.select_all()
        if text is not None:
            box.insert_text(text)

    def start_and_stay(self, text: str) -> None:
        """Search for a text and stay at its first hit."""
        self.start(text)
        self.stay()

    def stay(self) -> None:
        """End typing at the current hit; the position the search began at can be gone back to."""
        self._recall.add(self._panes.search_box.value)
        if self._origin is not None and self.results.hits:
            self._navigation.leave(self._began_at(), self._origin)
        self._origin = None
        self._panes.screen.set_focus(self._panes.text_pane)

    def leave(self) -> None:
        """End typing where the search began."""
        self._panes.search_box.value = ""  # an empty query shows again what was visible when it began
        self._origin = None
        self._panes.focus(self._came_from if self._came_from in ("tree", "metrics") else "text")

    def clear(self) -> None:
        """Drop the query and stay at the reading position."""
        self._origin = None
        self._panes.search_box.value = ""

    def recall(self, direction: int) -> None:
        """Put an earlier (-1) or later (1) query into the box."""
        box = self._panes.search_box
        box.value = self._recall.step(direction, box.value)
        box.cursor_position = len(box.value)

    # -- finding the hits --------------------------------------------------------------------

    def run(self, query: str) -> None:
        """Search, and show the first hit at or after the position where the search began."""
        try:
            search = self._searcher.begin(query)
            search.run(_SLICE_S)
        except UsageError as error:
            self.fault = str(error)
        else:
            self.fault = ""
            self._under_way = None if search.is_done else search
            self._show_results(search, goes=True)
            if self._under_way is not None:
                self._later(lambda: self._run_on(search))
        self.show_summary()

    def _run_on(self, search: Search) -> None:
        """Ask for the results of a search in the thread, unless another search has begun."""
        if search is not self._under_way:
            return
        try:
            search.run(_SLICE_S)
        except UsageError as error:
            self.fault = str(error)
        if not search.is_done:
            self._later(lambda: self._run_on(search))
            return
        self._under_way = None
        self._show_results(search, goes=self._origin is not None)
        self.show_summary()

    def _show_results(self, search: Search, goes: bool) -> None:
        """Show the hits; with ``goes``, scroll to the first one at or after the position the search began at."""
        self.results = search.results
        hits = self.results.hits
        self.current = self.results.index_from(self._began_at()) % len(hits) if hits else None
        tree, text = self._panes.outline_tree, self._panes.text_pane
        with text.changing():
            text.highlight_hits(self.results, self.current)
            self.fit()
            if goes and self._origin is not None:  # where earlier queries have scrolled to must not matter
                text.restore(self._origin)
            if goes and self.current is not None:
                text.show_offset(hits[self.current].start)
        self._follow_hit()
        with tree.changing():
            tree.show_counts(self.results.counts if self.is_on else None)
        is_in_vain = self.is_on and not hits and self._under_way is None
        self._say(messages.no_hits(hint_for(self._panes.search_box.value)) if is_in_vain else "")

    def _began_at(self) -> int:
        if self._origin is None:
            return self._navigation.offset
        return self._origin.first if self._origin.read is None else self._origin.read

    # -- walking the hits --------------------------------------------------------------------

    def step(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) hit, and from the last to the first; to the text if it cannot be seen."""
        hits = self.results.hits
        if not hits:
            self._say(self._no_hits() if self.is_on else messages.how_to_search(self._key))
            return
        if self._panes.hide_text:
            self._panes.focus("text")
        index = self._neighbour(direction)
        wraps = not 0 <= index < len(hits)
        wrapped = messages.WRAPPED_TO_FIRST if direction > 0 else messages.WRAPPED_TO_LAST
        wrapped = wrapped if len(hits) > 1 else messages.ONLY_HIT
        self._say(wrapped if wraps else "")
        self._show_hit(index % len(hits))

    def _neighbour(self, direction: int) -> int:
        """Return the index beside the current hit; if the reader has moved on, beside the reading position."""
        offset = self._navigation.offset
        if self.current is not None and self.results.hits[self.current].start == offset:
            return self.current + direction
        first = self.results.index_from(offset)
        return first if direction > 0 else first - 1

    def choose(self, index: int, hit: Hit) -> None:
        """Go to a hit that was clicked; not if another query has been typed since."""
        if self.results.hits[index : index + 1] == (hit,):
            self._show_hit(index)
            self._panes.screen.set_focus(self._panes.text_pane)

    def _show_hit(self, index: int) -> None:
        """Make a hit the current one."""
        self.current = index
        text = self._panes.text_pane
        text.highlight_metric(None)
        text.highlight_hits(self.results, index)
        text.show_offset(self.results.hits[index].start)
        self._follow_hit()
        self.show_summary()

    def _follow_hit(self) -> None:
        """Show in the metrics panel what it has about the current hit."""
        hit = self.results.hits[self.current] if self.current is not None else None
        self._panes.metrics_panel.follow_hit((hit.start, hit.end) if hit is not None else None)

    def toggle_list(self) -> None:
        """Hide the hit list, or show it again; say how to search where there is none."""
        if not self.results.hits:
            self._say(self._no_hits() if self.is_on else messages.how_to_search(self._key))
            return
        self._is_list_hidden = not self._is_list_hidden
        self.fit()

    def fit(self) -> None:
        """Give the hit list the rows it needs, at most a third of the screen."""
        most = max(1, (self._panes.screen.size.height - 3) // 3)
        self._panes.text_pane.show_list(0 if self._is_list_hidden else min(len(self.results.hits), most))
