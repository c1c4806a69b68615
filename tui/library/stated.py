"""Read what the reports of a library state of an indicator."""

from __future__ import annotations

import json
import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from tui.library.divisions import NATION, NATION_NAME, Divisions
from tui.report.model import Metric
from tui.report.reference import ReportRef
from tui.series.asked import Asked
from tui.series.building import Source
from tui.series.choice import Statement
from tui.series.model import Stated

#: Characters on either side of a figure in which others are in its company.
_COMPANY_CHARACTERS = 110
#: Names of several indicators.
_IS_LIST = " OR ".join(f"instr(m.name, '{mark}')" for mark in "、和与及").join("()")
_REFS = """
    SELECT id, place, plan_year, title, date, level, today, parent, characters, code,
        (SELECT path FROM file WHERE file.report = report.id ORDER BY path LIMIT 1),
        (SELECT sha256 FROM file WHERE file.report = report.id ORDER BY path LIMIT 1)
    FROM report
"""


def references(connection: sqlite3.Connection, where: str, values: Sequence[object]) -> list[ReportRef]:
    """Return the reports for which a condition holds and whose year is known, one a place and year: the longest.

    Args:
        connection: The library.
        where: The condition, in SQL.
        values: Its parameters.
    """
    best: dict[tuple[str, int], ReportRef] = {}
    rows = connection.execute(
        f"{_REFS} WHERE plan_year IS NOT NULL AND ({where}) ORDER BY today, plan_year, characters, id DESC",
        values,
    )
    for number, place, year, title, date, level, today, parent, _, code, path, sha256 in rows:
        file = os.fsdecode(path) if path is not None else ""
        ref = ReportRef(place, year, title, date, file, sha256 or "", number, level, today or code, parent)
        best[today or place, year] = ref
    return list(best.values())


def of_place(connection: sqlite3.Connection, place: str, divisions: Divisions) -> dict[str, list[ReportRef]]:
    """Return the reports of a place, also under other names it had, by its code today; of several of that name, all.

    Args:
        connection: The library.
        place: Its name.
        divisions: The administrative divisions.
    """
    codes = sorted({divisions.today(code) for code in divisions.codes_of(place)})
    if place == NATION_NAME:
        codes.append(NATION)
    marks = ", ".join("?" * len(codes))
    return by_place(references(connection, f"place = ? OR today IN ({marks})", [place, *codes]))


def statements(
    connection: sqlite3.Connection, reports: Iterable[ReportRef], asked: Asked
) -> dict[int, list[Statement]]:
    """Return what reports state of an indicator, by their numbers."""
    return {ref.number: list(_of_report(connection, ref, asked)) for ref in reports if ref.number is not None}


def _of_report(connection: sqlite3.Connection, ref: ReportRef, asked: Asked) -> Iterator[Statement]:
    spans = _spans(connection, ref, asked)
    if not spans:
        return
    (record,) = connection.execute("SELECT record FROM report WHERE id = ?", (ref.number,)).fetchone()
    rows = json.loads(zlib.decompress(record))["metrics"]
    for index, row in enumerate(rows):
        if row[0] in spans:
            start, end, text = spans[row[0]]
            metric = _metric(row, text[row[2] - start : row[3] - start])
            indicator = asked.states(metric, ref.place)
            if indicator:
                yield Statement(Stated(ref, metric, (start, end), text), indicator, _company(rows, index))


def _spans(connection: sqlite3.Connection, ref: ReportRef, asked: Asked) -> dict[str, tuple[int, int, str]]:
    """Return the sentences of the metrics that may state an indicator, by their ids."""
    ids = asked.ids if asked.own is None else ()
    marks = ", ".join("?" * len(ids))
    condition = f"(m.canonical IN ({marks}) OR (m.canonical = '' AND {_IS_LIST}))" if ids else "m.name <> ''"
    rows = connection.execute(
        "SELECT m.id, m.sentence_start, m.sentence_end, "
        "substr(r.text, m.sentence_start + 1, m.sentence_end - m.sentence_start) "
        f"FROM metric m JOIN report r ON r.id = m.report WHERE m.report = ? AND {condition}",
        (ref.number, *ids),
    )
    return {number: (start, end, text) for number, start, end, text in rows}


def _metric(row: list[Any], quote: str) -> Metric:
    """Return the metric of a row of a record, see tui/library/record.py."""
    number, node, start, end, indicator, values, *others, attributes, part_of, among, canonical = row
    metric = Metric(number, node, start, end, quote, indicator, tuple(map(Decimal, values)), *others)
    return metric._replace(attributes=tuple(attributes), part_of=part_of, among=among, canonical=canonical)


def _company(rows: Sequence[list[Any]], index: int) -> int:
    """Return how many other main indicators of the same status stand near a metric."""
    row = rows[index]
    start, status, canonical = row[2], row[11], row[16]
    near: set[str] = set()
    for step in (-1, 1):
        at = index + step
        while 0 <= at < len(rows) and abs(rows[at][2] - start) <= _COMPANY_CHARACTERS:
            if rows[at][11] == status and rows[at][16] not in ("", canonical):
                near.add(rows[at][16])
            at += step
    return len(near)


def source_of(
    connection: sqlite3.Connection, asked: Asked, reports: Sequence[ReportRef], divisions: Divisions
) -> Source:
    """Return the reports of a place, and what they state, to build a series of."""
    found = statements(connection, reports, asked)
    years = {ref.plan_year: ref for ref in reports if ref.plan_year is not None}
    newest = years[max(years)]
    return Source(
        asked,
        divisions.name_of(newest.code) or newest.place,
        years,
        {year: found.get(ref.number or 0, []) for year, ref in years.items()},
    )


def names_of(connection: sqlite3.Connection, source: Source, divisions: Divisions) -> dict[int, str]:
    """Return the names a place had when it delivered its reports, by the years they plan."""
    names = {}
    for year, ref in source.reports.items():
        (code,) = connection.execute("SELECT code FROM report WHERE id = ?", (ref.number,)).fetchone()
        names[year] = divisions.name_of(code, year) or ref.place
    return names


def by_place(reports: Iterable[ReportRef]) -> dict[str, list[ReportRef]]:
    """Return reports by the code, or the name, of their place, in the order of codes."""
    places: dict[str, list[ReportRef]] = {}
    for ref in reports:
        places.setdefault(ref.code or ref.place, []).append(ref)
    return places
