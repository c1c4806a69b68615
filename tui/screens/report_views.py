"""The tables across reports that are opened from a report."""

from __future__ import annotations

from collections.abc import Callable

from tui.messages import concordance_screen as messages
from tui.screens.metrics import MetricsController
from tui.screens.navigation import Navigation
from tui.screens.panes import Panes
from tui.screens.protocol import OpenView
from tui.screens.search import SearchController
from tui.visits import Source, View, ViewKind


class ReportViews:
    """Opens tables about the report, or about the metric, the sentence, the selection or the search at hand.

    Args:
        source: The report.
        panes: Have the selection and the search box.
        navigation: Has the reading position.
        search: Knows what is wrong with the query.
        metrics: Has the metric at hand.
        key_for: Returns the key of a command.
        say: Shows a notice.
    """

    def __init__(
        self,
        source: Source,
        panes: Panes,
        navigation: Navigation,
        search: SearchController,
        metrics: MetricsController,
        key_for: Callable[[str], str],
        say: Callable[[str], object],
    ) -> None:
        self._source = source
        self._panes = panes
        self._navigation = navigation
        self._search = search
        self._metrics = metrics
        self._key_for = key_for
        self._say = say

    def open(self, kind: ViewKind) -> None:
        """Show a table."""
        if kind == "concordance":
            self._open_concordance()
            return
        start, end = self._panes.text_pane.selected or (self._navigation.offset, None)
        view = View(kind, (self._source,), self._metrics.words_for(kind))
        self._panes.screen.post_message(OpenView(view.at(start, end)))

    def _open_concordance(self) -> None:
        """Show the hits of the search in their context."""
        query = self._panes.search_box.value.strip()
        if not query:
            self._say(messages.how_to_search(self._key_for("search"), self._key_for("concordance")))
        elif self._search.fault:
            self._say(self._search.fault)
        else:
            self._panes.screen.post_message(OpenView(View("concordance", (self._source,), (query,))))
