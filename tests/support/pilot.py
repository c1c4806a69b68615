"""Drives the app without a terminal."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from tests.support.samples import huiji
from tui.app import HuijiApp
from tui.report.model import Report
from tui.screens.main import MainScreen
from tui.state.config import Config
from tui.state.memory import Keeper

Steps = Callable[["Driven"], Awaitable[None]]


class Driven:
    """A running app and the hand that drives it."""

    def __init__(self, app: HuijiApp, pilot: Pilot[None]) -> None:
        self.app = app
        self._pilot = pilot

    @property
    def main(self) -> MainScreen:
        """The main screen."""
        screen = self.app.screen_stack[0]
        assert isinstance(screen, MainScreen)
        return screen

    @property
    def rows(self) -> list[str]:
        """The screen, row by row."""
        return [strip.text.rstrip() for strip in self.app.screen._compositor.render_strips()]

    @property
    def text(self) -> str:
        """The screen as one text."""
        return "\n".join(self.rows)

    @property
    def focused(self) -> str:
        """The id of the focused pane."""
        return str(self.app.focused.id) if self.app.focused is not None else ""

    async def press(self, *keys: str) -> None:
        """Presses keys by their names; Chinese text is pressed a character at a time."""
        for key in keys:
            if key.isascii():
                await self._pilot.press(key)
                continue
            for character in key:  # as the terminal's driver gives them; the pilot does not know their names
                self.app.post_message(events.Key(_character_to_key(character), character))
            await self._pilot.pause()
        await self.settle()

    async def click(self, selector: str, offset: tuple[int, int], times: int = 1) -> None:
        """Clicks a cell of a pane, once or more in a row."""
        await self._pilot.click(selector, offset=offset, times=times)
        await self.settle()

    async def drag(self, selector: str, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Presses the mouse on one cell of a pane and lets go on another."""
        await self._pilot.mouse_down(selector, offset=start)
        await self._pilot.hover(selector, offset=end)
        await self._pilot.mouse_up(selector, offset=end)
        await self.settle()

    async def resize(self, columns: int, rows: int) -> None:
        """Changes the size of the terminal."""
        await self._pilot.resize_terminal(columns, rows)
        await self.settle()

    async def settle(self) -> None:
        """Waits until everything asked for is on the screen."""
        await self._pilot.pause()
        await self._pilot.pause()


def drive(
    steps: Steps,
    *,
    size: tuple[int, int] = (120, 35),
    report: Report | None = None,
    at: str | None = None,
    find: str | None = None,
    theme: str | None = None,
    keeper: Keeper | None = None,
    config: Config | None = None,
) -> None:
    """Runs the app at a size, in columns and rows, and takes some steps in it."""

    async def run() -> None:
        app = HuijiApp(report or huiji(), at, find, keeper, config)
        if theme is not None:
            app.theme = theme
        async with app.run_test(size=size) as pilot:
            driven = Driven(app, pilot)
            await driven.settle()
            await steps(driven)

    asyncio.run(run())
