"""Saved queries of a library, each with the hits it had when it was last run, so that it can tell what is new.

Reports are named by their key: what was seen stays seen when a report is removed and added again, and when all are rebuilt.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from tui.library.database import told, transaction
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
    """The saved queries of a library; iterating over them yields them by name.

    Args:
        connection: The library.
        path: Its file, for errors.
        search: Returns the results of a query.
    """

    def __init__(
        self, connection: sqlite3.Connection, path: Path, search: Callable[[str], LibraryResults]
    ) -> None:
        self._connection = connection
        self._path = path
        self._search = search

    def __iter__(self) -> Iterator[SavedQuery]:
        with told(self._path):
            rows = self._connection.execute(f"{_QUERIES} GROUP BY q.name ORDER BY q.name").fetchall()
        yield from (SavedQuery(*row) for row in rows)

    def get(self, name: str) -> SavedQuery:
        """Return a saved query.

        Raises:
            UsageError: If there is none of that name.
        """
        with told(self._path):
            row = self._connection.execute(f"{_QUERIES} WHERE q.name = ? GROUP BY q.name", (name,)).fetchone()
        if row is None:
            raise UsageError(messages.no_such_query(name, [query.name for query in self]))
        return SavedQuery(*row)

    def save(self, name: str, query: str) -> None:
        """Save a query, which :meth:`run` runs; one that is saved under that name already stays as it is.

        Raises:
            UsageError: For a bad name or query, and if another query has the name.
        """
        if not name.strip() or len(name) > MAX_NAME_CHARACTERS or not name.isprintable():
            raise UsageError(messages.bad_name(MAX_NAME_CHARACTERS))
        if not self._search(query).query.terms:
            raise UsageError(messages.NO_TERMS)
        with told(self._path), transaction(self._connection):
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
        with told(self._path), transaction(self._connection):
            self._connection.execute("DELETE FROM saved_query WHERE name = ?", (name,))

    def run(self, name: str) -> Run:
        """Run a saved query: search for what is new since :meth:`keep` kept a run of it.

        Raises:
            UsageError: If there is none of that name.
        """
        saved = self.get(name)
        with told(self._path):
            results = self._search(saved.query)
            counts = results.counts()
            before = dict(self._connection.execute(_BEFORE, (name,)).fetchall())
        new = {
            number: before.get(number, 0) for number, hits in counts.items() if hits > before.get(number, 0)
        }
        results.narrow(new)
        return Run(saved, counts, results)

    def keep(self, run: Run) -> None:
        """Keep what a query has found, so that it is not new any more; hits in reports that were removed stay known."""
        name, at = run.saved.name, datetime.now().astimezone().isoformat(timespec="seconds")
        with told(self._path), transaction(self._connection):
            self._connection.execute("UPDATE saved_query SET at = ? WHERE name = ?", (at, name))
            self._connection.execute(
                "DELETE FROM saved_hit WHERE name = ? AND key IN (SELECT key FROM report)", (name,)
            )
            self._connection.executemany(
                "INSERT OR REPLACE INTO saved_hit SELECT name, key, ? FROM saved_query, report WHERE name = ? AND id = ?",
                ((hits, name, number) for number, hits in run.counts.items()),
            )


_BEFORE = "SELECT r.id, h.hits FROM saved_hit h JOIN report r ON r.key = h.key WHERE h.name = ?"
_QUERIES = """
SELECT q.name, q.query, q.at, coalesce(sum(h.hits), 0), count(h.key)
FROM saved_query q LEFT JOIN saved_hit h ON h.name = q.name AND h.key IN (SELECT key FROM report)
"""
