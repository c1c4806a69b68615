"""A list of metrics with the row lit that is about the current hit of a search."""

from __future__ import annotations

from tui.widgets.metric_list import MetricList
from tui.widgets.metric_rows import Row, row_at_hit


class MetricsAtHits(MetricList):
    """Metrics of a text that is searched.

    Args:
        text: The text.
    """

    def __init__(self, text: str, *, id: str) -> None:
        super().__init__(id=id)
        self._text = text
        #: The span of the current hit of a search.
        self._hit: tuple[int, int] | None = None
        #: Whether no row is about that hit.
        self._is_cursor_off_hit = False
        #: The rows before there was a hit, with the cursor and the first line.
        self._before_hit: tuple[list[Row], int, int] | None = None

    def follow_hit(self, hit: tuple[int, int] | None) -> None:
        """Move the cursor to the row that is about a hit of a search, if the tab has one; None if there is no hit."""
        with self.changing():
            if self._hit is None:
                self._before_hit = self._rows, self.cursor, self.top
            self._hit = hit
            self._show_hit()
            self.refresh()

    def _show_hit(self) -> bool:
        """Move the cursor to the row that is about the current hit, or back to where it was; return whether there is one."""
        row = row_at_hit(self._rows, self._text, *self._hit) if self._hit is not None else None
        self._is_cursor_off_hit = self._hit is not None and row is None
        if row is not None:
            self._select_row(row)
        elif self._is_cursor_off_hit and self._before_hit is not None and self._before_hit[0] is self._rows:
            _, self.cursor, self.top = self._before_hit
        return row is not None

    @property
    def _is_cursor_shown(self) -> bool:
        """Whether the row at the cursor is lit: not while a hit is shown that no row is about."""
        return self.is_in_use or not self._is_cursor_off_hit

    @property
    def place_of_hit(self) -> tuple[int, int] | None:
        """Which row of how many is about the hit, where rows above it have scrolled out of view; None if that need not be told."""
        row = self._row_at_cursor
        if self._hit is None or row is None or not self.top or self._is_cursor_off_hit:
            return None
        rows = [one for one in self._rows if not one.is_heading]
        at = next((at for at, one in enumerate(rows, 1) if one is row), 0)
        return (at, len(rows)) if at else None

    @property
    def _found(self) -> str:
        """The text of the current hit."""
        return self._text[slice(*self._hit)] if self._hit is not None else ""
