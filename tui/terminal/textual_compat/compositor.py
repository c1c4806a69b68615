"""Assemble the rows of the screen from overlapping widgets."""

from __future__ import annotations

from collections.abc import Iterable

from textual._compositor import Compositor, LayoutUpdate
from textual.geometry import Size
from textual.strip import Strip

from tui.terminal.textual_compat.covered_row import CoveredRow


class RowsCompositor(Compositor):
    """Assembles the rows of the whole screen from the front to the back, without drawing what is covered.

    Textual cuts each row of each widget at the edges of all widgets, and then drops what is covered: 1.6 instead of 1.3 ms
    for the main screen at 120×40.
    """

    def render_full_update(self, simplify: bool = False) -> LayoutUpdate:
        """Return an update of all rows."""
        self._dirty_regions.clear()
        rows: list[Iterable[Strip]] = [*self._rows(self.size)]
        return LayoutUpdate(rows, self.size.region)

    def render_strips(self, size: Size | None = None) -> list[Strip]:
        """Return the rows, one strip for each."""
        return [Strip.join(row) for row in self._rows(self.size if size is None else size)]

    def _rows(self, size: Size) -> list[list[Strip]]:
        rows = [CoveredRow(size.width) for _ in range(size.height)]
        for widget, (region, clip) in self.visible_widgets.items():
            seen = region.intersection(clip).intersection(size.region)
            behind = rows[seen.y : seen.bottom]
            if any(row.has_room(seen.x, seen.right) for row in behind):
                strips = widget.render_lines(seen.translate(-region.offset))
                for row, strip in zip(behind, strips, strict=False):
                    row.put(strip, seen.x, seen.right)
        return [row.strips() for row in rows]
