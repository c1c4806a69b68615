"""Count in how many other reports a sequence of characters is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import log

#: Characters of the sequences by which terms are looked up.
SIZE = 3


class Elsewhere:
    """In which of some texts terms of other texts are.

    Args:
        texts: The texts with the terms.
        others: The texts that are looked through.
        stop: Called for each of them; may raise to stop.
    """

    def __init__(self, texts: Iterable[str], others: Sequence[str], stop: Callable[[], object] = int) -> None:
        self._others = others
        self._counts: dict[str, int] = {}
        wanted = frozenset(gram for text in texts for gram in grams_of(text)) if others else frozenset()
        self._masks = masks = dict.fromkeys(wanted, 0)
        for number, other in enumerate(others):
            stop()
            bit = 1 << number
            for gram in wanted.intersection(grams_of(other)):
                masks[gram] |= bit

    def __len__(self) -> int:
        return len(self._others)

    def most(self, term: str) -> int:
        """Return how many texts may have a term: those that have all sequences of three characters in it."""
        return self._mask(term).bit_count() if len(term) >= SIZE else len(self)

    def count(self, term: str) -> int:
        """Return how many texts have a term."""
        known = self._counts.get(term)
        if known is None:
            known = self._count(term)
            self._counts[term] = known
        return known

    def share(self, term: str) -> float:
        """Return which share of the texts has a term; 0 if there are none."""
        return self.count(term) / len(self) if self._others else 0.0

    def having(self, term: str) -> Iterator[str]:
        """Yield the texts that may have a term: all that do, and some more."""
        mask = self._mask(term)
        while mask:
            yield self._others[(mask & -mask).bit_length() - 1]
            mask &= mask - 1

    def _count(self, term: str) -> int:
        if len(term) == SIZE:
            return self._mask(term).bit_count()
        return sum(term in other for other in self.having(term))

    def _mask(self, term: str) -> int:
        mask, masks = (1 << len(self._others)) - 1, self._masks
        for at in range(len(term) - SIZE + 1):
            mask &= masks.get(term[at : at + SIZE], 0)
            if not mask:
                break
        return mask


def grams_of(text: str) -> list[str]:
    """Return all sequences of :data:`SIZE` characters of a text."""
    return [text[at : at + SIZE] for at in range(len(text) - SIZE + 1)]


def rise(term: str, before: Elsewhere, after: Elsewhere) -> float:
    """Return how surely the share of texts that have a term rose; negative if it fell, 0 if there are no texts.

    This is the likelihood ratio of two shares against one (Dunning 1993, *Accurate Methods for the Statistics of Surprise and
    Coincidence*, Computational Linguistics 19(1)): 3.84 for what chance gives once in 20 times, 10.83 once in 1,000.
    """
    if not before or not after:
        return 0.0
    counts, totals = (before.count(term), after.count(term)), (len(before), len(after))
    if counts[1] * totals[0] == counts[0] * totals[1]:
        return 0.0
    both = sum(_likelihood(count, total) for count, total in zip(counts, totals, strict=True))
    ratio = 2 * (both - _likelihood(sum(counts), sum(totals)))
    return ratio if counts[1] * totals[0] > counts[0] * totals[1] else -ratio


def _likelihood(some: int, total: int) -> float:
    """Return the logarithm of the likelihood of a share at its best guess."""
    return sum(part * log(part / total) for part in (some, total - some) if part)
