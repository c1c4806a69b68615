"""The search box: each change of its text runs the search within the keystroke's own message."""

from __future__ import annotations

from collections.abc import Callable

from textual.geometry import Offset
from textual.widgets import Input

from tui.report.cleaning import one_line
from tui.widgets.bindings import bindings

MAX_QUERY = 200


class SearchBox(Input):
    """A one-line input without a frame. Its keys are actions of the screen it is on, so that keys keep their order."""

    BINDINGS = bindings("query")

    DEFAULT_CSS = """
    SearchBox {
        background: $bar; color: $heading; text-style: bold;
        border: none; height: 1; padding: 0; width: 1fr;
        &:focus { background: $bar-lit; border: none; background-tint: $bar-lit 0%; }
        & > .input--placeholder { color: $text-muted; text-style: none; }
    }
    """

    def __init__(self, run_query: Callable[[str], None], placeholder: str, *, id: str) -> None:
        super().__init__(
            id=id,
            placeholder=placeholder,
            compact=True,
            select_on_focus=False,
            max_length=MAX_QUERY,
        )
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
