"""A person's own verdicts on promises: kept apart from what is made from files, and found again in a corrected text.

A verdict names the report by its key, and the target by its span; with it are kept the target as printed, what stands around it, and place
and year of the report. If the text is corrected, the key is another one: then the target is looked for in the report of that place and
year, by its quote and what stands around it, near where it was.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from tui.messages import verdicts as messages
from tui.promises.model import MAX_NOTE_CHARACTERS, VERDICTS, OwnVerdict, Verdict
from tui.report.anchors import Quote, context_around
from tui.report.errors import UsageError
from tui.report.model import Metric, Report

#: Characters on either side of a target that count when places are compared; those before it, where its name is, count twice.
_MAX_SAME = 12
#: What must be the same, counted so, for a target to be found again: 收入增长5%, is not enough.
_MIN_SAME = 12
_COLUMNS = 'key, start, "end", verdict, note, at, exact, prefix, suffix, place, year'
#: Those on the report with a key, and those on a report of its place and year that the library has no more.
_OF_REPORT = f"""
SELECT {_COLUMNS} FROM verdict
WHERE key = :key OR (place = :place AND year = :year AND key NOT IN (SELECT key FROM report)) ORDER BY at
"""
#: Those whose target is not where it was.
_ASTRAY = f"""
SELECT {_COLUMNS} FROM verdict v WHERE NOT EXISTS (
    SELECT 1 FROM report r JOIN metric m ON m.report = r.id WHERE r.key = v.key AND m.start = v.start AND m.printed = v.exact
)
"""
_REPORT_OF = """
SELECT id FROM report WHERE key = :key
UNION ALL SELECT id FROM report WHERE plan_year = :year AND :place IN (today, CASE today WHEN '' THEN place END)
"""


class VerdictRow(NamedTuple):
    """A row of the table ``verdict``."""

    key: str
    start: int
    end: int
    verdict: Verdict
    note: str
    at: str
    exact: str
    prefix: str
    suffix: str
    place: str
    year: int | None


class Identified(NamedTuple):
    """What verdicts name a report by: its key, its place (the code of today, or the name) and the year it plans."""

    key: str
    place: str
    year: int | None


def identified(connection: sqlite3.Connection, report: int) -> Identified | None:
    """Return what verdicts name a report by; None if it is gone."""
    query = "SELECT key, CASE today WHEN '' THEN place ELSE today END, plan_year FROM report WHERE id = ?"
    row = connection.execute(query, (report,)).fetchone()
    return Identified(*row) if row else None


def own_verdicts(connection: sqlite3.Connection, number: int, report: Report) -> dict[str, OwnVerdict]:
    """Return a person's verdicts on the targets of a report, by the ids of the metrics.

    Args:
        connection: The library.
        number: The number of the report.
        report: The report.
    """
    name = identified(connection, number)
    rows = _rows(connection.execute(_OF_REPORT, name._asdict())) if name else []
    return {metric.id: OwnVerdict(row.verdict, row.note) for row, metric in _found(rows, report)}


def write_verdict(
    connection: sqlite3.Connection, number: int, report: Report, target: str, verdict: str | None, note: str
) -> None:
    """Keep a person's verdict on a target, in place of an earlier one; in a transaction.

    Args:
        connection: The library.
        number: The number of the report.
        report: The report.
        target: The id of the metric.
        verdict: The verdict; None to keep none.
        note: Why, or from which source.

    Raises:
        UsageError: If there is no such target or verdict, or the note is too long.
    """
    metric = next((metric for metric in report.metrics if metric.id == target), None)
    name = identified(connection, number)
    if metric is None or name is None or metric.status != "target":
        raise UsageError(messages.no_such_target(target))
    if verdict is not None and verdict not in VERDICTS:
        raise UsageError(messages.no_such_verdict(verdict))
    note = " ".join(note.split())
    if len(note) > MAX_NOTE_CHARACTERS or not note.isprintable():
        raise UsageError(messages.bad_note(MAX_NOTE_CHARACTERS))
    for row, found in list(_found(_rows(connection.execute(_OF_REPORT, name._asdict())), report)):
        if found.id == target:
            _delete(connection, row)
    if verdict is not None:
        at = datetime.now().astimezone().isoformat(timespec="seconds")
        _insert(connection, _anchored(metric, report.text, name, verdict, note, at))


class OwnedTarget(NamedTuple):
    """A verdict, and the target it is on.

    Attributes:
        row: The verdict.
        report: The number of the report; None if the library has it no more.
        target: The target; None if it is not found.
    """

    row: VerdictRow
    report: int | None
    target: Metric | None


def owned_targets(
    connection: sqlite3.Connection, report_of: Callable[[int], Report | None]
) -> list[OwnedTarget]:
    """Return all verdicts with their targets, by place and year.

    Args:
        connection: The library.
        report_of: Returns a report by its number; None if it cannot be read.
    """
    located = []
    for row in _rows(connection.execute(f"SELECT {_COLUMNS} FROM verdict ORDER BY place, year, key, start")):
        numbers = [number for (number,) in connection.execute(_REPORT_OF, row._asdict())]
        reports = ((number, report_of(number)) for number in numbers)
        found = (
            (number, metric) for number, report in reports if report for _, metric in _found([row], report)
        )
        number, metric = next(found, (next(iter(numbers), None), None))
        located.append(OwnedTarget(row, number, metric))
    return located


def astray(connection: sqlite3.Connection) -> list[tuple[VerdictRow, list[int]]]:
    """Return the verdicts whose targets are not where they were, each with the reports they may be in now."""
    return [
        (row, [number for (number,) in connection.execute(_REPORT_OF, row._asdict())])
        for row in _rows(connection.execute(_ASTRAY))
    ]


def move(connection: sqlite3.Connection, row: VerdictRow, number: int, report: Report) -> bool:
    """Write where the target of a verdict is now, if it is in a report; return whether it is. In a transaction."""
    name = identified(connection, number)
    found = next(_found([row], report), None)
    if name is None or found is None:
        return False
    _delete(connection, row)
    _insert(connection, _anchored(found[1], report.text, name, row.verdict, row.note, row.at))
    return True


def _rows(cursor: Iterable[Sequence[object]]) -> list[VerdictRow]:
    rows = [VerdictRow(*row) for row in cursor]  # type: ignore[arg-type]  # columns have the types of the fields
    return [row for row in rows if row.verdict in VERDICTS]


def _anchored(
    metric: Metric, text: str, name: Identified, verdict: Verdict, note: str, at: str
) -> VerdictRow:
    _, prefix, suffix, _ = Quote.of(text, metric.start, metric.end)
    span = (metric.start, metric.end)
    return VerdictRow(name.key, *span, verdict, note, at, metric.quote, prefix, suffix, name.place, name.year)


def _insert(connection: sqlite3.Connection, row: VerdictRow) -> None:
    marks = ", ".join("?" * len(row))
    connection.execute(f"INSERT OR REPLACE INTO verdict({_COLUMNS}) VALUES({marks})", row)


def _delete(connection: sqlite3.Connection, row: VerdictRow) -> None:
    connection.execute("DELETE FROM verdict WHERE key = ? AND start = ?", (row.key, row.start))


def _found(rows: Iterable[VerdictRow], report: Report) -> Iterator[tuple[VerdictRow, Metric]]:
    """Yield verdicts with the targets they are on; those whose targets are not found are left out."""
    targets = [metric for metric in report.metrics if metric.status == "target"]
    for row in rows:
        if row.exact:
            fits = [
                (_fit(row, metric, report.text), metric) for metric in targets if metric.quote == row.exact
            ]
            fits = [fit for fit in fits if fit[0][0] >= _MIN_SAME]
            metric = max(fits, key=lambda fit: fit[0])[1] if fits else None
        else:  # of an older version, which kept the span only
            metric = next((one for one in targets if (one.start, one.end) == (row.start, row.end)), None)
        if metric is not None:
            yield row, metric


def _fit(row: VerdictRow, metric: Metric, text: str) -> tuple[int, int]:
    """Return how well a metric fits a verdict: by characters around it that are the same, then by how near it is, negative."""
    prefix, suffix = row.prefix[-_MAX_SAME:], row.suffix[:_MAX_SAME]
    before, behind = context_around(text, metric.start, metric.end, prefix, suffix)
    return 2 * before + behind, -abs(metric.start - row.start)
