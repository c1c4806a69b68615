"""Lay out the rows of the metrics panel in lines: values are whole and in columns, names that would look alike wrap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tui.metrics.labels import format_beside, format_period, format_value
from tui.report.model import Metric
from tui.typeset.cells import ELLIPSIS, CellWidths, cell_length, cell_widths, cut
from tui.typeset.full_width import full_width_marks
from tui.typeset.wrap import break_lines
from tui.widgets.metric_rows import Row

#: Cells of the bar of a percentage, of the name next to it at least, and of a percentage that has a bar at most. All bars
#: begin in one column, and a full one is 100 %.
BAR_CELLS, _NAME_CELLS_WITH_BAR, _MOST_SHARE_CELLS = 6, 12, 14
#: Cells of a name beside its values at least; where there are fewer, the values stand on a line of their own.
_MIN_NAME_CELLS = 12
#: Cells of the margins left and right of a line, and between its columns.
MARGIN, GAP = 1, 1
#: Margin of what stands below a heading in a list of metrics, and of the second line of a name.
INDENT = 2
#: The part of a line that the column of targets takes at most; longer ones begin further left.
_TARGETS_SHARE = 2 / 5
_EMPTY_COLUMN_CELLS = 4
#: An actual value and a target, as they are shown.
Values = tuple[str, str]


class Line(NamedTuple):
    """A line of the panel.

    Attributes:
        row: The row it shows.
        name: What it shows of the name.
        values: What it shows of :func:`values_of`; empty texts if nothing.
        is_first: Whether it is the first line of the row.
        is_note: Whether the name is a part of the row's note.
    """

    row: Row
    name: str
    values: Values = ("", "")
    is_first: bool = True
    is_note: bool = False


class PanelLayout:
    """The columns of rows in a pane of some width.

    Args:
        rows: The rows.
        width: Cells of a line; 0 while it is not known.
        widths: The widths of characters.

    Attributes:
        lines: The rows in lines.
        bar_column: The cell in which bars of shares begin.
    """

    def __init__(
        self, rows: Sequence[Row], width: int, widths: CellWidths, has_full_width: bool = True
    ) -> None:
        self.rows = rows
        self.has_full_width = has_full_width
        self.width = width
        self.widths = widths
        #: Cells of the sign between two values: as many as the terminal draws ▲ in, or a wider one that rows of two reports have.
        signs = (self.length(row.pair.sign) for row in rows if row.pair is not None)
        self.sign_cells = max(widths.ambiguous, *signs, 0)
        self._target_cells = _EMPTY_COLUMN_CELLS
        self.lines: list[Line] = list(self._lines(rows)) if width else [Line(row, row.name) for row in rows]

    # -- columns -----------------------------------------------------------------------------

    def _usual_target_cells(self, rows: Sequence[Row], values: Sequence[Values]) -> int:
        """Return the width of the longest target that leaves enough room for names and actual values."""
        targets = {target for row, (_, target) in zip(rows, values, strict=True) if is_target(row)}
        most = int(self.width * _TARGETS_SHARE)
        lengths = (self.length(target) for target in targets)
        return max((length for length in lengths if length <= most), default=_EMPTY_COLUMN_CELLS)

    def sign_column(self, target: str) -> int:
        """Return the cell in which the sign before a target begins: further left before one that is too long."""
        cells = max(self._target_cells, self.length(target))
        return self.width - MARGIN - cells - GAP - self.sign_cells

    def _name_room(self, row: Row, values: Values) -> int:
        """Return how many cells there are for the name beside the values of a row."""
        actual, target = values
        if not row.is_pair:
            has_bar = self.has_bar(row.metrics[0], target)
            values_at = self.bar_column if has_bar else self.width - MARGIN - self.length(target)
            room = values_at - GAP - INDENT
        else:
            room = self.sign_column(target) - GAP - MARGIN
        return room - self.length(actual) - GAP if actual else room

    def has_bar(self, metric: Metric, value: str) -> bool:
        """Whether the share of a metric is drawn: if it is one that has room beside the bars, and names keep enough."""
        has_room = self.bar_column >= INDENT + _NAME_CELLS_WITH_BAR + GAP
        return has_room and is_share(metric) and self.length(value) <= _MOST_SHARE_CELLS

    def _bar_column(self, rows: Sequence[Row], values: Sequence[Values]) -> int:
        """Return the cell in which all bars begin: left of the longest share that is drawn as one."""
        lengths = [
            self.length(value)
            for row, (_, value) in zip(rows, values, strict=True)
            if not row.is_pair and row.metrics and is_share(row.metrics[0])
        ]
        longest = max((length for length in lengths if length <= _MOST_SHARE_CELLS), default=0)
        return self.width - MARGIN - longest - GAP - BAR_CELLS

    def length(self, text: str) -> int:
        """Return the cells a text takes."""
        return cell_length(text, self.widths)

    # -- lines -------------------------------------------------------------------------------

    def _lines(self, rows: Sequence[Row]) -> Iterator[Line]:
        values = list(map(values_of, rows))
        self._target_cells = self._usual_target_cells(rows, values)
        self.bar_column = self._bar_column(rows, values)
        rooms = [
            0 if row.is_heading else self._name_room(row, of) for row, of in zip(rows, values, strict=True)
        ]
        for index, row in enumerate(rows):
            if row.year and self.length(row.name) > rooms[index]:  # the name matters more
                values[index] = "", values[index][1]
                rooms[index] = self._name_room(row, values[index])
        alike = self._alike(rows, rooms)
        for index, (row, room) in enumerate(zip(rows, rooms, strict=True)):
            if row.name or not row.note:
                yield from self._lines_of(row, room, values[index], index in alike)
            if row.note:
                yield from self._note_lines(row)

    def _lines_of(self, row: Row, room: int, values: Values, is_like_others: bool) -> Iterator[Line]:
        """Yield the lines of a row's name and values."""
        if row.is_heading:
            name = full_width_marks(row.name) if self.has_full_width else row.name
            yield Line(row, cut(name, self.width - 2 * MARGIN, self.widths))
        elif self.length(row.name) <= room:
            yield Line(row, row.name, values)
        elif room < _MIN_NAME_CELLS:
            yield Line(row, cut(row.name, self.width - INDENT - MARGIN, self.widths))
            yield Line(row, "", values, is_first=False)
        elif is_like_others:
            first = cut_plainly(row.name, room, self.widths)
            yield Line(row, first, values)
            rest = cut(row.name[len(first) :], self.width - 2 * INDENT - MARGIN, self.widths)
            yield Line(row, rest, is_first=False)
        else:
            yield Line(row, cut(row.name, room, self.widths), values)

    def _note_lines(self, row: Row) -> Iterator[Line]:
        """Yield the lines of a row's note."""
        room = max(2, self.width - INDENT - MARGIN)
        for start, end in break_lines(row.note, room, self.widths):
            is_first = not row.name and not start
            yield Line(row, row.note[start:end].rstrip(), is_first=is_first, is_note=True)

    def _alike(self, rows: Sequence[Row], rooms: Sequence[int]) -> set[int]:
        """Return the indices of the rows whose names, once cut, could be taken for those of other rows."""
        shown: dict[tuple[str, str], list[int]] = {}
        for index, (row, room) in enumerate(zip(rows, rooms, strict=True)):
            if not row.is_heading:
                name = cut(row.name, room, self.widths)
                stem = name if name == row.name else name.removesuffix(ELLIPSIS)
                shown.setdefault((stem, row.name), []).append(index)
        alike: set[int] = set()
        for one, other in pairwise(sorted(shown)):
            (stem, name), (other_stem, other_name) = one, other
            if stem != name and name != other_name and other_stem.startswith(stem):
                alike.update(shown[one], shown[other] if stem == other_stem else ())
        return alike


