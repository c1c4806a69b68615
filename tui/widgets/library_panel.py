"""The panel of the library: what a place has, where a search found its hits, how often, and the main indicators of a report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from tui.messages import library_screen as messages
from tui.messages import panes as panes_messages
from tui.typeset.cells import cell_length, cut, pad, pad_left
from tui.widgets.bindings import bindings
from tui.widgets.line_view import LineView
from tui.widgets.panel_columns import CountColumns, count_columns

Tab = Literal["contents", "hits", "trend", "indicators"]
TABS: tuple[Tab, ...] = ("contents", "hits", "trend", "indicators")
#: Cells of the longest bar, of the name beside it and the count behind it at least, and of the margin at both sides.
_BAR_CELLS, _NAME_CELLS, _LEAST_COUNT, _MARGIN = 10, 8, 6, 1
#: The part of a row of values that the name may take.
_NAME_SHARE = 0.45


class PanelRow(NamedTuple):
    """A row of the panel.

    Attributes:
        name: The text on the left.
        value: The text on the right.
        pick: What happens when it is chosen; None for a row to read only.
        is_heading: Whether it names the rows below it.
        share: The length of its bar, from 0 to 1; None for none.
        actual: A second value, between name and value; None where there is one column of values.
        sign: The sign between the two, and the name of its style.
        counts: Numbers at the right, in columns that all rows with counts share; so do their bars.
        bar_note: What stands in place of a bar: what a full one stands for.
    """

    name: str
    value: str = ""
    pick: Callable[[], object] | None = None
    is_heading: bool = False
    share: float | None = None
    actual: str | None = None
    sign: tuple[str, str] = ("", "")
    counts: tuple[str, ...] = ()
    bar_note: str = ""


class LibraryPanel(LineView):
    """Rows in four tabs."""

    BINDINGS = bindings("summary")

    class TabChosen(Message):
        """The user chose another tab."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.tab: Tab = "contents"
        self._rows: Sequence[PanelRow] = ()
        #: Cells of the counts behind bars, so that all bars begin in one column.
        self._count_cells = _LEAST_COUNT
        #: The columns of rows with counts, and the cells of a line they are for.
        self._columns: tuple[int, CountColumns] | None = None

    def show(self, tab: Tab, rows: Sequence[PanelRow]) -> None:
        """Show the rows of a tab; the cursor stays where it is if the tab is the same."""
        stays = tab == self.tab
        self.tab, self._rows, self._columns = tab, rows, None
        counts = (cell_length(row.value, self.widths) for row in rows if row.share is not None)
        self._count_cells = max(_LEAST_COUNT, *counts, 0)
        if not stays or not self.has_focus:
            self.top = 0
            self.cursor = next((at for at, row in enumerate(rows) if row.pick is not None), 0)
        self.cursor = min(self.cursor, max(0, len(rows) - 1))
        self.refresh()

    # -- keys --------------------------------------------------------------------------------

    def row_count(self) -> int:
        """Return the number of rows."""
        return len(self._rows)

    def move_cursor(self, row: int) -> None:
        """Move the cursor to a row that can be chosen, skipping the others; scroll on where there is none."""
        down = row >= self.cursor
        row = max(0, min(row, self.row_count() - 1))
        ahead = range(row, self.row_count()) if down else range(row, -1, -1)
        target = next((at for at in ahead if self._rows[at].pick is not None), None)
        if target is None:
            self.scroll_rows(row - self.cursor)
            return
        super().move_cursor(target)
        if target and self._rows[target - 1].is_heading:
            self.reveal(target - 1)
            self.reveal(target)

    def action_choose(self) -> None:
        """Do what the row at the cursor stands for."""
        if self.cursor < len(self._rows) and (pick := self._rows[self.cursor].pick) is not None:
            pick()

    def action_step_tab(self, direction: int) -> None:
        """Show the tab to the right (1) or left (-1)."""
        self.tab = TABS[(TABS.index(self.tab) + direction) % len(TABS)]
        self.cursor = self.top = 0
        self.post_message(self.TabChosen())

    def clicked(self, event: events.Click) -> None:
        """Show the tab that was clicked, or choose a row."""
        if event.y:
            super().clicked(event)
            return
        at = cell_length(messages.PANEL_TITLE, self.widths)
        for tab in TABS:
            at += cell_length(self._tab_name(tab), self.widths)
            if event.x < at:
                if event.x >= cell_length(messages.PANEL_TITLE, self.widths):
                    self.tab = tab
                    self.cursor = self.top = 0
                    self.post_message(self.TabChosen())
                return

    def _tab_name(self, tab: Tab) -> str:
        return panes_messages.tab_name(messages.TAB_NAMES[tab], tab == self.tab)

    # -- drawing -----------------------------------------------------------------------------

    def title_pieces(self, width: int) -> list[tuple[str, Style]]:
        """Return the pane's name and its tabs."""
        muted, strong = self.part_style("bar-text"), self.part_style("strong")
        pieces: list[tuple[str, Style]] = [(messages.PANEL_TITLE, Style())]
        for tab in TABS:
            pieces.append((self._tab_name(tab), strong if tab == self.tab else muted))
        return pieces

    def row_strip(self, index: int, width: int) -> Strip:
        """Return a row: name, bar and value, or name and two values with a sign between them."""
        row = self._rows[index]
        at_cursor = index == self.cursor and row.pick is not None
        fill = self.base_style + self.cursor_style if at_cursor else self.base_style
        if row.is_heading:
            return self.strip_of([(" " + row.name, fill + self.part_style("strong"))], width, fill)
        room = width - 2 * _MARGIN
        if row.counts:
            pieces = self._counts(row, room, fill)
        else:
            pieces = self._bar(row, room, fill) if row.share is not None else self._values(row, room, fill)
        return self.strip_of([(" " * _MARGIN, fill), *pieces], width, fill)

    def _bar(self, row: PanelRow, room: int, fill: Style) -> list[tuple[str, Style]]:
        """Return name, bar and number; the bar takes what the name leaves."""
        widths, value = self.widths, cut(row.value, room, self.widths)
        number = pad_left(value, min(self._count_cells, room), widths)
        left = room - cell_length(number, widths) - 1
        bar = min(_BAR_CELLS, max(0, left - _NAME_CELLS - 1))
        name = pad(row.name, max(1, left - bar - 1), widths)
        full = max(1, round(bar * (row.share or 0))) if bar and row.share else 0
        muted = fill if row.share else fill + self.part_style("muted")
        return [
            (name + " ", muted),
            (" " * full, self.part_style("bar-full")),
            (" " * (bar - full), fill),
            (" " + number, muted),
        ]

    def _counts(self, row: PanelRow, room: int, fill: Style) -> list[tuple[str, Style]]:
        """Return name, bar and counts in the columns of all such rows."""
        if self._columns is None or self._columns[0] != room:
            counted = [(one.name, one.counts) for one in self._rows if one.counts]
            self._columns = room, count_columns(counted, room, self.widths)
        columns = self._columns[1]
        name, full, rest, counts = columns.pieces(row.name, row.share, row.bar_note, row.counts, self.widths)
        muted = fill if row.share else fill + self.part_style("muted")
        return [(name, muted), (full, self.part_style("bar-full")), (rest, muted), (counts, muted)]

    def _values(self, row: PanelRow, room: int, fill: Style) -> list[tuple[str, Style]]:
        """Return the name, and the values as far right as they fit; values are never cut, names are."""
        widths = self.widths
        if row.actual is None:
            value = cut(row.value, room, widths)
            name = pad(row.name, max(1, room - cell_length(value, widths) - 1), widths)
            return [(name + " ", fill), (value, fill + self.part_style("muted"))]
        column = max(int(room * 0.3), cell_length(row.value, widths))
        sign = pad(row.sign[0] or " ", widths.ambiguous, widths)
        left = room - column - widths.ambiguous - 2
        actual = cut(row.actual, max(1, left - _NAME_CELLS), widths)
        name = pad(row.name, max(1, left - cell_length(actual, widths) - 1), widths)
        return [
            (name + " ", fill),
            (actual, fill + self.part_style("achieved")),
            (f" {sign} ", fill + (self.part_style(row.sign[1]) if row.sign[1] else Style())),
            (pad(row.value, column, widths), fill + self.part_style("target")),
        ]
