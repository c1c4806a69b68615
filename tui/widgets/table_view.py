"""A table across reports: rows with a sign, in columns, under headings that sort them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from tui.messages import tables as messages
from tui.typeset.cells import NARROW, cell_length, cut, pad, pad_left
from tui.widgets.bindings import bindings
from tui.widgets.heading_clicks import heading_at
from tui.widgets.line_view import LineView
from tui.widgets.table_layout import Column, Line, TableLayout, TableRow

_DOUBLE = 2


class Layout(Protocol):
    """Where everything stands in a table; see :class:`~tui.widgets.table_layout.TableLayout`."""

    @property
    def lines(self) -> Sequence[Line]:
        """The lines, in order."""

    @property
    def headings(self) -> Sequence[tuple[Column, int, int]]:
        """Column, first cell and number of cells of each heading."""

    @property
    def first_lines(self) -> Sequence[int]:
        """The index of the first line of each row."""


class TableView(LineView):
    """Rows in columns. The cursor is on the first line of a row.

    Args:
        columns: The columns.
    """

    BINDINGS = bindings("table")

    class RowReached(Message):
        """The cursor came to another row."""

    class SortAsked(Message):
        """The user clicked a heading.

        Attributes:
            column: The id of its column.
        """

        def __init__(self, column: str) -> None:
            super().__init__()
            self.column = column

    def __init__(self, columns: Sequence[Column], *, id: str) -> None:
        super().__init__(id=id)
        self._columns = columns
        self._rows: Sequence[TableRow] = ()
        self._width = 0
        self._layout: Layout = TableLayout(columns, (), 0, NARROW)
        self._order = self._arrow = ""
        self._note = ""

    # -- updates from the screen -------------------------------------------------------------

    def show_rows(
        self,
        rows: Sequence[TableRow],
        key: str = "",
        order: tuple[str, str] = ("", ""),
        note: str = "",
        near: int = 0,
    ) -> None:
        """Show other rows.

        Args:
            rows: The rows.
            key: Of the row to begin at.
            near: The index to begin at if no row has the key.
            order: The column they are sorted by, if it is one, and the arrow beside its heading.
            note: Said instead of rows where there are none.
        """
        self._rows, self._note = rows, note or messages.NO_ROWS
        self._order, self._arrow = order
        self._lay_out(key, near)
        self.refresh()

    @property
    def rows(self) -> Sequence[TableRow]:
        """All rows."""
        return self._rows

    @property
    def row(self) -> TableRow | None:
        """The row at the cursor; None if there is none."""
        return self._rows[self.index] if self._rows else None

    @property
    def index(self) -> int:
        """The index of the row at the cursor."""
        lines = self._layout.lines
        return lines[min(self.cursor, len(lines) - 1)].row if lines else 0

    @property
    def columns_width(self) -> int:
        """Cells that the columns may take."""
        return self.size.width

    def make_layout(self) -> Layout:
        """Return the rows in columns for the present width."""
        return TableLayout(self._columns, self._rows, self.columns_width, self.widths)

    def _lay_out(self, key: str, near: int = 0) -> None:
        self._width = self.size.width
        self._layout = self.make_layout()
        near = min(near, max(0, len(self._rows) - 1))
        index = next((at for at, row in enumerate(self._rows) if row.key == key), near)
        self.cursor = self._layout.first_lines[index] if self._rows else 0
        self.top = min(self.top, max(0, len(self._layout.lines) - self.page_rows))
        self.keep_in_view()

    def on_resize(self, event: events.Resize) -> None:
        """Lay out the columns for another width; the row at the cursor stays in view."""
        self._lay_out(self.row.key if self.row is not None else "")
        self.refresh()

    def draw(self, size: Size) -> list[Strip]:
        """Return all lines, of columns laid out for the present width."""
        if size.width != self._width:
            self._lay_out(self.row.key if self.row is not None else "")
        return super().draw(size)

    def keep_in_view(self) -> None:
        """Show all lines of the row at the cursor, its headings and one line around them where there is room."""
        first = last = self.cursor
        lines = self._layout.lines
        while 0 < first <= len(lines) and lines[first - 1].is_heading:
            first -= 1
        while last + 1 < len(lines) and lines[last + 1].row == self.index:
            last += 1
        self.reveal(last, margin=1)
        if last - first < self.page_rows:
            self.reveal(first)
        self.reveal(self.cursor, margin=1 if last - self.cursor + 3 <= self.page_rows else 0)

    # -- keys --------------------------------------------------------------------------------

    def row_count(self) -> int:
        """Return the number of lines."""
        return len(self._layout.lines) or 1

    def move_cursor(self, row: int) -> None:
        """Move the cursor to the row that holds a line, or to the one beyond if that is the row it is on."""
        lines = self._layout.lines
        if not lines:
            return
        line = max(0, min(row, len(lines) - 1))
        index, here = lines[line].row, self.index
        if index == here and row > self.cursor and here + 1 < len(self._rows):
            index = here + 1
        elif index == here and row < self.cursor and here:
            index = here - 1
        self.go_to_row(index)

    def go_to_row(self, index: int) -> None:
        """Move the cursor to a row by its index."""
        self.cursor = self._layout.first_lines[index]
        self.keep_in_view()
        self.refresh()
        self.cursor_moved()

    def action_move(self, rows: int) -> None:
        """Move the cursor by rows."""
        if self._rows:
            self.go_to_row(max(0, min(self.index + rows, len(self._rows) - 1)))

    def cursor_moved(self) -> None:
        """Tell the screen."""
        self.post_message(self.RowReached())

    def action_choose(self) -> None:
        """Choose the row at the cursor."""
        if self._rows:
            self.post_message(self.RowChosen(self, self.index))

    def clicked(self, event: events.Click) -> None:
        """Sort by the heading that was clicked, or go to the row; a double click chooses it."""
        if not event.y:
            asked = heading_at(event.x, map(self._title_span, filter(_has_title, self._layout.headings)))
            if asked is not None:
                self.post_message(self.SortAsked(asked))
            return
        line = self.row_at(event.y)
        if line is None or not self._rows:
            return
        self.go_to_row(self._layout.lines[line].row)
        if event.chain == _DOUBLE:
            self.action_choose()

    # -- drawing -----------------------------------------------------------------------------

    def title_pieces(self, width: int) -> list[tuple[str, Style]]:
        """Return the headings; that of the column the rows are sorted by stands out, with an arrow."""
        pieces: list[tuple[str, Style]] = []
        at = 0
        for column, start, cells in self._layout.headings:
            title = cut(self._heading(column), max(0, width - start), self.widths)
            if column.is_right:  # with an arrow it may be longer than the values below it
                start = max(at, start + min(0, cells - cell_length(title, self.widths)))
                title = pad_left(title, max(cells, cell_length(title, self.widths)), self.widths)
            style = self.part_style("count" if column.id == self._order else "bar-text")
            pieces += [(" " * max(0, start - at), Style()), (title, style)]
            at = max(at, start) + cell_length(title, self.widths)
        return pieces

    def _title_span(self, heading: tuple[Column, int, int]) -> tuple[str, int, int]:
        """Return the id of a column, the first cell of its heading, and how many it takes."""
        column, start, cells = heading
        return column.id, start, max(cells, cell_length(self._heading(column), self.widths))

    def _heading(self, column: Column) -> str:
        if column.id != self._order:
            return column.title
        return self._arrow + column.title if column.is_right else column.title + self._arrow

    def row_strip(self, row: int, width: int) -> Strip:
        """Return a line of a row."""
        if not self._rows:
            note = [("  " + self._note, self.base_style + self.part_style("muted"))]
            return self.strip_of(note, width, self.base_style)
        line = self._layout.lines[row]
        at_cursor = line.row == self.index and not line.is_heading
        fill = self.base_style + self.cursor_style if at_cursor else self.base_style
        pieces: list[tuple[str, Style]] = []
        at = 0
        for start, cell in line.placed:
            style = fill + self.part_style(cell.style) if cell.style else fill
            pieces += [(pad("", max(0, start - at), self.widths), fill), (cell.text, style)]
            at = max(at, start) + cell_length(cell.text, self.widths)
        return self.strip_of(pieces, width, fill)


def _has_title(heading: tuple[Column, int, int]) -> bool:
    return bool(heading[0].title)
