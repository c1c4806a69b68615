"""A file that changes, goes or comes back while it is open."""

from __future__ import annotations

import os
from pathlib import Path

from tui.state.watcher import WatchedFile


def test_each_change_of_a_file_is_reported_once(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"one")
    os.utime(path, ns=(5, 5))
    watched = WatchedFile(path)
    assert watched.change() == ""
    os.utime(path, ns=(6, 6))
    assert [watched.change(), watched.change()] == ["changed", ""]
    path.write_bytes(b"three")
    os.utime(path, ns=(6, 6))
    assert [watched.change(), watched.change()] == ["changed", ""]
    path.unlink()
    assert [watched.change(), watched.change()] == ["gone", ""]
    path.write_bytes(b"one")
    os.utime(path, ns=(5, 5))
    assert [watched.change(), watched.change()] == ["", ""]  # it is what was read


def test_a_report_that_is_no_file_never_changes() -> None:
    for path in (None, Path("a\0b"), Path("/none/at/all")):
        assert WatchedFile(path).change() == ""
