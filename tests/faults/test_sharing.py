"""S13: two instances that use the same state keep what either has added, and drop what either has deleted."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.pilot import Driven, drive
from tests.support.samples import huiji
from tui.state import locking
from tui.state import store as store_module
from tui.state.records import Anchor, QueryHistory, ReportState, Settings
from tui.state.store import ReportStore, Store

PLACE = Anchor(7, "过去一年")
#: Two of these write into one folder at once: a query, a bookmark and a recent report in each round.
WINDOW = """
import sys
from pathlib import Path
from tui.state import files, locking
from tui.state import store as store_module
from tui.state.records import Anchor
from tui.state.store import ReportStore, Store
folder, name, rounds = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
locking.WAIT_S = 60.0
report_store = ReportStore(Store(folder), "/报告.txt")
print(flush=True)
sys.stdin.readline()
for number in range(rounds):
    report_store.history.add(f"{name}{number % 20}")
    report_store.report_state.bookmarks[chr(ord("甲" if name == "a" else "龥") + number)] = Anchor(number, name)
    report_store.settings.add_recent(f"/{name}/{number % 9}")
    report_store.keep()
assert report_store.new_warnings() == []
"""


def open_files() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


@pytest.mark.parametrize("rounds", [60, pytest.param(400, marks=pytest.mark.slow)])
def test_s13_two_processes_that_write_at_once_lose_nothing(tmp_path: Path, rounds: int) -> None:
    windows = [
        subprocess.Popen(
            [sys.executable, "-c", WINDOW, str(tmp_path), name, str(rounds)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        for name in "ab"
    ]  # fmt: skip
    for window in windows:
        assert window.stdout is not None
        window.stdout.readline()
    for window in windows:
        assert window.stdin is not None
        window.stdin.write("\n")
        window.stdin.flush()
    for window in windows:
        _, errors = window.communicate(timeout=120)
        assert (window.returncode, errors) == (0, "")
    store = Store(tmp_path)
    report_state, settings = store.report_state("/报告.txt"), store.settings()
    assert len(report_state.bookmarks) == 2 * rounds
    assert {place.offset for place in report_state.bookmarks.values()} == set(range(rounds))
    assert set(store.earlier_queries(QueryHistory())) == {
        f"{name}{number}" for name in "ab" for number in range(20)
    }
    assert set(settings.recent) == {
        "/报告.txt",
        *(f"/{name}/{number}" for name in "ab" for number in range(9)),
    }
    assert store.warnings == [] and not list(tmp_path.rglob("*.bad*")) and not list(tmp_path.rglob("*.tmp"))


def test_s13_bookmarks_and_queries_of_both_windows_survive(tmp_path: Path) -> None:
    Store(tmp_path).remember("/a", ReportState(PLACE, {"x": PLACE, "y": PLACE}))
    Store(tmp_path).keep_queries(QueryHistory(["旧"]))
    one, other = ReportStore(Store(tmp_path), "/a"), ReportStore(Store(tmp_path), "/a")
    one.history.add("甲")
    one.report_state.bookmarks["a"] = Anchor(1, "甲")
    del one.report_state.bookmarks["x"]
    other.history.add("乙")
    other.report_state.bookmarks["b"] = Anchor(2, "乙")
    other.report_state.bookmarks["y"] = Anchor(3, "丙")
    other.report_state.place = Anchor(9, "丁")
    one.settings.measure, other.settings.theme = 72, "宣"
    for report_store in (one, other, one, other):
        report_store.keep()
    store = Store(tmp_path)
    bookmarks = {"a": Anchor(1, "甲"), "b": Anchor(2, "乙"), "y": Anchor(3, "丙")}
    assert store.report_state("/a") == ReportState(Anchor(9, "丁"), bookmarks)
    assert store.earlier_queries(QueryHistory()) == ["旧", "甲", "乙"] == one.earlier_queries()
    assert store.settings() == Settings("宣", 72, recent=["/a"])
    # Additions of the other instance are available here; the reading position and the theme stay this instance's own.
    one.report_state.bookmarks["c"] = PLACE
    one.keep()
    assert one.report_state == ReportState(PLACE, {**bookmarks, "c": PLACE})
    assert one.settings.theme == ""
    other.report_state.bookmarks.pop("a")
    other.keep()
    assert set(Store(tmp_path).report_state("/a").bookmarks) == {"b", "c", "y"}
    one.history.add("戊")
    one.keep()
    assert set(Store(tmp_path).report_state("/a").bookmarks) == {"b", "c", "y"}


def test_s13_unchanged_state_is_neither_read_nor_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report_store = ReportStore(Store(tmp_path), "/a")
    report_store.keep()
    before = {path: path.stat().st_ino for path in tmp_path.rglob("*.json")}
    assert len(before) == 2
    monkeypatch.setattr(os, "open", None)
    report_store.keep()
    monkeypatch.undo()
    again = ReportStore(Store(tmp_path), "/a")
    again.keep()
    assert {path: path.stat().st_ino for path in tmp_path.rglob("*.json")} == before


@pytest.mark.parametrize("damage", [None, b"{"], ids=["deleted", "damaged"])
def test_s13_a_file_deleted_or_damaged_meanwhile_is_rewritten(tmp_path: Path, damage: bytes | None) -> None:
    report_store = ReportStore(Store(tmp_path), "/a")
    report_store.report_state.bookmarks["a"] = PLACE
    report_store.keep()
    (path,) = (tmp_path / "reports").iterdir()
    path.unlink() if damage is None else path.write_bytes(damage)
    report_store.report_state.bookmarks["b"] = PLACE
    report_store.keep()
    assert Store(tmp_path).report_state("/a") == ReportState(None, {"a": PLACE, "b": PLACE})
    assert bool(report_store.new_warnings()) == (damage is not None)


def test_s13_two_windows_on_the_screen(tmp_path: Path) -> None:
    report_stores = [ReportStore(Store(tmp_path), "huiji") for _ in range(2)]

    async def first(app: Driven) -> None:
        await app.press("m", "a", "slash", "黄河", "enter", "T")
        app.app.keep()

    async def second(app: Driven) -> None:
        await app.press("m", "b", "slash", "生态", "enter")
        app.app.keep()
        assert set(app.app.session.report_store.report_state.bookmarks) == {"a", "b"}

    drive(first, report_store=report_stores[0], report=huiji())
    drive(second, report_store=report_stores[1], report=huiji())
    store = Store(tmp_path)
    report_state = store.report_state("huiji")
    assert (set(report_state.bookmarks), store.earlier_queries(QueryHistory())) == (
        {"a", "b"},
        ["黄河", "生态"],
    )
    assert store.settings().theme == "宣"


def test_s13_waiting_for_a_lock_has_a_timeout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locking, "WAIT_S", 0.05)
    with locking.locked(tmp_path) as held:
        assert held
        assert (tmp_path / ".lock").stat().st_mode & 0o777 == 0o600
        with locking.locked(tmp_path) as again:
            assert not again
        report_store = ReportStore(Store(tmp_path), "/a")
        report_store.report_state.bookmarks["a"] = PLACE
        report_store.keep()  # without the lock
    assert Store(tmp_path).report_state("/a").bookmarks == {"a": PLACE}
    with locking.locked(tmp_path) as held:
        assert held


def test_s13_state_already_written_by_another_window_is_not_rewritten(tmp_path: Path) -> None:
    Store(tmp_path).keep(Settings("宣"))
    before = (tmp_path / "settings.json").stat().st_ino
    Store(tmp_path).keep(Settings("宣"))
    assert (tmp_path / "settings.json").stat().st_ino == before


def test_s13_the_first_write_in_a_new_folder_takes_the_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held: list[bool] = []

    @contextmanager
    def locked(folder: Path) -> Iterator[bool]:
        with locking.locked(folder) as is_held:
            held.append(is_held)
            yield is_held

    monkeypatch.setattr(store_module, "locked", locked)
    Store(tmp_path / "new").keep(Settings("宣"))
    assert held == [True]


def test_s13_a_lock_released_in_time_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locking, "WAIT_S", 60.0)
    holder = os.open(tmp_path / ".lock", os.O_CREAT | os.O_RDWR)
    fcntl.flock(holder, fcntl.LOCK_EX)
    pauses: list[float] = []

    def pause(pause_s: float) -> None:
        pauses.append(pause_s)
        os.close(holder)

    monkeypatch.setattr(time, "sleep", pause)
    with locking.locked(tmp_path) as held:
        assert held
    assert len(pauses) == 1 and pauses[0] <= 0.01  # a key may be waiting


def test_s13_state_is_written_without_locks_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(38, "no locks here")

    def check(folder: Path) -> None:
        with locking.locked(folder) as held:
            assert not held
        Store(folder).remember("/a", ReportState(PLACE))
        assert Store(folder).report_state("/a").place == PLACE

    for name, make in (
        ("pipe", os.mkfifo),
        ("folder", os.mkdir),
        ("loop", lambda path: path.symlink_to(path)),
        ("link", lambda path: path.symlink_to(__file__)),
    ):
        (tmp_path / name).mkdir()
        make(tmp_path / name / ".lock")
        check(tmp_path / name)
    with monkeypatch.context() as patch:
        patch.setitem(sys.modules, "fcntl", None)  # as on Windows
        (tmp_path / "windows").mkdir()
        check(tmp_path / "windows")
    (tmp_path / "none").mkdir()
    before = open_files()
    monkeypatch.setattr(fcntl, "flock", refuse)
    check(tmp_path / "none")
    assert open_files() == before
