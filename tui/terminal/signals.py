"""Handle signals, from before the terminal is first changed until the process ends.

One handler for the signals that end a process stays installed all the time, so that none of them ever leaves the
terminal changed. What it does depends on the state of the program:

* Until the framework runs, it restores the terminal and ends the process at once.
* While the framework runs, it only sets a deadline: the signal's number arrives in a pipe that the event loop reads, and
  a listener ends the app as a key does. The deadline ends a program too busy to read the pipe.
* When the framework has ended, the state is still written; the exit status tells of the signal.

SIGTSTP stays blocked. The event loop checks regularly whether one is pending, restores the terminal, and lets it through.
Code that receives the signal, by a handler or by sigwait, and stops the process later, would stop one that was continued
meanwhile: the system drops a stop on SIGCONT only while it is pending. A handler that sends the stop again would have
the system drop a SIGCONT that another thread has not received yet.

Signal handlers belong to the process, so only one :class:`Signals` of a process may watch at a time.
"""

from __future__ import annotations

import os

from tui.terminal.modes import STOPPING

TYPE_CHECKING = False
if TYPE_CHECKING:
    import signal
    from asyncio import AbstractEventLoop
    from types import FrameType
    from typing import Protocol

    from tui.terminal.modes import TerminalModes

    class Listener(Protocol):
        """Receives signals while the framework runs, in the event loop."""

        def end(self, status: int) -> None:
            """End the app with an exit status."""

        def suspend(self) -> None:
            """Restore the terminal until :meth:`resume`."""

        def resume(self) -> None:
            """Take the terminal again, restored or not; not called once the program is to end."""

        def resize(self) -> None:
            """Read the terminal's size again."""
else:
    import _signal as signal  # the C module of signal, which takes longer to import than a cached screen to show

ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)
_HANDLED = (*ENDING, signal.SIGWINCH, signal.SIGCONT)
#: Those that Ctrl+C and Ctrl+\\ send where they are no keys.
_FROM_KEYS = (signal.SIGINT, signal.SIGQUIT)
#: Seconds in which the program ends after a signal, if necessary without writing the state.
DEADLINE_S = 1.5
#: Seconds between two checks for a stop. Only another process can send one: Ctrl+Z is a key.
_CHECK_EVERY_S = 0.1
_CHUNK = 4096


class Signals:
    """The handler, and the pipe that wakes the event loop.

    Args:
        modes: Restored when a signal ends the process.

    Attributes:
        status: The exit status after a signal to end; None without one.
    """

    def __init__(self, modes: TerminalModes) -> None:
        self._modes = modes
        self._listener: Listener | None = None
        self._loop: AbstractEventLoop | None = None
        self._is_leaving = False
        self._wake_read = self._wake_write = -1
        self.status: int | None = None

    def watch(self) -> None:
        """Install the handler, before the terminal is changed; once."""
        if self._wake_read != -1:
            return
        self._wake_read, self._wake_write = os.pipe()
        for descriptor in (self._wake_read, self._wake_write):
            os.set_blocking(descriptor, False)
        signal.set_wakeup_fd(self._wake_write, warn_on_full_buffer=False)
        for number in _HANDLED:
            signal.signal(number, self._handle)
        os.register_at_fork(after_in_child=self._forget)

    def listen(self, listener: Listener, loop: AbstractEventLoop) -> None:
        """Pass signals to a listener, in an event loop."""
        self._listener, self._loop = listener, loop
        loop.add_reader(self._wake_read, self._read)
        # All threads inherit the mask. It is also set when the modes are first saved, which may not have happened yet.
        signal.pthread_sigmask(signal.SIG_BLOCK, STOPPING)
        loop.call_soon(self._look_for_stop)

    def leave(self) -> None:
        """Stop passing signals on: the framework has ended, and those to end only set the exit status."""
        loop = self._loop
        self._listener, self._loop, self._is_leaving = None, None, True
        if loop is not None:
            loop.remove_reader(self._wake_read)

    def lend(self) -> None:
        """Ignore what the terminal sends to all its programs while another one has it."""
        for number in _FROM_KEYS:
            signal.signal(number, _ignore)
        signal.set_wakeup_fd(-1)

    def take_back(self) -> None:
        """Handle all signals again."""
        signal.set_wakeup_fd(self._wake_write, warn_on_full_buffer=False)
        for number in _FROM_KEYS:
            signal.signal(number, self._handle)
        if self.status is not None and self._listener is not None:
            self._listener.end(self.status)

    # -- signals to end, and the size ---------------------------------------------------------

    def _handle(self, number: int, _: FrameType | None) -> None:
        if number in ENDING:
            if self._listener is None and not self._is_leaving:
                # An exception in the middle of an import may come out as another one.
                self._modes.restore()
                os._exit(128 + number)
            self._set_deadline(128 + number)

    def _read(self) -> set[int]:
        """Pass the signals that have arrived to the listener; return their numbers."""
        try:
            numbers = set(os.read(self._wake_read, _CHUNK))
        except BlockingIOError:
            return set()
        for number in numbers:
            if self._listener is None:
                break
            if number in ENDING:
                self._listener.end(128 + number)
            elif number == signal.SIGWINCH:
                self._listener.resize()
            elif number == signal.SIGCONT and self.status is None:
                self._listener.resume()
        return numbers

    def _set_deadline(self, status: int) -> None:
        if self.status is None:
            self.status = status
            signal.signal(signal.SIGALRM, self._give_up)
            signal.setitimer(signal.ITIMER_REAL, DEADLINE_S)

    def _give_up(self, *_: object) -> None:
        # A terminal that accepts nothing must not block the process.
        _set_blocking(False)
        self._modes.restore()
        _set_blocking(True)
        os._exit(self.status or 0)

    # -- stopping ------------------------------------------------------------------------------

    def _look_for_stop(self) -> None:
        if self._listener is None or self._loop is None:
            return
        self._loop.call_later(_CHECK_EVERY_S, self._look_for_stop)
        if signal.SIGTSTP in signal.sigpending() and self.status is None:
            self._listener.suspend()
            signal.pthread_sigmask(
                signal.SIG_UNBLOCK, STOPPING
            )  # the process stops here, unless it was continued
            signal.pthread_sigmask(signal.SIG_BLOCK, STOPPING)
            if signal.SIGCONT not in self._read() and self.status is None:
                # The system does not stop a process that no shell could continue.
                self._listener.resume()

    # -- children -----------------------------------------------------------------------------

    def _forget(self) -> None:
        """Leave the terminal and the pipe to the parent; called in a child process."""
        self._modes.forget()
        for number in (*_HANDLED, signal.SIGALRM):
            if signal.getsignal(number) in (self._handle, self._give_up):
                signal.signal(number, signal.SIG_DFL)
        signal.set_wakeup_fd(-1)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPPING)


def _ignore(number: int, _: FrameType | None) -> None:
    """Do nothing; unlike ``SIG_IGN`` it is not passed on to programs that are started."""


def _set_blocking(is_blocking: bool) -> None:
    try:  # noqa: SIM105 - contextlib takes long to load
        os.set_blocking(2, is_blocking)
    except OSError:  # the terminal is gone
        pass
