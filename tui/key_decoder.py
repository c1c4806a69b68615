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
from textual.constants import ESCAPE_DELAY
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
        if not self.terminal_size or not self.terminal_pixel_size:
            self.terminal_pixel_size = None
        return super().parse_mouse_code(code)


class KeyDecoder:
    """Turns bytes into messages, a chunk at a time.

    Pastes are taken out before the parser sees them: an escape sequence in one would be taken for keys.

    Args:
        debug: Whether Textual is to log what it reads.
    """

    def __init__(self, debug: bool = False) -> None:
        self._parser = KeyParser(debug)
        self._decoder = getincrementaldecoder("utf-8")("ignore")
        #: What was pasted so far, None outside of a paste.
        self._paste: list[str] | None = None
        #: The end of the last chunk, if a mark may begin there.
        self._held = ""
        self._heard = 0.0

    def feed(self, data: bytes) -> Iterator[Message]:
        """The messages that some bytes complete."""
        text = self._held + self._decoder.decode(data)
        self._held = ""
        if not text:
            return
        self._heard = time.monotonic()
        while text:
            mark = _BEGIN if self._paste is None else _END
            words, found, text = text.partition(mark)
            if not found:
                held = _begun(words, mark)
                words, self._held = words[: len(words) - held], words[len(words) - held :]
            if self._paste is None:
                yield from self._parsed(words)
                self._paste = [] if found else None
            else:
                self._paste.append(words)
                if found:
                    yield self._pasted()

    def tick(self) -> Iterator[Message]:
        """The messages that are complete because time has passed."""
        yield from filter(_is_believed, self._parser.tick())
        silence = time.monotonic() - self._heard
        if self._paste is not None:
            if silence > PASTE_PATIENCE:
                self._held = ""
                yield self._pasted()
        elif self._held and silence > ESCAPE_DELAY:
            held, self._held = self._held, ""
            if held == "\x1b":
                yield events.Key("escape", held)
            else:
                yield from self._parsed(held)

    def close(self) -> None:
        """Nothing more comes."""
        with suppress(EOFError, ParseError):
            for _ in self._parser.feed(""):
                pass

    def _parsed(self, text: str) -> Iterator[Message]:
        return filter(_is_believed, self._parser.feed(text)) if text else iter(())

    def _pasted(self) -> Message:
        words, self._paste = "".join(self._paste or ()), None
        return events.Paste(words.replace("\0", ""))


def _begun(text: str, mark: str) -> int:
    """How many characters at the end of a text may be the beginning of a mark."""
    return next((size for size in range(len(mark) - 1, 0, -1) if text.endswith(mark[:size])), 0)


def _is_believed(message: Message) -> bool:
    return not isinstance(message, events.Resize) or (
        0 < message.size.width <= LARGEST and 0 < message.size.height <= LARGEST
    )
