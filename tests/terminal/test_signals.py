"""How signals are handled in each state of the program, without stopping the process of the tests."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from threading import Thread
from types import SimpleNamespace
from typing import Any

import pytest

from tests.support.terminal import TIMEOUT_S
from tui.terminal.modes import STOPPING, TerminalModes
from tui.terminal.signals import _CHECK_EVERY_S, DEADLINE_S, ENDING, Signals

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


class Stoppable:
    """A forked process that listens for signals, and reports each call of its listener by a letter."""

    def __init__(self, act: Callable[[str, Signals], None] = lambda *_: None, is_alone: bool = False) -> None:
        """Fork it.

        Args:
            act: Called in the process before a letter is told.
            is_alone: Whether its parent is in another session.
        """
        self.told, write = os.pipe()
        os.set_blocking(self.told, False)
        self.pid = os.fork()
        if not self.pid:
            try:
                if is_alone:
                    os.setsid()
                else:
                    os.setpgid(0, 0)
                asyncio.run(self._listen(write, act))
            finally:
                os.kill(os.getpid(), signal.SIGKILL)
        os.close(write)
        self.letters = ""

    @staticmethod
    async def _listen(write: int, act: Callable[[str, Signals], None]) -> None:
        signals = Signals(TerminalModes())
        for number in HANDLED:  # pytest's own
            signal.signal(number, signal.SIG_DFL)
        signals.watch()

        def tell(letter: str) -> None:
            act(letter, signals)
            os.write(write, letter.encode())

        signals.listen(
            SimpleNamespace(
                suspend=lambda: tell("s"), resume=lambda: tell("r"),
                resize=lambda: tell("z"), end=lambda status: tell("e"),
            ),
            asyncio.get_running_loop(),
        )  # fmt: skip
        tell("l")
        await asyncio.sleep(TIMEOUT_S * 4)

    def __enter__(self) -> Stoppable:
        end = time.monotonic() + TIMEOUT_S
        while not self.letters and time.monotonic() < end:
            self._hear()
        return self

    def __exit__(self, *_: object) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.told)

    def send(self, number: int) -> Stoppable:
        os.kill(self.pid, number)
        return self

    def wait_for(self, letters: str, state: str = "S") -> Stoppable:
        """Wait until all this was told and the process sleeps, or is in another state."""
        end = time.monotonic() + TIMEOUT_S
        while (self.letters, self.state) != (letters, state) and time.monotonic() < end:
            self._hear()
        assert (self.letters, self.state) == (letters, state)
        return self

    def _hear(self) -> None:
        time.sleep(0.001)
        with suppress(BlockingIOError):
            self.letters += os.read(self.told, 100).decode()

    @property
    def state(self) -> str:
        """What the system says it does: ``S`` it waits, ``T`` it is stopped."""
        return Path(f"/proc/{self.pid}/stat").read_text().rpartition(") ")[2][0]


def test_the_terminal_is_restored_before_a_stop() -> None:
    with Stoppable() as process:
        for times in range(3):
            process.send(signal.SIGTSTP).wait_for("l" + "sr" * times + "s", "T")
            process.send(signal.SIGCONT).wait_for("l" + "sr" * times + "sr")


def test_sigcont_alone_takes_the_terminal_again() -> None:
    with Stoppable() as process:
        process.send(signal.SIGCONT).wait_for("lr")
        process.send(signal.SIGSTOP).wait_for("lr", "T")
        process.send(signal.SIGCONT).wait_for("lrr")


def send_own(number: int) -> None:
    """Send this process a signal that has arrived when this returns."""
    os.kill(os.getpid(), number)


def test_a_stop_continued_during_suspend_is_dropped() -> None:
    def act(letter: str, _: Signals) -> None:
        if letter == "s":
            send_own(signal.SIGCONT)

    with Stoppable(act) as process:
        process.send(signal.SIGTSTP).wait_for("lsr")
        process.send(signal.SIGTSTP).wait_for("lsrsr")


def test_a_stop_continued_before_the_check_is_dropped() -> None:
    def act(letter: str, _: Signals) -> None:
        if letter == "z":
            for number in (signal.SIGTSTP, signal.SIGCONT):
                send_own(number)

    with Stoppable(act) as process:
        process.send(signal.SIGWINCH).wait_for("lzr")


def test_two_continued_stops_are_dropped() -> None:
    def act(letter: str, _: Signals) -> None:
        if letter == "z":
            for number in (signal.SIGCONT, signal.SIGTSTP, signal.SIGCONT):
                send_own(number)

    with Stoppable(act) as process:
        process.send(signal.SIGWINCH).wait_for("lzr")


def test_a_second_stop_after_a_continue_stops() -> None:
    def act(letter: str, _: Signals) -> None:
        if letter == "z":
            for number in (signal.SIGTSTP, signal.SIGCONT, signal.SIGTSTP):
                send_own(number)

    with Stoppable(act) as process:
        process.send(signal.SIGWINCH).wait_for("lzrs", "T")
        process.send(signal.SIGCONT).wait_for("lzrsr")


def test_an_orphaned_process_resumes_at_once() -> None:
    with Stoppable(is_alone=True) as process:
        process.send(signal.SIGTSTP).wait_for("lsr")
        process.send(signal.SIGTSTP).wait_for("lsrsr")


def test_an_ending_program_ignores_stops() -> None:
    def act(letter: str, signals: Signals) -> None:
        if letter == "z":
            signals.status = 143
            send_own(signal.SIGTSTP)
            signals._look_for_stop()

    with Stoppable(act) as process:
        process.send(signal.SIGWINCH).wait_for("lz")


def test_stops_are_checked_often_but_not_too_often() -> None:
    assert 0.05 <= _CHECK_EVERY_S <= 0.2


def test_an_ending_program_does_not_resume() -> None:
    with Stoppable() as process:
        process.send(signal.SIGTSTP).wait_for("ls", "T")
        process.send(signal.SIGTERM).send(signal.SIGCONT).wait_for("lse")


def test_a_stop_before_the_framework_runs_is_handled_later(monkeypatch: pytest.MonkeyPatch) -> None:
    watch = Signals.watch

    def watch_and_stop(signals: Signals) -> None:
        watch(signals)
        signal.pthread_sigmask(signal.SIG_BLOCK, STOPPING)  # as before the terminal's modes are changed
        send_own(signal.SIGTSTP)

    monkeypatch.setattr(Signals, "watch", watch_and_stop)
    with Stoppable() as process:
        process.wait_for("ls", "T").send(signal.SIGCONT).wait_for("lsr")


def test_child_processes_have_default_signal_handlers(
    signals: Signals, process: Process, monkeypatch: pytest.MonkeyPatch
) -> None:
    signals._set_deadline(143)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    unblocked: list[tuple[int, object]] = []
    monkeypatch.setattr(
        "tui.terminal.signals.signal.pthread_sigmask", lambda how, which: unblocked.append((how, which))
    )
    (after_fork,) = process.after_fork
    after_fork()
    assert process.done[-1] == "forget" and unblocked == [(signal.SIG_UNBLOCK, STOPPING)]
    assert signal.getsignal(signal.SIGHUP) == signal.SIG_IGN
    mine = [*HANDLED, signal.SIGALRM]
    mine.remove(signal.SIGHUP)
    assert {signal.getsignal(number) for number in mine} == {signal.SIG_DFL}
    assert signal.set_wakeup_fd(-1) == -1
