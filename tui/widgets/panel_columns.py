"""Rows of a panel that have a bar and several counts: all bars in one column and on one scale, all counts in theirs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.typeset.cells import CellWidths, cell_length, pad, pad_left

#: Cells of a bar at most, and at least: with less room there are none.
_MOST_BAR, _LEAST_BAR = 24, 4
#: Cells between columns.
_GAP = 1


class CountColumns(NamedTuple):
    """The columns of a panel.

    Attributes:
        name: Cells of the names.
        bar: Cells of a full bar; 0 if there is no room for bars.
        counts: Cells of each column of counts; 0 for one that has no room.
    """

    name: int
    bar: int
    counts: tuple[int, ...]

    def pieces(
        self, name: str, share: float | None, note: str, counts: Sequence[str], widths: CellWidths
    ) -> tuple[str, str, str, str]:
        """Return a row in pieces: the name, the full part of its bar, the empty one, and the counts.

        Args:
            name: The name.
            share: The length of its bar, from 0 to 1; None for none.
            note: What stands in place of a bar.
            counts: Its counts, one for each column.
            widths: The widths of characters.
        """
        full = max(1, round(self.bar * min(1.0, share))) if self.bar and share else 0
        rest = (
            pad(note, self.bar - full, widths) if not full and cell_length(note, widths) <= self.bar else ""
        )
        rest = rest or " " * (self.bar - full)
        shown = "".join(
            " " * _GAP + pad_left(text, cells, widths)
            for text, cells in zip(counts, self.counts, strict=True)
            if cells
        )
        return pad(name, self.name, widths) + " " * _GAP, " " * full, rest, shown


def count_columns(rows: Sequence[tuple[str, Sequence[str]]], room: int, widths: CellWidths) -> CountColumns:
    """Return the columns for names and their counts. Counts and names are whole; bars take what is left.

    Args:
        rows: Each name with its counts.
        room: Cells of a line.
        widths: The widths of characters.
    """
    name = max((cell_length(one, widths) for one, _ in rows), default=0)
    sizes = [
        max(cell_length(text, widths) for text in column)
        for column in zip(*(counts for _, counts in rows), strict=True)
    ]
    while len(sizes) and name + _GAP + sum(size + _GAP for size in sizes if size) > room:
        widest = next((index for index, size in enumerate(sizes[:-1]) if size), len(sizes) - 1)
        if not sizes[widest]:
            break
        sizes[widest] = 0
    left = room - name - _GAP - sum(size + _GAP for size in sizes if size)
    bar = min(_MOST_BAR, left)
    return CountColumns(min(name, room - _GAP), bar if bar >= _LEAST_BAR else 0, tuple(sizes))
