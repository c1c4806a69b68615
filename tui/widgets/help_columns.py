"""Sections of rows in one column, or in two where there is room: keys and signs, and what they mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.strip import Strip

from tui.typeset.cells import cell_length
from tui.typeset.wrap import break_lines
from tui.widgets.line_view import LineView

#: Cells from which there are two columns; between them; before a row; between its parts; of its first part at most.
_TWO_FROM, _GAP, _INDENT, _SPACE, _MAX_FIRST = 96, 3, 2, 2, 24
#: Cells that are left for the second part at least.
_MIN_SECOND = 8

_Piece = tuple[str, str]
_Line = tuple[_Piece, ...]


class HelpRow(NamedTuple):
    """Something and what it means.

    Attributes:
        first: Keys, a sign, or what can be typed.
        second: What it does or means.
        style: The style the first is drawn in.
        other_words: Words it is found by, too.
        is_coloured: Whether it is found by the names of its colours, which mean something.
    """

    first: str
    second: str
    style: str = "count"
    other_words: str = ""
    is_coloured: bool = False


class HelpSection(NamedTuple):
    """Rows below a heading.

    Attributes:
        title: The heading.
        rows: The rows.
        is_second: Whether it stands in the second of two columns.
    """

    title: str
    rows: tuple[HelpRow, ...]
    is_second: bool = False


class HelpColumns(LineView, can_focus=False):
    """Sections below each other, or in two columns."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, title_rows=0)
        self._sections: Sequence[HelpSection] = ()
        self._width = 0
        self._columns: list[list[_Line]] = []
        self._rows = 0

    @property
    def raised(self) -> bool:
        """Whether the rows lie over another pane: a dialog always does."""
        return True

    def show(self, sections: Sequence[HelpSection]) -> None:
        """Show other sections from their beginning."""
        self._sections = sections
        self.top = self._width = 0
        self.refresh()

    def draw(self, size: Size) -> list[Strip]:
        """Return the visible lines; they are laid out anew for other sections or another width."""
        if size.width != self._width:
            self._lay_out(size.width)
        self.keep_in_view()
        return super().draw(size)

    def row_count(self) -> int:
        """Return the number of lines of the longer column."""
        return self._rows

    def keep_in_view(self) -> None:
        """Stay within the lines after a change of size."""
        self.top = max(0, min(self.top, self._rows - self.page_rows))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the height of the container, whatever is in it."""
        return container.height

    def clicked(self, event: events.Click) -> None:
        """Do nothing: rows are to be read."""

    def row_strip(self, row: int, width: int) -> Strip:
        """Draw a line of each column."""
        base = self.base_style
        pieces: list[tuple[str, Style]] = []
        for index, column in enumerate(self._columns):
            line = column[row] if row < len(column) else ()
            pieces += [(text, base + self.part_style(style) if style else base) for text, style in line]
            if index + 1 < len(self._columns):
                used = sum(cell_length(text, self.widths) for text, _ in line)
                pieces.append((" " * (self._column_cells + _GAP - used), base))
        return self.strip_of(pieces, width, base)

    @property
    def _column_cells(self) -> int:
        return (self._width - _GAP) // 2 if self._width >= _TWO_FROM else self._width

    def _lay_out(self, width: int) -> None:
        self._width = width
        columns: tuple[list[list[_Line]], ...] = [], []
        for section in self._sections:
            columns[section.is_second and self._width >= _TWO_FROM].append([*self._lines(section)])
        self._columns = [_joined(column) for column in columns if column]
        self._rows = max(map(len, self._columns), default=0)

    def _lines(self, section: HelpSection) -> Iterator[_Line]:
        """Yield the heading of a section and its rows, wrapped."""
        cells = self._column_cells
        yield ((f" {section.title}", "strong"),)
        longest = max((cell_length(row.first, self.widths) for row in section.rows), default=0)
        first_cells = min(longest, _MAX_FIRST, max(1, cells - _INDENT - _SPACE - _MIN_SECOND))
        room = max(_MIN_SECOND, cells - _INDENT - first_cells - _SPACE)
        for row in section.rows:
            firsts = self._wrapped(row.first, first_cells)
            for first, second in zip_longest(firsts, self._wrapped(row.second, room), fillvalue=""):
                rest = first_cells - cell_length(first, self.widths) + _SPACE
                yield (" " * _INDENT, ""), (first, row.style), (" " * rest + second, "")

    def _wrapped(self, text: str, room: int) -> list[str]:
        if not text.strip():
            return [text]
        return [text[start:end].rstrip() for start, end in break_lines(text, room, self.widths)]


def _joined(blocks: Iterable[list[_Line]]) -> list[_Line]:
    """Return the lines of blocks below each other, a blank line between them."""
    lines: list[_Line] = []
    for block in blocks:
        lines += [(), *block] if lines else block
    return lines
