"""How the program stops and goes on, without stopping the process of the tests."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.support.terminal import TIMEOUT_S
from tests.terminal.signal_samples import HANDLED, Process
from tui.terminal.modes import STOPPING, TerminalModes
from tui.terminal.signals import _CHECK_EVERY_S, Signals


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
