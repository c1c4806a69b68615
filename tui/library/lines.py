"""Read from a library what stands around the hits of a query."""

from __future__ import annotations

import sqlite3
from bisect import bisect_right
from collections.abc import Callable, Iterator

from tui.library.addresses import Addresses
from tui.library.searching import LibrarySearch
from tui.wording.concordance import PlacedLine, concordance
from tui.wording.model import Span

#: Reports that tell well enough what stands near hits.
_MOST_TEXTS = 300
_TEXT = "SELECT text FROM report WHERE id = ?"
_PATHS = """
    SELECT p.start, n.path FROM paragraph p JOIN node n ON n.report = p.report AND n.id = p.node
    WHERE p.report = ? ORDER BY p.start
"""


def placed_lines(
    connection: sqlite3.Connection,
    search: LibrarySearch,
    addresses: Addresses,
    characters: int,
    stop: Callable[[], object] = int,
) -> Iterator[PlacedLine]:
    """Yield the lines of a concordance, by place, the newest report of each first.

    Args:
        connection: The library.
        search: What is searched for.
        addresses: How the reports are named.
        characters: Characters of context on either side of a hit.
        stop: Called often; may raise to stop.
    """
    for row, hits, _ in search.hits_by_place():
        stop()
        (text,) = connection.execute(_TEXT, (row.id,)).fetchone()
        paths = connection.execute(_PATHS, (row.id,)).fetchall()
        starts = [start for start, _ in paths]
        address, place = addresses.of(row.id), addresses.place_of(row.id)
        for line in concordance(text, ((hit.start, hit.end) for hit in hits), characters):
            at = bisect_right(starts, line.start) - 1
            section = paths[max(0, at)][1] if paths else ""
            hit = text[line.start : line.end]
            yield PlacedLine(line, hit, row.id, address, place, row.level, row.plan_year, section)


def texts_with_hits(
    connection: sqlite3.Connection, search: LibrarySearch, stop: Callable[[], object] = int
) -> Iterator[tuple[str, list[Span]]]:
    """Yield the texts of the reports with hits, each with the spans of these; of many reports, some that are evenly chosen."""
    found = {row.id: [(hit.start, hit.end) for hit in hits] for row, hits, _ in search.hits(stop)}
    reports = list(found)
    if len(reports) > _MOST_TEXTS:
        reports = [reports[index * len(reports) // _MOST_TEXTS] for index in range(_MOST_TEXTS)]
    for report in reports:
        (text,) = connection.execute(_TEXT, (report,)).fetchone()
        yield text, found[report]
