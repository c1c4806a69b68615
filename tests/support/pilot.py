"""Drive the app without a terminal."""

from __future__ import annotations

import asyncio
import time
import unicodedata
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import textual.screen
from textual import events
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.keys import REPLACED_KEYS, _character_to_key, _get_unicode_name_from_key
from textual.pilot import Pilot

from tests.support.samples import huiji
from tui.app import HuijiApp
from tui.keys import counts
from tui.library.library import Library
from tui.library.prepared import prepare_report
from tui.library_session import LibrarySession
from tui.report.model import Report
from tui.screens.library import LibraryScreen
from tui.screens.main import MainScreen
from tui.screens.panes import Panes
from tui.screens.table import TableScreen
from tui.search.places import find_span
from tui.session import Session
from tui.state.config import Config
from tui.state.store import ReportStore
from tui.view_session import ViewSession

#: Timers due within this time are waited for; a screen that is still not idle after the longer time fails the test.
SOON_S, TIMEOUT_S = 0.03, 60.0

# No test depends on the time between two frames.
setattr(textual.screen, "UPDATE_PERIOD", 0.001)  # noqa: B010 - a Final one is not assigned otherwise

# Nor on that between two keys: digits are no counts, unless a test asks for counts.
counts.WITHIN_S = -1.0

_parse_rules = Stylesheet._parse_rules
_parsed: dict[tuple[object, ...], list[RuleSet]] = {}


def _parse_rules_once(self: Stylesheet, css: str, **place: Any) -> list[RuleSet]:
    """Parse the rules of a widget or the app once for all apps; one stylesheet keeps them already."""
    key = (css, *place.values(), *sorted(self._variables.items()))
    if key not in _parsed:
        _parsed[key] = _parse_rules(self, css, **place)
    return _parsed[key]


# A sixth of the time it takes to start an app.
setattr(Stylesheet, "_parse_rules", _parse_rules_once)  # noqa: B010 - for mypy

Steps = Callable[["Driven"], Awaitable[None]]


class Driven:
    """A running app with methods that simulate a user."""

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
    def library(self) -> LibraryScreen:
        """The screen of the library, which is shown."""
        screen = self.app.screen_stack[0]
        assert isinstance(screen, LibraryScreen)
        return screen

    @property
    def table(self) -> TableScreen:
        """The screen of a table across reports, which is shown."""
        screen = self.app.screen_stack[0]
        assert isinstance(screen, TableScreen)
        return screen

    @property
    def panes(self) -> Panes:
        """The panes of the main screen."""
        return self.main.panes

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
        """Press keys by their names; Chinese text is pressed character by character."""
        for key in keys:
            for event in [_key(key)] if key.isascii() else [_key(character) for character in key]:
                self.app.post_message(event)
            await self._until_quiet()
        await self.settle()

    async def click(
        self, selector: str | None, offset: tuple[int, int], times: int = 1, button: int = 1
    ) -> None:
        """Click a cell of a pane, or of the screen, once or several times in a row, with a mouse button."""
        await self._pilot.click(selector, offset=offset, times=times, button=button)
        await self.settle()

    async def press_mouse(self, selector: str, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Press the mouse button on one cell of a pane, and move on to another one."""
        await self._pilot.mouse_down(selector, offset=start)
        await self._pilot.hover(selector, offset=end)

    async def release_mouse(self, selector: str, offset: tuple[int, int]) -> None:
        """Release the mouse button on a cell of a pane."""
        await self._pilot.mouse_up(selector, offset=offset)
        await self.settle()

    async def drag(self, selector: str, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Press the mouse button on one cell of a pane and release it on another."""
        await self.press_mouse(selector, start, end)
        await self.release_mouse(selector, end)

    async def resize(self, columns: int, rows: int) -> None:
        """Change the size of the terminal."""
        await self._pilot.resize_terminal(columns, rows)
        await self.settle()

    async def settle(self) -> None:
        """Wait until every change is on the screen."""
        for _ in range(2):
            await self._until_quiet()
            self.app.screen._on_timer_update()

    async def _until_quiet(self) -> None:
        """Wait until no task can run, no thread works, and no timer is due.

        Textual's own pause sleeps until the process uses little CPU: at least 20 ms, five times the cost of a
        key, and longer on a busy machine.
        """
        loop: Any = asyncio.get_running_loop()
        end = time.monotonic() + TIMEOUT_S
        while time.monotonic() < end:
            await asyncio.sleep(0)
            if loop._ready:
                continue
            rings = min((handle.when() for handle in loop._scheduled if not handle.cancelled()), default=end)
            if rings > loop.time() + SOON_S and not any(worker.is_running for worker in self.app.workers):
                return
            await asyncio.sleep(0.002)
        raise AssertionError(f"the screen did not become idle\n{self.text}")


def _key(name: str) -> events.Key:
    """Return the event for a key name or character, as the terminal driver creates it."""
    if len(name) == 1 and not (name.isascii() and name.isalnum()):
        return events.Key(_character_to_key(name), name)
    try:
        character: str | None = unicodedata.lookup(_get_unicode_name_from_key(REPLACED_KEYS.get(name, name)))
    except KeyError:
        character = name if len(name) == 1 else None
    return events.Key(name, character)


def drive(
    steps: Steps,
    *,
    size: tuple[int, int] = (120, 35),
    report: Report | None = None,
    at: str | None = None,
    find: str | None = None,
    theme: str | None = None,
    report_store: ReportStore | None = None,
    config: Config | None = None,
) -> None:
    """Run the app at a size in columns and rows and perform some steps in it."""

    prepared = prepare_report(report or huiji())
    offset = find_span(prepared.outline, at)[0] if at is not None else None
    session = Session(prepared, offset, find, report_store or ReportStore(None, ""), config or Config())
    drive_session(steps, session, size=size, theme=theme)


def drive_session(
    steps: Steps,
    session: Session | ViewSession,
    *,
    size: tuple[int, int] = (120, 35),
    theme: str | None = None,
) -> None:
    """Run the app on a session at a size in columns and rows and perform some steps in it."""

    async def run() -> None:
        app = HuijiApp(session)
        if theme is not None:
            app.theme = theme
        async with app.run_test(size=size) as pilot:
            driven = Driven(app, pilot)
            await driven.settle()
            await steps(driven)

    asyncio.run(run())


def drive_library(
    steps: Steps,
    library: Path,
    *,
    size: tuple[int, int] = (120, 35),
    find: str | None = None,
    report_store: ReportStore | None = None,
) -> None:
    """Run the app on a library at a size in columns and rows and perform some steps in it."""

    async def run() -> None:
        opened = Library(library)
        kept = report_store or ReportStore(None, "")
        session = LibrarySession(opened, opened.places(), kept, find=find)
        app = HuijiApp(session)
        try:
            async with app.run_test(size=size) as pilot:
                driven = Driven(app, pilot)
                await driven.settle()
                await steps(driven)
        finally:
            app.finish_work()

    asyncio.run(run())


def drive_view(steps: Steps, session: ViewSession, *, size: tuple[int, int] = (120, 35)) -> None:
    """Run the app on a table across reports at a size in columns and rows and perform some steps in it."""
    drive_session(steps, session, size=size)


async def until(app: Driven, holds: Callable[[], object]) -> None:
    """Wait until something holds that a thread brings about."""
    end = time.monotonic() + TIMEOUT_S
    while not holds():
        assert time.monotonic() < end, app.text
        await asyncio.sleep(0.01)
        await app.settle()


def app_row(app: Driven, text: str) -> int:
    """Return the first row of the screen that holds a text."""
    return next(at for at, row in enumerate(app.rows) if text in row)
