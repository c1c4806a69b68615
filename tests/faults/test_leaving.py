"""E01 to E10, P01 to P07, S07 to S12: no terminal, a terminal that goes away, signals, streams that end, writes cut short."""

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.samples import SMALL
from tests.support.terminal import PROGRAM, Terminal
from tui.report.errors import WriteError
from tui.state.files import write_atomically
from tui.state.memory import Memory, Place, Settings, Store

READY = "q 退出"
#: What the screen switches on.
MODES = (b"1049", b"1000", b"1003", b"1006", b"2004", b"1004")
#: Seconds in which a program without a terminal is gone.
GONE = 2.0


def is_restored(terminal: Terminal, before: list[object]) -> bool:
    """Whether each mode was switched off last, the cursor is shown, and the line discipline is as it was."""
    raw = bytes(terminal.raw)
    modes_off = all(
        raw.rfind(b"\x1b[?" + mode + b"h") <= raw.rfind(b"\x1b[?" + mode + b"l") for mode in MODES
    )
    return (
        modes_off
        and raw.rfind(b"\x1b[?25h") > raw.rfind(b"\x1b[?25l")
        and termios.tcgetattr(terminal.child.child_fd) == before
    )


@pytest.mark.parametrize("words", [[], ["--find", "黄河"]])
@pytest.mark.parametrize("without", ["stdin", "stdout", "all"])
def test_without_a_terminal_it_says_so(words: list[str], without: str) -> None:
    """E01, E02."""
    done = subprocess.run(
        [*PROGRAM, *words],
        stdin=None if without == "stdout" else subprocess.DEVNULL,
        capture_output=True,
        timeout=20,
    )
    assert done.returncode == 2
    assert done.stderr.startswith(b"huiji-tui: error: ") and done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("variables", [{"LC_ALL": "C"}, {"LC_ALL": "POSIX"}, {"PYTHONIOENCODING": "ascii"}])
def test_text_is_exact_whatever_the_locale(variables: dict[str, str]) -> None:
    """E04."""
    done = subprocess.run(
        [*PROGRAM, "search", "马拉松"], capture_output=True, env={**os.environ, **variables}, timeout=20
    )
    assert done.returncode == 0 and "黄河马拉松".encode() in done.stdout


@pytest.mark.parametrize(
    ("number", "status"),
    [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130), (signal.SIGQUIT, 131)],
)
def test_a_signal_restores_the_terminal(number: signal.Signals, status: int) -> None:
    """P01 to P04."""
    with Terminal(PROGRAM) as terminal:
        before = termios.tcgetattr(terminal.child.child_fd)
        terminal.wait_for(READY)
        terminal.signal(number)
        assert terminal.wait_until_left() == status
        assert is_restored(terminal, before)


def test_stopped_and_continued_it_is_there_again() -> None:
    """P05."""
    with Terminal(PROGRAM) as terminal:
        terminal.wait_for(READY)
        terminal.signal(signal.SIGTSTP)
        terminal.settle()
        terminal.signal(signal.SIGCONT)
        terminal.settle()
        terminal.send("/", "黄河")
        terminal.wait_for("命中 1/32")


def test_when_the_terminal_goes_away_so_does_the_program() -> None:
    """P06."""
    with Terminal(PROGRAM) as terminal:
        terminal.wait_for(READY)
        os.dup2(os.open(os.devnull, os.O_RDWR), terminal.child.child_fd)  # the last hold on the terminal
        end = time.monotonic() + 3 * GONE
        while terminal.child.isalive() and time.monotonic() < end:
            time.sleep(0.05)
        assert not terminal.child.isalive()


def test_a_report_that_is_deleted_stays_on_the_screen(tmp_path: Path) -> None:
    """P07."""
    path = tmp_path / "报告.txt"
    path.write_text(SMALL, encoding="utf-8")
    with Terminal([*PROGRAM, str(path)]) as terminal:
        terminal.wait_for("一、2021年工作回顾")
        path.unlink()
        terminal.send("/", "招商", "\r", "/", "园区")
        terminal.wait_for("命中 1/")
        terminal.send("enter")
        terminal.settle()
        terminal.send("q")
        assert terminal.wait_until_left() == 0


