"""The rows at the top and the bottom of the screen, and the name of the middle pane."""

from __future__ import annotations

from collections.abc import Sequence

from textual.strip import Strip

from tui.report.sanitize import one_line
from tui.typeset.cells import cell_length, cut
from tui.widgets.line_widget import LineWidget, strip_of


class TitleBar(LineWidget):
    """One row on a background of its own: text on the left, text on the right."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._left: list[tuple[str, str]] = []
        self._right = ""
        self._right_style = ""
        self._lit = False

    def show(
        self, left: Sequence[tuple[str, str]], right: str = "", right_style: str = "", lit: bool = False
    ) -> None:
        """Shows texts with the names of their styles (``strong``, ``notice`` or none), on a lit ground or not.

        Names of files and words of people are data: control characters in them are shown.
        """
        left, right = [(one_line(text), style) for text, style in left], one_line(right)
        if (left, right, right_style, lit) != (self._left, self._right, self._right_style, self._lit):
            self._left, self._right, self._right_style, self._lit = left, right, right_style, lit
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The row; what is on the right is whole as long as it fits at all."""
        width, base = self.size.width, self.part_style("bar-lit" if self._lit else "bar")
        right = cut(self._right, max(0, width - 2))
        room = width - cell_length(right) - 3
        pieces = [(" ", base)]
        for text, style in self.fitting(room):
            pieces.append((text, base + self.part_style(style or "bar-text")))
            room -= cell_length(text)
        pieces.append((" " * (max(0, room) + 1), base))
        pieces.append((right, base + self.part_style(self._right_style or "bar-text")))
        return strip_of(pieces, width, base)

    def fitting(self, room: int) -> list[tuple[str, str]]:
        """As much of what is on the left as fits into so many cells."""
        fitting: list[tuple[str, str]] = []
        for text, style in self._left:
            if room <= 0:
                break
            text = cut(text, room)
            room -= cell_length(text)
            fitting.append((text, style))
        return fitting


class StatusBar(TitleBar):
    """The bottom row: keys that work now, or a notice; the position."""

    def show_hints(self, hints: Sequence[tuple[str, str]], notice: str, position: str) -> None:
        """Shows keys with what they do; as many as fit whole.

        Args:
            hints: Pairs of keys and what they do.
            notice: Shown instead of the hints where not empty.
            position: Shown on the right.
        """
        left = [(notice, "notice")] if notice else [part for hint in hints for part in _hint(*hint)]
        self.show(left, position)

    def fitting(self, room: int) -> list[tuple[str, str]]:
        """Hints are left out whole, the last first; a notice is cut."""
        if len(self._left) == 1:
            return super().fitting(room)
        fitting: list[tuple[str, str]] = []
        for key, label in zip(self._left[::2], self._left[1::2], strict=True):
            room -= cell_length(key[0]) + cell_length(label[0])
            if room < 0:
                break
            fitting += [key, label]
        return fitting


def _hint(keys: str, label: str) -> tuple[tuple[str, str], tuple[str, str]]:
    return (keys, "strong"), (f" {label}  ", "")
