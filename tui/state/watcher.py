"""Detect that an open file has changed or vanished."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

Change = Literal["", "changed", "gone"]


class WatchedFile:
    """An open file. Create it before reading the file, so that no change is missed.

    Args:
        path: The file; None for a report that is no file, and never changes.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._read = self._seen = self._look()

    def change(self) -> Change:
        """Return what has happened since the last call, if the file differs from what was read."""
        now = self._look()
        if now == self._seen:
            return ""
        self._seen = now
        if now is None:
            return "gone"
        return "changed" if now != self._read else ""

    def _look(self) -> tuple[int, int] | None:
        if self._path is None:
            return None
        try:
            status = self._path.stat()
        except (OSError, ValueError):
            return None
        return status.st_mtime_ns, status.st_size
