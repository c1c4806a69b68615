"""Read what the reports of a library state of an indicator."""

from __future__ import annotations

import json
import os
import sqlite3
import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from tui.library.divisions import NATION, NATION_NAME, Divisions
from tui.library.mentions import mention_in
from tui.library.neighbours import IS_PLAIN, place_key, preference
from tui.report.model import Metric
from tui.report.reference import ReportRef
from tui.series.asked import Asked
from tui.series.building import Source
from tui.series.choice import Statement
from tui.series.model import Stated
from tui.series.outliers import without_outliers

#: Characters on either side of a figure in which others are in its company.
_COMPANY_CHARACTERS = 110
#: Figures of one indicator that are read of a report at most; of 789 reports none has more than 14.
_MOST_STATEMENTS = 100
#: Names of several indicators.
_IS_LIST = " OR ".join(f"instr(name, '{mark}')" for mark in "、和与及").join("()")
#: Where the metrics of a record begin.
_METRICS = '"metrics":['
_REFS = f"""
SELECT id, place, plan_year, title, date, level, today, parent, code, {IS_PLAIN}, characters,
    (SELECT path FROM file WHERE file.report = report.id ORDER BY path LIMIT 1),
    (SELECT sha256 FROM file WHERE file.report = report.id ORDER BY path LIMIT 1)
FROM report
"""


class Dated(NamedTuple):
    """A report of a known year.

    Attributes:
        ref: The report.
        code: The code its place had then; empty if unknown.
        rank: What orders the reports of a place and year, the best first.
    """

    ref: ReportRef
    code: str
    rank: tuple[bool, bool, int, int]

    @property
    def year(self) -> int:
        """The year it plans."""
        assert self.ref.plan_year is not None
        return self.ref.plan_year


def dated_reports(connection: sqlite3.Connection, where: str, values: Sequence[object]) -> list[Dated]:
    """Return the reports for which a condition holds, and whose year is known.

    Args:
        connection: The library.
        where: The condition, in SQL.
        values: Its parameters.
    """
    found = []
    rows = connection.execute(f"{_REFS} WHERE plan_year IS NOT NULL AND ({where}) ORDER BY id", values)
    for number, place, year, title, date, level, today, parent, code, is_plain, size, path, sha256 in rows:
        file = os.fsdecode(path) if path is not None else ""
        ref = ReportRef(place, year, title, date, file, sha256 or "", number, level, today or code, parent)
        found.append(Dated(ref, code, (code != today, *preference(bool(is_plain), size, number))))
    return found


def by_place(reports: Iterable[Dated], divisions: Divisions) -> dict[str, list[Dated]]:
    """Return reports by their place, in the order of codes; of each place one a year, the best, in the order of years.

    Reports whose place is not known for sure each stand alone; see :func:`~tui.library.neighbours.place_key`.

    Args:
        reports: The reports.
        divisions: The administrative divisions.
    """
    places: dict[str, dict[int, Dated]] = {}
    for report in sorted(reports, key=lambda one: (one.ref.code, one.rank)):
        ref = report.ref
        key = place_key(ref.place, report.code, ref.code, divisions) or f"#{ref.number}"
        places.setdefault(key, {}).setdefault(report.year, report)
    return {key: [years[year] for year in sorted(years)] for key, years in sorted(places.items())}


def of_place(connection: sqlite3.Connection, place: str, divisions: Divisions) -> dict[str, list[Dated]]:
    """Return the reports of a place, also under other names it had, by its code; of several of that name, all.

    Args:
        connection: The library.
        place: Its name.
        divisions: The administrative divisions.
    """
    named = divisions.codes_of(place) | ({NATION} if place == NATION_NAME else set())
    todays = {code: divisions.today(code) for code in named}
    codes = sorted({today if divisions.goes_on_as(code, today) else code for code, today in todays.items()})
    marks = ", ".join("?" * len(codes))
    where = f"place = ? OR today IN ({marks}) OR code IN ({marks})"
    reports = dated_reports(connection, where, [place, *codes, *codes])
    found = by_place(reports, divisions)
    return {key: some for key, some in found.items() if key in codes} or found