def kill_during(write: str, folder: Path, times: int, seed: int) -> int:
    """Starts writes in a process of their own and kills it in the middle, so many times; how many were killed."""
    chance = random.Random(seed)
    killed = 0
    for _ in range(times):
        process = subprocess.Popen([sys.executable, "-c", write, str(folder)], stdout=subprocess.PIPE)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(chance.random() * 0.01)
        process.kill()
        killed += process.wait() == -signal.SIGKILL
        process.stdout.close()
    return killed


WRITES = """
import sys
from pathlib import Path
from tui.state.files import write_atomically
path = Path(sys.argv[1]) / "a"
print(flush=True)
while True:
    for letter in b"AB":
        write_atomically(path, bytes([letter]) * {size})
"""


@pytest.mark.parametrize(
    ("size", "times"),
    [(100, 8), pytest.param(100, 200, marks=pytest.mark.slow), pytest.param(100_000, 200, marks=pytest.mark.slow),
     pytest.param(4_000_000, 200, marks=pytest.mark.slow)],
)  # fmt: skip
def test_a_write_that_is_killed_leaves_one_file_or_the_other(size: int, times: int, tmp_path: Path) -> None:
    """S07."""
    (tmp_path / "a").write_bytes(b"A" * size)
    for _ in range(times):
        assert kill_during(WRITES.format(size=size), tmp_path, 1, random.randrange(1 << 30)) == 1
        content = (tmp_path / "a").read_bytes()
        assert content in (b"A" * size, b"B" * size)


def test_a_full_disk_leaves_the_old_file() -> None:
    """S08: a limit on the size of files stands for the disk."""
    code = """
import resource, signal, sys, tempfile
from pathlib import Path
from tui.report.errors import WriteError
from tui.state.files import write_atomically
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "a"
    write_atomically(path, b"old")
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
    try:
        write_atomically(path, b"x" * 5000)
    except WriteError as error:
        print(error.exit_code, path.read_bytes().decode(), len(list(Path(folder).iterdir())))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=20)
    assert done.stdout == "73 old 1\n"


def test_a_link_and_a_mode_are_kept(tmp_path: Path) -> None:
    """S10."""
    target, link = tmp_path / "a", tmp_path / "b"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link.symlink_to(target)
    write_atomically(link, b"new")
    assert link.is_symlink() and target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    """S09."""
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(WriteError) as caught:
        write_atomically(tmp_path / "a" / "b", b"x")
    assert caught.value.exit_code == 73


def test_two_programs_at_once_leave_whole_files(tmp_path: Path) -> None:
    """S11."""
    one, other = Store(tmp_path), Store(tmp_path)
    for number in range(20):
        one.remember("/a", Memory(Place.of(SMALL, number), [f"甲{number}"]))
        other.remember("/a", Memory(Place.of(SMALL, number), [f"乙{number}"]))
        other.keep(Settings("宣"))
        one.keep(Settings("墨"))
        assert Store(tmp_path).memory("/a").queries == [f"乙{number}"]
        assert Store(tmp_path).settings().theme == "墨"
    assert not list(tmp_path.rglob("*.bad")) and not list(tmp_path.rglob("*.tmp"))


def limited(size: int) -> Callable[[], None]:
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def test_output_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """E08, E09."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*PROGRAM, "show"], stdout=full, stderr=subprocess.PIPE, timeout=20)
    assert done.returncode == 74 and done.stderr.count(b"\n") == 1
    closed = subprocess.run(
        [*PROGRAM, "show"], stderr=subprocess.PIPE, timeout=20, preexec_fn=lambda: os.close(1)
    )
    assert closed.returncode == 74 and closed.stderr.count(b"\n") == 1
