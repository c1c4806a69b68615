"""The tables across reports that are opened from the library."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.screen import Screen

from tui.messages import concordance_screen as concordance_messages
from tui.messages import related_screen as related_messages
from tui.messages import tables as messages
from tui.screens.library_list import ReportsController
from tui.screens.library_search import LibrarySearchController
from tui.screens.protocol import OpenView
from tui.visits import Source, View, ViewKind
from tui.widgets.place_scopes import Scope


class LibraryViews:
    """Opens tables about the report, the place or the search at the cursor; all notes, whatever is there.

    Args:
        screen: The screen.
        search: What is searched for.
        reports: Has the report at the cursor.
        scope: Returns what is chosen in the tree.
        key_for: Returns the key of a command.
        say: Shows a notice.
    """

    def __init__(
        self,
        screen: Screen[Any],
        search: LibrarySearchController,
        reports: ReportsController,
        scope: Callable[[], Scope],
        key_for: Callable[[str], str],
        say: Callable[[str], object],
    ) -> None:
        self._screen = screen
        self._search = search
        self._reports = reports
        self._scope = scope
        self._key_for = key_for
        self._say = say

    def open(self, kind: ViewKind) -> None:
        """Show a table."""
        if kind == "notes":
            self._screen.post_message(OpenView(View(kind)))
            return
        if kind == "concordance":
            self._open_concordance()
            return
        number = self._reports.number_at_cursor(is_pair=kind in ("promises", "alignment"))
        offset = self._reports.offset_at_cursor()
        if number is None:
            self._say(messages.NOT_OPEN_HERE)
        elif offset is None and kind == "related":
            self._say(related_messages.NO_HIT)
        else:
            view = View(kind, (Source(library_report=number),))
            self._screen.post_message(OpenView(view.at(offset or 0)))

    def _open_concordance(self) -> None:
        """Show the hits of the search in the scope in their context."""
        search, scope = self._search, self._scope()
        if not (search.is_on and search.terms):
            keys = self._key_for("search"), self._key_for("concordance")
            self._say(concordance_messages.how_to_search(*keys))
        elif search.fault:
            self._say(search.fault)
        else:
            reports = (Source(library_report=scope.report.id),) if scope.report is not None else ()
            words = (search.query.strip(), scope.place.key, "own" if scope.is_own else "")
            self._screen.post_message(OpenView(View("concordance", reports, words)))
