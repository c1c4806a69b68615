"""What a library holds: its reports and files, how much it is, and what is wrong with it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from tui.library.divisions import Division, Divisions
from tui.library.identity import disagreements_with
from tui.library.loading import INPUT_PREFIX
from tui.library.rules import rules_version
from tui.messages import library as messages
from tui.report.sanitize import one_line


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
        index_bytes: Size of the index in it; None where SQLite does not tell, and for a part of the reports.
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


def listed_reports(
    connection: sqlite3.Connection, where: str, values: Sequence[object]
) -> list[ListedReport]:
    """Return the reports for which a condition holds, by level, place and year.

    Args:
        connection: The library.
        where: The condition, in SQL.
        values: Its parameters.
    """
    rows = connection.execute(
        "SELECT id, place, level, plan_year, title, date, characters, doubts FROM report "
        f"WHERE {where} ORDER BY today, plan_year, id",
        values,
    ).fetchall()
    files: dict[int, list[str]] = {}
    for report, path in connection.execute("SELECT report, path FROM file ORDER BY path"):
        files.setdefault(report, []).append(os.fsdecode(path))
    return [
        ListedReport(number, place, level, year, title, date, size, tuple(files.get(number, ())), doubts)
        for number, place, level, year, title, date, size, doubts in rows
    ]


def library_info(
    connection: sqlite3.Connection,
    path: Path,
    where: str,
    values: Sequence[object],
    place_of: Callable[[int], str],
) -> LibraryInfo:
    """Return what a library holds of the reports for which a condition holds, as in :func:`listed_reports`.

    Args:
        connection: The library.
        path: Its file.
        where: The condition, in SQL.
        values: Its parameters.
        place_of: Returns the name of a report's place that tells it from others.
    """
    years: dict[tuple[str, str], list[int]] = {}
    for level, report, year in connection.execute(
        f"SELECT level, id, plan_year FROM report WHERE plan_year IS NOT NULL AND {where} "
        "ORDER BY today, place, plan_year",
        values,
    ):
        years.setdefault((level, place_of(report)), []).append(year)
    chosen = f"report IN (SELECT id FROM report WHERE {where})" if values else "1"

    def count(query: str, *more: object) -> int:
        return one_number(connection, query, *more, *values)

    return LibraryInfo(
        sum(file.stat().st_size for file in (path, Path(f"{path}-wal")) if file.exists()),
        None if values else _index_bytes(connection),
        count(f"SELECT count(*) FROM file WHERE {chosen}"),
        count(f"SELECT count(*) FROM report WHERE {where}"),
        count(f"SELECT count(*) FROM file WHERE error <> '' AND {chosen}"),
        count(f"SELECT total(characters) FROM report WHERE {where}"),
        count(f"SELECT count(*) FROM metric WHERE {chosen}"),
        count(f"SELECT count(*) FROM report WHERE rules <> ? AND {where}", rules_version()),
        years,
    )


def one_number(connection: sqlite3.Connection, query: str, *values: object) -> int:
    """Return the number that a query gives."""
    return int(connection.execute(query, values).fetchone()[0])


def _index_bytes(connection: sqlite3.Connection) -> int | None:
    try:
        return one_number(connection, "SELECT total(length(block)) FROM gram_data")
    except sqlite3.Error:
        return None


def failures(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Return the files that could not be added, each with the reason."""
    rows = connection.execute("SELECT path, error FROM file WHERE error <> '' ORDER BY path").fetchall()
    return [(os.fsdecode(path), error) for path, error in rows]


def vanished(connection: sqlite3.Connection) -> list[str]:
    """Return the files that are gone."""
    rows = connection.execute("SELECT path FROM file ORDER BY path").fetchall()
    names = (os.fsdecode(path) for (path,) in rows)
    return [name for name in names if not name.startswith(INPUT_PREFIX) and not Path(name).exists()]


def misnamed(connection: sqlite3.Connection, divisions: Divisions) -> list[tuple[str, str]]:
    """Return the files whose names contradict the reports in them, each with what is contradicted."""
    rows = connection.execute(
        "SELECT path, code, place, plan_year, text FROM file JOIN report ON report.id = file.report ORDER BY path"
    )
    files = ((os.fsdecode(path), *row) for path, *row in rows)
    said = (
        (path, disagreements_with(one_line(path), Division(code, place), year, text, divisions))
        for path, code, place, year, text in files
        if not path.startswith(INPUT_PREFIX)
    )
    return [(path, messages.SEMICOLON.join(found)) for path, found in said if found]


def damages(connection: sqlite3.Connection) -> list[str]:
    """Return what SQLite finds wrong with the file; nothing if it is sound."""
    try:
        found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(20)")]
        broken = connection.execute("PRAGMA foreign_key_check").fetchmany(20)
    except sqlite3.DatabaseError as error:
        return [str(error)]
    return [line for line in found if line != "ok"] + [messages.dangling(row[0]) for row in broken]
