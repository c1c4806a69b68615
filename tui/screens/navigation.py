"""The jump list: places a person left by a jump, to go back to and forward again."""

from __future__ import annotations

from typing import Generic, TypeVar

MAX_JUMPS = 200

T = TypeVar("T")


class JumpList(Generic[T]):
    """Places behind and ahead of the present one."""

    def __init__(self) -> None:
        self._behind: list[T] = []
        self._ahead: list[T] = []

    def leave(self, place: T) -> None:
        """Notes a place that is about to be left by a jump; what lay ahead is forgotten."""
        if not self._behind or self._behind[-1] != place:
            self._behind.append(place)
            del self._behind[:-MAX_JUMPS]
        self._ahead.clear()

    def back(self, here: T) -> T | None:
        """The place left last, None where there is none; the present one will lie ahead."""
        while self._behind:
            place = self._behind.pop()
            if place != here:
                self._ahead.append(here)
                return place
        return None

    def forward(self, here: T) -> T | None:
        """The place gone back from last, None where there is none."""
        if not self._ahead:
            return None
        self._behind.append(here)
        return self._ahead.pop()
