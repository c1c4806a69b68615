"""The base of the boxes one types in: an input of one row without a frame."""

from __future__ import annotations

from textual.geometry import Offset, Size
from textual.reactive import Reactive
from textual.widgets import Input


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

    def __init__(self, *, id: str, placeholder: str, max_length: int) -> None:
        super().__init__(
            id=id, placeholder=placeholder, compact=True, select_on_focus=False, max_length=max_length
        )
        self.cursor_blink = False

    def restricted(self) -> None:
        """The box is full: it says so by not growing; the original rings the bell for each key."""

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the terminal's cursor stands."""
        offset = super().cursor_screen_offset
        at_end = self.cursor_position == len(self.value) and self.value
        return offset - (1, 0) if at_end else offset
