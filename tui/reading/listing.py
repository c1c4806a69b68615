"""Numbered lists that are said in parts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.messages import reading as messages

#: Items that are said at a time, and how many more are said with the last of them.
ITEMS, MORE_ITEMS = 10, 4
#: Digits of a number that are read: no list is that long.
_MOST_DIGITS = 9


def number_of(digits: str) -> int:
    """Return the number that was answered, or one beyond all lists if it has too many digits."""
    return int(digits.lstrip("0")[:_MOST_DIGITS] or 0)


class Choice(NamedTuple):
    """An item of a numbered list.

    Attributes:
        text: What is said.
        command: What could be answered instead of its number.
    """

    text: str
    command: str


class Listing:
    """A numbered list, and how much of it was said.

    Args:
        choices: Its items.
    """

    def __init__(self, choices: Sequence[Choice]) -> None:
        self._choices = choices
        self._said = 0

    def __len__(self) -> int:
        return len(self._choices)

    @property
    def goes_on(self) -> bool:
        """Whether there are items that were not said."""
        return self._said < len(self._choices)

    def item(self, number: int) -> Choice | None:
        """Return the item of a number, counted from 1; None if there is none."""
        return self._choices[number - 1] if 1 <= number <= len(self._choices) else None

    def say(self) -> list[str]:
        """Return the next items, and how many are left."""
        first, count = self._said, len(self._choices)
        self._said = count if count - first <= ITEMS + MORE_ITEMS else first + ITEMS
        said = [
            messages.numbered(number, choice.text)
            for number, choice in enumerate(self._choices[first : self._said], first + 1)
        ]
        return [*said, messages.more(count - self._said)] if self.goes_on else said
