"""A file is written atomically: the data is on the disk before the file has its name."""

from __future__ import annotations

import os
import stat
import tempfile
import time
from pathlib import Path
from typing import Any

import pytest

from tui.report.errors import WriteError
from tui.state.files import keep_newest, make_private_folder, write_atomically, write_private


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, object]]:
    """Record the system calls in order, with the content of the files at that time."""
    done: list[tuple[str, object]] = []

    def recorded(name: str, what: object) -> None:
        done.append((name, what))

    fsync, replace, chmod = os.fsync, os.replace, os.chmod

    def record_fsync(descriptor: int) -> None:
        recorded("fsync", os.fstat(descriptor).st_size)
        fsync(descriptor)

    def record_replace(source: str, target: str) -> None:
        recorded(
            "replace", (Path(source).read_bytes(), stat.S_IMODE(Path(source).stat().st_mode), Path(target))
        )
        replace(source, target)

    def record_chmod(path: str, mode: int, **named: bool) -> None:
        recorded("chmod", mode)
        chmod(path, mode, **named)

    monkeypatch.setattr(os, "fsync", record_fsync)
    monkeypatch.setattr(os, "replace", record_replace)
    monkeypatch.setattr(os, "chmod", record_chmod)
    return done


def test_data_is_synced_before_the_file_is_renamed(tmp_path: Path, steps: list[tuple[str, object]]) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(0o640)
    steps.clear()
    write_atomically(path, b"x" * 100_000)
    assert steps == [
        ("fsync", 100_000), ("chmod", 0o640), ("replace", (b"x" * 100_000, 0o640, path)),
    ]  # fmt: skip
    steps.clear()
    write_private(path, b"new")
    assert steps == [("fsync", 3), ("chmod", 0o600), ("replace", (b"new", 0o600, path))]
    assert [file.name for file in tmp_path.iterdir()] == ["a"]
    path.chmod(0o751)
    write_atomically(path, b"newer")
    assert stat.S_IMODE(path.stat().st_mode) == 0o751


@pytest.mark.parametrize("name", ["fsync", "replace", "chmod"])
def test_a_failed_write_leaves_the_old_file_and_no_other(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, name, fail)
    with pytest.raises(WriteError, match="No space left") as caught:
        write_atomically(path, b"new")
    assert caught.value.path == str(path)
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("a", b"old")]


@pytest.mark.parametrize("mask", [0o022, 0o077, 0])
def test_a_new_file_has_the_mode_of_the_umask(mask: int, tmp_path: Path) -> None:
    before = os.umask(mask)
    try:
        write_atomically(tmp_path / "a", b"x")
        assert os.umask(mask) == mask
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o666 & ~mask


