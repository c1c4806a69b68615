"""P01 to P09: signals, a terminal that is closed, and a report that changes while it is open."""

from __future__ import annotations

import os
import random
import signal
import sys
import termios
import time
from pathlib import Path

import pytest

from tests.support.early_signals import interrupted_start
from tests.support.samples import SMALL
from tests.support.terminal import PROGRAM, TIMEOUT_S, Terminal, modes_are_off

READY = "q 退出"


@pytest.mark.parametrize(
    ("number", "status"),
    [
        pytest.param(signal.SIGTERM, 143, id="P01-TERM"),
        pytest.param(signal.SIGHUP, 129, id="P02-HUP", marks=pytest.mark.slow),
        pytest.param(signal.SIGINT, 130, id="P03-INT"),
        pytest.param(signal.SIGQUIT, 131, id="P05-QUIT", marks=pytest.mark.slow),
    ],
)
def test_a_signal_restores_the_terminal_and_writes_state(
    number: signal.Signals, status: int, tmp_path: Path
) -> None:
    before, after = tmp_path / "before", tmp_path / "after"
    script = f"stty -a > {before}; {sys.executable} -m tui --at 3.4; code=$?; stty -a > {after}; exit $code"
    environment = {"XDG_STATE_HOME": str(tmp_path)}
    with Terminal(["bash", "-c", script], environment=environment) as terminal:
        attributes = termios.tcgetattr(terminal.child.child_fd)
        terminal.wait_for("（四）在城市品质上聚力攻坚")
        shell = terminal.child.pid
        (program,) = Path(f"/proc/{shell}/task/{shell}/children").read_text().split()
        os.kill(int(program), number)
        assert terminal.wait_until_left() == status
        assert modes_are_off(bytes(terminal.raw))
        assert termios.tcgetattr(terminal.child.child_fd) == attributes
    assert before.read_text() == after.read_text() != ""
    assert list(tmp_path.glob("*/reports/*.json"))


def test_p04_the_screen_is_redrawn_after_stop_and_continue() -> None:
    with Terminal(PROGRAM, as_job=True) as terminal:
        before = termios.tcgetattr(terminal.child.child_fd)
        terminal.wait_for(READY)
        terminal.signal(signal.SIGTSTP)
        wait_until_stopped(terminal)
        terminal.settle(0.05)
        assert modes_are_off(bytes(terminal.raw))
        assert termios.tcgetattr(terminal.child.child_fd) == before
        terminal.signal(signal.SIGCONT)
        while not is_raw(terminal):
            assert terminal.read()
        terminal.send("/", "黄河")
        terminal.wait_for("命中 1/32")


@pytest.mark.parametrize("hears", [True, False], ids=["with SIGHUP", "without"])
def test_p06_the_program_ends_with_its_terminal(hears: bool) -> None:
    """Without the signal it sees that nothing can be read any more."""
    block = "import signal; signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGHUP])\n"
    run = "import sys; sys.argv = ['huiji-tui']; from tui.__main__ import main; main()"
    with Terminal([sys.executable, "-c", run if hears else block + run]) as terminal:
        terminal.wait_for(READY)
        # Close the last open descriptor of the terminal.
        os.dup2(os.open(os.devnull, os.O_RDWR), terminal.child.child_fd)
        end = time.monotonic() + 15
        while terminal.child.isalive() and time.monotonic() < end:
            time.sleep(0.05)
        assert not terminal.child.isalive()


