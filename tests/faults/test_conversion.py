"""X20: a conversion that is slow, exceeds a limit or crashes neither blocks the screen nor leaves a process behind."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.pilot import Driven, drive
from tests.support.samples import SMALL
from tests.support.terminal import PROGRAM, Terminal, modes_are_off
from tests.workers.test_pool import is_alive, wait_until
from tui.library import conversion
from tui.screens.protocol import OpenReport
from tui.workers import pool
from tui.workers.limits import Limits

TIMEOUT_S = 20.0


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("STATE", "CACHE", "CONFIG"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    for name in ("慢", "乙"):
        (tmp_path / f"{name}.txt").write_text(SMALL.replace("某某", name), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


async def until(app: Driven, holds: Callable[[], bool]) -> None:
    end = time.monotonic() + TIMEOUT_S
    while not holds():
        assert time.monotonic() < end, app.text
        await asyncio.sleep(0.01)


def pid_on(app: Driven) -> int:
    """Return the worker's process id, which the hanging task reports on the screen."""
    return int(app.text.split("pid ")[1].split("…")[0]) if "pid " in app.text else 0


async def open_slowly(app: Driven) -> int:
    app.main.post_message(OpenReport("慢.txt"))
    await until(app, lambda: pid_on(app) > 0)
    return pid_on(app)


def test_x20_keys_work_during_a_conversion_and_escape_cancels_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(conversion, "_TASK", "tests.support.tasks:hang")

    async def steps(app: Driven) -> None:
        worker = await open_slowly(app)
        assert "正在转换 慢.txt" in app.text and "Esc 取消" in app.text
        await app.press("/", "招商")
        assert "命中" in app.text
        await app.press("enter", "j")
        assert is_alive(worker)
        await app.press("escape")
        await until(app, lambda: not is_alive(worker))
        assert "已取消" in app.text and "惠济区政府工作报告" in app.rows[0]

    drive(steps)


def test_x20_opening_another_file_stops_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = conversion._TASK
    monkeypatch.setattr(conversion, "_TASK", "tests.support.tasks:hang")

    async def steps(app: Driven) -> None:
        worker = await open_slowly(app)
        monkeypatch.setattr(conversion, "_TASK", usual)
        app.main.post_message(OpenReport("乙.txt"))
        await until(app, lambda: not is_alive(worker))
        await until(app, lambda: "乙县政府工作报告" in app.text)

    drive(steps)


@pytest.mark.usefixtures("new_workers")
@pytest.mark.parametrize(
    ("limits", "number", "said"),
    [
        pytest.param(Limits(), signal.SIGKILL, "慢.txt: 处理它的进程被系统终止", id="X20-killed"),
        pytest.param(Limits(), signal.SIGSEGV, "慢.txt: 处理它的进程被终止（SIGSEGV）", id="X20-crashed"),
        pytest.param(Limits(timeout_s=2), None, "慢.txt: 2 秒内没有处理完，已停止", id="X20-time"),
        pytest.param(Limits(memory_bytes=300 << 20), None, "慢.txt: 内存不足", id="X20-memory"),
    ],
)
def test_a_failed_conversion_is_reported_and_the_open_report_stays(
    limits: Limits, number: signal.Signals | None, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    uses_memory = "内存" in said
    monkeypatch.setattr(pool, "LIMITS", limits)
    monkeypatch.setattr(conversion, "_TASK", f"tests.support.tasks:{'use_memory' if uses_memory else 'hang'}")

    async def steps(app: Driven) -> None:
        app.main.post_message(OpenReport("慢.txt"))
        if number is not None:
            await until(app, lambda: pid_on(app) > 0)
            os.kill(pid_on(app), number)
        await until(app, lambda: said in app.text)
        await app.press("j")
        assert "惠济区政府工作报告" in app.rows[0]

    drive(steps)


_SLOW = (
    "import sys; sys.argv = ['huiji-tui', *sys.argv[1:]]\n"
    "from tui.library import conversion; conversion._TASK = 'tests.support.tasks:hang'\n"
    "from tui.__main__ import main; main()"
)


def worker_on(terminal: Terminal) -> int:
    shown = terminal.wait_for(lambda text: "pid " in text and "…" in text.split("pid ")[1])
    return int(shown.split("pid ")[1].split("…")[0])


@pytest.mark.parametrize(
    "end", ["KILL", *(pytest.param(end, marks=pytest.mark.slow) for end in ("quit", "TERM", "HUP"))]
)
def test_x20_no_process_is_left_behind_however_the_program_ends(end: str, folder: Path) -> None:
    root = str(Path(__file__).parents[2])
    with Terminal([sys.executable, "-c", _SLOW], folder=folder, environment={"PYTHONPATH": root}) as terminal:
        terminal.wait_for("q 退出")
        terminal.send("o", "慢.txt")
        terminal.wait_for("文件")
        terminal.send("enter")
        worker = worker_on(terminal)
        if end == "quit":
            terminal.send("q")
        else:
            terminal.signal(signal.Signals[f"SIG{end}"])
        status = terminal.wait_until_left()
        assert status == {"quit": 0, "TERM": 143, "HUP": 129, "KILL": 137}[end]
        wait_until(lambda: not is_alive(worker))


def test_x20_ctrl_c_ends_the_conversion_of_a_report_named_on_the_command_line(folder: Path) -> None:
    root = str(Path(__file__).parents[2])
    command = [sys.executable, "-c", _SLOW, "慢.txt"]
    with Terminal(command, folder=folder, environment={"PYTHONPATH": root}) as terminal:
        worker = worker_on(terminal)
        terminal.signal(signal.SIGINT)
        assert terminal.wait_until_left() == 130
        wait_until(lambda: not is_alive(worker))
        assert "Traceback" not in terminal.text
    with Terminal([*PROGRAM, "乙.txt"], folder=folder, environment={"PYTHONPATH": root}) as terminal:
        terminal.wait_for("乙县政府工作报告")
        terminal.send("q")
        assert terminal.wait_until_left() == 0


def test_e11_a_crash_of_the_screen_is_reported_in_one_line_and_state_is_saved(folder: Path) -> None:
    code = (
        "import sys; sys.argv = ['huiji-tui', '--at', '3.4']\n"
        "from tui.screens.pickers import Pickers\n"
        "def crash(self): raise ZeroDivisionError('坏')\n"
        "Pickers.help = crash\n"
        "from tui.__main__ import main; main()"
    )
    root = str(Path(__file__).parents[2])
    for debug in ("", "1"):
        environment = {"PYTHONPATH": root, "HUIJI_DEBUG": debug, "XDG_STATE_HOME": str(folder)}
        with Terminal([sys.executable, "-c", code], environment=environment) as terminal:
            terminal.wait_for("q 退出")
            terminal.send("?")
            assert terminal.wait_until_left() == 70
            raw = bytes(terminal.raw)
            assert modes_are_off(raw)
            left = raw.rpartition(b"1049l")[2].decode()
            assert "huiji-tui: 内部错误：ZeroDivisionError：坏" in left
            assert left.count("huiji-tui: ") == 1 and ("Traceback" in left) == (debug == "1")
        assert list(folder.glob("**/reports/*.json"))
