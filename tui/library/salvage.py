"""Save what can be read of a damaged library: a person's own, the paths of files, and reports.

The damaged file is kept beside the new one, which looks like a library of an older version: a rebuild makes the rest from the files.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from tui.library.making import make_tables

_TABLES = ("saved_query", "saved_hit", "verdict", "report", "file")
#: How the rows of a table are read, until one cannot be: from both ends, by row or by key.
_ORDERS = ("rowid", "rowid DESC", "1", "1 DESC")
_ENDINGS = ("", "-wal", "-shm")


def is_damaged(connection: sqlite3.Connection) -> bool:
    """Return whether SQLite finds a file damaged."""
    try:
        row = connection.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.DatabaseError as error:
        return getattr(error, "sqlite_errorname", "").startswith("SQLITE_CORRUPT")
    return bool(row[0] != "ok")


def salvage(path: Path) -> Path:
    """Put a library in the place of a damaged one that has of it what can be read, and return where the damaged one is now.

    Raises:
        OSError: If a file cannot be renamed.
        sqlite3.Error: If the new one cannot be written.
    """
    fresh = path.with_name(f"{path.name}.new")
    for ending in _ENDINGS:
        Path(f"{fresh}{ending}").unlink(missing_ok=True)
    with (
        closing(sqlite3.connect(path.absolute().as_uri() + "?mode=ro", uri=True)) as old,
        closing(sqlite3.connect(fresh, isolation_level=None)) as new,
    ):
        new.execute("BEGIN")
        make_tables(new)
        for table in _TABLES:
            _copy(old, new, table)
        new.execute("PRAGMA user_version = 0")
        new.execute("COMMIT")
    kept = _free_name(path)
    for ending in _ENDINGS:
        with suppress(FileNotFoundError):
            os.replace(f"{path}{ending}", f"{kept}{ending}")  # noqa: PTH105 - keeps bytes of names that are no text
    fresh.replace(path)
    return kept


def _copy(old: sqlite3.Connection, new: sqlite3.Connection, table: str) -> None:
    present = {row[1] for row in _rows(old, f"PRAGMA table_info({table})")}
    columns = [str(row[1]) for row in new.execute(f"PRAGMA table_info({table})") if row[1] in present]
    names = ", ".join(f'"{name}"' for name in columns)
    marks = ", ".join("?" * len(columns))
    for order in _ORDERS if columns else ():
        for row in _rows(old, f"SELECT {names} FROM {table} ORDER BY {order}"):
            new.execute(f"INSERT OR IGNORE INTO {table}({names}) VALUES({marks})", row)


def _rows(connection: sqlite3.Connection, query: str) -> Iterator[tuple[object, ...]]:
    with suppress(sqlite3.DatabaseError):
        yield from connection.execute(query)


def _free_name(path: Path) -> Path:
    number = 1
    while (kept := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    return kept
