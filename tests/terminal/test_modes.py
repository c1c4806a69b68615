"""Modes of a pseudo-terminal are saved, changed, restored and set again."""

from __future__ import annotations

import errno
import os
import re
import select
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from typing import Any

import pytest

from tests.support.terminal import TIMEOUT_S
from tui.terminal.driver import _OTHER_SCREEN, _modes
from tui.terminal.modes import LEAVE, STOPPING, TerminalModes

INPUT_FLAGS = termios.ICRNL | termios.INLCR | termios.IGNCR | termios.IXON | termios.IXOFF
#: Written behind what is looked for: it is there when this is.
END = b"\xff"


class Tty:
    """A terminal in place of standard input and error."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.main, self.sub = os.openpty()
        found = termios.tcgetattr(self.sub)
        found[0] |= INPUT_FLAGS
        found[6][termios.VMIN] = 5
        termios.tcsetattr(self.sub, termios.TCSANOW, found)
        self.found = self.modes
        self.masks: list[tuple[int, set[int]]] = []
        monkeypatch.setattr("tui.terminal.modes._INPUT", self.sub)
        monkeypatch.setattr("tui.terminal.modes._OUTPUT", self.sub)
        monkeypatch.setattr(
            "tui.terminal.modes.signal.pthread_sigmask",
            lambda how, which: self.masks.append((how, set(which))),
        )

    @property
    def modes(self) -> list[Any]:
        return termios.tcgetattr(self.sub)

    def drawn(self) -> bytes:
        """Return what was written since the last call."""
        os.write(self.sub, END)
        data = b""
        while not data.endswith(END):
            data += os.read(self.main, 4096)
        return data.removesuffix(END)

    def has_input(self, wait_s: float = TIMEOUT_S) -> bool:
        return bool(select.select([self.sub], [], [], wait_s)[0])


@pytest.fixture
def tty(monkeypatch: pytest.MonkeyPatch) -> Iterator[Tty]:
    terminal = Tty(monkeypatch)
    yield terminal
    os.close(terminal.main)
    os.close(terminal.sub)


@pytest.fixture
def modes(tty: Tty) -> TerminalModes:
    return TerminalModes()


def quiet(found: list[Any]) -> list[Any]:
    wanted = [*found[:6], [*found[6]]]
    wanted[0] &= ~INPUT_FLAGS
    wanted[3] &= ~(termios.ECHO | termios.ICANON)
    wanted[6][termios.VMIN] = 1
    return wanted


def raw(found: list[Any], kept: int = 0) -> list[Any]:
    wanted = quiet(found)
    wanted[3] &= ~(termios.IEXTEN | termios.ISIG) | kept
    return wanted


def comparable(found: list[Any]) -> list[Any]:
    """Return modes without the control characters, which are numbers or bytes depending on the mode."""
    characters = [
        value if isinstance(value, int) else value[0]
        for number, value in enumerate(found[6])
        if number != termios.VTIME
    ]
    return [*found[:6], characters]


def test_the_stop_signal_is_that_of_shells() -> None:
    assert {signal.SIGTSTP} == STOPPING


def test_quiet_mode_turns_echo_and_line_editing_off(tty: Tty, modes: TerminalModes) -> None:
    modes.make_quiet()
    assert comparable(tty.modes) == comparable(quiet(tty.found))
    modes.make_quiet()
    assert tty.masks == [(signal.SIG_BLOCK, STOPPING)]


@pytest.mark.parametrize("allows", [False, True])
def test_raw_mode_also_makes_signal_keys_plain_keys(
    allows: bool, tty: Tty, modes: TerminalModes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TEXTUAL_ALLOW_SIGNALS", "1" if allows else "")
    modes.make_quiet()
    modes.make_raw()
    assert comparable(tty.modes) == comparable(raw(tty.found, termios.ISIG if allows else 0))


def test_suspend_restores_and_resume_sets_modes_again(tty: Tty, modes: TerminalModes) -> None:
    modes.make_raw()
    modes.enter_screen(b"[first]", again=b"[again]")
    assert tty.drawn() == b"[first]"
    for _ in range(2):
        modes.suspend()
        assert tty.modes == tty.found and tty.drawn() == LEAVE.encode()
        modes.suspend()
        assert tty.drawn() == b""
        modes.resume()
        assert comparable(tty.modes) == comparable(raw(tty.found)) and tty.drawn() == b"[again]"
    modes.restore()
    assert tty.modes == tty.found and tty.drawn() == LEAVE.encode()


def test_resume_sends_the_first_drawing_by_default(tty: Tty, modes: TerminalModes) -> None:
    modes.enter_screen(b"[screen]")
    modes.suspend()
    tty.drawn()
    modes.resume()
    assert tty.drawn() == b"[screen]"


def test_restore_works_after_resume(tty: Tty, modes: TerminalModes) -> None:
    for _ in range(2):
        modes.make_raw()
        modes.enter_screen(b"[screen]")
        modes.restore()
        assert comparable(tty.modes) == comparable(tty.found)
        assert tty.drawn() == b"[screen]" + LEAVE.encode()


def test_after_restore_nothing_is_changed(tty: Tty, modes: TerminalModes) -> None:
    modes.make_raw()
    modes.enter_screen(b"[screen]")
    modes.restore()
    tty.drawn()
    modes.restore()
    modes.resume()
    assert tty.modes == tty.found and tty.drawn() == b""
    modes.make_raw()
    modes.enter_screen(b"[screen]")
    modes.restore()
    assert tty.modes == tty.found and tty.drawn().endswith(LEAVE.encode())


def test_nothing_is_drawn_without_a_screen(tty: Tty, modes: TerminalModes) -> None:
    modes.make_quiet()
    modes.suspend()
    assert tty.modes == tty.found
    modes.resume()
    assert comparable(tty.modes) == comparable(quiet(tty.found))
    modes.restore()
    assert tty.modes == tty.found and tty.drawn() == b""


def test_restore_does_nothing_before_a_change(
    tty: Tty, modes: TerminalModes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(termios, "tcsetattr", lambda *_: pytest.fail("it was not changed"))
    monkeypatch.setattr(termios, "tcflush", lambda *_: pytest.fail("it is not the program's"))
    modes.restore()
    modes.suspend()
    modes.resume()
    assert tty.drawn() == b""


def test_a_child_process_does_not_restore_the_terminal(tty: Tty, modes: TerminalModes) -> None:
    modes.make_raw()
    modes.enter_screen(b"[screen]")
    tty.drawn()
    modes.forget()
    modes.restore()
    assert comparable(tty.modes) == comparable(raw(tty.found)) and tty.drawn() == b""


def test_restore_drops_unread_input(tty: Tty, modes: TerminalModes) -> None:
    modes.make_raw()
    os.write(tty.main, b"\x1b[3;1R")
    assert tty.has_input()
    modes.restore()
    modes.make_raw()
    assert not tty.has_input(0)


def test_input_for_another_program_is_not_dropped(tty: Tty, modes: TerminalModes) -> None:
    modes.make_raw()
    modes.suspend()
    os.write(tty.main, b"ls" + tty.found[6][termios.VEOF])
    modes.restore()
    assert tty.has_input()


@pytest.mark.parametrize("other", [os.getpgrp() + 1, os.getpgrp() - 1])
def test_modes_are_not_changed_in_the_background(
    other: int, tty: Tty, modes: TerminalModes, monkeypatch: pytest.MonkeyPatch
) -> None:
    modes.make_raw()
    modes.enter_screen(b"[screen]")
    tty.drawn()
    os.write(tty.main, b"ls")
    monkeypatch.setattr(os, "tcgetpgrp", lambda _: other)
    modes.restore()
    assert comparable(tty.modes) == comparable(raw(tty.found))
    assert tty.drawn() == LEAVE.encode() and tty.has_input()


def test_modes_are_changed_in_the_foreground(
    tty: Tty, modes: TerminalModes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "tcgetpgrp", lambda _: os.getpgrp())
    modes.make_raw()
    modes.restore()
    assert tty.modes == tty.found


@pytest.mark.parametrize(("until", "waited"), [(10.05, 0.05), (9.0, 0.0), (None, 0.0)])
def test_restore_waits_for_a_pending_answer(
    until: float | None, waited: float, tty: Tty, modes: TerminalModes, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[tuple[list[int], float]] = []
    monkeypatch.setattr(time, "monotonic", lambda: 10.0 if until else 0.0)
    monkeypatch.setattr(select, "select", lambda read, _write, _error, wait_s: waits.append((read, wait_s)))
    if until is not None:
        modes.answer_until = until
    modes.make_raw()
    modes.restore()
    ((read, wait_s),) = waits
    assert read == [tty.sub] and wait_s == pytest.approx(waited)


@pytest.mark.parametrize("error", [OSError(), termios.error(errno.EIO, "gone")])
def test_a_lost_terminal_does_not_block_restore(
    error: Exception, tty: Tty, modes: TerminalModes, monkeypatch: pytest.MonkeyPatch
) -> None:
    modes.make_raw()

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(select, "select", fail)
    modes.restore()
    assert tty.modes == tty.found


def test_setting_modes_is_repeated_only_after_a_stop(
    tty: Tty, modes: TerminalModes, monkeypatch: pytest.MonkeyPatch
) -> None:
    errors, tcsetattr = [errno.EINTR, errno.EINTR], termios.tcsetattr
    tried: list[int] = []

    def set_modes(descriptor: int, when: int, wanted: list[Any]) -> None:
        tried.append(when)
        if errors:
            raise termios.error(errors.pop(), "")
        tcsetattr(descriptor, when, wanted)

    monkeypatch.setattr(termios, "tcsetattr", set_modes)
    modes.make_quiet()
    assert comparable(tty.modes) == comparable(quiet(tty.found))
    assert tried == [termios.TCSANOW] * 3
    errors.append(errno.EIO)
    modes.make_quiet()
    assert len(tried) == 4


def test_modes_are_restored_when_a_signal_interrupts_a_blocked_suspend(
    tty: Tty, modes: TerminalModes, monkeypatch: pytest.MonkeyPatch
) -> None:
    modes.make_raw()
    modes.enter_screen(b"")
    restored: list[list[Any]] = []

    def block(descriptor: int, data: bytes) -> int:
        if not restored:
            restored.append([])
            modes.restore()  # as the handler of the signal does, before it ends the process
            restored[0] = tty.modes
        return len(data)

    monkeypatch.setattr(os, "write", block)
    modes.suspend()
    assert restored == [tty.found]


def test_other_files_than_terminals_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    monkeypatch.setattr("tui.terminal.modes._INPUT", reading)
    monkeypatch.setattr("tui.terminal.modes._OUTPUT", writing)
    monkeypatch.setattr("tui.terminal.modes.signal.pthread_sigmask", lambda *_: None)
    modes = TerminalModes()
    modes.make_raw()
    modes.suspend()
    modes.resume()
    modes.restore()
    os.close(writing)
    assert os.read(reading, 100) == b""
    modes.enter_screen(b"x")  # it is gone
    os.close(reading)


def test_modes_are_not_saved_on_windows(
    tty: Tty, modes: TerminalModes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    modes.make_raw()
    assert tty.modes == tty.found and tty.masks == []


def test_partial_writes_are_continued(
    tty: Tty, modes: TerminalModes, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, data[:3]))
    modes.enter_screen(b"0123456789")
    assert tty.drawn() == b"0123456789"


def test_a_blocked_terminal_is_awaited_briefly(
    tty: Tty, modes: TerminalModes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A slow terminal gets everything; a blocked one is given up."""
    write, waits, refusals = os.write, list[tuple[list[int], float]](), 3

    def refuse(descriptor: int, data: bytes) -> int:
        nonlocal refusals
        refusals -= 1
        if refusals >= 0:
            raise BlockingIOError
        return write(descriptor, data)

    def wait(_read: list[int], written: list[int], _error: list[int], wait_s: float) -> tuple[list[int], ...]:
        waits.append((written, wait_s))
        return [], written if len(waits) < 3 else [], []

    monkeypatch.setattr(os, "write", refuse)
    monkeypatch.setattr(select, "select", wait)
    modes.enter_screen(b"0123")
    assert waits == [([tty.sub], 0.2)] * 3
    refusals = 1
    waits.clear()
    modes.enter_screen(b"4567")
    monkeypatch.undo()
    assert tty.drawn() == b"4567" and len(waits) == 1


