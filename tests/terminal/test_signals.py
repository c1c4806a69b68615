"""What becomes of a signal, by how far the program is; nothing stops or ends the process that tests."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from threading import Thread
from types import SimpleNamespace
from typing import Any

import pytest

from tests.support.terminal import PATIENCE
from tui.signals import DEADLINE_S, ENDING, Signals
from tui.terminal_modes import JOB_CONTROL

HANDLED = (*ENDING, signal.SIGWINCH)


class Ended(BaseException):
    """Raised in place of the end of the process."""


class Process:
    """What is done to the process, in order."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.done: list[Any] = []
        self.timers: list[tuple[int, float]] = []
        self.after_fork: list[Callable[[], None]] = []
        kill, set_blocking = os.kill, os.set_blocking
        self.is_gone = False

        def end(status: int) -> None:
            self.done.append(("exit", status))
            raise Ended

        def kill_or_note(pid: int, number: int) -> None:
            if number == signal.SIGSTOP:
                self.done.append("stop" if pid == os.getpid() else pid)
            else:
                kill(pid, number)

        def block(descriptor: int, is_blocking: bool) -> None:
            if descriptor != 2:
                set_blocking(descriptor, is_blocking)
                return
            self.done.append(("blocking", is_blocking))
            if self.is_gone:
                raise OSError

        monkeypatch.setattr(os, "_exit", end)
        monkeypatch.setattr(os, "kill", kill_or_note)
        monkeypatch.setattr(os, "set_blocking", block)
        monkeypatch.setattr(
            os, "register_at_fork", lambda *, after_in_child: self.after_fork.append(after_in_child)
        )
        monkeypatch.setattr(
            "tui.signals.signal.setitimer", lambda which, seconds: self.timers.append((which, seconds))
        )
        monkeypatch.setattr("tui.signals.MODES.restore", lambda: self.done.append("restore"))
        monkeypatch.setattr("tui.signals.MODES.forget", lambda: self.done.append("forget"))


@pytest.fixture
def process(monkeypatch: pytest.MonkeyPatch) -> Iterator[Process]:
    handlers = {number: signal.getsignal(number) for number in (*HANDLED, signal.SIGALRM)}
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, JOB_CONTROL)
    yield Process(monkeypatch)
    monkeypatch.undo()
    signal.set_wakeup_fd(-1)
    for number, handler in handlers.items():
        signal.signal(number, handler)
    signal.pthread_sigmask(signal.SIG_SETMASK, mask)


@pytest.fixture
def signals(process: Process) -> Iterator[Signals]:
    watched = Signals()
    watched.watch()
    yield watched
    os.close(watched._wake_read)
    os.close(watched._wake_write)


class Loop:
    """An event loop in a thread, and a listener that notes what it is told; ``act`` is done then."""

    def __init__(self, signals: Signals, process: Process) -> None:
        self.signals, self.process = signals, process
        self.act: dict[str, Callable[[], None]] = {}
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
        assert self.signals._job_thread is not None
        self.job = self.signals._job_thread
        return self

    def __exit__(self, *_: object) -> None:
        self.signals.leave()
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(PATIENCE)
        self.loop.close()
        assert not self.thread.is_alive()

    def note(self, what: Any) -> None:
        self.process.done.append(what)
        self.threads.add(threading.get_ident())
        self.act.pop(what if isinstance(what, str) else "end", lambda: None)()

    def send(self, number: int) -> None:
        """Send a signal to the thread that obeys the shell: to the process, another thread might take it."""
        signal.pthread_kill(self.job.ident or 0, number)

    def wait_for(self, *wanted: Any) -> None:
        end = time.monotonic() + PATIENCE
        while self.process.done != [*wanted] and time.monotonic() < end:
            time.sleep(0.001)
        assert self.process.done == [*wanted]


@pytest.mark.parametrize("number", ENDING)
def test_until_the_framework_runs_a_signal_ends_the_process_at_once(
    number: signal.Signals, signals: Signals, process: Process
) -> None:
    with pytest.raises(Ended):
        signal.raise_signal(number)
    assert process.done == ["restore", ("exit", 128 + number)]
    signal.raise_signal(signal.SIGWINCH)
    assert len(process.done) == 2


def test_the_signals_to_end_are_those_of_a_terminal_and_of_an_administrator() -> None:
    assert set(ENDING) == {signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT}


def test_watching_twice_is_watching_once(signals: Signals, process: Process) -> None:
    ends = signals._wake_read, signals._wake_write
    signals.watch()
    assert (signals._wake_read, signals._wake_write) == ends and len(process.after_fork) == 1
    assert not any(os.get_blocking(end) for end in ends)


