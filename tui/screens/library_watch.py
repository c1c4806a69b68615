"""Notice when another program has changed the library, and read its places again."""

from __future__ import annotations

from collections.abc import Callable

from tui.library.place_tree import PlaceTree
from tui.library_session import LibrarySession
from tui.messages import library_screen as messages
from tui.report.errors import HuijiError

#: Seconds between two looks.
LOOK_EVERY_S = 3.0


class LibraryWatch:
    """Watches a library.

    Args:
        session: The library.
        show: Shows its places anew.
        say: Shows a notice.

    Attributes:
        tree: The places as they were read last.
    """

    def __init__(
        self, session: LibrarySession, show: Callable[[PlaceTree], object], say: Callable[[str], object]
    ) -> None:
        self.tree = session.tree
        self._library = session.library
        self._version = session.library.version()
        self._show, self._say = show, say

    def look(self) -> None:
        """Read the places again if the library has changed."""
        try:
            version = self._library.version()
            if version == self._version:
                return
            self._version, self.tree = version, self._library.places()
        except HuijiError as error:
            self._say(str(error))
            return
        self._show(self.tree)
        self._say(messages.CHANGED)

    def reload(self) -> None:
        """Read the places again."""
        self._version = (-1, -1)
        self.look()
