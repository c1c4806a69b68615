"""The results of a search in a library, report by report: each hit with its context, its sentence, and the metrics in it."""

from __future__ import annotations

import sqlite3
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from operator import attrgetter
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from tui.library.addresses import Addresses
from tui.library.database import told
from tui.library.divisions import Divisions
from tui.library.searching import LibrarySearch, ReportHits, ReportRow
from tui.report.model import Metric, Report
from tui.report.sentences import sentences_at
from tui.search.results import Hit

#: In which order reports are listed: by place, the newest of each first; by year; by number of hits.
Order = Literal["place", "year", "hits"]
ORDERS: tuple[Order, ...] = get_args(Order)
#: What hits are counted by.
Field = Literal["year", "place", "level"]
FIELDS: tuple[Field, ...] = get_args(Field)
#: Characters of context on either side of a hit.
CONTEXT = 24


class LibraryHit(NamedTuple):
    """A hit with what stands around it.

    Attributes:
        start: Half-open offset into the report's text.
        end: One past its last character.
        term: Index of the term in the query.
        why: Why it is a hit (pinyin, synonym, number in another form); empty for the term as typed.
        text: The hit as printed.
        before: What stands before it in its line.
        after: What stands behind it.
        sentence: The sentence it begins in.
        node: Id of the innermost node that holds it.
        path: The labels from the outermost node down to that one.
        metrics: What the sentence states.
        is_cut: Whether its line has more before and behind what stands around it.
    """

    start: int
    end: int
    term: int
    why: str
    text: str
    before: str
    after: str
    sentence: str
    node: str
    path: str
    metrics: tuple[Metric, ...]
    is_cut: tuple[bool, bool] = (False, False)


class ReportResults(NamedTuple):
    """The results in one report.

    Attributes:
        report: The report.
        hits: In document order.
        paragraphs: Number of paragraphs with hits.
        hits_before: How many hits a saved query had here when it was last run.
    """

    report: ReportRow
    hits: tuple[LibraryHit, ...]
    paragraphs: int
    hits_before: int = 0

    @property
    def metrics(self) -> tuple[Metric, ...]:
        """The metrics in the sentences of the hits, each once, in document order."""
        found = {metric.start: metric for hit in self.hits for metric in hit.metrics}
        return tuple(found[start] for start in sorted(found))


class ReportText(NamedTuple):
    """The text of a report with its hits.

    Attributes:
        report: The report.
        text: Its text.
        hits: In document order.
        paths: For each hit, the labels from the outermost node down to the one that holds it.
    """

    report: ReportRow
    text: str
    hits: tuple[Hit, ...]
    paths: tuple[str, ...]


class Group(NamedTuple):
    """The hits of one year, place or level.

    Attributes:
        value: The year, the place or the level; None for reports without a year.
        hits: Number of hits.
        reports: Reports with hits.
        searched: Reports that were searched.
    """

    value: str | int | None
    hits: int
    reports: int
    searched: int


