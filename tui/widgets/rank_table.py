"""A table of places with a plot of dots at its right: target and result of each place on one scale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

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
#: Cells that names keep in any case: the name of most places.
_FAIR_NAME = 12
#: Marks the labels of the axis in each row.
_GRID = "·"
#: Marks that are not left out where they are near each other.
_DOTS = (TARGET, ACTUAL, BOTH, MISSED)
#: A text, and the name of its style.
_Mark = tuple[str, str]


class Dots:
    """What is plotted of a row.

    Args:
        target: The values of the target; two of a range, none if there is none.
        actual: The values of the result.
        missed: The name of the style of a result that missed the target; empty for one that did not.
    """

    __slots__ = ("actual", "missed", "target")

    def __init__(self, target: Sequence[float], actual: Sequence[float], missed: str) -> None:
        self.target, self.actual, self.missed = target, actual, missed


class _Axis(NamedTuple):
    """Where values stand in the plot.

    Attributes:
        cells: Cells of the plot.
        first: The value at its left edge.
        step: How much a cell is.
        labels: Values that are written above it, and marked in each row.
    """

    cells: int
    first: float
    step: float
    labels: Sequence[float]

    def at(self, value: float) -> int:
        """Return the cell of a value."""
        return round((value - self.first) / self.step)


class RankTable(TableView):
    """Places in columns, with dots."""

    BINDINGS = bindings("ranking")

    def __init__(self, columns: Sequence[Column], dots: Mapping[str, Dots], unit: str, *, id: str) -> None:
        super().__init__(columns, id=id)
        self._dots, self._unit = dots, unit
        #: Made anew for other rows and widths: a line that is painted must not go through all rows.
        self._axis: _Axis | None = None

    # -- the scale ---------------------------------------------------------------------------

    def _lay_out(self, key: str, near: int = 0) -> None:
        self._axis = self._make_axis()
        super()._lay_out(key, near)

    @property
    def columns_width(self) -> int:
        """Cells that the columns may take: what the plot leaves."""
        return self.size.width - (self._axis.cells + _MARGIN if self._axis is not None else 0)

    def _make_axis(self) -> _Axis | None:
        """Return the scale of the plot; None where there is no room, or nothing to plot."""
        cells = min(_MOST, self.size.width - self._needed() - _MARGIN)
        shown = [self._dots[row.key] for row in self._rows if row.key in self._dots]
        values = [value for one in shown for value in (*one.target, *one.actual)]
        if cells < _LEAST or not values:
            return None
        low, high = min(values), max(values)
        if low == high:
            return _Axis(cells, low, 1.0, [low])
        widest = max(cell_length(self._label(value), self.widths) for value in (low, high))
        step = step_for(low, high, max(2, cells // (widest + _LABEL_GAP)))
        first, last = round(low // step) * step, -round(-high // step) * step
        last = last if last > first else first + step
        labels = [first + at * step for at in range(round((last - first) / step) + 1)]
        return _Axis(cells, first, (last - first) / max(1, cells - 1 - widest), labels)

    def _needed(self) -> int:
        """Return the cells of all columns; names get fewer, and are cut, where there would otherwise be no room for a plot."""
        needed, spare = 2, 0
        for at, column in enumerate(self._columns):
            cells = max((cell_length(row.cells[at].text, self.widths) for row in self._rows), default=0)
            needed += cells + 2
            spare += max(0, cells - _FAIR_NAME) if column.role == "name" else 0
        return needed - min(spare, max(0, needed + _MARGIN + _LEAST - self.size.width))

    def _label(self, value: float) -> str:
        return short(Decimal(repr(round(value, 6)))) + self._unit

    # -- drawing -----------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Return a line: the columns, then the plot."""
        left = super().render_line(y)
        axis = self._axis
        if axis is None or not self.size.width:
            return left
        cells = axis.cells + _MARGIN
        if y < self._title_rows:
            style = self.part_style("title-focused" if self.has_focus else "title")
            labels = {axis.at(value): (self._label(value), "bar-text") for value in axis.labels}
            right = self._strip(labels, cells, style)
        else:
            row = self.top + y - self._title_rows
            right = self._strip(self._plotted(row, axis), cells, self._fill(row))
        return Strip.join([left.crop(0, self.columns_width), right])

    def _fill(self, row: int) -> Style:
        lines = self._layout.lines
        is_current = bool(self._rows) and row < len(lines) and lines[row].row == self.index
        return self.base_style + self.cursor_style if is_current else self.base_style

    def _plotted(self, row: int, axis: _Axis) -> dict[int, _Mark]:
        """Return the marks of a line by their cells."""
        lines = self._layout.lines
        if row >= len(lines) or not lines[row].is_first or not self._rows:
            return {}
        marks: dict[int, _Mark] = {}
        dots = self._dots.get(self._rows[lines[row].row].key)
        if dots is not None:
            aims = {axis.at(value) for value in dots.target}
            marks.update(dict.fromkeys(aims, (TARGET, "target")))
            for value in map(axis.at, dots.actual):
                mark = BOTH if value in aims else ACTUAL
                marks[value] = (MISSED, dots.missed) if dots.missed else (mark, "achieved")
        # Where marks are two cells wide, those of the grid give way to the others.
        near = range(1 - self.widths.ambiguous, self.widths.ambiguous)
        taken = {cell + by for cell in marks for by in near}
        grid = {axis.at(value): (_GRID, "muted") for value in axis.labels}
        return {cell: mark for cell, mark in grid.items() if cell not in taken} | marks

    def _strip(self, marks: Mapping[int, _Mark], cells: int, fill: Style) -> Strip:
        segments: list[Segment] = []
        used = 0
        for at in sorted(marks):
            text, style = marks[at]
            start, length = at + _MARGIN, cell_length(text, self.widths)
            start = max(start, used) if text in _DOTS else start
            if start < used or start + length > cells:
                continue
            segments += [Segment(" " * (start - used), fill), Segment(text, fill + self.part_style(style))]
            used = start + length
        segments.append(Segment(" " * (cells - used), fill))
        return Strip(segments, cells)
