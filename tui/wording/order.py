"""Tell which sentences are elsewhere in the order of sentences."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def in_order(positions: Sequence[int]) -> set[int]:
    """Return the indices of a longest increasing subsequence of different positions; all others have moved."""
    ends: list[int] = []
    last: list[int] = []
    before = [-1] * len(positions)
    for index, position in enumerate(positions):
        length = bisect_left(ends, position)
        before[index] = last[length - 1] if length else -1
        ends[length : length + 1] = [position]
        last[length : length + 1] = [index]
    found: set[int] = set()
    at = last[-1] if last else -1
    while at >= 0:
        found.add(at)
        at = before[at]
    return found
