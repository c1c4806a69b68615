"""Private names of Textual that this program needs, kept in one place.

A new release of Textual may rename them; ``tests/terminal/test_textual_compat.py`` says which are gone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from rich.color import ColorSystem
from rich.console import COLOR_SYSTEMS, Console, RenderableType
from rich.control import Control
from rich.segment import Segment
from textual._compositor import ChopsUpdate, Compositor, CompositorUpdate, LayoutUpdate
from textual._styles_cache import StylesCache
from textual._time import get_time
from textual._types import CallbackType as Callback
from textual._xterm_parser import FOCUSIN, FOCUSOUT, IS_ITERM, XTermParser
from textual.app import App
from textual.events import ScreenResume
from textual.filter import ANSIToTruecolor
from textual.geometry import Region, Size
from textual.messages import Layout
from textual.reactive import Reactive
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import AwaitMount, Widget
from textual.widgets import Input

from tui.terminal.covered_row import CoveredRow
from tui.terminal.rich_widths import count_by_app
from tui.terminal.sgr import encode
from tui.typeset.cells import NARROW, CellWidths

__all__ = ["FOCUSIN", "FOCUSOUT", "IS_ITERM", "XTermParser"]  # of the parser, for the key decoder

#: What is used of each class, here and by subclasses elsewhere.
PRIVATE_NAMES: dict[type, tuple[str, ...]] = {
    App: (
        "_display",
        "_batch_count",
        "_exception",
        "_message_queue",
        "_check_bindings",
        "_set_pointer_shape",
    ),
    AwaitMount: ("_parent", "_widgets"),
    Widget: ("_mounted_event",),
    Screen: (
        "_compositor",
        "_extend_compose",
        "_layout_required",
        "_message_queue",
        "_on_layout",
        "_on_screen_resume",
        "_on_timer_update",
        "_refresh_layout",
        "_repaint_required",
        "_screen_resized",
        "_size",
    ),
    Compositor: ("_dirty_regions", "render_full_update", "render_strips", "visible_widgets"),
    ChopsUpdate: ("chops", "chop_ends", "spans"),
    StylesCache: ("get_inner_outer",),
    ANSIToTruecolor: ("truecolor_style",),
    Input: ("_suggestion", "_watch_value", "_on_paste"),
    Segment: ("_split_cells",),
}
#: Ticks of the screen's clock a painting is put off at most.
_MAX_WAITS = 2


def clear_style_caches() -> None:
    """Free what Textual keeps of widgets that were removed and of themes that were left.

    These are ``lru_cache`` on methods: up to 1,024 objects that nobody else holds stay alive as keys, a styles cache with
    all lines its widget has drawn.
    """
    StylesCache.get_inner_outer.cache_clear()
    ANSIToTruecolor.truecolor_style.cache_clear()


def screen_strips(screen: Screen[Any]) -> list[Strip]:
    """Return what a screen shows, one strip for each row."""
    return screen._compositor.render_strips()


class RowsCompositor(Compositor):
    """Puts the rows of the whole screen together from the widgets in front: what they cover is not drawn.

    Textual cuts each row of each widget at the edges of all widgets, and then drops what is covered (4 of the 27 ms in
    which a dialog opens).
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


if TYPE_CHECKING:
    _SizedScreen = Screen[Any]
else:
    _SizedScreen = object


class BareScreen(_SizedScreen):
    """A screen without the hidden widgets for toasts and tooltips, which leaves nothing behind when it is closed.

    It is laid out and painted once when it is shown. Textual does so two or three times: for each widget that was added,
    because the screen's size has become known, and because the screen is shown.
    """

    _is_new = True
    #: How often it has put off a painting.
    _waits = 0
    #: When the last layout began: what asked for one before has it.
    _layout_began = 0.0
    #: The first layout tells it, and is no reason for another.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._compositor = RowsCompositor()

    def _extend_compose(self, widgets: list[Widget]) -> None:
        """Add nothing to what the screen is composed of."""

    def call_next(self, callback: Callback, *arguments: Any, **named: Any) -> None:
        """Have something run next; what only asks for a layout of a screen that will have its first is left out."""
        if not (self._is_new and isinstance(callback, AwaitMount)):
            super().call_next(callback, *arguments, **named)

    def _on_screen_resume(self, event: ScreenResume) -> None:
        """Apply the style sheet to a new screen once: Textual has done so when its widgets were registered."""
        event.prevent_default()
        is_first, self._is_new = self._is_new, False
        event.refresh_styles = event.refresh_styles and not is_first
        super()._on_screen_resume(event)
        if is_first and self._layout_began:
            self._repaint_required = False

    def _on_timer_update(self) -> None:
        """Paint behind the messages that wait, which may change more; those that keep coming are not waited for."""
        if self._message_queue.qsize() and self._waits < _MAX_WAITS:
            self._waits += 1
            return
        self._waits = 0
        super()._on_timer_update()

    async def _on_layout(self, message: Layout) -> None:
        """Leave out a layout that has been made since it was asked for."""
        if message.time < self._layout_began:
            message.stop()
            message.prevent_default()

    def _refresh_layout(self, size: Size | None = None, scroll: bool = False) -> None:
        self._layout_required = False
        self._layout_began = get_time()
        super()._refresh_layout(size, scroll)

    def _screen_resized(self, size: Size) -> None:
        """Lay out for another size; the first layout tells the screen its size, which asks for the same layout again."""
        if size != self._size:
            super()._screen_resized(size)
        elif self.app.screen is self and not getattr(self.app, "knows_rows", False):
            self.refresh()  # the terminal may show something else

    def on_unmount(self) -> None:
        """Free what Textual keeps of the screen's widgets."""
        clear_style_caches()