class LibraryResults(LibrarySearch):
    """The results of a query in a library; iterating over them searches, and yields a report as soon as it was searched.

    Args:
        connection: The library.
        text: The query as typed, with filters.
        divisions: The administrative divisions.
        read: Returns a report with its metrics.
        path: The file of the library, for errors.

    Attributes:
        text: The query as typed.
        hits_before: For a saved query, the hits that each report with more of them had when it was last run, by id.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        text: str,
        divisions: Divisions,
        read: Callable[[int], Report],
        path: Path,
    ) -> None:
        super().__init__(connection, text, divisions)
        self.text = text
        self._read = read
        self._path = path
        self.hits_before: Mapping[int, int] = {}

    def __iter__(self) -> Iterator[ReportResults]:
        return self.by("place")

    def by(self, order: Order, context: int = CONTEXT) -> Iterator[ReportResults]:
        """Yield the results report by report.

        Args:
            order: The order of the reports; by ``place``, the first come at once.
            context: Characters of context on either side of a hit.
        """
        with told(self._path), closing(self._in_order(order)) as found:  # it reads until it is closed
            for hits in found:
                yield self._with_context(hits, context)

    def of(self, reports: Iterable[int], stop: Callable[[], object] = int) -> Iterator[ReportResults]:
        """Yield the results in some reports, in the order given.

        Args:
            reports: Their ids.
            stop: Called often; may raise to stop.
        """
        with told(self._path), closing(self._of(reports, stop)) as found:
            for hits in found:
                yield self._with_context(hits, CONTEXT)

    def _of(self, reports: Iterable[int], stop: Callable[[], object]) -> Generator[ReportHits, None, None]:
        yield from self.hits_of(reports, stop)

    def texts(self, reports: Iterable[int], stop: Callable[[], object] = int) -> Iterator[ReportText]:
        """Yield the texts of those of some reports that have hits, in the order given.

        Args:
            reports: Their ids.
            stop: Called often; may raise to stop.
        """
        with told(self._path), closing(self._of(reports, stop)) as found:
            for report, hits, _ in found:
                (text,) = self._connection.execute(
                    "SELECT text FROM report WHERE id = ?", (report.id,)
                ).fetchone()
                nodes = self._nodes(report.id)
                starts = [start for start, _, _ in nodes]
                at = (max(0, bisect_right(starts, hit.start) - 1) for hit in hits)
                yield ReportText(report, text, hits, tuple(nodes[one][2] if nodes else "" for one in at))

    def counts(self, stop: Callable[[], object] = int) -> dict[int, int]:
        """Return the number of hits in each report that has some, by its id.

        Args:
            stop: Called often; may raise to stop.
        """
        try:
            return super().counts(stop)
        except sqlite3.Error:  # what stops it stays as it is
            with told(self._path):
                raise

    def _in_order(self, order: Order) -> Generator[ReportHits, None, None]:
        if order == "place":
            yield from self.hits_by_place()
            return
        counts = self.counts()
        rows = [row for row in self._all_reports() if row.id in counts]
        rows.sort(key=lambda row: (-(row.plan_year or 0), row.code, row.place))
        if order == "hits":
            rows.sort(key=lambda row: -counts[row.id])
        yield from self.hits_of(row.id for row in rows)

    def narrow(self, hits_before: Mapping[int, int]) -> None:
        """Search only some of the reports.

        Args:
            hits_before: The hits that each of them had before, by id.
        """
        condition = f"id IN ({', '.join(map(str, hits_before))})"
        self._search_in((condition, []))
        self.hits_before = hits_before

    def groups(self, field: Field) -> list[Group]:
        """Count hits and reports by year, place or level; years in their order, others by the most reports."""
        groups: dict[str | int | None, list[int]] = {}
        counts = self.counts()
        names = Addresses(self._connection, self._divisions) if field == "place" else None
        for row in self._all_reports():
            value = names.place_of(row.id) if names else attrgetter(_ATTRIBUTES[field])(row)
            group = groups.setdefault(value, [0, 0, 0])
            hits = counts.get(row.id, 0)
            group[0] += hits
            group[1] += hits > 0
            group[2] += 1
        listed = [Group(value, *sums) for value, sums in groups.items() if sums[1] or field != "place"]
        if field == "year":
            return sorted(listed, key=lambda group: int(group.value or 0))
        return sorted(listed, key=lambda group: (-group.reports, -group.hits, str(group.value)))

    def _with_context(self, found: ReportHits, context: int) -> ReportResults:
        number = found.report.id
        (text,) = self._connection.execute("SELECT text FROM report WHERE id = ?", (number,)).fetchone()
        sentences = list(sentences_at(text, (hit.start for hit in found.hits)))
        nodes = self._nodes(number)
        starts = [start for start, _, _ in nodes]
        metrics = self._metrics(number, sentences)
        offsets = [metric.start for metric in metrics]
        hits = []
        for hit, sentence in zip(found.hits, sentences, strict=True):
            _, node, path = nodes[max(0, bisect_right(starts, hit.start) - 1)] if nodes else (0, "", "")
            stated = metrics[bisect_left(offsets, sentence[0]) : bisect_left(offsets, sentence[1])]
            printed = text[hit.start : hit.end], *_around(text, hit, context), text[slice(*sentence)]
            hits.append(LibraryHit(*hit, *printed, node, path, stated, _is_cut(text, hit, context)))
        return ReportResults(found.report, tuple(hits), found.paragraphs, self.hits_before.get(number, 0))

    def _nodes(self, report: int) -> Sequence[tuple[int, str, str]]:
        """Return where each paragraph of a report begins, with id and path of its node."""
        return self._connection.execute(
            "SELECT p.start, n.id, n.path FROM paragraph p JOIN node n ON n.report = p.report AND n.id = p.node "
            "WHERE p.report = ? ORDER BY p.start",
            (report,),
        ).fetchall()

    def _metrics(self, report: int, sentences: Iterable[tuple[int, int]]) -> tuple[Metric, ...]:
        """Return the metrics of a report; none, without reading it, if none is in the sentences."""
        known = {row[0] for row in self._connection.execute(_SENTENCES, (report,))}
        return self._read(report).metrics if any(start in known for start, _ in sentences) else ()


_SENTENCES = "SELECT DISTINCT sentence_start FROM metric WHERE report = ?"
_ATTRIBUTES: dict[Field, str] = {"year": "plan_year", "level": "level"}


def _around(text: str, hit: Hit, characters: int) -> tuple[str, str]:
    """Return what stands before and behind a hit in its line, at most so many characters of it."""
    before = text[max(0, hit.start - characters) : hit.start].rpartition("\n")[2]
    return before, text[hit.end : hit.end + characters].partition("\n")[0]


def _is_cut(text: str, hit: Hit, characters: int) -> tuple[bool, bool]:
    """Tell whether the line of a hit has more before and behind what :func:`_around` returns."""
    before, behind = _around(text, hit, characters + 1)
    return len(before) > characters, len(behind) > characters
