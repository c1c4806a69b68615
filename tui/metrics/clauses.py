"""The clauses of a text, from one mark to the next."""

from __future__ import annotations

import re
from bisect import bisect_left

#: Characters before and behind an offset that are taken for its clause at most.
_MAX = 80
_MARK = re.compile(r"[,;。:!?\n]")


class Clauses:
    """Look up clauses by text offset.

    Args:
        half: The text, in half-width characters.
    """

    def __init__(self, half: str) -> None:
        self._half = half
        self._marks = [match.start() for match in _MARK.finditer(half)]

    def start(self, offset: int) -> int:
        """Where the clause begins that an offset is in: behind the mark before it."""
        index = bisect_left(self._marks, offset) - 1
        return max(self._marks[index] + 1 if index >= 0 else 0, offset - _MAX)

    def around(self, offset: int) -> str:
        """The clause an offset is in, from mark to mark, in half-width characters."""
        index = bisect_left(self._marks, offset)
        end = self._marks[index] if index < len(self._marks) else offset + _MAX
        return self._half[self.start(offset) : min(end, offset + _MAX)]
