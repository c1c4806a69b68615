"""Split a text into sentences, and words into pairs of characters."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import chain

from tui.links.sides import grams_of
from tui.links.wording import same_words

#: A sentence ends at these marks; main clauses of one sentence are apart, for lists have one subject in each.
_ENDS = re.compile(r"[。;；!！?？\n]")
_WORDS = re.compile(r"[\u4e00-\u9fffA-Za-z]+")


class Pieces:
    """The sentences of a text, in order.

    Args:
        text: The text.

    Attributes:
        spans: Half-open spans, with their closing marks and without white space around them.
    """

    def __init__(self, text: str) -> None:
        self.spans: list[tuple[int, int]] = []
        start = 0
        for match in _ENDS.finditer(text):
            self._add(text, start, match.start() if match[0] == "\n" else match.end())
            start = match.end()
        self._add(text, start, len(text))
        self._starts = [start for start, _ in self.spans]

    def _add(self, text: str, start: int, end: int) -> None:
        words = text[start:end]
        start += len(words) - len(words.lstrip())
        end = start + len(words.strip())
        if end > start:
            self.spans.append((start, end))

    def index_at(self, offset: int) -> int:
        """Return the index of the sentence that holds an offset, or of the one before it."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def at(self, offset: int) -> tuple[int, int]:
        """Return the sentence that holds an offset."""
        return self.spans[self.index_at(offset)] if self.spans else (0, 0)


def grams(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters of the words of a text, one word for each thing."""
    return frozenset(chain.from_iterable(map(grams_of, _WORDS.findall(same_words(text)))))
