"""Lay out a table in columns by cell width. Values are never cut; a name may end in … unless it would look like another.

Every value begins where its column does. Where one is longer than its column, values move by a few cells to stay in one line, or else those
behind it stand on the next line; one that has no room up to the edge stands below, with those behind it, one after the other. A row whose name is written as a whole has its values
below. Texts that are quoted take the room that is left, and are cut to it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from tui.typeset.cells import CellWidths, cell_length, cut
from tui.typeset.wrap import break_lines
from tui.widgets.column_sizes import GAP, MARGIN, ColumnSizes

#: Cells before values below a name, and by which a heading stands further right than the one above it.
INDENT, _STEP = 4, 2
#: Cells of a name at least, and by which a value may be moved.
MIN_NAME, MOST_MOVED = 10, 5


class Column(NamedTuple):
    """A column.

    Attributes:
        id: Its name in the program.
        title: Its heading.
        role: ``name`` for the one that takes the room others leave, ``sign`` for those before it, ``value`` for others.
        is_right: Whether values stand at its right edge.
        is_optional: Whether it is left out where there is no room.
        most: Cells of a value at most; longer ones take lines of their own.
        is_distinct: Whether names that would look alike once they are cut are written whole.
        is_quoted: Whether its values are texts that take the room that names leave, and are cut to it.
    """

    id: str
    title: str
    role: str = "value"
    is_right: bool = False
    is_optional: bool = False
    most: int = 22
    is_distinct: bool = True
    is_quoted: bool = False


class Cell(NamedTuple):
    """A text, and the name of its style; empty for the usual one."""

    text: str
    style: str = ""


class TableRow(NamedTuple):
    """A row.

    Attributes:
        key: Tells it from others, also in another order.
        cells: One for each column.
        headings: Lines above it, each with its depth: of the groups that begin with it.
        group: Groups stay in their order when rows are reversed: what cannot be compared, or has nothing to be sorted by.
    """

    key: str
    cells: tuple[Cell, ...]
    headings: tuple[tuple[int, str], ...] = ()
    group: int = 0


#: A text at a column of the screen.
Placed = tuple[int, Cell]


class Line(NamedTuple):
    """A line of the screen.

    Attributes:
        row: The index of its row.
        is_first: Whether it is the row's first line.
        placed: What stands in it, from left to right.
        is_heading: Whether it is a heading above its row.
    """

    row: int
    is_first: bool
    placed: tuple[Placed, ...]
    is_heading: bool = False


class TableLayout:
    """The lines of a table.

    Args:
        columns: Its columns: signs, one name, values.
        rows: Its rows.
        width: Cells of a line.
        widths: The widths of characters.

    Attributes:
        lines: The lines, in order.
        headings: Column, first cell and number of cells of each heading.
        first_lines: The index of the first line of each row.
    """

    def __init__(
        self, columns: Sequence[Column], rows: Sequence[TableRow], width: int, widths: CellWidths
    ) -> None:
        self._columns = columns
        self._width = width
        self._widths = widths
        self._name = next(index for index, column in enumerate(columns) if column.role == "name")
        headings = [self._length(column.title) for column in columns]
        lengths = [[self._length(cell.text) for cell in row.cells] for row in rows] if width > 0 else []
        sizes = ColumnSizes(columns, headings, lengths, width)
        self._sizes, self._shown, self._room = sizes.sizes, sizes.shown, sizes.room
        self._starts, self._name_cells = self._place_columns()
        self.headings = [
            (column, self._starts[index], self._name_cells if index == self._name else self._sizes[index])
            for index, column in enumerate(columns)
            if index in self._starts
        ]
        alike = self._alike(rows) if width > 0 and columns[self._name].is_distinct else frozenset()
        self.lines: list[Line] = []
        self.first_lines: list[int] = []
        for index, row in enumerate(rows):
            self.lines.extend(
                Line(index, False, (self._heading(*each),), is_heading=True) for each in row.headings
            )
            self.first_lines.append(len(self.lines))
            lines = self._lines_of(row, index in alike) if width > 0 else [[]]
            for number, placed in enumerate(lines):
                self.lines.append(Line(index, not number, tuple(placed)))

    # -- columns -----------------------------------------------------------------------------

    def _place_columns(self) -> tuple[dict[int, int], int]:
        """Return where each column begins, and the cells of names; below names, if there is no room beside them."""
        name_cells = min(self._sizes[self._name], self._room)
        self._is_stacked = name_cells < min(MIN_NAME, self._sizes[self._name])
        starts: dict[int, int] = {}
        at = MARGIN
        for index in self._shown:
            column = self._columns[index]
            if column.role == "value":
                break
            starts[index] = at
            at += self._sizes[index] + 1 if column.role == "sign" else 0
        if self._is_stacked:
            name_cells = self._width - MARGIN - starts[self._name]
            at = INDENT
        else:
            at += name_cells + GAP
        for index in self._shown:
            if self._columns[index].role == "value":
                starts[index] = at
                at += self._sizes[index] + GAP
        if self._is_stacked and at - GAP > self._width - MARGIN:
            starts = {index: start for index, start in starts.items() if self._columns[index].role != "value"}
        return starts, max(0, name_cells)

    # -- rows --------------------------------------------------------------------------------

    def _alike(self, rows: Sequence[TableRow]) -> frozenset[int]:
        """Return the rows whose names differ, but would not if they were cut."""
        groups: defaultdict[str, list[int]] = defaultdict(list)
        for index, row in enumerate(rows):
            name = row.cells[self._name].text
            shown = cut(name, self._name_cells, self._widths)
            if shown != name:
                groups[shown].append(index)
        return frozenset(
            index
            for indices in groups.values()
            if len({rows[index].cells[self._name].text for index in indices}) > 1
            for index in indices
        )

    def _lines_of(self, row: TableRow, is_alike: bool) -> Iterator[list[Placed]]:
        beyond = self._beyond_edge(row)
        lines = self._by_columns(row, beyond)
        if is_alike or self._is_stacked:
            names = [*self._whole_name(row)]
            yield [*self._signs(row), names[0]]
            yield from ([name] for name in names[1:])
        else:
            if len(lines) > 1 and not beyond and (moved := self._moved(row)):
                lines = [moved]
            beside = lines.pop(0) if lines else []
            yield [*self._signs(row), self._short_name(row), *beside]
        yield from lines
        yield from self._flowing(row, beyond)

    def _heading(self, depth: int, text: str) -> Placed:
        start = MARGIN + _STEP * depth
        return start, Cell(cut(text, max(0, self._width - start - MARGIN), self._widths), "strong")

    def _signs(self, row: TableRow) -> list[Placed]:
        return [
            self._at(index, row.cells[index]) for index in self._shown if self._columns[index].role == "sign"
        ]

    def _short_name(self, row: TableRow) -> Placed:
        cell = row.cells[self._name]
        return self._starts[self._name], Cell(cut(cell.text, self._name_cells, self._widths), cell.style)

    def _whole_name(self, row: TableRow) -> Iterator[Placed]:
        cell, start = row.cells[self._name], self._starts[self._name]
        for begin, end in break_lines(cell.text, max(2, self._width - start - MARGIN), self._widths):
            yield start, Cell(cell.text[begin:end].rstrip(), cell.style)

    def _values(self, row: TableRow, but: Container[int]) -> list[Placed]:
        return [
            self._at(index, row.cells[index])
            for index in self._shown
            if self._columns[index].role == "value" and row.cells[index].text and index not in but
        ]

    def _by_columns(self, row: TableRow, but: Container[int]) -> list[list[Placed]]:
        """Return values where their columns begin, in as many lines as the long ones among them need."""
        lines: list[list[Placed]] = []
        at = self._width
        for start, cell in self._values(row, but):
            if start < at:
                lines.append([])
            lines[-1].append((start, cell))
            at = start + self._length(cell.text) + GAP
        return lines

    def _moved(self, row: TableRow) -> list[Placed]:
        """Return all values in one line, each at most a few cells from its column; nothing if they have no room there."""
        values = self._values(row, ())
        _, name = self._short_name(row)
        at = least = self._starts[self._name] + self._length(name.text) + GAP
        moved: list[Placed] = []
        for start, cell in values:  # to the right, behind what is before
            moved.append((max(start, at), cell))
            at = moved[-1][0] + self._length(cell.text) + GAP
        limit = self._width - MARGIN
        for index in reversed(range(len(moved))):  # to the left, as far as the edge demands
            start, cell = moved[index]
            moved[index] = min(start, limit - self._length(cell.text)), cell
            limit = moved[index][0] - GAP
        is_near = all(abs(new[0] - old[0]) <= MOST_MOVED for new, old in zip(moved, values, strict=True))
        return moved if is_near and moved[0][0] >= least else []

    def _beyond_edge(self, row: TableRow) -> range:
        """Return the columns from the first one on whose value has no room where it begins."""
        count = len(self._columns)
        ends = self._width - MARGIN
        for index in self._shown:
            if self._columns[index].role == "value":
                if index not in self._starts:
                    return range(count)
                start, cell = self._at(index, row.cells[index])
                if cell.text and start + self._length(cell.text) > ends:
                    return range(index, count)
        return range(count, count)

    def _at(self, index: int, cell: Cell) -> Placed:
        """Return a cell where it stands in its column."""
        start = self._starts[index]
        if self._columns[index].is_quoted:
            cell = cell._replace(text=cut(cell.text, self._sizes[index], self._widths))
        if self._columns[index].is_right:
            start += max(0, self._sizes[index] - self._length(cell.text))
        return start, cell

    def _flowing(self, row: TableRow, indices: Container[int]) -> Iterator[list[Placed]]:
        """Yield the values of some columns, shown or not, one behind the other, in as many lines as they need, each whole."""
        room = self._width - MARGIN
        line: list[Placed] = []
        at = INDENT
        for index, column in enumerate(self._columns):
            cell = row.cells[index]
            if column.role != "value" or not cell.text or index not in indices:
                continue
            if column.is_quoted:
                cell = cell._replace(text=cut(cell.text, column.most, self._widths))
            for begin, end in break_lines(cell.text, max(2, room - INDENT), self._widths):
                part = Cell(cell.text[begin:end].rstrip(), cell.style)
                length = self._length(part.text)
                if line and at + length > room:
                    yield line
                    line, at = [], INDENT
                line.append((at, part))
                at += length + GAP
        if line:
            yield line

    def _length(self, text: str) -> int:
        return cell_length(text, self._widths)
