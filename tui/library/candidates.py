"""Read from a library the paragraphs that may hold hits: the index gives them, or all are looked through."""

from __future__ import annotations

import sqlite3
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache, cached_property
from itertools import starmap
from typing import Any

from tui.library.frequent import frequent_counts
from tui.library.matching import IndexQuery
from tui.library.paragraphs import Paragraph
from tui.library.spans import Extent, Sounds
from tui.library.spellings import Pair
from tui.library.tallies import (
    ALL,
    all_ends,
    all_extents,
    count_each,
    count_together,
    extents_of,
    paragraphs_with,
)
from tui.library.vocabulary import is_learnt

#: Reports up to which each is looked up by itself.
FEW_REPORTS = 64
#: Letters that so many of the first paragraphs hold are found sooner without the index.
_SAMPLE, _OFTEN = 400, 4
#: Reports that are passed by in the time it takes to look up one.
_PASSED_REPORTS = 20
#: Reports whose sounds are read in one go in the time it takes to look up those of one.
_LOOKED_UP = 2
#: Paragraphs that are read at once.
_PARAGRAPHS_AT_ONCE = 1000
#: Words that are looked for at once: SQLite looks at each of them for each paragraph it finds, so that 75 together take 13 ms, in parts 9.
_WORDS_AT_ONCE = 16
#: About how many characters a paragraph has.
_CHARACTERS = 200
#: Ids up to which they are parameters of a query.
_MOST_PARAMETERS = 64
#: Paragraphs up to which a query is one of rare hits.
_RARE = 2000
_SPAN = "SELECT first, first + paragraphs - 1 FROM initials WHERE report = ?"
_SOUNDS = "SELECT first, lengths, classes FROM initials WHERE report = ?"
_FEW_NUMBERS = f"SELECT rowid FROM gram WHERE gram MATCH ? ORDER BY rowid LIMIT {_RARE}"
_OWNER = "SELECT report, first + paragraphs FROM initials WHERE first <= ? ORDER BY first DESC LIMIT 1"
_ALL_SOUNDS = "SELECT report, first, lengths, classes FROM initials"
_FROM_INDEX = "FROM gram JOIN paragraph p ON p.id = gram.rowid WHERE gram MATCH ?"
_BEGINNING_WITH = "SELECT term FROM gram_word WHERE term >= ? AND term < ?"
_FROM_ALL = "FROM paragraph p WHERE 1"


