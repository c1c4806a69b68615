"""Find a passage whose words were changed: by most of its letters, between what stood around it.

A passage and its surroundings are laid over places of the text that have some runs of letters in common with them. Numbers and names
are what differs between passages that are alike, so that a place counts only if what stands around it is the same, too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

#: Letters of a run that places are found by, and how often it may occur.
_RUN, _MAX_RUNS = 4, 40
#: Runs of a passage that are looked up, and places that are compared.
_MAX_LOOKED_UP, _MAX_PLACES = 400, 4
#: Letters of a text that is searched; the runs of longer ones would take too much memory.
_MAX_LETTERS = 500_000
#: Letters of a passage and its surroundings that must be the same; all there are, if those are fewer.
_MIN_LETTERS = 20
#: Letters in a row that count as the same in what stands around a passage.
_MIN_SAME = 3
#: Letters that these may have moved towards the passage, or away from it.
_MAX_SHIFT = 8
#: Shares that must be the same: of the passage, by what stands around it: as it was on both sides, alike on both, as it was on one.
_BOTH_SIDES, _ALIKE_SIDES, _ONE_SIDE = 0.4, 0.7, 0.85
#: Which share of one side is as it was, and which is alike.
_SAME_SIDE, _ALIKE_SIDE = 0.7, 0.4
#: How much less than the best place the next one must be alike.
_MARGIN = 0.85


class _Place(NamedTuple):
    """Where a passage may be now.

    Attributes:
        score: How alike it is, with its surroundings; 0 for too few letters.
        start: Its first letter.
        end: One past its last letter.
        alike: Which share of the passage and of the span is in both.
        before: Which share of the letters before the passage is there.
        behind: Which share of those behind it.
    """

    score: float
    start: int
    end: int
    alike: float
    before: float
    behind: float

    @property
    def is_passage(self) -> bool:
        """Whether it is the passage, as far as can be told."""
        less, more = sorted((self.before, self.behind))
        needed = _BOTH_SIDES if less >= _SAME_SIDE else _ALIKE_SIDES if less >= _ALIKE_SIDE else _ONE_SIDE
        return self.score > 0 and self.alike >= needed and more >= _SAME_SIDE

    @property
    def has_both_sides(self) -> bool:
        """Whether what stood around the passage is still there."""
        return min(self.before, self.behind) >= _SAME_SIDE


class NearQuotes:
    """Finds changed passages in a text.

    Args:
        letters: The letters and digits of the text.
    """

    def __init__(self, letters: str) -> None:
        self._letters = letters

    def find(self, exact: str, prefix: str, suffix: str) -> tuple[int, int] | None:
        """Return the half-open span of the one place that a passage of so many letters can be at; None if there is none."""
        places = sorted(self._places(exact, prefix, suffix), reverse=True)
        best = next((place for place in places if place.is_passage), None)
        if best is None:
            return None
        others = (place for place in places if place.end <= best.start or best.end <= place.start)
        is_only = all(not other.is_passage or other.score < _MARGIN * best.score for other in others)
        return (best.start, best.end) if is_only else None

    def is_cut_out(self, exact: str, prefix: str, suffix: str) -> bool:
        """Return whether what stood around a passage is still there, without the passage."""
        return any(
            place.has_both_sides and place.alike < _BOTH_SIDES
            for place in self._places(exact, prefix, suffix)
        )

    @cached_property
    def _runs(self) -> dict[str, list[int]]:
        """Where each run of letters begins."""
        runs: defaultdict[str, list[int]] = defaultdict(list)
        letters = self._letters
        if len(letters) <= _MAX_LETTERS:
            for at in range(len(letters) - _RUN + 1):
                runs[letters[at : at + _RUN]].append(at)
        return runs

    def _places(self, exact: str, prefix: str, suffix: str) -> Iterator[_Place]:
        """Yield places that have the most runs in common with a passage and its surroundings."""
        whole = prefix + exact + suffix
        slack = 8 + len(exact) // 8
        step = max(1, len(whole) // _MAX_LOOKED_UP)
        shifts: list[int] = []
        for at in range(0, len(whole) - _RUN + 1, step):
            found = self._runs.get(whole[at : at + _RUN], ())
            if len(found) <= _MAX_RUNS:
                shifts += [there - at for there in found]
        shifts.sort()
        ends = [index for index, (one, next_one) in enumerate(pairwise(shifts), 1) if next_one - one > slack]
        groups = [shifts[low:high] for low, high in pairwise([0, *ends, len(shifts)])] if shifts else []
        for group in sorted(groups, key=len, reverse=True)[:_MAX_PLACES]:
            low = max(0, group[0] - slack)
            there = self._letters[low : group[-1] + len(whole) + slack]
            yield _compared(exact, prefix, suffix, there, low, len(self._letters))


def _compared(exact: str, prefix: str, suffix: str, there: str, low: int, length: int) -> _Place:
    """Lay a passage over a piece of text; letters that were changed at its ends are those next to what stands around it.

    Args:
        exact: The letters of the passage.
        prefix: Those before it; empty where it began the text.
        suffix: Those behind it; empty where it ended the text.
        there: The piece.
        low: Where the piece begins in the text.
        length: How long the text is.
    """
    first, last = len(prefix), len(prefix) + len(exact)
    blocks = SequenceMatcher(None, prefix + exact + suffix, there, False).get_matching_blocks()
    images = {here + step: at + step for here, at, size in blocks for step in range(size)}
    inside = [here for here in range(first, last) if here in images]
    start = end = images.get(first - 1, -1) + 1
    if inside:
        stood_before, stands_behind = images.get(first - 1), images.get(last)
        start, end = images[inside[0]], images[inside[-1]] + 1
        if stood_before is not None and start - stood_before - 1 <= 2 * (inside[0] - first):
            start = stood_before + 1
        if stands_behind is not None and stands_behind - end <= 2 * (last - 1 - inside[-1]):
            end = stands_behind
    before = behind = 0
    for here, at, size in blocks:
        if size >= _MIN_SAME and abs(at - start - here + first) <= _MAX_SHIFT:
            before += max(0, min(first, here + size) - here)
        if size >= _MIN_SAME and abs(at - end - here + last) <= _MAX_SHIFT:
            behind += max(0, here + size - max(last, here))
    alike = 2 * len(inside) / (len(exact) + end - start)
    start, end = low + start, low + end
    same_before = before / len(prefix) if prefix else float(start == 0)
    same_behind = behind / len(suffix) if suffix else float(end == length)
    same = len(inside) + before + behind
    is_enough = same >= min(_MIN_LETTERS, len(prefix) + len(exact) + len(suffix))
    score = alike + (same_before + same_behind) / 4 if is_enough else 0.0
    return _Place(score, start, end, alike, same_before, same_behind)