def is_share(metric: Metric) -> bool:
    """Return whether a metric is a part of a whole, in percent."""
    return metric.measure in ("share", "completion") and metric.unit == "%" and len(metric.value) == 1


def is_target(row: Row) -> bool:
    """Return whether a row has a target, or another second value, that is a value, not words."""
    if row.pair is not None:
        return row.pair.is_value
    return row.comparison is not None and row.comparison.target is not None


def values_of(row: Row) -> Values:
    """Return actual value and target as they are shown, or the year and the value of a metric; empty for what there is not.

    The years of a target of another year than the one planned stand where the actual value would.
    """
    comparison = row.comparison
    if row.pair is not None:
        return row.pair.left, row.pair.right
    if comparison is None:
        return row.year, format_value(row.metrics[0]) if row.metrics else ""
    if comparison.target is None:
        return "", comparison.target_text
    actual, target = comparison.actual, comparison.target
    if actual is None and comparison.horizon == "plan":
        return format_period(target.period), format_value(target)
    return format_beside(actual, target) if actual else "", format_beside(target, actual)


def cut_plainly(text: str, width: int, widths: CellWidths) -> str:
    """Return as much of a text as fits into ``width`` cells, without an ellipsis."""
    used = 0
    for index, size in enumerate(cell_widths(text, widths)):
        used += size
        if used > width:
            return text[:index]
    return text
