"""Lay out pairs of sentences in lines: two columns beside each other, or one sentence above the other.

A pair is wrapped when it is first needed, so that the first page does not depend on the length of the texts. All lines of a
pair belong together: both sides scroll as one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple, Protocol

from tui.typeset.cells import NARROW, CellWidths, cell_length
from tui.typeset.full_width import full_width_marks
from tui.typeset.wrap import break_lines

#: Cells of the margin with kind and score, between columns, before sentences above each other, and at the right edge.
MARGIN, GAP, TAG, EDGE = 9, 2, 3, 1
_MIN_CELLS = 2
Span = tuple[int, int]


class Pairs(Protocol):
    """The sentences that are laid out."""

    def __len__(self) -> int:
        """Return how many pairs there are."""

    def texts(self, index: int) -> tuple[str, str]:
        """Return both sentences of a pair; empty for one that is not there."""

    def margin(self, index: int) -> Sequence[str]:
        """Return what stands in the margin of a pair, line by line."""


class Line(NamedTuple):
    """A line of a layout. Lines compare in order.

    Attributes:
        pair: The index of its pair.
        row: Its index among the lines of the pair.
    """

    pair: int
    row: int


class Row(NamedTuple):
    """What stands in a line of a pair: half-open spans of both sentences; None where nothing does."""

    margin: str = ""
    first: Span | None = None
    second: Span | None = None
    is_tagged: bool = False


class PairLayout:
    """Pairs in lines of a width.

    Args:
        pairs: The pairs.
        width: Cells of a line.
        is_beside: Whether both sentences stand beside each other.
        is_spaced: Whether a line is left blank between pairs.
        cells: The widths of characters.
    """

    def __init__(
        self,
        pairs: Pairs,
        width: int,
        is_beside: bool,
        is_spaced: bool = False,
        cells: CellWidths = NARROW,
    ) -> None:
        self.is_beside, self.is_spaced = is_beside, is_spaced
        self._pairs = pairs
        self._cells = cells
        room = width - MARGIN - EDGE - (GAP if is_beside else TAG)
        #: Cells of a line of a sentence.
        self.column = max(_MIN_CELLS, room // 2 if is_beside else room)
        self._rows: dict[tuple[str, str, tuple[str, ...]], tuple[Row, ...]] = {}

    def use(self, pairs: Pairs) -> None:
        """Lay out other pairs; what was wrapped stays so."""
        self._pairs = pairs

    # -- lines of a pair -----------------------------------------------------------------------

    def rows(self, index: int) -> tuple[Row, ...]:
        """Return the lines of a pair, at least one."""
        key = (*self._pairs.texts(index), tuple(self._pairs.margin(index)))
        rows = self._rows.get(key)
        if rows is None:
            rows = self._rows[key] = tuple(self._wrap(*key))
        if self.is_spaced and index + 1 < len(self._pairs):
            return (*rows, Row())
        return rows

    def _wrap(self, first: str, second: str, margin: Sequence[str]) -> Iterator[Row]:
        before, after = self._broken(first), self._broken(second)
        if self.is_beside:
            for text, one, other in zip_longest(margin, before, after):
                yield Row(text or "", one, other, is_tagged=True)
            return
        if first == second:  # said once, as in the later report
            before = []
        lines = [Row("", one, None, is_tagged=not at) for at, one in enumerate(before)]
        lines += [Row("", None, one, is_tagged=not at) for at, one in enumerate(after)]
        for text, line in zip_longest(margin, lines):
            yield (line or Row())._replace(margin=text or "")

    def _broken(self, text: str) -> list[Span]:
        if not text:
            return []
        spans = break_lines(full_width_marks(text), self.column, self._cells)
        return [(begin, begin + len(text[begin:end].rstrip())) for begin, end in spans]

    # -- moving about --------------------------------------------------------------------------

    @property
    def last(self) -> Line:
        """The last line."""
        index = max(0, len(self._pairs) - 1)
        return Line(index, self.last_row(index))

    def last_row(self, index: int) -> int:
        """Return the index of the last line of a pair."""
        return len(self.rows(index)) - 1 if len(self._pairs) else 0

    def last_text_row(self, index: int) -> int:
        """Return the index of the last line of a pair that is not blank."""
        is_blank = self.is_spaced and index + 1 < len(self._pairs)
        return self.last_row(index) - is_blank

    def step(self, line: Line, rows: int) -> Line:
        """Return the line ``rows`` further down, or up if negative; at most the last or the first one."""
        index, row = line
        while rows > 0:
            left = self.last_row(index) - row
            if rows <= left:
                return Line(index, row + rows)
            if index + 1 >= len(self._pairs):
                return Line(index, row + left)
            rows -= left + 1
            index, row = index + 1, 0
        while rows < 0:
            if -rows <= row:
                return Line(index, row + rows)
            if not index:
                return Line(0, 0)
            rows += row + 1
            index -= 1
            row = self.last_row(index)
        return Line(index, row)

    def walk(self, line: Line) -> Iterator[Line]:
        """Yield a line and all below it."""
        for index in range(line.pair, len(self._pairs)):
            first = line.row if index == line.pair else 0
            for row in range(first, self.last_row(index) + 1):
                yield Line(index, row)

    def length(self, text: str) -> int:
        """Return how many cells a text takes."""
        return cell_length(text, self._cells)
