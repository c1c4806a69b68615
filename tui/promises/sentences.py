"""Split a text into sentences, and find those most alike to a target."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import chain
from math import fsum, log, sqrt

from tui.metrics.sides import grams_of
from tui.promises.wording import same_words

#: A sentence ends at these marks; main clauses of one sentence are apart, for lists have one subject in each.
_ENDS = re.compile(r"[。;；!！?？\n]")
_WORDS = re.compile(r"[\u4e00-\u9fffA-Za-z]+")
#: Characters of a sentence that are compared, at most.
_MAX_CHARACTERS = 600
#: Those of one that tells more than a headline.
_MIN_CHARACTERS = 10
#: Long sentences share more with any other: how much less they count for it, from 0 to 1, and which do not.
_LENGTH_POWER, _USUAL_NORM = 0.7, 10.0
#: Pairs of characters in more sentences than these tell nothing.
_MIN_OFTEN, _OFTEN = 20, 0.2


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
    """Find the sentences of a text most alike to others, by pairs of characters, rare ones counting more.

    Args:
        text: The text.
        spans: The sentences that may be found.
        most: In how many sentences a pair of characters may be that counts, at most.
    """

    def __init__(self, text: str, spans: Iterable[tuple[int, int]], most: int) -> None:
        self.spans = [span for span in spans if span[1] - span[0] >= _MIN_CHARACTERS]
        said = [grams(text[start : min(end, start + _MAX_CHARACTERS)]) for start, end in self.spans]
        found_in = Counter(chain.from_iterable(said))
        total = max(1, len(self.spans))
        often = max(_MIN_OFTEN, min(most, total * _OFTEN))
        by_count = {count: log(1 + total / count) for count in set(found_in.values())}
        self._weights = {gram: by_count[count] for gram, count in found_in.items()}
        self._rare = log(1 + total)
        self._postings: dict[str, list[int]] = {
            gram: [] for gram, count in found_in.items() if count <= often
        }
        self._norms: list[float] = []
        for index, each in enumerate(said):
            for gram in each & self._postings.keys():
                self._postings[gram].append(index)
            squares = fsum([self._weights[gram] ** 2 for gram in each]) or 1.0
            self._norms.append(_USUAL_NORM * (sqrt(squares) / _USUAL_NORM) ** _LENGTH_POWER)

    def scores(self, query: Mapping[str, float]) -> dict[tuple[int, int], float]:
        """Return how alike each sentence is to weighted pairs of characters, 0 to about 1; none of those that share nothing.

        Args:
            query: Pairs of characters, and how much each counts.
        """
        scores: dict[int, float] = {}
        squares = 0.0
        for gram, importance in sorted(query.items()):
            weight = self._weights.get(gram, self._rare)
            squares += (importance * weight) ** 2
            for index in self._postings.get(gram, ()):
                scores[index] = scores.get(index, 0.0) + importance * weight * weight
        norm = sqrt(squares) or 1.0
        return {self.spans[index]: score / self._norms[index] / norm for index, score in scores.items()}

    def sharing(self, words: Mapping[str, int]) -> dict[tuple[int, int], int]:
        """Return how much of weighted pairs of characters each sentence says; none of those that say nothing."""
        shared: dict[int, int] = {}
        for gram, weight in words.items():
            for index in self._postings.get(gram, ()):
                shared[index] = shared.get(index, 0) + weight
        return {self.spans[index]: weight for index, weight in shared.items()}


def grams(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters of the words of a text, one word for each thing."""
    return frozenset(chain.from_iterable(map(grams_of, _WORDS.findall(same_words(text)))))
