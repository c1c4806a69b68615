"""Take out what a library holds: its views, or all of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal, get_args

from tui.messages import library as messages
from tui.report.errors import UsageError, WriteError
from tui.report.sanitize import one_line

#: A view with plain names, also for other programs.
View = Literal["reports", "metrics", "hits_by_year", "promises"]
VIEWS: tuple[View, ...] = get_args(View)


def read_view(
    connection: sqlite3.Connection, name: View, where: str, values: Sequence[object]
) -> tuple[list[str], Iterator[tuple[object, ...]]]:
    """Return the columns and the rows of a view.

    Args:
        connection: The library.
        name: The view.
        where: A condition that holds for the reports it is about, in SQL; empty for all.
        values: Its parameters.

    Raises:
        UsageError: If there is no such view, or it has no reports.
    """
    if name not in VIEWS:
        raise UsageError(messages.no_such_view(name, VIEWS))
    if where and name == "hits_by_year":
        raise UsageError(messages.NOT_FILTERED)
    column = "id" if name == "reports" else "report"
    chosen = f" WHERE {column} IN (SELECT id FROM report WHERE {where})" if where else ""
    cursor = connection.execute(f"SELECT * FROM {name}{chosen}", values)
    return [column[0] for column in cursor.description], iter(cursor)


def copy_to(connection: sqlite3.Connection, path: Path) -> None:
    """Write a library to another file, without what is not used in it; the file must not exist.

    Raises:
        WriteError: If it cannot be written.
    """
    try:
        connection.execute("VACUUM INTO ?", (str(path),))
    except sqlite3.Error as error:
        raise WriteError(messages.unexpected(str(error)), path=one_line(str(path))) from None
