"""Opening views from a report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from textual.screen import Screen

from tui.keys.table import Keymap
from tui.messages import concordance_screen as concordance_messages
from tui.screens.metrics import MetricsController
from tui.screens.panes import Panes
from tui.screens.protocol import OpenView
from tui.screens.search import SearchController
from tui.visits import Source, View, ViewKind


@dataclass(eq=False, repr=False)
class ReportOpening:
    """Opens views of what is at hand."""

    _screen: Screen[Any]
    _source: Source
    _panes: Panes
    _metrics: MetricsController
    _search: SearchController
    _keymap: Keymap
    _say: Callable[[str], None]

    def open_view(self, kind: ViewKind) -> None:
        """Show a table across reports about this one, or about the metric, the sentence, the selection or the search at hand."""
        if kind == "concordance":
            self._open_concordance()
            return
        text = self._panes.text_pane
        start, end = text.selected or (text.reading_offset, None)
        view = View(kind, (self._source,), self._metrics.words_for(kind))
        self._screen.post_message(OpenView(view.at(start, end)))

    def _open_concordance(self) -> None:
        """Show the hits of the search in their context."""
        query = self._panes.search_box.value.strip()
        if not query:
            keys = self._keymap.first("search"), self._keymap.first("concordance")
            self._say(concordance_messages.how_to_search(*keys))
        elif self._search.fault:
            self._say(self._search.fault)
        else:
            self._screen.post_message(OpenView(View("concordance", (self._source,), (query,))))
