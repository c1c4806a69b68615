"""Count, year by year, how many promises were exceeded, met and missed."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from tui.library.links import COUNTS
from tui.promises.model import VERDICTS, Verdict

#: Verdicts that are facts, those of a person before those of the program.
_ROWS = f"""
SELECT p.plan_year, coalesce(v.verdict, l.verdict), count(*)
FROM link l JOIN report p ON p.id = l.plan JOIN metric t ON t.report = l.plan AND t.id = l.target
    LEFT JOIN verdict v ON v.key = p.key AND v.start = t.start
WHERE {COUNTS} AND l.plan IN (SELECT id FROM report WHERE {{where}})
GROUP BY 1, 2 ORDER BY 1
"""


def kept_by_year(
    connection: sqlite3.Connection, where: str, values: Sequence[object]
) -> dict[int, dict[Verdict, int]]:
    """Return how many promises of each year were exceeded, met, missed and so on; only what counts as fact.

    Args:
        connection: The library, whose reports are all linked.
        where: Which reports count, in SQL.
        values: Its parameters.
    """
    counts: dict[int, dict[Verdict, int]] = {}
    for year, verdict, count in connection.execute(_ROWS.format(where=where), values):
        counts.setdefault(year, dict.fromkeys(VERDICTS, 0))[verdict] = count
    return counts
