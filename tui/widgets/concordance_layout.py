"""Lay out hits in their context: labels at the left, then all hits in one column. A line is made when it is drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple, overload

from tui.typeset.cells import CellWidths, cell_length, cell_widths, cut
from tui.typeset.full_width import full_width_marks
from tui.widgets.column_sizes import MARGIN
from tui.widgets.table_layout import Cell, Column, Line, Placed, TableRow

#: Cells between labels, and of a label at least and at most.
_GAP, _LEAST_LABEL, _MOST_LABEL = 1, 12, 22
#: The part of a line that labels may take, that of the rest which stands left of the hits, and that of it a hit may take.
_LABELS_SHARE, _LEFT_SHARE, _HIT_SHARE = 6, 0.45, 3
#: Rows whose hits tell how long hits usually are.
_SAMPLED = 200
#: Lines that are kept once they are made: more than a screen has.
_MADE = 500
_LABEL_STYLES = ("muted", "count")


class ContextLine(NamedTuple):
    """What is drawn of a hit.

    Attributes:
        labels: Where it is: place and year, or section.
        left: The text before it.
        text: The hit.
        right: The text behind it.
        style: The name of its style.
        near: A word to be marked where it is next to the hit; empty for none.
    """

    labels: tuple[str, ...]
    left: str
    text: str
    right: str
    style: str
    near: str = ""


class ConcordanceLayout:
    """The lines of hits in their context.

    Args:
        columns: Labels, the text before the hits, the hits, and the text behind them.
        rows: The rows.
        context: Returns what is drawn of a row, by its key.
        width: Cells of a line.
        widths: The widths of characters.

    Attributes:
        lines: The lines, one for each row.
        headings: Column, first cell and number of cells of each heading.
        first_lines: The index of the line of each row.
        hit_at: The cell in which all hits begin.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        rows: Sequence[TableRow],
        context: Callable[[str], ContextLine],
        width: int,
        widths: CellWidths,
    ) -> None:
        self._rows, self._context = rows, context
        self._width, self._widths = width, widths
        *labels, left, hit, right = columns
        self._label_cells = self._size_labels(labels)
        starts = [MARGIN + sum(self._label_cells[:index]) + index * _GAP for index in range(len(labels))]
        self._label_starts = starts
        self._left_at = MARGIN + sum(self._label_cells) + len(labels) * _GAP
        room = max(0, width - self._left_at - MARGIN)
        usual = self._usual_hit(room)
        self.hit_at = self._left_at + int(max(0, room - usual) * _LEFT_SHARE)
        cells = max(usual, cell_length(hit.title, widths) + _GAP)
        self.headings = [
            *zip(labels, starts, self._label_cells, strict=True),
            (left, self._left_at, self.hit_at - self._left_at - _GAP),
            (hit, self.hit_at, cells),
            (right, self.hit_at + cells, max(0, width - MARGIN - self.hit_at - cells)),
        ]
        if self.hit_at - self._left_at < cell_length(left.title, widths) + _GAP:
            del self.headings[len(labels)]
        self.first_lines = range(len(rows))
        self.lines: Sequence[Line] = _Lines(self)

    def _size_labels(self, labels: Sequence[Column]) -> list[int]:
        """Return the cells of the labels: as many as the longest needs, the first not more than its share of a line."""
        drawn = {self._context(row.key).labels for row in self._rows}
        sizes = []
        for index, label in enumerate(labels):
            texts = {each[index] for each in drawn}
            sizes.append(max([cell_length(text, self._widths) for text in (*texts, label.title)]))
        if sizes:
            most = max(_LEAST_LABEL, min(_MOST_LABEL, self._width // _LABELS_SHARE))
            sizes[0] = min(sizes[0], most)
        return sizes

    def _usual_hit(self, room: int) -> int:
        """Return the cells most hits take, as far as there is room."""
        counts = Counter(
            cell_length(self._context(row.key).text, self._widths) for row in self._rows[:_SAMPLED]
        )
        usual = counts.most_common(1)[0][0] if counts else 0
        return min(usual, room // _HIT_SHARE)

    def line_at(self, index: int) -> Line:
        """Return the line of a row."""
        drawn = self._context(self._rows[index].key)
        placed: list[Placed] = []
        for text, start, cells, style in zip(
            drawn.labels, self._label_starts, self._label_cells, _LABEL_STYLES, strict=False
        ):
            placed.append((start, Cell(cut(text, cells, self._widths), style)))
        placed += self._before(drawn)
        at = self.hit_at
        hit = Cell(cut(_flat(drawn.text), self._width - MARGIN - at, self._widths), drawn.style)
        placed.append((at, hit))
        placed += self._behind(drawn, at + cell_length(hit.text, self._widths))
        return Line(index, True, tuple(placed))

    def _before(self, drawn: ContextLine) -> list[Placed]:
        """Return the end of the text before a hit, at the left of the hit."""
        room = self.hit_at - self._left_at
        text = self._end_of(_flat(drawn.left), room)
        start = self.hit_at - cell_length(text, self._widths)
        return self._marked(text, text.rfind(drawn.near) if drawn.near else -1, drawn.near, start)

    def _behind(self, drawn: ContextLine, start: int) -> list[Placed]:
        """Return the beginning of the text behind a hit."""
        text = self._beginning_of(_flat(drawn.right), self._width - MARGIN - start)
        return self._marked(text, text.find(drawn.near) if drawn.near else -1, drawn.near, start)

    def _marked(self, text: str, at: int, near: str, start: int) -> list[Placed]:
        """Return a text in pieces, with a word of it marked."""
        if at < 0:
            return [(start, Cell(text))] if text else []
        placed: list[Placed] = []
        for piece, style in ((text[:at], ""), (near, "strong"), (text[at + len(near) :], "")):
            if piece:
                placed.append((start, Cell(piece, style)))
                start += cell_length(piece, self._widths)
        return placed

    def _end_of(self, text: str, room: int) -> str:
        """Return as much of the end of a text as there is room for; it does not begin with a mark that joins another character."""
        sizes = cell_widths(text, self._widths)
        first = len(text)
        while first and sizes[first - 1] <= room:
            first -= 1
            room -= sizes[first]
        while first < len(text) and not sizes[first]:
            first += 1
        return text[first:]

    def _beginning_of(self, text: str, room: int) -> str:
        """Return as much of the beginning of a text as there is room for."""
        for index, size in enumerate(cell_widths(text, self._widths)):
            room -= size
            if room < 0:
                return text[:index]
        return text


class _Lines(Sequence[Line]):
    """The lines of a layout, made when they are asked for."""

    def __init__(self, layout: ConcordanceLayout) -> None:
        self._layout = layout
        self._made: dict[int, Line] = {}

    def __len__(self) -> int:
        return len(self._layout.first_lines)

    @overload
    def __getitem__(self, index: int) -> Line: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Line]: ...

    def __getitem__(self, index: int | slice) -> Line | Sequence[Line]:
        if isinstance(index, slice):
            return [self[each] for each in range(*index.indices(len(self)))]
        index = range(len(self))[index]
        if index not in self._made:
            if len(self._made) >= _MADE:
                self._made.clear()
            self._made[index] = self._layout.line_at(index)
        return self._made[index]


def _flat(text: str) -> str:
    """Return a text in one line, with the marks of Chinese typesetting."""
    return full_width_marks(text.replace("\n", " "))
