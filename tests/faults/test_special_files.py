"""X20: pipes, devices, sockets, folders, symlink loops and overlong paths instead of a report; each fails at once with a one-line error."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.samples import CONTENT, SMALL
from tests.support.terminal import PROGRAM
from tui.library.loading import MAX_BYTES, read_bytes
from tui.report.errors import DataError, ReadError

#: Seconds after which a program is assumed to hang.
TIMEOUT_S = 30
TEXT = CONTENT / "huiji-2024.txt"
SPECIAL = "不是普通文件（管道、设备或套接字）"


@pytest.fixture
def places(tmp_path: Path) -> Iterator[dict[str, str]]:
    """Yield paths that do not name a report."""
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "link").symlink_to(tmp_path / "fifo")
    (tmp_path / "loop").symlink_to(tmp_path / "pool")
    (tmp_path / "pool").symlink_to(tmp_path / "loop")
    own = Path.cwd()
    os.chdir(tmp_path)  # socket paths have a low length limit
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket")
        os.chdir(own)
        yield {
            "fifo": str(tmp_path / "fifo"),
            "link-to-fifo": str(tmp_path / "link"),
            "socket": str(tmp_path / "socket"),
            "zero": "/dev/zero",
            "null": "/dev/null",
            "tty": "/dev/tty",
            "folder": str(tmp_path),
            "loop": str(tmp_path / "loop"),
            "long-name": str(tmp_path / ("a" * 300)),
            "long-path": str(tmp_path) + "/a" * 3000,
            "missing": str(tmp_path / "none"),
            "nul": "a\0b",
            "empty": "",
        }


SAID = {
    "fifo": SPECIAL, "link-to-fifo": SPECIAL, "socket": SPECIAL, "zero": SPECIAL, "null": SPECIAL, "tty": SPECIAL,
    "folder": "是文件夹，不是文件", "loop": "符号链接绕成了圈", "long-name": "路径太长", "long-path": "路径太长",
    "missing": "没有这个文件", "nul": "文件名里有不允许的字符", "empty": "是文件夹，不是文件",
}  # fmt: skip


@pytest.mark.parametrize("name", [pytest.param(name, id=f"X20-{name}") for name in SAID])
def test_special_files_are_refused_at_once(name: str, places: dict[str, str]) -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(places[name])
    assert caught.value.message == SAID[name]


@pytest.mark.parametrize("command", ["outline", "check", "convert"])
@pytest.mark.parametrize(
    "name", [pytest.param(name, id=f"X20-{name}") for name in ("fifo", "socket", "zero", "loop")]
)
def test_commands_refuse_special_files_in_one_line(
    command: str, name: str, places: dict[str, str], huiji_tui: Any
) -> None:
    status, out, said = huiji_tui(command, places[name])
    assert status == 66 and out == ""
    assert said.startswith("huiji-tui: ") and said.count("\n") == 1


@pytest.mark.parametrize(("command", "name"), [("outline", "fifo"), ("check", "zero"), ("convert", "socket")])
def test_x20_the_program_ends_with_one_line(command: str, name: str, places: dict[str, str]) -> None:
    done = subprocess.run(
        [*PROGRAM, command, places[name]],
        capture_output=True,
        text=True,
        timeout=TIMEOUT_S,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == 66 and done.stdout == ""
    assert done.stderr.startswith("huiji-tui: ") and done.stderr.count("\n") == 1


def test_x20_a_file_replaced_by_a_pipe_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "report.txt"
    os.mkfifo(path)
    regular = TEXT.stat()
    monkeypatch.setattr(Path, "stat", lambda self: regular)
    with pytest.raises(ReadError, match="不是普通文件"):
        read_bytes(str(path))


@pytest.fixture(scope="module")
def text(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a report that is longer than a pipe holds and is quickly read."""
    path = tmp_path_factory.mktemp("special") / "a.txt"
    path.write_text(SMALL + "甲" * 25_000, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def outline(text: Path) -> str:
    return subprocess.run([*PROGRAM, "outline", str(text)], capture_output=True, text=True).stdout


@pytest.mark.parametrize(
    "words",
    [
        "outline - < {text}", "cat {text} | {program} outline /dev/stdin", "outline <(cat {text})", "outline /proc/self/fd/7 7< <(cat {text})",
        *(
            pytest.param(words, marks=pytest.mark.slow)
            for words in ("outline /dev/stdin < {text}", "cat {text} | {program} outline -", "cat {text} | {program} outline /dev/fd/0",
                          "outline /dev/fd/7 7< <(cat {text})")
        ),
    ],
)  # fmt: skip
def test_x20_descriptors_opened_by_the_shell_are_read(words: str, text: Path, outline: str) -> None:
    program = f"{sys.executable} -m tui"
    line = words.format(text=text, program=program)
    done = subprocess.run(
        ["bash", "-c", line if program in line else f"{program} {line}"],
        capture_output=True,
        text=True,
        timeout=TIMEOUT_S,
    )
    assert done.stderr == "" and done.returncode == 0
    assert done.stdout == outline != ""


def test_x20_own_pipes_are_not_read() -> None:
    reading, writing = os.pipe()
    try:
        with pytest.raises(ReadError, match="不是普通文件"):
            read_bytes(f"/dev/fd/{reading}")
        os.set_inheritable(reading, True)
        os.write(writing, b"text")
        os.close(writing)
        writing = -1
        assert read_bytes(f"/dev/fd/{reading}") == b"text"
    finally:
        os.close(reading)
        if writing >= 0:
            os.close(writing)


def test_x20_standard_input_may_be_closed() -> None:
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m tui outline - <&-"],
        capture_output=True,
        text=True,
        timeout=TIMEOUT_S,
    )
    assert (done.returncode, done.stdout) == (66, "")
    assert done.stderr == "huiji-tui: 标准输入: 没有打开\n"


def test_x20_reading_has_a_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert MAX_BYTES == 64 * 1024 * 1024
    monkeypatch.setattr("tui.library.loading.MAX_BYTES", 10)
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 10)
    assert read_bytes(str(path)) == b"x" * 10
    path.write_bytes(b"x" * 11)
    with pytest.raises(DataError, match="超过 0 MiB"):
        read_bytes(str(path))
