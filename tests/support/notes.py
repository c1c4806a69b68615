"""Notes on the small report."""

from __future__ import annotations

from functools import cache

from tests.support.samples import SMALL, report_of
from tui.notes.model import Colour, Note, NotedReport
from tui.report.outline import Outline


@cache
def outline() -> Outline:
    """Return the report."""
    return Outline(report_of(SMALL))


@cache
def home() -> NotedReport:
    """Return what names it."""
    return NotedReport.of(outline().report, "/报告.txt")


def note_on(words: str, body: str = "", colour: Colour = "") -> Note:
    """Return a new note on the first occurrence of words."""
    start = outline().report.text.index(words)
    return Note.on(outline(), start, start + len(words), body, colour)
