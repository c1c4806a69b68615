"""Send the terminal only what it does not show yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from rich.color import ColorSystem
from rich.console import COLOR_SYSTEMS, Console, RenderableType
from rich.control import Control
from rich.segment import Segment
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from tui.terminal.textual_compat.sgr import encode


class _PiecesUpdate(CompositorUpdate):
    """An update that sends colours only where they change."""

    def _pieces(self) -> Iterator[Segment]:
        """Return segments of text, each row after a control segment with its position."""
        raise NotImplementedError

    def render_segments(self, console: Console) -> str:
        """Return the bytes for the terminal as text."""
        system = COLOR_SYSTEMS[console.color_system] if console.color_system else ColorSystem.TRUECOLOR
        return encode(self._pieces(), system)


class _RowsUpdate(_PiecesUpdate):
    """An update of complete rows."""

    def __init__(self, rows: dict[int, list[Strip]]) -> None:
        self._rows = rows

    def _pieces(self) -> Iterator[Segment]:
        for y, strips in self._rows.items():
            yield Control.move_to(0, y).segment
            for strip in strips:
                yield from strip


class _PartsUpdate(_PiecesUpdate):
    """An update of parts of rows."""

    def __init__(self, update: ChopsUpdate) -> None:
        self._update = update

    def _pieces(self) -> Iterator[Segment]:
        for y, start, stop in self._update.spans:
            for end, (x, strip) in zip(
                self._update.chop_ends[y], self._update.chops[y].items(), strict=False
            ):
                if strip is not None and x < stop and start < end:
                    yield Control.move_to(x, y).segment
                    yield from strip.crop(0, min(end, stop) - x)


class PaintedRows:
    """The rows the terminal shows, as far as they are known; a repaint of the whole screen sends only rows that differ.

    Dialogs that open or close repaint the whole screen; half of their bytes are rows that have not changed.
    """

    def __init__(self) -> None:
        self._region = Region()
        self._rows: dict[int, list[Strip]] = {}

    @property
    def are_known(self) -> bool:
        """Whether any row is known."""
        return bool(self._rows)

    def forget(self) -> None:
        """Send everything with the next update."""
        self._rows = {}

    def changed(self, update: RenderableType | None) -> RenderableType | None:
        """Return the part of an update that the terminal does not show yet; None if there is none."""
        if isinstance(update, LayoutUpdate):
            rows = self._changed_rows([list(strips) for strips in update.strips], update.region)
            return cast("RenderableType", _RowsUpdate(rows)) if rows else None
        if isinstance(update, ChopsUpdate):
            for y, _, _ in update.spans:
                self._rows.pop(y, None)
            return cast("RenderableType", _PartsUpdate(update))
        if update is not None:
            self.forget()
        return update

    def _changed_rows(self, rows: Sequence[list[Strip]], region: Region) -> dict[int, list[Strip]]:
        if region != self._region:
            self.forget()
        before, self._rows, self._region = self._rows, dict(enumerate(rows)), region
        return {y: row for y, row in self._rows.items() if row != before.get(y)}
