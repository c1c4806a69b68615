"""The rows at the top and the bottom of the screen, and the name of the middle pane."""

from __future__ import annotations

from collections.abc import Sequence

from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from tui.reader.cells import cell_length, cut
from tui.widgets.line_view import strip_of


class BarRow(Widget):
    """One row on a background of its own: text on the left, text on the right."""

    DEFAULT_CSS = """
    BarRow { height: 1; background: $bar; color: $text-muted; }
    BarRow > .bar--strong { color: $heading; text-style: bold; }
    BarRow > .bar--notice { color: $hit; text-style: bold; }
    """

    COMPONENT_CLASSES = {"bar--strong", "bar--notice"}

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._left: list[tuple[str, str]] = []
        self._right = ""
        self._right_style = ""

    def show(self, left: Sequence[tuple[str, str]], right: str, right_style: str = "") -> None:
        """Shows texts with the names of their styles (``strong``, ``notice`` or none)."""
        if (list(left), right, right_style) != (self._left, self._right, self._right_style):
            self._left, self._right, self._right_style = list(left), right, right_style
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The row; what is on the right is whole as long as it fits at all."""
        width, base = self.size.width, self.rich_style
        right = cut(self._right, max(0, width - 2))
        room = width - cell_length(right) - 3
        pieces = [(" ", base)]
        for text, style in self._left:
            if room <= 0:
                break
            text = cut(text, room)
            pieces.append((text, base + self._style(style)))
            room -= cell_length(text)
        pieces.append((" " * (max(0, room) + 1), base))
        pieces.append((right, base + self._style(self._right_style)))
        return strip_of(pieces, width, base)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"bar--{name}", partial=True) if name else Style()


class HintRow(BarRow):
    """The bottom row: keys that work now, or a notice; the position."""

    def show_hints(self, hints: Sequence[tuple[str, str]], notice: str, position: str) -> None:
        """Shows keys with what they do; as many as fit whole.

        Args:
            hints: Pairs of keys and what they do.
            notice: Shown instead of the hints where not empty.
            position: Shown on the right.
        """
        if notice:
            self.show([(notice, "notice")], position)
            return
        room = self.size.width - cell_length(position) - 4
        left: list[tuple[str, str]] = []
        for keys, label in hints:
            room -= cell_length(keys) + cell_length(label) + 3
            if room < 0:
                break
            left += [(keys, "strong"), (f" {label}  ", "")]
        self.show(left, position)
