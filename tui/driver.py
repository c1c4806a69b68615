"""The terminal driver: Textual's own, with three things mended.

* Bytes go through a decoder that passes over what it cannot read.
* Where the terminal is gone, the program leaves; the original reads on, or waits for ever to write.
* Leaving does not wait for two turns of the input thread's clock (0.1 seconds each): a pipe wakes it.
"""

from __future__ import annotations

import os
import selectors
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import IO, Any

from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from tui.first_frame import FIRST_FRAME
from tui.key_decoder import KeyDecoder
from tui.probe import PROBE

#: Seconds between two looks at what is complete because time has passed.
TICK = 0.1
#: The exit status when the terminal is gone, as after SIGHUP.
HUNG_UP = 129
_CHUNK = 4096
_OTHER_SCREEN = "\x1b[?1049h"


class _TerminalFile:
    """The terminal as a file that takes all that is written, also when it is gone."""

    def __init__(self, file: IO[str], gone: Callable[[], object]) -> None:
        self._file = file
        self._gone = gone

    def write(self, text: str) -> None:
        self._try(lambda: self._file.write(text))

    def flush(self) -> None:
        self._try(self._file.flush)

    def fileno(self) -> int:
        return self._file.fileno()

    def isatty(self) -> bool:
        return self._file.isatty()

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except OSError:
            self._gone()


class TerminalDriver(LinuxDriver):
    """Reads keys and mouse reports from the terminal in a thread of its own."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._is_on = False
        self._read: list[Message] = []
        self._wake_read = self._wake_write = -1
        self._file: Any = _TerminalFile(self._file, self._leave)

    def _leave(self) -> None:
        with suppress(RuntimeError):  # it has left already
            self._loop.call_soon_threadsafe(partial(self._app.exit, return_code=HUNG_UP))

    def send_message(self, message: Message) -> None:
        """Takes a message for the app; it is handed on with all others that were read at once."""
        self._read.append(message)

    def _hand_on(self) -> None:
        """Hands on what was read, in one step: each step waits for the screen's thread to let go."""
        read, self._read = self._read, []
        if read:
            with suppress(RuntimeError):  # it has left already
                self._loop.call_soon_threadsafe(self._post, read)

    def _post(self, messages: list[Message]) -> None:
        for message in messages:
            self._app.post_message(message)

    def start_application_mode(self) -> None:
        """Begins, or goes on after a stop, with a pipe of its own each time.

        A terminal that goes away has its programs continued, too: one that leaves does not begin again, and one that
        was not stopped has its threads only once.
        """
        if self._app._exit:
            return
        if self._is_on:
            self.suspend_application_mode()
        self._is_on = True
        if self._wake_read < 0:
            self._wake_read, self._wake_write = os.pipe()
            os.set_blocking(self._wake_read, False)
        PROBE.finish()
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def write(self, data: str) -> None:
        """Writes to the terminal; the other screen is gone to once, though the first frame may have gone there before."""
        if data != _OTHER_SCREEN or not FIRST_FRAME.hand_over():
            super().write(data)

    def stop_application_mode(self) -> None:
        """Gives the terminal back."""
        self._is_on = False
        super().stop_application_mode()

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
        self._hand_on()
        with selectors.DefaultSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            selector.register(self._wake_read, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                ready = {key.fileobj for key, _ in selector.select(TICK)}
                if self.fileno in ready:
                    data = b""
                    with suppress(OSError):
                        data = os.read(self.fileno, _CHUNK)
                    if not data:
                        selector.unregister(self.fileno)
                        self._leave()
                    for event in decoder.feed(PROBE.without_late_answers(data)):
                        self.process_message(event)
                for event in decoder.tick():
                    self.process_message(event)
                self._hand_on()
        decoder.close()
