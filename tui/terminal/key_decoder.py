"""Decode the terminal's bytes to keys, pastes and mouse reports; drop everything else a terminal sends.

Textual's parser takes text: a byte that is not UTF-8 ends the program, a size of no pixels makes the next mouse report
divide by zero, every key after a paste without an end becomes part of it, and unknown replies are typed. Only its tables
are used here: the meaning of a key or a mouse report, once it is known to be one.
"""

from __future__ import annotations

import re
import time
from codecs import getincrementaldecoder
from collections.abc import Iterable, Iterator
from contextlib import suppress

from textual import constants, events, messages
from textual.keys import Keys
from textual.message import Message

from tui.terminal.key_tokens import ESC, Token, Tokenizer
from tui.terminal.textual_compat import FOCUSIN, FOCUSOUT, IS_ITERM, KeyTables

#: Columns and rows of a screen; larger sizes are not believed.
MAX_CELLS = 4096
#: No screen and no code needs more digits.
#: Patterns as text: they are compiled when the terminal says something, not before the first screen.
_NUMBER = r"\d{1,5}"
_MOUSE = rf"\x1b\[<{_NUMBER};{_NUMBER};{_NUMBER}[Mm]"
_MODE = r"\x1b\[\?(2026|2048);(\d)\$y"
_SIZE = rf"\x1b\[48;({_NUMBER})[:\d]*;({_NUMBER})[:\d]*;({_NUMBER})[:\d]*;({_NUMBER})[:\d]*t"
#: A late cursor position; F3 with Ctrl or Shift looks the same on many terminals.
_CURSOR = r"\x1b\[\d+;\d+R"
#: A number longer than any key has.
_HUGE = r"\d{8}"


class KeyParser(KeyTables):
    """Textual's tables; Alt with an arrow is one key here, not Esc followed by the arrow."""

    def keys(self, sequence: str, alt: bool = False) -> list[events.Key]:
        """Return the keys of a character or an escape sequence; none for one that is not a key."""
        with suppress(ValueError):  # a code of the kitty protocol that is not a character
            keys = self.key_events(sequence, alt)
            if len(keys) == 2 and keys[0].key == "escape":
                keys = [events.Key(f"alt+{keys[1].key}", None)]
            return [key for key in keys if key.key != Keys.Ignore and not _is_surrogate(key.character)]
        return []

    def mouse(self, report: str) -> Message | None:
        """Return the event of a mouse report; its unit is cells if the size in pixels is not known."""
        if not self.terminal_size or not self.terminal_pixel_size:
            self.terminal_pixel_size = None
        return self.parse_mouse_code(report)

    def resize(self, rows: int, columns: int, pixel_rows: int, pixel_columns: int) -> Message | None:
        """Return the event of a size report; from then on mouse reports are in pixels."""
        if not (0 < columns <= MAX_CELLS and 0 < rows <= MAX_CELLS):
            return None
        event = events.Resize.from_dimensions((columns, rows), (pixel_columns, pixel_rows))
        self.terminal_size, self.terminal_pixel_size = event.size, event.pixel_size
        self.mouse_pixels = True
        return event


class KeyDecoder:
    """Turns bytes into messages, a chunk at a time.

    Args:
        debug: Whether Textual logs its input.
    """

    def __init__(self, debug: bool = False) -> None:
        self._parser = KeyParser(debug)
        # A byte that is not UTF-8 becomes a surrogate: it is no key, but an old mouse report counts it.
        self._decoder = getincrementaldecoder("utf-8")("surrogateescape")
        self._tokens = Tokenizer(constants.ESCAPE_DELAY)
        self._heard = 0.0

    def feed(self, data: bytes) -> Iterator[Message]:
        """Yield the messages that the bytes complete."""
        text = self._decoder.decode(data)
        if text:
            self._heard = time.monotonic()
            yield from self._messages(self._tokens.feed(text))

    def tick(self) -> Iterator[Message]:
        """Yield the messages that are complete because time has passed."""
        yield from self._messages(self._tokens.expire(time.monotonic() - self._heard))

    def wait_s(self) -> float | None:
        """Return the seconds after which :meth:`tick` has something to do without more input; None for never."""
        wait_s = self._tokens.wait_s()
        return None if wait_s is None else max(0.0, self._heard + wait_s - time.monotonic())

    def _messages(self, tokens: Iterable[Token]) -> Iterator[Message]:
        for token in tokens:
            if token.kind == "paste":
                yield events.Paste(token.text.replace("\0", ""))
            elif token.text[0] != ESC:
                yield from self._parser.keys(token.text)
            elif token.text == ESC:
                yield events.Key("escape", ESC)
            elif len(token.text) == 2 and not token.text.isascii() and not self._parser.keys(token.text):
                # No keyboard has Alt with 黄: it was Esc, then an input method.
                yield events.Key("escape", ESC)
                yield from self._parser.keys(token.text[1])
            elif len(token.text) == 2:
                yield from self._parser.keys(token.text) or self._parser.keys(token.text[1], alt=True)
            else:
                yield from self._sequence(token.text)

    def _sequence(self, sequence: str) -> Iterable[Message]:
        """Return the messages of an escape sequence; none if it is neither a key nor a mouse report."""
        if sequence in (FOCUSIN, FOCUSOUT):
            return [events.AppFocus() if sequence == FOCUSIN else events.AppBlur()]
        last = sequence[-1]
        if last in "Mm" and re.fullmatch(_MOUSE, sequence):
            event = self._parser.mouse(sequence)
            return [] if event is None else [event]
        if last == "t" and (size := re.fullmatch(_SIZE, sequence)):
            event = self._parser.resize(*map(int, size.groups()))
            return [] if event is None else [event]
        if last == "y" and (mode := re.fullmatch(_MODE, sequence)):
            return _mode_reports(mode[1], int(mode[2]))
        if (
            sequence[2] in "<=>?"
            or (last == "R" and re.fullmatch(_CURSOR, sequence))
            or re.search(_HUGE, sequence)
        ):
            return []
        return self._parser.keys(sequence)


def _is_surrogate(character: str | None) -> bool:
    """Return whether a character is a surrogate, which stands for a byte that is not UTF-8."""
    return character is not None and "\ud800" <= character <= "\udfff"


def _mode_reports(mode: str, setting: int) -> list[Message]:
    """Return the messages of a reply about a mode."""
    if mode == "2026":
        return [messages.TerminalSupportsSynchronizedOutput()] if setting else []
    if not constants.SMOOTH_SCROLL or IS_ITERM:
        return []
    return [messages.InBandWindowResize.from_setting_parameter(setting)]
