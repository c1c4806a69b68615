"""Signals, from before the terminal is first changed until the process ends.

One handler stays installed all the time, so that there is no moment in which a signal leaves the terminal changed.
What it does depends on how far the program is:

* Until the framework runs, a signal to end restores the terminal and ends the process at once; a stop and what
  continues it are obeyed within the handler.
* While the framework runs, the handler does next to nothing. Signal numbers arrive in a pipe in the order in which they
  came; the event loop reads them, and a listener is told. A deadline ends a program that is too busy to listen.
* When the framework has ended, what is to be remembered is still written; the exit status tells of the signal.
"""

from __future__ import annotations

import os
import signal
from contextlib import suppress
from types import FrameType
from typing import Protocol

from tui.terminal_modes import MODES, TerminalModes

ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)
_HANDLED = (*ENDING, signal.SIGTSTP, signal.SIGCONT, signal.SIGWINCH)
#: Seconds in which the program ends after a signal, if need be without keeping what was read since it was last kept.
DEADLINE_S = 1.5
_CHUNK = 4096


class Listener(Protocol):
    """What is told of signals while the framework runs."""

    def end(self, status: int) -> None:
        """Leave with an exit status."""

    def suspend(self) -> None:
        """Give the terminal back for a while."""

    def resume(self) -> None:
        """Take the terminal again, whether it was given back or not."""

    def resize(self) -> None:
        """Take the terminal's size anew."""


class Signals:
    """The handler, and the pipe that wakes the event loop."""

    def __init__(self) -> None:
        self._listener: Listener | None = None
        self._is_leaving = False
        self._wake_read = self._wake_write = -1
        #: The exit status after a signal to end; None without one.
        self.status: int | None = None

    def watch(self) -> None:
        """Install the handler, before the terminal is changed; once."""
        if self._wake_read >= 0:
            return
        self._wake_read, self._wake_write = os.pipe()
        for descriptor in (self._wake_read, self._wake_write):
            os.set_blocking(descriptor, False)
        signal.set_wakeup_fd(self._wake_write, warn_on_full_buffer=False)
        for number in _HANDLED:
            signal.signal(number, self._handle)
        os.register_at_fork(after_in_child=self._forget)

    def fileno(self) -> int:
        """Return the descriptor that is readable when a signal has come."""
        return self._wake_read

    def listen(self, listener: Listener) -> None:
        """Tell a listener of signals; somebody has :meth:`read` called when :meth:`fileno` is readable."""
        self._listener = listener

    def leave(self) -> None:
        """The framework has ended; from here on signals to end are only noted."""
        self._listener, self._is_leaving = None, True

    def read(self) -> None:
        """Obey the signals that have come, in their order: a stop that was continued meanwhile is none."""
        stops, continues = self._obey(is_stopping=False)
        if stops:
            self._side.suspend()
            stops, _ = self._obey(is_stopping=True)
            if stops:
                os.kill(os.getpid(), signal.SIGSTOP)
                self._obey(is_stopping=False)  # the signal that has continued it
        if stops or continues:
            self._side.resume()

    def _obey(self, is_stopping: bool) -> tuple[bool, bool]:
        """Take the signals that have come; return whether the process is to stop, and whether it was continued."""
        stops, continues = is_stopping, is_stopping
        for number in self._numbers():
            if number in ENDING:
                self._end(number)
            elif number == signal.SIGWINCH:
                if self._listener is not None:
                    self._listener.resize()
            elif number in (signal.SIGTSTP, signal.SIGCONT):
                stops = number == signal.SIGTSTP
                continues = True
        return stops and self.status is None, continues

    @property
    def _side(self) -> Listener | TerminalModes:
        return self._listener or MODES

    def _numbers(self) -> list[int]:
        numbers: list[int] = []
        with suppress(OSError):
            while data := os.read(self._wake_read, _CHUNK):
                numbers += data
        return numbers

    def _handle(self, number: int, _: FrameType | None) -> None:
        if self._listener is None:
            # The wake-up pipe overflows after thousands of signals; this one counts all the same.
            if number in ENDING:
                self._end(number)
            self.read()
        elif number in ENDING:
            self._set_deadline(number)

    def _end(self, number: int) -> None:
        if self._listener is None and not self._is_leaving:
            # An exception instead, in the middle of an import, may come out as another one.
            MODES.restore()
            os._exit(128 + number)
        self._set_deadline(number)
        if self._listener is not None:
            self._listener.end(128 + number)

    def _set_deadline(self, number: int) -> None:
        if self.status is None:
            self.status = 128 + number
            signal.signal(signal.SIGALRM, self._give_up)
            signal.setitimer(signal.ITIMER_REAL, DEADLINE_S)

    def _give_up(self, *_: object) -> None:
        # A terminal that takes nothing must not keep the process.
        with suppress(OSError):
            os.set_blocking(2, False)
        MODES.restore()
        with suppress(OSError):
            os.set_blocking(2, True)
        os._exit(self.status or 0)

    def _forget(self) -> None:
        """Leave the terminal and the pipe to the parent, in a child process."""
        MODES.forget()
        for number in (*_HANDLED, signal.SIGALRM):
            if signal.getsignal(number) in (self._handle, self._give_up):
                signal.signal(number, signal.SIG_DFL)
        signal.set_wakeup_fd(-1)


SIGNALS = Signals()
