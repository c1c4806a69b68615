"""What a library tells of terms: which are new in a report, and how often the reports of each year have one."""

from __future__ import annotations

import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from tui.library.database import told
from tui.library.term_sources import other_texts
from tui.messages import library as messages
from tui.messages import terms as term_messages
from tui.report.errors import UsageError
from tui.wording.model import NewTerm, Occurrence, Precedents, TermTrend, TrendLevel, TrendYear

if TYPE_CHECKING:
    from tui.library.divisions import Divisions
    from tui.library.results import LibraryResults
    from tui.report.model import Report
    from tui.wording.terms import Others

#: Levels from the nation down; reports of unknown ones come last.
_LEVELS = ("national", "province", "city", "county", "")
_ROWS = "SELECT id, level, plan_year, date FROM report"
_Row = tuple[int, str, int | None, str]
_Value = TypeVar("_Value", int, str)


class TermMethods(ABC):
    """The methods of :class:`~tui.library.library.Library` that concern terms, and what they need of the others."""

    path: Path
    _connection: sqlite3.Connection

    @property
    @abstractmethod
    def _divisions(self) -> Divisions:
        """The administrative divisions."""

    @abstractmethod
    def report(self, report: int | str) -> Report:
        """Return a report."""

    @abstractmethod
    def search(self, query: str) -> LibraryResults:
        """Return the results of a query."""

    def term_sources(
        self, earlier: int | Report, later: int | Report, stop: Callable[[], object] = int
    ) -> Others:
        """Return the texts of other places' reports of the years of two reports, and of some years before.

        Args:
            earlier: The report of the earlier year: its number, or one that the library does not have.
            later: The report of the later year.
            stop: Called several times a second; may raise to stop.
        """
        from tui.wording.terms import Others  # searching needs none of its rules

        with told(self.path):
            return Others(*other_texts(self._connection, earlier, later, self._divisions, stop))

    def new_terms(
        self, earlier: int | Report, later: int | Report, stop: Callable[[], object] = int
    ) -> tuple[tuple[NewTerm, ...], tuple[NewTerm, ...]]:
        """Return the terms that are new in a report, and those that are gone, the most telling first.

        Args:
            earlier: The report that is compared with: its number, or one that the library does not have.
            later: The report that is read.
            stop: Called several times a second; may raise to stop.

        Raises:
            DataError: If there is none with such a number, or it is damaged.
        """
        from tui.wording.terms import term_changes  # searching needs none of its rules

        reports = [self.report(one) if isinstance(one, int) else one for one in (earlier, later)]
        return term_changes(reports[0], reports[1], self.term_sources(earlier, later, stop), stop)

    def precedents(
        self, report: int | Report, terms: Sequence[str], stop: Callable[[], object] = int
    ) -> Precedents:
        """Return in how many earlier reports of its place and of other places each term of a report is.

        Args:
            report: The report: its number, or one that the library does not have.
            terms: The terms.
            stop: Called for each text that is read; may raise to stop.
        """
        from tui.library.precedents import precedents  # searching needs none of its rules

        with told(self.path):
            return precedents(self._connection, report, terms, self._divisions, stop)

    def trend(self, term: str, filters: str = "", stop: Callable[[], object] = int) -> TermTrend:
        """Return how often the reports of each year and level have a term, which is matched as in a search.

        Args:
            term: A query of one term.
            filters: Of which reports, as in a query: ``level:city year:2020-``.
            stop: Called several times a second; may raise to stop.

        Raises:
            UsageError: For wrong filters, or a query of several terms, or of none.
        """
        results = self.search(f"{term} {filters}")
        if not results.query.terms:
            raise UsageError(messages.NO_TERMS)
        if len(results.query.terms) > 1 or results.query.excluded:
            raise UsageError(term_messages.one_term(term))
        counts = results.counts(stop)
        with told(self.path):
            left = set(results.reports)
            rows = [row for row in self._connection.execute(_ROWS) if row[0] in left]
            first = _first(results, rows, counts)
        years = _sums(((year, number) for number, _, year, _ in rows if year is not None), counts)
        levels = _sums(((level, number) for number, level, _, _ in rows), counts)
        return TermTrend(
            term,
            tuple(TrendYear(year, *years[year]) for year in sorted(years)),
            tuple(TrendLevel(level, *levels[level]) for level in _LEVELS if level in levels),
            first,
        )


def _sums(rows: Iterable[tuple[_Value, int]], counts: Mapping[int, int]) -> dict[_Value, list[int]]:
    """Return the reports, those with hits, and the hits for each value that reports have."""
    sums: dict[_Value, list[int]] = {}
    for value, number in rows:
        of_value = sums.setdefault(value, [0, 0, 0])
        hits = counts.get(number, 0)
        of_value[0] += 1
        of_value[1] += hits > 0
        of_value[2] += hits
    return sums


def _first(results: LibraryResults, rows: list[_Row], counts: Mapping[int, int]) -> Occurrence | None:
    dated = [
        (year, not date, date, number)
        for number, _, year, date in rows
        if year is not None and counts.get(number)
    ]
    if not dated:
        return None
    number = min(dated)[-1]
    (found,) = results.hits_of([number])
    hit = found.hits[0]
    return Occurrence(number, hit.start, hit.end)
