"""The box in the bottom row in which figures are chosen."""

from __future__ import annotations

from tui.widgets.bindings import bindings
from tui.widgets.line_input import LineInput

MAX_WORDS = 100


class FilterBox(LineInput):
    """A one-line input that says what it is for, and what is wrong with what is typed."""

    BINDINGS = bindings("filter")

    DEFAULT_CSS = """
    FilterBox { padding: 0 1; display: none; background: $bar-lit; color: $heading; }
    """

    def __init__(self, *, id: str) -> None:
        super().__init__(
            id=id,
            placeholder="筛选指标：词、拼音、status:target、unit:亿元、year:2024、>100亿",
            max_length=MAX_WORDS,
        )

    def complain(self, words: str) -> None:
        """Shows what is wrong, where there is room behind what is typed."""
        self._suggestion = f"{self.value}   {words}" if words else ""
        self.refresh()
