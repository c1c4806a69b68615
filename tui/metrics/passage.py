"""The part of a report that metrics are read from, and its clauses."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable

from tui.metrics.scopes import Scopes
from tui.metrics.tense import Tense
from tui.report.numerals import half_width
from tui.report.outline import Outline

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

    def before(self, start: int, sentence: int) -> str:
        """Return the end of a sentence before a clause that starts at an offset, in half-width characters."""
        first = max(sentence, start - MAX_CLAUSE_CHARACTERS, self._first)
        return self._half[first - self._first : max(first, start) - self._first]

    def around(self, offset: int) -> str:
        """Return the clause that holds an offset, in half-width characters."""
        index = bisect_left(self._marks, offset)
        end = self._marks[index] if index < len(self._marks) else offset + MAX_CLAUSE_CHARACTERS
        end = min(end, offset + MAX_CLAUSE_CHARACTERS)
        return self._half[self.start(offset) - self._first : end - self._first]


class Passage:
    """The part of a report that metrics are read from.

    Attributes:
        outline: The report's nodes.
        start: Half-open offsets of the part.
        end: One past its last character.
        half: The part in half-width characters, of the same length, with a clause more at each end.
        half_start: Offset of ``half`` in the text.
        clauses: Its clauses.
        tense_at: Tells the tense of the paragraph at an offset.
        scopes: Tells the time that governs an offset.
        headed: What the headings above nodes speak of, and why, by the ids of those asked for.
    """

    def __init__(self, outline: Outline, start: int, end: int, tense_at: Callable[[int], Tense]) -> None:
        text = outline.report.text
        self.outline, self.start, self.end = outline, start, end
        self.half_start = max(0, start - MAX_CLAUSE_CHARACTERS)
        self.half = half_width(text[self.half_start : end + MAX_CLAUSE_CHARACTERS])
        self.clauses = Clauses(self.half, self.half_start)
        self.tense_at = tense_at
        self.scopes = Scopes(outline)
        self.headed: dict[str, tuple[Tense, str] | None] = {}
