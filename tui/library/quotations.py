"""Find quotations in a library: the index gives the paragraphs that share rare pairs of characters with one, which are then read closely."""

from __future__ import annotations

import os
import sqlite3
from abc import ABC, abstractmethod
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import nlargest
from math import log
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.library.database import told
from tui.library.grams import as_indexed
from tui.report.links import DIGEST_DIGITS, is_digest
from tui.search.fold import fold
from tui.search.quotations.checking import exact, renumbered, reworded
from tui.search.quotations.model import MAX_CHARACTERS, Passage
from tui.search.quotations.source import Quotation, QuotedText

if TYPE_CHECKING:
    from tui.library.addresses import Addresses

#: Entries of the index read for a quotation, those of the rarest pairs first.
_MOST_ENTRIES = 60_000
#: Paragraphs that are looked at for the words themselves, for other numbers, and for other words.
_MOST_EXACT, _MOST_RENUMBERED, _MOST_REWORDED = 120, 60, 16
#: Characters read on either side of a paragraph, besides as many as the quotation has.
_AROUND = 40
_COUNT = "SELECT doc FROM gram_word WHERE term = ?"
_ENTRIES = "SELECT rowid FROM gram WHERE gram MATCH ?"
_AREA = """
    SELECT p.report, max(0, p.start - :around), substr(r.text, max(0, p.start - :around) + 1,
        p."end" + :around - max(0, p.start - :around))
    FROM paragraph p JOIN report r ON r.id = p.report WHERE p.id = :number
"""
#: Of what the paragraph that shares most with a quotation shares, the part that one with its words has at least.
_LEAST_SHARE = 0.6
_Check = Callable[[Quotation, QuotedText], Passage | None]
_DIGITS = frozenset("0123456789")


class FoundQuotation(NamedTuple):
    """What is found of a quotation in a report of a library.

    Attributes:
        report: The number of the report.
        passage: What is found, as offsets into the text of the report.
    """

    report: int
    passage: Passage


class _Shared(NamedTuple):
    """A paragraph, and the weights of the pairs it shares with a quotation."""

    number: int
    weight: float


class QuotationSearch:
    """Looks for quotations in some reports of a library.

    Args:
        connection: The library.
        reports: The ids of the reports; None for all.
    """

    def __init__(self, connection: sqlite3.Connection, reports: Iterable[int] | None = None) -> None:
        self._connection = connection
        self._reports = None if reports is None else frozenset(reports)
        rows = connection.execute("SELECT first, report FROM initials ORDER BY first").fetchall()
        self._firsts = [first for first, _ in rows]
        self._owners: list[int] = [report for _, report in rows]
        self._total = connection.execute("SELECT max(id) FROM paragraph").fetchone()[0] or 1
        self._weights: dict[str, float] = {}

    def find(self, text: str, stop: Callable[[], object] = int) -> list[FoundQuotation]:
        """Return the passages a quotation is or may be from, the best first; nothing if none is like it.

        All are of one kind: if any has its words, those that have, one of each report.

        Args:
            text: The quotation.
            stop: Called often; may raise to stop.
        """
        quotation = Quotation(text[:MAX_CHARACTERS])
        shared = self._shared(quotation, stop)
        areas = _Areas(self._connection, len(quotation.text) + _AROUND)
        likely = [one for one in shared if one.weight >= _LEAST_SHARE * shared[0].weight]

        def checked(paragraphs: Sequence[_Shared], check: _Check) -> Iterator[FoundQuotation]:
            for one in paragraphs:
                stop()
                area = areas.of(one.number)
                passage = check(quotation, area.text)
                if passage is not None:
                    yield FoundQuotation(area.report, passage.moved(area.start))

        found = list(checked(likely, exact)) or list(checked(likely[:_MOST_RENUMBERED], renumbered))
        found = found or list(checked(shared[:_MOST_REWORDED], self._reworded))
        best: dict[int, FoundQuotation] = {}
        for one in sorted(
            found, key=lambda one: (one.passage.rank, len(one.passage.numbers), one.passage.start)
        ):
            best.setdefault(one.report, one)
        kinds = {one.passage.kind for one in list(best.values())[:1]}
        return [one for one in best.values() if one.passage.kind in kinds]

    def _reworded(self, quotation: Quotation, source: QuotedText) -> Passage | None:
        return reworded(quotation, source, self._weight)

    def _shared(self, quotation: Quotation, stop: Callable[[], object]) -> list[_Shared]:
        """Return the paragraphs that share most with a quotation, the rarest pairs first."""
        weights = {gram: self._weight(gram) for gram in self._grams(quotation)}
        shared: dict[int, float] = {}
        read = 0
        for gram, weight in sorted(weights.items(), key=lambda item: (-item[1], item[0])):
            if read > _MOST_ENTRIES:
                break
            stop()
            rows = self._connection.execute(_ENTRIES, (f'"{as_indexed(gram)}"',)).fetchall()
            read += len(rows)
            for (number,) in rows:
                shared[number] = shared.get(number, 0.0) + weight
        wanted: Iterable[int] = shared
        if self._reports is not None:
            wanted = (number for number in shared if self._owner(number) in self._reports)
        numbers = nlargest(_MOST_EXACT, wanted, key=lambda number: (shared[number], -number))
        return [_Shared(number, shared[number]) for number in numbers]

    def _grams(self, quotation: Quotation) -> set[str]:
        """Return the pairs of characters of a quotation, those of numbers only if there are no others."""
        folded = fold(quotation.text, False).text
        pairs = {pair for pair in map(str.__add__, folded, folded[1:]) if pair.isalnum()}
        return {pair for pair in pairs if not _DIGITS.intersection(pair)} or pairs

    def _weight(self, gram: str) -> float:
        """Return how telling a pair is: how few paragraphs have it."""
        if gram not in self._weights:
            row = self._connection.execute(_COUNT, (as_indexed(gram),)).fetchone()
            self._weights[gram] = log((self._total + 1) / ((row[0] if row else 0) + 1)) + 0.1
        return self._weights[gram]

    def _owner(self, number: int) -> int:
        """Return the report that has a paragraph."""
        return self._owners[bisect_right(self._firsts, number) - 1]


class _Area(NamedTuple):
    """A paragraph with what stands around it.

    Attributes:
        report: The number of the report.
        start: The offset at which it begins.
        text: Its text.
    """

    report: int
    start: int
    text: QuotedText


class _Areas:
    """Paragraphs with what stands around them, each prepared once.

    Args:
        connection: The library.
        around: Characters on either side.
    """

    def __init__(self, connection: sqlite3.Connection, around: int) -> None:
        self._connection = connection
        self._around = around
        self._areas: dict[int, _Area] = {}

    def of(self, number: int) -> _Area:
        """Return the paragraph with an id."""
        if number not in self._areas:
            row = self._connection.execute(_AREA, {"around": self._around, "number": number}).fetchone()
            self._areas[number] = _Area(row[0], row[1], QuotedText(row[2]))
        return self._areas[number]


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
