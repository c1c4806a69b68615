"""Add files to a library: converted in worker processes, written by this one, a report at a time or not at all.

What is unchanged is not read again. Whatever interrupts the work, the library holds whole reports only, and the same call
goes on where it stopped.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from time import monotonic
from typing import Any, NamedTuple

from tui.library.database import told, transaction
from tui.library.entry import TASK, Entry, read_entry
from tui.library.indexing import add_to_index, remove_from_index
from tui.library.loading import read_bytes
from tui.report.errors import HuijiError, ReadError, reason
from tui.workers.pool import Pool
from tui.workers.worker import Job

#: Seconds after which what was converted is written, and reports after which it is.
_WRITE_EVERY_S, _WRITE_EVERY = 1.0, 50


class Stamp(NamedTuple):
    """What tells whether a file has changed without reading it."""

    size: int
    mtime_ns: int


class Change(NamedTuple):
    """A file that is new or has changed.

    Attributes:
        path: Its path.
        stamp: Its size and time.
        digest: SHA-256 of its bytes.
        data: Its bytes; empty if the library knows them.
    """

    path: str
    stamp: Stamp
    digest: str
    data: bytes


class Step(NamedTuple):
    """One file is done.

    Attributes:
        path: The file.
        outcome: ``added``, ``known`` (the same report is there from another file), ``unchanged`` or ``failed``.
        error: Why it failed; None if it did not.
    """

    path: str
    outcome: str
    error: HuijiError | None = None


class Adding:
    """Adds files to a library.

    Args:
        connection: The library, open for writing.
        path: Its path, for errors.
        rules: The version of the rules.
        size: Worker processes; None for as many as there are processors.
    """

    def __init__(
        self, connection: sqlite3.Connection, path: Path, rules: str, size: int | None = None
    ) -> None:
        self._connection = connection
        self._path = path
        self._rules = rules
        self._size = size or os.cpu_count() or 1
        self._pending: list[tuple[Change, Entry | HuijiError]] = []
        self._written_at = monotonic()

    def add(
        self, files: Iterable[str], encoding: str | None = None, stop: Callable[[], object] = int
    ) -> Iterator[Step]:
        """Add files and yield what became of each.

        Args:
            files: Their paths.
            encoding: A codec to use instead of detecting one.
            stop: Called several times a second; may raise to stop.

        Raises:
            WriteError: If the library cannot be written to.
        """
        begun: list[Change] = []
        done: list[Step] = []

        def jobs() -> Iterator[Job]:
            for file in files:
                stop()
                change = self._change(file, done)
                if change is not None:
                    begun.append(change)
                    yield Job(TASK, {"path": change.path, "encoding": encoding}, change.data)

        try:
            with Pool(self._size) as pool:
                for index, outcome in pool.run(jobs(), stop=stop):
                    yield from _taken(done)
                    result = outcome.error or read_entry(outcome.payload)
                    self._pending.append((begun[index]._replace(data=b""), result))
                    begun[index] = begun[index]._replace(data=b"")
                    if len(self._pending) >= _WRITE_EVERY or monotonic() - self._written_at > _WRITE_EVERY_S:
                        yield from self._write()
            yield from _taken(done)
            yield from self._write()
        finally:
            self._pending.clear()

    def _change(self, file: str, done: list[Step]) -> Change | None:
        """Return what is new about a file; None if nothing is, or it cannot be read."""
        try:
            status = Path(file).stat()
            stamp = Stamp(status.st_size, status.st_mtime_ns)
            known = self._known(file)
            if known is not None and known[:2] == stamp and not known[3]:
                done.append(Step(file, "unchanged"))
                return None
            data = read_bytes(file)
        except OSError as error:
            done.append(Step(file, "failed", ReadError(reason(error), path=file)))
            return None
        except HuijiError as error:
            done.append(Step(file, "failed", error))
            return None
        digest = hashlib.sha256(data).hexdigest()
        if known is not None and known[2] == digest and not known[3]:
            with told(self._path):
                self._connection.execute(
                    "UPDATE file SET size = ?, mtime_ns = ? WHERE path = ?", (*stamp, os.fsencode(file))
                )
            done.append(Step(file, "unchanged"))
            return None
        return Change(file, stamp, digest, data)

    def _known(self, file: str) -> tuple[int, int, str, str] | None:
        with told(self._path):
            query = "SELECT size, mtime_ns, sha256, error FROM file WHERE path = ?"
            row: tuple[int, int, str, str] | None = self._connection.execute(
                query, (os.fsencode(file),)
            ).fetchone()
            return row

    def _write(self) -> Iterator[Step]:
        """Write what was converted, all of it or nothing."""
        steps = []
        with told(self._path), transaction(self._connection):
            for change, result in self._pending:
                steps.append(self._write_one(change, result))
        self._pending.clear()
        self._written_at = monotonic()
        yield from steps

    def _write_one(self, change: Change, result: Entry | HuijiError) -> Step:
        connection, path = self._connection, os.fsencode(change.path)
        before = connection.execute("SELECT report FROM file WHERE path = ?", (path,)).fetchone()
        if isinstance(result, HuijiError):
            self._write_file(path, change, None, result.message)
            step = Step(change.path, "failed", result)
        else:
            key = result.report[0]
            known = connection.execute("SELECT id FROM report WHERE key = ?", (key,)).fetchone()
            report = known[0] if known else self._insert(result)
            self._write_file(path, change, report, "")
            step = Step(change.path, "known" if known and (not before or before[0] != report) else "added")
        if before and before[0] is not None:
            delete_orphan(connection, before[0])
        return step

    def _write_file(self, path: bytes, change: Change, report: int | None, error: str) -> None:
        self._connection.execute(
            "INSERT OR REPLACE INTO file VALUES(?, ?, ?, ?, ?, ?)",
            (path, *change.stamp, change.digest, report, error),
        )

    def _insert(self, entry: Entry) -> int:
        connection = self._connection
        report = _insert_row(connection, "report", [None, *entry.report, self._rules])
        add_to_index(connection, report, entry.paragraphs, entry.frequent, entry.initials)
        for table, rows in (("node", entry.nodes), ("metric", entry.metrics)):
            if rows:
                marks = ", ".join("?" * (len(rows[0]) + 1))
                connection.executemany(
                    f"INSERT INTO {table} VALUES({marks})", ([report, *row] for row in rows)
                )
        return report


def _insert_row(connection: sqlite3.Connection, table: str, row: list[Any]) -> int:
    marks = ", ".join("?" * len(row))
    rowid = connection.execute(f"INSERT INTO {table} VALUES({marks})", row).lastrowid
    assert rowid is not None
    return rowid


def delete_orphan(connection: sqlite3.Connection, report: int) -> bool:
    """Delete a report that no file has any more; return whether it was one."""
    if connection.execute("SELECT 1 FROM file WHERE report = ? LIMIT 1", (report,)).fetchone():
        return False
    remove_from_index(connection, report)
    connection.execute("DELETE FROM report WHERE id = ?", (report,))
    return True


def _taken(steps: list[Step]) -> Iterator[Step]:
    """Yield the steps of a list, which is empty afterwards."""
    while steps:
        yield steps.pop(0)
