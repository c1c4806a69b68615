"""The terminal driver: Textual's own, with three things mended.

* Bytes that are no UTF-8 are passed over; in the original any such byte ends the program.
* Alt with an arrow is one key.
* Leaving does not wait for two turns of the input thread's clock (0.1 seconds each): a pipe wakes it.
"""

from __future__ import annotations

import os
import selectors
from codecs import getincrementaldecoder
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from textual import events
from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from tui.probe import PROBE

TICK = 0.1
_CHUNK = 4096


class KeyParser(XTermParser):
    """Textual's parser, but Alt with an arrow is one key, not Esc and then the arrow."""

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        keys = list(super()._sequence_to_key_events(sequence, alt))
        if len(keys) == 2 and keys[0].key == "escape":
            keys = [events.Key(f"alt+{keys[1].key}", None)]
        return keys


class TerminalDriver(LinuxDriver):
    """Reads keys and mouse reports from the terminal in a thread of its own."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._wake_read = self._wake_write = -1

    def start_application_mode(self) -> None:
        """Begins, or goes on after a stop, with a pipe of its own each time."""
        if self._wake_read < 0:
            self._wake_read, self._wake_write = os.pipe()
            os.set_blocking(self._wake_read, False)
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def disable_input(self) -> None:
        """Ends the input thread at once."""
        with suppress(OSError):
            os.write(self._wake_write, b"\0")
        super().disable_input()

    def close(self) -> None:
        """Gives the pipe back."""
        super().close()
        for descriptor in (self._wake_read, self._wake_write):
            with suppress(OSError):
                os.close(descriptor)
        self._wake_read = self._wake_write = -1

    def run_input_thread(self) -> None:
        """Reads until input is disabled, and hands each event on."""
        with suppress(OSError):
            os.read(self._wake_read, _CHUNK)
        parser = KeyParser(self._debug)
        decoder = getincrementaldecoder("utf-8")("ignore")
        for event in parser.feed(decoder.decode(PROBE.typed)) if PROBE.typed else ():
            self.process_message(event)
        with selectors.DefaultSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            selector.register(self._wake_read, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                ready = {key.fileobj for key, _ in selector.select(TICK)}
                if self.fileno in ready:
                    data = os.read(self.fileno, _CHUNK)
                    if not data:
                        selector.unregister(self.fileno)
                    text = decoder.decode(PROBE.without_late_answers(data))
                    for event in parser.feed(text) if text else ():
                        self.process_message(event)
                for event in parser.tick():
                    self.process_message(event)
        with suppress(EOFError, ParseError):
            for _ in parser.feed(""):
                pass
