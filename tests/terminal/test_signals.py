"""How signals are handled in each state of the program, without stopping the process of the tests."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
import time
from threading import Thread
from types import SimpleNamespace
from typing import Any

import pytest

from tests.support.terminal import TIMEOUT_S
from tests.terminal.signal_samples import Ended, Process
from tui.terminal.signals import DEADLINE_S, ENDING, Signals


class Loop:
    """An event loop in a thread, and a listener that records its calls."""

    def __init__(self, signals: Signals, process: Process) -> None:
        self.signals, self.process = signals, process
        self.threads: set[int] = set()
        self.loop = asyncio.new_event_loop()
        self.thread = Thread(target=self.loop.run_forever, daemon=True)

    def __enter__(self) -> Loop:
        listener = SimpleNamespace(
            suspend=lambda: self.note("suspend"), resume=lambda: self.note("resume"),
            resize=lambda: self.note("resize"), end=lambda status: self.note(("end", status)),
        )  # fmt: skip
        self.thread.start()
        self.signals.listen(listener, self.loop)
        return self

    def __exit__(self, *_: object) -> None:
        self.signals.leave()
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(TIMEOUT_S)
        self.loop.close()
        assert not self.thread.is_alive()

    def note(self, what: Any) -> None:
        self.process.done.append(what)
        self.threads.add(threading.get_ident())

    def wait_for(self, *wanted: Any) -> None:
        end = time.monotonic() + TIMEOUT_S
        while self.process.done != [*wanted] and time.monotonic() < end:
            time.sleep(0.001)
        assert self.process.done == [*wanted]


@pytest.mark.parametrize("number", ENDING)
def test_a_signal_before_the_framework_runs_ends_the_process_at_once(
    number: signal.Signals, signals: Signals, process: Process
) -> None:
    with pytest.raises(Ended):
        signal.raise_signal(number)
    assert process.done == ["restore", ("exit", 128 + number)]
    signal.raise_signal(signal.SIGWINCH)
    assert len(process.done) == 2


def test_ending_signals_are_those_of_terminals_and_administrators() -> None:
    assert set(ENDING) == {signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT}


def test_watching_twice_has_no_effect(signals: Signals, process: Process) -> None:
    ends = signals._wake_read, signals._wake_write
    signals.watch()
    assert (signals._wake_read, signals._wake_write) == ends and len(process.after_fork) == 1
    assert not any(os.get_blocking(end) for end in ends)


def test_a_full_pipe_is_ignored(
    signals: Signals, process: Process, capfd: pytest.CaptureFixture[str]
) -> None:
    try:
        while True:
            os.write(signals._wake_write, b"\0" * 4096)
    except BlockingIOError:
        signal.raise_signal(signal.SIGWINCH)
    assert capfd.readouterr().err == ""
    assert signal.set_wakeup_fd(-1) == signals._wake_write


@pytest.mark.parametrize("number", ENDING)
def test_a_running_framework_gets_a_deadline_to_end(
    number: signal.Signals, signals: Signals, process: Process
) -> None:
    with Loop(signals, process) as loop:
        signal.raise_signal(number)
        loop.wait_for(("end", 128 + number))
        assert signals.status == 128 + number
        signal.raise_signal(signal.SIGTERM)
        loop.wait_for(("end", 128 + number), ("end", 128 + signal.SIGTERM))
        assert signals.status == 128 + number and loop.threads == {loop.thread.ident}
    assert process.timers == [(signal.ITIMER_REAL, DEADLINE_S)]


def test_the_deadline_is_short_but_enough_to_write_state() -> None:
    assert 1 <= DEADLINE_S <= 3


@pytest.mark.parametrize("is_gone", [False, True])
def test_at_the_deadline_the_terminal_is_restored_without_blocking(
    is_gone: bool, signals: Signals, process: Process
) -> None:
    with Loop(signals, process) as loop:
        signal.raise_signal(signal.SIGHUP)
        loop.wait_for(("end", 129))
        process.done.clear()
        process.is_gone = is_gone
        with pytest.raises(Ended):
            signal.raise_signal(signal.SIGALRM)
        assert process.done == [("blocking", False), "restore", ("blocking", True), ("exit", 129)]


def test_several_resize_signals_are_one_resize(signals: Signals, process: Process) -> None:
    with Loop(signals, process) as loop:
        held = threading.Event()
        loop.loop.call_soon_threadsafe(held.wait)
        for _ in range(5):
            signal.raise_signal(signal.SIGWINCH)
        held.set()
        loop.wait_for("resize")
        os.write(signals._wake_write, bytes([signal.SIGUSR1]))
        signal.raise_signal(signal.SIGWINCH)
        loop.wait_for("resize", "resize")


def test_a_signal_after_the_framework_sets_the_exit_status(signals: Signals, process: Process) -> None:
    with Loop(signals, process):
        pass
    assert process.done == []
    signal.raise_signal(signal.SIGTERM)
    assert signals.status == 143 and process.timers == [(signal.ITIMER_REAL, DEADLINE_S)]
    signals._read()
    signals._read()  # nothing is there
    signals.leave()


def test_an_ended_event_loop_is_not_woken(signals: Signals, process: Process) -> None:
    loop = asyncio.new_event_loop()
    signals.listen(SimpleNamespace(), loop)
    signals.leave()
    assert not loop.remove_reader(signals._wake_read)
    loop.close()


def test_leave_works_without_listen(signals: Signals, process: Process) -> None:
    signals.leave()
    signal.raise_signal(signal.SIGINT)
    assert signals.status == 130
