"""Look up clauses, from one punctuation mark to the next."""

from __future__ import annotations

import re
from bisect import bisect_left

#: Characters before and behind an offset that are taken for its clause at most.
MAX_CLAUSE_CHARACTERS = 80
_MARK = re.compile(r"[,;。:!?\n]")


class Clauses:
    """Look up the clauses of a part of a text by text offset.

    Args:
        half: The part, in half-width characters.
        start: Its offset in the text.
    """

    def __init__(self, half: str, start: int = 0) -> None:
        self._half = half
        self._first = start
        self._marks = [match.start() + start for match in _MARK.finditer(half)]

    def start(self, offset: int) -> int:
        """Return the start of the clause that holds an offset."""
        index = bisect_left(self._marks, offset) - 1
        start = self._marks[index] + 1 if index >= 0 else self._first
        return max(start, offset - MAX_CLAUSE_CHARACTERS)

    def around(self, offset: int) -> str:
        """Return the clause that holds an offset, in half-width characters."""
        index = bisect_left(self._marks, offset)
        end = self._marks[index] if index < len(self._marks) else offset + MAX_CLAUSE_CHARACTERS
        end = min(end, offset + MAX_CLAUSE_CHARACTERS)
        return self._half[self.start(offset) - self._first : end - self._first]
