"""S14: state files are only read if they are regular files of the user, and only the user can read them."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.terminal import PROGRAM, Terminal
from tui.report.errors import WriteError
from tui.state import clipboard
from tui.state.files import write_atomically
from tui.state.own_files import NotOwnFile, TooLarge, read_file
from tui.state.records import Anchor, ReportState, Settings
from tui.state.store import MAX_BYTES, Store

MEMORY, OLD = ReportState(Anchor(3, "过去一年")), Anchor(1, "旧")


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def terminal_device(path: Path) -> None:
    path.symlink_to("/dev/tty")


def link_to_pipe(path: Path) -> None:
    os.mkfifo(path.with_name("pipe"))
    path.symlink_to(path.with_name("pipe"))


def loop(path: Path) -> None:
    path.symlink_to(path)


STRANGE: dict[str, Callable[[Path], object]] = {
    "pipe": os.mkfifo, "link-to-pipe": link_to_pipe, "device": device, "terminal": terminal_device,
    "folder": os.mkdir, "loop": loop,
}  # fmt: skip


def paths_in(folder: Path) -> list[Path]:
    store = Store(folder)
    store.remember("/a.txt", ReportState(OLD))
    store.keep(Settings("宣"))
    return [folder / "settings.json", next((folder / "reports").iterdir())]


@pytest.mark.parametrize("make", STRANGE.values(), ids=STRANGE)
def test_s14_state_that_is_not_a_regular_file_is_left_alone(
    tmp_path: Path, make: Callable[[Path], object]
) -> None:
    settings, report = paths_in(tmp_path)
    for path in (settings, report):
        path.unlink()
        make(path)
    before = {path: path.lstat() for path in (settings, report)}
    store = Store(tmp_path)
    assert (store.report_state("/a.txt"), store.settings()) == (ReportState(), Settings())
    store.remember("/a.txt", MEMORY)
    store.keep(Settings("墨"))
    kinds = {(stat.S_IFMT(path.lstat().st_mode), path.lstat().st_ino) for path in before}
    assert kinds == {(stat.S_IFMT(status.st_mode), status.st_ino) for status in before.values()}
    assert 1 <= len(store.warnings) <= 2
    assert all("不读也不写" in warning or "不能读取" in warning for warning in store.warnings)


def test_s14_state_files_of_other_users_are_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = paths_in(tmp_path)
    before = [path.read_bytes() for path in paths]
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    store = Store(tmp_path)
    assert (store.report_state("/a.txt"), store.settings()) == (ReportState(), Settings())
    store.remember("/a.txt", MEMORY)
    store.keep(Settings("墨"))
    assert store.warnings == [f"{path.name} 不是本人的普通文件，不读也不写" for path in reversed(paths)]
    assert [path.read_bytes() for path in paths] == before


@pytest.mark.skipif(os.getuid() != 0, reason="only the superuser may give files away")
def test_s14_ownership_is_checked_by_user_id(tmp_path: Path) -> None:
    settings, report = paths_in(tmp_path)
    os.chown(settings, 12345, 12345)
    store = Store(tmp_path)
    assert (store.report_state("/a.txt").place, store.settings()) == (OLD, Settings())
    linked = tmp_path / "linked.json"
    report.rename(linked)
    os.chown(linked, 12345, 12345)
    report.symlink_to(linked)
    os.lchown(report, 0, 0)
    assert Store(tmp_path).report_state("/a.txt") == ReportState()


def test_s14_an_unreadable_state_file_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths_in(tmp_path)
    files = {path: path.read_bytes() for path in tmp_path.rglob("*.json")}

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    store = Store(tmp_path)
    monkeypatch.setattr(os, "open", refuse)
    assert (store.report_state("/a.txt"), store.settings()) == (ReportState(), Settings())
    monkeypatch.undo()
    store.remember("/a.txt", MEMORY)
    store.keep(Settings("墨"))
    assert store.warnings == [f"不能读取 {tmp_path}，这次读到哪里记不住"]
    assert {path: path.read_bytes() for path in files} == files


def test_s14_a_link_to_an_own_file_is_read_and_written(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    for path in paths:
        path.rename(path.with_suffix(".kept"))
        path.symlink_to(path.with_suffix(".kept").name)
    store = Store(tmp_path)
    assert (store.report_state("/a.txt").place, store.settings().theme) == (OLD, "宣")
    store.remember("/a.txt", MEMORY)
    store.keep(Settings("墨"))
    assert all(path.is_symlink() for path in paths)
    assert "墨" in paths[0].with_suffix(".kept").read_text(encoding="utf-8")
    assert store.warnings == []


def test_s14_state_files_are_private(tmp_path: Path) -> None:
    """Also files that an earlier version left readable, and in folders that are new; others keep their mode."""
    folder = tmp_path / "new" / "huiji-tui"
    old = os.umask(0)
    try:
        paths = paths_in(folder)
        for path in paths:
            path.chmod(0o666)
        store = Store(folder)
        store.report_state("/a.txt")
        store.remember("/a.txt", MEMORY)
        store.keep(Settings("墨"))
        clipboard.copy("黄河", lambda _: None, folder, {}, lambda *_: False)
    finally:
        os.umask(old)
    files = {path for path in folder.rglob("*") if path.is_file()}
    assert {path.name for path in files} > {"settings.json", "clipboard.txt", ".lock"}
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}
    for made in (folder.parent, folder, folder / "reports"):
        assert made.stat().st_mode & 0o777 == 0o700
    tmp_path.chmod(0o755)
    store.keep(Settings("宣"))
    assert tmp_path.stat().st_mode & 0o777 == 0o755


def test_s14_only_regular_files_are_replaced(tmp_path: Path) -> None:
    """As the superuser a program could put a file in the place of /dev/null."""
    null = tmp_path / "null"
    null.symlink_to("/dev/null")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "folder")
    for name in ("null", "pipe", "folder", "link"):
        with pytest.raises(WriteError, match="不是普通文件"):
            write_atomically(tmp_path / name, b"x")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
    assert not [path for path in tmp_path.iterdir() if path.name.endswith(".tmp")]
    write_atomically(null, b"x", follow=False)
    assert not null.is_symlink() and null.read_bytes() == b"x"


def test_s14_reading_has_a_limit_and_does_not_follow_links(tmp_path: Path) -> None:
    path, link = tmp_path / "a", tmp_path / "b"
    path.write_bytes(b"x" * 100)
    link.symlink_to(path)
    assert read_file(path, 100) == read_file(str(link), 100, follow=True) == b"x" * 100
    for allowed in (99, 0):
        with pytest.raises(TooLarge):
            read_file(path, allowed)
    with pytest.raises(OSError, match="symbolic"):
        read_file(link, 100)
    with pytest.raises(NotOwnFile):
        read_file(tmp_path, 100)
    with pytest.raises(ValueError, match="null"):
        read_file("a\0b", 100)
    (tmp_path / "empty").write_bytes(b"")
    assert read_file(tmp_path / "empty", 0) == b""


def test_s14_a_growing_file_has_the_same_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x" * 10)
    monkeypatch.setattr(os, "read", lambda _, size: b"x" * size)
    with pytest.raises(TooLarge):
        read_file(path, MAX_BYTES)
    parts = iter([b"ab", b"c", b"", b"d"])
    monkeypatch.setattr(os, "read", lambda _, size: next(parts))
    assert read_file(path, 10) == b"abc"


def test_s14_opening_a_terminal_does_not_make_it_the_controlling_one() -> None:
    """It would send its signals to the program: a session without a terminal takes the first it opens."""
    code = (
        "import os, sys\n"
        "from tui.state.own_files import read_file\n"
        "try: read_file(sys.argv[1], 9)\n"
        "except OSError as error: print(type(error).__name__)\n"
        "try: os.open('/dev/tty', os.O_RDWR)\n"
        "except OSError: print('no terminal')\n"
    )
    main, sub = os.openpty()
    command = [sys.executable, "-c", code, os.ttyname(sub)]
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, start_new_session=True
    )
    assert done.stdout.splitlines() == ["NotOwnFile", "no terminal"]
    for descriptor in (main, sub):
        os.close(descriptor)


def test_s14_the_open_file_is_checked_not_its_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file checked by its name could be another one when it is opened; and nothing stays open."""
    path = tmp_path / "a"
    path.write_bytes(b"x")
    for name in ("stat", "lstat"):
        monkeypatch.setattr(os, name, None)
    assert read_file(path, 1) == b"x"
    monkeypatch.undo()
    before = threading.active_count(), sum(1 for _ in Path("/proc/self/fd").iterdir())
    for _ in range(20):
        with pytest.raises(TooLarge):
            read_file(path, 0)
    assert before == (threading.active_count(), sum(1 for _ in Path("/proc/self/fd").iterdir()))