def test_p07_a_changed_or_deleted_report_stays_on_the_screen(tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    path.write_text(SMALL, encoding="utf-8")
    with Terminal([*PROGRAM, str(path)]) as terminal:
        terminal.wait_for("一、2021年工作回顾")
        path.write_text(SMALL.replace("老旧小区", "背街小巷"), encoding="utf-8")
        terminal.wait_for("报告文件已改动，r 重新读入")
        terminal.send("/", "老旧小区")
        terminal.wait_for("命中 1/1")
        terminal.send("escape")
        terminal.settle()
        terminal.send("r")
        terminal.wait_for("改造背街小巷")
        terminal.send("/", "背街小巷")
        terminal.wait_for("命中 1/1")
        terminal.send("enter")
        path.unlink()
        terminal.wait_for("报告文件已不在了，正文仍可读")
        terminal.send("r")
        terminal.wait_for("没有这个文件")
        terminal.send("/", "园区")
        terminal.wait_for("命中 1/")
        terminal.send("enter")
        terminal.settle()
        terminal.send("q")
        assert terminal.wait_until_left() == 0


@pytest.mark.parametrize(
    ("seed", "count"),
    [
        pytest.param(0, 3, id="P08-0"),
        *(pytest.param(seed, 20, id=f"P08-{seed}", marks=pytest.mark.slow) for seed in range(10, 20)),
    ],
)
def test_a_signal_at_any_moment_of_the_start_restores_the_terminal(
    seed: int, count: int, tmp_path: Path
) -> None:
    """Most starts show the cached first screen, which the first run has written."""
    chance = random.Random(seed)
    environment = {f"XDG_{kind}_HOME": str(tmp_path) for kind in ("STATE", "CACHE", "CONFIG")}
    with Terminal(PROGRAM, environment=environment, answers=True) as terminal:
        terminal.wait_for(READY)
        terminal.send("q")
        assert terminal.wait_until_left() == 0
    assert [wrong for _ in range(count) for wrong in interrupted_start(chance, environment)] == []


def test_p08_a_blocked_terminal_does_not_block_the_end() -> None:
    with Terminal(PROGRAM) as terminal:
        terminal.wait_for(READY)
        before = termios.tcgetattr(terminal.child.child_fd)
        # The output for these keys is never read.
        for _ in range(40):
            terminal.send("?", "\x1b[6~", "T", "escape")
            time.sleep(0.02)
        sent = time.monotonic()
        terminal.signal(signal.SIGTERM)
        while terminal.child.isalive():
            assert time.monotonic() < sent + 5, state_of(terminal)
            time.sleep(0.02)
        assert terminal.child.exitstatus == 128 + signal.SIGTERM
        assert termios.tcgetattr(terminal.child.child_fd) != before


def state_of(terminal: Terminal) -> str:
    """Return the state of the program according to the system: ``T`` if it is stopped."""
    return Path(f"/proc/{terminal.pid}/status").read_text().split("State:")[1].split()[0]


def wait_until_stopped(terminal: Terminal) -> None:
    end = time.monotonic() + TIMEOUT_S
    while state_of(terminal) != "T":
        assert time.monotonic() < end
        terminal.read(0.01)


def is_raw(terminal: Terminal) -> bool:
    flags = termios.tcgetattr(terminal.child.child_fd)[3]
    return not flags & (termios.ECHO | termios.ICANON | termios.ISIG)


def answers_and_leaves(terminal: Terminal) -> None:
    terminal.wait_for(READY)
    terminal.send("/", "黄河")
    terminal.wait_for("/32 · 9 段")
    for _ in range(2):
        terminal.send("escape")
        terminal.settle()
    terminal.send("q")
    assert terminal.wait_until_left() == 0
    assert modes_are_off(bytes(terminal.raw))


@pytest.mark.parametrize(
    ("seed", "numbers"),
    [
        pytest.param(0, [signal.SIGSTOP], id="P09-STOP", marks=pytest.mark.slow),
        pytest.param(1, [signal.SIGTSTP], id="P09-TSTP"),
        *(
            pytest.param(
                seed, [signal.SIGSTOP, signal.SIGTSTP], id=f"P09-both-{seed}", marks=pytest.mark.slow
            )
            for seed in range(2, 12)
        ),
    ],
)
def test_the_screen_works_after_thirty_stops(seed: int, numbers: list[signal.Signals]) -> None:
    """From its first moment on where the seed is even, back to back or with time between, at changing sizes."""
    chance = random.Random(seed)
    with Terminal(PROGRAM, as_job=True) as terminal:
        before = termios.tcgetattr(terminal.child.child_fd)
        if seed % 2:
            terminal.wait_for(READY)
        for _ in range(30):
            terminal.signal(chance.choice(numbers))
            terminal.read(chance.choice([0, 0, 0.001, 0.01, 0.05]))
            if chance.random() < 0.2:
                terminal.resize(chance.choice([80, 100, 120]), chance.choice([24, 35]))
            terminal.signal(signal.SIGCONT)
            terminal.read(chance.choice([0, 0, 0.001, 0.01, 0.05]))
        terminal.resize(110, 34)
        answers_and_leaves(terminal)
        assert termios.tcgetattr(terminal.child.child_fd) == before


@pytest.mark.parametrize("times", [20, pytest.param(60, marks=pytest.mark.slow)])
def test_p09_a_stop_continued_at_once_has_no_effect(times: int) -> None:
    """Within up to 12 ms."""
    with Terminal(PROGRAM, as_job=True) as terminal:
        terminal.wait_for(READY)
        for number in range(times):
            terminal.signal(signal.SIGTSTP)
            end = time.monotonic() + number / times * 0.012
            while time.monotonic() < end:
                pass
            terminal.signal(signal.SIGCONT)
            terminal.read(0.01)
        answers_and_leaves(terminal)


@pytest.mark.parametrize("number", [signal.SIGSTOP, signal.SIGTSTP], ids=["P09-STOP", "P09-TSTP"])
def test_modes_changed_while_stopped_are_set_again(number: signal.Signals) -> None:
    with Terminal(PROGRAM, as_job=True) as terminal:
        before = termios.tcgetattr(terminal.child.child_fd)
        terminal.wait_for(READY)
        for columns, rows in ((110, 30), (130, 40), (130, 40)):
            assert is_raw(terminal)
            terminal.signal(number)
            wait_until_stopped(terminal)
            terminal.settle(0.05)
            if number == signal.SIGTSTP:
                assert modes_are_off(bytes(terminal.raw))
                assert termios.tcgetattr(terminal.child.child_fd) == before
            termios.tcsetattr(terminal.child.child_fd, termios.TCSANOW, before)
            terminal.resize(columns, rows)
            terminal.screen.reset()
            terminal.raw.clear()
            terminal.signal(signal.SIGCONT)
            # The screen may be drawn for another size before the modes are set again.
            terminal.wait_for(
                lambda text: (
                    READY in text.split("\n")[-1]
                    and "惠济区政府工作报告" in text.split("\n")[0]
                    and all(b"\x1b[?" + mode + b"h" in terminal.raw for mode in (b"1049", b"1000", b"2004"))
                )
            )
        answers_and_leaves(terminal)
        assert termios.tcgetattr(terminal.child.child_fd) == before


def test_p09_the_program_can_be_stopped_before_the_first_screen() -> None:
    with Terminal(PROGRAM, as_job=True) as terminal:
        before = termios.tcgetattr(terminal.child.child_fd)
        while b"\x1b[6n" not in terminal.raw:
            assert terminal.read()
        terminal.signal(signal.SIGTSTP)
        wait_until_stopped(terminal)
        assert termios.tcgetattr(terminal.child.child_fd) == before
        terminal.signal(signal.SIGCONT)
        answers_and_leaves(terminal)


def test_p09_sigterm_ends_a_stopped_program_once_continued() -> None:
    with Terminal(PROGRAM, as_job=True) as terminal:
        terminal.wait_for(READY)
        terminal.signal(signal.SIGTSTP)
        wait_until_stopped(terminal)
        terminal.settle(0.05)
        drawn = len(terminal.raw)
        terminal.signal(signal.SIGTERM)
        terminal.signal(signal.SIGCONT)
        assert terminal.wait_until_left() == 128 + signal.SIGTERM
        assert b"\x1b[?1049h" not in terminal.raw[drawn:]


def test_p09_a_background_process_waits_for_the_foreground() -> None:
    with Terminal(["bash", "--norc", "-i"], environment={"PS1": "ready> "}) as terminal:
        terminal.wait_for("ready>")
        terminal.send(f"{sys.executable} -m tui\r")
        terminal.wait_for(READY)
        (program,) = map(
            int, Path(f"/proc/{terminal.child.pid}/task/{terminal.child.pid}/children").read_text().split()
        )
        for _ in range(2):
            os.kill(program, signal.SIGTSTP)
            terminal.wait_for("Stopped")
            terminal.screen.reset()
            terminal.send("bg\r")
            terminal.wait_for("tui &")
            end = time.monotonic() + TIMEOUT_S
            while "State:\tT" not in Path(f"/proc/{program}/status").read_text():
                assert time.monotonic() < end
                terminal.read(0.02)
            drawn = len(terminal.raw)
            terminal.settle()
            assert b"\x1b[?1049h" not in terminal.raw[drawn:]
            terminal.screen.reset()
            terminal.send("fg\r")
            terminal.wait_for(READY)
        terminal.send("q")
        terminal.wait_for("ready>")
        terminal.settle()
        terminal.send("echo $? $((6*7))\r")
        terminal.wait_for("0 42")


def test_p08_a_child_process_leaves_the_terminal_alone() -> None:
    """A signal ends the child as usual, and the terminal still belongs to its parent."""
    code = (
        "import os, signal, time\n"
        "from tui.terminal.terminal import Terminal\n"
        "terminal = Terminal(); terminal.signals.watch()\n"
        "terminal.modes.make_raw(); terminal.modes.enter_screen(b'[entered]')\n"
        "up, tell = os.pipe()\n"
        "child = os.fork()\n"
        "if not child: os.write(tell, b'x'); time.sleep(30)\n"
        "os.read(up, 1)\n"
        "os.kill(child, signal.SIGTERM)\n"
        "print(os.waitpid(child, 0)[1], flush=True)\n"
        "os.kill(os.getpid(), signal.SIGTERM)"
    )
    with Terminal([sys.executable, "-c", code]) as terminal:
        assert terminal.wait_until_left() == 128 + signal.SIGTERM
        assert terminal.raw.startswith(b"[entered]" + b"%d" % signal.SIGTERM)
        assert terminal.raw.count(b"\x1b[?1049l") == 1
