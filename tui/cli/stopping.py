"""Handle signals that end a command: it stops, cleans up, and exits with 128 and the signal's number."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

#: Seconds during which more signals are taken for repeats of the first; later ones end the program at once.
_GRACE_S = 1.0


class Stopped(KeyboardInterrupt):
    """A signal asked the program to end.

    Attributes:
        status: The exit code.
    """

    def __init__(self, number: int) -> None:
        super().__init__()
        self.status = 128 + number


class Stopper:
    """Turns the first signal into an exception.

    The interpreter loses an exception that a signal raises in the middle of some of its own callbacks, so long work
    also calls :meth:`check` now and then.
    """

    def __init__(self) -> None:
        self._number = 0
        self._since = 0.0

    @contextmanager
    def watch(self) -> Iterator[None]:
        """Handle the signals that are not ignored, as they are in the background or under ``nohup``."""
        before = {}
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)  # not every system has all of them
            if number is not None and signal.getsignal(number) not in (signal.SIG_IGN, None):
                before[number] = signal.signal(number, self._stop)
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def check(self) -> None:
        """Stop if a signal has come.

        Raises:
            Stopped: If one has.
        """
        if self._number:
            raise Stopped(self._number)

    def _stop(self, number: int, _: FrameType | None) -> None:
        if not self._number:
            self._number, self._since = number, time.monotonic()
            raise Stopped(number)
        if time.monotonic() - self._since > _GRACE_S:
            os._exit(128 + self._number)
