"""Counts before a motion, from the keys to the screen; what they are: :mod:`tui.keys.counts`."""

from __future__ import annotations

import time
from collections.abc import Callable

from textual import events

from tui.keys.counts import COUNTED, OPENING, TO_LINE, UNDOABLE, Count
from tui.messages import screens as messages
from tui.screens.protocol import BrowsingScreen, CancelOpening
from tui.terminal.textual_compat import RowsApp

#: The pane whose first and last rows are years.
_SERIES = "series"


def _nothing() -> None:
    pass


class Counting:
    """Takes digits for counts besides what they do, and does the motion that follows so many times.

    Args:
        app: Runs bindings.
    """

    def __init__(self, app: RowsApp) -> None:
        self._app = app
        self._count = Count()
        #: Leads back to the pane where the digits were typed.
        self._undo: Callable[[], object] = _nothing
        #: Whether a digit has begun to open a table.
        self._has_opened = False

    def wait_s(self) -> float:
        """Return the seconds until what digits open may be shown: until then they may be a count."""
        return self._count.wait_s(time.monotonic())

    async def take(self, event: events.Key, key: str, screen: BrowsingScreen) -> bool:
        """Take a digit or a motion.

        Args:
            event: The key that was pressed.
            key: The key it stands for.
            screen: The screen below which there is no dialog.

        Returns:
            Whether nothing else is to be done for the key.
        """
        is_digit = key.isdecimal()
        count = 0 if is_digit else self._count.take(event.time)
        if not (is_digit or count):
            return False
        bound = self._app.screen.active_bindings.get(key)
        if is_digit:
            action = bound.binding.action if bound is not None else ""
            return self._take_digit(int(key), event.time, action, screen)
        name = bound.binding.id if bound is not None else None
        if name not in COUNTED | TO_LINE or not (event.character or "").strip():
            return False
        self._undo()
        if self._has_opened:
            self._app.screen.post_message(CancelOpening(is_told=False))
        await self._repeat(key, name in TO_LINE, count, screen)
        return True

    def _take_digit(self, digit: int, now: float, action: str, screen: BrowsingScreen) -> bool:
        """Take a digit with the action it has; return whether that is not to be done: a zero within a number is part of it."""
        goes_on = self._count.is_going_on(now)
        if not goes_on:
            self._undo, self._has_opened = screen.mark(), False
        is_zero_of_number = goes_on and not digit
        if goes_on or (digit and (not action or action.startswith(UNDOABLE))):
            self._count.add(digit, now)
            self._has_opened |= action.startswith(OPENING) and not is_zero_of_number
        return is_zero_of_number

    async def _repeat(self, key: str, is_to_line: bool, count: int, screen: BrowsingScreen) -> None:
        """Do a motion so many times, as one jump, and say so if it says nothing itself."""
        app = self._app
        bound = app.screen.active_bindings
        pane, motion = bound[key].node, bound[key].binding
        with screen.as_one_jump():
            if is_to_line:
                by_id = {one.binding.id: one.binding for one in bound.values()}
                await app.run_action(by_id["top"].action, pane)
                motion = by_id["right" if pane.id == _SERIES else "down"]
            for _ in range(count - is_to_line):
                await app.run_action(motion.action, pane)
        if not screen.notice:
            screen.say(messages.to_line(count) if is_to_line else messages.counted(motion.description, count))