def test_s14_the_screen_starts_with_pipes_and_loops_for_files(tmp_path: Path) -> None:
    for kind in ("STATE", "CACHE", "CONFIG"):
        folder = tmp_path / kind.lower() / "huiji-tui"
        folder.parent.mkdir()
        folder.symlink_to(folder)
    environment = {f"XDG_{kind}_HOME": str(tmp_path / kind.lower()) for kind in ("STATE", "CACHE", "CONFIG")}
    with Terminal(PROGRAM, environment=environment) as terminal:
        terminal.wait_for("目录")
        terminal.wait_for("不能读取")
        terminal.send("q")
        assert terminal.wait_until_left() == 0
    (tmp_path / "state" / "huiji-tui").unlink()
    (tmp_path / "state" / "huiji-tui").mkdir()
    os.mkfifo(tmp_path / "state" / "huiji-tui" / "settings.json")
    (tmp_path / "config" / "huiji-tui").unlink()
    (tmp_path / "config" / "huiji-tui").mkdir()
    os.mkfifo(tmp_path / "config" / "huiji-tui" / "config.toml")
    with Terminal(PROGRAM, environment=environment) as terminal:
        terminal.wait_for("settings.json 不是本人的普通文件")
        terminal.send("q")
        assert terminal.wait_until_left() == 0
