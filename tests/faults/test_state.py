"""S01 to S12, S15: state that is damaged, truncated, inaccessible or shared; nothing is lost without a notice."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.samples import SMALL
from tests.support.terminal import PROGRAM, Terminal
from tui.library import cache
from tui.library.cache import load_cached
from tui.report.errors import WriteError
from tui.state import store
from tui.state.files import STRAY_AFTER_S, write_atomically
from tui.state.records import Anchor, QueryHistory, ReportState, Settings
from tui.state.store import MAX_BYTES, MAX_SET_ASIDE, Store

DAMAGED = {
    "S01-truncated": b'{"version": 1, "queries": ["',
    "S02-empty": b"",
    "S03-not-UTF-8": b'{"version": 1, "theme": "\xff\xfe"}',
    "S04-list": b"[]",
    "S04-place": b'{"version": 1, "place": 3, "theme": 3}',
    "S04-marks": b'{"version": 1, "marks": {"a": ["x", 1]}, "measure": "x"}',
    "S04-queries": b'{"version": 1, "queries": "x", "marks": "x", "recent": "x"}',
    "S04-deep": b"[" * 100_000,
    "S05-newer": b'{"version": 2, "queries": ["x"]}',
    "S06-100-MB": b" " * (100 * MAX_BYTES),
}


@pytest.mark.parametrize("which", ["report", "settings", "queries"])
@pytest.mark.parametrize("name", DAMAGED)
def test_a_corrupt_state_file_is_set_aside_with_a_warning(tmp_path: Path, name: str, which: str) -> None:
    store = Store(tmp_path)
    old, new = ReportState(Anchor(1, "黄河")), ReportState(Anchor(2, "生态"))
    store.remember("/a.txt", old)
    store.keep(Settings("宣"))
    store.keep_queries(QueryHistory(["黄河"]))
    path = tmp_path / f"{which}.json" if which != "report" else next((tmp_path / "reports").iterdir())
    path.write_bytes(DAMAGED[name])
    store = Store(tmp_path)
    found = (store.report_state("/a.txt"), store.settings(), store.earlier_queries(QueryHistory()))
    assert found == (
        ReportState() if which == "report" else old,
        Settings() if which == "settings" else Settings("宣"),
        [] if which == "queries" else ["黄河"],
    )
    store.keep_queries(QueryHistory(["生态"]))
    assert store.warnings == [f"上次的记录读不懂，已另存为 {path.with_suffix('.bad').name}"]
    assert path.with_suffix(".bad").read_bytes() == DAMAGED[name]
    store.remember("/a.txt", new)
    store.keep(Settings("墨"))
    store = Store(tmp_path)
    assert (store.report_state("/a.txt"), store.settings().theme) == (new, "墨")
    assert store.earlier_queries(QueryHistory())[-1] == "生态"
    assert store.warnings == []


def test_s15_the_newest_files_set_aside_are_kept(tmp_path: Path) -> None:
    """Counted, not dated: the clock may have been set back. Names of others that look alike are left alone."""
    path = tmp_path / "settings.json"
    strange = [tmp_path / f"settings.bad{end}" for end in (".x", "x", ".²", ".1.old", "1")]
    for file in strange:
        file.write_text("strange")
    for number in range(1, 9):
        path.write_bytes(b"damaged %d" % number)
        store = Store(tmp_path)
        assert store.settings() == Settings()
        end = "" if number == 1 else f".{number - 1}"
        assert store.warnings == [f"上次的记录读不懂，已另存为 settings.bad{end}"]
        kept = {file.read_bytes() for file in tmp_path.glob("settings.bad*")} - {b"strange"}
        assert kept == {
            b"damaged %d" % each for each in range(max(1, number - MAX_SET_ASIDE + 1), number + 1)
        }
    assert all(file.exists() for file in strange)


def test_s15_a_valid_file_written_meanwhile_is_not_set_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another instance may have set the file aside and written a new one after this one read it."""
    path = tmp_path / "settings.json"
    path.write_bytes(b"damaged")

    @contextmanager
    def late(folder: Path) -> Iterator[bool]:
        path.write_bytes(Settings("宣").dump())
        yield True

    monkeypatch.setattr(store, "locked", late)
    kept = Store(tmp_path)
    assert kept.settings() == Settings("宣")
    assert kept.warnings == [] and not list(tmp_path.glob("*.bad"))


def test_s01_the_screen_shows_which_file_was_set_aside(tmp_path: Path) -> None:
    settings = tmp_path / "huiji-tui" / "settings.json"
    settings.parent.mkdir()
    settings.write_bytes(DAMAGED["S01-truncated"])
    with Terminal(PROGRAM, environment={"XDG_STATE_HOME": str(tmp_path)}) as terminal:
        terminal.wait_for("上次的记录读不懂，已另存为 settings.bad")


