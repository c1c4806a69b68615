"""Draw the first screen of the next start when a report is left, in a process of its own that nobody waits for."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from rich.color import ColorSystem
from rich.console import COLOR_SYSTEMS
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.app import HuijiApp
from tui.session import Session, open_from_library, open_report
from tui.state.paths import library_file
from tui.terminal.first_screen import terminal_size
from tui.terminal.screen_cache import fingerprint_for
from tui.terminal.screen_cells import CachedScreen, Run
from tui.terminal.terminal import Terminal
from tui.terminal.textual_compat import screen_strips

#: Seconds after which the process is ended; it takes 0.1.
_TIMEOUT_S = 10
_NICENESS = 10


class _FirstScreenApp(HuijiApp):
    """The app, which ends after its first screen and writes no state.

    Attributes:
        rows: The rows the terminal would show.
    """

    rows: list[list[Run]] = []

    async def on_ready(self) -> None:
        """Take the rows of the screen when all its panes have been drawn."""
        self.call_after_refresh(self._take)

    def _take(self) -> None:
        system = COLOR_SYSTEMS[self.console.color_system] if self.console.color_system else None
        self.rows = [list(_runs(strip, system)) for strip in screen_strips(self.screen)]
        self.exit()


def _runs(segments: Iterable[Segment], system: ColorSystem | None) -> Iterable[Run]:
    """Yield texts with the parameters of their styles; neighbours of one style are joined."""
    visible = (segment for segment in segments if segment.text)
    for parameters, alike in groupby(visible, lambda segment: style_parameters(segment.style, system)):
        yield parameters, "".join(segment.text for segment in alike)


def style_parameters(style: Style | None, system: ColorSystem | None) -> str:
    """Return the parameters a terminal is sent for a style (``1;38;5;9``)."""
    return Strip.render_ansi(style, system) if style and system is not None else ""


def prerender_screen(left: Session, width: int, terminal: Terminal) -> None:
    """Cache the first screen of a report for its next start, in the background.

    Args:
        left: The session that was left.
        width: The cells “ was drawn in. If that was set for this run only, no screen is cached: the next start takes
            the width of the configuration, of the terminal's answer, or of the cached screen.
        terminal: The terminal.
    """
    if sys.platform == "win32":  # it has no processes of this kind
        return
    is_usual = width == (left.config.ambiguous_width or terminal.ambiguous_width or 1)
    if not is_usual or left.from_input or left.encoding is not None or threading.active_count() > 1:
        return
    size = terminal_size()
    # The program may be all that the terminal was opened for: it goes away when the program has ended.
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    if os.fork():
        return
    try:
        _leave_terminal()
        _draw(left.path, size, width, left.library_report)
    finally:
        os._exit(0)


def _leave_terminal() -> None:
    null = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(null, descriptor)
    os.setsid()
    os.nice(_NICENESS)
    signal.alarm(_TIMEOUT_S)


def _draw(path: str | None, size: os.terminal_size, width: int, number: int | None = None) -> None:
    """Draw the first screen of a report as the next start will show it, unless that is in the cache.

    Args:
        path: The file of the report.
        size: The size of the terminal.
        width: The cells “ is drawn in.
        number: The number of the report in the library, if it was opened from there.
    """
    library = library_file() if number is not None else None
    fingerprint = fingerprint_for(path, size, library)
    if fingerprint is None or ((cached := fingerprint.load()) is not None and cached.width == width):
        return
    if library is not None and number is not None:
        session = open_from_library(Path(library), number)
    else:
        session = open_report(path)
    if session.config.faults or session.report_store.new_warnings():
        return
    app = _FirstScreenApp(session)
    app.use_ambiguous_width(width)
    app.run(headless=True, size=(size.columns, size.lines))
    if app.rows and fingerprint_for(path, size, library) == fingerprint:
        fingerprint.save(CachedScreen(width, app.rows))
