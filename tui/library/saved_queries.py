"""Saved queries of a library, each with the hits it had when it was last run, so that it can tell what is new.

Reports are named by their key: what was seen stays seen when a report is removed and added again, and when all are rebuilt.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from tui.library.database import transaction
from tui.library.results import LibraryResults
from tui.messages import library as messages
from tui.report.errors import UsageError

MAX_NAME_CHARACTERS = 60


class SavedQuery(NamedTuple):
    """A saved query.

    Attributes:
        name: Its name.
        query: The query as typed, with filters.
        at: When it was last run, ISO 8601; empty if never.
        hits: Hits it had then in reports that are still in the library.
        reports: Reports that had them.
    """

    name: str
    query: str
    at: str
    hits: int
    reports: int


class Run(NamedTuple):
    """A run of a saved query.

    Attributes:
        saved: The query, and what it had found before.
        counts: The hits each report has now, by id.
        new: The results in reports that have more hits than before.
    """

    saved: SavedQuery
    counts: dict[int, int]
    new: LibraryResults


class SavedQueries:
    """The saved queries of a library.

    Args:
        connection: The library.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def all(self) -> list[SavedQuery]:
        """Return all saved queries by name."""
        rows = self._connection.execute(f"{_QUERIES} GROUP BY q.name ORDER BY q.name")
        return [SavedQuery(*row) for row in rows]

    def get(self, name: str) -> SavedQuery:
        """Return a saved query.

        Raises:
            UsageError: If there is none of that name.
        """
        row = self._connection.execute(f"{_QUERIES} WHERE q.name = ? GROUP BY q.name", (name,)).fetchone()
        if row is None:
            raise UsageError(messages.no_such_query(name, [query.name for query in self.all()]))
        return SavedQuery(*row)

    def save(self, name: str, query: str) -> None:
        """Save a query that was never run; one that is saved under that name already stays as it is.

        Raises:
            UsageError: For a bad name, and if another query has it.
        """
        if not name.strip() or len(name) > MAX_NAME_CHARACTERS or not name.isprintable():
            raise UsageError(messages.bad_name(MAX_NAME_CHARACTERS))
        with transaction(self._connection):
            self._connection.execute("INSERT OR IGNORE INTO saved_query VALUES(?, ?, '')", (name, query))
            saved = self.get(name).query
        if saved != query:
            raise UsageError(messages.name_taken(name, saved))

    def delete(self, name: str) -> None:
        """Delete a saved query.

        Raises:
            UsageError: If there is none of that name.
        """
        self.get(name)
        with transaction(self._connection):
            self._connection.execute("DELETE FROM saved_query WHERE name = ?", (name,))

    def new(self, name: str, counts: Mapping[int, int]) -> dict[int, int]:
        """Return the reports with more hits than when a query was last run, each with its hits then.

        Args:
            name: The query.
            counts: The hits each report has now, by id.
        """
        rows = self._connection.execute(
            "SELECT r.id, h.hits FROM saved_hit h JOIN report r ON r.key = h.key WHERE h.name = ?", (name,)
        )
        before = dict(rows.fetchall())
        return {
            report: before.get(report, 0) for report, count in counts.items() if count > before.get(report, 0)
        }

    def remember(self, name: str, counts: Mapping[int, int]) -> None:
        """Keep the hits of a run; those of reports that are not in the library now are kept, too.

        Args:
            name: The query.
            counts: The hits each report has now, by id.
        """
        at = datetime.now().astimezone().isoformat(timespec="seconds")
        with transaction(self._connection):
            self._connection.execute("UPDATE saved_query SET at = ? WHERE name = ?", (at, name))
            self._connection.execute(
                "DELETE FROM saved_hit WHERE name = ? AND key IN (SELECT key FROM report)", (name,)
            )
            self._connection.executemany(
                "INSERT OR REPLACE INTO saved_hit SELECT ?, key, ? FROM report WHERE id = ?",
                ((name, count, report) for report, count in counts.items()),
            )


_QUERIES = """
SELECT q.name, q.query, q.at, coalesce(sum(h.hits), 0), count(h.key)
FROM saved_query q LEFT JOIN saved_hit h ON h.name = q.name AND h.key IN (SELECT key FROM report)
"""
