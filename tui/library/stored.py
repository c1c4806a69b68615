"""Read single reports of a library: what they say, what names them, and which files hold them."""

from __future__ import annotations

import os
import sqlite3
import zlib
from pathlib import Path

from tui.library.record import read_body
from tui.messages import library as messages
from tui.report.errors import DataError
from tui.report.model import Report
from tui.report.reference import ReportRef
from tui.state.paths import LIBRARY


def read_report(connection: sqlite3.Connection, number: int, library: Path) -> Report:
    """Return a report.

    Args:
        connection: The library.
        number: Its number.
        library: The file of the library, for errors.

    Raises:
        DataError: If there is none with that number, or it is damaged.
    """
    row = connection.execute("SELECT record, text FROM report WHERE id = ?", (number,)).fetchone()
    if row is None:
        raise DataError(messages.no_such_report(number), path=str(library))
    try:
        return read_body(zlib.decompress(row[0]), row[1])
    except (ValueError, zlib.error):
        raise DataError(messages.DAMAGED, path=str(library)) from None


def read_ref(connection: sqlite3.Connection, number: int, library: Path) -> ReportRef:
    """Return what names a report among others; see :func:`read_report`."""
    query = "SELECT place, plan_year, title, date, level, today, parent FROM report WHERE id = ?"
    row = connection.execute(query, (number,)).fetchone()
    if row is None:
        raise DataError(messages.no_such_report(number), path=str(library))
    place, year, title, date, level, code, parent = row
    path = file_of(connection, number)
    digest = connection.execute("SELECT sha256 FROM file WHERE path = ?", (os.fsencode(path),)).fetchone()
    file, sha256 = (path, str(digest[0])) if digest else ("", "")
    return ReportRef(place, year, title, date, file, sha256, number, level, code, parent)


def file_of(connection: sqlite3.Connection, number: int) -> str:
    """Return the path of a report's first file, of those that exist if any does; a name of its own if it has none."""
    rows = connection.execute("SELECT path FROM file WHERE report = ? ORDER BY path", (number,)).fetchall()
    paths = [os.fsdecode(path) for (path,) in rows]
    there = [path for path in paths if Path(path).exists()]
    return next(iter([*there, *paths]), f"{LIBRARY}:{number}")


def report_in(connection: sqlite3.Connection, file: str) -> int | None:
    """Return the number of the report that a file holds; None if the library does not have it."""
    query = "SELECT report FROM file WHERE path = ? AND report IS NOT NULL"
    row = connection.execute(query, (os.fsencode(file),)).fetchone()
    return int(row[0]) if row else None


def told_of(connection: sqlite3.Connection, file: str) -> tuple[str, int | None, str] | None:
    """Return place, plan year and title of the report that a file holds; None if the library does not have it."""
    query = (
        "SELECT r.place, r.plan_year, r.title FROM file f JOIN report r ON r.id = f.report WHERE f.path = ?"
    )
    row = connection.execute(query, (os.fsencode(file),)).fetchone()
    return (str(row[0]), row[1], str(row[2])) if row else None


def report_with(connection: sqlite3.Connection, key: str) -> int | None:
    """Return the number of the report with a key; None if there is none."""
    row = connection.execute("SELECT id FROM report WHERE key = ?", (key,)).fetchone()
    return int(row[0]) if row else None


def chapters_of(connection: sqlite3.Connection, number: int) -> list[tuple[str, int, int]]:
    """Return the chapters of a report: label, and half-open span of the text."""
    query = "SELECT label, start, \"end\" FROM node WHERE report = ? AND level = 'chapter' ORDER BY start"
    return connection.execute(query, (number,)).fetchall()


def headings_of(connection: sqlite3.Connection, number: int) -> list[tuple[str, str]]:
    """Return level and label of each chapter and section of a report, in order."""
    query = "SELECT level, label FROM node WHERE report = ? AND level IN ('chapter', 'section') ORDER BY start, level"
    return connection.execute(query, (number,)).fetchall()


def labels_of(connection: sqlite3.Connection, number: int, node: str) -> str:
    """Return the labels from the outermost node down to one of a report."""
    row = connection.execute("SELECT path FROM node WHERE report = ? AND id = ?", (number, node)).fetchone()
    return str(row[0]) if row else ""
