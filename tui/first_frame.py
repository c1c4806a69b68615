"""The first screen of the last time, shown at once; the framework comes up behind it and draws the same over it.

It is there in a sixth of the time the framework takes (42 of 250 ms). What is typed meanwhile waits for the framework.
"""

from __future__ import annotations

import os
import shutil

from tui.probe import PROBE
from tui.state.frames import Frame, grounds_for
from tui.terminal_modes import MODES

#: Seconds the terminal is given to say how wide it draws “: most do so within 5 ms, one that is far away is asked again.
PATIENCE = 0.015
_TO_SCREEN = b"\x1b[?1049h\x1b[?25l\x1b[?7l"


class FirstFrame:
    """A screen that is shown before the framework is up.

    Attributes:
        is_shown: Whether the terminal shows it, and nothing has taken over yet.
    """

    def __init__(self) -> None:
        self.is_shown = False
        self._frame: Frame | None = None

    def show(self, report: str | None) -> None:
        """Shows what the framework will, if that is at hand and the terminal is one that draws it so.

        Args:
            report: The report as it is asked for.
        """
        if not (os.isatty(0) and os.isatty(2)):
            return
        grounds = grounds_for(report, shutil.get_terminal_size())
        self._frame = grounds.kept() if grounds is not None else None
        if self._frame is not None:
            PROBE.ask()
            self.show_if_answered(PATIENCE)

    def show_if_answered(self, patience: float = 0) -> None:
        """Shows what is at hand as soon as the terminal has said how it draws, which may be later than others do."""
        frame = self._frame
        if frame is not None and (frame.width is None or frame.width == PROBE.answer(patience)):
            self._frame = None
            self._draw(frame.drawing)

    def _draw(self, drawing: bytes) -> None:
        self.is_shown = True
        MODES.enter_screen(_TO_SCREEN + drawing)

    def hand_over(self) -> bool:
        """Called by what takes the screen over; whether it was shown."""
        was_shown, self.is_shown = self.is_shown, False
        return was_shown


FIRST_FRAME = FirstFrame()
