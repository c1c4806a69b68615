"""Search a library: the index gives candidates, and the matcher of a single report decides.

A search finds exactly what searching every report by itself would find.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

from tui.library.addresses import Addresses
from tui.library.candidates import FEW_REPORTS, Candidates
from tui.library.counting import count_hits, stoppable
from tui.library.divisions import Divisions
from tui.library.filters import Filters, condition, split_filters
from tui.library.letters import LettersSearch, has_letters
from tui.library.matching import FarOff, ParagraphMatcher, index_query, paragraph_matcher
from tui.library.paragraphs import Paragraph
from tui.messages import library as messages
from tui.report.errors import UsageError
from tui.search.matcher import Matcher
from tui.search.query import Query, parse_query
from tui.search.results import Hit

_REPORT = "SELECT id, place, code, level, plan_year, title FROM report"


class ReportRow(NamedTuple):
    """A report of a library, without its text."""

    id: int
    place: str
    code: str
    level: str
    plan_year: int | None
    title: str


class ReportHits(NamedTuple):
    """The hits in one report.

    Attributes:
        report: The report.
        hits: In document order.
        paragraphs: Number of paragraphs with hits.
    """

    report: ReportRow
    hits: tuple[Hit, ...]
    paragraphs: int


class Facets(NamedTuple):
    """How many hits there are, and in how many reports.

    Attributes:
        total: All hits.
        reports: Reports with hits.
        years: Hits by plan year; None for reports without one.
        places: Hits by place; one that has namesakes is named with the place above it.
        levels: Hits by level.
    """

    total: int
    reports: int
    years: dict[int | None, int]
    places: dict[str, int]
    levels: dict[str, int]


class LibrarySearch:
    """One query in one library.

    Args:
        connection: The library.
        text: The query as typed, with filters.
        divisions: The administrative divisions.

    Raises:
        UsageError: As :func:`tui.search.query.parse_query`, and for wrong filters.
    """

    def __init__(self, connection: sqlite3.Connection, text: str, divisions: Divisions) -> None:
        self._connection = connection
        self._divisions = divisions
        rest, self.filters = split_filters(text)
        self.query: Query = parse_query(rest)
        for place in self.query.places:
            _no_place(place)
        self._matcher = paragraph_matcher(self.query) if self.query.terms else None
        self._wanted = index_query(self.query.terms)
        is_filtered = self.filters[:4] != Filters()[:4]
        self._search_in(condition(self.filters, divisions) if is_filtered else None)

    def _search_in(self, reports: tuple[str, list[Any]] | None) -> None:
        """Search in some reports: those of a condition in SQL, with its parameters; None for all."""
        self._candidates = Candidates(self._connection, reports, self.filters.tense)
        self._letters: LettersSearch | None = None
        if has_letters(self.query):
            of_any_tense = Candidates(self._connection, reports, None)
            self._letters = LettersSearch(self.query, of_any_tense, self.filters.tense, self._in_whole_text)

    def hits(self, stop: Callable[[], object] = int) -> Iterator[ReportHits]:
        """Yield the reports with hits, in the order they were added.

        Args:
            stop: Called often; may raise to stop.
        """
        if self._matcher is not None:
            paragraphs = stoppable(self._candidates.paragraphs(self._wanted), stop)
            yield from self._in_paragraphs(self._matcher, paragraphs)
        elif self._letters is not None:
            for report, found in self._letters.hits(stop):
                yield from self._found(report, found)
        elif self.query.terms:
            for report in self._possible():
                stop()
                yield from self._found(report, self._in_whole_text(report))

    @property
    def reports(self) -> Collection[int]:
        """The ids of the reports that the filters leave."""
        return self._candidates.all_reports()

    def hits_of(self, reports: Iterable[int], stop: Callable[[], object] = int) -> Iterator[ReportHits]:
        """Yield those of some reports that have hits, in the order given; the filters apply, too.

        Args:
            reports: Their ids.
            stop: Called often; may raise to stop.
        """
        reports = list(reports)
        wanted = self._candidates.reports_with(self._wanted) if len(reports) > FEW_REPORTS else None
        possible = set(self.reports) if wanted is None else wanted
        yield from self._in_reports([report for report in reports if report in possible], stop)

    def hits_by_place(self) -> Iterator[ReportHits]:
        """Yield the reports with hits by place, the newest of each first."""
        wanted = self._candidates.reports_with(self._wanted)
        rows = [self._report(report) for report in wanted] if wanted is not None else self._all_reports()
        yield from self._in_reports(row.id for row in sorted(rows, key=_by_place))

    def counts(self, stop: Callable[[], object] = int) -> dict[int, int]:
        """Return the number of hits in each report that has some, by its id.

        Args:
            stop: Called often; may raise to stop.
        """
        if self._matcher is not None:
            return count_hits(self.query, self._matcher, self._candidates, self._in_whole_text, stop)
        if self._letters is not None:
            return self._letters.counts(stop)
        return {found.report.id: len(found.hits) for found in self.hits(stop)}

    def facets(self, counts: Mapping[int, int] | None = None) -> Facets:
        """Count all hits by year, place and level.

        Args:
            counts: What :meth:`counts` returned, if it was called before.
        """
        counts = self.counts() if counts is None else counts
        years: Counter[int | None] = Counter()
        places: Counter[str] = Counter()
        levels: Counter[str] = Counter()
        addresses = Addresses(self._connection, self._divisions)
        for report, level, year in self._connection.execute("SELECT id, level, plan_year FROM report"):
            count = counts.get(report)
            if count:
                years[year] += count
                places[addresses.place_of(report)] += count
                levels[level] += count
        return Facets(sum(counts.values()), len(counts), dict(years), dict(places), dict(levels))

    def context(self, report: int, hit: Hit, characters: int) -> tuple[str, str, str]:
        """Return the text before a hit in its paragraph, the hit, and the text after it."""
        (text,) = self._connection.execute(
            "SELECT substr(text, ?, ?) FROM report WHERE id = ?",
            (
                max(0, hit.start - characters) + 1,
                hit.end - hit.start + characters + min(characters, hit.start),
                report,
            ),
        ).fetchone()
        start = min(characters, hit.start)
        end = start + hit.end - hit.start
        return text[:start].rpartition("\n")[2], text[start:end], text[end:].partition("\n")[0]

    def node_at(self, report: int, offset: int) -> tuple[str, str]:
        """Return the id and the path of the innermost node that holds an offset."""
        row = self._connection.execute(
            "SELECT n.id, n.path FROM paragraph p JOIN node n ON n.report = p.report AND n.id = p.node "
            "WHERE p.report = ? AND p.start <= ? ORDER BY p.start DESC LIMIT 1",
            (report, offset),
        ).fetchone()
        return (str(row[0]), str(row[1])) if row else ("", "")

    def _in_reports(self, reports: Iterable[int], stop: Callable[[], object] = int) -> Iterator[ReportHits]:
        """Yield those of some reports that have hits; the filters must leave them."""
        if self._matcher is not None:
            paragraphs = self._candidates.of_reports(self._wanted, _each(reports, stop))
            yield from self._in_paragraphs(self._matcher, paragraphs)
        elif self._letters is not None:
            for report, found in self._letters.hits(stop, reports):
                yield from self._found(report, found)
        elif self.query.terms:
            for report in _each(reports, stop):
                yield from self._found(report, self._in_whole_text(report))

    def _in_paragraphs(
        self, matcher: ParagraphMatcher, paragraphs: Iterator[Paragraph]
    ) -> Iterator[ReportHits]:
        for report, of_report in groupby(paragraphs, key=attrgetter("report")):
            try:
                found = [hits for paragraph in of_report if (hits := matcher.hits(paragraph))]
            except FarOff:
                found = self._in_whole_text(report)
            yield from self._found(report, found)

    def _found(self, report: int, paragraphs: list[list[Hit]]) -> Iterator[ReportHits]:
        if paragraphs:
            yield ReportHits(
                self._report(report), tuple(hit for some in paragraphs for hit in some), len(paragraphs)
            )

    def _in_whole_text(self, report: int) -> list[list[Hit]]:
        (text,) = self._connection.execute("SELECT text FROM report WHERE id = ?", (report,)).fetchone()
        paragraphs = list(Matcher(text, _no_place).hits(self.query))
        return self._of_tense(report, paragraphs) if self.filters.tense else paragraphs

    def _possible(self) -> Iterator[int]:
        """Yield the reports in which the index does not rule out hits."""
        rows = self._candidates.rows("p.report", self._wanted)
        return (report for report, _ in groupby(row[0] for row in rows))

    def _of_tense(self, report: int, paragraphs: list[list[Hit]]) -> list[list[Hit]]:
        rows = self._connection.execute(
            'SELECT start, "end" FROM paragraph WHERE report = ? AND tense = ?', (report, self.filters.tense)
        ).fetchall()
        return [hits for hits in paragraphs if any(start <= hits[0].start < end for start, end in rows)]

    def _report(self, report: int) -> ReportRow:
        return ReportRow(*self._connection.execute(f"{_REPORT} WHERE id = ?", (report,)).fetchone())

    def _all_reports(self) -> list[ReportRow]:
        rows = map(ReportRow._make, self._connection.execute(_REPORT))
        if self._candidates.reports is None:
            return list(rows)
        wanted = set(self._candidates.reports)
        return [row for row in rows if row.id in wanted]


def _no_place(place: str) -> tuple[int, int]:
    raise UsageError(messages.place_of_one_report(place))


def _each(reports: Iterable[int], stop: Callable[[], object]) -> Iterator[int]:
    for report in reports:
        stop()
        yield report


def _by_place(report: ReportRow) -> tuple[str, str, int]:
    return report.code, report.place, -(report.plan_year or 0)
