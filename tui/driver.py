"""The terminal driver: Textual's own, with two things mended.

* Bytes go through a decoder that passes over what it cannot read.
* Leaving does not wait for two turns of the input thread's clock (0.1 seconds each): a pipe wakes it.
"""

from __future__ import annotations

import os
import selectors
from contextlib import suppress
from typing import Any

from textual.drivers.linux_driver import LinuxDriver

from tui.key_decoder import KeyDecoder
from tui.probe import PROBE

TICK = 0.1
_CHUNK = 4096


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
        decoder = KeyDecoder(self._debug)
        for event in decoder.feed(PROBE.typed):
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
                    for event in decoder.feed(PROBE.without_late_answers(data)):
                        self.process_message(event)
                for event in decoder.tick():
                    self.process_message(event)
        decoder.close()
