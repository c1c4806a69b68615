"""What the app asks of the screen that shows a report, and what that screen asks of the app.

The app knows no more of the screen than this, so that another screen can take its place.
"""

from __future__ import annotations

from typing import Protocol

from textual.message import Message

from tui.state.records import Settings


class ReportScreen(Protocol):
    """A screen that shows a report, as the app and the key router use it."""

    @property
    def takes_text(self) -> bool:
        """Whether typed or pasted Chinese starts a search: no input has the focus and no dialog is open."""

    def begin_key(self) -> None:
        """Clear the notice of the last key. Called before a key acts."""

    def end_key(self) -> None:
        """Show in all panes what a key has changed. Called after every key, so that it is painted together."""

    def take_letter(self, character: str) -> bool:
        """Take a key as the letter of a bookmark; return whether one was asked for."""

    def take_text(self, text: str) -> None:
        """Search for text that was typed or pasted outside of an input."""

    def say(self, notice: str) -> None:
        """Show a notice in the status bar until the next key."""

    def show_work(self, work: str) -> None:
        """Show in the status bar what is done in the background; an empty text when it ends."""

    def key_for(self, command: str) -> str:
        """Return the first key of a command, to be named in a notice."""

    def prepare(self) -> None:
        """Load what the first search and the first dialog would have to wait for."""

    def remember(self, settings: Settings) -> None:
        """Note the reading position in the report's state, and in some settings how the text is shown."""


class OpenReport(Message):
    """Asks the app to open another report.

    Attributes:
        path: Its file; None for the built-in report.
    """

    def __init__(self, path: str | None) -> None:
        super().__init__()
        self.path = path


class CancelOpening(Message):
    """Asks the app to stop opening a report in the background."""
