"""The box in the bottom row in which figures are chosen."""

from __future__ import annotations

from textual.geometry import Offset
from textual.widgets import Input

from tui.widgets.bindings import bindings

MAX_WORDS = 100


class FilterBox(Input):
    """A one-line input that says what it is for, and what is wrong with what is typed."""

    BINDINGS = bindings("filter")

    DEFAULT_CSS = """
    FilterBox, FilterBox:focus {
        height: 1; border: none; padding: 0 1; display: none;
        background: $bar-lit; color: $heading; background-tint: $bar-lit 0%;
        & > .input--placeholder { color: $text-muted; text-style: none; }
    }
    """

    def __init__(self, *, id: str) -> None:
        super().__init__(
            id=id,
            placeholder="筛选指标：词、拼音、status:target、unit:亿元、year:2024、>100亿",
            compact=True,
            select_on_focus=False,
            max_length=MAX_WORDS,
        )
        self.cursor_blink = False
        self._complaint = ""

    def complain(self, words: str) -> None:
        """Shows what is wrong, where there is room behind what is typed."""
        self._complaint = words
        self.suggester = None
        self._suggestion = f"{self.value}   {words}" if words else ""
        self.refresh()

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the terminal's cursor stands, and so the candidate window of an input method."""
        offset = super().cursor_screen_offset
        return offset - (1, 0) if self.cursor_position == len(self.value) and self.value else offset
