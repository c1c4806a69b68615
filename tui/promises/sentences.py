"""Split a text into sentences, and find those most alike to a target."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from math import log, sqrt

from tui.metrics.sides import grams_of

#: A sentence ends at these marks; main clauses of one sentence are apart, for lists have one subject in each.
_ENDS = re.compile(r"[。;；!！?？\n]")
_WORDS = re.compile(r"[\u4e00-\u9fffA-Za-z]+")
#: Characters of a sentence that are compared, at most.
_MAX_CHARACTERS = 600
_MIN_CHARACTERS = 4


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


class SentenceIndex:
    """Find the sentences of a text most alike to others: cosine of pairs of characters, rare ones counting more.

    Args:
        text: The text.
        spans: The sentences that may be found.
        factors: What the likeness of each counts.
    """

    def __init__(self, text: str, spans: Iterable[tuple[int, int]], factors: Iterable[float]) -> None:
        kept = [
            (span, factor)
            for span, factor in zip(spans, factors, strict=True)
            if span[1] - span[0] >= _MIN_CHARACTERS and factor > 0
        ]
        self.spans = [span for span, _ in kept]
        counts = [_counts(text[start : min(end, start + _MAX_CHARACTERS)]) for start, end in self.spans]
        found_in = Counter(gram for each in counts for gram in each)
        total = max(1, len(self.spans))
        self._weights = {gram: log(1 + total / count) for gram, count in found_in.items()}
        self._rare = log(1 + total)
        self._postings: dict[str, list[tuple[int, float]]] = {}
        for index, (each, (_, factor)) in enumerate(zip(counts, kept, strict=True)):
            vector = {gram: self._weights[gram] for gram in each}
            norm = sqrt(sum(weight * weight for weight in vector.values())) or 1.0
            for gram, weight in vector.items():
                self._postings.setdefault(gram, []).append((index, factor * weight / norm))

    def most_alike(self, query: dict[str, float], count: int) -> list[tuple[int, float]]:
        """Return the indices of the sentences most alike to weighted pairs of characters, and how alike they are.

        Args:
            query: Pairs of characters, and how much each counts.
            count: How many sentences at most.
        """
        scores: dict[int, float] = {}
        norm = 0.0
        for gram, importance in query.items():
            weight = importance * self._weights.get(gram, self._rare)
            norm += weight * weight
            for index, each in self._postings.get(gram, ()):
                scores[index] = scores.get(index, 0.0) + weight * each
        norm = sqrt(norm) or 1.0
        best = sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:count]
        return [(index, score / norm) for index, score in best]


def _counts(text: str) -> dict[str, int]:
    return Counter(gram for words in _WORDS.findall(text) for gram in grams_of(words))
