"""The search box of the library's screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from textual.screen import Screen

from tui.screens.library_list import ReportsController
from tui.screens.library_panes import LibraryPanes
from tui.screens.library_search import LibrarySearchController
from tui.screens.recall import Recall

#: Seconds that a list may stay which is not of the query in the box.
_STALE_AFTER_S = 0.2


@dataclass(eq=False, repr=False)
class LibraryBox:
    """Takes what is typed, and earlier queries.

    Attributes:
        screen: The screen.
        panes: Its panes.
        search: Is told what to search for.
        reports: The list in the middle.
        earlier: Has the earlier queries.
    """

    screen: Screen[Any]
    panes: LibraryPanes
    search: LibrarySearchController
    reports: ReportsController
    earlier: Recall

    def start(self) -> None:
        """Focus the box."""
        self.panes.sides.open(None)
        self.screen.set_focus(self.panes.search_box)
        self.panes.search_box.select_all()

    def take_text(self, text: str) -> None:
        """Search for text that was typed or pasted outside of an input."""
        self.start()
        self.panes.search_box.insert_text(text)

    def run(self, query: str) -> None:
        """Search for what is typed; what was listed before stays until there are hits, or for a moment."""
        self.search.run(query)
        if self.search.is_fresh:
            self.screen.set_timer(_STALE_AFTER_S, self.reports.show_that_it_searches)

    def search_for(self, query: str) -> None:
        """Search for something that was not typed here, and go to the list."""
        self._put(query)
        self.stay()

    def stay(self) -> None:
        """End typing, and go to the list."""
        self.earlier.add(self.panes.search_box.value)
        self.panes.sides.focus_middle()

    def leave(self) -> None:
        """End typing and drop the query."""
        self.panes.search_box.value = ""
        self.panes.sides.focus(self.panes.places)

    def recall(self, direction: int) -> None:
        """Put an earlier (-1) or later (1) query into the box."""
        self._put(self.earlier.step(direction, self.panes.search_box.value))

    def narrow(self, name: str, value: str) -> None:
        """Add a filter to the query, or take it away."""
        self._put(self.search.narrow(name, value))

    def _put(self, query: str) -> None:
        box = self.panes.search_box
        box.value = query
        box.cursor_position = len(query)
