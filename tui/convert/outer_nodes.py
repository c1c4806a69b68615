"""Find the items and topics that have others below them.

Most items are below topics, and topics below sections. Where a text goes on to count after a topic (``一是稳增长。`` – topics –
``二是促改革。``), or goes on with dashes (``——产业更优。`` – topics – ``——城乡更美。``), what it goes on with is the outer list.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.convert.continuations import Reading
from tui.convert.nesting import OUTER_RANK, SECTION_RANK
from tui.convert.rows import read_rows
from tui.convert.wrap_ups import wrap_up_line
from tui.report.model import Level


def with_outer_nodes(readings: Sequence[Reading]) -> list[Reading]:
    """Return the paragraphs of a chapter, those with others between them with the rank of outer nodes.

    In a chapter without sections, those that look at a period are its sections.
    """
    has_sections = any(start.level == "section" for reading in readings for start in reading.starts)
    outer: dict[int, Level] = {
        index: "topic" if row.form != "period" or has_sections else "section"
        for row in read_rows(readings)
        if row.is_outer
        for index in row.members
    }
    return [
        _as_outer(reading, outer[index]) if index in outer else reading
        for index, reading in enumerate(readings)
    ]


def outer_wrap_ups(readings: Sequence[Reading]) -> set[int]:
    """Return the indices of paragraphs that are about all outer nodes of a chapter without numbered sections."""
    if any(start.rank == SECTION_RANK for reading in readings for start in reading.starts):
        return set()
    rows = [row.members for row in read_rows(readings) if row.is_outer]
    found = set()
    for members in rows:
        end = min((other[0] for other in rows if other[0] > members[-1]), default=len(readings))
        found.add(wrap_up_line([reading.text for reading in readings[:end]], members))
    return {index for index in found if index is not None}


def _as_outer(reading: Reading, level: Level) -> Reading:
    first, *others = reading.starts
    level = level if first.level == "topic" else first.level
    return reading._replace(starts=[first._replace(level=level, rank=OUTER_RANK), *others])
