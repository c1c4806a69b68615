"""Find the sentences of a text most alike to a target."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import chain
from math import fsum, log, sqrt

from tui.links.pieces import grams

#: Characters of a sentence that are compared, at most.
_MAX_CHARACTERS = 600
#: Those of one that tells more than a headline.
_MIN_CHARACTERS = 10
#: Long sentences share more with any other: how much less they count for it, from 0 to 1, and which do not.
_LENGTH_POWER, _USUAL_NORM = 0.7, 10.0
#: Pairs of characters in more sentences than these tell nothing.
_MIN_OFTEN, _OFTEN = 20, 0.2


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
        #: In how many sentences each pair of characters is, and what pairs of so many weigh.
        self._found_in = found_in
        self._weights = {count: log(1 + total / count) for count in set(found_in.values())}
        self._rare = log(1 + total)
        self._postings: dict[str, list[int]] = {
            gram: [] for gram, count in found_in.items() if count <= often
        }
        squared = {count: weight**2 for count, weight in self._weights.items()}
        self._norms: list[float] = []
        for index, each in enumerate(said):
            for gram in each & self._postings.keys():
                self._postings[gram].append(index)
            squares = fsum([squared[found_in[gram]] for gram in each]) or 1.0
            self._norms.append(_USUAL_NORM * (sqrt(squares) / _USUAL_NORM) ** _LENGTH_POWER)

    def scores(self, query: Mapping[str, float]) -> dict[tuple[int, int], float]:
        """Return how alike each sentence is to weighted pairs of characters, 0 to about 1; none of those that share nothing.

        Args:
            query: Pairs of characters, and how much each counts.
        """
        scores: dict[int, float] = {}
        squares = 0.0
        for gram, importance in sorted(query.items()):
            weight = self._weights.get(self._found_in.get(gram, 0), self._rare)
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
