"""The smallest Textual app that fills a screen: what the framework itself costs."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Minimal(App[None]):
    """One Static."""

    def compose(self) -> ComposeResult:
        """A screen of text."""
        yield Static("\n".join(f"line {number} " + "x" * 100 for number in range(38)) + "\nready")


Minimal().run()
