"""``library watch`` in a process of its own, and what it refuses."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.library.conftest import text_of
from tui.messages import watch as messages

Run = Callable[..., tuple[int, str, str]]
_WAIT_S = 60


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "library.db"
    monkeypatch.setenv("HUIJI_LIBRARY", str(path))
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "shelf"
    path.mkdir()
    return path


def write(folder: Path, place: str, year: int) -> None:
    (folder / f"{place}{year}.txt").write_text(text_of(place, year), encoding="utf-8")


@pytest.fixture
def watch(library: Path, folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Return the program, watching the folder."""
    command = (sys.executable, "-m", "tui", "library", "watch", str(folder), "--every", "0.2")
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    yield process
    process.kill()
    process.communicate()


def test_reports_are_added_as_they_come_and_ctrl_c_says_what_was_done(
    watch: subprocess.Popen[str], library: Path, folder: Path, huiji_tui: Run
) -> None:
    assert watch.stdout is not None and watch.stderr is not None
    assert "监视 1 个文件夹，每 0.2 秒看一次" in watch.stderr.readline()
    write(folder, "青川县", 2022)
    line = watch.stdout.readline()
    assert re.match(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d  已加入  青川县/2022  /.*青川县2022\.txt\n", line)
    assert huiji_tui("search", "低空经济", "--library", "--save", "低空")[0] == 0
    write(folder, "青川县", 2023)
    assert "已加入  青川县/2023" in watch.stdout.readline()
    assert "搜索“低空”有新的：2 处，1 份报告（青川县/2023）" in watch.stdout.readline()
    watch.send_signal(signal.SIGINT)
    out, err = watch.communicate(timeout=_WAIT_S)
    assert (out, watch.returncode) == ("", 130)
    assert "已停止：加入 2，保存的搜索 1 次有新的（历时" in err and "Traceback" not in err


def test_one_round_adds_what_is_there(library: Path, folder: Path, huiji_tui: Run) -> None:
    write(folder, "青川县", 2022)
    (folder / "empty.txt").write_text(" \n")
    status, out, err = huiji_tui("library", "watch", folder, "--once", "--format", "json")
    events = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    assert sorted(event["event"] for event in events) == ["added", "failed"]
    added = next(event for event in events if event["event"] == "added")
    assert added["report"] == "青川县/2022" and added["path"].endswith("青川县2022.txt")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", added["time"])
    assert "加入 1，未能加入 1" in err
    status, out, err = huiji_tui("library", "watch", folder, "--once")
    assert status == 65  # as library add: nothing could be added, and a file failed
    assert [line.split("  ")[1] for line in out.splitlines()] == ["未能加入"]


def test_names_are_printed_as_data(library: Path, folder: Path, huiji_tui: Run) -> None:
    (folder / "a\x1b[2J\u202e.txt").write_text(text_of("青川县", 2022), encoding="utf-8")
    for form in ("text", "json"):
        _, out, _ = huiji_tui("library", "watch", folder, "--once", "--format", form)
        assert "\x1b" not in out and "\u202e" not in out


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("nowhere",), 66, messages.NO_FOLDER),
        ((__file__,), 66, messages.NOT_A_FOLDER),
        ((".", "--every", "0"), 2, messages.EVERY_RANGE),
        ((".", "--every", "nan"), 2, messages.EVERY_RANGE),
        ((), 2, messages.FOLDER),
    ],
)
def test_what_cannot_be_watched_is_refused_in_one_line(
    words: tuple[str, ...], status: int, said: str, library: Path, huiji_tui: Run
) -> None:
    code, out, err = huiji_tui("library", "watch", *words)
    assert (code, out) == (status, "")
    assert said in err and len(err.splitlines()) == 1
    assert not library.exists()