class _PiecesUpdate(CompositorUpdate):
    """An update in which a colour is sent where it changes."""

    def _pieces(self) -> Iterator[Segment]:
        """Return the pieces of rows, and where they are."""
        raise NotImplementedError

    def render_segments(self, console: Console) -> str:
        """Return what the terminal is sent."""
        system = COLOR_SYSTEMS[console.color_system] if console.color_system else ColorSystem.TRUECOLOR
        return encode(self._pieces(), system)


class _RowsUpdate(_PiecesUpdate):
    """Some rows of the screen, each drawn from its first cell."""

    def __init__(self, rows: dict[int, list[Strip]]) -> None:
        self._rows = rows

    def _pieces(self) -> Iterator[Segment]:
        for y, strips in self._rows.items():
            yield Control.move_to(0, y).segment
            for strip in strips:
                yield from strip


class _PartsUpdate(_PiecesUpdate):
    """Some parts of rows."""

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
    """The rows the terminal shows, as far as they are known: a repaint of the whole screen sends only the others.

    Textual repaints the screen two or three times when a dialog opens or closes, and three times at the start.
    """

    def __init__(self) -> None:
        self._region = Region()
        self._rows: dict[int, list[Strip]] = {}

    @property
    def are_known(self) -> bool:
        """Whether anything is known of what the terminal shows."""
        return bool(self._rows)

    def forget(self) -> None:
        """Have everything painted again the next time."""
        self._rows = {}

    def changed(self, update: RenderableType | None) -> RenderableType | None:
        """Return the part of an update that the terminal does not show yet; None where it shows everything."""
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


async def _mounted(widgets: Sequence[Widget]) -> None:
    for widget in widgets:
        await widget._mounted_event.wait()


class RowsApp(App[None]):
    """An app that sends a row of the screen only when it differs from what the terminal shows.

    Attributes:
        cell_widths: The widths of characters on its terminal.
    """

    cell_widths = NARROW

    def __init__(self, *arguments: Any, **named: Any) -> None:
        self._painted = PaintedRows()
        self._pointer = ""
        super().__init__(*arguments, **named)

    def use_ambiguous_width(self, width: int) -> None:
        """Set in how many cells the terminal draws ambiguous characters; call it before the app runs."""
        self.cell_widths = CellWidths(width)
        if width == 2:
            count_by_app()

    def on_resize(self) -> None:
        """Paint everything again: the terminal shows something else after a resize, and after the program was stopped."""
        self._painted.forget()
        self._pointer = ""

    def call_next(self, callback: Callback, *arguments: Any, **named: Any) -> None:
        """Have something run next. A new screen is waited for, as keys may follow that are for it, but not laid out again."""
        if isinstance(callback, AwaitMount) and isinstance(callback._parent, BareScreen):
            callback = partial(_mounted, callback._widgets)
        super().call_next(callback, *arguments, **named)

    def _set_pointer_shape(self, shape: str) -> None:
        """Tell the terminal the shape of the mouse pointer when it is another: each new screen asks for the usual one."""
        if shape != self._pointer:
            self._pointer = shape
            super()._set_pointer_shape(shape)

    @property
    def knows_rows(self) -> bool:
        """Whether anything is known of what the terminal shows."""
        return self._painted.are_known

    @property
    def waiting_messages(self) -> int:
        """How many messages the app has not come to yet."""
        return self._message_queue.qsize()

    @property
    def crash(self) -> Exception | None:
        """What made the app end, if it was not asked to."""
        return self._exception

    async def run_bindings(self, key: str) -> bool:
        """Run what a key is bound to, priority bindings first; return whether there was anything."""
        return await self._check_bindings(key, priority=True) or await self._check_bindings(key)

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        if self._batch_count or not self.is_running:
            self._painted.forget()
        else:
            renderable = self._painted.changed(renderable)
        super()._display(screen, renderable)