def test_the_temporary_file_is_private(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    modes: list[int] = []
    original = os.fsync

    def look(descriptor: int) -> None:
        modes.append(stat.S_IMODE(os.fstat(descriptor).st_mode))
        original(descriptor)

    monkeypatch.setattr(os, "fsync", look)
    write_private(tmp_path / "a", b"x")
    assert modes == [0o600]


def test_the_temporary_file_is_made_in_the_folder_of_the_link_target(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file can only be renamed within one file system."""
    folders: list[object] = []
    original = tempfile.mkstemp

    def record(**named: Any) -> tuple[int, str]:
        folders.append(named["dir"])
        return original(**named)

    monkeypatch.setattr(tempfile, "mkstemp", record)
    (tmp_path / "far").mkdir()
    (tmp_path / "far" / "a").write_bytes(b"old")
    (tmp_path / "near").symlink_to(tmp_path / "far" / "a")
    write_atomically(tmp_path / "near", b"new")
    write_private(tmp_path / "near", b"other")
    assert folders == [tmp_path / "far", tmp_path]
    assert (tmp_path / "far" / "a").read_bytes() == b"new"
    assert (tmp_path / "near").read_bytes() == b"other" and not (tmp_path / "near").is_symlink()


def test_a_dangling_link_gets_its_target_written(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "later")
    write_atomically(tmp_path / "link", b"x")
    assert (tmp_path / "later").read_bytes() == b"x" and (tmp_path / "link").is_symlink()


def test_an_impossible_file_name_is_an_error(tmp_path: Path) -> None:
    for name in ("a\0b", "a" * 300, "loop/a", "none/a"):
        (tmp_path / "loop").unlink(missing_ok=True)
        (tmp_path / "loop").symlink_to(tmp_path / "loop")
        with pytest.raises(WriteError):
            write_atomically(tmp_path / name, b"x")
    with pytest.raises(WriteError) as caught:
        write_private(tmp_path / "loop" / "a", b"x")
    assert caught.value.path == str(tmp_path / "loop" / "a")


def test_new_folders_are_private(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    make_private_folder(tmp_path / "a" / "b")
    make_private_folder(tmp_path / "a" / "b")
    assert [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in (".", "a", "a/b")] == [
        0o755,
        0o700,
        0o700,
    ]
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OSError, match=r"Not a directory|File exists"):
        make_private_folder(tmp_path / "file" / "c")


def test_temporary_files_older_than_a_minute_are_deleted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 1_000_000.0
    monkeypatch.setattr(time, "time", lambda: now)
    ages = {"old": 61, "fresh": 59, "future": -61, "just ahead": -59}
    for name, age in ages.items():
        stray = tmp_path / f".a.{name}.tmp"
        stray.write_bytes(b"half")
        os.utime(stray, (now - age, now - age))
    others = (".a.tmpx", "b.a.x.tmp", ".ab.x.tmp", ".a.x.tmp.txt")
    for name in others:
        (tmp_path / name).write_bytes(b"")
        os.utime(tmp_path / name, (1, 1))
    (tmp_path / ".a.dangling.tmp").symlink_to("nothing")
    write_atomically(tmp_path / "a", b"x")
    names = {file.name for file in tmp_path.iterdir()}
    assert names >= {"a", ".a.fresh.tmp", ".a.just ahead.tmp", *others}
    assert not names & {".a.old.tmp", ".a.future.tmp"}


def test_the_next_write_deletes_what_an_interrupted_one_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(5, "the disk is gone")

    with monkeypatch.context() as patch, pytest.raises(WriteError):
        patch.setattr(os, "replace", fail)
        patch.setattr(os, "unlink", fail)
        write_atomically(tmp_path / "a", b"x")
    (stray,) = tmp_path.iterdir()
    os.utime(stray, (1, 1))
    write_atomically(tmp_path / "a", b"x")
    assert [file.name for file in tmp_path.iterdir()] == ["a"]


def test_a_write_succeeds_if_old_temporary_files_cannot_be_deleted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(1, "not permitted")

    stray = tmp_path / ".a.x.tmp"
    stray.write_bytes(b"")
    os.utime(stray, (1, 1))
    for name in ("unlink", "scandir"):
        with monkeypatch.context() as patch:
            patch.setattr(os, name, fail)
            write_atomically(tmp_path / "a", name.encode())
        assert (tmp_path / "a").read_bytes() == name.encode() and stray.exists()


def test_a_folder_made_by_another_window_meanwhile_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mkdir = Path.mkdir

    def make_twice(folder: Path, mode: int, exist_ok: bool = False) -> None:
        mkdir(folder, mode)
        mkdir(folder, mode, exist_ok=exist_ok)

    monkeypatch.setattr(Path, "mkdir", make_twice)
    make_private_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()


def test_keep_newest_limits_number_and_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1_000_000.0
    monkeypatch.setattr(time, "time", lambda: now)
    dates = {"1.x": now - 3, "2.x": now - 2, "3.x": now + 59, "4.x": now + 61, "5.y": 1}
    for name, date in dates.items():
        (tmp_path / name).write_bytes(b"12345")
        os.utime(tmp_path / name, (date, date))

    def left() -> list[str]:
        return sorted(file.name for file in tmp_path.iterdir())

    keep_newest(tmp_path, "*.x", 4)
    assert left() == list(dates)
    keep_newest(tmp_path, "*.x", 4, 20)
    assert left() == list(dates)
    keep_newest(tmp_path, "*.x", 3)
    assert left() == ["1.x", "2.x", "3.x", "5.y"]
    keep_newest(tmp_path, "*.x", 3, 14)
    assert left() == ["2.x", "3.x", "5.y"]
    keep_newest(tmp_path, "*.x", 0)
    assert left() == ["5.y"]
