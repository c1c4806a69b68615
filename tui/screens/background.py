"""Do work in a thread, and act on its outcome on the screen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from contextvars import copy_context
from threading import Thread
from time import monotonic
from typing import TypeVar

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


def finish() -> None:
    """Wait for what must not be lost."""
    until = monotonic() + LEAVE_WITHIN_S
    while _kept:
        _kept.pop().join(max(0.0, until - monotonic()))
