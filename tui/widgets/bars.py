"""One-row bars: the title bar, the status bar, and the name of the middle pane."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, pairwise
from time import monotonic

from textual import events
from textual.message import Message
from textual.strip import Strip

from tui.keys.names import textual_name
from tui.report.sanitize import one_line
from tui.typeset.cells import cell_length, cut
from tui.typeset.wrap import break_lines
from tui.widgets.line_widget import LineWidget

#: Cells that stay empty at both ends and between the texts; lines of a notice at most.
_EDGE_CELLS, _MOST_LINES = 3, 2
#: Seconds within which a click on the same cell is one more of the key that was there.
_AGAIN_S = 5.0
#: A text, and the name of its style.
_Text = tuple[str, str]


class TitleBar(LineWidget):
    """One row with text on the left and on the right."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._left: list[tuple[str, str]] = []
        self._right = ""
        self._right_style = ""
        self._focused = False

    def show(
        self, left: Sequence[tuple[str, str]], right: str = "", right_style: str = "", focused: bool = False
    ) -> None:
        """Show texts with the names of their styles: ``strong``, ``notice`` or empty.

        Control characters, which file names and user input may contain, are replaced by visible ones. The background is
        that of the focused pane if ``focused``.
        """
        left, right = [(one_line(text), style) for text, style in left], one_line(right)
        if (left, right, right_style, focused) != (self._left, self._right, self._right_style, self._focused):
            self._left, self._right, self._right_style, self._focused = left, right, right_style, focused
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the row; the text on the right is cut last."""
        width, base, widths = (
            self.size.width,
            self.part_style("bar-focused" if self._focused else "bar"),
            self.widths,
        )
        right = self._shown_right()
        room = self._room()
        pieces = [(" ", base)]
        for text, style in self.fitting(room):
            pieces.append((text, base + self.part_style(style or "bar-text")))
            room -= cell_length(text, widths)
        pieces.append((" " * (max(0, room) + 1), base))
        pieces.append((right, base + self.part_style(self._right_style or "bar-text")))
        return self.strip_of(pieces, width, base)

    def _shown_right(self) -> str:
        return cut(self._right, max(0, self.size.width - 2), self.widths)

    def _room(self) -> int:
        """Return the cells there are for the text on the left."""
        return self.size.width - cell_length(self._shown_right(), self.widths) - _EDGE_CELLS

    def fitting(self, room: int) -> list[tuple[str, str]]:
        """Return as much of the text on the left as fits into ``room`` cells."""
        fitting: list[tuple[str, str]] = []
        for text, style in self._left:
            if room <= 0:
                break
            text = cut(text, room, self.widths)
            room -= cell_length(text, self.widths)
            fitting.append((text, style))
        return fitting


class StatusBar(TitleBar):
    """The bottom row: keys that work now, or a notice; the reading position. A notice that is too long takes a second row."""

    class NoticeClicked(Message):
        """The user clicked on a notice: the keys are to be shown again."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._kept = 0
        #: The notice in lines; empty while keys are shown.
        self._lines: list[str] = []
        #: The key that was clicked last, its column, and when that was.
        self._clicked = ("", 0, 0.0)

    def show_hints(
        self,
        hints: Sequence[tuple[str, str]],
        notice: str,
        position: str,
        ends: Sequence[tuple[str, str]] = (),
    ) -> None:
        """Show keys and what they do; as many as fit without being cut.

        Args:
            hints: Pairs of keys and what they do, the first of which are left out last.
            notice: Shown instead of the hints unless empty.
            position: Shown on the right, unless there is no room for it beside the notice.
            ends: Hints behind the others that are left out after all of them.
        """
        self._kept = 0 if notice else len(ends)
        if cell_length(f" {notice} {position} ", self.widths) > self.size.width > 0 and notice:
            position = ""
        left = [(notice, "notice")] if notice else [part for hint in (*hints, *ends) for part in _hint(*hint)]
        self.show(left, position)
        self._make_room(one_line(notice))

    def _make_room(self, notice: str) -> None:
        """Take as many rows as a notice needs."""
        room = self.size.width - _EDGE_CELLS
        spans = break_lines(notice, room, self.widths) if room > 1 and notice else ()
        starts = [start for start, _ in islice(spans, _MOST_LINES)]
        lines = [notice[start:end].rstrip() for start, end in pairwise([*starts, len(notice)])]
        if lines != self._lines:
            before, self._lines = self._lines, lines
            self.refresh()
            if max(1, len(before)) != max(1, len(lines)):  # Textual lays out for each assignment
                self.styles.height = max(1, len(lines))

    def on_resize(self, event: events.Resize) -> None:
        """Break a notice anew."""
        if self._lines:
            self._make_room(self._left[0][0])

    def render_line(self, y: int) -> Strip:
        """Return a row, the only one or one of a notice."""
        if len(self._lines) < 2:
            return super().render_line(y)
        base = self.part_style("bar")
        notice = self._lines[y] if y < len(self._lines) else ""
        notice = cut(notice, max(0, self.size.width - _EDGE_CELLS), self.widths)
        return self.strip_of([(" ", base), (notice, base + self.part_style("notice"))], self.size.width, base)

    def fitting(self, room: int) -> list[tuple[str, str]]:
        """Return the hints that fit as a whole, the first ones first, and those at the end; a notice is cut."""
        if len(self._left) == 1:
            return super().fitting(room)
        hints = list(zip(self._left[::2], self._left[1::2], strict=True))
        split = len(hints) - self._kept
        ends, room = self._first(hints[split:], room)
        first, _ = self._first(hints[:split], room)
        return [part for hint in (*first, *ends) for part in hint]

    def on_click(self, event: events.Click) -> None:
        """Press the key that is clicked on, or the first of those whose label is; or tell of a click on a notice.

        A notice may have come in place of a key that is clicked again and again: it is pressed once more.
        """
        key, column, at = self._clicked
        is_again = key and column == event.x and monotonic() - at < _AGAIN_S
        if self._lines and not is_again:
            event.stop()
            self.post_message(self.NoticeClicked())
            return
        key = key if self._lines else self._key_at(event.x)
        if key:
            event.stop()
            self._clicked = key, event.x, monotonic()
            character = key if len(key) == 1 and key.isascii() else None
            self.app.post_message(events.Key(textual_name(key), character))

    def _key_at(self, column: int) -> str:
        """Return the key at a column, or the first one of the label there; empty if there is no hint."""
        end = 1
        keys: list[str] = []
        for text, style in self.fitting(self._room()):
            is_keys = style == "strong"
            keys = text.split(" ") if is_keys else keys
            for number, part in enumerate(keys if is_keys else [text]):
                end += cell_length(part, self.widths) + (number > 0)
                if 1 <= column < end:
                    return keys[number] if keys else ""
        return ""

    def _first(
        self, hints: Sequence[tuple[_Text, _Text]], room: int
    ) -> tuple[list[tuple[_Text, _Text]], int]:
        """Return the first hints that fit, and the room that is left."""
        fitting = []
        for key, label in hints:
            cells = cell_length(key[0] + label[0], self.widths)
            if cells > room:
                break
            room -= cells
            fitting.append((key, label))
        return fitting, room


def _hint(keys: str, label: str) -> tuple[tuple[str, str], tuple[str, str]]:
    return (keys, "strong"), (f" {label}  ", "")
