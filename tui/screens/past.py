"""Fills the tabs of the metrics panel that show other reports, in a thread, when they are first shown."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING

from tui.messages import past as messages
from tui.report.model import Metric
from tui.screens.background import in_thread
from tui.screens.panes import Panes
from tui.widgets.metric_rows import Tab

if TYPE_CHECKING:
    from tui.library.past import Past
    from tui.widgets.past_tabs import PastTab

#: Makes a tab of what was found, on the screen's own thread.
_Make = Callable[[], "PastTab"]


class PastController:
    """Asks what is known of the past of the report's place, and has the panel show it.

    Args:
        panes: The panes.
        make_past: Makes what is asked, in the thread.
        show_hints: Shows the keys that work now.
    """

    def __init__(self, panes: Panes, make_past: Callable[[], Past], show_hints: Callable[[], object]) -> None:
        self._panes = panes
        self._make_past = make_past
        self._show_hints = show_hints
        self._lock = Lock()
        #: The newest request for each tab; earlier ones are dropped.
        self._newest: dict[Tab, object] = {}

    def fill(self, tab: Tab, subject: Metric | None) -> None:
        """Begin to fill a tab.

        Args:
            tab: The tab.
            subject: The metric the tab of the years is about; None if there is none.
        """
        request = self._newest[tab] = object()

        def take(make: _Make | None) -> None:
            if make is not None and self._newest.get(tab) is request:
                self._panes.metrics_panel.take(tab, make())
                self._show_hints()

        def find() -> _Make | None:
            """Ask: one question at a time, and none that has been replaced by another."""
            with self._lock:
                if self._newest.get(tab) is not request:
                    return None
                return self._promises() if tab == "promises" else self._years(subject)

        in_thread(find, take, lambda reason: take(self._notice(reason)))

    def _notice(self, text: str) -> _Make:
        from tui.widgets.past_tabs import NoticeTab

        return lambda: NoticeTab(self._panes.metrics_panel.reading, text)

    def _promises(self) -> _Make:
        from tui.widgets.promise_tab import PromiseTab

        found = self._make_past().promises()
        return lambda: PromiseTab(self._panes.metrics_panel.reading, *found)

    def _years(self, subject: Metric | None) -> _Make:
        from tui.widgets.series_tab import SeriesTab

        if subject is None:
            return self._notice(messages.NO_METRIC)
        found = self._make_past().years(subject)
        year = int(subject.period) if subject.period.isdigit() else None
        return lambda: SeriesTab(self._panes.metrics_panel.reading, *found, year)