def _of_report(connection: sqlite3.Connection, ref: ReportRef, asked: Asked) -> Iterator[Statement]:
    rows = _rows(connection, ref, asked)
    chosen = [row for row in rows if row.may_state]
    if not chosen:
        return
    query = "SELECT record, text FROM report WHERE id = ?"
    record, text = connection.execute(query, (ref.number,)).fetchone()
    read = _reader(zlib.decompress(record).decode("utf-8"))
    sentences: dict[tuple[int, int], str] = {}  # one string for all figures of a sentence, which may be long
    found = 0
    for row in chosen:
        metric = read(row.id, text)
        indicator = asked.states(metric, ref.place)
        if not indicator:
            continue
        sentence = sentences.setdefault(row.sentence, text[slice(*row.sentence)])
        yield Statement(Stated(ref, metric, row.sentence, sentence), indicator, _company(rows, row))
        found += 1
        if found == _MOST_STATEMENTS:
            break


class _Row(NamedTuple):
    """A metric as the library lists it.

    Attributes:
        id: Its id.
        start: Where it stands.
        canonical: Id of the main indicator it states; empty if it is none.
        status: Whether it was done or is promised.
        sentence: Its sentence.
        may_state: Whether it may state what is asked for.
    """

    id: str
    start: int
    canonical: str
    status: str
    sentence: tuple[int, int]
    may_state: bool


def _rows(connection: sqlite3.Connection, ref: ReportRef, asked: Asked) -> list[_Row]:
    """Return the main indicators a report states, and the metrics that may state the one asked for."""
    ids = asked.ids if asked.own is None else ()
    marks = ", ".join("?" * len(ids))
    begins = " OR ".join(["instr(name, ?)"] * len(asked.starts))
    is_list = f"canonical = '' AND {_IS_LIST} AND ({begins})"
    may_state = f"(canonical IN ({marks}) OR ({is_list}))" if ids else "name <> ''"
    rows = connection.execute(
        f"SELECT id, start, canonical, status, sentence_start, sentence_end, {may_state} AS asked "
        "FROM metric WHERE report = ? AND (canonical <> '' OR asked)",
        (*ids, *(asked.starts if ids else ()), ref.number),
    )
    found = [
        _Row(number, start, canonical, status, (begin, end), bool(asked_for))
        for number, start, canonical, status, begin, end, asked_for in rows
    ]
    return sorted(found, key=lambda row: row.start)


def _reader(record: str) -> Callable[[str, str], Metric]:
    """Return what reads a metric of a record by its id, one after the other: to read all of them takes far longer.

    See tui/library/record.py for the rows.
    """
    decoder = json.JSONDecoder()
    at = record.index(_METRICS)

    def read(metric_id: str, text: str) -> Metric:
        nonlocal at
        at = record.index(f'["{metric_id}",', at)
        row, _ = decoder.raw_decode(record, at)
        number, node, start, end, indicator, values, *others, attributes, part_of, among, canonical = row
        quote = text[start:end]
        metric = Metric(number, node, start, end, quote, indicator, tuple(map(Decimal, values)), *others)
        return metric._replace(
            attributes=tuple(attributes), part_of=part_of, among=among, canonical=canonical
        )

    return read


def _company(rows: Sequence[_Row], row: _Row) -> int:
    """Return how many other main indicators of the same status stand near a metric."""
    first = bisect_left(rows, row.start - _COMPANY_CHARACTERS, key=lambda one: one.start)
    last = bisect_right(rows, row.start + _COMPANY_CHARACTERS, key=lambda one: one.start)
    near = {one.canonical for one in rows[first:last] if one.status == row.status}
    return len(near - {"", row.canonical})


def source_of(
    connection: sqlite3.Connection, asked: Asked, reports: Sequence[Dated], divisions: Divisions
) -> Source:
    """Return the reports of a place, one a year, and what they state, to build a series of."""
    newest = reports[-1]
    refs = {one.year: one.ref for one in reports}
    statements = {one.year: list(_of_report(connection, one.ref, asked)) for one in reports}
    return Source(
        asked,
        divisions.name_of(newest.ref.code) or newest.ref.place,
        refs,
        without_outliers(statements, asked.ids),
        {one.year: divisions.name_of(one.code, one.year) or one.ref.place for one in reports},
        lambda year, kind: mention_in(connection, refs[year], asked, statements[year], kind),
    )
