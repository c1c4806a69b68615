"""Tell how alike what two reports say of two metrics is: names, the words next to them, and their sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from math import log, sqrt
from typing import NamedTuple

from tui.metrics.sides import grams_of
from tui.promises.contexts import MetricContext

#: Counts of a pair of characters in a text of so many characters are compared with each other.
_UNIT_CHARACTERS = 100
_MIN_CHARACTERS = 6000
_MIN_WEIGHT = 0.05
#: How rare a pair of characters must be to tell of a subject.
_TELLING = 1.2


class Likeness(NamedTuple):
    """How alike two metrics are.

    Attributes:
        name: What the names share, of all they say, 0 to 1.
        told: How much of the target's name is said by or next to the actual, 0 to 1.
        told_back: How much of the actual's name is said by or next to the target, 0 to 1.
        own: Cosine of the words next to them, their names among these, 0 to 1.
        shared: Weight of the telling pairs of characters that both have next to them.
        lead: Weight of those that their sentences share.
    """

    name: float
    told: float
    told_back: float
    own: float
    shared: float
    lead: float


class Weights:
    """How telling pairs of characters are in two texts.

    Args:
        texts: The texts.
    """

    def __init__(self, *texts: str) -> None:
        self._texts = texts
        self._known: dict[str, float] = {}

    @cached_property
    def _counts(self) -> Counter[str]:
        counts: Counter[str] = Counter()
        for text in self._texts:
            counts.update(grams_of(text))
        return counts

    @cached_property
    def _size(self) -> float:
        return max(_MIN_CHARACTERS, sum(map(len, self._texts))) / _UNIT_CHARACTERS

    def of(self, gram: str) -> float:
        """Return how telling a pair of characters is."""
        weight = self._known.get(gram)
        if weight is None:
            weight = max(_MIN_WEIGHT, log(self._size / max(2, self._counts[gram])))
            self._known[gram] = weight
        return weight

    def sum(self, grams: Iterable[str]) -> float:
        """Return how telling pairs of characters are together; the order of summing does not tell."""
        return round(sum(sorted(map(self.of, grams))), 6)

    def telling(self, grams: Iterable[str]) -> float:
        """Return the weight of those that tell of a subject."""
        return round(sum(sorted(weight for weight in map(self.of, grams) if weight >= _TELLING)), 6)

    def likeness(self, target: MetricContext, actual: MetricContext) -> Likeness:
        """Return how alike a target and an actual are."""
        shared = target.own & actual.own
        both = self.sum(shared)
        own = both / (sqrt(self.size(target) * self.size(actual)) or 1.0)
        union = target.name | actual.name
        return Likeness(
            self.sum(target.name & actual.name) / (self.sum(union) or 1.0),
            self._told(target, actual),
            self._told(actual, target),
            min(1.0, own),
            self.telling(shared),
            self.telling(target.lead & actual.lead),
        )

    def size(self, context: MetricContext) -> float:
        """Return how telling the words next to a metric are."""
        return self.sum(context.own)

    def _told(self, one: MetricContext, other: MetricContext) -> float:
        said = one.name & (other.own | other.lead)
        return self.sum(said) / (self.sum(one.name) or 1.0)
