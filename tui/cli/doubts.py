"""Lines that tell what may be wrong with a conversion, and where."""

from __future__ import annotations

from tui.messages import cli as messages
from tui.report.model import Report


def doubt_lines(report: Report) -> list[str]:
    """Return a line for each doubt, with the line of the text it is about."""
    return [
        messages.doubt(doubt.text, None if doubt.offset is None else report.line_of(doubt.offset))
        for doubt in report.doubts
    ]
