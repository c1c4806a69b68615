"""Which heading of a column a click means: the one it hits, or else one right beside it; the first one also from the margin."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

_Asked = TypeVar("_Asked")
#: Cells beside a heading that belong to it, as far as no other one is nearer.
_BESIDE = 2


def heading_at(x: int, headings: Iterable[tuple[_Asked, int, int]]) -> _Asked | None:
    """Return what a click on a cell asks for.

    Args:
        x: The cell.
        headings: What each heading stands for, its first cell, and how many it takes.
    """
    spans = list(headings)
    first = min((start for _, start, _ in spans), default=0)
    distances = [
        (max(start - max(x, first), x - start - cells + 1, 0), asked) for asked, start, cells in spans
    ]
    near = [pair for pair in distances if pair[0] <= _BESIDE]
    return min(near, key=lambda pair: pair[0])[1] if near else None