def test_a_pipe_that_is_full_of_signals_is_no_matter(
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
def test_while_the_framework_runs_the_listener_leaves_before_a_deadline(
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


def test_the_deadline_leaves_time_to_keep_things_and_is_soon() -> None:
    assert 1 <= DEADLINE_S <= 3


@pytest.mark.parametrize("is_gone", [False, True])
def test_at_the_deadline_the_terminal_is_restored_without_waiting(
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


def test_a_new_size_is_told_once_however_many_signals_came(signals: Signals, process: Process) -> None:
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


def test_when_the_framework_has_ended_a_signal_is_noted(signals: Signals, process: Process) -> None:
    with Loop(signals, process) as loop:
        pass
    assert not loop.job.is_alive() and process.done == []
    signal.raise_signal(signal.SIGTERM)
    assert signals.status == 143 and process.timers == [(signal.ITIMER_REAL, DEADLINE_S)]
    signals._read()
    signals._read()  # nothing is there
    signals.leave()


def test_a_program_that_never_listened_can_leave(signals: Signals, process: Process) -> None:
    signals.leave()
    signal.raise_signal(signal.SIGINT)
    assert signals.status == 130


def test_a_stop_is_obeyed_when_the_terminal_was_given_back(signals: Signals, process: Process) -> None:
    with Loop(signals, process) as loop:
        for times in range(1, 4):
            loop.send(signal.SIGTSTP)
            loop.wait_for(*["suspend", "stop", "resume"] * (times - 1), "suspend", "stop")
            loop.send(signal.SIGCONT)
            loop.wait_for(*["suspend", "stop", "resume"] * times)
        assert loop.threads == {loop.thread.ident} and loop.job.daemon


def test_continued_without_a_stop_the_terminal_is_taken_again(signals: Signals, process: Process) -> None:
    with Loop(signals, process) as loop:
        loop.send(signal.SIGCONT)
        loop.wait_for("resume")
        loop.send(signal.SIGCONT)
        loop.wait_for("resume", "resume")


def test_a_stop_that_is_continued_meanwhile_is_none(signals: Signals, process: Process) -> None:
    with Loop(signals, process) as loop:
        loop.act["suspend"] = lambda: loop.send(signal.SIGCONT)
        loop.send(signal.SIGTSTP)
        loop.wait_for("suspend", "resume")


def test_of_two_stops_the_second_is_obeyed(signals: Signals, process: Process) -> None:
    with Loop(signals, process) as loop:
        loop.act["suspend"] = lambda: loop.send(signal.SIGTSTP)
        loop.send(signal.SIGTSTP)
        loop.wait_for("suspend", "suspend", "stop")
        loop.send(signal.SIGCONT)
        loop.wait_for("suspend", "suspend", "stop", "resume")


def test_another_signal_that_waits_does_not_undo_a_stop(signals: Signals, process: Process) -> None:
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1])
    try:
        with Loop(signals, process) as loop:
            loop.send(signal.SIGUSR1)
            loop.send(signal.SIGTSTP)
            loop.wait_for("suspend", "stop")
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)


def test_a_program_that_ends_does_not_stop(signals: Signals, process: Process) -> None:
    with Loop(signals, process) as loop:

        def end() -> None:
            signals.status = 143

        loop.act["suspend"] = end
        loop.send(signal.SIGTSTP)
        loop.wait_for("suspend")
        loop.send(signal.SIGCONT)
        loop.wait_for("suspend", "resume")


@pytest.mark.parametrize("number", [signal.SIGTSTP, signal.SIGCONT])
def test_leaving_does_not_wait_for_a_busy_event_loop(
    number: signal.Signals, signals: Signals, process: Process
) -> None:
    held, is_held = threading.Event(), threading.Event()

    def hold() -> None:
        is_held.set()
        held.wait(PATIENCE)

    with Loop(signals, process) as loop:
        loop.loop.call_soon_threadsafe(hold)
        assert is_held.wait(PATIENCE)
        loop.send(number)
        while signal.sigpending() & JOB_CONTROL:
            pass
        left = Thread(target=signals.leave)
        left.start()
        left.join(PATIENCE / 3)
        assert not left.is_alive() and not loop.job.is_alive() and "stop" not in process.done
        held.set()


def test_where_the_event_loop_has_ended_so_does_the_thread(signals: Signals, process: Process) -> None:
    with Loop(signals, process) as loop:
        signals._loop = asyncio.new_event_loop()
        signals._loop.close()
        loop.send(signal.SIGCONT)
        loop.job.join(PATIENCE / 3)
        assert not loop.job.is_alive() and process.done == []
        signals._loop, signals._job_thread = None, None
        loop.loop.call_soon_threadsafe(loop.loop.remove_reader, signals._wake_read)


def test_a_child_obeys_signals_as_any_program_does(
    signals: Signals, process: Process, monkeypatch: pytest.MonkeyPatch
) -> None:
    signals._set_deadline(143)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    unblocked: list[tuple[int, object]] = []
    monkeypatch.setattr(
        "tui.signals.signal.pthread_sigmask", lambda how, which: unblocked.append((how, which))
    )
    (after_fork,) = process.after_fork
    after_fork()
    assert process.done[-1] == "forget" and unblocked == [(signal.SIG_UNBLOCK, JOB_CONTROL)]
    assert signal.getsignal(signal.SIGHUP) == signal.SIG_IGN
    mine = [*HANDLED, signal.SIGALRM]
    mine.remove(signal.SIGHUP)
    assert {signal.getsignal(number) for number in mine} == {signal.SIG_DFL}
    assert signal.set_wakeup_fd(-1) == -1
