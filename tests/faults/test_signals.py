"""P01 to P07: signals, a terminal that goes away, a report that changes under the reader's eyes."""

from __future__ import annotations

import os
import signal
import sys
import termios
import time
from pathlib import Path

import pytest

from tests.support.samples import SMALL
from tests.support.terminal import PROGRAM, Terminal, modes_are_off

READY = "q 退出"


@pytest.mark.parametrize(
    ("number", "status"),
    [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130), (signal.SIGQUIT, 131)],
    ids=["P01-TERM", "P02-HUP", "P03-INT", "P05-QUIT"],
)
def test_a_signal_restores_the_terminal_and_loses_nothing(
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


def test_p04_stopped_and_continued_it_is_there_again() -> None:
    with Terminal(PROGRAM) as terminal:
        before = termios.tcgetattr(terminal.child.child_fd)
        terminal.wait_for(READY)
        terminal.signal(signal.SIGTSTP)
        terminal.settle()
        assert modes_are_off(bytes(terminal.raw))
        assert termios.tcgetattr(terminal.child.child_fd) == before
        terminal.signal(signal.SIGCONT)
        terminal.settle()
        terminal.send("/", "黄河")
        terminal.wait_for("命中 1/32")


@pytest.mark.parametrize("hears", [True, False], ids=["with SIGHUP", "without"])
def test_p06_when_the_terminal_goes_away_so_does_the_program(hears: bool) -> None:
    """Without the signal it sees that nothing can be read any more."""
    block = "import signal; signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGHUP])\n"
    run = "import sys; sys.argv = ['huiji-tui']; from tui.__main__ import main; main()"
    with Terminal([sys.executable, "-c", run if hears else block + run]) as terminal:
        terminal.wait_for(READY)
        os.dup2(os.open(os.devnull, os.O_RDWR), terminal.child.child_fd)  # the last hold on the terminal
        end = time.monotonic() + 15
        while terminal.child.isalive() and time.monotonic() < end:
            time.sleep(0.05)
        assert not terminal.child.isalive()


def test_p07_a_report_that_changes_or_goes_stays_on_the_screen_and_is_told(tmp_path: Path) -> None:
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
        terminal.settle()
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
