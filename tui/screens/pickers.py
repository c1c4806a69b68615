"""The dialogs of a report: a place to go to, a bookmark, a doubt; and those every screen has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from tui.keys.table import Keymap
from tui.messages import screens as messages
from tui.report.outline import Outline
from tui.screens.asking import Asking
from tui.screens.bookmarks import Bookmarks
from tui.screens.navigation import Navigation
from tui.screens.panes import Panes
from tui.screens.protocol import OpenReport
from tui.screens.report_links import ReportLinks, is_link
from tui.search.places import places_for
from tui.typeset.full_width import full_width_marks

if TYPE_CHECKING:
    from tui.screens.dialogs import Candidate


@dataclass(eq=False, repr=False)
class Pickers:
    """Opens a dialog and does what is picked there."""

    _outline: Outline
    _panes: Panes
    _navigation: Navigation
    _asking: Asking
    _keymap: Keymap
    _say: Callable[[str], None]
    _links: ReportLinks

    def go_to(self) -> None:
        """Ask where to go: a place in the report, or a link; or for a command."""

        def places(text: str) -> list[Candidate]:
            return self._linked(text) if is_link(text) else self._places(places_for(self._outline, text))

        self._asking.go_to(messages.GO_TO, messages.PLACE_EXAMPLES, places)

    def go_to_bookmark(self, bookmarks: Bookmarks) -> None:
        """List the bookmarks, to go to one."""
        rows = bookmarks.listed()
        if not rows:
            self._say(messages.no_bookmarks(self._keymap.first("mark")))
            return
        self._asking.ask(
            messages.BOOKMARKS,
            messages.BOOKMARKS_PLACEHOLDER,
            lambda text: self._places([row for row in rows if text in row[0] + row[1]]),
        )

    def go_to_doubt(self) -> None:
        """List what the conversion was not sure of or did not find, to go to a place it is about."""
        report = self._outline.report
        if not report.doubts:
            self._say(messages.NO_DOUBTS)
            return
        length = max(1, len(report.text))
        rows = [
            (messages.percentage((doubt.offset or 0) * 100 // length), doubt.text, doubt.offset or 0)
            for doubt in report.doubts
        ]
        self._asking.ask(
            messages.DOUBTS,
            messages.DOUBTS_PLACEHOLDER,
            lambda text: self._places([row for row in rows if text in row[0] + row[1]]),
        )

    def palette(self) -> None:
        """List all commands and headings, to pick one by words or pinyin."""
        self._asking.palette(self._panes.focused, lambda text: self._places(places_for(self._outline, text)))

    def help(self) -> None:
        """Show the keys, those of the focused pane first."""
        self._asking.help(self._panes.focused)

    def _linked(self, text: str) -> list[Candidate]:
        """Return rows that go to what a link names, also in another report."""
        return [
            (row.name, row.label, partial(self._follow, text, row.offset, row.note))
            for row in self._links.rows(text)
        ]

    def _follow(self, text: str, offset: int | None, note: str) -> None:
        if offset is not None:
            self._navigation.read_at(offset)
        elif not note:
            self._panes.screen.post_message(OpenReport(None, at=text))
        if note:
            self._say(note)

    def _places(self, places: list[tuple[str, str, int]]) -> list[Candidate]:
        """Return rows that go to a place: name, label with marks as in the text, offset."""
        shown = full_width_marks if self._panes.text_pane.has_full_width else str
        return [
            (name, shown(label), partial(self._navigation.read_at, offset)) for name, label, offset in places
        ]
