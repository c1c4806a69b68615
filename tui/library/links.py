"""Promises as rows of a library, and back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from tui.promises.model import Candidate, Gap, Promise
from tui.report.model import Report

_READ = """
SELECT target, actual, sentence_start, sentence_end, certainty, verdict, gap, gap_unit, note, candidates FROM link
WHERE plan = ? AND results = ?
"""
#: :attr:`~tui.promises.model.Promise.counts`, of a link ``l`` and a person's own verdict ``v``, which may be none.
COUNTS = "(v.verdict IS NOT NULL OR l.certainty = 'sure' OR l.verdict = 'not_mentioned')"


def link_rows(promises: Iterable[Promise]) -> list[list[Any]]:
    """Return promises as rows of the table ``link``, from ``target`` on."""
    return [
        [
            promise.target.id,
            promise.actual.id if promise.actual else "",
            *(promise.sentence or (None, None)),
            promise.certainty,
            promise.verdict,
            promise.gap.text if promise.gap else "",
            promise.gap.unit if promise.gap else "",
            promise.note,
            json.dumps(promise.candidates, separators=(",", ":")),
        ]
        for promise in promises
    ]


def write_links(
    connection: sqlite3.Connection,
    plan: int,
    results: int,
    rows: Sequence[Sequence[Any]],
    rules: str,
    error: str,
) -> None:
    """Write the links of two reports in place of those there are; in a transaction.

    Args:
        connection: The library.
        plan: Number of the report that promises.
        results: Number of the report that tells.
        rows: As :func:`link_rows` returns them.
        rules: The version of the rules.
        error: Why the two could not be linked; empty if they are.
    """
    connection.execute("DELETE FROM link WHERE plan = ? AND results = ?", (plan, results))
    connection.execute("INSERT OR REPLACE INTO linked VALUES(?, ?, ?, ?)", (plan, results, rules, error))
    marks = ", ".join("?" * 12)
    connection.executemany(f"INSERT INTO link VALUES({marks})", ((plan, results, *row) for row in rows))


def read_links(
    connection: sqlite3.Connection, plan: int, results: int, rules: str, reports: tuple[Report, Report]
) -> tuple[Promise, ...] | None:
    """Return the promises of a report as they were linked to those of another; None if they were not, or by other rules.

    Args:
        connection: The library.
        plan: Number of the report that promises.
        results: Number of the report that tells.
        rules: The version of the rules.
        reports: The two reports.
    """
    query = "SELECT 1 FROM linked WHERE plan = ? AND results = ? AND rules = ? AND error = ''"
    if connection.execute(query, (plan, results, rules)).fetchone() is None:
        return None
    targets, actuals = ({metric.id: metric for metric in report.metrics} for report in reports)
    promises = []
    for target, actual, start, end, certainty, verdict, gap, unit, note, candidates in connection.execute(
        _READ, (plan, results)
    ):
        promises.append(
            Promise(
                targets[target],
                certainty,
                actuals[actual] if actual else None,
                None if start is None else (start, end),
                tuple(Candidate(*row) for row in json.loads(candidates)),
                verdict,
                Gap(Decimal(gap), unit) if gap else None,
                note,
            )
        )
    promises.sort(key=lambda promise: promise.target.start)
    return tuple(promises)
