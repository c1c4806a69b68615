"""Write reports to a library, many in a transaction, in a thread of its own: meanwhile the workers go on."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Thread
from time import monotonic
from typing import Any, NamedTuple

from tui.library.database import told, transaction
from tui.library.entry import Entry, read_entry
from tui.library.indexing import add_to_index, remove_from_index
from tui.library.making import INDEXES, MARKED
from tui.library.vocabulary import learn
from tui.report.errors import HuijiError, as_huiji_error

#: Reports and bytes that are written together, and seconds after which fewer are: small transactions make the index slower to write.
_BATCH, _BATCH_BYTES, _BATCH_S = 50, 16 * 1024 * 1024, 4.0
#: What a value raises that SQLite cannot keep.
_UNWRITABLE = (ValueError, TypeError, OverflowError, LookupError)
#: The index is merged at the end if at least one report of so many is new.
_MERGE_PART = 3
#: Pages of the index merged at once, and changes SQLite counts at least while it goes on merging.
_MERGE_PAGES, _MERGED = 1000, 2
#: One statement for both would make SQLite write out the index for each report: it is ready to undo the statement.
_INSERT_FILE = "INSERT INTO file(size, mtime_ns, sha256, report, error, path) VALUES(?, ?, ?, ?, ?, ?)"
_UPDATE_FILE = "UPDATE file SET size = ?, mtime_ns = ?, sha256 = ?, report = ?, error = ? WHERE path = ?"


class Stamp(NamedTuple):
    """What tells whether a file has changed without reading it."""

    size: int
    mtime_ns: int


#: Of files to be read again, whatever they are.
UNKNOWN = Stamp(-1, 0)


class Change(NamedTuple):
    """A file that was read.

    Attributes:
        path: Its path.
        stamp: Its size and time.
        digest: SHA-256 of its bytes; empty if they could not be read.
        result: What it holds, as :func:`tui.library.entry.write_entry` gives it, or why it could not be added; None if its bytes
            are those the library knows.
    """

    path: str
    stamp: Stamp
    digest: str
    result: bytes | HuijiError | None


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


class Writer:
    """Writes what was converted; a batch of it is written as a whole, or not at all.

    Args:
        connection: The library, open for writing.
        path: Its path, for errors.
        rules: The version of the rules.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, rules: str) -> None:
        self._rows = _Rows(connection, rules)
        self._connection = connection
        self._path = path
        self._waiting: list[Change] = []
        self._waiting_bytes = 0
        self._written_at = monotonic()
        self._batch: _Batch | None = None

    def put(self, change: Change) -> list[Step]:
        """Take a file, and return those that have been written since the last call.

        Raises:
            WriteError: If the library cannot be written to.
        """
        self._waiting.append(change)
        self._waiting_bytes += len(change.result) if isinstance(change.result, bytes) else 0
        is_full = len(self._waiting) >= _BATCH or self._waiting_bytes >= _BATCH_BYTES
        steps = []
        if self._batch is not None and (is_full or self._batch.is_done()):
            steps = self._join()
        if self._batch is None and (is_full or monotonic() - self._written_at > _BATCH_S):
            self._start()
        return steps

    def finish(self) -> list[Step]:
        """Write all that is left, and return the files that have been written since the last call.

        Raises:
            WriteError: If the library cannot be written to.
        """
        steps = self._join()
        if self._waiting:
            self._start()
            steps += self._join()
        return steps

    def learn(self) -> None:
        """Add the letters of all that was written to the vocabulary."""
        with told(self._path), transaction(self._connection):
            learn(self._connection)

    def merge(self, stop: Callable[[], object]) -> None:
        """Merge the parts of the index if much of it is new: it becomes smaller, and faster to search.

        Args:
            stop: Called several times a second; may raise to stop, the index is sound at any time.
        """
        with told(self._path):
            count = self._connection.execute("SELECT count(*) FROM report").fetchone()[0]
            if self._rows.inserted * _MERGE_PART < count or not count:
                return
            for index in INDEXES:
                self._merge(index, stop)

    def _merge(self, index: str, stop: Callable[[], object]) -> None:
        pages = -_MERGE_PAGES  # negative: begin to merge all parts, not only those of one size
        while True:
            before = self._connection.total_changes
            self._connection.execute(f"INSERT INTO {index}({index}, rank) VALUES('merge', ?)", (pages,))
            if self._connection.total_changes - before < _MERGED:
                return
            pages = _MERGE_PAGES
            stop()

    def _start(self) -> None:
        waiting, self._waiting, self._waiting_bytes = self._waiting, [], 0
        self._batch = _Batch(lambda: self._write(waiting))

    def _join(self) -> list[Step]:
        if self._batch is None:
            return []
        self._batch.join()  # a signal may interrupt it; the batch must not be forgotten then
        batch, self._batch = self._batch, None
        self._written_at = monotonic()
        return batch.result()

    def _write(self, changes: Sequence[Change]) -> list[Step]:
        """Write changes, all or none; if one of them cannot be written, each by itself."""
        try:
            with told(self._path), transaction(self._connection):
                return [self._rows.write(change) for change in changes]
        except _UNWRITABLE as error:
            if len(changes) == 1:
                return self._write([changes[0]._replace(result=as_huiji_error(error))])
        return [step for change in changes for step in self._write([change])]


