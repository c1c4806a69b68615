"""Widgets that draw their lines themselves, once after each change, and repaint only lines that differ.

They bypass Textual's styles (borders, tints), which none of them has and which take 2 of the 9 ms of a key in a search.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property, lru_cache
from typing import Protocol, Self, cast

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.color import Color
from textual.dom import DOMNode
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.renderables.background_screen import BackgroundScreen
from textual.strip import Strip
from textual.widget import Widget

from tui.typeset.cells import CellWidths, cell_length, cut


class DrawingApp(Protocol):
    """What widgets need of their app to draw; each app has its own.

    Attributes:
        cell_widths: The widths of characters on its terminal, fixed before the app runs.
        pane_styles: The styles of the theme in use, by their names in :mod:`tui.widgets.styles`.
    """

    cell_widths: CellWidths
    pane_styles: Mapping[str, Style]


def drawing_app(node: DOMNode) -> DrawingApp:
    """Return the app of a widget or screen as something to draw with."""
    return cast(DrawingApp, node.app)


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

    #: Such a widget never scrolls by Textual's means: another virtual size needs no layout and no repaint, which would add
    #: 14 % to the function calls of a start.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._drawn: list[Strip] = []
        self._drawn_size = Size(0, 0)
        #: Size and styles while lines are drawn: each is asked for many times then.
        self._known_size: Size | None = None
        self._known_styles: Mapping[str, Style] | None = None
        self._last_size: Size | None = None
        #: Inside of :meth:`changing` whether a refresh was asked for; None outside.
        self._held: bool | None = None

    def draw(self, size: Size) -> list[Strip]:
        """Return all lines, each exactly as wide as the widget."""
        return [self.render_line(y) for y in range(size.height)]

    def part_style(self, name: str) -> Style:
        """Return a style of the theme in use, by its name in :mod:`tui.widgets.styles`."""
        return (self._known_styles or drawing_app(self).pane_styles)[name]

    @property
    def raised(self) -> bool:
        """Whether the widget covers another."""
        return self.has_class("open")

    @property
    def base_style(self) -> Style:
        """The style everything in the widget is drawn over."""
        return self.part_style("raised" if self.raised else "base")

    @cached_property
    def widths(self) -> CellWidths:
        """The widths of characters on the app's terminal."""
        return drawing_app(self).cell_widths

    def strip_of(self, pieces: Iterable[tuple[str, Style]], width: int, fill: Style) -> Strip:
        """Return a strip of exactly ``width`` cells: the pieces, cut where they do not fit, then spaces."""
        widths = self.widths
        segments: list[Segment] = []
        left = width
        for text, style in pieces:
            text = cut(text.replace("\n", " "), left, widths)
            if text:
                segments.append(Segment(text, style))
                left -= cell_length(text, widths)
        if left > 0:
            segments.append(Segment(" " * left, fill))
        return Strip(segments, width)

    def watch_has_focus(self, has_focus: bool) -> None:
        """Do nothing: the widget draws itself by what has the focus; the original applies the style sheet again."""

    def on_resize(self, event: events.Resize) -> None:
        """Repaint everything: Textual repaints as much as the old size had, which may cut a wide character."""
        if self._last_size not in (None, event.size):
            self.refresh()
        self._last_size = event.size

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Have all lines drawn again."""
        if self._held is not None and not (regions or layout or recompose):
            self._held = True
            return self
        self._drawn = []
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Group changes: afterwards the lines are drawn once, and only those that differ are repainted.

        This takes as long as repainting all of them, but the terminal is sent a third less in a search.
        """
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
        after = self._current_lines()
        rows = [y for y, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]
        if rows:
            width = self._drawn_size.width
            super().refresh(*(Region(0, y, width, 1) for y in rows))

    def _current_lines(self) -> list[Strip]:
        size = super().size
        if not self._drawn or self._drawn_size != size:
            self._drawn_size = self._known_size = size
            self._known_styles = drawing_app(self).pane_styles
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
        """Return the visible part of the lines, which are drawn once after each :meth:`refresh`."""
        return [strip.crop(crop.x, crop.right) for strip in self._current_lines()[crop.y : crop.bottom]]


class Background(LineWidget):
    """A container that paints only its background."""

    def __init__(self, style: str = "base", *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._style = style

    def draw(self, size: Size) -> list[Strip]:
        """Return blank lines."""
        return [Strip.blank(size.width, self.part_style(self._style))] * size.height
