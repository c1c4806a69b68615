"""What the app asks of the screens that show reports, the library and tables across reports, and what these ask of it.

The app knows no more of a screen than this, so that each can take the place of another.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Protocol

from textual.message import Message

from tui.state.records import Settings
from tui.visits import View, Visit


class BrowsingScreen(Protocol):
    """A screen that shows a report or the library, as the app and the key router use it."""

    @property
    def here(self) -> Visit:
        """What it shows, to be gone back to."""

    @property
    def notice(self) -> str:
        """What is shown in the status bar instead of the hints; empty for nothing."""

    def restore(self, visit: Visit) -> object:
        """Show what was visible when it was left."""

    def mark(self) -> Callable[[], object]:
        """Return what shows again the panes that are shown now, and focuses the one that has the focus."""

    def as_one_jump(self) -> AbstractContextManager[None]:
        """Have all jumps made meanwhile count as one, to be gone back from at once."""

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

    def explain_key(self, key: str) -> None:
        """Say where a key works that does nothing here, by Textual's name of it."""

    def action_help(self) -> None:
        """Show the help."""

    def show_work(self, work: str) -> None:
        """Show in the status bar what is done in the background; an empty text when it ends."""

    def key_for(self, command: str) -> str:
        """Return the first key of a command, to be named in a notice."""

    def prepare(self) -> None:
        """Load what the first search and the first dialog would have to wait for."""

    def remember(self, settings: Settings) -> None:
        """Note the reading position in the report's state, and in some settings how the text is shown; where there are any."""


class OpenReport(Message):
    """Asks the app to open another report.

    Attributes:
        path: Its file; None for the built-in report.
        library_report: Its number in the library, to open it from there; None for a file.
        offset: Where to begin; None for where it was left.
        find: A query to run at once; empty for none.
        at: A link to a place in a report, which is opened instead of the path; empty for none.
    """

    def __init__(
        self,
        path: str | None,
        library_report: int | None = None,
        offset: int | None = None,
        find: str = "",
        at: str = "",
    ) -> None:
        super().__init__()
        self.path = path
        self.library_report = library_report
        self.offset = offset
        self.find = find
        self.at = at


class OpenView(Message):
    """Asks the app to show a table across reports.

    Attributes:
        view: What is asked for.
        is_jump: Whether the present position is to be gone back to.
    """

    def __init__(self, view: View, is_jump: bool = True) -> None:
        super().__init__()
        self.view = view
        self.is_jump = is_jump


class SearchLibrary(Message):
    """Asks the app to show the library, and to search it.

    Attributes:
        query: What to search for.
    """

    def __init__(self, query: str) -> None:
        super().__init__()
        self.query = query


class GoUp(Message):
    """Asks the app to show the library, with the report that is open."""


class Revisit(Message):
    """Asks the app to show what was left by a jump.

    Attributes:
        visit: The position in a report, or the library.
    """

    def __init__(self, visit: Visit) -> None:
        super().__init__()
        self.visit = visit


class CancelOpening(Message):
    """Asks the app to stop opening a report in the background.

    Attributes:
        is_told: Whether the user is told.
    """

    def __init__(self, is_told: bool = True) -> None:
        super().__init__()
        self.is_told = is_told
