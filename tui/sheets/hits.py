"""The hits of a search as a table: what stands before and behind each, and its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tui.messages import cli as cli_messages
from tui.messages import library as library_messages
from tui.messages import sheets as messages
from tui.sheets.figures import source, source_column
from tui.sheets.model import Column, Sheet, centered, whole


def file_hit_sheet(query: str, rows: Sequence[Sequence[str]], reports: Sequence[dict[str, Any]]) -> Sheet:
    """Return the hits in files.

    Args:
        query: The query as typed.
        rows: The cells of each hit: report, section, what stands before it, the hit, what stands behind it, its sentence.
        reports: The reports that have hits, see :func:`tui.sheets.figures.about`.
    """
    report, section, before, hit, after = cli_messages.HIT_COLUMNS
    columns = [
        Column(report, 24),
        Column(section, 24),
        Column(before, 62, "right"),
        Column(hit, 16, "center", is_strong=True),
        Column(after, 62),
        source_column(messages.SENTENCE),
    ]
    if len(reports) == 1:  # the source above the table tells which
        columns = [*columns[1:], source_column(report, 24)]
        rows = [[*row[1:], row[0]] for row in rows]
    count = messages.hits_in_all(len(rows))
    line = messages.counted(source(reports), count) if reports else count
    return _sheet(query, columns, rows, line)


def library_hit_sheet(query: str, rows: Sequence[Sequence[str]], reports: int) -> Sheet:
    """Return the hits in a library.

    Args:
        query: The query as typed.
        rows: The cells as in CSV, see :func:`tui.library.hit_cells.hit_cells`.
        reports: How many reports have hits.
    """
    place, level, year, path, before, hit, after, sentence, metrics, report = library_messages.HIT_COLUMNS
    columns = (
        Column(place, 14),
        centered(level, 7),
        whole(year, 7),
        Column(path, 22),
        Column(before, 50, "right"),
        Column(hit, 16, "center", is_strong=True),
        Column(after, 50),
        Column(metrics, 30),
        source_column(report, 20),
        source_column(sentence),
    )
    moved = [[*row[:7], row[8], row[9], row[7]] for row in rows]
    return _sheet(query, columns, moved, messages.hit_count(len(rows), reports))


def _sheet(query: str, columns: Sequence[Column], rows: Sequence[Sequence[str]], line: str) -> Sheet:
    return Sheet(
        messages.HITS,
        messages.HIT_TITLE,
        columns,
        rows,
        lines=[messages.query_line(query), line],
    ).numbered
