"""Asks the terminal how wide it draws “: one cell, or two as many Chinese terminals do; and tells all who count cells.

Some terminals answer late or never, so nobody waits: the question is sent before the imports of the first
screen, and whatever has come when they are done is the answer.
"""

from __future__ import annotations

import os
import sys
import time
import unicodedata

from tui.terminal.modes import MODES
from tui.typeset.cells import set_ambiguous_width

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


def use_ambiguous_width(cells: int) -> None:
    """Sets the width of ambiguous characters everywhere, in Rich's tables too: Textual counts with them."""
    set_ambiguous_width(cells)
    if cells == 2:
        _widen_rich()


def _widen_rich() -> None:
    from rich import cells

    ambiguous = {
        chr(code)
        for code in range(0xA1, 0xFFFE)
        if unicodedata.east_asian_width(chr(code)) == "A"
        and unicodedata.category(chr(code)) not in ("Mn", "Co")
    }
    original = cells.get_character_cell_size

    def widened(character: str, *unicode_version: str) -> int:  # Rich takes a version since 14.3
        return 2 if character in ambiguous else original(character, *unicode_version)

    single = cells._SINGLE_CELLS - ambiguous
    for name, value in (
        ("get_character_cell_size", widened),
        ("_is_single_cell_widths", single.issuperset),
    ):
        setattr(cells, name, value)
    cells.cached_cell_len.cache_clear()
