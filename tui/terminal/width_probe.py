"""Asks the terminal how wide it draws “: one cell, or two as many Chinese terminals do.

Some terminals answer late or never, so nobody waits: the question is sent before the imports of the first
screen, and whatever has come when they are done is the answer.
"""

from __future__ import annotations

import os
import sys
import time

from tui.terminal.modes import MODES

PATIENCE = 0.1
#: Where am I, “, where am I; then the cursor goes back and what was drawn is wiped away.
QUESTION = "\x1b7\x1b[6n“\x1b[6n\x1b8\x1b[K".encode()
_ANSWER = rb"\x1b\[(\d{1,5});(\d{1,5})R"


class WidthProbe:
    """The question, and the bytes that came since.

    Attributes:
        is_open: Whether an answer may still come.
        came: The answer, and what a person typed meanwhile.
    """

    def __init__(self) -> None:
        self.is_open = False
        self.came = b""
        self._asked: float | None = None

    def ask(self) -> None:
        """Sends the question once, where standard input and error are a terminal.

        From here on it echoes nothing, and hands on keys as they are typed: Enter is not made a line's end.
        """
        if self._asked is not None or sys.platform == "win32" or not (os.isatty(0) and os.isatty(2)):
            return
        self._asked = time.monotonic()
        MODES.answer_until = self._asked + PATIENCE
        MODES.make_quiet()
        self.is_open = True
        os.write(2, QUESTION)

    def answer(self, patience: float = PATIENCE) -> int | None:
        """The cells “ takes, None where the terminal has not said so within some seconds of the question."""
        import select

        while self.is_open and self._asked is not None:
            left = max(0.0, self._asked + patience - time.monotonic())
            if not select.select([0], [], [], left)[0] or not (data := os.read(0, 4096)):
                break
            self.came += data
            if len(_answers(self.came)) == 2:
                self.finish()
        return self.width

    @property
    def width(self) -> int | None:
        """The cells “ takes, as far as the terminal has said so."""
        places = _answers(self.came)
        if len(places) < 2 or places[0][0] != places[1][0]:
            return None
        width = int(places[1][1]) - int(places[0][1])
        return width if width in (1, 2) else None

    def finish(self) -> None:
        """Take no more answers: who reads from here on drops them."""
        self.is_open = False
        MODES.answer_until = 0.0


def _answers(data: bytes) -> list[tuple[bytes, bytes]]:
    """Find the rows and columns of cursor reports."""
    import re  # takes longer to load than a cached screen to show

    return re.findall(_ANSWER, data)


WIDTH_PROBE = WidthProbe()