def test_leaving_resets_every_mode_that_entering_sets() -> None:
    set_, taken_back = (
        set(re.findall(rf"\x1b\[\?(\d+){end}", _OTHER_SCREEN + _modes() + LEAVE)) for end in "hl"
    )
    assert set_ <= taken_back | {"25", "7"} and {"\x1b[?25h", "\x1b[?7h"} <= set(re.split(r"(?=\x1b)", LEAVE))
    assert {"2026", "2048", "1016"} <= taken_back and "\x1b[<u" in LEAVE


def test_modes_are_those_of_standard_input_and_drawing_is_on_standard_error() -> None:
    code = (
        "import termios\n"
        "from tui.terminal.modes import TerminalModes\n"
        "modes = TerminalModes(); modes.make_raw(); modes.enter_screen(b'[screen]')\n"
        "print(termios.tcgetattr(0)[3] & termios.ECHO)"
    )
    keyboard, screen = os.openpty(), os.openpty()
    done = subprocess.run(
        [sys.executable, "-c", code], stdin=keyboard[1], stdout=subprocess.PIPE, stderr=screen[1], check=True
    )
    assert done.stdout.strip() == b"0" and os.read(screen[0], 100) == b"[screen]"
    for descriptor in (*keyboard, *screen):
        os.close(descriptor)
