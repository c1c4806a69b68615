"""Search a library: the index gives candidates, and the matcher of a single report decides.

A search finds exactly what searching every report by itself would find.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from tui.library.divisions import Divisions
from tui.library.filters import Filters, condition, split_filters
from tui.library.matching import ParagraphMatcher, index_query, paragraph_matcher
from tui.library.pinyin_pairs import pinyin_query
from tui.messages import library as messages
from tui.report.errors import UsageError
from tui.search.fold import FoldedText, fold
from tui.search.matcher import Matcher
from tui.search.query import Query, parse_query
from tui.search.readings import default_readings
from tui.search.results import Hit

#: Reports up to which a filter is part of the query of the index.
_FEW_REPORTS = 400
#: Paragraphs after which a count may be stopped.
_STOP_EVERY = 256
_CANDIDATES = """
SELECT p.report, p.start, p."end", p.lead, p.length, p.folded, p.id FROM gram JOIN paragraph p ON p.id = gram.rowid
WHERE gram MATCH ?{narrowed} ORDER BY gram.rowid
"""
_POSSIBLE = "SELECT DISTINCT p.report FROM gram JOIN paragraph p ON p.id = gram.rowid WHERE gram MATCH ? ORDER BY p.report"


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
        places: Hits by place.
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
        rest, self.filters = split_filters(text)
        self.query: Query = parse_query(rest)
        for place in self.query.places:
            _no_place(place)
        where, values = condition(self.filters, divisions)
        rows = connection.execute(
            f"SELECT id, place, code, level, plan_year, title FROM report WHERE {where} ORDER BY id",
            values,
        )
        self._reports = {row[0]: ReportRow(*row) for row in rows}
        self._is_filtered = self.filters[:4] != Filters()[:4]
        self._matcher = paragraph_matcher(self.query) if self.query.terms else None

    def hits(self) -> Iterator[ReportHits]:
        """Yield the reports with hits, in the order they were added."""
        if not self.query.terms:
            return
        if self._matcher is None:
            yield from self._in_whole_texts()
            return
        candidates = self._candidates(self._matcher)
        for report, rows in groupby(candidates, key=lambda row: row[0]):
            if report in self._reports:
                hits = [hits for row in rows if (hits := self._hits_in(self._matcher, row))]
                if hits:
                    yield ReportHits(
                        self._reports[report], tuple(hit for some in hits for hit in some), len(hits)
                    )

    def hits_by_place(self) -> Iterator[ReportHits]:
        """Yield the reports with hits by place, the newest of each first."""
        if self._matcher is None:
            yield from sorted(self.hits(), key=lambda found: _by_place(found.report))
            return
        wanted = {row[0] for row in self._connection.execute(_POSSIBLE, (self._matcher.candidates,))}
        for report in sorted((one for one in self._reports.values() if one.id in wanted), key=_by_place):
            rows = self._of_report(self._matcher, report.id)
            hits = [hits for row in rows if (hits := self._hits_in(self._matcher, row))]
            if hits:
                yield ReportHits(report, tuple(hit for some in hits for hit in some), len(hits))

    def counts(self, stop: Callable[[], object] = int) -> dict[int, int]:
        """Return the number of hits in each report that has some, by its id.

        Args:
            stop: Called often; may raise to stop.
        """
        counts: Counter[int] = Counter()
        if self._matcher is None:
            for found in self.hits():
                stop()
                counts[found.report.id] += len(found.hits)
            return dict(counts)
        for number, row in enumerate(self._candidates(self._matcher)):
            if number % _STOP_EVERY == 0:
                stop()
            if row[0] in self._reports:
                counts[row[0]] += self._matcher.count(row[5], row[3], row[4])
        return dict(+counts)

    def facets(self, counts: Mapping[int, int] | None = None) -> Facets:
        """Count all hits by year, place and level.

        Args:
            counts: What :meth:`counts` returned, if it was called before.
        """
        counts = self.counts() if counts is None else counts
        years: Counter[int | None] = Counter()
        places: Counter[str] = Counter()
        levels: Counter[str] = Counter()
        for report, count in counts.items():
            row = self._reports[report]
            years[row.plan_year] += count
            places[row.place] += count
            levels[row.level] += count
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

    def _candidates(self, matcher: ParagraphMatcher) -> sqlite3.Cursor:
        narrowed = ""
        if self._is_filtered and len(self._reports) <= _FEW_REPORTS:
            narrowed = f" AND p.report IN ({', '.join(map(str, self._reports))})"
        return self._connection.execute(self._statement(narrowed), (matcher.candidates,))

    def _of_report(self, matcher: ParagraphMatcher, report: int) -> sqlite3.Cursor:
        span = "SELECT min(id), max(id) FROM paragraph WHERE report = ?"
        first, last = self._connection.execute(span, (report,)).fetchone()
        narrowed = " AND gram.rowid BETWEEN ? AND ?"
        return self._connection.execute(self._statement(narrowed), (matcher.candidates, first, last))

    def _statement(self, narrowed: str) -> str:
        tense = f" AND p.tense = '{self.filters.tense}'" if self.filters.tense else ""
        return _CANDIDATES.format(narrowed=narrowed + tense)

    def _hits_in(self, matcher: ParagraphMatcher, row: tuple[int, int, int, int, int, str, int]) -> list[Hit]:
        report, start, _, lead, length, folded, _ = row
        found = matcher.occurrences(folded, lead, length)
        if found is None:
            return []
        last = max(end for some in found for _, end, _ in some) - lead
        source = self._source(report, start, last)
        hits = []
        for term, occurrences in enumerate(found):
            for low, high, why in occurrences:
                first, end = source.span(low - lead, high - lead)
                hits.append(Hit(start + first, start + end, term, why))
        return sorted(hits, key=lambda hit: (hit.start, -hit.end, hit.term))

    def _source(self, report: int, start: int, characters: int) -> FoldedText:
        """Return the folded text from an offset on, with at least so many characters, to map offsets back."""
        size = 2 * characters + 64
        while True:
            (text,) = self._connection.execute(
                "SELECT substr(text, ?, ?) FROM report WHERE id = ?", (start + 1, size, report)
            ).fetchone()
            folded = fold(text, False)
            if len(folded.text) >= characters or len(text) < size:
                return folded
            size *= 2

    def _in_whole_texts(self) -> Iterator[ReportHits]:
        for report in self._possible():
            (text,) = self._connection.execute(
                "SELECT text FROM report WHERE id = ?", (report.id,)
            ).fetchone()
            paragraphs = list(Matcher(text, _no_place).hits(self.query))
            if self.filters.tense:
                paragraphs = self._of_tense(report.id, paragraphs)
            if paragraphs:
                yield ReportHits(report, tuple(hit for some in paragraphs for hit in some), len(paragraphs))

    def _possible(self) -> Iterator[ReportRow]:
        """Yield the reports in which the index does not rule out hits."""
        wanted = index_query(self.query, self._pinyin)
        if not wanted:
            yield from self._reports.values()
            return
        ids = self._connection.execute(_POSSIBLE, (wanted,))
        yield from (self._reports[report] for (report,) in ids if report in self._reports)

    def _pinyin(self, letters: str) -> str:
        return pinyin_query(self._connection, letters, default_readings())

    def _of_tense(self, report: int, paragraphs: list[list[Hit]]) -> list[list[Hit]]:
        rows = self._connection.execute(
            'SELECT start, "end" FROM paragraph WHERE report = ? AND tense = ?', (report, self.filters.tense)
        ).fetchall()
        return [hits for hits in paragraphs if any(start <= hits[0].start < end for start, end in rows)]


def _no_place(place: str) -> tuple[int, int]:
    raise UsageError(messages.place_of_one_report(place))


def _by_place(report: ReportRow) -> tuple[str, str, int]:
    return report.code, report.place, -(report.plan_year or 0)
