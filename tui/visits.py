"""Where a reader was: offsets in reports, and the library, to go back to and forward again."""

from __future__ import annotations

from typing import NamedTuple

MAX_VISITS = 200


class Source(NamedTuple):
    """What a screen shows: a report, or the library.

    Attributes:
        path: The file of the report; None for the built-in one.
        encoding: A codec the user named for it.
        library_report: Its number in the library, if it was opened from there.
        is_library: Whether it is the library itself.
    """

    path: str | None = None
    encoding: str | None = None
    library_report: int | None = None
    is_library: bool = False


class Visit(NamedTuple):
    """An offset in a report, or the library.

    Attributes:
        source: The report or the library.
        offset: A character offset; 0 in the library.
    """

    source: Source
    offset: int = 0


class JumpList:
    """What was left by jumps, behind and ahead of the present position."""

    def __init__(self) -> None:
        self._behind: list[Visit] = []
        self._ahead: list[Visit] = []

    def leave(self, here: Visit) -> None:
        """Push the current position before a jump and clear the forward list."""
        if not self._behind or self._behind[-1] != here:
            self._behind.append(here)
            del self._behind[:-MAX_VISITS]
        self._ahead.clear()

    def back(self, here: Visit) -> Visit | None:
        """Return what was left last, None if there is nothing; the present one goes to the forward list."""
        while self._behind:
            visit = self._behind.pop()
            if visit != here:
                self._ahead.append(here)
                return visit
        return None

    def forward(self, here: Visit) -> Visit | None:
        """Return what was gone back from last, None if there is nothing."""
        if not self._ahead:
            return None
        self._behind.append(here)
        return self._ahead.pop()
