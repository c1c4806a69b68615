"""Draws the first screen of the next start when a report is left: in a process of its own, so that nobody waits for it."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import threading

from tui.app import HuijiApp
from tui.opening import Opening, open_report
from tui.state.frames import Frame, grounds_for

#: Seconds after which the process gives up; it takes 0.1.
_LIMIT = 10
_NICENESS = 10


class _Still(HuijiApp):
    """The app, as far as its first screen; keeps nothing of what is remembered.

    Attributes:
        drawing: What the terminal would be sent.
    """

    drawing = ""

    async def on_ready(self) -> None:
        """Takes the screen when all its panes have been drawn."""
        self.call_after_refresh(self._take)

    def _take(self) -> None:
        update = self.screen._compositor.render_full_update()
        self.drawing = update.render_segments(self.console)
        self.exit()


def draw_next_frame(left: Opening, width: int, answered: bool) -> None:
    """Keeps the first screen of a report for its next start, in the background.

    Args:
        left: The report as it was left.
        width: The cells “ has been drawn in.
        answered: Whether the terminal itself said so. Of one that says nothing no screen is kept: the next start could
            not know that it is the same one.
    """
    if sys.platform == "win32":  # it has no processes of this kind
        return
    is_known = answered or left.config.ambiguous_width is not None
    if not is_known or left.from_input or left.encoding is not None or threading.active_count() > 1:
        return
    size = shutil.get_terminal_size()
    # The program may be all that the terminal was opened for: it goes away when the program has ended.
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    if os.fork():
        return
    try:
        _leave_terminal()
        _draw(left.path, size, width)
    finally:
        os._exit(0)


def _leave_terminal() -> None:
    null = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(null, descriptor)
    os.setsid()
    os.nice(_NICENESS)
    signal.alarm(_LIMIT)


def _draw(path: str | None, size: os.terminal_size, width: int) -> None:
    grounds = grounds_for(path, size)
    if grounds is None or grounds.kept() is not None:
        return
    opening = open_report(path)
    wanted = opening.config.ambiguous_width
    if opening.config.faults or opening.keeper.new_warnings() or wanted not in (None, width):
        return
    app = _Still(opening)
    app.run(headless=True, size=(size.columns, size.lines))
    if app.drawing and grounds_for(path, size) == grounds:
        grounds.keep(Frame(width if wanted is None else None, app.drawing.encode()))
