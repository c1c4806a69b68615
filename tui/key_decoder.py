"""From the terminal's bytes to keys, pastes and mouse reports; what is none of these is passed over.

Textual's parser takes text: a byte that is no UTF-8 ends the program, a size of no pixels makes the next mouse report
divide by zero, and behind a paste that never ends every key is taken for part of it.
"""

from __future__ import annotations

import time
from codecs import getincrementaldecoder
from collections.abc import Iterable, Iterator
from contextlib import suppress

from textual import events
from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.message import Message

#: Seconds without a byte after which an open paste is taken to be over: its end was lost.
PASTE_PATIENCE = 1.5
#: Cells, of the largest screen that is believed.
LARGEST = 4096
_BEGIN, _END = "\x1b[200~", "\x1b[201~"


class KeyParser(XTermParser):
    """Textual's parser, but Alt with an arrow is one key, not Esc and then the arrow."""

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        keys = list(super()._sequence_to_key_events(sequence, alt))
        if len(keys) == 2 and keys[0].key == "escape":
            keys = [events.Key(f"alt+{keys[1].key}", None)]
        return keys

    def parse_mouse_code(self, code: str) -> Message | None:
        """The event of a mouse report; in cells, where the terminal does not know how many pixels it has."""
        if not (all(self.terminal_size or ()) and all(self.terminal_pixel_size or ())):
            self.terminal_pixel_size = None
        return super().parse_mouse_code(code)


class KeyDecoder:
    """Turns bytes into messages, a chunk at a time.

    Args:
        debug: Whether Textual is to log what it reads.
    """

    def __init__(self, debug: bool = False) -> None:
        self._parser = KeyParser(debug)
        self._decoder = getincrementaldecoder("utf-8")("ignore")
        self._pasting = False
        self._end = ""
        self._heard = 0.0

    def feed(self, data: bytes) -> Iterator[Message]:
        """The messages that some bytes complete."""
        text = self._decoder.decode(data)
        if not text:
            return
        self._heard = time.monotonic()
        seen = self._end + text
        begin, end = seen.rfind(_BEGIN), seen.rfind(_END)
        if max(begin, end) >= 0:
            self._pasting = begin > end
            seen = seen[max(begin, end) + len(_END) :]
        self._end = seen[1 - len(_END) :]
        yield from self._parsed(text)

    def tick(self) -> Iterator[Message]:
        """The messages that are complete because time has passed."""
        yield from filter(_is_believed, self._parser.tick())
        if self._pasting and time.monotonic() > self._heard + PASTE_PATIENCE:
            self._pasting = False
            yield from self._parsed(_END)

    def close(self) -> None:
        """Nothing more comes."""
        with suppress(EOFError, ParseError):
            for _ in self._parser.feed(""):
                pass

    def _parsed(self, text: str) -> Iterator[Message]:
        return filter(_is_believed, self._parser.feed(text))


def _is_believed(message: Message) -> bool:
    return not isinstance(message, events.Resize) or (
        0 < message.size.width <= LARGEST and 0 < message.size.height <= LARGEST
    )
