"""Order the characters of printed pages: lines from top to bottom, and columns one after the other.

Pages state where each character is drawn, and nothing about lines and columns. A page has two columns if an empty strip
near its middle separates lines that fill the space on both sides of it, as justified text does and tables do not.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

#: Characters are on one line if their baselines differ by less than this share of their size.
_MAX_BASELINE_SHARE = 0.5
#: A gap of more than this share of the size of a character is a space.
_MIN_GAP_SHARE = 0.7
#: The strip between two columns is at least this wide, as a share of the size of a character.
_MIN_GUTTER_SHARE = 0.8
#: Where the strip may be, as shares of the width of the text.
_GUTTER_ZONE = (0.3, 0.7)
#: Lines on either side that show a page to have columns, and which share of them fills its column.
_MIN_COLUMN_LINES, _MIN_FULL_SHARE = 5, 0.5
#: How often a page is split: four columns are two beside two.
_MAX_SPLITS = 2
#: How far a full line may end before the edge of its column, in characters.
_FULL_SLACK = 1.5
#: A column is at least this wide, in characters.
_MIN_COLUMN_WIDTH = 8
#: Lines of a page below the first one with columns that must not cross the strip.
_MIN_UNCROSSED_SHARE = 0.6
#: A first or last line at more than this many times the usual distance is a running head or a page number.
_MIN_ISOLATION = 1.8
#: The gap of a line at the strip is only one between spaced letters if it is at most this many times their usual gap.
_MAX_SPACING = 1.5


class Glyph(NamedTuple):
    """A character with its position on the page: baseline from below, ends from the left, size, all in one unit."""

    baseline: float
    left: float
    right: float
    size: float
    character: str


Row = list[Glyph]


class PageReader:
    """Reads the pages of one document in order; a page with few lines has the columns of the one before."""

    def __init__(self) -> None:
        self._gutter: float | None = None

    def lines(self, glyphs: Iterable[Glyph]) -> Iterator[str]:
        """Yield the lines of a page in reading order."""
        rows = _rows(glyphs)
        self._gutter = _find_gutter(rows, self._gutter)
        for row in _in_columns(rows, self._gutter, _MAX_SPLITS):
            yield _words(row)


def _median(values: Iterable[float]) -> float:
    """Return the middle value; ``statistics`` takes some milliseconds to load."""
    ordered = sorted(values)
    return ordered[len(ordered) // 2]


def _rows(glyphs: Iterable[Glyph]) -> list[Row]:
    """Return the lines of a page or a column, from the highest baseline to the lowest, each from left to right."""
    rows: list[Row] = [[]]
    for glyph in sorted(glyphs, key=lambda glyph: -glyph.baseline):
        row = rows[-1]
        if row and row[0].baseline - glyph.baseline > _MAX_BASELINE_SHARE * max(row[0].size, glyph.size):
            rows.append([])
        rows[-1].append(glyph)
    for row in rows:
        row.sort(key=lambda glyph: glyph.left)
    return rows


def _words(row: Row) -> str:
    """Return the characters of a line, with a space in each wide gap."""
    words = ""
    end = None
    for glyph in row:
        if end is not None and glyph.left - end > glyph.size * _MIN_GAP_SHARE:
            words += " "
        words += glyph.character
        end = glyph.right
    return words


def _in_columns(rows: Sequence[Row], gutter: float | None, splits: int) -> Iterator[Row]:
    """Yield the lines of a page or a column in reading order; a line across two columns stays below what is above it.

    Args:
        rows: The lines from top to bottom.
        gutter: The strip between two columns; None if there is one column.
        splits: How often a column may have columns itself: three columns are found as one beside two.
    """
    if gutter is None:
        yield from rows
        return
    left: Row = []
    right: Row = []
    isolated = _isolated(rows)
    for number, row in enumerate(rows):
        if number not in isolated and not _crosses(row, gutter):
            at = bisect_left(row, gutter, key=lambda glyph: glyph.left)
            left += row[:at]
            right += row[at:]
            continue
        yield from _columns((left, right), splits - 1)
        yield row
        left, right = [], []
    yield from _columns((left, right), splits - 1)


def _columns(columns: Iterable[Row], splits: int) -> Iterator[Row]:
    for column in columns:
        if column:
            rows = _rows(column)  # baselines of two columns need not agree
            yield from _in_columns(rows, _find_gutter(rows, None) if splits else None, splits)


def _isolated(rows: Sequence[Row]) -> set[int]:
    """Return the numbers of the first and the last line, as far as they are set apart from the text."""
    if len(rows) < _MIN_COLUMN_LINES:
        return set()
    steps = [above[0].baseline - below[0].baseline for above, below in pairwise(rows)]
    limit = _MIN_ISOLATION * _median(steps)
    return {number for number, step in ((0, steps[0]), (len(rows) - 1, steps[-1])) if step > limit}


def _crosses(row: Row, gutter: float) -> bool:
    """Return whether a line goes on across the strip: a character is on it, or its letters are spaced that widely."""
    row = _without_spaces(row)
    at = bisect_left(row, gutter, key=lambda glyph: glyph.left)
    if at > 0 and row[at - 1].right > gutter:
        return True
    if at in (0, len(row)):
        return False
    gap = row[at].left - row[at - 1].right
    gaps = [following.left - glyph.right for glyph, following in pairwise(row)]
    return gap < _MIN_GUTTER_SHARE * row[at].size or (len(gaps) > 1 and gap <= _MAX_SPACING * _median(gaps))


def _without_spaces(row: Row) -> Row:
    return [glyph for glyph in row if not glyph.character.isspace()]


def _find_gutter(rows: Sequence[Row], before: float | None) -> float | None:
    """Return the middle of the strip between two columns.

    Args:
        rows: The lines of the page.
        before: The strip of the page before, if it has columns.
    """
    isolated = _isolated(rows)
    rows = [_without_spaces(row) for number, row in enumerate(rows) if number not in isolated]
    rows = [row for row in rows if row]
    if not rows:
        return None
    gutter = _emptiest(rows)
    if gutter is not None and _has_columns(rows, gutter):
        return gutter
    if before is not None and _may_have_columns(rows, before):
        return before
    return None


def _emptiest(rows: Sequence[Row]) -> float | None:
    """Return the middle of the strip that the fewest lines cross, the widest of several, in the middle of the page."""
    begin, end = min(row[0].left for row in rows), max(row[-1].right for row in rows)
    low, high = (begin + share * (end - begin) for share in _GUTTER_ZONE)
    changes = sorted(change for row in rows for change in _ends_of_runs(row))
    best: tuple[int, float, float] | None = None
    covering, since = 0, begin
    for at, change in changes:
        first, last = max(since, low), min(at, high)
        if last > first and (best is None or (covering, first - last) < best[:2]):
            best = covering, first - last, (since + at) / 2
        covering += change
        since = at
    return best and best[2]


def _ends_of_runs(row: Row) -> Iterator[tuple[float, int]]:
    """Yield where the pieces of a line begin (1) and end (-1); a gap as wide as a strip separates two."""
    end = None
    for glyph in row:
        if end is None or glyph.left - end >= _MIN_GUTTER_SHARE * glyph.size:
            if end is not None:
                yield end, -1
            yield glyph.left, 1
            end = glyph.right
        end = max(end, glyph.right)
    if end is not None:
        yield end, -1


def _sides(rows: Sequence[Row], gutter: float) -> tuple[list[Row], list[Row]]:
    """Return the pieces of the lines on either side of the strip, without lines that cross it."""
    left, right = [], []
    for row in rows:
        if not _crosses(row, gutter):
            at = bisect_left(row, gutter, key=lambda glyph: glyph.left)
            left += [row[:at]] if at else []
            right += [row[at:]] if at < len(row) else []
    return left, right


def _has_columns(rows: Sequence[Row], gutter: float) -> bool:
    """Return whether the lines on both sides of the strip are many, and full."""
    left, right = _sides(rows, gutter)
    if min(len(left), len(right)) < _MIN_COLUMN_LINES:
        return False
    size = _median(glyph.size for row in rows for glyph in row)
    ends, begins = sorted(row[-1].right for row in left), sorted(row[0].left for row in right)
    edge, begin = ends[len(ends) * 9 // 10], begins[len(begins) // 10]
    return begin - edge >= _MIN_GUTTER_SHARE * size and all(_is_column(side, size) for side in (left, right))


def _is_column(rows: Sequence[Row], size: float) -> bool:
    """Return whether lines begin and end together, as those of running text do."""
    begin = min(row[0].left for row in rows)
    ends = sorted(row[-1].right for row in rows)
    edge = ends[len(ends) * 9 // 10]
    full = sum(end >= edge - _FULL_SLACK * size for end in ends)
    flush = sum(row[0].left <= begin + _FULL_SLACK * size for row in rows)
    is_wide = edge - begin >= _MIN_COLUMN_WIDTH * size
    return is_wide and full >= _MIN_FULL_SHARE * len(rows) and flush >= _MIN_FULL_SHARE * len(rows)


def _may_have_columns(rows: Sequence[Row], gutter: float) -> bool:
    """Return whether a page goes on in the columns of the one before."""
    uncrossed = sum(not _crosses(row, gutter) for row in rows)
    return all(_sides(rows, gutter)) and uncrossed >= _MIN_UNCROSSED_SHARE * len(rows)
