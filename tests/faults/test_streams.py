"""E01 to E10: no terminal, a limited terminal, closed and full streams."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from tests.support.terminal import PROGRAM, Terminal


@pytest.mark.parametrize("words", [[], ["--find", "黄河"]])
@pytest.mark.parametrize("without", ["stdout", "all"])
def test_e01_the_screen_needs_a_terminal(words: list[str], without: str) -> None:
    stdin = None if without == "stdout" else subprocess.DEVNULL
    done = subprocess.run([*PROGRAM, *words], stdin=stdin, capture_output=True, timeout=20)
    assert done.returncode == 2 and done.stdout == b""
    assert done.stderr.startswith(b"huiji-tui: ") and done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("descriptor", ["0<&-", "0</dev/null"])
def test_e02_a_closed_standard_input_is_an_error(descriptor: str) -> None:
    with Terminal(["bash", "-c", f"{sys.executable} -m tui {descriptor}; exit $?"]) as terminal:
        assert terminal.wait_until_left() == 2
        assert "huiji-tui: 需要在终端中运行" in terminal.text
        assert b"\x1b" not in terminal.raw


def test_e03_a_dumb_terminal_is_refused_in_one_line() -> None:
    with Terminal(PROGRAM, environment={"TERM": "dumb"}) as terminal:
        assert terminal.wait_until_left() == 2
        assert "huiji-tui: " in terminal.text
        assert b"\x1b" not in terminal.raw


@pytest.mark.parametrize("variables", [{"LC_ALL": "C"}, {"LC_ALL": "POSIX"}, {"PYTHONIOENCODING": "ascii"}])
def test_e04_text_is_exact_whatever_the_locale(variables: dict[str, str]) -> None:
    done = subprocess.run(
        [*PROGRAM, "search", "马拉松"], capture_output=True, env={**os.environ, **variables}, timeout=20
    )
    assert done.returncode == 0 and "黄河马拉松".encode() in done.stdout


def test_e04_the_screen_is_exact_whatever_the_locale() -> None:
    with Terminal(PROGRAM, environment={"LC_ALL": "C", "LANG": "C"}) as terminal:
        terminal.wait_for("惠济区政府工作报告")
        terminal.send("黄河")
        terminal.wait_for("命中 1/32")


def test_e07_a_closed_pipe_is_not_an_error(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    large.write_text("一、工作回顾\n" + "正文。" * 100_000, encoding="utf-8")
    command = [*PROGRAM, "show", str(large), "--format", "text"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as reader:
        assert reader.stdout is not None and reader.stderr is not None
        assert reader.stdout.readline().decode() == "一、工作回顾\n"
        reader.stdout.close()
        assert (reader.wait(20), reader.stderr.read()) == (141, b"")


def test_e08_a_full_device_is_an_error() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*PROGRAM, "show"], stdout=full, stderr=subprocess.PIPE, timeout=20)
    assert done.returncode == 74 and done.stderr.count(b"\n") == 1


def test_e09_a_closed_output_is_an_error() -> None:
    done = subprocess.run(
        [*PROGRAM, "show"], stderr=subprocess.PIPE, timeout=20, preexec_fn=lambda: os.close(1)
    )
    assert done.returncode == 74 and done.stderr.count(b"\n") == 1


def test_e10_ctrl_c_ends_a_command() -> None:
    with subprocess.Popen(
        [*PROGRAM, "show", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(
            signal.SIGINT, signal.SIG_DFL
        ),  # a shell's background jobs ignore it
    ) as reader:
        assert reader.stdin is not None and reader.stderr is not None
        reader.stdin.write(b"a" * 1_000_000)  # more than a pipe holds: when it is written, the command reads
        reader.stdin.flush()
        status = None
        for _ in range(20):  # the interpreter may miss the first one between two reads
            reader.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                status = reader.wait(1)
                break
        assert status == 130
        assert reader.stderr.read() == b""
