"""The base of screens, which are laid out and painted no more often than necessary."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual._time import get_time
from textual._types import CallbackType as Callback
from textual.events import ScreenResume
from textual.geometry import Size
from textual.messages import Layout
from textual.reactive import Reactive
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import AwaitMount, Widget

from tui.terminal.textual_compat.styles import clear_style_caches

#: Ticks of the screen's clock a painting is put off at most.
_MAX_WAITS = 2


def screen_strips(screen: Screen[Any]) -> list[Strip]:
    """Return the rows of a screen, one strip each."""
    return screen._compositor.render_strips()


if TYPE_CHECKING:
    _SizedScreen = Screen[Any]
else:
    _SizedScreen = object


class BareScreen(_SizedScreen):
    """A screen without hidden widgets for toasts and tooltips, whose memory is freed when it is closed.

    It is laid out and painted once when it is shown. Textual does so two or three times: for each widget that was added,
    because the size of the screen has become known, and because the screen is shown.
    """

    _is_new = True
    #: How often in a row a painting was put off.
    _waits = 0
    #: Whether the whole screen is painted in the same step as it is laid out, behind that.
    _paints_all = False
    #: When the last layout began, which also serves earlier requests.
    _layout_began = 0.0
    #: Set by the first layout; no reason for another one.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)

    def _extend_compose(self, widgets: list[Widget]) -> None:
        """Add no hidden widgets; set the classes for the size, which Textual does after the first painting."""
        width, height = self.app.size
        steps = (width, self.HORIZONTAL_BREAKPOINTS or ()), (height, self.VERTICAL_BREAKPOINTS or ())
        names = (max(step for step in each if cells >= step[0])[1] for cells, each in steps if each)
        self.add_class(*names, update=False)  # only widgets are concerned, and styled when they are mounted

    def call_next(self, callback: Callback, *arguments: Any, **named: Any) -> None:
        """Call a function next, unless it only asks for a layout of a new screen, which has its first one anyway."""
        if not (self._is_new and isinstance(callback, AwaitMount)):
            super().call_next(callback, *arguments, **named)

    def _on_screen_resume(self, event: ScreenResume) -> None:
        """Do not apply the style sheet to a new screen again: Textual does so when its widgets are registered."""
        event.prevent_default()
        is_first, self._is_new = self._is_new, False
        event.refresh_styles = event.refresh_styles and not is_first
        super()._on_screen_resume(event)
        if is_first and self._layout_began:
            self._repaint_required = False

    def _on_timer_update(self) -> None:
        """Paint after the waiting messages, which may change more, but put painting off only a few times."""
        if self._message_queue.qsize() and self._waits < _MAX_WAITS:
            self._waits += 1
            return
        self._waits = 0
        self._paints_all = self._repaint_required
        super()._on_timer_update()
        self._paints_all = False

    def _compositor_refresh(self) -> None:
        """Leave what a layout changes to the painting of the whole screen right behind it."""
        if not (self._paints_all and self._repaint_required):
            super()._compositor_refresh()

    async def _on_layout(self, message: Layout) -> None:
        """Skip a layout that was made since the request."""
        if message.time < self._layout_began:
            message.stop()
            message.prevent_default()

    def _refresh_layout(self, size: Size | None = None, scroll: bool = False) -> None:
        self._layout_required = False
        self._layout_began = get_time()
        super()._refresh_layout(size, scroll)

    def _screen_resized(self, size: Size) -> None:
        """Lay out for another size. The first layout sets the size of the screen, which would ask for the same layout again."""
        if size != self._size:
            super()._screen_resized(size)
        elif self.app.screen is self and not getattr(self.app, "knows_rows", False):
            self.refresh()  # the terminal may show something else

    def on_unmount(self) -> None:
        """Free what Textual caches of the screen's widgets."""
        clear_style_caches()
