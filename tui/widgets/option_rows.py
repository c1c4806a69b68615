"""Rows of choices: a name, and behind it what there is to choose from, in as many lines as that needs; one of them is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual import events
from textual.binding import Binding
from textual.geometry import Size
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


class _Line(NamedTuple):
    """A line: its row, and the choices on it with their indexes."""

    row: int
    texts: Sequence[tuple[int, str]]


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
        self.refresh(layout=True)

    @property
    def raised(self) -> bool:
        """Whether the rows lie over another pane: they are part of a dialog."""
        return True

    @property
    def row(self) -> int:
        """The index of the row at the cursor."""
        lines = self._wrapped(self.size.width)
        return lines[min(self.cursor, len(lines) - 1)].row if lines else 0

    def row_count(self) -> int:
        """Return the number of lines."""
        return len(self._wrapped(self.size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines all rows take."""
        return len(self._wrapped(width))

    def _wrapped(self, width: int) -> list[_Line]:
        """Return the rows in lines of a width; a line begins anew with a choice."""
        lines: list[_Line] = []
        for number, row in enumerate(self._rows):
            texts: list[tuple[int, str]] = []
            room = width - _NAME_CELLS
            for at, label in enumerate(row.labels):
                text = tab_name(label, at == row.chosen)
                cells = cell_length(text, self.widths)
                if texts and cells > room:
                    lines.append(_Line(number, texts))
                    texts, room = [], width - _NAME_CELLS
                texts.append((at, text))
                room -= cells
            lines.append(_Line(number, texts))
        return lines

    def row_strip(self, index: int, width: int) -> Strip:
        """Draw a line."""
        lines = self._wrapped(width)
        line = lines[index]
        row = self._rows[line.row]
        is_here = line.row == self.row and self.has_focus
        fill = self.base_style + self.cursor_style if is_here else self.base_style
        is_first = not index or lines[index - 1].row != line.row
        name = pad(f"  {row.name}" if is_first else "", _NAME_CELLS, self.widths)
        pieces = [(name, fill + self.part_style("count"))]
        for at, text in line.texts:
            style = self.part_style("strong" if at == row.chosen else "muted")
            pieces.append((text, fill + style))
        return self.strip_of(pieces, width, fill)

    # -- choosing ------------------------------------------------------------------------------

    def action_step(self, direction: int) -> None:
        """Choose the next (1) or previous (-1) of a row."""
        row = self._rows[self.row]
        self.post_message(self.Chosen(self.row, (row.chosen + direction) % len(row.labels)))

    def action_move(self, rows: int) -> None:
        """Go to another row, or past the last."""
        if self.row + rows >= len(self._rows):
            self.post_message(self.Left())
        else:
            lines = self._wrapped(self.size.width)
            wanted = max(0, self.row + rows)
            self.move_cursor(next(at for at, line in enumerate(lines) if line.row == wanted))

    def clicked(self, event: events.Click) -> None:
        """Choose what was clicked."""
        index = self.row_at(event.y)
        if index is None:
            return
        self.move_cursor(index)
        line = self._wrapped(self.size.width)[index]
        end = _NAME_CELLS
        for at, text in line.texts:
            start, end = end, end + cell_length(text, self.widths)
            if start <= event.x < end:
                self.post_message(self.Chosen(line.row, at))