def kill_during(write: str, folder: Path, chance: random.Random) -> None:
    """Write repeatedly in another process and kill it during a write."""
    with subprocess.Popen([sys.executable, "-c", write, str(folder)], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(chance.random() * 0.01)
        process.kill()
        assert process.wait() == -signal.SIGKILL


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
def test_s07_a_killed_write_leaves_the_old_or_the_new_file(size: int, times: int, tmp_path: Path) -> None:
    chance = random.Random(size)
    (tmp_path / "a").write_bytes(b"A" * size)
    for _ in range(times):
        kill_during(WRITES.format(size=size), tmp_path, chance)
        content = (tmp_path / "a").read_bytes()
        assert content in (b"A" * size, b"B" * size)


def test_s07_temporary_files_of_killed_writes_are_deleted(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    stray, fresh, other = (tmp_path / name for name in (".a.json.x1.tmp", ".a.json.x2.tmp", ".b.json.x1.tmp"))
    for file in (stray, fresh, other):
        file.write_bytes(b"half")
    old = time.time() - 2 * STRAY_AFTER_S
    for file in (stray, other):
        os.utime(file, (old, old))
    write_atomically(path, b"whole")
    assert {file.name for file in tmp_path.iterdir()} == {path.name, fresh.name, other.name}


def test_s08_a_full_disk_leaves_the_old_file() -> None:
    """A limit on the size of files simulates a full disk."""
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
        print(path.read_bytes().decode(), len(list(Path(folder).iterdir())))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=20)
    assert done.stdout == "old 1\n"


def may_mount() -> bool:
    """Return whether a file system can be mounted in a separate namespace."""
    command = ["unshare", "-m", "sh", "-c", "mount -t tmpfs none /mnt"]
    return shutil.which("unshare") is not None and not subprocess.run(command, capture_output=True).returncode


@pytest.mark.skipif(not may_mount(), reason="no file system may be mounted here")
def test_s08_a_full_file_system_leaves_the_old_file(tmp_path: Path) -> None:
    """The mount is made in a separate namespace, where no other process sees it."""
    code = """
import sys
from pathlib import Path
from tui.report.errors import WriteError
from tui.state.files import write_atomically
path = Path(sys.argv[1]) / "a"
write_atomically(path, b"old")
try:
    write_atomically(path, b"x" * 5_000_000)
except WriteError as error:
    print(path.read_bytes().decode(), len(list(path.parent.iterdir())))
"""
    mount = f"mount -t tmpfs -o size=1m none {tmp_path} && exec {sys.executable} -c '{code}' {tmp_path}"
    done = subprocess.run(["unshare", "-m", "sh", "-c", mount], capture_output=True, text=True, timeout=20)
    assert done.stdout == "old 1\n"


def test_s09_a_read_only_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(WriteError):
        write_atomically(tmp_path / "a" / "b", b"x")
    for folder in (tmp_path / "a", Path("/proc")):
        store = Store(folder)
        store.remember("/a.txt", ReportState(Anchor(1, "黄河")))
        store.keep_queries(QueryHistory(["生态"]))
        assert len(store.warnings) == 1


def test_s09_the_screen_works_without_writable_state() -> None:
    with Terminal(PROGRAM, environment={"XDG_STATE_HOME": "/proc", "XDG_CACHE_HOME": "/proc"}) as terminal:
        terminal.wait_for("q 退出")
        terminal.send("黄河")
        terminal.wait_for("命中 1/32")
        terminal.send("enter")
        terminal.wait_for("记不住")
        terminal.send("q")
        assert terminal.wait_until_left() == 0


def test_s10_links_and_permissions_are_kept(tmp_path: Path) -> None:
    target, link = tmp_path / "a", tmp_path / "b"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link.symlink_to(target)
    write_atomically(link, b"new")
    assert link.is_symlink() and target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o640


def test_s11_two_programs_writing_at_once_leave_valid_files(tmp_path: Path) -> None:
    one, other = Store(tmp_path), Store(tmp_path)
    for number in range(20):
        one.remember("/a", ReportState(Anchor.of(SMALL, number)))
        one.keep_queries(QueryHistory([f"甲{number}"]))
        other.remember("/a", ReportState(Anchor.of(SMALL, number)))
        other.keep_queries(QueryHistory([f"乙{number}"]))
        other.keep(Settings("宣", number))
        one.keep(Settings("墨", number))
        assert Store(tmp_path).earlier_queries(QueryHistory())[-1] == f"乙{number}"
        assert Store(tmp_path).settings() == Settings("墨", number)
    assert not list(tmp_path.rglob("*.bad")) and not list(tmp_path.rglob("*.tmp"))


def test_s12_a_clock_set_back_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files written before seem to be from the future; new state is written all the same, and stray files are removed."""
    monkeypatch.setattr(cache, "MAX_RECORDS", 2)
    tomorrow = time.time() + 86400
    for name in "甲乙丙":
        path = tmp_path / f"{name}.txt"
        path.write_text(SMALL + name, encoding="utf-8")
        load_cached(str(path), None, tmp_path / "kept")
        if name != "丙":
            for file in (tmp_path / "kept").iterdir():
                os.utime(file, (tomorrow, tomorrow))
    texts = [file.read_text(encoding="utf-8") for file in (tmp_path / "kept").iterdir()]
    assert len(texts) == 2 and any("丙" in text for text in texts)
    stray = tmp_path / ".a.x.tmp"
    stray.write_bytes(b"half")
    os.utime(stray, (tomorrow, tomorrow))
    write_atomically(tmp_path / "a", b"whole")
    assert not stray.exists()
    store = Store(tmp_path / "state")
    store.remember("/a.txt", ReportState(Anchor.of(SMALL, 9)))
    assert Store(tmp_path / "state").report_state("/a.txt").place == Anchor.of(SMALL, 9)
