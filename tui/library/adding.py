"""Add files to a library: converted in worker processes, written by this one, a report at a time or not at all.

What is unchanged is not read again. Whatever interrupts the work, the library holds whole reports only, and the same call
goes on where it stopped.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Callable, Generator, Iterable, Iterator
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from tui.library.database import told, transaction
from tui.library.entry import KEEP_TASK, TASK, write_kept
from tui.library.loading import INPUT_PREFIX, STANDARD_INPUT, read_bytes
from tui.library.making import MARKED, drop_taken_over, has_kept
from tui.library.renaming import drop_renamed
from tui.library.writing import UNKNOWN, Change, Stamp, Step, Writer
from tui.messages import reports
from tui.report.errors import DataError, HuijiError, ReadError, reason
from tui.workers.limits import Limits
from tui.workers.pool import Pool
from tui.workers.worker import Job, Outcome

_INPUT_DIGITS = 16
#: Files of so many bytes are converted first: one that takes long shall not be the last.
_LARGE_BYTES = 1 << 20
#: A file that fails is tried again by the next call, if trying takes no longer than so many seconds.
_RETRIED_S = 10.0
#: Seconds to wait for another program that writes to the library, as it may be adding reports, too.
_PATIENCE_S = 60

Tell = Callable[[str], object]


class _Known(NamedTuple):
    """What the library knows of a file."""

    stamp: Stamp
    digest: str
    has_report: bool
    error: str

    def is_of(self, digest: str) -> bool:
        """Return whether the report it knows is that of bytes with a digest."""
        return self.has_report and not self.error and self.digest == digest


class _Task(NamedTuple):
    """A file that is new, or has another size or time."""

    path: str
    stamp: Stamp
    known: _Known | None


class _Begun(NamedTuple):
    """A file that is being converted."""

    path: str
    stamp: Stamp
    digest: str
    at: float


class Adding:
    """Adds files to a library.

    Args:
        connection: The library, open for writing.
        path: Its path, for errors.
        rules: The version of the rules.
        limits: What converting one file may take.
    """

    def __init__(
        self, connection: sqlite3.Connection, path: Path, rules: str, limits: Limits | None = None
    ) -> None:
        connection.execute(f"PRAGMA busy_timeout = {_PATIENCE_S * 1000}")
        self._connection = connection
        self._path = path
        self._limits = limits
        self._writer = Writer(connection, path, rules)

    def add(
        self,
        files: Iterable[str],
        encoding: str | None = None,
        stop: Callable[[], object] = int,
        tell: Tell = str,
    ) -> Generator[Step, None, None]:
        """Add files and yield what became of each.

        Args:
            files: Their paths; ``-`` is standard input.
            encoding: A codec to use instead of detecting one.
            stop: Called several times a second; may raise to stop.
            tell: Called with each file that is converted, when that begins.

        Raises:
            WriteError: If the library cannot be written to.
        """
        tasks: list[_Task] = []
        for file in files:
            stop()
            found = self._look_at(file)
            if isinstance(found, _Task):
                tasks.append(found)
            else:
                yield found
        tasks.sort(key=lambda task: -(task.stamp.size // _LARGE_BYTES))
        done: list[Step] = []
        yield from self._convert(self._read_all(tasks, encoding, done), done, stop, tell)
        with told(self._path), transaction(self._connection):
            drop_renamed(self._connection)

    def take_over(self, stop: Callable[[], object] = int, tell: Tell = str) -> Generator[Step, None, None]:
        """Add the reports of an older library whose files are gone; as :meth:`add`."""
        if not has_kept(self._connection):
            return
        with told(self._path):
            rows = self._connection.execute("SELECT path, sha256 FROM kept ORDER BY path").fetchall()
        yield from self._convert(self._kept(rows), [], stop, tell)
        with told(self._path), transaction(self._connection):
            drop_taken_over(self._connection)

    def _convert(
        self, files: Iterator[tuple[_Begun, Job]], done: list[Step], stop: Callable[[], object], tell: Tell
    ) -> Iterator[Step]:
        """Convert files, write them, and yield what became of them, and what else is done meanwhile."""
        try:
            with Pool(os.cpu_count() or 1, self._limits) as pool:
                begun: list[_Begun | None] = []
                for index, outcome in pool.run(_jobs(files, begun, stop, tell), stop=stop):
                    file = begun[index]
                    assert file is not None
                    begun[index] = None
                    done += self._writer.put(_change(file, outcome))
                    yield from _taken(done)
            done += self._writer.finish()
        except HuijiError:
            raise  # what cannot be written now cannot be written below
        except BaseException:
            self._writer.finish()
            raise
        yield from _taken(done)
        self._writer.learn()
        self._writer.merge(stop)

    def _read_all(
        self, tasks: Iterable[_Task], encoding: str | None, done: list[Step]
    ) -> Iterator[tuple[_Begun, Job]]:
        for task in tasks:
            read = self._read(task, done)
            if read is not None:
                data, file = read
                name = "" if task.path == STANDARD_INPUT else task.path
                yield file, Job(TASK, {"path": name, "encoding": encoding}, data)

    def _kept(self, rows: Iterable[tuple[bytes, str]]) -> Iterator[tuple[_Begun, Job]]:
        for path, digest in rows:
            query = "SELECT text, record FROM kept WHERE path = ?"
            text, record = self._connection.execute(query, (path,)).fetchone()
            name = os.fsdecode(path)
            arguments = {"path": "" if name.startswith(INPUT_PREFIX) else name}
            job = Job(KEEP_TASK, arguments, write_kept(text, record))
            yield _Begun(name, UNKNOWN, digest, monotonic()), job

    def _look_at(self, file: str) -> Step | _Task:
        """Return what to do with a file, or that nothing is to be done."""
        if file == STANDARD_INPUT:
            return _Task(file, UNKNOWN, None)
        try:
            status = Path(file).stat()
        except OSError as error:
            return Step(file, "failed", ReadError(reason(error), path=file))
        except ValueError:
            return Step(file, "failed", ReadError(reports.FORBIDDEN_CHARACTERS_IN_NAME, path=file))
        stamp = Stamp(status.st_size, status.st_mtime_ns)
        known = self._known(file)
        if known is None or known.stamp != stamp:
            return _Task(file, stamp, known)
        if known.error:
            return Step(file, "failed", DataError(known.error, path=file))
        return Step(file, "unchanged")

    def _known(self, file: str) -> _Known | None:
        with told(self._path):
            query = "SELECT size, mtime_ns, sha256, report, error FROM file WHERE path = ?"
            row = self._connection.execute(query, (os.fsencode(file),)).fetchone()
        return row and _Known(Stamp(row[0], row[1]), row[2], row[3] is not None, row[4])

    def _read(self, task: _Task, done: list[Step]) -> tuple[bytes, _Begun] | None:
        """Read a file; None if its bytes are those that are known, or it cannot be read."""
        path = task.path
        try:
            data = read_bytes(path)
        except HuijiError as error:
            known = task.known
            if path == STANDARD_INPUT or (known is not None and known.has_report) or not _exists(path):
                done.append(Step(path, "failed", error))  # what is known of it stays
            else:
                done += self._writer.put(Change(path, UNKNOWN, "", error))
            return None
        digest = hashlib.sha256(data).hexdigest()
        known = task.known
        if path == STANDARD_INPUT:
            path = INPUT_PREFIX + digest[:_INPUT_DIGITS]
            known = self._known(path)
        if known is not None and known.is_of(digest):
            done += self._writer.put(Change(path, task.stamp, digest, None))
            return None
        return data, _Begun(path, task.stamp, digest, monotonic())


def _jobs(
    files: Iterator[tuple[_Begun, Job]], begun: list[_Begun | None], stop: Callable[[], object], tell: Tell
) -> Iterator[Job]:
    """Yield the jobs of files, each noted in a list when it begins."""
    for file, job in files:
        stop()
        tell(file.path)
        begun.append(file)
        yield job


def _exists(path: str) -> bool:
    try:
        Path(path).stat()
    except (OSError, ValueError):
        return False
    return True


def _change(file: _Begun, outcome: Outcome) -> Change:
    """Return what is to be written of a file that was converted."""
    if outcome.error is None:
        return Change(file.path, file.stamp, file.digest, outcome.payload)
    is_quick = monotonic() - file.at < _RETRIED_S
    return Change(file.path, UNKNOWN if is_quick else file.stamp, file.digest, outcome.error)


def _taken(steps: list[Step]) -> Iterator[Step]:
    """Yield the steps of a list, which is empty afterwards."""
    while steps:
        yield steps.pop(0)


def files_to_rebuild(connection: sqlite3.Connection) -> list[str]:
    """Mark all files to be converted again, unless some are, and return those that are there."""
    files = _marked(connection)
    if not files:
        with transaction(connection):
            connection.execute("UPDATE file SET size = ?, mtime_ns = ?, sha256 = ''", MARKED)
        files = _marked(connection)
    return files


def _marked(connection: sqlite3.Connection) -> list[str]:
    query = "SELECT path FROM file WHERE size = ? AND mtime_ns = ? ORDER BY path"
    rows = connection.execute(query, MARKED).fetchall()
    return [name for (path,) in rows if Path(name := os.fsdecode(path)).exists()]
