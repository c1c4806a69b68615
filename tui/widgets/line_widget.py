"""Widgets that draw their lines themselves, once after each change, and paint only those that differ.

Textual's styles (borders, tints) are passed by: no widget here has any, and each key of a search waits for them
(2 of 9 ms).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from typing import Self

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.color import Color
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.renderables.background_screen import BackgroundScreen
from textual.strip import Strip
from textual.widget import Widget

from tui.typeset.cells import cell_length, cut
from tui.widgets.styles import palette


def strip_of(pieces: Iterable[tuple[str, Style]], width: int, fill: Style) -> Strip:
    """A strip of exactly ``width`` cells: the pieces, the last of them cut where they do not fit."""
    segments: list[Segment] = []
    left = width
    for text, style in pieces:
        text = cut(text.replace("\n", " "), left)
        if text:
            segments.append(Segment(text, style))
            left -= cell_length(text)
    if left > 0:
        segments.append(Segment(" " * left, fill))
    return Strip(segments, width)


def dimmed(strips: Iterable[Strip], tint: Color) -> list[Strip]:
    """Return strips with a translucent colour over them, as Textual tints the screen below a dialog."""
    return [
        Strip(
            [Segment(text, _dimmed(style, tint), control) for text, style, control in strip],
            strip.cell_length,
        )
        for strip in strips
    ]


@lru_cache(maxsize=512)  # more than a theme has styles
def _dimmed(style: Style | None, tint: Color) -> Style | None:
    return next(iter(BackgroundScreen.process_segments([Segment(" ", style)], tint))).style


class LineWidget(Widget):
    """A widget that draws its lines itself."""

    #: It never scrolls by Textual's means: another virtual size is no reason to lay out and paint the screen again.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._drawn: list[Strip] = []
        self._drawn_size = Size(0, 0)
        self._known_size: Size | None = None
        self._last_size: Size | None = None
        self._known_styles: Mapping[str, Style] | None = None
        self._held: bool | None = None

    def draw(self, size: Size) -> list[Strip]:
        """All lines, each exactly as wide as the widget; one by one unless a widget draws them together."""
        return [self.render_line(y) for y in range(size.height)]

    def part_style(self, name: str) -> Style:
        """A style of the theme in use, by its name in :mod:`tui.widgets.styles`."""
        return (self._known_styles or palette(self.app))[name]

    def watch_has_focus(self, has_focus: bool) -> None:
        """Do nothing: it draws itself by what has the focus; in the original the style sheet is applied again."""

    def on_resize(self, event: events.Resize) -> None:
        """Paint everything at another size: Textual paints as much as the old size had, which may cut a wide character."""
        if self._last_size not in (None, event.size):
            self.refresh()
        self._last_size = event.size

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Something has changed: all lines are to be drawn anew."""
        if self._held is not None and not (regions or layout or recompose):
            self._held = True
            return self
        self._drawn = []
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Changes that belong together: behind them the lines are drawn once, and only those that differ are painted."""
        before, size = self._drawn, self._drawn_size
        self._held = False
        try:
            yield
        finally:
            changed, self._held = self._held, None
            if changed:
                self._repaint(before if size == self.size else [])

    def _repaint(self, before: list[Strip]) -> None:
        if not before:
            self.refresh()
            return
        self._drawn = []
        after = self._lines_now()
        rows = [y for y, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]
        if rows:
            width = self._drawn_size.width
            super().refresh(*(Region(0, y, width, 1) for y in rows))

    def _lines_now(self) -> list[Strip]:
        size = super().size
        if not self._drawn or self._drawn_size != size:
            # While lines are drawn, their size and styles are asked for many times and do not change.
            self._drawn_size, self._known_size, self._known_styles = size, size, palette(self.app)
            try:
                self._drawn = self.draw(size)
            finally:
                self._known_size = self._known_styles = None
        return self._drawn

    @property
    def size(self) -> Size:
        """The size of the widget."""
        return self._known_size or super().size

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines, drawn once after each :meth:`refresh`."""
        return [strip.crop(crop.x, crop.right) for strip in self._lines_now()[crop.y : crop.bottom]]


class Background(LineWidget):
    """What other widgets stand on."""

    def __init__(self, style: str = "base", *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._style = style

    def draw(self, size: Size) -> list[Strip]:
        """Nothing but the ground."""
        return [Strip.blank(size.width, self.part_style(self._style))] * size.height
