"""The base of the boxes one types in: an input of one row without a frame."""

from __future__ import annotations

from textual import events
from textual.geometry import Offset, Size
from textual.reactive import Reactive
from textual.widgets import Input

from tui.report.cleaning import one_line


class LineInput(Input):
    """Textual's input, for Chinese and for speed.

    At the end of the text the terminal's cursor, and so the candidate window of an input method, stands right
    behind it, not a cell further. Another length of the text is no reason to lay out the screen; in the original each key is.
    """

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)

    DEFAULT_CSS = """
    LineInput, LineInput:focus { height: 1; border: none; }
    LineInput > .input--placeholder { color: $text-muted; text-style: none; }
    """

    def __init__(self, *, id: str, placeholder: str, max_length: int, value: str = "") -> None:
        super().__init__(
            value, placeholder, id=id, compact=True, select_on_focus=False, max_length=max_length
        )
        self.cursor_blink = False

    def insert_words(self, words: str) -> None:
        """Puts words where the cursor is, as if typed; control characters are shown, line breaks become spaces."""
        start, end = sorted(self.selection)
        room = (self.max_length or 0) - len(self.value) + end - start
        self.replace(one_line(words.strip("\r\n"))[: max(0, room)], start, end)

    def _on_paste(self, event: events.Paste) -> None:
        """All of what is pasted, as far as there is room; the original takes its first line."""
        self.insert_words(event.text)
        event.stop()
        event.prevent_default()

    def restricted(self) -> None:
        """The box is full: it says so by not growing; the original rings the bell for each key."""

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the terminal's cursor stands."""
        offset = super().cursor_screen_offset
        at_end = self.cursor_position == len(self.value) and self.value
        return offset - (1, 0) if at_end else offset
