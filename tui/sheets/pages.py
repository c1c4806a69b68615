"""How a sheet is cut into pages when it is printed: no heading of a group stands alone at the foot of one, no last page is all but empty.

Programs set a sheet in fonts of their own, so how much it is made smaller to be as wide as the page is only known within limits. What is
decided here is meant to hold between them; after many pages without a break they come apart.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from math import ceil
from typing import NamedTuple

#: An A4 page in points, upright; the margins in inches.
_SHORT, _LONG = 595.3, 841.9
MARGINS = {"left": 0.45, "right": 0.45, "top": 0.6, "bottom": 0.6}
_POINTS_PER_INCH = 72
#: Points of a half-width character, on screens of several resolutions and in fonts that stand in for a missing one; characters that a
#: column has besides.
_CHARACTERS, _PADDING = (5.25, 5.4, 5.6, 5.83), 0.71
#: Rows of a group that follow its heading on the page at least.
_TOGETHER = 2
#: Share of a page that is filled at least before a break.
_LEAST_FILLED = 0.4
#: Share of a page up to which a last page is spared, and by which the others are then made smaller at most.
_LITTLE, _SMALLER = 0.35, 0.2
#: Rows of the table on a last page at least, above its notes.
_LAST_ROWS = 5


class Rows(NamedTuple):
    """The rows of a sheet in points.

    Attributes:
        above: Of what stands on the first page only: title and lines.
        head: Of the row that is repeated on each page.
        heights: Of those below it.
        headings: Indexes of those that head the next ones.
        notes: How many of the last ones are below the table.
    """

    above: float
    head: float
    heights: Sequence[float]
    headings: Collection[int] = ()
    notes: int = 0


def page_heights(widths: Sequence[float], is_wide: bool) -> list[float]:
    """Return how high a page may be, in points of a sheet that is made as narrow as the page; the likeliest first.

    Args:
        widths: The columns, in half-width characters.
        is_wide: Whether the page lies on its side.
    """
    across, down = (_LONG, _SHORT) if is_wide else (_SHORT, _LONG)
    across -= (MARGINS["left"] + MARGINS["right"]) * _POINTS_PER_INCH
    down -= (MARGINS["top"] + MARGINS["bottom"]) * _POINTS_PER_INCH
    wide = (sum(width + _PADDING for width in widths) * points for points in _CHARACTERS)
    percents = [min(100.0, 100 * across / each) for each in wide]
    return [down * 100 / each for percent in percents for each in (int(percent), percent)]


def breaks(rows: Rows, pages: Sequence[float]) -> Iterator[int]:
    """Yield the indexes of headings that begin a page, since they might else end the one before; of none where that might be all but empty.

    Args:
        rows: The rows.
        pages: The heights a page may have.
    """
    filled = [rows.above + rows.head] * len(pages)
    for at, height in enumerate(rows.heights):
        if at in rows.headings and at:
            together = sum(rows.heights[at : at + 1 + _TOGETHER])
            both = list(zip(filled, pages, strict=True))
            is_alone = any(used + height <= page < used + together for used, page in both)
            shares = [used / page for used, page in both]
            if is_alone and min(shares) >= _LEAST_FILLED:
                yield at
                filled = [rows.head] * len(pages)
        filled = [
            used + height if used + height <= page else rows.head + height
            for used, page in zip(filled, pages, strict=True)
        ]


def last_break(rows: Rows, pages: Sequence[float], begun: Collection[int] = ()) -> int | None:
    """Return the index of a row that begins the last page, since there might otherwise be hardly a row above the notes.

    None if there are enough, or if all may stand on one page.

    Args:
        rows: The rows, of which the last ones are notes.
        pages: The heights a page may have.
        begun: Indexes of rows that begin a page anyway.
    """
    end = len(rows.heights) - rows.notes
    starts = [_last_start(rows, page, begun) for page in pages]
    first = min(starts[0], end - _LAST_ROWS)
    if (
        not rows.notes
        or min(starts) == 0
        or max(starts) <= end - _LAST_ROWS
        or first <= max(begun, default=0)
    ):
        return None
    return first - 1 if first - 1 in rows.headings else first


def _last_start(rows: Rows, page: float, begun: Collection[int]) -> int:
    """Return the index of the row that begins the last page of pages of a height."""
    start, used = 0, rows.above + rows.head
    for at, height in enumerate(rows.heights):
        if at in begun or used + height > page:
            start, used = at, rows.head
        used += height
    return start


def fewest_pages(rows: Rows, pages: Sequence[float]) -> int | None:
    """Return the number of pages a sheet is to have for its last one not to be all but empty; None for as many as it takes.

    Args:
        rows: The rows.
        pages: The heights a page may have.
    """
    taken = (rows.above + sum(rows.heights)) / (pages[0] - rows.head)
    count = ceil(taken)
    rest = taken - (count - 1)
    is_little = rest <= _LITTLE and rest <= _SMALLER * (count - 1)
    return count - 1 if count > 1 and is_little else None
