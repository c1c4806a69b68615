"""A library: many reports in one file, to be searched and browsed together."""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

from tui.library.adding import INPUT_PREFIX, Adding, Tell
from tui.library.database import open_for_reading, open_for_writing, put_aside_if_damaged, told, transaction
from tui.library.divisions import Divisions, default_divisions
from tui.library.filters import condition, split_filters
from tui.library.loading import STANDARD_INPUT
from tui.library.making import MARKED
from tui.library.record import read_body
from tui.library.rules import rules_version
from tui.library.searching import LibrarySearch
from tui.library.writing import Step, delete_orphan
from tui.messages import library as messages
from tui.report.errors import DataError, UsageError
from tui.report.model import Report
from tui.workers.limits import Limits

FILE_NAME = "library.db"
#: Names the file of the library.
VARIABLE = "HUIJI_LIBRARY"


def library_path(named: str | None) -> Path:
    """Return the path of the library: the one that is named, else that of the variable, else the user's own.

    Raises:
        UsageError: If there is no home folder to keep one in.
    """
    from tui.state.paths import data_folder

    if named or os.environ.get(VARIABLE):
        return Path(named or os.environ[VARIABLE]).expanduser()
    try:
        return data_folder() / FILE_NAME
    except RuntimeError:
        raise UsageError(messages.NO_HOME) from None


def plain_path(path: str) -> str:
    """Return a path as the library keeps it: absolute, without ``..``; links and names of standard input are kept."""
    if path == STANDARD_INPUT or path.startswith(INPUT_PREFIX):
        return path
    return os.path.normpath(Path(path).absolute())


class ListedReport(NamedTuple):
    """A report as it is listed.

    Attributes:
        id: Its number in the library.
        place: The place it is of.
        level: Its level; empty if unknown.
        plan_year: The year it plans; None if unknown.
        title: Its title.
        date: When it was delivered, ISO 8601; empty if not stated.
        characters: Length of its text.
        files: The paths of its files.
        doubts: Where text and file name contradict each other.
    """

    id: int
    place: str
    level: str
    plan_year: int | None
    title: str
    date: str
    characters: int
    files: tuple[str, ...]
    doubts: str


class LibraryInfo(NamedTuple):
    """What a library holds.

    Attributes:
        file_bytes: Size of its file, with what is not yet merged into it.
        index_bytes: Size of the index in it; None where SQLite does not tell.
        files: Number of files.
        reports: Number of reports.
        failed: Number of files that could not be added.
        characters: Of all texts.
        metrics: Number of metrics.
        old: Reports that earlier rules converted.
        years: Plan years of each place, with its level.
    """

    file_bytes: int
    index_bytes: int | None
    files: int
    reports: int
    failed: int
    characters: int
    metrics: int
    old: int
    years: dict[tuple[str, str], list[int]]


