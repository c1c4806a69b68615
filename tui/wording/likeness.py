"""Tell how alike sentences are: by the pairs of neighbouring characters they share, rare ones counting more.

This is the cosine of vectors weighted by inverse document frequency, where a document is a sentence, and a pair counts once however often a
sentence has it. Digits, years and marks are no part of a pair. Weights are whole numbers: sums do not depend on the order of sets.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from itertools import chain
from math import log, sqrt
from operator import add

from tui.report.numerals import half_width

Grams = frozenset[str]

#: Words of a sentence: Chinese or Latin letters, without digits, marks, and what numbers say of years and plans.
_WORDS = re.compile(r"[\u3400-\u9fffA-Za-z]+")
_YEARS = re.compile(
    r"[0-9]+(?:年|月|日)?|[一二][九〇○零][〇○零一二三四五六七八九]{2}年|[“\"]?(?:十[一二三四五六七八九]|[一二三四五六七八九十])五[”\"](?:时期|规划|期间)?"
)
#: Characters of a sentence that are compared, at most.
_MAX_CHARACTERS = 1_000
#: Sentences among which pairs are counted, at least: in a short text, one that two sentences share is still telling.
_MIN_SENTENCES = 300
#: Weights are in parts of one.
_SCALE = 100


def masked_grams(text: str) -> Grams:
    """Return the pairs of neighbouring characters of the words of a sentence."""
    words = _WORDS.findall(_YEARS.sub(" ", half_width(text[:_MAX_CHARACTERS]).lower()))
    return frozenset(chain.from_iterable([map(add, word, word[1:]) for word in words]))


class Weights:
    """How telling pairs of characters are among sentences.

    Args:
        counts: In how many sentences each pair is.
        total: The number of sentences.
    """

    def __init__(self, counts: Counter[str], total: int) -> None:
        by_count = {count: _weight(count, total) for count in set(counts.values())}
        self._weights = {gram: by_count[count] for gram, count in counts.items()}
        self._rarest = _weight(1, total)

    @classmethod
    def of_sentences(cls, sentences: Collection[Grams]) -> Weights:
        """Return the weights among sentences, of which the pairs are given."""
        counts: Counter[str] = Counter()
        for grams in sentences:
            counts.update(grams)
        return cls(counts, len(sentences))

    def of(self, gram: str) -> int:
        """Return how telling a pair is, in hundredths."""
        return self._weights.get(gram, self._rarest)

    def squared(self, grams: Iterable[str]) -> int:
        """Return the sum of the squared weights of pairs."""
        weights, rarest = self._weights, self._rarest
        return sum([weights.get(gram, rarest) ** 2 for gram in grams])

    def norm(self, grams: Iterable[str]) -> float:
        """Return the length of the vector of a sentence; 1 for one without pairs."""
        return sqrt(self.squared(grams)) or 1.0

    def cosine(self, one: Grams, other: Grams) -> float:
        """Return how alike two sentences are, from 0 to 1."""
        return min(1.0, self.squared(one & other) / (self.norm(one) * self.norm(other)))


def _weight(count: int, total: int) -> int:
    return round(_SCALE * log((1 + max(_MIN_SENTENCES, total)) / count))
