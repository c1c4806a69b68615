"""Show which years of which places a library has: a row a place, a column a year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tui.cli import printing
from tui.messages import library as messages
from tui.typeset.cells import cell_length, cut, pad

#: How a year is shown that the library has one report of, and one it has none of between others; a digit for several.
_ONE, _MISSING = "#", "."
_MAX_NAME, _NOTE = 20, 22
_MAX_YEARS = 40


def year_table(years: Mapping[tuple[str, str], Sequence[int]], width: int) -> Iterator[str]:
    """Yield the lines of the table; years before those that have room are told behind the row.

    Args:
        years: The plan years of each place, with its level; one that is there twice has two reports.
        width: Cells of a line.
    """
    if not years:
        return
    names = min(_MAX_NAME, max(cell_length(place) for _, place in years))
    names = max(names, max(map(cell_length, messages.LEVEL_NAMES.values())) + 5)
    last = max(map(max, years.values()))
    room = max(1, min(_MAX_YEARS, width - names - _NOTE))
    first = max(min(map(min, years.values())), last - room + 1)
    for level, name in messages.LEVEL_NAMES.items():
        places = {place: some for (of_level, place), some in years.items() if of_level == level}
        if not places:
            continue
        heading = pad(f"{name} {len(places)}", names + 2) + _scale(first, last)
        yield printing.strong(cut(heading, width).rstrip())
        for place, some in places.items():
            note = messages.year_count(len(some), sorted(year for year in some if year < first))
            yield cut(f"{pad(cut(place, names), names)}  {_cells(some, first, last)}  {note}", width)


def _scale(first: int, last: int) -> str:
    """Return the head of the columns: each fifth year, above its column."""
    cells = [" "] * (last - first + 5)
    for year in range(-(-first // 5) * 5, last + 1, 5):
        cells[year - first : year - first + 4] = str(year)
    return "".join(cells)


def _cells(years: Sequence[int], first: int, last: int) -> str:
    """Return the columns of a place."""
    cells = ""
    for year in range(first, last + 1):
        count = years.count(year)
        is_between = min(years) < year < max(years)
        cells += str(min(count, 9)) if count > 1 else _ONE if count else _MISSING if is_between else " "
    return cells
