"""The base of the app: what is painted, how it is left."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from rich.console import RenderableType
from textual._types import CallbackType as Callback
from textual.app import App
from textual.geometry import Offset
from textual.screen import Screen
from textual.widget import AwaitMount, Widget

from tui.terminal.textual_compat.painting import PaintedRows
from tui.terminal.textual_compat.rich_widths import count_by_app
from tui.terminal.textual_compat.screen import BareScreen
from tui.typeset.cells import NARROW, CellWidths


async def _mounted(widgets: Sequence[Widget]) -> None:
    for widget in widgets:
        await widget._mounted_event.wait()


class RowsApp(App[None]):
    """An app that sends a row of the screen only if it differs from what the terminal shows.

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

    def use_current_style_sheet(self, screen: Screen[Any]) -> None:
        """Style a new screen with the style sheet as it is: switching to it would parse the sheet again, twice."""
        screen._css_update_count = self._css_update_count

    def on_resize(self) -> None:
        """Send everything: the terminal shows something else after a resize, and after the program was stopped."""
        self._painted.forget()
        self._pointer = ""

    def call_next(self, callback: Callback, *arguments: Any, **named: Any) -> None:
        """Call a function next. A new screen is waited for, as the next keys may be for it, but not laid out again."""
        if isinstance(callback, AwaitMount) and isinstance(callback._parent, BareScreen):
            callback = partial(_mounted, callback._widgets)
        super().call_next(callback, *arguments, **named)

    def _set_pointer_shape(self, shape: str) -> None:
        """Send the shape of the mouse pointer only if it changes: each new screen sets the default one."""
        if shape != self._pointer:
            self._pointer = shape
            super()._set_pointer_shape(shape)

    def place_of_cursor(self) -> Offset:
        """Return the cell of the screen where the terminal's cursor is left after painting."""
        return self.cursor_position

    @property
    def knows_rows(self) -> bool:
        """Whether any row of the terminal is known."""
        return self._painted.are_known

    @property
    def waiting_messages(self) -> int:
        """The number of messages the app has not handled yet."""
        return self._message_queue.qsize()

    @property
    def crash(self) -> Exception | None:
        """The exception that ended the app, if one did."""
        return self._exception

    async def run_bindings(self, key: str) -> bool:
        """Run the binding of a key, priority bindings first; return whether there is one."""
        return await self._check_bindings(key, priority=True) or await self._check_bindings(key)

    async def settle(self) -> None:
        """Wait for new screens, as Textual does between two messages, where several keys are handled in one."""
        await self._flush_next_callbacks()

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        if self._batch_count or not self.is_running:
            self._painted.forget()
        else:
            renderable = self._painted.changed(renderable)
            if renderable is not None:
                self.cursor_position = self.place_of_cursor()
        super()._display(screen, renderable)

    def _fatal_error(self) -> None:
        """End; the command line prints what went wrong, in one line."""
        self._close_messages_no_wait()

    def _print_error_renderables(self) -> None:
        self._exit_renderables.clear()
