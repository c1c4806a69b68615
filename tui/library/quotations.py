"""Quotations and links in a library: which report a quotation is from, and what links name a report by."""

from __future__ import annotations

import os
import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tui.library.database import told
from tui.report.links import DIGEST_DIGITS, is_digest

if TYPE_CHECKING:
    from tui.library.addresses import Addresses
    from tui.library.quotation_search import FoundQuotation


class QuotationMethods(ABC):
    """The methods of :class:`~tui.library.library.Library` that concern quotations and links, and what they need of the others."""

    path: Path
    _connection: sqlite3.Connection

    @abstractmethod
    def addresses(self) -> Addresses:
        """Return the addresses of the reports."""

    @abstractmethod
    def _condition(self, filters: str) -> tuple[str, list[object]]:
        """Return the condition that filters put on reports, in SQL, and its parameters."""

    def verify(
        self, quotation: str, filters: str = "", stop: Callable[[], object] = int
    ) -> list[FoundQuotation]:
        """Return the passages that a quotation is or may be from, the best first; nothing if none is like it.

        If some reports have its words, these, the newest first; else those that have them with other numbers; else those with the most
        similar sentences. ``passage.kind`` says which, ``passage.numbers`` and ``passage.differences`` what was changed.

        Args:
            quotation: What is quoted, without the marks around it.
            filters: Which reports to look into, as in a query: ``place:郑州市 year:2020-``.
            stop: Called often; may raise to stop.

        Raises:
            UsageError: For wrong filters.
        """
        return self.verifier(filters)(quotation, stop)

    def verifier(self, filters: str = "") -> Callable[..., list[FoundQuotation]]:
        """Return a function that does what :meth:`verify` does, for many quotations."""
        from tui.library.quotation_search import QuotationSearch  # other methods do without its rules

        where, values = self._condition(filters) if filters else ("", [])
        with told(self.path):
            query = f"SELECT id FROM report WHERE {where}"
            reports = [row[0] for row in self._connection.execute(query, values)] if filters else None
            search = QuotationSearch(self._connection, reports)
            years = dict(self._connection.execute("SELECT id, plan_year FROM report").fetchall())

        def find(quotation: str, stop: Callable[[], object] = int) -> list[FoundQuotation]:
            with told(self.path):
                found = search.find(quotation, stop)
            return sorted(
                found,
                key=lambda one: (
                    one.passage.rank,
                    len(one.passage.numbers),
                    -(years.get(one.report) or 0),
                    one.report,
                ),
            )

        return find

    def link_address(self, report: int) -> str:
        """Return what links name a report by: its address; of several of one place and year, the beginning of the file's SHA-256."""
        with told(self.path):
            address = self.addresses().of(report)
            if "#" not in address:
                return address
            query = "SELECT sha256 FROM file WHERE report = ? ORDER BY path"
            row = self._connection.execute(query, (report,)).fetchone()
        return str(row[0])[:DIGEST_DIGITS] if row else address

    def numbers_of_file(self, name: str) -> list[int]:
        """Return the numbers of the reports whose file has a name, or a SHA-256 that begins so."""
        with told(self.path):
            rows = self._connection.execute(
                "SELECT path, sha256, report FROM file WHERE report IS NOT NULL ORDER BY report"
            ).fetchall()
        wanted = os.fsencode(name)
        found = [
            report
            for path, digest, report in rows
            if path.rpartition(b"/")[2] == wanted or (is_digest(name) and digest.startswith(name))
        ]
        return sorted(set(found))
