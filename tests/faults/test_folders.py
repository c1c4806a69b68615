"""F01 to F05: in a run over a folder a failing file affects only its own result, and no process is left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.support.samples import SMALL
from tests.workers.test_pool import is_alive, wait_until
from tui.cli import convert, search
from tui.workers import pool
from tui.workers.limits import Limits

ROOT = Path(__file__).parents[2]
NAMES = ("丁.txt", "丙.txt", "乙.txt", "甲.txt")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "报告"
    path.mkdir()
    for name in NAMES:
        (path / name).write_text(SMALL, encoding="utf-8")
    return path


@pytest.mark.usefixtures("one_worker")
def test_f01_each_failing_file_is_one_line(huiji_tui: Any, folder: Path) -> None:
    (folder / "坏.txt").write_bytes(b"\0\1")
    (folder / "空.txt").write_bytes(b"")
    (folder / "圈.txt").symlink_to(folder / "圈.txt")
    (folder / "断.docx").write_bytes(b"PK\3\4" + b"\0" * 100)
    (folder / "纲.yaml").write_text("schema: huiji-outline/9\n")
    status, out, said = huiji_tui("search", "园区", folder, "--count")
    assert status == 0 and [line.split("\t") for line in out.splitlines()] == [
        [str(folder / name), "2"] for name in NAMES
    ]
    assert said.count("huiji-tui: ") == said.count("\n") == 5
    status, out, said = huiji_tui("convert", folder)
    assert status in (65, 66) and said.count("huiji-tui: ") == 4 and said.count("2 章") == 4
    assert len(list(folder.glob("?.yaml"))) == 5


@pytest.mark.usefixtures("one_worker")
def test_f01_the_exit_code_tells_of_files_that_could_not_be_searched(huiji_tui: Any, folder: Path) -> None:
    assert huiji_tui("search", "没有的词", folder)[0] == 1
    (folder / "坏.txt").write_bytes(b"\0\1")
    assert huiji_tui("search", "没有的词", folder)[0] == 65
    status, _, said = huiji_tui("search", "园区 in:1.9", folder)
    assert status == 2 and said.count("huiji-tui: ") == 5
    status, _, said = huiji_tui("search", "/(/", folder)
    assert status == 2 and said.count("huiji-tui: ") == 1


@pytest.mark.parametrize(
    "how", ["kill", *(pytest.param(how, marks=pytest.mark.slow) for how in ("exit", "raise"))]
)
def test_f02_a_dead_worker_fails_only_its_file(
    huiji_tui: Any, folder: Path, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also F05: out of memory gives a one-line error."""
    (folder / f"{how}.txt").write_text(SMALL, encoding="utf-8")
    if how == "memory":
        monkeypatch.setattr(pool, "LIMITS", Limits(memory_bytes=300 << 20))
    monkeypatch.setattr(search, "_TASK", "tests.support.tasks:search_or_fall")
    monkeypatch.setattr(convert, "_TASK", "tests.support.tasks:convert_or_fall")
    status, out, said = huiji_tui("search", "园区", folder, "--count")
    assert status == 0 and out.count("\t2\n") == 4 and said.count("\n") == 1
    assert f"{how}.txt: " in said and (": 内存不足\n" in said) == (how == "memory")
    status, out, said = huiji_tui("convert", folder)
    assert status == (65 if how == "memory" else 70) and said.count("2 章") == 4
    assert said.count("huiji-tui: ") == 1 and len(list(folder.glob("*.yaml"))) == 4


@pytest.mark.usefixtures("one_worker", "new_workers")
def test_f05_running_out_of_memory_is_one_line(huiji_tui: Any, folder: Path, monkeypatch: Any) -> None:
    test_f02_a_dead_worker_fails_only_its_file(huiji_tui, folder, "memory", monkeypatch)


@contextmanager
def running(command: str, folder: Path) -> Iterator[tuple[subprocess.Popen[bytes], list[int]]]:
    """Start a folder run whose workers never end; yield the program and the workers' process ids."""
    code = (
        "import sys; from tui.cli import convert, search\n"
        "convert._TASK = search._TASK = 'tests.support.tasks:note_and_hang'\n"
        "from tui.cli.main import run; import os\n"
        "status = run(sys.argv[1:], print); os._exit(status)"
    )
    words = ["search", "园区"] if command == "search" else ["convert"]
    with subprocess.Popen(
        [sys.executable, "-c", code, *words, str(folder)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as program:
        wanted = min(len(NAMES), os.cpu_count() or 1)

        def pids() -> list[int]:
            found = [path.read_text() for path in folder.glob("*.pid")]
            return [int(pid) for pid in found if pid]

        wait_until(lambda: len(pids()) == wanted)
        yield program, pids()


@pytest.mark.parametrize("command", ["convert", pytest.param("search", marks=pytest.mark.slow)])
@pytest.mark.parametrize(
    ("name", "times", "status"),
    [
        pytest.param("INT", 4, 130, id="F03-INT"),
        pytest.param("TERM", 1, 143, id="F04-TERM"),
        pytest.param("HUP", 1, 129, id="F04-HUP"),
        pytest.param("KILL", 1, -9, id="F04-KILL"),
    ],
)
def test_all_processes_end(command: str, name: str, times: int, status: int, folder: Path) -> None:
    with running(command, folder) as (program, workers):
        assert all(map(is_alive, workers))
        for _ in range(times):
            program.send_signal(signal.Signals[f"SIG{name}"])
        assert program.wait(20) == status
        assert program.stderr is not None and program.stderr.read() == b""
    wait_until(lambda: not any(map(is_alive, workers)))
    assert not list(folder.glob("*.yaml")) and not list(folder.glob(".*"))


def test_f03_results_are_in_the_order_of_the_files(huiji_tui: Any, folder: Path) -> None:
    for number in range(30):
        (folder / f"{number:02}.txt").write_text(SMALL * (1 + number * 7 % 5), encoding="utf-8")
    _, out, _ = huiji_tui("search", "园区", folder, "--count")
    names = [line.split("\t")[0] for line in out.splitlines()]
    assert names == sorted(names) and len(names) == 34
