"""Write to the terminal in a thread of its own: a slow terminal must not hold up keys."""

from __future__ import annotations

import os
import select
from collections.abc import Callable
from queue import Empty, Full, Queue
from threading import Event, Thread

#: Writes that may wait; beyond that the caller waits, too.
MAX_WAITING = 30
#: Seconds between two checks of a terminal that accepts nothing without blocking.
RETRY_S = 1.0
#: Seconds to wait for the thread to begin to write.
HAND_OVER_S = 0.005
#: Writes of one update of the screen: the update, and the marks around it for synchronized output.
_UPDATE = 3


class TerminalWriter:
    """Writes to the terminal; writes to one that is gone are dropped.

    Args:
        descriptor: The descriptor of the terminal.
        gone: Called in the thread, once, when the terminal is gone.
    """

    def __init__(self, descriptor: int, gone: Callable[[], object]) -> None:
        self._descriptor = descriptor
        self._gone = gone
        self._is_gone = False
        self._begun = Event()
        self._queue: Queue[str | Event | None] = Queue(MAX_WAITING)
        # The process does not wait for a terminal that accepts nothing.
        self._thread = Thread(target=self._run, name="terminal-output", daemon=True)

    def start(self) -> None:
        """Start the thread."""
        self._thread.start()

    def write(self, text: str) -> None:
        """Queue a text."""
        if not self._is_gone:
            self._begun.clear()
            self._queue.put(text)

    def hand_over(self) -> None:
        """Let the thread begin to write; it may otherwise wait 5 ms until the caller releases the interpreter lock.

        Return at once if the terminal is too slow for what is queued.
        """
        if self._queue.qsize() <= _UPDATE and not self._is_gone:
            self._begun.wait(HAND_OVER_S)

    def drain(self, timeout_s: float) -> None:
        """Wait until everything is written, at most for some seconds."""
        written = Event()
        try:
            self._queue.put(written, timeout=timeout_s)
        except Full:
            return
        written.wait(timeout_s)

    def stop(self) -> None:
        """Write what is queued, and end the thread."""
        if self._thread.is_alive():
            self._queue.put(None)
            self._thread.join()

    def _run(self) -> None:
        while (item := self._queue.get()) is not None:
            if isinstance(item, Event):
                item.set()
            else:
                following = self._write_all(item)
                if isinstance(following, Event):
                    following.set()
                elif following is False:
                    return

    def _write_all(self, text: str) -> Event | bool:
        """Write a text together with those queued behind it; return what follows them: an event, or False for the end."""
        texts = [text]
        following: str | Event | None = ""
        while isinstance(following, str):
            texts.append(following)
            try:
                following = self._queue.get_nowait()
            except Empty:
                break
        self._begun.set()
        self._send("".join(texts).encode("utf-8", "replace"))
        if isinstance(following, Event):
            return following
        return following is not None

    def _send(self, data: bytes) -> None:
        while data and not self._is_gone:
            try:
                data = data[os.write(self._descriptor, data) :]
            except BlockingIOError:  # another program has made the terminal non-blocking
                select.select([], [self._descriptor], [], RETRY_S)
            except OSError:
                self._is_gone = True
                self._gone()
