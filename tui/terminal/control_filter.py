"""The last thing that looks at a line before it goes to the terminal: what a terminal would obey does not pass.

Texts are cleaned where they enter; whatever has come in another way is caught here.
"""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tui.report.sanitize import first_control, one_line


class ControlFilter(LineFilter):
    """Leaves segments as they are, unless they hold what cannot be drawn."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments, with visible marks in the place of control characters."""
        if first_control("".join(text for text, _, _ in segments)) is None:
            return segments
        return [Segment(one_line(text), style, control) for text, style, control in segments]
