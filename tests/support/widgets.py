"""Run one widget in a minimal app of its own."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeVar, cast

from rich.style import Style
from textual.app import ComposeResult
from textual.message import Message
from textual.pilot import Pilot
from textual.widget import Widget

from tests.support.pilot import Driven
from tui.app import HuijiApp
from tui.terminal.textual_compat import RowsApp
from tui.themes import THEMES
from tui.widgets.styles import make_styles

W = TypeVar("W", bound=Widget)
M = TypeVar("M", bound=Message)


class WidgetApp(RowsApp):
    """An app with one widget that fills the screen."""

    CSS = "Screen { background: $background; } #widget { width: 100%; height: 100%; display: block; }"
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, make: Callable[[], Widget]) -> None:
        super().__init__()
        self._make = make
        self.register_theme(THEMES[0])
        self.theme = THEMES[0].name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return the colours that widgets name."""
        return dict(THEMES[0].variables)

    @property
    def pane_styles(self) -> Mapping[str, Style]:
        """The styles that widgets draw with."""
        return make_styles(self.theme_variables)

    def compose(self) -> ComposeResult:
        """Yield the widget."""
        yield self._make()


class Shown(Driven):
    """A widget on the screen, with the messages it has posted."""

    def __init__(self, app: WidgetApp, pilot: Pilot[None], messages: list[Message]) -> None:
        super().__init__(cast(HuijiApp, app), pilot)
        self._messages = messages

    def posted(self, kind: type[M]) -> list[M]:
        """Return the messages of a kind the widget has posted, in order."""
        # The hook sees a message once for each widget it bubbles to.
        seen = {id(message): message for message in self._messages}
        return [message for message in seen.values() if isinstance(message, kind)]

    def style_of(self, y: int, text: str) -> Style | None:
        """Return the style of a text in a row."""
        strip = self.app.screen._compositor.render_strips()[y]
        return next(style for shown, style, _ in strip if shown.strip() == text)

    def named(self, *names: str) -> Style:
        """Return the combination of the styles of these names, later ones on top."""
        return sum((self.app.pane_styles[name] for name in names), Style())

    async def wheel(self, down: bool, offset: tuple[int, int]) -> None:
        """Scroll the mouse wheel over a cell."""
        move = self._pilot._post_mouse_events
        from textual import events

        kind: Any = events.MouseScrollDown if down else events.MouseScrollUp
        await move([kind], "#widget", offset=offset, button=0)
        await self.settle()


def show(
    make: Callable[[], W], steps: Callable[[W, Shown], Awaitable[None]], size: tuple[int, int] = (40, 10)
) -> None:
    """Show a widget with the id ``widget`` on a screen of a size in columns and rows, and perform steps with it."""

    async def run() -> None:
        messages: list[Message] = []
        app = WidgetApp(make)
        async with app.run_test(size=size, message_hook=messages.append) as pilot:
            shown = Shown(app, pilot, messages)
            await shown.settle()
            await steps(cast(W, app.query_one("#widget")), shown)

    asyncio.run(run())
