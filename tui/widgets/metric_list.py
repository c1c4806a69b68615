"""A list of rows of metrics, in as many lines as each needs; the cursor stops at rows that lead to a place in a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from tui.metrics.comparison import ComparisonRow
from tui.report.model import Metric
from tui.typeset.cells import NARROW
from tui.widgets.line_view import LineView
from tui.widgets.metric_drawing import Piece, RowDrawing
from tui.widgets.metric_lines import PanelLayout
from tui.widgets.metric_rows import Row, Spot

#: Before the row at the cursor.
_CURSOR_MARK = "▸"


class MetricList(LineView):
    """Rows of metrics, laid out for the width of the pane."""

    class OpenMetric(Message):
        """The user wants to see a metric in its sentence.

        Attributes:
            metric: The metric.
        """

        def __init__(self, metric: Metric) -> None:
            super().__init__()
            self.metric = metric

    class OpenSpot(Message):
        """The user wants to see a place in this report or another one.

        Attributes:
            spot: The place.
        """

        def __init__(self, spot: Spot) -> None:
            super().__init__()
            self.spot = spot

    class RowReached(Message):
        """The user moved the cursor to another row, or chose one that leads nowhere.

        Attributes:
            metric: The metric there, None on a heading.
            row: The row.
            is_idle: Whether the user chose it and it leads nowhere.
        """

        def __init__(self, metric: Metric | None, row: Row, is_idle: bool = False) -> None:
            super().__init__()
            self.metric = metric
            self.row = row
            self.is_idle = is_idle

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._rows: list[Row] = []
        self._layout = PanelLayout((), 0, NARROW)
        self._has_full_width = True
        #: The metric highlighted in the text too.
        self._current: Metric | None = None

    @property
    def _found(self) -> str:
        """What a search has found, to be highlighted in names; empty for nothing."""
        return ""

    @property
    def _is_cursor_shown(self) -> bool:
        """Whether the row at the cursor is lit."""
        return True

    def show_full_width(self, full: bool) -> None:
        """Show punctuation of headings in full width, or as published."""
        self._has_full_width = full
        self.refresh()

    # -- lines and the cursor ----------------------------------------------------------------

    def _lay_out(self, width: int) -> None:
        """Break the rows into lines of a width, with the cursor on the same row."""
        layout, full = self._layout, self._has_full_width
        if layout.rows is self._rows and (layout.width, layout.has_full_width) == (width, full):
            return
        row = self._row_at_cursor
        self._layout = PanelLayout(self._rows, width, self.widths, full)
        if row is not None:
            lines = self._layout.lines
            self.cursor = next((at for at, line in enumerate(lines) if line.row is row), self.cursor)

    def draw(self, size: Size) -> list[Strip]:
        """Return all lines, laid out for the size."""
        self._lay_out(size.width)
        return super().draw(size)

    @property
    def _row_at_cursor(self) -> Row | None:
        lines = self._layout.lines
        return lines[self.cursor].row if self.cursor < len(lines) else None

    @property
    def metric(self) -> Metric | None:
        """The metric at the cursor; of a comparison the one shown last, else the target."""
        row = self._row_at_cursor
        if row is None or not row.metrics:
            return None
        return self._current if self._current in row.metrics else row.metrics[-1]

    @property
    def row(self) -> Row | None:
        """The row at the cursor."""
        return self._row_at_cursor

    def _stops_at(self, index: int) -> bool:
        """Return whether the cursor can be on a line: not on headings and second lines."""
        line = self._layout.lines[index]
        return line.is_first and line.row.can_be_chosen

    def _first_metric(self) -> int:
        return next((index for index in range(self.row_count()) if self._stops_at(index)), 0)

    def _show_first_after(self, offset: int) -> None:
        """Move the cursor to the first metric that ends after an offset."""
        for index, line in enumerate(self._layout.lines):
            if line.row.metrics and line.row.metrics[0].end > offset:
                self._show_line(index)
                return

    def _select(self, metric: Metric) -> None:
        """Move the cursor to a row of a metric; it stays if its own row is one."""
        row = self._row_at_cursor
        if row is not None and metric in row.metrics:
            self._show_line(self.cursor)
            return
        for index, line in enumerate(self._layout.lines):
            if metric in line.row.metrics:
                self._show_line(index)
                return

    def _select_row(self, row: Row) -> None:
        self._show_line(next(at for at, line in enumerate(self._layout.lines) if line.row is row))

    def _has(self, metric: Metric) -> bool:
        return any(metric in row.metrics for row in self._rows)

    def keep_in_view(self) -> None:
        """Scroll to the cursor after a change of size."""
        self._lay_out(self.size.width)
        self._show_line(self.cursor)

    def _show_line(self, index: int) -> None:
        """Move the cursor to a line; if it is not clear of the edges, scroll its heading to the top."""
        before = self.cursor, self.top
        self.cursor = index
        lines = self._layout.lines
        first = index - 1 if index and lines[index - 1].row.is_heading else index
        if self.size.height and not (self.top <= first and index < self.top + self.page_rows - 2):
            heading = next((at for at in range(index, -1, -1) if lines[at].row.is_heading), index)
            self.top = max(0, min(heading, self.row_count() - self.page_rows))
            self.reveal(index, margin=1)
        if (self.cursor, self.top) != before:
            self.refresh()

    def move_cursor(self, row: int) -> None:
        """Move the cursor to a metric, skipping headings and second lines."""
        down = row >= self.cursor
        row = max(0, min(row, self.row_count() - 1))
        below, above = range(row, self.row_count()), range(row, -1, -1)
        order = chain(below, above) if down else chain(above, below)
        target = next(filter(self._stops_at, order), self.cursor)
        super().move_cursor(target)
        if target and self._layout.lines[target - 1].row.is_heading:
            self.reveal(target - 1)
        last = target
        while last + 1 < self.row_count() and not self._layout.lines[last + 1].is_first:
            last += 1
        self.reveal(last)
        self.reveal(target)

    def row_at(self, y: int) -> int | None:
        """Return the first line of the row that is drawn on a line of the pane."""
        index = super().row_at(y)
        while index and not self._layout.lines[index].is_first:
            index -= 1
        return index

    @property
    def has_places(self) -> bool:
        """Whether a row of the tab leads to a place in a report."""
        return any(row.can_be_chosen for row in self._rows)

    @property
    def shown_comparisons(self) -> list[ComparisonRow]:
        """The comparisons in the rows of the tab."""
        return [row.comparison for row in self._rows if row.comparison is not None]

    @property
    def shown_metrics(self) -> list[Metric]:
        """The metrics in the rows of the tab, in the order of the text."""
        metrics = {metric.id: metric for row in self._rows for metric in row.metrics}
        return sorted(metrics.values(), key=lambda metric: metric.start)

    # -- drawing -----------------------------------------------------------------------------

    @property
    def _drawing(self) -> RowDrawing:
        return RowDrawing(self._layout, self.part_style, self.base_style, self._current, self._found)

    def row_count(self) -> int:
        """Return how many lines there are."""
        return len(self._layout.lines)

    def row_strip(self, index: int, width: int) -> Strip:
        """Return a line: of a heading, a metric, or a comparison."""
        line = self._layout.lines[index]
        is_current = not line.row.is_heading and line.row is self._row_at_cursor and self._is_cursor_shown
        fill = self.base_style + self.cursor_style if is_current else self.base_style
        pieces = self._drawing.pieces(line, fill)
        if is_current and line.is_first and self.is_in_use and self.widths.ambiguous == 1:
            pieces = _marked(pieces)
        return self.strip_of(pieces, width, fill)


def _marked(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the pieces of a line with the mark of the cursor in place of its first space: colours alone are not seen by all."""
    for number, (text, style) in enumerate(pieces):
        yield (_CURSOR_MARK + text[1:] if not number and text.startswith(" ") else text), style
