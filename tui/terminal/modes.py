"""The terminal's modes: saved before they are first changed, and restored however the program ends."""

from __future__ import annotations

import errno
import os
import sys
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    import signal
    from typing import Any
else:
    import _signal as signal  # the C module of signal, which takes longer to import than a cached screen to show

#: Resets every mode the program or Textual may have set; harmless for those that were not.
LEAVE = (
    "\x1b[?2026l\x1b[?2004l\x1b[?7h\x1b[?2048l\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l"
    "\x1b[?1004l\x1b[<u\x1b[?25h\x1b[?1049l"
)
#: The signal with which a shell stops a program; Windows has none.
STOPPING = {signal.SIGTSTP} if hasattr(signal, "SIGTSTP") else set()
#: Seconds to wait for a terminal that accepts nothing when the program gives up.
_SLOW_S = 0.2
_INPUT, _OUTPUT = 0, 2
_IFLAG, _LFLAG, _CC = 0, 3, 6


class TerminalModes:
    """The modes of the terminal on standard input and error: as they were found, and as they are wanted."""

    def __init__(self) -> None:
        self._found: list[Any] | None = None
        self._wanted: list[Any] | None = None
        #: Switches to the alternate screen; None outside of it.
        self._screen: bytes | None = None
        self._is_suspended = False
        #: Time on the monotonic clock until which an answer of the terminal may arrive that nobody has read.
        self.answer_until = 0.0

    def make_quiet(self) -> None:
        """Turn echo off, and pass keys on as they are typed: Enter is not made a line feed."""
        if found := self._save():
            import termios

            found[_IFLAG] &= ~(termios.ICRNL | termios.INLCR | termios.IGNCR | termios.IXON | termios.IXOFF)
            found[_LFLAG] &= ~(termios.ECHO | termios.ICANON)
            found[_CC][termios.VMIN] = 1
            self._want(found)

    def make_raw(self) -> None:
        """Do as :meth:`make_quiet`, and make Ctrl+C, Ctrl+Z and Ctrl+\\ keys."""
        self.make_quiet()
        if self._wanted is not None:
            import termios

            signals = 0 if os.environ.get("TEXTUAL_ALLOW_SIGNALS") else termios.ISIG
            self._wanted[_LFLAG] &= ~(termios.IEXTEN | signals)
            self._want(self._wanted)

    def enter_screen(self, drawing: bytes, again: bytes | None = None) -> None:
        """Switch to the alternate screen.

        Args:
            drawing: The bytes to send.
            again: The bytes :meth:`resume` sends; None for the same.
        """
        self._screen = drawing if again is None else again
        _write(drawing)

    def suspend(self) -> None:
        """Restore the terminal as it was found, until :meth:`resume`."""
        if self._is_suspended:
            return
        if self._screen is not None:
            _write(LEAVE.encode())
        if self._wanted is not None and not _is_in_background():
            self._set(self._found)
        # Not before: a signal may interrupt a write to a terminal that accepts nothing, and restore the modes instead.
        self._is_suspended = True

    def resume(self) -> None:
        """Set the modes and switch to the screen again; a process in the background stops here until it is continued."""
        self._is_suspended = False
        self._set(self._wanted)
        if self._screen is not None:
            _write(self._screen)

    def restore(self) -> None:
        """Restore the terminal for good; may be called at any time, and repeatedly."""
        if self._wanted is not None and not self._is_suspended and not _is_in_background():
            self._discard_input()
        self.suspend()
        self._wanted = self._screen = None
        self._is_suspended = False

    def forget(self) -> None:
        """Leave the terminal to the parent, in a child process."""
        self._found = self._wanted = self._screen = None

    def _discard_input(self) -> None:
        """Drop unread input: an answer of the terminal would appear in the command line of the shell."""
        import select
        import termios

        wait_s = max(0.0, self.answer_until - time.monotonic())
        try:
            select.select([_INPUT], [], [], wait_s)
            termios.tcflush(_INPUT, termios.TCIFLUSH)
        except (OSError, termios.error):
            pass

    def _save(self) -> list[Any] | None:
        """Save the modes on the first call; return a copy of those that were found."""
        if sys.platform == "win32":
            return None
        import termios

        if self._found is None:
            # From here on stops wait for code that restores the terminal before it lets them through.
            signal.pthread_sigmask(signal.SIG_BLOCK, STOPPING)
            try:  # noqa: SIM105 - contextlib takes long to load
                self._found = termios.tcgetattr(_INPUT)
            except termios.error:
                pass
        return self._found and [*self._found[:_CC], [*self._found[_CC]]]

    def _want(self, modes: list[Any]) -> None:
        self._wanted = modes
        self._set(modes)

    def _set(self, modes: list[Any] | None) -> None:
        if modes is None:
            return
        import termios

        while True:
            try:
                termios.tcsetattr(_INPUT, termios.TCSANOW, modes)
            except termios.error as error:
                # The process was in the background, so it was stopped here, and then continued.
                if error.args[0] == errno.EINTR:
                    continue
            return


def _is_in_background() -> bool:
    """Return whether the terminal belongs to another job, as the shell: setting its modes would stop this process."""
    try:
        return os.tcgetpgrp(_INPUT) != os.getpgrp()
    except OSError:
        return False


def _write(data: bytes) -> None:
    try:
        while data:
            try:
                data = data[os.write(_OUTPUT, data) :]
            except BlockingIOError:  # only while giving up
                import select

                if not select.select([], [_OUTPUT], [], _SLOW_S)[1]:
                    return
    except OSError:  # the terminal is gone: reading will tell
        pass
