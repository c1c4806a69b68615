"""A process whose signals can be watched."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest

from tests.terminal.signal_samples import HANDLED, Process
from tui.terminal.modes import STOPPING
from tui.terminal.signals import Signals


@pytest.fixture
def process(monkeypatch: pytest.MonkeyPatch) -> Iterator[Process]:
    handlers = {number: signal.getsignal(number) for number in (*HANDLED, signal.SIGALRM)}
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, STOPPING)
    yield Process(monkeypatch)
    monkeypatch.undo()
    signal.set_wakeup_fd(-1)
    for number, handler in handlers.items():
        signal.signal(number, handler)
    signal.pthread_sigmask(signal.SIG_SETMASK, mask)


@pytest.fixture
def signals(process: Process) -> Iterator[Signals]:
    watched = Signals(process.modes)
    watched.watch()
    yield watched
    os.close(watched._wake_read)
    os.close(watched._wake_write)
