"""Opening reports and views from the library."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.screen import Screen

from tui.keys.table import Keymap
from tui.messages import concordance_screen as concordance_messages
from tui.messages import library_screen as library_messages
from tui.messages import related_screen as related_messages
from tui.messages import tables as tables_messages
from tui.screens.library_list import ReportsController
from tui.screens.library_panes import LibraryPanes
from tui.screens.library_search import LibrarySearchController
from tui.screens.protocol import OpenReport, OpenView
from tui.visits import Source, View, ViewKind


class LibraryOpening:
    """Opens what is at the cursor.

    Args:
        screen: The screen of the library.
        panes: Its panes.
        search: What is searched for.
        reports: The list in the middle.
        keymap: Names the keys.
        say: Says something in the status bar.
    """

    def __init__(
        self,
        screen: Screen[Any],
        panes: LibraryPanes,
        search: LibrarySearchController,
        reports: ReportsController,
        keymap: Keymap,
        say: Callable[[str], None],
    ) -> None:
        self._screen = screen
        self._panes = panes
        self._search = search
        self._reports = reports
        self._key_for = keymap.first
        self._say = say

    def open_report(self, number: int, offset: int | None = None) -> None:
        """Open a report, at an offset and with the query of the library."""
        search = self._search
        find = search.terms if search.is_on and search.has_terms else ""
        self._screen.post_message(OpenReport(None, number, offset, find))

    def open_view(self, kind: ViewKind) -> None:
        """Show a table across reports about the report, the place or the search at the cursor; all notes, whatever is there."""
        if kind == "notes":
            self._screen.post_message(OpenView(View(kind)))
            return
        if kind == "concordance":
            self._open_concordance()
            return
        number = self._reports.number_at_cursor(is_pair=kind in ("promises", "alignment"))
        offset = self._reports.offset_at_cursor()
        if number is None:
            self._say(tables_messages.NOT_OPEN_HERE)
        elif offset is None and kind == "related":
            self._say(related_messages.NO_HIT)
        else:
            source = Source(library_report=number)
            self._screen.post_message(OpenView(View(kind, (source,)).at(offset or 0)))

    def _open_concordance(self) -> None:
        """Show the hits of the search in the scope in their context."""
        search, scope = self._search, self._panes.places.scope
        if not (search.is_on and search.terms):
            keys = self._key_for("search"), self._key_for("concordance")
            self._say(concordance_messages.how_to_search(*keys))
        elif search.fault:
            self._say(search.fault)
        elif not scope.place.count:
            self._say(library_messages.NO_REPORTS)
        else:
            reports = (Source(library_report=scope.report.id),) if scope.report is not None else ()
            words = (search.query.strip(), scope.place.key, "own" if scope.is_own else "")
            self._screen.post_message(OpenView(View("concordance", reports, words)))
