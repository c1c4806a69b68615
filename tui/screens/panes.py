"""The panes of the main screen and the bars around them: where they stand, which of them is visible or focused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.app import ComposeResult
from textual.screen import Screen

from tui.keys.table import Keymap
from tui.library.prepared import PreparedReport
from tui.messages import panes as panes_messages
from tui.messages import screens as messages
from tui.screens.sides import Sides
from tui.search.engine import Searcher
from tui.widgets.bars import StatusBar, TitleBar
from tui.widgets.inputs import FilterBox, SearchBox
from tui.widgets.line_view import LineView
from tui.widgets.line_widget import Background
from tui.widgets.metrics_panel import MetricsPanel
from tui.widgets.outline_tree import OutlineTree
from tui.widgets.text_pane import TextPane


class Panes:
    """Tree, text and metrics panel side by side, or sliding in over the text where there is no room.

    Attributes:
        screen: The screen they are on.
        search_box: Above the text.
        query_fault: Below the search box, while there is something wrong with the query.
        filter_box: In place of the status bar while metrics are filtered; None before its first use.
    """

    def __init__(
        self,
        screen: Screen[Any],
        prepared: PreparedReport,
        searcher: Searcher,
        keymap: Keymap,
        run_query: Callable[[str], None],
    ) -> None:
        self.screen = screen
        self.title_bar, self.search_name = TitleBar(id="title"), TitleBar(id="search-name")
        self.outline_tree = OutlineTree(prepared, id="tree")
        self.search_box = SearchBox(
            run_query, panes_messages.search_placeholder(keymap.first("search")), id="query"
        )
        self.search_box.show_in_use(True)  # the text has the focus at first
        self.query_fault = TitleBar(id="query-fault")
        self.text_pane = TextPane(prepared, searcher, id="text")
        self.metrics_panel = MetricsPanel(prepared, id="metrics")
        self.status_bar, self.too_small = StatusBar(id="hints"), TitleBar(id="too-small")
        self.filter_box: FilterBox | None = None
        self._body = Background(id="body")
        self._named: dict[str, LineView] = {
            "tree": self.outline_tree,
            "text": self.text_pane,
            "metrics": self.metrics_panel,
        }
        self._sides = Sides(screen, self._body, self.outline_tree, self.text_pane, self.metrics_panel)

    def compose(self) -> ComposeResult:
        """Yield title, panes and status bar, and the line that stands for them where there is no room at all."""
        yield self.title_bar
        with self._body:
            yield self.outline_tree
            with Background(id="centre"):
                with Background(id="search-row"):
                    yield self.search_name
                    yield self.search_box
                yield self.query_fault
                yield self.text_pane
            yield self.metrics_panel
        yield self.status_bar
        self.too_small.show([(messages.TOO_SMALL, "strong")])
        yield self.too_small

    @property
    def focused(self) -> str:
        """The id of the focused widget; the text's where there is none."""
        return self._sides.focused

    @property
    def is_filtered(self) -> bool:
        """Whether metrics are filtered."""
        return self.filter_box is not None and bool(self.filter_box.value)

    @property
    def sides_slide(self) -> bool:
        """Whether tree and metrics panel slide in over the text."""
        return self._sides.slide

    @property
    def hide_text(self) -> bool:
        """Whether the tree or the metrics panel lies over the text, or has the whole screen."""
        return self._sides.hide_middle

    def focus(self, pane: str) -> None:
        """Focus a pane. A hidden one slides in, and a zoomed one gives up the screen."""
        self._sides.focus(self._named[pane])

    def focus_text(self) -> None:
        """Focus the text, with nothing over it."""
        self._sides.focus_middle()

    def cycle(self, direction: int) -> None:
        """Focus the next (1) or previous (-1) pane."""
        self._sides.cycle(direction)

    def open_side(self, pane: str | None) -> None:
        """Slide in the tree or the metrics panel where there is no room for it, and slide the other out."""
        self._sides.open(self._named[pane] if pane is not None else None)

    def follow_focus(self) -> None:
        """Slide the sides out once the text or the search box has the focus."""
        self._sides.follow_focus()

    def mark(self) -> Callable[[], None]:
        """Return what shows again the panes that are shown now, and focuses the one that has the focus."""
        return self._sides.mark()

    def fit(self) -> None:
        """Follow another size: sides that have room again do not slide."""
        self._sides.fit()

    def zoom(self) -> None:
        """Give the focused pane the whole screen, or give the others their room back."""
        self._sides.zoom()
