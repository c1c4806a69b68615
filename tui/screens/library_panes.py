"""The panes of the library's screen, and the bars around them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from textual.app import ComposeResult
from textual.screen import Screen

from tui.keys.table import Keymap
from tui.library.place_tree import PlaceTree
from tui.messages import library_screen as messages
from tui.messages import screens as screens_messages
from tui.screens.sides import Sides
from tui.widgets.bars import StatusBar, TitleBar
from tui.widgets.inputs import FilterBox, SearchBox
from tui.widgets.library_panel import LibraryPanel
from tui.widgets.line_view import LineView
from tui.widgets.line_widget import Background
from tui.widgets.place_scopes import Chapter
from tui.widgets.place_tree import PlaceTreeView
from tui.widgets.report_list import ReportList


class LibraryPanes:
    """The tree of places, the reports or hits, and the panel.

    Attributes:
        search_box: Above the reports.
        query_fault: Below the search box, while there is something wrong with the query.
        filter_box: In place of the status bar while places are filtered; None before its first use.
        sides: Which of the panes is visible or focused.
    """

    def __init__(
        self,
        screen: Screen[Any],
        tree: PlaceTree,
        chapters_of: Callable[[int], Sequence[Chapter]],
        keymap: Keymap,
        run_query: Callable[[str], None],
    ) -> None:
        self.title_bar, self.search_name = TitleBar(id="title"), TitleBar(id="search-name")
        self.places = PlaceTreeView(tree, chapters_of, id="place-tree")
        self.search_box = SearchBox(
            run_query, messages.search_placeholder(keymap.first("search")), id="query"
        )
        self.query_fault = TitleBar(id="query-fault")
        self.reports = ReportList(id="reports")
        self.summary = LibraryPanel(id="summary")
        self.status_bar, self.too_small = StatusBar(id="hints"), TitleBar(id="too-small")
        self.filter_box: FilterBox | None = None
        self._body = Background(id="body")
        self.sides = Sides(screen, self._body, self.places, self.reports, self.summary)
        self.by_id: dict[str, LineView] = {
            "place-tree": self.places,
            "reports": self.reports,
            "summary": self.summary,
        }

    def compose(self) -> ComposeResult:
        """Yield title, panes and status bar, and the line that stands for them where there is no room at all."""
        yield self.title_bar
        with self._body:
            yield self.places
            with Background(id="centre"):
                with Background(id="search-row"):
                    yield self.search_name
                    yield self.search_box
                yield self.query_fault
                yield self.reports
            yield self.summary
        yield self.status_bar
        self.too_small.show([(screens_messages.TOO_SMALL, "strong")])
        yield self.too_small
