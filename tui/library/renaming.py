"""Drop the old paths of files that were renamed."""

from __future__ import annotations

import os
import sqlite3
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from tui.library.loading import INPUT_PREFIX

_SAME = """
SELECT sha256, report, path, size, mtime_ns FROM file WHERE sha256 <> '' AND report IS NOT NULL AND sha256 IN
    (SELECT sha256 FROM file GROUP BY sha256 HAVING count(*) > 1) ORDER BY sha256, report
"""


def drop_renamed(connection: sqlite3.Connection) -> None:
    """Drop the files that are gone where another one with the same bytes is there, so that no report loses its last file."""
    rows = connection.execute(_SAME).fetchall()
    for _, same in groupby(rows, key=itemgetter(0, 1)):
        files = [(path, (size, mtime)) for _, _, path, size, mtime in same]
        now = {path: _stamp(os.fsdecode(path)) for path, _ in files}
        if any(now[path] == stamp for path, stamp in files):
            gone = [
                path for path in now if now[path] is None and not os.fsdecode(path).startswith(INPUT_PREFIX)
            ]
            connection.executemany("DELETE FROM file WHERE path = ?", ((path,) for path in gone))


def _stamp(path: str) -> tuple[int, int] | None:
    """Return size and time of a file; None if it is gone."""
    try:
        status = Path(path).stat()
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        return -1, -1
    return status.st_size, status.st_mtime_ns
