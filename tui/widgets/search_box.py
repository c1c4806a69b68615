"""The search box: each change of its text runs the search within the keystroke's own message."""

from __future__ import annotations

from collections.abc import Callable

from tui.widgets.bindings import bindings
from tui.widgets.line_input import LineInput

MAX_QUERY = 200


class SearchBox(LineInput):
    """A one-line input without a frame. Its keys are actions of the screen it is on, so that keys keep their order."""

    BINDINGS = bindings("query")

    DEFAULT_CSS = """
    SearchBox { background: $bar; color: $heading; text-style: bold; padding: 0; width: 1fr; }
    """

    def __init__(self, run_query: Callable[[str], None], placeholder: str, *, id: str) -> None:
        super().__init__(id=id, placeholder=placeholder, max_length=MAX_QUERY)
        self._run_query = run_query

    def _watch_value(self, value: str) -> None:
        super()._watch_value(value)
        if self.is_mounted:
            self._run_query(value)
