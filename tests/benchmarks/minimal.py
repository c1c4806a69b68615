"""The smallest Textual app that fills a screen, to measure the cost of the framework alone."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Minimal(App[None]):
    """An app with one Static."""

    def compose(self) -> ComposeResult:
        """Yield a screenful of text."""
        yield Static("\n".join(f"line {number} " + "x" * 100 for number in range(38)) + "\nready")


Minimal().run()
