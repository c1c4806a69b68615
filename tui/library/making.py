"""Make the tables of a library, and those of an older one anew, without losing what no file gives again.

A person's own tables stay as they are. Of files that are still there the paths are kept, to be converted again. Reports whose files are
gone wait in the table ``kept`` until they are in the new tables.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from tui.library import schema

#: The part of the index in memory, in bytes: larger parts are fewer, and merged less often.
_INDEX_BYTES = 16 * 1024 * 1024
#: The tables of the index.
INDEXES = ("gram", "frequent")
_REPORT_TABLES = (
    "frequent_word",
    "frequent",
    "gram_word",
    "gram",
    "link",
    "linked",
    "initials",
    "vocabulary",
    "learnt",
    "metric",
    "node",
    "paragraph",
    "file",
    "report",
)
_VIEWS = ("reports", "metrics", "hits_by_year", "promises")
#: Size and time of files that are to be converted again, whatever the library has of them.
MARKED = (-1, -1)
_KEPT = "CREATE TABLE IF NOT EXISTS kept(path BLOB PRIMARY KEY, sha256 TEXT, text TEXT, record BLOB)"
_KEEP = "INSERT OR REPLACE INTO kept SELECT f.path, f.sha256, r.text, r.record FROM file f JOIN report r ON r.id = f.report WHERE f.path = ?"


def make_tables(connection: sqlite3.Connection) -> None:
    """Make the tables in place of those there may be of an older version; in a transaction."""
    found = _files(connection)
    gone = [path for path in found if not _exists(path)]
    if gone:
        connection.execute(_KEPT)
        with suppress(sqlite3.OperationalError):  # columns had other names
            connection.executemany(_KEEP, ((path,) for path in gone))
    _drop(connection)
    for script in (schema.TABLES, schema.OWN_TABLES, schema.VIEWS):
        for statement in statements(script):
            connection.execute(statement)
    _add_columns(connection)
    for index in INDEXES:
        connection.execute(f"INSERT INTO {index}({index}, rank) VALUES('hashsize', ?)", (_INDEX_BYTES,))
    connection.executemany(
        "INSERT INTO file VALUES(?, ?, ?, '', NULL, '')",
        ((path, *MARKED) for path in found if path not in set(gone)),
    )
    connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {schema.VERSION}")


def has_kept(connection: sqlite3.Connection) -> bool:
    """Return whether reports of an older library are still to be taken over."""
    query = "SELECT 1 FROM sqlite_master WHERE name = 'kept'"
    return connection.execute(query).fetchone() is not None


def drop_taken_over(connection: sqlite3.Connection) -> None:
    """Delete what was taken over of an older library, and the table with it if that was all."""
    connection.execute("DELETE FROM kept WHERE path IN (SELECT path FROM file WHERE report IS NOT NULL)")
    if connection.execute("SELECT count(*) FROM kept").fetchone()[0] == 0:
        connection.execute("DROP TABLE kept")


def _files(connection: sqlite3.Connection) -> list[bytes]:
    """Return the paths of the files of an older library."""
    try:
        return [path for (path,) in connection.execute("SELECT path FROM file").fetchall()]
    except sqlite3.OperationalError:  # there is none yet
        return []


def _exists(path: bytes) -> bool:
    try:
        return Path(os.fsdecode(path)).exists()
    except (OSError, ValueError):
        return False


def _drop(connection: sqlite3.Connection) -> None:
    """Drop what was made from files."""
    for view in _VIEWS:
        connection.execute(f"DROP VIEW IF EXISTS {view}")
    for table in _REPORT_TABLES:
        connection.execute(f"DROP TABLE IF EXISTS {table}")


def _add_columns(connection: sqlite3.Connection) -> None:
    """Add the columns that tables of a person's own of an older version lack."""
    for table, columns in schema.NEW_COLUMNS.items():
        present = {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}
        for column in columns:
            if column.split()[0] not in present:
                connection.execute(f"ALTER TABLE {table} ADD COLUMN {column}")


def statements(script: str) -> Iterator[str]:
    """Yield the statements of a script; ``executescript`` would commit before them."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
