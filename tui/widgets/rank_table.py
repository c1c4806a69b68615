"""A table of places with a plot of dots at its right: target and result of each place on one scale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.metrics.amounts import short
from tui.typeset.cells import cell_length
from tui.widgets.bindings import bindings
from tui.widgets.series_plot import ACTUAL, BOTH, MISSED, TARGET, step_for
from tui.widgets.table_layout import Column
from tui.widgets.table_view import TableView

#: Cells of the plot at least and at most, of what separates it from the columns, and between two labels.
_LEAST, _MOST, _MARGIN, _LABEL_GAP = 14, 60, 2, 4
#: Marks the labels of the axis in each row.
_GRID = "·"
_STYLES = {TARGET: "target", ACTUAL: "achieved", BOTH: "achieved", MISSED: "fall-worse", _GRID: "muted"}


class Dots:
    """What is plotted of a row.

    Args:
        target: The values of the target; two of a range, none if there is none.
        actual: The values of the result.
        is_missed: Whether the target was missed.
    """

    __slots__ = ("actual", "is_missed", "target")

    def __init__(self, target: Sequence[float], actual: Sequence[float], is_missed: bool) -> None:
        self.target, self.actual, self.is_missed = target, actual, is_missed


class RankTable(TableView):
    """Places in columns, with dots.

    Attributes:
        columns_cells: Cells that the columns need, without the plot.
    """

    BINDINGS = bindings("ranking")

    def __init__(self, columns: Sequence[Column], dots: Mapping[str, Dots], unit: str, *, id: str) -> None:
        super().__init__(columns, id=id)
        self._dots, self._unit = dots, unit

    # -- the scale ---------------------------------------------------------------------------

    @property
    def plot_cells(self) -> int:
        """Cells of the plot; 0 where there is no room."""
        rows = self._rows
        needed = 2 + sum(
            max((cell_length(row.cells[at].text, self.widths) for row in rows), default=0) + 2
            for at in range(len(self._columns))
        )
        room = self.size.width - needed - _MARGIN
        return min(_MOST, room) if room >= _LEAST and self._span else 0

    @property
    def columns_width(self) -> int:
        """Cells that the columns may take: what the plot leaves."""
        plot = self.plot_cells
        return self.size.width - (plot + _MARGIN if plot else 0)

    @property
    def _span(self) -> tuple[float, float] | None:
        """The lowest and the highest value; None if there are none."""
        shown = [self._dots[row.key] for row in self._rows if row.key in self._dots]
        values = [value for one in shown for value in (*one.target, *one.actual)]
        return (min(values), max(values)) if values else None

    def _scale(self, cells: int) -> tuple[float, float, list[float]]:
        """Return the value at the left edge, how much a cell is, and where labels stand."""
        low, high = self._span or (0.0, 1.0)
        widest = max(len(self._label(low)), len(self._label(high)))
        step = step_for(low, high, max(2, cells // (widest + _LABEL_GAP)))
        first, last = round(low // step) * step, -round(-high // step) * step
        last = last if last > first else first + step
        cell = (last - first) / max(1, cells - 1 - widest)
        return first, cell, [first + at * step for at in range(round((last - first) / step) + 1)]

    def _label(self, value: float) -> str:
        from decimal import Decimal

        return short(Decimal(repr(round(value, 6)))) + ("%" if self._unit == "%" else "")

    # -- drawing -----------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Return a line: the columns, then the plot."""
        cells = self.plot_cells
        if not cells or not self.size.width:
            return super().render_line(y)
        left = super().render_line(y).crop(0, self.columns_width)
        if y < self._title_rows:
            style = self.part_style("title-focused" if self.has_focus else "title")
            right = self._strip(self._axis(cells), cells + _MARGIN, style)
        else:
            row = self.top + y - self._title_rows
            right = self._strip(self._plotted(row, cells), cells + _MARGIN, self._fill(row))
        return Strip.join([left, right])

    def _fill(self, row: int) -> Style:
        lines = self._layout.lines
        is_current = bool(self._rows) and row < len(lines) and lines[row].row == self.index
        return self.base_style + self.cursor_style if is_current else self.base_style

    def _axis(self, cells: int) -> dict[int, str]:
        first, cell, labels = self._scale(cells)
        return {round((value - first) / cell): self._label(value) for value in labels}

    def _plotted(self, row: int, cells: int) -> dict[int, str]:
        """Return the marks of a line by their cells."""
        lines = self._layout.lines
        if row >= len(lines) or not lines[row].is_first or not self._rows:
            return {}
        first, cell, labels = self._scale(cells)

        def at(value: float) -> int:
            return round((value - first) / cell)

        marks: dict[int, str] = {}
        dots = self._dots.get(self._rows[lines[row].row].key)
        if dots is not None:
            aims = {at(value) for value in dots.target}
            marks.update(dict.fromkeys(aims, TARGET))
            for value in map(at, dots.actual):
                marks[value] = MISSED if dots.is_missed else BOTH if value in aims else ACTUAL
        # Where marks are two cells wide, those of the grid give way to the others.
        near = range(1 - self.widths.ambiguous, self.widths.ambiguous)
        taken = {cell + by for cell in marks for by in near}
        return {at(value): _GRID for value in labels if at(value) not in taken} | marks

    def _strip(self, marks: Mapping[int, str], cells: int, fill: Style) -> Strip:
        segments: list[Segment] = []
        used = 0
        for at in sorted(marks):
            text = marks[at]
            is_dot = text in _STYLES and text != _GRID
            start, length = at + _MARGIN, cell_length(text, self.widths)
            start = max(start, used) if is_dot else start
            if start < used or start + length > cells:
                continue
            segments.append(Segment(" " * (start - used), fill))
            style = fill + self.part_style(_STYLES.get(text, "bar-text"))
            segments.append(Segment(text, style))
            used = start + length
        segments.append(Segment(" " * (cells - used), fill))
        return Strip(segments, cells)
