"""Count, year by year, how many places exceeded, met and missed what they promised."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence

from tui.library.links import COUNTS
from tui.promises.model import VERDICTS, Verdict

#: Verdicts that are facts, those of a person before those of the program; of one indicator, the first statement of each place counts.
_ROWS = f"""
SELECT p.plan_year, p.id, t.canonical, t.name, t.measure, coalesce(v.verdict, l.verdict)
FROM link l JOIN report p ON p.id = l.plan JOIN metric t ON t.report = l.plan AND t.id = l.target
    LEFT JOIN verdict v ON v.key = p.key AND v.start = t.start
WHERE {COUNTS} AND l.plan IN (SELECT id FROM report WHERE {{where}})
"""


def kept_by_year(
    connection: sqlite3.Connection, indicator: str, measure: str, where: str, values: Sequence[object]
) -> dict[int, dict[Verdict, int]]:
    """Return how many promises of each year were exceeded, met, missed and so on; only what counts as fact.

    Args:
        connection: The library, whose reports are all linked.
        indicator: Id of an indicator, of which each report counts once; empty for all promises.
        measure: Of the indicator; empty for the one that most reports promise.
        where: Which reports count, in SQL.
        values: Its parameters.
    """
    query, chosen = _ROWS.format(where=where), list(values)
    if indicator:
        query += " AND (t.canonical = ? OR (t.canonical = '' AND t.name = ?))"
        chosen += [indicator, indicator]
    rows = connection.execute(f"{query} ORDER BY l.plan, t.start", chosen).fetchall()
    if indicator:
        measures = Counter(row[4] for row in rows)
        usual = measure or next((name for name, _ in measures.most_common(1)), "")
        first = {row[1]: row for row in reversed(rows) if row[4] == usual}
        rows = list(first.values())
    counts: dict[int, Counter[str]] = {}
    for year, *_, verdict in rows:
        counts.setdefault(year, Counter())[verdict] += 1
    return {year: {name: counts[year][name] for name in VERDICTS} for year in sorted(counts)}
