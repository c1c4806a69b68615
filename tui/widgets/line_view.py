"""The base of every pane: rows drawn one by one, with a title row, a cursor and the mouse wheel.

Textual's Tree and OptionList cut Chinese labels without an ellipsis and fail at small sizes. These panes draw
their own rows, and repaint without a layout.
"""

from __future__ import annotations

from rich.style import Style
from textual import events
from textual.geometry import Offset, Size
from textual.message import Message
from textual.strip import Strip

from tui.widgets.bindings import bindings
from tui.widgets.line_widget import LineWidget

WHEEL_ROWS = 3
RIGHT_BUTTON = 3


class LineView(LineWidget, can_focus=True):
    """A scrollable list of rows.

    Attributes:
        top: The first visible row.
        cursor: The row keys act on.
    """

    BINDINGS = bindings("lists")

    class RowChosen(Message):
        """The user chose a row.

        Attributes:
            view: The pane it is in.
            row: Its index.
        """

        def __init__(self, view: LineView, row: int) -> None:
            super().__init__()
            self.view = view
            self.row = row

        @property
        def control(self) -> LineView:
            """The pane, for ``@on`` selectors."""
            return self.view

    class CopyAsked(Message):
        """The user pressed the right button: what is selected is to be copied."""

    def __init__(self, *, id: str | None = None, title_rows: int = 1) -> None:
        super().__init__(id=id)
        self.top = 0
        self.cursor = 0
        self._title_rows = title_rows

    # -- overridden by panes -----------------------------------------------------------------

    def row_count(self) -> int:
        """Return how many rows there are."""
        return 0

    def row_strip(self, row: int, width: int) -> Strip:
        """Return one row, exactly ``width`` cells wide."""
        return Strip.blank(width, self.base_style)

    def title_pieces(self, width: int) -> list[tuple[str, Style]]:
        """Return the text of the title row, in pieces with styles."""
        return []

    def cursor_moved(self) -> None:
        """Handle a move of the cursor by the user."""

    def keep_in_view(self) -> None:
        """Scroll to the cursor after a change of size."""
        self.reveal(self.cursor, margin=1)

    # -- drawing -----------------------------------------------------------------------------

    @property
    def cursor_style(self) -> Style:
        """The background of the row at the cursor."""
        return self.part_style("cursor-focused" if self.has_focus or self.raised else "cursor")

    @property
    def is_in_use(self) -> bool:
        """Whether keys act on the pane; unlike ``has_focus`` it is up to date as soon as the focus has moved."""
        return self.screen.focused is self

    @property
    def page_rows(self) -> int:
        """How many rows are visible."""
        return max(1, self.size.height - self._title_rows)

    def render_line(self, y: int) -> Strip:
        """Return one line of the pane."""
        width = self.size.width
        if y < self._title_rows:
            style = self.part_style("title-focused" if self.has_focus else "title")
            pieces = [(text, style + piece) for text, piece in self.title_pieces(width)]
            return self.strip_of(pieces, width, style)
        row = self.top + y - self._title_rows
        if row >= self.row_count() or width < 1:
            return Strip.blank(width, self.base_style)
        return self.row_strip(row, width)

    @property
    def cursor_cell(self) -> Offset | None:
        """Where the terminal's cursor stays in the pane, for braille displays and magnifiers; None if that is out of view."""
        y = self._title_rows + self.cursor - self.top
        return Offset(0, y) if self._title_rows <= y < self.size.height else None

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Return the width of the container."""
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines all rows and the title take."""
        return self.row_count() + self._title_rows

    # -- moving ------------------------------------------------------------------------------

    def reveal(self, row: int, margin: int = 0) -> None:
        """Scroll as little as needed to show a row, with ``margin`` rows around it where there is room."""
        if not self.size.height:
            return
        margin = min(margin, (self.page_rows - 1) // 2)
        low = row + margin + 1 - self.page_rows
        self.top = max(low, min(self.top, row - margin))
        self.top = max(0, min(self.top, self.row_count() - self.page_rows))

    def on_resize(self, event: events.Resize) -> None:
        """Keep in view what matters in the pane, which may have been painted with its new size before it knew."""
        top = self.top
        self.keep_in_view()
        if self.top != top:
            self.refresh()

    def move_cursor(self, row: int) -> None:
        """Move the cursor to a row (or the nearest there is) and show it."""
        self.cursor = max(0, min(row, self.row_count() - 1))
        self.reveal(self.cursor)
        self.refresh()
        self.cursor_moved()

    def action_move(self, rows: int) -> None:
        """Move the cursor by rows."""
        self.move_cursor(self.cursor + rows)

    def action_move_page(self, pages: float) -> None:
        """Move the cursor by pages."""
        self.move_cursor(self.cursor + (int(pages * max(1, self.page_rows - 1)) or (1 if pages > 0 else -1)))

    def action_move_to_end(self, direction: int) -> None:
        """Move the cursor to the first (-1) or last (1) row."""
        self.move_cursor(0 if direction < 0 else self.row_count() - 1)

    def action_choose(self) -> None:
        """Choose the row at the cursor."""
        if self.row_count():
            self.post_message(self.RowChosen(self, self.cursor))

    # -- the mouse ---------------------------------------------------------------------------

    def scroll_rows(self, rows: int) -> None:
        """Scroll by rows without moving the cursor."""
        top = max(0, min(self.top + rows, self.row_count() - self.page_rows))
        if top != self.top:
            self.top = top
            self.refresh()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down."""
        event.stop()
        self.wheel(WHEEL_ROWS, event.x, event.y)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up."""
        event.stop()
        self.wheel(-WHEEL_ROWS, event.x, event.y)

    def wheel(self, rows: int, x: int, y: int) -> None:
        """Scroll after the wheel was turned over a cell of the pane."""
        self.scroll_rows(rows)

    def row_at(self, y: int) -> int | None:
        """Return the row drawn on a line of the pane; None for the title row and below the last row."""
        row = self.top + y - self._title_rows
        return row if y >= self._title_rows and row < self.row_count() else None

    def on_click(self, event: events.Click) -> None:
        """Handle a click. Textual calls this for each class that defines it: panes override :meth:`clicked`."""
        event.stop()
        if event.button == RIGHT_BUTTON:
            self.post_message(self.CopyAsked())
        else:
            self.clicked(event)

    def clicked(self, event: events.Click) -> None:
        """Choose the row that was clicked."""
        row = self.row_at(event.y)
        if row is not None:
            self.move_cursor(row)
            self.action_choose()
