"""Rows of choices: a name, and behind it what there is to choose from; one of them is chosen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.strip import Strip

from tui.messages import screens as messages
from tui.messages.panes import tab_name
from tui.typeset.cells import cell_length, pad
from tui.widgets.line_view import LineView

#: Cells of the names.
_NAME_CELLS = 7


class Options(NamedTuple):
    """A row.

    Attributes:
        name: What is chosen.
        labels: What there is to choose from.
        chosen: The index of what is.
    """

    name: str
    labels: Sequence[str]
    chosen: int = 0


class OptionRows(LineView):
    """The rows; ← and → choose, ↑ and ↓ go to another row, and past the last one to what is below."""

    BINDINGS = [
        Binding("right,l", "step(1)", messages.NEXT, show=False),
        Binding("left,h", "step(-1)", messages.PREVIOUS, show=False),
    ]

    class Chosen(Message):
        """The user chose something.

        Attributes:
            row: In which row.
            index: What.
        """

        def __init__(self, row: int, index: int) -> None:
            super().__init__()
            self.row = row
            self.index = index

    class Left(Message):
        """The user went past the last row."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, title_rows=0)
        self._rows: Sequence[Options] = ()

    def show(self, rows: Sequence[Options]) -> None:
        """Show rows."""
        self._rows = rows
        self.refresh()

    @property
    def raised(self) -> bool:
        """Whether the rows lie over another pane: they are part of a dialog."""
        return True

    def row_count(self) -> int:
        """Return the number of rows."""
        return len(self._rows)

    def _texts(self, row: Options, width: int) -> Iterator[tuple[int, str]]:
        """Yield what has room of the choices, with their indexes, from the first that lets the chosen one be seen."""
        texts = [tab_name(label, index == row.chosen) for index, label in enumerate(row.labels)]
        first, room = 0, width - _NAME_CELLS
        while first < row.chosen and sum(self._cells(text) for text in texts[first : row.chosen + 1]) > room:
            first += 1
        yield from enumerate(texts[first:], first)

    def _cells(self, text: str) -> int:
        return cell_length(text, self.widths)

    def row_strip(self, index: int, width: int) -> Strip:
        """Draw a row."""
        row = self._rows[index]
        is_here = index == self.cursor and self.has_focus
        fill = self.base_style + self.cursor_style if is_here else self.base_style
        pieces = [(pad(f"  {row.name}", _NAME_CELLS, self.widths), fill + self.part_style("count"))]
        for at, text in self._texts(row, width):
            style = self.part_style("strong" if at == row.chosen else "muted")
            pieces.append((text, fill + style))
        return self.strip_of(pieces, width, fill)

    # -- choosing ------------------------------------------------------------------------------

    def action_step(self, direction: int) -> None:
        """Choose the next (1) or previous (-1) of a row."""
        row = self._rows[self.cursor]
        self.post_message(self.Chosen(self.cursor, (row.chosen + direction) % len(row.labels)))

    def action_move(self, rows: int) -> None:
        """Go to another row, or past the last."""
        if self.cursor + rows >= len(self._rows):
            self.post_message(self.Left())
        else:
            super().action_move(rows)

    def clicked(self, event: events.Click) -> None:
        """Choose what was clicked."""
        index = self.row_at(event.y)
        if index is None:
            return
        self.move_cursor(index)
        end = _NAME_CELLS
        for at, text in self._texts(self._rows[index], self.size.width):
            start, end = end, end + self._cells(text)
            if start <= event.x < end:
                self.post_message(self.Chosen(index, at))
