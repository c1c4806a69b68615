"""The first screen of the last time, shown at once; the framework comes up behind it and draws the same over it.

It is there in a tenth of the time the framework takes, before the command line is read. What is typed meanwhile waits
for the framework. The terminal is asked how wide it draws “, but not waited for: a terminal of which the environment
says the same is taken to draw as it did last time, and where it does not, the framework draws its own screen over it.

What looks for a screen imports nothing that is not loaded anyway: there may be none, and a command is not to wait.
"""

from __future__ import annotations

import os
import sys

from tui.terminal.screen_cache import fingerprint_for

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_TO_SCREEN = b"\x1b[?1049h\x1b[?25l\x1b[?7l"
_UNKNOWN_SIZE = (80, 24)


class FirstScreen:
    """A screen that is shown before the framework is up.

    Attributes:
        is_shown: Whether the terminal shows it, and nothing has taken over yet.
        width: Cells the terminal drew “ in last time; None where no screen was shown.
    """

    def __init__(self) -> None:
        self.is_shown = False
        self.width: int | None = None

    def show_for(self, arguments: Sequence[str]) -> None:
        """Show what the framework will, where the command line names a report only, and its screen is at hand.

        A command is no report, though a file may be called so; all reports' names have a dot or a folder.
        """
        report = arguments[0] if arguments else None
        is_report = report is None or (report[:1] != "-" and ("." in report or os.sep in report))
        if len(arguments) < 2 and is_report and _at_a_terminal():
            self._show(report)

    def _show(self, report: str | None) -> None:
        grounds = fingerprint_for(report, terminal_size())
        frame = grounds.kept() if grounds is not None else None
        if frame is None:
            return
        from tui.terminal.modes import MODES
        from tui.terminal.signals import SIGNALS
        from tui.terminal.width_probe import (
            WIDTH_PROBE,  # asks the terminal, whose answer only the framework waits for
        )

        SIGNALS.watch()  # before anything changes the terminal
        self.width = frame.width
        self.is_shown = True
        WIDTH_PROBE.ask()
        MODES.enter_screen(_TO_SCREEN + frame.drawing)

    def hand_over(self) -> bool:
        """Called by what takes the screen over; whether it was shown."""
        was_shown, self.is_shown = self.is_shown, False
        return was_shown


def terminal_size() -> os.terminal_size:
    """The size as the framework will find it: what :func:`shutil.get_terminal_size` says, without loading it."""
    columns, rows = (_number(os.environ.get(name, "")) for name in ("COLUMNS", "LINES"))
    if columns <= 0 or rows <= 0:
        size = _UNKNOWN_SIZE
        try:
            if sys.__stdout__ is not None:
                size = os.get_terminal_size(sys.__stdout__.fileno())
        except (OSError, ValueError):
            pass
        columns = columns if columns > 0 else size[0] or _UNKNOWN_SIZE[0]
        rows = rows if rows > 0 else size[1] or _UNKNOWN_SIZE[1]
    return os.terminal_size((columns, rows))


def _number(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        return 0


def _at_a_terminal() -> bool:
    return os.environ.get("TERM", "dumb") != "dumb" and all(map(os.isatty, (0, 1, 2)))


FIRST_SCREEN = FirstScreen()
