"""Text behind the value of an input."""

from __future__ import annotations

from textual.widgets import Input


def show_suggestion(box: Input, text: str) -> None:
    """Show a text in the style of a suggestion; it must begin with the value. A suggester would show it a message later."""
    box._suggestion = text
    box.refresh()
