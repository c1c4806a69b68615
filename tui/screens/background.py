"""Do work in a thread, and act on its outcome on the screen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from contextvars import copy_context
from threading import Thread
from typing import TypeVar

from tui.report.errors import as_huiji_error

T = TypeVar("T")


def in_thread(work: Callable[[], T], done: Callable[[T], object], failed: Callable[[str], object]) -> None:
    """Do work in a thread; then call one of two functions in the event loop that runs now.

    Args:
        work: Does it; it must not touch the screen.
        done: Called with what it returns.
        failed: Called with what went wrong, one line.
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

    Thread(target=run, daemon=True).start()
