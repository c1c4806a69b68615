"""The search box: each change of its text runs the search within the keystroke's own message."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual.binding import Binding
from textual.geometry import Offset
from textual.message import Message
from textual.widgets import Input

from tui.report.cleaning import one_line

MAX_QUERY = 200


class SearchBox(Input):
    """A one-line input without a frame."""

    BINDINGS = [
        Binding("down", "step(1)", "下一处", key_display="↓"),
        Binding("up", "step(-1)", "上一处", key_display="↑"),
        Binding("enter", "stay", "停在此处", key_display="Enter"),
        Binding("escape", "leave", "回到原处", key_display="Esc"),
    ]

    DEFAULT_CSS = """
    SearchBox {
        background: $bar; color: $heading; text-style: bold;
        border: none; height: 1; padding: 0; width: 1fr;
        &:focus { background: $bar-lit; border: none; background-tint: $bar-lit 0%; }
        & > .input--placeholder { color: $text-muted; text-style: none; }
    }
    """

    @dataclass
    class StepHit(Message):
        """Go to the next (1) or previous (-1) hit."""

        direction: int

    class Stay(Message):
        """Stay at the current hit and read."""

    class Leave(Message):
        """Go back to where the search began."""

    def __init__(self, run_query: Callable[[str], None], *, id: str) -> None:
        super().__init__(id=id, placeholder="按 / 或直接输入中文", compact=True, select_on_focus=False)
        self.cursor_blink = False
        self._run_query = run_query

    def _watch_value(self, value: str) -> None:
        super()._watch_value(value)
        if self.is_mounted:
            self._run_query(value)

    def insert_words(self, words: str) -> None:
        """Puts words where the cursor is, as if typed; control characters are shown, line breaks become spaces."""
        room = MAX_QUERY - len(self.value)
        self.insert_text_at_cursor(one_line(words.strip("\n"))[: max(0, room)])

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the terminal's cursor stands, and so the candidate window of an input method."""
        offset = super().cursor_screen_offset
        at_end = self.cursor_position == len(self.value) and self.value
        return offset - (1, 0) if at_end else offset

    def action_step(self, direction: int) -> None:
        """Asks for the next or previous hit."""
        self.post_message(self.StepHit(direction))

    def action_stay(self) -> None:
        """Asks to stay."""
        self.post_message(self.Stay())

    def action_leave(self) -> None:
        """Asks to go back."""
        self.post_message(self.Leave())