class _Batch(Thread):
    """Calls a function in a thread and keeps what it returns or raises."""

    def __init__(self, work: Callable[[], list[Step]]) -> None:
        super().__init__(daemon=True)
        self._work = work
        self._steps: list[Step] = []
        self._error: BaseException | None = None
        self.start()

    def run(self) -> None:
        """Call it; in the thread."""
        try:
            self._steps = self._work()
        except BaseException as error:  # raised again where the result is asked for
            self._error = error

    def is_done(self) -> bool:
        """Return whether the result is there."""
        return not self.is_alive()

    def result(self) -> list[Step]:
        """Return what the function returned, or raise what it raised; after :meth:`join`."""
        if self._error is not None:
            raise self._error
        return self._steps


class _Rows:
    """Writes the rows of files and reports.

    Attributes:
        inserted: How many reports were added.
    """

    def __init__(self, connection: sqlite3.Connection, rules: str) -> None:
        self._connection = connection
        self._rules = rules
        self.inserted = 0

    def write(self, change: Change) -> Step:
        """Write what is new about a file."""
        connection, path = self._connection, os.fsencode(change.path)
        if change.result is None:
            connection.execute("UPDATE file SET size = ?, mtime_ns = ? WHERE path = ?", (*change.stamp, path))
            return Step(change.path, "unchanged")
        query = "SELECT report, size, mtime_ns FROM file WHERE path = ?"
        row = connection.execute(query, (path,)).fetchone()
        before, *stamp = row or (None, 0, 0)
        write_file = _UPDATE_FILE if row else _INSERT_FILE
        if isinstance(change.result, HuijiError):
            # What was in it before stays.
            connection.execute(
                write_file, (*change.stamp, change.digest, before, change.result.message, path)
            )
            step = Step(change.path, "failed", change.result)
        else:
            report, is_known = self._write_report(read_entry(change.result), tuple(stamp) == MARKED)
            connection.execute(write_file, (*change.stamp, change.digest, report, "", path))
            step = Step(change.path, "known" if is_known and before != report else "added")
        if before is not None and step.error is None:
            delete_orphan(connection, before)
        return step

    def _write_report(self, entry: Entry, again: bool) -> tuple[int, bool]:
        """Return the number of a report, and whether it was there; if it is to be made again, or is of other rules, it is."""
        query = "SELECT id, rules FROM report WHERE key = ?"
        row = self._connection.execute(query, (entry.report[0],)).fetchone()
        if row is None:
            return self._insert(entry, None), False
        number, rules = row
        if again or rules != self._rules:
            self._connection.execute("PRAGMA defer_foreign_keys = ON")  # its files name it meanwhile
            delete_report(self._connection, number)
            self._insert(entry, number)
        return number, True

    def _insert(self, entry: Entry, number: int | None) -> int:
        connection = self._connection
        report = _insert_row(connection, "report", [number, *entry.report, self._rules])
        add_to_index(connection, report, entry.paragraphs, entry.frequent, entry.classes)
        for table, rows in (("node", entry.nodes), ("metric", entry.metrics)):
            if rows:
                marks = ", ".join("?" * (len(rows[0]) + 1))
                connection.executemany(
                    f"INSERT INTO {table} VALUES({marks})", ([report, *row] for row in rows)
                )
        self.inserted += 1
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
    delete_report(connection, report)
    return True


def delete_report(connection: sqlite3.Connection, report: int) -> None:
    """Delete a report and what the index has of it."""
    remove_from_index(connection, report)
    connection.execute("DELETE FROM report WHERE id = ?", (report,))


def remove_files(connection: sqlite3.Connection, path: bytes) -> int:
    """Remove a file, or all files in a folder, and the reports that have no other; return how many files there were."""
    below = path.rstrip(b"/") + b"/"
    condition = "path = ? OR substr(path, 1, ?) = ?"
    values = (path, len(below), below)
    rows = connection.execute(f"SELECT report FROM file WHERE {condition}", values).fetchall()
    connection.execute(f"DELETE FROM file WHERE {condition}", values)
    for report in {row[0] for row in rows if row[0] is not None}:
        delete_orphan(connection, report)
    return len(rows)