class Candidates:
    """Paragraphs of some reports of a library.

    Args:
        connection: The library.
        condition: Which reports, in SQL, and its parameters; None for all.
        tense: ``plan`` or ``review`` for paragraphs of that tense only.
    """

    def __init__(
        self, connection: sqlite3.Connection, condition: tuple[str, list[Any]] | None, tense: str | None
    ) -> None:
        self._connection = connection
        self._condition = condition
        self._followers_of = cache(self._followers)
        #: In which tense they are; None for both.
        self.tense = tense
        #: Ids of the reports, in order; None for all.
        self.reports: list[int] | None = None
        if condition is not None:
            # Without ORDER BY, SQLite reads a small index rather than past the texts where it can.
            query = f"SELECT id FROM report WHERE {condition[0]}"
            self.reports = sorted(row[0] for row in connection.execute(query, condition[1]))

    def frequent(self, folded: str) -> dict[int, int]:
        """Return how often a folded text occurs in the reports for which that is kept, by their ids."""
        return frequent_counts(self._connection, folded, self.tense)

    def paragraphs(self, wanted: IndexQuery) -> Iterator[Paragraph]:
        """Yield the paragraphs that may hold hits, in the order they were added."""
        return starmap(Paragraph, self.rows(Paragraph.COLUMNS, wanted))

    def rows(self, columns: str, wanted: IndexQuery, reports: Iterable[int] | None = None) -> Iterator[Any]:
        """Yield rows of the paragraphs that may hold hits, in the order they were added.

        Args:
            columns: Of the table ``paragraph``, which is called p.
            wanted: What the paragraphs hold.
            reports: The reports to look up one by one; None for all that are searched.
        """
        source, values = self._source(wanted)
        if reports is None and self.reports is not None and self._are_few(self.reports):
            reports = self.reports
        if reports is not None:
            return self._of(columns, reports, source, values)
        if self._condition is not None:
            source += f" AND p.report IN (SELECT id FROM report WHERE {self._condition[0]})"
            values += self._condition[1]
        return self._rows(columns, source, values)

    def _are_few(self, reports: Sequence[int]) -> bool:
        """Tell whether looking up each report is sooner than passing by all others."""
        if len(reports) <= FEW_REPORTS:
            return True
        (last,) = self._connection.execute("SELECT max(id) FROM report").fetchone()
        return len(reports) * _PASSED_REPORTS < int(last)

    def all_reports(self) -> list[int]:
        """Return the ids of the reports that are searched."""
        return self._every if self.reports is None else self.reports

    @cached_property
    def _every(self) -> list[int]:
        # This index is small, and mostly in the order of the reports.
        rows = self._connection.execute("SELECT report FROM initials ORDER BY first").fetchall()
        return sorted([report for (report,) in rows])

    def of_reports(self, wanted: IndexQuery, reports: Iterable[int]) -> Iterator[Paragraph]:
        """Yield the paragraphs of some reports that may hold hits, report by report."""
        return starmap(Paragraph, self.rows(Paragraph.COLUMNS, wanted, reports))

    def tally(
        self, pairs: Sequence[str], beside: Sequence[str] = (), stop: Callable[[], object] = int
    ) -> dict[int, int]:
        """Return how often pairs begin in the paragraphs in which all of them do, by report; no text is read.

        Args:
            pairs: Pairs for which :func:`tui.library.grams.is_pair` is true.
            beside: Others that begin in these paragraphs, but are not counted.
            stop: Called often; may raise to stop.
        """
        return self._searched(count_together(self._connection, pairs, beside, stop))

    def tally_each(self, pairs: Iterable[str], stop: Callable[[], object] = int) -> dict[int, int]:
        """Return how often some pairs begin in paragraphs, by report; as :meth:`tally`."""
        return self._searched(count_each(self._connection, pairs, stop))

    def _searched(self, counts: dict[int, int]) -> dict[int, int]:
        """Return the counts of the reports that are searched."""
        if self.reports is None:
            return counts
        return {report: counts[report] for report in self.reports if report in counts}

    @property
    def is_tallied(self) -> bool:
        """Whether :meth:`tally` counts what is searched, and soon: many reports, of any tense."""
        return self.tense is None and (self.reports is None or len(self.reports) > FEW_REPORTS)

    def numbers(self, match: str, reports: Iterable[int]) -> list[int]:
        """Return the ids of the paragraphs of some reports that a query of the index finds."""
        found, wanted = paragraphs_with(self._connection, match), set(reports)
        kept: list[int] = []
        begin = 0
        for report, behind in all_ends(self._connection):
            end = bisect_left(found, behind, begin)
            if end > begin and report in wanted:
                kept += found[begin:end]
            begin = end
        return kept

    def rows_of(
        self, columns: str, numbers: Sequence[int], stop: Callable[[], object] = int
    ) -> Iterator[tuple[Any, ...]]:
        """Yield rows of some paragraphs, given by their ids in order; stop is called often, and may raise."""
        for start in range(0, len(numbers), _PARAGRAPHS_AT_ONCE):
            stop()
            some, values = _some(numbers[start : start + _PARAGRAPHS_AT_ONCE])
            yield from self._rows(columns, f"{_FROM_ALL} AND p.id IN ({some})", values)

    def numbered(self, numbers: Iterable[int]) -> Iterator[Paragraph]:
        """Yield the paragraphs with some ids."""
        some, values = _some(numbers)
        for row in self._rows(Paragraph.COLUMNS, f"{_FROM_ALL} AND p.id IN ({some})", values):
            yield Paragraph(*row)

    def folded(self, numbers: Iterable[int]) -> Iterator[tuple[int, int, str]]:
        """Yield the ids of some paragraphs, how many folded characters are kept of the text before each, and all."""
        some, values = _some(numbers)
        query = f"SELECT id, lead, folded FROM paragraph WHERE id IN ({some}) ORDER BY id"
        return iter(self._connection.execute(query, values))

    def of_tense(self, numbers: Iterable[int], tense: str) -> Iterator[int]:
        """Yield the ids of those of some paragraphs that are of a tense."""
        some, values = _some(numbers)
        query = f"SELECT id FROM paragraph WHERE id IN ({some}) AND tense = ?"
        rows = self._connection.execute(query, (*values, tense))
        return (number for (number,) in rows)

    def words_of(self, pairs: Iterable[Pair]) -> list[str]:
        """Return the pairs of characters in the library that some pairs of syllables may be."""
        return list(dict.fromkeys(word for pair in pairs for word in self._words(pair)))

    def with_words(self, words: Iterable[str]) -> Iterator[int]:
        """Yield what :meth:`with_one_of` returns for the library, without reading all of the index first."""
        match = _one_of(words)
        if match:
            query = "SELECT rowid FROM gram WHERE gram MATCH ? ORDER BY rowid"
            yield from (row[0] for row in self._connection.execute(query, (match,)))

    def sample(self) -> str:
        """Return the text of the first paragraphs of the library, to see how often characters are."""
        rows = self._connection.execute(f"SELECT folded FROM paragraph ORDER BY id LIMIT {_SAMPLE // 4}")
        return "".join(folded for (folded,) in rows)

    def characters(self) -> int:
        """Return about how many characters the library has."""
        (last,) = self._connection.execute("SELECT max(id) FROM paragraph").fetchone()
        return (last or 0) * _CHARACTERS

    def vocabulary(self) -> dict[str, str]:
        """Return the letters that follow each letter in the library; some of them did in what is gone."""
        return dict(self._connection.execute("SELECT first, followers FROM vocabulary").fetchall())

    def with_one_of(self, pairs: Iterable[str], extent: Extent | None = None) -> list[int]:
        """Return the ids of the paragraphs with one of some pairs of characters, in order: in a report, or in the library."""
        match = _one_of(pairs)
        span = (extent.first, extent.first + extent.paragraphs - 1) if extent else ALL
        return paragraphs_with(self._connection, match, span) if match else []

    def all_with(self, pairs: Sequence[str]) -> frozenset[int]:
        """Return what :meth:`with_one_of` returns for the library, faster but in no order."""
        parts = (pairs[start : start + _WORDS_AT_ONCE] for start in range(0, len(pairs), _WORDS_AT_ONCE))
        return frozenset().union(*map(self.with_one_of, parts))

    @property
    def are_all(self) -> bool:
        """Whether all reports of the library are searched."""
        return self.reports is None

    def extents(self, reports: Iterable[int] | None = None) -> Iterator[Extent]:
        """Yield where the paragraphs of reports are.

        Args:
            reports: Their ids, all of which are searched; None for all in the order of their paragraphs.
        """
        if reports is None and self.reports is None:
            yield from all_extents(self._connection)
            return
        for report in self.all_reports() if reports is None else reports:
            yield from extents_of(self._connection, report)

    def sounds(self, report: int) -> Sounds:
        """Return how a report is read; one by one, for SQLite would sort what it reads of all."""
        return Sounds(*self._connection.execute(_SOUNDS, (report,)).fetchone())

    def all_sounds(self, reports: Collection[int]) -> Iterator[tuple[int, Sounds]]:
        """Yield some reports, all of which are searched, and how they are read: in one go if they are most of the library."""
        if len(reports) * _LOOKED_UP < len(self._every):
            for report in reports:
                yield report, self.sounds(report)
            return
        for report, *sounds in self._connection.execute(_ALL_SOUNDS):
            if report in reports:
                yield report, Sounds(*sounds)

    def _words(self, pair: Pair) -> Iterator[str]:
        """Yield the words of the index for a pair."""
        for first in pair.firsts:
            yield from (first + one for one in pair.seconds.intersection(self._followers_of(first)))

    def _followers(self, first: str) -> str:
        """Return the letters that follow one in the library."""
        if self.is_learnt:
            query = "SELECT followers FROM vocabulary WHERE first = ?"
            row = self._connection.execute(query, (first,)).fetchone()
            return str(row[0]) if row else ""
        rows = self._connection.execute(_BEGINNING_WITH, (first, chr(ord(first) + 1)))
        return "".join(word[1] for (word,) in rows if len(word) == 2)

    @cached_property
    def is_learnt(self) -> bool:
        """Whether :meth:`vocabulary` has the letters of all paragraphs: while reports are added it has not."""
        return is_learnt(self._connection)

    def reports_with(self, wanted: IndexQuery) -> set[int] | None:
        """Return the reports with paragraphs that may hold hits; None if there may be many of them."""
        source, values = self._source(wanted)
        if source.startswith(_FROM_ALL):
            return None
        numbers = self._connection.execute(_FEW_NUMBERS, values).fetchall()
        if len(numbers) == _RARE:
            return None
        found = set()
        end = 0
        for (number,) in numbers:
            if number >= end:
                report, end = self._connection.execute(_OWNER, (number,)).fetchone()
                found.add(report)
        return found if self.reports is None else found.intersection(self.reports)

    def _of(
        self, columns: str, reports: Iterable[int], source: str, values: list[Any]
    ) -> Iterator[tuple[Any, ...]]:
        name = _number_in(source)
        for report in reports:
            first, last = self._connection.execute(_SPAN, (report,)).fetchone()
            yield from self._rows(columns, f"{source} AND {name} BETWEEN ? AND ?", [*values, first, last])

    def _rows(self, columns: str, source: str, values: list[Any]) -> Iterator[tuple[Any, ...]]:
        tense = f" AND p.tense = '{self.tense}'" if self.tense else ""
        query = f"SELECT {columns} {source}{tense} ORDER BY {_number_in(source)}"
        return iter(self._connection.execute(query, values))

    def _source(self, wanted: IndexQuery) -> tuple[str, list[Any]]:
        """Return where paragraphs are read from: the end of a query, and its parameters."""
        if wanted.match and not (wanted.letters and self._are_common(wanted.letters)):
            return _FROM_INDEX, [wanted.match]
        if not wanted.letters:
            return _FROM_ALL, []
        return f"{_FROM_ALL} AND ({_any_of(wanted.letters)})", list(wanted.letters)

    def _are_common(self, letters: tuple[str, ...]) -> bool:
        query = f"SELECT count(*) FROM (SELECT folded FROM paragraph ORDER BY id LIMIT {_SAMPLE}) p WHERE {_any_of(letters)}"
        return bool(self._connection.execute(query, letters).fetchone()[0] >= _OFTEN)


def _some(numbers: Iterable[int]) -> tuple[str, list[int]]:
    """Return a list of ids in SQL with its parameters: as many ids are the same query, which is parsed once."""
    values = list(numbers)
    if len(values) > _MOST_PARAMETERS:
        return ", ".join(map(str, values)), []
    return ", ".join("?" * len(values)), values


def _one_of(pairs: Iterable[str]) -> str:
    return " OR ".join(f'"{pair}"' for pair in pairs)


def _number_in(source: str) -> str:
    return "gram.rowid" if source.startswith(_FROM_INDEX) else "p.id"


def _any_of(letters: tuple[str, ...]) -> str:
    return " OR ".join(["instr(p.folded, ?)"] * len(letters))
