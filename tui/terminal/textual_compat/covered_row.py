"""A row of the screen, assembled from overlapping widgets."""

from __future__ import annotations

from operator import itemgetter

from textual.strip import Strip


class CoveredRow:
    """A row of the screen, filled from the front to the back."""

    def __init__(self, width: int) -> None:
        self._strips: list[tuple[int, Strip]] = []
        self._gaps = [(0, width)]

    def has_room(self, left: int, right: int) -> bool:
        """Return whether anything between two columns is not filled yet."""
        return any(start < right and left < end for start, end in self._gaps)

    def put(self, strip: Strip, left: int, right: int) -> None:
        """Fill what is not filled yet between two columns."""
        right = min(right, left + strip.cell_length)
        gaps: list[tuple[int, int]] = []
        for start, end in self._gaps:
            first, last = max(start, left), min(end, right)
            if first >= last:
                gaps.append((start, end))
                continue
            self._strips.append((first, strip.crop(first - left, last - left)))
            if start < first:
                gaps.append((start, first))
            if last < end:
                gaps.append((last, end))
        self._gaps = gaps

    def strips(self) -> list[Strip]:
        """Return the strips of the row, from left to right."""
        blanks = [(start, Strip.blank(end - start)) for start, end in self._gaps]
        return [strip for _, strip in sorted([*self._strips, *blanks], key=itemgetter(0))]
