"""The base of every pane: rows drawn one by one on the line API, with a title row, a cursor and a wheel.

Textual's Tree and OptionList cut Chinese labels without an ellipsis and fail at small sizes; a pane that
draws its own rows is always right, and repaints in one step without a layout.
"""

from __future__ import annotations

from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from tui.widgets.bindings import bindings
from tui.widgets.line_widget import LineWidget, strip_of

WHEEL_ROWS = 3


class LineView(LineWidget, can_focus=True):
    """A list of rows of which a window is seen.

    Attributes:
        top: The first row seen.
        cursor: The row keys act on.
    """

    BINDINGS = bindings("lists")

    class RowChosen(Message):
        """A person chose a row.

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

    def __init__(self, *, id: str | None = None, title_rows: int = 1) -> None:
        super().__init__(id=id)
        self.top = 0
        self.cursor = 0
        self._title_rows = title_rows

    # -- what a pane tells of itself ---------------------------------------------------------

    def row_count(self) -> int:
        """How many rows there are."""
        return 0

    def row_strip(self, row: int, width: int) -> Strip:
        """One row, exactly ``width`` cells wide; empty unless a pane draws its own."""
        return Strip.blank(width, self.base_style)

    def title_pieces(self, width: int) -> list[tuple[str, Style]]:
        """What stands in the title row."""
        return []

    # -- drawing -----------------------------------------------------------------------------

    @property
    def base_style(self) -> Style:
        """What everything in the pane is drawn on: raised where the pane lies over another."""
        return self.part_style("raised" if self.raised else "base")

    @property
    def cursor_style(self) -> Style:
        """The background of the row at the cursor."""
        return self.part_style("cursor-lit" if self.has_focus or self.raised else "cursor")

    @property
    def raised(self) -> bool:
        """Whether the pane lies over another."""
        return self.has_class("open")

    @property
    def is_in_use(self) -> bool:
        """Whether keys act on the pane; unlike ``has_focus`` true or false as soon as the focus has moved."""
        return self.screen.focused is self

    @property
    def page_rows(self) -> int:
        """How many rows are seen at once."""
        return max(1, self.size.height - self._title_rows)

    def render_line(self, y: int) -> Strip:
        """One line of the pane."""
        width = self.size.width
        base = self.base_style
        if y < self._title_rows:
            style = self.part_style("title-lit" if self.has_focus else "title")
            pieces = [(text, style + piece) for text, piece in self.title_pieces(width)]
            return strip_of(pieces, width, style)
        row = self.top + y - self._title_rows
        if row >= self.row_count() or width < 1:
            return Strip.blank(width, base)
        return self.row_strip(row, width)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """All the width there is."""
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as there are rows."""
        return self.row_count() + self._title_rows

    # -- moving ------------------------------------------------------------------------------

    def reveal(self, row: int, margin: int = 0) -> None:
        """Scrolls as little as needed for a row to be seen, with a margin of rows around it where there is room."""
        if not self.size.height:
            return
        margin = min(margin, (self.page_rows - 1) // 2)
        low = row + margin + 1 - self.page_rows
        self.top = max(low, min(self.top, row - margin))
        self.top = max(0, min(self.top, self.row_count() - self.page_rows))

    def on_resize(self, event: events.Resize) -> None:
        """Another size shows other rows."""
        self.keep_in_view()

    def keep_in_view(self) -> None:
        """Shows what matters in the pane when its size has changed."""
        self.reveal(self.cursor, margin=1)

    def move_cursor(self, row: int) -> None:
        """Puts the cursor on a row (the nearest there is) and shows it."""
        self.cursor = max(0, min(row, self.row_count() - 1))
        self.reveal(self.cursor)
        self.refresh()
        self.cursor_moved()

    def cursor_moved(self) -> None:
        """Called when a person moved the cursor."""

    def action_move(self, rows: int) -> None:
        """Moves the cursor by rows."""
        self.move_cursor(self.cursor + rows)

    def action_move_page(self, pages: float) -> None:
        """Moves the cursor by pages."""
        self.move_cursor(self.cursor + (int(pages * max(1, self.page_rows - 1)) or (1 if pages > 0 else -1)))

    def action_move_to_end(self, direction: int) -> None:
        """Moves the cursor to the first (-1) or last (1) row."""
        self.move_cursor(0 if direction < 0 else self.row_count() - 1)

    def action_choose(self) -> None:
        """Chooses the row at the cursor."""
        if self.row_count():
            self.post_message(self.RowChosen(self, self.cursor))

    def scroll_rows(self, rows: int) -> None:
        """Moves the window, not the cursor."""
        top = max(0, min(self.top + rows, self.row_count() - self.page_rows))
        if top != self.top:
            self.top = top
            self.refresh()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel."""
        event.stop()
        self.wheel(WHEEL_ROWS, event.y)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel."""
        event.stop()
        self.wheel(-WHEEL_ROWS, event.y)

    def wheel(self, rows: int, y: int) -> None:
        """The wheel was turned over a line of the pane."""
        self.scroll_rows(rows)

    def row_at(self, y: int) -> int | None:
        """The row drawn on a line of the pane; None for the title row and below the last row."""
        row = self.top + y - self._title_rows
        return row if y >= self._title_rows and row < self.row_count() else None

    def on_click(self, event: events.Click) -> None:
        """The mouse. Textual calls this handler for each class that has one: panes override :meth:`clicked`."""
        event.stop()
        self.clicked(event)

    def clicked(self, event: events.Click) -> None:
        """Chooses the row that was clicked."""
        row = self.row_at(event.y)
        if row is not None:
            self.move_cursor(row)
            self.action_choose()
