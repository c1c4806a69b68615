"""Pair figures that say more of what the figure before them counts: 新建幼儿园60所、新增学位1.94万个.

A name such as 学位 or 投资 stands in a report many times. Where the figures before two of them are a pair, the two are one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from tui.metrics.candidates import Candidate
from tui.metrics.sides import Side
from tui.report.grammar import SENTENCE_ENDS

_ENDS = re.compile(rf"[{SENTENCE_ENDS};；\n]")
#: Characters from the end of one figure to the next at most.
_MAX_CHARACTERS = 30
#: How many figures behind one may say more of it.
_MAX_FOLLOWERS = 3


def follower_pairs(
    text: str, pairs: Sequence[Candidate], actuals: Sequence[Side], targets: Sequence[Side]
) -> Iterator[Candidate]:
    """Yield the pairs of same name among what follows the halves of pairs.

    Args:
        text: The report's text.
        pairs: The pairs known.
        actuals: Actuals that may be taken, and those of the pairs, in document order.
        targets: The same of targets.
    """
    behind = [_behind(text, sides) for sides in (actuals, targets)]
    for pair in pairs:
        found = defaultdict(list)
        for side in behind[0].get(pair.actual.key, ()):
            found[side.core].append(side)
        for target in behind[1].get(pair.target.key, ()):
            for actual in found.get(target.core, ()):
                if target.core and target.core != pair.target.core:
                    yield Candidate(actual, target)


def _behind(text: str, sides: Sequence[Side]) -> dict[tuple[str, str], list[Side]]:
    """Return what follows each side in its sentence, up to the next of a name that is not repeated."""
    found: dict[tuple[str, str], list[Side]] = {}
    for index, side in enumerate(sides):
        last = side
        for other in sides[index + 1 : index + 1 + _MAX_FOLLOWERS]:
            gap = text[last.metric.end : other.metric.start]
            if len(gap) > _MAX_CHARACTERS or _ENDS.search(gap) or other.core in (side.core, last.core):
                break
            found.setdefault(side.key, []).append(other)
            last = other
    return found
