"""Tell where words may begin and end in a text without a list of words: by counting what stands together.

Between two characters is a border if what follows the first varies, what precedes the second varies, and both do not stand together more
often than chance has it (Jin and Tanaka-Ishii 2006, *Unsupervised Segmentation of Chinese Text by Use of Branching Entropy*, ACL; here
with the pointwise mutual information of the two characters).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from math import log
from operator import add

#: Runs of characters that terms are made of.
RUN = re.compile(r"(?:[\u4e00-\u9fffA-Za-z]|[0-9]+(?=[A-Za-z])|(?<=[A-Za-z])[0-9]+)+")
_OTHER = re.compile(r"[^\u4e00-\u9fff]+")
_MARK = "\n"
#: How much the neighbours of a pair of characters vary that was never met, in nats.
_UNKNOWN = 2.0
#: Stands for how often a pair was met that never was.
_NEVER = 0.1
#: How strong a border is at a mark.
AT_MARK = 9.0
#: Characters that are counted: more tell hardly better.
_MOST_CHARACTERS = 150_000


class WordGaps:
    """Where words may begin and end, counted in some texts.

    Args:
        texts: The texts; those that are to be cut first.
        most: Characters that are counted at most.
    """

    def __init__(self, texts: Iterable[str], most: int = _MOST_CHARACTERS) -> None:
        parts: list[str] = []
        for text in texts:
            parts.append(_OTHER.sub(_MARK, text))
            most -= len(parts[-1])
            if most < 0:
                break
        joined = _MARK.join(parts)
        pairs = list(map(add, joined, joined[1:]))
        self._total = max(1, len(joined))
        self._single = Counter(joined)
        self._pairs = Counter(pairs)
        self._behind, self._before = self._variety(Counter(map(add, pairs, joined[2:])))

    def _variety(self, triples: Counter[str]) -> tuple[dict[str, float], dict[str, float]]:
        """Return how much what stands behind and before each pair varies: entropy, where each mark is a neighbour of its own."""
        behind: dict[str, float] = defaultdict(float)
        before: dict[str, float] = defaultdict(float)
        logs = [0.0, *map(log, range(1, 1000))]
        for triple, count in triples.items():
            if count > 1:
                weight = count * (logs[count] if count < len(logs) else log(count))
                if triple[2] != _MARK:
                    behind[triple[:2]] += weight
                if triple[0] != _MARK:
                    before[triple[1:]] += weight
        return (
            {pair: log(count) - behind.get(pair, 0.0) / count for pair, count in self._pairs.items()},
            {pair: log(count) - before.get(pair, 0.0) / count for pair, count in self._pairs.items()},
        )

    def strengths(self, run: str) -> list[float]:
        """Return how strong a border is before each character of a run and behind the last one; 0 inside Latin words."""
        found = [AT_MARK]
        for at in range(1, len(run)):
            if run[at - 1].isascii() and run[at].isascii():
                found.append(0.0)
                continue
            if run[at - 1].isascii() or run[at].isascii():
                found.append(_UNKNOWN)
                continue
            found.append(
                self._behind.get(run[max(0, at - 2) : at], _UNKNOWN)
                + self._before.get(run[at : at + 2], _UNKNOWN)
                - self._bond(run[at - 1 : at + 1])
            )
        return [*found, AT_MARK]

    def _bond(self, pair: str) -> float:
        """Return how much more often two characters stand together than chance has it, as a logarithm."""
        expected = (self._single[pair[0]] + 1) * (self._single[pair[1]] + 1) / self._total
        return log((self._pairs.get(pair, 0) + _NEVER) / expected)
