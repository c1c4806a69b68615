"""A command that works in silence says so on a terminal, and nowhere else."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.support.terminal import Terminal

#: Works for a while, says something, goes on, and ends.
_PROGRAM = """
import sys, time
from tui.cli import waiting
waiting._SILENCE_S = 0.02
def work():
    end = time.monotonic() + 0.2
    while time.monotonic() < end:
        sum(range(1000))
with waiting.told_of_waiting():
    work()
    print({said!r}, file=sys.{stream}, end="")
    work()
print("完")
"""


def run(said: str = "说了\n", stream: str = "stdout", redirection: str = "") -> Terminal:
    program = _PROGRAM.format(said=said, stream=stream)
    command = ["bash", "-c", f'{sys.executable} -c "$1" {redirection}', "-", program]
    with Terminal(command) as terminal:
        assert terminal.wait_until_left() == 0
    return terminal


def test_the_notice_makes_room_for_what_is_said() -> None:
    terminal = run()
    assert [row for row in terminal.rows if row] == ["说了", "完"]
    raw = terminal.raw.decode()
    assert raw.index("还在处理，已 0 秒") < raw.index("说了") < raw.rindex("还在处理") < raw.index("完")
    assert "\x1b" not in raw


def test_progress_of_a_command_takes_its_place() -> None:
    raw = run("\r进度", "stderr").raw.decode()
    assert raw.index("还在处理") < raw.index("进度")
    assert "还在处理" not in raw[raw.index("进度") :]


@pytest.mark.parametrize("redirection", ["| cat", "2> /dev/null"])
def test_a_pager_and_a_log_are_left_alone(redirection: str) -> None:
    assert "还在处理" not in run(redirection=redirection).raw.decode()


def test_output_to_a_file_is_waited_for(tmp_path: Path) -> None:
    terminal = run(redirection=f"> {tmp_path}/out.txt")
    assert "还在处理" in terminal.raw.decode()
    assert not [row for row in terminal.rows if row]
