"""A process whose signals can be watched."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from tui.terminal.signals import ENDING

HANDLED = (*ENDING, signal.SIGWINCH, signal.SIGCONT)


class Ended(BaseException):
    """Raised instead of ending the process."""


class Process:
    """The calls that affect the process, in order."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.done: list[Any] = []
        self.timers: list[tuple[int, float]] = []
        self.after_fork: list[Callable[[], None]] = []
        set_blocking = os.set_blocking
        self.is_gone = False

        def end(status: int) -> None:
            self.done.append(("exit", status))
            raise Ended

        def block(descriptor: int, is_blocking: bool) -> None:
            if descriptor != 2:
                set_blocking(descriptor, is_blocking)
                return
            self.done.append(("blocking", is_blocking))
            if self.is_gone:
                raise OSError

        monkeypatch.setattr(os, "_exit", end)
        monkeypatch.setattr(os, "set_blocking", block)
        monkeypatch.setattr(
            os, "register_at_fork", lambda *, after_in_child: self.after_fork.append(after_in_child)
        )
        monkeypatch.setattr(
            "tui.terminal.signals.signal.setitimer",
            lambda which, seconds: self.timers.append((which, seconds)),
        )
        self.modes: Any = SimpleNamespace(
            restore=lambda: self.done.append("restore"), forget=lambda: self.done.append("forget")
        )