class Library:
    """An open library; a context manager that closes it.

    Args:
        path: Its file.
        write: Whether to change it; it is made if there is none.
        renew: Whether the tables of an older or a damaged one are made anew; :meth:`rebuild` fills them again.

    Attributes:
        path: Its file.
        damaged: Where its file is now, if that was damaged.

    Raises:
        ReadError: If there is none to read.
        WriteError: If it cannot be written to.
        DataError: If the file is no library, is damaged, or of another version.
    """

    def __init__(self, path: Path, write: bool = False, renew: bool = False) -> None:
        self.path = path
        self.damaged = put_aside_if_damaged(path) if renew else None
        self._connection = open_for_writing(path, renew) if write else open_for_reading(path)
        self._divisions: Divisions = default_divisions()
        self._work: Generator[Step, None, None] | None = None

    def __enter__(self) -> Library:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the library; work that was left in the middle is written as far as it has come."""
        if self._work is not None:
            self._work.close()
        self._connection.close()

    # -- changing ----------------------------------------------------------------------------

    def add(
        self,
        files: Iterable[str],
        encoding: str | None = None,
        stop: Callable[[], object] = int,
        tell: Tell = str,
        limits: Limits | None = None,
    ) -> Iterator[Step]:
        """Add files, and yield what became of each; as :meth:`tui.library.adding.Adding.add`.

        Args:
            files: Their paths; ``-`` is standard input.
            encoding: A codec to use instead of detecting one.
            stop: Called several times a second; may raise to stop.
            tell: Called with each file that is converted, when that begins.
            limits: What converting one file may take.
        """
        adding = Adding(self._connection, self.path, rules_version(), limits)
        self._work = adding.add(files, encoding, stop, tell)
        yield from self._work

    def remove(self, paths: Iterable[str]) -> int:
        """Remove files, and the reports that have no other; return how many files there were.

        Args:
            paths: Files, or folders with all in them.
        """
        removed = 0
        with told(self.path), transaction(self._connection):
            for path in paths:
                removed += self._remove(os.fsencode(plain_path(path)))
        return removed

    def _remove(self, path: bytes) -> int:
        below = path.rstrip(b"/") + b"/"
        condition = "path = ? OR substr(path, 1, ?) = ?"
        values = (path, len(below), below)
        rows = self._connection.execute(f"SELECT report FROM file WHERE {condition}", values).fetchall()
        self._connection.execute(f"DELETE FROM file WHERE {condition}", values)
        for report in {row[0] for row in rows if row[0] is not None}:
            delete_orphan(self._connection, report)
        return len(rows)

    def rebuild(self, stop: Callable[[], object] = int, tell: Tell = str) -> Iterator[Step]:
        """Convert all files again; files that are gone keep their reports. One that was interrupted is gone on with.

        Args:
            stop: Called several times a second; may raise to stop.
            tell: Called with each file, when its conversion begins.
        """
        self._work = Adding(self._connection, self.path, rules_version()).take_over(stop, tell)
        yield from self._work
        yield from self.add(self._to_rebuild(), None, stop, tell)

    def _to_rebuild(self) -> list[str]:
        """Mark all files to be converted again, unless some are, and return those that are there."""
        files = self._marked()
        if not files:
            with told(self.path), transaction(self._connection):
                self._connection.execute("UPDATE file SET size = ?, mtime_ns = ?, sha256 = ''", MARKED)
            files = self._marked()
        return files

    def _marked(self) -> list[str]:
        with told(self.path):
            query = "SELECT path FROM file WHERE size = ? AND mtime_ns = ? ORDER BY path"
            rows = self._connection.execute(query, MARKED).fetchall()
        return [name for (path,) in rows if Path(name := os.fsdecode(path)).exists()]

    # -- reading -----------------------------------------------------------------------------

    def reports(self, filters: str = "") -> list[ListedReport]:
        """Return the reports, by level, place and year.

        Args:
            filters: As in a query: ``place:郑州市 year:2020-``.

        Raises:
            UsageError: For wrong filters.
        """
        rest, parsed = split_filters(filters)
        if rest:
            raise UsageError(messages.no_filter(rest))
        where, values = condition(parsed, self._divisions)
        with told(self.path):
            rows = self._connection.execute(
                "SELECT id, place, level, plan_year, title, date, characters, doubts FROM report "
                f"WHERE {where} ORDER BY today, plan_year, id",
                values,
            ).fetchall()
            files: dict[int, list[str]] = {}
            for report, path in self._connection.execute("SELECT report, path FROM file ORDER BY path"):
                files.setdefault(report, []).append(os.fsdecode(path))
        return [
            ListedReport(number, place, level, year, title, date, size, tuple(files.get(number, ())), doubts)
            for number, place, level, year, title, date, size, doubts in rows
        ]

    def report(self, report_id: int) -> Report:
        """Return a report.

        Raises:
            DataError: If the library does not have it, or it is damaged.
        """
        with told(self.path):
            row = self._connection.execute(
                "SELECT record, text FROM report WHERE id = ?", (report_id,)
            ).fetchone()
        if row is None:
            raise DataError(messages.no_such_report(report_id), path=str(self.path))
        try:
            return read_body(zlib.decompress(row[0]), row[1])
        except (ValueError, zlib.error):
            raise DataError(messages.DAMAGED, path=str(self.path)) from None

    def search(self, query: str) -> LibrarySearch:
        """Return a search for a query, with filters.

        Raises:
            UsageError: For a wrong query or wrong filters.
        """
        with told(self.path):
            return LibrarySearch(self._connection, query, self._divisions)

    def path_of(self, report: int, node: str) -> str:
        """Return the labels from the outermost node down to one of a report."""
        row = self._connection.execute(
            "SELECT path FROM node WHERE report = ? AND id = ?", (report, node)
        ).fetchone()
        return str(row[0]) if row else ""

    def view(self, name: str) -> tuple[list[str], Iterator[tuple[object, ...]]]:
        """Return the columns and the rows of a view: ``reports`` or ``metrics``."""
        cursor = self._connection.execute(f"SELECT * FROM {name}")
        return [column[0] for column in cursor.description], iter(cursor)

    def info(self) -> LibraryInfo:
        """Return what the library holds."""
        with told(self.path):
            one = self._one
            years: dict[tuple[str, str], list[int]] = {}
            for level, place, year in self._connection.execute(
                "SELECT level, place, plan_year FROM report WHERE plan_year IS NOT NULL ORDER BY today, place, plan_year"
            ):
                years.setdefault((level, place), []).append(year)
            return LibraryInfo(
                sum(file.stat().st_size for file in self._files() if file.exists()),
                self._index_bytes(),
                one("SELECT count(*) FROM file"),
                one("SELECT count(*) FROM report"),
                one("SELECT count(*) FROM file WHERE error <> ''"),
                one("SELECT total(characters) FROM report"),
                one("SELECT count(*) FROM metric"),
                one("SELECT count(*) FROM report WHERE rules <> ?", rules_version()),
                years,
            )

    def _files(self) -> Iterator[Path]:
        yield self.path
        yield Path(f"{self.path}-wal")

    def _one(self, query: str, *values: object) -> int:
        return int(self._connection.execute(query, values).fetchone()[0])

    def _index_bytes(self) -> int | None:
        try:
            return self._one("SELECT total(length(block)) FROM gram_data")
        except sqlite3.Error:
            return None

    def failures(self) -> list[tuple[str, str]]:
        """Return the files that could not be added, each with the reason."""
        with told(self.path):
            rows = self._connection.execute(
                "SELECT path, error FROM file WHERE error <> '' ORDER BY path"
            ).fetchall()
        return [(os.fsdecode(path), error) for path, error in rows]

    def vanished(self) -> list[str]:
        """Return the files that are gone; their reports stay until they are removed."""
        with told(self.path):
            rows = self._connection.execute("SELECT path FROM file ORDER BY path").fetchall()
        names = (os.fsdecode(path) for (path,) in rows)
        return [name for name in names if not name.startswith(INPUT_PREFIX) and not Path(name).exists()]

    def damages(self) -> list[str]:
        """Return what SQLite finds wrong with the file; nothing if it is sound."""
        try:
            found = [str(row[0]) for row in self._connection.execute("PRAGMA integrity_check(20)")]
            broken = self._connection.execute("PRAGMA foreign_key_check").fetchmany(20)
        except sqlite3.DatabaseError as error:
            return [str(error)]
        return [line for line in found if line != "ok"] + [messages.dangling(row[0]) for row in broken]

    def doubled(self) -> list[tuple[str, int]]:
        """Return places and years with more than one report: another text, or another version of it."""
        counts = Counter(
            (place, year)
            for place, year in self._connection.execute(
                "SELECT place, plan_year FROM report WHERE plan_year IS NOT NULL"
            )
        )
        return sorted(key for key, count in counts.items() if count > 1)
