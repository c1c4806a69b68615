"""Counts before a motion, as vim and less have them: ``5j``, ``3]``, ``10G``.

A digit has an action of its own, which is done at once. Where a key that moves follows within a moment, the digits were a
count: what they did is undone, and the motion is done so many times in the pane they were typed in.
"""

from __future__ import annotations

from math import inf

#: Seconds within which the next digit or the motion must follow. Counts are typed in one go, a key that is for the pane a digit
#: leads to only after a look at it.
WITHIN_S = 0.3
#: The largest count.
MOST = 999
#: Commands that may be counted, by a key that is a letter or a mark: what arrows do goes to the pane the digit leads to.
COUNTED = frozenset({
    "down", "up", "half_page_down", "half_page_up", "page_down", "page_up", "next_hit", "previous_hit", "next_section",
    "previous_section", "next_chapter", "previous_chapter", "next_figure", "previous_figure",
})  # fmt: skip
#: Commands that go to the row or the line of that number.
TO_LINE = frozenset({"top", "end"})
#: Actions of digits that can be undone: those that lead to a pane, or begin to open a table.
OPENING = "open_view("
UNDOABLE = ("focus_pane(", OPENING)


class Count:
    """The digits typed last."""

    def __init__(self) -> None:
        self._number = 0
        #: When the last of them was typed, in the time of :func:`time.monotonic`.
        self._last = -inf

    def add(self, digit: int, time: float) -> None:
        """Add a digit: it goes on with a number, or begins one."""
        self._number = min(MOST, (self._number * 10 if self.is_going_on(time) else 0) + digit)
        self._last = time

    def is_going_on(self, time: float) -> bool:
        """Return whether a key of some time may belong to the number."""
        return self._number > 0 and time - self._last <= WITHIN_S

    def wait_s(self, time: float) -> float:
        """Return the seconds after which no key may belong to the number any more."""
        return max(0.0, self._last + WITHIN_S - time) if self._number else 0.0

    def take(self, time: float) -> int:
        """Return the number a key of some time belongs to, 0 for none; the next digit begins another one."""
        number = self._number if self.is_going_on(time) else 0
        self._number = 0
        return number
