"""Find the files of folders that are new or have changed, once they have stopped growing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from tui.library.folders import reports_in
from tui.report.errors import ReadError

#: Seconds a file must stay as it is before it is read: it may still be copied or downloaded.
SETTLE_S = 2.0
_NS = 1_000_000_000


class Stamp(NamedTuple):
    """What tells that a file has changed; the time of its entry changes with its permissions, too."""

    size: int
    mtime_ns: int
    ctime_ns: int


class Look(NamedTuple):
    """What one look at a folder found.

    Attributes:
        settled: The files to be read, each with what it was like.
        growing: The files that may still grow.
        errors: What could not be read, as far as it was not found before: folders in it, or the folder itself.
        is_back: Whether the folder could be read again, and could not before.
    """

    settled: dict[str, Stamp]
    growing: list[str]
    errors: list[ReadError]
    is_back: bool = False


class WatchedFolder:
    """A folder that is looked at again and again.

    Args:
        path: The folder.

    Attributes:
        is_gone: Whether it could not be read at the last look.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.is_gone = False
        self._done: dict[str, Stamp] = {}
        self._seen: dict[str, tuple[Stamp, float]] = {}
        self._told: set[str] = set()

    def look(self, monotonic_s: float, wall_s: float) -> Look:
        """Look at the folder; one that is gone keeps what is known of its files.

        Args:
            monotonic_s: A clock that is never set.
            wall_s: The clock that times of files are taken from, in seconds since 1970.
        """
        try:
            found = reports_in(self.path)
        except ReadError as error:
            was_gone, self.is_gone = self.is_gone, True
            return Look({}, [], [] if was_gone else [error])
        was_gone, self.is_gone = self.is_gone, False
        stamps = dict(_stamps(found.files))
        self._done = {path: stamp for path, stamp in self._done.items() if path in stamps}
        self._seen = {path: seen for path, seen in self._seen.items() if path in stamps}
        settled: dict[str, Stamp] = {}
        growing = []
        for path, stamp in stamps.items():
            if self._done.get(path) == stamp:
                continue
            if self._is_settled(path, stamp, monotonic_s, wall_s):
                settled[path] = stamp
            else:
                growing.append(path)
        return Look(settled, growing, list(self._new(found.errors)), was_gone)

    def _is_settled(self, path: str, stamp: Stamp, monotonic_s: float, wall_s: float) -> bool:
        """Tell whether a file has been as it is for long: by its times, or since it was first seen so."""
        seen, since_s = self._seen.get(path, (None, monotonic_s))
        if seen != stamp:
            self._seen[path], since_s = (stamp, monotonic_s), monotonic_s
        changed_s = max(stamp.mtime_ns, stamp.ctime_ns) / _NS
        return monotonic_s - since_s >= SETTLE_S or wall_s - changed_s >= SETTLE_S

    def _new(self, errors: Iterable[ReadError]) -> Iterator[ReadError]:
        errors = list(errors)
        yield from (error for error in errors if str(error) not in self._told)
        self._told = set(map(str, errors))

    def done(self, path: str, stamp: Stamp) -> None:
        """Note that a file was read: it is looked at again only when it changes."""
        self._done[path] = stamp


def _stamps(files: Iterable[Path]) -> Iterator[tuple[str, Stamp]]:
    for file in files:
        try:
            status = file.stat()
        except (OSError, ValueError):
            continue  # gone meanwhile, or a link to nothing
        yield str(file), Stamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns)
