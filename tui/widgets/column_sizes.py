"""How many cells the columns of a table have, and which columns there is room for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

#: Cells at the left edge, and between columns.
MARGIN, GAP = 1, 2
#: Cells that names are given before columns that are not needed.
_USUAL_NAME = 24
#: As many names are cut rather than that a value takes a line of its own.
_LINE_COST = 4
#: Columns of values give way until names have a fair number of cells, or a part of a wide line; in any case the least number. Values
#: have so many cells at least.
_FAIR_NAME, _LEAST_NAME, _FAIR_SHARE, _WIDE_FROM, _LEAST_VALUE = 18, 14, 3, 90, 9


class SizedColumn(Protocol):
    """What of a column matters here; see :class:`tui.widgets.table_layout.Column`."""

    @property
    def role(self) -> str:
        """``name``, ``sign`` or ``value``."""

    @property
    def is_optional(self) -> bool:
        """Whether it is left out where there is no room."""

    @property
    def most(self) -> int:
        """Cells of a value at most."""

    @property
    def is_quoted(self) -> bool:
        """Whether values are cut."""


class ColumnSizes:
    """The sizes of columns.

    Args:
        columns: The columns.
        headings: The cells of their headings.
        lengths: The cells of each value, row by row.
        width: Cells of a line.

    Attributes:
        sizes: Cells of each column; of the name those it wants.
        shown: The indices of the columns there is room for.
    """

    def __init__(
        self,
        columns: Sequence[SizedColumn],
        headings: Sequence[int],
        lengths: Sequence[Sequence[int]],
        width: int,
    ) -> None:
        self._columns, self._headings, self._lengths, self._width = columns, headings, lengths, width
        self._name = next(index for index, column in enumerate(columns) if column.role == "name")
        self.sizes = [*self._wanted()]
        self.shown = self._choose()
        self._narrow()
        self._widen_quotations()

    def _wanted(self) -> Iterator[int]:
        """Yield the cells each column wants; values that are longer than it may be take lines of their own."""
        for index, column in enumerate(self._columns):
            lengths = [row[index] for row in self._lengths]
            if column.is_quoted:
                lengths = [min(length, column.most) for length in lengths]
            elif column.role != "name":
                lengths = [length for length in lengths if length <= column.most]
            yield max([self._headings[index], *lengths])

    def _choose(self) -> list[int]:
        """Return the columns there is room for: those that are not needed are left out first, and those without values."""
        shown = [
            index
            for index, column in enumerate(self._columns)
            if column.role != "value" or any(row[index] for row in self._lengths)
        ]
        for index in sorted(shown, reverse=True):
            wanted = min(_USUAL_NAME, self.sizes[self._name])
            if self._room_beside(shown) >= wanted:
                break
            if self._columns[index].is_optional:
                shown.remove(index)
        return shown

    @property
    def room(self) -> int:
        """The cells that columns leave for names."""
        return self._room_beside(self.shown)

    def _room_beside(self, shown: Sequence[int]) -> int:
        others = [self.sizes[index] + self._gap(index) for index in shown if index != self._name]
        return self._width - 2 * MARGIN - sum(others)

    def _gap(self, index: int) -> int:
        return 1 if self._columns[index].role == "sign" else GAP

    # -- narrowing values --------------------------------------------------------------------

    def _narrow(self) -> None:
        """Narrow columns of values until names have a fair number of cells: those first in which the fewest values are that long.

        Names need not have more than the least number where that would cost more lines than it leaves names whole.
        """
        wanted = self.sizes[self._name]
        fair = self._width // _FAIR_SHARE if self._width >= _WIDE_FROM else _FAIR_NAME
        if self.room >= min(fair, wanted):
            return
        while (room := self.room) < min(_FAIR_NAME, wanted):
            steps = [(self._broken(index, size), index, size) for index, size in self._narrower()]
            if not steps:
                break
            broken, index, size = min(steps, key=lambda step: step[0] / (self.sizes[step[1]] - step[2]))
            wider = room + self.sizes[index] - size
            if room >= _LEAST_NAME and _LINE_COST * broken > self._uncut(room, wider):
                break
            self.sizes[index] = size

    def _narrower(self) -> Iterator[tuple[int, int]]:
        """Yield columns of values and the next smaller number of cells that some of their values need, or the heading."""
        for index in self.shown:
            column = self._columns[index]
            if column.role == "value":
                least = max(self._headings[index], min(_LEAST_VALUE, column.most))
                smaller = [row[index] for row in self._lengths if least < row[index] < self.sizes[index]]
                if self.sizes[index] > least:
                    yield index, max(smaller, default=least)

    def _broken(self, index: int, size: int) -> int:
        """Return how many rows more need another line, if a column has so many cells; quoted texts are cut instead."""
        if self._columns[index].is_quoted:
            return 0
        return sum(size < row[index] <= self.sizes[index] for row in self._lengths)

    def _uncut(self, room: int, wider: int) -> int:
        """Return how many names more are whole with more room."""
        return sum(room < row[self._name] <= wider for row in self._lengths)

    def _widen_quotations(self) -> None:
        """Give quoted texts the room that is left, those of the first column before others."""
        for index in self.shown:
            if self._columns[index].is_quoted:
                left = self.room - self.sizes[self._name]
                longest = max((row[index] for row in self._lengths), default=0)
                self.sizes[index] += max(0, min(left, longest - self.sizes[index]))
