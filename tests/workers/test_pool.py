"""Worker processes: no job affects another, and no worker outlives the program."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pytest

from tui.report.errors import DataError, InternalError
from tui.workers.limits import Limits
from tui.workers.pool import Cancelled, Pool
from tui.workers.worker import Job, Outcome

pytestmark = pytest.mark.usefixtures("new_workers")
PATIENCE_S = 20.0


def wait_until(holds: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE_S
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.01)


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def fall(how: str) -> Job:
    return Job("tests.support.tasks:fall", {"how": how, "path": f"{how}.txt"})


def test_a_worker_returns_values_and_bytes_and_reports_progress() -> None:
    told: list[str] = []
    payload = os.urandom(3_000_000)
    with Pool(1) as pool:
        (ran,) = pool.run_in_order([Job("tests.support.tasks:echo", {"名": "\udcff"}, payload)], told.append)
    assert ran == Outcome({"名": "\udcff"}, payload) and told == ["回声"]


@pytest.mark.parametrize(
    ("how", "kind", "said"),
    [
        ("kill", InternalError, "处理它的进程被系统终止（SIGKILL，可能是内存不足）"),
        ("exit", InternalError, "处理它的进程意外退出（状态 3）"),
        ("raise", InternalError, "内部错误：ZeroDivisionError：坏␛[31m数"),
        ("recurse", DataError, "嵌套太深"),
        ("memory", DataError, "内存不足"),
    ],
)
def test_a_job_that_fails_does_not_affect_others(how: str, kind: type, said: str) -> None:
    with Pool(2) as pool:
        ran = list(pool.run_in_order([fall("a"), fall(how), fall("print"), fall("b")]))
    assert [outcome.value for outcome in ran] == ["a", None, "print", "b"]
    assert type(ran[1].error) is kind and str(ran[1].error) == f"{how}.txt: {said}"


def test_a_job_ends_at_its_deadline() -> None:
    with Pool(1, Limits(timeout_s=2)) as pool:
        ran = list(pool.run_in_order([fall("hang"), fall("a")]))
    assert str(ran[0].error) == "hang.txt: 2 秒内没有处理完，已停止"
    assert ran[1].value == "a"


@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="one worker only")
def test_a_job_that_hangs_keeps_no_other_waiting_where_the_order_does_not_matter() -> None:
    jobs = [fall("hang"), *(fall(str(number)) for number in range(100))]
    with Pool(2, Limits(timeout_s=8)) as pool:
        numbers = [number for number, _ in pool.run(jobs)]
    assert numbers[-1] == 0 and sorted(numbers) == list(range(101))


def test_outcomes_are_in_order_and_workers_are_reused() -> None:
    with Pool(2) as pool:
        ran = list(pool.run_in_order(fall(str(number)) for number in range(200)))
        assert [outcome.value for outcome in ran] == [str(number) for number in range(200)]
        pids = {outcome.value for outcome in pool.run_in_order([Job("tests.support.tasks:own_pid", {})] * 9)}
    assert len(pids) <= 2 and not any(map(is_alive, pids))


def test_cancelling_from_another_thread_ends_the_worker_at_once() -> None:
    pids: list[int] = []
    pool = Pool(1)

    def told(words: str) -> None:
        pids.append(int(words.split()[1]))
        Thread(target=pool.cancel).start()

    with pool, pytest.raises(Cancelled):
        list(pool.run([fall("hang")], told))
    wait_until(lambda: not is_alive(pids[0]))
    with pytest.raises(Cancelled):
        list(pool.run([fall("a")]))


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_workers_end_with_the_program(tmp_path: Path, number: signal.Signals) -> None:
    note = tmp_path / "pid"
    code = (
        "from tui.workers.pool import Pool; from tui.workers.worker import Job\n"
        f"list(Pool(1).run([Job('tests.support.tasks:hang', {{'note': {str(note)!r}}})]))"
    )
    with subprocess.Popen([sys.executable, "-c", code]) as program:
        wait_until(lambda: note.exists() and note.read_text())
        assert is_alive(int(note.read_text()))
        program.send_signal(number)
        program.wait(PATIENCE_S)
    wait_until(lambda: not is_alive(int(note.read_text())))
