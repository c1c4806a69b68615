"""Do work in a thread, and act on its outcome on the screen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import suppress
from contextvars import copy_context
from threading import Event, Thread
from time import monotonic
from typing import Generic, TypeVar

from tui.report.errors import as_huiji_error

T = TypeVar("T")


#: Threads that are waited for before the program ends.
_kept: list[Thread] = []
#: Seconds they are waited for at most, all together: longer than the library waits for another program that writes.
LEAVE_WITHIN_S = 10.0


def in_thread(
    work: Callable[[], T],
    done: Callable[[T], object],
    failed: Callable[[str], object],
    is_kept: bool = False,
) -> None:
    """Do work in a thread; then call one of two functions in the event loop that runs now.

    Args:
        work: Does it; it must not touch the screen.
        done: Called with what it returns.
        failed: Called with what went wrong, one line.
        is_kept: Whether it is waited for when the user quits, because it writes what the user has decided.
    """
    loop, context = asyncio.get_running_loop(), copy_context()

    def post(act: Callable[..., object], outcome: object) -> None:
        with suppress(RuntimeError):  # the loop has ended: the user has quit
            loop.call_soon_threadsafe(act, outcome, context=context)

    def run() -> None:
        try:
            outcome = work()
        except Exception as error:  # a bug, too, must leave the screen as it is
            post(failed, str(as_huiji_error(error)))
        else:
            post(done, outcome)

    thread = Thread(target=run, daemon=True)
    if is_kept:
        _kept[:] = [*(one for one in _kept if one.is_alive()), thread]
    thread.start()


class _Stopped(Exception):
    """Ends the work of a stream that was stopped."""


class Stream(Generic[T]):
    """Work in a thread that hands over parts of its outcome; what was stopped hands over nothing more.

    Args:
        steps: Yields the parts; called in the thread with a function that raises once the work is stopped, and one that takes the
            progress.
        take: Called in the event loop with each part.
        tell: Called there with the progress.
        ended: Called there at the end, with what went wrong, one line; empty if nothing did.
    """

    def __init__(
        self,
        steps: Callable[[Callable[[], None], Callable[[str], None]], Iterator[T]],
        take: Callable[[T], object],
        tell: Callable[[str], object],
        ended: Callable[[str], object],
    ) -> None:
        self._steps = steps
        self._take, self._tell, self._ended = take, tell, ended
        self._is_stopped = Event()
        self.is_running = False

    def start(self) -> None:
        """Begin to work; outcomes are posted to the event loop that runs now."""
        self.is_running = True
        loop, context = asyncio.get_running_loop(), copy_context()

        def post(act: Callable[..., object], outcome: object) -> None:
            with suppress(RuntimeError):  # the loop has ended: the user has quit
                loop.call_soon_threadsafe(self._act, act, outcome, context=context)

        Thread(target=self._run, args=(post,), daemon=True).start()

    def stop(self) -> None:
        """Stop the work."""
        self._is_stopped.set()
        self.is_running = False

    def _act(self, act: Callable[..., object], outcome: object) -> None:
        if self.is_running:
            act(outcome)

    def _run(self, post: Callable[[Callable[..., object], object], None]) -> None:
        fault = ""
        try:
            for part in self._steps(self._check, lambda work: post(self._tell, work)):
                post(self._take, part)
        except _Stopped:
            return
        except Exception as error:  # a bug, too, must leave the screen as it is
            fault = str(as_huiji_error(error))
        post(self._end, fault)

    def _check(self) -> None:
        if self._is_stopped.is_set():
            raise _Stopped

    def _end(self, fault: str) -> None:
        self.is_running = False
        self._ended(fault)


def finish() -> None:
    """Wait for what must not be lost."""
    until = monotonic() + LEAVE_WITHIN_S
    while _kept:
        _kept.pop().join(max(0.0, until - monotonic()))
