"""Asks the terminal how wide it draws “: one cell, or two as many Chinese terminals do.

Some terminals answer late or never, so the question is sent before the imports of the first screen, and what has
arrived when they are done is the answer.
"""

from __future__ import annotations

import os
import sys
import time

from tui.terminal.modes import TerminalModes

#: Seconds the terminal may take to answer.
TIMEOUT_S = 0.1
#: Asks for the cursor before and after “, then puts the cursor back and erases what was drawn.
QUESTION = "\x1b7\x1b[6n“\x1b[6n\x1b8\x1b[K".encode()
_ANSWER = rb"\x1b\[(\d{1,5});(\d{1,5})R"


class WidthProbe:
    """The question, and the bytes that came since.

    Args:
        modes: The modes of the terminal.

    Attributes:
        is_open: Whether an answer may still come.
        came: The answer, and what a person typed meanwhile.
    """

    def __init__(self, modes: TerminalModes) -> None:
        self._modes = modes
        self.is_open = False
        self.came = b""
        self._asked: float | None = None

    def ask(self) -> None:
        """Send the question once, if standard input and error are a terminal.

        From here on the terminal does not echo, and passes keys on as they are typed: Enter is not made a line feed.
        """
        if self._asked is not None or sys.platform == "win32" or not (os.isatty(0) and os.isatty(2)):
            return
        self._asked = time.monotonic()
        self._modes.answer_until = self._asked + TIMEOUT_S
        self._modes.make_quiet()
        self.is_open = True
        os.write(2, QUESTION)

    def answer(self, timeout_s: float = TIMEOUT_S) -> int | None:
        """Return the cells “ takes; None if the terminal has not answered within some seconds of the question."""
        import select

        while self.is_open and self._asked is not None:
            left = max(0.0, self._asked + timeout_s - time.monotonic())
            if not select.select([0], [], [], left)[0] or not (data := os.read(0, 4096)):
                break
            self.came += data
            if len(_answers(self.came)) == 2:
                self.finish()
        return self.width

    @property
    def width(self) -> int | None:
        """The cells “ takes; None as long as the terminal has not answered."""
        places = _answers(self.came)
        if len(places) < 2 or places[0][0] != places[1][0]:
            return None
        width = int(places[1][1]) - int(places[0][1])
        return width if width in (1, 2) else None

    def finish(self) -> None:
        """Accept no more answers: whoever reads from here on drops them."""
        self.is_open = False
        self._modes.answer_until = 0.0


def _answers(data: bytes) -> list[tuple[bytes, bytes]]:
    """Find the rows and columns of cursor reports."""
    import re  # takes longer to load than a cached screen to show

    return re.findall(_ANSWER, data)
