"""Whether a file is still what it was when it was read."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

Change = Literal["", "changed", "gone"]


class WatchedFile:
    """A file that may change under a reader's eyes; made before it is read, for no change to be missed.

    Args:
        path: The file; None for what is no file, and never changes.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._read = self._seen = self._look()

    def change(self) -> Change:
        """What has become of it since the last look, as far as that differs from what was read."""
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
