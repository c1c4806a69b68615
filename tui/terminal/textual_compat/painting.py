"""Send the terminal only what it does not show yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import cast

from rich.color import ColorSystem
from rich.console import COLOR_SYSTEMS, Console, RenderableType
from rich.control import Control
from rich.segment import Segment
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from tui.terminal.textual_compat.sgr import encode


class _Update(CompositorUpdate):
    """An update that sends a colour only where it changes.

    Args:
        pieces: Pieces of rows, and where they are.
    """

    def __init__(self, pieces: Iterable[Segment]) -> None:
        self._pieces = list(pieces)

    def render_segments(self, console: Console) -> str:
        """Return what the terminal is sent."""
        system = COLOR_SYSTEMS[console.color_system] if console.color_system else ColorSystem.TRUECOLOR
        return encode(self._pieces, system)


def _pieces_of_rows(rows: Mapping[int, Sequence[Strip]]) -> Iterator[Segment]:
    """Yield rows of the screen, each drawn from its first cell."""
    for y, strips in rows.items():
        yield Control.move_to(0, y).segment
        for strip in strips:
            yield from strip


def _pieces_of_parts(update: ChopsUpdate) -> Iterator[Segment]:
    """Yield parts of rows."""
    for y, start, stop in update.spans:
        for end, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
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
            return cast("RenderableType", _Update(_pieces_of_rows(rows))) if rows else None
        if isinstance(update, ChopsUpdate):
            for y, _, _ in update.spans:
                self._rows.pop(y, None)
            return cast("RenderableType", _Update(_pieces_of_parts(update)))
        if update is not None:
            self.forget()
        return update

    def _changed_rows(self, rows: Sequence[list[Strip]], region: Region) -> dict[int, list[Strip]]:
        if region != self._region:
            self.forget()
        before, self._rows, self._region = self._rows, dict(enumerate(rows)), region
        return {y: row for y, row in self._rows.items() if row != before.get(y)}
