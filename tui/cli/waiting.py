"""Tell on standard error that a command is still at work when it has said nothing for a second."""

from __future__ import annotations

import os
import signal
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, TextIO, cast

from tui.messages.start import at_work
from tui.typeset.cells import cell_length

#: Seconds of silence before the first word, and between two.
_SILENCE_S = 1.0


class _Heard:
    """A stream that tells when something is written to it.

    Args:
        stream: Where text goes.
        notice: What is told.
    """

    def __init__(self, stream: TextIO, notice: _Notice) -> None:
        self._stream = stream
        self._notice = notice

    def write(self, text: str) -> int:
        """Write text, in place of a notice."""
        self._notice.heard(text)
        return self._stream.write(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


class _Notice:
    """A line on a terminal that is there while nothing else is said.

    It is written when the system's timer rings: a thread would be in the way of worker processes, which are copies.

    Args:
        descriptor: The terminal.
    """

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._began = time.monotonic()
        self._process = os.getpid()
        self._cells = 0
        self._is_over = False

    def ring(self, _: int, __: FrameType | None) -> None:
        """Show how long the command has worked."""
        if not self._is_over:
            text = at_work(int(time.monotonic() - self._began))
            self._cells = cell_length(text)
            self._write(f"\r{text}")

    def heard(self, text: str) -> None:
        """Make room for other text; leave progress that the command shows itself alone, and what worker processes write."""
        if os.getpid() != self._process:
            return
        self.clear()
        self._is_over = self._is_over or text.startswith("\r")
        if not self._is_over:
            signal.setitimer(signal.ITIMER_REAL, _SILENCE_S, _SILENCE_S)

    def clear(self) -> None:
        """Remove the line."""
        if self._cells:
            self._write(f"\r{' ' * self._cells}\r")
            self._cells = 0

    def _write(self, text: str) -> None:
        try:
            os.write(self._descriptor, text.encode())
        except OSError:
            self._is_over = True


@contextmanager
def told_of_waiting() -> Iterator[None]:
    """Show a notice while a command works in silence, if standard error is a terminal that nothing else draws on."""
    if not _is_seen() or not hasattr(signal, "setitimer"):
        yield
        return
    notice = _Notice(sys.stderr.fileno())
    streams = sys.stdout, sys.stderr
    before = signal.signal(signal.SIGALRM, notice.ring)
    signal.setitimer(signal.ITIMER_REAL, _SILENCE_S, _SILENCE_S)
    sys.stdout, sys.stderr = (cast("TextIO", _Heard(stream, notice)) for stream in streams)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        sys.stdout, sys.stderr = streams
        notice.clear()


def _is_seen() -> bool:
    """Tell whether a notice disturbs nobody: what is printed goes to the same terminal or a file, not to a pager."""
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        return False
    try:
        return sys.stdout.isatty() or stat.S_ISREG(os.fstat(sys.stdout.fileno()).st_mode)
    except (OSError, ValueError):
        return False
