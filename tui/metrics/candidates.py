"""Find the actuals that may be compared with a target, by an index.

Judging every actual beside every target took half of a conversion. A pair is comparable only if the two names share
a pair of neighbouring characters, or are the same but for their scope, or one metric has no name and the other's
name occurs in the text around it; the rest need not be judged.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.metrics.sides import Side


class Candidate(NamedTuple):
    """An actual and a target that may be comparable."""

    actual: Side
    target: Side


class CandidateIndex:
    """Look up the actuals that may be compared with a target.

    Args:
        actuals: All of them, in document order.
    """

    def __init__(self, actuals: Sequence[Side]) -> None:
        self._actuals = actuals
        self._by_name: defaultdict[str, list[int]] = defaultdict(list)
        self._by_action: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        self._nameless: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for index, side in enumerate(actuals):
            for key in _name_keys(side):
                self._by_name[key].append(index)
            table = self._by_action if side.core else self._nameless
            for kind in side.doings:
                for gram in side.grams if side.core else side.context:
                    table[kind, gram].append(index)

    def of(self, target: Side) -> list[Candidate]:
        """Return the pairs of a target to judge, in document order of the actuals."""
        indices = set().union(*self._postings(target))
        return [Candidate(self._actuals[index], target) for index in sorted(indices)]

    def count(self, target: Side) -> int:
        """Return the most pairs :meth:`of` can return."""
        return sum(map(len, self._postings(target)))

    def _postings(self, target: Side) -> Iterator[list[int]]:
        for key in _name_keys(target):
            yield self._by_name.get(key, [])
        table = self._nameless if target.core else self._by_action
        for kind in target.doings:
            for gram in target.grams if target.core else target.context:
                yield table.get((kind, gram), [])


def _name_keys(side: Side) -> frozenset[str]:
    """Return what two comparable names share one of: a pair of characters, all of the name but its scope, or the indicator."""
    if not side.core:
        return frozenset()
    return side.grams | ({side.core, side.plain_core, side.metric.canonical} - {""})
