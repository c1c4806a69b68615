"""Replace control characters in every line just before it goes to the terminal.

Texts are sanitized when they are read; this catches whatever enters in another way.
"""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tui.report.sanitize import first_control, one_line


class ControlFilter(LineFilter):
    """Replaces control characters in segments."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments with visible symbols in place of control characters."""
        if first_control("".join(text for text, _, _ in segments)) is None:
            return segments
        return [Segment(one_line(text), style, control) for text, style, control in segments]
