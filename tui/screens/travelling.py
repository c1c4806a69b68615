"""Back, forward and to where the last jump began: in a report, across reports, from and to the library and its tables."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.screen import Screen

from tui.messages import screens as messages
from tui.screens.protocol import Revisit
from tui.visits import JumpList, Visit


def _nothing(visit: Visit) -> bool:
    return False


class Travelling:
    """Goes to what was left by jumps; see :class:`tui.visits.JumpList`.

    Args:
        screen: The screen that is left.
        jumps: What was left.
        here: Returns what it shows now.
        say: Shows a notice.
        restore: Shows what was left on the same screen; returns False if it was another one, which the app shows.
    """

    def __init__(
        self,
        screen: Screen[Any],
        jumps: JumpList,
        here: Callable[[], Visit],
        say: Callable[[str], object],
        restore: Callable[[Visit], bool] = _nothing,
    ) -> None:
        self._screen = screen
        self._jumps = jumps
        self._here = here
        self._say = say
        self._restore = restore
        self._is_asked = False

    def back(self) -> None:
        """Go back to what was left last."""
        self._go(self._jumps.back(self._here()), messages.NOTHING_BEHIND)

    def forward(self) -> None:
        """Go forward again."""
        self._go(self._jumps.forward(self._here()), messages.NOTHING_AHEAD)

    def to_last_jump(self) -> None:
        """Go to where the last jump began; once more leads back here."""
        nothing = messages.AT_LAST_JUMP if self._jumps.has_jumped else messages.NO_JUMP
        self._go(self._jumps.return_(self._here()), nothing)

    def _go(self, visit: Visit | None, nothing: str) -> None:
        self._say(nothing if visit is None else "")
        if visit is not None and not self._restore(visit):
            self._screen.post_message(Revisit(visit))

    # -- the key ' twice, where there are no bookmarks -------------------------------------------

    def ask(self) -> None:
        """Ask for the second key."""
        self._is_asked = True
        self._say(messages.ASK_FOR_JUMP)

    def take_letter(self, character: str) -> bool:
        """Take the second key, if it was asked for; return whether it was."""
        is_asked, self._is_asked = self._is_asked, False
        if is_asked:
            self._say("")
            if character == messages.LAST_JUMP_MARK:
                self.to_last_jump()
        return is_asked
